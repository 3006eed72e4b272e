/* range: the numbers of a loop, never all at once in memory. */
#include "stdlib/arguments.h"
#include "stdlib/stdlib_state.h"
#include "stdlib/types/iterators.h"
#include "stdlib/types/sequences.h"
#include "stdlib/types/types.h"
#include "vm/big_int.h"
#include "vm/hashing.h"
#include "vm/heap.h"

/* How many numbers there are from start to just before stop. */
static Value count_numbers(Vm *vm, Value start, Value stop, Value step) {
    bool forward = integer_sign(step) > 0;
    if (integer_compare(start, stop) * (forward ? 1 : -1) >= 0)
        return small_int(0);
    Value distance = integer_subtract(vm, stop, start), quotient, rest;
    if (distance == NOTHING)
        return NOTHING;
    distance = integer_subtract(vm, distance, small_int(forward ? 1 : -1));
    if (distance == NOTHING || !integer_divide(vm, distance, step, &quotient, &rest))
        return NOTHING;
    return integer_add(vm, quotient, small_int(1));
}

/* The same for small ints. */
static Value count_small_numbers(Vm *vm, int64_t start, int64_t stop, int64_t step) {
    uint64_t length = 0;
    if (step == 1) /* most of them: spare the division */
        length = start < stop ? (uint64_t)(stop - start) : 0;
    else if (step > 0 && start < stop)
        length = (uint64_t)(stop - start - 1) / (uint64_t)step + 1;
    else if (step < 0 && start > stop)
        length = (uint64_t)(start - stop - 1) / (uint64_t)-step + 1;
    return integer_from_unsigned(vm, length);
}

static Value range_new(Vm *vm, Value start, Value stop, Value step) {
    Value length = start & stop & step & 1 ? count_small_numbers(vm, small_int_value(start),
                                                                 small_int_value(stop), small_int_value(step))
                                           : count_numbers(vm, start, stop, step);
    if (length == NOTHING)
        return NOTHING;
    Range *range = heap_allocate_raw(vm->heap, sizeof *range, KIND_RANGE, vm->types_by_kind[KIND_RANGE]);
    range->start = start;
    range->stop = stop;
    range->step = step;
    range->length = length;
    return object_value(range);
}

static Value range_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    (void)type;
    Value bounds[3] = {small_int(0), small_int(0), small_int(1)};
    if (!arguments_check_positional(vm, "range", argc, keywords, 1, 3))
        return NOTHING;
    size_t mark = vm_root_mark(vm);
    for (int i = 0; i < argc; i++) {
        Value number = args[i];
        if (!is_small_int(number)) {
            number = integer_from_index(vm, number);
            if (number == NOTHING)
                return NOTHING;
            vm_root(vm, number);
        }
        bounds[argc == 1 ? 1 : i] = number;
    }
    vm_root_reset(vm, mark);
    if (bounds[2] == small_int(0))
        return vm_raise(vm, vm->exceptions.ValueError, "range() arg 3 must not be zero");
    return range_new(vm, bounds[0], bounds[1], bounds[2]);
}

static Value range_repr(Vm *vm, Value self) {
    Range *range = AS(Range, self);
    String *text = range->step == small_int(1)
                       ? string_format(vm, "range(%R, %R)", range->start, range->stop)
                       : string_format(vm, "range(%R, %R, %R)", range->start, range->stop, range->step);
    return vm_has_exception(vm) ? NOTHING : object_value(text);
}

/* Ranges that give the same numbers are equal, however they were written. */
static bool range_hash(Vm *vm, Value self, int64_t *hash) {
    Range *range = AS(Range, self);
    int64_t none_hash;
    if (!value_hash(vm, NONE, &none_hash))
        return false;
    bool any = range->length != small_int(0), several = any && range->length != small_int(1);
    uint64_t accumulator = hash_tuple_begin();
    accumulator = hash_tuple_add(accumulator, integer_hash(range->length));
    accumulator = hash_tuple_add(accumulator, any ? integer_hash(range->start) : none_hash);
    accumulator = hash_tuple_add(accumulator, several ? integer_hash(range->step) : none_hash);
    *hash = hash_tuple_finish(accumulator, 3);
    return true;
}

