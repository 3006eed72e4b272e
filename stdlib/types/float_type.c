/* float. Arithmetic with integers converts them first; comparison with them is exact. */
#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "stdlib/arguments.h"
#include "stdlib/format/float_text.h"
#include "stdlib/format/format.h"
#include "stdlib/types/int_arithmetic.h"
#include "stdlib/types/types.h"
#include "vm/call.h"
#include "vm/hashing.h"
#include "vm/list.h"

/* The number in a float or an instance of a subclass of float. */
static double float_of(Value v) {
    return is_float(v) ? float_number(v) : float_number(AS(Boxed, v)->payload);
}

static bool is_float_or_subclass(Value v) {
    return is_float(v) || (is_kind(v, KIND_BOXED) && is_float(AS(Boxed, v)->payload));
}

/* An operand that is a float, or an integer to be made one. NOT_IMPLEMENTED: something else; NOTHING: raised
 * (too large); NONE: fine. */
static Value float_operand(Vm *vm, Value v, double *number) {
    if (is_float_or_subclass(v))
        *number = float_of(v);
    else if (!value_is_integer(v))
        return NOT_IMPLEMENTED;
    else if (!integer_to_double(vm, integer_plain(v), number))
        return NOTHING;
    return NONE;
}

static Value float_repr(Vm *vm, Value self) {
    char text[FLOAT_TEXT_SIZE];
    int length = float_text_repr(float_of(self), text);
    return object_value(string_new(vm, text, (size_t)length));
}

static bool float_hash(Vm *vm, Value self, int64_t *hash) {
    (void)vm;
    *hash = hash_double(float_of(self), (const void *)(uintptr_t)self);
    return true;
}

static int float_truth(Vm *vm, Value self) {
    (void)vm;
    return float_of(self) != 0.0;
}

static Value float_compare(Vm *vm, Comparison op, Value left, Value right) {
    (void)vm;
    double a = float_of(left);
    bool with_integer = value_is_integer(right);
    if (!with_integer && !is_float_or_subclass(right))
        return NOT_IMPLEMENTED;
    if (isnan(a) || (!with_integer && isnan(float_of(right))))
        return bool_value(op == CMP_NE);
    int order;
    if (with_integer)
        order = -integer_compare_double(integer_plain(right), a);
    else
        order = a < float_of(right) ? -1 : a > float_of(right);
    switch (op) {
    case CMP_LT: return bool_value(order < 0);
    case CMP_LE: return bool_value(order <= 0);
    case CMP_EQ: return bool_value(order == 0);
    case CMP_NE: return bool_value(order != 0);
    case CMP_GT: return bool_value(order > 0);
    default: return bool_value(order >= 0);
    }
}

/* --- Arithmetic ----------------------------------------------------------------------------------- */

/* Quotient rounded down and remainder with the divisor's sign; fmod is exact, so the quotient is near a whole
 * number. */
static double float_floor_divide(double a, double b, double *remainder) {
    double mod = fmod(a, b);
    double div = (a - mod) / b;
    if (mod != 0.0) {
        if ((b < 0) != (mod < 0)) {
            mod += b;
            div -= 1.0;
        }
    } else {
        mod = copysign(0.0, b);
    }
    *remainder = mod;
    if (div == 0.0)
        return copysign(0.0, a / b);
    double whole = floor(div);
    return div - whole > 0.5 ? whole + 1.0 : whole;
}

static Value float_power(Vm *vm, double a, double b) {
    if (a == 0.0 && b < 0 && isfinite(b))
        return vm_raise(vm, vm->exceptions.ZeroDivisionError, "0.0 cannot be raised to a negative power");
    if (a < 0 && isfinite(a) && isfinite(b) && b != floor(b))
        return vm_raise(
            vm, vm->exceptions.ValueError,
            "negative number cannot be raised to a fractional power: Bide has no complex numbers");
    double result = pow(a, b);
    if (isinf(result) && isfinite(a) && isfinite(b)) {
        Value exception = vm_call2(vm, object_value(vm->exceptions.OverflowError), small_int(34),
                                   string_value(vm, "Numerical result out of range"));
        return exception == NOTHING ? NOTHING : vm_raise_value(vm, exception);
    }
    return float_value(vm, result);
}

