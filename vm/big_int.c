#include "vm/big_int.h"

#include <stdlib.h>

#include "vm/interrupt.h"

/* 2 GB of digits: CPython would try, for hours. */
static const size_t MOST_LIMBS = (size_t)1 << 28;
/* Results larger than that are not worth ending the process for. */
enum { ASK_FROM_BYTES = 1 << 24 };

/* --- Making them ---------------------------------------------------------------------------------- */

bool is_big_int(Value v) {
    return is_kind(v, KIND_BIG_INT);
}

Value integer_plain(Value v) {
    if (is_bool(v))
        return small_int(v == TRUE_VALUE);
    return is_kind(v, KIND_BOXED) ? AS(Boxed, v)->payload : v;
}

Value integer_from_index(Vm *vm, Value v) {
    Value index = value_index(vm, v);
    return index == NOTHING ? NOTHING : integer_plain(index);
}

void integer_view(Value plain, IntegerView *out) {
    if (is_small_int(plain)) {
        int64_t n = small_int_value(plain);
        out->negative = n < 0;
        out->word = n < 0 ? -(uint64_t)n : (uint64_t)n;
        out->limbs = &out->word;
        out->count = n != 0;
        return;
    }
    BigInt *big = AS(BigInt, plain);
    out->limbs = big->limbs;
    out->count = big->count;
    out->negative = big->negative;
}

bool big_int_check_size(Vm *vm, double limbs) {
    void *probe = NULL;
    bool fits = limbs <= (double)MOST_LIMBS;
    if (fits && limbs * sizeof(Limb) > ASK_FROM_BYTES) {
        probe = malloc((size_t)limbs * sizeof(Limb));
        fits = probe != NULL;
        free(probe);
    }
    if (!fits)
        vm_raise(vm, vm->exceptions.MemoryError, NULL);
    return fits;
}

BigInt *big_int_new(Vm *vm, size_t count) {
    if (count * sizeof(Limb) > ASK_FROM_BYTES && !big_int_check_size(vm, (double)count))
        return NULL;
    BigInt *big = heap_allocate_raw(vm->heap, sizeof(BigInt) + (count ? count : 1) * sizeof(Limb),
                                    KIND_BIG_INT, vm->int_type);
    big->count = (uint32_t)count;
    big->negative = false;
    return big;
}

Value big_int_finish(Vm *vm, BigInt *big) {
    (void)vm;
    size_t count = limbs_trim(big->limbs, big->count);
    big->count = (uint32_t)count;
    if (count == 0)
        return small_int(0);
    const Limb beyond = (Limb)SMALL_INT_MAX + 1;
    if (count > 1 || big->limbs[0] > beyond || (big->limbs[0] == beyond && !big->negative))
        return object_value(big);
    return small_int((int64_t)(big->negative ? -big->limbs[0] : big->limbs[0]));
}

Value integer_from_limbs(Vm *vm, bool negative, const Limb *limbs, size_t count) {
    BigInt *big = big_int_new(vm, count);
    if (!big)
        return NOTHING;
    big->negative = negative;
    memcpy(big->limbs, limbs, count * sizeof(Limb));
    return big_int_finish(vm, big);
}

Value integer_from_unsigned(Vm *vm, uint64_t number) {
    return number <= (uint64_t)SMALL_INT_MAX ? small_int((int64_t)number)
                                             : integer_from_limbs(vm, false, &number, 1);
}

static bool go_on(void *state) {
    return interrupt_check_quietly(state);
}

LimbWatch big_int_watch(Vm *vm) {
    return (LimbWatch){go_on, vm};
}

/* --- What they are -------------------------------------------------------------------------------- */

int integer_sign(Value plain) {
    if (is_small_int(plain))
        return small_int_value(plain) < 0 ? -1 : plain != small_int(0);
    return AS(BigInt, plain)->negative ? -1 : 1;
}

int integer_compare(Value a, Value b) {
    if (both_small_ints(a, b))
        return (int64_t)a < (int64_t)b ? -1 : (int64_t)a > (int64_t)b;
    IntegerView left, right;
    integer_view(a, &left);
    integer_view(b, &right);
    if (left.negative != right.negative)
        return left.negative ? -1 : 1;
    int order = limbs_compare(left.limbs, left.count, right.limbs, right.count);
    return left.negative ? -order : order;
}

int64_t integer_bit_length(Value plain) {
    IntegerView a;
    integer_view(plain, &a);
    return (int64_t)limbs_bit_length(a.limbs, a.count);
}

