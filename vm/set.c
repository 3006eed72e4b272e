#include "vm/set.h"

#include <stdlib.h>

#include "vm/dict.h"
#include "vm/key.h"
#include "vm/memory.h"

enum { LINEAR_PROBES = 9, PERTURB_SHIFT = 5, LARGE_SET = 50000 };

/* The hash of a deleted entry; no item has it. */
static const int64_t DELETED = -1;

/* The entries where an item of some hash may be: runs of neighbours, then a jump that depends on more bits of
 * the hash. A run that would pass the end of the table is cut to its first entry. */
typedef struct Probe {
    uint64_t start, perturbation;
    int64_t step, last_step;
} Probe;

static inline void begin_run(Probe *probe, int64_t mask) {
    probe->step = 0;
    probe->last_step = (int64_t)probe->start + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
}

static inline Probe probe_begin(int64_t hash, int64_t mask) {
    Probe probe = {(uint64_t)hash & (uint64_t)mask, (uint64_t)hash, 0, 0};
    begin_run(&probe, mask);
    return probe;
}

static inline void probe_next(Probe *probe, int64_t mask) {
    if (probe->step < probe->last_step) {
        probe->step++;
        return;
    }
    probe->perturbation >>= PERTURB_SHIFT;
    probe->start = (probe->start * 5 + 1 + probe->perturbation) & (uint64_t)mask;
    begin_run(probe, mask);
}

static inline SetEntry *probe_entry(const Set *set, const Probe *probe) {
    return &set->table[(int64_t)probe->start + probe->step];
}

static ptrdiff_t table_bytes(const Set *set) {
    return set->table && set->table != set->small ? (ptrdiff_t)((size_t)(set->mask + 1) * sizeof(SetEntry))
                                                  : 0;
}

/* --- Tables --------------------------------------------------------------------------------------- */

static void new_table(Heap *heap, Set *set, int64_t size) {
    set->mask = size - 1;
    if (size == SET_MIN_SIZE) {
        set->table = memset(set->small, 0, sizeof set->small);
        return;
    }
    set->table = memory_new((size_t)size, sizeof(SetEntry)); /* not calloc(), which is slow for small ones */
    memset(set->table, 0, (size_t)size * sizeof(SetEntry));
    heap_account(heap, table_bytes(set));
}

static void free_table(Heap *heap, Set *set) {
    heap_account(heap, -table_bytes(set));
    if (set->table != set->small)
        free(set->table);
}

void set_release(Set *set, Heap *heap) {
    free_table(heap, set);
    set->table = NULL;
    set->count = set->fill = 0;
}

static Set *new_of_kind(Vm *vm, ObjectKind kind) {
    Set *set = heap_allocate(vm->heap, sizeof(Set), kind, vm->types_by_kind[kind]);
    set->table = set->small;
    set->mask = SET_MIN_SIZE - 1;
    return set;
}

Set *set_new(Vm *vm) {
    return new_of_kind(vm, KIND_SET);
}

Set *frozenset_new(Vm *vm) {
    return new_of_kind(vm, KIND_FROZENSET);
}

/* Sets that type_allocate() made have no table before they are first used. */
static void need_table(Vm *vm, Set *set) {
    if (!set->table)
        new_table(vm->heap, set, SET_MIN_SIZE);
}

/* Adds an item that is known to be absent from a table that holds no deleted ones. */
static void insert_clean(Set *set, Value key, int64_t hash) {
    Probe probe = probe_begin(hash, set->mask);
    while (probe_entry(set, &probe)->key != NOTHING)
        probe_next(&probe, set->mask);
    *probe_entry(set, &probe) = (SetEntry){key, hash};
}

void set_resize(Vm *vm, Set *set, int64_t wanted) {
    int64_t size = SET_MIN_SIZE;
    while (size <= wanted)
        size *= 2;
    int64_t old_mask = set->mask;
    SetEntry *old = set->table, small[SET_MIN_SIZE];
    bool was_small = old == set->small;
    heap_account(vm->heap, -table_bytes(set));
    if (was_small && size == SET_MIN_SIZE)
        old = memcpy(small, set->small, sizeof small);
    new_table(vm->heap, set, size);
    if (set->count > 0)
        for (int64_t i = 0; i <= old_mask; i++)
            if (old[i].key != NOTHING)
                insert_clean(set, old[i].key, old[i].hash);
    set->fill = set->count;
    if (!was_small)
        free(old);
}

