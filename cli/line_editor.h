/* The line editor of the REPL: from keys to lines, without ever waiting.
 *
 * The editor is driven by somebody else's event loop, so that the keyboard and a scheduler can be waited for
 * in one place. The owner begins a line, polls the input descriptor together with all else it waits for, and
 * calls editor_read_ready() when there is something to read. Each call answers at once with an event:
 *
 *     EditorEvent event = editor_begin(editor, ">>> ", "... ");
 *     while (event == EDITOR_NEED_MORE) {
 *         ... poll; run what is due; then, if the descriptor is readable:
 *         event = editor_read_ready(editor);
 *     }
 *     if (event == EDITOR_LINE) ... editor_line(editor, &length) ...
 *
 * Idle (before editor_begin, and after any event but EDITOR_NEED_MORE), the terminal is in the mode it was
 * found in ("cooked"), so that Ctrl-C makes a signal and a running script can read lines. The owner must not
 * call editor_read_ready(), but may call editor_begin() again. While it is editing (from editor_begin until
 * such an event), the terminal is raw and Ctrl-C arrives as a key, which is answered with EDITOR_INTERRUPT.
 *
 * Several lines can arrive at once: a paste, an entry of several lines recalled from the history, or typing
 * ahead. No byte is lost: the first line is the event, and each further editor_begin() answers the next one
 * at once, with the terminal left alone. Lines entered as one text (a *block*) are counted by
 * editor_lines_waiting() and can be looked at with editor_peek_line(). A paste that ends with a newline, at
 * the end of the text, is entered at once; any other paste becomes part of the text being edited.
 *
 * While a line is being edited others may print, in one of two ways: between editor_hide() and editor_show(),
 * or with editor_print_above(). The line makes room and comes back below what was printed.
 *
 * Where there is no terminal, or TERM is "dumb", the editor is *plain*: it reads lines as they come, writes
 * prompts and no control codes, changes no modes, and signals are signals. The owner decides whether there
 * are prompts: an empty prompt writes nothing.
 *
 * Keys: arrows, Home, End, Delete, Backspace and Ctrl-A E B F P N D H; words: Alt-B Alt-F Ctrl-arrows
 * Alt-arrows; kills: Ctrl-W Ctrl-U Ctrl-K Alt-D Alt-Backspace, brought back by Ctrl-Y and Alt-Y; Ctrl-T,
 * Ctrl-L, Ctrl-R and Ctrl-S (search), Alt-< and Alt-> (ends of the history), Tab, Alt-Enter (a new line
 * inside the text), Ctrl-C, Ctrl-Z, Ctrl-D.
 *
 * The owner flushes its own buffered output before it calls anything here that may draw.
 */
#ifndef BIDE_CLI_LINE_EDITOR_H
#define BIDE_CLI_LINE_EDITOR_H

#include <stdbool.h>
#include <stddef.h>

#include "cli/history.h"
#include "cli/line_completion.h"

typedef struct Editor Editor;

typedef enum {
    EDITOR_NEED_MORE,    /* nothing to report: go on polling */
    EDITOR_LINE,         /* a line is ready: editor_line() */
    EDITOR_INTERRUPT,    /* Ctrl-C: what was typed is dropped ("^C" is shown, the cursor is on a new row) */
    EDITOR_END_OF_INPUT, /* Ctrl-D on an empty line, or the input has ended */
} EditorEvent;

typedef enum {
    EDITOR_STYLE_AUTO,  /* rich if input and output are terminals and TERM is one that can */
    EDITOR_STYLE_PLAIN, /* lines as they come, no control codes */
    EDITOR_STYLE_RICH,
} EditorStyle;

/* Receives what the editor writes. */
typedef void (*EditorSink)(void *data, const char *bytes, size_t length);

typedef struct {
    int input;  /* the descriptor that editor_read_ready() reads; -1 if the owner feeds the editor instead */
    int output; /* the descriptor written to; -1 with a sink */
    EditorSink sink; /* if not NULL, takes all output */
    void *sink_data;
    EditorStyle style;
    int columns, rows;   /* the terminal's size; 0: ask the terminal (80 by 24 if it does not know) */
    History *history;    /* may be NULL; stays the owner's, who adds to it only while the editor is idle */
    Completer completer; /* may be NULL: then Tab does nothing but indent */
    void *completer_data;
} EditorOptions;

