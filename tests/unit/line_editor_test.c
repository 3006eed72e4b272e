/* The line editor against a model of a terminal: keys go in, and what a person would see is compared. */
#include <criterion/criterion.h>
#include <poll.h>
#include <pty.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/key_decoder.h"
#include "cli/line_editor.h"
#include "lexer/char_width.h"
#include "tests/unit/screen_model.h"

/* ---- an editor on it ---- */

typedef struct {
    Screen screen;
    Editor *editor;
    History *history;
    EditorEvent event;
} Session;

static void offer_words(void *data, const char *text, size_t length, size_t cursor,
                        LineCompletion *completion) {
    (void)data;
    (void)length;
    static const char *const WORDS[] = {"print", "prinz", "property", "größe", "größer", "import"};
    size_t start = cursor;
    while (start > 0 && text[start - 1] != ' ' && text[start - 1] != '(')
        start--;
    completion->start = start;
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (strncmp(WORDS[i], text + start, cursor - start) == 0)
            completion_add(completion, WORDS[i], strlen(WORDS[i]));
}

static Session *session_of_size(int columns, int rows) {
    Session *session = calloc(1, sizeof *session);
    session->screen.columns = columns;
    session->screen.rows = rows;
    session->history = history_open(NULL, 100);
    EditorOptions options = {
        .input = -1,
        .output = -1,
        .sink = screen_write,
        .sink_data = &session->screen,
        .style = EDITOR_STYLE_RICH,
        .columns = columns,
        .rows = rows,
        .history = session->history,
        .completer = offer_words,
    };
    session->editor = editor_new(&options);
    session->event = editor_begin(session->editor, ">>> ", "... ");
    return session;
}

static Session *new_session(void) {
    return session_of_size(40, 10);
}

static void end_session(Session *session) {
    editor_free(session->editor);
    history_close(session->history);
    free(session);
}

static void again(Session *session) {
    session->event = editor_begin(session->editor, ">>> ", "... ");
}

static void type(Session *session, const char *keys) {
    session->event = editor_feed(session->editor, keys, strlen(keys));
}

static void check_screen(Session *session, const char *expected, int line) {
    char *shown = screen_text(&session->screen);
    cr_assert_str_eq(shown, expected, "line %d: the screen shows\n%s\ninstead of\n%s", line, shown, expected);
    free(shown);
}

#define SHOWS(session, expected) check_screen(session, expected, __LINE__)
#define CURSOR(session, at_row, at_column)                 \
    do {                                                   \
        cr_assert_eq((session)->screen.row, at_row);       \
        cr_assert_eq((session)->screen.column, at_column); \
        cr_assert_not((session)->screen.wrap_due);         \
    } while (0)
#define LINE_IS(session, expected)                                        \
    do {                                                                  \
        cr_assert_eq((session)->event, EDITOR_LINE);                      \
        cr_assert_str_eq(editor_line((session)->editor, NULL), expected); \
    } while (0)

#define UP          "\x1b[A"
#define DOWN        "\x1b[B"
#define RIGHT       "\x1b[C"
#define LEFT        "\x1b[D"
#define PASTE(text) "\x1b[200~" text "\x1b[201~"

/* ---- typing and moving ---- */

Test(line_editor, a_line_is_typed_and_entered) {
    Session *session = new_session();
    cr_assert_eq(session->event, EDITOR_NEED_MORE);
    SHOWS(session, ">>>");
    CURSOR(session, 0, 4);
    cr_assert(session->screen.paste_marks);
    type(session, "print(1)");
    cr_assert_eq(session->event, EDITOR_NEED_MORE);
    SHOWS(session, ">>> print(1)");
    CURSOR(session, 0, 12);
    type(session, "\r");
    LINE_IS(session, "print(1)");
    CURSOR(session, 1, 0);
    cr_assert_not(session->screen.paste_marks);
    cr_assert_eq(editor_lines_waiting(session->editor), 0);
    end_session(session);
}

Test(line_editor, a_character_at_the_end_is_only_echoed) {
    Session *session = new_session();
    type(session, "abc");
    size_t before = session->screen.bytes;
    type(session, "d");
    cr_assert_eq(session->screen.bytes - before, 1);
    end_session(session);
}

Test(line_editor, the_cursor_moves_by_every_known_sequence) {
    static const struct {
        const char *keys;
        int column;
    } CASES[] = {
        {"\x1b[D", 15},
        {"\x1bOD", 15},
        {"\x02", 15},
        {"\x1b[H", 4},
        {"\x1bOH", 4},
        {"\x1b[1~", 4},
        {"\x1b[7~", 4},
        {"\x01", 4},
        {"\x01\x1b[F", 16},
        {"\x01\x1bOF", 16},
        {"\x01\x1b[4~", 16},
        {"\x01\x1b[8~", 16},
        {"\x01\x05", 16},
        {"\x01\x06", 5},
        {"\x01\x1b[C", 5},
        {"\x1b"
         "b",
         12},
        {"\x1b[1;5D", 12},
        {"\x1b[1;3D", 12},
        {"\x1bOd", 12},
        {"\x1b\x1b[D", 12},
        {"\x01\x1b"
         "f",
         7},
        {"\x01\x1b[1;5C", 7},
        {"\x01\x1b[1;3C", 7},
        {"\x01\x1bOc", 7},
        {"\x01\x1b\x1bOC", 7},
        {"\x1b[1;2D", 15},
        {"\x1b[5~", 16},
        {"\x1b[[A", 16},
        {"\x1b[200D", 15},
        {"\x1bz", 16},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        Session *session = new_session();
        type(session, "foo(bar_1) b");
        for (const char *key = CASES[i].keys; *key; key++) /* one byte at a time, as over a slow line */
            editor_feed(session->editor, key, 1);
        cr_assert_eq(session->screen.column, CASES[i].column + (CASES[i].column == 12 ? 3 : 0),
                     "case %zu: column %d", i, session->screen.column);
        SHOWS(session, ">>> foo(bar_1) b");
        end_session(session);
    }
}