static Value float_binary(Vm *vm, BinaryOperator op, Value left, Value right) {
    double a, b, remainder;
    Value fine = float_operand(vm, left, &a);
    if (fine == NONE)
        fine = float_operand(vm, right, &b);
    if (fine != NONE)
        return fine;
    Type *zero_division = vm->exceptions.ZeroDivisionError;
    switch (op) {
    case BINARY_ADD: return float_value(vm, a + b);
    case BINARY_SUB: return float_value(vm, a - b);
    case BINARY_MUL: return float_value(vm, a * b);
    case BINARY_DIV:
        if (b == 0.0)
            return vm_raise(vm, zero_division, "float division by zero");
        return float_value(vm, a / b);
    case BINARY_FLOORDIV:
        if (b == 0.0)
            return vm_raise(vm, zero_division, "float floor division by zero");
        return float_value(vm, float_floor_divide(a, b, &remainder));
    case BINARY_MOD:
        if (b == 0.0)
            return vm_raise(vm, zero_division, "float modulo");
        float_floor_divide(a, b, &remainder);
        return float_value(vm, remainder);
    case BINARY_DIVMOD: {
        if (b == 0.0)
            return vm_raise(vm, zero_division, "float divmod()");
        double quotient = float_floor_divide(a, b, &remainder);
        return object_value(tuple_of(vm, 2, float_value(vm, quotient), float_value(vm, remainder)));
    }
    case BINARY_POW: return float_power(vm, a, b);
    default: return NOT_IMPLEMENTED;
    }
}

static Value float_unary(Vm *vm, UnaryOperation op, Value self) {
    double number = float_of(self);
    switch (op) {
    case UNOP_NEG: return float_value(vm, -number);
    case UNOP_POS:
    case UNOP_FLOAT: return is_float(self) ? self : AS(Boxed, self)->payload;
    case UNOP_ABS: return float_value(vm, fabs(number));
    case UNOP_INT: return integer_from_double(vm, number);
    default: return NOT_IMPLEMENTED;
    }
}

/* --- Making one ----------------------------------------------------------------------------------- */

static Value float_from_text(Vm *vm, Value original, const char *text, size_t count) {
    double number;
    bool foreign = false; /* digits of other scripts are digits in text alone */
    for (size_t i = 0; is_bytes_like(original) && i < count; i++)
        foreign = foreign || (unsigned char)text[i] >= 0x80;
    if (!foreign && float_text_parse(text, count, &number))
        return float_value(vm, number);
    Value repr = value_repr(vm, original);
    if (repr == NOTHING)
        return NOTHING;
    return vm_raise(vm, vm->exceptions.ValueError, "could not convert string to float: %S", AS(String, repr));
}

static Value float_from_value(Vm *vm, Value v) {
    if (is_float(v))
        return v;
    Value (*unary)(Vm *, UnaryOperation, Value) = type_of(vm, v)->ops.unary;
    Value result = unary == NULL ? NOT_IMPLEMENTED : unary(vm, UNOP_FLOAT, v);
    if (result != NOT_IMPLEMENTED) {
        if (result == NOTHING || is_float(result))
            return result;
        if (is_float_or_subclass(result))
            return AS(Boxed, result)->payload;
        return vm_raise(vm, vm->exceptions.TypeError, "%T.__float__ returned non-float (type %T)", v, result);
    }
    result = unary == NULL ? NOT_IMPLEMENTED : unary(vm, UNOP_INDEX, v);
    if (result == NOTHING)
        return NOTHING;
    double number;
    if (result != NOT_IMPLEMENTED && value_is_integer(result))
        return integer_to_double(vm, integer_plain(result), &number) ? float_value(vm, number) : NOTHING;
    if (is_string(v))
        return float_from_text(vm, v, AS(String, v)->chars, AS(String, v)->byte_count);
    if (is_bytes_like(v))
        return float_from_text(vm, v, (const char *)byte_span(v).bytes, byte_span(v).count);
    return vm_raise(vm, vm->exceptions.TypeError,
                    "float() argument must be a string or a real number, not '%T'", v);
}

static Value float_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    int given = arguments_check_new(vm, "float", type, argc, keywords, 0, 1);
    if (given < 0)
        return NOTHING;
    Value number = given == 0 ? float_value(vm, 0.0) : float_from_value(vm, args[0]);
    if (number == NOTHING || type == vm->float_type)
        return number;
    Boxed *boxed = type_allocate(vm, type);
    boxed->payload = number;
    return object_value(boxed);
}

/* --- Methods -------------------------------------------------------------------------------------- */

