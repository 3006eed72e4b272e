/* str's methods that take text apart and put it together: split, strip, partition, join. */
#include "stdlib/types/byte_search.h"
#include "stdlib/types/str_methods.h"
#include "stdlib/types/unicode.h"
#include "vm/list.h"

static Value part_of(Vm *vm, const char *start, const char *end) {
    return object_value(string_new(vm, start, (size_t)(end - start)));
}

static void add_part(Vm *vm, List *parts, const char *start, const char *end) {
    list_append(vm, parts, part_of(vm, start, end));
}

static void reverse_items(List *list) {
    for (int64_t i = 0, j = list->count - 1; i < j; i++, j--) {
        Value item = list->items[i];
        list->items[i] = list->items[j];
        list->items[j] = item;
    }
}

static const char *code_point_before(const char *at) {
    do
        at--;
    while (((unsigned char)*at & 0xc0) == 0x80);
    return at;
}

static bool is_space_at(const char *at) {
    if ((unsigned char)*at > ' ' && (unsigned char)*at < 0x80)
        return false;
    if (*at == ' ')
        return true;
    return unicode_is_space(utf8_decode(&at));
}

static const char *code_point_after(const char *at) {
    if ((unsigned char)*at < 0x80)
        return at + 1;
    utf8_decode(&at);
    return at;
}

/* The last part, when there is a limit, keeps the space at its end. */
static void split_space(Vm *vm, List *parts, const char *at, const char *end, int64_t limit) {
    for (;;) {
        unicode_skip_space(&at, end);
        if (at == end)
            return;
        const char *start = at;
        if (limit >= 0 && parts->count >= limit)
            at = end;
        while (at < end && !is_space_at(at))
            at = code_point_after(at);
        add_part(vm, parts, start, at);
    }
}

static void split_space_from_end(Vm *vm, List *parts, const char *start, const char *end, int64_t limit) {
    for (;;) {
        unicode_trim_space(start, &end);
        if (end == start)
            break;
        if (limit >= 0 && parts->count >= limit) {
            add_part(vm, parts, start, end);
            break;
        }
        const char *at = end;
        while (at > start && !is_space_at(code_point_before(at)))
            at = code_point_before(at);
        add_part(vm, parts, at, end);
        end = at;
    }
    reverse_items(parts);
}

static void split_by(Vm *vm, List *parts, const char *at, const char *end, const String *separator,
                     int64_t limit) {
    const char *found;
    while ((limit < 0 || parts->count < limit) &&
           (found = bytes_find(at, (size_t)(end - at), separator->chars, separator->byte_count)) != NULL) {
        add_part(vm, parts, at, found);
        at = found + separator->byte_count;
    }
    add_part(vm, parts, at, end);
}

static void split_by_from_end(Vm *vm, List *parts, const char *start, const char *end,
                              const String *separator, int64_t limit) {
    const char *found;
    while ((limit < 0 || parts->count < limit) &&
           (found = bytes_find_last(start, (size_t)(end - start), separator->chars, separator->byte_count)) !=
               NULL) {
        add_part(vm, parts, found + separator->byte_count, end);
        end = found;
    }
    add_part(vm, parts, start, end);
    reverse_items(parts);
}

enum { SOME_PARTS = 10 };

static Value split(Vm *vm, Value *args, bool from_end) {
    int64_t limit = -1;
    if (args[2] != NOTHING && !value_to_index(vm, args[2], &limit))
        return NOTHING;
    const String *string = AS(String, args[0]);
    const char *start = string->chars, *end = start + string->byte_count;
    bool by_space = args[1] == NOTHING || args[1] == NONE;
    if (!by_space && !is_string(args[1]))
        return vm_raise(vm, vm->exceptions.TypeError, "must be str or None, not %T", args[1]);
    if (!by_space && AS(String, args[1])->byte_count == 0)
        return vm_raise(vm, vm->exceptions.ValueError, "empty separator");
    List *parts = list_new(vm, SOME_PARTS);
    if (by_space && from_end)
        split_space_from_end(vm, parts, start, end, limit);
    else if (by_space)
        split_space(vm, parts, start, end, limit);
    else
        (from_end ? split_by_from_end : split_by)(vm, parts, start, end, AS(String, args[1]), limit);
    return object_value(parts);
}

Value str_method_split(Vm *vm, Value *args, int argc) {
    (void)argc;
    return split(vm, args, false);
}

Value str_method_rsplit(Vm *vm, Value *args, int argc) {
    (void)argc;
    return split(vm, args, true);
}

Value str_method_splitlines(Vm *vm, Value *args, int argc) {
    (void)argc;
    int keep_ends = args[1] == NOTHING ? 0 : value_truth(vm, args[1]);
    if (keep_ends < 0)
        return NOTHING;
    const String *string = AS(String, args[0]);
    const char *at = string->chars, *end = at + string->byte_count;
    List *lines = list_new(vm, 0);
    while (at < end) {
        const char *start = at, *line_end = at;
        bool broken = false;
        while (at < end && !broken) {
            line_end = at;
            uint32_t c = utf8_decode(&at);
            broken = unicode_is_line_break(c);
            if (c == '\r' && at < end && *at == '\n')
                at++;
        }
        add_part(vm, lines, start, keep_ends || !broken ? at : line_end);
    }
    return object_value(lines);
}

