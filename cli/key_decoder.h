/* From the bytes a terminal sends to the keys a person pressed.
 *
 * The decoder has no state: it looks at the bytes that are waiting and answers the first key, or that it must
 * see more of them. An Escape alone is the start of something, so it waits for the byte that follows; Escape
 * and a letter is Alt and the letter. Sequences it does not know are swallowed whole (KEY_IGNORED).
 */
#ifndef BIDE_CLI_KEY_DECODER_H
#define BIDE_CLI_KEY_DECODER_H

#include <stddef.h>

typedef enum {
    KEY_IGNORED,
    KEY_TEXT, /* a run of characters to insert: all that were waiting */
    KEY_ENTER,
    KEY_NEWLINE, /* Alt-Enter: a new line inside the text */
    KEY_TAB,
    KEY_LEFT,
    KEY_RIGHT,
    KEY_UP,
    KEY_DOWN,
    KEY_HOME,
    KEY_END,
    KEY_WORD_LEFT,
    KEY_WORD_RIGHT,
    KEY_HISTORY_FIRST,
    KEY_HISTORY_LAST,
    KEY_BACKSPACE,
    KEY_DELETE,
    KEY_DELETE_OR_END, /* Ctrl-D */
    KEY_KILL_TO_END,
    KEY_KILL_TO_START,
    KEY_KILL_WORD_LEFT,  /* Alt-Backspace: to where the word began */
    KEY_KILL_BLANK_LEFT, /* Ctrl-W: to the last white space */
    KEY_KILL_WORD_RIGHT,
    KEY_YANK,
    KEY_YANK_OLDER, /* Alt-Y, after a yank */
    KEY_TRANSPOSE,
    KEY_CLEAR_SCREEN,
    KEY_SEARCH_OLDER,
    KEY_SEARCH_NEWER,
    KEY_CANCEL, /* Ctrl-G */
    KEY_INTERRUPT,
    KEY_SUSPEND,
    KEY_PASTE_BEGIN, /* what follows, up to KEY_PASTE_END_SEQUENCE, was pasted */
} Key;

/* What a terminal sends after a paste, when bracketed paste is on. */
#define KEY_PASTE_END_SEQUENCE "\x1b[201~"

/* Decodes the first key in `bytes`. Answers how many bytes it takes, or 0 when the key is not complete yet
 * (always so for `length` 0). For KEY_TEXT the bytes consumed are the text. */
size_t key_decode(const char *bytes, size_t length, Key *key);

#endif
