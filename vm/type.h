/* Types: what the classes of the language are made of, native and written in the language alike.
 *
 * A Type holds its namespace, its bases and C3 order, and `ops`: one C function per operation the interpreter
 * performs on values. A native type fills its ops by hand. A class written in the language inherits each op
 * from the first class in its order that defines the special method: when that is a native type, its C
 * function; when it is a method written in the language, a function of type_slots.c that looks the method up
 * and calls it. So `len(x)` is type_of(x)->ops.len(x) whatever x is.
 *
 * Invariant: ops are right whenever script code can run (type_set_attribute refreshes them, also in
 * subclasses). An op returns NOTHING when it raised. An op that is NULL means that the type does not support
 * the operation. */
#ifndef BIDE_VM_TYPE_H
#define BIDE_VM_TYPE_H

#include <stddef.h>

#include "vm/native.h"
#include "vm/object.h"

typedef enum BinaryOperator {
    BINARY_ADD,
    BINARY_SUB,
    BINARY_MUL,
    BINARY_DIV,
    BINARY_FLOORDIV,
    BINARY_MOD,
    BINARY_POW,
    BINARY_LSHIFT,
    BINARY_RSHIFT,
    BINARY_AND,
    BINARY_OR,
    BINARY_XOR,
    BINARY_MATMUL,
    BINARY_DIVMOD,
    BINARY_OPERATOR_COUNT
} BinaryOperator;

typedef enum UnaryOperation {
    UNOP_NEG,
    UNOP_POS,
    UNOP_INVERT,
    UNOP_ABS,
    UNOP_INT,
    UNOP_FLOAT,
    UNOP_INDEX,
    UNARY_OPERATION_COUNT
} UnaryOperation;

typedef enum Comparison { CMP_LT, CMP_LE, CMP_EQ, CMP_NE, CMP_GT, CMP_GE } Comparison;

typedef enum NextItems {
    ITEMS_NEXT,
    ITEMS_EXHAUSTED,
    ITEMS_RAISED,
    ITEMS_OTHER_COUNT /* nothing done */
} NextItems;

typedef struct TypeOps {
    Value (*repr)(Vm *vm, Value self);
    Value (*str)(Vm *vm, Value self);
    bool (*hash)(Vm *vm, Value self, int64_t *hash); /* false: raised. NULL: unhashable */
    int (*truth)(Vm *vm, Value self);                /* 1, 0, or -1: raised. NULL: use len, else true */
    Value (*compare)(Vm *vm, Comparison op, Value left, Value right); /* NOT_IMPLEMENTED where it cannot */
    int64_t (*len)(Vm *vm, Value self);                               /* -1: raised */
    Value (*get_item)(Vm *vm, Value self, Value key);
    bool (*set_item)(Vm *vm, Value self, Value key, Value value); /* value NOTHING deletes */
    int (*contains)(Vm *vm, Value self, Value item);              /* 1, 0, -1: raised. NULL: iterate */
    Value (*iter)(Vm *vm, Value self);
    Value (*next)(Vm *vm, Value self); /* NOTHING: raised, or exhausted: no exception is pending then, or a
                                          StopIteration with its value */
    Value (*binary)(Vm *vm, BinaryOperator op, Value left,
                    Value right); /* self is left; may NOT_IMPLEMENTED */
    Value (*reflected)(Vm *vm, BinaryOperator op, Value left, Value right); /* self is right */
    Value (*in_place)(Vm *vm, BinaryOperator op, Value left,
                      Value right);                           /* NULL or NOT_IMPLEMENTED: binary */
    Value (*unary)(Vm *vm, UnaryOperation op, Value self);    /* may NOT_IMPLEMENTED */
    Value (*get_attribute)(Vm *vm, Value self, String *name); /* default: attribute_get_generic */
    bool (*set_attribute)(Vm *vm, Value self, String *name, Value value); /* value NOTHING deletes */
    Value (*call)(Vm *vm, Value self, Value *args, int argc,
                  Tuple *keywords); /* see call.h for the convention */
    Value (*get)(Vm *vm, Value self, Value object,
                 Type *type); /* descriptor __get__ (object NOTHING: none) */
    bool (*set)(Vm *vm, Value self, Value object,
                Value value);                /* descriptor __set__; value NOTHING deletes */
    Value (*await)(Vm *vm, Value self);      /* __await__: the iterator to delegate to */
    Value (*async_iter)(Vm *vm, Value self); /* __aiter__ */
    Value (*async_next)(Vm *vm, Value self); /* __anext__: an awaitable */
    /* For `for a, b in self`, so that no tuple need be made: `next`, but the `count` items of the tuple that
     * it would return go to `out`, which is left alone at the end. Native types alone; NULL: use `next`. */
    NextItems (*next_items)(Vm *vm, Value self, Value *out, int count);
} TypeOps;

