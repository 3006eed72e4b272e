/* Functions and methods that are written in the language, in a module that is imported when the first of them
 * is called: open(), the loop's create_connection()... To a script they are built in. */
#ifndef BIDE_STDLIB_FORWARDING_H
#define BIDE_STDLIB_FORWARDING_H

#include "vm/type.h"
#include "vm/vm.h"

/* `name` of module `module` ("asyncio.streams"), which is imported if need be. NOTHING: raised. */
Value forwarding_find(Vm *vm, const char *module, String *name);

/* A function, or a method of `owner` (NULL: none), that calls the one of its own name in `module` with all
 * that it is given. `def` has NATIVE_RAW. */
Value forwarding_new(Vm *vm, const NativeDef *def, Type *owner, const char *module);

#endif
