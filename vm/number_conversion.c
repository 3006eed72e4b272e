/* Numbers in and out of values. */
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

Value int_overflow(Vm *vm) {
    return vm_raise(vm, vm->exceptions.OverflowError, "integers beyond 62 bits are not supported");
}

Value int_value(Vm *vm, int64_t n) {
    return fits_small_int(n) ? small_int(n) : int_overflow(vm);
}

static bool is_boxed_int(Value v) {
    return is_kind(v, KIND_BOXED) && is_small_int(AS(Boxed, v)->payload);
}

bool value_is_integer(Value v) {
    return is_small_int(v) || is_bool(v) || is_boxed_int(v);
}

int64_t value_integer(Value v) {
    if (is_small_int(v))
        return small_int_value(v);
    return is_bool(v) ? v == TRUE_VALUE : small_int_value(AS(Boxed, v)->payload);
}

/* Asks `v` for the number it stands for; NOTHING: raised, NOT_IMPLEMENTED: it has none. */
static Value ask_number(Vm *vm, Value v, UnaryOperation op) {
    Type *type = type_of(vm, v);
    return type->ops.unary ? type->ops.unary(vm, op, v) : NOT_IMPLEMENTED;
}

bool value_to_index(Vm *vm, Value v, int64_t *out) {
    if (!value_is_integer(v)) {
        Value index = ask_number(vm, v, UNOP_INDEX);
        if (index == NOTHING)
            return false;
        if (index == NOT_IMPLEMENTED) {
            vm_raise(vm, vm->exceptions.TypeError, "'%T' object cannot be interpreted as an integer", v);
            return false;
        }
        if (!value_is_integer(index)) {
            vm_raise(vm, vm->exceptions.TypeError, "__index__ returned non-int (type %T)", index);
            return false;
        }
        v = index;
    }
    *out = value_integer(v);
    return true;
}

bool value_to_double(Vm *vm, Value v, double *out) {
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
    *out = is_float(v) ? float_number(v) : (double)value_integer(v);
    return true;
}

/* A hash has 64 bits, a small integer one less: the rare rest is folded into what fits, to the same value
 * every time. */
Value int_from_hash(Vm *vm, int64_t hash) {
    (void)vm;
    return small_int(fits_small_int(hash) ? hash : (int64_t)((uint64_t)hash << 1) >> 1);
}
