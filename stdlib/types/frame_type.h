/* frame: what scripts may know of a frame: where it stands, and of a generator's frame its locals too. */
#ifndef BIDE_STDLIB_TYPES_FRAME_TYPE_H
#define BIDE_STDLIB_TYPES_FRAME_TYPE_H

#include "vm/vm.h"

typedef struct FrameView {
    Obj head;
    Code *code;              /* NULL: of a coroutine in C */
    Generator *generator;    /* whose frame it is, wherever that may stand; NULL: of a call, gone perhaps */
    NativeCoroutine *native; /* whose frame it stands for */
    uint32_t line;           /* where a call stood when it was looked at */
    /* A call that may be going on: its frame, whom it calls and who called it tell whether it still is. NULL:
     * it is over, or unknown. */
    const Frame *call, *caller;
    Function *function;
    Value locals; /* of a call, as they were when it was looked at; NOTHING: unknown */
} FrameView;

/* The variables of a frame, by name: of a module or class body its very namespace, of a function a new dict.
 */
Value frame_locals(Vm *vm, Frame *frame);

/* The frame `depth` calls up from the innermost one of this thread. NOTHING: there are not so many. */
Value frame_view_running(Vm *vm, int64_t depth);

/* The frame of a call, in which instruction `instruction` is being run. */
Value frame_view_new(Vm *vm, Code *code, size_t instruction);

/* One that a traceback tells of. */
Value frame_view_of_traceback(Vm *vm, const Traceback *entry);

/* The frame of a generator or coroutine of a script. */
Value frame_view_of(Vm *vm, Generator *generator);

/* What stands for the frame of a coroutine in C: it has no code, and no line. */
Value frame_view_of_native(Vm *vm, NativeCoroutine *native);

/* The line at which it stands; 0: none. */
uint32_t frame_view_line(const FrameView *frame);

/* The line at which a generator or coroutine of a script stands; its first one, before it begins and when it
 * is finished. */
uint32_t generator_line(const Generator *generator);

#endif
