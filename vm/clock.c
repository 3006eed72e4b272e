#include "vm/clock.h"

#include <time.h>

#include "vm/interpreter_lock.h"
#include "vm/memory.h"
#include "vm/parking.h"

Clock *clock_new(bool is_virtual) {
    Clock *clock = memory_new_zeroed(1, sizeof *clock);
    clock->is_virtual = is_virtual;
    return clock;
}

static int64_t system_ns(clockid_t id) {
    struct timespec t;
    clock_gettime(id, &t);
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

double clock_time(const Clock *clock) {
    if (clock->is_virtual)
        return VIRTUAL_EPOCH + clock->now;
    return (double)system_ns(CLOCK_REALTIME) / 1e9;
}

int64_t clock_time_ns(const Clock *clock) {
    if (clock->is_virtual)
        return (int64_t)((VIRTUAL_EPOCH + clock->now) * 1e9);
    return system_ns(CLOCK_REALTIME);
}

double clock_monotonic(const Clock *clock) {
    if (clock->is_virtual)
        return clock->now;
    return (double)system_ns(CLOCK_MONOTONIC) / 1e9;
}

int64_t clock_monotonic_ns(const Clock *clock) {
    if (clock->is_virtual)
        return (int64_t)(clock->now * 1e9);
    return system_ns(CLOCK_MONOTONIC);
}

void clock_jump(Clock *clock, double monotonic) {
    if (monotonic > clock->now)
        clock->now = monotonic;
}

bool clock_sleep(Vm *vm, double seconds) {
    double deadline = parking_deadline(vm, seconds);
    if (seconds == 0 && vm->thread_count > 1)
        interpreter_yield(vm);
    for (;;) {
        if (!vm_check_interrupts(vm))
            return false;
        if (clock_monotonic(vm->clock) >= deadline)
            return true;
        thread_park(vm, deadline);
    }
}
