#include "vm/future.h"

#include <stdlib.h>

#include "vm/creation_places.h"
#include "vm/event_loop.h"
#include "vm/list.h"
#include "vm/memory.h"

void future_trace(Heap *heap, Obj *self) {
    Future *future = (Future *)self;
    heap_mark_shared(heap, future->loop);
    heap_mark(heap, future->outcome);
    uint32_t count;
    const ReadyTarget *targets = future_callbacks(future, &count);
    for (uint32_t i = 0; i < count; i++)
        heap_mark_object(heap, ready_object(targets[i]));
}

static void free_callbacks(Future *future) {
    if (future->head.flags & FUTURE_MANY_CALLBACKS)
        free((FutureCallbacks *)future->callbacks);
    future->head.flags &= (uint16_t)~FUTURE_MANY_CALLBACKS;
    future->callbacks = 0;
}

void future_release(Vm *vm, Obj *self) {
    (void)vm;
    free_callbacks((Future *)self);
}

const NativeLayout future_layout = {"Future", sizeof(Future), future_trace, future_release};

bool is_future(Value v) {
    if (!is_kind(v, KIND_NATIVE))
        return false;
    const NativeLayout *layout = as_object(v)->type->layout;
    return layout == &future_layout || layout == &task_layout || layout == &gathering_layout;
}

Future *future_new(Vm *vm, Loop *loop) {
    Future *future = heap_allocate(vm->heap, sizeof *future, KIND_NATIVE, vm->scheduler->future_type);
    future->loop = loop;
    if (__builtin_expect(loop->debug, 0))
        creation_place_note(vm, &future->head);
    return future;
}

bool future_check_initialized(Vm *vm, const Future *future) {
    if (future->loop)
        return true;
    vm_raise(vm, vm->exceptions.RuntimeError, "Future object is not initialized.");
    return false;
}

/* ---- Callbacks ---- */

const ReadyTarget *future_callbacks(const Future *future, uint32_t *count) {
    if (future->head.flags & FUTURE_MANY_CALLBACKS) {
        const FutureCallbacks *table = (const FutureCallbacks *)future->callbacks;
        *count = table->count;
        return table->targets;
    }
    *count = future->callbacks != 0;
    return &future->callbacks;
}

static FutureCallbacks *resize_table(FutureCallbacks *table, uint32_t capacity) {
    table = memory_resize(table, 1, sizeof *table + capacity * sizeof(ReadyTarget));
    table->capacity = capacity;
    return table;
}

bool future_add_callback(Vm *vm, Future *future, ReadyTarget target) {
    if (!future_check_initialized(vm, future))
        return false;
    if (future_is_done(future)) {
        if (!event_loop_check_open(vm, future->loop))
            return false;
        event_loop_push(future->loop, target, object_value(future));
        return true;
    }
    if (!future->callbacks) {
        future->callbacks = target;
        return true;
    }
    FutureCallbacks *table;
    if (future->head.flags & FUTURE_MANY_CALLBACKS) {
        table = (FutureCallbacks *)future->callbacks;
        if (table->count == table->capacity)
            table = resize_table(table, table->capacity * 2);
    } else {
        table = resize_table(NULL, 4);
        table->count = 1;
        table->targets[0] = future->callbacks;
        future->head.flags |= FUTURE_MANY_CALLBACKS;
    }
    table->targets[table->count++] = target;
    future->callbacks = (uintptr_t)table;
    return true;
}

int future_remove_callback(Vm *vm, Future *future, ReadyTarget target) {
    heap_write_barrier(vm->heap, future);
    if (!(future->head.flags & FUTURE_MANY_CALLBACKS)) {
        if (future->callbacks != target)
            return 0;
        future->callbacks = 0;
        return 1;
    }
    FutureCallbacks *table = (FutureCallbacks *)future->callbacks;
    uint32_t kept = 0, count = table->count;
    for (uint32_t i = 0; i < count; i++)
        if (table->targets[i] != target)
            table->targets[kept++] = table->targets[i];
    table->count = kept;
    if (kept == 0)
        free_callbacks(future);
    return (int)(count - kept);
}

