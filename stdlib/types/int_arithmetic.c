#include "stdlib/types/int_arithmetic.h"

#include <ctype.h>
#include <math.h>

#include "stdlib/types/unicode.h"
#include "vm/list.h"

__extension__ typedef __int128 Wide;
__extension__ typedef unsigned __int128 UnsignedWide;

static Value integer_value_wide(Vm *vm, Wide number) {
    if (number < SMALL_INT_MIN || number > SMALL_INT_MAX)
        return int_overflow(vm);
    return small_int((int64_t)number);
}

int64_t integer_floor_divide(int64_t dividend, int64_t divisor) {
    int64_t quotient = dividend / divisor;
    if (dividend % divisor != 0 && (dividend < 0) != (divisor < 0))
        quotient--;
    return quotient;
}

int64_t integer_modulo(int64_t dividend, int64_t divisor) {
    int64_t remainder = dividend % divisor;
    if (remainder != 0 && (remainder < 0) != (divisor < 0))
        remainder += divisor;
    return remainder;
}

int integer_bit_length(int64_t number) {
    uint64_t magnitude = number < 0 ? -(uint64_t)number : (uint64_t)number;
    return magnitude == 0 ? 0 : 64 - __builtin_clzll(magnitude);
}

/* The quotient is computed with 64 bits or more and a sticky last bit, so that one conversion rounds it
 * right. */
double integer_true_divide(int64_t left, int64_t right) {
    const int64_t exact = (int64_t)1 << 53;
    if (left > -exact && left < exact && right > -exact && right < exact)
        return (double)left / (double)right;
    if (left == 0)
        return right < 0 ? -0.0 : 0.0;
    bool negative = (left < 0) != (right < 0);
    UnsignedWide a = left < 0 ? -(uint64_t)left : (uint64_t)left;
    UnsignedWide b = right < 0 ? -(uint64_t)right : (uint64_t)right;
    int shift = 64 - (integer_bit_length(left) - integer_bit_length(right));
    a <<= shift;
    UnsignedWide quotient = a / b;
    if (a % b != 0)
        quotient |= 1;
    double result = ldexp((double)quotient, -shift);
    return negative ? -result : result;
}

static Value integer_power(Vm *vm, int64_t base, int64_t exponent) {
    if (exponent < 0) {
        if (base == 0)
            return vm_raise(vm, vm->exceptions.ZeroDivisionError, "0.0 cannot be raised to a negative power");
        return float_value(vm, pow((double)base, (double)exponent));
    }
    if (base == 1 || exponent == 0)
        return small_int(1);
    if (base == 0)
        return small_int(0);
    if (base == -1)
        return small_int(exponent & 1 ? -1 : 1);
    if (exponent > 63)
        return int_overflow(vm);
    int64_t result = 1;
    for (int64_t i = 0; i < exponent; i++)
        if (__builtin_mul_overflow(result, base, &result))
            return int_overflow(vm);
    return int_value(vm, result);
}

/* The inverse of `a` modulo `m` > 0, or 0 where there is none (and m > 1). */
static int64_t modular_inverse(int64_t a, int64_t m) {
    Wide r0 = m, r1 = integer_modulo(a, m), t0 = 0, t1 = 1;
    while (r1 != 0) {
        Wide q = r0 / r1, r = r0 - q * r1, t = t0 - q * t1;
        r0 = r1;
        r1 = r;
        t0 = t1;
        t1 = t;
    }
    if (r0 != 1)
        return 0;
    return (int64_t)(t0 < 0 ? t0 + m : t0);
}

Value integer_power_modulo(Vm *vm, int64_t base, int64_t exponent, int64_t modulus) {
    if (modulus == 0)
        return vm_raise(vm, vm->exceptions.ValueError, "pow() 3rd argument cannot be 0");
    int64_t m = modulus < 0 ? -modulus : modulus;
    if (m == 1)
        return small_int(0);
    base = integer_modulo(base, m);
    if (exponent < 0) {
        base = modular_inverse(base, m);
        if (base == 0)
            return vm_raise(vm, vm->exceptions.ValueError, "base is not invertible for the given modulus");
        exponent = -exponent;
    }
    UnsignedWide result = 1, square = (UnsignedWide)base, um = (UnsignedWide)m;
    for (uint64_t e = (uint64_t)exponent; e != 0; e >>= 1) {
        if (e & 1)
            result = result * square % um;
        square = square * square % um;
    }
    int64_t answer = (int64_t)result;
    if (modulus < 0 && answer != 0)
        answer -= m;
    return small_int(answer);
}

static Value integer_shift_left(Vm *vm, int64_t number, int64_t count) {
    if (count < 0)
        return vm_raise(vm, vm->exceptions.ValueError, "negative shift count");
    if (number == 0)
        return small_int(0);
    if (count > 62)
        return int_overflow(vm);
    return integer_value_wide(vm, (Wide)number * ((Wide)1 << count));
}

