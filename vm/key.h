/* Keys of dicts and sets: hashing and comparing them, quickly when they are strings or small integers. */
#ifndef BIDE_VM_KEY_H
#define BIDE_VM_KEY_H

#include "vm/vm.h"

/* As value_hash(): the number modulo a prime, but never -1. */
static inline int64_t key_hash_small_int(int64_t n) {
    const int64_t modulus = ((int64_t)1 << 61) - 1;
    if (n >= modulus || n <= -modulus)
        n %= modulus;
    return n == -1 ? -2 : n;
}

static inline bool key_is_plain_string(Vm *vm, Value key) {
    return is_string(key) && as_object(key)->type == vm->types_by_kind[KIND_STRING];
}

/* The hash of a small integer or a string; false: it is something else. */
static inline bool key_hash_quickly(Vm *vm, Value key, int64_t *hash) {
    if (is_small_int(key))
        *hash = key_hash_small_int(small_int_value(key));
    else if (key_is_plain_string(vm, key))
        *hash = string_hash(AS(String, key));
    else
        return false;
    return true;
}

/* value_hash(key). `container` and `extra` (or NOTHING) stay alive if that runs a script. False: raised. */
static inline bool key_hash(Vm *vm, Value container, Value key, Value extra, int64_t *hash) {
    if (key_hash_quickly(vm, key, hash))
        return true;
    if (!is_object(key))
        return value_hash(vm, key, hash);
    size_t mark = vm_root_mark(vm);
    vm_root(vm, container);
    vm_root(vm, key);
    vm_root(vm, extra);
    bool hashed = value_hash(vm, key, hash);
    vm_root_reset(vm, mark);
    return hashed;
}

/* Whether two keys are equal, if that can be told without running a script: 1, 0; else -1. */
static inline int simple_key_equal(Vm *vm, Value a, Value b) {
    if (a == b)
        return 1;
    if (both_small_ints(a, b))
        return 0;
    if (key_is_plain_string(vm, a) && key_is_plain_string(vm, b))
        return string_equal(AS(String, a), AS(String, b));
    return -1;
}

static inline bool key_is_plain_tuple(Vm *vm, Value key) {
    return is_tuple(key) && as_object(key)->type == vm->types_by_kind[KIND_TUPLE];
}

/* Likewise; tuples of such keys, too. */
static inline int key_equal_quickly(Vm *vm, Value a, Value b) {
    if (!key_is_plain_tuple(vm, a) || !key_is_plain_tuple(vm, b))
        return simple_key_equal(vm, a, b);
    const Tuple *left = AS(Tuple, a), *right = AS(Tuple, b);
    int equal = left->count == right->count;
    for (int64_t i = 0; equal > 0 && i < left->count; i++)
        equal = simple_key_equal(vm, left->items[i], right->items[i]);
    return equal;
}

/* a == b, which may run scripts; all three stay alive meanwhile. -1: raised. */
static inline int key_equal(Vm *vm, Value container, Value a, Value b) {
    size_t mark = vm_root_mark(vm);
    vm_root(vm, container);
    vm_root(vm, a);
    vm_root(vm, b);
    int equal = value_equal(vm, a, b);
    vm_root_reset(vm, mark);
    return equal;
}

#endif
