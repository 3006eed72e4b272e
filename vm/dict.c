#include "vm/dict.h"

#include <stdlib.h>

#include "vm/call.h"
#include "vm/key.h"
#include "vm/list.h"
#include "vm/memory.h"

/* The index table holds numbers of entries. A slot whose entry died keeps pointing at it: so a search goes on
 * past it. Sizes are CPython's: two thirds of the index may be taken; then the table is made anew for three
 * times what lives. */

enum { MIN_INDEX_SIZE = 8 };
static const uint32_t NO_ENTRY = UINT32_MAX;

/* What dict_lookup() answers beside the number of an entry. */
enum { ABSENT = -1, RAISED = -2, UNDECIDED = -3 };

static inline uint32_t index_get(const Dict *dict, uint32_t slot) {
    if (dict->index_size <= 0x100) {
        uint8_t entry = ((const uint8_t *)dict->indices)[slot];
        return entry == UINT8_MAX ? NO_ENTRY : entry;
    }
    if (dict->index_size <= 0x10000) {
        uint16_t entry = ((const uint16_t *)dict->indices)[slot];
        return entry == UINT16_MAX ? NO_ENTRY : entry;
    }
    return ((const uint32_t *)dict->indices)[slot];
}

static inline void index_set(Dict *dict, uint32_t slot, uint32_t entry) {
    if (dict->index_size <= 0x100)
        ((uint8_t *)dict->indices)[slot] = (uint8_t)entry;
    else if (dict->index_size <= 0x10000)
        ((uint16_t *)dict->indices)[slot] = (uint16_t)entry;
    else
        ((uint32_t *)dict->indices)[slot] = entry;
}

static size_t index_bytes(uint32_t index_size) {
    return (size_t)index_size * (index_size <= 0x100 ? 1 : index_size <= 0x10000 ? 2 : 4);
}

static size_t table_bytes(const Dict *dict) {
    return dict->index_size ? dict->capacity * sizeof(DictEntry) + index_bytes(dict->index_size) : 0;
}

/* The slots where an entry of some hash may be: all of them, in an order that depends on every bit. */
typedef struct Probe {
    uint32_t slot, mask;
    uint64_t perturbation;
} Probe;

static inline Probe probe_start(const Dict *dict, int64_t hash) {
    uint32_t mask = dict->index_size - 1;
    return (Probe){(uint32_t)hash & mask, mask, (uint64_t)hash};
}

static inline void probe_next(Probe *probe) {
    probe->perturbation >>= 5;
    probe->slot = (probe->slot * 5 + (uint32_t)probe->perturbation + 1) & probe->mask;
}

static inline bool entry_lives(const DictEntry *entry) {
    return entry->value != NOTHING;
}

/* --- Tables --------------------------------------------------------------------------------------- */

Dict *dict_new(Vm *vm) {
    return heap_allocate(vm->heap, sizeof(Dict), KIND_DICT, vm->types_by_kind[KIND_DICT]);
}

Dict *dict_new_stable(Vm *vm) {
    Dict *dict = dict_new(vm);
    dict->head.flags |= OBJ_STABLE_DICT;
    return dict;
}

void dict_release(Dict *dict, Heap *heap) {
    heap_account(heap, -(ptrdiff_t)table_bytes(dict));
    free(dict->entries);
    dict->entries = NULL;
    dict->indices = NULL;
    dict->count = dict->used = dict->capacity = dict->fill = dict->index_size = 0;
}

/* Puts the number of a new entry where a search for its hash ends. */
static void index_insert(Dict *dict, int64_t hash, uint32_t entry) {
    Probe probe = probe_start(dict, hash);
    while (index_get(dict, probe.slot) != NO_ENTRY)
        probe_next(&probe);
    index_set(dict, probe.slot, entry);
}

/* The power of two that CPython takes for an index of `wanted` slots: at times the next larger one. When a
 * dict is changed while it is walked, what the walk meets depends on when tables are made anew. */
static uint64_t index_size_for(uint64_t wanted) {
    uint64_t largest_slot = ((wanted | MIN_INDEX_SIZE) - 1) | (MIN_INDEX_SIZE - 1), size = MIN_INDEX_SIZE;
    while (size <= largest_slot)
        size *= 2;
    return size;
}

