/* Where a task stands, as frames and in words: Task.get_stack() and Task.print_stack(). */
#include "stdlib/asyncio/asyncio.h"
#include "stdlib/text_stream.h"
#include "stdlib/types/frame_type.h"
#include "vm/code.h"
#include "vm/traceback.h"

/* ---- Collecting ---- */

static Value view_of_call(Vm *vm, const Frame *frame) {
    ptrdiff_t index = frame->pc - frame->code->instructions - 1;
    return frame_view_new(vm, frame->code, index < 0 ? 0 : (size_t)index);
}

static Generator *root_of(Generator *generator) {
    while (generator->delegator)
        generator = generator->delegator;
    return generator;
}

/* The frame of the running `generator` or one that it drives; NULL: it does not run. */
static const Frame *running_frame(Vm *vm, const Generator *generator) {
    const Frame *frame = vm->thread->frame;
    while (frame && !(frame->in_generator && root_of(frame_generator((Frame *)frame)) == generator))
        frame = frame->back;
    return frame;
}

/* The frame of `coroutine`, and if it runs those of who drives it, outwards: at most `limit` of them. */
static List *frames_of_coroutine(Vm *vm, Value coroutine, int64_t limit) {
    List *frames = list_new(vm, 0);
    if (!is_kind(coroutine, KIND_COROUTINE) && !is_kind(coroutine, KIND_GENERATOR))
        return frames;
    Generator *generator = AS(Generator, coroutine);
    if (generator->state == GENERATOR_FINISHED || limit == 0)
        return frames;
    list_append(vm, frames, frame_view_of(vm, generator));
    const Frame *frame = running_frame(vm, generator);
    for (frame = frame ? frame->back : NULL; frame && frames->count < limit; frame = frame->back)
        list_append(vm, frames, view_of_call(vm, frame));
    return frames;
}

/* What runs, innermost first, down to the coroutine of the task that runs. */
static void add_running(Vm *vm, const Task *task, List *frames) {
    for (const Frame *frame = vm->thread->frame; frame; frame = frame->back) {
        if (!frame->in_generator) {
            list_append(vm, frames, view_of_call(vm, frame));
            continue;
        }
        Generator *generator = frame_generator((Frame *)frame);
        for (;; generator = generator->delegator) {
            list_append(vm, frames, frame_view_of(vm, generator));
            if (object_value(generator) == task->coroutine)
                return;
            if (!generator->delegator)
                break;
        }
    }
}

/* What a coroutine in C awaits in its turn; NONE: a future, nothing. */
static Value native_delegate(NativeCoroutine *native) {
    Value inner = asyncio_awaited_by_wrapper(native);
    return inner != NONE ? inner : asyncio_awaited_by_wait_for(native);
}

/* A suspended coroutine and what it awaits, outermost first. */
static void add_suspended(Vm *vm, Value at, List *frames) {
    for (;;) {
        if (is_native(at, &async_generator_step_layout))
            at = object_value(AS(AsyncGeneratorStep, at)->generator);
        if (is_kind(at, KIND_NATIVE_COROUTINE)) {
            NativeCoroutine *native = AS(NativeCoroutine, at);
            if (native->state != GENERATOR_FINISHED)
                list_append(vm, frames, frame_view_of_native(vm, native));
            at = native_delegate(native);
        } else if (is_kind(at, KIND_COROUTINE) || is_kind(at, KIND_GENERATOR) ||
                   is_kind(at, KIND_ASYNC_GENERATOR)) {
            if (AS(Generator, at)->state != GENERATOR_FINISHED)
                list_append(vm, frames, frame_view_of(vm, AS(Generator, at)));
            at = generator_delegate(vm, at);
        } else {
            return;
        }
    }
}

