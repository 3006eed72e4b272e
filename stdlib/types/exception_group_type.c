/* BaseExceptionGroup and ExceptionGroup: what scripts see of vm/exception_group.h. */
#include "stdlib/arguments.h"
#include "stdlib/types/sequences.h"
#include "stdlib/types/types.h"
#include "vm/call.h"
#include "vm/exception_group.h"
#include "vm/list.h"

static Value create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    int count = argc - (keywords ? (int)keywords->count : 0);
    if (count != 2)
        return vm_raise(vm, vm->exceptions.TypeError,
                        "BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)", count);
    if (!is_string(args[0]))
        return vm_raise(vm, vm->exceptions.TypeError,
                        "BaseExceptionGroup.__new__() argument 1 must be str, not %s",
                        argument_type_name(vm, args[0]));
    return exception_group_new(vm, type, args[0], args[1]);
}

static int64_t member_count(Value self) {
    return AS(Tuple, AS(Exception, self)->extra2)->count;
}

static Value to_str(Vm *vm, Value self) {
    const String *message = AS(String, AS(Exception, self)->extra);
    int64_t count = member_count(self);
    return object_value(string_format(vm, "%S (%l sub-exception%s)", message, count, count == 1 ? "" : "s"));
}

static Value get_message(Vm *vm, Value self) {
    (void)vm;
    return AS(Exception, self)->extra;
}

static Value get_exceptions(Vm *vm, Value self) {
    (void)vm;
    return AS(Exception, self)->extra2;
}

static bool set_nothing(Vm *vm, Value self, Value value) {
    (void)self, (void)value;
    vm_raise(vm, vm->exceptions.AttributeError, "readonly attribute");
    return false;
}

static Value method_derive(Vm *vm, Value *args, int argc) {
    (void)argc;
    return exception_group_new(vm, vm->exceptions.BaseExceptionGroup, AS(Exception, args[0])->extra, args[1]);
}

static Value method_split(Vm *vm, Value *args, int argc) {
    (void)argc;
    Value match, rest;
    size_t mark = vm_root_mark(vm);
    vm_root(vm, args[0]);
    vm_root(vm, args[1]);
    bool ok = exception_group_split(vm, args[0], args[1], &match, &rest);
    vm_root_reset(vm, mark);
    return ok ? object_value(tuple_of(vm, 2, match, rest)) : NOTHING;
}

static Value method_subgroup(Vm *vm, Value *args, int argc) {
    (void)argc;
    Value match;
    size_t mark = vm_root_mark(vm);
    vm_root(vm, args[0]);
    vm_root(vm, args[1]);
    bool ok = exception_group_split(vm, args[0], args[1], &match, NULL);
    vm_root_reset(vm, mark);
    return ok ? match : NOTHING;
}

static const NativeDef methods[] = {
    {"derive", method_derive, 2, 2, 0, NULL},
    {"split", method_split, 2, 2, 0, NULL},
    {"subgroup", method_subgroup, 2, 2, 0, NULL},
    {"__class_getitem__", generic_alias_method, 2, 2, NATIVE_CLASS, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

static const NativePropertyDef properties[] = {
    {"message", get_message, set_nothing},
    {"exceptions", get_exceptions, set_nothing},
    {NULL, NULL, NULL},
};

static const TypeDef group_def = {
    .name = "BaseExceptionGroup",
    .doc = "A combination of multiple unrelated exceptions.",
    .kind = KIND_EXCEPTION,
    .size = sizeof(Exception),
    .flags = TYPE_EXCEPTION,
    .ops = {.str = to_str},
    .create = create,
    .methods = methods,
    .properties = properties,
};

void exception_group_type_setup(Vm *vm) {
    type_define(vm, vm->exceptions.BaseExceptionGroup, &group_def);
}
