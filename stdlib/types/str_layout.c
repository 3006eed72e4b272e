/* str's methods that pad, translate, format and encode. */
#include "stdlib/format/format.h"
#include "stdlib/types/byte_search.h"
#include "stdlib/types/codecs.h"
#include "stdlib/types/str_methods.h"
#include "vm/call.h"
#include "vm/dict.h"

static void add_fill(StringBuilder *out, int64_t count, const char *fill, size_t fill_count) {
    for (int64_t i = 0; i < count; i++)
        builder_add_chars(out, fill, fill_count);
}

enum { PAD_LEFT, PAD_RIGHT, PAD_BOTH };

static Value pad(Vm *vm, Value *args, int argc, int where) {
    int64_t width;
    if (!value_to_index(vm, args[1], &width))
        return NOTHING;
    const char *fill = " ";
    size_t fill_count = 1;
    if (argc > 2) {
        if (!is_string(args[2]))
            return vm_raise(vm, vm->exceptions.TypeError,
                            "The fill character must be a unicode character, not %T", args[2]);
        if (AS(String, args[2])->length != 1)
            return vm_raise(vm, vm->exceptions.TypeError,
                            "The fill character must be exactly one character long");
        fill = AS(String, args[2])->chars;
        fill_count = AS(String, args[2])->byte_count;
    }
    const String *string = AS(String, args[0]);
    int64_t padding = width - string->length;
    if (padding <= 0)
        return str_plain(vm, args[0]);
    if (padding > INT32_MAX)
        return vm_raise_value(vm, exception_new(vm, vm->exceptions.MemoryError, NULL));
    /* The odd one goes left when the width is odd, as CPython has it. */
    int64_t left = where == PAD_LEFT ? padding : where == PAD_RIGHT ? 0 : padding / 2 + (padding & width & 1);
    StringBuilder out;
    builder_init(&out);
    add_fill(&out, left, fill, fill_count);
    builder_add_string(&out, string);
    add_fill(&out, padding - left, fill, fill_count);
    return builder_finish(vm, &out);
}

Value str_method_center(Vm *vm, Value *args, int argc) {
    return pad(vm, args, argc, PAD_BOTH);
}

Value str_method_ljust(Vm *vm, Value *args, int argc) {
    return pad(vm, args, argc, PAD_RIGHT);
}

Value str_method_rjust(Vm *vm, Value *args, int argc) {
    return pad(vm, args, argc, PAD_LEFT);
}

Value str_method_zfill(Vm *vm, Value *args, int argc) {
    (void)argc;
    int64_t width;
    if (!value_to_index(vm, args[1], &width))
        return NOTHING;
    const String *string = AS(String, args[0]);
    int64_t padding = width - string->length;
    if (padding <= 0)
        return str_plain(vm, args[0]);
    if (padding > INT32_MAX)
        return vm_raise_value(vm, exception_new(vm, vm->exceptions.MemoryError, NULL));
    size_t sign = string->byte_count > 0 && (string->chars[0] == '+' || string->chars[0] == '-');
    StringBuilder out;
    builder_init(&out);
    builder_add_chars(&out, string->chars, sign);
    add_fill(&out, padding, "0", 1);
    builder_add_chars(&out, string->chars + sign, string->byte_count - sign);
    return builder_finish(vm, &out);
}

Value str_method_expandtabs(Vm *vm, Value *args, int argc) {
    (void)argc;
    int32_t size = 8;
    if (args[1] != NOTHING && !value_to_c_int(vm, args[1], &size))
        return NOTHING;
    StringBuilder out;
    builder_init(&out);
    bytes_expand_tabs(&out, AS(String, args[0])->chars, AS(String, args[0])->byte_count, size, true);
    return builder_finish(vm, &out);
}

/* --- format and encode ---------------------------------------------------------------------------- */

/* Natively: [self], the keywords, then all positional arguments. */
Value str_method_format(Vm *vm, Value *args, int argc) {
    return format_str_format(vm, AS(String, args[0]), args + 2, argc - 2, args[1]);
}

Value str_method_format_map(Vm *vm, Value *args, int argc) {
    (void)argc;
    return format_map(vm, AS(String, args[0]), args[1]);
}

