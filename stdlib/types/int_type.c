/* int and bool. */
#include "stdlib/arguments.h"
#include "stdlib/format/format.h"
#include "stdlib/types/int_arithmetic.h"
#include "stdlib/types/types.h"
#include "vm/call.h"
#include "vm/list.h"

static Value int_repr(Vm *vm, Value self) {
    return integer_text(vm, integer_plain(self), 10);
}

static bool int_hash(Vm *vm, Value self, int64_t *hash) {
    (void)vm;
    *hash = integer_hash(integer_plain(self));
    return true;
}

static int int_truth(Vm *vm, Value self) {
    (void)vm;
    return integer_plain(self) != small_int(0);
}

static Value int_compare(Vm *vm, Comparison op, Value left, Value right) {
    (void)vm;
    if (!value_is_integer(left) || !value_is_integer(right))
        return NOT_IMPLEMENTED;
    int order = integer_compare(integer_plain(left), integer_plain(right));
    switch (op) {
    case CMP_LT: return bool_value(order < 0);
    case CMP_LE: return bool_value(order <= 0);
    case CMP_EQ: return bool_value(order == 0);
    case CMP_NE: return bool_value(order != 0);
    case CMP_GT: return bool_value(order > 0);
    default: return bool_value(order >= 0);
    }
}

static Value int_binary(Vm *vm, BinaryOperator op, Value left, Value right) {
    if (!value_is_integer(left) || !value_is_integer(right))
        return NOT_IMPLEMENTED;
    return integer_binary(vm, op, integer_plain(left), integer_plain(right));
}

static Value int_unary(Vm *vm, UnaryOperation op, Value self) {
    Value number = integer_plain(self);
    double real;
    switch (op) {
    case UNOP_NEG: return integer_negate(vm, number);
    case UNOP_ABS: return integer_absolute(vm, number);
    case UNOP_INVERT: return integer_invert(vm, number);
    case UNOP_FLOAT: return integer_to_double(vm, number, &real) ? float_value(vm, real) : NOTHING;
    case UNOP_POS:
    case UNOP_INT:
    case UNOP_INDEX: return number;
    default: return NOT_IMPLEMENTED;
    }
}

/* --- Making one ----------------------------------------------------------------------------------- */

/* No more of it than fits in a message. Bytes of any class are shown as plain ones. */
static Value invalid_literal(Vm *vm, Value text, int base) {
    enum { MOST_SHOWN = 200 };
    if (is_bytes_like(text)) {
        size_t count = byte_span(text).count;
        text = bytes_new(vm, byte_span(text).bytes, count > MOST_SHOWN ? MOST_SHOWN : count);
    }
    Value repr = value_repr(vm, text);
    if (repr == NOTHING)
        return NOTHING;
    const String *string = AS(String, repr);
    int64_t length = string->length > MOST_SHOWN ? MOST_SHOWN : string->length;
    String *shown = string_new(vm, string->chars, string_byte_offset(string, length));
    return vm_raise(vm, vm->exceptions.ValueError, "invalid literal for int() with base %d: %S", base, shown);
}

static Value int_from_text(Vm *vm, Value original, const char *text, size_t count, int base) {
    /* Digits of other scripts are digits in text alone. */
    bool foreign = false;
    for (size_t i = 0; is_bytes_like(original) && i < count; i++)
        foreign = foreign || (unsigned char)text[i] >= 0x80;
    Value number = foreign ? NOT_IMPLEMENTED : integer_parse(vm, text, count, base);
    return number == NOT_IMPLEMENTED ? invalid_literal(vm, original, base) : number;
}

/* What a special method gave for int(x) must be an integer. */
static Value int_checked(Vm *vm, Value result, const char *method) {
    if (result == NOTHING || value_is_integer(result))
        return result == NOTHING ? NOTHING : integer_plain(result);
    return vm_raise(vm, vm->exceptions.TypeError, "%s returned non-int (type %T)", method, result);
}

