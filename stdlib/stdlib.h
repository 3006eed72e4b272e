/* The standard library: all that a script can call or import.
 *
 * stdlib_setup() gives the core types their methods, fills the builtins namespace, and hands the vm the table
 * of modules. A module is made when it is first imported. Each folder or file here is one module or one
 * built-in type. */
#ifndef BIDE_STDLIB_STDLIB_H
#define BIDE_STDLIB_STDLIB_H

#include "vm/vm.h"

/* Call once, right after vm_new(vm, stdlib_find_module). False: raised. */
bool stdlib_setup(Vm *vm);

/* The table of modules, native and embedded; NULL: no such module. */
const BuiltinModule *stdlib_find_module(const char *name);

/* The names of all modules, for completion: by index from 0; NULL behind the last one. */
const char *stdlib_module_name(size_t index);

#endif
