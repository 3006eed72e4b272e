/* range: the numbers of a loop, never all at once in memory. */
#include "stdlib/arguments.h"
#include "stdlib/types/sequences.h"
#include "stdlib/types/types.h"
#include "vm/call.h"
#include "vm/hashing.h"

Value range_new(Vm *vm, int64_t start, int64_t stop, int64_t step) {
    Range *range = heap_allocate(vm->heap, sizeof *range, KIND_RANGE, vm->types_by_kind[KIND_RANGE]);
    range->start = start;
    range->stop = stop;
    range->step = step;
    if (step > 0 && start < stop)
        range->length = (int64_t)(((uint64_t)stop - (uint64_t)start - 1) / (uint64_t)step) + 1;
    else if (step < 0 && start > stop)
        range->length = (int64_t)(((uint64_t)start - (uint64_t)stop - 1) / -(uint64_t)step) + 1;
    return object_value(range);
}

static Value range_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    (void)type;
    int64_t bounds[3] = {0, 0, 1};
    if (!arguments_check_positional(vm, "range", argc, keywords, 1, 3))
        return NOTHING;
    for (int i = 0; i < argc; i++)
        if (!value_to_index(vm, args[i], &bounds[argc == 1 ? 1 : i]))
            return NOTHING;
    if (bounds[2] == 0)
        return vm_raise(vm, vm->exceptions.ValueError, "range() arg 3 must not be zero");
    return range_new(vm, bounds[0], bounds[1], bounds[2]);
}

static Value range_repr(Vm *vm, Value self) {
    Range *range = AS(Range, self);
    if (range->step == 1)
        return object_value(string_format(vm, "range(%l, %l)", range->start, range->stop));
    return object_value(string_format(vm, "range(%l, %l, %l)", range->start, range->stop, range->step));
}

/* Ranges that give the same numbers are equal, however they were written. */
static bool range_hash(Vm *vm, Value self, int64_t *hash) {
    Range *range = AS(Range, self);
    int64_t none_hash;
    if (!value_hash(vm, NONE, &none_hash))
        return false;
    uint64_t accumulator = hash_tuple_begin();
    accumulator = hash_tuple_add(accumulator, hash_integer(range->length));
    accumulator = hash_tuple_add(accumulator, range->length > 0 ? hash_integer(range->start) : none_hash);
    accumulator = hash_tuple_add(accumulator, range->length > 1 ? hash_integer(range->step) : none_hash);
    *hash = hash_tuple_finish(accumulator, 3);
    return true;
}

static Value range_compare(Vm *vm, Comparison op, Value left, Value right) {
    (void)vm;
    if (!is_kind(left, KIND_RANGE) || !is_kind(right, KIND_RANGE) || (op != CMP_EQ && op != CMP_NE))
        return NOT_IMPLEMENTED;
    Range *a = AS(Range, left), *b = AS(Range, right);
    bool equal = a->length == b->length && (a->length == 0 || a->start == b->start) &&
                 (a->length <= 1 || a->step == b->step);
    return bool_value(equal == (op == CMP_EQ));
}

static int64_t range_len(Vm *vm, Value self) {
    (void)vm;
    return AS(Range, self)->length;
}

static int range_truth(Vm *vm, Value self) {
    (void)vm;
    return AS(Range, self)->length != 0;
}

/* Where an integer stands in the range, or -1. */
static int64_t range_place(const Range *range, int64_t number) {
    bool inside = range->step > 0 ? number >= range->start && number < range->stop
                                  : number <= range->start && number > range->stop;
    if (!inside)
        return -1;
    int64_t distance = number - range->start;
    return distance % range->step == 0 ? distance / range->step : -1;
}

/* Where a value that is no int equals a number of the range; -1: nowhere, -2: raised. */
static int64_t range_search(Vm *vm, const Range *range, Value item) {
    for (int64_t i = 0; i < range->length; i++) {
        int equal = value_equal(vm, small_int(range->start + i * range->step), item);
        if (equal != 0)
            return equal < 0 ? -2 : i;
    }
    return -1;
}

static int range_contains(Vm *vm, Value self, Value item) {
    Range *range = AS(Range, self);
    if (is_small_int(item) || is_bool(item))
        return range_place(range, value_integer(item)) >= 0;
    int64_t place = range_search(vm, range, item);
    return place == -2 ? -1 : place >= 0;
}

