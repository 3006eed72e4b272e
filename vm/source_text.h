/* The text of a script, shared by all code compiled from it: what tracebacks and listings quote. Reference
 * counted, as codes and the REPL hold it. */
#ifndef BIDE_VM_SOURCE_TEXT_H
#define BIDE_VM_SOURCE_TEXT_H

#include <stddef.h>

typedef struct SourceText {
    int references;
    char *file_name; /* as shown: "countdown.py", "<stdin>" */
    char *text;      /* UTF-8, lines ended by \n */
    size_t length;
    size_t *line_starts;
    int line_count;
} SourceText;

/* Copies both. The caller owns one reference. */
SourceText *source_text_new(const char *file_name, const char *text, size_t length);
SourceText *source_text_retain(SourceText *source);
void source_text_release(SourceText *source);
/* Line `line` (1-based) without its newline; *length bytes. NULL when there is no such line. */
const char *source_text_line(const SourceText *source, int line, size_t *length);

#endif
