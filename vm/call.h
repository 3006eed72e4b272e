/* Calling. The one convention: `args` holds the positional arguments, then one value per keyword; `argc`
 * counts them all; `keywords` is a Tuple of the names, or NULL. Callers keep `args` where the collector sees
 * it (registers, or vm->thread roots).
 *
 * Inside the interpreter loop a call of a script function pushes a frame and goes on; these functions are for
 * native code, which calls through a nested run of the loop. Native recursion is bounded (RecursionError). */
#ifndef BIDE_VM_CALL_H
#define BIDE_VM_CALL_H

#include "vm/object.h"

/* Native code that calls itself through values (the repr of a nested list) asks this at every level. False:
 * the C stack is nearly used up; RecursionError raised. */
bool vm_enter_native(Vm *vm);

/* Calls anything callable. Returns its result; NOTHING: raised. Behind the call comes a safepoint. */
Value vm_call(Vm *vm, Value callee, Value *args, int argc, Tuple *keywords);

/* The same without the safepoint: for finalizers, where a Ctrl-C would be lost. */
Value vm_call_uninterrupted(Vm *vm, Value callee, Value *args, int argc, Tuple *keywords);

/* callable(v) */
bool value_is_callable(Vm *vm, Value v);

/* Shorthands, positional only; the arguments are rooted for the call. */
Value vm_call0(Vm *vm, Value callee);
Value vm_call1(Vm *vm, Value callee, Value a);
Value vm_call2(Vm *vm, Value callee, Value a, Value b);

/* Calls self.name(args...): looks `name` up as an attribute. */
Value vm_call_method(Vm *vm, Value self, String *name, Value *args, int argc);

/* Calls the special method `name` as found on the type of `self` (never on the instance). Returns NOTHING
 * with no exception pending when the type lacks it. */
Value vm_call_special(Vm *vm, Value self, String *name, Value *args, int argc);

/* Binds call arguments to the parameters of a script function: fills registers[0 .. parameter count) of a new
 * frame, defaults, *args and **kwargs included. False: raised TypeError in CPython's words. */
bool function_bind_arguments(Vm *vm, Function *function, Value *registers, const Value *args, int argc,
                             Tuple *keywords);

#endif
