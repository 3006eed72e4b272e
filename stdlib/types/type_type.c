/* type: the class of classes. */
#include <stdlib.h>

#include "stdlib/types/names.h"
#include "stdlib/types/types.h"
#include "vm/call.h"
#include "vm/dict.h"
#include "vm/list.h"
#include "vm/memory.h"
#include "vm/type_slots.h"

static Value type_repr(Vm *vm, Value self) {
    const Type *type = AS(Type, self);
    StringBuilder text;
    builder_init(&text);
    if (type->module && !string_equal_c(type->module, "builtins"))
        builder_format(vm, &text, "<class '%S.%S'>", type->module, type->qualname);
    else
        builder_format(vm, &text, "<class '%S'>", type->qualname);
    return builder_finish(vm, &text);
}

static Value type_call(Vm *vm, Value self, Value *args, int argc, Tuple *keywords) {
    Value init;
    Value instance = type_instantiate_plain(vm, AS(Type, self), args, argc, keywords, &init);
    if (instance == NOTHING || init == NOTHING)
        return instance;
    size_t mark = vm_root_mark(vm);
    vm_root(vm, instance);
    Value method = descriptor_get(vm, init, instance, type_of(vm, instance));
    vm_root(vm, method);
    Value result = vm_call(vm, method, args, argc, keywords);
    vm_root_reset(vm, mark);
    if (result == NOTHING || result == NONE)
        return result == NOTHING ? NOTHING : instance;
    return vm_raise(vm, vm->exceptions.TypeError, "__init__() should return None, not '%T'", result);
}

/* --- Attributes of a class ------------------------------------------------------------------------ */

static Value type_get_attribute(Vm *vm, Value self, String *name) {
    Type *type = AS(Type, self);
    Type *metatype = type->head.type;
    Value in_metatype = type_lookup(vm, metatype, name);
    if (in_metatype != NOTHING && descriptor_is_data(in_metatype))
        return descriptor_get(vm, in_metatype, self, metatype);
    Value found = type_lookup(vm, type, name);
    if (found != NOTHING)
        return descriptor_get(vm, found, NOTHING, type);
    if (in_metatype != NOTHING)
        return descriptor_get(vm, in_metatype, self, metatype);
    return vm_raise_about_name(vm, vm->exceptions.AttributeError, name, self,
                               "type object '%N' has no attribute '%S'", type, name);
}

static bool type_set(Vm *vm, Value self, String *name, Value value) {
    Type *type = AS(Type, self);
    if (!(type->flags & TYPE_NATIVE)) {
        Value in_metatype = type_lookup(vm, type->head.type, name);
        if (in_metatype != NOTHING && descriptor_is_data(in_metatype))
            return descriptor_set(vm, in_metatype, self, value);
    }
    return type_set_attribute(vm, type, name, value);
}

/* --- Making classes ------------------------------------------------------------------------------- */

static Dict *dict_of_keywords(Vm *vm, const Value *values, const Tuple *keywords) {
    Dict *dict = dict_new(vm);
    for (int64_t i = 0; i < keywords->count; i++)
        dict_set_string(vm, dict, AS(String, keywords->items[i]), values[i]);
    return dict;
}

static Value raise_argument(Vm *vm, int place, const char *wanted, Value given) {
    return vm_raise(vm, vm->exceptions.TypeError, "type.__new__() argument %d must be %s, not %T", place,
                    wanted, given);
}

static Value type_create(Vm *vm, Type *metatype, Value *args, int argc, Tuple *keywords) {
    int positional = argc - (keywords ? (int)keywords->count : 0);
    if (positional == 1 && metatype == vm->types_by_kind[KIND_TYPE])
        return vm_raise(vm, vm->exceptions.TypeError, "type() takes no keyword arguments");
    if (positional != 3)
        return vm_raise(vm, vm->exceptions.TypeError,
                        metatype == vm->types_by_kind[KIND_TYPE]
                            ? "type() takes 1 or 3 arguments"
                            : "type.__new__() takes exactly 3 arguments (%d given)",
                        positional);
    if (!is_string(args[0]))
        return raise_argument(vm, 1, "str", args[0]);
    if (!is_tuple(args[1]))
        return raise_argument(vm, 2, "tuple", args[1]);
    if (!is_dict(args[2]))
        return raise_argument(vm, 3, "dict", args[2]);
    const Type *given = metatype;
    Dict *namespace = dict_new_stable(vm);
    uint32_t position = 0;
    for (DictEntry *entry; (entry = dict_next(AS(Dict, args[2]), &position));)
        if (is_string(entry->key))
            dict_set_string(vm, namespace, AS(String, entry->key), entry->value);
    Dict *extra = keywords ? dict_of_keywords(vm, args + positional, keywords) : NULL;
    Tuple *bases = AS(Tuple, args[1]);
    for (int64_t i = 0; i < bases->count; i++) {
        Type *other = type_of(vm, bases->items[i]);
        if (type_is_subtype(metatype, other))
            continue;
        if (!type_is_subtype(other, metatype))
            return vm_raise(
                vm, vm->exceptions.TypeError,
                "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass "
                "of the metaclasses of all its bases");
        metatype = other;
    }
    if (metatype != given && metatype->allocator != NOTHING) {
        /* The class is for that metaclass to make. */
        Value allocator = metatype->allocator;
        if (is_kind(allocator, KIND_STATIC_METHOD))
            allocator = AS(MethodWrapper, allocator)->callable;
        Value *all = memory_new((size_t)argc + 1, sizeof(Value));
        all[0] = object_value(metatype);
        memcpy(all + 1, args, (size_t)argc * sizeof(Value));
        Value made = vm_call(vm, allocator, all, argc + 1, keywords);
        free(all);
        return made;
    }
    Type *type = type_new_class_of(vm, metatype, AS(String, args[0]), bases, namespace, extra);
    return type ? object_value(type) : NOTHING;
}

