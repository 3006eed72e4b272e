/* What stands between a string's quotes, with its escapes decoded. */
#ifndef BIDE_LEXER_STRING_LITERAL_H
#define BIDE_LEXER_STRING_LITERAL_H

#include <stdbool.h>
#include <stddef.h>

/* Bytes that grow; on the C heap. Zero it to begin with, and free it in the end. */
typedef struct ByteBuffer {
    char *bytes;
    size_t length, capacity;
} ByteBuffer;

void byte_buffer_append(ByteBuffer *buffer, const char *bytes, size_t length);
void byte_buffer_free(ByteBuffer *buffer);

typedef struct StringPrefix {
    bool is_bytes, is_raw, is_fstring;
} StringPrefix;

/* Read the prefix and the opening quotes of the string token at `chars`; returns how many characters they
 * take. */
size_t string_literal_prefix(const char *chars, StringPrefix *prefix, bool *is_triple);

typedef struct StringProblem {
    char message[256]; /* empty: all is well */
    char
        invalid_escape; /* the first character that made no escape after a backslash: worth a warning; or 0 */
} StringProblem;

/* Append the value of the `length` characters at `chars` (without quotes) to `buffer`. In an f-string's
 * literal text doubled braces become single ones. False, and problem->message set in CPython's words, when an
 * escape is wrong. */
bool string_literal_decode(ByteBuffer *buffer, const char *chars, size_t length, StringPrefix prefix,
                           StringProblem *problem);

#endif