Test(line_editor, text_is_inserted_and_deleted_in_the_middle) {
    Session *session = new_session();
    type(session, "abef" LEFT LEFT "cd");
    SHOWS(session, ">>> abcdef");
    CURSOR(session, 0, 8);
    type(session, "\x7f");
    SHOWS(session, ">>> abcef");
    type(session, "\x1b[3~");
    SHOWS(session, ">>> abcf");
    type(session, "\x04");
    SHOWS(session, ">>> abc");
    CURSOR(session, 0, 7);
    type(session, "\x01\x7f\x08");
    SHOWS(session, ">>> abc");
    type(session, "\x14");
    SHOWS(session, ">>> abc");
    type(session, "\x05\x14");
    SHOWS(session, ">>> acb");
    type(session, "\r");
    LINE_IS(session, "acb");
    end_session(session);
}

Test(line_editor, killed_text_comes_back) {
    Session *session = new_session();
    type(session, "one two(three) four");
    type(session, "\x17");
    SHOWS(session, ">>> one two(three)");
    type(session, "\x17");
    SHOWS(session, ">>> one");
    type(session, "\x19");
    SHOWS(session, ">>> one two(three) four");
    type(session, "\x1b\x7f");
    SHOWS(session, ">>> one two(three)");
    type(session, "\x01\x0b");
    SHOWS(session, ">>>");
    type(session, "\x0b\x19\x19");
    SHOWS(session, ">>> one two(three) one two(three)");
    type(session, "\x1by");
    SHOWS(session, ">>> one two(three) four");
    type(session, "\x1by\x1by");
    SHOWS(session, ">>> one two(three) one two(three)");
    type(session, "\x01\x1b"
                  "d\x1b"
                  "d");
    SHOWS(session, ">>> (three) one two(three)");
    type(session, "\x15\x05\x15\x15\x19");
    SHOWS(session, ">>> (three) one two(three)");
    type(session, "\x1b[3;5~");
    end_session(session);
}

/* ---- more than one row ---- */

Test(line_editor, a_long_line_wraps) {
    Session *session = session_of_size(10, 6);
    type(session, "abcdef");
    SHOWS(session, ">>> abcdef");
    CURSOR(session, 1, 0);
    type(session, "ghijklmnopqrstu");
    SHOWS(session, ">>> abcdef\nghijklmnop\nqrstu");
    CURSOR(session, 2, 5);
    type(session, "\x01");
    CURSOR(session, 0, 4);
    type(session, "X");
    SHOWS(session, ">>> Xabcde\nfghijklmno\npqrstu");
    CURSOR(session, 0, 5);
    type(session, "\x05");
    CURSOR(session, 2, 6);
    type(session, "\x7f\x7f\x7f\x7f\x7f");
    SHOWS(session, ">>> Xabcde\nfghijklmno\np");
    type(session, "\x7f");
    SHOWS(session, ">>> Xabcde\nfghijklmno");
    CURSOR(session, 2, 0);
    type(session, "\x7f");
    SHOWS(session, ">>> Xabcde\nfghijklmn");
    type(session, "o\r");
    LINE_IS(session, "Xabcdefghijklmno");
    CURSOR(session, 2, 0);
    end_session(session);
}

Test(line_editor, a_line_typed_at_the_bottom_scrolls_the_screen) {
    Session *session = session_of_size(10, 3);
    type(session, "1\r");
    again(session);
    type(session, "2\r");
    again(session);
    type(session, "abcdefghi");
    SHOWS(session, ">>> 2\n>>> abcdef\nghi");
    CURSOR(session, 2, 3);
    type(session, "\x15");
    SHOWS(session, ">>> 2\n>>>");
    CURSOR(session, 1, 4);
    end_session(session);
}

Test(line_editor, a_line_higher_than_the_terminal_shows_a_window) {
    Session *session = session_of_size(10, 3);
    type(session, "aaaaaabbbbbbbbbbccccccccccddddddddddeee");
    SHOWS(session, "cccccccccc\ndddddddddd\neee");
    CURSOR(session, 2, 3);
    type(session, "\x01");
    SHOWS(session, ">>> aaaaaa\nbbbbbbbbbb\ncccccccccc");
    CURSOR(session, 0, 4);
    type(session, "\r");
    LINE_IS(session, "aaaaaabbbbbbbbbbccccccccccddddddddddeee");
    SHOWS(session, "dddddddddd\neee");
    cr_assert(strstr(session->screen.scrolled, ">>> aaaaaa\nbbbbbbbbbb\ncccccccccc\n"));
    end_session(session);
}

