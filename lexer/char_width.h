/* How many columns of a terminal a character takes, and which code points stand in one place together.
 *
 * A *cluster* is what a person calls one character: a base with its combining marks, an emoji with its
 * modifiers or with others joined to it (ZERO WIDTH JOINER), a pair of regional indicators (a flag). The
 * cursor moves by whole clusters. The rules are a short cut through Unicode's (UAX #29): right for what
 * people type, and never wrong by more than where the cursor stops.
 *
 * A byte that is not part of valid UTF-8 is a cluster of its own, one column wide.
 */
#ifndef BIDE_LEXER_CHAR_WIDTH_H
#define BIDE_LEXER_CHAR_WIDTH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What char_decode answers for a byte that is not valid UTF-8. */
#define CHAR_INVALID UINT32_MAX

typedef struct {
    size_t length;  /* bytes, at least 1 */
    uint32_t first; /* its first code point, or CHAR_INVALID */
    int width; /* columns; control characters count 0 here, for it is the drawer who decides how they look */
    bool disputed; /* terminals disagree about the width: whoever draws it should place the cursor afterwards
                    */
} Cluster;

/* Columns of one code point: 0 for combining marks and the like, 2 for wide East Asian characters and emoji,
 * else 1. */
int char_width(uint32_t code_point);

/* Decodes the character at the start of `bytes` (`length` is 1 or more) and answers how many bytes it takes.
 * Anything that is not the shortest UTF-8 form of a code point answers 1 and CHAR_INVALID. */
size_t char_decode(const char *bytes, size_t length, uint32_t *code_point);

/* Length in bytes of the character that a first byte announces (1 for a byte that announces none). */
size_t char_announced_length(unsigned char first);

/* The cluster that begins at `at` (less than `length`). */
Cluster cluster_at(const char *text, size_t length, size_t at);

/* The start of the cluster that ends at or contains the byte before `at`; 0 when `at` is 0. */
size_t cluster_before(const char *text, size_t length, size_t at);

/* The columns that text without control characters takes. */
int text_columns(const char *text, size_t length);

#endif
