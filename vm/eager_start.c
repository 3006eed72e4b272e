/* Tasks that begin at once: their first step runs inside of whatever makes them, and not in a pass of the
 * loop. */
#include "vm/context.h"
#include "vm/event_loop.h"

/* Its first step; a task that is done after it never was seen by the loop. */
static bool take_first_step(Vm *vm, Task *task) {
    Thread *thread = vm->thread;
    Task *outer = thread->current_task;
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(task));
    vm_root(vm, outer ? object_value(outer) : NOTHING);
    ContextEntry entry;
    context_enter(vm, &entry, &task->context, false);
    thread->current_task = task;
    if (scheduler_is_observed(vm))
        scheduler_report(vm, EVENT_STEP_BEGUN, task, NOTHING, 0);
    Value result = NONE;
    ResumeResult outcome = task_resume(vm, task, NOTHING, &result);
    context_leave(vm, &entry);
    bool ok = scheduler_step_done(vm, outcome, result);
    thread->current_task = outer;
    if (future_is_done(&task->future))
        task->coroutine = NOTHING;
    vm_root_reset(vm, mark);
    return ok;
}

bool task_start_eagerly(Vm *vm, Task *task, Loop *loop, Value coroutine, Value name, Value context) {
    if (event_loop_running(vm) != loop)
        return task_initialize(vm, task, loop, coroutine, name, context);
    return task_prepare(vm, task, loop, coroutine, name, context) &&
           context_check_enterable(vm, task->context) && take_first_step(vm, task);
}
