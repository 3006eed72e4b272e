/* list. Whatever calls into scripts may find the list changed afterwards, so counts and items are read anew.
 */
#include "stdlib/arguments.h"
#include "stdlib/types/iterators.h"
#include "stdlib/types/list_sort.h"
#include "stdlib/types/sequences.h"
#include "stdlib/types/types.h"
#include "vm/call.h"
#include "vm/list.h"

static Value list_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    (void)args, (void)argc, (void)keywords;
    return object_value(type_allocate(vm, type));
}

static void list_clear(Vm *vm, List *list) {
    list_remove_range(vm, list, 0, list->count);
}

static bool list_initialize(Vm *vm, Value self, Value *args, int argc, Tuple *keywords) {
    /* A derived class with a __new__ of its own may take keywords there. */
    bool own = type_of(vm, self)->allocator != NOTHING;
    argc -= keywords != NULL && own ? (int)keywords->count : 0;
    if (!arguments_check_positional(vm, "list", argc, own ? NULL : keywords, 0, 1))
        return false;
    List *list = AS(List, self);
    list_clear(vm, list);
    return argc == 0 || list_extend(vm, list, args[0]);
}

static Value list_repr(Vm *vm, Value self) {
    if (AS(List, self)->count == 0)
        return string_value(vm, "[]");
    int entered = repr_enter(vm, self);
    if (entered <= 0)
        return entered < 0 ? NOTHING : string_value(vm, "[...]");
    StringBuilder out;
    builder_init(&out);
    builder_add_char(&out, '[');
    bool fine = sequence_repr_items(vm, &out, self);
    repr_leave(self);
    if (!fine) {
        builder_free(&out);
        return NOTHING;
    }
    builder_add_char(&out, ']');
    return builder_finish(vm, &out);
}

static int64_t list_len(Vm *vm, Value self) {
    (void)vm;
    return AS(List, self)->count;
}

static int list_truth(Vm *vm, Value self) {
    (void)vm;
    return AS(List, self)->count != 0;
}

static Value list_compare(Vm *vm, Comparison op, Value left, Value right) {
    if (!is_list(left) || !is_list(right))
        return NOT_IMPLEMENTED;
    return sequence_compare(vm, op, left, right);
}

static int list_contains(Vm *vm, Value self, Value item) {
    int64_t index = sequence_find(vm, self, item, 0, INT64_MAX);
    return index == -2 ? -1 : index >= 0;
}

static Value list_iter(Vm *vm, Value self) {
    SequenceIterator *iterator =
        heap_allocate(vm->heap, sizeof *iterator, KIND_LIST_ITERATOR, vm->types_by_kind[KIND_LIST_ITERATOR]);
    iterator->sequence = self;
    return object_value(iterator);
}

/* --- Items and slices ----------------------------------------------------------------------------- */

/* 1: `key` is an index, or (0) a slice; -1: raised. */
static int list_key(Vm *vm, Value key, int64_t *index) {
    if (is_kind(key, KIND_SLICE))
        return 0;
    int found = sequence_item_index(vm, key, index);
    if (found == 0)
        vm_raise(vm, vm->exceptions.TypeError, "list indices must be integers or slices, not %T", key);
    return found <= 0 ? -1 : 1;
}

static Value list_get_item(Vm *vm, Value self, Value key) {
    List *list = AS(List, self);
    int64_t index;
    int found = list_key(vm, key, &index);
    if (found < 0)
        return NOTHING;
    if (found) {
        if (index < 0)
            index += list->count;
        if (index < 0 || index >= list->count)
            return vm_raise(vm, vm->exceptions.IndexError, "list index out of range");
        return list->items[index];
    }
    SliceRange range;
    if (!slice_resolve(vm, AS(Slice, key), list->count, &range))
        return NOTHING;
    List *result = list_new(vm, range.count);
    if (range.step == 1 && range.count != 0)
        memcpy(result->items, list->items + range.start, (size_t)range.count * sizeof(Value));
    else
        for (int64_t i = 0; i < range.count; i++)
            result->items[i] = list->items[range.start + i * range.step];
    result->count = range.count;
    return object_value(result);
}

