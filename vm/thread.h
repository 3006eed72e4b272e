/* A Thread is what one line of execution needs: its stack of frames, what it raises and handles, its task and
 * its event loop.
 *
 * Each thread of the system that runs scripts owns one. vm->thread is the one that holds the interpreter lock
 * (see interpreter_lock.h), so that code which never gives the lock away finds its own there. All of them are
 * linked into vm->threads; the collector marks what they hold. */
#ifndef BIDE_VM_THREAD_H
#define BIDE_VM_THREAD_H

#include <pthread.h>
#include <semaphore.h>

#include "vm/frame.h"

typedef struct Thread {
    Vm *vm;
    Frame *frame;       /* the innermost one */
    Value *stack;       /* frames of plain calls, from here... */
    Value *stack_top;   /* ...to here (where the next one goes)... */
    Value *stack_limit; /* ...and no further */
    Value exception;    /* pending: being raised; NOTHING: none */
    Value handled;      /* being handled (sys.exc_info); NONE: none */
    Value base_handled; /* what the driver of the running chain of generators is handling; NONE outside of
                           chains */
    int depth;          /* script calls, against vm->recursion_limit */
    char *native_limit; /* lowest address the C stack may reach */
    Value *roots;       /* temporaries of native code: see vm_root */
    size_t root_count, root_capacity;
    TailRequest tail;
    struct GeneratorWalk *walk; /* the innermost one: see generator_for_each() */
    Generator *newest_generator;        /* made last, unless it is dead by now or a task has it */
    Value context;                      /* where no task or handle runs: see context.h */
    struct ContextEntry *context_entry; /* the innermost one */
    struct Task *current_task;
    struct Loop *running_loop; /* the event loop that runs on this thread */
    struct Loop *current_loop; /* what get_event_loop() returns where none runs; NULL: none yet */

    struct Thread *next; /* in vm->threads */
    uint64_t number;     /* counts the threads that were started; 0 is the main thread */
    pthread_t native;
    void (*run)(Vm *vm, Value argument); /* what it was started for; NULL in the main thread */
    Value argument;

    String *awaited_import; /* the module that another thread is to finish importing; NULL: none */

    struct Thread *next_waiting; /* for the interpreter lock */
    pthread_cond_t turn;         /* it has become the lock's holder, or the first to wait for it */

    /* While it is parked: see parking.h. */
    sem_t wakeups;
    struct Poller *poller;    /* where it waits in place of `wakeups`; NULL: it does not */
    struct Loop *parked_loop; /* the event loop that waits for something to do; NULL: none does */
    double deadline;          /* INFINITY: none */
    bool is_parked;
    bool is_asleep; /* it has given the lock away, and nobody has woken it */
} Thread;

/* The main thread, which is the one that calls. */
Thread *thread_new_main(Vm *vm);
/* Frees it. No other thread is left. */
void thread_free_main(Thread *thread);

/* Starts a thread that takes the interpreter lock, calls run(vm, argument) and ends. `run` leaves no
 * exception pending; `argument` is kept alive. NULL: raised RuntimeError. */
Thread *thread_start(Vm *vm, void (*run)(Vm *vm, Value argument), Value argument);

/* In the child of fork(): the calling thread is the only one now, and the main one; no event loop runs in it.
 */
void thread_after_fork(Vm *vm);

static inline bool thread_is_main(const Thread *thread) {
    return !thread->run;
}

#endif
