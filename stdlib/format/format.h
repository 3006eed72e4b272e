/* Turning values into text: the format mini-language, %-formatting, str.format, and repr's escapes.
 *
 * A format spec is [[fill]align][sign][z][#][0][width][,_][.precision][type]; format_spec.h takes it apart.
 */
#ifndef BIDE_STDLIB_FORMAT_FORMAT_H
#define BIDE_STDLIB_FORMAT_FORMAT_H

#include "vm/vm.h"

/* format(v, spec) for the types that have a mini-language. `v` is the value itself, for the name of its type
 * in messages. NOTHING: raised. */
Value format_int(Vm *vm, Value v, String *spec); /* int, bool and subclasses */
Value format_float(Vm *vm, Value v, double number, String *spec);
Value format_string(Vm *vm, Value v, String *spec);

/* The argument of a __format__ method must be a str. False: raised TypeError. */
bool format_check_spec(Vm *vm, Value spec);

/* format % values. `values` is a tuple, a mapping or one value. */
Value format_percent(Vm *vm, String *format, Value values);
Value format_percent_bytes(Vm *vm, Value format, Value values);

/* format.format(*args, **keywords). `keywords` is a Dict or NOTHING. */
Value format_str_format(Vm *vm, String *format, const Value *args, int argc, Value keywords);
/* format.format_map(mapping). */
Value format_map(Vm *vm, String *format, Value mapping);

/* repr of a str; `ascii` escapes all that is not ASCII too. */
void format_string_repr(StringBuilder *out, const String *string, bool ascii);

#endif
