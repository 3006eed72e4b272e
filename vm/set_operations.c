#include "vm/dict.h"
#include "vm/key.h"
#include "vm/set.h"

/* The order in which these walk their operands and add to their results decides the results' order: it is
 * CPython's. */

static Set *new_like(Vm *vm, Set *set) {
    return set->head.kind == KIND_SET ? set_new(vm) : frozenset_new(vm);
}

static Set *copy_like(Vm *vm, Set *set) {
    ObjectKind kind = set->head.kind == KIND_SET ? KIND_SET : KIND_FROZENSET;
    return set_copy(vm, set, kind, vm->types_by_kind[kind]);
}

static bool is_plain_dict(Vm *vm, Value v) {
    return is_object(v) && as_object(v)->type == vm->types_by_kind[KIND_DICT];
}

/* Keeps the two alive, and a third that is made of them. */
static void root_operands(Vm *vm, Set *set, Value other, Set *result) {
    vm_root(vm, object_value(set));
    vm_root(vm, other);
    vm_root(vm, object_value(result));
}

Set *set_union(Vm *vm, Set *set, Value other) {
    Set *result = copy_like(vm, set);
    return other == object_value(set) || set_update(vm, result, other) ? result : NULL;
}

/* Adds to `result` what both sets hold, in the order of the smaller one. */
static bool add_common(Vm *vm, Set *result, Set *a, Set *b) {
    if (b->count > a->count) {
        Set *smaller = a;
        a = b;
        b = smaller;
    }
    int64_t position = 0;
    for (const SetEntry *found; (found = set_next_entry(b, &position));) {
        SetEntry entry = *found;
        int contained = set_contains_hashed(vm, a, entry.key, entry.hash);
        if (contained < 0 || (contained && !set_add_hashed(vm, result, entry.key, entry.hash)))
            return false;
    }
    return true;
}

/* Adds to `result` the items of an iterable that `set` holds. */
static bool add_contained(Vm *vm, Set *result, Set *set, Value iterable) {
    Value iterator = value_iter(vm, iterable);
    if (iterator == NOTHING)
        return false;
    vm_root(vm, iterator);
    Value item;
    while ((item = value_next(vm, iterator)) != NOTHING) {
        size_t mark = vm_root_mark(vm);
        vm_root(vm, item);
        int64_t hash;
        int contained =
            key_hash(vm, NOTHING, item, NOTHING, &hash) ? set_contains_hashed(vm, set, item, hash) : -1;
        bool added = contained == 0 || (contained > 0 && set_add_hashed(vm, result, item, hash));
        vm_root_reset(vm, mark);
        if (!added)
            return false;
    }
    return !vm_has_exception(vm);
}

Set *set_intersection(Vm *vm, Set *set, Value other) {
    if (other == object_value(set))
        return copy_like(vm, set);
    size_t mark = vm_root_mark(vm);
    Set *result = new_like(vm, set);
    root_operands(vm, set, other, result);
    bool done = is_any_set(other) ? add_common(vm, result, set, AS(Set, other))
                                  : add_contained(vm, result, set, other);
    vm_root_reset(vm, mark);
    return done ? result : NULL;
}

/* Whether the set or dict `container` has a key; 1, 0, -1: raised. */
static int has_key(Vm *vm, Value container, Value key, int64_t hash) {
    if (is_any_set(container))
        return set_contains_hashed(vm, AS(Set, container), key, hash);
    bool raised;
    DictEntry *entry = dict_find(vm, AS(Dict, container), key, hash, &raised);
    return raised ? -1 : entry != NULL;
}

static bool add_missing(Vm *vm, Set *result, Set *set, Value other) {
    int64_t position = 0;
    for (const SetEntry *found; (found = set_next_entry(set, &position));) {
        SetEntry entry = *found;
        int contained = has_key(vm, other, entry.key, entry.hash);
        if (contained < 0 || (!contained && !set_add_hashed(vm, result, entry.key, entry.hash)))
            return false;
    }
    return true;
}

Set *set_difference(Vm *vm, Set *set, Value other) {
    bool is_table = is_any_set(other) || is_plain_dict(vm, other);
    int64_t other_count = !is_table ? 0 : is_any_set(other) ? AS(Set, other)->count : AS(Dict, other)->count;
    size_t mark = vm_root_mark(vm);
    Set *result;
    bool done;
    if (!is_table || set->count >> 2 > other_count) {
        /* Little to take away: copy all, then discard. */
        result = copy_like(vm, set);
        root_operands(vm, set, other, result);
        done = set_difference_update(vm, result, other);
    } else {
        result = new_like(vm, set);
        root_operands(vm, set, other, result);
        done = add_missing(vm, result, set, other);
    }
    vm_root_reset(vm, mark);
    return done ? result : NULL;
}

static bool discard_each(Vm *vm, Set *set, Value iterable) {
    Value iterator = value_iter(vm, iterable);
    if (iterator == NOTHING)
        return false;
    vm_root(vm, iterator);
    Value item;
    while ((item = value_next(vm, iterator)) != NOTHING) {
        int64_t hash;
        if (!key_hash(vm, object_value(set), item, NOTHING, &hash) ||
            set_discard_hashed(vm, set, item, hash) < 0)
            return false;
    }
    return !vm_has_exception(vm);
}

