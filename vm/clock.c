#include "vm/clock.h"

#include <math.h>
#include <poll.h>
#include <signal.h>
#include <time.h>

#include "vm/memory.h"
#include "vm/vm.h"

enum { LONGEST_WAIT = 24 * 3600 }; /* seconds; who waits longer waits several times */

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

void clock_wait_for_signal(Vm *vm, double seconds) {
    if (seconds < 0 || seconds > LONGEST_WAIT)
        seconds = LONGEST_WAIT;
    double whole = floor(seconds);
    struct timespec timeout = {.tv_sec = (time_t)whole, .tv_nsec = (long)ceil((seconds - whole) * 1e9)};
    if (timeout.tv_nsec >= 1000000000) {
        timeout.tv_nsec -= 1000000000;
        timeout.tv_sec++;
    }
    /* A signal that comes after the look at vm->interrupts must end the wait: it is held back until ppoll()
     * lets it in. */
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    if (!vm->interrupts)
        ppoll(NULL, 0, &timeout, &before);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
}

bool clock_sleep(Vm *vm, double seconds) {
    Clock *clock = vm->clock;
    if (clock->is_virtual) {
        clock->now += seconds;
        return vm_check_interrupts(vm);
    }
    double deadline = clock_monotonic(clock) + seconds;
    for (;;) {
        if (!vm_check_interrupts(vm))
            return false;
        double left = deadline - clock_monotonic(clock);
        if (left <= 0)
            return true;
        clock_wait_for_signal(vm, left);
    }
}