/* What calling a class does: `create` is __new__ (it makes the object, of `type` or a subclass), `initialize`
 * is
 * __init__. A type whose objects can change does its work in `initialize`, so that a subclass with an
 * __init__ of its own may take other arguments; one whose objects cannot does it all in `create` and leaves
 * `initialize` NULL. */
typedef Value (*TypeCreate)(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords);
typedef bool (*TypeInitialize)(Vm *vm, Value self, Value *args, int argc,
                               Tuple *keywords); /* false: raised */

/* How objects of KIND_NATIVE are laid out; a static constant of the file that defines the struct. */
typedef struct NativeLayout {
    const char *name;
    size_t size;
    void (*trace)(Heap *heap, Obj *self); /* marks every Value the struct holds (heap_mark); may be NULL */
    void (*finalize)(Vm *vm,
                     Obj *self); /* frees what the struct malloc'ed; must not allocate or call; may be NULL */
} NativeLayout;

struct Type {
    Obj head;
    String *name;
    String *qualname;
    String *shown_name; /* in messages: the name, or with TYPE_DOTTED_NAME "collections.deque" */
    String *module;     /* may be NULL while booting */
    Dict *namespace;
    Tuple *bases;
    Tuple *mro;        /* this type first, object last */
    Type *native_base; /* the nearest native type in the order: decides the struct of instances */
    Type *solid_base;  /* the class that last added to the struct of instances: two unrelated ones cannot be
                          joined */
    const struct TypeDef *def;  /* of a native type; NULL: written in the language */
    const NativeLayout *layout; /* for instances of KIND_NATIVE */
    uint8_t instance_kind;      /* ObjectKind of instances */
    uint16_t flags;             /* TYPE_... */
    uint16_t attributes_offset; /* of the Attributes in an instance; 0: none, or in the side table */
    uint32_t instance_size;     /* in bytes, Attributes included, inline slots not */
    uint32_t slots_hint;        /* how many attributes instances turned out to have */
    Shape *root_shape;          /* of an instance without attributes; NULL when instances have none, unless
                                   they are of KIND_INSTANCE: those always have a shape */
    TypeOps ops;
    /* Like ops, these are right whenever script code can run. */
    Value constructor; /* the __init__ written in the language that comes first; NOTHING: `initialize` does */
    Value iterate;     /* the __iter__ written in the language that ops.iter calls; NOTHING: none */
    Value allocator;   /* the __new__ written in the language, likewise; NOTHING: `create` does */
    TypeCreate create; /* the native __new__ that comes first */
    TypeInitialize initialize; /* the native __init__ that comes first */
    Type **subclasses; /* malloc'ed; direct subclasses, so that ops can be refreshed; they live as long */
    uint32_t subclass_count, subclass_capacity;
};

enum {
    TYPE_NATIVE = 1, /* defined in C: its attributes cannot be set by scripts */
    TYPE_FINAL = 2,  /* cannot be subclassed (bool, range, NoneType...) */
    /* Attributes are in Vm.side_attributes: instances vary in size (str, tuple, bytes subclasses), or hardly
       any have attributes (futures). */
    TYPE_SIDE_ATTRIBUTES = 4,
    TYPE_HAS_DEL = 8,         /* defines __del__ */
    TYPE_EXCEPTION = 16,      /* a subclass of BaseException */
    TYPE_NO_INSTANCES = 32,   /* cannot be called: "cannot create 'X' instances" */
    TYPE_CUSTOM_GETATTR = 64, /* defines __getattribute__ or __getattr__ in the language */
    TYPE_CUSTOM_SETATTR = 128,
    TYPE_HAS_SLOTS = 256,    /* __slots__ without __dict__: only the listed names may be set */
    TYPE_DOTTED_NAME = 1024, /* native: messages name it with its module, as CPython does for types in C */
    TYPE_ABSTRACT = 512,     /* __abstractmethods__ is not empty: cannot be instantiated */
    TYPE_LIKE_SCRIPT = 4096, /* native: all its methods are NATIVE_LIKE_SCRIPT */
    TYPE_SEQUENCE = 2048,    /* patterns like [a, b] match it (list, tuple and range need not say so) */
    TYPE_MAPPING = 8192,     /* patterns like {"key": a} match it (dict need not say so) */
};

