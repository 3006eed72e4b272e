#include "vm/type_slots.h"

#include "vm/big_int.h"
#include "vm/call.h"
#include "vm/call_setup.h"
#include "vm/dict.h"
#include "vm/hashing.h"
#include "vm/vm.h"

/* --- Names ---------------------------------------------------------------------------------------- */

#define NAME(field) offsetof(VmNames, field)

static String *name_at(Vm *vm, size_t offset) {
    return *(String **)((char *)&vm->names + offset);
}

static const size_t BINARY_NAMES[BINARY_OPERATOR_COUNT] = {
    NAME(add),    NAME(sub),    NAME(mul),  NAME(truediv), NAME(floordiv), NAME(mod),    NAME(pow),
    NAME(lshift), NAME(rshift), NAME(and_), NAME(or_),     NAME(xor),      NAME(matmul), NAME(divmod)};
static const size_t REFLECTED_NAMES[BINARY_OPERATOR_COUNT] = {
    NAME(radd),    NAME(rsub),    NAME(rmul), NAME(rtruediv), NAME(rfloordiv), NAME(rmod),    NAME(rpow),
    NAME(rlshift), NAME(rrshift), NAME(rand), NAME(ror),      NAME(rxor),      NAME(rmatmul), NAME(rdivmod)};
static const size_t IN_PLACE_NAMES[BINARY_OPERATOR_COUNT - 1] = {
    NAME(iadd),    NAME(isub),    NAME(imul), NAME(itruediv), NAME(ifloordiv), NAME(imod),   NAME(ipow),
    NAME(ilshift), NAME(irshift), NAME(iand), NAME(ior),      NAME(ixor),      NAME(imatmul)};
static const size_t UNARY_NAMES[UNARY_OPERATION_COUNT] = {NAME(neg),  NAME(pos),    NAME(invert), NAME(abs),
                                                          NAME(int_), NAME(float_), NAME(index)};
static const size_t COMPARISON_NAMES[] = {NAME(lt), NAME(le), NAME(eq), NAME(ne), NAME(gt), NAME(ge)};

String *binary_method_name(Vm *vm, BinaryOperator op) {
    return name_at(vm, BINARY_NAMES[op]);
}

String *reflected_method_name(Vm *vm, BinaryOperator op) {
    return name_at(vm, REFLECTED_NAMES[op]);
}

String *in_place_method_name(Vm *vm, BinaryOperator op) {
    return op == BINARY_DIVMOD ? vm->names.divmod : name_at(vm, IN_PLACE_NAMES[op]);
}

String *comparison_method_name(Vm *vm, Comparison op) {
    return name_at(vm, COMPARISON_NAMES[op]);
}

/* --- Ops of classes written in the language ------------------------------------------------------- */

static bool call_type_error(Vm *vm, const char *format, Value v) {
    vm_raise(vm, vm->exceptions.TypeError, format, v);
    return false;
}

/* Calls a special method that is known to be there. */
static Value call_special(Vm *vm, Value self, String *name, Value *args, int argc) {
    Value result = vm_call_special(vm, self, name, args, argc);
    if (result == NOTHING && !vm_has_exception(vm))
        vm_raise_about_name(vm, vm->exceptions.AttributeError, name, self, "%S", name);
    return result;
}

static Value slot_repr(Vm *vm, Value self) {
    return call_special(vm, self, vm->names.repr, NULL, 0);
}

static Value slot_str(Vm *vm, Value self) {
    return call_special(vm, self, vm->names.str, NULL, 0);
}

static bool slot_hash(Vm *vm, Value self, int64_t *hash) {
    Value result = call_special(vm, self, vm->names.hash, NULL, 0);
    if (result == NOTHING)
        return false;
    if (!value_is_integer(result))
        return call_type_error(vm, "__hash__ method should return an integer", result);
    *hash = hash_from_method(value_fits_int64(result) ? value_integer(result)
                                                      : integer_hash(integer_plain(result)));
    return true;
}

static int slot_truth(Vm *vm, Value self) {
    Value result = call_special(vm, self, vm->names.bool_, NULL, 0);
    if (result == NOTHING)
        return -1;
    if (!is_bool(result)) {
        call_type_error(vm, "__bool__ should return bool, returned %T", result);
        return -1;
    }
    return result == TRUE_VALUE;
}

static Value slot_compare(Vm *vm, Comparison op, Value left, Value right) {
    return call_special(vm, left, comparison_method_name(vm, op), &right, 1);
}

