#include "cli/line_render.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lexer/char_width.h"

enum { TAB_COLUMNS = 4 };

void line_render_free(LineRender *render) {
    byte_string_free(&render->drawn.bytes);
    byte_string_free(&render->next.bytes);
    byte_string_free(&render->output);
    free(render->drawn.rows);
    free(render->next.rows);
}

/* ---- what one cluster looks like ---- */

typedef struct {
    char small[4];
    const char *bytes; /* what to print; in `small` or in the text */
    size_t length;
    const char *carrier; /* printed before `bytes`: something for a lone mark to stand on */
    int columns;
    bool disputed;
    size_t consumed; /* bytes of the text */
} Glyph;

static void glyph_at(Glyph *glyph, const char *text, size_t length, size_t at) {
    unsigned char byte = (unsigned char)text[at];
    glyph->carrier = "";
    glyph->disputed = false;
    if (byte >= 0x20 && byte < 0x7F && (at + 1 == length || (unsigned char)text[at + 1] < 0x80)) {
        glyph->bytes = text + at; /* the common case, without a look at the tables */
        glyph->length = glyph->consumed = 1;
        glyph->columns = 1;
        return;
    }
    Cluster cluster = cluster_at(text, length, at);
    glyph->consumed = cluster.length;
    glyph->columns = cluster.width;
    glyph->disputed = cluster.disputed;
    glyph->bytes = text + at;
    glyph->length = cluster.length;
    if (byte == '\t') {
        glyph->bytes = "    ";
        glyph->length = TAB_COLUMNS;
        glyph->columns = TAB_COLUMNS;
    } else if (byte < 0x20 || byte == 0x7F) {
        glyph->small[0] = '^';
        glyph->small[1] = (char)(byte ^ 0x40);
        glyph->bytes = glyph->small;
        glyph->length = 2;
        glyph->columns = 2;
    } else if (cluster.first == CHAR_INVALID || (cluster.first >= 0x7F && cluster.first < 0xA0)) {
        glyph->bytes = "\xEF\xBF\xBD";
        glyph->length = 3;
        glyph->columns = 1;
    } else if (cluster.width == 0) {
        glyph->carrier = "\xE2\x97\x8C"; /* a dotted circle */
        glyph->columns = 1;
    }
}

int line_render_printable(ByteString *out, const char *text, size_t length, int limit) {
    int columns = 0;
    Glyph glyph;
    for (size_t at = 0; at < length; at += glyph.consumed) {
        glyph_at(&glyph, text, length, at);
        if (columns + glyph.columns > limit)
            break;
        byte_string_append_text(out, glyph.carrier);
        byte_string_append(out, glyph.bytes, glyph.length);
        columns += glyph.columns;
    }
    return columns;
}

/* ---- layout: from a view to rows ---- */

static void add_row(Frame *frame) {
    if (frame->count == frame->capacity) {
        frame->capacity = frame->capacity ? frame->capacity * 2 : 8;
        frame->rows = realloc(frame->rows, frame->capacity * sizeof *frame->rows);
        if (!frame->rows) {
            fputs("bide: out of memory\n", stderr);
            exit(1);
        }
    }
    frame->rows[frame->count++] = (FrameRow){.start = frame->bytes.length, .end = frame->bytes.length};
}

static FrameRow *last_row(Frame *frame) {
    return &frame->rows[frame->count - 1];
}

static void wrap_row(Frame *frame) {
    last_row(frame)->wraps = true;
    add_row(frame);
}

/* Lays out one line of text (no newline in it). `cursor` is its offset in the text, or SIZE_MAX. */
static void lay_out_line(Frame *frame, int columns, const char *text, size_t length, size_t cursor) {
    Glyph glyph;
    for (size_t at = 0; at < length; at += glyph.consumed) {
        glyph_at(&glyph, text, length, at);
        if (last_row(frame)->columns && last_row(frame)->columns + glyph.columns > columns)
            wrap_row(frame);
        FrameRow *row = last_row(frame);
        if (cursor >= at && cursor < at + glyph.consumed) {
            frame->cursor_row = frame->count - 1;
            frame->cursor_column = row->columns;
        }
        byte_string_append_text(&frame->bytes, glyph.carrier);
        byte_string_append(&frame->bytes, glyph.bytes, glyph.length);
        row->end = frame->bytes.length;
        row->columns += glyph.columns;
        row->disputed |= glyph.disputed;
        if (row->columns >= columns)
            wrap_row(frame); /* at once, so that a cursor behind the text has a place */
    }
    if (cursor == length) {
        frame->cursor_row = frame->count - 1;
        frame->cursor_column = last_row(frame)->columns;
    }
}