/* Makes the tables anew, the index for `wanted` slots or more. Dead entries go, unless the dict is stable. */
static void rebuild(Heap *heap, Dict *dict, uint64_t wanted) {
    uint64_t index_size = index_size_for(wanted);
    if (index_size > UINT32_MAX / 2)
        memory_exhausted();
    Dict old = *dict;
    bool stable = dict->head.flags & OBJ_STABLE_DICT;
    dict->index_size = (uint32_t)index_size;
    dict->capacity = (uint32_t)(index_size * 2 / 3);
    size_t bytes = table_bytes(dict);
    dict->entries = memory_new(bytes, 1);
    dict->indices = dict->entries + dict->capacity;
    memset(dict->indices, 0xff, index_bytes(dict->index_size));
    uint32_t used = 0;
    for (uint32_t i = 0; i < old.used; i++) {
        const DictEntry *entry = &old.entries[i];
        if (!stable && !entry_lives(entry))
            continue;
        dict->entries[used] = *entry;
        index_insert(dict, entry->hash, used++);
    }
    dict->used = dict->fill = used;
    heap_account(heap, (ptrdiff_t)bytes - (ptrdiff_t)table_bytes(&old));
    free(old.entries);
}

static uint64_t slots_for(uint64_t entries) {
    return (entries * 3 + 1) / 2;
}

/* Adds an entry for a key that is not there; `value` NOTHING reserves a slot. Its number. */
static uint32_t append_entry(Vm *vm, Dict *dict, Value key, Value value, int64_t hash) {
    if (dict->fill == dict->capacity)
        rebuild(vm->heap, dict, 3ull * (dict->head.flags & OBJ_STABLE_DICT ? dict->used : dict->count));
    uint32_t entry = dict->used++;
    index_insert(dict, hash, entry);
    dict->entries[entry] = (DictEntry){key, value, hash};
    dict->fill++;
    dict->version++;
    if (value != NOTHING)
        dict->count++;
    return entry;
}

static void set_value(Vm *vm, Dict *dict, DictEntry *entry, Value value) {
    heap_write_barrier(vm->heap, dict);
    if (!entry_lives(entry)) {
        dict->count++;
        dict->version++;
    }
    entry->value = value;
}

static void kill_entry(Vm *vm, Dict *dict, DictEntry *entry) {
    heap_write_barrier(vm->heap, dict);
    entry->value = NOTHING;
    if (!(dict->head.flags & OBJ_STABLE_DICT))
        entry->key = NOTHING;
    dict->count--;
    dict->version++;
}

Dict *dict_copy(Vm *vm, Dict *dict) {
    Dict *copy = dict_new(vm);
    if (dict->count == 0)
        return copy;
    if (dict->count < dict->used * 2 / 3 || dict->head.flags & OBJ_STABLE_DICT) {
        rebuild(vm->heap, copy, slots_for(dict->count));
        uint32_t position = 0;
        for (DictEntry *entry; (entry = dict_next(dict, &position));)
            append_entry(vm, copy, entry->key, entry->value, entry->hash);
        return copy;
    }
    size_t bytes = table_bytes(dict);
    copy->entries = memory_new(bytes, 1);
    memcpy(copy->entries, dict->entries, dict->used * sizeof(DictEntry));
    copy->indices = copy->entries + dict->capacity;
    memcpy(copy->indices, dict->indices, index_bytes(dict->index_size));
    copy->count = dict->count; /* a few dead entries may come along, as in CPython */
    copy->used = dict->used;
    copy->capacity = dict->capacity;
    copy->fill = dict->fill;
    copy->index_size = dict->index_size;
    heap_account(vm->heap, (ptrdiff_t)bytes);
    return copy;
}

/* --- Searching ------------------------------------------------------------------------------------ */

/* The entry of a string; it may be a dead one that a stable dict has kept. */
static int64_t lookup_string(const Dict *dict, String *key) {
    if (dict->index_size == 0)
        return ABSENT;
    int64_t hash = string_hash(key);
    for (Probe probe = probe_start(dict, hash);; probe_next(&probe)) {
        uint32_t number = index_get(dict, probe.slot);
        if (number == NO_ENTRY)
            return ABSENT;
        const DictEntry *entry = &dict->entries[number];
        if (entry->key == object_value(key))
            return number;
        if (entry->hash == hash && is_string(entry->key) && string_equal(AS(String, entry->key), key))
            return number;
    }
}

