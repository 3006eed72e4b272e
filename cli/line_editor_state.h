/* The inside of the line editor, shared by line_editor.c (life, modes, input, output) and line_keys.c (what
 * keys do). */
#ifndef BIDE_CLI_LINE_EDITOR_STATE_H
#define BIDE_CLI_LINE_EDITOR_STATE_H

#include "cli/byte_string.h"
#include "cli/history_search.h"
#include "cli/key_decoder.h"
#include "cli/line_buffer.h"
#include "cli/line_editor.h"
#include "cli/line_render.h"
#include "cli/output_column.h"
#include "cli/terminal_mode.h"

/* Lines that were entered as one text and are handed out one at a time. Newlines turn into NULs as their turn
 * comes. */
typedef struct {
    ByteString text;
    const char *line; /* the line handed out last */
    size_t line_length;
    size_t next, next_end; /* the line after it, if `waiting` is not 0 */
    size_t waiting;
} LineBlock;

struct Editor {
    EditorOptions options;
    bool rich;
    bool editing;
    bool hidden;
    bool ended; /* the input has */
    TerminalMode terminal;
    LineRender render;
    OutputColumn others; /* what others printed before the region */
    bool parked;         /* their last row is unfinished, and the region begins below it */

    ByteString pending; /* input read and not acted upon, from pending_at on */
    size_t pending_at;
    size_t pending_scanned; /* plain: no newline before this offset */
    bool pasting;           /* inside a bracketed paste, of which `paste` is what has come so far */
    ByteString paste;

    ByteString prompt, continuation;
    LineBuffer buffer;
    Key last_key;
    bool killing; /* the last keys have killed text: the next kill adds to theirs */
    LineBlock block;

    size_t history_at; /* the entry shown, or the history's count: the line being written */
    ByteString unsent; /* that line, while an entry is shown */
    HistorySearch search;
    ByteString search_prompt;
};

/* Acts on one key; `text` is what it inserts, for KEY_TEXT. */
EditorEvent line_keys_apply(Editor *editor, Key key, const char *text, size_t length);

/* Acts on a pasted text. */
EditorEvent line_keys_paste(Editor *editor, const char *text, size_t length);

/* What should be on the screen. Valid until the next key. */
LineView editor_view(Editor *editor);

/* For line_keys.c: */
EditorEvent editor_enter(Editor *editor);
EditorEvent editor_stop(Editor *editor, const char *suffix, EditorEvent event);
void editor_suspend(Editor *editor);

#endif
