/* The Vm: everything one interpreter owns. There are no globals: `Vm *vm` is the first argument of every call
 * that may allocate, raise or run a script. */
#ifndef BIDE_VM_VM_H
#define BIDE_VM_VM_H

#include <stdatomic.h>

#include "vm/exception.h"
#include "vm/generator.h"
#include "vm/operators.h"
#include "vm/thread.h"

/* Names the vm looks up itself, interned once: vm->names.init is "__init__". X(field, text) */
/* clang-format off */
#define VM_NAMES(X)                                                                                          \
    X(init, "__init__") X(new_, "__new__") X(del, "__del__") X(call, "__call__") X(name, "__name__")         \
    X(qualname, "__qualname__") X(module, "__module__") X(doc, "__doc__") X(dict, "__dict__")                \
    X(class_, "__class__") X(slots, "__slots__") X(bases, "__bases__") X(mro, "__mro__") X(file, "__file__") \
    X(annotations, "__annotations__") X(main, "__main__") X(builtins, "__builtins__") X(all, "__all__")      \
    X(repr, "__repr__") X(str, "__str__") X(format, "__format__") X(hash, "__hash__") X(bool_, "__bool__")   \
    X(len, "__len__") X(length_hint, "__length_hint__") X(getitem, "__getitem__") X(setitem, "__setitem__")  \
    X(delitem, "__delitem__") X(missing, "__missing__") X(contains, "__contains__") X(iter, "__iter__")      \
    X(next, "__next__") X(reversed, "__reversed__") X(enter, "__enter__") X(exit, "__exit__")                \
    X(aenter, "__aenter__") X(aexit, "__aexit__") X(await, "__await__") X(aiter, "__aiter__")                \
    X(anext, "__anext__") X(get, "__get__") X(set, "__set__") X(delete, "__delete__")                        \
    X(getattr, "__getattr__") X(getattribute, "__getattribute__") X(setattr, "__setattr__")                  \
    X(delattr, "__delattr__") X(dir, "__dir__") X(set_name, "__set_name__")                                  \
    X(init_subclass, "__init_subclass__") X(class_getitem, "__class_getitem__") X(eq, "__eq__")              \
    X(ne, "__ne__") X(lt, "__lt__") X(le, "__le__") X(gt, "__gt__") X(ge, "__ge__") X(add, "__add__")        \
    X(index, "__index__") X(int_, "__int__") X(float_, "__float__") X(round, "__round__")                    \
    X(trunc, "__trunc__") X(floor, "__floor__") X(ceil, "__ceil__") X(abs, "__abs__")                        \
    X(send, "send") X(throw_, "throw") X(split, "split") X(derive, "derive")                                 \
    X(close, "close") X(value, "value") X(keys, "keys") X(self, "self")                                      \
    X(underscore, "_") X(classcell, "__classcell__") X(wrapped, "__wrapped__") X(notes, "__notes__")         \
    X(cause, "__cause__") X(context, "__context__") X(traceback, "__traceback__") X(write, "write")          \
    X(flush, "flush") X(stdout_, "stdout") X(stderr_, "stderr") X(path, "__path__") X(spec, "__spec__")      \
    X(loader, "__loader__") X(package, "__package__") X(instancecheck, "__instancecheck__")                  \
    X(subclasscheck, "__subclasscheck__") X(mro_entries, "__mro_entries__") X(prepare, "__prepare__")        \
    X(metaclass, "metaclass") X(lambda, "<lambda>") X(empty, "") X(abstractmethods, "__abstractmethods__")   \
    X(orig_bases, "__orig_bases__") X(sub, "__sub__") X(mul, "__mul__") X(truediv, "__truediv__")            \
    X(floordiv, "__floordiv__") X(mod, "__mod__") X(pow, "__pow__") X(lshift, "__lshift__")                  \
    X(rshift, "__rshift__") X(and_, "__and__") X(or_, "__or__") X(xor, "__xor__") X(matmul, "__matmul__")    \
    X(divmod, "__divmod__") X(radd, "__radd__") X(rsub, "__rsub__") X(rmul, "__rmul__")                      \
    X(rtruediv, "__rtruediv__") X(rfloordiv, "__rfloordiv__") X(rmod, "__rmod__") X(rpow, "__rpow__")        \
    X(rlshift, "__rlshift__") X(rrshift, "__rrshift__") X(rand, "__rand__") X(ror, "__ror__")                \
    X(rxor, "__rxor__") X(rmatmul, "__rmatmul__") X(rdivmod, "__rdivmod__") X(iadd, "__iadd__")              \
    X(isub, "__isub__") X(imul, "__imul__") X(itruediv, "__itruediv__") X(ifloordiv, "__ifloordiv__")        \
    X(imod, "__imod__") X(ipow, "__ipow__") X(ilshift, "__ilshift__") X(irshift, "__irshift__")              \
    X(iand, "__iand__") X(ior, "__ior__") X(ixor, "__ixor__") X(imatmul, "__imatmul__") X(neg, "__neg__")    \
    X(pos, "__pos__") X(invert, "__invert__")
/* clang-format on */

typedef struct VmNames {
#define X(field, text) String *field;
    VM_NAMES(X)
#undef X
} VmNames;

typedef struct VmExceptions {
#define X(name, base) Type *name;
    EXCEPTION_CLASSES(X)
#undef X
} VmExceptions;

/* A module that is in the program: in C (`native`) or in the language (`source`). The vm is handed the table
 * at start. */
