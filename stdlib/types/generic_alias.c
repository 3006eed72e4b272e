/* list[int]: for annotations. It calls, and has the attributes of, the type it is made from. */
#include "stdlib/arguments.h"
#include "stdlib/stdlib_state.h"
#include "stdlib/types/iterators.h"
#include "stdlib/types/names.h"
#include "stdlib/types/sequences.h"
#include "stdlib/types/types.h"
#include "vm/call.h"
#include "vm/hashing.h"
#include "vm/list.h"
#include "vm/operators.h"

typedef struct GenericAlias {
    Obj head;
    Value origin;
    Value arguments;  /* a tuple */
    bool is_unpacked; /* *list[int] */
} GenericAlias;

static void generic_alias_trace(Heap *heap, Obj *self) {
    heap_mark(heap, ((GenericAlias *)self)->origin);
    heap_mark(heap, ((GenericAlias *)self)->arguments);
}

static const NativeLayout generic_alias_layout = {"GenericAlias", sizeof(GenericAlias), generic_alias_trace,
                                                  NULL};

static Value generic_alias_new(Vm *vm, Value origin, Value arguments) {
    GenericAlias *alias = type_allocate(vm, stdlib_state(vm)->generic_alias_type);
    alias->origin = origin;
    alias->arguments = is_tuple(arguments) ? arguments : object_value(tuple_of(vm, 1, arguments));
    return object_value(alias);
}

Value generic_alias_method(Vm *vm, Value *args, int argc) {
    (void)argc;
    return generic_alias_new(vm, args[0], args[1]);
}

static Value generic_alias_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    (void)type;
    return arguments_check_positional(vm, "GenericAlias", argc, keywords, 2, 2)
               ? generic_alias_new(vm, args[0], args[1])
               : NOTHING;
}

/* A class by its name, `...` as written, a list (Callable's parameters) likewise, all else by its repr. */
static bool add_argument(Vm *vm, StringBuilder *out, Value v) {
    if (v == ELLIPSIS) {
        builder_add_c(out, "...");
        return true;
    }
    if (is_type(v)) {
        Type *type = AS(Type, v);
        if (type->module != NULL && !string_equal_c(type->module, "builtins"))
            builder_format(vm, out, "%S.", type->module);
        builder_add_string(out, type->qualname);
        return true;
    }
    if (is_list(v)) {
        const List *list = AS(List, v);
        builder_add_char(out, '[');
        for (int64_t i = 0; i < list->count; i++) {
            if (i)
                builder_add_c(out, ", ");
            if (!add_argument(vm, out, list->items[i]))
                return false;
        }
        builder_add_char(out, ']');
        return true;
    }
    Value text = value_repr(vm, v);
    if (text != NOTHING)
        builder_add_string(out, AS(String, text));
    return text != NOTHING;
}

static Value generic_alias_repr(Vm *vm, Value self) {
    GenericAlias *alias = AS(GenericAlias, self);
    Tuple *arguments = AS(Tuple, alias->arguments);
    StringBuilder out;
    builder_init(&out);
    if (alias->is_unpacked)
        builder_add_char(&out, '*');
    bool fine = vm_enter_native(vm) && add_argument(vm, &out, alias->origin);
    builder_add_char(&out, '[');
    for (int64_t i = 0; fine && i < arguments->count; i++) {
        builder_add_c(&out, i == 0 ? "" : ", ");
        fine = add_argument(vm, &out, arguments->items[i]);
    }
    if (arguments->count == 0)
        builder_add_c(&out, "()");
    builder_add_char(&out, ']');
    if (!fine) {
        builder_free(&out);
        return NOTHING;
    }
    return builder_finish(vm, &out);
}

/* *tuple[int, str]: the star yields one thing, which is the alias again, marked as unpacked. */
static Value generic_alias_iter(Vm *vm, Value self) {
    GenericAlias *alias = AS(GenericAlias, self);
    Value unpacked = generic_alias_new(vm, alias->origin, alias->arguments);
    AS(GenericAlias, unpacked)->is_unpacked = true;
    return value_iter(vm, object_value(tuple_of(vm, 1, unpacked)));
}

static Value generic_alias_is_unpacked(Vm *vm, Value self) {
    (void)vm;
    return bool_value(AS(GenericAlias, self)->is_unpacked);
}

