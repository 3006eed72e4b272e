#include "vm/task.h"

#include "vm/call.h"
#include "vm/context.h"
#include "vm/call.h"
#include "vm/creation_places.h"
#include "vm/delegation.h"
#include "vm/event_loop.h"

static void task_trace(Heap *heap, Obj *self) {
    Task *task = (Task *)self;
    future_trace(heap, self);
    heap_mark(heap, task->coroutine);
    heap_mark(heap, task->waiter);
    heap_mark(heap, task->name);
    heap_mark(heap, task->context);
}

static void task_release(Vm *vm, Obj *self) {
    pending_tasks_remove(&vm->scheduler->pending, (Task *)self);
    future_release(vm, self);
}

const NativeLayout task_layout = {"Task", sizeof(Task), task_trace, task_release};

bool is_coroutine(Vm *vm, Value v) {
    if (!is_object(v))
        return false;
    switch (as_object(v)->kind) {
    case KIND_COROUTINE:
    case KIND_GENERATOR:
    case KIND_NATIVE_COROUTINE: return true;
    case KIND_NATIVE: return is_native(v, &async_generator_step_layout);
    case KIND_INSTANCE:
        return type_lookup(vm, as_object(v)->type, vm->names.await) != NOTHING &&
               type_lookup(vm, as_object(v)->type, vm->names.send) != NOTHING &&
               type_lookup(vm, as_object(v)->type, vm->names.throw_) != NOTHING &&
               type_lookup(vm, as_object(v)->type, vm->names.close) != NOTHING;
    default: return false;
    }
}

bool task_prepare(Vm *vm, Task *task, Loop *loop, Value coroutine, Value name, Value context) {
    if (!is_coroutine(vm, coroutine)) {
        vm_raise(vm, vm->exceptions.TypeError, "a coroutine was expected, got %R", coroutine);
        return false;
    }
    if (!event_loop_check_open(vm, loop))
        return false;
    task->future.loop = loop;
    task->coroutine = coroutine;
    if (object_value(vm->thread->newest_generator) == coroutine)
        vm->thread->newest_generator = NULL; /* it is in good hands */
    task->name = name == NOTHING ? small_int((int64_t)++vm->scheduler->next_task_number) : name;
    task->context = context_for_new(vm, context);
    pending_tasks_add(&vm->scheduler->pending, task);
    if (__builtin_expect(loop->debug, 0))
        creation_place_note(vm, &task->future.head);
    if (scheduler_is_observed(vm))
        scheduler_report(vm, EVENT_TASK_CREATED, task, coroutine, 0);
    return true;
}

bool task_initialize(Vm *vm, Task *task, Loop *loop, Value coroutine, Value name, Value context) {
    if (!task_prepare(vm, task, loop, coroutine, name, context))
        return false;
    event_loop_push(loop, ready_target(READY_STEP, task), NOTHING);
    return true;
}

Task *task_new(Vm *vm, Loop *loop, Value coroutine, Value name, Value context) {
    Task *task = heap_allocate(vm->heap, sizeof *task, KIND_NATIVE, vm->scheduler->task_type);
    return task_initialize(vm, task, loop, coroutine, name, context) ? task : NULL;
}

Task *task_new_eager(Vm *vm, Loop *loop, Value coroutine, Value name, Value context) {
    Task *task = heap_allocate(vm->heap, sizeof *task, KIND_NATIVE, vm->scheduler->task_type);
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(task));
    bool ok = task_start_eagerly(vm, task, loop, coroutine, name, context);
    vm_root_reset(vm, mark);
    return ok ? task : NULL;
}

ResumeResult task_resume(Vm *vm, Task *task, Value thrown, Value *result) {
    return is_kind(task->coroutine, KIND_INSTANCE)
               ? delegate_step(vm, task->coroutine, NONE, thrown, result)
               : generator_resume(vm, task->coroutine, NONE, thrown, result);
}

int task_cancel(Vm *vm, Task *task, Value message) {
    task->future.head.flags &= (uint16_t)~FUTURE_UNRETRIEVED;
    if (future_is_done(&task->future))
        return 0;
    /* Tasks that wait for one another in a circle cancel one another for ever. */
    if (!vm_enter_native(vm))
        return -1;
    heap_write_barrier(vm->heap, task);
    task->cancel_requests++;
    if (scheduler_is_observed(vm))
        scheduler_report(vm, EVENT_CANCEL_REQUESTED, task, message, 0);
    if (task->waiter != NOTHING) {
        /* Tasks may wait for one another in a ring. */
        if (!vm_enter_native(vm))
            return -1;
        int cancelled = future_cancel(vm, AS(Future, task->waiter), message);
        if (cancelled != 0)
            return cancelled;
    }
    task->future.head.flags |= TASK_MUST_CANCEL;
    task->future.outcome = message;
    return 1;
}

String *task_name(Vm *vm, Task *task) {
    if (is_small_int(task->name))
        return string_format(vm, "Task-%l", small_int_value(task->name));
    return AS(String, task->name);
}

bool task_interrupt(Vm *vm, Task *task, Value exception) {
    if (!event_loop_check_open(vm, task->future.loop))
        return false;
    heap_write_barrier(vm->heap, task);
    if (task->waiter != NOTHING) {
        Future *future = AS(Future, task->waiter);
        future_remove_callback(vm, future, ready_target(READY_WAKEUP, task));
        if (!future_add_callback(vm, future, ready_target(READY_RETRIEVE, future)))
            return false;
        task->waiter = NOTHING;
    }
    event_loop_push(task->future.loop, ready_target(READY_STEP, task), exception);
    return true;
}

bool task_place(Vm *vm, const Task *task, Code **code, uint32_t *instruction) {
    Value at = task->coroutine;
    bool found = false;
    while (is_kind(at, KIND_COROUTINE) || is_kind(at, KIND_GENERATOR) || is_kind(at, KIND_ASYNC_GENERATOR) ||
           is_native(at, &async_generator_step_layout)) {
        if (is_native(at, &async_generator_step_layout)) {
            at = object_value(AS(AsyncGeneratorStep, at)->generator);
            continue;
        }
        found |= generator_place(at, code, instruction);
        at = generator_delegate(vm, at);
    }
    return found;
}

Value task_innermost_awaited(Vm *vm, const Task *task) {
    Value at = task->coroutine;
    for (;;) {
        if (is_native(at, &async_generator_step_layout))
            at = object_value(AS(AsyncGeneratorStep, at)->generator);
        if (!is_kind(at, KIND_COROUTINE) && !is_kind(at, KIND_GENERATOR) &&
            !is_kind(at, KIND_ASYNC_GENERATOR))
            return at;
        at = generator_delegate(vm, at);
    }
}

void task_describe_wait(Vm *vm, Task *task, StringBuilder *out) {
    Value awaited = task_innermost_awaited(vm, task);
    if (is_kind(awaited, KIND_NATIVE_COROUTINE)) {
        NativeCoroutine *native = AS(NativeCoroutine, awaited);
        if (native->def->describe)
            native->def->describe(vm, native, out);
        else
            builder_format(vm, out, "%s()", native->def->qualname);
        return;
    }
    scheduler_describe_future(vm, task->waiter, out);
}
