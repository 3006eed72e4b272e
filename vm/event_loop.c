#include "vm/event_loop.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdlib.h>
#include <unistd.h>

#include "vm/async_generator.h"
#include "vm/call.h"
#include "vm/context.h"
#include "vm/delegation.h"
#include "vm/dict.h"
#include "vm/heap_verify.h"
#include "vm/interpreter.h"
#include "vm/interrupt.h"
#include "vm/list.h"
#include "vm/loop_log.h"
#include "vm/memory.h"
#include "vm/parking.h"

/* ---- The loop as an object ---- */

static void loop_trace(Heap *heap, Obj *self) {
    Loop *loop = (Loop *)self;
    if (heap_verifier_listens(heap)) {
        ready_queue_trace(heap, &loop->ready, 0, loop->ready.count);
        timer_heap_trace(heap, &loop->timers, 0, loop->timers.slot_count);
    } else {
        loop->unread_ready = loop->ready.count;
        loop->unread_timers = loop->timers.slot_count;
    }
    for (int i = 0; i < loop->watch_count; i++) {
        heap_mark_object(heap, ready_object(loop->watches[i].reader));
        heap_mark_object(heap, ready_object(loop->watches[i].writer));
    }
    loop_signals_trace(heap, &loop->signals);
    heap_mark_object(heap, loop->main);
    heap_mark(heap, loop->timed);
    heap_mark(heap, loop->exception_handler);
    heap_mark(heap, loop->task_factory);
    heap_mark(heap, loop->executors);
}

enum { ENTRIES_AT_A_TIME = 2000 };

/* Marks on what the loop's queues held when the cycle began, up to `most` entries of each. */
static void read_queues(Heap *heap, Loop *loop, uint32_t most) {
    uint32_t count = loop->unread_ready < most ? loop->unread_ready : most;
    loop->unread_ready -= count;
    ready_queue_trace(heap, &loop->ready, loop->unread_ready, loop->unread_ready + count);
    count = loop->unread_timers < most ? loop->unread_timers : most;
    loop->unread_timers -= count;
    timer_heap_trace(heap, &loop->timers, loop->unread_timers, loop->unread_timers + count);
}

/* What an entry that leaves a queue holds is marked, if it may not have been read. */
static void mark_leaving(Heap *heap, ReadyEntry entry) {
    heap_mark_object(heap, ready_object(entry.target));
    heap_mark(heap, entry.argument);
}

static inline ReadyEntry pop_ready(Heap *heap, Loop *loop) {
    ReadyEntry entry = ready_queue_pop(&loop->ready);
    if (__builtin_expect(loop->unread_ready > 0, 0)) {
        loop->unread_ready--;
        mark_leaving(heap, entry);
    }
    return entry;
}

static inline ReadyEntry pop_timer(Heap *heap, Loop *loop) {
    ReadyEntry entry = timer_heap_pop(&loop->timers);
    if (__builtin_expect(loop->unread_timers > 0, 0))
        mark_leaving(heap, entry);
    return entry;
}

static void cancel_timer(Heap *heap, Loop *loop, TimerId timer) {
    const TimerSlot *slot = &loop->timers.slots[timer];
    if (loop->unread_timers > 0)
        mark_leaving(heap, (ReadyEntry){slot->target, slot->argument});
    timer_heap_cancel(&loop->timers, timer);
}

static void free_structures(Loop *loop) {
    ready_queue_free(&loop->ready);
    timer_heap_free(&loop->timers);
    poller_free(loop->poller);
    loop->poller = NULL;
    free(loop->watches);
    loop->watches = NULL;
    loop->watch_count = 0;
    loop_signals_free(&loop->signals);
    free(loop->async_generators);
    loop->async_generators = NULL;
    loop->async_generator_count = loop->async_generator_capacity = 0;
}

static void loop_release(Vm *vm, Obj *self) {
    Loop *loop = (Loop *)self;
    free_structures(loop);
    if (loop->previous)
        loop->previous->next = loop->next;
    else
        vm->scheduler->loops = loop->next;
    if (loop->next)
        loop->next->previous = loop->previous;
}

const NativeLayout loop_layout = {"EventLoop", sizeof(Loop), loop_trace, loop_release};

void event_loop_initialize(Vm *vm, Loop *loop) {
    Scheduler *scheduler = vm->scheduler;
    loop->exception_handler = loop->task_factory = loop->executors = NONE;
    loop->input = -1;
    loop->debug = vm->debug_loops;
    loop->slow_callback_duration = 0.1;
    loop->next = scheduler->loops;
    if (loop->next)
        loop->next->previous = loop;
    scheduler->loops = loop;
    if (dict_get_c(vm, vm->modules, "logging") == NOTHING)
        return;
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(loop));
    loop_log(vm, LOOP_LOG_DEBUG, string_format(vm, "Using selector: %s", poller_name()), NOTHING);
    vm_root_reset(vm, mark);
}

