/* The editor's life, modes, input and output; line_keys.c has what the keys do. */
#include "cli/line_editor.h"

#include <assert.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/line_editor_state.h"

#define PASTE_MARKS_ON  "\x1b[?2004h"
#define PASTE_MARKS_OFF "\x1b[?2004l"

enum {
    READ_AT_ONCE = 1 << 16,
    PASTE_END_LENGTH = sizeof KEY_PASTE_END_SEQUENCE - 1,
    INTERRUPT_BYTE = 3,
};

/* ---- output ---- */

static void write_out(Editor *editor, const char *bytes, size_t length) {
    if (editor->options.sink) {
        if (length > 0)
            editor->options.sink(editor->options.sink_data, bytes, length);
        return;
    }
    while (length > 0) {
        ssize_t written = write(editor->options.output, bytes, length);
        if (written >= 0) {
            bytes += written;
            length -= (size_t)written;
        } else if (errno == EAGAIN) {
            struct pollfd room = {.fd = editor->options.output, .events = POLLOUT};
            poll(&room, 1, -1);
        } else if (errno != EINTR) {
            return; /* the terminal is gone: there is nobody to tell */
        }
    }
}

static void flush(Editor *editor) {
    write_out(editor, byte_string_text(&editor->render.output), editor->render.output.length);
    byte_string_clear(&editor->render.output);
}

static void put(Editor *editor, const char *text) {
    byte_string_append_text(&editor->render.output, text);
}

static void draw(Editor *editor) {
    if (editor->hidden)
        return;
    LineView view = editor_view(editor);
    line_render_draw(&editor->render, &view);
}

/* Goes to where the region can begin: the left margin, below an unfinished row of output. */
static void open_region(Editor *editor) {
    editor->parked = editor->others.row_used;
    put(editor, editor->parked ? "\r\n" : "\r");
}

/* Takes the region away and goes back to where output left off. */
static void close_region(Editor *editor) {
    line_render_erase(&editor->render);
    if (!editor->parked)
        return;
    editor->parked = false;
    int column = editor->others.column % editor->render.columns;
    if (column == 0 && editor->others.column > 0) {
        editor->others = (OutputColumn){0}; /* the row was full: output goes on in the next one anyway */
        return;
    }
    char code[32];
    snprintf(code, sizeof code, "\x1b[A\x1b[%dG", column + 1);
    put(editor, code);
}

/* ---- life ---- */

/* The size may have changed while nobody was listening. */
static void ask_size(Editor *editor) {
    if (editor->options.columns <= 0)
        terminal_size(editor->options.output, &editor->render.columns, &editor->render.rows);
}

Editor *editor_new(const EditorOptions *options) {
    Editor *editor = calloc(1, sizeof *editor);
    if (!editor) {
        fputs("bide: out of memory\n", stderr);
        exit(1);
    }
    editor->options = *options;
    editor->rich =
        options->style == EDITOR_STYLE_RICH ||
        (options->style == EDITOR_STYLE_AUTO && terminal_is_capable(options->input, options->output));
    editor->terminal.input =
        editor->rich && options->input >= 0 && isatty(options->input) ? options->input : -1;
    editor->render.columns = options->columns > 0 ? options->columns : 80;
    editor->render.rows = options->rows > 0 ? options->rows : 24;
    return editor;
}

static void leave_terminal(Editor *editor) {
    if (editor->rich)
        put(editor, PASTE_MARKS_OFF);
    flush(editor);
    terminal_leave_raw(&editor->terminal);
    editor->editing = false;
    editor->hidden = false;
    editor->parked = false;
    editor->others = (OutputColumn){0};
}

void editor_free(Editor *editor) {
    if (editor->editing) {
        line_render_pass(&editor->render);
        leave_terminal(editor);
    }
    line_render_free(&editor->render);
    line_buffer_free(&editor->buffer);
    history_search_end(&editor->search);
    byte_string_free(&editor->pending);
    byte_string_free(&editor->paste);
    byte_string_free(&editor->prompt);
    byte_string_free(&editor->continuation);
    byte_string_free(&editor->block.text);
    byte_string_free(&editor->unsent);
    byte_string_free(&editor->search_prompt);
    free(editor);
}

