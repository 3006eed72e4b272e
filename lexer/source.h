/* Source: the text of one script, ready for the lexer.
 *
 * Whatever the file held, a Source's text is valid UTF-8 without byte-order mark, with lines ended by '\n'
 * alone, the last one included, and without NUL bytes (it is NUL-terminated). It knows where each line
 * begins, so that error messages and tracebacks can show any line at once. A Source is not tied to an arena:
 * tracebacks outlive trees.
 */
#ifndef BIDE_LEXER_SOURCE_H
#define BIDE_LEXER_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lexer/syntax_error.h"

typedef struct Source {
    char *name; /* the file's name as messages show it, e.g. "main.py", "<stdin>" */
    char *text; /* `length` bytes, then a NUL */
    size_t length;
    bool is_file;    /* it was read from a file: CPython draws no caret at the end of one */
    uint32_t *lines; /* where line n begins: lines[n - 1]; lines[line_count] == length */
    int32_t line_count;
} Source;

/* Make a source of `length` bytes at `bytes` (copied), as read from a file: the byte-order mark and the
 * coding line are honoured (utf-8, ascii, latin-1). False, and `error` filled in, when the text cannot be
 * decoded, holds NUL bytes or is longer than 2 GiB; then there is nothing to free. */
bool source_from_bytes(Source *source, const char *name, const char *bytes, size_t length,
                       SyntaxErrorInfo *error);

/* Likewise of text that is decoded already: UTF-8, in which a coding line means nothing. */
bool source_from_text(Source *source, const char *name, const char *text, size_t length,
                      SyntaxErrorInfo *error);

/* Read the file at `path`. False when it cannot be read (then errno says why and error->is_set is false) or
 * cannot be decoded, as above. */
bool source_from_file(Source *source, const char *path, SyntaxErrorInfo *error);

/* Free the source's own memory. */
void source_free(Source *source);

/* The text of line `line` (from 1) without its newline; `*length` is set to its bytes. NULL when there is no
 * such line. Not NUL-terminated; the source owns it. */
const char *source_line(const Source *source, int32_t line, size_t *length);

#endif
