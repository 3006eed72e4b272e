/* Binary and unary operators, and comparisons: which operand is asked first, and what is said when neither
 * can. */
#include "vm/call.h"
#include "vm/dict.h"
#include "vm/type_slots.h"
#include "vm/vm.h"

static const char *const SYMBOLS[BINARY_OPERATOR_COUNT] = {"+",  "-",  "*", "/", "//", "%", "** or pow()",
                                                           "<<", ">>", "&", "|", "^",  "@", "divmod()"};
static const char *const IN_PLACE_SYMBOLS[BINARY_OPERATOR_COUNT] = {
    "+=", "-=", "*=", "/=", "//=", "%=", "**=", "<<=", ">>=", "&=", "|=", "^=", "@=", "divmod()"};

/* --- Binary operators ----------------------------------------------------------------------------- */

/* Does the right operand's class, a subclass of the left one's, have its own idea of the reflected operation?
 */
static bool right_comes_first(Vm *vm, BinaryOperator op, Type *left, Type *right) {
    if (!right->ops.reflected || !type_is_subtype(right, left))
        return false;
    String *name = reflected_method_name(vm, op);
    return type_lookup(vm, right, name) != type_lookup(vm, left, name);
}

/* Concatenation and repetition of sequences give way to the other operand's reflected method. */
static bool is_sequence_operation(BinaryOperator op, const Type *left, const Type *right) {
    if ((op != BINARY_ADD && op != BINARY_MUL) || (right->flags & TYPE_NATIVE) || !right->ops.reflected)
        return false;
    switch (left->instance_kind) {
    case KIND_STRING:
    case KIND_BYTES:
    case KIND_BYTEARRAY:
    case KIND_LIST:
    case KIND_TUPLE: return right->instance_kind == KIND_INSTANCE;
    default: return false;
    }
}

static Value try_binary(Vm *vm, BinaryOperator op, Value left, Value right) {
    Type *left_type = type_of(vm, left), *right_type = type_of(vm, right);
    bool reflected_tried = left_type == right_type;
    if (!reflected_tried && (right_comes_first(vm, op, left_type, right_type) ||
                             is_sequence_operation(op, left_type, right_type))) {
        reflected_tried = true;
        Value result = right_type->ops.reflected(vm, op, left, right);
        if (result != NOT_IMPLEMENTED)
            return result;
    }
    if (left_type->ops.binary) {
        Value result = left_type->ops.binary(vm, op, left, right);
        if (result != NOT_IMPLEMENTED)
            return result;
    }
    if (!reflected_tried && right_type->ops.reflected)
        return right_type->ops.reflected(vm, op, left, right);
    return NOT_IMPLEMENTED;
}

static Value raise_unsupported(Vm *vm, const char *symbol, Value left, Value right) {
    return vm_raise(vm, vm->exceptions.TypeError, "unsupported operand type(s) for %s: '%T' and '%T'", symbol,
                    left, right);
}

static bool is_print(Vm *vm, Value v) {
    return is_kind(v, KIND_NATIVE_FUNCTION) && v == dict_get_c(vm, vm->builtins, "print");
}

Value value_binary(Vm *vm, BinaryOperator op, Value left, Value right) {
    size_t mark = vm_root_mark(vm);
    vm_root(vm, left);
    vm_root(vm, right);
    Value result = try_binary(vm, op, left, right);
    vm_root_reset(vm, mark);
    if (result != NOT_IMPLEMENTED)
        return result;
    if (op == BINARY_RSHIFT && is_print(vm, left))
        return vm_raise(vm, vm->exceptions.TypeError,
                        "unsupported operand type(s) for >>: '%T' and '%T'. Did you mean \"print(<message>, "
                        "file=<output_stream>)\"?",
                        left, right);
    return raise_unsupported(vm, SYMBOLS[op], left, right);
}

Value value_in_place(Vm *vm, BinaryOperator op, Value left, Value right) {
    size_t mark = vm_root_mark(vm);
    vm_root(vm, left);
    vm_root(vm, right);
    Value result = NOT_IMPLEMENTED;
    Type *type = type_of(vm, left);
    heap_write_barrier_values(vm->heap, &left, 1);
    if (type->ops.in_place)
        result = type->ops.in_place(vm, op, left, right);
    if (result == NOT_IMPLEMENTED)
        result = try_binary(vm, op, left, right);
    vm_root_reset(vm, mark);
    return result == NOT_IMPLEMENTED ? raise_unsupported(vm, IN_PLACE_SYMBOLS[op], left, right) : result;
}

