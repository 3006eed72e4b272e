#include "stdlib/types/list_sort.h"

#include <stdlib.h>

#include "vm/call.h"
#include "vm/list.h"
#include "vm/memory.h"

/* Items are moved together with their keys. All of them stay alive through two hidden lists that nobody
 * reorders. */
typedef struct SortItem {
    union {
        Value value;
        double number;
    } key;
    Value item;
} SortItem;

/* a < b: 1, 0, -1: raised. */
typedef int (*SortLess)(Vm *vm, const SortItem *a, const SortItem *b);

static int less_small_ints(Vm *vm, const SortItem *a, const SortItem *b) {
    (void)vm;
    return (int64_t)a->key.value < (int64_t)b->key.value;
}

static int less_floats(Vm *vm, const SortItem *a, const SortItem *b) {
    (void)vm;
    return a->key.number < b->key.number;
}

static int less_strings(Vm *vm, const SortItem *a, const SortItem *b) {
    (void)vm;
    return string_compare(AS(String, a->key.value), AS(String, b->key.value)) < 0;
}

static int less_values(Vm *vm, const SortItem *a, const SortItem *b) {
    return value_compare_truth(vm, CMP_LT, a->key.value, b->key.value);
}

/* Keys that are all of one class written in the language: CPython asks their own __lt__ first, and when that
 * does not know it compares them as anything else, which asks it once more. */
static int less_alike(Vm *vm, const SortItem *a, const SortItem *b) {
    Value result = type_of(vm, a->key.value)->ops.compare(vm, CMP_LT, a->key.value, b->key.value);
    if (result == NOT_IMPLEMENTED)
        return less_values(vm, a, b);
    return result == NOTHING ? -1 : value_truth(vm, result);
}

/* Item by item, as long as these can be compared without running a script. */
static int less_tuples(Vm *vm, const SortItem *a, const SortItem *b) {
    const Type *string_type = vm->types_by_kind[KIND_STRING];
    const Tuple *left = AS(Tuple, a->key.value), *right = AS(Tuple, b->key.value);
    int64_t common = left->count < right->count ? left->count : right->count;
    for (int64_t i = 0; i < common; i++) {
        Value x = left->items[i], y = right->items[i];
        if (x == y)
            continue;
        if (both_small_ints(x, y))
            return (int64_t)x < (int64_t)y;
        if (both_flonums(x, y))
            return flonum_scaled(x) < flonum_scaled(y);
        if (!is_string(x) || !is_string(y) || as_object(x)->type != string_type ||
            as_object(y)->type != string_type)
            return less_values(vm, a, b);
        int order = string_compare(AS(String, x), AS(String, y));
        if (order != 0)
            return order < 0;
    }
    return left->count < right->count;
}

enum { RUN_STACK = 90, SHORT_RUN = 32 };

typedef struct Run {
    int64_t start, count;
} Run;

/* The length of the run that begins at items[0]: not descending, or strictly descending and then turned
 * round. -1: raised. */
static inline __attribute__((always_inline)) int64_t count_run(Vm *vm, SortItem *items, int64_t count,
                                                               SortLess less) {
    if (count < 2)
        return count;
    int64_t end = 2;
    int descending = less(vm, &items[1], &items[0]);
    if (descending < 0)
        return -1;
    for (; end < count; end++) {
        int below = less(vm, &items[end], &items[end - 1]);
        if (below < 0)
            return -1;
        if (below != descending)
            break;
    }
    if (descending) {
        for (int64_t i = 0, j = end - 1; i < j; i++, j--) {
            SortItem item = items[i];
            items[i] = items[j];
            items[j] = item;
        }
    }
    return end;
}

