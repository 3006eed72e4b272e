/* The lexer: source text -> tokens, one at a time.
 *
 * It keeps three stacks: the columns of the blocks that are open (INDENT and DEDENT come from comparing a
 * line's indentation with it), the brackets that are open (inside them line ends mean nothing), and the
 * f-strings that are open (in which it reads characters, then tokens, then characters). All three have fixed
 * limits, CPython's own, so a Lexer owns no memory and may be copied or dropped at any time.
 */
#ifndef BIDE_LEXER_LEXER_H
#define BIDE_LEXER_LEXER_H

#include "lexer/arena.h"
#include "lexer/source.h"
#include "lexer/syntax_error.h"
#include "lexer/token.h"

enum { LEXER_MAX_BRACKETS = 200, LEXER_MAX_INDENTS = 100, LEXER_MAX_FSTRINGS = 150, LEXER_MAX_FIELDS = 3 };

typedef struct OpenBracket {
    char character;
    int32_t line, column;
} OpenBracket;

typedef struct OpenFString {
    char quote;
    bool is_triple, is_raw;
    bool in_expression;  /* tokens are read as usual; else characters: literal text or a format spec */
    uint8_t field_depth; /* how many replacement fields are open: in f'{a:{b}}' it is 2 at the b */
    uint8_t
        bracket_levels[LEXER_MAX_FIELDS]; /* how many brackets are open just inside the { of each of them */
    int32_t line, column;                 /* of its start */
} OpenFString;

typedef struct Lexer {
    const Source *source;
    Arena *arena; /* keeps the warnings */
    SyntaxErrorInfo *error;
    SyntaxWarningList *warnings; /* may be NULL */
    const char *cursor;          /* the next character */
    const char *line_start;
    int32_t line;
    bool at_line_start;      /* the next token decides about indentation */
    bool error_is_final;     /* the error is one that outranks a parser's "invalid syntax" before it */
    bool error_is_unclosed;  /* the error is a bracket that was never closed */
    int32_t pending_dedents; /* DEDENTs to come; negative: an INDENT */
    int32_t bracket_count, indent_count, fstring_count;
    OpenBracket brackets[LEXER_MAX_BRACKETS];
    struct {
        int32_t column;     /* tabs go to multiples of 8 */
        int32_t tab_column; /* tabs count 1: the two must agree on what is deeper */
    } indents[LEXER_MAX_INDENTS];
    OpenFString fstrings[LEXER_MAX_FSTRINGS];
} Lexer;

/* Begin at the start of `source`. `error` is filled in when a TOKEN_ERROR is returned; `warnings` may be
 * NULL. */
void lexer_init(Lexer *lexer, const Source *source, Arena *arena, SyntaxErrorInfo *error,
                SyntaxWarningList *warnings);

/* The next token. After TOKEN_END or TOKEN_ERROR the same comes again and again. */
Token lexer_next(Lexer *lexer);

/* Add a warning about `line` to `warnings` (nothing happens if it is NULL); the message is formatted into
 * `arena`. */
void syntax_warning_add(SyntaxWarningList *warnings, Arena *arena, SyntaxWarningKind kind, int32_t line,
                        const char *format, ...) __attribute__((format(printf, 5, 6)));

#endif
