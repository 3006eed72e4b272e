#include "cli/line_completion.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/line_render.h"

void completion_add(LineCompletion *completion, const char *candidate, size_t length) {
    if (completion->count == completion->capacity) {
        completion->capacity = completion->capacity ? completion->capacity * 2 : 16;
        completion->items = realloc(completion->items, completion->capacity * sizeof *completion->items);
    }
    char *copy = completion->items ? strndup(candidate, length) : NULL;
    if (!copy) {
        fputs("bide: out of memory\n", stderr);
        exit(1);
    }
    completion->items[completion->count++] = copy;
}

size_t completion_common_length(const LineCompletion *completion) {
    const char *first = completion->items[0];
    size_t common = strlen(first);
    for (size_t i = 1; i < completion->count; i++) {
        size_t same = 0;
        while (same < common && completion->items[i][same] == first[same])
            same++;
        common = same;
    }
    while (common > 0 && ((unsigned char)first[common] & 0xC0) == 0x80)
        common--; /* not in the middle of a character */
    return common;
}

void completion_list(const LineCompletion *completion, int columns, int rows, ByteString *out) {
    ByteString cell = {0};
    int widest = 1;
    for (size_t i = 0; i < completion->count; i++) {
        byte_string_clear(&cell);
        int width = line_render_printable(&cell, completion->items[i], strlen(completion->items[i]), INT_MAX);
        if (width > widest)
            widest = width;
    }
    size_t across = (size_t)(columns - 1) / (size_t)(widest + 2);
    if (across == 0)
        across = 1;
    if (rows < 2)
        rows = 2;
    size_t listed = completion->count, down = (listed + across - 1) / across;
    if (down > (size_t)rows) {
        down = (size_t)rows - 1;
        listed = down * across;
    }
    for (size_t row = 0; row < down; row++) {
        for (size_t item = row; item < listed; item += down) {
            const char *text = completion->items[item];
            byte_string_clear(&cell);
            int width = line_render_printable(&cell, text, strlen(text), columns - 1);
            byte_string_append(out, byte_string_text(&cell), cell.length);
            for (; item + down < listed && width < widest + 2; width++)
                byte_string_append(out, " ", 1);
        }
        byte_string_append(out, "\r\n", 2);
    }
    if (listed < completion->count) {
        char rest[64];
        snprintf(rest, sizeof rest, "... and %zu more\r\n", completion->count - listed);
        byte_string_append_text(out, rest);
    }
    byte_string_free(&cell);
}

void completion_free(LineCompletion *completion) {
    for (size_t i = 0; i < completion->count; i++)
        free(completion->items[i]);
    free(completion->items);
    *completion = (LineCompletion){0};
}
