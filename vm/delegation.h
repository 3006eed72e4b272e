/* Delegation: how a chain of `yield from` and `await` is entered, stepped and left (see generator.h for the
 * picture). The interpreter loop and generator.c share these pieces. */
#ifndef BIDE_VM_DELEGATION_H
#define BIDE_VM_DELEGATION_H

#include "vm/vm.h"

/* Marks the chain of `root` as running and returns its leaf, whose frame is to be gone on with; NULL: raised
 * (already executing, too deep). `root` must not be finished. The caller sets the leaf's back, result and
 * on_return. */
Generator *chain_enter(Vm *vm, Generator *root);

/* The leaf yields to who drives the chain: marks it as suspended. */
void chain_suspend(Vm *vm, Generator *leaf);

/* The leaf has come to an end. When the chain goes on with its delegator, that is returned, made the leaf,
 * and takes the leaf's back, result and on_return; NULL: the leaf was the root, and control goes to who
 * drives it. */
Generator *chain_finish(Vm *vm, Generator *leaf);

/* The leaf hands control to its delegator without ending (ASYNC_YIELD; a delegate that ignored its close). As
 * above. */
Generator *chain_unlink(Vm *vm, Generator *leaf);

/* Makes `inner` the delegate of the running leaf `outer`. Returns the new leaf (which took over back, result
 * and on_return), or NULL when it cannot be linked (someone else delegates to it already, or it runs): then
 * it must be stepped or refused. */
Generator *chain_link(Generator *outer, Generator *inner, GeneratorLink link);

/* An asynchronous generator goes on within a chain: what it was handling at its last item is being handled
 * again, ... */
void chain_step_in(Vm *vm, Generator *generator);

/* ... and here, at its next item, what its awaiter was handling. */
void chain_step_out(Vm *vm, Generator *generator);

/* Steps a delegate that is not linked: sends or throws. */
ResumeResult delegate_step(Vm *vm, Value delegate, Value sent, Value thrown, Value *result);

/* What `await v` delegates to: a coroutine, a future, an iterator. NOTHING: raised. `context` as AWAIT's x.
 */
Value awaitable_get(Vm *vm, Value v, int context);

/* What `yield from v` delegates to, inside a function with these code flags. NOTHING: raised. */
Value delegate_get(Vm *vm, Value v, unsigned code_flags);

/* A StopIteration (or, from an asynchronous generator, StopAsyncIteration) must not leave a generator: turns
 * the pending one into a RuntimeError (PEP 479). */
void generator_convert_stop(Vm *vm, Generator *generator);

/* The awaitable that asend(), athrow(), aclose() and __anext__() return. */
typedef struct AsyncGeneratorStep {
    Obj head;
    Generator *generator;
    Value sent;    /* what to send */
    Value thrown;  /* or to throw; NOTHING: none */
    uint8_t link;  /* LINK_ASEND, LINK_ATHROW or LINK_ACLOSE */
    uint8_t state; /* GeneratorState */
} AsyncGeneratorStep;

extern const NativeLayout async_generator_step_layout;

/* What coroutine.__await__() returns: an iterator over the coroutine's steps. Who delegates to it delegates
 * to the coroutine. */
typedef struct CoroutineWrapper {
    Obj head;
    Value coroutine;
} CoroutineWrapper;

extern const NativeLayout coroutine_wrapper_layout;

/* Begins awaiting `step` from the running leaf: checks, and marks it used. *done: no delegation is needed,
 * the result of the await is None (aclose() of a finished generator). False: raised. */
bool async_step_begin(Vm *vm, AsyncGeneratorStep *step, bool *done);

#endif