Loop *event_loop_new(Vm *vm) {
    Loop *loop = heap_allocate(vm->heap, sizeof *loop, KIND_NATIVE, vm->scheduler->loop_type);
    event_loop_initialize(vm, loop);
    return loop;
}

static void raise_no_loop(Vm *vm) {
    Value threading = vm_import(vm, string_intern_c(vm, "threading"));
    Value thread = threading == NOTHING
                       ? NOTHING
                       : vm_call_method(vm, threading, string_intern_c(vm, "current_thread"), NULL, 0);
    Value name = thread == NOTHING ? NOTHING : value_get_attribute(vm, thread, string_intern_c(vm, "name"));
    if (name != NOTHING)
        vm_raise(vm, vm->exceptions.RuntimeError, "There is no current event loop in thread %R.", name);
}

Loop *event_loop_get(Vm *vm) {
    Thread *thread = vm->thread;
    if (thread->running_loop)
        return thread->running_loop;
    if (!thread->current_loop) {
        if (!thread_is_main(thread)) {
            raise_no_loop(vm);
            return NULL;
        }
        thread->current_loop = event_loop_new(vm);
    }
    return thread->current_loop;
}

bool event_loop_check_open(Vm *vm, const Loop *loop) {
    if (!loop->closed)
        return true;
    vm_raise(vm, vm->exceptions.RuntimeError, "Event loop is closed");
    return false;
}

void event_loop_close(Vm *vm, Loop *loop) {
    loop->closed = true;
    read_queues(vm->heap, loop, UINT32_MAX);
    loop_signals_close(vm, loop);
    for (uint32_t i = 0; i < loop->timers.slot_count; i++) {
        ReadyTarget target = loop->timers.slots[i].target;
        if (target && ready_kind(target) == READY_HANDLE)
            ((Obj *)ready_object(target))->flags &= (uint16_t)~HANDLE_SCHEDULED;
    }
    free_structures(loop);
    loop->pass_remaining = 0;
}

void event_loop_set_debug(Vm *vm, Loop *loop, bool debug) {
    loop->debug = debug;
    if (loop->running)
        vm->notes_origins = debug;
}

double event_loop_time(Vm *vm) {
    return clock_monotonic(vm->clock);
}

TimerId event_loop_set_timer(Vm *vm, Loop *loop, double deadline, ReadyTarget target, Value argument) {
    if (isnan(deadline))
        deadline = -INFINITY; /* no time is before it: it is due */
    if (scheduler_is_observed(vm))
        scheduler_report(vm, EVENT_TIMER_SET, vm->thread->current_task, object_value(ready_object(target)),
                         deadline);
    return timer_heap_push(&loop->timers, deadline, target, argument);
}

void event_loop_cancel_timer(Vm *vm, Loop *loop, TimerId timer) {
    if (!loop->closed)
        cancel_timer(vm->heap, loop, timer);
}

void event_loop_cancel_timer_of(Vm *vm, Loop *loop, TimerId timer, ReadyTarget target) {
    if (timer < loop->timers.slot_count && loop->timers.slots[timer].target == target)
        cancel_timer(vm->heap, loop, timer);
}

/* ---- Descriptors ---- */

static Poller *loop_poller(Loop *loop) {
    if (!loop->poller)
        loop->poller = poller_new();
    return loop->poller;
}

static LoopWatch *watch_of(Loop *loop, int descriptor) {
    if (descriptor >= loop->watch_count) {
        int count = descriptor + 16;
        loop->watches = memory_resize(loop->watches, (size_t)count, sizeof *loop->watches);
        memset(loop->watches + loop->watch_count, 0, (size_t)(count - loop->watch_count) * sizeof(LoopWatch));
        loop->watch_count = count;
    }
    return &loop->watches[descriptor];
}

int event_loop_set_watch(Vm *vm, Loop *loop, int descriptor, int interest, ReadyTarget target,
                         bool *removed) {
    *removed = false;
    /* The table grows only up to descriptors that there are. */
    if (descriptor >= loop->watch_count && (!target || fcntl(descriptor, F_GETFD) < 0))
        return target ? EBADF : 0;
    LoopWatch *watch = watch_of(loop, descriptor);
    ReadyTarget *place = interest == POLL_READ ? &watch->reader : &watch->writer;
    ReadyTarget before = *place;
    heap_write_barrier(vm->heap, loop);
    *place = target;
    int wanted = (watch->reader ? POLL_READ : 0) | (watch->writer ? POLL_WRITE : 0);
    int error = before || target ? poller_watch(loop_poller(loop), descriptor, wanted) : 0;
    if (error) {
        *place = before;
        return error;
    }
    if (before) {
        *removed = true;
        if (ready_kind(before) == READY_HANDLE)
            handle_cancel(vm, ready_object(before));
    }
    return 0;
}

