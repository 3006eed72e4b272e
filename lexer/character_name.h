/* The names of characters, as in "\N{EM DASH}". */
#ifndef BIDE_LEXER_CHARACTER_NAME_H
#define BIDE_LEXER_CHARACTER_NAME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Find the character that Unicode calls so (names and aliases, in any case); false if there is none. Takes
 * time in proportion to the whole table, less than a millisecond. */
bool character_by_name(const char *name, size_t length, uint32_t *code_point);

#endif
