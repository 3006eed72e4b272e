/* The tables of unicode_tables.c, for unicode.c alone. All are sorted by code point and leave ASCII out. */
#ifndef BIDE_STDLIB_TYPES_UNICODE_TABLES_H
#define BIDE_STDLIB_TYPES_UNICODE_TABLES_H

#include <stddef.h>
#include <stdint.h>

typedef struct UnicodeRange {
    uint32_t first, last;
} UnicodeRange;

/* first, first + step ... last map to themselves plus delta. */
typedef struct UnicodeMapping {
    uint32_t first, last;
    uint32_t step;
    int32_t delta;
} UnicodeMapping;

typedef struct UnicodeSpecial {
    uint32_t code_point;
    uint32_t count;
    uint32_t mapped[3];
} UnicodeSpecial;

#define UNICODE_PROPERTIES(X) \
    X(alpha)                  \
    X(digit)                  \
    X(numeric)                \
    X(space)                  \
    X(upper) X(lower) X(title) X(case_ignorable)

#define X(name)                                 \
    extern const UnicodeRange unicode_##name[]; \
    extern const size_t unicode_##name##_count;
UNICODE_PROPERTIES(X)
#undef X

extern const uint32_t unicode_decimal_zero[]; /* the zero of every script's decimal digits, which follow it */
extern const size_t unicode_decimal_zero_count;

/* The title table lists only what differs from upper case, the fold table only what differs from lower case.
 */
#define UNICODE_MAPPINGS(X) X(upper) X(lower) X(title) X(fold)

#define X(name)                                                \
    extern const UnicodeMapping unicode_to_##name[];           \
    extern const size_t unicode_to_##name##_count;             \
    extern const UnicodeSpecial unicode_to_##name##_special[]; \
    extern const size_t unicode_to_##name##_special_count;
UNICODE_MAPPINGS(X)
#undef X

#endif
