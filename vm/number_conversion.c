/* Numbers in and out of values. */
#include "vm/big_int.h"
#include "vm/heap.h"
#include "vm/vm.h"

Value float_value(Vm *vm, double d) {
    Value flonum = flonum_or_nothing(d);
    if (flonum != NOTHING)
        return flonum;
    Float *object = heap_allocate(vm->heap, sizeof *object, KIND_FLOAT, vm->float_type);
    object->number = d;
    return object_value(object);
}

Value int_overflow(Vm *vm, const char *c_type) {
    return vm_raise(vm, vm->exceptions.OverflowError, "Python int too large to convert to C %s", c_type);
}

Value int_value(Vm *vm, int64_t n) {
    if (fits_small_int(n))
        return small_int(n);
    Limb magnitude = n < 0 ? -(uint64_t)n : (uint64_t)n;
    return integer_from_limbs(vm, n < 0, &magnitude, 1);
}

bool value_is_integer(Value v) {
    if (is_kind(v, KIND_BOXED))
        v = AS(Boxed, v)->payload;
    return is_small_int(v) || is_bool(v) || is_big_int(v);
}

static const Limb BEYOND_INT64 = (Limb)1 << 63;

bool value_fits_int64(Value v) {
    v = integer_plain(v);
    if (is_small_int(v))
        return true;
    const BigInt *big = AS(BigInt, v);
    return big->count == 1 && big->limbs[0] < BEYOND_INT64 + big->negative;
}

int64_t value_integer(Value v) {
    v = integer_plain(v);
    if (is_small_int(v))
        return small_int_value(v);
    const BigInt *big = AS(BigInt, v);
    if (big->count > 1 || big->limbs[0] >= BEYOND_INT64)
        return big->negative ? INT64_MIN : INT64_MAX;
    return big->negative ? -(int64_t)big->limbs[0] : (int64_t)big->limbs[0];
}

/* Asks `v` for the number it stands for; NOTHING: raised, NOT_IMPLEMENTED: it has none. */
static Value ask_number(Vm *vm, Value v, UnaryOperation op) {
    Type *type = type_of(vm, v);
    return type->ops.unary ? type->ops.unary(vm, op, v) : NOT_IMPLEMENTED;
}

Value value_index(Vm *vm, Value v) {
    if (value_is_integer(v))
        return v;
    Value index = ask_number(vm, v, UNOP_INDEX);
    if (index == NOT_IMPLEMENTED)
        return vm_raise(vm, vm->exceptions.TypeError, "'%T' object cannot be interpreted as an integer", v);
    if (index != NOTHING && !value_is_integer(index))
        return vm_raise(vm, vm->exceptions.TypeError, "__index__ returned non-int (type %T)", index);
    return index;
}

bool value_to_index(Vm *vm, Value v, int64_t *out) {
    Value index = value_index(vm, v);
    if (index == NOTHING)
        return false;
    if (!value_fits_int64(index)) {
        int_overflow(vm, "ssize_t");
        return false;
    }
    *out = value_integer(index);
    return true;
}

bool value_to_c_int(Vm *vm, Value v, int32_t *out) {
    Value index = value_index(vm, v);
    if (index == NOTHING)
        return false;
    int64_t number = value_integer(index);
    if (number > INT32_MAX || number < INT32_MIN) {
        int_overflow(vm, "int");
        return false;
    }
    *out = (int32_t)number;
    return true;
}

bool value_to_double(Vm *vm, Value v, double *out) {
    if (is_small_int(v)) {
        *out = (double)small_int_value(v);
        return true;
    }
    if (is_kind(v, KIND_BOXED))
        v = AS(Boxed, v)->payload;
    if (!is_float(v) && !value_is_integer(v)) {
        Value number = ask_number(vm, v, UNOP_FLOAT);
        if (number != NOTHING && number != NOT_IMPLEMENTED && is_kind(number, KIND_BOXED))
            number = AS(Boxed, number)->payload;
        if (number == NOTHING)
            return false;
        if (number == NOT_IMPLEMENTED) {
            number = ask_number(vm, v, UNOP_INDEX);
            if (number == NOTHING)
                return false;
            if (number == NOT_IMPLEMENTED || !value_is_integer(number)) {
                vm_raise(vm, vm->exceptions.TypeError, "must be real number, not %T", v);
                return false;
            }
        } else if (!is_float(number)) {
            vm_raise(vm, vm->exceptions.TypeError, "%T.__float__ returned non-float (type %T)", v, number);
            return false;
        }
        v = number;
    }
    if (!is_float(v))
        return integer_to_double(vm, integer_plain(v), out);
    *out = float_number(v);
    return true;
}