bool editor_is_rich(const Editor *editor) {
    return editor->rich;
}

/* ---- the end of a line ---- */

/* Writes what is to be seen when a line is over, and makes the editor idle. */
EditorEvent editor_stop(Editor *editor, const char *suffix, EditorEvent event) {
    history_search_end(&editor->search);
    if (editor->rich) {
        if (editor->hidden)
            open_region(editor);
        LineView view = editor_view(editor);
        line_render_finish(&editor->render, &view, suffix);
    } else if (event != EDITOR_LINE && editor->prompt.length > 0) {
        put(editor, "\n");
    }
    leave_terminal(editor);
    return event;
}

static void find_next_line(LineBlock *block, size_t start) {
    char *text = block->text.data + start;
    char *newline = memchr(text, '\n', block->text.length - start);
    block->next = start;
    block->next_end = newline ? start + (size_t)(newline - text) : block->text.length;
    block->text.data[block->next_end] = '\0';
}

static void hand_out_line(LineBlock *block) {
    block->line = block->text.data + block->next;
    block->line_length = block->next_end - block->next;
    if (--block->waiting > 0)
        find_next_line(block, block->next_end + 1);
}

static void set_block(LineBlock *block, const char *text, size_t length) {
    byte_string_clear(&block->text);
    byte_string_append(&block->text, text, length);
    block->waiting = 1;
    for (size_t i = 0; i < length; i++)
        block->waiting += text[i] == '\n';
    find_next_line(block, 0);
    hand_out_line(block);
}

EditorEvent editor_enter(Editor *editor) {
    EditorEvent event = editor_stop(editor, "", EDITOR_LINE);
    set_block(&editor->block, byte_string_text(&editor->buffer.text), editor->buffer.text.length);
    return event;
}

const char *editor_line(const Editor *editor, size_t *length) {
    if (length)
        *length = editor->block.line_length;
    return editor->block.line ? editor->block.line : "";
}

size_t editor_lines_waiting(const Editor *editor) {
    return editor->block.waiting;
}

static void drop_pending(Editor *editor) {
    byte_string_clear(&editor->pending);
    editor->pending_at = 0;
    editor->pending_scanned = 0;
    byte_string_clear(&editor->paste);
    editor->pasting = false;
}

void editor_drop_waiting(Editor *editor) {
    editor->block.waiting = 0;
    drop_pending(editor);
}

EditorEvent editor_interrupt(Editor *editor) {
    drop_pending(editor);
    return editor->editing ? editor_stop(editor, "^C", EDITOR_INTERRUPT) : EDITOR_INTERRUPT;
}

/* ---- input ---- */

static const char *pending_bytes(const Editor *editor, size_t *length) {
    *length = editor->pending.length - editor->pending_at;
    return byte_string_text(&editor->pending) + editor->pending_at;
}

/* Forgets what was consumed once that is the larger part, so that moving the rest costs little overall. */
static void tidy_pending(Editor *editor) {
    if (editor->pending_at < editor->pending.length / 2 || editor->pending_at == 0)
        return;
    byte_string_replace(&editor->pending, 0, editor->pending_at, "", 0);
    editor->pending_scanned -= editor->rich ? 0 : editor->pending_at;
    editor->pending_at = 0;
    if (editor->pending.length == 0)
        byte_string_clear(&editor->pending);
}

/* Takes what has come of a paste. Answers whether there may be more to do with what is pending. */
static bool take_paste(Editor *editor, EditorEvent *event) {
    size_t length;
    const char *bytes = pending_bytes(editor, &length);
    const char *end = memmem(bytes, length, KEY_PASTE_END_SEQUENCE, PASTE_END_LENGTH);
    size_t pasted = end ? (size_t)(end - bytes) : length;
    /* Terminals keep control characters out of pastes: this is somebody who waits in vain for the paste to
     * end. */
    const char *interrupt = memchr(bytes, INTERRUPT_BYTE, pasted);
    if (interrupt) {
        editor->pending_at += (size_t)(interrupt - bytes) + 1;
        editor->pasting = false;
        byte_string_clear(&editor->paste);
        *event = line_keys_apply(editor, KEY_INTERRUPT, "", 0);
        return true;
    }
    if (!end) { /* the first bytes of the end sequence may be there already: leave as many */
        size_t kept = length < PASTE_END_LENGTH - 1 ? length : PASTE_END_LENGTH - 1;
        byte_string_append(&editor->paste, bytes, length - kept);
        editor->pending_at += length - kept;
        return false;
    }
    byte_string_append(&editor->paste, bytes, pasted);
    editor->pending_at += pasted + PASTE_END_LENGTH;
    editor->pasting = false;
    *event = line_keys_paste(editor, byte_string_text(&editor->paste), editor->paste.length);
    byte_string_clear(&editor->paste);
    return true;
}