Watcher *event_loop_watcher(const Loop *loop, int descriptor) {
    if (descriptor < 0 || descriptor >= loop->watch_count)
        return NULL;
    ReadyTarget reader = loop->watches[descriptor].reader, writer = loop->watches[descriptor].writer;
    if (reader && ready_kind(reader) == READY_READABLE)
        return ready_object(reader);
    return writer && ready_kind(writer) == READY_WRITABLE ? ready_object(writer) : NULL;
}

/* Waits for descriptors until `deadline` and schedules the callbacks of those that are ready. */
static void poll_descriptors(Vm *vm, Loop *loop, double deadline) {
    PollerEvent events[POLLER_MOST_EVENTS];
    int count = thread_park_in_poller(vm, loop->poller, deadline, events, POLLER_MOST_EVENTS);
    for (int i = 0; i < count; i++) {
        if (events[i].descriptor == loop->input)
            loop->input_ready = true;
        LoopWatch *watch = watch_of(loop, events[i].descriptor);
        if (events[i].ready & POLL_READ && watch->reader)
            event_loop_push(loop, watch->reader, NOTHING);
        if (events[i].ready & POLL_WRITE && watch->writer)
            event_loop_push(loop, watch->writer, NOTHING);
    }
}

static bool watches_descriptors(const Loop *loop) {
    return loop->poller && poller_count(loop->poller) > 0;
}

/* ---- A pass ---- */

/* Nothing will ever be ready again. False: raised; true: the main task gets the exception. */
static bool raise_deadlock(Vm *vm, Loop *loop) {
    if (scheduler_is_observed(vm))
        scheduler_report(vm, EVENT_DEADLOCK, NULL, NOTHING, 0);
    Value error = exception_new_argument(vm, vm->scheduler->deadlock_error, deadlock_describe(vm, loop));
    if (loop->main && is_task(object_value(loop->main)))
        return task_interrupt(vm, (Task *)loop->main, error);
    vm_raise_value(vm, error);
    return false;
}

static void wait_for_work(Vm *vm, Loop *loop, double deadline) {
    Thread *thread = loop->waiting_thread = vm->thread;
    thread->parked_loop = loop;
    if (watches_descriptors(loop))
        poll_descriptors(vm, loop, deadline);
    else if (deadline > clock_monotonic(vm->clock))
        thread_park(vm, deadline);
    thread->parked_loop = NULL;
    loop->waiting_thread = NULL;
}

void event_loop_wake(Vm *vm, Loop *loop) {
    if (loop->waiting_thread)
        thread_wake(vm, loop->waiting_thread);
}

/* Waits until something may be ready, as long as nothing is. False: raised. */
static bool wait_until_ready(Vm *vm, Loop *loop) {
    double deadline = loop->timers.count > 0 ? timer_heap_deadline(&loop->timers) : INFINITY;
    if (deadline == INFINITY && !watches_descriptors(loop) && loop->outside == 0 && !loop->interactive &&
        !thread_others_may_act(vm))
        return raise_deadlock(vm, loop);
    if (scheduler_is_observed(vm) && deadline > clock_monotonic(vm->clock))
        scheduler_report(vm, EVENT_LOOP_WAITS, NULL, NOTHING, deadline);
    wait_for_work(vm, loop, deadline);
    return true;
}

static void fire_timers(Vm *vm, Loop *loop) {
    TimerHeap *timers = &loop->timers;
    if (timers->count == 0)
        return;
    double end = clock_monotonic(vm->clock) + CLOCK_RESOLUTION;
    while (timers->count > 0 && timer_heap_deadline(timers) < end) {
        double deadline = timer_heap_deadline(timers);
        ReadyEntry entry = pop_timer(vm->heap, loop);
        Obj *object = ready_object(entry.target);
        if (ready_kind(entry.target) == READY_HANDLE)
            object->flags &= (uint16_t)~HANDLE_SCHEDULED;
        if (scheduler_is_observed(vm))
            scheduler_report(vm, EVENT_TIMER_FIRED, NULL, object_value(object), deadline);
        event_loop_push(loop, entry.target, entry.argument);
    }
}

