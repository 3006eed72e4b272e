/* The interpreter lock: of all threads, the one that holds it runs scripts and touches objects.
 *
 * It is given away in two places. Around calls that may block (interpreter_release ... interpreter_acquire):
 * in between no object may be touched, and what the caller holds must be rooted, since others collect
 * garbage. And at safepoints, when somebody has waited for the switch interval: the waiter asks for it
 * through vm->interrupts, so that code nobody waits for pays nothing. Whatever C code does apart from these
 * is indivisible to scripts.
 *
 * The lock is handed over, not dropped: who gives it away names the next holder, the first in the queue, so
 * that nobody starves. With a single thread, releasing and acquiring do nothing. */
#ifndef BIDE_VM_INTERPRETER_LOCK_H
#define BIDE_VM_INTERPRETER_LOCK_H

#include "vm/vm.h"

typedef struct InterpreterLock {
    pthread_mutex_t mutex; /* guards this struct */
    Thread *holder;        /* NULL: nobody */
    Thread *first_waiting, *last_waiting;
} InterpreterLock;

/* In the hands of `holder`. */
InterpreterLock *interpreter_lock_new(Thread *holder);
void interpreter_lock_free(InterpreterLock *lock);

/* Gives the lock away before a call that may block; returns what interpreter_acquire() is to be handed after
 * it. errno is kept. */
Thread *interpreter_release(Vm *vm);
void interpreter_acquire(Vm *vm, Thread *released);

/* Lets those who wait for the lock have it, and comes back when it is this thread's turn again. */
void interpreter_yield(Vm *vm);

/* A new thread takes the lock for the first time; an ending one gives it away for good. */
void interpreter_enter(Vm *vm, Thread *thread);
void interpreter_leave(Vm *vm);

#endif
