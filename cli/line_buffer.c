#include "cli/line_buffer.h"

#include <string.h>

#include "lexer/char_width.h"

void line_buffer_free(LineBuffer *buffer) {
    byte_string_free(&buffer->text);
    for (size_t i = 0; i < KILL_RING_SIZE; i++)
        byte_string_free(&buffer->kills.entries[i]);
}

void line_buffer_clear(LineBuffer *buffer) {
    byte_string_clear(&buffer->text);
    buffer->cursor = 0;
}

void line_buffer_set(LineBuffer *buffer, const char *text, size_t length) {
    byte_string_replace(&buffer->text, 0, buffer->text.length, text, length);
    buffer->cursor = length;
}

void line_buffer_insert(LineBuffer *buffer, const char *text, size_t length) {
    byte_string_replace(&buffer->text, buffer->cursor, buffer->cursor, text, length);
    buffer->cursor += length;
}

void line_buffer_erase(LineBuffer *buffer, size_t from, size_t to) {
    if (from >= to)
        return;
    byte_string_replace(&buffer->text, from, to, "", 0);
    if (buffer->cursor > to)
        buffer->cursor -= to - from;
    else if (buffer->cursor > from)
        buffer->cursor = from;
}

static const char *text_of(const LineBuffer *buffer) {
    return byte_string_text(&buffer->text);
}

size_t line_buffer_left(const LineBuffer *buffer) {
    return cluster_before(text_of(buffer), buffer->text.length, buffer->cursor);
}

size_t line_buffer_right(const LineBuffer *buffer) {
    if (buffer->cursor == buffer->text.length)
        return buffer->cursor;
    return buffer->cursor + cluster_at(text_of(buffer), buffer->text.length, buffer->cursor).length;
}

static bool is_word_byte(char byte) {
    unsigned char c = (unsigned char)byte;
    return c >= 0x80 || c == '_' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
           (c >= 'a' && c <= 'z');
}

static bool is_blank(char byte) {
    return byte == ' ' || byte == '\t' || byte == '\n';
}

size_t line_buffer_word_left(const LineBuffer *buffer) {
    const char *text = text_of(buffer);
    size_t at = buffer->cursor;
    while (at > 0 && !is_word_byte(text[at - 1]))
        at--;
    while (at > 0 && is_word_byte(text[at - 1]))
        at--;
    return at;
}

size_t line_buffer_word_right(const LineBuffer *buffer) {
    const char *text = text_of(buffer);
    size_t at = buffer->cursor;
    while (at < buffer->text.length && !is_word_byte(text[at]))
        at++;
    while (at < buffer->text.length && is_word_byte(text[at]))
        at++;
    return at;
}

size_t line_buffer_blank_left(const LineBuffer *buffer) {
    const char *text = text_of(buffer);
    size_t at = buffer->cursor;
    while (at > 0 && is_blank(text[at - 1]))
        at--;
    while (at > 0 && !is_blank(text[at - 1]))
        at--;
    return at;
}

size_t line_buffer_line_start(const LineBuffer *buffer) {
    if (buffer->cursor == 0)
        return 0;
    const char *text = text_of(buffer);
    const char *newline = memrchr(text, '\n', buffer->cursor);
    return newline ? (size_t)(newline - text) + 1 : 0;
}

size_t line_buffer_line_end(const LineBuffer *buffer) {
    const char *text = text_of(buffer);
    const char *newline = memchr(text + buffer->cursor, '\n', buffer->text.length - buffer->cursor);
    return newline ? (size_t)(newline - text) : buffer->text.length;
}

/* Puts the cursor into the line that begins at `start`, as near to `columns` as its text allows. */
static void place_in_line(LineBuffer *buffer, size_t start, int columns) {
    buffer->cursor = start;
    size_t end = line_buffer_line_end(buffer);
    for (int passed = 0; buffer->cursor < end;) {
        Cluster cluster = cluster_at(text_of(buffer), end, buffer->cursor);
        if (passed + cluster.width > columns)
            break;
        passed += cluster.width;
        buffer->cursor += cluster.length;
    }
}

bool line_buffer_line_up(LineBuffer *buffer) {
    size_t start = line_buffer_line_start(buffer);
    if (start == 0)
        return false;
    int columns = text_columns(text_of(buffer) + start, buffer->cursor - start);
    buffer->cursor = start - 1;
    place_in_line(buffer, line_buffer_line_start(buffer), columns);
    return true;
}

bool line_buffer_line_down(LineBuffer *buffer) {
    size_t start = line_buffer_line_start(buffer), end = line_buffer_line_end(buffer);
    if (end == buffer->text.length)
        return false;
    place_in_line(buffer, end + 1, text_columns(text_of(buffer) + start, buffer->cursor - start));
    return true;
}

bool line_buffer_at_indent(const LineBuffer *buffer) {
    const char *text = text_of(buffer);
    for (size_t at = buffer->cursor; at > 0 && text[at - 1] != '\n'; at--)
        if (!is_blank(text[at - 1]))
            return false;
    return true;
}

void line_buffer_kill(LineBuffer *buffer, size_t from, size_t to, bool chained) {
    if (from >= to)
        return;
    KillRing *kills = &buffer->kills;
    if (!chained) {
        kills->newest = (kills->newest + 1) % KILL_RING_SIZE;
        byte_string_clear(&kills->entries[kills->newest]);
    }
    ByteString *entry = &kills->entries[kills->newest];
    size_t at = from < buffer->cursor ? 0 : entry->length; /* what was on the left goes to the left */
    byte_string_replace(entry, at, at, buffer->text.data + from, to - from);
    line_buffer_erase(buffer, from, to);
}

static void yank_entry(LineBuffer *buffer, size_t index) {
    KillRing *kills = &buffer->kills;
    const ByteString *entry = &kills->entries[index];
    kills->yanked = index;
    kills->yank_length = entry->length;
    line_buffer_insert(buffer, byte_string_text(entry), entry->length);
}

void line_buffer_yank(LineBuffer *buffer) {
    yank_entry(buffer, buffer->kills.newest);
}

void line_buffer_yank_older(LineBuffer *buffer) {
    KillRing *kills = &buffer->kills;
    size_t index = kills->yanked;
    do
        index = (index + KILL_RING_SIZE - 1) % KILL_RING_SIZE;
    while (kills->entries[index].length == 0 && index != kills->yanked);
    line_buffer_erase(buffer, buffer->cursor - kills->yank_length, buffer->cursor);
    yank_entry(buffer, index);
}

void line_buffer_transpose(LineBuffer *buffer) {
    const char *text = text_of(buffer);
    size_t length = buffer->text.length;
    size_t middle = buffer->cursor == length ? line_buffer_left(buffer) : buffer->cursor;
    size_t left = cluster_before(text, length, middle);
    if (left == middle || text[left] == '\n' || text[middle] == '\n')
        return;
    size_t right = middle + cluster_at(text, length, middle).length;
    ByteString swapped = {0};
    byte_string_append(&swapped, text + middle, right - middle);
    byte_string_append(&swapped, text + left, middle - left);
    byte_string_replace(&buffer->text, left, right, swapped.data, swapped.length);
    byte_string_free(&swapped);
    buffer->cursor = right;
}
