#include "stdlib/types/bytes_methods.h"

#include <ctype.h>
#include <stdio.h>

#include "stdlib/arguments.h"
#include "stdlib/types/byte_search.h"
#include "stdlib/types/bytes_like.h"
#include "stdlib/types/codecs.h"
#include "stdlib/types/sequences.h"
#include "vm/call.h"
#include "vm/list.h"

static const char *chars_of(Value v) {
    return (const char *)byte_span(v).bytes;
}

static size_t count_of(Value v) {
    return byte_span(v).count;
}

/* --- Searching ------------------------------------------------------------------------------------ */

/* A search for `needle` in [start, stop) of self. Arguments may run scripts that change a bytearray, so its
 * bytes are looked at when all of them are known. */
typedef struct Search {
    ByteSpan text, needle;
    int64_t start, stop; /* start > stop: nothing is found, not even b"" */
    uint8_t byte;        /* what needle.bytes is when a number is looked for */
} Search;

/* The number that is looked for; -1: `v` is bytes; -2: raised. */
static int needle_number(Vm *vm, Value v) {
    int64_t number;
    if (is_bytes_like(v))
        return -1;
    int found = sequence_try_index(vm, v, &number);
    if (found == 0)
        vm_raise(vm, vm->exceptions.TypeError, "argument should be integer or bytes-like object, not '%T'",
                 v);
    if (found <= 0)
        return -2;
    if (number >= 0 && number <= 255)
        return (int)number;
    vm_raise(vm, vm->exceptions.ValueError, "byte must be in range(0, 256)");
    return -2;
}

/* A start that lies behind the end stays behind it. */
static bool read_bounds(Vm *vm, Value *args, int argc, Search *search) {
    int64_t unclamped;
    search->start = 0;
    search->stop = (int64_t)count_of(args[0]);
    if (!sequence_bounds(vm, argc > 2 ? args[2] : NOTHING, argc > 3 ? args[3] : NOTHING, search->stop,
                         &search->start, &search->stop))
        return false;
    if (argc > 2 && args[2] != NONE && sequence_try_index(vm, args[2], &unclamped) > 0 &&
        unclamped > (int64_t)count_of(args[0]))
        search->start = unclamped;
    search->text = byte_span(args[0]);
    if (search->stop > (int64_t)search->text.count)
        search->stop = (int64_t)search->text.count;
    return true;
}

static bool search_begin(Vm *vm, Value *args, int argc, const char *name, Search *search) {
    if (!arguments_check_search(vm, name, argc))
        return false;
    int number = needle_number(vm, args[1]);
    if (number == -2 || !read_bounds(vm, args, argc, search))
        return false;
    search->byte = (uint8_t)number;
    search->needle = number < 0 ? byte_span(args[1]) : (ByteSpan){&search->byte, 1};
    return true;
}

/* -1: not found; -2: raised. */
static int64_t find(Vm *vm, Value *args, int argc, bool last, const char *name) {
    Search search;
    if (!search_begin(vm, args, argc, name, &search))
        return -2;
    if (search.start > search.stop)
        return -1;
    const char *text = (const char *)search.text.bytes;
    const char *at =
        (last ? bytes_find_last : bytes_find)(text + search.start, (size_t)(search.stop - search.start),
                                              (const char *)search.needle.bytes, search.needle.count);
    return at == NULL ? -1 : at - text;
}

static Value index_or_raise(Vm *vm, int64_t index) {
    if (index == -1)
        return vm_raise(vm, vm->exceptions.ValueError, "subsection not found");
    return index == -2 ? NOTHING : small_int(index);
}

Value bytes_method_find(Vm *vm, Value *args, int argc) {
    int64_t index = find(vm, args, argc, false, "find");
    return index == -2 ? NOTHING : small_int(index);
}

Value bytes_method_rfind(Vm *vm, Value *args, int argc) {
    int64_t index = find(vm, args, argc, true, "rfind");
    return index == -2 ? NOTHING : small_int(index);
}

Value bytes_method_index(Vm *vm, Value *args, int argc) {
    return index_or_raise(vm, find(vm, args, argc, false, "index"));
}

Value bytes_method_rindex(Vm *vm, Value *args, int argc) {
    return index_or_raise(vm, find(vm, args, argc, true, "rindex"));
}

