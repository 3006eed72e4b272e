/* What the keys do. */
#include <string.h>

#include "cli/line_editor_state.h"

/* ---- history ---- */

static size_t entries(const Editor *editor) {
    return editor->options.history ? history_count(editor->options.history) : 0;
}

/* Shows entry number `index`, or, for the history's count, the line that was being written. */
static void go_to_entry(Editor *editor, size_t index) {
    LineBuffer *buffer = &editor->buffer;
    if (index > entries(editor))
        return;
    if (editor->history_at == entries(editor)) {
        byte_string_clear(&editor->unsent);
        byte_string_append(&editor->unsent, byte_string_text(&buffer->text), buffer->text.length);
    }
    editor->history_at = index;
    size_t length = editor->unsent.length;
    const char *text = byte_string_text(&editor->unsent);
    if (index < entries(editor))
        text = history_get(editor->options.history, index, &length);
    line_buffer_set(buffer, text, length);
}

/* ---- search ---- */

static void accept_search(Editor *editor) {
    HistorySearch *search = &editor->search;
    if (search->found) {
        go_to_entry(editor, search->entry);
        editor->buffer.cursor = search->offset;
    }
    history_search_end(search);
}

/* Answers whether the key was for the search alone; if not, what the search found is edited and the key acts
 * on it. */
static bool search_key(Editor *editor, Key key, const char *text, size_t length) {
    HistorySearch *search = &editor->search;
    switch (key) {
    case KEY_TEXT: history_search_extend(search, text, length); return true;
    case KEY_BACKSPACE: history_search_shorten(search); return true;
    case KEY_SEARCH_OLDER: history_search_older(search); return true;
    case KEY_SEARCH_NEWER: history_search_newer(search); return true;
    case KEY_CANCEL: history_search_end(search); return true;
    case KEY_INTERRUPT: history_search_end(search); return false;
    case KEY_CLEAR_SCREEN:
    case KEY_SUSPEND: return false; /* the search goes on afterwards */
    case KEY_TAB:
    case KEY_IGNORED: accept_search(editor); return true;
    default: accept_search(editor); return false;
    }
}

/* ---- completion ---- */

static void list_candidates(Editor *editor, const LineCompletion *completion) {
    LineRender *render = &editor->render;
    if (editor->hidden)
        return;
    LineView view = editor_view(editor);
    line_render_draw(render, &view);
    line_render_pass(render);
    completion_list(completion, render->columns, render->rows - 1, &render->output);
}

static void complete(Editor *editor) {
    LineBuffer *buffer = &editor->buffer;
    if (line_buffer_at_indent(buffer)) {
        line_buffer_insert(buffer, "    ", 4);
        return;
    }
    if (!editor->options.completer)
        return;
    LineCompletion completion = {.start = buffer->cursor};
    editor->options.completer(editor->options.completer_data, byte_string_text(&buffer->text),
                              buffer->text.length, buffer->cursor, &completion);
    if (completion.count > 0 && completion.start <= buffer->cursor) {
        size_t common = completion_common_length(&completion);
        if (completion.count == 1 || common > buffer->cursor - completion.start) {
            line_buffer_erase(buffer, completion.start, buffer->cursor);
            line_buffer_insert(buffer, completion.items[0], common);
        } else if (editor->last_key == KEY_TAB) {
            list_candidates(editor, &completion);
        }
    }
    completion_free(&completion);
}

/* ---- keys ---- */

static bool is_kill(Key key) {
    return key == KEY_KILL_TO_END || key == KEY_KILL_TO_START || key == KEY_KILL_WORD_LEFT ||
           key == KEY_KILL_BLANK_LEFT || key == KEY_KILL_WORD_RIGHT;
}

static void kill(Editor *editor, Key key) {
    LineBuffer *buffer = &editor->buffer;
    size_t from = buffer->cursor, to = buffer->cursor;
    switch (key) {
    case KEY_KILL_TO_END:
        to = line_buffer_line_end(buffer);
        if (to == buffer->cursor && to < buffer->text.length)
            to++; /* nothing but the newline is left: take that */
        break;
    case KEY_KILL_TO_START: from = line_buffer_line_start(buffer); break;
    case KEY_KILL_WORD_LEFT: from = line_buffer_word_left(buffer); break;
    case KEY_KILL_BLANK_LEFT: from = line_buffer_blank_left(buffer); break;
    default: to = line_buffer_word_right(buffer); break;
    }
    line_buffer_kill(buffer, from, to, editor->killing);
    editor->killing |= from < to;
}

