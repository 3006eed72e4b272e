/* The event loop: it runs what is ready, lets timers fire, watches descriptors, and steps tasks.
 *
 * One pass runs just those entries of the ready queue that were there when the pass began; what they schedule
 * is for the next pass. Before a pass begins, ready descriptors and due timers join the queue, and if it is
 * empty the loop waits. The loop is a coroutine of the interpreter, so to speak: interpreter_run() in
 * scheduler mode asks scheduler_next_step() for the next task to resume, and all else happens in there.
 *
 * Where nothing is ready, no timer is set and no descriptor watched, nothing can ever happen again:
 * DeadlockError is thrown into the main task (the one run_until_complete() waits for). */
#ifndef BIDE_VM_EVENT_LOOP_H
#define BIDE_VM_EVENT_LOOP_H

#include "vm/clock.h"
#include "vm/gathering.h"
#include "vm/handle.h"
#include "vm/pending_tasks.h"
#include "vm/poller.h"
#include "vm/scheduler.h"
#include "vm/scheduler_events.h"
#include "vm/task.h"

/* What is to be done when a descriptor is ready; 0: not watched for that. */
typedef struct LoopWatch {
    ReadyTarget reader, writer;
} LoopWatch;

/* What native code that watches a descriptor begins its struct with. Its functions are called as entries of
 * the ready queue, so perhaps after it has ceased to watch; a pending exception ends the loop. */
typedef struct Watcher {
    Obj head;
    const struct WatcherDef *def;
} Watcher;

typedef struct WatcherDef {
    void (*readable)(Vm *vm, Watcher *self);
    void (*writable)(Vm *vm, Watcher *self);
} WatcherDef;

/* What is to be called when a signal arrives, and which have arrived. See loop_signals.c. */
typedef struct LoopSignals {
    Handle **handles; /* malloc'ed; by number; NULL: none has ever been added */
    uint8_t *arrived; /* malloc'ed; in order of arrival */
    uint32_t arrived_count, arrived_capacity;
} LoopSignals;

struct Loop {
    Obj head;
    ReadyQueue ready;
    TimerHeap timers;
    Poller *poller;     /* NULL until a descriptor is watched */
    LoopWatch *watches; /* by descriptor; malloc'ed */
    int watch_count;
    uint32_t unread_ready, unread_timers; /* entries and slots, from the front, that the collector is still to
                                             read in this cycle */
    uint32_t pass_remaining; /* entries of this pass that are still to be run */
    bool in_pass;
    bool running;
    bool stopping; /* at the end of this pass */
    bool closed;
    bool debug;       /* see loop_debug.c */
    bool interactive; /* the REPL's: may have nothing to do, and lets asyncio.run() make another loop
                         meanwhile */
    bool asyncgens_shut_down;
    int input; /* a descriptor at which run_slice() stops; -1: none */
    bool input_ready;
    LoopSignals signals;
    uint32_t outside; /* how many things outside (threads, signal handlers) may yet schedule something: no
                         deadlock */
    Thread *waiting_thread;        /* which has nothing to do in this loop; NULL: none */
    Future *main;                  /* what run_until_complete() waits for; NULL: nothing */
    double slow_callback_duration; /* seconds; in debug mode, what takes longer is reported */
    double timed_since;
    Value timed;                  /* in debug mode, the Task or Handle that runs; NOTHING: none */
    Value exception_handler;      /* NONE: the default */
    Value task_factory;           /* NONE: the default */
    Value executors;              /* NONE: none has been asked for; see stdlib/asyncio/threads.py */
    Generator **async_generators; /* malloc'ed; begun and not finished; does not keep them alive */
    uint32_t async_generator_count, async_generator_capacity;
    Loop *previous, *next; /* among all loops of the vm */
};

/* A future, mostly a task, for whose end or action somebody waits. */
typedef struct AwaitedFuture {
    Future *future;
    const char *through; /* "a Lock held by ": what of it is waited for; "": its end */
} AwaitedFuture;

/* What the vm's asyncio owns beside its loops: made by scheduler_new(), hung into vm->scheduler. */
struct Scheduler {
    /* The types of the objects; the standard library fills them in. */
    Type *future_type, *task_type, *gathering_type, *handle_type, *timer_handle_type, *loop_type;
    Type *invalid_state_error, *deadlock_error;
    Value loop_policy; /* the script's own event loop policy; NOTHING: none */
    /* Whom else a native coroutine waits for, for the deadlock report; handed in by the standard library. */
    bool (*find_awaited)(NativeCoroutine *coroutine, uint32_t index, AwaitedFuture *found);
    /* A native coroutine that has given way, what GIVE_WAY stands for; likewise. */
    Value (*coroutine_giving_way)(Vm *vm);
    SchedulerObserver *observer;
    PendingTasks pending;
    Loop *loops;
    Future *
        *unretrieved; /* malloc'ed; futures with FUTURE_UNRETRIEVED, and some that had it; not kept alive */
    uint32_t unretrieved_count, unretrieved_capacity;
    uint64_t next_task_number;
    void *library; /* malloc'ed; the standard library's own */
};
typedef struct Scheduler Scheduler;

extern const NativeLayout loop_layout;

/* Makes vm->scheduler, without types yet. */
void scheduler_new(Vm *vm);

/* Frees it; when all objects are gone. */
void scheduler_free(Vm *vm);

/* At the end of the program: reports exceptions never retrieved and tasks that are still pending. */
void scheduler_report_leftovers(Vm *vm);

static inline bool scheduler_is_observed(Vm *vm) {
    return __builtin_expect(vm->scheduler->observer != NULL, 0);
}

