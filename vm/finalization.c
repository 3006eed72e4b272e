#include "vm/finalization.h"

#include "vm/call.h"
#include "vm/event_loop.h"
#include "vm/statements.h"
#include "vm/warning.h"

/* To name the very statement that drops a coroutine takes a collection. A program that drops them by the
 * thousand, or has so many objects that a collection would keep it waiting, gets further warnings when the
 * next ordinary collection finds them. */
enum { EXACT_DROPS = 100, EXACT_DROPS_BYTES = 16 * 1024 * 1024 };

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
}

bool coroutine_drop(Vm *vm, Value coroutine) {
    bool never_ran = is_kind(coroutine, KIND_COROUTINE)
                         ? AS(Generator, coroutine)->state == GENERATOR_CREATED
                         : AS(NativeCoroutine, coroutine)->state == GENERATOR_CREATED;
    if (never_ran && vm->exact_drops < EXACT_DROPS &&
        heap_statistics(vm->heap).live_bytes < EXACT_DROPS_BYTES) {
        vm->exact_drops++;
        heap_collect(vm->heap);
        finalize_unreachable(vm);
    }
    return true;
}

void finalize_at_exit(Vm *vm) {
    heap_end_pauses(vm->heap);
    if (vm->scheduler || heap_may_want_finalizing(vm->heap)) {
        heap_find_unreachable(vm->heap);
        finalize_unreachable(vm);
    }
    scheduler_report_leftovers(vm);
}