static Value range_iterator_new(Vm *vm, int64_t start, int64_t step, int64_t count) {
    RangeIterator *iterator = heap_allocate(vm->heap, sizeof *iterator, KIND_RANGE_ITERATOR,
                                            vm->types_by_kind[KIND_RANGE_ITERATOR]);
    iterator->next = start;
    iterator->step = step;
    iterator->remaining = count;
    return object_value(iterator);
}

static Value range_iter(Vm *vm, Value self) {
    Range *range = AS(Range, self);
    return range_iterator_new(vm, range->start, range->step, range->length);
}

static Value range_reversed(Vm *vm, Value *args, int argc) {
    (void)argc;
    Range *range = AS(Range, args[0]);
    return range_iterator_new(vm, range->start + (range->length - 1) * range->step, -range->step,
                              range->length);
}

static Value range_get_item(Vm *vm, Value self, Value key) {
    Range *range = AS(Range, self);
    if (is_kind(key, KIND_SLICE)) {
        SliceRange slice;
        if (!slice_resolve(vm, AS(Slice, key), range->length, &slice))
            return NOTHING;
        int64_t step;
        if (__builtin_mul_overflow(slice.step, range->step, &step) || !fits_small_int(step))
            return int_overflow(vm);
        return range_new(vm, range->start + slice.start * range->step,
                         range->start + slice.stop * range->step, step);
    }
    int64_t index;
    int found = sequence_try_index(vm, key, &index);
    if (found == 0)
        vm_raise(vm, vm->exceptions.TypeError, "range indices must be integers or slices, not %T", key);
    if (found <= 0)
        return NOTHING;
    if (index < 0)
        index += range->length;
    if (index < 0 || index >= range->length)
        return vm_raise(vm, vm->exceptions.IndexError, "range object index out of range");
    return small_int(range->start + index * range->step);
}

static Value range_count(Vm *vm, Value *args, int argc) {
    (void)argc;
    int contained = range_contains(vm, args[0], args[1]);
    return contained < 0 ? NOTHING : small_int(contained);
}

static Value range_index(Vm *vm, Value *args, int argc) {
    (void)argc;
    Range *range = AS(Range, args[0]);
    bool integer = is_small_int(args[1]) || is_bool(args[1]);
    int64_t place = integer ? range_place(range, value_integer(args[1])) : range_search(vm, range, args[1]);
    if (place == -2)
        return NOTHING;
    if (place >= 0)
        return small_int(place);
    if (integer)
        return vm_raise(vm, vm->exceptions.ValueError, "%R is not in range", args[1]);
    return vm_raise(vm, vm->exceptions.ValueError, "sequence.index(x): x not in sequence");
}

static Value range_start(Vm *vm, Value self) {
    (void)vm;
    return small_int(AS(Range, self)->start);
}

static Value range_stop(Vm *vm, Value self) {
    (void)vm;
    return small_int(AS(Range, self)->stop);
}

static Value range_step(Vm *vm, Value self) {
    (void)vm;
    return small_int(AS(Range, self)->step);
}

static const NativeDef range_methods[] = {
    {"count", range_count, 2, 2, 0, NULL},
    {"index", range_index, 2, 2, 0, NULL},
    {"__reversed__", range_reversed, 1, 1, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

static const NativePropertyDef range_properties[] = {
    {"start", range_start, readonly_attribute},
    {"stop", range_stop, readonly_attribute},
    {"step", range_step, readonly_attribute},
    {NULL, NULL, NULL},
};

static const TypeDef range_def = {
    .name = "range",
    .doc = "range(stop) or range(start, stop, step=1): the numbers from start to just before stop.",
    .kind = KIND_RANGE,
    .size = sizeof(Range),
    .flags = TYPE_FINAL,
    .ops =
        {
            .repr = range_repr,
            .hash = range_hash,
            .truth = range_truth,
            .compare = range_compare,
            .len = range_len,
            .get_item = range_get_item,
            .contains = range_contains,
            .iter = range_iter,
        },
    .create = range_create,
    .methods = range_methods,
    .properties = range_properties,
};

void range_type_setup(Vm *vm) {
    type_define_core(vm, KIND_RANGE, &range_def);
}
