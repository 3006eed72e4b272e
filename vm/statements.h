/* What some statements and expressions do, beside calling and computing: raise, with, f-strings, function
 * definitions, expression statements. The interpreter loop calls these for one instruction each. */
#ifndef BIDE_VM_STATEMENTS_H
#define BIDE_VM_STATEMENTS_H

#include "vm/vm.h"

/* raise `exception` [from `cause`, NOTHING: none]; the exception is pending afterwards, this one or what was
 * wrong with it. */
void raise_statement(Vm *vm, Value exception, Value cause);
/* A bare raise. True: what was being handled is pending again; false: there was nothing (RuntimeError is
 * pending). */
bool raise_again(Vm *vm);

/* LOAD_SPECIAL: pair[0], pair[1] = method of a with statement's object and the object. False: raised
 * TypeError. */
bool special_load(Vm *vm, Value object, String *name, bool is_async, Value *pair);

/* One {field} of an f-string: `spec` NOTHING for none; conversion 0 none, 1 str, 2 repr, 3 ascii. */
Value format_field(Vm *vm, Value v, Value spec, int conversion);
Value string_join_registers(Vm *vm, const Value *strings, int count);
Value slice_new(Vm *vm, Value start, Value stop, Value step);

/* MAKE_FUNCTION: `extras` and `flags` as its operands say. */
Value function_make(Vm *vm, Frame *frame, Code *code, const Value *extras, int flags);

/* The coroutine that an expression statement produced is lost, unless somebody else holds it: warns if it
 * never ran. False: raised. */
bool coroutine_drop(Vm *vm, Value coroutine);
/* An expression statement has ended whose temporaries lie from `first_register` of `frame` on. Warns of a
 * coroutine that was made for an argument, like f() in `print(f())`, if nobody has kept it. */
void argument_drop(Vm *vm, Frame *frame, int first_register);

/* The REPL shows the value of an expression statement: sys.displayhook's work. */
bool echo_value(Vm *vm, Value v);

/* What a safepoint is for: collection, finalizers, signals. False: raised (KeyboardInterrupt, a signal
 * handler's). */
bool vm_safepoint(Vm *vm);

#endif
