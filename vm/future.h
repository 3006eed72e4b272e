/* Futures: a result that is not there yet, and whom to tell when it is.
 *
 * A future that is done never calls anybody: it puts its callbacks into its loop's ready queue, in the order
 * in which they were added. A callback is a tagged word (see ready_queue.h): mostly the task that waits, so
 * that waiting allocates nothing. One is held in place, several in a table. `outcome` holds, while it is
 * pending, what its cancellation is to say (a task's); when finished the result, or a tuple of the exception
 * and the traceback it had then; when cancelled the message, or the CancelledError that ended the task. Tasks
 * (task.h) and what gather() returns (gathering.h) begin with a Future, and are futures. */
#ifndef BIDE_VM_FUTURE_H
#define BIDE_VM_FUTURE_H

#include "vm/generator.h"
#include "vm/ready_queue.h"
#include "vm/vm.h"

typedef struct Loop Loop;

typedef struct Future {
    Obj head; /* flags: FUTURE_... and TASK_... */
    Loop *loop;
    Value outcome;       /* see above; NOTHING: nothing yet */
    uintptr_t callbacks; /* 0: none; a ReadyTarget, or a FutureCallbacks with FUTURE_MANY_CALLBACKS */
} Future;

/* The callbacks of a future that has more than one; malloc'ed. */
typedef struct FutureCallbacks {
    uint32_t count, capacity;
    ReadyTarget targets[];
} FutureCallbacks;

/* In head.flags. */
enum {
    FUTURE_FINISHED = 0x100, /* it has a result or an exception */
    FUTURE_CANCELLED = 0x200,
    FUTURE_FAILED = 0x400,       /* finished with an exception */
    FUTURE_BLOCKING = 0x800,     /* `await` has just yielded it: its task is to wait for it */
    FUTURE_UNRETRIEVED = 0x1000, /* it failed, and nobody has asked yet: to be reported when it goes */
    FUTURE_MANY_CALLBACKS = 0x2000,
    TASK_MUST_CANCEL = 0x4000, /* CancelledError is to be thrown in at its next step */
    TASK_QUIET = 0x8000,       /* not to be reported when it goes while pending */
    FUTURE_DONE = FUTURE_FINISHED | FUTURE_CANCELLED,
};

extern const NativeLayout future_layout;

/* An asyncio.Future or Task, or an instance of a subclass? */
bool is_future(Value v);

static inline bool future_is_done(const Future *future) {
    return future->head.flags & FUTURE_DONE;
}

static inline bool future_is_cancelled(const Future *future) {
    return future->head.flags & FUTURE_CANCELLED;
}

/* A pending future of `loop`. */
Future *future_new(Vm *vm, Loop *loop);

/* A subclass's __init__ may have forgotten Future's. False: raised RuntimeError. */
bool future_check_initialized(Vm *vm, const Future *future);

/* One step of awaiting `future`. Pending at first: RESUME_YIELDED with the future itself (its task then waits
 * for it). Done: RESUME_RETURNED with its result, or RESUME_RAISED with its exception. Resumed while still
 * pending: RuntimeError "await wasn't used with future". `thrown`: raised. */
ResumeResult future_step(Vm *vm, Value future, Value thrown, Value *result);

/* Ends it. False: raised (InvalidStateError when it is done; RuntimeError when it has callbacks and its loop
 * is closed; TypeError where `exception` is no exception, or StopIteration). */
bool future_set_result(Vm *vm, Future *future, Value result);
bool future_set_exception(Vm *vm, Future *future, Value exception);

/* The result; NOTHING: raised (its exception, CancelledError, InvalidStateError while pending). Counts as
 * retrieving. */
Value future_result(Vm *vm, Future *future);

/* The exception, or NONE; NOTHING: raised (CancelledError, InvalidStateError). Counts as retrieving. */
Value future_exception(Vm *vm, Future *future);

/* The exception of a failed future, with the traceback it had when it was set, to be raised. */
Value future_take_exception(Vm *vm, Future *future);

/* future.cancel(msg) of any kind of future (`message` NONE: none): 1: it is, or will be, cancelled; 0: it was
 * done; -1: raised. */
int future_cancel(Vm *vm, Future *future, Value message);

/* Makes a pending future cancelled, whatever kind it is. False: raised. */
bool future_set_cancelled(Vm *vm, Future *future, Value message);

/* A CancelledError; `message` NONE or NOTHING: that says nothing. */
Value cancelled_error_new(Vm *vm, Value message);

/* The CancelledError that asking a cancelled future for its result raises: the one that ended its task the
 * first time, then new ones. */
Value future_cancelled_error(Vm *vm, Future *future);

/* Adds a callback; one that is done already has it scheduled at once (false: raised, its loop is closed). */
bool future_add_callback(Vm *vm, Future *future, ReadyTarget target);

/* Removes every occurrence of a callback; returns how many. */
int future_remove_callback(Vm *vm, Future *future, ReadyTarget target);

/* The callbacks of a pending future as an array. */
const ReadyTarget *future_callbacks(const Future *future, uint32_t *count);

/* An exception that nobody asked for, and a task that is still pending, are reported when the object goes. */
void future_finalize_report(Vm *vm, Future *future);

/* For layouts of structs that begin with a Future. */
void future_trace(Heap *heap, Obj *self);
void future_release(Vm *vm, Obj *self);

/* The future that this pending one follows, as that of a shield does; NULL: none. */
Future *future_source(const Future *future);

/* Where control is told of a future's end without a task: a C function. Structs that want to be called begin
 * like this. */
typedef struct Completion {
    Obj head;
    const struct CompletionDef *def;
} Completion;

typedef struct CompletionDef {
    const char *name; /* as the callback of a future, for people */
    size_t size;
    void (*run)(Vm *vm, Completion *self, Value future); /* a pending exception ends the loop */
    void (*trace)(Heap *heap, Completion *self); /* this and `release` are for objects of completion_new() */
    void (*release)(Completion *self);           /* may be NULL */
    /* As a callback of `future`: which future that one follows, to end as it ends; NULL: none. This may be
     * NULL. */
    Future *(*source)(const Completion *self, const Future *future);
} CompletionDef;

#endif
