#include "vm/finalization.h"

#include "vm/call.h"
#include "vm/event_loop.h"
#include "vm/import.h"
#include "vm/statements.h"
#include "vm/warning.h"

/* To name the very statement that drops a coroutine takes a collection. A program that drops them by the
 * thousand, or has so many objects that a collection would keep it waiting, gets further warnings when the
 * next ordinary collection finds them. */
enum { EXACT_DROPS = 100, ARGUMENT_DROPS = 20, EXACT_DROPS_BYTES = 16 * 1024 * 1024 };

void report_ignored_exception(Vm *vm, const char *what, Value object) {
    Value exception = vm_take_exception(vm);
    size_t mark = vm_root_mark(vm);
    vm_root(vm, exception);
    vm_root(vm, object);
    StringBuilder text;
    builder_init(&text);
    builder_format(vm, &text, "Exception ignored %s: %R\n", what, object);
    exception_format(vm, exception, &text);
    /* CPython sets the colon here even where nothing follows it. */
    Value message = value_str(vm, exception);
    if (message == NOTHING)
        vm_clear_exception(vm);
    else if (AS(String, message)->byte_count == 0 && text.count > 0)
        text.count--, builder_add_c(&text, ": \n");
    vm_write_error(vm, text.chars, text.count);
    builder_free(&text);
    vm_root_reset(vm, mark);
}

static void finalize(Vm *vm, Value object) {
    switch (as_object(object)->kind) {
    case KIND_COROUTINE:
        if (AS(Generator, object)->state == GENERATOR_CREATED ? !warn_never_awaited(vm, object)
                                                              : !generator_close(vm, object))
            report_ignored_exception(vm, "in", object);
        return;
    case KIND_NATIVE_COROUTINE:
        if (AS(NativeCoroutine, object)->state == GENERATOR_CREATED && !warn_never_awaited(vm, object))
            report_ignored_exception(vm, "in", object);
        return;
    case KIND_GENERATOR:
        if (AS(Generator, object)->state == GENERATOR_SUSPENDED && !generator_close(vm, object))
            report_ignored_exception(vm, "in", object);
        return;
    case KIND_ASYNC_GENERATOR: scheduler_async_generator_dropped(vm, AS(Generator, object)); return;
    case KIND_NATIVE:
        if (is_future(object)) {
            future_finalize_report(vm, AS(Future, object));
            return;
        }
        break;
    default: break;
    }
    Value method = type_lookup(vm, as_object(object)->type, vm->names.del);
    if (method != NOTHING && vm_call_uninterrupted(vm, method, &object, 1, NULL) == NOTHING)
        report_ignored_exception(vm, "in", method);
}

void finalize_unreachable(Vm *vm) {
    if (vm->is_finalizing)
        return; /* a finalizer is running, which may be importing what a warning needs: it goes on there */
    vm->is_finalizing = true;
    /* Whatever a script is in the midst of, a finalizer must not disturb. */
    Thread *thread = vm->thread;
    Value pending = thread->exception, handled = thread->handled;
    size_t mark = vm_root_mark(vm);
    vm_root(vm, pending);
    vm_root(vm, handled);
    thread->exception = NOTHING;
    for (Obj *object; (object = heap_take_finalizable(vm->heap));) {
        size_t inner = vm_root_mark(vm);
        vm_root(vm, object_value(object));
        finalize(vm, object_value(object));
        vm_root_reset(vm, inner);
    }
    thread->exception = pending;
    thread->handled = handled;
    vm_root_reset(vm, mark);
    vm->is_finalizing = false;
}

static void warn_of_dropped(Vm *vm, int *times, int most) {
    if (*times >= most || heap_statistics(vm->heap).live_bytes >= EXACT_DROPS_BYTES)
        return;
    ++*times;
    heap_collect(vm->heap);
    finalize_unreachable(vm);
}

bool coroutine_drop(Vm *vm, Value coroutine) {
    bool never_ran = is_kind(coroutine, KIND_COROUTINE)
                         ? AS(Generator, coroutine)->state == GENERATOR_CREATED
                         : AS(NativeCoroutine, coroutine)->state == GENERATOR_CREATED;
    if (never_ran)
        warn_of_dropped(vm, &vm->exact_drops, EXACT_DROPS);
    return true;
}

void argument_drop(Vm *vm, Frame *frame, int first_register) {
    const Generator *newest = vm->thread->newest_generator;
    vm->thread->newest_generator = NULL;
    if (newest->head.kind != KIND_COROUTINE || newest->state != GENERATOR_CREATED ||
        is_library_file(frame->code->file_name))
        return;
    for (uint32_t i = (uint32_t)first_register; i < frame->code->register_count; i++)
        frame_registers(frame)[i] = NOTHING; /* the argument is still in one of them */
    warn_of_dropped(vm, &vm->argument_drops, ARGUMENT_DROPS);
}

void finalize_at_exit(Vm *vm) {
    heap_end_pauses(vm->heap);
    if (vm->scheduler || heap_may_want_finalizing(vm->heap)) {
        heap_find_unreachable(vm->heap);
        finalize_unreachable(vm);
    }
    scheduler_report_leftovers(vm);
}
