/* Facts about code points: what str's predicates and case mappings ask. Tables are in unicode_tables.c. */
#ifndef BIDE_STDLIB_TYPES_UNICODE_H
#define BIDE_STDLIB_TYPES_UNICODE_H

#include <stdbool.h>
#include <stdint.h>

bool unicode_is_alpha(uint32_t c);
bool unicode_is_digit(uint32_t c);
bool unicode_is_numeric(uint32_t c);
bool unicode_is_space(uint32_t c);
bool unicode_is_upper(uint32_t c);
bool unicode_is_lower(uint32_t c);
bool unicode_is_title(uint32_t c);
bool unicode_is_cased(uint32_t c);
bool unicode_is_case_ignorable(uint32_t c);
bool unicode_is_printable(uint32_t c);
bool unicode_is_line_break(uint32_t c); /* where splitlines() splits */

/* 0 to 9 for a decimal digit of any script, else -1. */
int unicode_decimal(uint32_t c);

/* Full case mappings: up to three code points into `out`; returns how many. */
int unicode_to_upper_case(uint32_t c, uint32_t out[3]);
int unicode_to_lower_case(uint32_t c, uint32_t out[3]);
int unicode_to_title_case(uint32_t c, uint32_t out[3]);
int unicode_fold_case(uint32_t c, uint32_t out[3]);

/* Moves *at over white space, or *end back over it; *at <= *end, UTF-8. */
void unicode_skip_space(const char **at, const char *end);
void unicode_trim_space(const char *at, const char **end);

#endif
