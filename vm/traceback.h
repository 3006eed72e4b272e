/* How exceptions are shown: byte for byte as CPython 3.11 prints them on standard error.
 *
 * An entry of a traceback quotes its source line and marks under it the part that was being run: carets, and
 * within a binary operation or a subscript the operator itself (`~~^~~`), found by parsing that part anew.
 * Nothing is marked when the part is the whole line. */
#ifndef BIDE_VM_TRACEBACK_H
#define BIDE_VM_TRACEBACK_H

#include "vm/exception.h"
#include "vm/string.h"

/* The entries from `traceback` (a Traceback or NONE) on, outermost first, without the headline. `margin` goes
 * before every line. */
void traceback_format(Vm *vm, Value traceback, const char *margin, StringBuilder *out);

/* One such entry, of a frame that need not have raised anything: without marks. */
void traceback_format_place(Vm *vm, const struct Code *code, uint32_t line, StringBuilder *out);

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