Test(line_editor, wide_and_combining_characters_are_one_step) {
    Session *session = session_of_size(12, 6);
    type(session, "漢字e\u0301x");
    SHOWS(session, ">>> 漢字e\u0301x");
    CURSOR(session, 0, 10);
    type(session, LEFT LEFT);
    CURSOR(session, 0, 8);
    type(session, LEFT);
    CURSOR(session, 0, 6);
    type(session, "\x1b[3~");
    SHOWS(session, ">>> 漢e\u0301x");
    type(session, RIGHT "\x7f");
    SHOWS(session, ">>> 漢x");
    type(session, "\x05字字漢");
    SHOWS(session, ">>> 漢x字字\n漢"); /* it does not fit into the last column */
    CURSOR(session, 1, 2);
    type(session, LEFT);
    CURSOR(session, 1, 0);
    type(session, "\r");
    LINE_IS(session, "漢x字字漢");
    end_session(session);
}

Test(line_editor, joined_emoji_keep_the_rest_in_place) {
    Session *session = new_session();
    type(session, "a👨‍👩‍👧b" LEFT);
    CURSOR(session, 0, 7);
    type(session, LEFT);
    CURSOR(session, 0, 5);
    type(session, LEFT);
    CURSOR(session, 0, 4);
    type(session, RIGHT "\x1b[3~");
    SHOWS(session, ">>> ab");
    type(session, "🇩🇪🇫🇷👍🏽❤️\x7f\x7f\x7f");
    SHOWS(session, ">>> a🇩🇪b");
    type(session, "\r");
    LINE_IS(session, "a🇩🇪b");
    end_session(session);
}

Test(line_editor, what_a_terminal_draws_too_wide_is_cut) {
    Session *session = new_session();
    type(session, "👨‍👩‍👧");
    SHOWS(session, ">>> 👨‍");
    CURSOR(session, 0, 6);
    type(session, "x");
    SHOWS(session, ">>> 👨‍x");
    end_session(session);
}

Test(line_editor, control_and_invalid_bytes_are_shown_but_harmless) {
    Session *session = new_session();
    type(session, PASTE("a\x1b[2Jb\tc\x01") "\xff\xc3(\xe2\x82z");
    SHOWS(session, ">>> a^[[2Jb    c^A\uFFFD\uFFFD(\uFFFD\uFFFDz");
    type(session, LEFT LEFT LEFT "\x7f");
    SHOWS(session, ">>> a^[[2Jb    c^A\uFFFD\uFFFD\uFFFD\uFFFDz");
    type(session, "\r");
    LINE_IS(session, "a\x1b[2Jb\tc\x01\xff\xc3\xe2\x82z");
    again(session);
    type(session, "\u0301x");
    SHOWS(session, ">>> a^[[2Jb    c^A\uFFFD\uFFFD\uFFFD\uFFFDz\n>>> \u25CC\u0301x");
    end_session(session);
}

Test(line_editor, a_character_may_arrive_in_pieces) {
    Session *session = new_session();
    type(session, "\xe6");
    SHOWS(session, ">>>");
    type(session, "\xbc");
    type(session, "\xa2\xf0\x9f");
    SHOWS(session, ">>> 漢");
    type(session, "\x91\x8d");
    SHOWS(session, ">>> 漢👍");
    end_session(session);
}

/* ---- several lines at once ---- */

Test(line_editor, lines_that_arrive_together_come_one_at_a_time) {
    Session *session = new_session();
    type(session, "first\rsecond\nthird\r\nfour");
    LINE_IS(session, "first");
    SHOWS(session, ">>> first");
    again(session);
    LINE_IS(session, "second");
    again(session);
    LINE_IS(session, "third");
    again(session);
    cr_assert_eq(session->event, EDITOR_NEED_MORE);
    SHOWS(session, ">>> first\n>>> second\n>>> third\n>>> four");
    type(session, "th\r");
    LINE_IS(session, "fourth");
    end_session(session);
}

Test(line_editor, a_paste_that_ends_with_a_newline_is_entered_as_a_block) {
    Session *session = new_session();
    type(session, PASTE("def f():\r\n    return 1\r\rf()\n") "next");
    LINE_IS(session, "def f():");
    SHOWS(session, ">>> def f():\n...     return 1\n...\n... f()");
    CURSOR(session, 4, 0);
    cr_assert_eq(editor_lines_waiting(session->editor), 3);
    size_t length;
    cr_assert_str_eq(editor_peek_line(session->editor, &length), "    return 1");
    cr_assert_eq(length, 12);
    again(session);
    LINE_IS(session, "    return 1");
    cr_assert_not(session->screen.paste_marks);
    again(session);
    LINE_IS(session, "");
    cr_assert_str_eq(editor_peek_line(session->editor, NULL), "f()");
    again(session);
    LINE_IS(session, "f()");
    cr_assert_eq(editor_lines_waiting(session->editor), 0);
    cr_assert_eq(strncmp(editor_peek_line(session->editor, &length), "next", 4), 0);
    cr_assert_eq(length, 4);
    again(session);
    cr_assert_eq(session->event, EDITOR_NEED_MORE);
    cr_assert_null(editor_peek_line(session->editor, NULL));
    SHOWS(session, ">>> def f():\n...     return 1\n...\n... f()\n>>> next");
    end_session(session);
}

