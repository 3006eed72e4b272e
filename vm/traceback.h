/* How exceptions are shown: byte for byte as CPython 3.11 prints them on standard error.
 *
 * An entry of a traceback quotes its source line and marks under it the part that was being run: carets, and
 * within a binary operation or a subscript the operator itself (`~~^~~`), found by parsing that part anew.
 * Nothing is marked when the part is the whole line. */
#ifndef BIDE_VM_TRACEBACK_H
#define BIDE_VM_TRACEBACK_H

#include "vm/code.h"
#include "vm/exception.h"
#include "vm/string.h"

/* What is shown of one place: of a traceback, of a running frame, or of nothing that still exists. */
typedef struct TracebackEntry {
    const String *file_name, *name;
    uint32_t line;
    const char *text; /* the whole source line, without its newline; NULL: not known */
    size_t text_length;
    CodePosition position; /* what to mark; line 0: nothing */
} TracebackEntry;

TracebackEntry traceback_entry(const Traceback *traceback);
/* Of a frame that need not have raised anything: without marks. */
TracebackEntry traceback_entry_at(const Code *code, uint32_t line);

/* Is a place in that code shown, as one of the script's own? */
bool traceback_is_shown(const Code *code);

/* The places from `traceback` (a Traceback or NONE) on, outermost first: the first `limit`, or with a
 * negative limit the last -limit. The caller frees them; their texts belong to the code. */
TracebackEntry *traceback_entries(Value traceback, int64_t limit, size_t *count);

/* Their text: a list of strings of whole lines, one an entry, or one for many that are equal. `margin` goes
 * before every line. */
List *traceback_format_entries(Vm *vm, const TracebackEntry *entries, size_t count, const char *margin);

/* The text of the entries of a traceback. */
List *traceback_format(Vm *vm, Value traceback, int64_t limit, const char *margin);

/* The text of one such entry, without marks. */
void traceback_format_place(Vm *vm, const Code *code, uint32_t line, StringBuilder *out);

/* The part of a line that a mark is drawn under; columns are a terminal's. */
typedef struct TracebackMarks {
    int start, end;
    int left_end, right_start; /* -1: one range; else carets stand between them and ~ around */
} TracebackMarks;

/* Finds the operator of a binary operation, or the brackets of a subscript, in `length` bytes of source.
 * *left and *right are the bytes between which carets stand. False: it is neither. */
bool traceback_find_anchors(const char *segment, size_t length, int *left, int *right);

/* "Did you mean": the name most like the one that `exception` says is missing; NULL: none is near. */
String *suggestion_for(Vm *vm, Value exception);

#endif
