/* What the files of the types of classes, functions and modules share. */
#ifndef BIDE_STDLIB_TYPES_NAMES_H
#define BIDE_STDLIB_TYPES_NAMES_H

#include "vm/vm.h"

/* For dir(): enters every name of the class and its ancestors into `names`; a new list of its keys. */
void add_names_of_class(Vm *vm, Dict *names, const Type *type);
Value list_of_keys(Vm *vm, const Dict *names);

/* A read-only view of a dict (types.MappingProxyType). */
Value mapping_proxy_new(Vm *vm, Dict *dict);

/* `left | right` of types (types.UnionType); NOT_IMPLEMENTED when one is neither a type, None nor a union. */
Value union_new(Vm *vm, Value left, Value right);
/* ops.binary and ops.reflected of whatever may stand in a union: knows `|` alone. */
Value union_operator(Vm *vm, BinaryOperator op, Value left, Value right);
/* Did a `type` statement make it? Then it may stand in a union, too. */
bool is_type_alias(Value v);

/* "0x7f1c0a2b3c40": an object's address, as repr() shows it. */
void builder_add_address(StringBuilder *out, Value object);

#endif