Test(line_editor, any_other_paste_is_edited) {
    Session *session = new_session();
    type(session, "\x1b[20");
    type(session, "0~for i in x:\n    ");
    type(session, "print(i)\x1b[2");
    SHOWS(session, ">>>");
    type(session, "01~");
    cr_assert_eq(session->event, EDITOR_NEED_MORE);
    SHOWS(session, ">>> for i in x:\n...     print(i)");
    CURSOR(session, 1, 16);
    type(session, UP);
    CURSOR(session, 0, 15);
    type(session, "\x01while 1: #" DOWN "\x01"
                  "  ");
    SHOWS(session, ">>> while 1: #for i in x:\n...       print(i)");
    CURSOR(session, 1, 6);
    type(session, "\x1b\r");
    SHOWS(session, ">>> while 1: #for i in x:\n...\n...     print(i)");
    type(session, UP "\x0b\x0b");
    SHOWS(session, ">>> while 1: #for i in x:\n...     print(i)");
    type(session, "\r");
    LINE_IS(session, "while 1: #for i in x:");
    again(session);
    LINE_IS(session, "    print(i)");
    end_session(session);
}

Test(line_editor, waiting_lines_can_be_dropped) {
    Session *session = new_session();
    type(session, PASTE("a\nb\nc\n") "d\r");
    LINE_IS(session, "a");
    editor_drop_waiting(session->editor);
    cr_assert_eq(editor_lines_waiting(session->editor), 0);
    again(session);
    cr_assert_eq(session->event, EDITOR_NEED_MORE);
    end_session(session);
}

Test(line_editor, an_unfinished_paste_can_be_interrupted) {
    Session *session = new_session();
    type(session, "x\x1b[200~abc\n\x03y");
    cr_assert_eq(session->event, EDITOR_INTERRUPT);
    SHOWS(session, ">>> x^C");
    again(session);
    SHOWS(session, ">>> x^C\n>>> y");
    end_session(session);
}

Test(line_editor, a_paste_of_a_megabyte_is_taken_whole) {
    Session *session = session_of_size(80, 24);
    type(session, "\x1b[200~");
    static char chunk[4096];
    memset(chunk, 'x', sizeof chunk);
    chunk[99] = '\n';
    for (int i = 0; i < 256; i++)
        editor_feed(session->editor, chunk, sizeof chunk);
    type(session, "\n\x1b[201~");
    cr_assert_eq(session->event, EDITOR_LINE);
    cr_assert_eq(editor_lines_waiting(session->editor), 256);
    while (editor_lines_waiting(session->editor) > 0)
        again(session);
    size_t length;
    editor_line(session->editor, &length);
    cr_assert_eq(length, 4096 - 100);
    end_session(session);
}

Test(line_editor, a_hundred_thousand_typed_ahead_lines_are_taken_one_by_one) {
    Session *session = session_of_size(80, 24);
    size_t size = 400000;
    char *keys = malloc(size);
    for (size_t i = 0; i < size; i += 4)
        memcpy(keys + i, "a=1\r", 4);
    session->event = editor_feed(session->editor, keys, size);
    size_t lines = 0;
    for (; session->event == EDITOR_LINE; lines++)
        again(session);
    cr_assert_eq(lines, 100000);
    free(keys);
    end_session(session);
}

/* ---- ends ---- */

Test(line_editor, interrupt_and_end_of_input) {
    Session *session = new_session();
    type(session, "abc" LEFT "\x03");
    cr_assert_eq(session->event, EDITOR_INTERRUPT);
    SHOWS(session, ">>> abc^C");
    CURSOR(session, 1, 0);
    again(session);
    type(session, "x\x04");
    cr_assert_eq(session->event, EDITOR_NEED_MORE);
    type(session, "\x7f\x04");
    cr_assert_eq(session->event, EDITOR_END_OF_INPUT);
    SHOWS(session, ">>> abc^C\n>>>");
    CURSOR(session, 2, 0);
    again(session);
    type(session, "lost");
    cr_assert_eq(editor_interrupt(session->editor), EDITOR_INTERRUPT);
    SHOWS(session, ">>> abc^C\n>>>\n>>> lost^C");
    again(session);
    cr_assert_eq(editor_feed_end(session->editor), EDITOR_END_OF_INPUT);
    end_session(session);
}

/* ---- history ---- */

static void remember(Session *session, const char *entry) {
    history_add(session->history, entry, strlen(entry));
}

