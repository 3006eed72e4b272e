/* The interpreter loop: one C function in which script functions call one another, generators are resumed and
 * tasks are switched without C recursion. It is entered anew only when native code calls into a script. */
#ifndef BIDE_VM_INTERPRETER_H
#define BIDE_VM_INTERPRETER_H

#include "vm/vm.h"

/* What the loop is entered with. */
typedef enum InterpreterEntry {
    ENTER_FRAME, /* go on with vm->thread->frame at its pc */
    ENTER_LEAF,  /* that frame is the leaf of a suspended chain: hand it `sent`, or throw `thrown` into it */
    ENTER_SCHEDULER, /* run the event loop vm->thread->running_loop until it stops */
} InterpreterEntry;

/* Runs until the frame whose mode is RETURN_TO_NATIVE comes to an end (or, a generator's, yields), or the
 * event loop stops. *result is what was returned or yielded; RESUME_RAISED: the exception is pending. */
ResumeResult interpreter_run(Vm *vm, InterpreterEntry entry, Value sent, Value thrown, Value *result);

#endif
