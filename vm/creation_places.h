/* Where futures, handles and coroutines were made: kept by the debug mode of event loops, for people.
 *
 * A table beside the objects, so that it costs them nothing while no loop is in debug mode; it does not keep
 * them alive. A place is a stack of script frames, innermost last, without those of the library. */
#ifndef BIDE_VM_CREATION_PLACES_H
#define BIDE_VM_CREATION_PLACES_H

#include "vm/vm.h"

/* Notes that `object` is being made here. */
void creation_place_note(Vm *vm, Obj *object);

/* The stack at which it was made, as a traceback shows it; NULL: nobody noted it. */
String *creation_place_stack(const Vm *vm, const Obj *object);

/* " created at file.py:3"; nothing where nobody noted it. */
void creation_place_write(Vm *vm, const Obj *object, StringBuilder *out);

void creation_places_free(Vm *vm);

#endif
