/* The listing of compiled code, for people: `bide dis`.
 *
 * Each source line is followed by its instructions; registers bear the names of the locals that live in them,
 * constants are shown by value, jumps lead to labels, and what an instruction does is spelled out with all of
 * that filled in (from the effect that opcodes.h states). Then come the exception table, and the codes inside
 * this one. */
#ifndef BIDE_VM_DISASSEMBLER_H
#define BIDE_VM_DISASSEMBLER_H

#include "vm/code.h"
#include "vm/string.h"

/* Appends the listing of `code` and of all code nested in it to `out`. Runs no script and raises nothing. */
void disassemble(Vm *vm, const Code *code, StringBuilder *out);

#endif