/* Inserts items[sorted .. count) into the sorted items before them. */
static inline __attribute__((always_inline)) bool insertion_sort(Vm *vm, SortItem *items, int64_t sorted,
                                                                 int64_t count, SortLess less) {
    for (int64_t i = sorted; i < count; i++) {
        SortItem item = items[i];
        int64_t low = 0, high = i;
        while (low < high) {
            int64_t middle = (low + high) / 2;
            int below = less(vm, &item, &items[middle]);
            if (below < 0)
                return false;
            if (below)
                high = middle;
            else
                low = middle + 1;
        }
        memmove(items + low + 1, items + low, (size_t)(i - low) * sizeof *items);
        items[low] = item;
    }
    return true;
}

/* Merges two neighbouring runs; the first is copied out to `buffer`. */
static inline __attribute__((always_inline)) bool merge(Vm *vm, SortItem *items, int64_t left, int64_t right,
                                                        SortItem *buffer, SortLess less) {
    /* Runs that are in order already, as in a list that was sorted in pieces. */
    int below = less(vm, &items[left], &items[left - 1]);
    if (below <= 0)
        return below == 0;
    memcpy(buffer, items, (size_t)left * sizeof *items);
    SortItem *a = buffer, *a_end = buffer + left, *b = items + left, *b_end = b + right, *out = items;
    while (a < a_end && b < b_end) {
        below = less(vm, b, a);
        if (below < 0)
            break;
        *out++ = below ? *b++ : *a++;
    }
    memcpy(out, a, (size_t)(a_end - a) * sizeof *items);
    return below >= 0;
}

static int64_t shortest_run(int64_t count) {
    int64_t dropped = 0;
    while (count >= 2 * SHORT_RUN) {
        dropped |= count & 1;
        count >>= 1;
    }
    return count + dropped;
}

/* Runs on the stack shrink towards its top, each longer than the two above it together: so merges are
 * balanced. */
static inline __attribute__((always_inline)) bool sort_items(Vm *vm, SortItem *items, int64_t count,
                                                             SortItem *buffer, SortLess less) {
    Run runs[RUN_STACK];
    int depth = 0;
    int64_t minimum = shortest_run(count);
    for (int64_t start = 0; start < count;) {
        int64_t length = count_run(vm, items + start, count - start, less);
        if (length < 0)
            return false;
        if (length < minimum) {
            int64_t wanted = minimum < count - start ? minimum : count - start;
            if (!insertion_sort(vm, items + start, length, wanted, less))
                return false;
            length = wanted;
        }
        runs[depth++] = (Run){start, length};
        start += length;
        bool last = start >= count;
        while (depth > 1) {
            int at = depth - 2;
            bool wide = (at > 0 && runs[at - 1].count <= runs[at].count + runs[at + 1].count) ||
                        (at > 1 && runs[at - 2].count <= runs[at - 1].count + runs[at].count);
            if (!last && !wide && runs[at].count > runs[at + 1].count)
                break;
            if (wide && at > 0 && runs[at - 1].count < runs[at + 1].count)
                at--;
            if (!merge(vm, items + runs[at].start, runs[at].count, runs[at + 1].count, buffer, less))
                return false;
            runs[at].count += runs[at + 1].count;
            if (at == depth - 3)
                runs[at + 1] = runs[at + 2];
            depth--;
        }
    }
    return true;
}

typedef enum SortKeys {
    SORT_SMALL_INTS,
    SORT_FLOATS,
    SORT_STRINGS,
    SORT_TUPLES,
    SORT_ALIKE,
    SORT_VALUES
} SortKeys;

static SortKeys classify_objects(Vm *vm, const Value *keys, int64_t count) {
    const Type *type = type_of(vm, keys[0]);
    for (int64_t i = 0; i < count; i++)
        if (type_of(vm, keys[i]) != type)
            return SORT_VALUES;
    return type->flags & TYPE_NATIVE || !type->ops.compare ? SORT_VALUES : SORT_ALIKE;
}

