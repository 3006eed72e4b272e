/* Signals that an event loop handles.
 *
 * What is put into vm->signal_handlers only notes that the signal has arrived. The next pass begins with an
 * entry that schedules the handlers, so they run in the pass after, in order of arrival. */
#include <signal.h>
#include <stdlib.h>

#include "vm/event_loop.h"
#include "vm/interrupt.h"
#include "vm/memory.h"

/* vm->signal_handlers calls it, with the loop as its `extra`. */
static Value note_arrival(Vm *vm, NativeFunction *callee, Value *args, int argc, Tuple *keywords) {
    (void)vm, (void)argc, (void)keywords;
    LoopSignals *signals = &AS(Loop, callee->extra)->signals;
    if (signals->arrived_count == signals->arrived_capacity) {
        signals->arrived_capacity = signals->arrived_capacity * 2 + 8;
        signals->arrived = memory_resize(signals->arrived, signals->arrived_capacity, 1);
    }
    signals->arrived[signals->arrived_count++] = (uint8_t)small_int_value(args[0]);
    return NONE;
}

static const NativeDef note_arrival_def = {"_sighandler_noop", NULL, 2, 2, 0, NULL};

int loop_signals_add(Vm *vm, Loop *loop, int number, Handle *handle) {
    LoopSignals *signals = &loop->signals;
    Value note = native_closure_new(vm, &note_arrival_def, NULL, note_arrival, object_value(loop));
    int error = interrupt_set_signal(vm, number, note);
    if (error)
        return error;
    if (!signals->handles)
        signals->handles = memory_new_zeroed(SIGNAL_COUNT, sizeof *signals->handles);
    heap_write_barrier(vm->heap, loop);
    Handle *before = signals->handles[number];
    if (before)
        handle_cancel(vm, before);
    else
        loop->outside++;
    signals->handles[number] = handle;
    return 0;
}

bool loop_signals_remove(Vm *vm, Loop *loop, int number) {
    LoopSignals *signals = &loop->signals;
    if (!signals->handles || !signals->handles[number])
        return false;
    heap_write_barrier(vm->heap, loop);
    signals->handles[number] = NULL;
    loop->outside--;
    interrupt_set_signal(vm, number, number == SIGINT ? NOTHING : small_int(0));
    return true;
}

void loop_signals_schedule(Loop *loop) {
    LoopSignals *signals = &loop->signals;
    for (uint32_t i = 0; i < signals->arrived_count; i++) {
        Handle *handle = signals->handles ? signals->handles[signals->arrived[i]] : NULL;
        if (handle)
            event_loop_push(loop, ready_target(READY_HANDLE, handle), NOTHING);
    }
    signals->arrived_count = 0;
}

void loop_signals_trace(Heap *heap, LoopSignals *signals) {
    for (int number = 1; signals->handles && number < SIGNAL_COUNT; number++)
        heap_mark_object(heap, signals->handles[number]);
}

void loop_signals_free(LoopSignals *signals) {
    free(signals->handles);
    free(signals->arrived);
    *signals = (LoopSignals){0};
}

void loop_signals_close(Vm *vm, Loop *loop) {
    for (int number = 1; loop->signals.handles && number < SIGNAL_COUNT; number++)
        loop_signals_remove(vm, loop, number);
}