/* Outermost first: the `limit` outermost ones of a traceback. */
static List *frames_of_traceback(Vm *vm, Value traceback, int64_t limit) {
    List *frames = list_new(vm, 0);
    for (; traceback != NONE && frames->count < limit; traceback = AS(Traceback, traceback)->next)
        list_append(vm, frames, frame_view_of_traceback(vm, AS(Traceback, traceback)));
    return frames;
}

static void reverse(List *list) {
    for (int64_t i = 0, j = list->count - 1; i < j; i++, j--) {
        Value item = list->items[i];
        list->items[i] = list->items[j];
        list->items[j] = item;
    }
}

List *asyncio_call_stack(Vm *vm, const Task *task) {
    List *frames = list_new(vm, 0);
    if (task == vm->thread->current_task) {
        add_running(vm, task, frames);
    } else {
        add_suspended(vm, task->coroutine, frames);
        reverse(frames);
    }
    return frames;
}

/* The exception with which a task is done; NULL: none. */
static Exception *failure_of(const Task *task) {
    return task->future.head.flags & FUTURE_FAILED ? AS(Exception, AS(Tuple, task->future.outcome)->items[0])
                                                   : NULL;
}

static List *stack_of(Vm *vm, const Task *task, int64_t limit) {
    List *frames = frames_of_coroutine(vm, task->coroutine, limit);
    Exception *failure = failure_of(task);
    if (frames->count == 0 && failure)
        return frames_of_traceback(vm, failure->traceback, limit);
    reverse(frames);
    return frames;
}

/* False: raised. */
static bool limit_argument(Vm *vm, Value v, int64_t *limit) {
    *limit = INT64_MAX;
    return v == NOTHING || v == NONE || value_to_index(vm, v, limit);
}

/* self, limit */
Value asyncio_task_get_stack(Vm *vm, Value *args, int argc) {
    (void)argc;
    int64_t limit;
    return limit_argument(vm, args[1], &limit) ? object_value(stack_of(vm, AS(Task, args[0]), limit))
                                               : NOTHING;
}

/* ---- Printing ---- */

/* print(text, end="", file=file) */
static bool write_to(Vm *vm, Value file, StringBuilder *text) {
    Value string = builder_finish(vm, text);
    return vm_call_method(vm, file, vm->names.write, &string, 1) != NOTHING;
}

/* As CPython's, where no file is given the entries go to standard error and the rest to standard output. */
static bool print_stack(Vm *vm, Task *task, List *frames, Value file) {
    Value text_file = file != NONE ? file : text_stream_current(vm, "stdout");
    Value entry_file = file != NONE ? file : text_stream_current(vm, "stderr");
    Exception *failure = failure_of(task);
    StringBuilder head, entries, end;
    builder_init(&head);
    builder_init(&entries);
    builder_init(&end);
    if (frames->count == 0)
        builder_format(vm, &head, "No stack for %R\n", object_value(task));
    else
        builder_format(vm, &head, "%s for %R (most recent call last):\n", failure ? "Traceback" : "Stack",
                       object_value(task));
    for (int64_t i = 0; i < frames->count; i++) {
        const FrameView *frame = AS(FrameView, frames->items[i]);
        traceback_format_place(vm, frame->code, frame_view_line(frame), &entries);
    }
    if (failure)
        exception_format_only(vm, object_value(failure), &end);
    bool ok = write_to(vm, text_file, &head);
    ok = (entries.count == 0 || write_to(vm, entry_file, &entries)) && ok;
    ok = (end.count == 0 || write_to(vm, text_file, &end)) && ok;
    return ok;
}

/* self, limit, file */
Value asyncio_task_print_stack(Vm *vm, Value *args, int argc) {
    (void)argc;
    int64_t limit;
    Task *task = AS(Task, args[0]);
    if (!limit_argument(vm, args[1], &limit))
        return NOTHING;
    List *frames = stack_of(vm, task, limit);
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(frames));
    bool ok = print_stack(vm, task, frames, args[2] == NOTHING ? NONE : args[2]);
    vm_root_reset(vm, mark);
    return ok ? NONE : NOTHING;
}
