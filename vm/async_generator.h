/* Asynchronous generators (PEP 525): the steps asend(), athrow(), aclose() and the `async for` over one. */
#ifndef BIDE_VM_ASYNC_GENERATOR_H
#define BIDE_VM_ASYNC_GENERATOR_H

#include "vm/delegation.h"

/* aiter(v), for `async for`: TypeError where it has no __aiter__, or that returns no asynchronous iterator.
 */
Value async_iterator_get(Vm *vm, Value v);

/* What `async for` awaits for the next item of an iterator that is no native asynchronous generator. */
Value async_next_get(Vm *vm, Value iterator);

/* False: raised RuntimeError "anext(): asynchronous generator is already running" (`operation` is "anext").
 */
bool async_generator_check_idle(Vm *vm, Generator *generator, const char *operation);

/* Tells the running event loop, if there is one, of a generator that is first iterated, so that it can be
 * closed at the end. */
void async_generator_hook(Vm *vm, Generator *generator);

/* An `async for` over a temporary was left early: the event loop is to run its aclose(). */
void async_generator_drop(Vm *vm, Generator *generator);

/* A new awaitable step. */
Value async_step_new(Vm *vm, Generator *generator, GeneratorLink link, Value sent, Value thrown);

#endif
