#include "vm/gathering.h"

#include <stdlib.h>

#include "vm/event_loop.h"
#include "vm/list.h"
#include "vm/memory.h"

static void gathering_trace(Heap *heap, Obj *self) {
    Gathering *gathering = (Gathering *)self;
    future_trace(heap, self);
    for (uint32_t i = 0; i < gathering->count; i++)
        heap_mark_object(heap, gathering->children[i]);
    heap_mark(heap, gathering->last_message);
}

static void gathering_release(Vm *vm, Obj *self) {
    future_release(vm, self);
    free(((Gathering *)self)->children);
}

const NativeLayout gathering_layout = {"_GatheringFuture", sizeof(Gathering), gathering_trace,
                                       gathering_release};

Gathering *gathering_new(Vm *vm, Loop *loop, uint32_t capacity, bool return_exceptions) {
    Gathering *gathering =
        heap_allocate(vm->heap, sizeof *gathering, KIND_NATIVE, vm->scheduler->gathering_type);
    gathering->future.loop = loop;
    gathering->children = memory_new(capacity, sizeof *gathering->children);
    gathering->return_exceptions = return_exceptions;
    gathering->last_message = NONE;
    return gathering;
}

bool gathering_add(Vm *vm, Gathering *gathering, Future *child, bool again) {
    gathering->children[gathering->count++] = child;
    if (again)
        return true;
    gathering->waiting++;
    return future_add_callback(vm, child, ready_target(READY_GATHERED, gathering));
}

void gathering_add_eager(Gathering *gathering, Future *child) {
    gathering->children[gathering->count++] = child;
    gathering->waiting++;
}

void gathering_abandon(Gathering *gathering) {
    gathering->future.head.flags |= FUTURE_CANCELLED;
}

/* What the list of results says of a child. */
static Value child_result(Vm *vm, Future *child) {
    if (child->head.flags & FUTURE_FAILED) {
        child->head.flags &= (uint16_t)~FUTURE_UNRETRIEVED;
        return AS(Tuple, child->outcome)->items[0];
    }
    if (!future_is_cancelled(child))
        return child->outcome;
    Value message = child->outcome;
    bool has_message = message != NONE && message != NOTHING && !is_exception(message);
    return exception_new_argument(vm, vm->exceptions.CancelledError,
                                  has_message ? message : object_value(vm->empty_string));
}

bool gathering_child_done(Vm *vm, Gathering *gathering, Future *child) {
    gathering->waiting--;
    Future *self = &gathering->future;
    if (future_is_done(self)) {
        child->head.flags &= (uint16_t)~FUTURE_UNRETRIEVED;
        return true;
    }
    if (!gathering->return_exceptions) {
        if (future_is_cancelled(child))
            return future_set_exception(vm, self, future_cancelled_error(vm, child));
        if (child->head.flags & FUTURE_FAILED) {
            child->head.flags &= (uint16_t)~FUTURE_UNRETRIEVED;
            return future_set_exception(vm, self, AS(Tuple, child->outcome)->items[0]);
        }
    }
    if (gathering->waiting > 0)
        return true;
    List *results = list_new(vm, gathering->count);
    for (uint32_t i = 0; i < gathering->count; i++)
        list_append(vm, results, child_result(vm, gathering->children[i]));
    if (gathering->cancel_requested) {
        /* In the words of the child that comes last, even if that one was done before. */
        Future *last = gathering->children[gathering->count - 1];
        Value error = future_is_cancelled(last) ? future_cancelled_error(vm, last)
                                                : cancelled_error_new(vm, gathering->last_message);
        return future_set_exception(vm, self, error);
    }
    return future_set_result(vm, self, object_value(results));
}

int gathering_cancel(Vm *vm, Gathering *gathering, Value message) {
    if (future_is_done(&gathering->future))
        return 0;
    bool any = false;
    for (uint32_t i = 0; i < gathering->count; i++) {
        int cancelled = future_cancel(vm, gathering->children[i], message);
        if (cancelled < 0)
            return -1;
        any |= cancelled > 0;
    }
    gathering->cancel_requested |= any;
    if (gathering->count > 0 && gathering->children[gathering->count - 1]->head.flags & TASK_MUST_CANCEL) {
        heap_write_barrier(vm->heap, gathering);
        gathering->last_message = message;
    }
    return any;
}
