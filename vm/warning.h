/* The interpreter's own warnings. They go the way of a script's: through module warnings, which is imported
 * when there is the first one, and whose filters decide. */
#ifndef BIDE_VM_WARNING_H
#define BIDE_VM_WARNING_H

#include "vm/vm.h"

/* RuntimeWarning: coroutine 'f' was never awaited, at the statement that runs now; and where it was made, if
 * that was noted. The coroutine must be rooted. False: a filter made an error of it, which is raised. */
bool warn_never_awaited(Vm *vm, Value coroutine);

/* Writes to the script's standard error, unbuffered. */
void vm_write_error(Vm *vm, const char *chars, size_t count);

#endif