Test(line_editor, the_history_is_walked_and_the_new_line_kept) {
    Session *session = new_session();
    type(session, "\x03");
    remember(session, "one");
    remember(session, "def f():\n    return 2");
    remember(session, "three");
    session->screen.row = 0;
    again(session);
    type(session, "draft" UP);
    SHOWS(session, ">>> three");
    type(session, UP);
    SHOWS(session, ">>> def f():\n...     return 2");
    CURSOR(session, 1, 16);
    type(session, "\x10"); /* first through the lines of the entry */
    CURSOR(session, 0, 12);
    type(session, UP);
    SHOWS(session, ">>> one");
    type(session, UP UP);
    SHOWS(session, ">>> one");
    type(session, DOWN DOWN);
    SHOWS(session, ">>> three");
    type(session, "\x0e");
    SHOWS(session, ">>> draft");
    CURSOR(session, 0, 9);
    type(session, DOWN "\x1b<");
    SHOWS(session, ">>> one");
    type(session, "\x1b>");
    SHOWS(session, ">>> draft");
    type(session, UP UP "\r");
    LINE_IS(session, "def f():");
    again(session);
    LINE_IS(session, "    return 2");
    end_session(session);
}

Test(line_editor, the_history_is_searched) {
    Session *session = session_of_size(60, 10);
    type(session, "\r");
    remember(session, "import asyncio");
    remember(session, "print(1)");
    remember(session, "import time");
    remember(session, "print(2)");
    session->screen.row = 0;
    again(session);
    type(session, "draft\x12");
    SHOWS(session, "(reverse-search)'': draft");
    type(session, "im");
    SHOWS(session, "(reverse-search)'im': import time");
    CURSOR(session, 0, 22);
    type(session, "\x12");
    SHOWS(session, "(reverse-search)'im': import asyncio");
    type(session, "\x12");
    SHOWS(session, "(failed reverse-search)'im': import asyncio");
    type(session, "\x13");
    SHOWS(session, "(reverse-search)'im': import time");
    type(session, "x");
    SHOWS(session, "(failed reverse-search)'imx': import time");
    type(session, "\x7f\x7f\x7f"
                  "pr");
    SHOWS(session, "(reverse-search)'pr': print(2)");
    type(session, "\x07");
    SHOWS(session, ">>> draft");
    type(session, "\x12(1"
                  "\x05"
                  "+1");
    SHOWS(session, ">>> print(1)+1");
    type(session, DOWN);
    SHOWS(session, ">>> import time");
    type(session, "\x12"
                  "asy\r");
    LINE_IS(session, "import asyncio");
    SHOWS(session, ">>> import asyncio");
    again(session);
    type(session, "keep\x12pri\x03");
    cr_assert_eq(session->event, EDITOR_INTERRUPT);
    SHOWS(session, ">>> import asyncio\n>>> keep^C");
    end_session(session);
}

Test(line_editor, a_search_finds_the_entry_that_is_being_edited) {
    Session *session = new_session();
    type(session, "\r");
    remember(session, "a long entry");
    again(session);
    type(session, UP "\x15"
                     "x"
                     "\x12"
                     "try" RIGHT "!");
    SHOWS(session, ">>>\n>>> a long ent!ry");
    end_session(session);
}

/* ---- completion ---- */

Test(line_editor, tab_completes_lists_and_indents) {
    Session *session = session_of_size(30, 10);
    type(session, "\t");
    CURSOR(session, 0, 8);
    type(session, "imp\t");
    SHOWS(session, ">>>     import");
    type(session, "\x15p\t");
    SHOWS(session, ">>> pr");
    CURSOR(session, 0, 6);
    type(session, "\t");
    SHOWS(session, ">>> pr\nprint     property\nprinz\n>>> pr");
    CURSOR(session, 3, 6);
    type(session, "in\t\t");
    SHOWS(session, ">>> pr\nprint     property\nprinz\n>>> prin\nprint  prinz\n>>> prin");
    type(session, "t(gr\t");
    SHOWS(session, ">>> pr\nprint     property\nprinz\n>>> prin\nprint  prinz\n>>> print(größe");
    type(session, "zzz\t\t");
    SHOWS(session, ">>> pr\nprint     property\nprinz\n>>> prin\nprint  prinz\n>>> print(größezzz");
    type(session, "\r");
    LINE_IS(session, "print(größezzz");
    end_session(session);
}

Test(line_editor, a_long_list_of_candidates_is_cut) {
    Session *session = session_of_size(16, 4);
    LineCompletion completion = {0};
    for (int i = 0; i < 100; i++) {
        char word[16];
        int length = snprintf(word, sizeof word, "ä%02d", i);
        completion_add(&completion, word, (size_t)length);
    }
    cr_assert_eq(completion_common_length(&completion), 2);
    ByteString list = {0};
    completion_list(&completion, 16, 3, &list);
    cr_assert_str_eq(list.data, "ä00  ä02  ä04\r\nä01  ä03  ä05\r\n... and 94 more\r\n");
    byte_string_free(&list);
    completion_free(&completion);
    end_session(session);
}

/* ---- others on the same screen ---- */