static Value int_from_value(Vm *vm, Value v) {
    if (is_small_int(v) || is_big_int(v))
        return v;
    if (is_float(v))
        return integer_from_double(vm, float_number(v));
    Value (*unary)(Vm *, UnaryOperation, Value) = type_of(vm, v)->ops.unary;
    if (unary != NULL) {
        Value result = unary(vm, UNOP_INT, v);
        if (result != NOT_IMPLEMENTED)
            return int_checked(vm, result, "__int__");
        result = unary(vm, UNOP_INDEX, v);
        if (result != NOT_IMPLEMENTED)
            return int_checked(vm, result, "__index__");
    }
    if (is_string(v))
        return int_from_text(vm, v, AS(String, v)->chars, AS(String, v)->byte_count, 10);
    if (is_bytes_like(v))
        return int_from_text(vm, v, (const char *)byte_span(v).bytes, byte_span(v).count, 10);
    Value result = vm_call_special(vm, v, vm->names.trunc, NULL, 0);
    if (result != NOTHING || vm_has_exception(vm))
        return int_checked(vm, result, "__trunc__");
    return vm_raise(vm, vm->exceptions.TypeError,
                    "int() argument must be a string, a bytes-like object or a real number, not '%T'", v);
}

static Value int_from_base(Vm *vm, Value text, Value base_value) {
    base_value = value_index(vm, base_value);
    if (base_value == NOTHING)
        return NOTHING;
    int64_t base = value_integer(base_value);
    if (base != 0 && (base < 2 || base > 36))
        return vm_raise(vm, vm->exceptions.ValueError, "int() base must be >= 2 and <= 36, or 0");
    if (is_string(text))
        return int_from_text(vm, text, AS(String, text)->chars, AS(String, text)->byte_count, (int)base);
    if (is_bytes_like(text))
        return int_from_text(vm, text, (const char *)byte_span(text).bytes, byte_span(text).count, (int)base);
    return vm_raise(vm, vm->exceptions.TypeError, "int() can't convert non-string with explicit base");
}

static Value int_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    Value bound[2];
    if (!arguments_bind(vm, "int", "x,base", 1, 0, args, argc, keywords, bound))
        return NOTHING;
    Value number;
    if (bound[0] == NOTHING && bound[1] != NOTHING)
        return vm_raise(vm, vm->exceptions.TypeError, "int() missing string argument");
    if (bound[0] == NOTHING)
        number = small_int(0);
    else if (bound[1] == NOTHING)
        number = int_from_value(vm, bound[0]);
    else
        number = int_from_base(vm, bound[0], bound[1]);
    if (number == NOTHING || type == vm->int_type)
        return number;
    Boxed *boxed = type_allocate(vm, type);
    boxed->payload = number;
    return object_value(boxed);
}

/* --- Methods -------------------------------------------------------------------------------------- */

static Value int_bit_length(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    return small_int(integer_bit_length(integer_plain(args[0])));
}

static Value int_bit_count(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    return small_int(integer_bit_count(integer_plain(args[0])));
}

static Value int_itself(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    return integer_plain(args[0]);
}

static Value int_as_integer_ratio(Vm *vm, Value *args, int argc) {
    (void)argc;
    return object_value(tuple_of(vm, 2, integer_plain(args[0]), small_int(1)));
}

static Value int_getnewargs(Vm *vm, Value *args, int argc) {
    (void)argc;
    return object_value(tuple_of(vm, 1, integer_plain(args[0])));
}

static Value int_round(Vm *vm, Value *args, int argc) {
    Value number = integer_plain(args[0]);
    if (argc < 2)
        return number;
    Value digits = integer_from_index(vm, args[1]);
    if (digits == NOTHING || integer_sign(digits) >= 0)
        return digits == NOTHING ? NOTHING : number;
    return integer_round(vm, number, digits);
}

static Value int_format(Vm *vm, Value *args, int argc) {
    (void)argc;
    if (!format_check_spec(vm, args[1]))
        return NOTHING;
    return format_int(vm, args[0], AS(String, args[1]));
}

