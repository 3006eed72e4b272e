/* A Value is any value of the language in one 64-bit word.
 *
 *   ...xxx1   a small integer: 63 bits, two's complement, shifted left by one
 *   ...xx10   a float whose exponent is near zero (Ruby calls this a flonum): the bits of the float times
 *             2**256, rotated left by three; exponents near zero then begin with 10, which is the tag
 *   ...x100   a constant: None, False, True, NotImplemented, Ellipsis
 *   ...x000   a pointer to a heap object (never zero)
 *   all zero  NOTHING: no value. An unbound variable holds it; a call that raised returns it; an absent
 *             optional argument is it. No script ever sees it.
 *
 * Alternatives weighed: NaN boxing gives every float a word but leaves integers 50 bits, and integers are
 * what classroom scripts count with. Here almost all floats fit too; the few that do not (0.0 has a word of
 * its own, the rest are tiny or huge) live in the heap as Float objects. */
#ifndef BIDE_VM_VALUE_H
#define BIDE_VM_VALUE_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

typedef uint64_t Value;

typedef struct Vm Vm;
typedef struct Heap Heap;
typedef struct Obj Obj;
typedef struct Type Type;
typedef struct String String;
typedef struct Dict Dict;
typedef struct Tuple Tuple;
typedef struct List List;

#define NOTHING         ((Value)0)
#define NONE            ((Value)0x04)
#define FALSE_VALUE     ((Value)0x0c)
#define TRUE_VALUE      ((Value)0x14)
#define NOT_IMPLEMENTED ((Value)0x1c)
#define ELLIPSIS        ((Value)0x24)
#define TAIL_REQUEST    ((Value)0x2c) /* a native function's request to the loop: see frame.h */
#define GIVE_WAY        ((Value)0x34) /* awaited: gives way once. See native.h and generator.h */
#define GIVE_WAY        ((Value)0x34) /* what is awaited only gives way once: see native.h */

#define SMALL_INT_MAX ((int64_t)0x3fffffffffffffff)
#define SMALL_INT_MIN (-SMALL_INT_MAX - 1)
#define FLONUM_ZERO   ((Value)2)
#define FLONUM_SIGN   ((Value)4)
#define FLONUM_SCALE  ((uint64_t)256 << 52) /* added to a float's bits, multiplies it by 2**256 */

static inline bool is_small_int(Value v) {
    return v & 1;
}

static inline bool both_small_ints(Value a, Value b) {
    return a & b & 1;
}

static inline bool is_flonum(Value v) {
    return (v & 3) == 2;
}

static inline bool is_object(Value v) {
    return (v & 7) == 0 && v != NOTHING;
}

/* The same of a value that is not NOTHING, as an instruction's operands never are: only the tag is looked at.
 */
static inline bool is_pointer(Value v) {
    return (v & 7) == 0;
}

static inline bool is_bool(Value v) {
    return v == TRUE_VALUE || v == FALSE_VALUE;
}

static inline bool fits_small_int(int64_t n) {
    return n >= SMALL_INT_MIN && n <= SMALL_INT_MAX;
}

/* The value of a small integer; `n` must fit (see fits_small_int). */
static inline Value small_int(int64_t n) {
    return ((uint64_t)n << 1) | 1;
}

static inline int64_t small_int_value(Value v) {
    return (int64_t)v >> 1;
}

static inline Value bool_value(bool b) {
    return b ? TRUE_VALUE : FALSE_VALUE;
}

static inline Value object_value(const void *object) {
    return (Value)(uintptr_t)object;
}

static inline Obj *as_object(Value v) {
    return (Obj *)(uintptr_t)v;
}

/* Copies `count` values to where none of them lies yet. Without any, `from` may be NULL, which memcpy
 * forbids. */
static inline void values_copy(Value *to, const Value *from, size_t count) {
    if (count > 0)
        memcpy(to, from, count * sizeof(Value));
}

static inline bool both_flonums(Value a, Value b) {
    return (a & b & 2) && !((a | b) & 1);
}

/* The word of d / 2**256, where it fits; else NOTHING. 2**-255 would have zero's word, and does not fit. */
static inline Value flonum_from_scaled(double d) {
    uint64_t bits;
    memcpy(&bits, &d, sizeof bits);
    Value word = bits << 3 | bits >> 61, above_zero = word - FLONUM_ZERO;
    return __builtin_expect(!(above_zero & 3) && above_zero, 1) ? word : NOTHING;
}

/* A flonum times 2**256, which is one step less than the number itself. Of zero it makes a number that is
 * less than what it makes of any other that is not negative: good for comparing, not for arithmetic. */
static inline double flonum_scaled(Value v) {
    uint64_t bits = v >> 3 | v << 61;
    double d;
    memcpy(&d, &bits, sizeof d);
    return d;
}

/* Encodes `d` in a word where it fits; returns NOTHING where it must live in the heap (see float_value). */
static inline Value flonum_or_nothing(double d) {
    uint64_t bits;
    memcpy(&bits, &d, sizeof bits);
    bits += FLONUM_SCALE;
    double scaled;
    memcpy(&scaled, &bits, sizeof scaled);
    Value word = flonum_from_scaled(scaled);
    return word == NOTHING && bits == FLONUM_SCALE ? FLONUM_ZERO : word;
}

static inline double flonum_value(Value v) {
    if (v == FLONUM_ZERO)
        return 0.0;
    uint64_t bits = (v >> 3 | v << 61) - FLONUM_SCALE;
    double d;
    memcpy(&d, &bits, sizeof d);
    return d;
}

#endif