static Value range_compare(Vm *vm, Comparison op, Value left, Value right) {
    (void)vm;
    if (!is_kind(left, KIND_RANGE) || !is_kind(right, KIND_RANGE) || (op != CMP_EQ && op != CMP_NE))
        return NOT_IMPLEMENTED;
    Range *a = AS(Range, left), *b = AS(Range, right);
    bool any = a->length != small_int(0), several = any && a->length != small_int(1);
    bool equal = integer_compare(a->length, b->length) == 0 &&
                 (!any || integer_compare(a->start, b->start) == 0) &&
                 (!several || integer_compare(a->step, b->step) == 0);
    return bool_value(equal == (op == CMP_EQ));
}

static int64_t range_len(Vm *vm, Value self) {
    Value length = AS(Range, self)->length;
    if (value_fits_int64(length))
        return value_integer(length);
    int_overflow(vm, "ssize_t");
    return -1;
}

static int range_truth(Vm *vm, Value self) {
    (void)vm;
    return AS(Range, self)->length != small_int(0);
}

/* The number at `index`, which need not be in the range. */
static Value number_at(Vm *vm, const Range *range, Value index) {
    Value distance = integer_multiply(vm, index, range->step);
    return distance == NOTHING ? NOTHING : integer_add(vm, range->start, distance);
}

/* Where an integer stands in the range; NONE: nowhere. */
static Value range_place(Vm *vm, const Range *range, Value number) {
    bool forward = integer_sign(range->step) > 0;
    int from_start = integer_compare(number, range->start), from_stop = integer_compare(number, range->stop);
    if (forward ? from_start < 0 || from_stop >= 0 : from_start > 0 || from_stop <= 0)
        return NONE;
    Value distance = integer_subtract(vm, number, range->start), quotient, rest;
    if (distance == NOTHING || !integer_divide(vm, distance, range->step, &quotient, &rest))
        return NOTHING;
    return rest == small_int(0) ? quotient : NONE;
}

/* Where a value that is no int equals a number of the range: tried one by one. */
static Value range_search(Vm *vm, Value self, Value item) {
    const Range *range = AS(Range, self);
    size_t mark = vm_root_mark(vm);
    vm_root(vm, self);
    vm_root(vm, item);
    Value place = small_int(0);
    int equal = 0;
    while (equal == 0 && place != NOTHING && integer_compare(place, range->length) < 0) {
        Value number = number_at(vm, range, place);
        vm_root(vm, number);
        vm_root(vm, place);
        equal = number == NOTHING || (vm->interrupts && !vm_check_interrupts(vm))
                    ? -1
                    : value_equal(vm, number, item);
        if (equal == 0)
            place = integer_add(vm, place, small_int(1));
        vm_root_reset(vm, mark + 2);
    }
    vm_root_reset(vm, mark);
    return equal < 0 || place == NOTHING ? NOTHING : equal ? place : NONE;
}

static bool is_plain_integer(Value v) {
    return is_small_int(v) || is_bool(v) || is_big_int(v);
}

static Value range_find(Vm *vm, Value self, Value item) {
    return is_plain_integer(item) ? range_place(vm, AS(Range, self), integer_plain(item))
                                  : range_search(vm, self, item);
}

static int range_contains(Vm *vm, Value self, Value item) {
    Value place = range_find(vm, self, item);
    return place == NOTHING ? -1 : place != NONE;
}

/* --- Iterators ------------------------------------------------------------------------------------ */

/* Of a range beyond small ints. */
typedef struct LongRangeIterator {
    Obj head;
    Value next, step, remaining;
} LongRangeIterator;

static void long_iterator_trace(Heap *heap, Obj *self) {
    heap_mark_values(heap, &((LongRangeIterator *)self)->next, 3);
}

static const NativeLayout long_iterator_layout = {"longrange_iterator", sizeof(LongRangeIterator),
                                                  long_iterator_trace, NULL};

static Value long_iterator_next(Vm *vm, Value self) {
    LongRangeIterator *iterator = AS(LongRangeIterator, self);
    if (iterator->remaining == small_int(0))
        return NOTHING;
    Value number = iterator->next, next = integer_add(vm, number, iterator->step);
    Value remaining = integer_subtract(vm, iterator->remaining, small_int(1));
    if (next == NOTHING || remaining == NOTHING)
        return NOTHING;
    iterator->next = next;
    iterator->remaining = remaining;
    return number;
}

static Value long_iterator_length_hint(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    return AS(LongRangeIterator, args[0])->remaining;
}

