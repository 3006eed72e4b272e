/* The format mini-language, taken apart and applied.
 *
 * Text of a number is made of four parts: a sign and prefix, digits before the point, and the rest. Grouping
 * separators go into the digits; zero padding ('=' alignment) goes between prefix and digits, with separators
 * of its own. */
#ifndef BIDE_STDLIB_FORMAT_FORMAT_SPEC_H
#define BIDE_STDLIB_FORMAT_FORMAT_SPEC_H

#include "vm/vm.h"

typedef struct FormatSpec {
    uint32_t fill;      /* ' ' where none is given ('0' for a leading 0) */
    char align;         /* '<' '>' '^' '=', or 0 */
    char sign;          /* '+' '-' ' ', or 0 */
    char grouping;      /* ',' '_', or 0 */
    bool alternate;     /* '#' */
    bool positive_zero; /* 'z' */
    int64_t width;      /* -1: none */
    int64_t precision;  /* -1: none */
    uint32_t type;      /* 0: none */
} FormatSpec;

/* Takes `spec` apart; `v` is the value to format, for messages. False: raised ValueError. */
bool format_spec_parse(Vm *vm, Value v, const String *spec, FormatSpec *out);

/* Appends text that is `length` code points wide, padded to the spec's width; `default_align` where it gives
 * none. */
void format_spec_pad(StringBuilder *out, const FormatSpec *spec, const char *text, size_t byte_count,
                     int64_t length, char default_align);

/* Appends a number: `prefix` (sign, 0x), `digits` (grouped every `group` of them), `rest` (point, decimals,
 * exponent, %). */
void format_spec_number(StringBuilder *out, const FormatSpec *spec, const char *prefix, const char *digits,
                        size_t digit_count, const char *rest, size_t rest_count, int group);

#endif
