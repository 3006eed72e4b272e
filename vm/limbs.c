#include "vm/limbs.h"

#include <stdlib.h>
#include <string.h>

#include "vm/memory.h"

__extension__ typedef unsigned __int128 TwoLimbs;

enum {
    KARATSUBA_FROM = 40, /* limbs: below, the schoolbook is quicker */
    RECURSIVE_DIVISION_FROM = 80,
    WATCH_FROM = 512, /* limbs: whatever is smaller is done at once */
};

static bool may_go_on(const LimbWatch *watch) {
    return !watch || watch->go_on(watch->state);
}

size_t limbs_trim(const Limb *a, size_t count) {
    while (count > 0 && a[count - 1] == 0)
        count--;
    return count;
}

size_t limbs_bit_length(const Limb *a, size_t count) {
    return count == 0 ? 0 : count * LIMB_BITS - (size_t)__builtin_clzll(a[count - 1]);
}

size_t limbs_trailing_zeros(const Limb *a) {
    size_t limb = 0;
    while (a[limb] == 0)
        limb++;
    return limb * LIMB_BITS + (size_t)__builtin_ctzll(a[limb]);
}

/* Numbers of equally many limbs. */
static int compare_equally_long(const Limb *a, const Limb *b, size_t count) {
    while (count-- > 0)
        if (a[count] != b[count])
            return a[count] < b[count] ? -1 : 1;
    return 0;
}

int limbs_compare(const Limb *a, size_t a_count, const Limb *b, size_t b_count) {
    if (a_count != b_count)
        return a_count < b_count ? -1 : 1;
    return compare_equally_long(a, b, a_count);
}

/* --- One pass ------------------------------------------------------------------------------------- */

static Limb add_carry(Limb *out, const Limb *a, size_t count, Limb carry) {
    size_t i = 0;
    for (; i < count && carry; i++)
        carry = __builtin_add_overflow(a[i], carry, &out[i]);
    if (out != a && i < count)
        memcpy(out + i, a + i, (count - i) * sizeof(Limb));
    return carry;
}

static Limb subtract_borrow(Limb *out, const Limb *a, size_t count, Limb borrow) {
    size_t i = 0;
    for (; i < count && borrow; i++)
        borrow = __builtin_sub_overflow(a[i], borrow, &out[i]);
    if (out != a && i < count)
        memcpy(out + i, a + i, (count - i) * sizeof(Limb));
    return borrow;
}

Limb limbs_add(Limb *out, const Limb *a, size_t a_count, const Limb *b, size_t b_count) {
    Limb carry = 0;
    for (size_t i = 0; i < b_count; i++) {
        TwoLimbs sum = (TwoLimbs)a[i] + b[i] + carry;
        out[i] = (Limb)sum;
        carry = (Limb)(sum >> LIMB_BITS);
    }
    return add_carry(out + b_count, a + b_count, a_count - b_count, carry);
}

Limb limbs_subtract(Limb *out, const Limb *a, size_t a_count, const Limb *b, size_t b_count) {
    Limb borrow = 0;
    for (size_t i = 0; i < b_count; i++) {
        TwoLimbs difference = (TwoLimbs)a[i] - b[i] - borrow;
        out[i] = (Limb)difference;
        borrow = (Limb)(difference >> LIMB_BITS) & 1;
    }
    return subtract_borrow(out + b_count, a + b_count, a_count - b_count, borrow);
}

Limb limbs_multiply_limb(Limb *out, const Limb *a, size_t count, Limb factor, Limb addend) {
    for (size_t i = 0; i < count; i++) {
        TwoLimbs product = (TwoLimbs)a[i] * factor + addend;
        out[i] = (Limb)product;
        addend = (Limb)(product >> LIMB_BITS);
    }
    return addend;
}

/* out += a * factor; returns the limb beyond. */
static Limb add_product(Limb *out, const Limb *a, size_t count, Limb factor) {
    Limb carry = 0;
    for (size_t i = 0; i < count; i++) {
        TwoLimbs product = (TwoLimbs)a[i] * factor + out[i] + carry;
        out[i] = (Limb)product;
        carry = (Limb)(product >> LIMB_BITS);
    }
    return carry;
}