static const NativeDef long_iterator_methods[] = {
    {"__length_hint__", long_iterator_length_hint, 1, 1, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

static const TypeDef long_iterator_def = {
    .name = "longrange_iterator",
    .kind = KIND_NATIVE,
    .layout = &long_iterator_layout,
    .size = sizeof(LongRangeIterator),
    .flags = TYPE_FINAL | TYPE_NO_INSTANCES,
    .ops = {.iter = iterator_itself, .next = long_iterator_next},
    .methods = long_iterator_methods,
};

static Value range_iterator_new(Vm *vm, bool small, Value start, Value step, Value count) {
    if (!small) {
        LongRangeIterator *iterator = type_allocate(vm, stdlib_state(vm)->long_range_iterator_type);
        iterator->next = start;
        iterator->step = step;
        iterator->remaining = count;
        return object_value(iterator);
    }
    RangeIterator *iterator = heap_allocate(vm->heap, sizeof *iterator, KIND_RANGE_ITERATOR,
                                            vm->types_by_kind[KIND_RANGE_ITERATOR]);
    iterator->next = small_int_value(start);
    iterator->step = small_int_value(step);
    iterator->remaining = small_int_value(count);
    return object_value(iterator);
}

static Value range_iter(Vm *vm, Value self) {
    Range *range = AS(Range, self);
    return range_iterator_new(vm, range_is_small(range), range->start, range->step, range->length);
}

static Value range_reversed(Vm *vm, Value *args, int argc) {
    (void)argc;
    Range *range = AS(Range, args[0]);
    Value last = integer_subtract(vm, range->length, small_int(1));
    Value start = last == NOTHING ? NOTHING : number_at(vm, range, last);
    Value step = integer_negate(vm, range->step);
    if (start == NOTHING || step == NOTHING)
        return NOTHING;
    return range_iterator_new(vm, range_is_small(range) && both_small_ints(start, step), start, step,
                              range->length);
}

/* --- Items ---------------------------------------------------------------------------------------- */

static Value range_slice(Vm *vm, const Range *range, const Slice *slice) {
    Value bounds[3], numbers[2];
    if (!slice_bounds(vm, slice, range->length, bounds))
        return NOTHING;
    for (int i = 0; i < 2; i++) {
        numbers[i] = number_at(vm, range, bounds[i]);
        if (numbers[i] == NOTHING)
            return NOTHING;
    }
    Value step = integer_multiply(vm, bounds[2], range->step);
    return step == NOTHING ? NOTHING : range_new(vm, numbers[0], numbers[1], step);
}

static Value range_get_item(Vm *vm, Value self, Value key) {
    Range *range = AS(Range, self);
    size_t mark = vm_root_mark(vm);
    vm_root(vm, self);
    if (is_kind(key, KIND_SLICE)) {
        Value part = range_slice(vm, range, AS(Slice, key));
        vm_root_reset(vm, mark);
        return part;
    }
    bool indexable = value_is_integer(key) || type_of(vm, key)->ops.unary;
    Value index = indexable ? type_of(vm, key)->ops.unary(vm, UNOP_INDEX, key) : NOT_IMPLEMENTED;
    vm_root_reset(vm, mark);
    if (index == NOT_IMPLEMENTED)
        return vm_raise(vm, vm->exceptions.TypeError, "range indices must be integers or slices, not %T",
                        key);
    if (index == NOTHING)
        return NOTHING;
    index = integer_plain(index);
    if (integer_sign(index) < 0)
        index = integer_add(vm, index, range->length);
    if (index == NOTHING)
        return NOTHING;
    if (integer_sign(index) < 0 || integer_compare(index, range->length) >= 0)
        return vm_raise(vm, vm->exceptions.IndexError, "range object index out of range");
    return number_at(vm, range, index);
}

static Value range_count(Vm *vm, Value *args, int argc) {
    (void)argc;
    int contained = range_contains(vm, args[0], args[1]);
    return contained < 0 ? NOTHING : small_int(contained);
}

static Value range_index(Vm *vm, Value *args, int argc) {
    (void)argc;
    Value place = range_find(vm, args[0], args[1]);
    if (place != NONE)
        return place;
    if (is_plain_integer(args[1]))
        return vm_raise(vm, vm->exceptions.ValueError, "%R is not in range", args[1]);
    return vm_raise(vm, vm->exceptions.ValueError, "sequence.index(x): x not in sequence");
}

static Value range_start(Vm *vm, Value self) {
    (void)vm;
    return AS(Range, self)->start;
}

static Value range_stop(Vm *vm, Value self) {
    (void)vm;
    return AS(Range, self)->stop;
}

static Value range_step(Vm *vm, Value self) {
    (void)vm;
    return AS(Range, self)->step;
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
    stdlib_state(vm)->long_range_iterator_type = native_type_new(vm, &long_iterator_def, NULL);
}