Value str_method_encode(Vm *vm, Value *args, int argc) {
    (void)argc;
    if (!codec_check_arguments(vm, "encode", args[1], args[2]))
        return NOTHING;
    return codec_encode(vm, AS(String, args[0]), args[1], args[2]);
}

/* --- translate ------------------------------------------------------------------------------------ */

/* Adds what table[c] says: a code point, a str, nothing for None; c itself where the table has none. False:
 * raised. */
static bool add_translated(Vm *vm, StringBuilder *out, Value table, uint32_t c) {
    Value mapped = value_get_item(vm, table, small_int(c));
    if (mapped == NOTHING) {
        if (!vm_exception_is(vm, vm->exceptions.LookupError))
            return false;
        vm_clear_exception(vm);
        builder_add_code_point(out, c);
        return true;
    }
    if (mapped == NONE)
        return true;
    if (is_string(mapped)) {
        builder_add_string(out, AS(String, mapped));
        return true;
    }
    if (!value_is_integer(mapped)) {
        vm_raise(vm, vm->exceptions.TypeError, "character mapping must return integer, None or str");
        return false;
    }
    int64_t code_point = value_integer(mapped);
    if (code_point < 0 || code_point > 0x10ffff) {
        vm_raise(vm, vm->exceptions.ValueError, "character mapping must be in range(0x110000)");
        return false;
    }
    builder_add_code_point(out, (uint32_t)code_point);
    return true;
}

Value str_method_translate(Vm *vm, Value *args, int argc) {
    (void)argc;
    const String *string = AS(String, args[0]);
    const char *at = string->chars, *end = at + string->byte_count;
    StringBuilder out;
    builder_init(&out);
    while (at < end) {
        if (!add_translated(vm, &out, args[1], utf8_decode(&at))) {
            builder_free(&out);
            return NOTHING;
        }
    }
    return builder_finish(vm, &out);
}

static Value maketrans_from_dict(Vm *vm, Value given) {
    if (!is_dict(given))
        return vm_raise(vm, vm->exceptions.TypeError,
                        "if you give only one argument to maketrans it must be a dict");
    Dict *table = dict_new(vm);
    uint32_t position = 0;
    DictEntry *entry;
    while ((entry = dict_next(AS(Dict, given), &position)) != NULL) {
        Value key = entry->key;
        if (is_string(key)) {
            if (AS(String, key)->length != 1)
                return vm_raise(vm, vm->exceptions.ValueError,
                                "string keys in translate table must be of length 1");
            key = small_int(string_code_point_at(AS(String, key), 0));
        } else if (!value_is_integer(key)) {
            return vm_raise(vm, vm->exceptions.TypeError,
                            "keys in translate table must be strings or integers");
        }
        if (!dict_set(vm, table, key, entry->value))
            return NOTHING;
    }
    return object_value(table);
}

Value str_method_maketrans(Vm *vm, Value *args, int argc) {
    if (argc == 1)
        return maketrans_from_dict(vm, args[0]);
    for (int i = 0; i < argc; i++) {
        if (is_string(args[i]))
            continue;
        if (i == 0)
            return vm_raise(vm, vm->exceptions.TypeError,
                            "first maketrans argument must be a string if there is a second argument");
        return vm_raise(vm, vm->exceptions.TypeError, "maketrans() argument %d must be str, not %T", i + 1,
                        args[i]);
    }
    const String *from = AS(String, args[0]), *to = AS(String, args[1]);
    if (from->length != to->length)
        return vm_raise(vm, vm->exceptions.ValueError,
                        "the first two maketrans arguments must have equal length");
    Dict *table = dict_new(vm);
    const char *from_at = from->chars, *to_at = to->chars;
    for (uint32_t i = 0; i < from->length; i++) {
        Value key = small_int(utf8_decode(&from_at));
        dict_set(vm, table, key, small_int(utf8_decode(&to_at)));
    }
    if (argc > 2) {
        const String *dropped = AS(String, args[2]);
        const char *at = dropped->chars;
        for (uint32_t i = 0; i < dropped->length; i++)
            dict_set(vm, table, small_int(utf8_decode(&at)), NONE);
    }
    return object_value(table);
}