static int64_t slot_len(Vm *vm, Value self) {
    int64_t length;
    Value result = call_special(vm, self, vm->names.len, NULL, 0);
    if (result == NOTHING || (result = value_index(vm, result)) == NOTHING)
        return -1;
    length = value_integer(result);
    if (length >= 0 && !value_fits_int64(result)) {
        vm_raise(vm, vm->exceptions.OverflowError, "cannot fit '%T' into an index-sized integer", result);
        return -1;
    }
    if (length < 0) {
        vm_raise(vm, vm->exceptions.ValueError, "__len__() should return >= 0");
        return -1;
    }
    return length;
}

static Value slot_get_item(Vm *vm, Value self, Value key) {
    return call_special(vm, self, vm->names.getitem, &key, 1);
}

static bool slot_set_item(Vm *vm, Value self, Value key, Value value) {
    if (value == NOTHING)
        return call_special(vm, self, vm->names.delitem, &key, 1) != NOTHING;
    return call_special(vm, self, vm->names.setitem, (Value[]){key, value}, 2) != NOTHING;
}

static int slot_contains(Vm *vm, Value self, Value item) {
    if (type_lookup(vm, type_of(vm, self), vm->names.contains) == NONE) {
        call_type_error(vm, "'%T' object is not a container", self);
        return -1;
    }
    Value result = call_special(vm, self, vm->names.contains, &item, 1);
    return result == NOTHING ? -1 : value_truth(vm, result);
}

static Value slot_iter(Vm *vm, Value self) {
    Value method = type_of(vm, self)->iterate;
    /* Mostly it is a generator function of self alone: nothing has to run to make the generator. */
    if (function_makes_generator(method, 1))
        return object_value(generator_new(vm, AS(Function, method), &self, 1));
    if (method == NOTHING && type_lookup(vm, type_of(vm, self), vm->names.iter) == NONE)
        return vm_raise(vm, vm->exceptions.TypeError, "'%T' object is not iterable", self);
    return call_special(vm, self, vm->names.iter, NULL, 0);
}

static Value slot_next(Vm *vm, Value self) {
    return call_special(vm, self, vm->names.next, NULL, 0);
}

/* The operators of numbers: a class may define some of the methods an op stands for and not the others. */
static Value call_operator(Vm *vm, Value self, String *name, Value operand) {
    if (type_lookup(vm, type_of(vm, self), name) == NOTHING)
        return NOT_IMPLEMENTED;
    return vm_call_special(vm, self, name, &operand, 1);
}

static Value slot_binary(Vm *vm, BinaryOperator op, Value left, Value right) {
    return call_operator(vm, left, binary_method_name(vm, op), right);
}

static Value slot_reflected(Vm *vm, BinaryOperator op, Value left, Value right) {
    return call_operator(vm, right, reflected_method_name(vm, op), left);
}

static Value slot_in_place(Vm *vm, BinaryOperator op, Value left, Value right) {
    return op == BINARY_DIVMOD ? NOT_IMPLEMENTED
                               : call_operator(vm, left, in_place_method_name(vm, op), right);
}

static Value slot_unary(Vm *vm, UnaryOperation op, Value self) {
    String *name = name_at(vm, UNARY_NAMES[op]);
    if (type_lookup(vm, type_of(vm, self), name) == NOTHING)
        return NOT_IMPLEMENTED;
    Value result = vm_call_special(vm, self, name, NULL, 0);
    if (result == NOTHING)
        return NOTHING;
    if ((op == UNOP_INDEX || op == UNOP_INT) && !value_is_integer(result))
        return vm_raise(vm, vm->exceptions.TypeError, "%S returned non-int (type %T)", name, result);
    if (op == UNOP_FLOAT && !is_instance(vm, result, vm->float_type))
        return vm_raise(vm, vm->exceptions.TypeError, "%T.__float__ returned non-float (type %T)", self,
                        result);
    return result;
}

static Value slot_get_attribute(Vm *vm, Value self, String *name) {
    Type *type = type_of(vm, self);
    Value argument = object_value(name);
    Value getattribute = type_lookup(vm, type, vm->names.getattribute);
    bool is_native = is_kind(getattribute, KIND_NATIVE_FUNCTION);
    if (is_native && AS(NativeFunction, getattribute)->closure) {
        /* Only __getattr__ is the script's: an attribute that is there costs no exception. */
        Type *owner = AS(NativeFunction, getattribute)->owner;
        if (owner->ops.get_attribute == attribute_get_generic) {
            Value found = attribute_find_generic(vm, self, name);
            if (found != NOTHING)
                return found;
        } else {
            Value found = owner->ops.get_attribute(vm, self, name);
            if (found != NOTHING)
                return found;
        }
    } else {
        Value found = call_special(vm, self, vm->names.getattribute, &argument, 1);
        if (found != NOTHING)
            return found;
    }
    bool has_fallback = type_lookup(vm, type, vm->names.getattr) != NOTHING;
    if (vm_has_exception(vm)) {
        if (!has_fallback || !vm_exception_is(vm, vm->exceptions.AttributeError))
            return NOTHING;
        vm_clear_exception(vm);
    } else if (!has_fallback) {
        return attribute_get_generic(vm, self, name);
    }
    return call_special(vm, self, vm->names.getattr, &argument, 1);
}

