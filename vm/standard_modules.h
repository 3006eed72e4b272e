/* The names of CPython's standard library: of these Bide says that it ships without them, and it is these
 * that a misspelt name is likely to mean. */
#ifndef BIDE_VM_STANDARD_MODULES_H
#define BIDE_VM_STANDARD_MODULES_H

#include "vm/vm.h"

bool is_standard_module(const String *name);

/* Is it a package in CPython: one whose modules Bide may ship without? */
bool is_standard_package(const String *name);

/* Those that begin as `name` does, as strings: a slip seldom is in the first letter, and modules of other
 * makers are no slips. */
List *standard_module_names_like(Vm *vm, const String *name);

#endif