/* out -= a * factor; returns what is to be taken from the limb beyond. */
static Limb subtract_product(Limb *out, const Limb *a, size_t count, Limb factor) {
    Limb carry = 0;
    for (size_t i = 0; i < count; i++) {
        TwoLimbs product = (TwoLimbs)a[i] * factor + carry;
        Limb low = (Limb)product;
        carry = (Limb)(product >> LIMB_BITS) + (out[i] < low);
        out[i] -= low;
    }
    return carry;
}

Limb limbs_divide_limb(Limb *out, const Limb *a, size_t count, Limb divisor) {
    Limb remainder = 0;
    while (count-- > 0) {
        TwoLimbs dividend = (TwoLimbs)remainder << LIMB_BITS | a[count];
        out[count] = (Limb)(dividend / divisor);
        remainder = (Limb)(dividend - (TwoLimbs)out[count] * divisor);
    }
    return remainder;
}

Limb limbs_shift_left(Limb *out, const Limb *a, size_t count, unsigned bits) {
    if (bits == 0) {
        memmove(out, a, count * sizeof(Limb));
        return 0;
    }
    Limb above = 0;
    for (size_t i = count; i-- > 0;) {
        Limb limb = a[i];
        if (i == count - 1)
            above = limb >> (LIMB_BITS - bits);
        out[i] = limb << bits | (i > 0 ? a[i - 1] >> (LIMB_BITS - bits) : 0);
    }
    return above;
}

Limb limbs_shift_right(Limb *out, const Limb *a, size_t count, unsigned bits) {
    if (bits == 0) {
        memmove(out, a, count * sizeof(Limb));
        return 0;
    }
    Limb below = count > 0 ? a[0] << (LIMB_BITS - bits) : 0;
    for (size_t i = 0; i < count; i++)
        out[i] = a[i] >> bits | (i + 1 < count ? a[i + 1] << (LIMB_BITS - bits) : 0);
    return below;
}

/* --- Multiplication ------------------------------------------------------------------------------- */

static void multiply_schoolbook(Limb *out, const Limb *a, size_t a_count, const Limb *b, size_t b_count) {
    memset(out, 0, a_count * sizeof(Limb));
    for (size_t i = 0; i < b_count; i++)
        out[a_count + i] = add_product(out + i, a, a_count, b[i]);
}

/* out = |low - high|, of `count` limbs, where high may be one limb shorter; true when low < high. */
static bool absolute_difference(Limb *out, const Limb *low, size_t count, const Limb *high,
                                size_t high_count) {
    bool longer = high_count < count && low[count - 1] != 0;
    if (longer || compare_equally_long(low, high, high_count) >= 0) {
        limbs_subtract(out, low, count, high, high_count);
        return false;
    }
    limbs_subtract(out, high, high_count, low, high_count);
    if (high_count < count)
        out[count - 1] = 0;
    return true;
}

/* Both numbers have `count` limbs; `scratch` has karatsuba_scratch(count). With a = a1 * B + a0, likewise b:
 * a1*b0 + a0*b1 = a0*b0 + a1*b1 - (a0 - a1) * (b0 - b1), so three products do instead of four. */
static bool multiply_karatsuba(Limb *out, const Limb *a, const Limb *b, size_t count, Limb *scratch,
                               const LimbWatch *watch) {
    if (count < KARATSUBA_FROM) {
        multiply_schoolbook(out, a, count, b, count);
        return true;
    }
    if (count >= WATCH_FROM && !may_go_on(watch))
        return false;
    size_t low = (count + 1) / 2, high = count - low;
    Limb *middle = scratch, *product = scratch + 2 * low + 1, *rest = product + 2 * low;
    bool negative = absolute_difference(middle, a, low, a + low, high);
    negative ^= absolute_difference(middle + low, b, low, b + low, high);
    if (!multiply_karatsuba(product, middle, middle + low, low, rest, watch) ||
        !multiply_karatsuba(out, a, b, low, rest, watch) ||
        !multiply_karatsuba(out + 2 * low, a + low, b + low, high, rest, watch))
        return false;
    middle[2 * low] = limbs_add(middle, out, 2 * low, out + 2 * low, 2 * high);
    if (negative)
        middle[2 * low] += limbs_add(middle, middle, 2 * low, product, 2 * low);
    else
        middle[2 * low] -= limbs_subtract(middle, middle, 2 * low, product, 2 * low);
    size_t room = 2 * count - low, middle_count = limbs_trim(middle, 2 * low + 1);
    limbs_add(out + low, out + low, room, middle, middle_count);
    return true;
}