static bool slot_set_attribute(Vm *vm, Value self, String *name, Value value) {
    if (value == NOTHING)
        return call_special(vm, self, vm->names.delattr, (Value[]){object_value(name)}, 1) != NOTHING;
    return call_special(vm, self, vm->names.setattr, (Value[]){object_value(name), value}, 2) != NOTHING;
}

static Value slot_call(Vm *vm, Value self, Value *args, int argc, Tuple *keywords) {
    Value method = type_lookup(vm, type_of(vm, self), vm->names.call);
    size_t mark = vm_root_mark(vm);
    vm_root(vm, self);
    method = descriptor_get(vm, method, self, type_of(vm, self));
    vm_root(vm, method);
    Value result = method == NOTHING ? NOTHING : vm_call(vm, method, args, argc, keywords);
    vm_root_reset(vm, mark);
    return result;
}

static Value slot_get(Vm *vm, Value self, Value object, Type *type) {
    Value args[2] = {object == NOTHING ? NONE : object, type ? object_value(type) : NONE};
    return call_special(vm, self, vm->names.get, args, 2);
}

static bool slot_set(Vm *vm, Value self, Value object, Value value) {
    if (value == NOTHING)
        return call_special(vm, self, vm->names.delete, &object, 1) != NOTHING;
    return call_special(vm, self, vm->names.set, (Value[]){object, value}, 2) != NOTHING;
}

static Value slot_await(Vm *vm, Value self) {
    return call_special(vm, self, vm->names.await, NULL, 0);
}

static Value slot_async_iter(Vm *vm, Value self) {
    return call_special(vm, self, vm->names.aiter, NULL, 0);
}

static Value slot_async_next(Vm *vm, Value self) {
    return call_special(vm, self, vm->names.anext, NULL, 0);
}

/* --- Which op stands for which methods ------------------------------------------------------------ */

typedef void (*AnyFunction)(void);

typedef struct Slot {
    size_t op; /* offset in TypeOps */
    AnyFunction function;
    const size_t *names; /* offsets in VmNames */
    int name_count;
} Slot;

#define NAMES(...)     \
    (const size_t[]) { \
        __VA_ARGS__    \
    }
#define SLOT(op, ...)                                                      \
    {                                                                      \
        offsetof(TypeOps, op), (AnyFunction)slot_##op, NAMES(__VA_ARGS__), \
            sizeof(NAMES(__VA_ARGS__)) / sizeof(size_t)                    \
    }