Value bytes_method_count(Vm *vm, Value *args, int argc) {
    Search search;
    if (!search_begin(vm, args, argc, "count", &search))
        return NOTHING;
    if (search.start > search.stop)
        return small_int(0);
    if (search.needle.count == 0)
        return small_int(search.stop - search.start + 1);
    return small_int(bytes_count((const char *)search.text.bytes + search.start,
                                 (size_t)(search.stop - search.start), (const char *)search.needle.bytes,
                                 search.needle.count));
}

static bool has_part(const Search *search, ByteSpan part, bool at_end) {
    int64_t count = (int64_t)part.count;
    if (count > search->stop - search->start)
        return false;
    return memcmp(search->text.bytes + (at_end ? search->stop - count : search->start), part.bytes,
                  part.count) == 0;
}

static Value has_affix(Vm *vm, Value *args, int argc, bool at_end) {
    Search search;
    if (!arguments_check_search(vm, at_end ? "endswith" : "startswith", argc) ||
        !read_bounds(vm, args, argc, &search))
        return NOTHING;
    if (is_bytes_like(args[1]))
        return bool_value(has_part(&search, byte_span(args[1]), at_end));
    if (!is_tuple(args[1]))
        return vm_raise(vm, vm->exceptions.TypeError,
                        "%s first arg must be bytes or a tuple of bytes, not %T",
                        at_end ? "endswith" : "startswith", args[1]);
    Tuple *parts = AS(Tuple, args[1]);
    for (int64_t i = 0; i < parts->count; i++) {
        if (!bytes_like_check(vm, parts->items[i]))
            return NOTHING;
        if (has_part(&search, byte_span(parts->items[i]), at_end))
            return TRUE_VALUE;
    }
    return FALSE_VALUE;
}

Value bytes_method_startswith(Vm *vm, Value *args, int argc) {
    return has_affix(vm, args, argc, false);
}

Value bytes_method_endswith(Vm *vm, Value *args, int argc) {
    return has_affix(vm, args, argc, true);
}

static Value remove_affix(Vm *vm, Value *args, bool at_end) {
    if (!bytes_like_check(vm, args[1]))
        return NOTHING;
    size_t count = count_of(args[0]), part = count_of(args[1]);
    Search whole = {.text = byte_span(args[0]), .stop = (int64_t)count};
    if (!has_part(&whole, byte_span(args[1]), at_end))
        return bytes_like_unchanged(vm, args[0]);
    return bytes_like_new(vm, args[0], chars_of(args[0]) + (at_end ? 0 : part), count - part);
}

Value bytes_method_removeprefix(Vm *vm, Value *args, int argc) {
    (void)argc;
    return remove_affix(vm, args, false);
}

Value bytes_method_removesuffix(Vm *vm, Value *args, int argc) {
    (void)argc;
    return remove_affix(vm, args, true);
}

Value bytes_method_replace(Vm *vm, Value *args, int argc) {
    int64_t limit = -1;
    if (!bytes_like_check(vm, args[1]) || !bytes_like_check(vm, args[2]) ||
        (argc > 3 && !value_to_index(vm, args[3], &limit)))
        return NOTHING;
    const char *text = chars_of(args[0]);
    size_t count = count_of(args[0]);
    StringBuilder out;
    builder_init(&out);
    if (count_of(args[1]) != 0) {
        bytes_replace(&out, text, count, chars_of(args[1]), count_of(args[1]), chars_of(args[2]),
                      count_of(args[2]), limit);
        return bytes_like_finish(vm, args[0], &out);
    }
    for (size_t i = 0; i <= count; i++) {
        if (limit != 0) {
            builder_add_chars(&out, chars_of(args[2]), count_of(args[2]));
            limit--;
        }
        if (i < count)
            builder_add_char(&out, text[i]);
    }
    return bytes_like_finish(vm, args[0], &out);
}

/* --- Splitting and joining ------------------------------------------------------------------------ */

static bool is_space(char c) {
    return c == ' ' || (c >= 9 && c <= 13);
}

/* The parts that a value is split into. */
typedef struct Parts {
    Vm *vm;
    Value whole;
    List *list;
} Parts;

static void add_part(Parts *parts, const char *start, const char *end) {
    list_append(parts->vm, parts->list,
                bytes_like_new(parts->vm, parts->whole, start, (size_t)(end - start)));
}

static void reverse_items(List *list) {
    for (int64_t i = 0, j = list->count - 1; i < j; i++, j--) {
        Value item = list->items[i];
        list->items[i] = list->items[j];
        list->items[j] = item;
    }
}

