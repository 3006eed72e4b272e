/* Imports: modules that are in the program (in C, or embedded text) and `.py` files on sys.path. */
#ifndef BIDE_VM_IMPORT_H
#define BIDE_VM_IMPORT_H

#include "vm/vm.h"

/* The import statement: module `name` with `level` leading dots; `from_list` None or a tuple of names.
 * Without a from-list, `import a.b` gives a. NOTHING: raised. */
Value import_module(Vm *vm, String *name, Value from_list, int level, Dict *globals);
/* from module import name. NOTHING: raised ImportError. */
Value import_from(Vm *vm, Value module, String *name);
/* from module import *, into the globals or the namespace of code for exec() (see variables.h). */
bool import_star(Vm *vm, Value module, Dict *target);

/* A new, empty module with __name__ (and __doc__ and such as None), not yet in sys.modules. */
Module *module_new(Vm *vm, String *name);

/* The file of a module, named by the last part of its dotted name, in the folders that the list `path` names;
 * malloc'ed. It is a package's __init__.py where there is one: then *folder is the package's, malloc'ed too,
 * and NULL otherwise. NULL: none. */
char *import_find_file(Vm *vm, Value path, const char *last, char **folder);

#endif
