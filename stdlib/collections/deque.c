/* deque: a ring of values that grows at both ends. */
#include "stdlib/arguments.h"
#include "stdlib/collections/collections.h"
#include "vm/dict.h"

typedef struct Deque {
    Obj head;
    Value *ring; /* malloc'ed; `capacity` is a power of two */
    int64_t first, count, capacity;
    int64_t maximum;  /* -1: none */
    uint32_t version; /* changes with every addition and removal: iterators notice */
} Deque;

static void deque_trace(Heap *heap, Obj *self) {
    Deque *deque = (Deque *)self;
    for (int64_t n = 0; n < deque->count; n++)
        heap_mark(heap, deque->ring[(deque->first + n) & (deque->capacity - 1)]);
}

static void deque_finalize(Vm *vm, Obj *self) {
    Deque *deque = (Deque *)self;
    heap_account(vm->heap, -(ptrdiff_t)(deque->capacity * (int64_t)sizeof(Value)));
    free(deque->ring);
}

static const NativeLayout deque_layout = {"deque", sizeof(Deque), deque_trace, deque_finalize};

typedef struct DequeIterator {
    Obj head;
    Deque *deque;
    int64_t index, step;
    uint32_t version;
} DequeIterator;

static void iterator_trace(Heap *heap, Obj *self) {
    heap_mark_object(heap, ((DequeIterator *)self)->deque);
}

static const NativeLayout iterator_layout = {"deque_iterator", sizeof(DequeIterator), iterator_trace, NULL};

/* ---- The ring ---- */

static Value *slot(const Deque *deque, int64_t index) {
    return &deque->ring[(deque->first + index) & (deque->capacity - 1)];
}

static void grow(Vm *vm, Deque *deque) {
    int64_t capacity = deque->capacity ? deque->capacity * 2 : 8;
    Value *ring = malloc((size_t)capacity * sizeof(Value));
    if (!ring)
        abort();
    for (int64_t n = 0; n < deque->count; n++)
        ring[n] = *slot(deque, n);
    heap_account(vm->heap, (ptrdiff_t)((capacity - deque->capacity) * (int64_t)sizeof(Value)));
    free(deque->ring);
    deque->ring = ring;
    deque->first = 0;
    deque->capacity = capacity;
}

static Value pop_first(Deque *deque) {
    Value item = *slot(deque, 0);
    deque->first = (deque->first + 1) & (deque->capacity - 1);
    deque->count--;
    deque->version++;
    return item;
}

static Value pop_last(Deque *deque) {
    deque->version++;
    return *slot(deque, --deque->count);
}

static void push_last(Vm *vm, Deque *deque, Value item) {
    if (deque->count == deque->capacity)
        grow(vm, deque);
    *slot(deque, deque->count++) = item;
    deque->version++;
    if (deque->maximum >= 0 && deque->count > deque->maximum)
        pop_first(deque);
}

static void push_first(Vm *vm, Deque *deque, Value item) {
    if (deque->count == deque->capacity)
        grow(vm, deque);
    deque->first = (deque->first - 1) & (deque->capacity - 1);
    deque->count++;
    *slot(deque, 0) = item;
    deque->version++;
    if (deque->maximum >= 0 && deque->count > deque->maximum)
        pop_last(deque);
}

static void clear(Deque *deque) {
    deque->first = deque->count = 0;
    deque->version++;
}

static Deque *deque_like(Vm *vm, const Deque *other) {
    Deque *deque = type_allocate(vm, other->head.type);
    deque->maximum = other->maximum;
    return deque;
}

/* ---- Making ---- */

static bool push_last_item(Vm *vm, Value item, void *state) {
    push_last(vm, state, item);
    return true;
}

static bool push_first_item(Vm *vm, Value item, void *state) {
    push_first(vm, state, item);
    return true;
}

/* Extending a deque by itself must not go on for ever. */
static bool extend(Vm *vm, Deque *deque, Value iterable, bool (*each)(Vm *, Value, void *)) {
    size_t mark = vm_root_mark(vm);
    if (iterable == object_value(deque)) {
        List *copy = list_new(vm, deque->count);
        for (int64_t n = 0; n < deque->count; n++)
            list_append(vm, copy, *slot(deque, n));
        iterable = object_value(copy);
    }
    vm_root(vm, iterable);
    bool ok = value_for_each(vm, iterable, each, deque);
    vm_root_reset(vm, mark);
    return ok;
}

