/* Arithmetic on naturals of any size, as arrays of limbs: base 2**64, least significant first.
 *
 * Nothing here knows of values or of the heap. A number is a pointer and a count; "trimmed" means that its
 * last limb is not zero (so zero has no limbs). Unless a comment says otherwise arrays must not overlap,
 * except that `out` may be the very array of an operand in the functions of one pass (add, subtract, shift,
 * by-a-limb).
 *
 * Multiplication is schoolbook, then Karatsuba; division is Knuth's algorithm D, then the recursive division
 * of Burnikel and Ziegler (1998), which costs a few multiplications. What may take long asks its LimbWatch
 * now and then whether to go on. */
#ifndef BIDE_VM_LIMBS_H
#define BIDE_VM_LIMBS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef uint64_t Limb;

enum { LIMB_BITS = 64 };

/* `go_on` returns false when the work is to be given up; then so does what was called, and its results are
 * worth nothing. A NULL watch is never asked. */
typedef struct LimbWatch {
    bool (*go_on)(void *state);
    void *state;
} LimbWatch;

/* The count without leading zeros. */
size_t limbs_trim(const Limb *a, size_t count);
/* Bits of a trimmed number. */
size_t limbs_bit_length(const Limb *a, size_t count);
/* Zero bits below the lowest one; `a` is not zero. */
size_t limbs_trailing_zeros(const Limb *a);
/* -1, 0, 1 for trimmed numbers. */
int limbs_compare(const Limb *a, size_t a_count, const Limb *b, size_t b_count);

/* out = a + b, of a_count limbs; returns the carry. a_count >= b_count. */
Limb limbs_add(Limb *out, const Limb *a, size_t a_count, const Limb *b, size_t b_count);
/* out = a - b, of a_count limbs; returns the borrow (0 where a >= b). a_count >= b_count. */
Limb limbs_subtract(Limb *out, const Limb *a, size_t a_count, const Limb *b, size_t b_count);
/* out = a * factor + addend, of `count` limbs; returns the limb beyond. */
Limb limbs_multiply_limb(Limb *out, const Limb *a, size_t count, Limb factor, Limb addend);
/* out = a / divisor; returns the remainder. */
Limb limbs_divide_limb(Limb *out, const Limb *a, size_t count, Limb divisor);
/* out = a << bits (below 64), of `count` limbs; returns the bits that left at the top. */
Limb limbs_shift_left(Limb *out, const Limb *a, size_t count, unsigned bits);
/* out = a >> bits (below 64); returns the bits that left, at the top of a limb. */
Limb limbs_shift_right(Limb *out, const Limb *a, size_t count, unsigned bits);

/* out = a * b, all a_count + b_count limbs of it. */
bool limbs_multiply(Limb *out, const Limb *a, size_t a_count, const Limb *b, size_t b_count,
                    const LimbWatch *watch);

/* quotient = a / b, of a_count - b_count + 1 limbs; remainder = a % b, of b_count limbs. `b` is trimmed and
 * not zero, a_count >= b_count. */
bool limbs_divide(Limb *quotient, Limb *remainder, const Limb *a, size_t a_count, const Limb *b,
                  size_t b_count, const LimbWatch *watch);

#endif