/* 4n and a little for each halving. */
static size_t karatsuba_scratch(size_t count) {
    return 4 * count + 5 * LIMB_BITS;
}

/* The longer number in pieces as long as the shorter one. */
static bool multiply_unbalanced(Limb *out, const Limb *a, size_t a_count, const Limb *b, size_t b_count,
                                const LimbWatch *watch) {
    Limb *scratch = memory_new(karatsuba_scratch(b_count) + 2 * b_count, sizeof(Limb));
    Limb *product = scratch + karatsuba_scratch(b_count);
    memset(out, 0, (a_count + b_count) * sizeof(Limb));
    bool ok = true;
    size_t done = 0;
    for (; ok && done + b_count <= a_count; done += b_count) {
        ok = multiply_karatsuba(product, a + done, b, b_count, scratch, watch);
        limbs_add(out + done, out + done, a_count + b_count - done, product, 2 * b_count);
    }
    size_t rest = a_count - done;
    if (ok && rest > 0) {
        ok = limbs_multiply(product, b, b_count, a + done, rest, watch);
        limbs_add(out + done, out + done, rest + b_count, product, rest + b_count);
    }
    free(scratch);
    return ok;
}

bool limbs_multiply(Limb *out, const Limb *a, size_t a_count, const Limb *b, size_t b_count,
                    const LimbWatch *watch) {
    if (a_count < b_count)
        return limbs_multiply(out, b, b_count, a, a_count, watch);
    if (b_count < KARATSUBA_FROM) {
        multiply_schoolbook(out, a, a_count, b, b_count);
        return true;
    }
    return multiply_unbalanced(out, a, a_count, b, b_count, watch);
}

/* --- Division ------------------------------------------------------------------------------------- */

/* Knuth, The Art of Computer Programming 4.3.1, algorithm D: a, of a_count limbs, becomes the remainder, of
 * b_count limbs; the quotient has a_count - b_count limbs. The top bit of b is set, b_count is 2 or more, and
 * the top b_count limbs of a are less than b. */
static bool divide_schoolbook(Limb *quotient, Limb *a, size_t a_count, const Limb *b, size_t b_count,
                              const LimbWatch *watch) {
    Limb top = b[b_count - 1], second = b[b_count - 2];
    for (size_t j = a_count - b_count; j-- > 0;) {
        Limb *window = a + j;
        TwoLimbs lead = (TwoLimbs)window[b_count] << LIMB_BITS | window[b_count - 1];
        TwoLimbs guess, rest;
        if (window[b_count] >= top) {
            guess = ~(Limb)0;
            rest = lead - guess * top;
        } else {
            guess = lead / top;
            rest = lead - guess * top;
        }
        while (rest >> LIMB_BITS == 0 && guess * second > (rest << LIMB_BITS | window[b_count - 2])) {
            guess--;
            rest += top;
        }
        Limb taken = subtract_product(window, b, b_count, (Limb)guess);
        bool too_much = window[b_count] < taken;
        window[b_count] -= taken;
        if (too_much) {
            guess--;
            window[b_count] += limbs_add(window, window, b_count, b, b_count);
        }
        quotient[j] = (Limb)guess;
        if (b_count >= WATCH_FROM && j % 64 == 0 && !may_go_on(watch))
            return false;
    }
    return true;
}

static bool divide_two_by_one(Limb *quotient, Limb *a, const Limb *b, size_t count, Limb *scratch,
                              const LimbWatch *watch);

/* a, of 3 halves, by b, of 2: the quotient has one half, and a becomes the remainder (its top half zero). The
 * upper two halves of a are less than b. */
static bool divide_three_by_two(Limb *quotient, Limb *a, const Limb *b, size_t half, Limb *scratch,
                                const LimbWatch *watch) {
    Limb *top = a + 2 * half, over = 0;
    if (compare_equally_long(top, b + half, half) < 0) {
        if (!divide_two_by_one(quotient, a + half, b + half, half, scratch, watch))
            return false;
    } else {
        /* The quotient would need one more bit: take the largest there is. */
        memset(quotient, 0xff, half * sizeof(Limb));
        limbs_subtract(top, top, half, b + half, half);
        over = limbs_add(a + half, a + half, half, b + half, half);
        top[0] += over;
        over = top[0];
        top[0] = 0;
    }
    /* What is left, over : a[0, 2 * half), still has to give quotient times the lower half of b. */
    if (!limbs_multiply(scratch, quotient, half, b, half, watch))
        return false;
    Limb borrow = limbs_subtract(a, a, 2 * half, scratch, 2 * half);
    int64_t sign = (int64_t)over - (int64_t)borrow;
    while (sign < 0) {
        subtract_borrow(quotient, quotient, half, 1);
        sign += (int64_t)limbs_add(a, a, 2 * half, b, 2 * half);
    }
    memset(top, 0, half * sizeof(Limb));
    return true;
}