static Value deque_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    (void)args, (void)argc, (void)keywords;
    Deque *deque = type_allocate(vm, type);
    deque->maximum = -1;
    return object_value(deque);
}

static bool deque_initialize(Vm *vm, Value self, Value *args, int argc, Tuple *keywords) {
    Value given[2];
    Deque *deque = AS(Deque, self);
    if (!arguments_bind(vm, "deque", "iterable,maxlen", 0, 0, args, argc, keywords, given))
        return false;
    deque->maximum = -1;
    if (given[1] != NOTHING && given[1] != NONE) {
        if (!value_is_integer(given[1])) {
            vm_raise(vm, vm->exceptions.TypeError, "an integer is required");
            return false;
        }
        if (!value_fits_int64(given[1])) {
            int_overflow(vm, "ssize_t");
            return false;
        }
        deque->maximum = value_integer(given[1]);
        if (deque->maximum < 0) {
            vm_raise(vm, vm->exceptions.ValueError, "maxlen must be non-negative");
            return false;
        }
    }
    clear(deque);
    return given[0] == NOTHING || extend(vm, deque, given[0], push_last_item);
}

/* ---- Methods ---- */

static Value deque_append(Vm *vm, Value *args, int argc) {
    (void)argc;
    push_last(vm, AS(Deque, args[0]), args[1]);
    return NONE;
}

static Value deque_appendleft(Vm *vm, Value *args, int argc) {
    (void)argc;
    push_first(vm, AS(Deque, args[0]), args[1]);
    return NONE;
}

static Value deque_pop(Vm *vm, Value *args, int argc) {
    (void)argc;
    if (AS(Deque, args[0])->count == 0)
        return vm_raise(vm, vm->exceptions.IndexError, "pop from an empty deque");
    return pop_last(AS(Deque, args[0]));
}

static Value deque_popleft(Vm *vm, Value *args, int argc) {
    (void)argc;
    if (AS(Deque, args[0])->count == 0)
        return vm_raise(vm, vm->exceptions.IndexError, "pop from an empty deque");
    return pop_first(AS(Deque, args[0]));
}

static Value deque_extend(Vm *vm, Value *args, int argc) {
    (void)argc;
    return extend(vm, AS(Deque, args[0]), args[1], push_last_item) ? NONE : NOTHING;
}

static Value deque_extendleft(Vm *vm, Value *args, int argc) {
    (void)argc;
    return extend(vm, AS(Deque, args[0]), args[1], push_first_item) ? NONE : NOTHING;
}

static Value deque_clear(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    clear(AS(Deque, args[0]));
    return NONE;
}

static Value deque_rotate(Vm *vm, Value *args, int argc) {
    Deque *deque = AS(Deque, args[0]);
    int64_t turns = 1;
    if (argc > 1 && !value_to_index(vm, args[1], &turns))
        return NOTHING;
    if (deque->count < 2)
        return NONE;
    turns %= deque->count;
    for (; turns > 0; turns--)
        push_first(vm, deque, pop_last(deque));
    for (; turns < 0; turns++)
        push_last(vm, deque, pop_first(deque));
    return NONE;
}

static Value deque_reverse(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    Deque *deque = AS(Deque, args[0]);
    for (int64_t low = 0, high = deque->count - 1; low < high; low++, high--) {
        Value item = *slot(deque, low);
        *slot(deque, low) = *slot(deque, high);
        *slot(deque, high) = item;
    }
    return NONE;
}

/* The first index in [start, stop) whose item equals `item`; -1: none, -2: raised. */
static int64_t find(Vm *vm, Deque *deque, Value item, int64_t start, int64_t stop) {
    uint32_t version = deque->version;
    for (int64_t n = start; n < stop && n < deque->count; n++) {
        int equal = value_equal(vm, *slot(deque, n), item);
        if (equal < 0)
            return -2;
        if (deque->version != version) {
            vm_raise(vm, vm->exceptions.RuntimeError, "deque mutated during iteration");
            return -2;
        }
        if (equal)
            return n;
    }
    return -1;
}

