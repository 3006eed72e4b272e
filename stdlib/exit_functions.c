/* Module _atexit: what atexit.py cannot do itself. */
#include "stdlib/modules.h"
#include "vm/exception.h"
#include "vm/finalization.h"

/* _report(function, exception): an exception at the end is told of, and no more. */
static Value report(Vm *vm, Value *args, int argc) {
    (void)argc;
    vm->thread->exception = args[1];
    report_ignored_exception(vm, "in atexit callback", args[0]);
    return NONE;
}

static const NativeDef functions[] = {
    {"report", report, 2, 2, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

static bool setup(Vm *vm, Module *module) {
    (void)vm, (void)module;
    return true;
}

const ModuleDef exit_functions_module = {"_atexit", functions, setup};
