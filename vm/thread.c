#include "vm/thread.h"

#include <math.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <time.h>

#include "vm/interpreter_lock.h"
#include "vm/interrupt.h"
#include "vm/memory.h"
#include "vm/parking.h"

enum {
    MAIN_STACK_BYTES = 256 * 1024 * 1024, /* of address space; a page costs memory only once it is used */
    STACK_BYTES = 64 * 1024 * 1024,       /* the same for all other threads */
    STACK_BYTES_AT_LEAST = 1024 * 1024,
    NATIVE_BYTES = 8 * 1024 * 1024, /* of C stack */
    NATIVE_RESERVE = 256 * 1024,    /* of the C stack: for what runs without asking how deep it is */
};

static bool reserve_stack(Thread *thread, size_t most) {
    for (size_t bytes = most; bytes >= STACK_BYTES_AT_LEAST; bytes /= 2) {
        void *stack =
            mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (stack != MAP_FAILED) {
            thread->stack = thread->stack_top = stack;
            thread->stack_limit = thread->stack + bytes / sizeof(Value) - STACK_SLACK;
            return true;
        }
    }
    return false;
}

/* How far down a C stack of so many bytes may reach. It began not far above `here`. */
static char *native_limit(char *here, size_t bytes) {
    size_t reserve = bytes < 4 * NATIVE_RESERVE ? bytes / 4 : NATIVE_RESERVE;
    return here - (bytes - reserve);
}

/* NULL: there is no room for its stack. */
static Thread *thread_new(Vm *vm, size_t stack_bytes) {
    Thread *thread = memory_new_zeroed(1, sizeof(Thread));
    if (!reserve_stack(thread, stack_bytes)) {
        free(thread);
        return NULL;
    }
    thread->vm = vm;
    thread->handled = NONE;
    thread->base_handled = NONE;
    thread->deadline = INFINITY;
    sem_init(&thread->wakeups, 0, 0);
    pthread_condattr_t attributes;
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_cond_init(&thread->turn, &attributes);
    pthread_condattr_destroy(&attributes);
    return thread;
}

static void thread_free(Thread *thread) {
    munmap(thread->stack, (size_t)(thread->stack_limit + STACK_SLACK - thread->stack) * sizeof(Value));
    sem_destroy(&thread->wakeups);
    pthread_cond_destroy(&thread->turn);
    free(thread->roots);
    free(thread);
}

Thread *thread_new_main(Vm *vm) {
    struct rlimit limit;
    size_t bytes = NATIVE_BYTES;
    if (getrlimit(RLIMIT_STACK, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY)
        bytes = limit.rlim_cur;
    Thread *thread = thread_new(vm, MAIN_STACK_BYTES);
    if (!thread)
        memory_exhausted();
    thread->native = pthread_self();
    thread->native_limit = native_limit((char *)__builtin_frame_address(0), bytes);
    return thread;
}

void thread_free_main(Thread *thread) {
    thread_free(thread);
}

/* ---- Other threads ---- */

static void link_thread(Vm *vm, Thread *thread) {
    thread->number = ++vm->threads_started;
    thread->next = vm->threads;
    vm->threads = thread;
    vm->thread_count++;
    vm->awake_count++;
}

static void unlink_thread(Vm *vm, Thread *thread) {
    Thread **place = &vm->threads;
    while (*place != thread)
        place = &(*place)->next;
    *place = thread->next;
    vm->thread_count--;
}

/* Where a thread of the system begins and ends. */
static void *thread_main(void *state) {
    Thread *thread = state;
    Vm *vm = thread->vm;
    thread->native_limit = native_limit((char *)__builtin_frame_address(0), NATIVE_BYTES);
    interpreter_enter(vm, thread);
    thread->run(vm, thread->argument);
    unlink_thread(vm, thread);
    parking_reconsider(vm);
    interpreter_leave(vm);
    thread_free(thread);
    return NULL;
}

/* Signals are for the main thread: the others block them all, from their very beginning. */
static int create_native(Thread *thread) {
    pthread_attr_t attributes;
    sigset_t all, before;
    sigfillset(&all);
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, NATIVE_BYTES);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    int error = pthread_create(&thread->native, &attributes, thread_main, thread);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    pthread_attr_destroy(&attributes);
    return error;
}

Thread *thread_start(Vm *vm, void (*run)(Vm *vm, Value argument), Value argument) {
    Thread *thread = thread_new(vm, STACK_BYTES);
    if (thread) {
        thread->run = run;
        thread->argument = argument;
        link_thread(vm, thread);
        if (create_native(thread) == 0)
            return thread;
        unlink_thread(vm, thread);
        vm->awake_count--;
        thread_free(thread);
    }
    vm_raise(vm, vm->exceptions.RuntimeError, "can't start new thread");
    return NULL;
}

void thread_after_fork(Vm *vm) {
    Thread *self = vm->thread;
    /* The others may still be among those who wait for a lock, so what is left of them stays. */
    for (Thread *other = vm->threads; other; other = other->next)
        if (other != self)
            other->is_parked = false;
    vm->threads = vm->main_thread = self;
    vm->thread_count = vm->awake_count = 1;
    self->next = NULL;
    self->run = NULL;
    self->running_loop = self->current_loop = NULL;
    self->current_task = NULL;
    vm->lock = interpreter_lock_new(self);
    interrupt_clear(vm, INTERRUPT_SWITCH);
    sigset_t none;
    sigemptyset(&none);
    pthread_sigmask(SIG_SETMASK, &none, NULL);
}
