/* Module _thread: what threading.py is made of. One file for each type, module.c puts them together.
 *
 * Everything here runs under the interpreter lock, so its state needs no lock of its own: who cannot go on
 * parks (see vm/parking.h), and looks again when it is woken. */
#ifndef BIDE_STDLIB_THREAD_THREAD_H
#define BIDE_STDLIB_THREAD_THREAD_H

#include "vm/parking.h"
#include "vm/vm.h"

/* Each file's share of the module's setup: makes its types and enters them into the module. */
void thread_lock_setup(Vm *vm, Module *module);
void thread_local_setup(Vm *vm, Module *module);
void thread_handle_setup(Vm *vm, Module *module);

/* Functions of the module, defined in the file of what they make. */
Value thread_allocate_lock(Vm *vm, Value *args, int argc);
Value thread_start_joinable(Vm *vm, Value *args, int argc);
Value thread_announce(Vm *vm, Value *args, int argc);
Value thread_start_new(Vm *vm, Value *args, int argc);

/* What get_ident() returns in a thread. */
int64_t thread_identity(const Thread *thread);

/* `blocking` and `timeout` of an acquire() (NOTHING: not given) as a deadline; one that is over: do not wait.
 * False: raised. */
bool thread_acquire_arguments(Vm *vm, Value blocking, Value timeout, double *deadline);

/* A timeout in seconds as a deadline; NOTHING and None: none. False: raised. */
bool thread_timeout_argument(Vm *vm, Value timeout, double *deadline);

/* At the end of the main program: waits for the threads that are no daemons. What ends the waiting (Ctrl-C)
 * is reported. */
void thread_finish_all(Vm *vm);

#endif
