/* str's methods that look for a part: find, count, replace, startswith... Places are code points outside,
 * bytes inside. */
#include "stdlib/arguments.h"
#include "stdlib/types/byte_search.h"
#include "stdlib/types/sequences.h"
#include "stdlib/types/str_methods.h"
#include "vm/call.h"

/* The part of args[0] between the optional bounds args[2] and args[3]. */
typedef struct Window {
    const String *string;
    const char *start;
    size_t count;
    bool empty; /* the start lies behind the end: not even "" is found there */
} Window;

static bool window_of(Vm *vm, Value *args, int argc, Window *window) {
    const String *string = AS(String, args[0]);
    *window = (Window){string, string->chars, string->byte_count, false};
    if (argc < 3)
        return true;
    int64_t start, stop, length = string->length;
    if (!sequence_bounds(vm, args[2], argc > 3 ? args[3] : NOTHING, length, &start, &stop))
        return false;
    int64_t unclamped;
    bool beyond = args[2] != NONE && sequence_try_index(vm, args[2], &unclamped) > 0 && unclamped > length;
    if (start > stop || beyond) {
        window->empty = true;
        window->count = 0;
        return true;
    }
    window->start = string->chars + string_byte_offset(string, start);
    window->count = string_byte_offset(string, stop) - (size_t)(window->start - string->chars);
    return true;
}

/* The index of the part, -1: not found, -2: raised. */
static int64_t find_part(Vm *vm, Value *args, int argc, bool last, const char *name) {
    Window window;
    if (!arguments_check_search(vm, name, argc) || !str_check(vm, args[1]) ||
        !window_of(vm, args, argc, &window))
        return -2;
    if (window.empty)
        return -1;
    const String *part = AS(String, args[1]);
    const char *at =
        (last ? bytes_find_last : bytes_find)(window.start, window.count, part->chars, part->byte_count);
    if (at == NULL)
        return -1;
    size_t offset = (size_t)(at - window.string->chars);
    if (string_is_ascii(window.string))
        return (int64_t)offset;
    return (int64_t)utf8_length(window.string->chars, offset);
}

static Value found_or_raise(Vm *vm, int64_t index) {
    if (index == -1)
        return vm_raise(vm, vm->exceptions.ValueError, "substring not found");
    return index == -2 ? NOTHING : small_int(index);
}

Value str_method_find(Vm *vm, Value *args, int argc) {
    int64_t index = find_part(vm, args, argc, false, "find");
    return index == -2 ? NOTHING : small_int(index);
}

Value str_method_rfind(Vm *vm, Value *args, int argc) {
    int64_t index = find_part(vm, args, argc, true, "rfind");
    return index == -2 ? NOTHING : small_int(index);
}

Value str_method_index(Vm *vm, Value *args, int argc) {
    return found_or_raise(vm, find_part(vm, args, argc, false, "index"));
}

Value str_method_rindex(Vm *vm, Value *args, int argc) {
    return found_or_raise(vm, find_part(vm, args, argc, true, "rindex"));
}

Value str_method_count(Vm *vm, Value *args, int argc) {
    Window window;
    if (!arguments_check_search(vm, "count", argc) || !str_check(vm, args[1]) ||
        !window_of(vm, args, argc, &window))
        return NOTHING;
    if (window.empty)
        return small_int(0);
    const String *part = AS(String, args[1]);
    if (part->byte_count == 0)
        return small_int((int64_t)utf8_length(window.start, window.count) + 1);
    return small_int(bytes_count(window.start, window.count, part->chars, part->byte_count));
}

static bool window_has(const Window *window, const String *part, bool at_end) {
    if (window->empty || part->byte_count > window->count)
        return false;
    const char *at = at_end ? window->start + window->count - part->byte_count : window->start;
    return memcmp(at, part->chars, part->byte_count) == 0;
}

static Value has_affix(Vm *vm, Value *args, int argc, bool at_end) {
    const char *name = at_end ? "endswith" : "startswith";
    Window window;
    if (!arguments_check_search(vm, name, argc) || !window_of(vm, args, argc, &window))
        return NOTHING;
    if (is_string(args[1]))
        return bool_value(window_has(&window, AS(String, args[1]), at_end));
    if (!is_tuple(args[1]))
        return vm_raise(vm, vm->exceptions.TypeError, "%s first arg must be str or a tuple of str, not %T",
                        name, args[1]);
    Tuple *parts = AS(Tuple, args[1]);
    for (int64_t i = 0; i < parts->count; i++) {
        if (!is_string(parts->items[i]))
            return vm_raise(vm, vm->exceptions.TypeError, "tuple for %s must only contain str, not %T", name,
                            parts->items[i]);
        if (window_has(&window, AS(String, parts->items[i]), at_end))
            return TRUE_VALUE;
    }
    return FALSE_VALUE;
}

Value str_method_startswith(Vm *vm, Value *args, int argc) {
    return has_affix(vm, args, argc, false);
}

Value str_method_endswith(Vm *vm, Value *args, int argc) {
    return has_affix(vm, args, argc, true);
}

static Value remove_affix(Vm *vm, Value *args, bool at_end) {
    if (!is_string(args[1]))
        return vm_raise(vm, vm->exceptions.TypeError, "%s() argument must be str, not %s",
                        at_end ? "removesuffix" : "removeprefix", argument_type_name(vm, args[1]));
    const String *string = AS(String, args[0]), *part = AS(String, args[1]);
    Window window = {string, string->chars, string->byte_count, false};
    if (part->byte_count == 0 || !window_has(&window, part, at_end))
        return str_plain(vm, args[0]);
    return object_value(string_new(vm, string->chars + (at_end ? 0 : part->byte_count),
                                   string->byte_count - part->byte_count));
}

Value str_method_removeprefix(Vm *vm, Value *args, int argc) {
    (void)argc;
    return remove_affix(vm, args, false);
}

Value str_method_removesuffix(Vm *vm, Value *args, int argc) {
    (void)argc;
    return remove_affix(vm, args, true);
}

/* replace('', x): before every code point and at the end. */
static void replace_gaps(StringBuilder *out, const String *string, const String *replacement, int64_t limit) {
    const char *at = string->chars, *end = at + string->byte_count;
    while (limit != 0) {
        builder_add_string(out, replacement);
        limit--;
        if (at == end)
            return;
        const char *start = at;
        utf8_decode(&at);
        builder_add_chars(out, start, (size_t)(at - start));
    }
    builder_add_chars(out, at, (size_t)(end - at));
}

Value str_method_replace(Vm *vm, Value *args, int argc) {
    int64_t limit = -1;
    for (int i = 1; i <= 2; i++)
        if (!is_string(args[i]))
            return vm_raise(vm, vm->exceptions.TypeError, "replace() argument %d must be str, not %s", i,
                            argument_type_name(vm, args[i]));
    if (argc > 3 && !value_to_index(vm, args[3], &limit))
        return NOTHING;
    const String *string = AS(String, args[0]), *part = AS(String, args[1]),
                 *replacement = AS(String, args[2]);
    if (limit == 0 || part->byte_count > string->byte_count)
        return str_plain(vm, args[0]);
    StringBuilder out;
    builder_init(&out);
    if (part->byte_count == 0)
        replace_gaps(&out, string, replacement, limit);
    else if (bytes_replace(&out, string->chars, string->byte_count, part->chars, part->byte_count,
                           replacement->chars, replacement->byte_count, limit) == 0) {
        builder_free(&out);
        return str_plain(vm, args[0]);
    }
    return builder_finish(vm, &out);
}