static Value float_is_integer(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    double number = float_of(args[0]);
    return bool_value(isfinite(number) && number == floor(number));
}

static Value float_itself(Vm *vm, Value *args, int argc) {
    (void)argc;
    return float_value(vm, float_of(args[0]));
}

static Value float_trunc(Vm *vm, Value *args, int argc) {
    (void)argc;
    return integer_from_double(vm, float_of(args[0]));
}

static Value float_floor(Vm *vm, Value *args, int argc) {
    (void)argc;
    return integer_from_double(vm, floor(float_of(args[0])));
}

static Value float_ceil(Vm *vm, Value *args, int argc) {
    (void)argc;
    return integer_from_double(vm, ceil(float_of(args[0])));
}

/* Rounds to `digits` decimals by way of the exact decimal text, so that ties are ties of the number itself.
 */
static double round_to_decimals(double number, int digits) {
    char text[400];
    if (digits >= 0) {
        snprintf(text, sizeof text, "%.*f", digits, number);
        return strtod(text, NULL);
    }
    snprintf(text, sizeof text, "%.25e", number);
    int precision = atoi(strchr(text, 'e') + 1) + digits;
    if (precision >= 0) {
        snprintf(text, sizeof text, "%.*e", precision, number);
        return strtod(text, NULL);
    }
    snprintf(text, sizeof text, "1e%d", -digits);
    double unit = strtod(text, NULL);
    return copysign(precision == -1 && fabs(number) > unit / 2 ? unit : 0.0, number);
}

static Value float_round(Vm *vm, Value *args, int argc) {
    double number = float_of(args[0]);
    if (argc < 2 || args[1] == NONE)
        return integer_from_double(vm, isfinite(number) ? rint(number) : number);
    Value index = value_index(vm, args[1]);
    if (index == NOTHING)
        return NOTHING;
    int64_t digits = value_integer(index);
    /* Beyond these, rounding changes nothing, or leaves nothing. */
    if (!isfinite(number) || digits > 323)
        return float_value(vm, number);
    if (digits < -308)
        return float_value(vm, copysign(0.0, number));
    if (fabs(number) >= 1e16 && digits >= 0)
        return float_value(vm, number);
    double result = round_to_decimals(number, (int)digits);
    if (isinf(result))
        return vm_raise(vm, vm->exceptions.OverflowError, "rounded value too large to represent");
    return float_value(vm, result);
}

static Value float_as_integer_ratio(Vm *vm, Value *args, int argc) {
    (void)argc;
    double number = float_of(args[0]);
    if (isnan(number))
        return vm_raise(vm, vm->exceptions.ValueError, "cannot convert NaN to integer ratio");
    if (isinf(number))
        return vm_raise(vm, vm->exceptions.OverflowError, "cannot convert Infinity to integer ratio");
    int exponent;
    double mantissa = frexp(number, &exponent);
    while (mantissa != floor(mantissa)) {
        mantissa *= 2.0;
        exponent--;
    }
    Value numerator = small_int((int64_t)mantissa), denominator = small_int(1);
    if (exponent > 0)
        numerator = integer_shift_left(vm, numerator, (uint64_t)exponent);
    else
        denominator = integer_shift_left(vm, denominator, (uint64_t)-exponent);
    return object_value(tuple_of(vm, 2, numerator, denominator));
}

static Value float_hex(Vm *vm, Value *args, int argc) {
    (void)argc;
    double number = float_of(args[0]);
    if (!isfinite(number))
        return float_repr(vm, args[0]);
    const char *sign = signbit(number) ? "-" : "";
    char text[64];
    if (number == 0.0) {
        snprintf(text, sizeof text, "%s0x0.0p+0", sign);
        return string_value(vm, text);
    }
    int exponent;
    double mantissa = frexp(fabs(number), &exponent);
    /* Numbers below the smallest normal one keep its exponent and lead with a zero. */
    int shift = exponent - 1 < -1022 ? exponent + 1022 : 1;
    uint64_t bits = (uint64_t)ldexp(mantissa, 52 + shift);
    snprintf(text, sizeof text, "%s0x%d.%013llxp%+d", sign, (int)(bits >> 52),
             (unsigned long long)(bits & (((uint64_t)1 << 52) - 1)), exponent - shift);
    return string_value(vm, text);
}