static void split_space(Parts *parts, const char *at, const char *end, int64_t limit) {
    for (;;) {
        while (at < end && is_space(*at))
            at++;
        if (at == end)
            return;
        const char *start = at;
        if (limit >= 0 && parts->list->count >= limit)
            at = end;
        while (at < end && !is_space(*at))
            at++;
        add_part(parts, start, at);
    }
}

static void split_space_from_end(Parts *parts, const char *start, const char *end, int64_t limit) {
    for (;;) {
        while (end > start && is_space(end[-1]))
            end--;
        if (end == start)
            return;
        const char *at = end;
        if (limit >= 0 && parts->list->count >= limit)
            at = start;
        while (at > start && !is_space(at[-1]))
            at--;
        add_part(parts, at, end);
        end = at;
    }
}

static Value split(Vm *vm, Value *args, bool from_end) {
    int64_t limit = -1;
    if (args[2] != NOTHING && !value_to_index(vm, args[2], &limit))
        return NOTHING;
    const char *at = chars_of(args[0]), *end = at + count_of(args[0]), *found;
    Parts parts = {vm, args[0], list_new(vm, 0)};
    if (args[1] == NOTHING || args[1] == NONE) {
        (from_end ? split_space_from_end : split_space)(&parts, at, end, limit);
        if (from_end)
            reverse_items(parts.list);
        return object_value(parts.list);
    }
    if (!bytes_like_check(vm, args[1]))
        return NOTHING;
    const char *separator = chars_of(args[1]);
    size_t count = count_of(args[1]);
    if (count == 0)
        return vm_raise(vm, vm->exceptions.ValueError, "empty separator");
    while ((limit < 0 || parts.list->count < limit) &&
           (found = (from_end ? bytes_find_last : bytes_find)(at, (size_t)(end - at), separator, count)) !=
               NULL) {
        if (from_end) {
            add_part(&parts, found + count, end);
            end = found;
        } else {
            add_part(&parts, at, found);
            at = found + count;
        }
    }
    add_part(&parts, at, end);
    if (from_end)
        reverse_items(parts.list);
    return object_value(parts.list);
}

Value bytes_method_split(Vm *vm, Value *args, int argc) {
    (void)argc;
    return split(vm, args, false);
}

Value bytes_method_rsplit(Vm *vm, Value *args, int argc) {
    (void)argc;
    return split(vm, args, true);
}

Value bytes_method_splitlines(Vm *vm, Value *args, int argc) {
    (void)argc;
    int keep_ends = args[1] == NOTHING ? 0 : value_truth(vm, args[1]);
    if (keep_ends < 0)
        return NOTHING;
    const char *at = chars_of(args[0]), *end = at + count_of(args[0]);
    Parts lines = {vm, args[0], list_new(vm, 0)};
    while (at < end) {
        const char *start = at;
        while (at < end && *at != '\n' && *at != '\r')
            at++;
        const char *line_end = at;
        if (at < end)
            at += *at == '\r' && at + 1 < end && at[1] == '\n' ? 2 : 1;
        add_part(&lines, start, keep_ends ? at : line_end);
    }
    return object_value(lines.list);
}

static Value partition(Vm *vm, Value *args, bool last) {
    if (!bytes_like_check(vm, args[1]))
        return NOTHING;
    const char *text = chars_of(args[0]), *end = text + count_of(args[0]);
    size_t count = count_of(args[1]);
    if (count == 0)
        return vm_raise(vm, vm->exceptions.ValueError, "empty separator");
    const char *at = (last ? bytes_find_last : bytes_find)(text, count_of(args[0]), chars_of(args[1]), count);
    if (at == NULL) {
        Value whole = bytes_like_unchanged(vm, args[0]), first = bytes_like_new(vm, args[0], "", 0),
              second = bytes_like_new(vm, args[0], "", 0);
        return object_value(last ? tuple_of(vm, 3, first, second, whole)
                                 : tuple_of(vm, 3, whole, first, second));
    }
    Value head = bytes_like_new(vm, args[0], text, (size_t)(at - text));
    Value separator =
        is_kind(args[0], KIND_BYTES) ? args[1] : bytes_like_new(vm, args[0], chars_of(args[1]), count);
    Value tail = bytes_like_new(vm, args[0], at + count, (size_t)(end - at) - count);
    return object_value(tuple_of(vm, 3, head, separator, tail));
}

Value bytes_method_partition(Vm *vm, Value *args, int argc) {
    (void)argc;
    return partition(vm, args, false);
}

Value bytes_method_rpartition(Vm *vm, Value *args, int argc) {
    (void)argc;
    return partition(vm, args, true);
}

