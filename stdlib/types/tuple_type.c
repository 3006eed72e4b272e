/* tuple. */
#include "stdlib/arguments.h"
#include "stdlib/types/sequences.h"
#include "stdlib/types/types.h"
#include "vm/call.h"
#include "vm/hashing.h"
#include "vm/key.h"
#include "vm/list.h"

static Value tuple_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    bool plain = type == vm->types_by_kind[KIND_TUPLE];
    int given = arguments_check_new(vm, "tuple", type, argc, keywords, 0, 1);
    if (given < 0)
        return NOTHING;
    Tuple *items = given == 0 ? vm->empty_tuple : tuple_from_iterable(vm, args[0]);
    if (items == NULL || plain)
        return items == NULL ? NOTHING : object_value(items);
    size_t size = sizeof(Tuple) + (size_t)items->count * sizeof(Value);
    Tuple *tuple = heap_allocate(vm->heap, size, KIND_TUPLE, type);
    tuple->count = items->count;
    memcpy(tuple->items, items->items, (size_t)items->count * sizeof(Value));
    return object_value(tuple);
}

static Value tuple_repr(Vm *vm, Value self) {
    Tuple *tuple = AS(Tuple, self);
    if (tuple->count == 0)
        return string_value(vm, "()");
    int entered = repr_enter(vm, self);
    if (entered <= 0)
        return entered < 0 ? NOTHING : string_value(vm, "(...)");
    StringBuilder out;
    builder_init(&out);
    builder_add_char(&out, '(');
    bool fine = sequence_repr_items(vm, &out, self);
    repr_leave(self);
    if (!fine) {
        builder_free(&out);
        return NOTHING;
    }
    builder_add_c(&out, tuple->count == 1 ? ",)" : ")");
    return builder_finish(vm, &out);
}

static bool tuple_hash(Vm *vm, Value self, int64_t *hash) {
    Tuple *tuple = AS(Tuple, self);
    if (!vm_enter_native(vm))
        return false;
    uint64_t accumulator = hash_tuple_begin();
    for (int64_t i = 0; i < tuple->count; i++) {
        int64_t item_hash;
        if (!key_hash_quickly(vm, tuple->items[i], &item_hash) &&
            !value_hash(vm, tuple->items[i], &item_hash))
            return false;
        accumulator = hash_tuple_add(accumulator, item_hash);
    }
    *hash = hash_tuple_finish(accumulator, tuple->count);
    return true;
}

static int64_t tuple_len(Vm *vm, Value self) {
    (void)vm;
    return AS(Tuple, self)->count;
}

static int tuple_truth(Vm *vm, Value self) {
    (void)vm;
    return AS(Tuple, self)->count != 0;
}

static Value tuple_compare(Vm *vm, Comparison op, Value left, Value right) {
    if (!is_tuple(left) || !is_tuple(right))
        return NOT_IMPLEMENTED;
    return sequence_compare(vm, op, left, right);
}

static int tuple_contains(Vm *vm, Value self, Value item) {
    int64_t index = sequence_find(vm, self, item, 0, INT64_MAX);
    return index == -2 ? -1 : index >= 0;
}

static Value tuple_iter(Vm *vm, Value self) {
    SequenceIterator *iterator = heap_allocate(vm->heap, sizeof *iterator, KIND_TUPLE_ITERATOR,
                                               vm->types_by_kind[KIND_TUPLE_ITERATOR]);
    iterator->sequence = self;
    return object_value(iterator);
}

static Value tuple_get_item(Vm *vm, Value self, Value key) {
    Tuple *tuple = AS(Tuple, self);
    if (is_kind(key, KIND_SLICE)) {
        SliceRange range;
        if (!slice_resolve(vm, AS(Slice, key), tuple->count, &range))
            return NOTHING;
        if (range.step == 1 && range.count == tuple->count &&
            tuple->head.type == vm->types_by_kind[KIND_TUPLE])
            return self;
        Tuple *result = tuple_new(vm, NULL, range.count);
        for (int64_t i = 0; i < range.count; i++)
            result->items[i] = tuple->items[range.start + i * range.step];
        return object_value(result);
    }
    int64_t index;
    int found = sequence_item_index(vm, key, &index);
    if (found == 0)
        vm_raise(vm, vm->exceptions.TypeError, "tuple indices must be integers or slices, not %T", key);
    if (found <= 0)
        return NOTHING;
    if (index < 0)
        index += tuple->count;
    if (index < 0 || index >= tuple->count)
        return vm_raise(vm, vm->exceptions.IndexError, "tuple index out of range");
    return tuple->items[index];
}

