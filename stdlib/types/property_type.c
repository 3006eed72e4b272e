/* Descriptors: property, staticmethod, classmethod, and the attributes of native types and of __slots__. */
#include "stdlib/types/names.h"
#include "stdlib/types/types.h"
#include "vm/call.h"
#include "vm/function.h"

/* --- property ------------------------------------------------------------------------------------- */

static Value property_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    (void)args;
    (void)argc;
    (void)keywords;
    Property *property = type_allocate(vm, type);
    property->getter = property->setter = property->deleter = property->doc = property->name = NONE;
    return object_value(property);
}

/* The documentation is the getter's unless it is given. */
static bool take_doc(Vm *vm, Property *property) {
    if (property->doc != NONE || property->getter == NONE)
        return true;
    Value doc = value_find_attribute(vm, property->getter, vm->names.doc);
    if (doc != NOTHING)
        property->doc = doc;
    return !vm_has_exception(vm);
}

static bool property_initialize(Vm *vm, Value self, Value *args, int argc, Tuple *keywords) {
    static const char *const names[] = {"fget", "fset", "fdel", "doc"};
    Value given[4] = {NOTHING, NOTHING, NOTHING, NOTHING};
    int positional = argc - (keywords ? (int)keywords->count : 0);
    if (argc > 4) {
        vm_raise(vm, vm->exceptions.TypeError, "property() takes at most 4 arguments (%d given)", argc);
        return false;
    }
    for (int i = 0; i < positional; i++)
        given[i] = args[i];
    for (int i = positional; i < argc; i++) {
        const String *name = AS(String, keywords->items[i - positional]);
        int at = 0;
        while (at < 4 && !string_equal_c(name, names[at]))
            at++;
        if (at == 4) {
            vm_raise(vm, vm->exceptions.TypeError, "'%S' is an invalid keyword argument for property()",
                     name);
            return false;
        }
        if (given[at] != NOTHING) {
            vm_raise(vm, vm->exceptions.TypeError,
                     "argument for property() given by name ('%S') and position (%d)", name, at + 1);
            return false;
        }
        given[at] = args[i];
    }
    Property *property = AS(Property, self);
    Value *places[] = {&property->getter, &property->setter, &property->deleter, &property->doc};
    for (int i = 0; i < 4; i++)
        if (given[i] != NOTHING)
            *places[i] = given[i];
    return take_doc(vm, property);
}

static Property *copy_property(Vm *vm, Value self) {
    const Property *from = AS(Property, self);
    Property *copy = type_allocate(vm, as_object(self)->type);
    copy->getter = from->getter;
    copy->setter = from->setter;
    copy->deleter = from->deleter;
    copy->doc = from->doc;
    copy->name = from->name;
    return copy;
}

static Value with_getter(Vm *vm, Value *args, int argc) {
    (void)argc;
    Property *copy = copy_property(vm, args[0]);
    copy->getter = args[1];
    copy->doc = NONE;
    return take_doc(vm, copy) ? object_value(copy) : NOTHING;
}

static Value with_setter(Vm *vm, Value *args, int argc) {
    (void)argc;
    Property *copy = copy_property(vm, args[0]);
    copy->setter = args[1];
    return object_value(copy);
}

static Value with_deleter(Vm *vm, Value *args, int argc) {
    (void)argc;
    Property *copy = copy_property(vm, args[0]);
    copy->deleter = args[1];
    return object_value(copy);
}

static Value set_property_name(Vm *vm, Value *args, int argc) {
    (void)vm;
    (void)argc;
    AS(Property, args[0])->name = args[2];
    return NONE;
}

static Value property_getter(Vm *vm, Value self) {
    (void)vm;
    return AS(Property, self)->getter;
}

static Value property_setter(Vm *vm, Value self) {
    (void)vm;
    return AS(Property, self)->setter;
}

static Value property_deleter(Vm *vm, Value self) {
    (void)vm;
    return AS(Property, self)->deleter;
}

static Value property_doc(Vm *vm, Value self) {
    (void)vm;
    return AS(Property, self)->doc;
}

static bool set_property_doc(Vm *vm, Value self, Value value) {
    (void)vm;
    AS(Property, self)->doc = value == NOTHING ? NONE : value;
    return true;
}

static Value is_abstract_of(Vm *vm, Value function) {
    if (function == NONE)
        return FALSE_VALUE;
    Value flag = value_find_attribute(vm, function, string_intern_c(vm, "__isabstractmethod__"));
    if (flag == NOTHING)
        return vm_has_exception(vm) ? NOTHING : FALSE_VALUE;
    int truth = value_truth(vm, flag);
    return truth < 0 ? NOTHING : bool_value(truth);
}

static Value property_is_abstract(Vm *vm, Value self) {
    const Property *property = AS(Property, self);
    Value parts[] = {property->getter, property->setter, property->deleter};
    for (int i = 0; i < 3; i++) {
        Value flag = is_abstract_of(vm, parts[i]);
        if (flag != FALSE_VALUE)
            return flag;
    }
    return FALSE_VALUE;
}

