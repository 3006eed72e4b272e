/* What the patterns of a match statement ask of a subject. Each answers 1, 0, or -1: raised. */
#ifndef BIDE_VM_PATTERN_MATCHING_H
#define BIDE_VM_PATTERN_MATCHING_H

#include "vm/vm.h"

/* A list, tuple, range or other sequence (no str, no bytes) of exactly, or `at_least`, `count` items? */
int pattern_is_sequence(Vm *vm, Value subject, int count, bool at_least);

/* A mapping that has all of `keys`? *values: a tuple of what it has for them. */
int pattern_match_mapping(Vm *vm, Value subject, Tuple *keys, Value *values);

/* An instance of `class` with the attributes asked for: `positional` of them by the place their names have in
 * the class's
 * __match_args__, the others by `names`? *values: a tuple of them. */
int pattern_match_class(Vm *vm, Value subject, Value class, int positional, Tuple *names, Value *values);

#endif
