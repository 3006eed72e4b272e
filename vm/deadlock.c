/* The words of a DeadlockError. */
#include "vm/event_loop.h"

static void write_task(Vm *vm, Task *task, StringBuilder *out) {
    builder_format(vm, out, "\n  %S waits for ", task_name(vm, task));
    task_describe_wait(vm, task, out);
    Code *code;
    uint32_t instruction;
    if (task_place(task, &code, &instruction))
        builder_format(vm, out, "  %S:%d", code->file_name, (int)code_position(code, instruction).line);
}

Value deadlock_describe(Vm *vm, Loop *loop) {
    StringBuilder out;
    builder_init(&out);
    builder_add_c(&out,
                  "the program can never go on: nothing is ready, no timer is set, no descriptor is watched");
    bool any = false;
    for (Task *task = vm->scheduler->first_task; task; task = task->next)
        if (task->future.loop == loop && task->waiter != NOTHING) {
            write_task(vm, task, &out);
            any = true;
        }
    if (!any)
        builder_add_c(&out, "; there are no tasks");
    return builder_finish(vm, &out);
}
