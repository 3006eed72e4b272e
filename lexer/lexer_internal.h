/* What the lexer's own files share; nobody else includes this. */
#ifndef BIDE_LEXER_LEXER_INTERNAL_H
#define BIDE_LEXER_LEXER_INTERNAL_H

#include "lexer/lexer.h"

/* Note where `token` begins: at `start`, in the current line. */
void lexer_begin_token(Lexer *lexer, Token *token, const char *start);

/* Complete `token`: it ends at the cursor. */
Token lexer_end_token(Lexer *lexer, Token *token, TokenKind kind);

/* Report a SyntaxError at `place` in the current line, one that outranks errors of the grammar; returns
 * TOKEN_ERROR. */
Token lexer_fail_at(Lexer *lexer, const char *place, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* A letter, digit or underscore, or a byte of a character beyond ASCII. */
bool lexer_is_name_character(char c);

/* How many letters before the quote make a string prefix (rb'...': 2); 0 if this is no string with a prefix.
 */
int lexer_string_prefix(const char *cursor);

/* Scan what begins at the cursor: a number; a string whose prefix has so many letters (of an f-string, its
 * start). */
Token lexer_scan_number(Lexer *lexer, Token *token);
Token lexer_scan_string(Lexer *lexer, Token *token, int prefix_length);

/* Go on in the innermost f-string, outside its expressions: literal text or format spec, `{`, `}` or its end.
 */
Token lexer_scan_fstring_text(Lexer *lexer);

#endif