/* Does it begin with one? */
static bool is_hexadecimal_float(const char *text) {
    if (*text == '+' || *text == '-')
        text++;
    const char *word = text;
    if (text[0] == '0' && (text[1] | 32) == 'x')
        text += 2;
    int digits = 0;
    bool point = false;
    for (; isxdigit((unsigned char)*text) || (*text == '.' && !point); text++) {
        digits += *text != '.';
        point = point || *text == '.';
    }
    if (digits == 0 || text == word)
        return false;
    if ((*text | 32) == 'p') {
        text++;
        if (*text == '+' || *text == '-')
            text++;
        if (!isdigit((unsigned char)*text))
            return false;
        while (isdigit((unsigned char)*text))
            text++;
    }
    return true;
}

static Value float_fromhex(Vm *vm, Value *args, int argc) {
    (void)argc;
    if (!is_string(args[1]))
        return vm_raise(vm, vm->exceptions.TypeError, "bad argument type for built-in operation");
    String *string = AS(String, args[1]);
    double number;
    const char *text = string->chars;
    while (isspace((unsigned char)*text))
        text++;
    if (is_hexadecimal_float(text)) {
        char sign = *text;
        if (sign == '+' || sign == '-')
            text++;
        StringBuilder clean;
        builder_init(&clean);
        builder_add_c(&clean, text[0] == '0' && (text[1] | 32) == 'x' ? "" : "0x");
        builder_add_c(&clean, text);
        builder_add_char(&clean, '\0');
        char *end;
        number = strtod(clean.chars, &end);
        while (isspace((unsigned char)*end))
            end++;
        bool whole = *end == '\0';
        builder_free(&clean);
        if (isinf(number))
            return vm_raise(vm, vm->exceptions.OverflowError,
                            "hexadecimal value too large to represent as a float");
        if (!whole)
            return vm_raise(vm, vm->exceptions.ValueError, "invalid hexadecimal floating-point string");
        if (sign == '-')
            number = -number;
    } else if (!float_text_parse(text, strlen(text), &number) || isfinite(number)) {
        return vm_raise(vm, vm->exceptions.ValueError, "invalid hexadecimal floating-point string");
    }
    Value result = float_value(vm, number);
    return args[0] == object_value(vm->float_type) ? result : vm_call1(vm, args[0], result);
}

static Value float_format(Vm *vm, Value *args, int argc) {
    (void)argc;
    if (!format_check_spec(vm, args[1]))
        return NOTHING;
    return format_float(vm, args[0], float_of(args[0]), AS(String, args[1]));
}

static Value float_getnewargs(Vm *vm, Value *args, int argc) {
    (void)argc;
    return object_value(tuple_of(vm, 1, float_value(vm, float_of(args[0]))));
}

static Value float_real(Vm *vm, Value self) {
    return float_value(vm, float_of(self));
}

static Value float_imaginary(Vm *vm, Value self) {
    (void)self;
    return float_value(vm, 0.0);
}

static const NativeDef float_methods[] = {
    {"is_integer", float_is_integer, 1, 1, 0, NULL},
    {"as_integer_ratio", float_as_integer_ratio, 1, 1, 0, NULL},
    {"conjugate", float_itself, 1, 1, 0, NULL},
    {"hex", float_hex, 1, 1, 0, NULL},
    {"fromhex", float_fromhex, 2, 2, NATIVE_CLASS, NULL},
    {"__trunc__", float_trunc, 1, 1, 0, NULL},
    {"__floor__", float_floor, 1, 1, 0, NULL},
    {"__ceil__", float_ceil, 1, 1, 0, NULL},
    {"__round__", float_round, 1, 2, 0, NULL},
    {"__format__", float_format, 2, 2, 0, NULL},
    {"__getnewargs__", float_getnewargs, 1, 1, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

static const NativePropertyDef float_properties[] = {
    {"real", float_real, NULL},
    {"imag", float_imaginary, NULL},
    {NULL, NULL, NULL},
};

static const TypeDef float_def = {
    .name = "float",
    .doc = "float(x=0.0): a number in double precision.",
    .kind = KIND_FLONUM,
    .ops =
        {
            .repr = float_repr,
            .hash = float_hash,
            .truth = float_truth,
            .compare = float_compare,
            .binary = float_binary,
            .reflected = float_binary,
            .unary = float_unary,
        },
    .create = float_create,
    .methods = float_methods,
    .properties = float_properties,
};

void float_type_setup(Vm *vm) {
    type_define_core(vm, KIND_FLONUM, &float_def);
}
