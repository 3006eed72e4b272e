/* What list, tuple, str, bytes and range have in common: indices, slices, comparison, repr, concatenation. */
#ifndef BIDE_STDLIB_TYPES_SEQUENCES_H
#define BIDE_STDLIB_TYPES_SEQUENCES_H

#include "vm/vm.h"

/* The index in `key`, an int or anything with __index__; what does not fit is clamped. 1; 0: it is no such
 * thing; -1: raised. */
int sequence_try_index(Vm *vm, Value key, int64_t *index);
/* The same, but what does not fit is an IndexError: for a single item. */
int sequence_item_index(Vm *vm, Value key, int64_t *index);

/* What a slice selects from a sequence of `length`: `count` items, at start, start + step... False: raised.
 */
typedef struct SliceRange {
    int64_t start, stop, step, count;
} SliceRange;
bool slice_resolve(Vm *vm, const Slice *slice, int64_t length, SliceRange *out);

/* The same for a length, and with a result (start, stop, step), of any size. */
bool slice_bounds(Vm *vm, const Slice *slice, Value length, Value out[3]);

/* The optional bounds of index(x, start, stop) and find: absent (NOTHING) or None mean the ends; clamped to
 * [0, length]. False: raised. */
bool sequence_bounds(Vm *vm, Value start_value, Value stop_value, int64_t length, int64_t *start,
                     int64_t *stop);

/* Compares item by item; `left` and `right` are both lists or both tuples, and rooted. Lists may change
 * meanwhile. */
Value sequence_compare(Vm *vm, Comparison op, Value left, Value right);

/* The place of an item equal to `item` in [start, stop) of a list or tuple; -1: none; -2: raised. */
int64_t sequence_find(Vm *vm, Value sequence, Value item, int64_t start, int64_t stop);
/* How many items equal `item`; -1: raised. */
int64_t sequence_count(Vm *vm, Value sequence, Value item);

/* Adds "1, 2, 3" to the builder. False: raised. */
bool sequence_repr_items(Vm *vm, StringBuilder *out, Value sequence);

/* left OP right when `left` is a sequence that cannot do it: `right` may know how, else TypeError in the
 * words of the operator: `concatenation` is the format for + of `right` and `left` ("can only concatenate
 * list (not \"%T\") to list"). */
Value sequence_unsupported(Vm *vm, BinaryOperator op, Value left, Value right, const char *concatenation);

/* TIMES * sequence where TIMES is no integer: TypeError, unless it is a sequence itself, which says so in its
 * own turn. */
Value sequence_not_repeated(Vm *vm, Value times);

/* How often * repeats: never negative. 1; 0: `times` is no integer; -1: raised. MemoryError when `count`
 * items would be too many. */
int sequence_repetitions(Vm *vm, Value times, int64_t count, int64_t *repetitions);

/* Begins and ends the repr of a container that may hold itself. Begin: 1; 0: it is being made already; -1:
 * raised. */
int repr_enter(Vm *vm, Value container);
void repr_leave(Value container);

/* `set` of an attribute that can only be read, in the words for members of range and slice. */
bool readonly_attribute(Vm *vm, Value self, Value value);

/* `X.__class_getitem__` for the containers: list[int], which calls like list and says what it is. */
Value generic_alias_method(Vm *vm, Value *args, int argc);

#endif
