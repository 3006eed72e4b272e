/* Handles: the callbacks that scripts schedule with call_soon(), call_later() and call_at(), and add to
 * futures. */
#ifndef BIDE_VM_HANDLE_H
#define BIDE_VM_HANDLE_H

#include "vm/future.h"
#include "vm/timer_heap.h"

enum {
    HANDLE_CANCELLED = 0x100, /* in head.flags */
    HANDLE_SCHEDULED = 0x200, /* TimerHandle: it is in the timer heap, as `timer` */
};

typedef struct Handle {
    Obj head;
    Loop *loop;
    Value callback;   /* NONE once cancelled; or, in debug mode, what it was, in words */
    Tuple *arguments; /* NULL: none, or (a future's callback) the future */
    Value context;    /* in which it is called, as context.h says */
} Handle;

typedef struct TimerHandle {
    Handle handle;
    double when;
    TimerId timer;
} TimerHandle;

extern const NativeLayout handle_layout, timer_handle_layout;

/* A handle that is not scheduled yet. `context` is a Context, or NONE: a copy of the current one. */
Handle *handle_new(Vm *vm, Loop *loop, Value callback, Tuple *arguments, Value context);
TimerHandle *timer_handle_new(Vm *vm, Loop *loop, double when, Value callback, Tuple *arguments,
                              Value context);

/* handle.cancel(): it will not be called. */
void handle_cancel(Vm *vm, Handle *handle);

/* Calls it, if it is not cancelled. `future` is the argument of a future's callback, else NOTHING. An
 * exception is reported through the loop's exception handler. False: KeyboardInterrupt or SystemExit is
 * pending. */
bool handle_run(Vm *vm, Handle *handle, Value future);

#endif
