/* Warnings: a line on standard error, once for each place and text. */
#ifndef BIDE_VM_WARNING_H
#define BIDE_VM_WARNING_H

#include "vm/vm.h"

/* "FILE:LINE: RuntimeWarning: coroutine 'f' was never awaited" at the statement that runs now; and where it
 * was made, if that was noted. */
void warn_never_awaited(Vm *vm, Value coroutine);

/* Writes to the script's standard error, unbuffered. */
void vm_write_error(Vm *vm, const char *chars, size_t count);

#endif
