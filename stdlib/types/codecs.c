#include "stdlib/types/codecs.h"

#include <ctype.h>
#include <stdio.h>

#include "stdlib/arguments.h"
#include "vm/call.h"

typedef enum Codec { CODEC_UTF8, CODEC_ASCII, CODEC_LATIN1 } Codec;
typedef enum ErrorHandler {
    HANDLER_STRICT,
    HANDLER_IGNORE,
    HANDLER_REPLACE,
    HANDLER_BACKSLASH,
    HANDLER_XML,
    HANDLER_SURROGATE_PASS,
    HANDLER_UNKNOWN
} ErrorHandler;

static const char *const codec_names[] = {"utf-8", "ascii", "latin-1"};

/* Letters in lower case and digits, what separates them left out: "UTF_8" and "utf8" are one. */
static bool find_codec(Vm *vm, Value encoding, Codec *codec) {
    static const struct {
        const char *name;
        Codec codec;
    } aliases[] = {
        {"utf8", CODEC_UTF8},       {"u8", CODEC_UTF8},   {"cp65001", CODEC_UTF8},  {"ascii", CODEC_ASCII},
        {"usascii", CODEC_ASCII},   {"646", CODEC_ASCII}, {"latin1", CODEC_LATIN1}, {"latin", CODEC_LATIN1},
        {"iso88591", CODEC_LATIN1}, {"l1", CODEC_LATIN1}, {"cp819", CODEC_LATIN1},  {"8859", CODEC_LATIN1},
    };
    *codec = CODEC_UTF8;
    if (encoding == NOTHING)
        return true;
    char name[16];
    size_t length = 0;
    const String *given = AS(String, encoding);
    for (size_t i = 0; i < given->byte_count && length < sizeof name - 1; i++)
        if (isalnum((unsigned char)given->chars[i]))
            name[length++] = (char)tolower((unsigned char)given->chars[i]);
    name[length] = '\0';
    for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++) {
        if (strcmp(aliases[i].name, name) == 0) {
            *codec = aliases[i].codec;
            return true;
        }
    }
    vm_raise(vm, vm->exceptions.LookupError, "unknown encoding: %S", given);
    return false;
}

static ErrorHandler find_handler(Value errors) {
    static const struct {
        const char *name;
        ErrorHandler handler;
    } handlers[] = {
        {"strict", HANDLER_STRICT},         {"ignore", HANDLER_IGNORE},
        {"replace", HANDLER_REPLACE},       {"backslashreplace", HANDLER_BACKSLASH},
        {"xmlcharrefreplace", HANDLER_XML}, {"surrogatepass", HANDLER_SURROGATE_PASS},
    };
    if (errors == NOTHING)
        return HANDLER_STRICT;
    for (size_t i = 0; i < sizeof handlers / sizeof *handlers; i++)
        if (string_equal_c(AS(String, errors), handlers[i].name))
            return handlers[i].handler;
    return HANDLER_UNKNOWN;
}

bool codec_check_arguments(Vm *vm, const char *function, Value encoding, Value errors) {
    const char *bad = encoding != NOTHING && !is_string(encoding) ? "encoding"
                      : errors != NOTHING && !is_string(errors)   ? "errors"
                                                                  : NULL;
    if (bad != NULL)
        vm_raise(vm, vm->exceptions.TypeError, "%s() argument '%s' must be str, not %s", function, bad,
                 argument_type_name(vm, bad[1] == 'n' ? encoding : errors));
    return bad == NULL;
}

static Value raise_unknown_handler(Vm *vm, Value errors) {
    return vm_raise(vm, vm->exceptions.LookupError, "unknown error handler name '%S'", AS(String, errors));
}

/* UnicodeEncodeError(codec, object, start, end, reason), or UnicodeDecodeError. */
static Value raise_unicode_error(Vm *vm, Type *type, Codec codec, Value object, int64_t start, int64_t end,
                                 const char *reason) {
    Value args[] = {string_value(vm, codec_names[codec]), object, small_int(start), small_int(end),
                    string_value(vm, reason)};
    size_t roots = vm_root_mark(vm);
    for (int i = 0; i < 5; i++)
        vm_root(vm, args[i]);
    Value exception = vm_call(vm, object_value(type), args, 5, NULL);
    vm_root_reset(vm, roots);
    return exception == NOTHING ? NOTHING : vm_raise_value(vm, exception);
}

/* --- Encoding ------------------------------------------------------------------------------------- */

static bool can_encode(Codec codec, uint32_t c) {
    switch (codec) {
    case CODEC_UTF8: return c < 0xd800 || c > 0xdfff;
    case CODEC_ASCII: return c < 0x80;
    default: return c < 0x100;
    }
}

static void add_escape(StringBuilder *out, uint32_t c, ErrorHandler handler) {
    char text[16];
    const char *format = handler == HANDLER_XML ? "&#%u;"
                         : c < 0x100            ? "\\x%02x"
                         : c < 0x10000          ? "\\u%04x"
                                                : "\\U%08x";
    snprintf(text, sizeof text, format, c);
    builder_add_c(out, text);
}

