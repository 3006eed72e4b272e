/* Functions written in the language, those written in C, bound methods, and what scripts may know of code. */
#include "vm/function.h"

#include "stdlib/types/names.h"
#include "stdlib/types/types.h"
#include "vm/call.h"
#include "vm/dict.h"
#include "vm/hashing.h"
#include "vm/list.h"

static Value or_none(const void *object) {
    return object ? object_value(object) : NONE;
}

static Value call_self(Vm *vm, Value self, Value *args, int argc, Tuple *keywords) {
    return vm_call(vm, self, args, argc, keywords);
}

/* Sets a string attribute, or says what it must be. */
static bool set_string(Vm *vm, const char *attribute, Value value, String **place) {
    if (value == NOTHING || !is_string(value)) {
        vm_raise(vm, vm->exceptions.TypeError, "%s must be set to a string object", attribute);
        return false;
    }
    *place = AS(String, value);
    return true;
}

/* --- function: attributes ------------------------------------------------------------------------- */

static Value function_name(Vm *vm, Value self) {
    (void)vm;
    return object_value(AS(Function, self)->name);
}

static bool set_function_name(Vm *vm, Value self, Value value) {
    return set_string(vm, "__name__", value, &AS(Function, self)->name);
}

static Value function_qualname(Vm *vm, Value self) {
    (void)vm;
    return object_value(AS(Function, self)->qualname);
}

static bool set_function_qualname(Vm *vm, Value self, Value value) {
    return set_string(vm, "__qualname__", value, &AS(Function, self)->qualname);
}

static Value function_module(Vm *vm, Value self) {
    (void)vm;
    Value module = AS(Function, self)->module;
    return module == NOTHING ? NONE : module;
}

static bool set_function_module(Vm *vm, Value self, Value value) {
    (void)vm;
    AS(Function, self)->module = value == NOTHING ? NONE : value;
    return true;
}

static Value function_doc(Vm *vm, Value self) {
    (void)vm;
    Value doc = AS(Function, self)->doc;
    return doc == NOTHING ? NONE : doc;
}

static bool set_function_doc(Vm *vm, Value self, Value value) {
    (void)vm;
    AS(Function, self)->doc = value == NOTHING ? NONE : value;
    return true;
}

static Value function_defaults(Vm *vm, Value self) {
    (void)vm;
    return or_none(AS(Function, self)->defaults);
}

static bool set_function_defaults(Vm *vm, Value self, Value value) {
    Function *function = AS(Function, self);
    if (value != NOTHING && value != NONE && !is_tuple(value)) {
        vm_raise(vm, vm->exceptions.TypeError, "__defaults__ must be set to a tuple object");
        return false;
    }
    function->defaults = value == NOTHING || value == NONE ? NULL : AS(Tuple, value);
    if (function->defaults && function->defaults->count > function->code->positional_count)
        function->defaults = tuple_new(
            vm, function->defaults->items + function->defaults->count - function->code->positional_count,
            function->code->positional_count);
    return true;
}

static Value function_keyword_defaults(Vm *vm, Value self) {
    (void)vm;
    return or_none(AS(Function, self)->keyword_defaults);
}

static bool set_function_keyword_defaults(Vm *vm, Value self, Value value) {
    if (value != NOTHING && value != NONE && !is_dict(value)) {
        vm_raise(vm, vm->exceptions.TypeError, "__kwdefaults__ must be set to a dict object");
        return false;
    }
    AS(Function, self)->keyword_defaults = value == NOTHING || value == NONE ? NULL : AS(Dict, value);
    return true;
}

static Value function_closure(Vm *vm, Value self) {
    const Function *function = AS(Function, self);
    if (function->cell_count == 0)
        return NONE;
    Tuple *cells = tuple_new(vm, NULL, function->cell_count);
    for (uint32_t i = 0; i < function->cell_count; i++)
        cells->items[i] = object_value(function->cells[i]);
    return object_value(cells);
}

static Value function_annotations(Vm *vm, Value self) {
    Function *function = AS(Function, self);
    if (function->annotations == NOTHING || function->annotations == NONE)
        function->annotations = object_value(dict_new(vm));
    return function->annotations;
}

