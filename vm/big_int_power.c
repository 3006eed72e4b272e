/* Powers, roots and what the greatest common divisor gives. */
#include <stdlib.h>

#include "vm/big_int.h"
#include "vm/memory.h"

/* Two buffers that take turns: what was computed last, and room for what comes next. */
typedef struct Product {
    Limb *limbs, *next;
    size_t count;
} Product;

static bool product_times(Product *product, const Limb *by, size_t by_count, const LimbWatch *watch) {
    if (!limbs_multiply(product->next, product->limbs, product->count, by, by_count, watch))
        return false;
    Limb *done = product->next;
    product->next = product->limbs;
    product->limbs = done;
    product->count = limbs_trim(done, product->count + by_count);
    return true;
}

/* base ** exponent for an odd base; the bits of the exponent from the highest on. */
static Value odd_power(Vm *vm, const Limb *base, size_t base_count, uint64_t exponent, bool negative) {
    double limbs = (double)limbs_bit_length(base, base_count) * (double)exponent / LIMB_BITS + 2;
    if (!big_int_check_size(vm, 3 * limbs))
        return NOTHING;
    size_t room = (size_t)limbs + base_count + 2;
    Limb *memory = memory_new(2 * room, sizeof(Limb));
    Product product = {memory, memory + room, base_count};
    memcpy(product.limbs, base, base_count * sizeof(Limb));
    LimbWatch watch = big_int_watch(vm);
    bool ok = true;
    for (int bit = 62 - __builtin_clzll(exponent); ok && bit >= 0; bit--) {
        ok = product_times(&product, product.limbs, product.count, &watch);
        if (ok && exponent >> bit & 1)
            ok = product_times(&product, base, base_count, &watch);
    }
    Value result = ok ? integer_from_limbs(vm, negative, product.limbs, product.count) : NOTHING;
    free(memory);
    return result;
}

/* Factors of two are shifted in at the end. */
Value integer_power(Vm *vm, Value base_value, Value exponent_value) {
    if (exponent_value == small_int(0) || base_value == small_int(1))
        return small_int(1);
    if (base_value == small_int(0))
        return base_value;
    IntegerView exponent;
    integer_view(exponent_value, &exponent);
    if (base_value == small_int(-1))
        return small_int(exponent.limbs[0] & 1 ? -1 : 1);
    if (exponent.count > 1) {
        big_int_check_size(vm, 0x1p100);
        return NOTHING;
    }
    IntegerView base;
    integer_view(base_value, &base);
    uint64_t n = exponent.limbs[0];
    size_t twos = limbs_trailing_zeros(base.limbs);
    bool negative = base.negative && n & 1;
    if (!big_int_check_size(vm, (double)twos * (double)n / LIMB_BITS))
        return NOTHING;
    Value odd = integer_absolute(vm, base_value);
    if (odd == NOTHING || (odd = integer_shift_right(vm, odd, twos)) == NOTHING)
        return NOTHING;
    IntegerView view;
    integer_view(odd, &view);
    Value power = odd == small_int(1) ? small_int(negative ? -1 : 1)
                                      : odd_power(vm, view.limbs, view.count, n, negative);
    return power == NOTHING || twos == 0 ? power : integer_shift_left(vm, power, twos * n);
}

/* --- Modulo --------------------------------------------------------------------------------------- */

/* Euclid's steps on (m, a), with the multiples of a that give the remainders: they alternate in sign, so
 * their absolute values only ever add up. `with_inverse` false: *inverse is left alone. The result is the
 * last remainder that is not zero; NOTHING: raised. */
static Value euclid(Vm *vm, Value m, Value a, bool with_inverse, Value *inverse) {
    IntegerView larger, smaller;
    integer_view(m, &larger);
    integer_view(a, &smaller);
    size_t room = larger.count + 2;
    Limb *memory = memory_new_zeroed(7 * room, sizeof(Limb));
    Limb *r0 = memory, *r1 = r0 + room, *quotient = r1 + room, *t0 = quotient + room, *t1 = t0 + room;
    Limb *product = t1 + room;
    memcpy(r0, larger.limbs, larger.count * sizeof(Limb));
    memcpy(r1, smaller.limbs, smaller.count * sizeof(Limb));
    size_t r0_count = larger.count, r1_count = smaller.count, t0_count = 0, t1_count = 1;
    t1[0] = 1;
    bool negative = false, ok = true;
    LimbWatch watch = big_int_watch(vm);
    while (ok && r1_count > 0) {
        size_t quotient_count = r0_count - r1_count + 1;
        Limb *rest = product + room;
        ok = watch.go_on(watch.state) && limbs_divide(quotient, rest, r0, r0_count, r1, r1_count, &watch);
        if (!ok)
            break;
        quotient_count = limbs_trim(quotient, quotient_count);
        memcpy(r0, rest, r1_count * sizeof(Limb));
        size_t rest_count = limbs_trim(r0, r1_count);
        Limb *swap = r0;
        r0 = r1;
        r1 = swap;
        r0_count = r1_count;
        r1_count = rest_count;
        if (!with_inverse)
            continue;
        ok = limbs_multiply(product, t1, t1_count, quotient, quotient_count, &watch);
        size_t product_count = limbs_trim(product, t1_count + quotient_count);
        size_t longest = product_count > t0_count ? product_count : t0_count;
        Limb carry = product_count >= t0_count ? limbs_add(t0, product, product_count, t0, t0_count)
                                               : limbs_add(t0, t0, t0_count, product, product_count);
        if (carry)
            t0[longest++] = carry;
        swap = t0;
        t0 = t1;
        t1 = swap;
        t0_count = t1_count;
        t1_count = longest;
        negative = !negative;
    }
    Value divisor = ok ? integer_from_limbs(vm, false, r0, r0_count) : NOTHING;
    if (ok && with_inverse)
        *inverse = integer_from_limbs(vm, !negative, t0, t0_count);
    free(memory);
    return divisor;
}

