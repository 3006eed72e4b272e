/* What the tests of the lexer, the parser and the scopes start from: a source, memory for the tree, and the
 * error and the warnings that came of it. Each file of tests has its own. */
#ifndef BIDE_TESTS_FRONT_END_H
#define BIDE_TESTS_FRONT_END_H

#include "lexer/lexer.h"

static Source source;
static Arena arena;
static SyntaxErrorInfo error;
static SyntaxWarningList warnings;

static void set_up(void) {
    arena_init(&arena);
    error = (SyntaxErrorInfo){0};
    warnings = (SyntaxWarningList){0};
}

static void tear_down(void) {
    source_free(&source);
    arena_free(&arena);
}

#endif
