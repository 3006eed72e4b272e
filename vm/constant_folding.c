/* What can be computed before the program runs: only what gives the very same value, and nothing large.
 * Whatever would raise is left to raise at its time. */
#include <math.h>

#include "vm/compiler_internal.h"
#include "vm/set.h"

enum { MAX_FOLDED_BYTES = 4096, MAX_FOLDED_ITEMS = 256 };

bool constant_truth(Value constant) {
    if (is_small_int(constant))
        return small_int_value(constant) != 0;
    if (is_float(constant))
        return float_number(constant) != 0;
    if (constant == NONE || constant == FALSE_VALUE)
        return false;
    if (is_string(constant))
        return AS(String, constant)->byte_count != 0;
    if (is_kind(constant, KIND_BYTES))
        return AS(Bytes, constant)->count != 0;
    if (is_tuple(constant))
        return AS(Tuple, constant)->count != 0;
    return true;
}

static Value integer(int64_t number) {
    return fits_small_int(number) ? small_int(number) : NOTHING;
}

static int64_t floor_divide(int64_t a, int64_t b) {
    int64_t quotient = a / b;
    return a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient;
}

static Value integer_power(int64_t base, int64_t exponent) {
    if (exponent < 0)
        return NOTHING;
    int64_t result = 1;
    for (; exponent > 0; exponent--) {
        if (base == 0 || base == 1)
            return integer(base);
        if (exponent > 128 || __builtin_mul_overflow(result, base, &result))
            return NOTHING;
    }
    return integer(result);
}

static Value fold_integers(Unit *unit, Operator op, int64_t a, int64_t b) {
    int64_t result;
    switch (op) {
    case OPERATOR_ADD: return integer(a + b); /* neither exceeds 63 bits */
    case OPERATOR_SUB: return integer(a - b);
    case OPERATOR_MULT: return __builtin_mul_overflow(a, b, &result) ? NOTHING : integer(result);
    case OPERATOR_FLOOR_DIV: return b == 0 ? NOTHING : integer(floor_divide(a, b));
    case OPERATOR_MOD: return b == 0 ? NOTHING : integer(a - floor_divide(a, b) * b);
    case OPERATOR_DIV: {
        const int64_t exact = (int64_t)1 << 53; /* up to here conversion loses nothing */
        if (b == 0 || a < -exact || a > exact || b < -exact || b > exact)
            return NOTHING;
        return float_value(unit->vm, (double)a / (double)b);
    }
    case OPERATOR_POW: return integer_power(a, b);
    case OPERATOR_LSHIFT:
        if (b < 0 || b > 62 || __builtin_mul_overflow(a, (int64_t)1 << b, &result))
            return NOTHING;
        return integer(result);
    case OPERATOR_RSHIFT: return b < 0 ? NOTHING : integer(a >> (b > 63 ? 63 : b));
    case OPERATOR_BIT_AND: return integer(a & b);
    case OPERATOR_BIT_OR: return integer(a | b);
    case OPERATOR_BIT_XOR: return integer(a ^ b);
    default: return NOTHING;
    }
}

static Value fold_floats(Unit *unit, Operator op, double a, double b) {
    switch (op) {
    case OPERATOR_ADD: return float_value(unit->vm, a + b);
    case OPERATOR_SUB: return float_value(unit->vm, a - b);
    case OPERATOR_MULT: return float_value(unit->vm, a * b);
    case OPERATOR_DIV: return b == 0 ? NOTHING : float_value(unit->vm, a / b);
    default: return NOTHING;
    }
}

static Value fold_string_concatenation(Unit *unit, const String *a, const String *b) {
    size_t length = (size_t)a->byte_count + b->byte_count;
    if (length > MAX_FOLDED_BYTES)
        return NOTHING;
    char chars[MAX_FOLDED_BYTES];
    memcpy(chars, a->chars, a->byte_count);
    memcpy(chars + a->byte_count, b->chars, b->byte_count);
    return object_value(string_intern_chars(unit->vm, chars, length));
}

static Value fold_string_repetition(Unit *unit, const String *string, int64_t times) {
    if (times < 0)
        times = 0;
    if (times > MAX_FOLDED_BYTES || (size_t)times * string->byte_count > MAX_FOLDED_BYTES)
        return NOTHING;
    char chars[MAX_FOLDED_BYTES];
    for (int64_t i = 0; i < times; i++)
        memcpy(chars + (size_t)i * string->byte_count, string->chars, string->byte_count);
    return object_value(string_intern_chars(unit->vm, chars, (size_t)times * string->byte_count));
}

