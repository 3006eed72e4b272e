/* Module _random: the Mersenne Twister MT19937 (Matsumoto and Nishimura, 1998), seeded and read as CPython
 * does, so that a seeded script sees CPython's numbers. */
#include <math.h>
#include <stdlib.h>
#include <sys/random.h>
#include <time.h>

#include "stdlib/modules.h"
#include "vm/big_int.h"
#include "vm/dict.h"
#include "vm/memory.h"

enum { STATE_SIZE = 624, SHIFT_SIZE = 397 };

typedef struct Twister {
    Obj head;
    uint32_t state[STATE_SIZE];
    int next;
} Twister;

static const NativeLayout twister_layout = {"Random", sizeof(Twister), NULL, NULL};

static void seed_word(Twister *t, uint32_t seed) {
    t->state[0] = seed;
    for (uint32_t n = 1; n < STATE_SIZE; n++)
        t->state[n] = 1812433253u * (t->state[n - 1] ^ (t->state[n - 1] >> 30)) + n;
    t->next = STATE_SIZE;
}

static void seed_words(Twister *t, const uint32_t *key, uint32_t length) {
    seed_word(t, 19650218u);
    uint32_t i = 1, j = 0;
    for (uint32_t k = length > STATE_SIZE ? length : STATE_SIZE; k > 0; k--) {
        t->state[i] = (t->state[i] ^ ((t->state[i - 1] ^ (t->state[i - 1] >> 30)) * 1664525u)) + key[j] + j;
        if (++i >= STATE_SIZE) {
            t->state[0] = t->state[STATE_SIZE - 1];
            i = 1;
        }
        if (++j >= length)
            j = 0;
    }
    for (uint32_t k = STATE_SIZE - 1; k > 0; k--) {
        t->state[i] = (t->state[i] ^ ((t->state[i - 1] ^ (t->state[i - 1] >> 30)) * 1566083941u)) - i;
        if (++i >= STATE_SIZE) {
            t->state[0] = t->state[STATE_SIZE - 1];
            i = 1;
        }
    }
    t->state[0] = 0x80000000u;
}

static void twist(Twister *t) {
    for (int k = 0; k < STATE_SIZE; k++) {
        uint32_t y = (t->state[k] & 0x80000000u) | (t->state[(k + 1) % STATE_SIZE] & 0x7fffffffu);
        t->state[k] = t->state[(k + SHIFT_SIZE) % STATE_SIZE] ^ (y >> 1) ^ (y & 1 ? 0x9908b0dfu : 0);
    }
    t->next = 0;
}

static uint32_t next_word(Twister *t) {
    if (t->next >= STATE_SIZE)
        twist(t);
    uint32_t y = t->state[t->next++];
    y ^= y >> 11;
    y ^= (y << 7) & 0x9d2c5680u;
    y ^= (y << 15) & 0xefc60000u;
    return y ^ (y >> 18);
}

static Value twister_seed(Vm *vm, Value *args, int argc) {
    Twister *t = AS(Twister, args[0]);
    if (argc < 2 || args[1] == NONE) {
        uint32_t key[2];
        if (getrandom(key, sizeof key, 0) != sizeof key)
            key[0] = (uint32_t)time(NULL);
        seed_words(t, key, 2);
        return NONE;
    }
    Value n = integer_from_index(vm, args[1]);
    if (n == NOTHING)
        return NOTHING;
    IntegerView seed;
    integer_view(n, &seed);
    uint32_t *words = memory_new_zeroed(2 * seed.count + 1, sizeof(uint32_t));
    for (size_t i = 0; i < 2 * seed.count; i++)
        words[i] = (uint32_t)(seed.limbs[i / 2] >> (i % 2 * 32));
    size_t count = 2 * seed.count;
    while (count > 1 && words[count - 1] == 0)
        count--;
    seed_words(t, words, count > 0 ? (uint32_t)count : 1);
    free(words);
    return NONE;
}

