/* The tuples with named items in module sys that describe the interpreter: sys.version_info and its kin. */
#ifndef BIDE_STDLIB_SYS_INFO_H
#define BIDE_STDLIB_SYS_INFO_H

#include "vm/vm.h"

/* Enters version_info, int_info, float_info and hash_info into the namespace. */
void sys_info_setup(Vm *vm, Dict *namespace);

#endif
