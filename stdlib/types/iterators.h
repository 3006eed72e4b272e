/* The iterators that other files make. Each is exhausted for good once it has ended. */
#ifndef BIDE_STDLIB_TYPES_ITERATORS_H
#define BIDE_STDLIB_TYPES_ITERATORS_H

#include "vm/vm.h"

/* X.__reversed__() of a list, a tuple or any sequence. */
Value sequence_reversed_method(Vm *vm, Value *args, int argc);

/* iter(callable, sentinel). */
Value callable_iterator_new(Vm *vm, Value callable, Value sentinel);

Value bytes_iterator_new(Vm *vm, Value bytes); /* or a bytearray */
Value set_iterator_new(Vm *vm, Value set);

/* Makes a native type for the standard library's own use and keeps it alive for ever. */
Type *native_type_new(Vm *vm, const TypeDef *def, Type *base);

/* __iter__ of an iterator: itself. */
Value iterator_itself(Vm *vm, Value self);

#endif
