#include "vm/hashing.h"

#include <math.h>

enum { MODULUS_BITS = 61 };
static const uint64_t MODULUS = ((uint64_t)1 << MODULUS_BITS) - 1;

int64_t hash_integer(int64_t n) {
    uint64_t magnitude = n < 0 ? -(uint64_t)n : (uint64_t)n;
    if (magnitude < MODULUS)
        return hash_from_method(n);
    int64_t rest = (int64_t)(magnitude % MODULUS);
    return hash_from_method(n < 0 ? -rest : rest);
}

int64_t hash_double(double d, const void *object) {
    if (isinf(d))
        return d > 0 ? 314159 : -314159;
    if (isnan(d))
        return hash_pointer(object);
    int exponent;
    double mantissa = frexp(d, &exponent);
    bool negative = mantissa < 0;
    mantissa = fabs(mantissa);
    /* 28 bits of the mantissa at a time, kept modulo the prime: doubling is a rotation of 61 bits. */
    uint64_t x = 0;
    while (mantissa != 0) {
        x = ((x << 28) & MODULUS) | x >> (MODULUS_BITS - 28);
        mantissa *= 268435456.0;
        exponent -= 28;
        uint64_t whole = (uint64_t)mantissa;
        mantissa -= (double)whole;
        x += whole;
        if (x >= MODULUS)
            x -= MODULUS;
    }
    int turn = exponent >= 0 ? exponent % MODULUS_BITS : MODULUS_BITS - 1 - ((-1 - exponent) % MODULUS_BITS);
    x = ((x << turn) & MODULUS) | x >> (MODULUS_BITS - turn);
    return hash_from_method(negative ? -(int64_t)x : (int64_t)x);
}

int64_t hash_pointer(const void *pointer) {
    uint64_t address = (uint64_t)(uintptr_t)pointer;
    return hash_from_method((int64_t)(address >> 4 | address << 60));
}

/* xxHash of the items' hashes, its constants and rounds as CPython uses them. */
static const uint64_t PRIME_1 = 11400714785074694791U;
static const uint64_t PRIME_2 = 14029467366897019727U;
static const uint64_t PRIME_5 = 2870177450012600261U;

uint64_t hash_tuple_begin(void) {
    return PRIME_5;
}

uint64_t hash_tuple_add(uint64_t accumulator, int64_t item_hash) {
    accumulator += (uint64_t)item_hash * PRIME_2;
    accumulator = accumulator << 31 | accumulator >> 33;
    return accumulator * PRIME_1;
}

int64_t hash_tuple_finish(uint64_t accumulator, int64_t count) {
    accumulator += (uint64_t)count ^ (PRIME_5 ^ 3527539U);
    return accumulator == UINT64_MAX ? 1546275796 : (int64_t)accumulator;
}