void set_swap(Set *set, Set *other) {
    SetEntry small[SET_MIN_SIZE];
    memcpy(small, set->small, sizeof small);
    memcpy(set->small, other->small, sizeof small);
    memcpy(other->small, small, sizeof small);
    SetEntry *table = set->table == set->small ? other->small : set->table;
    set->table = other->table == other->small ? set->small : other->table;
    other->table = table;
    int64_t count = set->count, fill = set->fill, mask = set->mask;
    set->count = other->count;
    set->fill = other->fill;
    set->mask = other->mask;
    other->count = count;
    other->fill = fill;
    other->mask = mask;
    set->version++;
    other->version++;
}

void set_clear(Vm *vm, Set *set) {
    heap_write_barrier(vm->heap, set);
    set_release(set, vm->heap);
    set->version++;
    new_table(vm->heap, set, SET_MIN_SIZE);
}

const SetEntry *set_next_entry(const Set *set, int64_t *position) {
    if (!set->table)
        return NULL;
    while (*position <= set->mask) {
        const SetEntry *entry = &set->table[(*position)++];
        if (entry->key != NOTHING)
            return entry;
    }
    return NULL;
}

Value set_next(const Set *set, int64_t *position) {
    const SetEntry *entry = set_next_entry(set, position);
    return entry ? entry->key : NOTHING;
}

/* --- Single items --------------------------------------------------------------------------------- */

/* The entry of an item. NULL: absent, or raised; then *free is where it belongs: the last entry of a deleted
 * item that the search came by, else the empty one where it ended. A script that is run to compare items may
 * change the set: then the search begins again. */
static SetEntry *lookup(Vm *vm, Set *set, Value item, int64_t hash, SetEntry **free, bool *raised) {
    *raised = false;
restart:
    *free = NULL;
    need_table(vm, set);
    for (Probe probe = probe_begin(hash, set->mask);; probe_next(&probe, set->mask)) {
        SetEntry *entry = probe_entry(set, &probe);
        if (entry->key == NOTHING && entry->hash == 0) {
            if (!*free)
                *free = entry;
            return NULL;
        }
        if (entry->hash == DELETED)
            *free = entry;
        if (entry->hash != hash)
            continue;
        int equal = key_equal_quickly(vm, entry->key, item);
        if (equal < 0) {
            uint32_t version = set->version;
            equal = key_equal(vm, object_value(set), entry->key, item);
            if (equal < 0) {
                *raised = true;
                return NULL;
            }
            if (set->version != version)
                goto restart;
        }
        if (equal)
            return entry;
    }
}

/* Is it there? As far as that can be told without running a script; else -1. */
static inline int contains_quickly(Vm *vm, const Set *set, Value item, int64_t hash) {
    if (set->count == 0)
        return 0;
    uint64_t mask = (uint64_t)set->mask, start = (uint64_t)hash & mask, perturbation = (uint64_t)hash;
    for (;;) {
        const SetEntry *entry = &set->table[start];
        const SetEntry *last = start + LINEAR_PROBES <= mask ? entry + LINEAR_PROBES : entry;
        for (; entry <= last; entry++) {
            if (entry->key == item)
                return 1;
            if (entry->hash == hash && entry->key != NOTHING) {
                int equal = key_equal_quickly(vm, entry->key, item);
                if (equal != 0)
                    return equal;
            } else if (entry->hash == 0 && entry->key == NOTHING) {
                return 0;
            }
        }
        perturbation >>= PERTURB_SHIFT;
        start = (start * 5 + 1 + perturbation) & mask;
    }
}

bool set_add_hashed(Vm *vm, Set *set, Value item, int64_t hash) {
    bool raised;
    SetEntry *free;
    if (lookup(vm, set, item, hash, &free, &raised) || raised)
        return !raised;
    bool reused = free->hash == DELETED;
    *free = (SetEntry){item, hash};
    set->count++;
    set->version++;
    if (reused)
        return true;
    set->fill++;
    if (set->fill * 5 >= set->mask * 3)
        set_resize(vm, set, set->count > LARGE_SET ? set->count * 2 : set->count * 4);
    return true;
}

int set_contains_hashed(Vm *vm, Set *set, Value item, int64_t hash) {
    bool raised;
    SetEntry *free;
    SetEntry *entry = lookup(vm, set, item, hash, &free, &raised);
    return raised ? -1 : entry != NULL;
}

int set_discard_hashed(Vm *vm, Set *set, Value item, int64_t hash) {
    bool raised;
    SetEntry *free;
    SetEntry *entry = lookup(vm, set, item, hash, &free, &raised);
    if (!entry)
        return raised ? -1 : 0;
    heap_write_barrier(vm->heap, set);
    *entry = (SetEntry){NOTHING, DELETED};
    set->count--;
    set->version++;
    return 1;
}

