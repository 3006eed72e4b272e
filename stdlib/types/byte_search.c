#include "stdlib/types/byte_search.h"

#include <string.h>

const char *bytes_find(const char *text, size_t count, const char *needle, size_t needle_count) {
    if (needle_count == 1)
        return memchr(text, (unsigned char)*needle, count);
    return memmem(text, count, needle, needle_count);
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
