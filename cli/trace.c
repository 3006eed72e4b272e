#include "cli/trace.h"

#include <math.h>
#include <stdio.h>

#include "vm/event_loop.h"
#include "vm/warning.h"

/* Columns: time, task, what happened, place. */
enum { TASK_WIDTH = 10, EVENT_WIDTH = 44 };

/* What happened, in words: "waits for sleep(0.8)", "raised ValueError('x')". */
static void write_happening(Vm *vm, const SchedulerEvent *event, StringBuilder *out) {
    StringBuilder about;
    builder_init(&about);
    scheduler_event_describe(vm, event, &about);
    builder_add_char(&about, '\0');
    const char *object = about.chars;
    bool has_object = about.count > 1;
    switch (event->kind) {
    case EVENT_TASK_CREATED: builder_format(vm, out, "created for %s", object); break;
    case EVENT_STEP_BEGUN: builder_format(vm, out, has_object ? "runs, with %s thrown in" : "runs", object); break;
    case EVENT_TASK_SUSPENDED: builder_format(vm, out, has_object ? "waits for %s" : "gives way", object); break;
    case EVENT_TASK_WOKEN: builder_format(vm, out, has_object ? "woken: %s is done" : "woken", object); break;
    case EVENT_TIMER_SET:
    case EVENT_TIMER_FIRED:
    case EVENT_CALLBACK_RUN:
        builder_format(vm, out, has_object ? "%s for %s" : "%s", scheduler_event_name(event->kind), object);
        break;
    case EVENT_LOOP_WAITS:
        if (isinf(event->when)) {
            builder_add_c(out, "nothing is ready: the loop waits");
        } else {
            char text[64];
            snprintf(text, sizeof text, "nothing is ready: the loop waits until %.4f", event->when);
            builder_add_c(out, text);
        }
        break;
    default:
        builder_format(vm, out, has_object ? "%s %s" : "%s", scheduler_event_name(event->kind), object);
        break;
    }
    builder_free(&about);
}

static void pad_to(StringBuilder *out, size_t start, size_t width) {
    builder_add_c(out, "  ");
    while (out->count - start < width + 2)
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
    StringBuilder line;
    builder_init(&line);
    char time[32];
    snprintf(time, sizeof time, "%9.4f  ", event->time - trace->start);
    builder_add_c(&line, time);
    size_t start = line.count;
    if (event->task)
        builder_format(vm, &line, "%S", task_name(vm, event->task));
    else
        builder_add_c(&line, "loop");
    pad_to(&line, start, TASK_WIDTH);
    start = line.count;
    write_happening(vm, event, &line);
    pad_to(&line, start, EVENT_WIDTH);
    write_place(vm, event, &line);
    while (line.count > 0 && line.chars[line.count - 1] == ' ')
        line.count--;
    builder_add_char(&line, '\n');
    vm_write_error(vm, line.chars, line.count);
    builder_free(&line);
}

void trace_begin(Vm *vm, Trace *trace) {
    trace->observer.observe = observe;
    trace->start = event_loop_time(vm);
    scheduler_observe(vm, &trace->observer);
}
