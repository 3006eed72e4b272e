/* Signals reach a script at safepoints: what the system calls only notes that one has arrived, and the
 * interpreter loop, native waits and the event loop look at it. Signals are the main thread's business: the
 * others block them all, and leave those that have arrived to it.
 *
 * vm->interrupts says what the next safepoint has to do. A thread that waits for the interpreter lock asks
 * there for its turn.
 *
 * vm->signal_handlers says what becomes of signal N then: a callable is called with (N, frame); a small
 * integer is the system's own SIG_DFL (0) or SIG_IGN (1); NOTHING means that no script has changed it, which
 * for SIGINT is a KeyboardInterrupt and for all others whatever the program was started with.
 *
 * A signal handler has no argument to hand a Vm through, so this module keeps the one static pointer of the
 * program: the vm that asked for signals. */
#ifndef BIDE_VM_INTERRUPT_H
#define BIDE_VM_INTERRUPT_H

#include "vm/vm.h"

/* In vm->interrupts. */
enum {
    INTERRUPT_SIGNAL = 1, /* vm->pending_signals is not 0: for the main thread */
    INTERRUPT_SWITCH = 2, /* another thread has waited long enough for the interpreter lock */
    INTERRUPT_HEAP = 4,   /* a step of the collector may be due: the business of vm_safepoint() alone */
};

/* Has the next safepoint something to do? */
static inline bool interrupt_is_pending(Vm *vm) {
#if defined(BIDE_GC_STRESS) || defined(BIDE_GC_VERIFY)
    (void)vm;
    return true;
#else
    return atomic_load_explicit(&vm->interrupts, memory_order_relaxed) != 0;
#endif
}

void interrupt_request(Vm *vm, int what);
void interrupt_clear(Vm *vm, int what);

/* Another thread holds the lock now. If it is the main one it looks after the signals that have arrived. */
void interrupt_thread_changed(Vm *vm);

/* Has SIGINT interrupt `vm` (NULL: gives the signal its default meaning back). Where the program was
 * started with the signal ignored, as shells start what is to go on in the background, it stays so. */
void interrupt_install(Vm *vm);

/* Sets what becomes of a signal, in the terms of vm->signal_handlers. Returns 0 or an errno (EINVAL: it
 * cannot be caught). */
int interrupt_set_signal(Vm *vm, int number, Value handler);

/* The same of SIGINT when nobody has changed it: does Ctrl-C raise KeyboardInterrupt? */
bool interrupt_is_default(const Vm *vm);

/* Who wants to handle Ctrl-C instead of a KeyboardInterrupt at the next safepoint, as long as no script has
 * changed what SIGINT does: called from there, returns false when it raised. NULL: nobody. */
typedef bool (*InterruptHandler)(Vm *vm);
void interrupt_set_handler(Vm *vm, InterruptHandler handler);

/* For native work that takes long: looks out for a Ctrl-C that no script handles, and for nothing else, so no
 * script is run, nothing collected and no other thread let in. False: raised. */
bool interrupt_check_quietly(Vm *vm);

/* A Ctrl-C that has arrived has been dealt with in another way. */
void interrupt_forget(Vm *vm);

#endif
