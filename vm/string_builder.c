#include <stdio.h>
#include <stdlib.h>

#include "vm/memory.h"
#include "vm/vm.h"

void builder_init(StringBuilder *b) {
    b->chars = NULL;
    b->count = b->capacity = 0;
}

void builder_free(StringBuilder *b) {
    if (b->chars != b->small)
        free(b->chars);
    builder_init(b);
}

static void grow(StringBuilder *b, size_t count) {
    if (!b->chars && count <= sizeof b->small) {
        b->chars = b->small;
        b->capacity = sizeof b->small;
        return;
    }
    size_t capacity = b->capacity ? b->capacity * 2 : 2 * sizeof b->small;
    while (capacity < b->count + count)
        capacity *= 2;
    if (b->chars == b->small)
        b->chars = memcpy(memory_new(capacity, 1), b->small, b->count);
    else
        b->chars = memory_resize(b->chars, capacity, 1);
    b->capacity = capacity;
}

static inline char *make_room(StringBuilder *b, size_t count) {
    if (b->count + count > b->capacity)
        grow(b, count);
    return b->chars + b->count;
}

void builder_add_char(StringBuilder *b, char c) {
    *make_room(b, 1) = c;
    b->count++;
}

void builder_add_chars(StringBuilder *b, const char *chars, size_t count) {
    if (count == 0)
        return;
    chars_copy(make_room(b, count), chars, count);
    b->count += count;
}

void builder_add_c(StringBuilder *b, const char *chars) {
    builder_add_chars(b, chars, strlen(chars));
}

void builder_add_string(StringBuilder *b, const String *string) {
    builder_add_chars(b, string->chars, string->byte_count);
}

void builder_add_code_point(StringBuilder *b, uint32_t code_point) {
    b->count += (size_t)utf8_encode(code_point, make_room(b, 4));
}

/* Adds repr(v) or str(v), or a stand-in where that raises. */
static void add_text_of(Vm *vm, StringBuilder *b, Value v, Value (*text_of)(Vm *, Value)) {
    Value pending = vm->thread->exception;
    vm_root(vm, pending);
    vm->thread->exception = NOTHING;
    Value text = text_of(vm, v);
    if (text == NOTHING)
        builder_add_c(b, "<unprintable>");
    else
        builder_add_string(b, AS(String, text));
    vm->thread->exception = pending;
}

static bool runs_scripts(const char *format) {
    for (; *format; format++)
        if (format[0] == '%' && *++format && (*format == 'R' || *format == 'V'))
            return true;
    return false;
}

/* Roots all objects among the arguments: making the text of one may run a script. */
static void root_arguments(Vm *vm, const char *format, va_list list) {
    for (; *format; format++) {
        if (*format != '%')
            continue;
        switch (*++format) {
        case 'c':
        case 'd': (void)va_arg(list, int); break;
        case 'l': (void)va_arg(list, int64_t); break;
        case 'z': (void)va_arg(list, size_t); break;
        case 's': (void)va_arg(list, const char *); break;
        case 'S':
        case 'N': vm_root(vm, object_value(va_arg(list, void *))); break;
        case 'T':
        case 'R':
        case 'V': vm_root(vm, va_arg(list, Value)); break;
        default: break;
        }
    }
}

static void add_number(StringBuilder *b, const char *format, long long number) {
    char digits[32];
    int count = snprintf(digits, sizeof digits, format, number);
    builder_add_chars(b, digits, (size_t)count);
}

void builder_format_list(Vm *vm, StringBuilder *b, const char *format, va_list list) {
    size_t mark = vm_root_mark(vm);
    if (runs_scripts(format)) {
        va_list copy;
        va_copy(copy, list);
        root_arguments(vm, format, copy);
        va_end(copy);
    }
    while (*format) {
        size_t plain = strcspn(format, "%");
        builder_add_chars(b, format, plain);
        format += plain;
        if (!*format)
            break;
        switch (format[1]) {
        case 's': builder_add_c(b, va_arg(list, const char *)); break;
        case 'd': add_number(b, "%lld", va_arg(list, int)); break;
        case 'l': add_number(b, "%lld", va_arg(list, int64_t)); break;
        case 'z': add_number(b, "%llu", (long long)va_arg(list, size_t)); break;
        case 'c': builder_add_char(b, (char)va_arg(list, int)); break;
        case 'S': builder_add_string(b, va_arg(list, String *)); break;
        case 'T': builder_add_c(b, type_name(vm, va_arg(list, Value))); break;
        case 'N': builder_add_c(b, type_shown_name(va_arg(list, Type *))); break;
        case 'R': add_text_of(vm, b, va_arg(list, Value), value_repr); break;
        case 'V': add_text_of(vm, b, va_arg(list, Value), value_str); break;
        case '\0': vm_root_reset(vm, mark); return;
        default: builder_add_char(b, format[1]); break; /* %% */
        }
        format += 2;
    }
    vm_root_reset(vm, mark);
}

void builder_format(Vm *vm, StringBuilder *b, const char *format, ...) {
    va_list list;
    va_start(list, format);
    builder_format_list(vm, b, format, list);
    va_end(list);
}

Value builder_finish(Vm *vm, StringBuilder *b) {
    String *string = string_new(vm, b->chars ? b->chars : "", b->count);
    builder_free(b);
    return object_value(string);
}

char *builder_take(StringBuilder *b) {
    char *chars = b->chars;
    if (chars == b->small)
        chars = memcpy(memory_new(b->capacity, 1), b->small, b->count);
    builder_init(b);
    return chars;
}
