/* What the interpreter loop and the event loop say to one another.
 *
 * loop_run() enters the interpreter in scheduler mode. There, the interpreter asks for the next step, resumes
 * that task's coroutine without leaving its C function, and reports what became of it. Everything else (ready
 * queue, timers, poller, futures, callbacks) is the event loop's own business: see event_loop.h. */
#ifndef BIDE_VM_SCHEDULER_H
#define BIDE_VM_SCHEDULER_H

#include "vm/generator.h"

/* Runs callbacks, timers and the poller until a task is to be stepped, whose coroutine is returned: one that
 * is written in the language, and neither runs nor is finished. *thrown: an exception to throw into it, or
 * NOTHING. thread->current_task is set. NULL: the loop is to stop; an exception may be pending: a callback
 * let a KeyboardInterrupt or SystemExit through. Tasks whose coroutine is native are stepped inside. */
Generator *scheduler_next_step(Vm *vm, Value *thrown);

/* What became of the step. RESUME_YIELDED, RESUME_RETURNED: `value`. RESUME_RAISED: the pending exception,
 * which is taken over (it may be left pending: KeyboardInterrupt and SystemExit end the loop; then false). */
bool scheduler_step_done(Vm *vm, ResumeResult result, Value value);

/* The step yielded `value`: notes that, and goes on as scheduler_next_step() does. */
Generator *scheduler_step_yielded(Vm *vm, Value value, Value *thrown);

/* An asynchronous generator is iterated for the first time while the loop runs: shutdown_asyncgens() will
 * close it. */
void scheduler_async_generator_begun(Vm *vm, Generator *generator);

/* Nobody will iterate it again: the loop makes a task of its aclose(), as CPython's finalizer hook does. */
void scheduler_async_generator_dropped(Vm *vm, Generator *generator);

#endif
