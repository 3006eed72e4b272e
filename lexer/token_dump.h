/* The printer behind `bide tokens`: every token of a source, one a line, with place, kind and text. */
#ifndef BIDE_LEXER_TOKEN_DUMP_H
#define BIDE_LEXER_TOKEN_DUMP_H

#include "lexer/source.h"

#include <stdio.h>

/* Print the tokens of `source` to `out`. False when the lexer found an error: it is in `error`, and the
 * tokens before it are printed. */
bool token_dump(FILE *out, const Source *source, SyntaxErrorInfo *error);

#endif
