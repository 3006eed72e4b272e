/* Delegation: how a chain of `yield from` and `await` is entered, stepped and left (see generator.h for the
 * picture). The interpreter loop and generator.c share these pieces. */
#ifndef BIDE_VM_DELEGATION_H
#define BIDE_VM_DELEGATION_H

#include "vm/vm.h"

/* The rare cases of chain_enter(): refuses what runs already or is too deep (false: raised), and finds the
 * leaf of a generator in the midst of a chain that somebody else holds, which has none of its own on record.
 */
bool chain_check(Vm *vm, Generator *root);

/* After a generator in the midst of a suspended chain was driven from outside: the chain's own root gets its
 * leaf back. */
void chain_repair(Vm *vm, Generator *driven, Generator *leaf);

/* A chain is about to run: both ends pass the barrier. */
void chain_write_barrier(Vm *vm, Generator *root, Generator *leaf);

/* Exceptions that are being handled are what few resumes have to do with. NONE is handled only where it is
 * thread->base_handled too, and so was when the driver was entered: then all that these two do is to store
 * what is there already. */
void chain_enter_handling(Thread *thread, Generator *root);
void chain_leave_handling(Thread *thread, Generator *root, bool keep);

/* Marks the chain of `root` as running, makes its leaf's frame, which is to be gone on with, the thread's,
 * and returns the leaf; NULL: raised (already executing, too deep). `root` must not be finished. `driver`,
 * `result` and `mode` are the frame's back, result and on_return. */
__attribute__((always_inline)) static inline Generator *
chain_enter(Vm *vm, Thread *thread, Generator *root, Frame *driver, Value *result, ReturnMode mode) {
    if (__builtin_expect(root->state == GENERATOR_RUNNING || root->delegator != NULL ||
                             thread->depth >= vm->recursion_limit,
                         0) &&
        !chain_check(vm, root))
        return NULL;
    thread->depth++;
    Generator *leaf = root->leaf;
    if (__builtin_expect(leaf == root, 1)) {
        /* Mostly so: what is foretold here, the processor need not wait for. */
        leaf = root;
        __asm__("" : "+r"(leaf));
    }
    if (heap_is_marking(vm->heap))
        chain_write_barrier(vm, root, leaf);
    root->state = leaf->state = GENERATOR_RUNNING;
    if (__builtin_expect(thread->handled != NONE || root->handled != NOTHING, 0))
        chain_enter_handling(thread, root);
    leaf->frame.back = driver;
    leaf->frame.result = result;
    leaf->frame.on_return = mode;
    thread->frame = &leaf->frame;
    return leaf;
}

/* The chain of `root` gives control back to its driver. `keep`: what it was handling is kept for the next
 * resume. */
static inline void chain_leave(Thread *thread, Generator *root, bool keep) {
    if (__builtin_expect(thread->handled != NONE, 0))
        chain_leave_handling(thread, root, keep);
    thread->depth--;
}

/* The leaf yields to who drives the chain: marks it as suspended. */
static inline void chain_suspend(Thread *thread, Generator *leaf) {
    Generator *root = leaf->root;
    root->state = leaf->state = GENERATOR_SUSPENDED;
    chain_leave(thread, root, true);
    if (__builtin_expect(root->delegator != NULL, 0))
        chain_repair(thread->vm, root, leaf);
}

/* `outer` becomes the leaf of the running chain in place of `inner`. */
static inline Generator *chain_hand_over(Thread *thread, Generator *inner, Generator *outer) {
    heap_write_barrier(thread->vm->heap, outer);
    outer->delegate = NOTHING;
    outer->linked = false;
    inner->delegator = NULL;
    outer->root = inner->root;
    outer->root->leaf = outer;
    outer->state = GENERATOR_RUNNING;
    outer->frame.back = inner->frame.back;
    outer->frame.result = inner->frame.result;
    outer->frame.on_return = inner->frame.on_return;
    inner->root = inner->leaf = inner;
    return outer;
}

/* The leaf has come to an end. When the chain goes on with its delegator, that is returned, made the leaf,
 * and takes the leaf's back, result and on_return; NULL: the leaf was the root, and control goes to who
 * drives it. */
static inline Generator *chain_finish(Thread *thread, Generator *leaf) {
    leaf->state = GENERATOR_FINISHED;
    Generator *outer = leaf->delegator;
    if (outer && leaf->root != leaf)
        return chain_hand_over(thread, leaf, outer);
    chain_leave(thread, leaf, false);
    if (outer) {
        /* It was driven from outside: its delegator finds a finished delegate when it is resumed itself. */
        leaf->delegator = NULL;
        outer->linked = false;
        chain_repair(thread->vm, outer, outer);
    }
    return NULL;
}

/* The leaf hands control to its delegator without ending (ASYNC_YIELD; a delegate that ignored its close). As
 * above. */
static inline Generator *chain_unlink(Thread *thread, Generator *leaf) {
    leaf->state = GENERATOR_SUSPENDED;
    return chain_hand_over(thread, leaf, leaf->delegator);
}

/* `inner`, whose innermost delegate is `leaf`, becomes the delegate of the running leaf `outer`. */
static inline void chain_attach(Generator *outer, Generator *inner, Generator *leaf) {
    inner->delegator = outer;
    inner->head.aux = outer->head.aux + 1;
    outer->delegate = object_value(inner);
    outer->linked = true;
    if (outer != outer->root)
        outer->state = GENERATOR_SUSPENDED;
    leaf->root = outer->root;
    leaf->root->leaf = leaf;
    leaf->state = GENERATOR_RUNNING;
    leaf->frame.back = outer->frame.back;
    leaf->frame.result = outer->frame.result;
    leaf->frame.on_return = outer->frame.on_return;
}

/* Makes `inner` the delegate of the running leaf `outer`. Returns the new leaf (which took over back, result
 * and on_return), or NULL when it cannot be linked (someone else delegates to it already, or it runs): then
 * it must be stepped or refused. */
static inline Generator *chain_link(Vm *vm, Generator *outer, Generator *inner, GeneratorLink link) {
    if (inner->delegator || inner->state == GENERATOR_RUNNING)
        return NULL;
    Generator *leaf = inner->leaf;
    if (heap_is_marking(vm->heap))
        chain_write_barrier(vm, inner, leaf);
    inner->link = link;
    chain_attach(outer, inner, leaf);
    return leaf;
}

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

/* The same where an exception is thrown into the step before it is awaited: that exception is to go into the
 * generator, in whatever state that is, in place of what the step was made for. */
bool async_step_begin_throwing(Vm *vm, AsyncGeneratorStep *step);

#endif