/* a, of 2 * count limbs, by b, of count: the quotient has `count` limbs, a becomes the remainder. */
static bool divide_two_by_one(Limb *quotient, Limb *a, const Limb *b, size_t count, Limb *scratch,
                              const LimbWatch *watch) {
    if (count % 2 != 0 || count < RECURSIVE_DIVISION_FROM)
        return divide_schoolbook(quotient, a, 2 * count, b, count, watch);
    size_t half = count / 2;
    return divide_three_by_two(quotient + half, a + half, b, half, scratch, watch) &&
           divide_three_by_two(quotient, a, b, half, scratch, watch);
}

/* Pads b to a size that halves well, and divides block by block of that size. */
static bool divide_recursively(Limb *quotient, Limb *remainder, const Limb *a, size_t a_count, const Limb *b,
                               size_t b_count, const LimbWatch *watch) {
    size_t unit = 1;
    while (b_count / unit >= RECURSIVE_DIVISION_FROM)
        unit *= 2;
    size_t count = (b_count + unit - 1) / unit * unit, pad = count - b_count;
    unsigned shift = (unsigned)__builtin_clzll(b[b_count - 1]);
    size_t blocks = (a_count + pad + 1 + count - 1) / count;
    if (blocks < 2)
        blocks = 2;
    size_t total = blocks * count;
    /* dividend, divisor, quotient, scratch */
    Limb *dividend = memory_new_zeroed(2 * total + 3 * count, sizeof(Limb));
    Limb *divisor = dividend + total, *result = divisor + count, *scratch = result + total;
    limbs_shift_left(divisor + pad, b, b_count, shift);
    dividend[pad + a_count] = limbs_shift_left(dividend + pad, a, a_count, shift);
    /* The top block is less than the divisor unless it holds more than one limb of overlap: then one more
     * block of zeros stands above it. */
    bool ok = true;
    size_t from = blocks - 1;
    if (compare_equally_long(dividend + from * count, divisor, count) >= 0) {
        limbs_subtract(dividend + from * count, dividend + from * count, count, divisor, count);
        result[from * count] = 1;
    }
    for (size_t block = from; ok && block-- > 0;)
        ok = divide_two_by_one(result + block * count, dividend + block * count, divisor, count, scratch,
                               watch);
    if (ok) {
        memcpy(quotient, result, (a_count - b_count + 1) * sizeof(Limb));
        limbs_shift_right(remainder, dividend + pad, b_count, shift);
    }
    free(dividend);
    return ok;
}

bool limbs_divide(Limb *quotient, Limb *remainder, const Limb *a, size_t a_count, const Limb *b,
                  size_t b_count, const LimbWatch *watch) {
    if (b_count == 1) {
        remainder[0] = limbs_divide_limb(quotient, a, a_count, b[0]);
        return true;
    }
    if (b_count >= RECURSIVE_DIVISION_FROM && a_count - b_count >= RECURSIVE_DIVISION_FROM / 2)
        return divide_recursively(quotient, remainder, a, a_count, b, b_count, watch);
    Limb small[64];
    size_t room = a_count + 1 + b_count;
    Limb *rest = room <= sizeof small / sizeof small[0] ? small : memory_new(room, sizeof(Limb));
    Limb *divisor = rest + a_count + 1;
    unsigned shift = (unsigned)__builtin_clzll(b[b_count - 1]);
    limbs_shift_left(divisor, b, b_count, shift);
    rest[a_count] = limbs_shift_left(rest, a, a_count, shift);
    bool ok = divide_schoolbook(quotient, rest, a_count + 1, divisor, b_count, watch);
    if (ok)
        limbs_shift_right(remainder, rest, b_count, shift);
    if (rest != small)
        free(rest);
    return ok;
}
