#include "vm/list.h"

#include <stdarg.h>
#include <stdlib.h>

#include "vm/generator.h"
#include "vm/memory.h"
#include "vm/vm.h"

static void set_capacity(Vm *vm, List *list, int64_t capacity) {
    heap_account(vm->heap, (ptrdiff_t)((capacity - list->capacity) * (int64_t)sizeof(Value)));
    if (capacity == 0) {
        free(list->items);
        list->items = NULL;
    } else {
        list->items = memory_resize(list->items, (size_t)capacity, sizeof(Value));
    }
    list->capacity = capacity;
}

/* Room for `count` items, with some to spare: appending takes constant time on average. */
static void grow(Vm *vm, List *list, int64_t count) {
    if (count > list->capacity) {
        int64_t more = list->capacity + list->capacity / 2 + 4;
        set_capacity(vm, list, more > count ? more : count);
    }
}

List *list_new(Vm *vm, int64_t capacity) {
    List *list = heap_allocate(vm->heap, sizeof(List), KIND_LIST, vm->types_by_kind[KIND_LIST]);
    if (capacity > 0) {
        list->items = memory_new((size_t)capacity, sizeof(Value));
        list->capacity = capacity;
        heap_account(vm->heap, (ptrdiff_t)(capacity * (int64_t)sizeof(Value)));
    }
    return list;
}

List *list_from(Vm *vm, const Value *items, int64_t count) {
    List *list = list_new(vm, count);
    if (count)
        memcpy(list->items, items, (size_t)count * sizeof(Value));
    list->count = count;
    return list;
}

void list_reserve(Vm *vm, List *list, int64_t capacity) {
    if (capacity > list->capacity)
        set_capacity(vm, list, capacity);
}

void list_append(Vm *vm, List *list, Value item) {
    if (list->count == list->capacity)
        grow(vm, list, list->count + 1);
    list->items[list->count++] = item;
}

void list_insert(Vm *vm, List *list, int64_t index, Value item) {
    grow(vm, list, list->count + 1);
    memmove(list->items + index + 1, list->items + index, (size_t)(list->count - index) * sizeof(Value));
    list->items[index] = item;
    list->count++;
}

void list_remove_range(Vm *vm, List *list, int64_t start, int64_t end) {
    heap_write_barrier(vm->heap, list);
    if (end <= start)
        return;
    memmove(list->items + start, list->items + end, (size_t)(list->count - end) * sizeof(Value));
    list->count -= end - start;
    if (list->count == 0)
        set_capacity(vm, list, 0);
    else if (list->capacity > 64 && list->count < list->capacity / 4)
        set_capacity(vm, list, list->capacity / 2);
}

static void append_all(List *list, const Value *items, int64_t count) {
    memcpy(list->items + list->count, items, (size_t)count * sizeof(Value));
    list->count += count;
}

/* Could there be memory for all its numbers? */
static bool range_fits(const Range *range) {
    return is_small_int(range->length) && small_int_value(range->length) <= (int64_t)1 << 36;
}

static bool append_item(Vm *vm, Value item, void *list) {
    list_append(vm, list, item);
    return true;
}

bool list_extend(Vm *vm, List *list, Value iterable) {
    if (is_object(iterable) && as_object(iterable)->type == vm->types_by_kind[KIND_LIST]) {
        List *other = AS(List, iterable);
        int64_t count = other->count;
        if (count > 0) {
            grow(vm, list, list->count + count); /* moves the items of `other` when it is `list` */
            append_all(list, other->items, count);
        }
        return true;
    }
    if (is_object(iterable) && as_object(iterable)->type == vm->types_by_kind[KIND_TUPLE]) {
        Tuple *other = AS(Tuple, iterable);
        if (other->count > 0) {
            grow(vm, list, list->count + other->count);
            append_all(list, other->items, other->count);
        }
        return true;
    }
    if (is_kind(iterable, KIND_RANGE) && !range_fits(AS(Range, iterable))) {
        vm_raise(vm, vm->exceptions.MemoryError, NULL);
        return false;
    }
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(list));
    vm_root(vm, iterable);
    Value iterator = value_iter(vm, iterable);
    if (iterator != NOTHING) {
        vm_root(vm, iterator);
        if (!value_ask_length_hint(vm, iterable))
            iterator = NOTHING;
    }
    if (is_kind(iterator, KIND_GENERATOR)) {
        generator_for_each(vm, AS(Generator, iterator), append_item, list);
    } else if (iterator != NOTHING) {
        Value item;
        while ((item = value_next(vm, iterator)) != NOTHING)
            list_append(vm, list, item);
    }
    vm_root_reset(vm, mark);
    return iterator != NOTHING && !vm_has_exception(vm);
}

Tuple *tuple_new(Vm *vm, const Value *items, int64_t count) {
    if (count == 0 && vm->empty_tuple)
        return vm->empty_tuple;
    size_t size = sizeof(Tuple) + (size_t)count * sizeof(Value);
    Tuple *tuple = heap_allocate(vm->heap, size, KIND_TUPLE, vm->types_by_kind[KIND_TUPLE]);
    tuple->count = count;
    if (items)
        memcpy(tuple->items, items, (size_t)count * sizeof(Value));
    return tuple;
}

Tuple *tuple_of(Vm *vm, int count, ...) {
    Tuple *tuple = tuple_new(vm, NULL, count);
    va_list list;
    va_start(list, count);
    for (int i = 0; i < count; i++)
        tuple->items[i] = va_arg(list, Value);
    va_end(list);
    return tuple;
}

List *list_from_iterable(Vm *vm, Value iterable) {
    List *list = list_new(vm, 0);
    return list_extend(vm, list, iterable) ? list : NULL;
}

Tuple *tuple_from_iterable(Vm *vm, Value iterable) {
    if (is_object(iterable) && as_object(iterable)->type == vm->types_by_kind[KIND_TUPLE])
        return AS(Tuple, iterable);
    List *list = list_from_iterable(vm, iterable);
    return list ? tuple_new(vm, list->items, list->count) : NULL;
}

Tuple *tuple_of_items(Vm *vm, Value v, const char *message, int64_t number) {
    Value iterator = v;
    if (!is_object(v) || !(as_object(v)->type->flags & TYPE_NATIVE) || !as_object(v)->type->ops.iter)
        iterator = value_iter(vm, v);
    if (iterator == NOTHING && vm_exception_is(vm, vm->exceptions.TypeError)) {
        vm_clear_exception(vm);
        vm_raise(vm, vm->exceptions.TypeError, message, number);
    }
    if (iterator == NOTHING)
        return NULL;
    size_t mark = vm_root_mark(vm);
    vm_root(vm, iterator);
    Tuple *items = tuple_from_iterable(vm, iterator);
    vm_root_reset(vm, mark);
    return items;
}
