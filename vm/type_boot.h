/* The bare types that vm_new() makes of the core kinds, before anything is said about their operations. */
#ifndef BIDE_VM_TYPE_BOOT_H
#define BIDE_VM_TYPE_BOOT_H

#include "vm/type.h"

/* Makes all of vm->types_by_kind, vm->exceptions and the types that the vm has fields for. Before this call
 * there is no object in the heap; it also makes the empty string and tuple and the vm's names. */
void type_boot_all(Vm *vm);

#endif
