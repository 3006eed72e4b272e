/* Modules of the standard library that are written in the language itself.
 *
 * The build turns every .py file below stdlib/ into one table of sources inside the program
 * (stdlib/tools/embed.c writes it), so that `bide` is a single file that needs nothing beside it. A module's
 * name is its path below stdlib/ with dots for slashes; a folder's __init__.py is named after the folder. */
#ifndef BIDE_STDLIB_EMBEDDED_MODULES_H
#define BIDE_STDLIB_EMBEDDED_MODULES_H

#include "vm/vm.h"

/* All of them, sorted by name, ended by an entry whose name is NULL. Generated. */
extern const BuiltinModule embedded_modules[];

/* The module of that dotted name, or NULL where none is embedded. What it returns is constant and lives for
 * ever. */
const BuiltinModule *embedded_module_find(const char *name);

#endif
