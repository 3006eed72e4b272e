#include "lexer/string_literal.h"
#include "lexer/character_name.h"
#include "lexer/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void byte_buffer_append(ByteBuffer *buffer, const char *bytes, size_t length) {
    if (buffer->length + length > buffer->capacity) {
        size_t capacity = buffer->capacity ? buffer->capacity * 2 : 256;
        while (capacity < buffer->length + length) {
            capacity *= 2;
        }
        buffer->bytes = realloc(buffer->bytes, capacity);
        if (buffer->bytes == NULL) {
            fputs("bide: out of memory\n", stderr);
            exit(1);
        }
        buffer->capacity = capacity;
    }
    if (length > 0) {
        memcpy(buffer->bytes + buffer->length, bytes, length);
    }
    buffer->length += length;
}

void byte_buffer_free(ByteBuffer *buffer) {
    free(buffer->bytes);
    *buffer = (ByteBuffer){0};
}

size_t string_literal_prefix(const char *chars, StringPrefix *prefix, bool *is_triple) {
    *prefix = (StringPrefix){0};
    const char *cursor = chars;
    for (; *cursor != '\'' && *cursor != '"'; cursor++) {
        char letter = *cursor | 32;
        prefix->is_bytes |= letter == 'b';
        prefix->is_raw |= letter == 'r';
        prefix->is_fstring |= letter == 'f';
    }
    *is_triple = cursor[1] == cursor[0] && cursor[2] == cursor[0];
    return (size_t)(cursor - chars) + (*is_triple ? 3 : 1);
}