static bool set_function_annotations(Vm *vm, Value self, Value value) {
    if (value != NOTHING && value != NONE && !is_dict(value)) {
        vm_raise(vm, vm->exceptions.TypeError, "__annotations__ must be set to a dict object");
        return false;
    }
    AS(Function, self)->annotations = value == NONE ? NOTHING : value;
    return true;
}

static Value function_type_parameters(Vm *vm, Value self) {
    Tuple *parameters = AS(Function, self)->type_parameters;
    return object_value(parameters ? parameters : vm->empty_tuple);
}

static bool set_function_type_parameters(Vm *vm, Value self, Value value) {
    if (value == NOTHING || !is_tuple(value)) {
        vm_raise(vm, vm->exceptions.TypeError, "__type_params__ must be set to a tuple");
        return false;
    }
    AS(Function, self)->type_parameters = AS(Tuple, value);
    return true;
}

static Value function_code(Vm *vm, Value self) {
    (void)vm;
    return object_value(AS(Function, self)->code);
}

static Value function_globals(Vm *vm, Value self) {
    (void)vm;
    return or_none(AS(Function, self)->globals);
}

static Value function_dict(Vm *vm, Value self) {
    Function *function = AS(Function, self);
    if (!function->attributes)
        function->attributes = dict_new(vm);
    return object_value(function->attributes);
}

static bool set_function_dict(Vm *vm, Value self, Value value) {
    if (value == NOTHING || !is_dict(value)) {
        vm_raise(vm, vm->exceptions.TypeError, "__dict__ must be set to a dictionary, not a '%T'",
                 value == NOTHING ? NONE : value);
        return false;
    }
    AS(Function, self)->attributes = AS(Dict, value);
    return true;
}

static Value function_get_attribute(Vm *vm, Value self, String *name) {
    const Function *function = AS(Function, self);
    if (function->attributes) {
        Value in_type = type_lookup(vm, as_object(self)->type, name);
        Value own = descriptor_is_data(in_type) ? NOTHING : dict_get_string(function->attributes, name);
        if (own != NOTHING)
            return own;
    }
    Value found = attribute_find_generic(vm, self, name);
    if (found == NOTHING && !vm_has_exception(vm))
        return vm_raise_about_name(vm, vm->exceptions.AttributeError, name, self,
                                   "'function' object has no attribute '%S'", name);
    return found;
}

static bool function_set_attribute(Vm *vm, Value self, String *name, Value value) {
    Function *function = AS(Function, self);
    Value in_type = type_lookup(vm, as_object(self)->type, name);
    if (descriptor_is_data(in_type))
        return descriptor_set(vm, in_type, self, value);
    if (value != NOTHING) {
        dict_set_string(vm, AS(Dict, function_dict(vm, self)), name, value);
        return true;
    }
    if (function->attributes && dict_delete_string(vm, function->attributes, name))
        return true;
    vm_raise_about_name(vm, vm->exceptions.AttributeError, name, self,
                        "'function' object has no attribute '%S'", name);
    return false;
}

static Value function_repr(Vm *vm, Value self) {
    StringBuilder text;
    builder_init(&text);
    builder_format(vm, &text, "<function %S at ", AS(Function, self)->qualname);
    builder_add_address(&text, self);
    builder_add_char(&text, '>');
    return builder_finish(vm, &text);
}

static Value function_dir(Vm *vm, Value *args, int argc) {
    (void)argc;
    Dict *names = dict_new(vm);
    add_names_of_class(vm, names, as_object(args[0])->type);
    uint32_t position = 0;
    const Dict *own = AS(Function, args[0])->attributes;
    for (DictEntry *entry; own && (entry = dict_next(own, &position));)
        dict_set_string(vm, names, AS(String, entry->key), NONE);
    return list_of_keys(vm, names);
}