Test(line_editor, output_appears_above_the_line) {
    Session *session = session_of_size(20, 8);
    type(session, "print(" LEFT);
    editor_print_above(session->editor, "tick\r\n", 6);
    SHOWS(session, "tick\n>>> print(");
    CURSOR(session, 1, 9);
    editor_hide(session->editor);
    SHOWS(session, "tick");
    CURSOR(session, 1, 0);
    screen_write(&session->screen, "tock\r\n", 6);
    type(session, "X"); /* keys act while the line is hidden */
    SHOWS(session, "tick\ntock");
    editor_show(session->editor);
    SHOWS(session, "tick\ntock\n>>> printX(");
    editor_show(session->editor);
    type(session, "\r");
    LINE_IS(session, "printX(");
    SHOWS(session, "tick\ntock\n>>> printX(");
    end_session(session);
}

Test(line_editor, an_unfinished_row_of_output_is_continued) {
    Session *session = session_of_size(20, 8);
    type(session, "abc");
    editor_print_above(session->editor, "one", 3);
    SHOWS(session, "one\n>>> abc");
    editor_print_above(session->editor, " ", 1);
    editor_print_above(session->editor, "two", 3);
    SHOWS(session, "one two\n>>> abc");
    CURSOR(session, 1, 7);
    editor_print_above(session->editor, "\r\nthree\r\n", 9);
    SHOWS(session, "one two\nthree\n>>> abc");
    editor_print_above(session->editor, "12345678901234567890", 20);
    SHOWS(session, "one two\nthree\n12345678901234567890\n>>> abc");
    editor_print_above(session->editor, "x", 1);
    SHOWS(session, "one two\nthree\n12345678901234567890\nx\n>>> abc");
    type(session, "\r");
    end_session(session);
}

Test(line_editor, the_prompt_begins_below_an_unfinished_row) {
    Session *session = session_of_size(20, 8);
    type(session, "\r");
    screen_write(&session->screen, "no newline", 10);
    editor_note_output(session->editor, "no newline", 10);
    again(session);
    SHOWS(session, ">>>\nno newline\n>>>");
    editor_print_above(session->editor, "!\r\n", 3);
    SHOWS(session, ">>>\nno newline!\n>>>");
    end_session(session);
}

Test(line_editor, a_line_of_several_rows_is_hidden_whole) {
    Session *session = session_of_size(10, 5);
    type(session, "abcdefghijklmnopqr"
                  "\x01");
    editor_print_above(session->editor, "1\r\n2\r\n3\r\n", 9);
    SHOWS(session, "2\n3\n>>> abcdef\nghijklmnop\nqr");
    CURSOR(session, 2, 4);
    cr_assert_str_eq(session->screen.scrolled, "1\n");
    end_session(session);
}

Test(line_editor, a_line_ends_unseen_while_hidden) {
    Session *session = new_session();
    editor_hide(session->editor);
    type(session, "abc\r");
    LINE_IS(session, "abc");
    SHOWS(session, ">>> abc");
    again(session);
    SHOWS(session, ">>> abc\n>>>");
    end_session(session);
}

Test(line_editor, a_resized_terminal_is_redrawn) {
    Session *session = session_of_size(20, 8);
    type(session, "abcdefghijklmn");
    /* The terminal breaks the row anew when it gets narrower. */
    session->screen.columns = 10;
    memset(session->screen.cells, 0, sizeof session->screen.cells);
    session->screen.row = 0;
    session->screen.column = 0;
    screen_write(&session->screen, ">>> abcdefghijklmn", 18);
    editor_resize_to(session->editor, 10, 8);
    SHOWS(session, ">>> abcdef\nghijklmn");
    CURSOR(session, 1, 8);
    type(session, "opq");
    SHOWS(session, ">>> abcdef\nghijklmnop\nq");
    type(session, "\x0c");
    SHOWS(session, ">>> abcdef\nghijklmnop\nq");
    CURSOR(session, 2, 1);
    end_session(session);
}

/* ---- without a terminal ---- */

typedef struct {
    char text[4096];
    size_t length;
} Collected;

static void collect(void *data, const char *bytes, size_t length) {
    Collected *collected = data;
    memcpy(collected->text + collected->length, bytes, length);
    collected->length += length;
    collected->text[collected->length] = '\0';
}

Test(line_editor, plain_input_is_read_by_lines_without_any_code) {
    Collected out = {0};
    Session session = {0};
    EditorOptions options = {
        .input = -1, .output = -1, .sink = collect, .sink_data = &out, .style = EDITOR_STYLE_PLAIN};
    session.editor = editor_new(&options);
    cr_assert_not(editor_is_rich(session.editor));
    again(&session);
    cr_assert_str_eq(out.text, ">>> ");
    type(&session, "on");
    cr_assert_eq(session.event, EDITOR_NEED_MORE);
    type(&session, "e\x1b[A\r\ntwo\nthr");
    LINE_IS(&session, "one\x1b[A");
    cr_assert_eq(editor_lines_waiting(session.editor), 0);
    session.event = editor_begin(session.editor, "", "");
    LINE_IS(&session, "two");
    again(&session);
    cr_assert_eq(session.event, EDITOR_NEED_MORE);
    editor_print_above(session.editor, "note\n", 5);
    session.event = editor_feed_end(session.editor);
    LINE_IS(&session, "thr");
    again(&session);
    cr_assert_eq(session.event, EDITOR_END_OF_INPUT);
    cr_assert_str_eq(out.text, ">>> >>> \nnote\n>>> >>> \n");
    editor_free(session.editor);
}