static EditorEvent edit(Editor *editor, Key key, const char *text, size_t length) {
    LineBuffer *buffer = &editor->buffer;
    switch (key) {
    case KEY_TEXT: line_buffer_insert(buffer, text, length); break;
    case KEY_NEWLINE: line_buffer_insert(buffer, "\n", 1); break;
    case KEY_TAB: complete(editor); break;
    case KEY_ENTER: return editor_enter(editor);

    case KEY_LEFT: buffer->cursor = line_buffer_left(buffer); break;
    case KEY_RIGHT: buffer->cursor = line_buffer_right(buffer); break;
    case KEY_HOME: buffer->cursor = line_buffer_line_start(buffer); break;
    case KEY_END: buffer->cursor = line_buffer_line_end(buffer); break;
    case KEY_WORD_LEFT: buffer->cursor = line_buffer_word_left(buffer); break;
    case KEY_WORD_RIGHT: buffer->cursor = line_buffer_word_right(buffer); break;

    case KEY_UP:
        if (!line_buffer_line_up(buffer) && editor->history_at > 0)
            go_to_entry(editor, editor->history_at - 1);
        break;
    case KEY_DOWN:
        if (!line_buffer_line_down(buffer))
            go_to_entry(editor, editor->history_at + 1);
        break;
    case KEY_HISTORY_FIRST: go_to_entry(editor, 0); break;
    case KEY_HISTORY_LAST: go_to_entry(editor, entries(editor)); break;
    case KEY_SEARCH_OLDER:
    case KEY_SEARCH_NEWER:
        if (editor->options.history)
            history_search_begin(&editor->search, editor->options.history);
        break;

    case KEY_BACKSPACE: line_buffer_erase(buffer, line_buffer_left(buffer), buffer->cursor); break;
    case KEY_DELETE_OR_END:
        if (buffer->text.length == 0)
            return editor_stop(editor, "", EDITOR_END_OF_INPUT);
        line_buffer_erase(buffer, buffer->cursor, line_buffer_right(buffer));
        break;
    case KEY_DELETE: line_buffer_erase(buffer, buffer->cursor, line_buffer_right(buffer)); break;
    case KEY_YANK: line_buffer_yank(buffer); break;
    case KEY_YANK_OLDER:
        if (editor->last_key == KEY_YANK || editor->last_key == KEY_YANK_OLDER)
            line_buffer_yank_older(buffer);
        break;
    case KEY_TRANSPOSE: line_buffer_transpose(buffer); break;

    case KEY_CLEAR_SCREEN:
        if (!editor->hidden)
            line_render_clear_screen(&editor->render);
        editor->parked = false;
        editor->others = (OutputColumn){0};
        break;
    case KEY_INTERRUPT: return editor_stop(editor, "^C", EDITOR_INTERRUPT);
    case KEY_SUSPEND: editor_suspend(editor); break;
    default:
        if (is_kill(key))
            kill(editor, key);
        break;
    }
    return EDITOR_NEED_MORE;
}

EditorEvent line_keys_apply(Editor *editor, Key key, const char *text, size_t length) {
    EditorEvent event = EDITOR_NEED_MORE;
    if (!editor->search.history || !search_key(editor, key, text, length))
        event = edit(editor, key, text, length);
    editor->last_key = key;
    editor->killing &= is_kill(key);
    return event;
}

EditorEvent line_keys_paste(Editor *editor, const char *text, size_t length) {
    LineBuffer *buffer = &editor->buffer;
    if (editor->search.history)
        accept_search(editor);
    editor->last_key = KEY_TEXT;
    editor->killing = false;
    ByteString clean = {0};
    byte_string_reserve(&clean, length);
    for (size_t i = 0; i < length; i++) { /* newlines come as CR, LF or both */
        if (text[i] == '\r')
            clean.data[clean.length++] = '\n';
        else if (text[i] && !(text[i] == '\n' && i > 0 && text[i - 1] == '\r'))
            clean.data[clean.length++] = text[i];
    }
    line_buffer_insert(buffer, clean.data, clean.length);
    bool complete_lines = clean.length > 0 && clean.data[clean.length - 1] == '\n';
    byte_string_free(&clean);
    if (!complete_lines || buffer->cursor < buffer->text.length)
        return EDITOR_NEED_MORE;
    line_buffer_erase(buffer, buffer->text.length - 1, buffer->text.length);
    return editor_enter(editor);
}

LineView editor_view(Editor *editor) {
    LineBuffer *buffer = &editor->buffer;
    HistorySearch *search = &editor->search;
    LineView view = {
        .prompt = byte_string_text(&editor->prompt),
        .continuation = byte_string_text(&editor->continuation),
        .text = byte_string_text(&buffer->text),
        .length = buffer->text.length,
        .cursor = buffer->cursor,
    };
    if (search->history) {
        byte_string_clear(&editor->search_prompt);
        byte_string_append_text(&editor->search_prompt,
                                search->failed ? "(failed reverse-search)'" : "(reverse-search)'");
        byte_string_append_text(&editor->search_prompt, byte_string_text(&search->query));
        byte_string_append_text(&editor->search_prompt, "': ");
        view.prompt = editor->search_prompt.data;
        if (search->found) {
            view.text = history_get(search->history, search->entry, &view.length);
            view.cursor = search->offset;
        }
    }
    return view;
}