static void report_resolved(Vm *vm, Future *future) {
    if (!is_task(object_value(future)))
        scheduler_report(vm, EVENT_FUTURE_RESOLVED, NULL, object_value(future), 0);
    uint32_t count;
    const ReadyTarget *targets = future_callbacks(future, &count);
    for (uint32_t i = 0; i < count; i++)
        if (ready_kind(targets[i]) == READY_WAKEUP)
            scheduler_report(vm, EVENT_TASK_WOKEN, ready_object(targets[i]), object_value(future), 0);
}

/* It is done: whoever waits is ready. */
static bool schedule_callbacks(Vm *vm, Future *future) {
    if (scheduler_is_observed(vm))
        report_resolved(vm, future);
    if (!future->callbacks)
        return true;
    heap_write_barrier(vm->heap, future);
    Loop *loop = future->loop;
    if (loop->closed) {
        free_callbacks(future);
        return event_loop_check_open(vm, loop);
    }
    uint32_t count;
    const ReadyTarget *targets = future_callbacks(future, &count);
    for (uint32_t i = 0; i < count; i++)
        ready_queue_push(&loop->ready, targets[i], object_value(future));
    free_callbacks(future);
    return true;
}

/* ---- Ending ---- */

static bool check_pending(Vm *vm, Future *future) {
    if (!future_check_initialized(vm, future))
        return false;
    if (!future_is_done(future))
        return true;
    vm_raise(vm, vm->scheduler->invalid_state_error, "invalid state");
    return false;
}

bool future_set_result(Vm *vm, Future *future, Value result) {
    if (!check_pending(vm, future))
        return false;
    heap_write_barrier(vm->heap, future);
    future->outcome = result;
    future->head.flags |= FUTURE_FINISHED;
    return schedule_callbacks(vm, future);
}

static void note_unretrieved(Vm *vm, Future *future) {
    Scheduler *scheduler = vm->scheduler;
    future->head.flags |= FUTURE_UNRETRIEVED;
    if (scheduler->unretrieved_count == scheduler->unretrieved_capacity) {
        /* Most have been asked for their exception by now. */
        uint32_t kept = 0;
        for (uint32_t i = 0; i < scheduler->unretrieved_count; i++)
            if (scheduler->unretrieved[i]->head.flags & FUTURE_UNRETRIEVED)
                scheduler->unretrieved[kept++] = scheduler->unretrieved[i];
        scheduler->unretrieved_count = kept;
        if (kept >= scheduler->unretrieved_capacity / 2) {
            scheduler->unretrieved_capacity = scheduler->unretrieved_capacity * 2 + 16;
            scheduler->unretrieved =
                memory_resize(scheduler->unretrieved, scheduler->unretrieved_capacity, sizeof(Future *));
        }
    }
    scheduler->unretrieved[scheduler->unretrieved_count++] = future;
}

bool future_set_exception(Vm *vm, Future *future, Value exception) {
    if (!check_pending(vm, future))
        return false;
    if (is_type(exception) && AS(Type, exception)->flags & TYPE_EXCEPTION) {
        size_t mark = vm_root_mark(vm);
        vm_root(vm, object_value(future));
        exception = exception_from_raised(vm, exception);
        vm_root_reset(vm, mark);
        if (exception == NOTHING)
            return false;
    }
    if (!is_exception(exception)) {
        vm_raise(vm, vm->exceptions.TypeError, "invalid exception object");
        return false;
    }
    if (as_object(exception)->type == vm->exceptions.StopIteration) {
        vm_raise(vm, vm->exceptions.TypeError,
                 "StopIteration interacts badly with generators and cannot be raised into a Future");
        return false;
    }
    heap_write_barrier(vm->heap, future);
    future->outcome = object_value(tuple_of(vm, 2, exception, AS(Exception, exception)->traceback));
    future->head.flags |= FUTURE_FINISHED | FUTURE_FAILED;
    note_unretrieved(vm, future);
    return schedule_callbacks(vm, future);
}

bool future_set_cancelled(Vm *vm, Future *future, Value message) {
    heap_write_barrier(vm->heap, future);
    future->outcome = message;
    future->head.flags |= FUTURE_CANCELLED;
    return schedule_callbacks(vm, future);
}

