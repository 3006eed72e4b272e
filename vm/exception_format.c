/* A whole exception as it is shown: what caused it, its traceback, its class and message, its notes, and what
 * a group holds. The text is made in pieces, those that CPython's module traceback hands out. */
#include <stdio.h>
#include <string.h>

#include "vm/call.h"
#include "vm/exception_group.h"
#include "vm/list.h"
#include "vm/traceback.h"
#include "vm/vm.h"

/* --- Reports -------------------------------------------------------------------------------------- */

enum {
    ENTRY_LIMIT = 1000, /* CPython's interpreter leaves out the outermost entries of a longer traceback */
    WIDTH_LIMIT = 15,   /* a group of more shows so many and counts the rest */
    DEPTH_LIMIT = 10,   /* groups further inside are not shown */
};

/* How far a report has come. What stands inside groups is moved to the right by two columns a level, behind a
 * margin `| `. CPython's interpreter writes the margin before some lines only, its module traceback before
 * every one; and the module suggests no names. */
typedef struct Report {
    Vm *vm;
    List *pieces;        /* strings: what is finished */
    StringBuilder piece; /* what is not */
    ExceptionStyle style;
    List *shown; /* exceptions: none is shown twice as a cause or context */
    int depth;   /* 0: outside of groups. A group's own lines count as inside. */
    char margin[2 * (DEPTH_LIMIT + 1) + 3];
} Report;

static void set_depth(Report *report, int depth) {
    report->depth = depth;
    char *at = report->margin;
    memset(at, ' ', (size_t)(2 * depth));
    strcpy(at + 2 * depth, depth > 0 ? "| " : "");
}

/* What the lines to be added begin with. */
static const char *line_margin(const Report *report) {
    return report->style.as_module ? "" : report->margin;
}

/* Every line of the text with the margin before it. */
static void add_lines(StringBuilder *out, const char *margin, const char *chars, size_t count) {
    const char *at = chars, *end = chars + count;
    while (at < end) {
        const char *line_end = memchr(at, '\n', (size_t)(end - at));
        if (!line_end)
            line_end = end;
        builder_add_c(out, margin);
        builder_add_chars(out, at, (size_t)(line_end - at));
        builder_add_char(out, '\n');
        at = line_end + 1;
    }
}

/* A piece is whole as it stands... */
static void end_piece(Report *report) {
    StringBuilder *piece = &report->piece;
    list_append(report->vm, report->pieces, object_value(string_new(report->vm, piece->chars, piece->count)));
    piece->count = 0;
}

/* ...or it is one of lines that line_margin() is for: those of the module get their margins now. */
static void end_lines(Report *report) {
    StringBuilder *piece = &report->piece, lines;
    if (report->style.as_module && report->depth > 0) {
        builder_init(&lines);
        builder_add_chars(&lines, piece->chars, piece->count);
        piece->count = 0;
        add_lines(piece, report->margin, lines.chars, lines.count);
        builder_free(&lines);
    }
    end_piece(report);
}

/* --- The last line -------------------------------------------------------------------------------- */

static void add_class(Vm *vm, StringBuilder *out, const Type *type) {
    if (type->module && !string_equal_c(type->module, "builtins") &&
        !string_equal_c(type->module, "__main__"))
        builder_format(vm, out, "%S.", type->module);
    builder_add_string(out, type->qualname);
}

static void add_message(Vm *vm, StringBuilder *out, Value message) {
    Value text = value_str(vm, message);
    if (text == NOTHING) {
        vm_clear_exception(vm);
        builder_add_c(out, ": <exception str() failed>");
    } else if (AS(String, text)->byte_count > 0) {
        builder_format(vm, out, ": %S", AS(String, text));
    }
}

static void add_notes(Report *report, Value notes) {
    Vm *vm = report->vm;
    StringBuilder *out = &report->piece;
    const char *margin = line_margin(report);
    if (notes == NOTHING || notes == NONE)
        return;
    if (!is_list(notes) && !is_tuple(notes)) {
        builder_format(vm, out, "%s%R\n", margin, notes);
        end_lines(report);
        return;
    }
    List *list = list_from_iterable(vm, notes);
    for (int64_t i = 0; list && i < list->count; i++) {
        Value text = value_str(vm, list->items[i]);
        if (text == NOTHING) {
            vm_clear_exception(vm);
            builder_format(vm, out, "%s<note str() failed>\n", margin);
            end_lines(report);
            continue;
        }
        const char *at = AS(String, text)->chars, *end = at + AS(String, text)->byte_count;
        while (at < end) { /* a piece for every line */
            const char *line_end = memchr(at, '\n', (size_t)(end - at));
            size_t count = (size_t)((line_end ? line_end : end) - at);
            add_lines(out, margin, at, count ? count : 1);
            end_lines(report);
            at += count + 1;
        }
    }
}

/* --- SyntaxError ---------------------------------------------------------------------------------- */

static bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* The line of the error without its indentation, and a mark under the part that is wrong. Offsets count
 * characters from 1; none is 0. */
