#include "vm/interpreter_lock.h"

#include <errno.h>
#include <stdlib.h>
#include <time.h>

#include "vm/clock.h"
#include "vm/interrupt.h"
#include "vm/memory.h"
#include "vm/parking.h"

/* So long the first to wait leaves the holder alone; in nanoseconds. */
enum { SWITCH_INTERVAL = 5000000 };

InterpreterLock *interpreter_lock_new(Thread *holder) {
    InterpreterLock *lock = memory_new_zeroed(1, sizeof *lock);
    pthread_mutex_init(&lock->mutex, NULL);
    lock->holder = holder;
    return lock;
}

void interpreter_lock_free(InterpreterLock *lock) {
    pthread_mutex_destroy(&lock->mutex);
    free(lock);
}

/* ---- With the mutex held ---- */

static void hand_over(Vm *vm, InterpreterLock *lock) {
    Thread *next = lock->first_waiting;
    interrupt_clear(vm, INTERRUPT_SWITCH);
    lock->holder = next;
    if (!next)
        return;
    lock->first_waiting = next->next_waiting;
    pthread_cond_signal(&next->turn);
    if (lock->first_waiting)
        pthread_cond_signal(&lock->first_waiting->turn);
    else
        lock->last_waiting = NULL;
}

static void join_queue(InterpreterLock *lock, Thread *thread) {
    thread->next_waiting = NULL;
    if (lock->last_waiting)
        lock->last_waiting->next_waiting = thread;
    else
        lock->first_waiting = thread;
    lock->last_waiting = thread;
}

/* Waits as the first in the queue; asks the holder to give the lock away when it takes too long. */
static void wait_as_first(Vm *vm, InterpreterLock *lock, Thread *thread) {
    struct timespec end;
    clock_gettime(CLOCK_MONOTONIC, &end);
    end.tv_nsec += SWITCH_INTERVAL;
    if (end.tv_nsec >= 1000000000) {
        end.tv_nsec -= 1000000000;
        end.tv_sec++;
    }
    if (pthread_cond_timedwait(&thread->turn, &lock->mutex, &end) == ETIMEDOUT && lock->holder != thread)
        interrupt_request(vm, INTERRUPT_SWITCH);
}

static void wait_for_turn(Vm *vm, InterpreterLock *lock, Thread *thread) {
    while (lock->holder != thread) {
        if (lock->first_waiting == thread)
            wait_as_first(vm, lock, thread);
        else
            pthread_cond_wait(&thread->turn, &lock->mutex);
    }
}

static void take(Vm *vm, InterpreterLock *lock, Thread *thread) {
    if (lock->holder) {
        join_queue(lock, thread);
        wait_for_turn(vm, lock, thread);
    } else {
        lock->holder = thread;
    }
}

/* ---- Public ---- */

/* What the holder sees to as soon as it holds the lock. */
static void become_current(Vm *vm, Thread *thread) {
    vm->thread = thread;
    if (thread->is_asleep) {
        thread->is_asleep = false;
        vm->awake_count++;
    }
    interrupt_thread_changed(vm);
}

static void give_away(Vm *vm, Thread *thread) {
    InterpreterLock *lock = vm->lock;
    thread->is_asleep = true;
    vm->awake_count--;
    pthread_mutex_lock(&lock->mutex);
    if (vm->clock->is_virtual && vm->awake_count == 0 && !lock->first_waiting)
        parking_advance_clock(vm);
    hand_over(vm, lock);
    pthread_mutex_unlock(&lock->mutex);
}

Thread *interpreter_release(Vm *vm) {
    if (vm->thread_count == 1)
        return NULL;
    Thread *thread = vm->thread;
    int error = errno;
    give_away(vm, thread);
    errno = error;
    return thread;
}

void interpreter_acquire(Vm *vm, Thread *released) {
    if (!released)
        return;
    int error = errno;
    interpreter_enter(vm, released);
    errno = error;
}

void interpreter_enter(Vm *vm, Thread *thread) {
    pthread_mutex_lock(&vm->lock->mutex);
    take(vm, vm->lock, thread);
    pthread_mutex_unlock(&vm->lock->mutex);
    become_current(vm, thread);
}

void interpreter_leave(Vm *vm) {
    give_away(vm, vm->thread);
}

void interpreter_yield(Vm *vm) {
    InterpreterLock *lock = vm->lock;
    Thread *thread = vm->thread;
    pthread_mutex_lock(&lock->mutex);
    if (lock->first_waiting) {
        join_queue(lock, thread);
        hand_over(vm, lock);
        wait_for_turn(vm, lock, thread);
    } else {
        interrupt_clear(vm, INTERRUPT_SWITCH);
    }
    pthread_mutex_unlock(&lock->mutex);
    become_current(vm, thread);
}