static Value generic_alias_compare(Vm *vm, Comparison op, Value left, Value right) {
    if (!is_native(left, &generic_alias_layout) || !is_native(right, &generic_alias_layout) ||
        (op != CMP_EQ && op != CMP_NE))
        return NOT_IMPLEMENTED;
    int equal = value_equal(vm, AS(GenericAlias, left)->origin, AS(GenericAlias, right)->origin);
    if (AS(GenericAlias, left)->is_unpacked != AS(GenericAlias, right)->is_unpacked)
        equal = equal < 0 ? equal : 0;
    if (equal > 0)
        equal = value_equal(vm, AS(GenericAlias, left)->arguments, AS(GenericAlias, right)->arguments);
    return equal < 0 ? NOTHING : bool_value(equal == (op == CMP_EQ));
}

static bool generic_alias_hash(Vm *vm, Value self, int64_t *hash) {
    int64_t origin, arguments;
    if (!value_hash(vm, AS(GenericAlias, self)->origin, &origin) ||
        !value_hash(vm, AS(GenericAlias, self)->arguments, &arguments))
        return false;
    *hash = origin ^ arguments;
    return true;
}

static Value generic_alias_call(Vm *vm, Value self, Value *args, int argc, Tuple *keywords) {
    return vm_call(vm, AS(GenericAlias, self)->origin, args, argc, keywords);
}

static Value generic_alias_get_attribute(Vm *vm, Value self, String *name) {
    bool special = name->byte_count > 4 && memcmp(name->chars, "__", 2) == 0;
    if (special && !string_equal_c(name, "__name__") && !string_equal_c(name, "__qualname__") &&
        !string_equal_c(name, "__module__") && !string_equal_c(name, "__doc__"))
        return attribute_get_generic(vm, self, name);
    return value_get_attribute(vm, AS(GenericAlias, self)->origin, name);
}

static Value generic_alias_mro_entries(Vm *vm, Value *args, int argc) {
    (void)argc;
    return object_value(tuple_of(vm, 1, AS(GenericAlias, args[0])->origin));
}

static Value generic_alias_origin(Vm *vm, Value self) {
    (void)vm;
    return AS(GenericAlias, self)->origin;
}

static Value generic_alias_arguments(Vm *vm, Value self) {
    (void)vm;
    return AS(GenericAlias, self)->arguments;
}

static Value generic_alias_instance_check(Vm *vm, Value *args, int argc) {
    (void)args, (void)argc;
    return vm_raise(vm, vm->exceptions.TypeError,
                    "isinstance() argument 2 cannot be a parameterized generic");
}

static Value generic_alias_subclass_check(Vm *vm, Value *args, int argc) {
    (void)args, (void)argc;
    return vm_raise(vm, vm->exceptions.TypeError,
                    "issubclass() argument 2 cannot be a parameterized generic");
}

static const NativeDef generic_alias_methods[] = {
    {"__instancecheck__", generic_alias_instance_check, 2, 2, 0, NULL},
    {"__subclasscheck__", generic_alias_subclass_check, 2, 2, 0, NULL},
    {"__mro_entries__", generic_alias_mro_entries, 2, 2, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

static const NativePropertyDef generic_alias_properties[] = {
    {"__origin__", generic_alias_origin, NULL},
    {"__args__", generic_alias_arguments, NULL},
    {"__unpacked__", generic_alias_is_unpacked, NULL},
    {NULL, NULL, NULL},
};

static const TypeDef generic_alias_def = {
    .name = "GenericAlias",
    .module = "types",
    .kind = KIND_NATIVE,
    .layout = &generic_alias_layout,
    .size = sizeof(GenericAlias),
    .create = generic_alias_create,
    .ops =
        {
            .repr = generic_alias_repr,
            .hash = generic_alias_hash,
            .compare = generic_alias_compare,
            .call = generic_alias_call,
            .iter = generic_alias_iter,
            .binary = union_operator,
            .reflected = union_operator,
            .get_attribute = generic_alias_get_attribute,
        },
    .methods = generic_alias_methods,
    .properties = generic_alias_properties,
};

void generic_alias_setup(Vm *vm) {
    stdlib_state(vm)->generic_alias_type = native_type_new(vm, &generic_alias_def, NULL);
}