Test(line_editor, a_pipe_is_plain) {
    int pipes[2];
    cr_assert_eq(pipe(pipes), 0);
    cr_assert_eq(write(pipes[1], "a\nb", 3), 3);
    close(pipes[1]);
    EditorOptions options = {.input = pipes[0], .output = STDOUT_FILENO};
    Session session = {.editor = editor_new(&options)};
    cr_assert_not(editor_is_rich(session.editor));
    cr_assert_eq(editor_begin(session.editor, "", ""), EDITOR_NEED_MORE);
    session.event = editor_read_ready(session.editor);
    LINE_IS(&session, "a");
    cr_assert_eq(editor_begin(session.editor, "", ""), EDITOR_NEED_MORE);
    session.event = editor_read_ready(session.editor);
    LINE_IS(&session, "b");
    cr_assert_eq(editor_begin(session.editor, "", ""), EDITOR_END_OF_INPUT);
    editor_free(session.editor);
    close(pipes[0]);
}

/* ---- on a real pseudo-terminal ---- */

static EditorEvent read_until_event(Editor *editor, int input) {
    EditorEvent event = EDITOR_NEED_MORE;
    for (int tries = 0; event == EDITOR_NEED_MORE && tries < 100; tries++) {
        struct pollfd ready = {.fd = input, .events = POLLIN};
        if (poll(&ready, 1, 2000) > 0)
            event = editor_read_ready(editor);
    }
    return event;
}

static tcflag_t local_modes(int terminal) {
    struct termios modes;
    tcgetattr(terminal, &modes);
    return modes.c_lflag & (ICANON | ECHO | ISIG);
}

Test(line_editor, raw_mode_lasts_as_long_as_the_line) {
    int master, slave;
    struct winsize size = {.ws_col = 30, .ws_row = 5};
    cr_assert_eq(openpty(&master, &slave, NULL, NULL, &size), 0);
    setenv("TERM", "xterm", 1);
    EditorOptions options = {.input = slave, .output = slave};
    Session session = {.editor = editor_new(&options)};
    cr_assert(editor_is_rich(session.editor));
    cr_assert_eq(local_modes(slave), ICANON | ECHO | ISIG);
    cr_assert_eq(editor_begin(session.editor, ">>> ", "... "), EDITOR_NEED_MORE);
    cr_assert_eq(local_modes(slave), 0);
    editor_signals(session.editor, true);
    cr_assert_eq(local_modes(slave), ISIG);
    editor_signals(session.editor, false);
    cr_assert_eq(write(master, "1+1\rrest\x03", 9), 9);
    session.event = read_until_event(session.editor, slave);
    LINE_IS(&session, "1+1");
    cr_assert_eq(local_modes(slave), ICANON | ECHO | ISIG);
    cr_assert_eq(editor_begin(session.editor, ">>> ", "... "), EDITOR_INTERRUPT);
    cr_assert_eq(local_modes(slave), ICANON | ECHO | ISIG);
    cr_assert_eq(editor_begin(session.editor, ">>> ", "... "), EDITOR_NEED_MORE);
    char drawn[4096] = "";
    size_t length = 0;
    struct pollfd ready = {.fd = master, .events = POLLIN};
    while (!strstr(drawn, ">>> rest^C") && poll(&ready, 1, 5000) > 0)
        length += (size_t)read(master, drawn + length, sizeof drawn - 1 - length);
    cr_assert(strstr(drawn, ">>> 1+1"));
    cr_assert(strstr(drawn, ">>> rest^C"));
    editor_free(session.editor);
    cr_assert_eq(local_modes(slave), ICANON | ECHO | ISIG);

    setenv("TERM", "dumb", 1);
    Editor *dumb = editor_new(&options);
    cr_assert_not(editor_is_rich(dumb));
    editor_free(dumb);
    close(master);
    close(slave);
}

/* ---- anything ---- */

/* Pieces that do something, so that random input gets deep into the editor. */
static const char *const PIECES[] = {
    "a",
    "xyz",
    " ",
    "\t",
    "\r",
    "\n",
    "\x7f",
    "\x01",
    "\x02",
    "\x05",
    "\x06",
    "\x0b",
    "\x0c",
    "\x12",
    "\x13",
    "\x14",
    "\x15",
    "\x17",
    "\x19",
    "\x1b",
    "\x1b[",
    UP,
    DOWN,
    LEFT,
    RIGHT,
    "\x1b[200~",
    "\x1b[201~",
    "\x1b[1;5D",
    "\x1b"
    "b",
    "\x1b"
    "d",
    "\x1by",
    "\x1b\r",
    "\x1b<",
    "漢",
    "e\u0301",
    "\u0301",
    "\xff",
    "\xe2\x82",
    "pr\t\t",
    "\x03",
    "\x04",
    "long long long long long long text",
    /* Disputed widths: */ "👨‍👩‍👧",
    "🇩🇪",
    "❤️",
};
enum { PIECE_COUNT = sizeof PIECES / sizeof *PIECES, UNDISPUTED_COUNT = PIECE_COUNT - 3 };

