/* Heap objects: what every one begins with, and the layouts of the core kinds.
 *
 * An object's `kind` says how its C struct is laid out, and never changes; its `type` is what the script
 * sees. They differ for subclasses: an instance of `class Stack(list)` has kind KIND_LIST and type Stack, so
 * native code that wants a list asks for the kind and may read the struct. Kinds that the vm does not know (a
 * deque, a Future, an iterator of itertools) are all KIND_NATIVE; their type's `layout` tells them apart.
 *
 * Objects never move. They are collected when unreachable, at safepoints only (see heap.h). */
#ifndef BIDE_VM_OBJECT_H
#define BIDE_VM_OBJECT_H

#include "vm/value.h"

typedef struct Code Code;
typedef struct Shape Shape;
typedef struct Generator Generator;
typedef struct Function Function;
typedef struct Frame Frame;

#define OBJECT_KINDS(X)                                                                             \
    X(TYPE)             /* a class */                                                               \
    X(INSTANCE)         /* an instance of a class written in the language (no native base) */       \
    X(BOXED)            /* an instance of a subclass of int or float: an Instance with a payload */ \
    X(FLOAT)            /* a float that does not fit in a word */                                   \
    X(BIG_INT)          /* an int that does not: see big_int.h */                                   \
    X(STRING)           /* str */                                                                   \
    X(BYTES)            /* bytes */                                                                 \
    X(BYTEARRAY)        /* bytearray */                                                             \
    X(LIST)             /* list */                                                                  \
    X(TUPLE)            /* tuple */                                                                 \
    X(DICT)             /* dict */                                                                  \
    X(SET)              /* set */                                                                   \
    X(FROZENSET)        /* frozenset: same struct as a set */                                       \
    X(SLICE)            /* slice */                                                                 \
    X(RANGE)            /* range */                                                                 \
    X(CODE)             /* compiled code of one function, class body or module */                   \
    X(FUNCTION)         /* a function written in the language */                                    \
    X(NATIVE_FUNCTION)  /* a function or method written in C */                                     \
    X(BOUND_METHOD)     /* a callable with its first argument */                                    \
    X(CELL)             /* a variable shared by closures */                                         \
    X(STATIC_METHOD)    /* staticmethod(f) */                                                       \
    X(CLASS_METHOD)     /* classmethod(f) */                                                        \
    X(PROPERTY)         /* property(get, set, delete) */                                            \
    X(NATIVE_PROPERTY)  /* an attribute of a native type that is computed in C */                   \
    X(SUPER)            /* super() */                                                               \
    X(MODULE)           /* a module */                                                              \
    X(GENERATOR)        /* a generator, with its frame inside */                                    \
    X(COROUTINE)        /* a coroutine: same struct */                                              \
    X(ASYNC_GENERATOR)  /* an asynchronous generator: same struct */                                \
    X(NATIVE_COROUTINE) /* a coroutine written in C: a small state machine */                       \
    X(EXCEPTION)        /* an exception */                                                          \
    X(TRACEBACK)        /* one entry of an exception's traceback */                                 \
    X(LIST_ITERATOR)                                                                                \
    X(TUPLE_ITERATOR)                                                                               \
    X(RANGE_ITERATOR)                                                                               \
    X(DICT_ITERATOR) /* over keys, values or items */                                               \
    X(STRING_ITERATOR)                                                                              \
    X(NATIVE) /* anything else: see Type.layout */

typedef enum ObjectKind {
#define X(name) KIND_##name,
    OBJECT_KINDS(X)
#undef X
        KIND_COUNT,
    /* Kinds of values that are not pointers; Vm.types_by_kind covers them too. */
    KIND_SMALL_INT = KIND_COUNT,
    KIND_FLONUM,
    KIND_BOOL,
    KIND_NONE,
    KIND_NOT_IMPLEMENTED,
    KIND_ELLIPSIS,
    KIND_COUNT_ALL
} ObjectKind;

struct Obj {
    Type *type;
    uint8_t kind;   /* ObjectKind */
    uint8_t mark;   /* the collector's */
    uint16_t flags; /* OBJ_..., and what a kind defines for itself from bit 8 on */
    uint32_t
        aux; /* String, Bytes: the cached hash (0: not computed). Objects with Attributes: slot capacity */
};

enum {
    OBJ_INTERNED = 1,       /* String: the one string with these characters among interned ones */
    OBJ_SLOTS_MALLOCED = 2, /* Attributes.slots is a malloc'ed array of its own */
    OBJ_FINALIZED = 4,      /* its __del__ has run, or its warning been given */
    OBJ_STABLE_DICT = 8,    /* Dict: entries are never moved: a namespace whose entries are slots */
    OBJ_GROWING = 32,       /* String: it has spare room, and may be lengthened in place: see string_grow() */
    OBJ_SEEN = 64,          /* among the arguments of the gather() that is looking at them */
    OBJ_REPR_ACTIVE = 16,   /* its repr is being made (guards against endless recursion) */
};

/* Where an object keeps the attributes a script gives it. `slots[i]` holds the attribute that `shape` says.
 * When shape->is_dictionary, `slots` is really a Dict*: after `__dict__` was asked for, or beyond
 * SHAPE_MAX_SLOTS. */
typedef struct Attributes {
    Shape *shape;
    Value *slots;
} Attributes;

typedef struct Instance {
    Obj head;
    Attributes attributes;
    Value inline_slots[]; /* aux of them when !OBJ_SLOTS_MALLOCED */
} Instance;

typedef struct Boxed {
    Obj head;
    Attributes attributes;
    Value payload; /* a small int, a BigInt, a flonum, a Float */
} Boxed;