/* The entry of a plain string or a small integer, as far as that can be told without running a script; else
 * UNDECIDED. */
static inline int64_t lookup_quickly(Vm *vm, const Dict *dict, Value key, int64_t hash) {
    if (dict->index_size == 0)
        return ABSENT;
    for (Probe probe = probe_start(dict, hash);; probe_next(&probe)) {
        uint32_t number = index_get(dict, probe.slot);
        if (number == NO_ENTRY)
            return ABSENT;
        const DictEntry *entry = &dict->entries[number];
        if (entry->key == key)
            return number;
        if (entry->hash != hash || entry->key == NOTHING || both_small_ints(entry->key, key))
            continue;
        if (is_small_int(key) || !key_is_plain_string(vm, entry->key))
            return UNDECIDED;
        const String *a = AS(String, entry->key), *b = AS(String, key);
        if (a->byte_count == b->byte_count && chars_equal(a->chars, b->chars, a->byte_count))
            return number;
    }
}

/* Likewise. A script that is run to compare keys may change the dict: then the search begins anew. */
static int64_t lookup_comparing(Vm *vm, Dict *dict, Value key, int64_t hash) {
restart:
    if (dict->index_size == 0)
        return ABSENT;
    for (Probe probe = probe_start(dict, hash);; probe_next(&probe)) {
        uint32_t number = index_get(dict, probe.slot);
        if (number == NO_ENTRY)
            return ABSENT;
        const DictEntry *entry = &dict->entries[number];
        if (entry->key == key)
            return number;
        if (entry->hash != hash || entry->key == NOTHING)
            continue;
        int equal = key_equal_quickly(vm, entry->key, key);
        if (equal < 0) {
            uint32_t version = dict->version;
            equal = key_equal(vm, object_value(dict), entry->key, key);
            if (equal < 0)
                return RAISED;
            if (dict->version != version)
                goto restart;
        }
        if (equal)
            return number;
    }
}

static int64_t lookup(Vm *vm, Dict *dict, Value key, int64_t hash) {
    if (!is_small_int(key) && !key_is_plain_string(vm, key))
        return lookup_comparing(vm, dict, key, hash);
    int64_t number = lookup_quickly(vm, dict, key, hash);
    return number != UNDECIDED ? number : lookup_comparing(vm, dict, key, hash);
}

DictEntry *dict_find(Vm *vm, Dict *dict, Value key, int64_t hash, bool *raised) {
    int64_t number = lookup(vm, dict, key, hash);
    *raised = number == RAISED;
    return number >= 0 && entry_lives(&dict->entries[number]) ? &dict->entries[number] : NULL;
}

/* For keys that are neither strings nor small integers. */
static int64_t hash_and_lookup_slowly(Vm *vm, Dict *dict, Value key, Value value, int64_t *hash) {
    size_t mark = vm_root_mark(vm);
    vm_root(vm, value);
    bool hashed = key_hash(vm, object_value(dict), key, NOTHING, hash);
    int64_t number = hashed ? lookup_comparing(vm, dict, key, *hash) : RAISED;
    vm_root_reset(vm, mark);
    return number;
}

/* Hashes and looks up while `value`, if any, stays alive, too. */
static inline int64_t hash_and_lookup(Vm *vm, Dict *dict, Value key, Value value, int64_t *hash) {
    if (!key_hash_quickly(vm, key, hash))
        return hash_and_lookup_slowly(vm, dict, key, value, hash);
    int64_t number = lookup_quickly(vm, dict, key, *hash);
    return number != UNDECIDED ? number : lookup_comparing(vm, dict, key, *hash);
}

/* The live entry of `key`, or NULL: absent, or raised. */
static DictEntry *find(Vm *vm, Dict *dict, Value key, bool *raised) {
    int64_t hash, number = hash_and_lookup(vm, dict, key, NOTHING, &hash);
    *raised = number == RAISED;
    return number >= 0 && entry_lives(&dict->entries[number]) ? &dict->entries[number] : NULL;
}

