/* bytearray: bytes that can change, in an array of their own that grows by half when it is full.
 *
 * Invariants: a NUL stands behind the last byte, so what wants C text can read it. While `holds` is not zero,
 * native code works on the bytes with the interpreter lock released: they stay where they are, and whatever
 * would make them more or fewer is a BufferError. */
#ifndef BIDE_VM_BYTE_ARRAY_H
#define BIDE_VM_BYTE_ARRAY_H

#include <stddef.h>

#include "vm/object.h"

/* A new bytearray; all zero when `bytes` is NULL. */
Value byte_array_new(Vm *vm, const void *bytes, size_t count);

/* Makes room in place of [start, stop) for `count` bytes, which are then to be filled in, and returns where.
 * NULL: raised BufferError. */
uint8_t *byte_array_open(Vm *vm, ByteArray *array, size_t start, size_t stop, size_t count);

/* Puts `count` bytes, which do not lie in the array, in place of [start, stop). False: raised BufferError. */
bool byte_array_replace(Vm *vm, ByteArray *array, size_t start, size_t stop, const void *bytes, size_t count);

/* Keeps the bytes of `v`, a bytes or a bytearray, where they are until they are let go. */
ByteSpan byte_span_hold(Value v);
void byte_span_release(Value v);

/* Frees what it malloc'ed: the collector's. */
void byte_array_free(ByteArray *array, Heap *heap);

#endif
