/* object: what every class inherits. */
#include <stdio.h>

#include "stdlib/types/names.h"
#include "stdlib/types/types.h"
#include "vm/call.h"
#include "vm/dict.h"
#include "vm/hashing.h"
#include "vm/list.h"
#include "vm/shape.h"

void builder_add_address(StringBuilder *out, Value object) {
    char address[32];
    snprintf(address, sizeof address, "%p", (void *)as_object(object));
    builder_add_c(out, address);
}

static Value object_repr(Vm *vm, Value self) {
    Type *type = type_of(vm, self);
    StringBuilder text;
    builder_init(&text);
    if (type->module && !string_equal_c(type->module, "builtins"))
        builder_format(vm, &text, "<%S.%S object at ", type->module, type->qualname);
    else
        builder_format(vm, &text, "<%S object at ", type->qualname);
    builder_add_address(&text, self);
    builder_add_char(&text, '>');
    return builder_finish(vm, &text);
}

static Value object_str(Vm *vm, Value self) {
    return type_of(vm, self)->ops.repr(vm, self);
}

static bool object_hash(Vm *vm, Value self, int64_t *hash) {
    (void)vm;
    *hash = hash_pointer(as_object(self));
    return true;
}

static Value object_compare(Vm *vm, Comparison op, Value left, Value right) {
    if (op == CMP_EQ)
        return left == right ? TRUE_VALUE : NOT_IMPLEMENTED;
    if (op != CMP_NE)
        return NOT_IMPLEMENTED;
    /* `!=` is what `==` is not. */
    Value equal = type_of(vm, left)->ops.compare(vm, CMP_EQ, left, right);
    if (equal == NOTHING || equal == NOT_IMPLEMENTED)
        return equal;
    int truth = value_truth(vm, equal);
    return truth < 0 ? NOTHING : bool_value(!truth);
}

/* --- Making instances ----------------------------------------------------------------------------- */

static bool has_own_init(Vm *vm, const Type *type) {
    return type->constructor != NOTHING || type->initialize != vm->object_type->initialize;
}

static bool has_own_new(Vm *vm, const Type *type) {
    return type->allocator != NOTHING || type->create != vm->object_type->create;
}

static Value raise_abstract(Vm *vm, Type *type) {
    Value names = type_lookup(vm, type, vm->names.abstractmethods);
    List *sorted = names == NOTHING ? NULL : list_from_iterable(vm, names);
    if (!sorted)
        return NOTHING;
    for (int64_t i = 1; i < sorted->count; i++)
        for (int64_t j = i; j > 0; j--) {
            Value *pair = &sorted->items[j - 1];
            if (!is_string(pair[0]) || !is_string(pair[1]) ||
                string_compare(AS(String, pair[0]), AS(String, pair[1])) <= 0)
                break;
            Value swapped = pair[0];
            pair[0] = pair[1];
            pair[1] = swapped;
        }
    StringBuilder list;
    builder_init(&list);
    for (int64_t i = 0; i < sorted->count; i++)
        builder_format(vm, &list, i ? ", %V" : "%V", sorted->items[i]);
    Value joined = builder_finish(vm, &list);
    return vm_raise(vm, vm->exceptions.TypeError,
                    "Can't instantiate abstract class %N with abstract method%s %S", type,
                    sorted->count == 1 ? "" : "s", AS(String, joined));
}

static Value object_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    (void)args;
    (void)keywords;
    if (argc > 0) {
        if (type == vm->object_type)
            return vm_raise(vm, vm->exceptions.TypeError, "object() takes no arguments");
        if (has_own_new(vm, type))
            return vm_raise(vm, vm->exceptions.TypeError,
                            "object.__new__() takes exactly one argument (the type to instantiate)");
        if (!has_own_init(vm, type))
            return vm_raise(vm, vm->exceptions.TypeError, "%N() takes no arguments", type);
    }
    if (type->flags & TYPE_ABSTRACT)
        return raise_abstract(vm, type);
    return object_value(type_allocate(vm, type));
}

