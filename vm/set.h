/* set and frozenset: open addressing with the table sizes and the probing of CPython, so that sets of numbers are walked
 * in the very order CPython walks them (linear runs of nine, then a perturbed jump; the table grows fourfold while
 * small and is kept under three fifths full). */
#ifndef BIDE_VM_SET_H
#define BIDE_VM_SET_H

#include "vm/object.h"

typedef struct SetEntry {
    Value key; /* NOTHING: empty, or deleted when hash is -1 */
    int64_t hash;
} SetEntry;

typedef struct Set { /* frozenset too (KIND_FROZENSET) */
    Obj head;
    int64_t count; /* live */
    int64_t fill;  /* live and deleted */
    int64_t mask;  /* table size - 1 */
    SetEntry *table; /* malloc'ed */
    uint32_t version;
    int64_t frozen_hash; /* frozenset: cached hash; 0: not computed */
} Set;

Set *set_new(Vm *vm);
Set *frozenset_new(Vm *vm);
bool set_add(Vm *vm, Set *set, Value item);         /* may run scripts; false: raised */
int set_contains(Vm *vm, Set *set, Value item);     /* 1, 0, -1: raised */
int set_discard(Vm *vm, Set *set, Value item);      /* 1 removed, 0 absent, -1: raised */
bool set_update(Vm *vm, Set *set, Value iterable);  /* false: raised */
void set_clear(Vm *vm, Set *set);
Set *set_copy(Vm *vm, Set *set, ObjectKind kind, Type *type);
/* Walks the table: start with *position 0; NOTHING at the end. */
Value set_next(const Set *set, int64_t *position);

#endif