/* Puts `count` items in place of [start, stop). `items` does not lie in the list. */
static void list_replace_range(Vm *vm, List *list, int64_t start, int64_t stop, const Value *items,
                               int64_t count) {
    int64_t growth = count - (stop - start), old_count = list->count;
    if (growth > 0)
        list_reserve(vm, list, old_count + growth);
    if (growth != 0 && old_count > stop)
        memmove(list->items + stop + growth, list->items + stop, (size_t)(old_count - stop) * sizeof(Value));
    if (count != 0)
        memcpy(list->items + start, items, (size_t)count * sizeof(Value));
    list->count = old_count + growth;
}

static bool list_set_slice(Vm *vm, Value self, Slice *slice, Value value) {
    List *list = AS(List, self);
    SliceRange range;
    Type *type_error = vm->exceptions.TypeError;
    if (value != NOTHING && type_of(vm, value)->ops.iter == NULL &&
        type_of(vm, value)->ops.get_item == NULL) {
        bool simple = slice->step == NONE || slice->step == small_int(1);
        vm_raise(vm, type_error,
                 simple ? "can only assign an iterable" : "must assign iterable to extended slice");
        return false;
    }
    Tuple *items = vm->empty_tuple;
    if (value != NOTHING) {
        items = tuple_from_iterable(vm, value);
        if (items == NULL)
            return false;
    }
    size_t roots = vm_root_mark(vm);
    vm_root(vm, object_value(items));
    bool fine = slice_resolve(vm, slice, list->count, &range);
    vm_root_reset(vm, roots);
    if (!fine)
        return false;
    if (range.step == 1) {
        if (range.stop < range.start)
            range.stop = range.start;
        list_replace_range(vm, list, range.start, range.stop, items->items, items->count);
        return true;
    }
    if (value != NOTHING) {
        if (items->count != range.count) {
            vm_raise(vm, vm->exceptions.ValueError,
                     "attempt to assign sequence of size %l to extended slice of size %l", items->count,
                     range.count);
            return false;
        }
        for (int64_t i = 0; i < range.count; i++)
            list->items[range.start + i * range.step] = items->items[i];
        return true;
    }
    if (range.step < 0) {
        range.start += (range.count - 1) * range.step;
        range.step = -range.step;
    }
    int64_t kept = range.start, next = range.start, removed = 0;
    for (int64_t i = range.start; i < list->count; i++) {
        if (removed < range.count && i == next) {
            removed++;
            next += range.step;
        } else {
            list->items[kept++] = list->items[i];
        }
    }
    list->count -= range.count;
    return true;
}

static bool list_set_item(Vm *vm, Value self, Value key, Value value) {
    List *list = AS(List, self);
    int64_t index;
    int found = list_key(vm, key, &index);
    if (found < 0)
        return false;
    if (!found)
        return list_set_slice(vm, self, AS(Slice, key), value);
    if (index < 0)
        index += list->count;
    if (index < 0 || index >= list->count) {
        vm_raise(vm, vm->exceptions.IndexError, "list assignment index out of range");
        return false;
    }
    if (value == NOTHING)
        list_remove_range(vm, list, index, index + 1);
    else
        list->items[index] = value;
    return true;
}

/* --- Operators ------------------------------------------------------------------------------------ */

static Value list_concatenate(Vm *vm, List *a, List *b) {
    List *result = list_new(vm, a->count + b->count);
    if (a->count != 0)
        memcpy(result->items, a->items, (size_t)a->count * sizeof(Value));
    if (b->count != 0)
        memcpy(result->items + a->count, b->items, (size_t)b->count * sizeof(Value));
    result->count = a->count + b->count;
    return object_value(result);
}

static void repeat_items(Value *items, int64_t count, int64_t times) {
    if (count == 1) {
        for (int64_t i = 1; i < times; i++)
            items[i] = items[0];
        return;
    }
    for (int64_t i = 1; i < times; i++)
        memcpy(items + i * count, items, (size_t)count * sizeof(Value));
}