/* Makes an editor; nothing is written and no mode changed before editor_begin(). Never NULL. */
Editor *editor_new(const EditorOptions *options);

/* Frees the editor; if a line is being edited the terminal is given back, on a new row. */
void editor_free(Editor *editor);

/* False if the editor is plain. */
bool editor_is_rich(const Editor *editor);

/* Begins a line: enters raw mode and shows `prompt`. `continuation` is shown before the second and further
 * lines of a text that has several. Both are copied; they contain no control codes. What has arrived already
 * is looked at, so the answer can be any event (EDITOR_LINE at once while lines are waiting). */
EditorEvent editor_begin(Editor *editor, const char *prompt, const char *continuation);

/* Reads what the input descriptor holds, without waiting if it is readable, and acts on it. */
EditorEvent editor_read_ready(Editor *editor);

/* Acts on bytes that the owner has read itself. While idle they are only kept for the next editor_begin().
 * Bytes that follow the one that made the event are kept as well. */
EditorEvent editor_feed(Editor *editor, const char *bytes, size_t length);

/* The input has ended. A last line without a newline, if plain, is still an EDITOR_LINE; then
 * EDITOR_END_OF_INPUT. */
EditorEvent editor_feed_end(Editor *editor);

/* The line of the last EDITOR_LINE event, without its newline, NUL-terminated (it may contain NULs; `length`
 * may be NULL). Valid until the next editor_begin(). It is any bytes: invalid UTF-8 is handed on as it came.
 */
const char *editor_line(const Editor *editor, size_t *length);

/* How many more lines of the block that editor_line() is from will come without a key being pressed. */
size_t editor_lines_waiting(const Editor *editor);

/* The line that will come next (so that a REPL can see whether an indented block goes on after a blank line):
 * the next of them, or else one that has been typed ahead, as by pasting into a terminal that does not mark
 * pastes, as far as it has come. NULL: nothing has come. Not NUL-terminated; valid until the next
 * editor_begin(). */
const char *editor_peek_line(Editor *editor, size_t *length);

/* Forgets the lines that are waiting and all input that was read but not acted upon: after an error in, or
 * Ctrl-C during, the first lines of a pasted script. */
void editor_drop_waiting(Editor *editor);

/* Ctrl-C arrived as a signal while a line was being edited (always so when plain; when rich, see
 * editor_signals): shows "^C" (if rich), drops the text and answers EDITOR_INTERRUPT; the editor is idle. */
EditorEvent editor_interrupt(Editor *editor);

/* While a line is being edited and scripts run meanwhile: with `on`, Ctrl-C makes a signal, so that a task
 * that never gives way can be stopped; without, it is a key again. Input stays raw. Cheap when nothing
 * changes. */
void editor_signals(Editor *editor, bool on);

/* Makes room for others' output: takes the line off the screen and puts the cursor where output left off.
 * Nothing happens while idle or hidden. Keys that come while hidden act, unseen. */
void editor_hide(Editor *editor);

/* Shows the line again, below what was printed. */
void editor_show(Editor *editor);

/* Tells the editor what others have written to the terminal, while hidden or idle, so that it knows whether
 * the cursor is at the start of a row. An unfinished row gets the prompt below it, and later output goes on
 * behind it. Without this call the editor takes it that all output ends with a newline. */
void editor_note_output(Editor *editor, const char *bytes, size_t length);

/* Hides the line, writes `bytes` through the editor's output, notes them and shows the line. When idle,
 * writes. */
void editor_print_above(Editor *editor, const char *bytes, size_t length);

/* The terminal may have changed its size: asks for it, and redraws if it has. */
void editor_resize(Editor *editor);

/* The same with a size that the owner knows. */
void editor_resize_to(Editor *editor, int columns, int rows);

#endif