static void lay_out(Frame *frame, int columns, const LineView *view) {
    byte_string_clear(&frame->bytes);
    frame->count = 0;
    add_row(frame);
    lay_out_line(frame, columns, view->prompt, strlen(view->prompt), SIZE_MAX);
    for (size_t start = 0;;) {
        const char *text = view->text + start;
        const char *newline = memchr(text, '\n', view->length - start);
        size_t length = newline ? (size_t)(newline - text) : view->length - start;
        size_t cursor = view->cursor >= start ? view->cursor - start : SIZE_MAX;
        lay_out_line(frame, columns, text, length, cursor);
        if (!newline)
            return;
        add_row(frame);
        lay_out_line(frame, columns, view->continuation, strlen(view->continuation), SIZE_MAX);
        start += length + 1;
    }
}

/* Chooses the rows to show: the same as before if the cursor is among them, else the nearest. */
static void choose_window(Frame *frame, size_t previous_top, size_t height) {
    frame->top = 0;
    frame->shown = frame->count;
    if (frame->count <= height)
        return;
    frame->shown = height;
    frame->top = previous_top;
    if (frame->cursor_row < frame->top)
        frame->top = frame->cursor_row;
    if (frame->cursor_row >= frame->top + height)
        frame->top = frame->cursor_row - height + 1;
    if (frame->top + height > frame->count)
        frame->top = frame->count - height;
}

/* ---- codes ---- */

static void put(LineRender *render, const char *text) {
    byte_string_append_text(&render->output, text);
}

static void put_csi(LineRender *render, size_t number, char letter) {
    char code[32];
    int length = number == 1 ? snprintf(code, sizeof code, "\x1b[%c", letter)
                             : snprintf(code, sizeof code, "\x1b[%zu%c", number, letter);
    byte_string_append(&render->output, code, (size_t)length);
}

static void put_column(LineRender *render, int column) {
    if (column == 0)
        put(render, "\r");
    else
        put_csi(render, (size_t)column + 1, 'G');
}

static void move(LineRender *render, size_t from_row, int from_column, size_t to_row, int to_column) {
    if (to_row < from_row)
        put_csi(render, from_row - to_row, 'A');
    else if (to_row > from_row)
        put_csi(render, to_row - from_row, 'B');
    if (to_column != from_column)
        put_column(render, to_column);
}

/* Prints part of a row. After a cluster that terminals measure differently the column is set, so that the
 * rest of the row stands where we believe it does. */
static void put_cells(LineRender *render, const char *bytes, size_t length, int column) {
    size_t sent = 0;
    for (size_t at = 0; at < length;) {
        if ((unsigned char)bytes[at] < 0x80 && (at + 1 == length || (unsigned char)bytes[at + 1] < 0x80)) {
            at++;
            column++;
            continue;
        }
        Cluster cluster = cluster_at(bytes, length, at);
        at += cluster.length;
        column += cluster.width;
        if (cluster.disputed && column < render->columns) {
            byte_string_append(&render->output, bytes + sent, at - sent);
            put_column(render, column);
            sent = at;
        }
    }
    byte_string_append(&render->output, bytes + sent, length - sent);
}

/* ---- from one frame to the next ---- */

static const char *row_bytes(const Frame *frame, size_t shown_row, size_t *length) {
    const FrameRow *row = &frame->rows[frame->top + shown_row];
    *length = row->end - row->start;
    return byte_string_text(&frame->bytes) + row->start;
}

static bool is_plain(const char *bytes, size_t length, size_t at) {
    return at >= length || (unsigned char)bytes[at] < 0x80;
}

/* How many bytes of the row can stay as they are on the screen. The answer lies between two ASCII characters
 * (or at an end of the row), where no cluster can reach across. */
static size_t common_prefix(const char *old, size_t old_length, const char *new, size_t new_length) {
    size_t at = 0;
    while (at < old_length && at < new_length && old[at] == new[at])
        at++;
    if (at == old_length && at == new_length)
        return at;
    while (at > 0 &&
           !(is_plain(new, new_length, at) && is_plain(old, old_length, at) && is_plain(new, at, at - 1)))
        at--;
    return at;
}

/* Ends a row and goes to the start of the next. `rest_dirty`: what follows on this row must go. */
static void put_row_end(LineRender *render, const FrameRow *row, const FrameRow *below, bool rest_dirty) {
    bool full = row->columns >= render->columns;
    if (rest_dirty && !full)
        put(render, "\x1b[K");
    if (!row->wraps || !full)
        put(render, "\r\n");
    else if (below->columns == 0)
        put(render, " \r"); /* the terminal wraps only when there is something to print: print a blank */
}