static Value tuple_repeat(Vm *vm, Tuple *tuple, Value times_value) {
    int64_t times;
    int found = sequence_repetitions(vm, times_value, tuple->count, &times);
    if (found <= 0)
        return found < 0 ? NOTHING : NOT_IMPLEMENTED;
    if (times == 1 && tuple->head.type == vm->types_by_kind[KIND_TUPLE])
        return object_value(tuple);
    Tuple *result = tuple_new(vm, NULL, tuple->count * times);
    if (tuple->count != 0)
        for (int64_t i = 0; i < times; i++)
            memcpy(result->items + i * tuple->count, tuple->items, (size_t)tuple->count * sizeof(Value));
    return object_value(result);
}

static Value tuple_binary(Vm *vm, BinaryOperator op, Value left, Value right) {
    if (op == BINARY_ADD && is_tuple(left) && is_tuple(right)) {
        Tuple *a = AS(Tuple, left), *b = AS(Tuple, right);
        Tuple *result = tuple_new(vm, NULL, a->count + b->count);
        memcpy(result->items, a->items, (size_t)a->count * sizeof(Value));
        memcpy(result->items + a->count, b->items, (size_t)b->count * sizeof(Value));
        return object_value(result);
    }
    if (op == BINARY_MUL && is_tuple(left)) {
        Value result = tuple_repeat(vm, AS(Tuple, left), right);
        if (result != NOT_IMPLEMENTED)
            return result;
    }
    return sequence_unsupported(vm, op, left, right, "can only concatenate tuple (not \"%T\") to tuple");
}

static Value tuple_reflected(Vm *vm, BinaryOperator op, Value left, Value right) {
    if (op != BINARY_MUL || !is_tuple(right))
        return NOT_IMPLEMENTED;
    Value result = tuple_repeat(vm, AS(Tuple, right), left);
    return result != NOT_IMPLEMENTED ? result : sequence_not_repeated(vm, left);
}

static Value tuple_method_index(Vm *vm, Value *args, int argc) {
    int64_t start, stop;
    Tuple *tuple = AS(Tuple, args[0]);
    for (int i = 2; i < argc; i++) {
        int found = args[i] == NONE ? 0 : sequence_try_index(vm, args[i], &start);
        if (found == 0)
            vm_raise(vm, vm->exceptions.TypeError,
                     "slice indices must be integers or have an __index__ method");
        if (found <= 0)
            return NOTHING;
    }
    if (!sequence_bounds(vm, argc > 2 ? args[2] : NOTHING, argc > 3 ? args[3] : NOTHING, tuple->count, &start,
                         &stop))
        return NOTHING;
    int64_t index = sequence_find(vm, args[0], args[1], start, stop);
    if (index == -2)
        return NOTHING;
    if (index == -1)
        return vm_raise(vm, vm->exceptions.ValueError, "tuple.index(x): x not in tuple");
    return small_int(index);
}

static Value tuple_method_count(Vm *vm, Value *args, int argc) {
    (void)argc;
    int64_t count = sequence_count(vm, args[0], args[1]);
    return count < 0 ? NOTHING : small_int(count);
}

static Value tuple_getnewargs(Vm *vm, Value *args, int argc) {
    (void)argc;
    Tuple *tuple = AS(Tuple, args[0]);
    return object_value(tuple_of(vm, 1, object_value(tuple_new(vm, tuple->items, tuple->count))));
}

static const NativeDef tuple_methods[] = {
    {"count", tuple_method_count, 2, 2, 0, NULL},
    {"index", tuple_method_index, 2, 4, 0, NULL},
    {"__getnewargs__", tuple_getnewargs, 1, 1, 0, NULL},
    {"__class_getitem__", generic_alias_method, 2, 2, NATIVE_CLASS, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

static const TypeDef tuple_def = {
    .name = "tuple",
    .doc = "tuple(iterable=()): a sequence that cannot change.",
    .kind = KIND_TUPLE,
    .ops =
        {
            .repr = tuple_repr,
            .hash = tuple_hash,
            .truth = tuple_truth,
            .compare = tuple_compare,
            .len = tuple_len,
            .get_item = tuple_get_item,
            .contains = tuple_contains,
            .iter = tuple_iter,
            .binary = tuple_binary,
            .reflected = tuple_reflected,
        },
    .create = tuple_create,
    .methods = tuple_methods,
};

void tuple_type_setup(Vm *vm) {
    type_define_core(vm, KIND_TUPLE, &tuple_def);
}
