/* The parser: source text -> syntax tree.
 *
 * A recursive-descent parser over the lexer's tokens; operators by precedence climbing. It checks all that
 * the grammar can say. What needs knowledge of scopes (`return` outside a function, `nonlocal` without a
 * binding, ...) is checked by scope_analyze (parser/scope.h), which a caller runs next, on every tree that is
 * to be compiled.
 */
#ifndef BIDE_PARSER_PARSER_H
#define BIDE_PARSER_PARSER_H

#include "lexer/source.h"
#include "lexer/syntax_error.h"
#include "parser/ast.h"

typedef enum ParseMode {
    PARSE_FILE,        /* a whole script or module */
    PARSE_INTERACTIVE, /* what was typed at the prompt: like a file, but a block at the end must be closed by
                          an empty line, else the error says `incomplete` */
    PARSE_EXPRESSION   /* one expression: Module.body is a single Expr */
} ParseMode;

enum {
    PARSE_TOP_LEVEL_AWAIT =
        1 /* await, async for, async with and async comprehensions may stand outside functions */
};

/* Parse `source` into a Module that belongs to `arena`. NULL when the text is wrong: then `error` is filled
 * in. `warnings` may be NULL; its items are kept in `arena`. `flags`: PARSE_ values or'ed. */
Node *parser_parse(Arena *arena, const Source *source, ParseMode mode, unsigned flags, SyntaxErrorInfo *error,
                   SyntaxWarningList *warnings);

#endif
