/* The special methods of native types: one for each of their ops, so that scripts can name them. */
#include <stdlib.h>

#include "vm/call.h"
#include "vm/dict.h"
#include "vm/list.h"
#include "vm/type_slots.h"
#include "vm/vm.h"

/* Every function here is a closure: it runs the op of the type that owns it, not that of its argument's type,
 * which may be a method of a subclass that is just calling super(). */
static const TypeOps *ops_of(const NativeFunction *callee) {
    return &callee->owner->ops;
}

#define OPERATION(name) \
    static Value operation_##name(Vm *vm, NativeFunction *callee, Value *args, int argc, Tuple *keywords)
#define UNUSED ((void)vm, (void)callee, (void)args, (void)argc, (void)keywords)

static Value done(bool ok) {
    return ok ? NONE : NOTHING;
}

static Value truth_result(int truth) {
    return truth < 0 ? NOTHING : bool_value(truth);
}

OPERATION(repr) {
    UNUSED;
    return ops_of(callee)->repr(vm, args[0]);
}

OPERATION(str) {
    UNUSED;
    return ops_of(callee)->str(vm, args[0]);
}

OPERATION(hash) {
    UNUSED;
    int64_t hash;
    if (!ops_of(callee)->hash(vm, args[0], &hash))
        return NOTHING;
    return int_value(vm, hash);
}

OPERATION(bool) {
    UNUSED;
    return truth_result(ops_of(callee)->truth(vm, args[0]));
}

OPERATION(compare) {
    UNUSED;
    return ops_of(callee)->compare(vm, (Comparison)small_int_value(callee->extra), args[0], args[1]);
}

OPERATION(len) {
    UNUSED;
    int64_t length = ops_of(callee)->len(vm, args[0]);
    return length < 0 ? NOTHING : int_value(vm, length);
}

OPERATION(getitem) {
    UNUSED;
    return ops_of(callee)->get_item(vm, args[0], args[1]);
}

OPERATION(setitem) {
    UNUSED;
    return done(ops_of(callee)->set_item(vm, args[0], args[1], args[2]));
}

OPERATION(delitem) {
    UNUSED;
    return done(ops_of(callee)->set_item(vm, args[0], args[1], NOTHING));
}

OPERATION(contains) {
    UNUSED;
    return truth_result(ops_of(callee)->contains(vm, args[0], args[1]));
}

OPERATION(iter) {
    UNUSED;
    return ops_of(callee)->iter(vm, args[0]);
}

OPERATION(next) {
    UNUSED;
    Value item = ops_of(callee)->next(vm, args[0]);
    if (item == NOTHING && !vm_has_exception(vm))
        return vm_raise_stop_iteration(vm, NONE);
    return item;
}

OPERATION(binary) {
    UNUSED;
    return ops_of(callee)->binary(vm, (BinaryOperator)small_int_value(callee->extra), args[0], args[1]);
}

OPERATION(reflected) {
    UNUSED;
    return ops_of(callee)->reflected(vm, (BinaryOperator)small_int_value(callee->extra), args[1], args[0]);
}

OPERATION(in_place) {
    UNUSED;
    return ops_of(callee)->in_place(vm, (BinaryOperator)small_int_value(callee->extra), args[0], args[1]);
}

OPERATION(unary) {
    UNUSED;
    return ops_of(callee)->unary(vm, (UnaryOperation)small_int_value(callee->extra), args[0]);
}

static String *name_argument(Vm *vm, Value name) {
    if (is_string(name))
        return string_intern(vm, AS(String, name));
    vm_raise(vm, vm->exceptions.TypeError, "attribute name must be string, not '%T'", name);
    return NULL;
}

OPERATION(getattribute) {
    UNUSED;
    String *name = name_argument(vm, args[1]);
    return name ? ops_of(callee)->get_attribute(vm, args[0], name) : NOTHING;
}

OPERATION(setattr) {
    UNUSED;
    String *name = name_argument(vm, args[1]);
    return done(name && ops_of(callee)->set_attribute(vm, args[0], name, args[2]));
}

OPERATION(delattr) {
    UNUSED;
    String *name = name_argument(vm, args[1]);
    return done(name && ops_of(callee)->set_attribute(vm, args[0], name, NOTHING));
}

OPERATION(call) {
    UNUSED;
    return ops_of(callee)->call(vm, args[0], args + 1, argc - 1, keywords);
}

OPERATION(get) {
    UNUSED;
    Value object = args[1] == NONE ? NOTHING : args[1];
    Type *type = argc > 2 && is_type(args[2]) ? AS(Type, args[2]) : type_of(vm, args[1]);
    return ops_of(callee)->get(vm, args[0], object, type);
}

OPERATION(set) {
    UNUSED;
    return done(ops_of(callee)->set(vm, args[0], args[1], args[2]));
}

