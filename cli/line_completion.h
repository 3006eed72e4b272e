/* Tab: what a word could become.
 *
 * The owner of the editor supplies a completer: asked with the text and the cursor, it says where the word
 * before the cursor starts and adds the candidates, each one a full replacement for the text from there to
 * the cursor.
 */
#ifndef BIDE_CLI_LINE_COMPLETION_H
#define BIDE_CLI_LINE_COMPLETION_H

#include <stddef.h>

#include "cli/byte_string.h"

typedef struct {
    size_t start; /* byte offset of the word; the completer sets it (it is the cursor's until then) */
    char **items; /* NUL-terminated, owned by the completion */
    size_t count, capacity;
} LineCompletion;

typedef void (*Completer)(void *data, const char *text, size_t length, size_t cursor,
                          LineCompletion *completion);

/* For the completer: adds a candidate, which is copied. Candidates are listed in the order in which they
 * come. */
void completion_add(LineCompletion *completion, const char *candidate, size_t length);

/* How many bytes all candidates (there is at least one) have in common at their start; whole characters. */
size_t completion_common_length(const LineCompletion *completion);

/* Appends the candidates as a table for a terminal of `columns`, read downwards, each row ended by CR LF; at
 * most `rows` rows, the last of which says how many candidates are left out. */
void completion_list(const LineCompletion *completion, int columns, int rows, ByteString *out);

void completion_free(LineCompletion *completion);

#endif