static Value deque_count(Vm *vm, Value *args, int argc) {
    (void)argc;
    Deque *deque = AS(Deque, args[0]);
    int64_t times = 0;
    for (int64_t at = 0; (at = find(vm, deque, args[1], at, deque->count)) >= 0; at++)
        times++;
    return vm_has_exception(vm) ? NOTHING : small_int(times);
}

static bool clamp_bound(Vm *vm, Value v, int64_t count, int64_t *bound) {
    if (!value_to_index(vm, v, bound))
        return false;
    if (*bound < 0)
        *bound = *bound + count < 0 ? 0 : *bound + count;
    return true;
}

static Value deque_index(Vm *vm, Value *args, int argc) {
    Deque *deque = AS(Deque, args[0]);
    int64_t start = 0, stop = deque->count;
    if (argc > 2 && !clamp_bound(vm, args[2], deque->count, &start))
        return NOTHING;
    if (argc > 3 && !clamp_bound(vm, args[3], deque->count, &stop))
        return NOTHING;
    int64_t at = find(vm, deque, args[1], start, stop);
    if (at == -1)
        return vm_raise(vm, vm->exceptions.ValueError, "%R is not in deque", args[1]);
    return at < 0 ? NOTHING : small_int(at);
}

static void remove_at(Deque *deque, int64_t at) {
    for (int64_t n = at; n + 1 < deque->count; n++)
        *slot(deque, n) = *slot(deque, n + 1);
    deque->count--;
    deque->version++;
}

static Value deque_remove(Vm *vm, Value *args, int argc) {
    (void)argc;
    Deque *deque = AS(Deque, args[0]);
    int64_t at = find(vm, deque, args[1], 0, deque->count);
    if (at == -1)
        return vm_raise(vm, vm->exceptions.ValueError, "%R is not in deque", args[1]);
    if (at < 0)
        return NOTHING;
    remove_at(deque, at);
    return NONE;
}

static Value deque_insert(Vm *vm, Value *args, int argc) {
    (void)argc;
    Deque *deque = AS(Deque, args[0]);
    int64_t at;
    if (!clamp_bound(vm, args[1], deque->count, &at))
        return NOTHING;
    if (deque->maximum >= 0 && deque->count >= deque->maximum)
        return vm_raise(vm, vm->exceptions.IndexError, "deque already at its maximum size");
    if (at > deque->count)
        at = deque->count;
    push_last(vm, deque, args[2]);
    for (int64_t n = deque->count - 1; n > at; n--)
        *slot(deque, n) = *slot(deque, n - 1);
    *slot(deque, at) = args[2];
    return NONE;
}

static Value deque_copy(Vm *vm, Value *args, int argc) {
    (void)argc;
    Deque *deque = AS(Deque, args[0]), *copy = deque_like(vm, deque);
    for (int64_t n = 0; n < deque->count; n++)
        push_last(vm, copy, *slot(deque, n));
    return object_value(copy);
}

static Value deque_maxlen(Vm *vm, Value self) {
    (void)vm;
    return AS(Deque, self)->maximum < 0 ? NONE : int_value(vm, AS(Deque, self)->maximum);
}

/* ---- Operations ---- */

static int64_t deque_len(Vm *vm, Value self) {
    (void)vm;
    return AS(Deque, self)->count;
}

static int deque_truth(Vm *vm, Value self) {
    (void)vm;
    return AS(Deque, self)->count != 0;
}

static bool item_index(Vm *vm, Deque *deque, Value key, int64_t *index) {
    if (!value_is_integer(key) && !type_of(vm, key)->ops.unary) {
        vm_raise(vm, vm->exceptions.TypeError, "sequence index must be integer, not '%T'", key);
        return false;
    }
    if (!value_to_index(vm, key, index))
        return false;
    if (*index < 0)
        *index += deque->count;
    if (*index >= 0 && *index < deque->count)
        return true;
    vm_raise(vm, vm->exceptions.IndexError, "deque index out of range");
    return false;
}