static Value strip(Vm *vm, Value *args, int argc, bool left, bool right) {
    const char *start = chars_of(args[0]), *end = start + count_of(args[0]);
    const char *among = " \t\n\r\v\f";
    size_t among_count = 6;
    if (argc > 1 && args[1] != NONE) {
        if (!bytes_like_check(vm, args[1]))
            return NOTHING;
        among = chars_of(args[1]);
        among_count = count_of(args[1]);
    }
    while (left && start < end && memchr(among, (unsigned char)*start, among_count) != NULL)
        start++;
    while (right && end > start && memchr(among, (unsigned char)end[-1], among_count) != NULL)
        end--;
    return bytes_like_new(vm, args[0], start, (size_t)(end - start));
}

Value bytes_method_strip(Vm *vm, Value *args, int argc) {
    return strip(vm, args, argc, true, true);
}

Value bytes_method_lstrip(Vm *vm, Value *args, int argc) {
    return strip(vm, args, argc, true, false);
}

Value bytes_method_rstrip(Vm *vm, Value *args, int argc) {
    return strip(vm, args, argc, false, true);
}

Value bytes_method_join(Vm *vm, Value *args, int argc) {
    (void)argc;
    Tuple *items = tuple_of_items(vm, args[1], "can only join an iterable", 0);
    if (items == NULL)
        return NOTHING;
    StringBuilder out;
    builder_init(&out);
    for (int64_t i = 0; i < items->count; i++) {
        if (!is_bytes_like(items->items[i])) {
            builder_free(&out);
            return vm_raise(vm, vm->exceptions.TypeError,
                            "sequence item %l: expected a bytes-like object, %T found", i, items->items[i]);
        }
        if (i != 0)
            builder_add_chars(&out, chars_of(args[0]), count_of(args[0]));
        builder_add_chars(&out, chars_of(items->items[i]), count_of(items->items[i]));
    }
    return bytes_like_finish(vm, args[0], &out);
}

/* --- Text ----------------------------------------------------------------------------------------- */

Value bytes_method_decode(Vm *vm, Value *args, int argc) {
    (void)argc;
    if (!codec_check_arguments(vm, "decode", args[1], args[2]))
        return NOTHING;
    return codec_decode(vm, args[0], args[1], args[2]);
}

/* hex(sep, bytes_per_sep): groups are counted from the right, or from the left when negative. */
Value bytes_method_hex(Vm *vm, Value *args, int argc) {
    (void)argc;
    int32_t group = 1;
    char separator = 0;
    if (args[1] != NOTHING) {
        bool text = is_string(args[1]);
        int64_t length = value_length(vm, args[1]);
        if (length < 0)
            return NOTHING;
        if (length != 1)
            return vm_raise(vm, vm->exceptions.ValueError, "sep must be length 1.");
        if (!text && !is_bytes_like(args[1]))
            return vm_raise(vm, vm->exceptions.TypeError, "sep must be str or bytes.");
        separator = text ? AS(String, args[1])->chars[0] : chars_of(args[1])[0];
        if ((unsigned char)separator >= 0x80)
            return vm_raise(vm, vm->exceptions.ValueError, "sep must be ASCII.");
    }
    if (args[2] != NOTHING && !value_to_c_int(vm, args[2], &group))
        return NOTHING;
    int64_t count = (int64_t)count_of(args[0]);
    bool from_left = group < 0;
    if (from_left)
        group = group == INT32_MIN ? INT32_MAX : -group;
    StringBuilder out;
    builder_init(&out);
    for (int64_t i = 0; i < count; i++) {
        if (separator != 0 && i != 0 && group != 0 && (from_left ? i : count - i) % group == 0)
            builder_add_char(&out, separator);
        builder_add_char(&out, "0123456789abcdef"[(unsigned char)chars_of(args[0])[i] >> 4]);
        builder_add_char(&out, "0123456789abcdef"[chars_of(args[0])[i] & 15]);
    }
    return builder_finish(vm, &out);
}

static int hex_digit(char c) {
    return isdigit((unsigned char)c) ? c - '0' : isxdigit((unsigned char)c) ? (c | 32) - 'a' + 10 : -1;
}

