/* Locks between threads: _thread.lock, which anybody may release, and _thread.RLock, which its owner may
 * acquire again.
 *
 * release() wakes the first in the queue but does not hand the lock to it: whoever runs next and asks may
 * take it, as in CPython, so that a thread which takes a lock again and again is not stopped each time. */
#include <math.h>
#include <stdio.h>

#include "stdlib/modules.h"
#include "stdlib/stdlib_state.h"
#include "stdlib/thread/thread.h"
#include "vm/clock.h"
#include "vm/dict.h"
#include "vm/interrupt.h"

typedef struct ThreadLock {
    Obj head;
    ParkedQueue waiters;
    int64_t owner;  /* an RLock's: the identity of a thread */
    uint64_t count; /* how often it has been acquired and not released; of a lock 0 or 1 */
} ThreadLock;

static const NativeLayout lock_layout = {"lock", sizeof(ThreadLock), NULL, NULL};
static const NativeLayout recursive_lock_layout = {"RLock", sizeof(ThreadLock), NULL, NULL};

int64_t thread_identity(const Thread *thread) {
    return (int64_t)thread->native;
}

/* ---- Arguments ---- */

/* The longest time that may be waited for, threading.TIMEOUT_MAX: that of CPython. */
static const double LONGEST_TIMEOUT = 9223372036.0;

static bool seconds_argument(Vm *vm, Value v, double *seconds) {
    if (is_float(v)) {
        *seconds = float_number(v);
        return true;
    }
    int64_t whole;
    if (!value_to_index(vm, v, &whole))
        return false;
    *seconds = (double)whole;
    return true;
}

static bool deadline_after(Vm *vm, double seconds, double *deadline) {
    if (isnan(seconds)) {
        vm_raise(vm, vm->exceptions.ValueError, "Invalid value NaN (not a number)");
        return false;
    }
    if (seconds > LONGEST_TIMEOUT) {
        vm_raise(vm, vm->exceptions.OverflowError,
                 seconds > 9.3e18 ? "timestamp out of range for platform time_t"
                                  : "timeout value is too large");
        return false;
    }
    *deadline = parking_deadline(vm, seconds);
    return true;
}

bool thread_timeout_argument(Vm *vm, Value timeout, double *deadline) {
    *deadline = INFINITY;
    if (timeout == NOTHING || timeout == NONE)
        return true;
    double seconds;
    return seconds_argument(vm, timeout, &seconds) && deadline_after(vm, fmax(seconds, 0), deadline);
}

bool thread_acquire_arguments(Vm *vm, Value blocking, Value timeout, double *deadline) {
    double seconds = -1;
    int truth = blocking == NOTHING ? 1 : value_truth(vm, blocking);
    if (truth < 0 || (timeout != NOTHING && !seconds_argument(vm, timeout, &seconds)))
        return false;
    if (!truth && seconds != -1) {
        vm_raise(vm, vm->exceptions.ValueError, "can't specify a timeout for a non-blocking call");
        return false;
    }
    if (seconds < 0 && seconds != -1) {
        vm_raise(vm, vm->exceptions.ValueError, "timeout value must be positive");
        return false;
    }
    if (!truth)
        *deadline = -INFINITY;
    return !truth || deadline_after(vm, seconds, deadline);
}

/* ---- Acquiring and releasing ---- */

/* Waits in the queue until it is free. 1: it is; 0: the deadline is over; -1: raised. */
static int wait_for_release(Vm *vm, ThreadLock *lock, double deadline) {
    ParkedEntry entry;
    int outcome;
    parked_queue_join(vm, &lock->waiters, &entry);
    for (;;) {
        if (clock_monotonic(vm->clock) >= deadline) {
            outcome = 0;
            break;
        }
        thread_park(vm, deadline);
        if (lock->count == 0) {
            outcome = 1;
            break;
        }
        if (!vm_check_interrupts(vm)) {
            outcome = -1;
            break;
        }
    }
    parked_queue_leave(&lock->waiters, &entry);
    /* It may have been this thread that was woken for what another one can have now. */
    if (outcome <= 0 && lock->count == 0)
        parked_queue_wake_first(vm, &lock->waiters);
    return outcome;
}

/* Acquires it for the first time. */
static int acquire(Vm *vm, ThreadLock *lock, double deadline) {
    if (lock->count > 0) {
        int outcome = deadline == -INFINITY ? 0 : wait_for_release(vm, lock, deadline);
        if (outcome <= 0)
            return outcome;
    }
    lock->count = 1;
    lock->owner = thread_identity(vm->thread);
    return 1;
}

static void release(Vm *vm, ThreadLock *lock) {
    lock->count = 0;
    lock->owner = 0;
    parked_queue_wake_first(vm, &lock->waiters);
}

static ThreadLock *self_of(const Value *args) {
    return AS(ThreadLock, args[0]);
}

static Value acquired(int outcome) {
    return outcome < 0 ? NOTHING : bool_value(outcome > 0);
}

/* ---- lock ---- */

static Value lock_acquire_method(Vm *vm, Value *args, int argc) {
    (void)argc;
    double deadline;
    if (!thread_acquire_arguments(vm, args[1], args[2], &deadline))
        return NOTHING;
    return acquired(acquire(vm, self_of(args), deadline));
}

static Value lock_enter(Vm *vm, Value *args, int argc) {
    (void)argc;
    return acquired(acquire(vm, self_of(args), INFINITY));
}

static Value lock_release_method(Vm *vm, Value *args, int argc) {
    (void)argc;
    if (self_of(args)->count == 0)
        return vm_raise(vm, vm->exceptions.RuntimeError, "release unlocked lock");
    release(vm, self_of(args));
    return NONE;
}

