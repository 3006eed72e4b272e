/* Signals reach a script at safepoints: the handler only raises a flag, and the interpreter loop, native
 * waits and the event loop look at it.
 *
 * A signal handler has no argument to hand a Vm through, so this module keeps the one static pointer of the
 * program: the vm that asked for signals. */
#ifndef BIDE_VM_INTERRUPT_H
#define BIDE_VM_INTERRUPT_H

#include "vm/vm.h"

/* Has SIGINT interrupt `vm` (NULL: gives the signal its default meaning back). Where the program was
 * started with the signal ignored, as shells start what is to go on in the background, it stays so. */
void interrupt_install(Vm *vm);

/* Has SIGINT arrived since the last call? Clears it. For who handles Ctrl-C another way: the event loop, the
 * REPL. */
bool interrupt_take(Vm *vm);

/* Who wants to handle Ctrl-C instead of a KeyboardInterrupt at the next safepoint: called from there, returns
 * false when it raised. NULL: nobody. */
typedef bool (*InterruptHandler)(Vm *vm);
void interrupt_set_handler(Vm *vm, InterruptHandler handler);

#endif