int future_cancel(Vm *vm, Future *future, Value message) {
    const NativeLayout *layout = future->head.type->layout;
    if (layout == &task_layout)
        return task_cancel(vm, (Task *)future, message);
    if (layout == &gathering_layout)
        return gathering_cancel(vm, (Gathering *)future, message);
    future->head.flags &= (uint16_t)~FUTURE_UNRETRIEVED;
    if (future_is_done(future))
        return 0;
    if (!future_check_initialized(vm, future))
        return -1;
    return future_set_cancelled(vm, future, message) ? 1 : -1;
}

/* ---- Asking ---- */

Value cancelled_error_new(Vm *vm, Value message) {
    return message == NONE || message == NOTHING
               ? exception_new(vm, vm->exceptions.CancelledError, NULL)
               : exception_new_argument(vm, vm->exceptions.CancelledError, message);
}

Value future_cancelled_error(Vm *vm, Future *future) {
    Value held = future->outcome;
    if (is_exception(held) && is_instance(vm, held, vm->exceptions.CancelledError)) {
        heap_write_barrier(vm->heap, future);
        future->outcome = NONE;
        return held;
    }
    return cancelled_error_new(vm, held);
}

Value future_take_exception(Vm *vm, Future *future) {
    future->head.flags &= (uint16_t)~FUTURE_UNRETRIEVED;
    Tuple *failure = AS(Tuple, future->outcome);
    heap_write_barrier(vm->heap, as_object(failure->items[0]));
    AS(Exception, failure->items[0])->traceback = failure->items[1];
    return failure->items[0];
}

/* The exception that awaiting it raises; NOTHING: it has a result. It is done. */
static Value exception_to_raise(Vm *vm, Future *future) {
    if (future->head.flags & FUTURE_FAILED)
        return future_take_exception(vm, future);
    return future_is_cancelled(future) ? future_cancelled_error(vm, future) : NOTHING;
}

Value future_result(Vm *vm, Future *future) {
    if (!future_is_done(future))
        return vm_raise(vm, vm->scheduler->invalid_state_error, "Result is not set.");
    Value exception = exception_to_raise(vm, future);
    return exception == NOTHING ? future->outcome : vm_raise_value(vm, exception);
}

Value future_exception(Vm *vm, Future *future) {
    if (!future_is_done(future))
        return vm_raise(vm, vm->scheduler->invalid_state_error, "Exception is not set.");
    if (future_is_cancelled(future))
        return vm_raise_value(vm, future_cancelled_error(vm, future));
    if (!(future->head.flags & FUTURE_FAILED))
        return NONE;
    future->head.flags &= (uint16_t)~FUTURE_UNRETRIEVED;
    return AS(Tuple, future->outcome)->items[0];
}

ResumeResult future_step(Vm *vm, Value v, Value thrown, Value *result) {
    Future *future = AS(Future, v);
    if (thrown != NOTHING) {
        vm_raise_value(vm, thrown);
        return RESUME_RAISED;
    }
    if (future_is_done(future)) {
        *result = future_result(vm, future);
        return *result == NOTHING ? RESUME_RAISED : RESUME_RETURNED;
    }
    if (future->head.flags & FUTURE_BLOCKING) {
        vm_raise(vm, vm->exceptions.RuntimeError, "await wasn't used with future");
        return RESUME_RAISED;
    }
    future->head.flags |= FUTURE_BLOCKING;
    *result = v;
    return RESUME_YIELDED;
}

/* ---- Going ---- */

void future_finalize_report(Vm *vm, Future *future) {
    Value self = object_value(future);
    if (future->head.flags & FUTURE_UNRETRIEVED) {
        Value exception = future_take_exception(vm, future);
        String *message = string_format(vm, "%S exception was never retrieved", future->head.type->name);
        event_loop_report_about(vm, future->loop, message->chars, exception, "future", self);
    } else if (is_task(self) && !future_is_done(future) && !(future->head.flags & TASK_QUIET)) {
        future->head.flags |= TASK_QUIET;
        event_loop_report_about(vm, future->loop, "Task was destroyed but it is pending!", NOTHING, "task",
                                self);
    }
}

Future *future_source(const Future *future) {
    uint32_t count;
    const ReadyTarget *targets = future_callbacks(future, &count);
    for (uint32_t i = 0; i < count; i++) {
        if (ready_kind(targets[i]) != READY_COMPLETION)
            continue;
        const Completion *completion = ready_object(targets[i]);
        Future *source = completion->def->source ? completion->def->source(completion, future) : NULL;
        if (source)
            return source;
    }
    return NULL;
}
