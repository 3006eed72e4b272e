/* Module _types: what modules in the language need to do to functions and classes in C. */
#include "stdlib/modules.h"
#include "vm/code.h"
#include "vm/function.h"

/* allow_awaiting(function): the generators that this function makes may be awaited, as coroutines are. */
static Value allow_awaiting(Vm *vm, Value *args, int argc) {
    (void)argc;
    if (!is_kind(args[0], KIND_FUNCTION))
        return vm_raise(vm, vm->exceptions.TypeError, "a function is required, not %T", args[0]);
    Function *function = AS(Function, args[0]);
    /* Other functions made by the same `def` stay what they are. */
    function->code = code_copy(vm, function->code);
    function->code->flags |= CODE_ITERABLE_COROUTINE;
    return NONE;
}

/* name_with_module(class): messages name it with its module, as those of CPython's classes in C are. For use
 * as a decorator. */
static Value name_with_module(Vm *vm, Value *args, int argc) {
    (void)argc;
    if (!is_type(args[0]))
        return vm_raise(vm, vm->exceptions.TypeError, "a class is required, not %T", args[0]);
    type_name_with_module(vm, AS(Type, args[0]));
    return args[0];
}

static const NativeDef functions[] = {
    {"name_with_module", name_with_module, 1, 1, 0, NULL},
    {"allow_awaiting", allow_awaiting, 1, 1, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

const ModuleDef type_tools_module = {"_types", functions, NULL};