static Value twister_random(Vm *vm, Value *args, int argc) {
    (void)argc;
    Twister *t = AS(Twister, args[0]);
    uint32_t high = next_word(t) >> 5, low = next_word(t) >> 6;
    return float_value(vm, (high * 67108864.0 + low) * (1.0 / 9007199254740992.0));
}

static Value twister_getrandbits(Vm *vm, Value *args, int argc) {
    (void)argc;
    int64_t bits;
    if (!value_to_index(vm, args[1], &bits))
        return NOTHING;
    if (bits < 0)
        return vm_raise(vm, vm->exceptions.ValueError, "number of bits must be non-negative");
    if (!big_int_check_size(vm, (double)bits / LIMB_BITS))
        return NOTHING;
    BigInt *result = big_int_new(vm, (size_t)bits / LIMB_BITS + 1);
    if (!result)
        return NOTHING;
    memset(result->limbs, 0, result->count * sizeof(Limb));
    for (int64_t have = 0; have < bits; have += 32) {
        uint32_t word = next_word(AS(Twister, args[0]));
        if (bits - have < 32)
            word >>= 32 - (bits - have);
        result->limbs[have / LIMB_BITS] |= (Limb)word << have % LIMB_BITS;
    }
    return big_int_finish(vm, result);
}

/* The words of the state, and the place of the next one. */
static Value twister_getstate(Vm *vm, Value *args, int argc) {
    (void)argc;
    const Twister *t = AS(Twister, args[0]);
    Tuple *state = tuple_new(vm, NULL, STATE_SIZE + 1);
    for (int i = 0; i < STATE_SIZE; i++)
        state->items[i] = small_int(t->state[i]);
    state->items[STATE_SIZE] = small_int(t->next);
    return object_value(state);
}

static Value twister_setstate(Vm *vm, Value *args, int argc) {
    (void)argc;
    if (!is_tuple(args[1]))
        return vm_raise(vm, vm->exceptions.TypeError, "state vector must be a tuple");
    const Tuple *state = AS(Tuple, args[1]);
    if (state->count != STATE_SIZE + 1)
        return vm_raise(vm, vm->exceptions.ValueError, "state vector is the wrong size");
    int64_t words[STATE_SIZE + 1];
    for (int i = 0; i <= STATE_SIZE; i++)
        if (!value_to_index(vm, state->items[i], &words[i]))
            return NOTHING;
    if (words[STATE_SIZE] < 0 || words[STATE_SIZE] > STATE_SIZE)
        return vm_raise(vm, vm->exceptions.ValueError, "invalid state");
    Twister *t = AS(Twister, args[0]);
    for (int i = 0; i < STATE_SIZE; i++)
        t->state[i] = (uint32_t)words[i];
    t->next = (int)words[STATE_SIZE];
    return NONE;
}

static Value twister_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    (void)args, (void)argc, (void)keywords;
    Twister *t = type_allocate(vm, type);
    seed_word(t, 5489u);
    return object_value(t);
}

static bool setup(Vm *vm, Module *module) {
    static const NativeDef methods[] = {
        {"seed", twister_seed, 1, 2, 0, NULL},
        {"random", twister_random, 1, 1, 0, NULL},
        {"getrandbits", twister_getrandbits, 2, 2, 0, NULL},
        {"getstate", twister_getstate, 1, 1, 0, NULL},
        {"setstate", twister_setstate, 2, 2, 0, NULL},
        {NULL, NULL, 0, 0, 0, NULL},
    };
    static const TypeDef def = {
        .name = "Random",
        .module = "_random",
        .kind = KIND_NATIVE,
        .layout = &twister_layout,
        .size = sizeof(Twister),
        .create = twister_create,
        .methods = methods,
    };
    dict_set_c(vm, module->namespace, "Random", object_value(type_new_native(vm, &def, NULL)));
    return true;
}

const ModuleDef twister_module = {"_random", NULL, setup};
