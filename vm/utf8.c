#include "vm/string.h"

uint32_t utf8_decode(const char **at) {
    const unsigned char *s = (const unsigned char *)*at;
    if (s[0] < 0x80) {
        *at += 1;
        return s[0];
    }
    if (s[0] < 0xe0) {
        *at += 2;
        return (s[0] & 0x1fu) << 6 | (s[1] & 0x3fu);
    }
    if (s[0] < 0xf0) {
        *at += 3;
        return (s[0] & 0x0fu) << 12 | (s[1] & 0x3fu) << 6 | (s[2] & 0x3fu);
    }
    *at += 4;
    return (s[0] & 0x07u) << 18 | (s[1] & 0x3fu) << 12 | (s[2] & 0x3fu) << 6 | (s[3] & 0x3fu);
}

int utf8_encode(uint32_t c, char out[4]) {
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xc0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3f));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xe0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3f));
        out[2] = (char)(0x80 | (c & 0x3f));
        return 3;
    }
    out[0] = (char)(0xf0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3f));
    out[2] = (char)(0x80 | (c >> 6 & 0x3f));
    out[3] = (char)(0x80 | (c & 0x3f));
    return 4;
}

bool utf8_is_valid(const char *chars, size_t byte_count) {
    const unsigned char *s = (const unsigned char *)chars, *end = s + byte_count;
    while (s < end) {
        if (*s < 0x80) {
            s++;
            continue;
        }
        int length = *s >= 0xc2 && *s < 0xe0   ? 2
                     : *s >= 0xe0 && *s < 0xf0 ? 3
                     : *s >= 0xf0 && *s < 0xf5 ? 4
                                               : 0;
        if (length == 0 || end - s < length)
            return false;
        for (int i = 1; i < length; i++)
            if ((s[i] & 0xc0) != 0x80)
                return false;
        /* Too long a form, a surrogate, beyond the last plane. */
        if ((s[0] == 0xe0 && s[1] < 0xa0) || (s[0] == 0xed && s[1] >= 0xa0) ||
            (s[0] == 0xf0 && s[1] < 0x90) || (s[0] == 0xf4 && s[1] >= 0x90))
            return false;
        s += length;
    }
    return true;
}

size_t utf8_length(const char *chars, size_t byte_count) {
    /* Every byte that does not continue a character begins one. Eight at a time: a byte 10xxxxxx has bit 7
     * set and bit 6 clear. */
    size_t continuing = 0;
    const char *end = chars + byte_count;
    while (chars < end) {
        size_t count = end - chars < 8 ? (size_t)(end - chars) : 8;
        uint64_t word = chars_word(chars, count);
        if (word & 0x8080808080808080u)
            continuing += (size_t)__builtin_popcountll(word >> 7 & ~word >> 6 & 0x0101010101010101u);
        chars += count;
    }
    return byte_count - continuing;
}
