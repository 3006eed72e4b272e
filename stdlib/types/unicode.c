#include "stdlib/types/unicode.h"

#include <ctype.h>
#include <string.h>

#include "lexer/identifier.h"
#include "stdlib/types/unicode_tables.h"
#include "vm/string.h"

static bool in_ranges(const UnicodeRange *ranges, size_t count, uint32_t c) {
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (c > ranges[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && c >= ranges[low].first;
}

#define IN_RANGES(name, c) in_ranges(unicode_##name, unicode_##name##_count, c)

bool unicode_is_alpha(uint32_t c) {
    return c < 0x80 ? isalpha((int)c) : IN_RANGES(alpha, c);
}

bool unicode_is_digit(uint32_t c) {
    return c < 0x80 ? isdigit((int)c) : IN_RANGES(digit, c);
}

bool unicode_is_numeric(uint32_t c) {
    return c < 0x80 ? isdigit((int)c) : IN_RANGES(numeric, c);
}

bool unicode_is_space(uint32_t c) {
    return c < 0x80 ? (c == ' ' || (c >= 9 && c <= 13) || (c >= 0x1c && c <= 0x1f)) : IN_RANGES(space, c);
}

bool unicode_is_upper(uint32_t c) {
    return c < 0x80 ? isupper((int)c) : IN_RANGES(upper, c);
}

bool unicode_is_lower(uint32_t c) {
    return c < 0x80 ? islower((int)c) : IN_RANGES(lower, c);
}

bool unicode_is_title(uint32_t c) {
    return c >= 0x80 && IN_RANGES(title, c);
}

bool unicode_is_cased(uint32_t c) {
    return c < 0x80 ? isalpha((int)c) : IN_RANGES(upper, c) || IN_RANGES(lower, c) || IN_RANGES(title, c);
}

bool unicode_is_case_ignorable(uint32_t c) {
    return c < 0x80 ? c != 0 && strchr("'.:^`", (int)c) != NULL : IN_RANGES(case_ignorable, c);
}

bool unicode_is_printable(uint32_t c) {
    return c < 0x80 ? c >= 0x20 && c < 0x7f : !code_point_is_invisible(c);
}

bool unicode_is_line_break(uint32_t c) {
    return (c >= 10 && c <= 13) || (c >= 0x1c && c <= 0x1e) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

int unicode_decimal(uint32_t c) {
    if (c < 0x80)
        return isdigit((int)c) ? (int)(c - '0') : -1;
    size_t low = 0, high = unicode_decimal_zero_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (c > unicode_decimal_zero[middle] + 9)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == unicode_decimal_zero_count || c < unicode_decimal_zero[low])
        return -1;
    return (int)(c - unicode_decimal_zero[low]);
}

/* Looks `c` up in one pair of tables; 0: not there. */
static int map(const UnicodeMapping *simple, size_t simple_count, const UnicodeSpecial *special,
               size_t special_count, uint32_t c, uint32_t out[3]) {
    size_t low = 0, high = simple_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (c > simple[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < simple_count && c >= simple[low].first && (c - simple[low].first) % simple[low].step == 0) {
        out[0] = (uint32_t)((int64_t)c + simple[low].delta);
        return 1;
    }
    low = 0;
    high = special_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (c > special[middle].code_point)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == special_count || special[low].code_point != c)
        return 0;
    memcpy(out, special[low].mapped, sizeof special[low].mapped);
    return (int)special[low].count;
}

#define MAP(name, c, out)                                                          \
    map(unicode_to_##name, unicode_to_##name##_count, unicode_to_##name##_special, \
        unicode_to_##name##_special_count, c, out)

int unicode_to_upper_case(uint32_t c, uint32_t out[3]) {
    int count = c < 0x80 ? 0 : MAP(upper, c, out);
    if (count != 0)
        return count;
    out[0] = c < 0x80 ? (uint32_t)toupper((int)c) : c;
    return 1;
}

int unicode_to_lower_case(uint32_t c, uint32_t out[3]) {
    int count = c < 0x80 ? 0 : MAP(lower, c, out);
    if (count != 0)
        return count;
    out[0] = c < 0x80 ? (uint32_t)tolower((int)c) : c;
    return 1;
}

int unicode_to_title_case(uint32_t c, uint32_t out[3]) {
    int count = c < 0x80 ? 0 : MAP(title, c, out);
    return count != 0 ? count : unicode_to_upper_case(c, out);
}

int unicode_fold_case(uint32_t c, uint32_t out[3]) {
    int count = c < 0x80 ? 0 : MAP(fold, c, out);
    return count != 0 ? count : unicode_to_lower_case(c, out);
}

void unicode_skip_space(const char **at, const char *end) {
    while (*at < end) {
        const char *next = *at;
        if ((unsigned char)*next > ' ' && (unsigned char)*next < 0x80)
            return;
        if (!unicode_is_space(utf8_decode(&next)))
            return;
        *at = next;
    }
}

void unicode_trim_space(const char *at, const char **end) {
    while (*end > at) {
        const char *start = *end - 1;
        while (start > at && ((unsigned char)*start & 0xc0) == 0x80)
            start--;
        const char *next = start;
        if (!unicode_is_space(utf8_decode(&next)))
            return;
        *end = start;
    }
}