bool set_add(Vm *vm, Set *set, Value item) {
    int64_t hash;
    return key_hash(vm, object_value(set), item, NOTHING, &hash) && set_add_hashed(vm, set, item, hash);
}

/* Hashes what is looked for. A set cannot be hashed, so a frozenset stands in for it. */
static bool hash_wanted(Vm *vm, Set *set, Value *item, int64_t *hash) {
    if (is_kind(*item, KIND_SET) && as_object(*item)->type == vm->types_by_kind[KIND_SET]) {
        Set *frozen = set_copy(vm, AS(Set, *item), KIND_FROZENSET, vm->types_by_kind[KIND_FROZENSET]);
        *item = object_value(frozen);
    }
    return key_hash(vm, object_value(set), *item, NOTHING, hash);
}

int set_contains(Vm *vm, Set *set, Value item) {
    int64_t hash;
    if (key_hash_quickly(vm, item, &hash)) {
        int contained = contains_quickly(vm, set, item, hash);
        return contained >= 0 ? contained : set_contains_hashed(vm, set, item, hash);
    }
    return hash_wanted(vm, set, &item, &hash) ? set_contains_hashed(vm, set, item, hash) : -1;
}

int set_discard(Vm *vm, Set *set, Value item) {
    int64_t hash;
    return hash_wanted(vm, set, &item, &hash) ? set_discard_hashed(vm, set, item, hash) : -1;
}

Value set_pop(Vm *vm, Set *set) {
    if (set->count == 0)
        return NOTHING;
    heap_write_barrier(vm->heap, set);
    int64_t i = set->finger & set->mask;
    while (set->table[i].key == NOTHING)
        i = i == set->mask ? 0 : i + 1;
    Value item = set->table[i].key;
    set->table[i] = (SetEntry){NOTHING, DELETED};
    set->count--;
    set->version++;
    set->finger = i + 1;
    return item;
}

/* --- Many items ----------------------------------------------------------------------------------- */

/* One big step at the start, as few of the items are expected to be there already. */
static void make_room(Vm *vm, Set *set, int64_t more) {
    if ((set->fill + more) * 5 >= set->mask * 3)
        set_resize(vm, set, (set->count + more) * 2);
}

static bool merge_set(Vm *vm, Set *set, Set *other) {
    if (set == other || other->count == 0)
        return true;
    make_room(vm, set, other->count);
    if (set->fill == 0) {
        set->count = set->fill = other->count;
        set->version++;
        if (set->mask == other->mask && other->fill == other->count) {
            memcpy(set->table, other->table, (size_t)(set->mask + 1) * sizeof(SetEntry));
            return true;
        }
        int64_t position = 0;
        for (const SetEntry *entry; (entry = set_next_entry(other, &position));)
            insert_clean(set, entry->key, entry->hash);
        return true;
    }
    int64_t position = 0;
    for (const SetEntry *entry; (entry = set_next_entry(other, &position));)
        if (!set_add_hashed(vm, set, entry->key, entry->hash))
            return false;
    return true;
}

static bool merge_dict(Vm *vm, Set *set, Dict *other) {
    make_room(vm, set, other->count);
    uint32_t position = 0;
    for (DictEntry *entry; (entry = dict_next(other, &position));)
        if (!set_add_hashed(vm, set, entry->key, entry->hash))
            return false;
    return true;
}

static bool add_each(Vm *vm, Set *set, Value iterable) {
    Value iterator = value_iter(vm, iterable);
    if (iterator == NOTHING)
        return false;
    vm_root(vm, iterator);
    Value item;
    while ((item = value_next(vm, iterator)) != NOTHING)
        if (!set_add(vm, set, item))
            return false;
    return !vm_has_exception(vm);
}

bool set_update(Vm *vm, Set *set, Value iterable) {
    need_table(vm, set);
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(set));
    vm_root(vm, iterable);
    bool updated;
    if (is_any_set(iterable))
        updated = merge_set(vm, set, AS(Set, iterable));
    else if (is_object(iterable) && as_object(iterable)->type == vm->types_by_kind[KIND_DICT])
        updated = merge_dict(vm, set, AS(Dict, iterable));
    else
        updated = add_each(vm, set, iterable);
    vm_root_reset(vm, mark);
    return updated;
}

Set *set_copy(Vm *vm, Set *set, ObjectKind kind, Type *type) {
    Set *copy = new_of_kind(vm, kind);
    copy->head.type = type;
    merge_set(vm, copy, set); /* into an empty table: compares nothing */
    return copy;
}

Set *set_from_iterable(Vm *vm, ObjectKind kind, Value iterable) {
    Set *set = new_of_kind(vm, kind);
    return set_update(vm, set, iterable) ? set : NULL;
}