/* Gathers what this pass is to run. False: raised. */
static bool begin_pass(Vm *vm, Loop *loop) {
    if (vm->interrupts && !vm_check_interrupts(vm))
        return false;
    if (loop->ready.count == 0 && !loop->stopping && loop->signals.arrived_count == 0) {
        if (!wait_until_ready(vm, loop))
            return false;
        if (vm->interrupts && !vm_check_interrupts(vm))
            return false;
    } else if (watches_descriptors(loop)) {
        poll_descriptors(vm, loop, -INFINITY);
    }
    if (loop->signals.arrived_count > 0)
        event_loop_push(loop, ready_target(READY_SIGNALS, loop), NOTHING);
    fire_timers(vm, loop);
    loop->pass_remaining = loop->ready.count;
    return true;
}

/* ---- Steps of tasks ---- */

static void task_ended(Vm *vm, Task *task) {
    pending_tasks_remove(&vm->scheduler->pending, task);
    task->waiter = NOTHING;
}

static bool finish_with_result(Vm *vm, Task *task, Value value) {
    task_ended(vm, task);
    if (task->future.head.flags & TASK_MUST_CANCEL) {
        /* It was cancelled in its last step, too late for the coroutine to notice. */
        task->future.head.flags &= (uint16_t)~TASK_MUST_CANCEL;
        if (scheduler_is_observed(vm))
            scheduler_report(vm, EVENT_TASK_CANCELLED, task, NOTHING, 0);
        return future_set_cancelled(vm, &task->future, task->future.outcome);
    }
    if (scheduler_is_observed(vm))
        scheduler_report(vm, EVENT_TASK_FINISHED, task, value, 0);
    return future_set_result(vm, &task->future, value);
}

static bool finish_with_exception(Vm *vm, Task *task) {
    task_ended(vm, task);
    task->future.head.flags &= (uint16_t)~TASK_MUST_CANCEL;
    Value exception = vm_take_exception(vm);
    if (is_instance(vm, exception, vm->exceptions.CancelledError)) {
        if (scheduler_is_observed(vm))
            scheduler_report(vm, EVENT_TASK_CANCELLED, task, exception, 0);
        return future_set_cancelled(vm, &task->future, exception);
    }
    if (scheduler_is_observed(vm))
        scheduler_report(vm, EVENT_TASK_RAISED, task, exception, 0);
    if (!future_set_exception(vm, &task->future, exception))
        return false;
    if (is_instance(vm, exception, vm->exceptions.KeyboardInterrupt) ||
        is_instance(vm, exception, vm->exceptions.SystemExit)) {
        vm->thread->exception = exception;
        return false;
    }
    return true;
}

/* The coroutine yielded something that a task cannot wait for: it is told so at its next step. */
static void fail_soon(Vm *vm, Task *task, String *message) {
    Value error = exception_new_argument(vm, vm->exceptions.RuntimeError, object_value(message));
    event_loop_push(task->future.loop, ready_target(READY_STEP, task), error);
}

static void fail_on_yield(Vm *vm, Task *task, Value value) {
    if (is_kind(value, KIND_GENERATOR))
        fail_soon(vm, task,
                  string_format(vm, "yield was used instead of yield from for generator in task %R with %R",
                                object_value(task), value));
    else
        fail_soon(vm, task, string_format(vm, "Task got bad yield: %R", value));
}

static bool suspend_on_future(Vm *vm, Task *task, Value value) {
    Future *future = AS(Future, value);
    if (future == &task->future) {
        fail_soon(vm, task, string_format(vm, "Task cannot await on itself: %R", object_value(task)));
        return true;
    }
    if (future->loop != task->future.loop) {
        fail_soon(vm, task,
                  string_format(vm, "Task %R got Future %R attached to a different loop", object_value(task),
                                value));
        return true;
    }
    if (!(future->head.flags & FUTURE_BLOCKING)) {
        fail_soon(vm, task,
                  string_format(vm, "yield was used instead of yield from in task %R with %R",
                                object_value(task), value));
        return true;
    }
    future->head.flags &= (uint16_t)~FUTURE_BLOCKING;
    task->waiter = value;
    if (scheduler_is_observed(vm))
        scheduler_report(vm, EVENT_TASK_SUSPENDED, task, value, 0);
    if (!future_add_callback(vm, future, ready_target(READY_WAKEUP, task)))
        return false;
    if (task->future.head.flags & TASK_MUST_CANCEL) {
        int cancelled = future_cancel(vm, future, task->future.outcome);
        if (cancelled > 0)
            task->future.head.flags &= (uint16_t)~TASK_MUST_CANCEL;
        return cancelled >= 0;
    }
    return true;
}

