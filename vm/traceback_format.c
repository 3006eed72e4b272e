#include "vm/traceback.h"

#include <stdlib.h>

#include "lexer/char_width.h"
#include "vm/import.h"
#include "vm/list.h"
#include "vm/memory.h"
#include "vm/source_text.h"
#include "vm/vm.h"

enum {
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

/* Whether anything is to be marked is known by the position: it stands in the line that is quoted. */
static void add_source(StringBuilder *out, const char *margin, const TracebackEntry *entry) {
    const char *text = entry->text;
    size_t length = entry->text_length;
    if (!text)
        return;
    size_t blanks = count_blanks(text, length);
    add_line(out, margin, text, length, blanks);
    const CodePosition *position = &entry->position;
    if (position->line == 0 || position->end_line == 0 || position->line != entry->line)
        return;
    TracebackMarks marks = find_marks(text, length, position);
    int whole = columns(text, length) - (int)blanks;
    if (marks.end - marks.start != whole || marks.left_end >= 0)
        add_marks(out, margin, &marks, (int)blanks);
}

/* --- Entries -------------------------------------------------------------------------------------- */

TracebackEntry traceback_entry(const Traceback *traceback) {
    TracebackEntry entry = traceback_entry_at(traceback->code, traceback->line);
    entry.position = code_position(traceback->code, traceback->instruction);
    return entry;
}

TracebackEntry traceback_entry_at(const Code *code, uint32_t line) {
    TracebackEntry entry = {.file_name = code->file_name, .name = code->name, .line = line};
    entry.text = quoted_line(code, line, &entry.text_length);
    return entry;
}

static void add_entry(Vm *vm, StringBuilder *out, const char *margin, const TracebackEntry *entry) {
    builder_format(vm, out, "%s  File \"%S\", line %d, in %S\n", margin, entry->file_name, (int)entry->line,
                   entry->name);
    add_source(out, margin, entry);
}

void traceback_format_place(Vm *vm, const Code *code, uint32_t line, StringBuilder *out) {
    TracebackEntry entry = traceback_entry_at(code, line);
    add_entry(vm, out, "", &entry);
}

static void end_piece(Vm *vm, List *pieces, StringBuilder *text) {
    list_append(vm, pieces, object_value(string_new(vm, text->chars, text->count)));
    text->count = 0;
}

/* Without the margin, as CPython prints it. */
static void add_repetition(Vm *vm, List *pieces, StringBuilder *text, int count) {
    count -= REPEATED_LIMIT;
    if (count <= 0)
        return;
    builder_format(vm, text, "  [Previous line repeated %d more time%s]\n", count, count > 1 ? "s" : "");
    end_piece(vm, pieces, text);
}

static bool is_repetition(const TracebackEntry *a, const TracebackEntry *b) {
    return a->line == b->line && string_equal(a->file_name, b->file_name) && string_equal(a->name, b->name);
}

List *traceback_format_entries(Vm *vm, const TracebackEntry *entries, size_t count, const char *margin) {
    List *pieces = list_new(vm, (int64_t)count);
    StringBuilder text;
    builder_init(&text);
    int same = 0;
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || !is_repetition(&entries[i - 1], &entries[i])) {
            add_repetition(vm, pieces, &text, same);
            same = 0;
        }
        if (++same <= REPEATED_LIMIT) {
            add_entry(vm, &text, margin, &entries[i]);
            end_piece(vm, pieces, &text);
        }
    }
    add_repetition(vm, pieces, &text, same);
    builder_free(&text);
    return pieces;
}

/* Places in modules of the library that are written in the language are left out, like those in C. */
bool traceback_is_shown(const Code *code) {
    return !is_library_file(code->file_name);
}

static const Traceback *skip_library(Value at) {
    while (at != NONE && !traceback_is_shown(AS(Traceback, at)->code))
        at = AS(Traceback, at)->next;
    return at == NONE ? NULL : AS(Traceback, at);
}

TracebackEntry *traceback_entries(Value traceback, int64_t limit, size_t *count) {
    int64_t all = 0, skipped = 0;
    for (const Traceback *at = skip_library(traceback); at; at = skip_library(at->next))
        all++;
    int64_t wanted = limit < 0 ? -limit : limit;
    if (wanted > all)
        wanted = all;
    if (limit < 0)
        skipped = all - wanted;
    TracebackEntry *entries = memory_new((size_t)wanted + 1, sizeof(TracebackEntry));
    *count = (size_t)wanted;
    int64_t n = 0;
    for (const Traceback *at = skip_library(traceback); at && n < skipped + wanted;
         at = skip_library(at->next), n++)
        if (n >= skipped)
            entries[n - skipped] = traceback_entry(at);
    return entries;
}

List *traceback_format(Vm *vm, Value traceback, int64_t limit, const char *margin) {
    size_t count;
    TracebackEntry *entries = traceback_entries(traceback, limit, &count);
    List *pieces = traceback_format_entries(vm, entries, count, margin);
    free(entries);
    return pieces;
}
