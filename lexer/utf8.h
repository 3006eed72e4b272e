/* UTF-8, one code point at a time. Surrogates are let through (three bytes each), since a string may hold
 * them. */
#ifndef BIDE_LEXER_UTF8_H
#define BIDE_LEXER_UTF8_H

#include <stddef.h>
#include <stdint.h>

/* The code point at `*cursor`, which must be well-formed; `*cursor` moves past it. */
static inline uint32_t utf8_decode(const char **cursor) {
    const uint8_t *bytes = (const uint8_t *)*cursor;
    uint32_t lead = bytes[0];
    if (lead < 0x80) {
        *cursor += 1;
        return lead;
    }
    if (lead < 0xe0) {
        *cursor += 2;
        return (lead & 0x1f) << 6 | (bytes[1] & 0x3f);
    }
    if (lead < 0xf0) {
        *cursor += 3;
        return (lead & 0x0f) << 12 | (bytes[1] & 0x3fu) << 6 | (bytes[2] & 0x3f);
    }
    *cursor += 4;
    return (lead & 0x07) << 18 | (bytes[1] & 0x3fu) << 12 | (bytes[2] & 0x3fu) << 6 | (bytes[3] & 0x3f);
}

/* Write `code_point` to `bytes`, which has room for 4; returns how many were written. */
static inline int utf8_encode(char *bytes, uint32_t code_point) {
    if (code_point < 0x80) {
        bytes[0] = (char)code_point;
        return 1;
    }
    if (code_point < 0x800) {
        bytes[0] = (char)(0xc0 | code_point >> 6);
        bytes[1] = (char)(0x80 | (code_point & 0x3f));
        return 2;
    }
    if (code_point < 0x10000) {
        bytes[0] = (char)(0xe0 | code_point >> 12);
        bytes[1] = (char)(0x80 | (code_point >> 6 & 0x3f));
        bytes[2] = (char)(0x80 | (code_point & 0x3f));
        return 3;
    }
    bytes[0] = (char)(0xf0 | code_point >> 18);
    bytes[1] = (char)(0x80 | (code_point >> 12 & 0x3f));
    bytes[2] = (char)(0x80 | (code_point >> 6 & 0x3f));
    bytes[3] = (char)(0x80 | (code_point & 0x3f));
    return 4;
}

/* How many bytes the well-formed sequence at `bytes` (of which `available` are there) has; 0 if it is
 * malformed: then
 * `*reason` is set to what CPython's decoder says of it. Surrogates are malformed here: this checks what
 * comes in. */
int utf8_check(const char *bytes, size_t available, const char **reason);

#endif
