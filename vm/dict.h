/* dict: an index table (open addressing) over a dense array of entries in order of insertion.
 *
 * Deleting leaves an entry whose value is NOTHING; iteration skips it. A *stable* dict (the namespace of a
 * module or class, flag OBJ_STABLE_DICT) never moves an entry to another index, and keeps the key of a
 * deleted entry: so an entry's index is a slot that compiled code may use, and a slot may be reserved before
 * the name has a value. Keys that are strings compare without running scripts. Functions that may call
 * __hash__ or __eq__ say so: those can collect and can raise. */
#ifndef BIDE_VM_DICT_H
#define BIDE_VM_DICT_H

#include "vm/object.h"

typedef struct DictEntry {
    Value key;
    Value value; /* NOTHING: deleted, or a reserved slot */
    int64_t hash;
} DictEntry;

struct Dict {
    Obj head;
    uint32_t count;      /* live entries */
    uint32_t used;       /* entries in the array, dead ones included */
    uint32_t capacity;   /* of the array */
    uint32_t fill;       /* index slots taken; at most capacity */
    uint32_t index_size; /* a power of two; 0: none yet */
    uint32_t version;    /* changes whenever a key is added or removed */
    DictEntry *entries;  /* malloc'ed */
    void *indices;       /* behind the entries: uint8, uint16 or uint32 by index_size; all ones: empty */
};

Dict *dict_new(Vm *vm);
Dict *dict_new_stable(Vm *vm);
Dict *dict_copy(Vm *vm, Dict *dict);

/* Any key; may run scripts. What they are given stays alive meanwhile. */
Value dict_get(Vm *vm, Dict *dict, Value key);             /* NOTHING: absent, or raised (check vm) */
int dict_contains(Vm *vm, Dict *dict, Value key);          /* 1, 0, -1: raised */
bool dict_set(Vm *vm, Dict *dict, Value key, Value value); /* false: raised */
int dict_delete(Vm *vm, Dict *dict, Value key);            /* 1 deleted, 0 absent, -1 raised */
Value dict_pop(Vm *vm, Dict *dict, Value key);             /* NOTHING: absent, or raised */
DictEntry *dict_find(Vm *vm, Dict *dict, Value key, int64_t hash, bool *raised); /* NULL: absent or raised */

/* The value of `key`, which is set to `value` where it is absent. NOTHING: raised. */
Value dict_set_default(Vm *vm, Dict *dict, Value key, Value value);
/* Takes the newest entry out and copies it to *entry. False: the dict is empty. Runs no script. */
bool dict_pop_last(Vm *vm, Dict *dict, DictEntry *entry);

/* String keys; run no script, raise nothing. */
Value dict_get_string(const Dict *dict, String *key); /* NOTHING: absent */
void dict_set_string(Vm *vm, Dict *dict, String *key, Value value);
bool dict_delete_string(Vm *vm, Dict *dict, String *key);
Value dict_get_c(Vm *vm, const Dict *dict, const char *key);
void dict_set_c(Vm *vm, Dict *dict, const char *key, Value value); /* interns the key */

/* Makes any dict a stable one, for good. */
static inline void dict_make_stable(Dict *dict) {
    dict->head.flags |= OBJ_STABLE_DICT;
}

/* Stable dicts: the slot of a name, reserved if it is new. */
uint32_t dict_slot(Vm *vm, Dict *dict, String *name);
/* The slot of a name, or -1. */
int64_t dict_find_slot(const Dict *dict, String *name);

void dict_clear(Vm *vm, Dict *dict);
/* As dict.update(x); may run scripts; false: raised. */
bool dict_update(Vm *vm, Dict *dict, Value mapping_or_pairs);
bool dict_merge(Vm *vm, Dict *dict, Dict *other); /* likewise */

/* Walks live entries in order: start with *position 0. Returns NULL at the end. The dict must not change
 * meanwhile. */
DictEntry *dict_next(const Dict *dict, uint32_t *position);

/* Iterators over keys, values or items, and views. */
typedef enum DictPart { DICT_KEYS, DICT_VALUES, DICT_ITEMS } DictPart;
typedef struct DictIterator {
    Obj head;
    Dict *dict;              /* NULL when exhausted */
    uint32_t position;       /* of the next entry; reversed: behind the next one */
    uint32_t expected_count; /* the dict's; UINT32_MAX: it was found changed */
    uint32_t remaining;      /* entries that are still to come, if the dict does not change */
    uint8_t part;            /* DictPart */
    bool reversed;
} DictIterator;
Value dict_iterator_new(Vm *vm, Dict *dict, DictPart part);
Value dict_iterator_new_reversed(Vm *vm, Dict *dict, DictPart part);
/* NOTHING: exhausted, or raised RuntimeError as the dict was changed. */
Value dict_iterator_next(Vm *vm, DictIterator *iterator);
DictEntry *dict_iterator_next_entry(Vm *vm, DictIterator *iterator); /* NULL likewise */

/* Frees the tables: for the collector. */
void dict_release(Dict *dict, Heap *heap);

#endif
