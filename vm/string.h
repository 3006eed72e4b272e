/* str: immutable UTF-8 with a code-point length; a builder to make them with; the table of interned ones.
 *
 * Identifiers, attribute names and constants are interned: two interned strings are equal only if they are
 * the same object. Index n of an ASCII string (byte_count == length) is byte n; others are walked. */
#ifndef BIDE_VM_STRING_H
#define BIDE_VM_STRING_H

#include <stdarg.h>
#include <stddef.h>

#include "vm/object.h"

/* A new string; `chars` must be UTF-8 (lone surrogates allowed) and may hold NULs. */
String *string_new(Vm *vm, const char *chars, size_t byte_count);
String *string_new_ascii(Vm *vm, const char *chars, size_t byte_count); /* where that is known to be ASCII */
String *string_from_c(Vm *vm, const char *chars);
Value string_value(Vm *vm, const char *chars);          /* string_from_c as a Value */
String *string_format(Vm *vm, const char *format, ...); /* see builder_format */
String *string_from_code_point(Vm *vm, uint32_t code_point);

/* A string with room for `byte_count` bytes, to be filled at once, then finished with the right length. */
String *string_allocate(Vm *vm, size_t byte_count);
void string_finish(String *string); /* counts code points, sets the NUL */

/* The interned string equal to `string`, or made from `chars`. */
String *string_intern(Vm *vm, String *string);
String *string_intern_c(Vm *vm, const char *chars);
String *string_intern_chars(Vm *vm, const char *chars, size_t byte_count);

uint32_t string_hash_chars(const char *chars, size_t byte_count);

/* Never 0; also what value_hash() gives. */
static inline uint32_t string_hash(String *string) {
    if (string->head.aux == 0)
        string->head.aux = string_hash_chars(string->chars, string->byte_count);
    return string->head.aux;
}

/* Eight bytes or less, as the lower bytes of a word (two pieces that may overlap). */
static inline uint64_t chars_word(const char *chars, size_t count) {
    uint32_t low, high;
    uint64_t word;
    if (count == 8) {
        memcpy(&word, chars, 8);
        return word;
    }
    if (count >= 4) {
        memcpy(&low, chars, 4);
        memcpy(&high, chars + count - 4, 4);
        return low | (uint64_t)high << (count - 4) * 8;
    }
    if (count == 0)
        return 0;
    const unsigned char *bytes = (const unsigned char *)chars;
    return bytes[0] | (uint64_t)bytes[count / 2] << count / 2 * 8 |
           (uint64_t)bytes[count - 1] << (count - 1) * 8;
}

/* memcpy(), without a call of it where there is little to copy. */
static inline void chars_copy(char *to, const char *from, size_t count) {
    if (count > 16) {
        memcpy(to, from, count);
    } else if (count >= 8) { /* two pieces that may overlap */
        memcpy(to, from, 8);
        memcpy(to + count - 8, from + count - 8, 8);
    } else if (count >= 4) {
        memcpy(to, from, 4);
        memcpy(to + count - 4, from + count - 4, 4);
    } else if (count > 0) {
        to[0] = from[0];
        to[count / 2] = from[count / 2];
        to[count - 1] = from[count - 1];
    }
}

/* memcmp() == 0; most strings are so short that a call of it costs more than the comparison. */
static inline bool chars_equal(const char *a, const char *b, size_t count) {
    if (count > 16)
        return memcmp(a, b, count) == 0;
    /* Two pieces that may overlap. */
    if (count >= 8)
        return memcmp(a, b, 8) == 0 && memcmp(a + count - 8, b + count - 8, 8) == 0;
    if (count >= 4)
        return memcmp(a, b, 4) == 0 && memcmp(a + count - 4, b + count - 4, 4) == 0;
    return count == 0 || (a[0] == b[0] && a[count / 2] == b[count / 2] && a[count - 1] == b[count - 1]);
}

bool string_equal(const String *a, const String *b);
bool string_equal_c(const String *a, const char *b);
int string_compare(const String *a, const String *b); /* by code point: <0, 0, >0 */
Value string_concatenate(Vm *vm, String *a, String *b);
/* The same for a loop that lengthens a string nobody else can hold (see compile_growth.c): growing[0] is the
 * string that the loop made last, NOTHING at first, and growing[1] the room it has; if it is `a`, that is
 * lengthened in place, else a new one with room to grow takes its place, once it is worth it. */
Value string_grow(Vm *vm, String *a, String *b, Value growing[2]);
/* `v`, or a copy of it when it is a string that may yet be lengthened: for who looks into another's
 * registers. */
Value string_settled(Vm *vm, Value v);

/* The code-point substring [start, end), bounds already clamped. */
Value string_slice(Vm *vm, String *string, int64_t start, int64_t end);
size_t string_byte_offset(const String *string, int64_t index); /* of code point `index` <= length */
uint32_t string_code_point_at(const String *string, int64_t index);

static inline bool string_is_ascii(const String *s) {
    return s->byte_count == s->length;
}

/* UTF-8 itself. Decoding advances *at; input is valid. */
uint32_t utf8_decode(const char **at);
int utf8_encode(uint32_t code_point, char out[4]);        /* returns the byte count */
bool utf8_is_valid(const char *chars, size_t byte_count); /* strictly: no surrogates, shortest forms only */
size_t utf8_length(const char *chars, size_t byte_count);

/* A growing buffer; it must stay where it is, as `chars` may point into it. Free with builder_free, or turn
 * it into a string (which frees it). */
typedef struct StringBuilder {
    char *chars; /* NULL at first, then `small`, then malloc'ed */
    size_t count, capacity;
    char small[80]; /* most texts never need another buffer */
} StringBuilder;

void builder_init(StringBuilder *b);
void builder_free(StringBuilder *b);
void builder_add_char(StringBuilder *b, char c);
void builder_add_chars(StringBuilder *b, const char *chars, size_t count);
void builder_add_c(StringBuilder *b, const char *chars);
void builder_add_string(StringBuilder *b, const String *string);
void builder_add_code_point(StringBuilder *b, uint32_t code_point);
/* %s C string, %d int, %l int64_t, %z size_t, %c char, %S String*, %T type name of a Value, %N name of a
 * Type*, %R repr of a Value (may run script code; on failure the exception is swallowed and "<unprintable>"
 * stands), %V str of a Value, %% */
void builder_format(Vm *vm, StringBuilder *b, const char *format, ...);
void builder_format_list(Vm *vm, StringBuilder *b, const char *format, va_list list);
Value builder_finish(Vm *vm, StringBuilder *b);
/* What it holds, malloc'ed, for the caller to free. The builder is empty again. */
char *builder_take(StringBuilder *b);

/* bytes. All zero when `bytes` is NULL. */
Value bytes_new(Vm *vm, const void *bytes, size_t count);

#endif