static SortKeys classify(Vm *vm, const Value *keys, int64_t count) {
    const Type *string_type = vm->types_by_kind[KIND_STRING], *tuple_type = vm->types_by_kind[KIND_TUPLE];
    SortKeys first = SORT_VALUES;
    for (int64_t i = 0; i < count; i++) {
        Value key = keys[i];
        SortKeys kind = is_small_int(key)                                       ? SORT_SMALL_INTS
                        : is_float(key)                                         ? SORT_FLOATS
                        : is_string(key) && as_object(key)->type == string_type ? SORT_STRINGS
                        : is_tuple(key) && as_object(key)->type == tuple_type   ? SORT_TUPLES
                                                                                : SORT_VALUES;
        if (kind == SORT_VALUES || (i != 0 && kind != first))
            return classify_objects(vm, keys, count);
        first = kind;
    }
    return first;
}

static bool sort_with_keys(Vm *vm, SortItem *items, const Value *keys, int64_t count) {
    SortItem *buffer = memory_new((size_t)count, sizeof *buffer);
    bool sorted;
    switch (classify(vm, keys, count)) {
    case SORT_SMALL_INTS: sorted = sort_items(vm, items, count, buffer, less_small_ints); break;
    case SORT_FLOATS:
        for (int64_t i = 0; i < count; i++)
            items[i].key.number = float_number(items[i].key.value);
        sorted = sort_items(vm, items, count, buffer, less_floats);
        break;
    case SORT_STRINGS: sorted = sort_items(vm, items, count, buffer, less_strings); break;
    case SORT_ALIKE: sorted = sort_items(vm, items, count, buffer, less_alike); break;
    case SORT_TUPLES: sorted = sort_items(vm, items, count, buffer, less_tuples); break;
    default: sorted = sort_items(vm, items, count, buffer, less_values); break;
    }
    free(buffer);
    return sorted;
}

/* Fills `keys` with key(item) for every item. */
static bool compute_keys(Vm *vm, List *keys, const List *items, Value key) {
    for (int64_t i = 0; i < items->count; i++) {
        Value result = vm_call1(vm, key, items->items[i]);
        if (result == NOTHING)
            return false;
        list_append(vm, keys, result);
    }
    return true;
}

/* Exchanges what two lists hold; types and attributes stay. */
static void swap_items(List *a, List *b) {
    List c = *a;
    a->count = b->count;
    a->capacity = b->capacity;
    a->items = b->items;
    b->count = c.count;
    b->capacity = c.capacity;
    b->items = c.items;
}

bool list_sort(Vm *vm, List *list, Value key, bool reverse) {
    if (key == NONE)
        key = NOTHING;
    size_t roots = vm_root_mark(vm);
    List *hidden = list_new(vm, 0);
    List *keys = hidden;
    vm_root(vm, object_value(list));
    vm_root(vm, object_value(hidden));
    swap_items(list, hidden);
    int64_t count = hidden->count;
    bool sorted = true;
    if (key != NOTHING) {
        keys = list_new(vm, count);
        vm_root(vm, object_value(keys));
        vm_root(vm, key);
        sorted = compute_keys(vm, keys, hidden, key);
    }
    SortItem *items = NULL;
    if (sorted && count > 1) {
        items = memory_new((size_t)count, sizeof *items);
        /* Sorting the reversed list and reversing the result leaves equal items in their old order. */
        for (int64_t i = 0; i < count; i++) {
            SortItem *item = &items[reverse ? count - 1 - i : i];
            item->key.value = keys->items[i];
            item->item = hidden->items[i];
        }
        sorted = sort_with_keys(vm, items, keys->items, count);
    }
    bool modified = list->capacity != 0 || list->count != 0;
    swap_items(list, hidden);
    if (items != NULL) /* sorted, or as far as it came */
        for (int64_t i = 0; i < count; i++)
            list->items[i] = items[reverse ? count - 1 - i : i].item;
    free(items);
    vm_root_reset(vm, roots);
    if (sorted && modified) {
        vm_raise(vm, vm->exceptions.ValueError, "list modified during sort");
        return false;
    }
    return sorted;
}
