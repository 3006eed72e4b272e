/* Module posix: the calls of the system that modules os, io and subprocess stand on. Files of this folder
 * hold its functions by what they are about; module.c puts them together.
 *
 * A call that may block is made without the interpreter lock, and is made again after a signal, once that has
 * been served (PEP 475). */
#ifndef BIDE_STDLIB_POSIX_POSIX_H
#define BIDE_STDLIB_POSIX_POSIX_H

#include <errno.h>

#include "stdlib/modules.h"
#include "vm/dict.h"
#include "vm/interpreter_lock.h"
#include "vm/list.h"

/* Each file's functions, ended by a NULL name. */
extern const NativeDef posix_descriptor_functions[];
extern const NativeDef posix_path_functions[];
extern const NativeDef posix_process_functions[];

/* A path: str, bytes, or what has __fspath__(). *holder is what owns the characters: keep it alive. False:
 * raised TypeError, or ValueError (it holds a NUL). */
bool posix_path_argument(Vm *vm, Value v, const char *function, Value *holder, const char **path);

/* An int that fits a C int. False: raised. */
bool posix_int_argument(Vm *vm, Value v, int *number);

/* Is a call that failed to be made again? After EINTR, once signals are served, it is; any other errno is
 * raised as OSError about `path` (NOTHING: none). */
bool posix_retry(Vm *vm, Value path);

/* Makes a call of the system without the interpreter lock, again as long as a signal interrupts it; `outcome`
 * gets what it returns. Below zero: raised, perhaps by a signal that came when part of the work was done. */
#define POSIX_BLOCKING(vm, outcome, call, path)           \
    do {                                                  \
        Thread *released_ = interpreter_release(vm);      \
        (outcome) = (call);                               \
        interpreter_acquire(vm, released_);               \
        if ((outcome) >= 0 && !vm_check_interrupts(vm)) { \
            (outcome) = -1;                               \
            break;                                        \
        }                                                 \
    } while ((outcome) < 0 && posix_retry((vm), (path)))

#endif