typedef struct BuiltinModule {
    const char *name;
    const ModuleDef *native;
    const char *source; /* text, when native is NULL */
    size_t source_length;
} BuiltinModule;

typedef const BuiltinModule *(*FindBuiltinModule)(const char *name); /* NULL: no such module */

enum { SIGNAL_COUNT = 65 }; /* signals are numbered from 1 */

struct Vm {
    Heap *heap;
    Thread *thread;        /* the one that runs; the interpreter lock's holder */
    atomic_int interrupts; /* nonzero: the next safepoint has something to do: see interrupt.h */
    int recursion_limit;   /* of Thread.depth */
    Thread *main_thread;
    Thread *threads; /* all of them, the newest first */
    struct InterpreterLock *lock;
    uint32_t thread_count, awake_count; /* awake: those that have, want or are about to want the lock */
    uint64_t threads_started;
    VmNames names;
    VmExceptions exceptions;
    Type *types_by_kind[KIND_COUNT_ALL]; /* the native type of each kind: types_by_kind[KIND_LIST] is list */
    Type *object_type;
    Type *int_type, *bool_type, *float_type, *none_type; /* also in types_by_kind */
    Dict *builtins;                                      /* stable: the namespace of module builtins */
    Dict *modules;                                       /* sys.modules */
    List *path;                                          /* sys.path */
    List *arguments;                                     /* sys.argv */
    FindBuiltinModule find_builtin_module;
    struct Importing *importing; /* modules whose bodies are being run, the last begun first; NULL: none */
    struct InternTable *interned;
    struct SideAttributes *side_attributes;
    Shape *shapes; /* every shape there is */
    uint32_t next_shape_id;
    uint32_t type_epoch; /* changes when a method or descriptor of any class does: inline caches compare it */
    TypeCacheEntry type_cache[TYPE_CACHE_SIZE]; /* see type_lookup */
    /* What native functions show themselves as: methods found in a class, and special methods bound to an
     * object. */
    Type *method_descriptor_type, *wrapper_descriptor_type, *method_wrapper_type;
    Type *member_descriptor_type; /* of a NativeProperty that __slots__ declares */
    Type *sequence_iterator_type; /* of iter(x) where x has __getitem__ alone */
    String *empty_string;
    Tuple *empty_tuple;
    String *ascii_strings[128];          /* one-character strings */
    int int_digit_limit;                 /* the most decimal digits an int is converted from or to; 0: any */
    atomic_ullong pending_signals;       /* bit N-1: signal N has arrived */
    Value signal_handlers[SIGNAL_COUNT]; /* by number; NOTHING: as the program found it */
    bool debug_loops;                    /* new event loops are in debug mode: PYTHONASYNCIODEBUG, -X dev */
    bool notes_origins;                  /* a loop in debug mode runs: coroutines have their creation noted */
    struct CreationPlaces *creation_places; /* NULL: no loop has been in debug mode */
    struct Scheduler *scheduler;            /* see scheduler.h */
    struct Clock *clock;                    /* real or virtual */
    bool (*display)(Vm *vm, String *text);  /* writes the REPL's echo; given by the cli */
    void (*write_error)(Vm *vm, const char *chars,
                        size_t count); /* writes to sys.stderr; NULL: straight to descriptor 2 */
    bool (*interrupt_handler)(Vm *vm); /* see interrupt.h */
    Value (*running_frame)(Vm *vm);    /* what a signal's handler gets as its frame; given by the stdlib */
    volatile int wakeup_descriptor;    /* which the number of every signal is written to; -1: none */
    int exact_drops, argument_drops;   /* see finalization.c */
    bool is_finalizing;
    Value build_class;               /* what a class statement calls */
    Value make_type_alias;           /* what a `type` statement calls; given by the standard library */
    Type *async_step_type;           /* of the awaitables that asend() and __anext__() return... */
    Type *async_throw_type;          /* ...and athrow() and aclose() */
    Type *context_type;              /* of Contexts; NULL until contextvars is imported, as asyncio does */
    uint32_t context_variable_count; /* ever made: the serial number of the last one */
    Type *coroutine_wrapper_type;    /* of what coroutine.__await__() returns */
    void *stdlib;                    /* the standard library's own state (see stdlib/stdlib.h) */
};

/* A new vm with the core types and an empty builtins namespace; stdlib_setup() fills it. */
Vm *vm_new(FindBuiltinModule find);
void vm_free(Vm *vm);

/* Roots for native code that calls into scripts: push what must live, remember the count before, restore it
 * after. */
static inline size_t vm_root_mark(Vm *vm) {
    return vm->thread->root_count;
}
void vm_root_grow(Vm *vm);
static inline void vm_root(Vm *vm, Value v) {
    Thread *thread = vm->thread;
    if (thread->root_count == thread->root_capacity)
        vm_root_grow(vm);
    thread->roots[thread->root_count++] = v;
}
static inline void vm_root_reset(Vm *vm, size_t mark) {
    vm->thread->root_count = mark;
}

static inline bool vm_has_exception(Vm *vm) {
    return vm->thread->exception != NOTHING;
}

/* Runs the code of a module in its globals. NOTHING: raised. */
Value vm_run_module(Vm *vm, Code *code);

/* A safepoint for native loops that run long without calling scripts: serves signals and lets other threads
 * run. False: raised. */
bool vm_check_interrupts(Vm *vm);

/* import name: the module object; raises ModuleNotFoundError. See import.h for the rest. */
Value vm_import(Vm *vm, String *name);

#endif