static inline bool suspend(Vm *vm, Task *task, Value value) {
    if (value == NONE) {
        if (scheduler_is_observed(vm))
            scheduler_report(vm, EVENT_TASK_SUSPENDED, task, NOTHING, 0);
        event_loop_push(task->future.loop, ready_target(READY_STEP, task), NOTHING);
        return true;
    }
    if (is_future(value))
        return suspend_on_future(vm, task, value);
    fail_on_yield(vm, task, value);
    return true;
}

bool scheduler_step_done(Vm *vm, ResumeResult result, Value value) {
    Task *task = vm->thread->current_task;
    bool ok = false;
    switch (result) {
    case RESUME_YIELDED: ok = suspend(vm, task, value); break;
    case RESUME_RETURNED: ok = finish_with_result(vm, task, value); break;
    case RESUME_RAISED: ok = finish_with_exception(vm, task); break;
    }
    vm->thread->current_task = NULL;
    return ok;
}

/* Can the interpreter resume it in place? */
static bool runs_in_interpreter(Value coroutine) {
    return (is_kind(coroutine, KIND_COROUTINE) || is_kind(coroutine, KIND_GENERATOR)) &&
           AS(Generator, coroutine)->state != GENERATOR_FINISHED;
}

static bool step_natively(Vm *vm, Task *task, Value thrown) {
    Value result = NONE;
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(task));
    ResumeResult outcome = task_resume(vm, task, thrown, &result);
    vm_root_reset(vm, mark);
    return scheduler_step_done(vm, outcome, result);
}

/* Begins a step of `task`. Returns the coroutine that the interpreter is to resume; NULL: the step is done,
 * or (*ok false) an exception is pending. */
static inline Generator *begin_step(Vm *vm, Task *task, Value *thrown, bool *ok) {
    if (__builtin_expect(task->future.head.flags & (FUTURE_DONE | TASK_MUST_CANCEL), 0)) {
        if (future_is_done(&task->future))
            return NULL;
        if (*thrown == NOTHING || !is_instance(vm, *thrown, vm->exceptions.CancelledError))
            *thrown = cancelled_error_new(vm, task->future.outcome);
        task->future.head.flags &= (uint16_t)~TASK_MUST_CANCEL;
    }
    task->waiter = NOTHING;
    vm->thread->current_task = task;
    if (scheduler_is_observed(vm))
        scheduler_report(vm, EVENT_STEP_BEGUN, task, *thrown, 0);
    if (__builtin_expect(runs_in_interpreter(task->coroutine), 1))
        return AS(Generator, task->coroutine);
    *ok = step_natively(vm, task, *thrown);
    return NULL;
}

/* What a future that is done throws into the task that waited for it; NOTHING: nothing. */
static Value wakeup_exception(Vm *vm, Future *future) {
    if (future->head.flags & FUTURE_FAILED)
        return future_take_exception(vm, future);
    return future_is_cancelled(future) ? future_cancelled_error(vm, future) : NOTHING;
}

/* The main future is done: the loop stops, unless an exception on its way out ends it anyway. */
static void stop_for(Vm *vm, Loop *loop, Future *future) {
    if (future->head.flags & FUTURE_FAILED) {
        future->head.flags &= (uint16_t)~FUTURE_UNRETRIEVED;
        Value exception = AS(Tuple, future->outcome)->items[0];
        if (is_instance(vm, exception, vm->exceptions.KeyboardInterrupt) ||
            is_instance(vm, exception, vm->exceptions.SystemExit))
            return;
    }
    loop->stopping = true;
}

static bool run_watcher(Vm *vm, Watcher *watcher, void (*ready)(Vm *vm, Watcher *self)) {
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(watcher));
    ready(vm, watcher);
    vm_root_reset(vm, mark);
    return !vm_has_exception(vm);
}

static bool run_completion(Vm *vm, Completion *completion, Value future) {
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(completion));
    vm_root(vm, future);
    completion->def->run(vm, completion, future);
    vm_root_reset(vm, mark);
    return !vm_has_exception(vm);
}

static bool spawn(Vm *vm, Loop *loop, const Tuple *coroutine_and_context) {
    const Value *items = coroutine_and_context->items;
    return task_new(vm, loop, items[0], NOTHING, items[1]) != NULL;
}

