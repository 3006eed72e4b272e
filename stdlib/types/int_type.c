/* int and bool. */
#include "stdlib/arguments.h"
#include "stdlib/format/format.h"
#include "stdlib/types/int_arithmetic.h"
#include "stdlib/types/types.h"
#include "vm/call.h"
#include "vm/hashing.h"
#include "vm/list.h"

static Value int_repr(Vm *vm, Value self) {
    char text[66];
    int length = integer_to_text(value_integer(self), 10, text);
    return object_value(string_new(vm, text, (size_t)length));
}

static bool int_hash(Vm *vm, Value self, int64_t *hash) {
    (void)vm;
    *hash = hash_integer(value_integer(self));
    return true;
}

static int int_truth(Vm *vm, Value self) {
    (void)vm;
    return value_integer(self) != 0;
}

static Value int_compare(Vm *vm, Comparison op, Value left, Value right) {
    (void)vm;
    if (!value_is_integer(left) || !value_is_integer(right))
        return NOT_IMPLEMENTED;
    int64_t a = value_integer(left), b = value_integer(right);
    switch (op) {
    case CMP_LT: return bool_value(a < b);
    case CMP_LE: return bool_value(a <= b);
    case CMP_EQ: return bool_value(a == b);
    case CMP_NE: return bool_value(a != b);
    case CMP_GT: return bool_value(a > b);
    default: return bool_value(a >= b);
    }
}

static Value int_binary(Vm *vm, BinaryOperator op, Value left, Value right) {
    if (!value_is_integer(left) || !value_is_integer(right))
        return NOT_IMPLEMENTED;
    return integer_binary(vm, op, value_integer(left), value_integer(right));
}

static Value int_unary(Vm *vm, UnaryOperation op, Value self) {
    int64_t number = value_integer(self);
    switch (op) {
    case UNOP_NEG: return int_value(vm, -number);
    case UNOP_ABS: return int_value(vm, number < 0 ? -number : number);
    case UNOP_INVERT: return small_int(~number);
    case UNOP_FLOAT: return float_value(vm, (double)number);
    case UNOP_POS:
    case UNOP_INT:
    case UNOP_INDEX: return small_int(number);
    default: return NOT_IMPLEMENTED;
    }
}

/* --- Making one ----------------------------------------------------------------------------------- */

static Value int_from_text(Vm *vm, Value original, const char *text, size_t count, int base) {
    Value number = integer_parse(vm, text, count, base);
    if (number == NOT_IMPLEMENTED)
        return vm_raise(vm, vm->exceptions.ValueError, "invalid literal for int() with base %d: %R", base,
                        original);
    return number;
}

/* What a special method gave for int(x) must be an integer. */
static Value int_checked(Vm *vm, Value result, const char *method) {
    if (result == NOTHING || value_is_integer(result))
        return result == NOTHING ? NOTHING : small_int(value_integer(result));
    return vm_raise(vm, vm->exceptions.TypeError, "%s returned non-int (type %T)", method, result);
}

static Value int_from_value(Vm *vm, Value v) {
    if (is_small_int(v))
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
    if (is_kind(v, KIND_BYTES))
        return int_from_text(vm, v, (char *)AS(Bytes, v)->bytes, AS(Bytes, v)->count, 10);
    Value result = vm_call_special(vm, v, vm->names.trunc, NULL, 0);
    if (result != NOTHING || vm_has_exception(vm))
        return int_checked(vm, result, "__trunc__");
    return vm_raise(vm, vm->exceptions.TypeError,
                    "int() argument must be a string, a bytes-like object or a real number, not '%T'", v);
}

static Value int_from_base(Vm *vm, Value text, Value base_value) {
    int64_t base;
    if (!value_to_index(vm, base_value, &base))
        return NOTHING;
    if (base != 0 && (base < 2 || base > 36))
        return vm_raise(vm, vm->exceptions.ValueError, "int() base must be >= 2 and <= 36, or 0");
    if (is_string(text))
        return int_from_text(vm, text, AS(String, text)->chars, AS(String, text)->byte_count, (int)base);
    if (is_kind(text, KIND_BYTES))
        return int_from_text(vm, text, (char *)AS(Bytes, text)->bytes, AS(Bytes, text)->count, (int)base);
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
    return small_int(integer_bit_length(value_integer(args[0])));
}

