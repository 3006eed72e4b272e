#include "stdlib/types/int_arithmetic.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>

#include "stdlib/types/unicode.h"
#include "vm/list.h"
#include "vm/memory.h"

static Value divide_by_zero(Vm *vm, const char *message) {
    return vm_raise(vm, vm->exceptions.ZeroDivisionError, "%s", message);
}

static Value divide(Vm *vm, BinaryOperator op, Value left, Value right) {
    Value quotient, remainder;
    double ratio;
    if (right == small_int(0))
        return divide_by_zero(vm, op == BINARY_DIV   ? "division by zero"
                                  : op == BINARY_MOD ? "integer modulo by zero"
                                                     : "integer division or modulo by zero");
    if (op == BINARY_DIV)
        return integer_true_divide(vm, left, right, &ratio) ? float_value(vm, ratio) : NOTHING;
    if (!integer_divide(vm, left, right, &quotient, &remainder))
        return NOTHING;
    if (op == BINARY_DIVMOD)
        return object_value(tuple_of(vm, 2, quotient, remainder));
    return op == BINARY_MOD ? remainder : quotient;
}

static Value shift(Vm *vm, BinaryOperator op, Value number, Value count) {
    if (integer_sign(count) < 0)
        return vm_raise(vm, vm->exceptions.ValueError, "negative shift count");
    uint64_t places = value_fits_int64(count) ? (uint64_t)value_integer(count) : UINT64_MAX;
    if (op == BINARY_RSHIFT)
        return integer_shift_right(vm, number, places);
    if (places == UINT64_MAX && number != small_int(0))
        return vm_raise(vm, vm->exceptions.OverflowError, "too many digits in integer");
    return integer_shift_left(vm, number, places);
}

static Value power(Vm *vm, Value base, Value exponent) {
    if (integer_sign(exponent) >= 0)
        return integer_power(vm, base, exponent);
    if (base == small_int(0))
        return vm_raise(vm, vm->exceptions.ZeroDivisionError, "0.0 cannot be raised to a negative power");
    double a, b;
    if (!integer_to_double(vm, base, &a) || !integer_to_double(vm, exponent, &b))
        return NOTHING;
    return float_value(vm, pow(a, b));
}

Value integer_binary(Vm *vm, BinaryOperator op, Value left, Value right) {
    switch (op) {
    case BINARY_ADD: return integer_add(vm, left, right);
    case BINARY_SUB: return integer_subtract(vm, left, right);
    case BINARY_MUL: return integer_multiply(vm, left, right);
    case BINARY_DIV:
    case BINARY_FLOORDIV:
    case BINARY_MOD:
    case BINARY_DIVMOD: return divide(vm, op, left, right);
    case BINARY_POW: return power(vm, left, right);
    case BINARY_LSHIFT:
    case BINARY_RSHIFT: return shift(vm, op, left, right);
    case BINARY_AND:
    case BINARY_OR:
    case BINARY_XOR: return integer_bitwise(vm, op, left, right);
    default: return NOT_IMPLEMENTED;
    }
}

Value integer_round(Vm *vm, Value number, Value digits) {
    /* Beyond its length nothing of a number is left; log10(2) < 0.302. */
    if (!is_small_int(digits) ||
        -(double)small_int_value(digits) > 0.302 * (double)integer_bit_length(number) + 2)
        return small_int(0);
    Value unit = integer_power(vm, small_int(10), small_int(-small_int_value(digits)));
    Value quotient, rest;
    if (unit == NOTHING || !integer_divide(vm, number, unit, &quotient, &rest))
        return NOTHING;
    Value twice = integer_shift_left(vm, rest, 1);
    if (twice == NOTHING)
        return NOTHING;
    int order = integer_compare(twice, unit);
    bool odd = integer_bitwise(vm, BINARY_AND, quotient, small_int(1)) != small_int(0);
    if (order > 0 || (order == 0 && odd))
        quotient = integer_add(vm, quotient, small_int(1));
    return quotient == NOTHING ? NOTHING : integer_multiply(vm, quotient, unit);
}

/* --- Text ----------------------------------------------------------------------------------------- */

Value integer_text(Vm *vm, Value number, int base) {
    StringBuilder out;
    builder_init(&out);
    if (integer_write(vm, &out, number, base))
        return builder_finish(vm, &out);
    builder_free(&out);
    return NOTHING;
}

/* Reads one code point as a digit; *at moves on. A value of 36 or more: no digit. */
static int digit_value(const char **at) {
    unsigned char c = (unsigned char)**at;
    if (c < 0x80) {
        ++*at;
        return isdigit(c) ? c - '0' : isalpha(c) ? tolower(c) - 'a' + 10 : 99;
    }
    int digit = unicode_decimal(utf8_decode(at));
    return digit < 0 ? 99 : digit;
}

/* The digits between `at` and `end`, underscores left out; returns how many, 0 when it is no number. */
static size_t read_digits(const char *at, const char *end, int base, bool zero_only, uint8_t *digits) {
    size_t count = 0;
    bool after_digit = false;
    while (at < end) {
        if (*at == '_') {
            if (!after_digit)
                return 0;
            after_digit = false;
            at++;
            continue;
        }
        int digit = digit_value(&at);
        if (digit >= base || (zero_only && digit != 0))
            return 0;
        after_digit = true;
        digits[count++] = (uint8_t)digit;
    }
    return after_digit ? count : 0;
}

Value integer_parse(Vm *vm, const char *text, size_t count, int base) {
    const char *at = text, *end = text + count;
    unicode_skip_space(&at, end);
    unicode_trim_space(at, &end);
    bool negative = false;
    if (at < end && (*at == '+' || *at == '-'))
        negative = *at++ == '-';
    bool zero_only = false; /* base 0: "0" and "00" are fine, "01" is not */
    int marked = 0;
    if (end - at >= 2 && at[0] == '0')
        marked = (at[1] | 32) == 'x' ? 16 : (at[1] | 32) == 'o' ? 8 : (at[1] | 32) == 'b' ? 2 : 0;
    if (marked != 0 && (base == 0 || base == marked)) {
        base = marked;
        at += 2;
        if (at < end && *at == '_')
            at++;
    } else if (base == 0) {
        base = 10;
        zero_only = at < end && *at == '0';
    }
    if (at >= end || *at == '_')
        return NOT_IMPLEMENTED;
    uint8_t *digits = memory_new((size_t)(end - at), 1);
    Value number = NOT_IMPLEMENTED;
    size_t digit_count = read_digits(at, end, base, zero_only, digits);
    if (digit_count > 0)
        number = integer_from_digits(vm, negative, digits, digit_count, base);
    free(digits);
    return number;
}