static int hex_value(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    c |= 32;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* CPython counts positions in a copy of the text in which every character beyond ASCII is written \UXXXXXXXX.
 */
static size_t cpython_position(const char *chars, const char *place) {
    size_t position = 0;
    for (; chars < place; chars++) {
        if ((*chars & 0xc0) != 0x80) {
            position += (*chars & 0x80) ? 10 : 1;
        }
    }
    return position;
}

static bool fail_unicode(StringProblem *problem, const char *chars, const char *escape, const char *end,
                         const char *reason) {
    size_t first = cpython_position(chars, escape), last = cpython_position(chars, end) - 1;
    snprintf(problem->message, sizeof problem->message,
             "(unicode error) 'unicodeescape' codec can't decode bytes in position %zu-%zu: %s", first, last,
             reason);
    return false;
}

static void append_code_point(ByteBuffer *buffer, uint32_t code_point) {
    char bytes[4];
    byte_buffer_append(buffer, bytes, (size_t)utf8_encode(bytes, code_point));
}

/* \ooo: one to three octal digits, from `*cursor` on. */
static uint32_t octal_escape(const char **cursor, const char *end) {
    uint32_t value = 0;
    for (int i = 0; i < 3 && *cursor < end && **cursor >= '0' && **cursor <= '7'; i++) {
        value = value * 8 + (uint32_t)(*(*cursor)++ - '0');
    }
    return value;
}

/* \xhh, \uhhhh, \Uhhhhhhhh; `*cursor` is after the letter. */
static bool hex_escape(ByteBuffer *buffer, const char *chars, const char **cursor, const char *end,
                       StringPrefix prefix, StringProblem *problem) {
    char letter = (*cursor)[-1];
    const char *escape = *cursor - 2;
    int digits = letter == 'x' ? 2 : letter == 'u' ? 4 : 8;
    uint32_t value = 0;
    for (int i = 0; i < digits; i++) {
        int digit = *cursor < end ? hex_value(**cursor) : -1;
        if (digit < 0) {
            if (prefix.is_bytes) {
                snprintf(problem->message, sizeof problem->message,
                         "(value error) invalid \\x escape at position %zu", (size_t)(escape - chars));
                return false;
            }
            return fail_unicode(problem, chars, escape, *cursor,
                                letter == 'x'   ? "truncated \\xXX escape"
                                : letter == 'u' ? "truncated \\uXXXX escape"
                                                : "truncated \\UXXXXXXXX escape");
        }
        value = value << 4 | (uint32_t)digit;
        (*cursor)++;
    }
    if (value > 0x10ffff) {
        return fail_unicode(problem, chars, escape, *cursor, "illegal Unicode character");
    }
    if (prefix.is_bytes) {
        byte_buffer_append(buffer, &(char){(char)value}, 1);
    } else {
        append_code_point(buffer, value);
    }
    return true;
}

/* \N{name}; `*cursor` is after the letter. */
static bool name_escape(ByteBuffer *buffer, const char *chars, const char **cursor, const char *end,
                        StringProblem *problem) {
    const char *escape = *cursor - 2, *name = *cursor + 1;
    const char *close = *cursor < end && **cursor == '{' ? memchr(name, '}', (size_t)(end - name)) : NULL;
    if (close == NULL || close == name) {
        const char *stop = *cursor < end && **cursor == '{' ? (close != NULL ? name : end) : *cursor;
        return fail_unicode(problem, chars, escape, stop, "malformed \\N character escape");
    }
    uint32_t code_point;
    if (!character_by_name(name, (size_t)(close - name), &code_point)) {
        return fail_unicode(problem, chars, escape, close + 1, "unknown Unicode character name");
    }
    append_code_point(buffer, code_point);
    *cursor = close + 1;
    return true;
}

/* The escape whose letter is at `*cursor`. */
static bool decode_escape(ByteBuffer *buffer, const char *chars, const char **cursor, const char *end,
                          StringPrefix prefix, StringProblem *problem) {
    static const char simple[][2] = {{'\\', '\\'}, {'\'', '\''}, {'"', '"'},  {'n', '\n'}, {'t', '\t'},
                                     {'r', '\r'},  {'a', '\a'},  {'b', '\b'}, {'f', '\f'}, {'v', '\v'}};
    char c = *(*cursor)++;
    for (size_t i = 0; i < sizeof simple / sizeof *simple; i++) {
        if (simple[i][0] == c) {
            byte_buffer_append(buffer, &simple[i][1], 1);
            return true;
        }
    }
    if (c == '\n') {
        return true; /* the line goes on */
    }
    if (c >= '0' && c <= '7') {
        (*cursor)--;
        uint32_t value = octal_escape(cursor, end);
        if (prefix.is_bytes) {
            byte_buffer_append(buffer, &(char){(char)value}, 1);
        } else {
            append_code_point(buffer, value);
        }
        return true;
    }
    if (c == 'x' || (!prefix.is_bytes && (c == 'u' || c == 'U'))) {
        return hex_escape(buffer, chars, cursor, end, prefix, problem);
    }
    if (c == 'N' && !prefix.is_bytes) {
        return name_escape(buffer, chars, cursor, end, problem);
    }
    problem->invalid_escape = problem->invalid_escape ? problem->invalid_escape : c;
    byte_buffer_append(buffer, "\\", 1);
    (*cursor)--; /* the character stands for itself */
    return true;
}

bool string_literal_decode(ByteBuffer *buffer, const char *chars, size_t length, StringPrefix prefix,
                           StringProblem *problem) {
    *problem = (StringProblem){0};
    const char *cursor = chars, *end = chars + length;
    if (prefix.is_bytes) {
        for (size_t i = 0; i < length; i++) {
            if (chars[i] & 0x80) {
                snprintf(problem->message, sizeof problem->message,
                         "bytes can only contain ASCII literal characters");
                return false;
            }
        }
    }
    while (cursor < end) {
        const char *plain = cursor;
        while (cursor < end && (prefix.is_raw || *cursor != '\\') &&
               !(prefix.is_fstring && (*cursor == '{' || *cursor == '}'))) {
            cursor++;
        }
        byte_buffer_append(buffer, plain, (size_t)(cursor - plain));
        if (cursor == end) {
            break;
        }
        if (*cursor != '\\') {
            byte_buffer_append(buffer, cursor, 1);
            cursor += cursor + 1 < end && cursor[1] == *cursor ? 2 : 1;
            continue;
        }
        if (++cursor == end) { /* f'\{x}': the text ends with the backslash */
            problem->invalid_escape = '{';
            byte_buffer_append(buffer, "\\", 1);
        } else if (!decode_escape(buffer, chars, &cursor, end, prefix, problem)) {
            return false;
        }
    }
    return true;
}