Value bytes_method_fromhex(Vm *vm, Value *args, int argc) {
    (void)argc;
    if (!is_string(args[1]))
        return vm_raise(vm, vm->exceptions.TypeError, "fromhex() argument must be str, not %s",
                        argument_type_name(vm, args[1]));
    const String *string = AS(String, args[1]);
    const char *at = string->chars, *end = at + string->byte_count;
    StringBuilder out;
    builder_init(&out);
    while (at < end) {
        if (is_space(*at)) {
            at++;
            continue;
        }
        int high = hex_digit(*at), low = high < 0 ? -1 : hex_digit(at[1]);
        if (low < 0) {
            builder_free(&out);
            int64_t position =
                (int64_t)utf8_length(string->chars, (size_t)(at - string->chars)) + (high >= 0);
            return vm_raise(vm, vm->exceptions.ValueError,
                            "non-hexadecimal number found in fromhex() arg at position %l", position);
        }
        builder_add_char(&out, (char)(high << 4 | low));
        at += 2;
    }
    Value result = bytes_like_finish(vm, args[0], &out);
    return args[0] == object_value(vm->types_by_kind[KIND_BYTES]) ? result : vm_call1(vm, args[0], result);
}

static Value map_bytes(Vm *vm, Value self, int (*map)(int c)) {
    Value result = bytes_like_new(vm, self, chars_of(self), count_of(self));
    uint8_t *bytes = bytes_like_bytes(result);
    for (size_t i = 0; i < count_of(self); i++)
        bytes[i] = bytes[i] < 0x80 ? (uint8_t)map(bytes[i]) : bytes[i];
    return result;
}

Value bytes_method_upper(Vm *vm, Value *args, int argc) {
    (void)argc;
    return map_bytes(vm, args[0], toupper);
}

Value bytes_method_lower(Vm *vm, Value *args, int argc) {
    (void)argc;
    return map_bytes(vm, args[0], tolower);
}

static int swap_case(int c) {
    return isupper(c) ? tolower(c) : toupper(c);
}

Value bytes_method_swapcase(Vm *vm, Value *args, int argc) {
    (void)argc;
    return map_bytes(vm, args[0], swap_case);
}

/* Capitals at the start, of every word or only of the whole. */
static Value capitalize(Vm *vm, Value self, bool words) {
    Value result = bytes_method_lower(vm, &self, 1);
    uint8_t *bytes = bytes_like_bytes(result);
    bool inside = false;
    for (size_t i = 0; i < count_of(self) && (words || i == 0); i++) {
        bool letter = bytes[i] < 0x80 && isalpha(bytes[i]);
        if (letter && !inside)
            bytes[i] = (uint8_t)toupper(bytes[i]);
        inside = letter;
    }
    return result;
}

Value bytes_method_capitalize(Vm *vm, Value *args, int argc) {
    (void)argc;
    return capitalize(vm, args[0], false);
}

Value bytes_method_title(Vm *vm, Value *args, int argc) {
    (void)argc;
    return capitalize(vm, args[0], true);
}

static Value every(Value self, int (*holds)(int c)) {
    for (size_t i = 0; i < count_of(self); i++)
        if ((unsigned char)chars_of(self)[i] >= 0x80 || !holds(chars_of(self)[i]))
            return FALSE_VALUE;
    return bool_value(count_of(self) != 0);
}

#define PREDICATE(name)                                        \
    Value bytes_method_##name(Vm *vm, Value *args, int argc) { \
        (void)vm, (void)argc;                                  \
        return every(args[0], name);                           \
    }

PREDICATE(isalpha)
PREDICATE(isdigit)
PREDICATE(isalnum)
PREDICATE(isspace)

Value bytes_method_isascii(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    for (size_t i = 0; i < count_of(args[0]); i++)
        if ((unsigned char)chars_of(args[0])[i] >= 0x80)
            return FALSE_VALUE;
    return TRUE_VALUE;
}

static Value has_only_case(Value self, int (*wanted)(int c), int (*other)(int c)) {
    bool found = false;
    for (size_t i = 0; i < count_of(self); i++) {
        unsigned char c = (unsigned char)chars_of(self)[i];
        if (c >= 0x80)
            continue;
        if (other(c))
            return FALSE_VALUE;
        found = found || wanted(c);
    }
    return bool_value(found);
}

Value bytes_method_isupper(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    return has_only_case(args[0], isupper, islower);
}

Value bytes_method_islower(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    return has_only_case(args[0], islower, isupper);
}

Value bytes_method_istitle(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    bool found = false, inside = false;
    for (size_t i = 0; i < count_of(args[0]); i++) {
        unsigned char c = (unsigned char)chars_of(args[0])[i];
        bool letter = c < 0x80 && isalpha(c);
        if (letter && inside == !islower(c))
            return FALSE_VALUE;
        inside = letter;
        found = found || letter;
    }
    return bool_value(found);
}