Loop *event_loop_new(Vm *vm);
/* The same for an object that has been allocated (of a subclass, say), zeroed. */
void event_loop_initialize(Vm *vm, Loop *loop);

/* The loop that runs on this thread, or NULL. The REPL's own loop counts only while it steps something: what
 * is typed at the prompt may run another one. */
static inline Loop *event_loop_running(Vm *vm) {
    Loop *loop = vm->thread->running_loop;
    return loop && (loop->running || !loop->interactive) ? loop : NULL;
}

/* What get_event_loop() returns: the running loop, else the current one, which is made if there is none; but
 * in the main thread alone. NULL: raised RuntimeError. */
Loop *event_loop_get(Vm *vm);

/* False: raised RuntimeError "Event loop is closed". */
bool event_loop_check_open(Vm *vm, const Loop *loop);

/* False: raised RuntimeError: it is closed, it runs already, another one runs. */
bool event_loop_check_can_run(Vm *vm, const Loop *loop);

/* run_forever(): until it is stopped. False: raised. */
bool event_loop_run_forever(Vm *vm, Loop *loop);

/* run_until_complete() of a future: its result; NOTHING: raised. */
Value event_loop_run_until_complete(Vm *vm, Loop *loop, Future *future);

/* Why a slice came to its end. */
typedef enum LoopPause {
    LOOP_STOPPED,     /* the loop was stopped */
    LOOP_INPUT_READY, /* the descriptor can be read; what was ready before has run */
    LOOP_DONE,        /* `until` is done */
    LOOP_RAISED,      /* an exception is pending: KeyboardInterrupt, SystemExit, or an interrupt handler's */
} LoopPause;

/* For who drives a loop from outside, as the REPL does while a line is being typed: runs tasks and timers and
 * waits, until `input` (-1: none) can be read or `until` (NULL: none) is done. What can be read when a pass
 * has ended ends the slice, even if more is ready. While it runs it is the running loop; for code that is run
 * in between, set thread->running_loop to it and loop->interactive. */
LoopPause event_loop_run_slice(Vm *vm, Loop *loop, int input, Future *until);

/* Runs one pass of what is ready now and of the timers that are due, without ever waiting. */
LoopPause event_loop_run_ready(Vm *vm, Loop *loop);

/* close(): forgets all that was scheduled. */
void event_loop_close(Vm *vm, Loop *loop);

/* call_soon() and call_later(), for C: adds an entry. The loop must be open. */
static inline void event_loop_push(Loop *loop, ReadyTarget target, Value argument) {
    ready_queue_push(&loop->ready, target, argument);
}
/* Has the loop look at its ready queue, if it waits in another thread. */
void event_loop_wake(Vm *vm, Loop *loop);
/* A deadline that is not a number is due at once. */
TimerId event_loop_set_timer(Vm *vm, Loop *loop, double deadline, ReadyTarget target, Value argument);
void event_loop_cancel_timer(Vm *vm, Loop *loop, TimerId timer);
/* Cancels the timer if it is still set, that is, if its id has not passed to one with another target. */
void event_loop_cancel_timer_of(Vm *vm, Loop *loop, TimerId timer, ReadyTarget target);

/* loop.time() */
double event_loop_time(Vm *vm);

/* add_reader(), add_writer(): `target`, a Handle's or a Watcher's, joins the ready queue whenever the
 * descriptor is ready; 0: no longer. *removed: there was one (a Handle is cancelled). Returns 0 or an errno.
 */
int event_loop_set_watch(Vm *vm, Loop *loop, int descriptor, int interest, ReadyTarget target, bool *removed);

/* The native code that watches a descriptor; NULL: none does. */
Watcher *event_loop_watcher(const Loop *loop, int descriptor);

/* add_signal_handler(): `handle` is called whenever the signal arrives, a pass after the one that learns of
 * it. Returns 0 or an errno (EINVAL: the signal cannot be caught). */
int loop_signals_add(Vm *vm, Loop *loop, int number, Handle *handle);

/* remove_signal_handler(): the signal means again what it meant to the program. False: it had no handler. */
bool loop_signals_remove(Vm *vm, Loop *loop, int number);

/* Schedules the handlers of the signals that have arrived. */
void loop_signals_schedule(Loop *loop);

/* For the loop's layout; and forgets all handlers when it is closed. */
void loop_signals_trace(Heap *heap, LoopSignals *signals);
void loop_signals_free(LoopSignals *signals);
void loop_signals_close(Vm *vm, Loop *loop);

/* In debug mode: before and after an entry of the ready queue is run. Reports what took too long. */
void loop_debug_begin(Vm *vm, Loop *loop, ReadyTarget target);
void loop_debug_end(Vm *vm, Loop *loop);

/* In debug mode, only the thread in which a loop runs may schedule something. False: raised RuntimeError. */
bool loop_debug_check_thread(Vm *vm, const Loop *loop);

/* set_debug() */
void event_loop_set_debug(Vm *vm, Loop *loop, bool debug);

/* call_exception_handler(context): never raises, except that KeyboardInterrupt and SystemExit go through
 * (false). */
bool event_loop_report(Vm *vm, Loop *loop, Dict *context);

/* The same with a message, an exception (NOTHING: none) and one object under a name of its own ("task"; NULL:
 * none). */
bool event_loop_report_about(Vm *vm, Loop *loop, const char *message, Value exception, const char *key,
                             Value object);

/* The default handler: writes message, traceback and the rest of the context to standard error. */
void event_loop_report_default(Vm *vm, Dict *context);

/* The message of a DeadlockError: who waits for what, and where. */
Value deadlock_describe(Vm *vm, Loop *loop);

#endif