static const NativeDef property_methods[] = {
    {"getter", with_getter, 2, 2, 0, NULL},
    {"setter", with_setter, 2, 2, 0, NULL},
    {"deleter", with_deleter, 2, 2, 0, NULL},
    {"__set_name__", set_property_name, 3, 3, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

static const NativePropertyDef property_properties[] = {
    {"fget", property_getter, NULL},
    {"fset", property_setter, NULL},
    {"fdel", property_deleter, NULL},
    {"__doc__", property_doc, set_property_doc},
    {"__isabstractmethod__", property_is_abstract, NULL},
    {NULL, NULL, NULL},
};

static const TypeDef property_def = {
    .name = "property",
    .kind = KIND_PROPERTY,
    .size = sizeof(Property),
    .ops = {.get = descriptor_get_native, .set = descriptor_set_native},
    .create = property_create,
    .initialize = property_initialize,
    .methods = property_methods,
    .properties = property_properties,
};

/* --- staticmethod and classmethod ----------------------------------------------------------------- */

static Value wrapper_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    (void)args;
    (void)argc;
    (void)keywords;
    MethodWrapper *wrapper = type_allocate(vm, type);
    wrapper->callable = NONE;
    return object_value(wrapper);
}

static bool wrapper_initialize(Vm *vm, Value self, Value *args, int argc, Tuple *keywords) {
    const char *name = is_kind(self, KIND_STATIC_METHOD) ? "staticmethod" : "classmethod";
    if (keywords) {
        vm_raise(vm, vm->exceptions.TypeError, "%s() takes no keyword arguments", name);
        return false;
    }
    if (argc != 1) {
        vm_raise(vm, vm->exceptions.TypeError, "%s expected 1 argument, got %d", name, argc);
        return false;
    }
    AS(MethodWrapper, self)->callable = args[0];
    return true;
}

static Value wrapper_function(Vm *vm, Value self) {
    (void)vm;
    return AS(MethodWrapper, self)->callable;
}

static Value wrapper_is_abstract(Vm *vm, Value self) {
    return is_abstract_of(vm, AS(MethodWrapper, self)->callable);
}

/* Its name, documentation and the like are those of the function. */
static Value wrapper_get_attribute(Vm *vm, Value self, String *name) {
    const VmNames *names = &vm->names;
    if (name == names->doc || name == names->name || name == names->qualname || name == names->module ||
        name == names->annotations)
        return value_get_attribute(vm, AS(MethodWrapper, self)->callable, name);
    return attribute_get_generic(vm, self, name);
}

static Value wrapper_repr(Vm *vm, Value self) {
    Value function = value_repr(vm, AS(MethodWrapper, self)->callable);
    if (function == NOTHING)
        return NOTHING;
    return object_value(
        string_format(vm, is_kind(self, KIND_STATIC_METHOD) ? "<staticmethod(%S)>" : "<classmethod(%S)>",
                      AS(String, function)));
}

static Value static_method_call(Vm *vm, Value self, Value *args, int argc, Tuple *keywords) {
    return vm_call(vm, AS(MethodWrapper, self)->callable, args, argc, keywords);
}

static const NativePropertyDef wrapper_properties[] = {
    {"__func__", wrapper_function, NULL},
    {"__wrapped__", wrapper_function, NULL},
    {"__isabstractmethod__", wrapper_is_abstract, NULL},
    {NULL, NULL, NULL},
};

static const TypeDef static_method_def = {
    .name = "staticmethod",
    .kind = KIND_STATIC_METHOD,
    .size = sizeof(MethodWrapper),
    .ops = {.repr = wrapper_repr,
            .call = static_method_call,
            .get = descriptor_get_native,
            .get_attribute = wrapper_get_attribute},
    .create = wrapper_create,
    .initialize = wrapper_initialize,
    .properties = wrapper_properties,
};

static const TypeDef class_method_def = {
    .name = "classmethod",
    .kind = KIND_CLASS_METHOD,
    .size = sizeof(MethodWrapper),
    .ops = {.repr = wrapper_repr, .get = descriptor_get_native, .get_attribute = wrapper_get_attribute},
    .create = wrapper_create,
    .initialize = wrapper_initialize,
    .properties = wrapper_properties,
};

/* --- Attributes of native types and members ------------------------------------------------------- */

static Value member_repr(Vm *vm, Value self) {
    const NativeProperty *property = AS(NativeProperty, self);
    return object_value(string_format(vm, "<%s '%S' of '%N' objects>", property->def ? "attribute" : "member",
                                      property->name, property->owner));
}

static Value member_name(Vm *vm, Value self) {
    (void)vm;
    return object_value(AS(NativeProperty, self)->name);
}

static Value member_qualname(Vm *vm, Value self) {
    const NativeProperty *property = AS(NativeProperty, self);
    return object_value(string_format(vm, "%S.%S", property->owner->qualname, property->name));
}

static Value member_owner(Vm *vm, Value self) {
    (void)vm;
    return object_value(AS(NativeProperty, self)->owner);
}

static Value member_doc(Vm *vm, Value self) {
    (void)vm;
    (void)self;
    return NONE;
}

static const NativePropertyDef member_properties[] = {
    {"__name__", member_name, NULL},
    {"__qualname__", member_qualname, NULL},
    {"__objclass__", member_owner, NULL},
    {"__doc__", member_doc, NULL},
    {NULL, NULL, NULL},
};

static const TypeDef member_def = {
    .name = "getset_descriptor",
    .kind = KIND_NATIVE_PROPERTY,
    .size = sizeof(NativeProperty),
    .ops = {.repr = member_repr, .get = descriptor_get_native, .set = descriptor_set_native},
    .properties = member_properties,
};

static const TypeDef slot_member_def = {
    .name = "member_descriptor",
    .kind = KIND_NATIVE_PROPERTY,
    .size = sizeof(NativeProperty),
    .ops = {.repr = member_repr, .get = descriptor_get_native, .set = descriptor_set_native},
    .properties = member_properties,
};

void property_type_setup(Vm *vm) {
    type_define_core(vm, KIND_PROPERTY, &property_def);
    type_define_core(vm, KIND_STATIC_METHOD, &static_method_def);
    type_define_core(vm, KIND_CLASS_METHOD, &class_method_def);
    type_define_core(vm, KIND_NATIVE_PROPERTY, &member_def);
    type_define(vm, vm->member_descriptor_type, &slot_member_def);
}