OPERATION(delete) {
    UNUSED;
    return done(ops_of(callee)->set(vm, args[0], args[1], NOTHING));
}

OPERATION(await) {
    UNUSED;
    return ops_of(callee)->await(vm, args[0]);
}

OPERATION(aiter) {
    UNUSED;
    return ops_of(callee)->async_iter(vm, args[0]);
}

OPERATION(anext) {
    UNUSED;
    return ops_of(callee)->async_next(vm, args[0]);
}

OPERATION(init) {
    UNUSED;
    return done(callee->owner->initialize(vm, args[0], args + 1, argc - 1, keywords));
}

/* T.__new__(cls, ...). `cls` must get its struct from T, or T would make an object that lacks a part. */
OPERATION(new) {
    Type *owner = callee->owner;
    Type *type_error = vm->exceptions.TypeError;
    int positional = argc - (keywords ? (int)keywords->count : 0);
    if (positional < 1)
        return vm_raise(vm, type_error, "%N.__new__(): not enough arguments", owner);
    if (!is_type(args[0]))
        return vm_raise(vm, type_error, "%N.__new__(X): X is not a type object (%T)", owner, args[0]);
    Type *type = AS(Type, args[0]);
    if (!type_is_subtype(type, owner))
        return vm_raise(vm, type_error, "%N.__new__(%N): %N is not a subtype of %N", owner, type, type,
                        owner);
    if (type->create != owner->create) {
        const Type *safe = type;
        while (safe->allocator != NOTHING)
            safe = type_best_base(safe);
        return vm_raise(vm, type_error, "%N.__new__(%N) is not safe, use %N.__new__()", owner, type, safe);
    }
    return owner->create(vm, type, args + 1, argc - 1, keywords);
}

/* --- The table ------------------------------------------------------------------------------------ */

typedef struct Operation {
    size_t op; /* offset in TypeOps */
    NativeClosurePointer closure;
    NativeDef def;
    int operator_; /* BinaryOperator, Comparison or UnaryOperation */
} Operation;

