/* What str (whose bytes are UTF-8) and bytes do alike to find and replace what is in them. */
#ifndef BIDE_STDLIB_TYPES_BYTE_SEARCH_H
#define BIDE_STDLIB_TYPES_BYTE_SEARCH_H

#include <stddef.h>

#include "vm/string.h"

/* The first or last place of `needle`, or NULL. An empty needle is found at the start or end. */
const char *bytes_find(const char *text, size_t count, const char *needle, size_t needle_count);
const char *bytes_find_last(const char *text, size_t count, const char *needle, size_t needle_count);

/* How many non-overlapping times; the needle is not empty. */
int64_t bytes_count(const char *text, size_t count, const char *needle, size_t needle_count);

/* Appends the text with up to `limit` (negative: all) places of the needle, not empty, replaced. Returns how
 * many. */
int64_t bytes_replace(StringBuilder *out, const char *text, size_t count, const char *needle,
                      size_t needle_count, const char *replacement, size_t replacement_count, int64_t limit);

/* Appends the text with each tab replaced by spaces to the next column that `size` divides; a line begins at
 * column 0. With `is_utf8` a column is a code point, else a byte. */
void bytes_expand_tabs(StringBuilder *out, const char *text, size_t count, int size, bool is_utf8);

#endif