static const NativeDef function_methods[] = {
    {"__dir__", function_dir, 1, 1, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

static const NativePropertyDef function_properties[] = {
    {"__name__", function_name, set_function_name},
    {"__qualname__", function_qualname, set_function_qualname},
    {"__module__", function_module, set_function_module},
    {"__doc__", function_doc, set_function_doc},
    {"__defaults__", function_defaults, set_function_defaults},
    {"__kwdefaults__", function_keyword_defaults, set_function_keyword_defaults},
    {"__closure__", function_closure, NULL},
    {"__annotations__", function_annotations, set_function_annotations},
    {"__code__", function_code, NULL},
    {"__type_params__", function_type_parameters, set_function_type_parameters},
    {"__globals__", function_globals, NULL},
    {"__dict__", function_dict, set_function_dict},
    {NULL, NULL, NULL},
};

static const TypeDef function_def = {
    .name = "function",
    .kind = KIND_FUNCTION,
    .ops = {.repr = function_repr,
            .call = call_self,
            .get = descriptor_get_native,
            .get_attribute = function_get_attribute,
            .set_attribute = function_set_attribute},
    .methods = function_methods,
    .properties = function_properties,
};

/* --- Native functions, and methods bound to objects ------------------------------------------------ */

/* One type stands for functions of modules and for native methods with their object. */
static const NativeFunction *native_of(Value self) {
    return AS(NativeFunction, is_kind(self, KIND_BOUND_METHOD) ? AS(BoundMethod, self)->callable : self);
}

static Value native_repr(Vm *vm, Value self) {
    const NativeFunction *function = native_of(self);
    const char *name = function->def->name;
    bool operation = function->def->flags & NATIVE_OPERATION;
    if (is_kind(self, KIND_BOUND_METHOD)) {
        Value object = AS(BoundMethod, self)->self;
        StringBuilder text;
        builder_init(&text);
        builder_format(vm, &text,
                       operation ? "<method-wrapper '%s' of %T object at "
                                 : "<built-in method %s of %T object at ",
                       name, object);
        builder_add_address(&text, object);
        builder_add_char(&text, '>');
        return builder_finish(vm, &text);
    }
    if (!function->owner)
        return object_value(string_format(vm, "<built-in function %s>", name));
    if (function->def->flags & NATIVE_STATIC)
        return object_value(string_format(vm, "<built-in method %s of type object>", name));
    return object_value(
        string_format(vm, operation ? "<slot wrapper '%s' of '%N' objects>" : "<method '%s' of '%N' objects>",
                      name, function->owner));
}

static Value method_compare(Vm *vm, Comparison op, Value left, Value right) {
    if ((op != CMP_EQ && op != CMP_NE) || !is_kind(left, KIND_BOUND_METHOD) ||
        !is_kind(right, KIND_BOUND_METHOD))
        return NOT_IMPLEMENTED;
    const BoundMethod *a = AS(BoundMethod, left), *b = AS(BoundMethod, right);
    int equal = a->self == b->self ? value_equal(vm, a->callable, b->callable) : 0;
    return equal < 0 ? NOTHING : bool_value(equal == (op == CMP_EQ));
}

static bool method_hash(Vm *vm, Value self, int64_t *hash) {
    if (!is_kind(self, KIND_BOUND_METHOD)) {
        *hash = hash_pointer(as_object(self));
        return true;
    }
    const BoundMethod *method = AS(BoundMethod, self);
    if (!value_hash(vm, method->callable, hash))
        return false;
    *hash = hash_from_method(*hash ^ hash_pointer(as_object(method->self)));
    return true;
}

static Value native_name(Vm *vm, Value self) {
    return object_value(string_intern_c(vm, native_of(self)->def->name));
}

static Value native_qualname(Vm *vm, Value self) {
    const NativeFunction *function = native_of(self);
    if (!function->owner)
        return native_name(vm, self);
    return object_value(string_format(vm, "%S.%s", function->owner->name, function->def->name));
}

static Value native_module(Vm *vm, Value self) {
    const NativeFunction *function = native_of(self);
    if (function->module)
        return object_value(function->module);
    return function->owner ? NONE : object_value(string_intern_c(vm, "builtins"));
}

static Value native_doc(Vm *vm, Value self) {
    (void)vm;
    (void)self;
    return NONE;
}

static Value native_self(Vm *vm, Value self) {
    if (is_kind(self, KIND_BOUND_METHOD))
        return AS(BoundMethod, self)->self;
    const NativeFunction *function = native_of(self);
    Value module = function->module ? dict_get_string(vm->modules, function->module) : NOTHING;
    return module == NOTHING ? NONE : module;
}

static Value native_owner(Vm *vm, Value self) {
    (void)vm;
    return or_none(native_of(self)->owner);
}

static const NativePropertyDef native_properties[] = {
    {"__name__", native_name, NULL},     {"__qualname__", native_qualname, NULL},
    {"__module__", native_module, NULL}, {"__doc__", native_doc, NULL},
    {"__self__", native_self, NULL},     {NULL, NULL, NULL},
};

static const NativePropertyDef descriptor_properties[] = {
    {"__name__", native_name, NULL},
    {"__qualname__", native_qualname, NULL},
    {"__objclass__", native_owner, NULL},
    {"__doc__", native_doc, NULL},
    {NULL, NULL, NULL},
};

#define NATIVE_OPS                                                                              \
    {                                                                                           \
        .repr = native_repr, .compare = method_compare, .hash = method_hash, .call = call_self, \
        .get = descriptor_get_native                                                            \
    }

static const TypeDef native_def = {
    .name = "builtin_function_or_method",
    .kind = KIND_NATIVE_FUNCTION,
    .size = sizeof(NativeFunction),
    .ops = NATIVE_OPS,
    .properties = native_properties,
};

static const TypeDef method_descriptor_def = {
    .name = "method_descriptor",
    .kind = KIND_NATIVE_FUNCTION,
    .size = sizeof(NativeFunction),
    .ops = NATIVE_OPS,
    .properties = descriptor_properties,
};

static const TypeDef wrapper_descriptor_def = {
    .name = "wrapper_descriptor",
    .kind = KIND_NATIVE_FUNCTION,
    .size = sizeof(NativeFunction),
    .ops = NATIVE_OPS,
    .properties = descriptor_properties,
};

static const TypeDef method_wrapper_def = {
    .name = "method-wrapper",
    .kind = KIND_BOUND_METHOD,
    .size = sizeof(BoundMethod),
    .ops = NATIVE_OPS,
    .properties = native_properties,
};

/* --- method --------------------------------------------------------------------------------------- */

static Value method_repr(Vm *vm, Value self) {
    const BoundMethod *method = AS(BoundMethod, self);
    StringBuilder text;
    builder_init(&text);
    size_t mark = vm_root_mark(vm);
    vm_root(vm, self);
    Value name = value_find_attribute(vm, method->callable, vm->names.qualname);
    if (name == NOTHING && !vm_has_exception(vm))
        name = value_find_attribute(vm, method->callable, vm->names.name);
    vm_root(vm, name);
    Value bound_to = vm_has_exception(vm) ? NOTHING : value_repr(vm, method->self);
    vm_root_reset(vm, mark);
    if (bound_to == NOTHING) {
        builder_free(&text);
        return NOTHING;
    }
    builder_format(vm, &text, "<bound method %s", is_string(name) ? AS(String, name)->chars : "?");
    builder_format(vm, &text, " of %S>", AS(String, bound_to));
    return builder_finish(vm, &text);
}

static Value method_function(Vm *vm, Value self) {
    (void)vm;
    return AS(BoundMethod, self)->callable;
}

static Value method_self(Vm *vm, Value self) {
    (void)vm;
    return AS(BoundMethod, self)->self;
}

/* What a method has no attribute of its own for, its function may have. */
static Value method_get_attribute(Vm *vm, Value self, String *name) {
    Value found = attribute_find_generic(vm, self, name);
    if (found != NOTHING || vm_has_exception(vm))
        return found;
    return value_get_attribute(vm, AS(BoundMethod, self)->callable, name);
}

static bool method_set_attribute(Vm *vm, Value self, String *name, Value value) {
    (void)value;
    vm_raise_about_name(vm, vm->exceptions.AttributeError, name, self,
                        "'method' object has no attribute '%S'", name);
    return false;
}

/* method(function, object) */
static Value method_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    (void)type;
    if (keywords || argc != 2)
        return vm_raise(vm, vm->exceptions.TypeError, "method expected 2 arguments, got %d", argc);
    if (!type_of(vm, args[0])->ops.call)
        return vm_raise(vm, vm->exceptions.TypeError, "first argument must be callable");
    if (args[1] == NONE)
        return vm_raise(vm, vm->exceptions.TypeError, "self must not be None");
    return bound_method_new(vm, args[0], args[1]);
}

static Value delegated(Vm *vm, Value self, String *name) {
    return value_get_attribute(vm, AS(BoundMethod, self)->callable, name);
}

static Value method_doc(Vm *vm, Value self) {
    return delegated(vm, self, vm->names.doc);
}

static Value method_module(Vm *vm, Value self) {
    return delegated(vm, self, vm->names.module);
}

static const NativePropertyDef method_properties[] = {
    {"__func__", method_function, NULL},
    {"__self__", method_self, NULL},
    {"__doc__", method_doc, NULL},
    {"__module__", method_module, NULL},
    {NULL, NULL, NULL},
};

static const TypeDef method_def = {
    .name = "method",
    .kind = KIND_BOUND_METHOD,
    .size = sizeof(BoundMethod),
    .ops = {.repr = method_repr,
            .hash = method_hash,
            .compare = method_compare,
            .call = call_self,
            .get_attribute = method_get_attribute,
            .set_attribute = method_set_attribute},
    .create = method_create,
    .properties = method_properties,
};

/* --- code and cell -------------------------------------------------------------------------------- */

static Value code_name(Vm *vm, Value self) {
    (void)vm;
    return object_value(AS(Code, self)->name);
}

static Value code_qualname(Vm *vm, Value self) {
    (void)vm;
    return object_value(AS(Code, self)->qualname);
}

static Value code_file_name(Vm *vm, Value self) {
    (void)vm;
    return object_value(AS(Code, self)->file_name);
}

static Value code_first_line(Vm *vm, Value self) {
    (void)vm;
    return small_int(AS(Code, self)->first_line);
}

static Value code_argument_count(Vm *vm, Value self) {
    (void)vm;
    return small_int(AS(Code, self)->positional_count);
}

static Value code_positional_only_count(Vm *vm, Value self) {
    (void)vm;
    return small_int(AS(Code, self)->positional_only_count);
}

static Value code_keyword_only_count(Vm *vm, Value self) {
    (void)vm;
    return small_int(AS(Code, self)->keyword_only_count);
}

static bool is_own_variable(const Code *code, int index) {
    return index < code->parameter_count || !code_is_cell_variable(code, index);
}

/* The names of the variables for which `is_wanted` holds. */
static Tuple *select_names(Vm *vm, const Code *code, bool (*is_wanted)(const Code *code, int index)) {
    Tuple *names = tuple_new(vm, NULL, code->flags & CODE_CLASS_BODY ? 0 : code->local_count);
    int64_t count = 0;
    for (int64_t i = 0; i < names->count; i++)
        if (is_wanted(code, (int)i))
            names->items[count++] = object_value(code->local_names[i]);
    return count == names->count ? names : tuple_new(vm, names->items, count);
}

static Value code_local_names(Vm *vm, Value self) {
    return object_value(select_names(vm, AS(Code, self), is_own_variable));
}

static Value code_local_count(Vm *vm, Value self) {
    return small_int(select_names(vm, AS(Code, self), is_own_variable)->count);
}

static Value code_cell_names(Vm *vm, Value self) {
    return object_value(select_names(vm, AS(Code, self), code_is_cell_variable));
}

static Value code_free_names(Vm *vm, Value self) {
    const Code *code = AS(Code, self);
    Tuple *names = tuple_new(vm, NULL, code->capture_count);
    for (int i = 0; i < code->capture_count; i++)
        names->items[i] = object_value(code->free_names[i]);
    return object_value(names);
}

/* CPython's flags, which differ from the vm's own. */
static Value code_flags(Vm *vm, Value self) {
    (void)vm;
    static const struct {
        unsigned ours, theirs;
    } flags[] = {{CODE_VARARGS, 0x04},         {CODE_VARKEYWORDS, 0x08}, {CODE_NESTED, 0x10},
                 {CODE_GENERATOR, 0x20},       {CODE_COROUTINE, 0x80},   {CODE_ITERABLE_COROUTINE, 0x100},
                 {CODE_ASYNC_GENERATOR, 0x200}};
    const Code *code = AS(Code, self);
    unsigned result = code->flags & CODE_MODULE ? 0 : code->flags & CODE_CLASS_BODY ? 0 : 0x03;
    for (size_t i = 0; i < sizeof flags / sizeof flags[0]; i++)
        if (code->flags & flags[i].ours)
            result |= flags[i].theirs;
    return small_int(result);
}

static Value code_repr(Vm *vm, Value self) {
    const Code *code = AS(Code, self);
    StringBuilder text;
    builder_init(&text);
    builder_format(vm, &text, "<code object %S at ", code->name);
    builder_add_address(&text, self);
    builder_format(vm, &text, ", file \"%S\", line %d>", code->file_name, (int)code->first_line);
    return builder_finish(vm, &text);
}

static const NativePropertyDef code_properties[] = {
    {"co_name", code_name, NULL},
    {"co_qualname", code_qualname, NULL},
    {"co_filename", code_file_name, NULL},
    {"co_firstlineno", code_first_line, NULL},
    {"co_argcount", code_argument_count, NULL},
    {"co_posonlyargcount", code_positional_only_count, NULL},
    {"co_kwonlyargcount", code_keyword_only_count, NULL},
    {"co_nlocals", code_local_count, NULL},
    {"co_varnames", code_local_names, NULL},
    {"co_freevars", code_free_names, NULL},
    {"co_cellvars", code_cell_names, NULL},
    {"co_flags", code_flags, NULL},
    {NULL, NULL, NULL},
};

static const TypeDef code_def = {
    .name = "code",
    .kind = KIND_CODE,
    .size = sizeof(Code),
    .ops = {.repr = code_repr},
    .properties = code_properties,
};

static Value cell_contents(Vm *vm, Value self) {
    Value value = AS(Cell, self)->value;
    return value == NOTHING ? vm_raise(vm, vm->exceptions.ValueError, "Cell is empty") : value;
}

static bool set_cell_contents(Vm *vm, Value self, Value value) {
    (void)vm;
    AS(Cell, self)->value = value;
    return true;
}

static Value cell_repr(Vm *vm, Value self) {
    Value value = AS(Cell, self)->value;
    StringBuilder text;
    builder_init(&text);
    builder_add_c(&text, "<cell at ");
    builder_add_address(&text, self);
    if (value == NOTHING) {
        builder_add_c(&text, ": empty>");
    } else {
        builder_format(vm, &text, ": %T object at ", value);
        builder_add_address(&text, value);
        builder_add_char(&text, '>');
    }
    return builder_finish(vm, &text);
}

static const NativePropertyDef cell_properties[] = {
    {"cell_contents", cell_contents, set_cell_contents},
    {NULL, NULL, NULL},
};

static const TypeDef cell_def = {
    .name = "cell",
    .kind = KIND_CELL,
    .size = sizeof(Cell),
    .flags = TYPE_NO_INSTANCES,
    .ops = {.repr = cell_repr},
    .properties = cell_properties,
};

void function_type_setup(Vm *vm) {
    type_define_core(vm, KIND_FUNCTION, &function_def);
    type_define_core(vm, KIND_NATIVE_FUNCTION, &native_def);
    type_define(vm, vm->method_descriptor_type, &method_descriptor_def);
    type_define(vm, vm->wrapper_descriptor_type, &wrapper_descriptor_def);
    type_define(vm, vm->method_wrapper_type, &method_wrapper_def);
    type_define_core(vm, KIND_BOUND_METHOD, &method_def);
    type_define_core(vm, KIND_CODE, &code_def);
    type_define_core(vm, KIND_CELL, &cell_def);
}