/* Does what an entry says that is not about a task. False: raised. */
static bool run_entry(Vm *vm, ReadyEntry entry) {
    void *object = ready_object(entry.target);
    switch (ready_kind(entry.target)) {
    case READY_STEP:
    case READY_WAKEUP: break;
    case READY_HANDLE: return handle_run(vm, object, entry.argument);
    case READY_SET_RESULT: return future_is_done(object) || future_set_result(vm, object, entry.argument);
    case READY_RELEASE: return future_is_done(object) || future_set_result(vm, object, NONE);
    case READY_GATHERED: return gathering_child_done(vm, object, AS(Future, entry.argument));
    case READY_COMPLETION: return run_completion(vm, object, entry.argument);
    case READY_RETRIEVE: ((Obj *)object)->flags &= (uint16_t)~FUTURE_UNRETRIEVED; break;
    case READY_SIGNALS: loop_signals_schedule(object); break;
    case READY_READABLE: return run_watcher(vm, object, ((Watcher *)object)->def->readable);
    case READY_WRITABLE: return run_watcher(vm, object, ((Watcher *)object)->def->writable);
    case READY_STOP: stop_for(vm, object, AS(Future, entry.argument)); break;
    case READY_SPAWN: return spawn(vm, object, AS(Tuple, entry.argument));
    }
    return true;
}

Generator *scheduler_next_step(Vm *vm, Value *thrown) {
    Loop *loop = vm->thread->running_loop;
    bool ok = true;
    do {
        if (__builtin_expect(loop->timed != NOTHING, 0))
            loop_debug_end(vm, loop);
        if (loop->pass_remaining == 0) {
            if (loop->in_pass && (loop->stopping || loop->input_ready))
                return NULL;
            loop->in_pass = true;
            ok = begin_pass(vm, loop);
            continue;
        }
        loop->pass_remaining--;
        ReadyEntry entry = pop_ready(vm->heap, loop);
        void *object = ready_object(entry.target);
        heap_write_barrier(vm->heap, object);
        if (__builtin_expect(loop->debug, 0))
            loop_debug_begin(vm, loop, entry.target);
        ReadyKind kind = ready_kind(entry.target);
        if (kind > READY_WAKEUP) {
            ok = run_entry(vm, entry);
            continue;
        }
        *thrown = kind == READY_STEP ? entry.argument : wakeup_exception(vm, AS(Future, entry.argument));
        Generator *coroutine = begin_step(vm, object, thrown, &ok);
        if (coroutine)
            return coroutine;
    } while (ok);
    return NULL;
}

Generator *scheduler_step_yielded(Vm *vm, Value value, Value *thrown) {
    Thread *thread = vm->thread;
    if (!suspend(vm, thread->current_task, value))
        return NULL;
    thread->current_task = NULL;
    return scheduler_next_step(vm, thrown);
}

/* ---- Running ---- */

/* Enters the interpreter in scheduler mode. False: raised. */
static bool run(Vm *vm, Loop *loop) {
    Thread *thread = vm->thread;
    Loop *outer_loop = thread->running_loop;
    Task *outer_task = thread->current_task;
    Value handled = thread->handled, result;
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(loop));
    vm_root(vm, outer_loop ? object_value(outer_loop) : NOTHING);
    vm_root(vm, outer_task ? object_value(outer_task) : NOTHING);
    ContextEntry entry;
    context_enter(vm, &entry, context_place(vm), true);
    thread->running_loop = loop;
    thread->current_task = NULL;
    loop->running = true;
    loop->in_pass = false;
    loop->pass_remaining = 0;
    bool noted_origins = vm->notes_origins;
    vm->notes_origins = loop->debug;
    ResumeResult outcome = interpreter_run(vm, ENTER_SCHEDULER, NONE, NOTHING, &result);
    vm->notes_origins = noted_origins;
    loop->timed = NOTHING;
    context_leave(vm, &entry);
    loop->running = false;
    loop->stopping = false;
    loop->pass_remaining = 0;
    thread->running_loop = outer_loop;
    thread->current_task = outer_task;
    thread->handled = handled;
    vm_root_reset(vm, mark);
    return outcome != RESUME_RAISED;
}

bool event_loop_check_can_run(Vm *vm, const Loop *loop) {
    if (!event_loop_check_open(vm, loop))
        return false;
    if (loop->running) {
        vm_raise(vm, vm->exceptions.RuntimeError, "This event loop is already running");
        return false;
    }
    if (event_loop_running(vm)) {
        vm_raise(vm, vm->exceptions.RuntimeError, "Cannot run the event loop while another loop is running");
        return false;
    }
    return true;
}

bool event_loop_run_forever(Vm *vm, Loop *loop) {
    return event_loop_check_can_run(vm, loop) && run(vm, loop);
}