static bool discard_set(Vm *vm, Set *set, Set *other) {
    /* Much larger than the set itself: only what they have in common matters. */
    if (other->count >> 3 > set->count) {
        other = set_intersection(vm, set, object_value(other));
        if (!other)
            return false;
        vm_root(vm, object_value(other));
    }
    int64_t position = 0;
    for (const SetEntry *entry; (entry = set_next_entry(other, &position));)
        if (set_discard_hashed(vm, set, entry->key, entry->hash) < 0)
            return false;
    return true;
}

bool set_difference_update(Vm *vm, Set *set, Value other) {
    if (other == object_value(set)) {
        set_clear(vm, set);
        return true;
    }
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(set));
    vm_root(vm, other);
    bool done = is_any_set(other) ? discard_set(vm, set, AS(Set, other)) : discard_each(vm, set, other);
    vm_root_reset(vm, mark);
    /* More than a quarter of the table is traces of deleted items: get rid of them. */
    if (done && set->fill - set->count > set->mask / 4)
        set_resize(vm, set, set->count > 50000 ? set->count * 2 : set->count * 4);
    return done;
}

bool set_intersection_update(Vm *vm, Set *set, Value other) {
    Set *common = set_intersection(vm, set, other);
    if (!common)
        return false;
    set_swap(set, common);
    return true;
}

/* Takes an item out that is there, else adds it. */
static bool toggle(Vm *vm, Set *set, Value item, int64_t hash) {
    size_t mark = vm_root_mark(vm);
    vm_root(vm, item);
    int discarded = set_discard_hashed(vm, set, item, hash);
    bool done = discarded > 0 || (discarded == 0 && set_add_hashed(vm, set, item, hash));
    vm_root_reset(vm, mark);
    return done;
}

static bool toggle_keys(Vm *vm, Set *set, Dict *other) {
    uint32_t position = 0;
    for (DictEntry *entry; (entry = dict_next(other, &position));)
        if (!toggle(vm, set, entry->key, entry->hash))
            return false;
    return true;
}

static bool toggle_each(Vm *vm, Set *set, Value other) {
    if (is_plain_dict(vm, other))
        return toggle_keys(vm, set, AS(Dict, other));
    Set *items = is_any_set(other) ? AS(Set, other) : set_from_iterable(vm, KIND_SET, other);
    if (!items)
        return false;
    vm_root(vm, object_value(items));
    int64_t position = 0;
    for (const SetEntry *entry; (entry = set_next_entry(items, &position));)
        if (!toggle(vm, set, entry->key, entry->hash))
            return false;
    return true;
}

bool set_symmetric_difference_update(Vm *vm, Set *set, Value other) {
    if (other == object_value(set)) {
        set_clear(vm, set);
        return true;
    }
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(set));
    vm_root(vm, other);
    bool done = toggle_each(vm, set, other);
    vm_root_reset(vm, mark);
    return done;
}

Set *set_symmetric_difference(Vm *vm, Set *set, Value other) {
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(set));
    /* Of the other one, toggled by this one: in that order. */
    Set *result = set_from_iterable(vm, set->head.kind == KIND_SET ? KIND_SET : KIND_FROZENSET, other);
    bool done = false;
    if (result) {
        vm_root(vm, object_value(result));
        done = set_symmetric_difference_update(vm, result, object_value(set));
    }
    vm_root_reset(vm, mark);
    return done ? result : NULL;
}

int set_is_subset(Vm *vm, Set *set, Set *other) {
    if (set->count > other->count)
        return 0;
    int64_t position = 0;
    for (const SetEntry *entry; (entry = set_next_entry(set, &position));) {
        int contained = set_contains_hashed(vm, other, entry->key, entry->hash);
        if (contained <= 0)
            return contained;
    }
    return 1;
}

/* 1: they share an item. */
static int shares_item(Vm *vm, Set *a, Set *b) {
    Set *smaller = a->count < b->count ? a : b, *larger = smaller == a ? b : a;
    int64_t position = 0;
    for (const SetEntry *entry; (entry = set_next_entry(smaller, &position));) {
        int contained = set_contains_hashed(vm, larger, entry->key, entry->hash);
        if (contained)
            return contained;
    }
    return 0;
}

int set_is_disjoint(Vm *vm, Set *set, Value other) {
    if (other == object_value(set))
        return set->count == 0;
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(set));
    vm_root(vm, other);
    int shared = 0;
    if (is_any_set(other)) {
        shared = shares_item(vm, set, AS(Set, other));
    } else {
        Value iterator = value_iter(vm, other);
        vm_root(vm, iterator);
        Value item;
        while (iterator != NOTHING && !shared && (item = value_next(vm, iterator)) != NOTHING)
            shared = set_contains(vm, set, item);
        if (vm_has_exception(vm))
            shared = -1;
    }
    vm_root_reset(vm, mark);
    return shared < 0 ? -1 : !shared;
}
