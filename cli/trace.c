#include "cli/trace.h"

#include <math.h>
#include <stdio.h>

#include "vm/event_loop.h"
#include "vm/warning.h"

/* Columns: time, task, what happened, place. */
enum { TASK_WIDTH = 10, EVENT_WIDTH = 44 };

/* What a task was waiting for: the future, if it has a name, or what made it wait. */
static void write_awaited(Vm *vm, const SchedulerEvent *event, const char *object, StringBuilder *out) {
    if (event->task && strcmp(object, "a future") == 0)
        task_describe_wait(vm, event->task, out);
    else
        builder_add_c(out, object);
}

static void write_time(const Trace *trace, const char *before, double time, StringBuilder *out) {
    char text[80];
    snprintf(text, sizeof text, "%s%.4f", before, time - trace->start);
    builder_add_c(out, text);
}

/* What happened, in words: "waits for sleep(0.8)", "raised ValueError('x')". */
static void write_happening(Vm *vm, const Trace *trace, const SchedulerEvent *event, StringBuilder *out) {
    StringBuilder about;
    builder_init(&about);
    scheduler_event_describe(vm, event, &about);
    builder_add_char(&about, '\0');
    const char *object = about.chars;
    bool has_object = about.count > 1;
    switch (event->kind) {
    case EVENT_TASK_CREATED: builder_format(vm, out, "created for %s", object); break;
    case EVENT_STEP_BEGUN:
        builder_format(vm, out, has_object ? "runs, with %s thrown in" : "runs", object);
        break;
    case EVENT_TASK_SUSPENDED:
        if (event->object == NOTHING)
            builder_format(vm, out, has_object ? "gives way: %s" : "gives way", object);
        else
            builder_format(vm, out, "waits for %s", object);
        break;
    case EVENT_TASK_WOKEN:
        builder_add_c(out, "ready again");
        if (has_object) {
            builder_add_c(out, ", after ");
            write_awaited(vm, event, object, out);
        }
        break;
    case EVENT_TIMER_SET:
        builder_format(vm, out, "sets a timer for %s", object);
        write_time(trace, " at ", event->when, out);
        break;
    case EVENT_TIMER_FIRED: builder_format(vm, out, "the timer for %s is due", object); break;
    case EVENT_FUTURE_RESOLVED: builder_format(vm, out, "%s is done", object); break;
    case EVENT_TASK_CANCELLED: builder_add_c(out, "cancelled"); break;
    case EVENT_CALLBACK_RUN: builder_format(vm, out, "calls %s", object); break;
    case EVENT_LOOP_WAITS:
        if (isinf(event->when))
            builder_add_c(out, "nothing is ready: waits");
        else
            write_time(trace, "nothing is ready: waits until ", event->when, out);
        break;
    default:
        builder_format(vm, out, has_object ? "%s %s" : "%s", scheduler_event_name(event->kind), object);
        break;
    }
    builder_free(&about);
}

/* A timer that only ends a wait, and the future behind it: that its task waits and is ready again says it
 * all. */
static bool is_detail(const SchedulerEvent *event) {
    switch (event->kind) {
    case EVENT_TIMER_SET:
    case EVENT_TIMER_FIRED: return is_future(event->object);
    case EVENT_FUTURE_RESOLVED: return !event->by && !is_native(event->object, &gathering_layout);
    default: return false;
    }
}

/* Blanks up to the next column, at least two. */
static void pad_to(StringBuilder *out, size_t start, size_t width) {
    size_t used = utf8_length(out->chars + start, out->count - start);
    builder_add_c(out, "  ");
    for (; used < width; used++)
        builder_add_char(out, ' ');
}

static void write_place(Vm *vm, const SchedulerEvent *event, StringBuilder *out) {
    if (!event->code)
        return;
    const char *file = event->code->file_name->chars, *slash = strrchr(file, '/');
    builder_format(vm, out, "%s:%d", slash ? slash + 1 : file,
                   (int)code_position(event->code, event->instruction).line);
}

static void observe(Vm *vm, SchedulerObserver *self, const SchedulerEvent *event) {
    const Trace *trace = (const Trace *)self;
    if (is_detail(event))
        return;
    StringBuilder line;
    builder_init(&line);
    char time[32];
    snprintf(time, sizeof time, "%9.4f  ", event->time - trace->start);
    builder_add_c(&line, time);
    size_t start = line.count;
    Task *task = event->task ? event->task : event->by;
    if (task)
        builder_format(vm, &line, "%S", task_name(vm, task));
    else
        builder_add_c(&line, "loop");
    pad_to(&line, start, TASK_WIDTH);
    start = line.count;
    write_happening(vm, trace, event, &line);
    pad_to(&line, start, EVENT_WIDTH);
    write_place(vm, event, &line);
    while (line.count > 0 && line.chars[line.count - 1] == ' ')
        line.count--;
    builder_add_char(&line, '\n');
    vm_write_error(vm, line.chars, line.count);
    builder_free(&line);
}

bool trace_begin(Vm *vm, Trace *trace) {
    if (vm_import(vm, string_intern_c(vm, "asyncio")) == NOTHING) /* there is no scheduler before */
        return false;
    trace->observer.observe = observe;
    trace->start = event_loop_time(vm);
    scheduler_observe(vm, &trace->observer);
    return true;
}