Value event_loop_run_until_complete(Vm *vm, Loop *loop, Future *future) {
    if (!event_loop_check_can_run(vm, loop))
        return NOTHING;
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(future));
    Future *outer_main = loop->main;
    loop->main = future;
    ReadyTarget stop = ready_target(READY_STOP, loop);
    bool ok = future_add_callback(vm, future, stop) && run(vm, loop);
    loop->main = outer_main;
    future_remove_callback(vm, future, stop);
    Value result = NOTHING;
    if (!ok) {
        if (future_is_done(future))
            future->head.flags &= (uint16_t)~FUTURE_UNRETRIEVED;
    } else if (!future_is_done(future)) {
        vm_raise(vm, vm->exceptions.RuntimeError, "Event loop stopped before Future completed.");
    } else {
        result = future_result(vm, future);
    }
    vm_root_reset(vm, mark);
    return result;
}

LoopPause event_loop_run_slice(Vm *vm, Loop *loop, int input, Future *until) {
    ReadyTarget stop = ready_target(READY_STOP, loop);
    if (until && future_is_done(until))
        return LOOP_DONE;
    bool always_ready = false;
    if (input >= 0) {
        always_ready = poller_watch(loop_poller(loop), input, POLL_READ) != 0;
        if (always_ready)
            loop->stopping = true;
    }
    size_t mark = vm_root_mark(vm);
    vm_root(vm, until ? object_value(until) : NOTHING);
    loop->input = input;
    loop->input_ready = false;
    if (until)
        future_add_callback(vm, until, stop);
    loop->main = until;
    bool ok = run(vm, loop);
    loop->main = NULL;
    if (until)
        future_remove_callback(vm, until, stop);
    if (input >= 0 && !always_ready && loop->poller)
        poller_watch(loop->poller, input, 0);
    loop->input = -1;
    bool input_ready = always_ready || loop->input_ready;
    loop->input_ready = false;
    vm_root_reset(vm, mark);
    return !ok                              ? LOOP_RAISED
           : until && future_is_done(until) ? LOOP_DONE
           : input_ready                    ? LOOP_INPUT_READY
                                            : LOOP_STOPPED;
}

LoopPause event_loop_run_ready(Vm *vm, Loop *loop) {
    loop->stopping = true;
    return run(vm, loop) ? LOOP_STOPPED : LOOP_RAISED;
}

/* ---- Asynchronous generators ---- */

/* False: it was not iterated in this loop. */
static bool forget_async_generator(Loop *loop, const Generator *generator) {
    for (uint32_t i = loop->async_generator_count; i-- > 0;)
        if (loop->async_generators[i] == generator) {
            uint32_t after = --loop->async_generator_count - i;
            memmove(loop->async_generators + i, loop->async_generators + i + 1, after * sizeof(Generator *));
            return true;
        }
    return false;
}

/* The loop in which it is iterated, which forgets it. It may run in another thread. NULL: none is left. */
static Loop *loop_of_async_generator(Vm *vm, const Generator *generator) {
    Loop *running = vm->thread->running_loop;
    if (running && forget_async_generator(running, generator))
        return running;
    for (Loop *loop = vm->scheduler ? vm->scheduler->loops : NULL; loop; loop = loop->next)
        if (forget_async_generator(loop, generator))
            return heap_revive(vm->heap, &loop->head) ? loop : NULL;
    return NULL;
}

void scheduler_async_generator_begun(Vm *vm, Generator *generator) {
    Loop *loop = vm->thread->running_loop;
    if (loop->async_generator_count == loop->async_generator_capacity) {
        uint32_t kept = 0;
        for (uint32_t i = 0; i < loop->async_generator_count; i++)
            if (loop->async_generators[i]->state != GENERATOR_FINISHED)
                loop->async_generators[kept++] = loop->async_generators[i];
        loop->async_generator_count = kept;
        if (kept >= loop->async_generator_capacity / 2) {
            loop->async_generator_capacity = loop->async_generator_capacity * 2 + 8;
            loop->async_generators =
                memory_resize(loop->async_generators, loop->async_generator_capacity, sizeof(Generator *));
        }
    }
    loop->async_generators[loop->async_generator_count++] = generator;
}

void scheduler_async_generator_dropped(Vm *vm, Generator *generator) {
    Loop *loop = loop_of_async_generator(vm, generator);
    if (!loop || loop->closed || generator->state == GENERATOR_FINISHED)
        return;
    Value step = async_step_new(vm, generator, LINK_ACLOSE, NONE,
                                exception_new(vm, vm->exceptions.GeneratorExit, NULL));
    Tuple *spawned = tuple_of(vm, 2, step, context_for_new(vm, NONE));
    event_loop_push(loop, ready_target(READY_SPAWN, loop), object_value(spawned));
    event_loop_wake(vm, loop);
}

