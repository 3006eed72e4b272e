/* None, NotImplemented and Ellipsis: one value each. */
#include "stdlib/arguments.h"
#include "stdlib/types/types.h"

static Value none_repr(Vm *vm, Value self) {
    (void)self;
    return object_value(string_intern_c(vm, "None"));
}

static Value not_implemented_repr(Vm *vm, Value self) {
    (void)self;
    return object_value(string_intern_c(vm, "NotImplemented"));
}

static Value ellipsis_repr(Vm *vm, Value self) {
    (void)self;
    return object_value(string_intern_c(vm, "Ellipsis"));
}

static int none_truth(Vm *vm, Value self) {
    (void)vm, (void)self;
    return 0;
}

static bool constant_hash(Vm *vm, Value self, int64_t *hash) {
    (void)vm;
    *hash = (int64_t)(self * 0x9e3779b1u);
    return true;
}

static bool takes_nothing(Vm *vm, const char *name, int argc) {
    if (argc != 0)
        vm_raise(vm, vm->exceptions.TypeError, "%s takes no arguments", name);
    return argc == 0;
}

static Value none_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    (void)type, (void)args, (void)keywords;
    return takes_nothing(vm, "NoneType", argc) ? NONE : NOTHING;
}

static Value not_implemented_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    (void)type, (void)args, (void)keywords;
    return takes_nothing(vm, "NotImplementedType", argc) ? NOT_IMPLEMENTED : NOTHING;
}

static Value ellipsis_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    (void)type, (void)args, (void)keywords;
    return takes_nothing(vm, "EllipsisType", argc) ? ELLIPSIS : NOTHING;
}

static const TypeDef none_def = {
    .name = "NoneType",
    .kind = KIND_NONE,
    .flags = TYPE_FINAL,
    .ops = {.repr = none_repr, .truth = none_truth, .hash = constant_hash},
    .create = none_create,
};

static const TypeDef not_implemented_def = {
    .name = "NotImplementedType",
    .kind = KIND_NOT_IMPLEMENTED,
    .flags = TYPE_FINAL,
    .ops = {.repr = not_implemented_repr, .hash = constant_hash},
    .create = not_implemented_create,
};

static const TypeDef ellipsis_def = {
    .name = "ellipsis",
    .kind = KIND_ELLIPSIS,
    .flags = TYPE_FINAL,
    .ops = {.repr = ellipsis_repr, .hash = constant_hash},
    .create = ellipsis_create,
};

void constant_types_setup(Vm *vm) {
    type_define_core(vm, KIND_NONE, &none_def);
    type_define_core(vm, KIND_NOT_IMPLEMENTED, &not_implemented_def);
    type_define_core(vm, KIND_ELLIPSIS, &ellipsis_def);
}