static void add_marked_line(Report *report, const String *text, int64_t offset, int64_t end_offset) {
    StringBuilder *out = &report->piece;
    const char *start = text->chars;
    size_t length = text->byte_count;
    if (length && start[length - 1] == '\n')
        length--;
    int64_t blanks = 0;
    while (length && is_space(*start))
        start++, length--, blanks++;
    builder_add_c(out, "    ");
    builder_add_chars(out, start, length);
    builder_add_char(out, '\n');
    end_lines(report);
    int64_t at = offset - 1 - blanks;
    if (at < 0)
        return;
    int64_t end = end_offset - 1 - blanks, all = (int64_t)utf8_length(start, length);
    int64_t count = end_offset > 0 && end > at ? end - at : 1;
    if (at > all)
        at = all, count = 1;
    builder_add_c(out, "    ");
    for (int64_t i = 0; i < at; i++)
        builder_add_char(out, ' ');
    for (int64_t i = 0; i < count; i++)
        builder_add_char(out, '^');
    builder_add_char(out, '\n');
    end_lines(report);
}

/* The place of a SyntaxError; false: it has none, and is shown like any other exception. */
static bool add_place(Report *report, const Exception *exception) {
    if (!is_tuple(exception->extra) || AS(Tuple, exception->extra)->count != 6)
        return false;
    const Value *place = AS(Tuple, exception->extra)->items;
    if (!value_is_integer(place[1]))
        return false;
    builder_format(report->vm, &report->piece, "%s  File \"%s\", line %l\n", line_margin(report),
                   is_string(place[0]) ? AS(String, place[0])->chars : "<string>", value_integer(place[1]));
    end_lines(report);
    if (!is_string(place[3]))
        return true;
    const String *text = AS(String, place[3]);
    int64_t offset = value_is_integer(place[2]) ? value_integer(place[2]) : 0;
    int64_t end_offset = value_is_integer(place[5]) ? value_integer(place[5]) : 0;
    if (value_is_integer(place[4]) && value_integer(place[4]) > value_integer(place[1]))
        end_offset = text->byte_count;
    add_marked_line(report, text, offset, end_offset);
    return true;
}

/* --- One exception -------------------------------------------------------------------------------- */

static void add_last_lines(Report *report, Value exception) {
    Vm *vm = report->vm;
    StringBuilder *out = &report->piece;
    const Exception *e = AS(Exception, exception);
    size_t mark = vm_root_mark(vm);
    vm_root(vm, exception);
    bool placed = is_instance(vm, exception, vm->exceptions.SyntaxError) && add_place(report, e);
    builder_add_c(out, line_margin(report));
    add_class(vm, out, e->head.type);
    if (placed) {
        Value message = e->extra2 != NOTHING ? e->extra2 : e->args->count ? e->args->items[0] : NONE;
        add_message(vm, out, message);
    } else {
        add_message(vm, out, exception);
    }
    String *suggestion = report->style.as_module ? NULL : suggestion_for(vm, exception);
    if (suggestion)
        builder_format(vm, out, ". Did you mean: '%S'?", suggestion);
    builder_add_char(out, '\n');
    end_lines(report);
    add_notes(report, e->notes);
    vm_root_reset(vm, mark);
}

static void add_traceback(Report *report, Value exception, const char *headline, const char *margin) {
    const ExceptionStyle *style = &report->style;
    Value traceback = exception == style->subject ? style->traceback : AS(Exception, exception)->traceback;
    if (traceback == NONE || style->entry_limit == 0)
        return;
    builder_format(report->vm, &report->piece, "%s%s (most recent call last):\n", margin, headline);
    end_piece(report);
    List *entries = traceback_format(report->vm, traceback, style->entry_limit, line_margin(report));
    for (int64_t i = 0; i < entries->count; i++) {
        builder_add_string(&report->piece, AS(String, entries->items[i]));
        end_lines(report);
    }
}

/* --- Groups --------------------------------------------------------------------------------------- */

static void add_chain(Report *report, Value exception);

/* The line above member `number` of a group. */
static void add_separator(Report *report, bool is_first, const char *number) {
    for (int i = 0; i < 2 * report->depth - (is_first ? 2 : 0); i++)
        builder_add_char(&report->piece, ' ');
    builder_format(report->vm, &report->piece, "%s+---------------- %s ----------------\n",
                   is_first ? "+-" : "", number);
    end_piece(report);
}

static void add_group_end(Report *report) {
    for (int i = 0; i < 2 * report->depth; i++)
        builder_add_char(&report->piece, ' ');
    builder_add_c(&report->piece, "+------------------------------------\n");
    end_piece(report);
}

static bool is_group(const Report *report, Value exception) {
    return is_exception_group(report->vm, exception);
}

