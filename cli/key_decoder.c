#include "cli/key_decoder.h"

#include <stdbool.h>

#include "lexer/char_width.h"

enum { ESCAPE = 0x1B, DELETE = 0x7F, LONGEST_SEQUENCE = 64 };

/* Ctrl-A is 1, Ctrl-Z 26. */
static const Key CONTROL_KEYS[0x20] = {
    [1] = KEY_HOME,
    [2] = KEY_LEFT,
    [3] = KEY_INTERRUPT,
    [4] = KEY_DELETE_OR_END,
    [5] = KEY_END,
    [6] = KEY_RIGHT,
    [7] = KEY_CANCEL,
    [8] = KEY_BACKSPACE,
    [9] = KEY_TAB,
    [10] = KEY_ENTER,
    [11] = KEY_KILL_TO_END,
    [12] = KEY_CLEAR_SCREEN,
    [13] = KEY_ENTER,
    [14] = KEY_DOWN,
    [16] = KEY_UP,
    [18] = KEY_SEARCH_OLDER,
    [19] = KEY_SEARCH_NEWER,
    [20] = KEY_TRANSPOSE,
    [21] = KEY_KILL_TO_START,
    [23] = KEY_KILL_BLANK_LEFT,
    [25] = KEY_YANK,
    [26] = KEY_SUSPEND,
};

/* Keys whose sequence ends in a letter. `modified`: with Ctrl or Alt. */
static Key letter_key(char letter, bool modified) {
    switch (letter) {
    case 'A': return KEY_UP;
    case 'B': return KEY_DOWN;
    case 'C': return modified ? KEY_WORD_RIGHT : KEY_RIGHT;
    case 'D': return modified ? KEY_WORD_LEFT : KEY_LEFT;
    case 'F': return KEY_END;
    case 'H': return KEY_HOME;
    default: return KEY_IGNORED;
    }
}

/* Keys whose sequence is a number and a tilde. */
static Key number_key(int number, bool modified) {
    switch (number) {
    case 1:
    case 7: return KEY_HOME;
    case 3: return modified ? KEY_KILL_WORD_RIGHT : KEY_DELETE;
    case 4:
    case 8: return KEY_END;
    case 200: return KEY_PASTE_BEGIN;
    default: return KEY_IGNORED;
    }
}

/* ESC [ parameters letter. `bytes` begins at the ESC. */
static size_t decode_csi(const char *bytes, size_t length, bool alt, Key *key) {
    int parameters[2] = {0, 0}, index = 0;
    size_t at = 2;
    if (at < length && bytes[at] == '[') { /* the Linux console's function keys: ESC [ [ A */
        *key = KEY_IGNORED;
        return length > 3 ? 4 : 0;
    }
    for (; at < length && at < LONGEST_SEQUENCE; at++) {
        unsigned char byte = (unsigned char)bytes[at];
        if (byte >= '0' && byte <= '9') {
            if (index < 2 && parameters[index] < 1000)
                parameters[index] = parameters[index] * 10 + (byte - '0');
        } else if (byte == ';') {
            index++;
        } else if (byte >= 0x40 && byte < DELETE) {
            /* A modifier is 1 plus a sum: Shift 1, Alt 2, Ctrl 4. */
            bool modified = alt || (parameters[1] > 1 && ((parameters[1] - 1) & 6));
            *key = byte == '~' ? number_key(parameters[0], modified) : letter_key((char)byte, modified);
            return at + 1;
        } else if (byte < 0x20 || byte >= DELETE) {
            *key = KEY_IGNORED; /* cut short: what interrupted it is a key of its own */
            return at;
        }
    }
    *key = KEY_IGNORED;
    return at < LONGEST_SEQUENCE ? 0 : at;
}

/* ESC O letter: keypad and cursor keys in application mode. */
static size_t decode_ss3(const char *bytes, size_t length, bool alt, Key *key) {
    *key = KEY_IGNORED;
    if (length < 3)
        return 0;
    switch (bytes[2]) {
    case 'M': *key = KEY_ENTER; break;
    case 'a':
    case 'b': break;
    case 'c': *key = KEY_WORD_RIGHT; break; /* rxvt: Ctrl and an arrow */
    case 'd': *key = KEY_WORD_LEFT; break;
    default:
        if ((unsigned char)bytes[2] < 0x20 || (unsigned char)bytes[2] >= DELETE)
            return 2;
        *key = letter_key(bytes[2], alt);
    }
    return 3;
}

static Key alt_key(unsigned char byte) {
    switch (byte) {
    case '\r':
    case '\n': return KEY_NEWLINE;
    case 0x08:
    case DELETE: return KEY_KILL_WORD_LEFT;
    case 'b':
    case 'B': return KEY_WORD_LEFT;
    case 'f':
    case 'F': return KEY_WORD_RIGHT;
    case 'd':
    case 'D': return KEY_KILL_WORD_RIGHT;
    case 'y':
    case 'Y': return KEY_YANK_OLDER;
    case '<': return KEY_HISTORY_FIRST;
    case '>': return KEY_HISTORY_LAST;
    default: return KEY_IGNORED;
    }
}

static size_t decode_escape(const char *bytes, size_t length, bool alt, Key *key) {
    *key = KEY_IGNORED;
    if (length < 2)
        return 0;
    unsigned char next = (unsigned char)bytes[1];
    if (next == '[')
        return decode_csi(bytes, length, alt, key);
    if (next == 'O')
        return decode_ss3(bytes, length, alt, key);
    if (next == ESCAPE && !alt) { /* Alt and a key that has a sequence itself, or Escape pressed twice */
        if (length < 3)
            return 0;
        if (bytes[2] != '[' && bytes[2] != 'O')
            return 1;
        size_t used = decode_escape(bytes + 1, length - 1, true, key);
        return used ? used + 1 : 0;
    }
    *key = alt_key(next);
    if (*key == KEY_IGNORED && (next < 0x20 || next >= 0x80))
        return 1; /* the Escape meant nothing, what follows it does */
    return 2;
}

/* How many of the bytes are characters to insert. A character of which only the first bytes are there stays
 * back. */
static size_t text_run(const char *bytes, size_t length) {
    size_t end = 0;
    while (end < length && (unsigned char)bytes[end] >= 0x20 && bytes[end] != DELETE)
        end++;
    if (end < length)
        return end;
    for (size_t back = 1; back <= 3 && back <= end; back++) {
        unsigned char byte = (unsigned char)bytes[end - back];
        if ((byte & 0xC0) != 0x80)
            return char_announced_length(byte) > back ? end - back : end;
    }
    return end;
}

size_t key_decode(const char *bytes, size_t length, Key *key) {
    *key = KEY_IGNORED;
    if (length == 0)
        return 0;
    unsigned char first = (unsigned char)bytes[0];
    if (first == ESCAPE)
        return decode_escape(bytes, length, false, key);
    if (first == DELETE) {
        *key = KEY_BACKSPACE;
        return 1;
    }
    if (first < 0x20) {
        *key = CONTROL_KEYS[first];
        return first == '\r' && length > 1 && bytes[1] == '\n' ? 2 : 1;
    }
    *key = KEY_TEXT;
    return text_run(bytes, length);
}
