/* Integer arithmetic: everything that must change when integers stop being 63 bits wide.
 *
 * Operands are C integers, each in the range of a small int; results are values. A result beyond the range
 * raises OverflowError and returns NOTHING: there is never a wrong answer. Division and remainder follow the
 * language: the quotient is rounded towards minus infinity, the remainder has the sign of the divisor. */
#ifndef BIDE_STDLIB_TYPES_INT_ARITHMETIC_H
#define BIDE_STDLIB_TYPES_INT_ARITHMETIC_H

#include "vm/vm.h"

/* left OP right for any operator, BINARY_DIVMOD included; NOT_IMPLEMENTED for what integers lack (@). */
Value integer_binary(Vm *vm, BinaryOperator op, int64_t left, int64_t right);

/* pow(base, exponent, modulus); a negative exponent asks for the inverse. ValueError as in CPython. */
Value integer_power_modulo(Vm *vm, int64_t base, int64_t exponent, int64_t modulus);

/* Quotient and remainder; `divisor` is not zero and the quotient fits (only SMALL_INT_MIN // -1 would not).
 */
int64_t integer_floor_divide(int64_t dividend, int64_t divisor);
int64_t integer_modulo(int64_t dividend, int64_t divisor);

/* left / right, correctly rounded; `right` is not zero. */
double integer_true_divide(int64_t left, int64_t right);

/* <0, 0, >0, exactly, whatever the size of either; `number` is not a NaN. */
int integer_compare_double(int64_t integer, double number);

/* int(number): truncates. ValueError for a NaN, OverflowError for an infinity and what does not fit. */
Value integer_from_double(Vm *vm, double number);

/* Rounds to a multiple of 10 ** -digits, halves to even: round(1250, -2). `digits` is negative. */
Value integer_round(Vm *vm, int64_t number, int64_t digits);

int integer_bit_length(int64_t number); /* of the absolute value */

/* Parses an integer literal as int(text, base) does: white space around it, a sign, underscores between
 * digits, and 0x, 0o, 0b where base is 0 or fits. The value; NOT_IMPLEMENTED when it is no such literal;
 * NOTHING: raised (too big). */
Value integer_parse(Vm *vm, const char *text, size_t count, int base);

/* Writes the digits of `number` in `base` 2 to 36, with a minus sign; returns their count. `out` has 66
 * bytes. */
int integer_to_text(int64_t number, int base, char *out);

#endif