static Value partition(Vm *vm, Value *args, bool last) {
    if (!str_check(vm, args[1]))
        return NOTHING;
    const String *string = AS(String, args[0]), *separator = AS(String, args[1]);
    if (separator->byte_count == 0)
        return vm_raise(vm, vm->exceptions.ValueError, "empty separator");
    const char *start = string->chars, *end = start + string->byte_count;
    const char *at = (last ? bytes_find_last : bytes_find)(start, string->byte_count, separator->chars,
                                                           separator->byte_count);
    Value empty = object_value(vm->empty_string);
    if (at == NULL)
        return object_value(last ? tuple_of(vm, 3, empty, empty, str_plain(vm, args[0]))
                                 : tuple_of(vm, 3, str_plain(vm, args[0]), empty, empty));
    Value head = part_of(vm, start, at), tail = part_of(vm, at + separator->byte_count, end);
    return object_value(tuple_of(vm, 3, head, str_plain(vm, args[1]), tail));
}

Value str_method_partition(Vm *vm, Value *args, int argc) {
    (void)argc;
    return partition(vm, args, false);
}

Value str_method_rpartition(Vm *vm, Value *args, int argc) {
    (void)argc;
    return partition(vm, args, true);
}

enum { STRIP_LEFT = 1, STRIP_RIGHT = 2 };

static bool is_among(const char *at, const String *chars) {
    const char *end = code_point_after(at);
    return memmem(chars->chars, chars->byte_count, at, (size_t)(end - at)) != NULL;
}

static Value strip(Vm *vm, Value *args, int argc, const char *name, int sides) {
    const String *string = AS(String, args[0]);
    const char *start = string->chars, *end = start + string->byte_count;
    if (argc < 2 || args[1] == NONE) {
        if (sides & STRIP_LEFT)
            unicode_skip_space(&start, end);
        if (sides & STRIP_RIGHT)
            unicode_trim_space(start, &end);
    } else if (is_string(args[1])) {
        const String *chars = AS(String, args[1]);
        while (sides & STRIP_LEFT && start < end && is_among(start, chars))
            start = code_point_after(start);
        while (sides & STRIP_RIGHT && end > start && is_among(code_point_before(end), chars))
            end = code_point_before(end);
    } else {
        return vm_raise(vm, vm->exceptions.TypeError, "%s arg must be None or str", name);
    }
    if ((size_t)(end - start) == string->byte_count)
        return str_plain(vm, args[0]);
    return part_of(vm, start, end);
}

Value str_method_strip(Vm *vm, Value *args, int argc) {
    return strip(vm, args, argc, "strip", STRIP_LEFT | STRIP_RIGHT);
}

Value str_method_lstrip(Vm *vm, Value *args, int argc) {
    return strip(vm, args, argc, "lstrip", STRIP_LEFT);
}

Value str_method_rstrip(Vm *vm, Value *args, int argc) {
    return strip(vm, args, argc, "rstrip", STRIP_RIGHT);
}

Value str_method_join(Vm *vm, Value *args, int argc) {
    (void)argc;
    const String *separator = AS(String, args[0]);
    Value *items;
    int64_t count;
    if (type_of(vm, args[1]) == vm->types_by_kind[KIND_LIST]) {
        items = AS(List, args[1])->items;
        count = AS(List, args[1])->count;
    } else {
        Tuple *tuple = tuple_of_items(vm, args[1], "can only join an iterable", 0);
        if (tuple == NULL)
            return NOTHING;
        items = tuple->items;
        count = tuple->count;
    }
    size_t total = count > 1 ? (size_t)(count - 1) * separator->byte_count : 0;
    for (int64_t i = 0; i < count; i++) {
        if (!is_string(items[i]))
            return vm_raise(vm, vm->exceptions.TypeError, "sequence item %l: expected str instance, %T found",
                            i, items[i]);
        total += AS(String, items[i])->byte_count;
    }
    if (count == 1)
        return str_plain(vm, items[0]);
    if (total == 0)
        return object_value(vm->empty_string);
    if (total > UINT32_MAX - 64)
        return vm_raise_value(vm, exception_new(vm, vm->exceptions.MemoryError, NULL));
    String *result = string_allocate(vm, total);
    char *at = result->chars;
    size_t length = (size_t)(count - 1) * separator->length;
    for (int64_t i = 0; i < count; i++) {
        if (i != 0) {
            chars_copy(at, separator->chars, separator->byte_count);
            at += separator->byte_count;
        }
        const String *item = AS(String, items[i]);
        chars_copy(at, item->chars, item->byte_count);
        at += item->byte_count;
        length += item->length;
    }
    result->length = (uint32_t)length;
    return object_value(result);
}
