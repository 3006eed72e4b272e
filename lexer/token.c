#include "lexer/token.h"

#include <stddef.h>
#include <string.h>

const char *token_kind_name(TokenKind kind) {
    static const char *const names[TOKEN_KIND_COUNT] = {
        [TOKEN_END] = "END",
        [TOKEN_ERROR] = "ERROR",
        [TOKEN_NEWLINE] = "NEWLINE",
        [TOKEN_INDENT] = "INDENT",
        [TOKEN_DEDENT] = "DEDENT",
        [TOKEN_NAME] = "NAME",
        [TOKEN_NUMBER] = "NUMBER",
        [TOKEN_STRING] = "STRING",
        [TOKEN_FSTRING_START] = "FSTRING_START",
        [TOKEN_FSTRING_MIDDLE] = "FSTRING_MIDDLE",
        [TOKEN_FSTRING_END] = "FSTRING_END",
        [TOKEN_UNKNOWN] = "UNKNOWN",
#define QUOTED_NAME(enumerator, spelling) [enumerator] = "'" spelling "'",
        TOKEN_KEYWORDS(QUOTED_NAME) TOKEN_PUNCTUATION(QUOTED_NAME) TOKEN_BINARY_OPERATORS(QUOTED_NAME)
            TOKEN_ASSIGNMENTS(QUOTED_NAME)};
    return names[kind];
}

const char *token_spelling(TokenKind kind) {
    static const char *const spellings[TOKEN_KIND_COUNT] = {
#define SPELLING(enumerator, spelling) [enumerator] = spelling,
        TOKEN_KEYWORDS(SPELLING) TOKEN_PUNCTUATION(SPELLING) TOKEN_BINARY_OPERATORS(SPELLING)
            TOKEN_ASSIGNMENTS(SPELLING)};
    return spellings[kind];
}

/* The keywords are listed in the order of their first letters, so those of one letter are neighbours. */
TokenKind token_keyword(const char *chars, uint32_t length) {
    static const struct {
        uint8_t first, last; /* TokenKinds */
    } by_letter[] = {
        ['F'] = {TOKEN_FALSE, TOKEN_FALSE},  ['N'] = {TOKEN_NONE, TOKEN_NONE},
        ['T'] = {TOKEN_TRUE, TOKEN_TRUE},    ['a'] = {TOKEN_AND, TOKEN_AWAIT},
        ['b'] = {TOKEN_BREAK, TOKEN_BREAK},  ['c'] = {TOKEN_CLASS, TOKEN_CONTINUE},
        ['d'] = {TOKEN_DEF, TOKEN_DEL},      ['e'] = {TOKEN_ELIF, TOKEN_EXCEPT},
        ['f'] = {TOKEN_FINALLY, TOKEN_FROM}, ['g'] = {TOKEN_GLOBAL, TOKEN_GLOBAL},
        ['i'] = {TOKEN_IF, TOKEN_IS},        ['l'] = {TOKEN_LAMBDA, TOKEN_LAMBDA},
        ['n'] = {TOKEN_NONLOCAL, TOKEN_NOT}, ['o'] = {TOKEN_OR, TOKEN_OR},
        ['p'] = {TOKEN_PASS, TOKEN_PASS},    ['r'] = {TOKEN_RAISE, TOKEN_RETURN},
        ['t'] = {TOKEN_TRY, TOKEN_TRY},      ['w'] = {TOKEN_WHILE, TOKEN_WITH},
        ['y'] = {TOKEN_YIELD, TOKEN_YIELD},
    };
    uint8_t letter = (uint8_t)chars[0];
    if (length < 2 || length > 8 || letter >= sizeof by_letter / sizeof *by_letter) {
        return TOKEN_NAME;
    }
    int first = by_letter[letter].first, last = by_letter[letter].last;
    for (int kind = first; kind != 0 && kind <= last; kind++) {
        const char *spelling = token_spelling(kind);
        if (strncmp(spelling, chars, length) == 0 && spelling[length] == '\0') {
            return kind;
        }
    }
    return TOKEN_NAME;
}
