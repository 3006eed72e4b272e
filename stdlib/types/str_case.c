/* str's methods about letters: case mappings, and what kind of characters a string is made of. */
#include "lexer/identifier.h"
#include "stdlib/types/str_methods.h"
#include "stdlib/types/unicode.h"

/* --- Case mappings -------------------------------------------------------------------------------- */

typedef int (*CaseMapping)(uint32_t c, uint32_t out[3]);

static void add_mapped(StringBuilder *out, CaseMapping mapping, uint32_t c) {
    uint32_t mapped[3];
    int count = mapping(c, mapped);
    for (int i = 0; i < count; i++)
        builder_add_code_point(out, mapped[i]);
}

/* A capital sigma at the end of a word becomes the final form: after a cased letter, with none behind it,
 * what may be ignored left out of account. */
static bool is_final_sigma(const String *string, const char *sigma) {
    const char *at = sigma;
    bool cased_before = false;
    while (at > string->chars) {
        do
            at--;
        while (((unsigned char)*at & 0xc0) == 0x80);
        const char *next = at;
        uint32_t c = utf8_decode(&next);
        if (!unicode_is_case_ignorable(c)) {
            cased_before = unicode_is_cased(c);
            break;
        }
    }
    if (!cased_before)
        return false;
    const char *end = string->chars + string->byte_count;
    at = sigma;
    utf8_decode(&at);
    while (at < end) {
        uint32_t c = utf8_decode(&at);
        if (!unicode_is_case_ignorable(c))
            return !unicode_is_cased(c);
    }
    return true;
}

/* Adds c in lower case; `at` is where it stands in `string`. */
static void add_lower(StringBuilder *out, const String *string, const char *at, uint32_t c) {
    if (c == 0x3a3)
        builder_add_code_point(out, is_final_sigma(string, at) ? 0x3c2 : 0x3c3);
    else
        add_mapped(out, unicode_to_lower_case, c);
}

/* The whole string through a mapping (NULL: to lower case). In an ASCII string that changes the letters from
 * `first` on: 'a' for capitals, 'A' for small letters. */
static Value map_string(Vm *vm, Value v, char first, CaseMapping mapping) {
    const String *string = AS(String, v);
    if (string_is_ascii(string)) {
        String *result = string_allocate(vm, string->byte_count);
        for (uint32_t i = 0; i < string->byte_count; i++) {
            unsigned char c = (unsigned char)string->chars[i];
            result->chars[i] = (char)(c ^ ((unsigned char)(c - (unsigned char)first) < 26 ? 0x20 : 0));
        }
        string_finish(result);
        return object_value(result);
    }
    StringBuilder out;
    builder_init(&out);
    const char *at = string->chars, *end = at + string->byte_count;
    while (at < end) {
        const char *start = at;
        uint32_t c = utf8_decode(&at);
        if (mapping == NULL)
            add_lower(&out, string, start, c);
        else
            add_mapped(&out, mapping, c);
    }
    return builder_finish(vm, &out);
}

Value str_method_upper(Vm *vm, Value *args, int argc) {
    (void)argc;
    return map_string(vm, args[0], 'a', unicode_to_upper_case);
}

Value str_method_lower(Vm *vm, Value *args, int argc) {
    (void)argc;
    return map_string(vm, args[0], 'A', NULL);
}

Value str_method_casefold(Vm *vm, Value *args, int argc) {
    (void)argc;
    return map_string(vm, args[0], 'A', unicode_fold_case);
}

Value str_method_capitalize(Vm *vm, Value *args, int argc) {
    (void)argc;
    const String *string = AS(String, args[0]);
    StringBuilder out;
    builder_init(&out);
    const char *at = string->chars, *end = at + string->byte_count;
    if (at < end)
        add_mapped(&out, unicode_to_title_case, utf8_decode(&at));
    while (at < end) {
        const char *start = at;
        uint32_t c = utf8_decode(&at);
        add_lower(&out, string, start, c);
    }
    return builder_finish(vm, &out);
}