#define SLOT_TABLE(op, table) \
    { offsetof(TypeOps, op), (AnyFunction)slot_##op, table, sizeof(table) / sizeof(size_t) }

static const Slot SLOTS[] = {
    SLOT(repr, NAME(repr)),
    SLOT(str, NAME(str)),
    SLOT(hash, NAME(hash)),
    SLOT(truth, NAME(bool_)),
    SLOT_TABLE(compare, COMPARISON_NAMES),
    SLOT(len, NAME(len)),
    SLOT(get_item, NAME(getitem)),
    SLOT(set_item, NAME(setitem), NAME(delitem)),
    SLOT(contains, NAME(contains)),
    SLOT(iter, NAME(iter)),
    SLOT(next, NAME(next)),
    SLOT_TABLE(binary, BINARY_NAMES),
    SLOT_TABLE(reflected, REFLECTED_NAMES),
    SLOT_TABLE(in_place, IN_PLACE_NAMES),
    SLOT_TABLE(unary, UNARY_NAMES),
    SLOT(get_attribute, NAME(getattribute), NAME(getattr)),
    SLOT(set_attribute, NAME(setattr), NAME(delattr)),
    SLOT(call, NAME(call)),
    SLOT(get, NAME(get)),
    SLOT(set, NAME(set), NAME(delete)),
    SLOT(await, NAME(await)),
    SLOT(async_iter, NAME(aiter)),
    SLOT(async_next, NAME(anext)),
};

enum { SLOT_COUNT = sizeof SLOTS / sizeof SLOTS[0] };

static AnyFunction op_of(const TypeOps *ops, size_t op) {
    AnyFunction function;
    memcpy(&function, (const char *)ops + op, sizeof function);
    return function;
}

static void set_op(TypeOps *ops, size_t op, AnyFunction function) {
    memcpy((char *)ops + op, &function, sizeof function);
}

static bool defines_any(Vm *vm, const Type *type, const Slot *slot, Value *value) {
    for (int i = 0; i < slot->name_count; i++)
        if ((*value = dict_get_string(type->namespace, name_at(vm, slot->names[i]))) != NOTHING)
            return true;
    return false;
}

static AnyFunction op_along_order(Vm *vm, const Type *type, const Slot *slot) {
    AnyFunction of_object = op_of(&vm->object_type->ops, slot->op), of_native = of_object;
    /* An op of many methods may have some from a native type and others from a class behind it. */
    bool has_many = slot->name_count > 2;
    for (int64_t i = 0; i < type->mro->count; i++) {
        const Type *ancestor = AS(Type, type->mro->items[i]);
        Value value;
        if (ancestor->flags & TYPE_NATIVE) {
            AnyFunction op = op_of(&ancestor->ops, slot->op);
            /* What is true unless it is empty is asked for its length, by whatever method tells that. */
            bool is_length = slot->op == offsetof(TypeOps, truth) && ancestor->ops.len;
            if (op == of_object || is_length)
                continue;
            if (!has_many)
                return op;
            if (of_native == of_object)
                of_native = op;
        } else if (defines_any(vm, ancestor, slot, &value)) {
            /* `__hash__ = None` makes a class unhashable. */
            return slot->op == offsetof(TypeOps, hash) && value == NONE ? NULL : slot->function;
        }
    }
    return of_native;
}

static void refresh_native(Type *type) {
    const Type *base = type->bases->count ? AS(Type, type->bases->items[0]) : NULL;
    const TypeDef *def = type->def;
    for (int i = 0; i < SLOT_COUNT; i++) {
        size_t at = SLOTS[i].op;
        AnyFunction op = def ? op_of(&def->ops, at) : NULL;
        bool hides_hash = at == offsetof(TypeOps, hash) && def && def->ops.compare;
        set_op(&type->ops, at, op || !base || hides_hash ? op : op_of(&base->ops, at));
    }
    type->ops.next_items = def ? def->ops.next_items : NULL;
    type->create = def && def->create ? def->create : base ? base->create : NULL;
    type->initialize = def && def->initialize ? def->initialize : base ? base->initialize : NULL;
}

static void refresh_construction(Vm *vm, Type *type) {
    const Type *object = vm->object_type;
    type->create = object->create;
    type->initialize = object->initialize;
    type->allocator = type->constructor = NOTHING;
    bool created = false, initialized = false;
    for (int64_t i = 0; i < type->mro->count; i++) {
        const Type *ancestor = AS(Type, type->mro->items[i]);
        bool native = ancestor->flags & TYPE_NATIVE;
        if (native && ancestor->create != object->create && type->create == object->create)
            type->create = ancestor->create;
        if (native && ancestor->create != object->create)
            created = true;
        if (native && ancestor->initialize != object->initialize && !initialized) {
            type->initialize = ancestor->initialize;
            initialized = true;
        }
        if (!native && !created) {
            type->allocator = dict_get_string(ancestor->namespace, vm->names.new_);
            created = type->allocator != NOTHING;
        }
        if (!native && !initialized) {
            type->constructor = dict_get_string(ancestor->namespace, vm->names.init);
            initialized = type->constructor != NOTHING;
        }
    }
}

static void refresh_script(Vm *vm, Type *type) {
    for (int i = 0; i < SLOT_COUNT; i++)
        set_op(&type->ops, SLOTS[i].op, op_along_order(vm, type, &SLOTS[i]));
    refresh_construction(vm, type);
    Value iterate = type->ops.iter == slot_iter ? type_lookup(vm, type, vm->names.iter) : NOTHING;
    type->iterate = is_kind(iterate, KIND_FUNCTION) ? iterate : NOTHING;
    unsigned flags = type->flags & ~(unsigned)(TYPE_HAS_DEL | TYPE_CUSTOM_GETATTR | TYPE_CUSTOM_SETATTR);
    if (type_lookup(vm, type, vm->names.del) != NOTHING)
        flags |= TYPE_HAS_DEL;
    if (type->ops.get_attribute == slot_get_attribute)
        flags |= TYPE_CUSTOM_GETATTR;
    if (type->ops.set_attribute == slot_set_attribute)
        flags |= TYPE_CUSTOM_SETATTR;
    type->flags = (uint16_t)flags;
}

void type_refresh(Vm *vm, Type *type) {
    if (type->flags & TYPE_NATIVE)
        refresh_native(type);
    else
        refresh_script(vm, type);
    for (uint32_t i = 0; i < type->subclass_count; i++)
        type_refresh(vm, type->subclasses[i]);
}