/* list * times; NOT_IMPLEMENTED when `times` is no integer. */
static Value list_repeat(Vm *vm, List *list, Value times_value) {
    int64_t times;
    int found = sequence_repetitions(vm, times_value, list->count, &times);
    if (found <= 0)
        return found < 0 ? NOTHING : NOT_IMPLEMENTED;
    List *result = list_new(vm, list->count * times);
    if (list->count * times != 0) {
        memcpy(result->items, list->items, (size_t)list->count * sizeof(Value));
        repeat_items(result->items, list->count, times);
    }
    result->count = list->count * times;
    return object_value(result);
}

static Value list_binary(Vm *vm, BinaryOperator op, Value left, Value right) {
    if (op == BINARY_ADD && is_list(left) && is_list(right))
        return list_concatenate(vm, AS(List, left), AS(List, right));
    if (op == BINARY_MUL && is_list(left)) {
        Value result = list_repeat(vm, AS(List, left), right);
        if (result != NOT_IMPLEMENTED)
            return result;
    }
    return sequence_unsupported(vm, op, left, right, "can only concatenate list (not \"%T\") to list");
}

static Value list_reflected(Vm *vm, BinaryOperator op, Value left, Value right) {
    if (op != BINARY_MUL || !is_list(right))
        return NOT_IMPLEMENTED;
    Value result = list_repeat(vm, AS(List, right), left);
    return result != NOT_IMPLEMENTED ? result : sequence_not_repeated(vm, left);
}

static Value list_in_place(Vm *vm, BinaryOperator op, Value left, Value right) {
    List *list = AS(List, left);
    if (op == BINARY_ADD)
        return list_extend(vm, list, right) ? left : NOTHING;
    if (op != BINARY_MUL)
        return NOT_IMPLEMENTED;
    int64_t times;
    int found = sequence_repetitions(vm, right, list->count, &times);
    if (found <= 0)
        return found < 0 ? NOTHING : NOT_IMPLEMENTED;
    if (times == 0 || list->count == 0) {
        list_clear(vm, list);
        return left;
    }
    list_reserve(vm, list, list->count * times);
    repeat_items(list->items, list->count, times);
    list->count *= times;
    return left;
}

/* --- Methods -------------------------------------------------------------------------------------- */

static Value list_method_append(Vm *vm, Value *args, int argc) {
    (void)argc;
    list_append(vm, AS(List, args[0]), args[1]);
    return NONE;
}

static Value list_method_extend(Vm *vm, Value *args, int argc) {
    (void)argc;
    return list_extend(vm, AS(List, args[0]), args[1]) ? NONE : NOTHING;
}

static Value list_method_clear(Vm *vm, Value *args, int argc) {
    (void)argc;
    list_clear(vm, AS(List, args[0]));
    return NONE;
}

static Value list_method_copy(Vm *vm, Value *args, int argc) {
    (void)argc;
    List *list = AS(List, args[0]);
    return object_value(list_from(vm, list->items, list->count));
}

static Value list_method_insert(Vm *vm, Value *args, int argc) {
    (void)argc;
    int64_t index;
    if (!value_to_index(vm, args[1], &index))
        return NOTHING;
    List *list = AS(List, args[0]);
    if (index < 0)
        index += list->count;
    index = index < 0 ? 0 : index > list->count ? list->count : index;
    list_insert(vm, list, index, args[2]);
    return NONE;
}

static Value list_method_pop(Vm *vm, Value *args, int argc) {
    List *list = AS(List, args[0]);
    int64_t index = -1;
    if (argc > 1 && !value_to_index(vm, args[1], &index))
        return NOTHING;
    if (list->count == 0)
        return vm_raise(vm, vm->exceptions.IndexError, "pop from empty list");
    if (index < 0)
        index += list->count;
    if (index < 0 || index >= list->count)
        return vm_raise(vm, vm->exceptions.IndexError, "pop index out of range");
    Value item = list->items[index];
    if (index == list->count - 1 && index > list->capacity / 4)
        list->count--;
    else
        list_remove_range(vm, list, index, index + 1);
    return item;
}

