#include "stdlib/types/byte_search.h"

#include <string.h>

/* memchr(), which is not worth a call for what is near. */
static inline const char *find_byte(const char *text, size_t count, char byte) {
    enum { NEAR = 16 };
    size_t near = count < NEAR ? count : NEAR;
    for (size_t i = 0; i < near; i++)
        if (text[i] == byte)
            return text + i;
    return near == count ? NULL : memchr(text + near, (unsigned char)byte, count - near);
}

/* Short needles are mostly found, or not there, where their first byte is; memmem is for those that are hard
 * to find. */
const char *bytes_find(const char *text, size_t count, const char *needle, size_t needle_count) {
    if (needle_count == 0 || needle_count > count)
        return needle_count == 0 ? text : NULL;
    if (needle_count == 1)
        return find_byte(text, count, *needle);
    const char *last = text + (count - needle_count);
    for (int misses = 0; misses < 32; misses++) {
        const char *at = memchr(text, (unsigned char)*needle, (size_t)(last - text) + 1);
        if (at == NULL || memcmp(at, needle, needle_count) == 0)
            return at;
        text = at + 1;
        if (text > last)
            return NULL;
    }
    return memmem(text, (size_t)(last - text) + needle_count, needle, needle_count);
}

const char *bytes_find_last(const char *text, size_t count, const char *needle, size_t needle_count) {
    if (needle_count == 0)
        return text + count;
    while (count >= needle_count) {
        const char *at = memrchr(text, (unsigned char)*needle, count - needle_count + 1);
        if (at == NULL)
            return NULL;
        if (memcmp(at, needle, needle_count) == 0)
            return at;
        count = (size_t)(at - text) + needle_count - 1;
    }
    return NULL;
}

int64_t bytes_count(const char *text, size_t count, const char *needle, size_t needle_count) {
    const char *end = text + count;
    int64_t found = 0;
    while ((text = bytes_find(text, (size_t)(end - text), needle, needle_count)) != NULL) {
        found++;
        text += needle_count;
    }
    return found;
}

int64_t bytes_replace(StringBuilder *out, const char *text, size_t count, const char *needle,
                      size_t needle_count, const char *replacement, size_t replacement_count, int64_t limit) {
    const char *end = text + count;
    int64_t replaced = 0;
    while (limit < 0 || replaced < limit) {
        const char *at = bytes_find(text, (size_t)(end - text), needle, needle_count);
        if (at == NULL)
            break;
        builder_add_chars(out, text, (size_t)(at - text));
        builder_add_chars(out, replacement, replacement_count);
        text = at + needle_count;
        replaced++;
    }
    builder_add_chars(out, text, (size_t)(end - text));
    return replaced;
}

void bytes_expand_tabs(StringBuilder *out, const char *text, size_t count, int size, bool is_utf8) {
    int64_t column = 0;
    for (size_t i = 0; i < count; i++) {
        char c = text[i];
        if (c == '\t') {
            for (int64_t spaces = size > 0 ? size - column % size : 0; spaces > 0; spaces--, column++)
                builder_add_char(out, ' ');
            continue;
        }
        if (c == '\n' || c == '\r')
            column = 0;
        else
            column += !is_utf8 || ((unsigned char)c & 0xc0) != 0x80;
        builder_add_char(out, c);
    }
}
