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
    int lines = length > 0;
    for (size_t i = 0; i + 1 < length; i++)
        lines += text[i] == '\n';
    source->line_starts = memory_new((size_t)lines, sizeof(size_t));
    for (size_t i = 0; i < length; i++)
        if (i == 0 || text[i - 1] == '\n')
            source->line_starts[source->line_count++] = i;
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
