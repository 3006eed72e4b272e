/* Tasks: a coroutine that the event loop steps, and the future of its result in one object.
 *
 * A step resumes the coroutine until it yields. What it yields is the future it waits for (the task becomes
 * one of its callbacks) or None (the task goes to the end of the ready queue). Cancelling a task cancels what
 * it waits for, or, if that cannot be, has CancelledError thrown in at its next step. All pending tasks are
 * in an array of the vm's scheduler (pending_tasks.h). */
#ifndef BIDE_VM_TASK_H
#define BIDE_VM_TASK_H

#include "vm/future.h"

typedef struct Task {
    Future future;
    Value coroutine; /* a coroutine, generator, native coroutine, asynchronous generator's step, or an object
                        with send(); NOTHING: it was done with its first step, eagerly */
    Value waiter;    /* the future it waits for; NOTHING: none */
    Value name;      /* a str; a small integer N stands for "Task-N" */
    Value context;   /* the context its steps run in, as context.h says */
    uint32_t place;  /* among the pending ones, + 1; 0: it is not pending */
    uint32_t cancel_requests;
} Task;

extern const NativeLayout task_layout;

static inline bool is_task(Value v) {
    return is_native(v, &task_layout);
}

/* A new task of `loop` whose first step is scheduled. `name` NOTHING: the next number. NULL: raised
 * (TypeError: `coroutine` is none; RuntimeError: the loop is closed). `context` is a Context, or NONE or
 * NOTHING: a copy of the current one. */
Task *task_new(Vm *vm, Loop *loop, Value coroutine, Value name, Value context);

/* The same on an object that has been allocated (of a subclass, say). False: raised. */
bool task_initialize(Vm *vm, Task *task, Loop *loop, Value coroutine, Value name, Value context);

/* The same for a task whose first step is run at once, if its loop is the one that runs. */
Task *task_new_eager(Vm *vm, Loop *loop, Value coroutine, Value name, Value context);
bool task_start_eagerly(Vm *vm, Task *task, Loop *loop, Value coroutine, Value name, Value context);

/* What both have in common: a task of which no step is scheduled. False: raised. */
bool task_prepare(Vm *vm, Task *task, Loop *loop, Value coroutine, Value name, Value context);

/* Runs the coroutine on to where it yields, from native code; as generator_resume(). */
ResumeResult task_resume(Vm *vm, Task *task, Value thrown, Value *result);

/* Can `v` be a task's coroutine? */
bool is_coroutine(Vm *vm, Value v);

/* task.cancel(msg): 1: requested, 0: it was done, -1: raised. */
int task_cancel(Vm *vm, Task *task, Value message);

/* task.get_name() */
String *task_name(Vm *vm, Task *task);

/* Makes the task, which waits for a future, go on with `exception` thrown in instead. False: raised. */
bool task_interrupt(Vm *vm, Task *task, Value exception);

/* The innermost place in script code at which a task that does not run stands. False: it has not begun in
 * script code, is done, or native throughout. */
bool task_place(Vm *vm, const Task *task, Code **code, uint32_t *instruction);

/* What the innermost script frame of a task's coroutine awaits: a native coroutine, a future, NONE... */
Value task_innermost_awaited(Vm *vm, const Task *task);

/* Describes what the task waits for, for people: "sleep(0.8)", "Queue.get", "Task-3", "a future". */
void task_describe_wait(Vm *vm, Task *task, StringBuilder *out);

#endif