static EditorEvent act_on_keys(Editor *editor) {
    EditorEvent event = EDITOR_NEED_MORE;
    while (event == EDITOR_NEED_MORE) {
        if (editor->pasting) {
            if (!take_paste(editor, &event))
                break;
            continue;
        }
        size_t length;
        Key key;
        const char *bytes = pending_bytes(editor, &length);
        size_t used = key_decode(bytes, length, &key);
        if (used == 0)
            break;
        editor->pending_at += used;
        if (key == KEY_PASTE_BEGIN)
            editor->pasting = true;
        else
            event = line_keys_apply(editor, key, bytes, used);
    }
    if (event == EDITOR_NEED_MORE && editor->ended)
        event = editor_stop(editor, "", EDITOR_END_OF_INPUT);
    return event;
}

static EditorEvent take_plain_line(Editor *editor) {
    size_t length, seen = editor->pending_scanned - editor->pending_at;
    const char *bytes = pending_bytes(editor, &length);
    const char *newline = memchr(bytes + seen, '\n', length - seen);
    if (!newline && !editor->ended) {
        editor->pending_scanned = editor->pending.length;
        return EDITOR_NEED_MORE;
    }
    if (!newline && length == 0)
        return editor_stop(editor, "", EDITOR_END_OF_INPUT);
    size_t end = newline ? (size_t)(newline - bytes) : length;
    editor->pending_at += newline ? end + 1 : end;
    editor->pending_scanned = editor->pending_at;
    set_block(&editor->block, bytes, end > 0 && bytes[end - 1] == '\r' ? end - 1 : end);
    return editor_stop(editor, "", EDITOR_LINE);
}

/* Acts on all that is pending; then brings the screen up to date, unless more input is about to come. */
static EditorEvent act(Editor *editor, bool more_to_come) {
    if (!editor->editing)
        return EDITOR_NEED_MORE;
    EditorEvent event = editor->rich ? act_on_keys(editor) : take_plain_line(editor);
    tidy_pending(editor);
    if (event == EDITOR_NEED_MORE && editor->rich && !more_to_come)
        draw(editor);
    flush(editor);
    return event;
}

EditorEvent editor_begin(Editor *editor, const char *prompt, const char *continuation) {
    assert(!editor->editing);
    if (editor->block.waiting > 0) {
        hand_out_line(&editor->block);
        return EDITOR_LINE;
    }
    byte_string_clear(&editor->prompt);
    byte_string_append_text(&editor->prompt, prompt);
    byte_string_clear(&editor->continuation);
    byte_string_append_text(&editor->continuation, continuation);
    line_buffer_clear(&editor->buffer);
    byte_string_clear(&editor->unsent);
    editor->history_at = editor->options.history ? history_count(editor->options.history) : 0;
    editor->last_key = KEY_IGNORED;
    editor->killing = false;
    editor->editing = true;
    if (editor->rich) {
        terminal_enter_raw(&editor->terminal);
        ask_size(editor);
        put(editor, PASTE_MARKS_ON);
        open_region(editor);
    } else {
        put(editor, prompt);
    }
    return act(editor, false);
}

EditorEvent editor_feed(Editor *editor, const char *bytes, size_t length) {
    byte_string_append(&editor->pending, bytes, length);
    return act(editor, false);
}

EditorEvent editor_feed_end(Editor *editor) {
    editor->ended = true;
    return act(editor, false);
}

