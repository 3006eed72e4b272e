/* The methods of bytes: their table stands in bytes_methods.c, ended by a NULL name. */
#ifndef BIDE_STDLIB_TYPES_BYTES_METHODS_H
#define BIDE_STDLIB_TYPES_BYTES_METHODS_H

#include "vm/vm.h"

extern const NativeDef bytes_methods[];

/* `v` must be bytes; false: raised TypeError ("a bytes-like object is required, not 'str'"). */
bool bytes_check(Vm *vm, Value v);

#endif
