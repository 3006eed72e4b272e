/* The event stream: what the scheduler reports, as it happens, to an observer, if there is one.
 *
 * All that shows the scheduler to people (trace, timeline, stepping) reads this stream. An observer gets each
 * event while the scheduler is in the midst of things: it may look at everything and write, but must not call
 * scripts, and must not keep the event. With no observer an event costs one predictable branch. */
#ifndef BIDE_VM_SCHEDULER_EVENTS_H
#define BIDE_VM_SCHEDULER_EVENTS_H

#include "vm/task.h"

/* X(name): `task` is whom the event is about, `by` the task that runs and so brought it about (NULL: none,
 * the loop did). */
#define SCHEDULER_EVENTS(X)                                                                                  \
    X(TASK_CREATED)     /* object: its coroutine */                                                          \
    X(STEP_BEGUN)       /* object: the exception that is thrown in, or NOTHING */                            \
    X(TASK_SUSPENDED)   /* object: the future it waits for; NOTHING: it only gave way */                     \
    X(TASK_WOKEN)       /* what it waited for, object, is done: it is ready */                               \
    X(FUTURE_RESOLVED)  /* object: a future that is no task has got its result, exception or cancellation */ \
    X(TIMER_SET)        /* object: the future or handle that it is for, when: its deadline */                \
    X(TIMER_FIRED)      /* likewise */                                                                       \
    X(CANCEL_REQUESTED) /* object: the message, or NONE */                                                   \
    X(TASK_FINISHED)    /* object: the result */                                                             \
    X(TASK_RAISED)      /* object: the exception */                                                          \
    X(TASK_CANCELLED)   /* it is done so */                                                                  \
    X(CALLBACK_RUN)     /* object: the handle of a script's callback, about to be called */                  \
    X(LOOP_WAITS)       /* nothing is ready; when: the deadline waited for, or infinity */                   \
    X(DEADLOCK)         /* nothing can ever be ready again */

typedef enum SchedulerEventKind {
#define X(name) EVENT_##name,
    SCHEDULER_EVENTS(X)
#undef X
} SchedulerEventKind;

typedef struct SchedulerEvent {
    SchedulerEventKind kind;
    double time; /* on the loop's clock */
    Task *task;  /* NULL: none */
    Task *by;
    Value object;
    double when;
    Code *code; /* where in the script: of `task` if it is suspended, else of what runs; NULL: nowhere (the
                   loop's doing) */
    uint32_t instruction;
} SchedulerEvent;

typedef struct SchedulerObserver {
    void (*observe)(Vm *vm, struct SchedulerObserver *self, const SchedulerEvent *event);
} SchedulerObserver;

/* Who is told of every event from now on; NULL: nobody. Stays the caller's. */
void scheduler_observe(Vm *vm, SchedulerObserver *observer);

/* "task created", "step begun"...: the kind in words. */
const char *scheduler_event_name(SchedulerEventKind kind);

/* Describes event->object for people: "sleep(0.8)", "Task-3", "a future", "cb()". Writes nothing where there
 * is none. */
void scheduler_event_describe(Vm *vm, const SchedulerEvent *event, StringBuilder *out);

/* "Task-3", "a future", "gather of 3": a future that is waited for, in words. */
void scheduler_describe_future(Vm *vm, Value future, StringBuilder *out);

/* Sends an event; only called where scheduler_is_observed(). The time, the running task and the place are
 * filled in. */
void scheduler_report(Vm *vm, SchedulerEventKind kind, Task *task, Value object, double when);

#endif