static Value deque_get_item(Vm *vm, Value self, Value key) {
    int64_t index;
    if (is_kind(key, KIND_SLICE))
        return vm_raise(vm, vm->exceptions.TypeError, "sequence index must be integer, not 'slice'");
    return item_index(vm, AS(Deque, self), key, &index) ? *slot(AS(Deque, self), index) : NOTHING;
}

static bool deque_set_item(Vm *vm, Value self, Value key, Value value) {
    int64_t index;
    if (!item_index(vm, AS(Deque, self), key, &index))
        return false;
    if (value == NOTHING)
        remove_at(AS(Deque, self), index);
    else
        *slot(AS(Deque, self), index) = value;
    return true;
}

static int deque_contains(Vm *vm, Value self, Value item) {
    int64_t at = find(vm, AS(Deque, self), item, 0, AS(Deque, self)->count);
    return at == -2 ? -1 : at >= 0;
}

static Value deque_repr(Vm *vm, Value self) {
    Deque *deque = AS(Deque, self);
    if (deque->head.flags & OBJ_REPR_ACTIVE)
        return string_value(vm, "[...]");
    deque->head.flags |= OBJ_REPR_ACTIVE;
    List *items = list_new(vm, deque->count);
    for (int64_t n = 0; n < deque->count; n++)
        list_append(vm, items, *slot(deque, n));
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(items));
    Value text = value_repr(vm, object_value(items));
    vm_root_reset(vm, mark);
    deque->head.flags &= (uint16_t)~OBJ_REPR_ACTIVE;
    if (text == NOTHING)
        return NOTHING;
    if (deque->maximum >= 0)
        return object_value(
            string_format(vm, "%S(%V, maxlen=%l)", deque->head.type->name, text, deque->maximum));
    return object_value(string_format(vm, "%S(%V)", deque->head.type->name, text));
}

static Value deque_compare(Vm *vm, Comparison op, Value left, Value right) {
    if (!is_native(right, &deque_layout))
        return NOT_IMPLEMENTED;
    Deque *a = AS(Deque, left), *b = AS(Deque, right);
    if ((op == CMP_EQ || op == CMP_NE) && a->count != b->count)
        return bool_value(op == CMP_NE);
    for (int64_t n = 0; n < a->count && n < b->count; n++) {
        int equal = value_equal(vm, *slot(a, n), *slot(b, n));
        if (equal < 0)
            return NOTHING;
        if (!equal)
            return op == CMP_EQ   ? FALSE_VALUE
                   : op == CMP_NE ? TRUE_VALUE
                                  : value_compare(vm, op, *slot(a, n), *slot(b, n));
    }
    return value_compare(vm, op, small_int(a->count), small_int(b->count));
}

static Value deque_binary(Vm *vm, BinaryOperator op, Value left, Value right) {
    Deque *deque = AS(Deque, left);
    if (op == BINARY_ADD) {
        if (!is_native(right, &deque_layout))
            return vm_raise(vm, vm->exceptions.TypeError, "can only concatenate deque (not \"%T\") to deque",
                            right);
        Deque *sum = AS(Deque, deque_copy(vm, &left, 1));
        for (int64_t n = 0; n < AS(Deque, right)->count; n++)
            push_last(vm, sum, *slot(AS(Deque, right), n));
        return object_value(sum);
    }
    if (op == BINARY_MUL && value_is_integer(right)) {
        Deque *product = deque_like(vm, deque);
        if (!value_fits_int64(right))
            return vm_raise(vm, vm->exceptions.OverflowError, "cannot fit '%T' into an index-sized integer",
                            right);
        if (deque->count > 0 && value_integer(right) > ((int64_t)1 << 36) / deque->count)
            return vm_raise(vm, vm->exceptions.MemoryError, NULL);
        for (int64_t times = value_integer(right); times > 0; times--)
            for (int64_t n = 0; n < deque->count; n++)
                push_last(vm, product, *slot(deque, n));
        return object_value(product);
    }
    return NOT_IMPLEMENTED;
}

static Value deque_in_place(Vm *vm, BinaryOperator op, Value left, Value right) {
    if (op != BINARY_ADD)
        return NOT_IMPLEMENTED;
    return extend(vm, AS(Deque, left), right, push_last_item) ? left : NOTHING;
}

