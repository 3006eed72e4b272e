#include "stdlib/types/sequences.h"

#include "vm/call.h"
#include "vm/list.h"

/* *index is an int, of any size. */
static int try_index(Vm *vm, Value key, Value *index) {
    *index = key;
    if (value_is_integer(key))
        return 1;
    Value (*unary)(Vm *, UnaryOperation, Value) = type_of(vm, key)->ops.unary;
    if (unary == NULL)
        return 0;
    Value result = unary(vm, UNOP_INDEX, key);
    if (result == NOTHING)
        return -1;
    if (result == NOT_IMPLEMENTED)
        return 0;
    *index = value_index(vm, result);
    return *index == NOTHING ? -1 : 1;
}

int sequence_try_index(Vm *vm, Value key, int64_t *index) {
    Value number;
    int found = try_index(vm, key, &number);
    if (found > 0)
        *index = value_integer(number);
    return found;
}

int sequence_item_index(Vm *vm, Value key, int64_t *index) {
    Value number;
    int found = try_index(vm, key, &number);
    if (found > 0 && !value_fits_int64(number)) {
        vm_raise(vm, vm->exceptions.IndexError, "cannot fit '%T' into an index-sized integer", key);
        return -1;
    }
    if (found > 0)
        *index = value_integer(number);
    return found;
}

/* One bound of a slice, -1: raised. Bounds count from the end when negative and are clamped to [low, high].
 */
static int slice_bound(Vm *vm, Value v, int64_t length, int64_t low, int64_t high, int64_t *out) {
    if (v == NONE)
        return 0;
    int found = sequence_try_index(vm, v, out);
    if (found == 0)
        vm_raise(vm, vm->exceptions.TypeError,
                 "slice indices must be integers or None or have an __index__ method");
    if (found <= 0)
        return -1;
    if (*out < 0)
        *out += length;
    *out = *out < low ? low : *out > high ? high : *out;
    return 1;
}

bool slice_resolve(Vm *vm, const Slice *slice, int64_t length, SliceRange *out) {
    Value step_value = slice->step;
    out->step = 1;
    if (step_value != NONE) {
        int found = sequence_try_index(vm, step_value, &out->step);
        if (found == 0)
            vm_raise(vm, vm->exceptions.TypeError,
                     "slice indices must be integers or None or have an __index__ method");
        if (found <= 0)
            return false;
        if (out->step == 0) {
            vm_raise(vm, vm->exceptions.ValueError, "slice step cannot be zero");
            return false;
        }
    }
    bool backward = out->step < 0;
    int64_t low = backward ? -1 : 0, high = backward ? length - 1 : length;
    out->start = backward ? high : low;
    out->stop = backward ? low : high;
    if (slice_bound(vm, slice->start, length, low, high, &out->start) < 0 ||
        slice_bound(vm, slice->stop, length, low, high, &out->stop) < 0)
        return false;
    out->count = 0;
    uint64_t distance =
        backward ? (uint64_t)out->start - (uint64_t)out->stop : (uint64_t)out->stop - (uint64_t)out->start;
    uint64_t step = backward ? -(uint64_t)out->step : (uint64_t)out->step;
    if (backward ? out->stop < out->start : out->start < out->stop)
        out->count = step == 1 ? (int64_t)distance : (int64_t)((distance - 1) / step) + 1;
    return true;
}

bool sequence_bounds(Vm *vm, Value start_value, Value stop_value, int64_t length, int64_t *start,
                     int64_t *stop) {
    *start = 0;
    *stop = length;
    return (start_value == NOTHING || slice_bound(vm, start_value, length, 0, length, start) >= 0) &&
           (stop_value == NOTHING || slice_bound(vm, stop_value, length, 0, length, stop) >= 0);
}

static inline int64_t item_count(Value sequence) {
    return is_list(sequence) ? AS(List, sequence)->count : AS(Tuple, sequence)->count;
}

static inline Value item_at(Value sequence, int64_t index) {
    return is_list(sequence) ? AS(List, sequence)->items[index] : AS(Tuple, sequence)->items[index];
}

/* value_equal with both sides rooted, as an item may leave its list meanwhile. */
static int items_equal(Vm *vm, Value a, Value b) {
    if (a == b)
        return 1;
    if (both_small_ints(a, b))
        return 0;
    size_t roots = vm_root_mark(vm);
    vm_root(vm, a);
    vm_root(vm, b);
    int equal = value_equal(vm, a, b);
    vm_root_reset(vm, roots);
    return equal;
}

