/* Which code points may stand in an identifier (PEP 3131). */
#ifndef BIDE_LEXER_IDENTIFIER_H
#define BIDE_LEXER_IDENTIFIER_H

#include <stdbool.h>
#include <stdint.h>

/* May an identifier begin, or go on, with this code point? */
bool identifier_can_start(uint32_t code_point);
bool identifier_can_continue(uint32_t code_point);

/* A control, formatting, space or private-use character: an error message had better show its number. */
bool code_point_is_invisible(uint32_t code_point);

#endif
