/* Integers and floats: conversion, division and comparison without an error. */
#include <float.h>
#include <math.h>

#include "vm/big_int.h"

/* The highest 64 bits of a number of more, the lowest of them set if any below is; *exponent is what they
 * must be multiplied with, as a power of two. So a conversion of the result rounds as the number would. */
static uint64_t leading_bits(const IntegerView *a, int64_t *exponent) {
    size_t bits = limbs_bit_length(a->limbs, a->count);
    if (bits <= LIMB_BITS) {
        *exponent = 0;
        return a->count > 0 ? a->limbs[0] : 0;
    }
    size_t shift = bits - LIMB_BITS, whole = shift / LIMB_BITS;
    unsigned offset = shift % LIMB_BITS;
    Limb lead = a->limbs[whole] >> offset, lost = offset ? a->limbs[whole] << (LIMB_BITS - offset) : 0;
    if (offset)
        lead |= a->limbs[whole + 1] << (LIMB_BITS - offset);
    *exponent = (int64_t)shift;
    return lead | (lost != 0 || limbs_trim(a->limbs, whole) > 0);
}

double integer_frexp(Value plain, int64_t *exponent) {
    IntegerView a;
    int64_t scale;
    int small;
    integer_view(plain, &a);
    double mantissa = frexp((double)leading_bits(&a, &scale), &small);
    *exponent = scale + small;
    return a.negative ? -mantissa : mantissa;
}

bool integer_to_double(Vm *vm, Value plain, double *out) {
    if (is_small_int(plain)) {
        *out = (double)small_int_value(plain);
        return true;
    }
    int64_t exponent;
    double mantissa = integer_frexp(plain, &exponent);
    if (exponent > DBL_MAX_EXP) {
        vm_raise(vm, vm->exceptions.OverflowError, "int too large to convert to float");
        return false;
    }
    *out = ldexp(mantissa, (int)exponent);
    return true;
}

/* --- Division ------------------------------------------------------------------------------------- */

/* `quotient` * 2 ** exponent, halves to even; below the normal numbers fewer bits are kept. `quotient` has
 * its lowest bit set when it is not exact, and bits enough. */
static double round_scaled(uint64_t quotient, int64_t exponent) {
    int bits = 64 - __builtin_clzll(quotient);
    int64_t extra = bits - DBL_MANT_DIG;
    if (extra < DBL_MIN_EXP - DBL_MANT_DIG - exponent)
        extra = DBL_MIN_EXP - DBL_MANT_DIG - exponent;
    if (extra > 0) {
        uint64_t unit = (uint64_t)1 << extra, rest = quotient & (unit - 1);
        quotient -= rest;
        if (rest > unit / 2 || (rest == unit / 2 && quotient & unit))
            quotient += unit;
    }
    return ldexp((double)quotient, (int)exponent);
}

bool integer_true_divide(Vm *vm, Value left, Value right, double *out) {
    const int64_t exact = (int64_t)1 << DBL_MANT_DIG;
    if (both_small_ints(left, right)) {
        int64_t a = small_int_value(left), b = small_int_value(right);
        if (a > -exact && a < exact && b > -exact && b < exact) {
            *out = (double)a / (double)b;
            return true;
        }
    }
    bool negative = (integer_sign(left) < 0) != (integer_sign(right) < 0);
    *out = negative ? -0.0 : 0.0;
    if (left == small_int(0))
        return true;
    int64_t difference = integer_bit_length(left) - integer_bit_length(right);
    if (difference > DBL_MAX_EXP) {
        vm_raise(vm, vm->exceptions.OverflowError, "integer division result too large for a float");
        return false;
    }
    /* A quotient of 55 or 56 bits, or down to a quarter of the smallest number there is. */
    int64_t shift = difference - (DBL_MANT_DIG + 2), least = DBL_MIN_EXP - DBL_MANT_DIG - 2;
    if (difference < least)
        return true;
    if (shift < least)
        shift = least;
    Value quotient, rest, a = integer_absolute(vm, left), b = integer_absolute(vm, right);
    if (a != NOTHING && shift < 0)
        a = integer_shift_left(vm, a, (uint64_t)-shift);
    if (b != NOTHING && shift > 0)
        b = integer_shift_left(vm, b, (uint64_t)shift);
    if (a == NOTHING || b == NOTHING || !integer_divide(vm, a, b, &quotient, &rest))
        return false;
    uint64_t bits = (uint64_t)small_int_value(quotient) | (rest != small_int(0));
    double result = bits == 0 ? 0.0 : round_scaled(bits, shift);
    if (isinf(result)) {
        vm_raise(vm, vm->exceptions.OverflowError, "integer division result too large for a float");
        return false;
    }
    *out = negative ? -result : result;
    return true;
}

/* --- Comparison ----------------------------------------------------------------------------------- */

static int compare_small(int64_t integer, double number) {
    const double limit = 9223372036854775808.0;
    if (number >= limit)
        return -1;
    if (number < -limit)
        return 1;
    double whole = trunc(number);
    int64_t truncated = (int64_t)whole;
    if (integer != truncated)
        return integer < truncated ? -1 : 1;
    return number == whole ? 0 : number > whole ? -1 : 1;
}

/* The limbs of the absolute value of a whole number of at most 1,024 bits. */
enum { DOUBLE_LIMBS = DBL_MAX_EXP / LIMB_BITS };

static size_t limbs_of_double(double number, Limb out[DOUBLE_LIMBS]) {
    int exponent;
    uint64_t mantissa = (uint64_t)ldexp(frexp(fabs(number), &exponent), DBL_MANT_DIG);
    exponent -= DBL_MANT_DIG;
    memset(out, 0, DOUBLE_LIMBS * sizeof(Limb));
    if (exponent <= 0) {
        out[0] = mantissa >> -exponent;
        return limbs_trim(out, 1);
    }
    size_t whole = (size_t)exponent / LIMB_BITS;
    unsigned offset = (unsigned)exponent % LIMB_BITS;
    out[whole] = mantissa << offset;
    if (offset > LIMB_BITS - DBL_MANT_DIG)
        out[whole + 1] = mantissa >> (LIMB_BITS - offset);
    return limbs_trim(out, DOUBLE_LIMBS);
}

int integer_compare_double(Value plain, double number) {
    if (is_small_int(plain))
        return compare_small(small_int_value(plain), number);
    IntegerView a;
    integer_view(plain, &a);
    bool negative = number < 0;
    if (a.negative != negative)
        return a.negative ? -1 : 1;
    int order;
    if (isinf(number)) {
        order = -1;
    } else if (fabs(number) < 0x1p61) {
        order = 1;
    } else {
        Limb limbs[DOUBLE_LIMBS];
        size_t count = limbs_of_double(number, limbs);
        order = limbs_compare(a.limbs, a.count, limbs, count);
    }
    return negative ? -order : order;
}

Value integer_from_double(Vm *vm, double number) {
    if (isnan(number))
        return vm_raise(vm, vm->exceptions.ValueError, "cannot convert float NaN to integer");
    if (isinf(number))
        return vm_raise(vm, vm->exceptions.OverflowError, "cannot convert float infinity to integer");
    if (fabs(number) < 0x1p62)
        return small_int((int64_t)number);
    Limb limbs[DOUBLE_LIMBS];
    size_t count = limbs_of_double(number, limbs);
    return integer_from_limbs(vm, number < 0, limbs, count);
}