#define OP(op) offsetof(TypeOps, op)
#define ROW(op, closure, name, argc) \
    { OP(op), operation_##closure, {name, NULL, argc, argc, NATIVE_OPERATION, NULL}, 0 }
#define WITH(op, closure, name, argc, operator_) \
    { OP(op), operation_##closure, {name, NULL, argc, argc, NATIVE_OPERATION, NULL}, operator_ }
#define OPERATOR(name, operator_)                                           \
    WITH(binary, binary, "__" name "__", 2, BINARY_##operator_),            \
        WITH(reflected, reflected, "__r" name "__", 2, BINARY_##operator_), \
        WITH(in_place, in_place, "__i" name "__", 2, BINARY_##operator_)

static const Operation OPERATIONS[] = {
    ROW(repr, repr, "__repr__", 1),
    ROW(str, str, "__str__", 1),
    ROW(hash, hash, "__hash__", 1),
    ROW(truth, bool, "__bool__", 1),
    WITH(compare, compare, "__lt__", 2, CMP_LT),
    WITH(compare, compare, "__le__", 2, CMP_LE),
    WITH(compare, compare, "__eq__", 2, CMP_EQ),
    WITH(compare, compare, "__ne__", 2, CMP_NE),
    WITH(compare, compare, "__gt__", 2, CMP_GT),
    WITH(compare, compare, "__ge__", 2, CMP_GE),
    ROW(len, len, "__len__", 1),
    ROW(get_item, getitem, "__getitem__", 2),
    ROW(set_item, setitem, "__setitem__", 3),
    ROW(set_item, delitem, "__delitem__", 2),
    ROW(contains, contains, "__contains__", 2),
    ROW(iter, iter, "__iter__", 1),
    ROW(next, next, "__next__", 1),
    OPERATOR("add", ADD),
    OPERATOR("sub", SUB),
    OPERATOR("mul", MUL),
    OPERATOR("truediv", DIV),
    OPERATOR("floordiv", FLOORDIV),
    OPERATOR("mod", MOD),
    OPERATOR("pow", POW),
    OPERATOR("lshift", LSHIFT),
    OPERATOR("rshift", RSHIFT),
    OPERATOR("and", AND),
    OPERATOR("or", OR),
    OPERATOR("xor", XOR),
    OPERATOR("matmul", MATMUL),
    WITH(binary, binary, "__divmod__", 2, BINARY_DIVMOD),
    WITH(reflected, reflected, "__rdivmod__", 2, BINARY_DIVMOD),
    WITH(unary, unary, "__neg__", 1, UNOP_NEG),
    WITH(unary, unary, "__pos__", 1, UNOP_POS),
    WITH(unary, unary, "__invert__", 1, UNOP_INVERT),
    WITH(unary, unary, "__abs__", 1, UNOP_ABS),
    WITH(unary, unary, "__int__", 1, UNOP_INT),
    WITH(unary, unary, "__float__", 1, UNOP_FLOAT),
    WITH(unary, unary, "__index__", 1, UNOP_INDEX),
    ROW(get_attribute, getattribute, "__getattribute__", 2),
    ROW(set_attribute, setattr, "__setattr__", 3),
    ROW(set_attribute, delattr, "__delattr__", 2),
    {OP(call), operation_call, {"__call__", NULL, 1, -1, NATIVE_OPERATION | NATIVE_RAW, NULL}, 0},
    {OP(get), operation_get, {"__get__", NULL, 2, 3, NATIVE_OPERATION, NULL}, 0},
    ROW(set, set, "__set__", 3),
    ROW(set, delete, "__delete__", 2),
    ROW(await, await, "__await__", 1),
    ROW(async_iter, aiter, "__aiter__", 1),
    ROW(async_next, anext, "__anext__", 1),
};

static const NativeDef INIT_DEF = {"__init__", NULL, 1, -1, NATIVE_OPERATION | NATIVE_RAW, NULL};
static const NativeDef NEW_DEF = {"__new__", NULL, 1, -1, NATIVE_STATIC | NATIVE_RAW, NULL};

#define BIT(operator_) (1u << BINARY_##operator_)

static uint32_t binary_operators(const TypeDef *def) {
    if (def->binary_operators)
        return def->binary_operators;
    switch (def->kind) {
    case KIND_BYTES:
    case KIND_BYTEARRAY:
    case KIND_STRING: return BIT(ADD) | BIT(MUL) | BIT(MOD);
    case KIND_LIST:
    case KIND_TUPLE: return BIT(ADD) | BIT(MUL);
    case KIND_SET:
    case KIND_FROZENSET: return BIT(SUB) | BIT(AND) | BIT(OR) | BIT(XOR);
    case KIND_TYPE:
    case KIND_DICT: return BIT(OR);
    case KIND_SMALL_INT: return ~(BIT(MATMUL));
    case KIND_BOOL: return BIT(AND) | BIT(OR) | BIT(XOR);
    case KIND_FLOAT:
    case KIND_FLONUM:
        return BIT(ADD) | BIT(SUB) | BIT(MUL) | BIT(DIV) | BIT(FLOORDIV) | BIT(MOD) | BIT(POW) | BIT(DIVMOD);
    default: return ~0u;
    }
}

static uint32_t unary_operations(const TypeDef *def) {
    if (def->unary_operations)
        return def->unary_operations;
    switch (def->kind) {
    case KIND_FLOAT:
    case KIND_FLONUM: return ~(1u << UNOP_INVERT | 1u << UNOP_INDEX);
    case KIND_NATIVE: return 1u << UNOP_NEG | 1u << UNOP_POS;
    default: return ~0u;
    }
}

/* What is concatenated or repeated knows on its right side only what it may stand to the right of. */
static uint32_t reflected_operators(const TypeDef *def) {
    switch (def->kind) {
    case KIND_STRING:
    case KIND_BYTES:
    case KIND_BYTEARRAY: return BIT(MUL) | BIT(MOD);
    case KIND_LIST:
    case KIND_TUPLE: return BIT(MUL);
    default: return binary_operators(def);
    }
}

static bool knows(const TypeDef *def, const Operation *operation) {
    uint32_t bit = 1u << operation->operator_;
    switch (operation->op) {
    case OP(binary):
    case OP(in_place): return binary_operators(def) & bit;
    case OP(reflected): return reflected_operators(def) & bit;
    case OP(truth): return !def->ops.len || def->kind == KIND_RANGE; /* else __len__ tells */
    case OP(unary): return unary_operations(def) & bit;
    default: return true;
    }
}

static bool has_op(const TypeOps *ops, size_t op) {
    void (*function)(void);
    memcpy(&function, (const char *)ops + op, sizeof function);
    return function != NULL;
}

static void add(Vm *vm, Type *type, const NativeDef *def, NativeClosurePointer closure, Value extra) {
    dict_set_c(vm, type->namespace, def->name, native_closure_new(vm, def, type, closure, extra));
}

void type_add_operations(Vm *vm, Type *type) {
    const TypeDef *def = type->def;
    if (!def)
        return;
    if (def->create)
        add(vm, type, &NEW_DEF, operation_new, NOTHING);
    for (size_t i = 0; i < sizeof OPERATIONS / sizeof OPERATIONS[0]; i++) {
        const Operation *operation = &OPERATIONS[i];
        if (has_op(&def->ops, operation->op) && knows(def, operation))
            add(vm, type, &operation->def, operation->closure, small_int(operation->operator_));
    }
    if (def->ops.compare && !def->ops.hash)
        dict_set_string(vm, type->namespace, vm->names.hash, NONE);
    if (def->initialize)
        add(vm, type, &INIT_DEF, operation_init, NOTHING);
}
