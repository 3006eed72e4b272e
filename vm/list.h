/* list and tuple: making and growing them. */
#ifndef BIDE_VM_LIST_H
#define BIDE_VM_LIST_H

#include "vm/object.h"

List *list_new(Vm *vm, int64_t capacity);
List *list_from(Vm *vm, const Value *items, int64_t count);
void list_append(Vm *vm, List *list, Value item);
void list_insert(Vm *vm, List *list, int64_t index, Value item); /* index already clamped */
void list_remove_range(Vm *vm, List *list, int64_t start, int64_t end);
bool list_extend(Vm *vm, List *list, Value iterable); /* may run scripts; false: raised */
void list_reserve(Vm *vm, List *list, int64_t capacity);

/* A tuple of `count` items; `items` may be NULL: then they are NOTHING and must be filled in at once. */
Tuple *tuple_new(Vm *vm, const Value *items, int64_t count);
Tuple *tuple_of(Vm *vm, int count, ...); /* of Values */
/* list(iterable), tuple(iterable); NULL: raised. `iterable` itself is kept alive meanwhile. */
List *list_from_iterable(Vm *vm, Value iterable);
Tuple *tuple_from_iterable(Vm *vm, Value iterable);
/* The items of an iterable, which is not asked for its length: `v` itself if it is a tuple, else a new one.
 * If it cannot be iterated, the TypeError says `message` (with a number at its %l). NULL: raised. */
Tuple *tuple_of_items(Vm *vm, Value v, const char *message, int64_t number);

#endif