static Value lock_locked(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    return bool_value(self_of(args)->count > 0);
}

static Value lock_repr(Vm *vm, Value self) {
    char address[32];
    snprintf(address, sizeof address, "%p", (void *)as_object(self));
    return object_value(string_format(vm, "<%s _thread.lock object at %s>",
                                      AS(ThreadLock, self)->count > 0 ? "locked" : "unlocked", address));
}

static const NativeDef lock_methods[] = {
    {"acquire", lock_acquire_method, 1, 3, 0, "blocking,timeout"},
    {"release", lock_release_method, 1, 1, 0, NULL},
    {"locked", lock_locked, 1, 1, 0, NULL},
    {"__enter__", lock_enter, 1, 1, 0, NULL},
    {"__exit__", lock_release_method, 4, 4, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

static const TypeDef lock_def = {
    .name = "lock",
    .module = "_thread",
    .kind = KIND_NATIVE,
    .layout = &lock_layout,
    .size = sizeof(ThreadLock),
    .flags = TYPE_FINAL | TYPE_NO_INSTANCES | TYPE_DOTTED_NAME,
    .ops = {.repr = lock_repr},
    .methods = lock_methods,
};

Value thread_allocate_lock(Vm *vm, Value *args, int argc) {
    (void)args, (void)argc;
    return object_value(type_allocate(vm, stdlib_state(vm)->lock_type));
}

/* ---- RLock ---- */

static bool is_owned(Vm *vm, const ThreadLock *lock) {
    return lock->count > 0 && lock->owner == thread_identity(vm->thread);
}

static int acquire_again(Vm *vm, ThreadLock *lock, double deadline) {
    if (!is_owned(vm, lock))
        return acquire(vm, lock, deadline);
    lock->count++;
    return 1;
}

static Value recursive_acquire(Vm *vm, Value *args, int argc) {
    (void)argc;
    double deadline;
    if (!thread_acquire_arguments(vm, args[1], args[2], &deadline))
        return NOTHING;
    return acquired(acquire_again(vm, self_of(args), deadline));
}

static Value recursive_enter(Vm *vm, Value *args, int argc) {
    (void)argc;
    return acquired(acquire_again(vm, self_of(args), INFINITY));
}

static Value recursive_release(Vm *vm, Value *args, int argc) {
    (void)argc;
    ThreadLock *lock = self_of(args);
    if (!is_owned(vm, lock))
        return vm_raise(vm, vm->exceptions.RuntimeError, "cannot release un-acquired lock");
    if (--lock->count == 0)
        release(vm, lock);
    return NONE;
}

static Value recursive_is_owned(Vm *vm, Value *args, int argc) {
    (void)argc;
    return bool_value(is_owned(vm, self_of(args)));
}

/* For Condition.wait(): gives it up however often it has been acquired, and takes it back as often. */
static Value recursive_release_save(Vm *vm, Value *args, int argc) {
    (void)argc;
    ThreadLock *lock = self_of(args);
    if (lock->count == 0)
        return vm_raise(vm, vm->exceptions.RuntimeError, "cannot release un-acquired lock");
    Value saved = small_int((int64_t)lock->count);
    release(vm, lock);
    return saved;
}

static Value recursive_acquire_restore(Vm *vm, Value *args, int argc) {
    (void)argc;
    int64_t count;
    if (!value_to_index(vm, args[1], &count) || acquire(vm, self_of(args), INFINITY) < 0)
        return NOTHING;
    self_of(args)->count = (uint64_t)count;
    return NONE;
}

static Value recursive_repr(Vm *vm, Value self) {
    const ThreadLock *lock = AS(ThreadLock, self);
    char text[160];
    snprintf(text, sizeof text, "object owner=%lld count=%llu at %p", (long long)lock->owner,
             (unsigned long long)lock->count, (const void *)lock);
    return object_value(string_format(vm, "<%s %S.%S %s>", lock->count > 0 ? "locked" : "unlocked",
                                      lock->head.type->module, lock->head.type->qualname, text));
}

static Value recursive_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    (void)args, (void)argc, (void)keywords;
    return object_value(type_allocate(vm, type));
}

static const NativeDef recursive_methods[] = {
    {"acquire", recursive_acquire, 1, 3, 0, "blocking,timeout"},
    {"release", recursive_release, 1, 1, 0, NULL},
    {"__enter__", recursive_enter, 1, 1, 0, NULL},
    {"__exit__", recursive_release, 4, 4, 0, NULL},
    {"_is_owned", recursive_is_owned, 1, 1, 0, NULL},
    {"_release_save", recursive_release_save, 1, 1, 0, NULL},
    {"_acquire_restore", recursive_acquire_restore, 2, 2, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

static const TypeDef recursive_def = {
    .name = "RLock",
    .module = "_thread",
    .kind = KIND_NATIVE,
    .layout = &recursive_lock_layout,
    .size = sizeof(ThreadLock),
    .flags = TYPE_DOTTED_NAME,
    .ops = {.repr = recursive_repr},
    .create = recursive_create,
    .methods = recursive_methods,
};

void thread_lock_setup(Vm *vm, Module *module) {
    StdlibState *state = stdlib_state(vm);
    state->lock_type = type_new_native(vm, &lock_def, NULL);
    stdlib_keep(vm, object_value(state->lock_type));
    Value recursive = object_value(type_new_native(vm, &recursive_def, NULL));
    dict_set_c(vm, module->namespace, "LockType", object_value(state->lock_type));
    dict_set_c(vm, module->namespace, "RLock", recursive);
    dict_set_c(vm, module->namespace, "TIMEOUT_MAX", float_value(vm, LONGEST_TIMEOUT));
}