Value dict_get(Vm *vm, Dict *dict, Value key) {
    int64_t hash, number = hash_and_lookup(vm, dict, key, NOTHING, &hash);
    return number >= 0 ? dict->entries[number].value : NOTHING;
}

int dict_contains(Vm *vm, Dict *dict, Value key) {
    int64_t hash, number = hash_and_lookup(vm, dict, key, NOTHING, &hash);
    return number == RAISED ? -1 : number >= 0 && entry_lives(&dict->entries[number]);
}

bool dict_set(Vm *vm, Dict *dict, Value key, Value value) {
    int64_t hash, number = hash_and_lookup(vm, dict, key, value, &hash);
    if (number == RAISED)
        return false;
    if (number == ABSENT)
        append_entry(vm, dict, key, value, hash);
    else
        set_value(vm, dict, &dict->entries[number], value);
    return true;
}

Value dict_set_default(Vm *vm, Dict *dict, Value key, Value value) {
    int64_t hash, number = hash_and_lookup(vm, dict, key, value, &hash);
    if (number == RAISED)
        return NOTHING;
    if (number == ABSENT)
        append_entry(vm, dict, key, value, hash);
    else if (entry_lives(&dict->entries[number]))
        return dict->entries[number].value;
    else
        set_value(vm, dict, &dict->entries[number], value);
    return value;
}

int dict_delete(Vm *vm, Dict *dict, Value key) {
    bool raised;
    DictEntry *entry = find(vm, dict, key, &raised);
    if (!entry)
        return raised ? -1 : 0;
    kill_entry(vm, dict, entry);
    return 1;
}

Value dict_pop(Vm *vm, Dict *dict, Value key) {
    bool raised;
    DictEntry *entry = find(vm, dict, key, &raised);
    if (!entry)
        return NOTHING;
    Value value = entry->value;
    kill_entry(vm, dict, entry);
    return value;
}

bool dict_pop_last(Vm *vm, Dict *dict, DictEntry *entry) {
    if (dict->count == 0)
        return false;
    uint32_t last = dict->used - 1;
    while (!entry_lives(&dict->entries[last]))
        last--;
    *entry = dict->entries[last];
    kill_entry(vm, dict, &dict->entries[last]);
    if (!(dict->head.flags & OBJ_STABLE_DICT)) {
        /* The next key takes its number; its index slot counts as taken until the next rebuilding. */
        dict->used = last;
    }
    return true;
}

/* --- Strings -------------------------------------------------------------------------------------- */

Value dict_get_string(const Dict *dict, String *key) {
    int64_t number = lookup_string(dict, key);
    return number < 0 ? NOTHING : dict->entries[number].value;
}

void dict_set_string(Vm *vm, Dict *dict, String *key, Value value) {
    int64_t number = lookup_string(dict, key);
    if (number < 0)
        append_entry(vm, dict, object_value(key), value, string_hash(key));
    else
        set_value(vm, dict, &dict->entries[number], value);
}

bool dict_delete_string(Vm *vm, Dict *dict, String *key) {
    int64_t number = lookup_string(dict, key);
    if (number < 0 || !entry_lives(&dict->entries[number]))
        return false;
    kill_entry(vm, dict, &dict->entries[number]);
    return true;
}

Value dict_get_c(Vm *vm, const Dict *dict, const char *key) {
    return dict_get_string(dict, string_intern_c(vm, key));
}

void dict_set_c(Vm *vm, Dict *dict, const char *key, Value value) {
    dict_set_string(vm, dict, string_intern_c(vm, key), value);
}

uint32_t dict_slot(Vm *vm, Dict *dict, String *name) {
    int64_t number = lookup_string(dict, name);
    return number < 0 ? append_entry(vm, dict, object_value(name), NOTHING, string_hash(name))
                      : (uint32_t)number;
}

int64_t dict_find_slot(const Dict *dict, String *name) {
    return lookup_string(dict, name);
}

/* --- Many entries --------------------------------------------------------------------------------- */

void dict_clear(Vm *vm, Dict *dict) {
    heap_write_barrier(vm->heap, dict);
    dict->version++;
    if (!(dict->head.flags & OBJ_STABLE_DICT)) {
        dict_release(dict, vm->heap);
        return;
    }
    for (uint32_t i = 0; i < dict->used; i++)
        dict->entries[i].value = NOTHING;
    dict->count = 0;
}

