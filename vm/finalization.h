/* What is done for objects before they go: `__del__`, the finally blocks of generators nobody will resume,
 * the warning about a coroutine that was never awaited. Scripts run here, so it happens at safepoints, after
 * the collection that found the objects. */
#ifndef BIDE_VM_FINALIZATION_H
#define BIDE_VM_FINALIZATION_H

#include "vm/vm.h"

/* Finalizes all that the last collection found. Exceptions are reported on standard error, never raised. */
void finalize_unreachable(Vm *vm);

/* At the end of the program: warns about coroutines that never ran, as CPython does when it tears modules
 * down. */
void finalize_at_exit(Vm *vm);

/* "Exception ignored in: ..." and the traceback of the pending exception, which is cleared. */
void report_ignored_exception(Vm *vm, const char *what, Value object);

#endif