static Value int_bit_count(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    int64_t number = value_integer(args[0]);
    return small_int(__builtin_popcountll(number < 0 ? -(uint64_t)number : (uint64_t)number));
}

static Value int_itself(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    return small_int(value_integer(args[0]));
}

static Value int_as_integer_ratio(Vm *vm, Value *args, int argc) {
    (void)argc;
    return object_value(tuple_of(vm, 2, small_int(value_integer(args[0])), small_int(1)));
}

static Value int_getnewargs(Vm *vm, Value *args, int argc) {
    (void)argc;
    return object_value(tuple_of(vm, 1, small_int(value_integer(args[0]))));
}

static Value int_round(Vm *vm, Value *args, int argc) {
    int64_t digits;
    if (argc < 2)
        return small_int(value_integer(args[0]));
    if (!value_to_index(vm, args[1], &digits))
        return NOTHING;
    int64_t number = value_integer(args[0]);
    return digits >= 0 ? small_int(number) : integer_round(vm, number, digits);
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
    int64_t length = 1, number = value_integer(args[0]);
    bool big;
    if ((args[1] != NOTHING && !value_to_index(vm, args[1], &length)) ||
        !byte_order_is_big(vm, "to_bytes", args[2], &big))
        return NOTHING;
    int is_signed = args[3] == NOTHING ? 0 : value_truth(vm, args[3]);
    if (is_signed < 0)
        return NOTHING;
    if (length < 0)
        return vm_raise(vm, vm->exceptions.ValueError, "length argument must be non-negative");
    if (length > INT32_MAX)
        return vm_raise(vm, vm->exceptions.OverflowError, "bytes of that length do not fit in memory");
    if (number < 0 && !is_signed)
        return vm_raise(vm, vm->exceptions.OverflowError, "can't convert negative int to unsigned");
    if (length < 8) {
        int64_t bits = 8 * length - (is_signed ? 1 : 0);
        bool fits = bits < 0 ? number == 0 : (number >> bits) == (number < 0 ? -1 : 0);
        if (!fits)
            return vm_raise(vm, vm->exceptions.OverflowError, "int too big to convert");
    }
    Value result = bytes_new(vm, NULL, (size_t)length);
    uint8_t *bytes = AS(Bytes, result)->bytes;
    for (int64_t i = 0; i < length; i++)
        bytes[big ? length - 1 - i : i] = (uint8_t)(number >> (i < 8 ? 8 * i : 63));
    return result;
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
    if (!is_kind(source, KIND_BYTES)) {
        if (is_string(source) || value_is_integer(source))
            return vm_raise(vm, vm->exceptions.TypeError, "cannot convert '%T' object to bytes", source);
        source = vm_call1(vm, object_value(vm->types_by_kind[KIND_BYTES]), source);
        if (source == NOTHING)
            return NOTHING;
    }
    Bytes *bytes = AS(Bytes, source);
    uint32_t count = bytes->count;
#define BYTE(i) bytes->bytes[big ? count - 1 - (i) : (i)]
    bool negative = is_signed && count != 0 && BYTE(count - 1) & 0x80;
    uint64_t number = negative ? ~(uint64_t)0 : 0;
    for (uint32_t i = 0; i < count && i < 8; i++)
        number = (number & ~((uint64_t)0xff << (8 * i))) | (uint64_t)BYTE(i) << (8 * i);
    for (uint32_t i = 8; i < count; i++)
        if (BYTE(i) != (negative ? 0xff : 0))
            return int_overflow(vm);
#undef BYTE
    if (negative != ((number >> 63) != 0))
        return int_overflow(vm);
    Value result = int_value(vm, (int64_t)number);
    if (result == NOTHING || args[0] == object_value(vm->int_type))
        return result;
    return vm_call1(vm, args[0], result);
}

static Value int_real(Vm *vm, Value self) {
    (void)vm;
    return small_int(value_integer(self));
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
    .doc = "int(x=0) or int(text, base=10): an integer, of 63 bits.",
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