/* What a native type is declared with: a static constant. NULL and 0 mean "inherited" or "none". */
typedef struct TypeDef {
    const char *name;   /* "deque" */
    const char *module; /* "collections"; NULL for builtins */
    const char *doc;
    ObjectKind kind;            /* of instances */
    const NativeLayout *layout; /* when kind is KIND_NATIVE */
    size_t size;                /* of an instance's struct; 0: it varies */
    uint32_t flags;
    TypeOps ops;
    TypeCreate create;
    TypeInitialize initialize;
    const NativeDef *methods;            /* ends with a NULL name; may be NULL */
    const NativePropertyDef *properties; /* likewise */
    bool has_attributes;       /* instances of the native type itself take new attributes (exceptions): an
                                  Attributes       follows the head of their struct */
    uint32_t binary_operators; /* 1 << BINARY_...: which operators ops.binary knows, for the names it is given
                                  (__add__...); 0: all, or what is right for `kind` */
    uint32_t unary_operations; /* 1 << UNOP_..., likewise */
} TypeDef;

/* Makes a native type, with wrappers (`__len__`, `__add__`...) for its ops in its namespace. `base` NULL:
 * object. */
Type *type_new_native(Vm *vm, const TypeDef *def, Type *base);

/* Messages name it with its module from now on, as with TYPE_DOTTED_NAME. */
void type_name_with_module(Vm *vm, Type *type);

/* Gives a core type (vm->types_by_kind[kind], which vm_new makes bare: name, base and nothing else) its ops,
 * methods and properties: the standard library calls it once for each at start. */
void type_define_core(Vm *vm, ObjectKind kind, const TypeDef *def);
/* The same for any native type that is there already, with the base it has. */
void type_define(Vm *vm, Type *type, const TypeDef *def);

/* `class name(bases): namespace`: C3 order, layout, __slots__, __set_name__, __init_subclass__ (with
 * `keywords` a Dict or NULL). Raises TypeError as CPython does. `namespace` becomes the class's own. */
Type *type_new_class(Vm *vm, String *name, Tuple *bases, Dict *namespace, Dict *keywords);
/* The same for a class whose type is to be `metatype` (a subclass of type). */
Type *type_new_class_of(Vm *vm, Type *metatype, String *name, Tuple *bases, Dict *namespace, Dict *keywords);

/* Of the bases of a class (not of object), the one that decides the struct of its instances. */
Type *type_best_base(const Type *type);

/* What type_lookup remembers: the entry of the namespace in which (type, name) was found. Cleared by the
 * collector, as names may die. */
typedef struct TypeCacheEntry {
    const Type *type;
    const String *name;
    Dict *namespace; /* NULL: absent */
    uint32_t slot;
    uint32_t epoch; /* of the vm's type_epoch */
} TypeCacheEntry;
enum { TYPE_CACHE_SIZE = 1024 };
void type_cache_clear(Vm *vm);

/* Finds a name along the order, without binding; NOTHING when absent (raises nothing). Cached. */
Value type_lookup(Vm *vm, Type *type, String *name);

/* Sets (or with NOTHING deletes) an attribute of a class, refreshing ops and invalidating caches. False:
 * raised. */
bool type_set_attribute(Vm *vm, Type *type, String *name, Value value);

/* Whether `type` is `ancestor` or derives from it. */
bool type_is_subtype(const Type *type, const Type *ancestor);

/* The type of any value. */
Type *type_of(Vm *vm, Value v);

/* isinstance() and issubclass() with a type, a tuple of them or a union; 1, 0, -1: raised. */
int value_is_instance(Vm *vm, Value v, Value types);
int value_is_subclass(Vm *vm, Value type, Value types);

/* True when `v` is an instance of `type` or of a subclass (never raises). */
bool is_instance(Vm *vm, Value v, Type *type);

/* A KIND_NATIVE object of exactly or derived from this layout? Then AS(Struct, v) may be used. */
bool is_native(Value v, const NativeLayout *layout);

/* A new, zeroed object of `type` with Attributes set up: what a native `create` starts with. */
void *type_allocate(Vm *vm, Type *type);

/* The first half of calling a class: makes the instance through __new__ and everything native. *init is the
 * script
 * __init__ that is still to be called with (instance, args...); NOTHING: the instance is complete. Returns
 * NOTHING when it raised. The interpreter pushes the frame of *init itself, so that constructors do not
 * recurse in C. */
Value type_instantiate_begin(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords, Value *init);

/* For who has called type->create: runs the __init__ of what that made. The instance, or NOTHING: raised. */
Value type_initialize_at_once(Vm *vm, Type *type, Value instance, Value *args, int argc);

/* "int", "list", "Stack": the name of a value's type, for messages. */
const char *type_name(Vm *vm, Value v);

/* The same of a type itself. */
const char *type_shown_name(const Type *type);

/* The class statement's helper: arguments are the body function, the name, the bases; then keywords. */
Value type_build_class(Vm *vm, Value *args, int argc, Tuple *keywords);

/* That helper as a function object: vm->build_class. */
Value class_builder_new(Vm *vm);

#endif