int64_t integer_bit_count(Value plain) {
    IntegerView a;
    integer_view(plain, &a);
    int64_t bits = 0;
    for (size_t i = 0; i < a.count; i++)
        bits += __builtin_popcountll(a.limbs[i]);
    return bits;
}

/* The number modulo the prime 2**61 - 1, by which 2**64 is 8. */
int64_t integer_hash(Value plain) {
    const Limb modulus = ((Limb)1 << 61) - 1;
    IntegerView a;
    integer_view(plain, &a);
    Limb rest = 0;
    for (size_t i = a.count; i-- > 0;)
        rest = ((rest << 3) % modulus + a.limbs[i] % modulus) % modulus;
    int64_t hash = a.negative ? -(int64_t)rest : (int64_t)rest;
    return hash == -1 ? -2 : hash;
}

/* --- Sums ----------------------------------------------------------------------------------------- */

static Value with_sign(Vm *vm, Value plain, bool negative) {
    IntegerView a;
    integer_view(plain, &a);
    return a.negative == negative ? plain : integer_from_limbs(vm, negative, a.limbs, a.count);
}

Value integer_negate(Vm *vm, Value a) {
    return is_small_int(a) ? int_value(vm, -small_int_value(a)) : with_sign(vm, a, !AS(BigInt, a)->negative);
}

Value integer_absolute(Vm *vm, Value a) {
    return integer_sign(a) < 0 ? integer_negate(vm, a) : a;
}

Value integer_invert(Vm *vm, Value a) {
    return is_small_int(a) ? small_int(~small_int_value(a)) : integer_subtract(vm, small_int(-1), a);
}

/* The sum of two numbers, of which the second is taken with another sign where `flip` says so. */
static Value add_views(Vm *vm, const IntegerView *a, const IntegerView *b, bool flip) {
    bool b_negative = b->negative != flip;
    int order = limbs_compare(a->limbs, a->count, b->limbs, b->count);
    bool sum = a->negative == b_negative, negative = order >= 0 ? a->negative : b_negative;
    if (order < 0) {
        const IntegerView *smaller = a;
        a = b;
        b = smaller;
    }
    BigInt *big = big_int_new(vm, a->count + (sum ? 1 : 0));
    if (!big)
        return NOTHING;
    big->negative = negative;
    if (sum)
        big->limbs[a->count] = limbs_add(big->limbs, a->limbs, a->count, b->limbs, b->count);
    else
        limbs_subtract(big->limbs, a->limbs, a->count, b->limbs, b->count);
    return big_int_finish(vm, big);
}

Value integer_add(Vm *vm, Value a, Value b) {
    if (both_small_ints(a, b))
        return int_value(vm, small_int_value(a) + small_int_value(b));
    IntegerView left, right;
    integer_view(a, &left);
    integer_view(b, &right);
    return add_views(vm, &left, &right, false);
}

Value integer_subtract(Vm *vm, Value a, Value b) {
    if (both_small_ints(a, b))
        return int_value(vm, small_int_value(a) - small_int_value(b));
    IntegerView left, right;
    integer_view(a, &left);
    integer_view(b, &right);
    return add_views(vm, &left, &right, true);
}

/* --- Products and quotients ----------------------------------------------------------------------- */

Value integer_multiply(Vm *vm, Value a, Value b) {
    int64_t product;
    if (both_small_ints(a, b) && !__builtin_mul_overflow(small_int_value(a), small_int_value(b), &product))
        return int_value(vm, product);
    IntegerView left, right;
    integer_view(a, &left);
    integer_view(b, &right);
    if (left.count == 0 || right.count == 0)
        return small_int(0);
    BigInt *big = big_int_new(vm, left.count + right.count);
    if (!big)
        return NOTHING;
    big->negative = left.negative != right.negative;
    LimbWatch watch = big_int_watch(vm);
    if (!limbs_multiply(big->limbs, left.limbs, left.count, right.limbs, right.count, &watch))
        return NOTHING;
    return big_int_finish(vm, big);
}

static bool divide_small(Vm *vm, int64_t a, int64_t b, Value *quotient, Value *remainder) {
    int64_t q = a / b, r = a % b;
    if (r != 0 && (r < 0) != (b < 0)) {
        q--;
        r += b;
    }
    *quotient = int_value(vm, q);
    *remainder = small_int(r);
    return true;
}

