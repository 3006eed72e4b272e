/* Tools that pick from pools: product, permutations, combinations, combinations_with_replacement.
 *
 * a is the pools (for product, a tuple of tuples; else one tuple), b a list of small ints: the indices of the
 * row that is next; n the length of a row; flag: exhausted. */
#include "stdlib/itertools/itertools.h"

static int64_t index_at(const List *indices, int64_t n) {
    return small_int_value(indices->items[n]);
}

static void index_set(List *indices, int64_t n, int64_t index) {
    indices->items[n] = small_int(index);
}

/* ---- product ---- */

static Value product_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    int64_t repeat = 1;
    int named = keywords ? (int)keywords->count : 0;
    if (named > 1 || (named == 1 && !string_equal_c(AS(String, keywords->items[0]), "repeat")))
        return vm_raise(vm, vm->exceptions.TypeError, "'%S' is an invalid keyword argument for product()",
                        AS(String, keywords->items[named > 1]));
    if (named == 1 && !value_to_index(vm, args[--argc], &repeat))
        return NOTHING;
    if (repeat < 0)
        return vm_raise(vm, vm->exceptions.ValueError, "repeat argument cannot be negative");
    Tuple *pools = tuple_new(vm, NULL, argc * repeat);
    for (int64_t n = 0; n < pools->count; n++)
        pools->items[n] = NONE;
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(pools));
    bool ok = true, empty = false;
    for (int64_t n = 0; ok && n < (repeat ? argc : 0); n++) {
        Tuple *pool = tuple_from_iterable(vm, args[n]);
        ok = pool != NULL;
        for (int64_t r = 0; ok && r < repeat; r++)
            pools->items[r * argc + n] = object_value(pool);
        empty = empty || (ok && pool->count == 0);
    }
    vm_root_reset(vm, mark);
    if (!ok)
        return NOTHING;
    Itertool *tool = type_allocate(vm, type);
    tool->a = object_value(pools);
    List *indices = list_new(vm, pools->count);
    for (int64_t n = 0; n < pools->count; n++)
        list_append(vm, indices, small_int(0));
    tool->b = object_value(indices);
    tool->flag = empty;
    return object_value(tool);
}

static Value product_next(Vm *vm, Value self) {
    Itertool *tool = AS(Itertool, self);
    if (tool->flag)
        return NOTHING;
    Tuple *pools = AS(Tuple, tool->a);
    List *indices = AS(List, tool->b);
    Tuple *row = tuple_new(vm, NULL, pools->count);
    for (int64_t n = 0; n < pools->count; n++)
        row->items[n] = AS(Tuple, pools->items[n])->items[index_at(indices, n)];
    int64_t n = pools->count - 1;
    for (; n >= 0; n--) {
        index_set(indices, n, index_at(indices, n) + 1);
        if (index_at(indices, n) < AS(Tuple, pools->items[n])->count)
            break;
        index_set(indices, n, 0);
    }
    tool->flag = n < 0;
    return object_value(row);
}

/* ---- What the other three share ---- */

/* `first`: the index that position n of the first row has. */
static Value pick_create(Vm *vm, Type *type, Value iterable, int64_t length, int64_t index_count,
                         bool ascending, bool with_replacement) {
    Tuple *pool = tuple_from_iterable(vm, iterable);
    if (!pool)
        return NOTHING;
    Itertool *tool = type_allocate(vm, type);
    if (length < 0)
        length = pool->count;
    if (index_count < 0)
        index_count = pool->count;
    tool->a = object_value(pool);
    tool->n = length;
    List *indices = list_new(vm, index_count);
    for (int64_t n = 0; n < index_count; n++)
        list_append(vm, indices, small_int(ascending ? n : 0));
    tool->b = object_value(indices);
    tool->flag = with_replacement ? pool->count == 0 && length > 0 : length > pool->count;
    return object_value(tool);
}

static Value pick_row(Vm *vm, const Itertool *tool) {
    Tuple *pool = AS(Tuple, tool->a);
    Tuple *row = tuple_new(vm, NULL, tool->n);
    for (int64_t n = 0; n < tool->n; n++)
        row->items[n] = pool->items[index_at(AS(List, tool->b), n)];
    return object_value(row);
}

/* permutations(), whose r may be left out, has words of its own for an r that is no integer. */
static bool required_is_int(Vm *vm, Value r, int required) {
    if (required == 2 || value_is_integer(r))
        return true;
    vm_raise(vm, vm->exceptions.TypeError, "Expected int as r");
    return false;
}

