#include "vm/scheduler_events.h"

#include "vm/callback_text.h"
#include "vm/event_loop.h"

void scheduler_observe(Vm *vm, SchedulerObserver *observer) {
    vm->scheduler->observer = observer;
}

const char *scheduler_event_name(SchedulerEventKind kind) {
    switch (kind) {
    case EVENT_TASK_CREATED: return "created";
    case EVENT_STEP_BEGUN: return "runs";
    case EVENT_TASK_SUSPENDED: return "waits";
    case EVENT_TASK_WOKEN: return "woken";
    case EVENT_FUTURE_RESOLVED: return "resolved";
    case EVENT_TIMER_SET: return "timer set";
    case EVENT_TIMER_FIRED: return "timer fired";
    case EVENT_CANCEL_REQUESTED: return "cancel requested";
    case EVENT_TASK_FINISHED: return "finished";
    case EVENT_TASK_RAISED: return "raised";
    case EVENT_TASK_CANCELLED: return "cancelled";
    case EVENT_CALLBACK_RUN: return "callback";
    case EVENT_LOOP_WAITS: return "loop waits";
    case EVENT_DEADLOCK: return "deadlock";
    }
    return "";
}

void scheduler_describe_future(Vm *vm, Value future, StringBuilder *out) {
    if (is_task(future)) {
        builder_add_string(out, task_name(vm, AS(Task, future)));
        return;
    }
    if (is_native(future, &gathering_layout)) {
        builder_format(vm, out, "gather of %d", (int)AS(Gathering, future)->count);
        return;
    }
    Future *source = future_is_done(AS(Future, future)) ? NULL : future_source(AS(Future, future));
    if (source) {
        builder_add_c(out, "a shield of ");
        scheduler_describe_future(vm, object_value(source), out);
        return;
    }
    builder_add_c(out, "a future");
}

void scheduler_event_describe(Vm *vm, const SchedulerEvent *event, StringBuilder *out) {
    Value object = event->object;
    switch (event->kind) {
    case EVENT_TASK_SUSPENDED:
        if (event->task)
            task_describe_wait(vm, event->task, out);
        return;
    case EVENT_TASK_CREATED: builder_format(vm, out, "%s()", generator_qualname(object)); return;
    case EVENT_TASK_FINISHED: short_repr_write(vm, object, out); return;
    default: break;
    }
    if (object == NOTHING || object == NONE)
        return;
    if (is_future(object))
        scheduler_describe_future(vm, object, out);
    else if (is_native(object, &handle_layout) || is_native(object, &timer_handle_layout))
        callback_write(vm, AS(Handle, object)->callback, AS(Handle, object)->arguments, out);
    else
        short_repr_write(vm, object, out);
}

/* Is it about code that does not run, and so has a place of its own? */
static bool is_of_suspended(SchedulerEventKind kind) {
    return kind == EVENT_TASK_SUSPENDED || kind == EVENT_TASK_WOKEN || kind == EVENT_STEP_BEGUN;
}

/* Does it happen between steps? Then the place of what runs, the call that runs the loop, would say nothing.
 */
static bool is_of_loop(SchedulerEventKind kind, const Thread *thread) {
    switch (kind) {
    case EVENT_TASK_FINISHED:
    case EVENT_TASK_RAISED:
    case EVENT_TASK_CANCELLED:
    case EVENT_CALLBACK_RUN:
    case EVENT_TIMER_FIRED:
    case EVENT_LOOP_WAITS:
    case EVENT_DEADLOCK: return true;
    case EVENT_FUTURE_RESOLVED: return !thread->current_task;
    default: return false;
    }
}

static void take_place(SchedulerEvent *event, const Frame *frame) {
    if (!frame)
        return;
    ptrdiff_t index = frame->pc - frame->code->instructions - 1;
    event->code = frame->code;
    event->instruction = index < 0 ? 0 : (uint32_t)index;
}

void scheduler_report(Vm *vm, SchedulerEventKind kind, Task *task, Value object, double when) {
    SchedulerObserver *observer = vm->scheduler->observer;
    Thread *thread = vm->thread;
    SchedulerEvent event = {
        .kind = kind,
        .time = event_loop_time(vm),
        .task = task,
        .by = thread->current_task,
        .object = object,
        .when = when,
    };
    if (!is_of_loop(kind, thread) &&
        !(is_of_suspended(kind) && task && task_place(vm, task, &event.code, &event.instruction)))
        take_place(&event, thread->frame);
    observer->observe(vm, observer, &event);
}
