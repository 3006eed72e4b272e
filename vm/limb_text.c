#include "vm/limb_text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "vm/memory.h"

enum {
    HALVE_FROM = 30, /* limbs: shorter numbers are converted limb by limb */
    MOST_POWERS = 48,
};

/* base ** (chunk * 2 ** n) for n = 0, 1, ... as far as they were needed. */
typedef struct Powers {
    int base;
    int chunk; /* the most digits that fit in a limb... */
    Limb unit; /* ...and base ** chunk */
    int count;
    Limb *limbs[MOST_POWERS];
    size_t limb_counts[MOST_POWERS];
    size_t digits[MOST_POWERS];
} Powers;

static void powers_begin(Powers *powers, int base) {
    *powers = (Powers){.base = base, .unit = 1};
    while (powers->unit <= UINT64_MAX / (unsigned)base) {
        powers->unit *= (unsigned)base;
        powers->chunk++;
    }
    powers->limbs[0] = memory_new(1, sizeof(Limb));
    powers->limbs[0][0] = powers->unit;
    powers->limb_counts[0] = 1;
    powers->digits[0] = (size_t)powers->chunk;
    powers->count = 1;
}

static void powers_end(Powers *powers) {
    for (int i = 0; i < powers->count; i++)
        free(powers->limbs[i]);
}

/* Adds the square of the largest one. False: given up. */
static bool powers_square(Powers *powers, const LimbWatch *watch) {
    int last = powers->count - 1;
    size_t count = powers->limb_counts[last];
    Limb *square = memory_new(2 * count, sizeof(Limb));
    powers->limbs[powers->count] = square;
    powers->digits[powers->count] = 2 * powers->digits[last];
    powers->count++;
    if (!limbs_multiply(square, powers->limbs[last], count, powers->limbs[last], count, watch))
        return false;
    powers->limb_counts[last + 1] = limbs_trim(square, 2 * count);
    return true;
}

static int power_of_two(int base) {
    return (base & (base - 1)) == 0 ? __builtin_ctz((unsigned)base) : 0;
}

/* --- Writing -------------------------------------------------------------------------------------- */

static const char DIGITS[] = "0123456789abcdefghijklmnopqrstuvwxyz";

size_t limb_text_most_digits(size_t count, int base) {
    return (size_t)((double)count * LIMB_BITS / log2(base)) + 2;
}

static size_t write_by_shifting(char *out, const Limb *a, size_t count, int bits) {
    size_t total = limbs_bit_length(a, count), digits = (total + (size_t)bits - 1) / (size_t)bits;
    Limb mask = ((Limb)1 << bits) - 1;
    for (size_t i = 0; i < digits; i++) {
        size_t at = i * (size_t)bits, limb = at / LIMB_BITS;
        unsigned offset = at % LIMB_BITS;
        Limb digit = a[limb] >> offset;
        if (offset + (unsigned)bits > LIMB_BITS && limb + 1 < count)
            digit |= a[limb + 1] << (LIMB_BITS - offset);
        out[digits - 1 - i] = DIGITS[digit & mask];
    }
    return digits;
}

/* The digits of a number that may be destroyed, right-aligned in `room` places with zeros before them. */
static void write_limb_by_limb(char *out, size_t room, Limb *a, size_t count, const Powers *powers) {
    while (room > 0) {
        count = limbs_trim(a, count);
        Limb rest = count > 0 ? limbs_divide_limb(a, a, count, powers->unit) : 0;
        for (int i = 0; i < powers->chunk && room > 0; i++) {
            out[--room] = DIGITS[rest % (unsigned)powers->base];
            rest /= (unsigned)powers->base;
        }
    }
}

/* Likewise; the number is less than the square of power `level`, so has at most twice its digits. */
static bool write_halves(char *out, size_t room, Limb *a, size_t count, const Powers *powers, int level,
                         const LimbWatch *watch) {
    count = limbs_trim(a, count);
    while (level >= 0 && powers->limb_counts[level] > count)
        level--;
    if (level < 0 || count < HALVE_FROM) {
        write_limb_by_limb(out, room, a, count, powers);
        return true;
    }
    size_t low_count = powers->limb_counts[level], high_count = count - low_count + 1;
    Limb *high = memory_new(high_count + low_count, sizeof(Limb)), *low = high + high_count;
    size_t low_room = powers->digits[level];
    bool ok = limbs_divide(high, low, a, count, powers->limbs[level], low_count, watch) &&
              write_halves(out, room - low_room, high, high_count, powers, level - 1, watch) &&
              write_halves(out + room - low_room, low_room, low, low_count, powers, level - 1, watch);
    free(high);
    return ok;
}

