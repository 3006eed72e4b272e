/* A model of a terminal, for tests of what draws on one: what is written to it ends up in cells that can be
 * compared.
 *
 * It knows the codes that line_render.h promises and fails the test on any other. It is strict where
 * terminals are: LF does not return to the margin, and a character in the last column leaves the cursor there
 * until the next one. Each code point is as wide as char_width says, also inside clusters: like a terminal
 * that does not join emoji.
 */
#ifndef BIDE_TESTS_SCREEN_MODEL_H
#define BIDE_TESTS_SCREEN_MODEL_H

#include <stdbool.h>
#include <stddef.h>

enum { SCREEN_MOST_COLUMNS = 120, SCREEN_MOST_ROWS = 60, SCREEN_CELL_SIZE = 40 };

/* All zero but for `columns` and `rows`, it is an empty screen. */
typedef struct {
    int columns, rows;
    int row, column; /* of the cursor */
    bool wrap_due;   /* the last column was written: the next character goes to the next row */
    bool paste_marks;
    /* "" is blank, "\1" the right half of a wide character. */
    char cells[SCREEN_MOST_ROWS][SCREEN_MOST_COLUMNS][SCREEN_CELL_SIZE];
    char scrolled[1 << 16]; /* rows that left the top */
    size_t bytes;           /* received in all */
    char left_over[64];     /* an unfinished code or character */
    size_t left_over_length;
} Screen;

/* Takes what a program writes; `data` is the Screen (so that it is a sink). */
void screen_write(void *data, const char *bytes, size_t length);

/* Appends the text of a row, without the blanks at its end, and a newline to the string `out`. */
void screen_append_row(const Screen *screen, int row, char *out);

/* All rows, without empty ones at the end and the last newline. The caller frees it. */
char *screen_text(const Screen *screen);

#endif