typedef struct Float {
    Obj head;
    double number;
} Float;

typedef struct BigInt {
    Obj head;
    uint32_t count; /* of limbs */
    bool negative;
    uint64_t limbs[]; /* of the absolute value, the lowest first; the last is not zero */
} BigInt;

struct String {
    Obj head;
    uint32_t byte_count; /* without the final NUL */
    uint32_t length;     /* in code points; equal to byte_count when all ASCII */
    char chars[];        /* UTF-8 (lone surrogates as three bytes), then a NUL */
};

typedef struct Bytes {
    Obj head;
    uint32_t count;
    uint8_t bytes[]; /* then a NUL */
} Bytes;

typedef struct ByteArray { /* see byte_array.h */
    Obj head;
    size_t count, capacity; /* without the NUL */
    uint8_t *bytes;         /* malloc'ed; NULL: none yet */
    uint32_t holds;
} ByteArray;

struct List {
    Obj head;
    int64_t count;
    int64_t capacity;
    Value *items; /* malloc'ed; NULL when capacity is 0 */
};

struct Tuple {
    Obj head;
    int64_t count;
    Value items[];
};

typedef struct Slice {
    Obj head;
    Value start, stop, step;
} Slice;

typedef struct Range {
    Obj head;
    Value start, stop, step; /* ints, as is the length: small ones but for odd ranges */
    Value length;
} Range;

typedef struct Cell {
    Obj head;
    Value value; /* NOTHING: unbound */
} Cell;

/* head.aux: with how many arguments, self included, a call only resumes self, as send() of a generator does;
 * 0: with none. */
typedef struct BoundMethod {
    Obj head;
    Value callable;
    Value self;
} BoundMethod;

/* staticmethod and classmethod. */
typedef struct MethodWrapper {
    Obj head;
    Value callable;
} MethodWrapper;

typedef struct Property {
    Obj head;
    Value getter, setter, deleter, doc; /* NONE where absent */
    Value name;                         /* as told by __set_name__, for messages; NONE: not told */
} Property;

typedef struct Super {
    Obj head;
    Type *type;   /* the class after which the search starts */
    Value object; /* the instance, or the class in a class method */
    Type *object_type;
} Super;

typedef struct Module {
    Obj head;
    String *name;
    Dict *namespace; /* a stable dict: see dict.h */
} Module;

typedef struct SequenceIterator { /* of a list, a tuple, a string (index in bytes) */
    Obj head;
    Value sequence; /* NOTHING when exhausted */
    int64_t index;
} SequenceIterator;

typedef struct RangeIterator {
    Obj head;
    int64_t next, step, remaining;
} RangeIterator;

static inline bool is_kind(Value v, ObjectKind kind) {
    return is_object(v) && as_object(v)->kind == kind;
}

static inline bool is_string(Value v) {
    return is_kind(v, KIND_STRING);
}

static inline bool is_tuple(Value v) {
    return is_kind(v, KIND_TUPLE);
}

static inline bool is_list(Value v) {
    return is_kind(v, KIND_LIST);
}

static inline bool is_dict(Value v) {
    return is_kind(v, KIND_DICT);
}

static inline bool is_type(Value v) {
    return is_kind(v, KIND_TYPE);
}

static inline bool is_float(Value v) {
    return is_flonum(v) || is_kind(v, KIND_FLOAT);
}

/* The number in a value for which is_float() holds. */
static inline double float_number(Value v) {
    return is_flonum(v) ? flonum_value(v) : ((Float *)as_object(v))->number;
}

/* Are all its numbers, and their count, small ints? */
static inline bool range_is_small(const Range *range) {
    return range->start & range->stop & range->step & range->length & 1;
}

#define AS(StructName, value) ((StructName *)as_object(value))

/* Is it a bytes or a bytearray? */
static inline bool is_bytes_like(Value v) {
    return is_kind(v, KIND_BYTES) || is_kind(v, KIND_BYTEARRAY);
}

/* The bytes of a value for which that holds, a NUL behind them: good until a script may run. */
typedef struct ByteSpan {
    const uint8_t *bytes;
    size_t count;
} ByteSpan;

static inline ByteSpan byte_span(Value v) {
    if (is_kind(v, KIND_BYTES))
        return (ByteSpan){AS(Bytes, v)->bytes, AS(Bytes, v)->count};
    const ByteArray *array = AS(ByteArray, v);
    return (ByteSpan){array->bytes ? array->bytes : (const uint8_t *)"", array->count};
}

/* The next item of an iterator over a list, a tuple or a range; NOTHING: there is none, or it is another
 * kind of iterator. */
static inline Value iterator_next_simple(Value iterator) {
    switch (as_object(iterator)->kind) {
    case KIND_RANGE_ITERATOR: {
        RangeIterator *range = AS(RangeIterator, iterator);
        if (range->remaining == 0)
            return NOTHING;
        Value item = small_int(range->next);
        range->remaining--;
        range->next += range->step;
        return item;
    }
    case KIND_LIST_ITERATOR: {
        SequenceIterator *walk = AS(SequenceIterator, iterator);
        if (walk->sequence == NOTHING || walk->index >= AS(List, walk->sequence)->count)
            return NOTHING;
        return AS(List, walk->sequence)->items[walk->index++];
    }
    case KIND_TUPLE_ITERATOR: {
        SequenceIterator *walk = AS(SequenceIterator, iterator);
        if (walk->sequence == NOTHING || walk->index >= AS(Tuple, walk->sequence)->count)
            return NOTHING;
        return AS(Tuple, walk->sequence)->items[walk->index++];
    }
    default: return NOTHING;
    }
}

#endif
