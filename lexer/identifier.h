/* Which code points may stand in an identifier (PEP 3131). */
#ifndef BIDE_LEXER_IDENTIFIER_H
#define BIDE_LEXER_IDENTIFIER_H

#include <stdbool.h>
#include <stdint.h>

/* May an identifier begin, or go on, with this code point? */
bool identifier_can_start(uint32_t code_point);
bool identifier_can_continue(uint32_t code_point);

/* Would CPython change an identifier that holds it (to the form NFKC)? At least it might: of marks that can
 * become one with the letter before them it is not looked at whether they do. */
bool identifier_is_changed(uint32_t code_point);

/* A control, formatting, space, private-use or unassigned character: an error message had better show its
 * number. */
bool code_point_is_invisible(uint32_t code_point);

#endif
