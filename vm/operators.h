/* The operations of the language on any value: what the interpreter's slow paths and native code call.
 *
 * All may run scripts (special methods) unless said otherwise, and raise what CPython raises. */
#ifndef BIDE_VM_OPERATORS_H
#define BIDE_VM_OPERATORS_H

#include "vm/string.h"
#include "vm/type.h"

Value value_binary(Vm *vm, BinaryOperator op, Value left, Value right);
Value value_in_place(Vm *vm, BinaryOperator op, Value left, Value right);
Value value_unary(Vm *vm, UnaryOperation op, Value operand);
Value value_compare(Vm *vm, Comparison op, Value left,
                    Value right); /* any result, as rich comparison gives */
int value_compare_truth(Vm *vm, Comparison op, Value left, Value right); /* 1, 0, -1: raised */
int value_equal(Vm *vm, Value left, Value right);        /* identity first, then ==; 1, 0, -1: raised */
int value_truth(Vm *vm, Value v);                        /* 1, 0, -1: raised */
bool value_hash(Vm *vm, Value v, int64_t *hash);         /* false: raised (unhashable) */
int value_contains(Vm *vm, Value container, Value item); /* 1, 0, -1: raised */

Value value_get_attribute(Vm *vm, Value object, String *name);
/* As above, but NOTHING with no exception pending when absent. */
Value value_find_attribute(Vm *vm, Value object, String *name);
bool value_set_attribute(Vm *vm, Value object, String *name, Value value); /* NOTHING deletes */
Value attribute_get_generic(Vm *vm, Value object, String *name);           /* object.__getattribute__ */
bool attribute_set_generic(Vm *vm, Value object, String *name, Value value);
/* object.__getattribute__, but NOTHING with no exception pending when absent. */
Value attribute_find_generic(Vm *vm, Value object, String *name);
/* What a value found in a class becomes when it is got through `object` (NOTHING: through the class itself):
 * a function a bound method, a property what its getter returns; anything without __get__ stays what it is.
 */
Value descriptor_get(Vm *vm, Value found, Value object, Type *type);
/* Does it come before the object's own attributes (has it a __set__)? */
bool descriptor_is_data(Value found);
/* Sets (value NOTHING: deletes) through something for which that holds. False: raised. */
bool descriptor_set(Vm *vm, Value descriptor, Value object, Value value);
/* The ops of functions, native functions, staticmethod, classmethod, property and native properties. */
Value descriptor_get_native(Vm *vm, Value found, Value object, Type *type);
bool descriptor_set_native(Vm *vm, Value descriptor, Value object, Value value);
/* What a super object finds for `name`, unbound; it must have an object. NOTHING: absent. */
Value super_find(Vm *vm, const Super *super, String *name);
/* For LOAD_METHOD: like value_get_attribute, but leaves a method unbound: *self is the object then, else
 * NOTHING. */
Value value_get_method(Vm *vm, Value object, String *name, Value *self);

Value value_get_item(Vm *vm, Value object, Value key);
bool value_set_item(Vm *vm, Value object, Value key, Value value); /* NOTHING deletes */
int64_t value_length(Vm *vm, Value v);                             /* -1: raised */

Value value_iter(Vm *vm, Value iterable);
/* What makes a list of a script's object asks it for its length first, to make room: __len__ and
 * __length_hint__ are called, whatever they say. False: raised what is wrong with them. */
bool value_ask_length_hint(Vm *vm, Value iterable);
Value value_next(Vm *vm,
                 Value iterator); /* NOTHING and no exception pending: exhausted (StopIteration is eaten) */

Value value_repr(Vm *vm, Value v); /* a str, or NOTHING */
Value value_str(Vm *vm, Value v);
Value value_ascii(Vm *vm, Value v);
Value value_format(Vm *vm, Value v, String *spec); /* format(v, spec) */

/* Integers; see big_int.h for those of any size. value_index: the int that __index__ gives (what it accepts:
 * int, bool, objects with __index__); NOTHING: raised TypeError. value_to_index: the same as 64 bits; false:
 * raised that or OverflowError. */
Value value_index(Vm *vm, Value v);
bool value_to_index(Vm *vm, Value v, int64_t *out);
/* Likewise, as 32 bits. */
bool value_to_c_int(Vm *vm, Value v, int32_t *out);
bool value_is_integer(Value v);                     /* int, bool or an instance of a subclass of int */
int64_t value_integer(Value v);                     /* of one for which that holds: the nearest there is */
bool value_fits_int64(Value v);                     /* does value_integer() give all of it? */
bool value_to_double(Vm *vm, Value v, double *out); /* int, float, __float__; false: raised TypeError */
Value float_value(Vm *vm, double d);
Value int_value(Vm *vm, int64_t n);
/* Raises OverflowError: an int does not fit in `c_type` ("ssize_t", "int"). Returns NOTHING. */
Value int_overflow(Vm *vm, const char *c_type);

/* Iterates natively over anything, running `each` per item; stops when it returns false (it raised, or has
 * enough: *stopped). Lists, tuples and ranges are walked in place. Returns false when an exception is
 * pending. */
bool value_for_each(Vm *vm, Value iterable, bool (*each)(Vm *vm, Value item, void *state), void *state);

#endif
