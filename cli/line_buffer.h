/* The text being edited, the cursor in it, and the ring of texts that were killed.
 *
 * The text may hold several lines (a paste, an entry of the history), separated by '\n'. Positions are byte
 * offsets; the cursor always stands between two clusters (char_width.h), except for a moment where typed text
 * joins what follows it. Movements answer a position and change nothing: the caller sets the cursor, erases
 * or kills with it.
 */
#ifndef BIDE_CLI_LINE_BUFFER_H
#define BIDE_CLI_LINE_BUFFER_H

#include <stdbool.h>
#include <stddef.h>

#include "cli/byte_string.h"

enum { KILL_RING_SIZE = 8 };

typedef struct {
    ByteString entries[KILL_RING_SIZE];
    size_t newest;      /* where the last kill went */
    size_t yanked;      /* which entry the last yank took */
    size_t yank_length; /* how much text before the cursor it put in */
} KillRing;

typedef struct {
    ByteString text;
    size_t cursor;
    KillRing kills;
} LineBuffer;

void line_buffer_free(LineBuffer *buffer);

/* Empties the text; the kill ring stays. */
void line_buffer_clear(LineBuffer *buffer);

/* Replaces the whole text and puts the cursor at its end. */
void line_buffer_set(LineBuffer *buffer, const char *text, size_t length);

/* Inserts at the cursor, which ends up behind what was inserted. */
void line_buffer_insert(LineBuffer *buffer, const char *text, size_t length);

/* Removes [from, to); a cursor inside goes to `from`. */
void line_buffer_erase(LineBuffer *buffer, size_t from, size_t to);

size_t line_buffer_left(const LineBuffer *buffer);
size_t line_buffer_right(const LineBuffer *buffer);

/* Words are letters, digits, underscores and everything beyond ASCII. */
size_t line_buffer_word_left(const LineBuffer *buffer);
size_t line_buffer_word_right(const LineBuffer *buffer);

/* The start of what stands between white space and the cursor. */
size_t line_buffer_blank_left(const LineBuffer *buffer);

/* The ends of the line that the cursor is in. */
size_t line_buffer_line_start(const LineBuffer *buffer);
size_t line_buffer_line_end(const LineBuffer *buffer);

/* Moves the cursor to the line above or below, in the same column if that exists. False when there is no such
 * line. */
bool line_buffer_line_up(LineBuffer *buffer);
bool line_buffer_line_down(LineBuffer *buffer);

/* True when nothing but white space stands between the start of the line and the cursor. */
bool line_buffer_at_indent(const LineBuffer *buffer);

/* Moves [from, to) into the kill ring: as a new entry, or, when `chained`, as one text with the kill before
 * it. One end must be the cursor. An empty range does nothing. */
void line_buffer_kill(LineBuffer *buffer, size_t from, size_t to, bool chained);

/* Inserts the latest kill. */
void line_buffer_yank(LineBuffer *buffer);

/* Directly after a yank: puts the kill before that one in its place. */
void line_buffer_yank_older(LineBuffer *buffer);

/* Exchanges the clusters on both sides of the cursor (at the end: the last two) and moves on. */
void line_buffer_transpose(LineBuffer *buffer);

#endif