Value bytes_method_expandtabs(Vm *vm, Value *args, int argc) {
    (void)argc;
    int32_t size = 8;
    if (args[1] != NOTHING && !value_to_c_int(vm, args[1], &size))
        return NOTHING;
    StringBuilder out;
    builder_init(&out);
    bytes_expand_tabs(&out, chars_of(args[0]), count_of(args[0]), size, false);
    return bytes_like_finish(vm, args[0], &out);
}

static Value pad(Vm *vm, Value *args, int argc, const char *name, bool left, bool right) {
    int64_t width;
    char fill = ' ';
    if (!value_to_index(vm, args[1], &width))
        return NOTHING;
    int64_t count = (int64_t)count_of(args[0]);
    if (argc > 2) {
        if (!is_bytes_like(args[2]) || count_of(args[2]) != 1)
            return vm_raise(vm, vm->exceptions.TypeError,
                            "%s() argument 2 must be a byte string of length 1, not %T", name, args[2]);
        fill = chars_of(args[2])[0];
    }
    int64_t padding = width > count ? width - count : 0;
    if (padding > INT32_MAX)
        return vm_raise_value(vm, exception_new(vm, vm->exceptions.MemoryError, NULL));
    int64_t before = !left ? 0 : right ? padding / 2 + (padding & width & 1) : padding;
    Value result = bytes_like_new(vm, args[0], NULL, (size_t)(count + padding));
    uint8_t *bytes = bytes_like_bytes(result);
    memset(bytes, fill, (size_t)(count + padding));
    memcpy(bytes + before, chars_of(args[0]), (size_t)count);
    return result;
}

Value bytes_method_center(Vm *vm, Value *args, int argc) {
    return pad(vm, args, argc, "center", true, true);
}

Value bytes_method_ljust(Vm *vm, Value *args, int argc) {
    return pad(vm, args, argc, "ljust", false, true);
}

Value bytes_method_rjust(Vm *vm, Value *args, int argc) {
    return pad(vm, args, argc, "rjust", true, false);
}

Value bytes_method_zfill(Vm *vm, Value *args, int argc) {
    (void)argc;
    int64_t width;
    if (!value_to_index(vm, args[1], &width))
        return NOTHING;
    int64_t count = (int64_t)count_of(args[0]);
    const char *text = chars_of(args[0]);
    size_t sign = count > 0 && (text[0] == '+' || text[0] == '-');
    StringBuilder out;
    builder_init(&out);
    builder_add_chars(&out, text, sign);
    for (int64_t i = count; i < width && width <= INT32_MAX; i++)
        builder_add_char(&out, '0');
    builder_add_chars(&out, text + sign, (size_t)count - sign);
    return bytes_like_finish(vm, args[0], &out);
}

Value bytes_method_translate(Vm *vm, Value *args, int argc) {
    (void)argc;
    if ((args[1] != NONE && !bytes_like_check(vm, args[1])) ||
        (args[2] != NOTHING && !bytes_like_check(vm, args[2])))
        return NOTHING;
    if (args[1] != NONE && count_of(args[1]) != 256)
        return vm_raise(vm, vm->exceptions.ValueError, "translation table must be 256 characters long");
    StringBuilder out;
    builder_init(&out);
    for (size_t i = 0; i < count_of(args[0]); i++) {
        unsigned char c = (unsigned char)chars_of(args[0])[i];
        if (args[2] != NOTHING && memchr(chars_of(args[2]), c, count_of(args[2])) != NULL)
            continue;
        builder_add_char(&out, args[1] == NONE ? (char)c : chars_of(args[1])[c]);
    }
    return bytes_like_finish(vm, args[0], &out);
}

Value bytes_method_maketrans(Vm *vm, Value *args, int argc) {
    (void)argc;
    if (!bytes_like_check(vm, args[0]) || !bytes_like_check(vm, args[1]))
        return NOTHING;
    if (count_of(args[0]) != count_of(args[1]))
        return vm_raise(vm, vm->exceptions.ValueError, "maketrans arguments must have same length");
    Value table = bytes_new(vm, NULL, 256);
    uint8_t *bytes = AS(Bytes, table)->bytes;
    for (int i = 0; i < 256; i++)
        bytes[i] = (uint8_t)i;
    for (size_t i = 0; i < count_of(args[0]); i++)
        bytes[(unsigned char)chars_of(args[0])[i]] = (uint8_t)chars_of(args[1])[i];
    return table;
}