/* ---- The scheduler ---- */

static void mark_roots(Heap *heap, void *state) {
    Vm *vm = state;
    Scheduler *scheduler = vm->scheduler;
    Type *types[] = {scheduler->future_type,         scheduler->task_type,         scheduler->gathering_type,
                     scheduler->handle_type,         scheduler->timer_handle_type, scheduler->loop_type,
                     scheduler->invalid_state_error, scheduler->deadlock_error};
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
        heap_mark_object(heap, types[i]);
    heap_mark(heap, scheduler->loop_policy);
}

/* The queues of a loop change all the time, and may be long: they are read in pieces, and what leaves them
 * before it has been read is marked as it leaves. */
static bool read_loops(Heap *heap, void *state) {
    Scheduler *scheduler = ((Vm *)state)->scheduler;
    for (Loop *loop = scheduler->loops; loop; loop = loop->next)
        if (loop->unread_ready > 0 || loop->unread_timers > 0) {
            read_queues(heap, loop, ENTRIES_AT_A_TIME);
            return false;
        }
    return true;
}

enum { TASKS_AT_A_TIME = 500 };

/* Futures whose exceptions nobody asked for do not go without a word. */
static bool find_unretrieved(Heap *heap, void *state) {
    Scheduler *scheduler = ((Vm *)state)->scheduler;
    for (uint32_t i = 0; i < scheduler->unretrieved_count; i++) {
        Future *future = scheduler->unretrieved[i];
        if (future->head.flags & FUTURE_UNRETRIEVED && !heap_is_marked(heap, &future->head))
            heap_queue_finalizable(heap, &future->head);
    }
    return true;
}

/* Nor do tasks that are pending: of those it looks at a few hundred at a time. */
static bool find_dropped_tasks(Heap *heap, void *state) {
    PendingTasks *pending = &((Vm *)state)->scheduler->pending;
    for (int i = 0; i < TASKS_AT_A_TIME; i++) {
        Task *task = pending_tasks_next(pending, &pending->search);
        if (!task) {
            pending->search = 0;
            return true;
        }
        if (!heap_is_marked(heap, &task->future.head) && !(task->future.head.flags & TASK_QUIET))
            heap_queue_finalizable(heap, &task->future.head);
    }
    return false;
}

static void drop_dead(Heap *heap, void *state) {
    Scheduler *scheduler = ((Vm *)state)->scheduler;
    uint32_t futures = 0;
    for (uint32_t i = 0; i < scheduler->unretrieved_count; i++)
        if (heap_is_marked(heap, &scheduler->unretrieved[i]->head) &&
            scheduler->unretrieved[i]->head.flags & FUTURE_UNRETRIEVED)
            scheduler->unretrieved[futures++] = scheduler->unretrieved[i];
    scheduler->unretrieved_count = futures;
    for (Loop *loop = scheduler->loops; loop; loop = loop->next) {
        uint32_t kept = 0;
        for (uint32_t i = 0; i < loop->async_generator_count; i++)
            if (heap_is_marked(heap, &loop->async_generators[i]->head))
                loop->async_generators[kept++] = loop->async_generators[i];
        loop->async_generator_count = kept;
    }
}

void scheduler_new(Vm *vm) {
    vm->scheduler = memory_new_zeroed(1, sizeof(Scheduler));
    heap_add_root_marker(vm->heap, mark_roots, vm);
    heap_add_reader(vm->heap, read_loops, vm);
    heap_add_finder(vm->heap, find_unretrieved, vm);
    heap_add_finder(vm->heap, find_dropped_tasks, vm);
    heap_add_weak_table(vm->heap, drop_dead, vm);
}

void scheduler_free(Vm *vm) {
    if (!vm->scheduler)
        return;
    pending_tasks_free(&vm->scheduler->pending);
    free(vm->scheduler->unretrieved);
    free(vm->scheduler->library);
    free(vm->scheduler);
    vm->scheduler = NULL;
}

void scheduler_report_leftovers(Vm *vm) {
    Scheduler *scheduler = vm->scheduler;
    if (!scheduler)
        return;
    for (uint32_t i = 0; i < scheduler->unretrieved_count; i++)
        future_finalize_report(vm, scheduler->unretrieved[i]);
    scheduler->unretrieved_count = 0;
    /* A loop that a daemon thread runs ends with the process, in the midst of things. */
    uint32_t place = 0;
    for (Task *task; (task = pending_tasks_next(&scheduler->pending, &place));)
        if (!task->future.loop->running)
            future_finalize_report(vm, &task->future);
}