static Value raise_cannot_encode(Vm *vm, String *string, Codec codec, const char *at, int64_t index) {
    static const char *const reasons[] = {"surrogates not allowed", "ordinal not in range(128)",
                                          "ordinal not in range(256)"};
    const char *end = string->chars + string->byte_count;
    int64_t stop = index;
    while (at < end && !can_encode(codec, utf8_decode(&at)))
        stop++;
    return raise_unicode_error(vm, vm->exceptions.UnicodeEncodeError, codec, object_value(string), index,
                               stop, reasons[codec]);
}

Value codec_encode(Vm *vm, String *string, Value encoding, Value errors) {
    Codec codec;
    if (!find_codec(vm, encoding, &codec))
        return NOTHING;
    if (string_is_ascii(string))
        return bytes_new(vm, string->chars, string->byte_count);
    ErrorHandler handler = find_handler(errors);
    StringBuilder out;
    builder_init(&out);
    const char *at = string->chars, *end = at + string->byte_count;
    for (int64_t index = 0; at < end; index++) {
        const char *start = at;
        uint32_t c = utf8_decode(&at);
        if (can_encode(codec, c) || (codec == CODEC_UTF8 && handler == HANDLER_SURROGATE_PASS)) {
            if (codec == CODEC_UTF8)
                builder_add_chars(&out, start, (size_t)(at - start));
            else
                builder_add_char(&out, (char)c);
            continue;
        }
        if (handler == HANDLER_BACKSLASH || handler == HANDLER_XML) {
            add_escape(&out, c, handler);
        } else if (handler == HANDLER_REPLACE) {
            builder_add_char(&out, '?');
        } else if (handler != HANDLER_IGNORE) {
            builder_free(&out);
            return handler == HANDLER_UNKNOWN ? raise_unknown_handler(vm, errors)
                                              : raise_cannot_encode(vm, string, codec, start, index);
        }
    }
    Value result = bytes_new(vm, out.chars, out.count);
    builder_free(&out);
    return result;
}

/* --- Decoding ------------------------------------------------------------------------------------- */

/* The length of the UTF-8 sequence at `at`, or 0 when it is wrong: then *bad is how many bytes the error
 * takes in, and *reason what is wrong with them. */
static size_t check_utf8(const uint8_t *at, const uint8_t *end, size_t *bad, const char **reason) {
    uint8_t lead = at[0];
    size_t length = lead < 0x80   ? 1
                    : lead < 0xc2 ? 0
                    : lead < 0xe0 ? 2
                    : lead < 0xf0 ? 3
                    : lead < 0xf5 ? 4
                                  : 0;
    *bad = 1;
    *reason = "invalid start byte";
    if (length == 0)
        return 0;
    for (size_t i = 1; i < length; i++) {
        if (at + i == end) {
            *bad = i;
            *reason = "unexpected end of data";
            return 0;
        }
        uint8_t low = 0x80, high = 0xbf;
        if (i == 1) { /* shortest forms only, no surrogates, nothing beyond the last code point */
            low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
            high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
        }
        if (at[i] < low || at[i] > high) {
            *bad = i;
            *reason = "invalid continuation byte";
            return 0;
        }
    }
    return length;
}

Value codec_decode(Vm *vm, Value bytes_value, Value encoding, Value errors) {
    Codec codec;
    if (!find_codec(vm, encoding, &codec))
        return NOTHING;
    ErrorHandler handler = find_handler(errors);
    ByteSpan span = byte_span(bytes_value);
    const uint8_t *at = span.bytes, *end = at + span.count;
    StringBuilder out;
    builder_init(&out);
    while (at < end) {
        const uint8_t *plain = at;
        while (at < end && *at < 0x80)
            at++;
        builder_add_chars(&out, (const char *)plain, (size_t)(at - plain));
        if (at == end)
            break;
        if (codec == CODEC_LATIN1) {
            builder_add_code_point(&out, *at++);
            continue;
        }
        size_t bad = 1;
        const char *reason = "ordinal not in range(128)";
        size_t length = codec == CODEC_ASCII ? 0 : check_utf8(at, end, &bad, &reason);
        bool surrogate = codec == CODEC_UTF8 && handler == HANDLER_SURROGATE_PASS && length == 0 &&
                         end - at >= 3 && at[0] == 0xed && at[1] >= 0xa0 && at[1] <= 0xbf &&
                         (at[2] & 0xc0) == 0x80;
        if (surrogate)
            length = 3;
        if (length != 0) {
            builder_add_chars(&out, (const char *)at, length);
            at += length;
            continue;
        }
        if (handler == HANDLER_REPLACE) {
            builder_add_code_point(&out, 0xfffd);
        } else if (handler == HANDLER_BACKSLASH) {
            for (size_t i = 0; i < bad; i++)
                add_escape(&out, at[i], handler);
        } else if (handler != HANDLER_IGNORE) {
            builder_free(&out);
            if (handler == HANDLER_UNKNOWN)
                return raise_unknown_handler(vm, errors);
            int64_t start = at - span.bytes;
            return raise_unicode_error(vm, vm->exceptions.UnicodeDecodeError, codec, bytes_value, start,
                                       start + (int64_t)bad, reason);
        }
        at += bad;
    }
    return builder_finish(vm, &out);
}