/* Adds to what is pending. False: nothing came now, or (editor->ended) nothing will. */
static bool read_input(Editor *editor) {
    byte_string_reserve(&editor->pending, READ_AT_ONCE);
    ByteString *pending = &editor->pending;
    ssize_t got = read(editor->options.input, pending->data + pending->length, READ_AT_ONCE);
    editor->ended |= got == 0 || (got < 0 && errno != EINTR && errno != EAGAIN);
    if (got <= 0)
        return false;
    pending->length += (size_t)got;
    pending->data[pending->length] = '\0';
    return true;
}

EditorEvent editor_read_ready(Editor *editor) {
    if (!read_input(editor))
        return editor->ended ? editor_feed_end(editor) : EDITOR_NEED_MORE;
    /* While input pours in, drawing would only show what is out of date at once, over and over. */
    struct pollfd more = {.fd = editor->options.input, .events = POLLIN};
    return act(editor, editor->rich && poll(&more, 1, 0) > 0);
}

/* Reads on, without waiting, until a whole line is pending. */
static void read_line_ahead(Editor *editor) {
    size_t length;
    for (const char *bytes = pending_bytes(editor, &length);
         !memchr(bytes, '\n', length) && !memchr(bytes, '\r', length);
         bytes = pending_bytes(editor, &length)) {
        struct pollfd input = {.fd = editor->options.input, .events = POLLIN};
        if (input.fd < 0 || editor->ended || poll(&input, 1, 0) <= 0 || !read_input(editor))
            return;
    }
}

const char *editor_peek_line(Editor *editor, size_t *length) {
    const LineBlock *block = &editor->block;
    size_t unwanted;
    if (!length)
        length = &unwanted;
    if (block->waiting > 0) {
        *length = block->next_end - block->next;
        return block->text.data + block->next;
    }
    read_line_ahead(editor);
    const char *bytes = pending_bytes(editor, length);
    size_t count = 0;
    while (count < *length && bytes[count] != '\n' && bytes[count] != '\r')
        count++;
    bool is_typed = count < *length || count > 0;
    *length = count;
    return is_typed && (count == 0 || *bytes != '\x1b') ? bytes : NULL;
}

/* ---- others on the same terminal ---- */

void editor_signals(Editor *editor, bool on) {
    terminal_set_signals(&editor->terminal, on);
}

void editor_hide(Editor *editor) {
    if (!editor->editing || editor->hidden)
        return;
    editor->hidden = true;
    if (editor->rich)
        close_region(editor);
    else if (editor->prompt.length > 0)
        put(editor, "\n");
    flush(editor);
}

void editor_show(Editor *editor) {
    if (!editor->editing || !editor->hidden)
        return;
    editor->hidden = false;
    if (editor->rich) {
        open_region(editor);
        draw(editor);
    } else {
        put(editor, byte_string_text(&editor->prompt));
    }
    flush(editor);
}

void editor_note_output(Editor *editor, const char *bytes, size_t length) {
    output_column_note(&editor->others, bytes, length);
}

void editor_print_above(Editor *editor, const char *bytes, size_t length) {
    bool was_hidden = editor->hidden;
    editor_hide(editor);
    write_out(editor, bytes, length);
    editor_note_output(editor, bytes, length);
    if (!was_hidden)
        editor_show(editor);
}

void editor_resize(Editor *editor) {
    int columns, rows;
    if (terminal_size(editor->options.output, &columns, &rows) &&
        (columns != editor->render.columns || rows != editor->render.rows))
        editor_resize_to(editor, columns, rows);
}

void editor_resize_to(Editor *editor, int columns, int rows) {
    if (!editor->rich || columns <= 0 || rows <= 0)
        return;
    LineView view = editor_view(editor);
    line_render_resize(&editor->render, &view, columns, rows);
    flush(editor);
}

/* Ctrl-Z: stops the process group, as the terminal's driver does when it is not in raw mode. */
void editor_suspend(Editor *editor) {
    if (editor->terminal.input < 0)
        return;
    draw(editor);
    line_render_pass(&editor->render);
    put(editor, PASTE_MARKS_OFF);
    flush(editor);
    terminal_leave_raw(&editor->terminal);
    kill(0, SIGTSTP);
    terminal_enter_raw(&editor->terminal);
    ask_size(editor);
    put(editor, PASTE_MARKS_ON);
}
