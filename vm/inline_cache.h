/* Inline caches: what LOAD_ATTR, STORE_ATTR and LOAD_METHOD remember in the two words behind them.
 *
 * The instruction's x says what is remembered. A shape implies its class, and vm->type_epoch changes whenever
 * a method or descriptor of any class does, so "same shape id, same epoch" means that the lookup would end
 * the same way. A cached function is kept alive by the class it was found in, which the matching object keeps
 * alive. */
#ifndef BIDE_VM_INLINE_CACHE_H
#define BIDE_VM_INLINE_CACHE_H

#include "vm/dict.h"
#include "vm/shape.h"
#include "vm/vm.h"

typedef enum CacheKind {
    CACHE_EMPTY,
    CACHE_SLOT,          /* an instance attribute: [shape id, epoch] [slot] */
    CACHE_METHOD,        /* LOAD_METHOD, a function of an instance's class: [shape id, epoch] [function] */
    CACHE_NATIVE_METHOD, /* LOAD_METHOD, of a native type: [type] [function] */
    CACHE_MODULE,        /* an attribute of a module: [module] [slot of its namespace] */
    CACHE_ADD_SLOT,      /* STORE_ATTR that adds an attribute: [shape id, epoch] [new shape] */
} CacheKind;

static inline uint64_t cache_key(const Vm *vm, const Instance *instance) {
    return (uint64_t)vm->type_epoch << 32 | instance->attributes.shape->id;
}

static inline bool is_instance_operand(Value object) {
    return is_pointer(object) && as_object(object)->kind == KIND_INSTANCE;
}

/* The attribute, when the cache knows it; else NOTHING. Here and below, `object` is an operand. */
static inline Value cached_attribute(Vm *vm, const Instruction *at, Value object, Value name) {
    if (is_instance_operand(object) && at->x == CACHE_SLOT) {
        Instance *instance = AS(Instance, object);
        if (cache_key(vm, instance) == at[1].word)
            return instance->attributes.slots[at[2].word];
    } else if (at->x == CACHE_MODULE && at[1].word == object) {
        const Dict *namespace = AS(Module, object)->namespace;
        if (at[2].word < namespace->used && namespace->entries[at[2].word].key == name)
            return namespace->entries[at[2].word].value;
    }
    return NOTHING;
}

/* For LOAD_METHOD: the function (self is the object) or, with CACHE_MODULE, the attribute itself. */
static inline Value cached_method(Vm *vm, const Instruction *at, Value object, Value name) {
    if (!is_pointer(object))
        return NOTHING;
    if (at->x == CACHE_METHOD && as_object(object)->kind == KIND_INSTANCE) {
        if (cache_key(vm, AS(Instance, object)) == at[1].word)
            return at[2].word;
    } else if (at->x == CACHE_NATIVE_METHOD) {
        if (at[1].word == object_value(as_object(object)->type))
            return at[2].word;
    } else if (at->x == CACHE_MODULE && at[1].word == object) {
        const Dict *namespace = AS(Module, object)->namespace;
        if (at[2].word < namespace->used && namespace->entries[at[2].word].key == name)
            return namespace->entries[at[2].word].value;
    }
    return NOTHING;
}

/* True when the cache knew where to put the value, and it has been put there. */
static inline bool cached_store(Vm *vm, const Instruction *at, Value object, Value value) {
    if (!is_instance_operand(object))
        return false;
    Instance *instance = AS(Instance, object);
    if (at->x == CACHE_SLOT && cache_key(vm, instance) == at[1].word) {
        heap_write_barrier(vm->heap, instance);
        instance->attributes.slots[at[2].word] = value;
        return true;
    }
    if (at->x == CACHE_ADD_SLOT && cache_key(vm, instance) == at[1].word) {
        Shape *shape = (Shape *)(uintptr_t)at[2].word;
        if (shape->slot_count > instance->head.aux)
            return false;
        instance->attributes.slots[shape->slot_count - 1] = value;
        instance->attributes.shape = shape;
        return true;
    }
    return false;
}

/* The full lookups, which fill the cache where they can. NOTHING, false: raised. */
Value attribute_load(Vm *vm, Instruction *at, Value object, String *name);
bool attribute_store(Vm *vm, Instruction *at, Value object, String *name, Value value);
Value method_load(Vm *vm, Instruction *at, Value object, String *name, Value *self);

#endif