/* Writes the rows of `next` from (row, offset) on; the cursor stands there. */
static void put_rows(LineRender *render, size_t row, size_t offset, int column) {
    const Frame *old = &render->drawn, *next = &render->next;
    size_t old_shown = render->visible ? old->shown : 0;
    for (; row < next->shown; row++, offset = 0, column = 0) {
        const FrameRow *this = &next->rows[next->top + row];
        size_t length;
        const char *bytes = row_bytes(next, row, &length);
        put_cells(render, bytes + offset, length - offset, column);
        bool dirty = this->disputed || (row < old_shown && old->rows[old->top + row].columns > this->columns);
        if (row + 1 < next->shown)
            put_row_end(render, this, this + 1, dirty);
        else if (this->columns < render->columns && old_shown > next->shown)
            put(render, "\x1b[J");
        else if (this->columns < render->columns && dirty)
            put(render, "\x1b[K");
    }
}

/* Turns the screen from `drawn` into `next` (laid out, with its window chosen) and makes that the drawn
 * frame. */
static void show_next(LineRender *render) {
    Frame *old = &render->drawn, *next = &render->next;
    size_t row = 0, offset = 0;
    int column = 0;
    size_t cursor_row = 0; /* where the terminal's cursor is, counted from the first row shown */
    int cursor_column = 0;
    bool same = false;
    if (render->visible) {
        cursor_row = old->cursor_row - old->top;
        cursor_column = old->cursor_column;
        if (old->top == next->top) {
            size_t both = old->shown < next->shown ? old->shown : next->shown;
            size_t old_length = 0, new_length = 0;
            for (row = 0; row < both; row++) {
                const char *old_bytes = row_bytes(old, row, &old_length);
                const char *new_bytes = row_bytes(next, row, &new_length);
                offset = common_prefix(old_bytes, old_length, new_bytes, new_length);
                if (offset < old_length || offset < new_length || row + 1 == both) {
                    column = text_columns(new_bytes, offset);
                    break;
                }
            }
            same = offset == old_length && offset == new_length && old->shown == next->shown;
        }
    }
    if (!same) {
        move(render, cursor_row, cursor_column, row, column);
        put_rows(render, row, offset, column);
        cursor_row = next->shown - 1;
        cursor_column = next->rows[next->top + cursor_row].columns;
    }
    move(render, cursor_row, cursor_column, next->cursor_row - next->top, next->cursor_column);
    render->visible = true;
    Frame swap = *old;
    *old = *next;
    *next = swap;
}

void line_render_draw(LineRender *render, const LineView *view) {
    lay_out(&render->next, render->columns, view);
    choose_window(&render->next, render->drawn.top, (size_t)render->rows);
    show_next(render);
}

void line_render_erase(LineRender *render) {
    if (!render->visible)
        return;
    const Frame *frame = &render->drawn;
    move(render, frame->cursor_row - frame->top, frame->cursor_column, 0, 0);
    put(render, "\x1b[J");
    render->visible = false;
}

void line_render_pass(LineRender *render) {
    if (!render->visible)
        return;
    const Frame *frame = &render->drawn;
    size_t last = frame->shown - 1;
    int columns = frame->rows[frame->top + last].columns;
    move(render, frame->cursor_row - frame->top, frame->cursor_column, last, columns);
    put(render, "\r\n");
    render->visible = false;
}

void line_render_finish(LineRender *render, const LineView *view, const char *suffix) {
    LineView whole = *view;
    whole.cursor = whole.length;
    lay_out(&render->next, render->columns, &whole);
    if (render->next.count > (size_t)render->rows || (render->visible && render->drawn.top > 0))
        line_render_erase(render);
    choose_window(&render->next, 0, render->next.count);
    show_next(render);
    put(render, suffix);
    /* A line that ends with the row has already gone to the next. */
    if (render->drawn.cursor_column > 0 || render->drawn.count == 1 || *suffix ||
        !render->drawn.rows[render->drawn.count - 2].wraps)
        put(render, "\r\n");
    render->visible = false;
}

void line_render_clear_screen(LineRender *render) {
    put(render, "\x1b[H\x1b[2J");
    render->visible = false;
}

/* A terminal that gets narrower or wider breaks its wrapped rows anew, which moves the cursor with the text
 * it is in: so the region now begins as many rows above it as a layout in the new width says. */
void line_render_resize(LineRender *render, const LineView *view, int columns, int rows) {
    bool visible = render->visible;
    render->columns = columns;
    render->rows = rows;
    if (!visible)
        return;
    lay_out(&render->next, columns, view);
    choose_window(&render->next, render->drawn.top, (size_t)rows);
    move(render, render->next.cursor_row - render->next.top, -1, 0, 0);
    put(render, "\x1b[J");
    render->visible = false;
    line_render_draw(render, view);
}
