/* What can be computed before the program runs: only what gives the very same value, and nothing large.
 * Whatever would raise is left to raise at its time. */
#include <stdlib.h>

#include "vm/big_int.h"
#include "vm/compiler_internal.h"
#include "vm/memory.h"
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

/* Folds what fits in so many bits, and so do the results but for those of shifts and powers. */
enum { MAX_FOLDED_BITS = 256 };

static Value fold_quotient(Vm *vm, Operator op, Value a, Value b) {
    Value quotient, remainder;
    double number;
    if (b == small_int(0))
        return NOTHING;
    if (op == OPERATOR_DIV)
        return integer_true_divide(vm, a, b, &number) ? float_value(vm, number) : NOTHING;
    if (!integer_divide(vm, a, b, &quotient, &remainder))
        return NOTHING;
    return op == OPERATOR_MOD ? remainder : quotient;
}

static Value fold_integers(Unit *unit, Operator op, Value a, Value b) {
    Vm *vm = unit->vm;
    int64_t bits = integer_bit_length(a);
    if (bits > MAX_FOLDED_BITS || integer_bit_length(b) > MAX_FOLDED_BITS)
        return NOTHING;
    bool counts = is_small_int(b) && small_int_value(b) >= 0 && small_int_value(b) <= MAX_FOLDED_BITS;
    switch (op) {
    case OPERATOR_ADD: return integer_add(vm, a, b);
    case OPERATOR_SUB: return integer_subtract(vm, a, b);
    case OPERATOR_MULT: return integer_multiply(vm, a, b);
    case OPERATOR_FLOOR_DIV:
    case OPERATOR_MOD:
    case OPERATOR_DIV: return fold_quotient(vm, op, a, b);
    case OPERATOR_POW:
        return counts && bits * small_int_value(b) <= MAX_FOLDED_BITS ? integer_power(vm, a, b) : NOTHING;
    case OPERATOR_LSHIFT: return counts ? integer_shift_left(vm, a, (uint64_t)small_int_value(b)) : NOTHING;
    case OPERATOR_RSHIFT: return counts ? integer_shift_right(vm, a, (uint64_t)small_int_value(b)) : NOTHING;
    case OPERATOR_BIT_AND: return integer_bitwise(vm, BINARY_AND, a, b);
    case OPERATOR_BIT_OR: return integer_bitwise(vm, BINARY_OR, a, b);
    case OPERATOR_BIT_XOR: return integer_bitwise(vm, BINARY_XOR, a, b);
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

static bool is_integer(Value v) {
    return is_small_int(v) || is_big_int(v);
}

/* False: no number, or an int for which conversion may fail. */
static bool number(Value v, double *out) {
    if (is_float(v))
        *out = float_number(v);
    else if (is_small_int(v))
        *out = (double)small_int_value(v);
    return is_float(v) || is_small_int(v);
}

Value fold_binary(Unit *unit, Operator op, Value left, Value right) {
    double a, b;
    if (is_integer(left) && is_integer(right))
        return fold_integers(unit, op, left, right);
    if (number(left, &a) && number(right, &b))
        return fold_floats(unit, op, a, b);
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
    if (is_integer(operand))
        return op == UNARY_SUB      ? integer_negate(unit->vm, operand)
               : op == UNARY_INVERT ? integer_invert(unit->vm, operand)
                                    : operand;
    if (is_float(operand) && op == UNARY_SUB)
        return float_value(unit->vm, -float_number(operand));
    return is_float(operand) && op == UNARY_ADD ? operand : NOTHING;
}

/* The parser has refused literals of more digits than may be converted. */
static Value big_literal(Unit *unit, const Text *text, int base) {
    uint8_t *digits = memory_new(text->length, 1);
    for (size_t i = 0; i < text->length; i++) {
        char c = text->chars[i];
        digits[i] = (uint8_t)(c <= '9' ? c - '0' : (c | 32) - 'a' + 10);
    }
    Value value = integer_from_digits(unit->vm, false, digits, text->length, base);
    free(digits);
    return value;
}

Value fold_constant_node(Unit *unit, const Node *node) {
    const ConstantValue *constant = &node->Constant.value;
    switch (constant->kind) {
    case CONSTANT_NONE: return NONE;
    case CONSTANT_TRUE: return TRUE_VALUE;
    case CONSTANT_FALSE: return FALSE_VALUE;
    case CONSTANT_ELLIPSIS: return ELLIPSIS;
    case CONSTANT_INT: return int_value(unit->vm, constant->integer);
    case CONSTANT_BIG_INT: return big_literal(unit, constant->big.digits, constant->big.base);
    case CONSTANT_FLOAT: return float_value(unit->vm, constant->real);
    case CONSTANT_STRING: return object_value(unit_string(unit, constant->text));
    case CONSTANT_BYTES: return bytes_new(unit->vm, constant->text->chars, constant->text->length);
    }
    return NOTHING;
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