bool integer_divide(Vm *vm, Value a, Value b, Value *quotient, Value *remainder) {
    if (both_small_ints(a, b))
        return divide_small(vm, small_int_value(a), small_int_value(b), quotient, remainder);
    IntegerView left, right;
    integer_view(a, &left);
    integer_view(b, &right);
    bool negative = left.negative != right.negative;
    if (limbs_compare(left.limbs, left.count, right.limbs, right.count) < 0) {
        bool adjust = negative && left.count > 0;
        *quotient = small_int(adjust ? -1 : 0);
        *remainder = adjust ? integer_add(vm, a, b) : a;
        return *remainder != NOTHING;
    }
    BigInt *q = big_int_new(vm, left.count - right.count + 2), *r = big_int_new(vm, right.count);
    if (!q || !r)
        return false;
    q->limbs[q->count - 1] = 0;
    LimbWatch watch = big_int_watch(vm);
    if (!limbs_divide(q->limbs, r->limbs, left.limbs, left.count, right.limbs, right.count, &watch))
        return false;
    if (negative && limbs_trim(r->limbs, r->count) > 0) {
        Limb one = 1;
        limbs_add(q->limbs, q->limbs, q->count, &one, 1);
        limbs_subtract(r->limbs, right.limbs, right.count, r->limbs, r->count);
    }
    q->negative = negative;
    r->negative = right.negative;
    *quotient = big_int_finish(vm, q);
    *remainder = big_int_finish(vm, r);
    return true;
}

/* --- Bits ----------------------------------------------------------------------------------------- */

/* The limbs of a number as two's complement has them, from the lowest on. */
typedef struct Complement {
    const IntegerView *number;
    Limb carry; /* negation: the limbs inverted, plus one */
} Complement;

static Limb complement_limb(Complement *complement, size_t i) {
    const IntegerView *number = complement->number;
    Limb limb = i < number->count ? number->limbs[i] : 0;
    if (!number->negative)
        return limb;
    limb = ~limb + complement->carry;
    complement->carry = complement->carry && limb == 0;
    return limb;
}

static Limb bitwise(BinaryOperator op, Limb a, Limb b) {
    return op == BINARY_AND ? a & b : op == BINARY_OR ? a | b : a ^ b;
}

Value integer_bitwise(Vm *vm, BinaryOperator op, Value a, Value b) {
    IntegerView left, right;
    integer_view(a, &left);
    integer_view(b, &right);
    size_t count = (left.count > right.count ? left.count : right.count) + 1;
    BigInt *big = big_int_new(vm, count);
    if (!big)
        return NOTHING;
    Complement from_left = {&left, 1}, from_right = {&right, 1};
    for (size_t i = 0; i < count; i++) {
        Limb limb = complement_limb(&from_left, i);
        big->limbs[i] = bitwise(op, limb, complement_limb(&from_right, i));
    }
    big->negative = bitwise(op, left.negative, right.negative);
    if (big->negative) {
        Limb carry = 1;
        for (size_t i = 0; i < count; i++) {
            big->limbs[i] = ~big->limbs[i] + carry;
            carry = carry && big->limbs[i] == 0;
        }
    }
    return big_int_finish(vm, big);
}

Value integer_shift_left(Vm *vm, Value a, uint64_t count) {
    IntegerView view;
    integer_view(a, &view);
    if (view.count == 0)
        return a;
    if (!big_int_check_size(vm, (double)view.count + (double)count / LIMB_BITS + 1))
        return NOTHING;
    size_t whole = (size_t)(count / LIMB_BITS);
    BigInt *big = big_int_new(vm, view.count + whole + 1);
    if (!big)
        return NOTHING;
    memset(big->limbs, 0, whole * sizeof(Limb));
    Limb *shifted = big->limbs + whole;
    shifted[view.count] = limbs_shift_left(shifted, view.limbs, view.count, count % LIMB_BITS);
    big->negative = view.negative;
    return big_int_finish(vm, big);
}

Value integer_shift_right(Vm *vm, Value a, uint64_t count) {
    if (is_small_int(a))
        return small_int(small_int_value(a) >> (count > 63 ? 63 : count));
    IntegerView view;
    integer_view(a, &view);
    uint64_t whole = count / LIMB_BITS;
    if (whole >= view.count)
        return small_int(view.negative ? -1 : 0);
    size_t rest = view.count - (size_t)whole;
    BigInt *big = big_int_new(vm, rest + 1);
    if (!big)
        return NOTHING;
    Limb lost = limbs_shift_right(big->limbs, view.limbs + whole, rest, count % LIMB_BITS);
    big->limbs[rest] = 0;
    big->negative = view.negative;
    /* Rounding down moves a negative number away from zero when any bit was lost. */
    Limb one = 1;
    if (view.negative && (lost != 0 || limbs_trim(view.limbs, (size_t)whole) > 0))
        limbs_add(big->limbs, big->limbs, rest + 1, &one, 1);
    return big_int_finish(vm, big);
}
