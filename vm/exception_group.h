/* Exception groups (PEP 654): several exceptions that were raised at once, as one exception.
 *
 * A group is an Exception struct whose `extra` is its message and whose `extra2` is the tuple of what it
 * holds: exceptions and further groups, a tree. To split a group is to make one or two trees of the same form
 * that hold some of its leaves each; the parts are made by the group's method derive(), so that classes
 * written in the language stay what they are, and take over traceback, cause, context and notes.
 *
 * All that is here but is_exception_group() may call scripts: the caller roots what it holds. */
#ifndef BIDE_VM_EXCEPTION_GROUP_H
#define BIDE_VM_EXCEPTION_GROUP_H

#include "vm/exception.h"

bool is_exception_group(Vm *vm, Value v);

/* What `type`(message, exceptions) makes: BaseExceptionGroup makes an ExceptionGroup where it can.
 * `exceptions` is any sequence. NOTHING: raised (TypeError, ValueError). */
Value exception_group_new(Vm *vm, Type *type, Value message, Value exceptions);

/* split(condition): `condition` is an exception class, a tuple of them or a callable that is asked about
 * every group and leaf. *match and *rest become groups, or NONE where nothing belongs there; `rest` NULL: it
 * is not wanted. False: raised. */
bool exception_group_split(Vm *vm, Value group, Value condition, Value *match, Value *rest);

/* One clause `except* types` where *rest has not been caught yet (NONE: all has). 1: *match is the group of
 * what the clause catches, and *rest what it leaves. 0: nothing. -1: raised. What is no group is caught as a
 * group of its own. Both must point to what the collector sees. */
int exception_group_catch(Vm *vm, Value types, Value *rest, Value *match);

/* What remains to be raised when all clauses `except*` for `original` have run: `raised` holds what they
 * raised, `rest` (NONE: nothing) is what none of them caught. What was merely raised again joins the rest in
 * a group of the original's form. NONE: nothing; NOTHING: raised. */
Value exception_group_rejoin(Vm *vm, Value original, List *raised, Value rest);

#endif
