/* A growing string of bytes: what the line editor keeps text, pending input and output in.
 *
 * An all-zero ByteString is a valid empty one. Once something was stored, `data` ends in a NUL that `length`
 * does not count, so text without NULs in it can be handed to C functions. When memory runs out the program
 * ends with a message: an editor that cannot hold one line has no better answer.
 */
#ifndef BIDE_CLI_BYTE_STRING_H
#define BIDE_CLI_BYTE_STRING_H

#include <stddef.h>

typedef struct {
    char *data;
    size_t length;
    size_t capacity;
} ByteString;

/* Makes room for `extra` more bytes (and the NUL). */
void byte_string_reserve(ByteString *string, size_t extra);

void byte_string_append(ByteString *string, const char *bytes, size_t length);
void byte_string_append_text(ByteString *string, const char *text);

/* Puts `length` bytes in the place of those in [from, to). `bytes` must not point into the string itself. */
void byte_string_replace(ByteString *string, size_t from, size_t to, const char *bytes, size_t length);

/* Empties the string; it keeps its memory unless that had grown beyond the everyday. */
void byte_string_clear(ByteString *string);

/* Frees what the string holds and leaves it empty. */
void byte_string_free(ByteString *string);

/* The text, never NULL. */
const char *byte_string_text(const ByteString *string);

#endif
