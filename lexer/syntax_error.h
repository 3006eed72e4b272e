/* What is wrong with a program's text, and where: everything a report needs, in CPython's words and places.
 *
 * Columns count bytes from 0 in the line as Source holds it, the end is exclusive (CPython's `offset` is the
 * column in characters plus 1). A missing end is marked by end_line 0: then a single caret is drawn.
 */
#ifndef BIDE_LEXER_SYNTAX_ERROR_H
#define BIDE_LEXER_SYNTAX_ERROR_H

#include <stdbool.h>
#include <stdint.h>

typedef enum SyntaxErrorKind { ERROR_SYNTAX, ERROR_INDENTATION, ERROR_TAB } SyntaxErrorKind;

enum { SYNTAX_ERROR_MESSAGE_SIZE = 512 };

typedef struct SyntaxErrorInfo {
    bool is_set;          /* there is an error */
    SyntaxErrorKind kind; /* SyntaxError, IndentationError, TabError */
    char message[SYNTAX_ERROR_MESSAGE_SIZE];
    int32_t line, column; /* line 0: the error has no place; column -1: only a line, no caret */
    int32_t end_line, end_column;
    bool
        incomplete; /* more input could make it right: an open bracket, block, string, or a final backslash */
} SyntaxErrorInfo;

/* Something legal that is likely a mistake, e.g. the escape '\d' or `x is 1`. */
typedef enum SyntaxWarningKind { WARNING_SYNTAX, WARNING_DEPRECATION } SyntaxWarningKind;

typedef struct SyntaxWarning {
    SyntaxWarningKind kind; /* SyntaxWarning, DeprecationWarning (which CPython does not show by default) */
    const char *message;    /* owned by the arena of the tree */
    int32_t line;
} SyntaxWarning;

typedef struct SyntaxWarningList {
    SyntaxWarning *items; /* owned by the arena of the tree */
    int32_t count, capacity;
} SyntaxWarningList;

/* The exception's name: "SyntaxError", "IndentationError" or "TabError". */
const char *syntax_error_name(SyntaxErrorKind kind);

/* Fill in `error`; an earlier error is kept, since the first one found is the one to report. */
void syntax_error_set(SyntaxErrorInfo *error, SyntaxErrorKind kind, int32_t line, int32_t column,
                      int32_t end_line, int32_t end_column, const char *format, ...)
    __attribute__((format(printf, 7, 8)));

#endif
