#include "vm/traceback.h"

#include "lexer/char_width.h"
#include "vm/code.h"
#include "vm/import.h"
#include "vm/source_text.h"
#include "vm/vm.h"

enum {
    ENTRY_LIMIT = 1000, /* more entries than that: the outermost are left out */
    REPEATED_LIMIT = 3, /* so many equal entries in a row are shown, the rest counted */
    SOURCE_INDENT = 4,
};

/* --- The source line ------------------------------------------------------------------------------ */

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\f';
}

/* What `<string>` and `<stdin>` hold is not shown, as no file of that name could be read; what was typed at
 * the prompt is. */
static const char *quoted_line(const Code *code, uint32_t line, size_t *length) {
    if (!code->source || !code->file_name ||
        (code->file_name->chars[0] == '<' && !string_equal_c(code->file_name, "<prompt>")))
        return NULL;
    return source_text_line(code->source, (int)line, length);
}

static size_t count_blanks(const char *text, size_t length) {
    size_t count = 0;
    while (count < length && is_blank(text[count]))
        count++;
    return count;
}

/* The terminal columns of the first `bytes` bytes of text. */
static int columns(const char *text, size_t bytes) {
    int count = 0;
    const char *at = text;
    while (at < text + bytes)
        count += char_width(utf8_decode(&at)) == 2 ? 2 : 1;
    return count;
}

/* --- Marks ---------------------------------------------------------------------------------------- */

static TracebackMarks find_marks(const char *text, size_t length, const CodePosition *position) {
    size_t start = position->column < length ? position->column : length;
    TracebackMarks marks = {columns(text, start), 0, -1, -1};
    if (position->line != position->end_line) {
        while (length > 0 && (is_blank(text[length - 1]) || text[length - 1] == '\n'))
            length--;
        marks.end = columns(text, length);
        return marks;
    }
    size_t end = position->end_column < length ? position->end_column : length;
    marks.end = columns(text, end);
    int left, right;
    if (end > start && traceback_find_anchors(text + start, end - start, &left, &right)) {
        marks.left_end = columns(text, start + (size_t)left);
        marks.right_start = columns(text, start + (size_t)right);
    }
    return marks;
}

static void add_marks(StringBuilder *out, const char *margin, const TracebackMarks *marks, int indent) {
    bool anchored = marks->left_end >= 0;
    builder_add_c(out, margin);
    for (int i = 0; i < SOURCE_INDENT; i++)
        builder_add_char(out, ' ');
    for (int at = indent; at < marks->end; at++) {
        char mark = anchored ? '~' : '^';
        if (at < marks->start)
            mark = ' ';
        else if (anchored && at >= marks->left_end && at < marks->right_start)
            mark = '^';
        builder_add_char(out, mark);
    }
    builder_add_char(out, '\n');
}

static void add_line(StringBuilder *out, const char *margin, const char *text, size_t length, size_t blanks) {
    builder_add_c(out, margin);
    for (int i = 0; i < SOURCE_INDENT; i++)
        builder_add_char(out, ' ');
    builder_add_chars(out, text + blanks, length - blanks);
    builder_add_char(out, '\n');
}

static void add_source(StringBuilder *out, const char *margin, const Traceback *entry) {
    size_t length;
    const char *text = quoted_line(entry->code, entry->line, &length);
    if (!text)
        return;
    size_t blanks = count_blanks(text, length);
    add_line(out, margin, text, length, blanks);
    CodePosition position = code_position(entry->code, entry->instruction);
    if (position.line == 0 || position.end_line == 0 || position.line != entry->line)
        return;
    TracebackMarks marks = find_marks(text, length, &position);
    int whole = columns(text, length) - (int)blanks;
    if (marks.end - marks.start != whole || marks.left_end >= 0)
        add_marks(out, margin, &marks, (int)blanks);
}

/* --- Entries -------------------------------------------------------------------------------------- */

static void add_place(Vm *vm, StringBuilder *out, const char *margin, const Code *code, uint32_t line) {
    builder_format(vm, out, "%s  File \"%S\", line %d, in %S\n", margin, code->file_name, (int)line,
                   code->name);
}

void traceback_format_place(Vm *vm, const Code *code, uint32_t line, StringBuilder *out) {
    add_place(vm, out, "", code, line);
    size_t length;
    const char *text = quoted_line(code, line, &length);
    if (text)
        add_line(out, "", text, length, count_blanks(text, length));
}

static void add_entry(Vm *vm, StringBuilder *out, const char *margin, const Traceback *entry) {
    add_place(vm, out, margin, entry->code, entry->line);
    add_source(out, margin, entry);
}

/* Without the margin, as CPython prints it. */
static void add_repetition(Vm *vm, StringBuilder *out, int count) {
    count -= REPEATED_LIMIT;
    if (count > 0)
        builder_format(vm, out, "  [Previous line repeated %d more time%s]\n", count, count > 1 ? "s" : "");
}

static bool is_repetition(const Traceback *a, const Traceback *b) {
    return a && a->line == b->line && string_equal(a->code->file_name, b->code->file_name) &&
           string_equal(a->code->name, b->code->name);
}

/* Places in modules of the library that are written in the language are left out, like those in C. */
static const Traceback *skip_library(const Traceback *entry) {
    while (entry && is_library_file(entry->code->file_name))
        entry = entry->next == NONE ? NULL : AS(Traceback, entry->next);
    return entry;
}

static const Traceback *next_entry(const Traceback *entry) {
    return entry->next == NONE ? NULL : skip_library(AS(Traceback, entry->next));
}

void traceback_format(Vm *vm, Value traceback, const char *margin, StringBuilder *out) {
    if (traceback == NONE)
        return;
    const Traceback *entry = skip_library(AS(Traceback, traceback)), *last = NULL;
    int total = 0;
    for (const Traceback *at = entry; at; at = next_entry(at))
        total++;
    for (; total > ENTRY_LIMIT; total--)
        entry = next_entry(entry);
    int same = 0;
    for (; entry; last = entry, entry = next_entry(entry)) {
        if (!is_repetition(last, entry)) {
            add_repetition(vm, out, same);
            same = 0;
        }
        if (++same <= REPEATED_LIMIT)
            add_entry(vm, out, margin, entry);
    }
    add_repetition(vm, out, same);
}
