/* What an event loop does in debug mode alone: it times what it runs, and checks what it is asked to run. */
#include <stdio.h>

#include "vm/event_loop.h"
#include "vm/loop_log.h"

void loop_debug_begin(Vm *vm, Loop *loop, ReadyTarget target) {
    switch (ready_kind(target)) {
    case READY_STEP:
    case READY_WAKEUP:
    case READY_HANDLE:
        loop->timed = object_value(ready_object(target));
        loop->timed_since = event_loop_time(vm);
        break;
    default: break;
    }
}

void loop_debug_end(Vm *vm, Loop *loop) {
    Value timed = loop->timed;
    double took = event_loop_time(vm) - loop->timed_since;
    heap_write_barrier(vm->heap, loop);
    loop->timed = NOTHING;
    if (took < loop->slow_callback_duration)
        return;
    size_t mark = vm_root_mark(vm);
    vm_root(vm, timed);
    char seconds[32];
    snprintf(seconds, sizeof seconds, "%.3f", took);
    StringBuilder text;
    builder_init(&text);
    builder_format(vm, &text, "Executing %R took %s seconds", timed, seconds);
    loop_log(vm, LOOP_LOG_WARNING, AS(String, builder_finish(vm, &text)), NOTHING);
    vm_root_reset(vm, mark);
}

bool loop_debug_check_thread(Vm *vm, const Loop *loop) {
    if (!loop->debug || !loop->running || vm->thread->running_loop == loop)
        return true;
    vm_raise(vm, vm->exceptions.RuntimeError,
             "Non-thread-safe operation invoked on an event loop other than the current one");
    return false;
}