/* What the group holds. A group that is the last member has drawn the closing line for this one, too. */
static void add_members(Report *report, Value group) {
    const Tuple *members = AS(Tuple, AS(Exception, group)->extra2);
    int64_t count = members->count > WIDTH_LIMIT ? WIDTH_LIMIT : members->count;
    set_depth(report, report->depth + 1);
    bool is_closed = false;
    for (int64_t i = 0; i < count; i++) {
        Value member = members->items[i];
        char number[24];
        snprintf(number, sizeof number, "%d", (int)i + 1);
        add_separator(report, i == 0, number);
        add_chain(report, member);
        is_closed = is_group(report, member) && report->depth <= DEPTH_LIMIT;
    }
    if (count < members->count) {
        int64_t more = members->count - count;
        add_separator(report, false, "...");
        builder_format(report->vm, &report->piece, "%sand %l more exception%s\n", report->margin, more,
                       more == 1 ? "" : "s");
        end_piece(report);
        is_closed = false;
    }
    if (!is_closed)
        add_group_end(report);
    set_depth(report, report->depth - 1);
}

static void add_group(Report *report, Value group) {
    bool is_outermost = report->depth == 0;
    if (is_outermost)
        set_depth(report, 1);
    add_traceback(report, group, "Exception Group Traceback", is_outermost ? "  + " : report->margin);
    add_last_lines(report, group);
    add_members(report, group);
    if (is_outermost)
        set_depth(report, 0);
}

static void add_one(Report *report, Value exception) {
    if (!is_group(report, exception)) {
        add_traceback(report, exception, "Traceback", report->margin);
        add_last_lines(report, exception);
    } else if (report->depth > DEPTH_LIMIT) {
        builder_format(report->vm, &report->piece, "%s... (max_group_depth is %d)\n", report->margin,
                       DEPTH_LIMIT);
        end_piece(report);
    } else {
        add_group(report, exception);
    }
}

/* --- With what led to it -------------------------------------------------------------------------- */

static bool was_shown(const List *shown, Value exception) {
    for (int64_t i = 0; i < shown->count; i++)
        if (shown->items[i] == exception)
            return true;
    return false;
}

/* The exceptions to show, the last one first, each with the sentence that leads from it to the next. */
static void collect_chain(Report *report, Value exception, List *chain, List *sentences) {
    Vm *vm = report->vm;
    do {
        const Exception *e = AS(Exception, exception);
        list_append(vm, chain, exception);
        list_append(vm, report->shown, exception);
        bool by_cause = e->cause != NONE && !was_shown(report->shown, e->cause);
        list_append(vm, sentences, bool_value(by_cause));
        exception = by_cause ? e->cause : e->cause != NONE || e->suppress_context ? NONE : e->context;
    } while (exception != NONE && report->style.with_chain && !was_shown(report->shown, exception));
}

static void add_sentence(Report *report, const char *sentence) {
    builder_format(report->vm, &report->piece, "%s\n%s%s\n%s\n", report->margin, report->margin, sentence,
                   report->margin);
    end_piece(report);
}

static void add_chain(Report *report, Value exception) {
    Vm *vm = report->vm;
    List *chain = list_new(vm, 1), *sentences = list_new(vm, 1);
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(chain));
    vm_root(vm, object_value(sentences));
    collect_chain(report, exception, chain, sentences);
    for (int64_t i = chain->count - 1; i >= 0; i--) {
        add_one(report, chain->items[i]);
        if (i > 0)
            add_sentence(report, sentences->items[i - 1] == TRUE_VALUE
                                     ? "The above exception was the direct cause of the following exception:"
                                     : "During handling of the above exception, another exception occurred:");
    }
    vm_root_reset(vm, mark);
}

/* --- Whole reports -------------------------------------------------------------------------------- */

static List *report_pieces(Vm *vm, Value exception, const ExceptionStyle *style,
                           void (*add)(Report *report, Value exception)) {
    Report report = {.vm = vm, .style = *style, .pieces = list_new(vm, 1), .shown = list_new(vm, 1)};
    builder_init(&report.piece);
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(report.pieces));
    vm_root(vm, object_value(report.shown));
    add(&report, exception);
    vm_root_reset(vm, mark);
    builder_free(&report.piece);
    return report.pieces;
}

List *exception_format_pieces(Vm *vm, Value exception, const ExceptionStyle *style) {
    return report_pieces(vm, exception, style, add_chain);
}

List *exception_format_last_pieces(Vm *vm, Value exception) {
    return report_pieces(vm, exception, &(ExceptionStyle){.as_module = true, .subject = NOTHING},
                         add_last_lines);
}

static void add_pieces(StringBuilder *out, const List *pieces) {
    for (int64_t i = 0; i < pieces->count; i++)
        builder_add_string(out, AS(String, pieces->items[i]));
}

void exception_format_only(Vm *vm, Value exception, StringBuilder *out) {
    add_pieces(out, exception_format_last_pieces(vm, exception));
}

void exception_format(Vm *vm, Value exception, StringBuilder *out) {
    ExceptionStyle style = {
        .as_module = false, .with_chain = true, .entry_limit = -ENTRY_LIMIT, .subject = NOTHING};
    add_pieces(out, exception_format_pieces(vm, exception, &style));
}

void exception_format_plainly(Vm *vm, Value exception, StringBuilder *out) {
    ExceptionStyle style = {
        .as_module = true, .with_chain = true, .entry_limit = INT64_MAX, .subject = NOTHING};
    add_pieces(out, exception_format_pieces(vm, exception, &style));
}