Test(line_editor, any_input_on_any_terminal_is_survived) {
    uint32_t random = 12345;
    for (int round = 0; round < 60; round++) {
        Session *session = session_of_size(round % 3 ? 1 + round % 7 * 6 : 20, 1 + round % 5 * 2);
        if (session->screen.columns < 2)
            session->screen.columns = 2; /* a terminal of one column cannot show a wide character at all */
        remember(session, "def f():\n    return '漢字'");
        remember(session, "print(f())");
        for (int step = 0; step < 400; step++) {
            random = random * 1664525 + 1013904223;
            uint32_t choice = random >> 16;
            if (session->event != EDITOR_NEED_MORE)
                again(session);
            if (choice % 23 == 0) {
                char bytes[8];
                for (size_t i = 0; i < sizeof bytes; i++)
                    bytes[i] = (char)(random >> (i * 3));
                session->event = editor_feed(session->editor, bytes, sizeof bytes);
            } else if (choice % 29 == 0) {
                editor_print_above(session->editor, "out\r\nput", choice % 2 ? 5 : 8);
            } else if (choice % 31 == 0) {
                int columns = 2 + (int)(choice >> 6) % 30;
                session->screen.columns = columns;
                session->screen.column = 0;
                session->screen.wrap_due = false;
                editor_resize_to(session->editor, columns, session->screen.rows);
            } else {
                type(session, PIECES[choice / 64 % PIECE_COUNT]);
            }
            if (session->event == EDITOR_LINE)
                remember(session, editor_line(session->editor, NULL));
        }
        end_session(session);
    }
}

Test(line_editor, drawing_differences_shows_what_drawing_afresh_shows) {
    uint32_t random = 4711;
    for (int round = 0; round < 40; round++) {
        Session *session = session_of_size(8 + round, 2 + round % 4 * 3);
        remember(session, "def f():\n    return '漢字'");
        remember(session, "print(f())");
        for (int step = 0; step < 150; step++) {
            if (session->event != EDITOR_NEED_MORE)
                again(session);
            random = random * 1664525 + 1013904223;
            type(session, PIECES[(random >> 16) % UNDISPUTED_COUNT]);
            char *shown = screen_text(&session->screen);
            int row = session->screen.row, column = session->screen.column;
            editor_hide(session->editor);
            editor_show(session->editor);
            SHOWS(session, shown);
            CURSOR(session, row, column);
            free(shown);
        }
        end_session(session);
    }
}

/* ---- the pieces ---- */

Test(char_width, columns_and_clusters) {
    cr_assert_eq(char_width('a'), 1);
    cr_assert_eq(char_width(0xE9), 1);
    cr_assert_eq(char_width(0x301), 0);
    cr_assert_eq(char_width(0x200D), 0);
    cr_assert_eq(char_width(0x6F22), 2);
    cr_assert_eq(char_width(0xFF21), 2);
    cr_assert_eq(char_width(0x1F600), 2);
    cr_assert_eq(char_width(0xAC00), 2);
    cr_assert_eq(char_width(0x20AC), 1);
    cr_assert_eq(text_columns("añ漢👨‍👩‍👧", strlen("añ漢👨‍👩‍👧")), 6);
    uint32_t code_point;
    cr_assert_eq(char_decode("\xc0\x80", 2, &code_point), 1);
    cr_assert_eq(code_point, CHAR_INVALID);
    cr_assert_eq(char_decode("\xed\xa0\x80", 3, &code_point), 1);
    cr_assert_eq(char_decode("\xf0\x9f\x98\x80", 4, &code_point), 4);
    cr_assert_eq(code_point, 0x1F600);
    const char *text = "e\u0301\u0302x";
    cr_assert_eq(cluster_at(text, strlen(text), 0).length, 5);
    cr_assert_eq(cluster_before(text, strlen(text), 5), 0);
    cr_assert_eq(cluster_before(text, strlen(text), 6), 5);
}

Test(key_decoder, incomplete_keys_wait_and_broken_ones_are_passed) {
    Key key;
    cr_assert_eq(key_decode("", 0, &key), 0);
    cr_assert_eq(key_decode("\x1b", 1, &key), 0);
    cr_assert_eq(key_decode("\x1b[1;", 4, &key), 0);
    cr_assert_eq(key_decode("\x1b[1;\x03", 5, &key), 4);
    cr_assert_eq(key, KEY_IGNORED);
    cr_assert_eq(key_decode("\x1b\x03", 2, &key), 1);
    cr_assert_eq(key, KEY_IGNORED);
    cr_assert_eq(key_decode("ab\xc3", 3, &key), 2);
    cr_assert_eq(key, KEY_TEXT);
    cr_assert_eq(key_decode("\xc3", 1, &key), 0);
    cr_assert_eq(key_decode("\xc3\x41", 2, &key), 2);
    cr_assert_eq(key_decode("\x1bOM", 3, &key), 3);
    cr_assert_eq(key, KEY_ENTER);
}
