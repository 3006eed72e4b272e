#include "vm/string.h"

#include "vm/memory.h"
#include "vm/vm.h"

static String *new_raw(Vm *vm, size_t byte_count) {
    if (byte_count > UINT32_MAX - sizeof(String) - 1)
        memory_exhausted();
    String *string = heap_allocate_raw(vm->heap, sizeof(String) + byte_count + 1, KIND_STRING,
                                       vm->types_by_kind[KIND_STRING]);
    string->byte_count = (uint32_t)byte_count;
    string->chars[byte_count] = '\0';
    return string;
}

/* The shared string of one ASCII character. */
static String *ascii_string(Vm *vm, unsigned char c) {
    if (!vm->ascii_strings[c]) {
        char chars[1] = {(char)c};
        vm->ascii_strings[c] = string_intern_chars(vm, chars, 1);
    }
    return vm->ascii_strings[c];
}

static String *new_with_length(Vm *vm, const char *chars, size_t byte_count, size_t length) {
    String *string = new_raw(vm, byte_count);
    chars_copy(string->chars, chars, byte_count);
    string->length = (uint32_t)length;
    return string;
}

String *string_new(Vm *vm, const char *chars, size_t byte_count) {
    if (byte_count <= 1 && vm->empty_string) {
        if (byte_count == 0)
            return vm->empty_string;
        if (!(chars[0] & 0x80))
            return ascii_string(vm, (unsigned char)chars[0]);
    }
    return new_with_length(vm, chars, byte_count, utf8_length(chars, byte_count));
}

String *string_new_ascii(Vm *vm, const char *chars, size_t byte_count) {
    return byte_count <= 1 ? string_new(vm, chars, byte_count)
                           : new_with_length(vm, chars, byte_count, byte_count);
}

String *string_from_c(Vm *vm, const char *chars) {
    return string_new(vm, chars, strlen(chars));
}

Value string_value(Vm *vm, const char *chars) {
    return object_value(string_from_c(vm, chars));
}

String *string_format(Vm *vm, const char *format, ...) {
    StringBuilder b;
    builder_init(&b);
    va_list list;
    va_start(list, format);
    builder_format_list(vm, &b, format, list);
    va_end(list);
    return AS(String, builder_finish(vm, &b));
}

String *string_from_code_point(Vm *vm, uint32_t code_point) {
    if (code_point < 128)
        return ascii_string(vm, (unsigned char)code_point);
    char chars[4];
    int count = utf8_encode(code_point, chars);
    return string_new(vm, chars, (size_t)count);
}

String *string_allocate(Vm *vm, size_t byte_count) {
    String *string = new_raw(vm, byte_count);
    string->length = 0;
    return string;
}

void string_finish(String *string) {
    string->chars[string->byte_count] = '\0';
    string->length = (uint32_t)utf8_length(string->chars, string->byte_count);
}

/* --- Comparing ------------------------------------------------------------------------------------ */

