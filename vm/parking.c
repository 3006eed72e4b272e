#include "vm/parking.h"

#include <errno.h>
#include <math.h>
#include <time.h>

#include "vm/clock.h"
#include "vm/event_loop.h"
#include "vm/interpreter_lock.h"

/* When no descriptor is left to be woken through: so many seconds pass before a look at what there is to do.
 */
static const double UNWAKEABLE_WAIT = 0.01;

double parking_deadline(Vm *vm, double seconds) {
    return seconds < 0 ? INFINITY : clock_monotonic(vm->clock) + seconds;
}

/* ---- Waking ---- */

void thread_wake(Vm *vm, Thread *thread) {
    if (!thread->is_parked)
        return;
    if (thread->is_asleep) {
        thread->is_asleep = false;
        vm->awake_count++;
    }
    if (thread->poller)
        poller_wake(thread->poller);
    else
        sem_post(&thread->wakeups);
}

/* Does only another thread get it going again? */
static bool waits_for_threads(const Thread *thread) {
    return thread->is_parked && thread->is_asleep && thread->deadline == INFINITY && !thread->poller &&
           !(thread->parked_loop && thread->parked_loop->outside > 0);
}

bool thread_others_may_act(Vm *vm) {
    for (const Thread *other = vm->threads; other; other = other->next)
        if (other != vm->thread && !waits_for_threads(other))
            return true;
    return false;
}

void parking_reconsider(Vm *vm) {
    if (thread_others_may_act(vm))
        return;
    for (Thread *other = vm->threads; other; other = other->next)
        if (other != vm->thread && other->parked_loop)
            thread_wake(vm, other);
}

void parking_advance_clock(Vm *vm) {
    Thread *next = NULL;
    for (Thread *thread = vm->threads; thread; thread = thread->next)
        if (thread->is_parked && thread->deadline != INFINITY &&
            (!next || thread->deadline <= next->deadline))
            next = thread;
    if (!next)
        return;
    clock_jump(vm->clock, next->deadline);
    thread_wake(vm, next);
}

/* ---- Parking ---- */

/* Sleeps until the semaphore is posted, a signal comes, or the system's clock reaches the deadline. */
static void sleep_until(Thread *thread, double deadline) {
    if (deadline == INFINITY) {
        sem_wait(&thread->wakeups);
        return;
    }
    double whole = floor(deadline);
    struct timespec end = {.tv_sec = (time_t)whole, .tv_nsec = (long)ceil((deadline - whole) * 1e9)};
    if (end.tv_nsec >= 1000000000) {
        end.tv_nsec -= 1000000000;
        end.tv_sec++;
    }
    sem_clockwait(&thread->wakeups, CLOCK_MONOTONIC, &end);
}

static void begin_parking(Vm *vm, double deadline, Poller *poller) {
    Thread *thread = vm->thread;
    thread->deadline = deadline;
    thread->poller = poller;
    thread->is_parked = true;
    if (deadline == INFINITY && vm->thread_count > 1)
        parking_reconsider(vm);
}

static void end_parking(Vm *vm) {
    vm->thread->is_parked = false;
    vm->thread->poller = NULL;
    vm->thread->deadline = INFINITY;
}

/* On a virtual clock nobody waits when there is nobody to wait for. */
static bool jumps_at_once(Vm *vm, double deadline) {
    if (!vm->clock->is_virtual || vm->thread_count > 1 || deadline == INFINITY)
        return false;
    clock_jump(vm->clock, deadline);
    return true;
}

void thread_park(Vm *vm, double deadline) {
    if (jumps_at_once(vm, deadline))
        return;
    Thread *thread = vm->thread;
    bool is_virtual = vm->clock->is_virtual;
    begin_parking(vm, deadline, NULL);
    Thread *released = interpreter_release(vm);
    sleep_until(thread, is_virtual ? INFINITY : deadline);
    interpreter_acquire(vm, released);
    end_parking(vm);
}

int thread_park_in_poller(Vm *vm, Poller *poller, double deadline, PollerEvent *events, int capacity) {
    double seconds = deadline == INFINITY    ? -1
                     : deadline == -INFINITY ? 0
                                             : deadline - clock_monotonic(vm->clock);
    bool looks_only = seconds <= 0 && deadline != INFINITY, is_virtual = vm->clock->is_virtual;
    /* Where others would be let in, a look first spares the lock a round trip. */
    if (looks_only || is_virtual || vm->thread_count > 1) {
        int count = poller_wait(vm, poller, 0, events, capacity);
        if (count > 0 || looks_only || jumps_at_once(vm, deadline))
            return count;
    }
    if (is_virtual)
        seconds = -1;
    /* Other threads wake this one, and signals the main one. */
    if ((vm->thread_count > 1 || thread_is_main(vm->thread)) && !poller_make_wakeable(poller))
        seconds = seconds < 0 || seconds > UNWAKEABLE_WAIT ? UNWAKEABLE_WAIT : seconds;
    begin_parking(vm, deadline, poller);
    /* A signal that comes from here on finds the poller and wakes it. */
    atomic_signal_fence(memory_order_seq_cst);
    bool has_signal = thread_is_main(vm->thread) && vm->pending_signals;
    int count = poller_wait(vm, poller, has_signal ? 0 : seconds, events, capacity);
    end_parking(vm);
    return count;
}

/* ---- Queues ---- */

void parked_queue_join(Vm *vm, ParkedQueue *queue, ParkedEntry *entry) {
    *entry = (ParkedEntry){vm->thread, queue->last, NULL};
    if (queue->last)
        queue->last->next = entry;
    else
        queue->first = entry;
    queue->last = entry;
}

void parked_queue_leave(ParkedQueue *queue, ParkedEntry *entry) {
    if (entry->previous)
        entry->previous->next = entry->next;
    else
        queue->first = entry->next;
    if (entry->next)
        entry->next->previous = entry->previous;
    else
        queue->last = entry->previous;
}

void parked_queue_wake_first(Vm *vm, const ParkedQueue *queue) {
    if (queue->first)
        thread_wake(vm, queue->first->thread);
}

void parked_queue_wake_all(Vm *vm, const ParkedQueue *queue) {
    for (ParkedEntry *entry = queue->first; entry; entry = entry->next)
        thread_wake(vm, entry->thread);
}
