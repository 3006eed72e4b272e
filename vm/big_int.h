/* Integers that do not fit in a word.
 *
 * A BigInt is a sign and limbs (see limbs.h), trimmed, and never a number that a small int can hold: so equal
 * integers have equal forms, and every result is normalised by big_int_finish(). It holds no references.
 *
 * The functions below take integers of either form ("plain": neither bool nor of a subclass, see
 * integer_plain) and return them so. They never run a script or collect, so nothing need be rooted; what may
 * take long looks out for Ctrl-C, and raises KeyboardInterrupt then. A result too large for memory is a
 * MemoryError. NOTHING, or false: raised. */
#ifndef BIDE_VM_BIG_INT_H
#define BIDE_VM_BIG_INT_H

#include "vm/limbs.h"
#include "vm/vm.h"

/* The limbs of an integer of either form. It points into itself or into the BigInt: do not copy it. */
typedef struct IntegerView {
    const Limb *limbs;
    size_t count; /* 0 for zero */
    bool negative;
    Limb word;
} IntegerView;

void integer_view(Value plain, IntegerView *out);

/* A small int or a BigInt: the number in anything for which value_is_integer() holds. */
Value integer_plain(Value v);
bool is_big_int(Value v);
/* What __index__ gives, plain. NOTHING: raised TypeError. */
Value integer_from_index(Vm *vm, Value v);

/* Room for a result of `count` limbs; NULL: raised MemoryError. */
BigInt *big_int_new(Vm *vm, size_t count);
/* The result as a value: what it is worth may well be a small int. */
Value big_int_finish(Vm *vm, BigInt *big);
Value integer_from_unsigned(Vm *vm, uint64_t number);
Value integer_from_limbs(Vm *vm, bool negative, const Limb *limbs, size_t count);
/* To hand to what may take long. */
LimbWatch big_int_watch(Vm *vm);
/* Is there memory for that many limbs? False: raised MemoryError. */
bool big_int_check_size(Vm *vm, double limbs);

int integer_sign(Value plain); /* -1, 0, 1 */
int integer_compare(Value a, Value b);
int64_t integer_bit_length(Value plain); /* of the absolute value */
int64_t integer_bit_count(Value plain);
int64_t integer_hash(Value plain);

Value integer_negate(Vm *vm, Value a);
Value integer_absolute(Vm *vm, Value a);
Value integer_invert(Vm *vm, Value a);
Value integer_add(Vm *vm, Value a, Value b);
Value integer_subtract(Vm *vm, Value a, Value b);
Value integer_multiply(Vm *vm, Value a, Value b);
/* Rounds the quotient down; `b` is not zero. */
bool integer_divide(Vm *vm, Value a, Value b, Value *quotient, Value *remainder);
/* `op` is BINARY_AND, BINARY_OR or BINARY_XOR: as if negative numbers had ones before them without end. */
Value integer_bitwise(Vm *vm, BinaryOperator op, Value a, Value b);
/* `count` is not negative. */
Value integer_shift_left(Vm *vm, Value a, uint64_t count);
Value integer_shift_right(Vm *vm, Value a, uint64_t count);

/* big_int_power.c. The exponent is not negative. */
Value integer_power(Vm *vm, Value base, Value exponent);
/* pow(base, exponent, modulus) for any signs; ValueError as in CPython. */
Value integer_power_modulo(Vm *vm, Value base, Value exponent, Value modulus);
Value integer_gcd(Vm *vm, Value a, Value b);
/* The integer part of the square root; `a` is not negative. */
Value integer_square_root(Vm *vm, Value a);

/* big_int_float.c. Correctly rounded; false: raised OverflowError. */
bool integer_to_double(Vm *vm, Value a, double *out);
/* Likewise, as mantissa * 2 ** exponent, mantissa in [0.5, 1): always possible. */
double integer_frexp(Value a, int64_t *exponent);
/* a / b, correctly rounded; `b` is not zero. */
bool integer_true_divide(Vm *vm, Value a, Value b, double *out);
/* <0, 0, >0, exactly, whatever the size of either; `number` is not a NaN. */
int integer_compare_double(Value a, double number);
/* int(number): truncates. ValueError for a NaN, OverflowError for an infinity. */
Value integer_from_double(Vm *vm, double number);

/* big_int_text.c. Appends the digits, with a minus sign. Raises ValueError for more decimal digits than
 * vm->int_digit_limit. */
bool integer_write(Vm *vm, StringBuilder *out, Value a, int base);
/* str() of a small integer. */
Value small_int_text(Vm *vm, Value number);
/* The number with these digits (values 0 to base - 1); the same ValueError. */
Value integer_from_digits(Vm *vm, bool negative, const uint8_t *digits, size_t count, int base);

#endif
