/* Imports: modules that are in the program (in C, or embedded text) and `.py` files on sys.path.
 *
 * The library in the program is an entry of sys.path: so a file beside the script comes before the library's
 * module of that name, and a file in a folder that the script appends comes after it, as with CPython. */
#ifndef BIDE_VM_IMPORT_H
#define BIDE_VM_IMPORT_H

#include <string.h>

#include "vm/vm.h"

#define IMPORT_LIBRARY "<bide>" /* the library in the program, on sys.path and in tracebacks */

/* Is this the name of a file of the library in the program? */
static inline bool is_library_file(const String *file_name) {
    return strncmp(file_name->chars, IMPORT_LIBRARY "/", strlen(IMPORT_LIBRARY "/")) == 0;
}

/* The import statement: module `name` with `level` leading dots; `from_list` None or a tuple of names.
 * Without a from-list, `import a.b` gives a. NOTHING: raised. */
Value import_module(Vm *vm, String *name, Value from_list, int level, Dict *globals);
/* from module import name. NOTHING: raised ImportError. */
Value import_from(Vm *vm, Value module, String *name);
/* from module import *, into the globals or the namespace of code for exec() (see variables.h). */
bool import_star(Vm *vm, Value module, Dict *target);

/* A new, empty module with __name__ (and __doc__ and such as None), not yet in sys.modules. */
Module *module_new(Vm *vm, String *name);

/* Where a module comes from: the program itself, or a file, which for a package is its __init__.py. */
typedef struct FoundModule {
    const BuiltinModule *builtin; /* NULL: a file */
    char *file;
    char *folder; /* NULL: no package */
} FoundModule;

/* Finds the module of that dotted name. `path` lists folders: sys.path, or for a part of a package the
 * package's __path__ (NOTHING: it has none, and so lies in the program). False: none, and nothing to free. */
bool import_find(Vm *vm, const char *name, Value path, FoundModule *found);
void found_module_free(FoundModule *found);

#endif
