/* Module _types: what types.coroutine() needs in C. */
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

static const NativeDef functions[] = {
    {"allow_awaiting", allow_awaiting, 1, 1, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

const ModuleDef iterable_coroutine_module = {"_types", functions, NULL};