/* --- Unary operators ------------------------------------------------------------------------------ */

Value value_unary(Vm *vm, UnaryOperation op, Value operand) {
    Type *type = type_of(vm, operand);
    Value result = type->ops.unary ? type->ops.unary(vm, op, operand) : NOT_IMPLEMENTED;
    if (result != NOT_IMPLEMENTED)
        return result;
    Type *type_error = vm->exceptions.TypeError;
    switch (op) {
    case UNOP_NEG: return vm_raise(vm, type_error, "bad operand type for unary -: '%T'", operand);
    case UNOP_POS: return vm_raise(vm, type_error, "bad operand type for unary +: '%T'", operand);
    case UNOP_INVERT: return vm_raise(vm, type_error, "bad operand type for unary ~: '%T'", operand);
    case UNOP_ABS: return vm_raise(vm, type_error, "bad operand type for abs(): '%T'", operand);
    case UNOP_FLOAT:
        return vm_raise(vm, type_error, "float() argument must be a string or a real number, not '%T'",
                        operand);
    case UNOP_INT:
        return vm_raise(vm, type_error,
                        "int() argument must be a string, a bytes-like object or a real number, not '%T'",
                        operand);
    default: return vm_raise(vm, type_error, "'%T' object cannot be interpreted as an integer", operand);
    }
}

/* --- Comparisons ---------------------------------------------------------------------------------- */

static const char *const COMPARISON_SYMBOLS[] = {"<", "<=", "==", "!=", ">", ">="};
static const Comparison SWAPPED[] = {CMP_GT, CMP_GE, CMP_EQ, CMP_NE, CMP_LT, CMP_LE};

static Value try_compare(Vm *vm, Comparison op, Value left, Value right) {
    Type *left_type = type_of(vm, left), *right_type = type_of(vm, right);
    bool right_tried = false;
    Value result;
    if (left_type != right_type && type_is_subtype(right_type, left_type) && right_type->ops.compare) {
        right_tried = true;
        result = right_type->ops.compare(vm, SWAPPED[op], right, left);
        if (result != NOT_IMPLEMENTED)
            return result;
    }
    if (left_type->ops.compare) {
        result = left_type->ops.compare(vm, op, left, right);
        if (result != NOT_IMPLEMENTED)
            return result;
    }
    if (!right_tried && right_type->ops.compare) {
        result = right_type->ops.compare(vm, SWAPPED[op], right, left);
        if (result != NOT_IMPLEMENTED)
            return result;
    }
    if (op == CMP_EQ || op == CMP_NE)
        return bool_value((left == right) == (op == CMP_EQ));
    return vm_raise(vm, vm->exceptions.TypeError, "'%s' not supported between instances of '%T' and '%T'",
                    COMPARISON_SYMBOLS[op], left, right);
}

static bool compare_integers(Comparison op, Value left, Value right) {
    int64_t a = (int64_t)left, b = (int64_t)right;
    switch (op) {
    case CMP_LT: return a < b;
    case CMP_LE: return a <= b;
    case CMP_EQ: return a == b;
    case CMP_NE: return a != b;
    case CMP_GT: return a > b;
    default: return a >= b;
    }
}

Value value_compare(Vm *vm, Comparison op, Value left, Value right) {
    if (both_small_ints(left, right))
        return bool_value(compare_integers(op, left, right));
    if (!vm_enter_native(vm))
        return NOTHING;
    size_t mark = vm_root_mark(vm);
    vm_root(vm, left);
    vm_root(vm, right);
    Value result = try_compare(vm, op, left, right);
    vm_root_reset(vm, mark);
    return result;
}

int value_compare_truth(Vm *vm, Comparison op, Value left, Value right) {
    Value result = value_compare(vm, op, left, right);
    return result == NOTHING ? -1 : value_truth(vm, result);
}

int value_equal(Vm *vm, Value left, Value right) {
    if (left == right)
        return 1;
    if (is_string(left) && is_string(right) && as_object(left)->type == as_object(right)->type &&
        as_object(left)->type == vm->types_by_kind[KIND_STRING])
        return string_equal(AS(String, left), AS(String, right));
    return value_compare_truth(vm, CMP_EQ, left, right);
}