size_t limb_text_write(char *out, const Limb *a, size_t count, int base, const LimbWatch *watch) {
    if (count == 0) {
        out[0] = '0';
        return 1;
    }
    int bits = power_of_two(base);
    if (bits != 0)
        return write_by_shifting(out, a, count, bits);
    Powers powers;
    powers_begin(&powers, base);
    size_t room = limb_text_most_digits(count, base);
    Limb *copy = memory_new(count, sizeof(Limb));
    memcpy(copy, a, count * sizeof(Limb));
    bool ok = true;
    /* Up to the one whose square is longer than the number. */
    while (ok && 2 * powers.limb_counts[powers.count - 1] <= count + 1)
        ok = powers_square(&powers, watch);
    ok = ok && write_halves(out, room, copy, count, &powers, powers.count - 1, watch);
    free(copy);
    powers_end(&powers);
    if (!ok)
        return 0;
    size_t zeros = 0;
    while (out[zeros] == '0')
        zeros++;
    memmove(out, out + zeros, room - zeros);
    return room - zeros;
}

/* --- Reading -------------------------------------------------------------------------------------- */

size_t limb_text_most_limbs(size_t digits, int base) {
    return (size_t)((double)digits * log2(base) / LIMB_BITS) + 2;
}

static size_t read_by_shifting(Limb *out, const uint8_t *digits, size_t count, int bits) {
    size_t limbs = (count * (size_t)bits + LIMB_BITS - 1) / LIMB_BITS;
    memset(out, 0, limbs * sizeof(Limb));
    for (size_t i = 0; i < count; i++) {
        size_t at = i * (size_t)bits, limb = at / LIMB_BITS;
        unsigned offset = at % LIMB_BITS;
        Limb digit = digits[count - 1 - i];
        out[limb] |= digit << offset;
        if (offset + (unsigned)bits > LIMB_BITS && digit >> (LIMB_BITS - offset) != 0)
            out[limb + 1] |= digit >> (LIMB_BITS - offset);
    }
    return limbs_trim(out, limbs);
}

static size_t read_limb_by_limb(Limb *out, const uint8_t *digits, size_t count, const Powers *powers) {
    size_t limbs = 0;
    size_t first = count % (size_t)powers->chunk;
    for (size_t at = 0; at < count;) {
        size_t end = at == 0 && first != 0 ? first : at + (size_t)powers->chunk;
        Limb group = 0;
        for (; at < end; at++)
            group = group * (unsigned)powers->base + digits[at];
        Limb carry = limbs_multiply_limb(out, out, limbs, powers->unit, group);
        if (carry != 0)
            out[limbs++] = carry;
    }
    return limbs;
}

static bool read_halves(Limb *out, size_t *out_count, const uint8_t *digits, size_t count,
                        const Powers *powers, int level, const LimbWatch *watch) {
    while (level >= 0 && powers->digits[level] >= count)
        level--;
    if (level < 0 || powers->limb_counts[level] < HALVE_FROM / 2) {
        *out_count = read_limb_by_limb(out, digits, count, powers);
        return true;
    }
    size_t low_digits = powers->digits[level], high_digits = count - low_digits;
    size_t high_room = limb_text_most_limbs(high_digits, powers->base);
    size_t low_room = limb_text_most_limbs(low_digits, powers->base);
    size_t power_count = powers->limb_counts[level], high_count, low_count, product_count;
    Limb *high = memory_new(2 * high_room + low_room + power_count, sizeof(Limb));
    Limb *low = high + high_room, *product = low + low_room;
    bool ok = read_halves(high, &high_count, digits, high_digits, powers, level - 1, watch) &&
              read_halves(low, &low_count, digits + high_digits, low_digits, powers, level - 1, watch) &&
              limbs_multiply(product, high, high_count, powers->limbs[level], power_count, watch);
    if (ok) {
        product_count = high_count == 0 ? 0 : limbs_trim(product, high_count + power_count);
        if (product_count >= low_count)
            *out_count = product_count;
        else
            *out_count = low_count;
        Limb carry = product_count >= low_count ? limbs_add(out, product, product_count, low, low_count)
                                                : limbs_add(out, low, low_count, product, product_count);
        if (carry != 0)
            out[(*out_count)++] = carry;
    }
    free(high);
    return ok;
}

bool limb_text_read(Limb *out, size_t *out_count, const uint8_t *digits, size_t count, int base,
                    const LimbWatch *watch) {
    int bits = power_of_two(base);
    if (bits != 0) {
        *out_count = read_by_shifting(out, digits, count, bits);
        return true;
    }
    Powers powers;
    powers_begin(&powers, base);
    bool ok = true;
    while (ok && 2 * powers.digits[powers.count - 1] < count)
        ok = powers_square(&powers, watch);
    ok = ok && read_halves(out, out_count, digits, count, &powers, powers.count - 1, watch);
    powers_end(&powers);
    return ok;
}