Value integer_gcd(Vm *vm, Value a, Value b) {
    a = integer_absolute(vm, a);
    b = integer_absolute(vm, b);
    if (a == NOTHING || b == NOTHING)
        return NOTHING;
    while (both_small_ints(a, b) && b != small_int(0)) {
        Value rest = small_int(small_int_value(a) % small_int_value(b));
        a = b;
        b = rest;
    }
    if (b == small_int(0))
        return a;
    if (integer_compare(a, b) < 0)
        return euclid(vm, b, a, false, NULL);
    return euclid(vm, a, b, false, NULL);
}

/* The inverse of `a`, which is in [0, m), modulo m > 1. */
static Value modular_inverse(Vm *vm, Value a, Value m) {
    Value inverse = small_int(0), divisor = a == small_int(0) ? m : euclid(vm, m, a, true, &inverse);
    if (divisor == NOTHING)
        return NOTHING;
    if (divisor != small_int(1))
        return vm_raise(vm, vm->exceptions.ValueError, "base is not invertible for the given modulus");
    return integer_sign(inverse) < 0 ? integer_add(vm, inverse, m) : inverse;
}

/* base ** exponent modulo m, of m.count limbs; base is in [0, m), m > 1, the exponent not zero. */
static bool power_modulo(Limb *out, size_t *out_count, const IntegerView *base, const IntegerView *exponent,
                         const IntegerView *m, const LimbWatch *watch) {
    size_t n = m->count;
    Limb *memory = memory_new(4 * n + 2, sizeof(Limb));
    Limb *product = memory, *quotient = memory + 2 * n;
    memcpy(out, base->limbs, base->count * sizeof(Limb));
    size_t count = base->count;
    bool ok = true;
    for (size_t bit = limbs_bit_length(exponent->limbs, exponent->count) - 1; ok && count > 0 && bit-- > 0;) {
        bool times_base = exponent->limbs[bit / LIMB_BITS] >> (bit % LIMB_BITS) & 1;
        for (int step = 0; ok && step < (times_base ? 2 : 1); step++) {
            const Limb *by = step == 0 ? out : base->limbs;
            size_t by_count = step == 0 ? count : base->count;
            ok = watch->go_on(watch->state) && limbs_multiply(product, out, count, by, by_count, watch);
            size_t product_count = limbs_trim(product, count + by_count);
            if (product_count < n) {
                memcpy(out, product, product_count * sizeof(Limb));
                count = product_count;
            } else if (ok) {
                ok = limbs_divide(quotient, out, product, product_count, m->limbs, n, watch);
                count = limbs_trim(out, n);
            }
        }
    }
    free(memory);
    *out_count = count;
    return ok;
}

Value integer_power_modulo(Vm *vm, Value base, Value exponent, Value modulus) {
    if (modulus == small_int(0))
        return vm_raise(vm, vm->exceptions.ValueError, "pow() 3rd argument cannot be 0");
    Value m = integer_absolute(vm, modulus), quotient;
    if (m == NOTHING)
        return NOTHING;
    if (m == small_int(1))
        return small_int(0);
    if (!integer_divide(vm, base, m, &quotient, &base))
        return NOTHING;
    if (integer_sign(exponent) < 0) {
        base = modular_inverse(vm, base, m);
        exponent = base == NOTHING ? NOTHING : integer_negate(vm, exponent);
        if (exponent == NOTHING)
            return NOTHING;
    }
    Value result = small_int(1);
    if (exponent != small_int(0)) {
        IntegerView base_view, exponent_view, modulus_view;
        integer_view(base, &base_view);
        integer_view(exponent, &exponent_view);
        integer_view(m, &modulus_view);
        BigInt *big = big_int_new(vm, modulus_view.count);
        if (!big)
            return NOTHING;
        size_t count;
        LimbWatch watch = big_int_watch(vm);
        if (!power_modulo(big->limbs, &count, &base_view, &exponent_view, &modulus_view, &watch))
            return NOTHING;
        big->count = (uint32_t)count;
        result = big_int_finish(vm, big);
    }
    return integer_sign(modulus) < 0 && result != small_int(0) ? integer_subtract(vm, result, m) : result;
}

/* --- Roots ---------------------------------------------------------------------------------------- */

/* Newton's method from above, after the root of the upper half of the bits: every level doubles what is
 * right, so one step and a correction do. */
Value integer_square_root(Vm *vm, Value a) {
    int64_t bits = integer_bit_length(a);
    if (bits <= 52) {
        int64_t n = small_int_value(a), root = (int64_t)__builtin_sqrt((double)n);
        return small_int(root);
    }
    uint64_t shift = (uint64_t)bits / 4;
    Value upper = integer_shift_right(vm, a, 2 * shift);
    Value root = upper == NOTHING ? NOTHING : integer_square_root(vm, upper);
    if (root == NOTHING)
        return NOTHING;
    root = integer_shift_left(vm, integer_add(vm, root, small_int(1)), shift);
    for (;;) {
        Value quotient, rest;
        if (!integer_divide(vm, a, root, &quotient, &rest))
            return NOTHING;
        if (integer_compare(quotient, root) >= 0)
            return root;
        root = integer_shift_right(vm, integer_add(vm, root, quotient), 1);
    }
}
