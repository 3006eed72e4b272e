#include "vm/source_text.h"

#include <stdlib.h>
#include <string.h>

#include "vm/memory.h"

static char *copy(const char *chars, size_t length) {
    char *made = memory_new(length + 1, 1);
    memcpy(made, chars, length);
    made[length] = '\0';
    return made;
}

SourceText *source_text_new(const char *file_name, const char *text, size_t length) {
    SourceText *source = memory_new(1, sizeof(SourceText));
    *source = (SourceText){.references = 1, .length = length};
    source->file_name = copy(file_name, strlen(file_name));
    source->text = copy(text, length);
    /* A line begins at the start and behind every newline but one that ends the text. */
    const char *at = text, *end = text + length;
    int capacity = 0;
    while (at < end) {
        if (source->line_count == capacity) {
            capacity = capacity ? 2 * capacity : (int)(length / 32) + 8;
            source->line_starts = memory_resize(source->line_starts, (size_t)capacity, sizeof(size_t));
        }
        source->line_starts[source->line_count++] = (size_t)(at - text);
        at = memchr(at, '\n', (size_t)(end - at));
        at = at ? at + 1 : end;
    }
    return source;
}

SourceText *source_text_retain(SourceText *source) {
    source->references++;
    return source;
}

void source_text_release(SourceText *source) {
    if (--source->references > 0)
        return;
    free(source->file_name);
    free(source->text);
    free(source->line_starts);
    free(source);
}

const char *source_text_line(const SourceText *source, int line, size_t *length) {
    if (line < 1 || line > source->line_count)
        return NULL;
    const char *start = source->text + source->line_starts[line - 1];
    const char *end = memchr(start, '\n', (size_t)(source->text + source->length - start));
    *length = end ? (size_t)(end - start) : (size_t)(source->text + source->length - start);
    return start;
}
