/* set and frozenset: open addressing with the table sizes and the probing of CPython, so that sets of numbers
 * are walked in the very order CPython walks them (linear runs of nine, then a perturbed jump; the table
 * grows fourfold while small and is kept under three fifths full). */
#ifndef BIDE_VM_SET_H
#define BIDE_VM_SET_H

#include "vm/object.h"

enum { SET_MIN_SIZE = 8 }; /* of a table */

typedef struct SetEntry {
    Value key; /* NOTHING: empty, or deleted when hash is -1 */
    int64_t hash;
} SetEntry;

typedef struct Set { /* frozenset too (KIND_FROZENSET) */
    Obj head;
    int64_t count;                /* live */
    int64_t fill;                 /* live and deleted */
    int64_t mask;                 /* table size - 1 */
    SetEntry *table;              /* `small`, or malloc'ed; NULL: not used yet */
    uint32_t version;             /* changes whenever an item is added or removed */
    int64_t finger;               /* where set_pop() goes on searching */
    int64_t frozen_hash;          /* frozenset: cached hash; 0: not computed */
    SetEntry small[SET_MIN_SIZE]; /* most sets never need another table */
} Set;

Set *set_new(Vm *vm);
Set *frozenset_new(Vm *vm);

/* What these functions are given stays alive while they run scripts. An item that is a set is looked for, and
 * discarded, as the frozenset that equals it. */
bool set_add(Vm *vm, Set *set, Value item);        /* may run scripts; false: raised */
int set_contains(Vm *vm, Set *set, Value item);    /* 1, 0, -1: raised */
int set_discard(Vm *vm, Set *set, Value item);     /* 1 removed, 0 absent, -1: raised */
bool set_update(Vm *vm, Set *set, Value iterable); /* false: raised */
void set_clear(Vm *vm, Set *set);
Set *set_copy(Vm *vm, Set *set, ObjectKind kind, Type *type);
Value set_pop(Vm *vm, Set *set); /* NOTHING: it is empty (raises nothing) */

/* set(iterable) or frozenset(iterable), by `kind`. NULL: raised. */
Set *set_from_iterable(Vm *vm, ObjectKind kind, Value iterable);

/* What the methods of these names do with one argument. The new set is a plain one of the same kind as `set`;
 * NULL: raised. */
Set *set_union(Vm *vm, Set *set, Value other);
Set *set_intersection(Vm *vm, Set *set, Value other);
Set *set_difference(Vm *vm, Set *set, Value other);
Set *set_symmetric_difference(Vm *vm, Set *set, Value other);
/* In place; false: raised. (set_update() is the union.) */
bool set_intersection_update(Vm *vm, Set *set, Value other);
bool set_difference_update(Vm *vm, Set *set, Value other);
bool set_symmetric_difference_update(Vm *vm, Set *set, Value other);
/* set <= other; 1, 0, -1: raised. */
int set_is_subset(Vm *vm, Set *set, Set *other);
/* No item in common? 1, 0, -1: raised. */
int set_is_disjoint(Vm *vm, Set *set, Value other);

/* The two change their items. */
void set_swap(Set *set, Set *other);

/* With the hash at hand; else as above. */
bool set_add_hashed(Vm *vm, Set *set, Value item, int64_t hash);
int set_contains_hashed(Vm *vm, Set *set, Value item, int64_t hash);
int set_discard_hashed(Vm *vm, Set *set, Value item, int64_t hash);
/* Makes room anew for more than `wanted` items, without the traces of deleted ones. */
void set_resize(Vm *vm, Set *set, int64_t wanted);

static inline bool is_any_set(Value v) {
    return is_kind(v, KIND_SET) || is_kind(v, KIND_FROZENSET);
}

/* Frees the table: for the collector. */
void set_release(Set *set, Heap *heap);

/* Walks the table: start with *position 0; NOTHING at the end. */
Value set_next(const Set *set, int64_t *position);
/* The same, with the hash; NULL at the end. */
const SetEntry *set_next_entry(const Set *set, int64_t *position);

#endif
