/* What a number's spelling is worth. */
#ifndef BIDE_LEXER_NUMBER_LITERAL_H
#define BIDE_LEXER_NUMBER_LITERAL_H

#include "lexer/arena.h"

typedef enum NumberKind {
    NUMBER_INT,     /* integer */
    NUMBER_BIG_INT, /* digits and base: it does not fit in 63 bits and a sign */
    NUMBER_FLOAT    /* real */
} NumberKind;

typedef struct NumberValue {
    NumberKind kind;
    int64_t integer;
    double real;
    const Text *digits; /* without prefix and underscores; owned by the arena */
    int base;           /* 2, 8, 10 or 16 */
} NumberValue;

/* The value of the well-formed literal of `length` characters at `chars`. */
NumberValue number_literal_value(Arena *arena, const char *chars, size_t length);

#endif
