/* How C code offers itself to scripts: tables of functions, methods and properties, all static constants.
 *
 * A native function takes its arguments in an array: args[0] is self for a method. It returns its result, or
 * NOTHING when it raised. It must not keep `args`. While it neither allocates through a call into a script
 * nor calls one, no collection can happen, so values held only in C variables are safe; around vm_call() and
 * whatever may reach a script (value_equal, value_repr, value_hash, iteration of anything...) it must root
 * what it holds (see roots in vm.h).
 *
 * Arguments. `min` and `max` count positional arguments, self included. Arguments that are absent:
 *   keywords == NULL              args[argc] and beyond must not be read; max -1: any number
 *   keywords "a,b,/,c,*,d,e"      the parameters' names, self left out: `/` ends those that are positional
 * only, `*` begins those that are keyword only. args always has one entry per parameter (after self), NOTHING
 * where absent, and argc is that count. keywords "*,sep,end" max -1   variable positional: args is [self],
 * sep, end, then all positional arguments NATIVE_ANY_KEYWORDS           after the named ones comes one more
 * entry, a fresh Dict of the other keywords or NOTHING Wrong counts and unknown keywords raise TypeError in
 * CPython's words before the function is called. */
#ifndef BIDE_VM_NATIVE_H
#define BIDE_VM_NATIVE_H

#include "vm/object.h"

typedef Value (*NativeFunctionPointer)(Vm *vm, Value *args, int argc);

typedef struct NativeDef {
    const char *name;
    NativeFunctionPointer function;
    int16_t min, max;
    uint32_t flags;       /* NATIVE_... */
    const char *keywords; /* see above */
} NativeDef;

enum {
    NATIVE_STATIC = 1,       /* a static method of its type */
    NATIVE_CLASS = 2,        /* a class method: args[0] is the class */
    NATIVE_ANY_KEYWORDS = 4, /* takes **kwargs */
    NATIVE_RAW = 8, /* a closure that takes args, argc and keywords as the caller gave them (see call.h) */
    NATIVE_LIKE_SCRIPT = 32, /* complains of wrong arguments as a function written in the language does */
    NATIVE_COROUTINE_FUNCTION = 64, /* returns a coroutine: to a script it is an `async def` */
    NATIVE_OPERATION = 16,          /* a special method made from one of its type's ops */
    NATIVE_RESUMES = 128, /* next() and send(): with `min` arguments, what it does to a suspended generator
                             (or coroutine, as its owner says) is to send the second one, or None. So the loop
                             may do that itself. */
};

typedef struct NativePropertyDef {
    const char *name;
    Value (*get)(Vm *vm, Value self);
    bool (*set)(Vm *vm, Value self, Value value); /* NULL: read only; value NOTHING deletes; false: raised */
} NativePropertyDef;

typedef struct NativeFunction NativeFunction;

/* A function that wants to know the very object that is called: for its `extra` or its `owner`. `keywords` is
 * NULL but for NATIVE_RAW. */
typedef Value (*NativeClosurePointer)(Vm *vm, NativeFunction *callee, Value *args, int argc, Tuple *keywords);

/* A coroutine function's short cut, for a call whose coroutine is awaited there and then, so that no script
 * ever sees it. It is called with positional arguments that fit, and says what the `await` comes to where
 * nothing has to be waited for: its result, or GIVE_WAY where the task gives way once and the result is None.
 * NOTHING: nothing has been done yet, and the function is to make its coroutine. It raises nothing and calls
 * no script. */
typedef Value (*NativeAwaitPointer)(Vm *vm, Value *args, int argc);

struct NativeFunction {
    Obj head;
    const NativeDef *def;
    NativeClosurePointer closure; /* called in place of def->function, which is NULL then */
    Type *owner;                  /* the type whose method it is; NULL for functions of modules */
    String *module;               /* NULL for methods */
    Value extra; /* whatever its maker wants to keep with it (a closure in C); NOTHING else */
    /* def->keywords, counted: parameters that are positional only, that may be positional, and all of them.
     */
    uint8_t positional_only_count, positional_count, parameter_count;
    /* A call with plain_min to plain_min + plain_more positional arguments, self included, and none by
     * keyword needs no binding, but that args is filled up with NOTHING to plain_padded entries (0: it is
     * not). No call reaches the plain_min of a closure. */
    uint8_t plain_padded;
    int32_t plain_min;
    uint32_t plain_more;
    NativeAwaitPointer await; /* NULL: none */
    /* Of NATIVE_RESUMES: with how many arguments it resumes what kind of object (no plain call, then). */
    int32_t resume_count;
    uint8_t resumed_kind;
};

typedef struct NativeProperty {
    Obj head;
    const NativePropertyDef
        *def; /* NULL: a member that __slots__ declares; its value is among the attributes */
    Type *owner;
    String *name;
} NativeProperty;

/* A module in C. `functions` ends with a NULL name. `setup` (may be NULL) adds what else the module has;
 * false: raised. */
typedef struct ModuleDef {
    const char *name;
    const NativeDef *functions;
    bool (*setup)(Vm *vm, Module *module);
} ModuleDef;

/* Does it become a bound method when it is got through an instance? Functions of modules do not. */
static inline bool native_function_binds(const NativeFunction *function) {
    return function->owner && !(function->def->flags & (NATIVE_STATIC | NATIVE_CLASS));
}

/* Wraps `def` in an object; `owner` as in NativeFunction. */
Value native_function_new(Vm *vm, const NativeDef *def, Type *owner, String *module);

/* Likewise for a closure in C: `closure` is called, def->function is not looked at. */
Value native_closure_new(Vm *vm, const NativeDef *def, Type *owner, NativeClosurePointer closure,
                         Value extra);

/* Gives a coroutine function in C, which is no closure, its short cut. */
void native_function_set_await(Value function, NativeAwaitPointer await);

/* A plain call that has fewer arguments than plain_padded: fills them up. */
Value native_function_call_padded(Vm *vm, const NativeFunction *callee, const Value *args, int argc);

/* Binds arguments of the call convention of call.h to the layout described above, calls, and returns the
 * result. */
Value native_function_call(Vm *vm, NativeFunction *callee, Value *args, int argc, Tuple *keywords);

#endif