/* "big" or "little"; absent: big. */
static bool byte_order_is_big(Vm *vm, const char *function, Value order, bool *big) {
    if (order != NOTHING && !is_string(order)) {
        vm_raise(vm, vm->exceptions.TypeError, "%s() argument 'byteorder' must be str, not %T", function,
                 order);
        return false;
    }
    *big = order == NOTHING || string_equal_c(AS(String, order), "big");
    if (!*big && !string_equal_c(AS(String, order), "little")) {
        vm_raise(vm, vm->exceptions.ValueError, "byteorder must be either 'little' or 'big'");
        return false;
    }
    return true;
}

static Value int_to_bytes(Vm *vm, Value *args, int argc) {
    (void)argc;
    int64_t length = 1;
    bool big;
    if ((args[1] != NOTHING && !value_to_index(vm, args[1], &length)) ||
        !byte_order_is_big(vm, "to_bytes", args[2], &big))
        return NOTHING;
    int is_signed = args[3] == NOTHING ? 0 : value_truth(vm, args[3]);
    if (is_signed < 0)
        return NOTHING;
    IntegerView number;
    integer_view(integer_plain(args[0]), &number);
    if (length < 0)
        return vm_raise(vm, vm->exceptions.ValueError, "length argument must be non-negative");
    if (length > INT32_MAX)
        return vm_raise(vm, vm->exceptions.OverflowError, "bytes of that length do not fit in memory");
    if (number.negative && !is_signed)
        return vm_raise(vm, vm->exceptions.OverflowError, "can't convert negative int to unsigned");
    /* The lowest number that has so many bits but the sign's is all right when it is negative. */
    uint64_t bits = limbs_bit_length(number.limbs, number.count), room = 8 * (uint64_t)length;
    bool lowest = number.negative && bits == room && limbs_trailing_zeros(number.limbs) == bits - 1;
    bool nothing = room == 0 && number.negative && bits == 1; /* CPython lets -1 be no bytes at all */
    if ((bits > room && !nothing) || (is_signed && bits > 0 && bits == room && !lowest))
        return vm_raise(vm, vm->exceptions.OverflowError, "int too big to convert");
    Value result = bytes_new(vm, NULL, (size_t)length);
    uint8_t *bytes = AS(Bytes, result)->bytes;
    unsigned carry = 1;
    for (int64_t i = 0; i < length; i++) {
        size_t limb = (size_t)i / 8;
        unsigned byte = limb < number.count ? (uint8_t)(number.limbs[limb] >> (i % 8 * 8)) : 0;
        if (number.negative) {
            byte = (uint8_t)~byte + carry;
            carry = byte >> 8;
        }
        bytes[big ? length - 1 - i : i] = (uint8_t)byte;
    }
    return result;
}

/* The bytes from the lowest on, as a number; inverted and one more for a negative one. */
static Value integer_from_bytes(Vm *vm, const uint8_t *bytes, size_t count, bool big, bool is_signed) {
    bool negative = is_signed && count != 0 && bytes[big ? 0 : count - 1] & 0x80;
    BigInt *number = big_int_new(vm, count / 8 + 1);
    if (!number)
        return NOTHING;
    memset(number->limbs, 0, number->count * sizeof(Limb));
    unsigned carry = 1;
    for (size_t i = 0; i < count; i++) {
        unsigned byte = bytes[big ? count - 1 - i : i];
        if (negative) {
            byte = (uint8_t)~byte + carry;
            carry = byte >> 8;
        }
        number->limbs[i / 8] |= (Limb)(uint8_t)byte << (i % 8 * 8);
    }
    number->negative = negative;
    return big_int_finish(vm, number);
}

static Value int_from_bytes(Vm *vm, Value *args, int argc) {
    (void)argc;
    bool big;
    if (!byte_order_is_big(vm, "from_bytes", args[2], &big))
        return NOTHING;
    int is_signed = args[3] == NOTHING ? 0 : value_truth(vm, args[3]);
    if (is_signed < 0)
        return NOTHING;
    Value source = args[1];
    if (!is_bytes_like(source)) {
        if (is_string(source) || value_is_integer(source))
            return vm_raise(vm, vm->exceptions.TypeError, "cannot convert '%T' object to bytes", source);
        source = vm_call1(vm, object_value(vm->types_by_kind[KIND_BYTES]), source);
        if (source == NOTHING)
            return NOTHING;
    }
    Value result = integer_from_bytes(vm, byte_span(source).bytes, byte_span(source).count, big, is_signed);
    if (result == NOTHING || args[0] == object_value(vm->int_type))
        return result;
    return vm_call1(vm, args[0], result);
}