static Value integer_shift_right(Vm *vm, int64_t number, int64_t count) {
    if (count < 0)
        return vm_raise(vm, vm->exceptions.ValueError, "negative shift count");
    if (count > 63)
        count = 63;
    return small_int(number >> count);
}

static Value integer_division_by_zero(Vm *vm, const char *message) {
    return vm_raise(vm, vm->exceptions.ZeroDivisionError, "%s", message);
}

Value integer_binary(Vm *vm, BinaryOperator op, int64_t left, int64_t right) {
    int64_t result;
    switch (op) {
    case BINARY_ADD: return int_value(vm, left + right);
    case BINARY_SUB: return int_value(vm, left - right);
    case BINARY_MUL:
        if (__builtin_mul_overflow(left, right, &result))
            return int_overflow(vm);
        return int_value(vm, result);
    case BINARY_DIV:
        if (right == 0)
            return integer_division_by_zero(vm, "division by zero");
        return float_value(vm, integer_true_divide(left, right));
    case BINARY_FLOORDIV:
        if (right == 0)
            return integer_division_by_zero(vm, "integer division or modulo by zero");
        return int_value(vm, integer_floor_divide(left, right));
    case BINARY_MOD:
        if (right == 0)
            return integer_division_by_zero(vm, "integer modulo by zero");
        return small_int(integer_modulo(left, right));
    case BINARY_DIVMOD: {
        if (right == 0)
            return integer_division_by_zero(vm, "integer division or modulo by zero");
        Value quotient = int_value(vm, integer_floor_divide(left, right));
        if (quotient == NOTHING)
            return NOTHING;
        return object_value(tuple_of(vm, 2, quotient, small_int(integer_modulo(left, right))));
    }
    case BINARY_POW: return integer_power(vm, left, right);
    case BINARY_LSHIFT: return integer_shift_left(vm, left, right);
    case BINARY_RSHIFT: return integer_shift_right(vm, left, right);
    case BINARY_AND: return small_int(left & right);
    case BINARY_OR: return small_int(left | right);
    case BINARY_XOR: return small_int(left ^ right);
    default: return NOT_IMPLEMENTED;
    }
}

int integer_compare_double(int64_t integer, double number) {
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

Value integer_from_double(Vm *vm, double number) {
    if (isnan(number))
        return vm_raise(vm, vm->exceptions.ValueError, "cannot convert float NaN to integer");
    if (isinf(number))
        return vm_raise(vm, vm->exceptions.OverflowError, "cannot convert float infinity to integer");
    number = trunc(number);
    if (number >= 4611686018427387904.0 || number < -4611686018427387904.0)
        return int_overflow(vm);
    return small_int((int64_t)number);
}

Value integer_round(Vm *vm, int64_t number, int64_t digits) {
    if (digits < -19)
        return small_int(0);
    Wide unit = 1;
    for (int64_t i = digits; i < 0; i++)
        unit *= 10;
    Wide magnitude = number < 0 ? -(Wide)number : (Wide)number;
    Wide quotient = magnitude / unit, rest = magnitude % unit;
    if (rest * 2 > unit || (rest * 2 == unit && (quotient & 1)))
        quotient++;
    Wide result = quotient * unit;
    return integer_value_wide(vm, number < 0 ? -result : result);
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
    UnsignedWide number = 0;
    const UnsignedWide limit = (UnsignedWide)1 << 62;
    bool overflow = false, after_digit = false;
    while (at < end) {
        if (*at == '_') {
            if (!after_digit)
                return NOT_IMPLEMENTED;
            after_digit = false;
            at++;
            continue;
        }
        int digit = digit_value(&at);
        if (digit >= base || (zero_only && digit != 0))
            return NOT_IMPLEMENTED;
        after_digit = true;
        if (!overflow)
            number = number * (unsigned)base + (unsigned)digit;
        overflow = overflow || number > limit;
    }
    if (!after_digit)
        return NOT_IMPLEMENTED;
    if (overflow)
        return int_overflow(vm);
    return integer_value_wide(vm, negative ? -(Wide)number : (Wide)number);
}

int integer_to_text(int64_t number, int base, char *out) {
    static const char digits[] = "0123456789abcdefghijklmnopqrstuvwxyz";
    char reversed[66];
    uint64_t magnitude = number < 0 ? -(uint64_t)number : (uint64_t)number;
    int count = 0, length = 0;
    do {
        reversed[count++] = digits[magnitude % (unsigned)base];
        magnitude /= (unsigned)base;
    } while (magnitude != 0);
    if (number < 0)
        out[length++] = '-';
    while (count > 0)
        out[length++] = reversed[--count];
    return length;
}