static bool object_initialize(Vm *vm, Value self, Value *args, int argc, Tuple *keywords) {
    (void)args;
    (void)keywords;
    Type *type = type_of(vm, self);
    if (argc == 0)
        return true;
    if (has_own_init(vm, type)) {
        vm_raise(vm, vm->exceptions.TypeError,
                 "object.__init__() takes exactly one argument (the instance to initialize)");
        return false;
    }
    if (!has_own_new(vm, type)) {
        vm_raise(vm, vm->exceptions.TypeError,
                 "%N.__init__() takes exactly one argument (the instance to initialize)", type);
        return false;
    }
    return true;
}

/* --- Methods -------------------------------------------------------------------------------------- */

static Value object_format(Vm *vm, Value *args, int argc) {
    (void)argc;
    if (!is_string(args[1]))
        return vm_raise(vm, vm->exceptions.TypeError, "__format__() argument must be str, not %T", args[1]);
    if (AS(String, args[1])->byte_count > 0)
        return vm_raise(vm, vm->exceptions.TypeError, "unsupported format string passed to %T.__format__",
                        args[0]);
    return value_str(vm, args[0]);
}

void add_names_of_class(Vm *vm, Dict *names, const Type *type) {
    for (int64_t i = 0; i < type->mro->count; i++) {
        uint32_t position = 0;
        for (DictEntry *entry; (entry = dict_next(AS(Type, type->mro->items[i])->namespace, &position));)
            dict_set_string(vm, names, AS(String, entry->key), NONE);
    }
}

Value list_of_keys(Vm *vm, const Dict *names) {
    List *list = list_new(vm, names->count);
    uint32_t position = 0;
    for (DictEntry *entry; (entry = dict_next(names, &position));)
        list_append(vm, list, entry->key);
    return object_value(list);
}

/* Has the class a say in what __dict__ and __class__ of its instances are? */
static bool is_asked_for_dict(Vm *vm, Type *type) {
    if (type->flags & TYPE_NATIVE)
        return false;
    Value dict = type_lookup(vm, type, vm->names.dict);
    return type->ops.get_attribute != attribute_get_generic ||
           (dict != NOTHING && !is_kind(dict, KIND_NATIVE_PROPERTY)) ||
           !is_kind(type_lookup(vm, type, vm->names.class_), KIND_NATIVE_PROPERTY);
}

/* The names in what the object says its __dict__ and its __class__ are. */
static Value dir_as_asked(Vm *vm, Value object) {
    Value own = value_find_attribute(vm, object, vm->names.dict);
    if (vm_has_exception(vm))
        return NOTHING;
    size_t mark = vm_root_mark(vm);
    Dict *names = own != NOTHING && is_dict(own) ? dict_copy(vm, AS(Dict, own)) : dict_new(vm);
    vm_root(vm, object_value(names));
    Value class = value_find_attribute(vm, object, vm->names.class_);
    vm_root_reset(vm, mark);
    if (vm_has_exception(vm))
        return NOTHING;
    if (class != NOTHING && is_type(class))
        add_names_of_class(vm, names, AS(Type, class));
    return list_of_keys(vm, names);
}

static Value object_dir(Vm *vm, Value *args, int argc) {
    (void)argc;
    if (is_asked_for_dict(vm, type_of(vm, args[0])))
        return dir_as_asked(vm, args[0]);
    Dict *names = dict_new(vm);
    Attributes *attributes = is_object(args[0]) ? attributes_of(vm, as_object(args[0])) : NULL;
    if (attributes) {
        List *own = attributes_names(vm, attributes);
        for (int64_t i = 0; i < own->count; i++)
            dict_set_string(vm, names, AS(String, own->items[i]), NONE);
    }
    add_names_of_class(vm, names, type_of(vm, args[0]));
    return list_of_keys(vm, names);
}

