/* Module _traceback: the vm's own report of exceptions and its tracebacks, in the pieces that module
 * traceback hands out. A place is a tuple (file name, line, name, source line, end line, column, end column);
 * what is not known is None, and columns count bytes. */
#include <stdlib.h>

#include "stdlib/modules.h"
#include "vm/memory.h"
#include "vm/traceback.h"

enum { PLACE_FIELDS = 7 };

static bool limit_argument(Vm *vm, Value v, int64_t *limit) {
    enum { MOST = 1 << 30 };
    *limit = MOST;
    if (v == NONE)
        return true;
    if (!value_to_index(vm, v, limit))
        return false;
    *limit = *limit > MOST ? MOST : *limit < -MOST ? -MOST : *limit;
    return true;
}

/* format_exception(value, traceback, limit, chain) */
static Value format_exception(Vm *vm, Value *args, int argc) {
    (void)argc;
    ExceptionStyle style = {.as_module = true, .subject = args[0], .traceback = args[1]};
    int chain = value_truth(vm, args[3]);
    if (chain < 0 || !limit_argument(vm, args[2], &style.entry_limit))
        return NOTHING;
    style.with_chain = chain;
    return object_value(exception_format_pieces(vm, args[0], &style));
}

static Value format_exception_only(Vm *vm, Value *args, int argc) {
    (void)argc;
    return object_value(exception_format_last_pieces(vm, args[0]));
}

/* ---- Places as tuples ---- */

static Value known_number(bool known, size_t number) {
    return known ? small_int((int64_t)number) : NONE;
}

static Value place_tuple(Vm *vm, const TracebackEntry *entry) {
    const CodePosition *position = &entry->position;
    bool in_text = entry->text && position->line > 0;
    Value text = entry->text ? object_value(string_new(vm, entry->text, entry->text_length)) : NONE;
    return object_value(tuple_of(vm, PLACE_FIELDS, object_value(entry->file_name), small_int(entry->line),
                                 object_value(entry->name), text, known_number(in_text, position->end_line),
                                 known_number(in_text, position->column),
                                 known_number(in_text, position->end_column)));
}

/* extract(traceback, limit): its places. */
static Value extract(Vm *vm, Value *args, int argc) {
    (void)argc;
    int64_t limit;
    if (!limit_argument(vm, args[1], &limit))
        return NOTHING;
    if (args[0] != NONE && !is_kind(args[0], KIND_TRACEBACK))
        return vm_raise(vm, vm->exceptions.TypeError, "a traceback or None is wanted, not %T", args[0]);
    size_t count;
    TracebackEntry *entries = traceback_entries(args[0], limit, &count);
    List *places = list_new(vm, (int64_t)count);
    for (size_t i = 0; i < count; i++)
        list_append(vm, places, place_tuple(vm, &entries[i]));
    free(entries);
    return object_value(places);
}

/* place(code, line): that of a frame that runs; None for the library's. */
static Value place(Vm *vm, Value *args, int argc) {
    (void)argc;
    int64_t line;
    if (!is_kind(args[0], KIND_CODE) || !value_to_index(vm, args[1], &line))
        return vm_raise(vm, vm->exceptions.TypeError, "place() takes a code object and a line");
    if (!traceback_is_shown(AS(Code, args[0])))
        return NONE;
    TracebackEntry entry = traceback_entry_at(AS(Code, args[0]), (uint32_t)line);
    return place_tuple(vm, &entry);
}

/* ---- Tuples as text ---- */

static bool read_place(Vm *vm, Value v, TracebackEntry *entry) {
    const Value *fields = is_tuple(v) && AS(Tuple, v)->count == PLACE_FIELDS ? AS(Tuple, v)->items : NULL;
    if (!fields || !is_string(fields[0]) || !value_is_integer(fields[1]) || !is_string(fields[2])) {
        vm_raise(vm, vm->exceptions.TypeError, "an entry of a traceback is a file name, a line and a name");
        return false;
    }
    *entry = (TracebackEntry){.file_name = AS(String, fields[0]),
                              .line = (uint32_t)value_integer(fields[1]),
                              .name = AS(String, fields[2])};
    if (!is_string(fields[3]))
        return true;
    const String *text = AS(String, fields[3]);
    entry->text = text->chars;
    entry->text_length = text->byte_count;
    if (value_is_integer(fields[4]) && value_is_integer(fields[5]) && value_is_integer(fields[6]))
        entry->position = (CodePosition){.line = entry->line,
                                         .end_line = (uint32_t)value_integer(fields[4]),
                                         .column = (uint16_t)value_integer(fields[5]),
                                         .end_column = (uint16_t)value_integer(fields[6])};
    return true;
}

/* format_entries(places): a list of strings. */
static Value format_entries(Vm *vm, Value *args, int argc) {
    (void)argc;
    List *places = list_from_iterable(vm, args[0]);
    if (!places)
        return NOTHING;
    size_t count = (size_t)places->count;
    TracebackEntry *entries = memory_new(count + 1, sizeof *entries);
    Value result = NONE;
    for (size_t i = 0; i < count && result != NOTHING; i++)
        if (!read_place(vm, places->items[i], &entries[i]))
            result = NOTHING;
    if (result != NOTHING)
        result = object_value(traceback_format_entries(vm, entries, count, ""));
    free(entries);
    return result;
}

static const NativeDef functions[] = {
    {"format_exception", format_exception, 4, 4, 0, NULL},
    {"format_exception_only", format_exception_only, 1, 1, 0, NULL},
    {"extract", extract, 2, 2, 0, NULL},
    {"place", place, 2, 2, 0, NULL},
    {"format_entries", format_entries, 1, 1, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

const ModuleDef traceback_text_module = {"_traceback", functions, NULL};
