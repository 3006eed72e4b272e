/* How callbacks and values look in the representations of futures, tasks and handles: "cb(1, 'a') at
 * file.py:3". All may run scripts (__repr__); what raises there shows as "<unprintable>". */
#ifndef BIDE_VM_CALLBACK_TEXT_H
#define BIDE_VM_CALLBACK_TEXT_H

#include "vm/vm.h"

/* repr(v), shortened in the middle where it is long, as the module reprlib does. */
void short_repr_write(Vm *vm, Value v, StringBuilder *out);

/* "name(arguments) at file:line", as far as there are a name and a place. `arguments` NULL: none. */
void callback_write(Vm *vm, Value callback, Tuple *arguments, StringBuilder *out);

/* What a functools.partial calls in the end; `v` itself, if it is none. */
Value partial_target(Vm *vm, Value v);

#endif
