/* Module _collections: the parts of collections that are in C. Each function enters its types into the
 * module. */
#ifndef BIDE_STDLIB_COLLECTIONS_H
#define BIDE_STDLIB_COLLECTIONS_H

#include "stdlib/modules.h"

void deque_setup(Vm *vm, Module *module);
void tuple_getter_setup(Vm *vm, Module *module);

#endif