static Value object_init_subclass(Vm *vm, Value *args, int argc) {
    (void)argc;
    if (args[1] == NOTHING || AS(Dict, args[1])->count == 0)
        return NONE;
    return vm_raise(vm, vm->exceptions.TypeError, "%S.__init_subclass__() takes no keyword arguments",
                    AS(Type, args[0])->qualname);
}

/* --- __class__ ----------------------------------------------------------------------- */

static Value get_class(Vm *vm, Value self) {
    return object_value(type_of(vm, self));
}

/* The attributes move to shapes of the new class, one by one. */
static void change_class(Vm *vm, Instance *instance, Type *type) {
    if (instance->attributes.shape && instance->attributes.shape->is_dictionary) {
        Dict *dict = attributes_dict(vm, &instance->head, &instance->attributes);
        instance->head.type = type;
        instance->attributes = (Attributes){type->root_shape, instance->inline_slots};
        attributes_dict(vm, &instance->head, &instance->attributes);
        instance->attributes.slots = (Value *)(void *)dict;
        return;
    }
    List *names = attributes_names(vm, &instance->attributes);
    instance->head.type = type;
    instance->attributes.shape = type->root_shape;
    List *values = list_from(vm, instance->attributes.slots, names->count);
    for (int64_t i = 0; i < names->count; i++)
        attributes_set(vm, &instance->head, &instance->attributes, AS(String, names->items[i]),
                       values->items[i]);
}

static bool set_class(Vm *vm, Value self, Value value) {
    Type *type_error = vm->exceptions.TypeError;
    if (value == NOTHING) {
        vm_raise(vm, type_error, "can't delete __class__ attribute");
        return false;
    }
    if (!is_type(value)) {
        vm_raise(vm, type_error, "__class__ must be set to a class, not '%T' object", value);
        return false;
    }
    Type *from = type_of(vm, self), *to = AS(Type, value);
    if ((from->flags | to->flags) & TYPE_NATIVE) {
        vm_raise(vm, type_error,
                 "__class__ assignment only supported for mutable types or ModuleType subclasses");
        return false;
    }
    unsigned layout_flags = TYPE_HAS_SLOTS;
    if (!is_kind(self, KIND_INSTANCE) || to->instance_kind != KIND_INSTANCE ||
        ((from->flags ^ to->flags) & layout_flags) || from->solid_base != to->solid_base ||
        !from->root_shape || !to->root_shape) {
        vm_raise(vm, type_error, "__class__ assignment: '%N' object layout differs from '%N'", to, from);
        return false;
    }
    change_class(vm, AS(Instance, self), to);
    return true;
}

/* The hook of abstract base classes: no opinion. */
static Value object_subclasshook(Vm *vm, Value *args, int argc) {
    (void)vm;
    (void)args;
    (void)argc;
    return NOT_IMPLEMENTED;
}

static const NativeDef methods[] = {
    {"__format__", object_format, 2, 2, 0, NULL},
    {"__dir__", object_dir, 1, 1, 0, NULL},
    {"__init_subclass__", object_init_subclass, 1, 1, NATIVE_CLASS | NATIVE_ANY_KEYWORDS, ""},
    {"__subclasshook__", object_subclasshook, 1, 2, NATIVE_CLASS, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

static const NativePropertyDef properties[] = {
    {"__class__", get_class, set_class},
    {NULL, NULL, NULL},
};

static const TypeDef object_def = {
    .name = "object",
    .doc = "The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new "
           "featureless\ninstance that has no instance attributes and cannot be given any.\n",
    .kind = KIND_INSTANCE,
    .size = sizeof(Instance),
    .ops = {.repr = object_repr,
            .str = object_str,
            .hash = object_hash,
            .compare = object_compare,
            .get_attribute = attribute_get_generic,
            .set_attribute = attribute_set_generic},
    .create = object_create,
    .initialize = object_initialize,
    .methods = methods,
    .properties = properties,
};

void object_type_setup(Vm *vm) {
    type_define_core(vm, KIND_INSTANCE, &object_def);
}