static Value list_method_remove(Vm *vm, Value *args, int argc) {
    (void)argc;
    List *list = AS(List, args[0]);
    int64_t index = sequence_find(vm, args[0], args[1], 0, INT64_MAX);
    if (index == -2)
        return NOTHING;
    if (index == -1)
        return vm_raise(vm, vm->exceptions.ValueError, "list.remove(x): x not in list");
    if (index < list->count)
        list_remove_range(vm, list, index, index + 1);
    return NONE;
}

static Value list_method_index(Vm *vm, Value *args, int argc) {
    List *list = AS(List, args[0]);
    int64_t start, stop;
    for (int i = 2; i < argc; i++) {
        int found = args[i] == NONE ? 0 : sequence_try_index(vm, args[i], &start);
        if (found == 0)
            vm_raise(vm, vm->exceptions.TypeError,
                     "slice indices must be integers or have an __index__ method");
        if (found <= 0)
            return NOTHING;
    }
    if (!sequence_bounds(vm, argc > 2 ? args[2] : NOTHING, argc > 3 ? args[3] : NOTHING, list->count, &start,
                         &stop))
        return NOTHING;
    int64_t index = sequence_find(vm, args[0], args[1], start, argc > 3 ? stop : INT64_MAX);
    if (index == -2)
        return NOTHING;
    if (index == -1)
        return vm_raise(vm, vm->exceptions.ValueError, "%R is not in list", args[1]);
    return small_int(index);
}

static Value list_method_count(Vm *vm, Value *args, int argc) {
    (void)argc;
    int64_t count = sequence_count(vm, args[0], args[1]);
    return count < 0 ? NOTHING : small_int(count);
}

static Value list_method_reverse(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    List *list = AS(List, args[0]);
    for (int64_t i = 0, j = list->count - 1; i < j; i++, j--) {
        Value item = list->items[i];
        list->items[i] = list->items[j];
        list->items[j] = item;
    }
    return NONE;
}

static Value list_method_sort(Vm *vm, Value *args, int argc) {
    (void)argc;
    int64_t reverse = 0;
    if (args[2] != NOTHING && !value_to_index(vm, args[2], &reverse))
        return NOTHING;
    return list_sort(vm, AS(List, args[0]), args[1], reverse != 0) ? NONE : NOTHING;
}

static const NativeDef list_methods[] = {
    {"append", list_method_append, 2, 2, 0, NULL},
    {"clear", list_method_clear, 1, 1, 0, NULL},
    {"copy", list_method_copy, 1, 1, 0, NULL},
    {"count", list_method_count, 2, 2, 0, NULL},
    {"extend", list_method_extend, 2, 2, 0, NULL},
    {"index", list_method_index, 2, 4, 0, NULL},
    {"insert", list_method_insert, 3, 3, 0, NULL},
    {"pop", list_method_pop, 1, 2, 0, NULL},
    {"remove", list_method_remove, 2, 2, 0, NULL},
    {"reverse", list_method_reverse, 1, 1, 0, NULL},
    {"sort", list_method_sort, 1, 1, 0, "*,key,reverse"},
    {"__reversed__", sequence_reversed_method, 1, 1, 0, NULL},
    {"__class_getitem__", generic_alias_method, 2, 2, NATIVE_CLASS, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

static const TypeDef list_def = {
    .name = "list",
    .doc = "list(iterable=()): a sequence that can change.",
    .kind = KIND_LIST,
    .size = sizeof(List),
    .ops =
        {
            .repr = list_repr,
            .truth = list_truth,
            .compare = list_compare,
            .len = list_len,
            .get_item = list_get_item,
            .set_item = list_set_item,
            .contains = list_contains,
            .iter = list_iter,
            .binary = list_binary,
            .reflected = list_reflected,
            .in_place = list_in_place,
        },
    .create = list_create,
    .initialize = list_initialize,
    .methods = list_methods,
};

void list_type_setup(Vm *vm) {
    type_define_core(vm, KIND_LIST, &list_def);
}
