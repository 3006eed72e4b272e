#include "vm/handle.h"

#include "vm/call.h"
#include "vm/callback_text.h"
#include "vm/context.h"
#include "vm/creation_places.h"
#include "vm/event_loop.h"
#include "vm/list.h"

static void handle_trace(Heap *heap, Obj *self) {
    Handle *handle = (Handle *)self;
    heap_mark_object(heap, handle->loop);
    heap_mark(heap, handle->callback);
    heap_mark_object(heap, handle->arguments);
    heap_mark(heap, handle->context);
}

const NativeLayout handle_layout = {"Handle", sizeof(Handle), handle_trace, NULL};
const NativeLayout timer_handle_layout = {"TimerHandle", sizeof(TimerHandle), handle_trace, NULL};

static Handle *initialize(Vm *vm, Handle *handle, Loop *loop, Value callback, Tuple *arguments,
                          Value context) {
    handle->loop = loop;
    handle->callback = callback;
    handle->arguments = arguments;
    handle->context = context_for_new(vm, context);
    if (__builtin_expect(loop->debug, 0))
        creation_place_note(vm, &handle->head);
    return handle;
}

Handle *handle_new(Vm *vm, Loop *loop, Value callback, Tuple *arguments, Value context) {
    Handle *handle = heap_allocate(vm->heap, sizeof *handle, KIND_NATIVE, vm->scheduler->handle_type);
    return initialize(vm, handle, loop, callback, arguments, context);
}

TimerHandle *timer_handle_new(Vm *vm, Loop *loop, double when, Value callback, Tuple *arguments,
                              Value context) {
    TimerHandle *timer =
        heap_allocate(vm->heap, sizeof *timer, KIND_NATIVE, vm->scheduler->timer_handle_type);
    initialize(vm, &timer->handle, loop, callback, arguments, context);
    timer->when = when;
    return timer;
}

void handle_cancel(Vm *vm, Handle *handle) {
    heap_write_barrier(vm->heap, handle);
    if (handle->head.flags & HANDLE_CANCELLED)
        return;
    if (handle->head.flags & HANDLE_SCHEDULED) {
        handle->head.flags &= (uint16_t)~HANDLE_SCHEDULED;
        event_loop_cancel_timer(vm, handle->loop, ((TimerHandle *)handle)->timer);
    }
    handle->head.flags |= HANDLE_CANCELLED;
    Value words = NONE;
    if (__builtin_expect(handle->loop->debug, 0))
        words = value_repr(vm, object_value(handle));
    if (words == NOTHING) {
        vm_clear_exception(vm);
        words = NONE;
    }
    handle->callback = words;
    handle->arguments = NULL;
}

/* What a callback let through is reported, and the loop goes on. */
static bool report(Vm *vm, Handle *handle, Value future) {
    if (vm_exception_is(vm, vm->exceptions.KeyboardInterrupt) ||
        vm_exception_is(vm, vm->exceptions.SystemExit))
        return false;
    Value exception = vm_take_exception(vm);
    size_t mark = vm_root_mark(vm);
    vm_root(vm, exception);
    if (future != NOTHING)
        handle->arguments = tuple_of(vm, 1, future);
    StringBuilder message;
    builder_init(&message);
    builder_add_c(&message, "Exception in callback ");
    callback_write(vm, handle->callback, handle->arguments ? handle->arguments : vm->empty_tuple, &message);
    builder_add_char(&message, '\0');
    bool ok =
        event_loop_report_about(vm, handle->loop, message.chars, exception, "handle", object_value(handle));
    builder_free(&message);
    vm_root_reset(vm, mark);
    return ok;
}

bool handle_run(Vm *vm, Handle *handle, Value future) {
    if (handle->head.flags & HANDLE_CANCELLED)
        return true;
    if (scheduler_is_observed(vm))
        scheduler_report(vm, EVENT_CALLBACK_RUN, NULL, object_value(handle), 0);
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(handle));
    vm_root(vm, future);
    Value result;
    ContextEntry entry;
    bool entered = context_check_enterable(vm, handle->context);
    context_enter(vm, &entry, &handle->context, false);
    if (!entered) {
        result = NOTHING;
    } else if (future != NOTHING) {
        result = vm_call1(vm, handle->callback, future);
    } else if (!handle->arguments) {
        result = vm_call0(vm, handle->callback);
    } else {
        Tuple *arguments = handle->arguments;
        vm_root(vm, object_value(arguments));
        result = vm_call(vm, handle->callback, arguments->items, (int)arguments->count, NULL);
    }
    context_leave(vm, &entry);
    bool ok = result != NOTHING || report(vm, handle, future);
    vm_root_reset(vm, mark);
    return ok;
}
