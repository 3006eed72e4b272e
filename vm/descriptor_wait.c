#include "vm/descriptor_wait.h"

#include <math.h>
#include <signal.h>

#include "vm/clock.h"
#include "vm/interpreter_lock.h"
#include "vm/thread.h"

enum { LONGEST_WAIT = 24 * 3600 };

/* Returns what poll() does, or 0 when a signal is to be served. */
static int wait_once(Vm *vm, struct pollfd *watched, size_t count, double seconds) {
    struct timespec limit = {.tv_sec = (time_t)seconds};
    limit.tv_nsec = (long)((seconds - (double)limit.tv_sec) * 1e9);
    bool takes_signals = thread_is_main(vm->thread);
    sigset_t all, before;
    sigfillset(&all);
    Thread *released = interpreter_release(vm);
    /* One that comes after the look at pending_signals must end the wait: it is held back until then. */
    pthread_sigmask(SIG_SETMASK, &all, &before);
    int found = takes_signals && vm->pending_signals ? 0 : ppoll(watched, (nfds_t)count, &limit, &before);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    interpreter_acquire(vm, released);
    return found;
}

DescriptorWait descriptors_wait(Vm *vm, struct pollfd *watched, size_t count, double seconds) {
    double deadline = seconds < 0 ? INFINITY : clock_monotonic(vm->clock) + seconds;
    for (;;) {
        double left = deadline - clock_monotonic(vm->clock);
        int found = wait_once(vm, watched, count, left < 0 ? 0 : fmin(left, LONGEST_WAIT));
        if (!vm_check_interrupts(vm))
            return DESCRIPTORS_RAISED;
        if (found > 0)
            return DESCRIPTORS_READY;
        if (left <= 0)
            return DESCRIPTORS_TIMED_OUT;
    }
}

DescriptorWait descriptor_wait(Vm *vm, int descriptor, short events, double seconds) {
    struct pollfd watched = {.fd = descriptor, .events = events};
    return descriptors_wait(vm, &watched, 1, seconds);
}