Value str_method_title(Vm *vm, Value *args, int argc) {
    (void)argc;
    const String *string = AS(String, args[0]);
    StringBuilder out;
    builder_init(&out);
    const char *at = string->chars, *end = at + string->byte_count;
    bool cased_before = false;
    while (at < end) {
        const char *start = at;
        uint32_t c = utf8_decode(&at);
        if (cased_before)
            add_lower(&out, string, start, c);
        else
            add_mapped(&out, unicode_to_title_case, c);
        cased_before = unicode_is_cased(c);
    }
    return builder_finish(vm, &out);
}

Value str_method_swapcase(Vm *vm, Value *args, int argc) {
    (void)argc;
    const String *string = AS(String, args[0]);
    StringBuilder out;
    builder_init(&out);
    const char *at = string->chars, *end = at + string->byte_count;
    while (at < end) {
        const char *start = at;
        uint32_t c = utf8_decode(&at);
        if (unicode_is_upper(c))
            add_lower(&out, string, start, c);
        else if (unicode_is_lower(c))
            add_mapped(&out, unicode_to_upper_case, c);
        else
            builder_add_chars(&out, start, (size_t)(at - start));
    }
    return builder_finish(vm, &out);
}

/* --- Predicates ----------------------------------------------------------------------------------- */

/* Does it hold for every character, and is there one? */
static Value every(Value v, bool (*holds)(uint32_t c)) {
    const String *string = AS(String, v);
    const char *at = string->chars, *end = at + string->byte_count;
    if (at == end)
        return FALSE_VALUE;
    while (at < end)
        if (!holds(utf8_decode(&at)))
            return FALSE_VALUE;
    return TRUE_VALUE;
}

static bool is_decimal(uint32_t c) {
    return unicode_decimal(c) >= 0;
}

static bool is_alphanumeric(uint32_t c) {
    return unicode_is_alpha(c) || is_decimal(c) || unicode_is_digit(c) || unicode_is_numeric(c);
}

#define PREDICATE(name, holds)                               \
    Value str_method_##name(Vm *vm, Value *args, int argc) { \
        (void)vm, (void)argc;                                \
        return every(args[0], holds);                        \
    }

PREDICATE(isalpha, unicode_is_alpha)
PREDICATE(isdecimal, is_decimal)
PREDICATE(isdigit, unicode_is_digit)
PREDICATE(isnumeric, unicode_is_numeric)
PREDICATE(isalnum, is_alphanumeric)
PREDICATE(isspace, unicode_is_space)

Value str_method_isascii(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    return bool_value(string_is_ascii(AS(String, args[0])));
}

Value str_method_isprintable(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    return AS(String, args[0])->byte_count == 0 ? TRUE_VALUE : every(args[0], unicode_is_printable);
}

Value str_method_isidentifier(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    const String *string = AS(String, args[0]);
    const char *at = string->chars, *end = at + string->byte_count;
    if (at == end || !identifier_can_start(utf8_decode(&at)))
        return FALSE_VALUE;
    while (at < end)
        if (!identifier_can_continue(utf8_decode(&at)))
            return FALSE_VALUE;
    return TRUE_VALUE;
}

/* Some character is of the wanted case and none of another. */
static Value has_only_case(Value v, bool (*wanted)(uint32_t c), bool (*other)(uint32_t c)) {
    const String *string = AS(String, v);
    const char *at = string->chars, *end = at + string->byte_count;
    bool found = false;
    while (at < end) {
        uint32_t c = utf8_decode(&at);
        if (other(c) || unicode_is_title(c))
            return FALSE_VALUE;
        found = found || wanted(c);
    }
    return bool_value(found);
}

Value str_method_islower(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    return has_only_case(args[0], unicode_is_lower, unicode_is_upper);
}

Value str_method_isupper(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    return has_only_case(args[0], unicode_is_upper, unicode_is_lower);
}

Value str_method_istitle(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    const String *string = AS(String, args[0]);
    const char *at = string->chars, *end = at + string->byte_count;
    bool cased_before = false, found = false;
    while (at < end) {
        uint32_t c = utf8_decode(&at);
        bool capital = unicode_is_upper(c) || unicode_is_title(c);
        bool small = unicode_is_lower(c);
        if ((capital && cased_before) || (small && !cased_before))
            return FALSE_VALUE;
        cased_before = capital || small;
        found = found || cased_before;
    }
    return bool_value(found);
}
