/* frame: what scripts may know of a frame: where it stands, and of a generator's frame its locals too. */
#ifndef BIDE_STDLIB_TYPES_FRAME_TYPE_H
#define BIDE_STDLIB_TYPES_FRAME_TYPE_H

#include "vm/vm.h"

/* A frame as it stood when it was looked at. */
Value frame_view_new(Vm *vm, Code *code, uint32_t line);

/* The frame of a generator or coroutine of a script, wherever it may stand. */
Value frame_view_of(Vm *vm, Generator *generator);

/* Where a frame stands. */
Code *frame_view_code(Value frame);
uint32_t frame_view_line(Value frame);

/* The line at which a generator or coroutine of a script stands; its first one, before it begins and when it
 * is finished. */
uint32_t generator_line(const Generator *generator);

#endif
