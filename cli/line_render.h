/* Drawing the line being edited: the fewest codes that turn what is on the screen into what should be.
 *
 * The line with its prompts occupies a *region* of whole rows, beginning at the left margin; above it is what
 * others printed, below it nothing. A frame is what the region should look like, cut into rows; the last
 * frame drawn is kept, and drawing writes from the first difference on. A region higher than the terminal
 * shows a window around the cursor, until it is finished: then it is written whole, to scroll past.
 *
 * The codes in use are those that every terminal of the last forty years knows: CR, LF, CSI A B G H J K.
 * A row that continues on the next is left to the terminal to wrap, so that copying from it gives one line.
 *
 * Nothing is written here: the codes are appended to `output`, which the owner sends and clears.
 */
#ifndef BIDE_CLI_LINE_RENDER_H
#define BIDE_CLI_LINE_RENDER_H

#include <stdbool.h>
#include <stddef.h>

#include "cli/byte_string.h"

/* What to show. All texts may be any bytes. Lines after the first are shown behind `continuation`. */
typedef struct {
    const char *prompt;
    const char *continuation;
    const char *text;
    size_t length;
    size_t cursor;
} LineView;

typedef struct {
    size_t start, end; /* in the frame's bytes */
    int columns;
    bool wraps;    /* the same line goes on in the next row */
    bool disputed; /* a terminal may take more columns for it, of which we clear what sticks out */
} FrameRow;

typedef struct {
    ByteString bytes;
    FrameRow *rows; /* at least one after a layout */
    size_t count, capacity;
    size_t cursor_row;
    int cursor_column;
    size_t top, shown; /* the window of rows that is on the screen */
} Frame;

typedef struct {
    int columns, rows; /* of the terminal */
    bool visible;      /* the region is on the screen */
    Frame drawn, next;
    ByteString output;
} LineRender;

void line_render_free(LineRender *render);

/* Shows `view`. When the region was not visible the terminal's cursor must be at the left margin. */
void line_render_draw(LineRender *render, const LineView *view);

/* Shows the whole of `view` for the last time, then `suffix`, and leaves the cursor at the start of the row
 * below. */
void line_render_finish(LineRender *render, const LineView *view, const char *suffix);

/* Takes the region off the screen; the cursor is where it began. */
void line_render_erase(LineRender *render);

/* Leaves the region as it is and goes to the start of the row below: what is drawn next is a new region. */
void line_render_pass(LineRender *render);

/* Clears the screen; the next region begins at its top. */
void line_render_clear_screen(LineRender *render);

/* The terminal has a new size; `view` is what it showed. Redraws it if it is visible. */
void line_render_resize(LineRender *render, const LineView *view, int columns, int rows);

/* Appends `text` in a form that is safe to print (control characters as ^X, invalid bytes as U+FFFD), at most
 * `limit` columns of it; answers the columns. */
int line_render_printable(ByteString *out, const char *text, size_t length, int limit);

#endif