static Value fold_tuple_repetition(Unit *unit, const Tuple *tuple, int64_t times) {
    if (times < 0)
        times = 0;
    if (times > MAX_FOLDED_ITEMS || times * tuple->count > MAX_FOLDED_ITEMS)
        return NOTHING;
    Value items[MAX_FOLDED_ITEMS];
    for (int64_t i = 0; i < times; i++)
        memcpy(items + i * tuple->count, tuple->items, (size_t)tuple->count * sizeof(Value));
    return object_value(tuple_new(unit->vm, items, times * tuple->count));
}

static bool is_number(Value v) {
    return is_small_int(v) || is_float(v);
}

static double number(Value v) {
    return is_small_int(v) ? (double)small_int_value(v) : float_number(v);
}

Value fold_binary(Unit *unit, Operator op, Value left, Value right) {
    if (both_small_ints(left, right))
        return fold_integers(unit, op, small_int_value(left), small_int_value(right));
    if (is_number(left) && is_number(right))
        return fold_floats(unit, op, number(left), number(right));
    if (op == OPERATOR_ADD && is_string(left) && is_string(right))
        return fold_string_concatenation(unit, AS(String, left), AS(String, right));
    if (op == OPERATOR_MULT && is_string(left) && is_small_int(right))
        return fold_string_repetition(unit, AS(String, left), small_int_value(right));
    if (op == OPERATOR_MULT && is_tuple(left) && is_small_int(right))
        return fold_tuple_repetition(unit, AS(Tuple, left), small_int_value(right));
    return NOTHING;
}

Value fold_unary(Unit *unit, UnaryOperator op, Value operand) {
    if (op == UNARY_NOT)
        return bool_value(!constant_truth(operand));
    if (is_small_int(operand)) {
        int64_t n = small_int_value(operand);
        return op == UNARY_SUB ? integer(-n) : op == UNARY_INVERT ? integer(~n) : operand;
    }
    if (is_float(operand) && op == UNARY_SUB)
        return float_value(unit->vm, -float_number(operand));
    return is_float(operand) && op == UNARY_ADD ? operand : NOTHING;
}

Value fold_constant_node(Unit *unit, const Node *node) {
    const ConstantValue *constant = &node->Constant.value;
    switch (constant->kind) {
    case CONSTANT_NONE: return NONE;
    case CONSTANT_TRUE: return TRUE_VALUE;
    case CONSTANT_FALSE: return FALSE_VALUE;
    case CONSTANT_ELLIPSIS: return ELLIPSIS;
    case CONSTANT_INT:
        if (fits_small_int(constant->integer))
            return small_int(constant->integer);
        break;
    case CONSTANT_BIG_INT: break;
    case CONSTANT_FLOAT: return float_value(unit->vm, constant->real);
    case CONSTANT_STRING: return object_value(unit_string(unit, constant->text));
    case CONSTANT_BYTES: return bytes_new(unit->vm, constant->text->chars, constant->text->length);
    }
    compile_error(unit, "integers of more than 62 bits are not supported yet");
    return small_int(0);
}

static Value fold_tuple(Unit *unit, NodeList items) {
    Tuple *tuple = tuple_new(unit->vm, NULL, items.count);
    for (int32_t i = 0; i < items.count; i++) {
        tuple->items[i] = fold_expression(unit, items.items[i]);
        if (tuple->items[i] == NOTHING)
            return NOTHING;
    }
    return object_value(tuple);
}

static bool may_fold(const Node *node) {
    switch (node->kind) {
    case NODE_CONSTANT: return true;
    case NODE_UNARY_OP: return may_fold(node->UnaryOp.operand);
    case NODE_BIN_OP: return may_fold(node->BinOp.right) && may_fold(node->BinOp.left);
    case NODE_TUPLE:
        for (int32_t i = 0; i < node->Tuple.elts.count; i++) {
            if (!may_fold(node->Tuple.elts.items[i]))
                return false;
        }
        return true;
    default: return false;
    }
}

Value fold_expression(Unit *unit, const Node *node) {
    if (!may_fold(node))
        return NOTHING;
    switch (node->kind) {
    case NODE_CONSTANT: return fold_constant_node(unit, node);
    case NODE_TUPLE: return fold_tuple(unit, node->Tuple.elts);
    case NODE_UNARY_OP: {
        Value operand = fold_expression(unit, node->UnaryOp.operand);
        return operand == NOTHING ? NOTHING : fold_unary(unit, node->UnaryOp.op, operand);
    }
    default: {
        Value left = fold_expression(unit, node->BinOp.left);
        Value right = fold_expression(unit, node->BinOp.right);
        return left == NOTHING || right == NOTHING ? NOTHING : fold_binary(unit, node->BinOp.op, left, right);
    }
    }
}
