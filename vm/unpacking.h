/* Stars and commas: taking iterables apart (a, *b = x) and spreading them into displays and calls (f(*x,
 * **m)). */
#ifndef BIDE_VM_UNPACKING_H
#define BIDE_VM_UNPACKING_H

#include "vm/call_setup.h"
#include "vm/vm.h"

/* target[0 .. count) = exactly `count` items; ValueError otherwise. */
bool unpack_exactly(Vm *vm, Value source, Value *target, int count);
/* target[0 .. before) = first items, target[before] = list of the middle, then the last `after` items. */
bool unpack_star(Vm *vm, Value source, Value *target, int before, int after);

/* [*source], {**source}, f(**source). The last names `callee` in its TypeErrors. */
bool spread_items(Vm *vm, List *list, Value source);
bool spread_mapping(Vm *vm, Dict *dict, Value source);
bool spread_keywords(Vm *vm, Dict *dict, Value source, Value callee);

/* The tuple of arguments that f(*source) passes: `source` itself when it is a tuple. NOTHING: raised (the
 * TypeError names `callee`). */
Value arguments_tuple(Vm *vm, Value source, Value callee);

/* CALL_SPREAD: registers[0](*registers[1], **registers[2]); the result goes to registers[0]. */
CallOutcome call_spread(Vm *vm, Value *registers, bool has_keywords, Frame **pushed);

/* Displays whose items are in registers. NOTHING: raised (unhashable). */
Value set_from_registers(Vm *vm, const Value *items, int count);
Value dict_from_registers(Vm *vm, const Value *pairs, int count);

#endif
