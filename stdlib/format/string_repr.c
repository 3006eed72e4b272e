/* repr of a str: quotes that need the fewest escapes, and escapes for all that would not print. */
#include <stdio.h>

#include "stdlib/format/format.h"
#include "stdlib/types/unicode.h"

static void add_escaped(StringBuilder *out, uint32_t c) {
    char text[16];
    if (c < 0x100)
        snprintf(text, sizeof text, "\\x%02x", (unsigned)c);
    else if (c < 0x10000)
        snprintf(text, sizeof text, "\\u%04x", (unsigned)c);
    else
        snprintf(text, sizeof text, "\\U%08x", (unsigned)c);
    builder_add_c(out, text);
}

void format_string_repr(StringBuilder *out, const String *string, bool ascii) {
    const char *at = string->chars, *end = at + string->byte_count;
    bool apostrophe = memchr(at, '\'', string->byte_count) != NULL;
    char quote = apostrophe && memchr(at, '"', string->byte_count) == NULL ? '"' : '\'';
    builder_add_char(out, quote);
    while (at < end) {
        const char *plain = at;
        while (at < end && (unsigned char)*at >= ' ' && (unsigned char)*at < 0x7f && *at != quote &&
               *at != '\\')
            at++;
        builder_add_chars(out, plain, (size_t)(at - plain));
        if (at == end)
            break;
        const char *start = at;
        uint32_t c = utf8_decode(&at);
        if (c == (uint32_t)quote || c == '\\') {
            builder_add_char(out, '\\');
            builder_add_char(out, (char)c);
        } else if (c == '\n') {
            builder_add_c(out, "\\n");
        } else if (c == '\r') {
            builder_add_c(out, "\\r");
        } else if (c == '\t') {
            builder_add_c(out, "\\t");
        } else if (c >= 0x80 && !ascii && unicode_is_printable(c)) {
            builder_add_chars(out, start, (size_t)(at - start));
        } else {
            add_escaped(out, c);
        }
    }
    builder_add_char(out, quote);
}
