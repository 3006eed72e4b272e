/* The hashes that a script can see, and that decide the order of a set of numbers: as CPython computes them
 * on a machine of 64 bits. Numbers that are equal hash alike whatever their type: to their value modulo the
 * prime 2**61 - 1. */
#ifndef BIDE_VM_HASHING_H
#define BIDE_VM_HASHING_H

#include "vm/value.h"

int64_t hash_integer(int64_t n);
/* `object` (its address) is what not-a-number hashes to. */
int64_t hash_double(double d, const void *object);
int64_t hash_pointer(const void *pointer);

/* Of a tuple, fed with the hashes of its items: begin, add each, finish. */
uint64_t hash_tuple_begin(void);
uint64_t hash_tuple_add(uint64_t accumulator, int64_t item_hash);
int64_t hash_tuple_finish(uint64_t accumulator, int64_t count);

/* What a __hash__ method returned: -1 is reserved. */
static inline int64_t hash_from_method(int64_t n) {
    return n == -1 ? -2 : n;
}

#endif