/* ---- Iterators ---- */

static Value iterator_new(Vm *vm, Value self, int64_t start, int64_t step) {
    static const char name[] = "_deque_iterator";
    Value module = dict_get_c(vm, vm->modules, "_collections");
    Type *type = AS(Type, dict_get_c(vm, AS(Module, module)->namespace, name));
    DequeIterator *iterator = heap_allocate(vm->heap, sizeof *iterator, KIND_NATIVE, type);
    iterator->deque = AS(Deque, self);
    iterator->index = start;
    iterator->step = step;
    iterator->version = AS(Deque, self)->version;
    return object_value(iterator);
}

static Value deque_iter(Vm *vm, Value self) {
    return iterator_new(vm, self, 0, 1);
}

static Value deque_reversed(Vm *vm, Value *args, int argc) {
    (void)argc;
    return iterator_new(vm, args[0], AS(Deque, args[0])->count - 1, -1);
}

static Value iterator_iter(Vm *vm, Value self) {
    (void)vm;
    return self;
}

static Value iterator_next(Vm *vm, Value self) {
    DequeIterator *iterator = AS(DequeIterator, self);
    if (iterator->index < 0 || iterator->index >= iterator->deque->count)
        return NOTHING;
    if (iterator->version != iterator->deque->version)
        return vm_raise(vm, vm->exceptions.RuntimeError, "deque mutated during iteration");
    Value item = *slot(iterator->deque, iterator->index);
    iterator->index += iterator->step;
    return item;
}

void deque_setup(Vm *vm, Module *module) {
    static const NativeDef methods[] = {
        {"append", deque_append, 2, 2, 0, NULL},
        {"appendleft", deque_appendleft, 2, 2, 0, NULL},
        {"pop", deque_pop, 1, 1, 0, NULL},
        {"popleft", deque_popleft, 1, 1, 0, NULL},
        {"extend", deque_extend, 2, 2, 0, NULL},
        {"extendleft", deque_extendleft, 2, 2, 0, NULL},
        {"clear", deque_clear, 1, 1, 0, NULL},
        {"rotate", deque_rotate, 1, 2, 0, NULL},
        {"reverse", deque_reverse, 1, 1, 0, NULL},
        {"count", deque_count, 2, 2, 0, NULL},
        {"index", deque_index, 2, 4, 0, NULL},
        {"remove", deque_remove, 2, 2, 0, NULL},
        {"insert", deque_insert, 3, 3, 0, NULL},
        {"copy", deque_copy, 1, 1, 0, NULL},
        {"__copy__", deque_copy, 1, 1, 0, NULL},
        {"__reversed__", deque_reversed, 1, 1, 0, NULL},
        {NULL, NULL, 0, 0, 0, NULL},
    };
    static const NativePropertyDef properties[] = {{"maxlen", deque_maxlen, NULL}, {NULL, NULL, NULL}};
    static const TypeDef def = {
        .name = "deque",
        .module = "collections",
        .kind = KIND_NATIVE,
        .layout = &deque_layout,
        .size = sizeof(Deque),
        .flags = TYPE_DOTTED_NAME | TYPE_SEQUENCE,
        .ops = {.len = deque_len,
                .truth = deque_truth,
                .get_item = deque_get_item,
                .set_item = deque_set_item,
                .contains = deque_contains,
                .repr = deque_repr,
                .compare = deque_compare,
                .binary = deque_binary,
                .in_place = deque_in_place,
                .iter = deque_iter},
        .create = deque_create,
        .initialize = deque_initialize,
        .methods = methods,
        .properties = properties,
    };
    static const TypeDef iterator_def = {
        .name = "_deque_iterator",
        .module = "_collections",
        .kind = KIND_NATIVE,
        .layout = &iterator_layout,
        .size = sizeof(DequeIterator),
        .flags = TYPE_NO_INSTANCES,
        .ops = {.iter = iterator_iter, .next = iterator_next},
    };
    dict_set_c(vm, module->namespace, "deque", object_value(type_new_native(vm, &def, NULL)));
    dict_set_c(vm, module->namespace, "_deque_iterator",
               object_value(type_new_native(vm, &iterator_def, NULL)));
}
