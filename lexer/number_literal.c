#include "lexer/number_literal.h"

#include <stdlib.h>
#include <string.h>

static int digit_value(char c) {
    return c <= '9' ? c - '0' : (c | 32) - 'a' + 10;
}

/* Copy without underscores; `to` has room for `length` and a NUL. */
static size_t strip_underscores(char *to, const char *chars, size_t length) {
    size_t count = 0;
    for (size_t i = 0; i < length; i++) {
        if (chars[i] != '_') {
            to[count++] = chars[i];
        }
    }
    to[count] = '\0';
    return count;
}

static NumberValue int_value(Arena *arena, const char *chars, size_t length, int base) {
    NumberValue value = {.kind = NUMBER_INT, .base = base};
    for (size_t i = 0; i < length; i++) {
        if (chars[i] == '_') {
            continue;
        }
        if (__builtin_mul_overflow(value.integer, base, &value.integer) ||
            __builtin_add_overflow(value.integer, digit_value(chars[i]), &value.integer)) {
            char *digits = arena_allocate(arena, length + 1);
            size_t count = strip_underscores(digits, chars, length);
            value.kind = NUMBER_BIG_INT;
            value.digits = arena_text(arena, digits, count);
            break;
        }
    }
    return value;
}

NumberValue number_literal_value(Arena *arena, const char *chars, size_t length) {
    if (length > 2 && chars[0] == '0') {
        switch (chars[1] | 32) {
        case 'x': return int_value(arena, chars + 2, length - 2, 16);
        case 'o': return int_value(arena, chars + 2, length - 2, 8);
        case 'b': return int_value(arena, chars + 2, length - 2, 2);
        default: break;
        }
    }
    if (memchr(chars, '.', length) == NULL && memchr(chars, 'e', length) == NULL &&
        memchr(chars, 'E', length) == NULL) {
        return int_value(arena, chars, length, 10);
    }
    char small[64];
    char *plain = length < sizeof small ? small : arena_allocate(arena, length + 1);
    strip_underscores(plain, chars, length);
    return (NumberValue){.kind = NUMBER_FLOAT, .real = strtod(plain, NULL)};
}
