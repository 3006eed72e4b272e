/* Arguments of native constructors. Functions and methods have theirs bound by their NativeDef; a type's
 * `create` gets them raw (positional ones, then one per keyword) and uses these. All complain in CPython's
 * words. */
#ifndef BIDE_STDLIB_ARGUMENTS_H
#define BIDE_STDLIB_ARGUMENTS_H

#include "vm/vm.h"

/* For `name(a, b)` without keywords: between `min` and `max` of them. False: raised TypeError. */
bool arguments_check_positional(Vm *vm, const char *name, int argc, Tuple *keywords, int min, int max);

/* The same for the __new__ of `type`, perhaps derived from the one called `name`: if it has an __init__ of
 * its own, keywords are left to that. The count of positional arguments, or -1: raised TypeError. */
int arguments_check_new(Vm *vm, const char *name, const Type *type, int argc, Tuple *keywords, int min,
                        int max);

/* Binds to `parameters`, names separated by commas, of which the first `positional_only` cannot be given by
 * name and the first `required` must be given. out[i] is NOTHING where absent. False: raised TypeError. */
bool arguments_bind(Vm *vm, const char *name, const char *parameters, int positional_only, int required,
                    const Value *args, int argc, Tuple *keywords, Value *out);

/* The same for the __init__ of a class that CPython has in Python: complains as a function written in the
 * language does. `name` is "Queue.__init__"; self is not among the arguments. */
bool arguments_bind_initializer(Vm *vm, const char *name, const char *parameters, int required,
                                const Value *args, int argc, Tuple *keywords, Value *out);

/* The type of a wrong argument, as messages about arguments name it: "int", "None". */
const char *argument_type_name(Vm *vm, Value v);

/* For methods like find(part, start, stop), whose counts are worded apart: between 1 and 3 arguments behind
 * self. */
bool arguments_check_search(Vm *vm, const char *name, int argc);

#endif