static bool bind_length(Vm *vm, const char *name, Value *args, int argc, Tuple *keywords, int required,
                        Value *iterable, int64_t *length) {
    Value given[2];
    if (!arguments_bind(vm, name, "iterable,r", 0, required, args, argc, keywords, given))
        return false;
    *iterable = given[0];
    *length = -1;
    if (given[1] == NOTHING || given[1] == NONE)
        return true;
    if (!required_is_int(vm, given[1], required))
        return false;
    if (!value_to_index(vm, given[1], length))
        return false;
    if (*length >= 0)
        return true;
    vm_raise(vm, vm->exceptions.ValueError, "r must be non-negative");
    return false;
}

/* ---- permutations: the indices of all items; c counts down how often each position is still to be turned
 * ---- */

static Value permutations_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    Value iterable;
    int64_t length;
    if (!bind_length(vm, "permutations", args, argc, keywords, 1, &iterable, &length))
        return NOTHING;
    Value made = pick_create(vm, type, iterable, length, -1, true, false);
    if (made == NOTHING)
        return NOTHING;
    Itertool *tool = AS(Itertool, made);
    List *turns = list_new(vm, tool->n);
    for (int64_t n = 0; n < tool->n; n++)
        list_append(vm, turns, small_int(AS(Tuple, tool->a)->count - n));
    tool->c = object_value(turns);
    return made;
}

static Value permutations_next(Vm *vm, Value self) {
    Itertool *tool = AS(Itertool, self);
    if (tool->flag)
        return NOTHING;
    Value row = pick_row(vm, tool);
    List *indices = AS(List, tool->b), *turns = AS(List, tool->c);
    int64_t size = indices->count, n = tool->n - 1;
    for (; n >= 0; n--) {
        index_set(turns, n, index_at(turns, n) - 1);
        if (index_at(turns, n) > 0) {
            int64_t other = size - index_at(turns, n);
            Value swap = indices->items[n];
            indices->items[n] = indices->items[other];
            indices->items[other] = swap;
            break;
        }
        /* This position has had every item: its own goes to the end, the rest move up. */
        Value first = indices->items[n];
        memmove(indices->items + n, indices->items + n + 1, (size_t)(size - n - 1) * sizeof(Value));
        indices->items[size - 1] = first;
        index_set(turns, n, size - n);
    }
    tool->flag = n < 0;
    return row;
}

/* ---- combinations ---- */

static Value combinations_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    Value iterable;
    int64_t length;
    if (!bind_length(vm, "combinations", args, argc, keywords, 2, &iterable, &length))
        return NOTHING;
    return pick_create(vm, type, iterable, length, length, true, false);
}

static Value combinations_next(Vm *vm, Value self) {
    Itertool *tool = AS(Itertool, self);
    if (tool->flag)
        return NOTHING;
    Value row = pick_row(vm, tool);
    List *indices = AS(List, tool->b);
    int64_t size = AS(Tuple, tool->a)->count, n = tool->n - 1;
    while (n >= 0 && index_at(indices, n) == n + size - tool->n)
        n--;
    tool->flag = n < 0;
    if (n >= 0) {
        index_set(indices, n, index_at(indices, n) + 1);
        for (int64_t m = n + 1; m < tool->n; m++)
            index_set(indices, m, index_at(indices, m - 1) + 1);
    }
    return row;
}

/* ---- combinations_with_replacement ---- */

static Value combinations_with_replacement_create(Vm *vm, Type *type, Value *args, int argc,
                                                  Tuple *keywords) {
    Value iterable;
    int64_t length;
    if (!bind_length(vm, "combinations_with_replacement", args, argc, keywords, 2, &iterable, &length))
        return NOTHING;
    return pick_create(vm, type, iterable, length, length, false, true);
}

static Value combinations_with_replacement_next(Vm *vm, Value self) {
    Itertool *tool = AS(Itertool, self);
    if (tool->flag)
        return NOTHING;
    Value row = pick_row(vm, tool);
    List *indices = AS(List, tool->b);
    int64_t last = AS(Tuple, tool->a)->count - 1, n = tool->n - 1;
    while (n >= 0 && index_at(indices, n) == last)
        n--;
    tool->flag = n < 0;
    if (n >= 0) {
        int64_t index = index_at(indices, n) + 1;
        for (int64_t m = n; m < tool->n; m++)
            index_set(indices, m, index);
    }
    return row;
}

const TypeDef itertools_combinations[] = {
    {ITERTOOL(product), .ops = {.iter = itertool_iter, .next = product_next}},
    {ITERTOOL(permutations), .ops = {.iter = itertool_iter, .next = permutations_next}},
    {ITERTOOL(combinations), .ops = {.iter = itertool_iter, .next = combinations_next}},
    {ITERTOOL(combinations_with_replacement),
     .ops = {.iter = itertool_iter, .next = combinations_with_replacement_next}},
    {.name = NULL},
};
