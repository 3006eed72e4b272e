/* What integers do under the language's operators, and their literals: on top of vm/big_int.h.
 *
 * Operands are plain integers (see integer_plain), of either form. Division and remainder follow the
 * language: the quotient is rounded towards minus infinity, the remainder has the sign of the divisor. */
#ifndef BIDE_STDLIB_TYPES_INT_ARITHMETIC_H
#define BIDE_STDLIB_TYPES_INT_ARITHMETIC_H

#include "vm/big_int.h"

/* left OP right for any operator, BINARY_DIVMOD included; NOT_IMPLEMENTED for what integers lack (@). */
Value integer_binary(Vm *vm, BinaryOperator op, Value left, Value right);

/* Rounds to a multiple of 10 ** -digits, halves to even: round(1250, -2). `digits` is negative. */
Value integer_round(Vm *vm, Value number, Value digits);

/* Parses an integer literal as int(text, base) does: white space around it, a sign, underscores between
 * digits, and 0x, 0o, 0b where base is 0 or fits. The value; NOT_IMPLEMENTED when it is no such literal;
 * NOTHING: raised (too many digits). */
Value integer_parse(Vm *vm, const char *text, size_t count, int base);

/* The digits of `number`, with a minus sign, as a str. NOTHING: raised. */
Value integer_text(Vm *vm, Value number, int base);

#endif
