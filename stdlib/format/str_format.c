/* str.format: replacement fields with attributes, indices, conversions and nested specs. */
#include <ctype.h>

#include "stdlib/format/format.h"
#include "vm/call.h"
#include "vm/dict.h"

typedef enum Numbering { NUMBERING_UNKNOWN, NUMBERING_AUTOMATIC, NUMBERING_MANUAL } Numbering;

typedef struct FieldFormatter {
    Vm *vm;
    const Value *args;
    int argc;
    Value keywords; /* a Dict or NOTHING; for format_map any mapping */
    bool only_mapping;
    Numbering numbering;
    int64_t next_index;
} FieldFormatter;

static bool format_text(FieldFormatter *f, const char *at, const char *end, StringBuilder *out, int depth);

static bool raise_format(FieldFormatter *f, const char *message) {
    vm_raise(f->vm, f->vm->exceptions.ValueError, "%s", message);
    return false;
}

/* A number in [at, end), or -1 when it is not one; -2: raised. */
static int64_t parse_index(FieldFormatter *f, const char *at, const char *end) {
    int64_t number = 0;
    if (at == end)
        return -1;
    for (; at < end; at++) {
        if (!isdigit((unsigned char)*at))
            return -1;
        if (number > (INT64_MAX - 9) / 10) {
            raise_format(f, "Too many decimal digits in format string");
            return -2;
        }
        number = number * 10 + (*at - '0');
    }
    return number;
}

/* The first part of a field name: a number, nothing (the next number), or a keyword. */
static Value field_first(FieldFormatter *f, const char *at, const char *end) {
    Vm *vm = f->vm;
    int64_t index = parse_index(f, at, end);
    if (index == -2)
        return NOTHING;
    if (at == end || index >= 0) {
        Numbering wanted = at == end ? NUMBERING_AUTOMATIC : NUMBERING_MANUAL;
        if (f->numbering == NUMBERING_UNKNOWN)
            f->numbering = wanted;
        if (f->only_mapping) {
            raise_format(f, "Format string contains positional fields");
            return NOTHING;
        }
        if (f->numbering != wanted) {
            raise_format(f,
                         wanted == NUMBERING_MANUAL
                             ? "cannot switch from automatic field numbering to manual field specification"
                             : "cannot switch from manual field specification to automatic field numbering");
            return NOTHING;
        }
        if (wanted == NUMBERING_AUTOMATIC)
            index = f->next_index++;
        if (index >= f->argc)
            return vm_raise(vm, vm->exceptions.IndexError,
                            "Replacement index %l out of range for positional args tuple", index);
        return f->args[index];
    }
    String *name = string_new(vm, at, (size_t)(end - at));
    if (f->only_mapping)
        return value_get_item(vm, f->keywords, object_value(name));
    Value v = f->keywords == NOTHING ? NOTHING : dict_get_string(AS(Dict, f->keywords), name);
    return v != NOTHING ? v : vm_raise_argument(vm, vm->exceptions.KeyError, object_value(name));
}

/* Follows ".name" and "[key]" to the end of the field name. */
static Value field_follow(FieldFormatter *f, Value v, const char *at, const char *end) {
    Vm *vm = f->vm;
    while (at < end) {
        bool attribute = *at++ == '.';
        const char *start = at;
        while (at < end && (attribute ? *at != '.' && *at != '[' : *at != ']'))
            at++;
        if (!attribute && at == end) {
            raise_format(f, "Missing ']' in format string");
            return NOTHING;
        }
        if (at == start) {
            raise_format(f, "Empty attribute in format string");
            return NOTHING;
        }
        vm_root(vm, v);
        if (attribute) {
            v = value_get_attribute(vm, v, string_intern_chars(vm, start, (size_t)(at - start)));
        } else {
            int64_t index = parse_index(f, start, at);
            if (index == -2)
                return NOTHING;
            Value key =
                index >= 0 ? int_value(vm, index) : object_value(string_new(vm, start, (size_t)(at - start)));
            v = key == NOTHING ? NOTHING : value_get_item(vm, v, key);
            at++;
            if (v != NOTHING && at < end && *at != '.' && *at != '[') {
                raise_format(f, "Only '.' or '[' may follow ']' in format field specifier");
                return NOTHING;
            }
        }
        if (v == NOTHING)
            return NOTHING;
    }
    return v;
}

static Value field_value(FieldFormatter *f, const char *at, const char *end) {
    const char *stop = at;
    while (stop < end && *stop != '.' && *stop != '[')
        stop++;
    Value v = field_first(f, at, stop);
    return v == NOTHING ? NOTHING : field_follow(f, v, stop, end);
}