static bool type_initialize(Vm *vm, Value self, Value *args, int argc, Tuple *keywords) {
    (void)self;
    (void)args;
    int positional = argc - (keywords ? (int)keywords->count : 0);
    if (positional == 1 || positional == 3)
        return true;
    vm_raise(vm, vm->exceptions.TypeError, "type.__init__() takes 1 or 3 arguments");
    return false;
}

/* --- Properties ----------------------------------------------------------------------------------- */

static Value get_name(Vm *vm, Value self) {
    (void)vm;
    return object_value(AS(Type, self)->name);
}

static bool check_name(Vm *vm, Type *type, Value value, const char *attribute) {
    if (value == NOTHING) {
        vm_raise(vm, vm->exceptions.TypeError, "cannot delete '%s' attribute of immutable type '%N'",
                 attribute, type);
        return false;
    }
    if (!is_string(value)) {
        vm_raise(vm, vm->exceptions.TypeError, "can only assign string to %N.%s, not '%T'", type, attribute,
                 value);
        return false;
    }
    return true;
}

static bool set_name(Vm *vm, Value self, Value value) {
    if (!check_name(vm, AS(Type, self), value, "__name__"))
        return false;
    AS(Type, self)->name = AS(String, value);
    return true;
}

static Value get_qualname(Vm *vm, Value self) {
    (void)vm;
    return object_value(AS(Type, self)->qualname);
}

static bool set_qualname(Vm *vm, Value self, Value value) {
    if (!check_name(vm, AS(Type, self), value, "__qualname__"))
        return false;
    AS(Type, self)->qualname = AS(String, value);
    return true;
}

static Value get_module(Vm *vm, Value self) {
    const Type *type = AS(Type, self);
    Value module = type->flags & TYPE_NATIVE ? NOTHING : dict_get_string(type->namespace, vm->names.module);
    return module == NOTHING ? object_value(type->module) : module;
}

static bool set_module(Vm *vm, Value self, Value value) {
    if (is_string(value))
        AS(Type, self)->module = AS(String, value);
    return type_set_attribute(vm, AS(Type, self), vm->names.module, value);
}

static Value get_bases(Vm *vm, Value self) {
    (void)vm;
    return object_value(AS(Type, self)->bases);
}

static Value get_base(Vm *vm, Value self) {
    (void)vm;
    const Type *type = AS(Type, self);
    if (type->bases->count == 0)
        return NONE;
    /* The one that the struct of instances comes from. */
    for (int64_t i = 0; i < type->bases->count; i++)
        if (AS(Type, type->bases->items[i])->solid_base == type->solid_base)
            return type->bases->items[i];
    return type->bases->items[0];
}

static Value get_mro(Vm *vm, Value self) {
    (void)vm;
    return object_value(AS(Type, self)->mro);
}

static Value get_dict(Vm *vm, Value self) {
    return mapping_proxy_new(vm, AS(Type, self)->namespace);
}

static Value get_doc(Vm *vm, Value self) {
    Type *type = AS(Type, self);
    Value doc = dict_get_string(type->namespace, vm->names.doc);
    return doc == NOTHING ? NONE : descriptor_get(vm, doc, NOTHING, type);
}

static bool set_doc(Vm *vm, Value self, Value value) {
    return type_set_attribute(vm, AS(Type, self), vm->names.doc, value);
}