Value sequence_compare(Vm *vm, Comparison op, Value left, Value right) {
    if (left == right && (op == CMP_EQ || op == CMP_NE))
        return bool_value(op == CMP_EQ);
    if ((op == CMP_EQ || op == CMP_NE) && item_count(left) != item_count(right))
        return bool_value(op == CMP_NE);
    if (!vm_enter_native(vm))
        return NOTHING;
    for (int64_t i = 0; i < item_count(left) && i < item_count(right); i++) {
        Value a = item_at(left, i), b = item_at(right, i);
        int equal = items_equal(vm, a, b);
        if (equal < 0)
            return NOTHING;
        if (equal)
            continue;
        if (op == CMP_EQ || op == CMP_NE)
            return bool_value(op == CMP_NE);
        size_t roots = vm_root_mark(vm);
        vm_root(vm, a);
        vm_root(vm, b);
        Value result = value_compare(vm, op, a, b);
        vm_root_reset(vm, roots);
        return result;
    }
    int64_t a = item_count(left), b = item_count(right);
    switch (op) {
    case CMP_LT: return bool_value(a < b);
    case CMP_LE: return bool_value(a <= b);
    case CMP_EQ: return bool_value(a == b);
    case CMP_NE: return bool_value(a != b);
    case CMP_GT: return bool_value(a > b);
    default: return bool_value(a >= b);
    }
}

int64_t sequence_find(Vm *vm, Value sequence, Value item, int64_t start, int64_t stop) {
    for (int64_t i = start; i < stop && i < item_count(sequence); i++) {
        int equal = items_equal(vm, item_at(sequence, i), item);
        if (equal != 0)
            return equal < 0 ? -2 : i;
    }
    return -1;
}

int64_t sequence_count(Vm *vm, Value sequence, Value item) {
    int64_t found = 0;
    for (int64_t i = 0; i < item_count(sequence); i++) {
        int equal = items_equal(vm, item_at(sequence, i), item);
        if (equal < 0)
            return -1;
        found += equal;
    }
    return found;
}

bool sequence_repr_items(Vm *vm, StringBuilder *out, Value sequence) {
    for (int64_t i = 0; i < item_count(sequence); i++) {
        if (i != 0)
            builder_add_chars(out, ", ", 2);
        Value item = item_at(sequence, i);
        size_t roots = vm_root_mark(vm);
        vm_root(vm, item);
        Value text = value_repr(vm, item);
        vm_root_reset(vm, roots);
        if (text == NOTHING)
            return false;
        builder_add_string(out, AS(String, text));
    }
    return true;
}

Value sequence_unsupported(Vm *vm, BinaryOperator op, Value left, Value right, const char *concatenation) {
    if (op != BINARY_ADD && op != BINARY_MUL)
        return NOT_IMPLEMENTED;
    /* value_binary() has asked plain instances already. */
    Type *type = type_of(vm, right);
    if (type->ops.reflected != NULL && type->instance_kind != KIND_INSTANCE) {
        Value result = type->ops.reflected(vm, op, left, right);
        if (result != NOT_IMPLEMENTED)
            return result;
    }
    if (op == BINARY_ADD)
        return vm_raise(vm, vm->exceptions.TypeError, concatenation, right, left);
    return vm_raise(vm, vm->exceptions.TypeError, "can't multiply sequence by non-int of type '%T'", right);
}

Value sequence_not_repeated(Vm *vm, Value times) {
    if (is_list(times) || is_tuple(times) || is_string(times) || is_bytes_like(times))
        return NOT_IMPLEMENTED;
    return vm_raise(vm, vm->exceptions.TypeError, "can't multiply sequence by non-int of type '%T'", times);
}

int sequence_repetitions(Vm *vm, Value times, int64_t count, int64_t *repetitions) {
    Value number;
    int found = try_index(vm, times, &number);
    if (found <= 0)
        return found;
    if (!value_fits_int64(number)) {
        vm_raise(vm, vm->exceptions.OverflowError, "cannot fit '%T' into an index-sized integer", times);
        return -1;
    }
    *repetitions = value_integer(number);
    if (*repetitions < 0)
        *repetitions = 0;
    int64_t total;
    if (__builtin_mul_overflow(count, *repetitions, &total) || total > (int64_t)1 << 31) {
        vm_raise_value(vm, exception_new(vm, vm->exceptions.MemoryError, NULL));
        return -1;
    }
    return 1;
}

bool readonly_attribute(Vm *vm, Value self, Value value) {
    (void)self, (void)value;
    vm_raise(vm, vm->exceptions.AttributeError, "readonly attribute");
    return false;
}

int repr_enter(Vm *vm, Value container) {
    Obj *object = as_object(container);
    if (object->flags & OBJ_REPR_ACTIVE)
        return 0;
    if (!vm_enter_native(vm))
        return -1;
    object->flags |= OBJ_REPR_ACTIVE;
    return 1;
}

void repr_leave(Value container) {
    as_object(container)->flags &= (uint16_t)~OBJ_REPR_ACTIVE;
}