DictEntry *dict_next(const Dict *dict, uint32_t *position) {
    while (*position < dict->used) {
        DictEntry *entry = &dict->entries[(*position)++];
        if (entry_lives(entry))
            return entry;
    }
    return NULL;
}

bool dict_merge(Vm *vm, Dict *dict, Dict *other) {
    if (dict == other || other->count == 0)
        return true;
    if (dict->capacity < other->count && !(dict->head.flags & OBJ_STABLE_DICT))
        rebuild(vm->heap, dict, slots_for((uint64_t)dict->count + other->count));
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(dict));
    vm_root(vm, object_value(other));
    uint32_t position = 0, count = other->count;
    for (DictEntry *found; (found = dict_next(other, &position));) {
        DictEntry entry = *found;
        size_t entry_mark = vm_root_mark(vm);
        vm_root(vm, entry.key);
        vm_root(vm, entry.value);
        int64_t number = lookup(vm, dict, entry.key, entry.hash);
        vm_root_reset(vm, entry_mark);
        if (number == RAISED)
            break;
        if (number == ABSENT)
            append_entry(vm, dict, entry.key, entry.value, entry.hash);
        else
            set_value(vm, dict, &dict->entries[number], entry.value);
        if (other->count != count) {
            vm_raise(vm, vm->exceptions.RuntimeError, "dict mutated during update");
            break;
        }
    }
    vm_root_reset(vm, mark);
    return !vm_has_exception(vm);
}

/* From an object with keys(): every key with its item. */
static bool merge_mapping(Vm *vm, Dict *dict, Value mapping, Value keys_method) {
    Value keys = vm_call0(vm, keys_method);
    if (keys == NOTHING)
        return false;
    vm_root(vm, keys);
    Value iterator = value_iter(vm, keys);
    if (iterator == NOTHING)
        return false;
    vm_root(vm, iterator);
    Value key;
    while ((key = value_next(vm, iterator)) != NOTHING) {
        size_t mark = vm_root_mark(vm);
        vm_root(vm, key);
        Value item = value_get_item(vm, mapping, key);
        bool set = item != NOTHING && dict_set(vm, dict, key, item);
        vm_root_reset(vm, mark);
        if (!set)
            return false;
    }
    return !vm_has_exception(vm);
}

/* Sets what the `number`th item of an iterable of pairs says. */
static bool merge_pair(Vm *vm, Dict *dict, Value item, int64_t number) {
    Tuple *pair = tuple_of_items(
        vm, item, "cannot convert dictionary update sequence element #%l to a sequence", number);
    if (!pair)
        return false;
    if (pair->count != 2) {
        vm_raise(vm, vm->exceptions.ValueError,
                 "dictionary update sequence element #%l has length %l; 2 is required", number, pair->count);
        return false;
    }
    return dict_set(vm, dict, pair->items[0], pair->items[1]);
}

static bool merge_pairs(Vm *vm, Dict *dict, Value pairs) {
    Value iterator = value_iter(vm, pairs);
    if (iterator == NOTHING)
        return false;
    vm_root(vm, iterator);
    Value item;
    for (int64_t number = 0; (item = value_next(vm, iterator)) != NOTHING; number++) {
        size_t mark = vm_root_mark(vm);
        vm_root(vm, item);
        bool set = merge_pair(vm, dict, item, number);
        vm_root_reset(vm, mark);
        if (!set)
            return false;
    }
    return !vm_has_exception(vm);
}

bool dict_update(Vm *vm, Dict *dict, Value source) {
    /* As in CPython, a subclass is not asked, unless it walks its keys in a way of its own. */
    if (is_dict(source) && as_object(source)->type->ops.iter == vm->types_by_kind[KIND_DICT]->ops.iter)
        return dict_merge(vm, dict, AS(Dict, source));
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(dict));
    vm_root(vm, source);
    Value keys_method = value_find_attribute(vm, source, vm->names.keys);
    bool done;
    if (keys_method != NOTHING) {
        vm_root(vm, keys_method);
        done = merge_mapping(vm, dict, source, keys_method);
    } else {
        done = !vm_has_exception(vm) && merge_pairs(vm, dict, source);
    }
    vm_root_reset(vm, mark);
    return done;
}
