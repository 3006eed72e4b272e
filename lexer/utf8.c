#include "lexer/utf8.h"

static int is_continuation(uint8_t byte) {
    return (byte & 0xc0) == 0x80;
}

int utf8_check(const char *bytes, size_t available, const char **reason) {
    const uint8_t *sequence = (const uint8_t *)bytes;
    uint8_t lead = sequence[0];
    if (lead < 0x80) {
        return 1;
    }
    if (lead < 0xc2 || lead > 0xf4) {
        *reason = "invalid start byte";
        return 0;
    }
    int length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    for (int i = 1; i < length; i++) {
        if ((size_t)i >= available) {
            *reason = "unexpected end of data";
            return 0;
        }
        uint8_t byte = sequence[i];
        /* The second byte rules out overlong forms, surrogates, and what is beyond U+10FFFF. */
        int is_bad = !is_continuation(byte) ||
                     (i == 1 && ((lead == 0xe0 && byte < 0xa0) || (lead == 0xed && byte >= 0xa0) ||
                                 (lead == 0xf0 && byte < 0x90) || (lead == 0xf4 && byte >= 0x90)));
        if (is_bad) {
            *reason = "invalid continuation byte";
            return 0;
        }
    }
    return length;
}
