/* What bytes and bytearray do alike: a result is of the same sort as the value it is made from (`like`), and
 * an argument may be of either sort. */
#ifndef BIDE_STDLIB_TYPES_BYTES_LIKE_H
#define BIDE_STDLIB_TYPES_BYTES_LIKE_H

#include "vm/vm.h"

/* `v` must be bytes or a bytearray; false: raised TypeError ("a bytes-like object is required, not 'str'").
 */
bool bytes_like_check(Vm *vm, Value v);

/* New bytes, or a new bytearray, as `like` is; all zero when `bytes` is NULL. */
Value bytes_like_new(Vm *vm, Value like, const void *bytes, size_t count);
/* Likewise, of what a builder holds, which is freed. */
Value bytes_like_finish(Vm *vm, Value like, StringBuilder *out);
/* `self`, or a copy if that could change or is of a derived class. */
Value bytes_like_unchanged(Vm *vm, Value self);
/* The bytes of one that was just made, to be filled in. */
uint8_t *bytes_like_bytes(Value made);

/* A number from 0 to 255, or -1: raised ValueError ("byte must be in range(0, 256)"), or what is wrong with
 * an index. */
int byte_from_value(Vm *vm, Value v);

/* What bytes(v) and bytearray(v) hold, as bytes: `v` a bytes-like object, a count of zeros, an iterable of
 * numbers. `name` is the constructor's. NOTHING: raised. */
Value bytes_from_source(Vm *vm, Value v, const char *name);
/* The numbers of an iterable as bytes; "`what` must be in range(0, 256)". NOTHING: raised. */
Value bytes_from_iterable(Vm *vm, Value v, const char *what);
/* The whole of those constructors' arguments: (source, encoding, errors), NOTHING where absent. */
Value bytes_from_arguments(Vm *vm, const Value bound[3], const char *name);

/* Adds b'...' to the builder. */
void bytes_like_add_repr(StringBuilder *out, Value self);

/* The operations of both types. */
int bytes_like_truth(Vm *vm, Value self);
int64_t bytes_like_len(Vm *vm, Value self);
Value bytes_like_compare(Vm *vm, Comparison op, Value left, Value right);
Value bytes_like_get_item(Vm *vm, Value self, Value key);
int bytes_like_contains(Vm *vm, Value self, Value item);
Value bytes_like_binary(Vm *vm, BinaryOperator op, Value left, Value right);
Value bytes_like_reflected(Vm *vm, BinaryOperator op, Value left, Value right);

#endif
