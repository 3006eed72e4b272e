/* Generators, coroutines and asynchronous generators: a frame in an object of its own.
 *
 * The frame inside a Generator is exactly as large as its code needs, and runs in place: to suspend is to
 * leave, to resume is to come back; nothing is copied. A chain of `yield from` and `await` is a linked list:
 * `delegate` points inwards, `delegator` outwards. The outermost generator, the root, knows the innermost,
 * its `leaf`; whoever resumes the root jumps straight to the leaf, and a yield there jumps straight back to
 * who drives the root. When a leaf finishes, its result goes to its delegator, which becomes the leaf. So a
 * resume costs the same at any depth.
 *
 * Where what is sent, or a delegate's result, goes is told by the instruction that suspends: it is the one
 * before pc, and its R[a] is the place.
 *
 * Invariants: root->leaf is right while root->delegator is NULL; leaf->root is right for leaves; only the
 * frame of a leaf has a `back` frame, and only while the chain runs. A native iterator delegated to (a list
 * iterator, a Future, an object with __next__) is not linked: the delegating generator is the leaf, and
 * `delegate` holds the iterator, which is stepped. So it is with native coroutines. One that would only give
 * way, asyncio.sleep(0), is never made: GIVE_WAY stands for it, until somebody looks at it. */
#ifndef BIDE_VM_GENERATOR_H
#define BIDE_VM_GENERATOR_H

#include <stddef.h>

#include "vm/frame.h"

typedef enum GeneratorState {
    GENERATOR_CREATED,   /* not begun */
    GENERATOR_SUSPENDED, /* at a yield, or within a chain that is */
    GENERATOR_RUNNING,   /* the root of a running chain, or its leaf */
    GENERATOR_FINISHED,
} GeneratorState;

/* How a delegator waits for a linked delegate. The last four are for asynchronous generators, whose
 * ASYNC_YIELD gives the delegator a result without ending the delegate. */
typedef enum GeneratorLink {
    LINK_PLAIN,     /* yield from, await */
    LINK_FOR_AITER, /* async for: an end takes the loop's jump */
    LINK_ASEND,     /* __anext__, asend: an end raises StopAsyncIteration */
    LINK_ATHROW,    /* athrow */
    LINK_ACLOSE,    /* aclose: an end is success, an ASYNC_YIELD an error */
} GeneratorLink;

/* KIND_GENERATOR, KIND_COROUTINE, KIND_ASYNC_GENERATOR. head.aux counts the delegations around it, for
 * RecursionError. */
struct Generator {
    Obj head;
    uint8_t state;       /* GeneratorState */
    bool closing;        /* a GeneratorExit was thrown in to close it */
    bool linked;         /* `delegate` is a Generator (or NativeCoroutine) linked into the chain */
    uint8_t link;        /* GeneratorLink: how its delegator waits for it */
    bool hooked : 1;     /* asynchronous generator: the loop knows it */
    bool item_ready : 1; /* asynchronous generator driven by hand: what it yielded is an item, not a
                            suspension */
    bool temporary : 1;  /* made by the very expression that a for loop iterates over */
    bool unseen : 1;  /* made by the expression that delegates to it, and no script has got hold of it: when
                         it returns, nothing refers to it any more */
    bool aclosed : 1; /* asynchronous generator: aclose() has begun, whether it heeded that or not */
    Generator *root;
    Generator *leaf;
    Generator *delegator;
    Value delegate; /* NOTHING: none */
    Value handled;  /* of a root: while suspended, the exception its chain is handling (NOTHING: none); while
                       it runs, its driver's thread->base_handled (NOTHING: NONE). Of an asynchronous
                       generator that runs in a chain: the one its awaiter is handling */
    Frame frame;    /* must be last: registers follow */
};

/* The generator in which a frame with in_generator lies. */
static inline Generator *frame_generator(Frame *frame) {
    return (Generator *)((char *)frame - offsetof(Generator, frame));
}

/* A reference to it leaves the chain. */
static inline Value generator_show(Generator *generator) {
    generator->unseen = false;
    return object_value(generator);
}

static inline size_t generator_size(const Code *code) {
    return sizeof(Generator) + code->register_count * sizeof(Value);
}

/* What became of a resumed generator (or any native coroutine). */
typedef enum ResumeResult { RESUME_YIELDED, RESUME_RETURNED, RESUME_RAISED } ResumeResult;

/* Resumes from native code through a nested run of the loop: sends `value`, or throws `exception` unless
 * NOTHING. *result: what was yielded or returned. RESUME_RAISED: the exception is pending. Works on any
 * generator or coroutine. */
ResumeResult generator_resume(Vm *vm, Value generator, Value value, Value exception, Value *result);

/* Runs `each` on every item of a generator until it returns false, in one run of the loop. False: raised.
 * What it is given stays alive; so does the item. */
bool generator_for_each(Vm *vm, Generator *generator, bool (*each)(Vm *vm, Value item, void *state),
                        void *state);

/* Such a walk, as the loop knows it. */
typedef struct GeneratorWalk {
    Generator *generator;
    bool (*each)(Vm *vm, Value item, void *state);
    void *state;
} GeneratorWalk;

/* For the loop: the generator has yielded `item`. False: the walk is over, or `each` has raised. */
bool generator_walk_item(Vm *vm, GeneratorWalk *walk, Value item);

/* generator.close(): false: raised. */
bool generator_close(Vm *vm, Value generator);

/* A coroutine written in C: `step` is called to run it on, with what is sent or thrown in. It links into
 * chains as script coroutines do, and to a script is an ordinary coroutine. Its struct begins with a
 * NativeCoroutine. */
typedef struct NativeCoroutine {
    Obj head;
    uint8_t state; /* GeneratorState */
    int step;      /* where it goes on; its own business */
    Generator *delegator;
    const struct NativeCoroutineDef *def;
} NativeCoroutine;

typedef struct NativeCoroutineDef {
    const char *qualname; /* "Queue.get" */
    size_t size;
    /* Runs on. `sent` is NONE at first; `thrown` is NOTHING or an exception to be handled or raised.
     * Yielding a future (see task.h) waits for it. */
    ResumeResult (*resume)(Vm *vm, NativeCoroutine *self, Value sent, Value thrown, Value *result);
    void (*trace)(Heap *heap, NativeCoroutine *self);
    /* A line for people who watch: what is awaited ("sleep(0.8)"); may be NULL. Writes into `out`. */
    void (*describe)(Vm *vm, NativeCoroutine *self, StringBuilder *out);
} NativeCoroutineDef;

/* A new, zeroed native coroutine of def->size bytes in state CREATED. */
void *native_coroutine_new(Vm *vm, const NativeCoroutineDef *def);

/* Marks a generator as finished without running it. */
void generator_set_finished(Vm *vm, Generator *generator);

/* A for loop iterates over it as a temporary: notes that, if the expression has just made it. */
void generator_mark_temporary(Vm *vm, Generator *generator);

/* "generator", "coroutine", "async generator". */
const char *generator_kind_name(const Generator *generator);

/* "coro", "Queue.get": the qualified name; of another object that a task may step, its type's name. */
const char *generator_qualname(Value generator);
/* What it delegates to (gi_yieldfrom, cr_await), or NONE. */
Value generator_delegate(Vm *vm, Value generator);
/* Where it stands: code and word index; false: finished or native. */
bool generator_place(Value generator, Code **code, uint32_t *instruction);

#endif