static Value get_annotations(Vm *vm, Value self) {
    Type *type = AS(Type, self);
    Value annotations = dict_get_string(type->namespace, vm->names.annotations);
    if (annotations != NOTHING)
        return annotations;
    if (type->flags & TYPE_NATIVE)
        return vm_raise_about_name(vm, vm->exceptions.AttributeError, vm->names.annotations, self,
                                   "type object '%N' has no attribute '__annotations__'", type);
    annotations = object_value(dict_new(vm));
    dict_set_string(vm, type->namespace, vm->names.annotations, annotations);
    return annotations;
}

static bool set_annotations(Vm *vm, Value self, Value value) {
    return type_set_attribute(vm, AS(Type, self), vm->names.annotations, value);
}

static Value get_type_parameters(Vm *vm, Value self) {
    Value parameters = dict_get_string(AS(Type, self)->namespace, string_intern_c(vm, "__type_params__"));
    return parameters != NOTHING ? parameters : object_value(vm->empty_tuple);
}

static bool set_type_parameters(Vm *vm, Value self, Value value) {
    return type_set_attribute(vm, AS(Type, self), string_intern_c(vm, "__type_params__"), value);
}

static Value get_abstract_methods(Vm *vm, Value self) {
    Value names = dict_get_string(AS(Type, self)->namespace, vm->names.abstractmethods);
    if (names != NOTHING)
        return names;
    return vm_raise_about_name(vm, vm->exceptions.AttributeError, vm->names.abstractmethods, self,
                               "type object '%N' has no attribute '__abstractmethods__'", AS(Type, self));
}

static bool set_abstract_methods(Vm *vm, Value self, Value value) {
    return type_set_attribute(vm, AS(Type, self), vm->names.abstractmethods, value);
}

/* --- Methods -------------------------------------------------------------------------------------- */

static Value type_mro(Vm *vm, Value *args, int argc) {
    (void)argc;
    const Tuple *mro = AS(Type, args[0])->mro;
    return object_value(list_from(vm, mro->items, mro->count));
}

static Value type_subclasses(Vm *vm, Value *args, int argc) {
    (void)argc;
    const Type *type = AS(Type, args[0]);
    List *list = list_new(vm, type->subclass_count);
    for (uint32_t i = 0; i < type->subclass_count; i++)
        list_append(vm, list, object_value(type->subclasses[i]));
    return object_value(list);
}

static Value type_instance_check(Vm *vm, Value *args, int argc) {
    (void)argc;
    return bool_value(is_instance(vm, args[1], AS(Type, args[0])));
}

static Value type_subclass_check(Vm *vm, Value *args, int argc) {
    (void)argc;
    if (!is_type(args[1]))
        return vm_raise(vm, vm->exceptions.TypeError, "issubclass() arg 1 must be a class");
    return bool_value(type_is_subtype(AS(Type, args[1]), AS(Type, args[0])));
}

static Value type_dir(Vm *vm, Value *args, int argc) {
    (void)argc;
    Dict *names = dict_new(vm);
    add_names_of_class(vm, names, AS(Type, args[0]));
    return list_of_keys(vm, names);
}

static Value type_prepare(Vm *vm, Value *args, int argc) {
    (void)args;
    (void)argc;
    return object_value(dict_new(vm));
}

static const NativeDef methods[] = {
    {"mro", type_mro, 1, 1, 0, NULL},
    {"__subclasses__", type_subclasses, 1, 1, 0, NULL},
    {"__instancecheck__", type_instance_check, 2, 2, 0, NULL},
    {"__subclasscheck__", type_subclass_check, 2, 2, 0, NULL},
    {"__dir__", type_dir, 1, 1, 0, NULL},
    {"__prepare__", type_prepare, 1, -1, NATIVE_CLASS | NATIVE_ANY_KEYWORDS, ""},
    {NULL, NULL, 0, 0, 0, NULL},
};

static const NativePropertyDef properties[] = {
    {"__name__", get_name, set_name},
    {"__qualname__", get_qualname, set_qualname},
    {"__module__", get_module, set_module},
    {"__bases__", get_bases, NULL},
    {"__base__", get_base, NULL},
    {"__mro__", get_mro, NULL},
    {"__dict__", get_dict, NULL},
    {"__doc__", get_doc, set_doc},
    {"__annotations__", get_annotations, set_annotations},
    {"__type_params__", get_type_parameters, set_type_parameters},
    {"__abstractmethods__", get_abstract_methods, set_abstract_methods},
    {NULL, NULL, NULL},
};

static const TypeDef type_def = {
    .name = "type",
    .kind = KIND_TYPE,
    .size = sizeof(Type),
    .ops = {.repr = type_repr,
            .call = type_call,
            .get_attribute = type_get_attribute,
            .set_attribute = type_set,
            .binary = union_operator,
            .reflected = union_operator},
    .create = type_create,
    .initialize = type_initialize,
    .methods = methods,
    .properties = properties,
};

void type_type_setup(Vm *vm) {
    type_define_core(vm, KIND_TYPE, &type_def);
}