static Value int_real(Vm *vm, Value self) {
    (void)vm;
    return integer_plain(self);
}

static Value int_imaginary(Vm *vm, Value self) {
    (void)vm, (void)self;
    return small_int(0);
}

static Value int_denominator(Vm *vm, Value self) {
    (void)vm, (void)self;
    return small_int(1);
}

static const NativeDef int_methods[] = {
    {"bit_length", int_bit_length, 1, 1, 0, NULL},
    {"bit_count", int_bit_count, 1, 1, 0, NULL},
    {"conjugate", int_itself, 1, 1, 0, NULL},
    {"as_integer_ratio", int_as_integer_ratio, 1, 1, 0, NULL},
    {"to_bytes", int_to_bytes, 1, 3, 0, "length,byteorder,*,signed"},
    {"from_bytes", int_from_bytes, 2, 3, NATIVE_CLASS, "bytes,byteorder,*,signed"},
    {"__trunc__", int_itself, 1, 1, 0, NULL},
    {"__floor__", int_itself, 1, 1, 0, NULL},
    {"__ceil__", int_itself, 1, 1, 0, NULL},
    {"__round__", int_round, 1, 2, 0, NULL},
    {"__format__", int_format, 2, 2, 0, NULL},
    {"__getnewargs__", int_getnewargs, 1, 1, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

static const NativePropertyDef int_properties[] = {
    {"real", int_real, NULL},
    {"imag", int_imaginary, NULL},
    {"numerator", int_real, NULL},
    {"denominator", int_denominator, NULL},
    {NULL, NULL, NULL},
};

static const TypeDef int_def = {
    .name = "int",
    .doc = "int(x=0) or int(text, base=10): an integer, of any size.",
    .kind = KIND_SMALL_INT,
    .ops =
        {
            .repr = int_repr,
            .hash = int_hash,
            .truth = int_truth,
            .compare = int_compare,
            .binary = int_binary,
            .reflected = int_binary,
            .unary = int_unary,
        },
    .create = int_create,
    .methods = int_methods,
    .properties = int_properties,
};

/* --- bool ----------------------------------------------------------------------------------------- */

static Value bool_repr(Vm *vm, Value self) {
    return object_value(string_intern_c(vm, self == TRUE_VALUE ? "True" : "False"));
}

static int bool_truth(Vm *vm, Value self) {
    (void)vm;
    return self == TRUE_VALUE;
}

static Value bool_binary(Vm *vm, BinaryOperator op, Value left, Value right) {
    if (is_bool(left) && is_bool(right)) {
        bool a = left == TRUE_VALUE, b = right == TRUE_VALUE;
        if (op == BINARY_AND)
            return bool_value(a && b);
        if (op == BINARY_OR)
            return bool_value(a || b);
        if (op == BINARY_XOR)
            return bool_value(a != b);
    }
    return int_binary(vm, op, left, right);
}

static Value bool_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    (void)type;
    if (!arguments_check_positional(vm, "bool", argc, keywords, 0, 1))
        return NOTHING;
    int truth = argc == 0 ? 0 : value_truth(vm, args[0]);
    return truth < 0 ? NOTHING : bool_value(truth);
}

static const TypeDef bool_def = {
    .name = "bool",
    .doc = "bool(x): the truth of x.",
    .kind = KIND_BOOL,
    .flags = TYPE_FINAL,
    .ops =
        {
            .repr = bool_repr,
            .truth = bool_truth,
            .binary = bool_binary,
            .reflected = bool_binary,
        },
    .create = bool_create,
};

void int_type_setup(Vm *vm) {
    type_define_core(vm, KIND_SMALL_INT, &int_def);
    type_define_core(vm, KIND_BOOL, &bool_def);
}
