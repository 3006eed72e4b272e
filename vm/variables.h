/* The uncommon ways of reading and deleting variables: globals that are not there yet, names of class bodies,
 * and the errors about variables without a value. */
#ifndef BIDE_VM_VARIABLES_H
#define BIDE_VM_VARIABLES_H

#include "vm/vm.h"

void raise_unbound_local(Vm *vm, Value name);
void raise_unbound_free(Vm *vm, Value name);

/* The namespace of builtins that code with these globals sees: what is in their __builtins__ (a dict or a
 * module), or else the vm's own. */
Dict *builtins_of(Vm *vm, Dict *globals);
/* A global whose slot is empty and that was no builtin when the code was compiled: looks in the builtins
 * again. NOTHING: raised NameError. */
Value global_load_late(Vm *vm, Dict *globals, Value name);
bool global_delete(Vm *vm, Dict *globals, uint32_t slot);

/* Names in a class body. The namespace may be of a subclass of dict that __prepare__ made: then its own
 * methods are called, so each of these may run scripts and raise. */

/* The namespace alone. NOTHING: it is not there, or raised. */
Value class_name_find(Vm *vm, Dict *namespace, String *name);
/* The class's namespace, then globals, then builtins. */
Value class_name_load(Vm *vm, Dict *namespace, String *name, Dict *globals);
bool class_name_store(Vm *vm, Dict *namespace, String *name, Value value);
bool class_name_delete(Vm *vm, Dict *namespace, String *name);

/* Makes __annotations__ in a namespace unless it is there. */
bool annotations_setup(Vm *vm, Dict *namespace);

#endif