static inline uint64_t mix(uint64_t a, uint64_t b) {
    __extension__ typedef unsigned __int128 Wide;
    Wide product = (Wide)a * b;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

/* Eight bytes at a time, each multiplied into the state so that every bit reaches every other. */
uint32_t string_hash_chars(const char *chars, size_t count) {
    const uint64_t factor = 0x9e3779b97f4a7c15u;
    uint64_t state = count ^ 0x2545f4914f6cdd1du, word;
    for (; count > 8; chars += 8, count -= 8) {
        memcpy(&word, chars, 8);
        state = mix(state ^ word, factor);
    }
    state = mix(state ^ chars_word(chars, count), factor);
    state = mix(state, 0xd6e8feb86659fd93u);
    uint32_t hash = (uint32_t)(state ^ state >> 32);
    return hash ? hash : 1;
}

bool string_equal(const String *a, const String *b) {
    if (a == b)
        return true;
    if (a->byte_count != b->byte_count || (a->head.flags & b->head.flags & OBJ_INTERNED))
        return false;
    if (a->head.aux && b->head.aux && a->head.aux != b->head.aux)
        return false;
    return chars_equal(a->chars, b->chars, a->byte_count);
}

bool string_equal_c(const String *a, const char *b) {
    size_t count = strlen(b);
    return a->byte_count == count && memcmp(a->chars, b, count) == 0;
}

int string_compare(const String *a, const String *b) {
    /* The order of UTF-8 bytes is the order of code points. */
    uint32_t common = a->byte_count < b->byte_count ? a->byte_count : b->byte_count;
    int order = memcmp(a->chars, b->chars, common);
    return order ? order : (a->byte_count > b->byte_count) - (a->byte_count < b->byte_count);
}

/* --- Parts ---------------------------------------------------------------------------------------- */

Value string_concatenate(Vm *vm, String *a, String *b) {
    const Type *str = vm->types_by_kind[KIND_STRING];
    if (b->byte_count == 0 && a->head.type == str)
        return object_value(a);
    if (a->byte_count == 0 && b->head.type == str)
        return object_value(b);
    String *joined = new_raw(vm, (size_t)a->byte_count + b->byte_count);
    chars_copy(joined->chars, a->chars, a->byte_count);
    chars_copy(joined->chars + a->byte_count, b->chars, b->byte_count);
    joined->length = a->length + b->length;
    return object_value(joined);
}

Value string_grow(Vm *vm, String *a, String *b, Value growing[2]) {
    enum { WORTH_IT = 256 };
    size_t count = (size_t)a->byte_count + b->byte_count;
    if (growing[0] != object_value(a) || count > (size_t)small_int_value(growing[1])) {
        if (count < WORTH_IT || count > UINT32_MAX / 4)
            return string_concatenate(vm, a, b);
        String *roomy = new_raw(vm, count * 2);
        memcpy(roomy->chars, a->chars, a->byte_count);
        roomy->byte_count = a->byte_count;
        roomy->length = a->length;
        roomy->head.flags |= OBJ_GROWING;
        growing[0] = object_value(roomy);
        growing[1] = small_int((int64_t)count * 2);
        a = roomy;
    }
    memcpy(a->chars + a->byte_count, b->chars, b->byte_count);
    a->chars[count] = '\0';
    a->byte_count = (uint32_t)count;
    a->length += b->length;
    a->head.aux = 0; /* its hash is another one now */
    return object_value(a);
}

Value string_settled(Vm *vm, Value v) {
    if (!is_string(v) || !(as_object(v)->flags & OBJ_GROWING))
        return v;
    return object_value(string_new(vm, AS(String, v)->chars, AS(String, v)->byte_count));
}

size_t string_byte_offset(const String *string, int64_t index) {
    if (string_is_ascii(string))
        return (size_t)index;
    if (index == string->length)
        return string->byte_count;
    const char *at = string->chars;
    while (index > 0) {
        at++;
        while ((*at & 0xc0) == 0x80)
            at++;
        index--;
    }
    return (size_t)(at - string->chars);
}

uint32_t string_code_point_at(const String *string, int64_t index) {
    const char *at = string->chars + string_byte_offset(string, index);
    return utf8_decode(&at);
}

Value string_slice(Vm *vm, String *string, int64_t start, int64_t end) {
    if (start >= end)
        return object_value(vm->empty_string);
    if (start == 0 && end == string->length && string->head.type == vm->types_by_kind[KIND_STRING])
        return object_value(string);
    size_t first = string_byte_offset(string, start), count;
    if (string_is_ascii(string)) {
        count = (size_t)(end - start);
    } else {
        const char *at = string->chars + first;
        for (int64_t i = start; i < end; i++)
            utf8_decode(&at);
        count = (size_t)(at - string->chars) - first;
    }
    return object_value(string_new(vm, string->chars + first, count));
}

Value bytes_new(Vm *vm, const void *bytes, size_t count) {
    if (count > UINT32_MAX - sizeof(Bytes) - 1)
        memory_exhausted();
    Bytes *made =
        heap_allocate_raw(vm->heap, sizeof(Bytes) + count + 1, KIND_BYTES, vm->types_by_kind[KIND_BYTES]);
    made->count = (uint32_t)count;
    if (bytes && count)
        memcpy(made->bytes, bytes, count);
    else
        memset(made->bytes, 0, count);
    made->bytes[count] = 0;
    return object_value(made);
}