/* One field: name [at, name_end), a conversion or 0, and a spec, which may hold fields of its own. */
static bool format_field(FieldFormatter *f, const char *at, const char *name_end, uint32_t conversion,
                         const char *spec, const char *spec_end, StringBuilder *out, int depth) {
    Vm *vm = f->vm;
    Value v = field_value(f, at, name_end);
    if (v == NOTHING)
        return false;
    vm_root(vm, v);
    if (conversion != 0) {
        if (conversion != 'r' && conversion != 's' && conversion != 'a') {
            char text[5] = {0};
            utf8_encode(conversion, text);
            if (conversion > 32 && conversion < 127)
                vm_raise(vm, vm->exceptions.ValueError, "Unknown conversion specifier %s", text);
            else
                vm_raise(vm, vm->exceptions.ValueError, "Unknown conversion specifier \\x%s", text);
            return false;
        }
        v = conversion == 'r' ? value_repr(vm, v) : conversion == 's' ? value_str(vm, v) : value_ascii(vm, v);
        if (v == NOTHING)
            return false;
        vm_root(vm, v);
    }
    String *spec_string = vm->empty_string;
    if (spec < spec_end) {
        StringBuilder expanded;
        builder_init(&expanded);
        if (memchr(spec, '{', (size_t)(spec_end - spec)) == NULL) {
            builder_add_chars(&expanded, spec, (size_t)(spec_end - spec));
        } else if (!format_text(f, spec, spec_end, &expanded, depth - 1)) {
            builder_free(&expanded);
            return false;
        }
        spec_string = AS(String, builder_finish(vm, &expanded));
        vm_root(vm, object_value(spec_string));
    }
    Value text = value_format(vm, v, spec_string);
    if (text == NOTHING)
        return false;
    builder_add_string(out, AS(String, text));
    return true;
}

/* Reads the field that follows a '{' and formats it; *position moves behind its '}'. */
static bool format_next_field(FieldFormatter *f, const char **position, const char *end, StringBuilder *out,
                              int depth) {
    const char *at = *position, *name = at;
    bool bracket = false;
    for (; at < end; at++) {
        if (*at == '{')
            return raise_format(f, "unexpected '{' in field name");
        if (*at == '[')
            bracket = true;
        else if (*at == ']')
            bracket = false;
        else if (!bracket && (*at == '}' || *at == ':' || *at == '!'))
            break;
    }
    if (at == end)
        return raise_format(f, "expected '}' before end of string");
    const char *name_end = at, *spec = at, *spec_end = at;
    uint32_t conversion = 0;
    if (*at == '!') {
        at++;
        if (at == end)
            return raise_format(f, "end of string while looking for conversion specifier");
        conversion = utf8_decode(&at);
        if (at == end)
            return raise_format(f, "unmatched '{' in format spec");
        if (*at != ':' && *at != '}')
            return raise_format(f, "expected ':' after conversion specifier");
    }
    if (*at == ':') {
        spec = ++at;
        int nesting = 1;
        for (; at < end; at++) {
            nesting += *at == '{' ? 1 : *at == '}' ? -1 : 0;
            if (nesting == 0)
                break;
        }
        if (at == end)
            return raise_format(f, "unmatched '{' in format spec");
        spec_end = at;
    }
    *position = at + 1;
    return format_field(f, name, name_end, conversion, spec, spec_end, out, depth);
}

static bool format_text(FieldFormatter *f, const char *at, const char *end, StringBuilder *out, int depth) {
    if (depth < 0)
        return raise_format(f, "Max string recursion exceeded");
    while (at < end) {
        const char *start = at;
        while (at < end && *at != '{' && *at != '}')
            at++;
        builder_add_chars(out, start, (size_t)(at - start));
        if (at == end)
            break;
        char c = *at++;
        if (at < end && *at == c) {
            builder_add_char(out, c);
            at++;
            continue;
        }
        if (c == '}')
            return raise_format(f, "Single '}' encountered in format string");
        if (at == end)
            return raise_format(f, "Single '{' encountered in format string");
        size_t roots = vm_root_mark(f->vm);
        bool fine = format_next_field(f, &at, end, out, depth);
        vm_root_reset(f->vm, roots);
        if (!fine)
            return false;
    }
    return true;
}

static Value format_all(FieldFormatter *f, String *format) {
    Vm *vm = f->vm;
    StringBuilder out;
    builder_init(&out);
    size_t roots = vm_root_mark(vm);
    vm_root(vm, object_value(format));
    vm_root(vm, f->keywords);
    bool fine = format_text(f, format->chars, format->chars + format->byte_count, &out, 1);
    vm_root_reset(vm, roots);
    if (!fine) {
        builder_free(&out);
        return NOTHING;
    }
    return builder_finish(vm, &out);
}

Value format_str_format(Vm *vm, String *format, const Value *args, int argc, Value keywords) {
    FieldFormatter f = {.vm = vm, .args = args, .argc = argc, .keywords = keywords};
    return format_all(&f, format);
}

Value format_map(Vm *vm, String *format, Value mapping) {
    FieldFormatter f = {.vm = vm, .keywords = mapping, .only_mapping = true};
    return format_all(&f, format);
}
