/* A whole exception as it is shown: what caused it, its traceback, its class and message, its notes. */
#include "vm/call.h"
#include "vm/list.h"
#include "vm/traceback.h"
#include "vm/vm.h"

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

static void add_notes(Vm *vm, StringBuilder *out, Value notes) {
    if (notes == NOTHING || notes == NONE)
        return;
    if (!is_list(notes) && !is_tuple(notes)) {
        builder_format(vm, out, "%R\n", notes);
        return;
    }
    List *list = list_from_iterable(vm, notes);
    for (int64_t i = 0; list && i < list->count; i++) {
        Value text = value_str(vm, list->items[i]);
        if (text == NOTHING) {
            vm_clear_exception(vm);
            builder_add_c(out, "<note str() failed>\n");
        } else {
            builder_format(vm, out, "%S\n", AS(String, text));
        }
    }
}

/* --- SyntaxError ---------------------------------------------------------------------------------- */

static bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* The line of the error without its indentation, and a mark under the part that is wrong. Offsets count
 * characters from 1; none is 0. */
static void add_marked_line(StringBuilder *out, const String *text, int64_t offset, int64_t end_offset) {
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
}

/* The place of a SyntaxError; false: it has none, and is shown like any other exception. */
static bool add_place(Vm *vm, StringBuilder *out, const Exception *exception) {
    if (!is_tuple(exception->extra) || AS(Tuple, exception->extra)->count != 6)
        return false;
    const Value *place = AS(Tuple, exception->extra)->items;
    if (!value_is_integer(place[1]))
        return false;
    builder_format(vm, out, "  File \"%s\", line %l\n",
                   is_string(place[0]) ? AS(String, place[0])->chars : "<string>", value_integer(place[1]));
    if (!is_string(place[3]))
        return true;
    const String *text = AS(String, place[3]);
    int64_t offset = value_is_integer(place[2]) ? value_integer(place[2]) : 0;
    int64_t end_offset = value_is_integer(place[5]) ? value_integer(place[5]) : 0;
    if (value_is_integer(place[4]) && value_integer(place[4]) > value_integer(place[1]))
        end_offset = text->byte_count;
    add_marked_line(out, text, offset, end_offset);
    return true;
}

/* --- One exception -------------------------------------------------------------------------------- */

static void add_last_lines(Vm *vm, Value exception, StringBuilder *out, bool suggest) {
    const Exception *e = AS(Exception, exception);
    size_t mark = vm_root_mark(vm);
    vm_root(vm, exception);
    bool placed = is_instance(vm, exception, vm->exceptions.SyntaxError) && add_place(vm, out, e);
    add_class(vm, out, e->head.type);
    if (placed) {
        Value message = e->extra2 != NOTHING ? e->extra2 : e->args->count ? e->args->items[0] : NONE;
        add_message(vm, out, message);
    } else {
        add_message(vm, out, exception);
    }
    String *suggestion = suggest ? suggestion_for(vm, exception) : NULL;
    if (suggestion)
        builder_format(vm, out, ". Did you mean: '%S'?", suggestion);
    builder_add_char(out, '\n');
    add_notes(vm, out, e->notes);
    vm_root_reset(vm, mark);
}

void exception_format_only(Vm *vm, Value exception, StringBuilder *out) {
    add_last_lines(vm, exception, out, false);
}

static void add_one(Vm *vm, Value exception, StringBuilder *out, bool suggest) {
    const Exception *e = AS(Exception, exception);
    if (e->traceback != NONE) {
        builder_add_c(out, "Traceback (most recent call last):\n");
        traceback_format(vm, e->traceback, out);
    }
    add_last_lines(vm, exception, out, suggest);
}

/* --- With what led to it -------------------------------------------------------------------------- */

static bool was_shown(const List *shown, Value exception) {
    for (int64_t i = 0; i < shown->count; i++)
        if (shown->items[i] == exception)
            return true;
    return false;
}

/* The exceptions to show, the last one first, each with the sentence that leads from it to the next. */
static void collect_chain(Vm *vm, Value exception, List *chain, List *sentences) {
    while (exception != NONE && !was_shown(chain, exception)) {
        const Exception *e = AS(Exception, exception);
        list_append(vm, chain, exception);
        bool by_cause = e->cause != NONE && !was_shown(chain, e->cause);
        list_append(vm, sentences, bool_value(by_cause));
        exception = by_cause ? e->cause : e->cause != NONE || e->suppress_context ? NONE : e->context;
    }
}

static void format_chain(Vm *vm, Value exception, StringBuilder *out, bool suggest) {
    List *chain = list_new(vm, 1), *sentences = list_new(vm, 1);
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(chain));
    vm_root(vm, object_value(sentences));
    collect_chain(vm, exception, chain, sentences);
    for (int64_t i = chain->count - 1; i >= 0; i--) {
        add_one(vm, chain->items[i], out, suggest);
        if (i == 0)
            break;
        builder_add_c(out, sentences->items[i - 1] == TRUE_VALUE
                               ? "\nThe above exception was the direct cause of the following exception:\n\n"
                               : "\nDuring handling of the above exception, another exception occurred:\n\n");
    }
    vm_root_reset(vm, mark);
}

void exception_format(Vm *vm, Value exception, StringBuilder *out) {
    format_chain(vm, exception, out, true);
}

void exception_format_plainly(Vm *vm, Value exception, StringBuilder *out) {
    format_chain(vm, exception, out, false);
}
