/* format % values: the printf-like way, for str and bytes. */
#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "stdlib/format/float_text.h"
#include "stdlib/format/format.h"
#include "stdlib/types/bytes_like.h"
#include "stdlib/types/int_arithmetic.h"
#include "vm/byte_array.h"
#include "vm/call.h"

typedef struct PercentFormatter {
    Vm *vm;
    bool bytes; /* the format is bytes: strings are not welcome */
    const char *start, *at, *end;
    StringBuilder out;
    Value values;    /* a tuple of them, or the only one */
    int64_t next;    /* index of the next value */
    bool is_mapping; /* values can be asked by key */
} PercentFormatter;

typedef struct PercentSpec {
    bool left, plus, space, alternate, zero;
    int width, precision; /* precision -1: none */
    char code;
    Value key; /* a str, or NOTHING */
} PercentSpec;

static Value percent_next_value(PercentFormatter *f, const PercentSpec *spec) {
    Vm *vm = f->vm;
    if (spec != NULL && spec->key != NOTHING)
        return value_get_item(vm, f->values, spec->key);
    if (is_tuple(f->values)) {
        Tuple *tuple = AS(Tuple, f->values);
        if (f->next < tuple->count)
            return tuple->items[f->next++];
    } else if (f->next == 0) {
        f->next = 1;
        return f->values;
    }
    return vm_raise(vm, vm->exceptions.TypeError, "not enough arguments for format string");
}

static bool percent_error(PercentFormatter *f, const char *message) {
    vm_raise(f->vm, f->vm->exceptions.ValueError, "%s", message);
    return false;
}

/* A width or precision: digits, or '*' for the next value; nothing is done where there is neither. */
static bool percent_number(PercentFormatter *f, int *number, const char *too_big) {
    if (f->at < f->end && *f->at == '*') {
        f->at++;
        Value v = percent_next_value(f, NULL);
        if (v == NOTHING)
            return false;
        if (!value_is_integer(v)) {
            vm_raise(f->vm, f->vm->exceptions.TypeError, "* wants int");
            return false;
        }
        int64_t n = value_integer(v);
        if (n > INT32_MAX || n < -INT32_MAX)
            return percent_error(f, too_big);
        *number = (int)n;
        return true;
    }
    int64_t n = 0;
    while (f->at < f->end && isdigit((unsigned char)*f->at)) {
        n = n * 10 + (*f->at++ - '0');
        if (n > INT32_MAX)
            return percent_error(f, too_big);
        *number = (int)n;
    }
    return true;
}

static bool percent_key(PercentFormatter *f, PercentSpec *spec) {
    Vm *vm = f->vm;
    if (!f->is_mapping) {
        vm_raise(vm, vm->exceptions.TypeError, "format requires a mapping");
        return false;
    }
    const char *start = ++f->at;
    int depth = 1;
    for (; f->at < f->end; f->at++) {
        depth += *f->at == '(' ? 1 : *f->at == ')' ? -1 : 0;
        if (depth == 0)
            break;
    }
    if (f->at == f->end)
        return percent_error(f, "incomplete format key");
    size_t count = (size_t)(f->at++ - start);
    spec->key = f->bytes ? bytes_new(vm, start, count) : object_value(string_new(vm, start, count));
    vm_root(vm, spec->key);
    return true;
}

/* Reads what stands between '%' and the letter, the letter too. */
static bool percent_parse(PercentFormatter *f, PercentSpec *spec) {
    *spec = (PercentSpec){.precision = -1};
    if (f->at < f->end && *f->at == '(' && !percent_key(f, spec))
        return false;
    for (; f->at < f->end; f->at++) {
        if (*f->at == '-')
            spec->left = true;
        else if (*f->at == '+')
            spec->plus = true;
        else if (*f->at == ' ')
            spec->space = true;
        else if (*f->at == '#')
            spec->alternate = true;
        else if (*f->at == '0')
            spec->zero = true;
        else
            break;
    }
    if (spec->key != NOTHING)
        f->next = 1; /* a mapping that is asked by key is no value any more */
    if (!percent_number(f, &spec->width, "width too big"))
        return false;
    if (spec->width < 0) {
        spec->left = true;
        spec->width = -spec->width;
    }
    if (f->at < f->end && *f->at == '.') {
        f->at++;
        spec->precision = 0;
        if (!percent_number(f, &spec->precision, "precision too big"))
            return false;
        if (spec->precision < 0)
            spec->precision = 0;
    }
    if (f->at < f->end && (*f->at == 'h' || *f->at == 'l' || *f->at == 'L'))
        f->at++;
    if (f->at == f->end)
        return percent_error(f, "incomplete format");
    spec->code = *f->at++;
    return true;
}

static void add_spaces(StringBuilder *out, int64_t count, char c) {
    while (count-- > 0)
        builder_add_char(out, c);
}

static void percent_add_text(PercentFormatter *f, const PercentSpec *spec, const char *text,
                             size_t byte_count, int64_t length) {
    int64_t padding = spec->width - length;
    if (!spec->left)
        add_spaces(&f->out, padding, ' ');
    builder_add_chars(&f->out, text, byte_count);
    if (spec->left)
        add_spaces(&f->out, padding, ' ');
}

/* Sign and prefix, zeros that reach the width, digits. */
static void percent_add_number(PercentFormatter *f, const PercentSpec *spec, const char *prefix,
                               const char *digits, size_t count) {
    int64_t padding = spec->width - (int64_t)(strlen(prefix) + count);
    bool zeros = spec->zero && !spec->left;
    if (!spec->left && !zeros)
        add_spaces(&f->out, padding, ' ');
    builder_add_c(&f->out, prefix);
    if (zeros)
        add_spaces(&f->out, padding, '0');
    builder_add_chars(&f->out, digits, count);
    if (spec->left)
        add_spaces(&f->out, padding, ' ');
}

static const char *percent_sign(const PercentSpec *spec, bool negative) {
    return negative ? "-" : spec->plus ? "+" : spec->space ? " " : "";
}

/* %d takes any real number, cut down to an integer; %x, %o only integers. */
static bool percent_integer(PercentFormatter *f, const PercentSpec *spec, Value v, Value *number) {
    Vm *vm = f->vm;
    if (value_is_integer(v)) {
        *number = integer_plain(v);
        return true;
    }
    bool decimal = spec->code == 'd' || spec->code == 'i' || spec->code == 'u';
    Value (*unary)(Vm *, UnaryOperation, Value) = type_of(vm, v)->ops.unary;
    Value result = NOT_IMPLEMENTED;
    if (unary != NULL) {
        result = unary(vm, decimal ? UNOP_INT : UNOP_INDEX, v);
        if (decimal && result == NOT_IMPLEMENTED)
            result = unary(vm, UNOP_INDEX, v);
    }
    if (result == NOTHING && !vm_exception_is(vm, vm->exceptions.TypeError))
        return false;
    if (result == NOTHING)
        vm_clear_exception(vm);
    if (result == NOTHING || !value_is_integer(result)) {
        vm_raise(vm, vm->exceptions.TypeError,
                 decimal ? "%%%c format: a real number is required, not %T"
                         : "%%%c format: an integer is required, not %T",
                 spec->code, v);
        return false;
    }
    *number = integer_plain(result);
    return true;
}

static bool percent_add_integer(PercentFormatter *f, const PercentSpec *spec, Value v) {
    Value number;
    if (!percent_integer(f, spec, v, &number))
        return false;
    int base = spec->code == 'o' ? 8 : (spec->code | 32) == 'x' ? 16 : 10;
    bool negative = integer_sign(number) < 0;
    char prefix[4];
    StringBuilder text;
    builder_init(&text);
    if (!integer_write(f->vm, &text, number, base)) {
        builder_free(&text);
        return false;
    }
    if (spec->code == 'X')
        for (size_t i = 0; i < text.count; i++)
            text.chars[i] = (char)toupper((unsigned char)text.chars[i]);
    size_t count = text.count - negative;
    strcpy(prefix, percent_sign(spec, negative));
    if (spec->alternate && base != 10) {
        size_t length = strlen(prefix);
        prefix[length] = '0';
        prefix[length + 1] = spec->code;
        prefix[length + 2] = '\0';
    }
    if (spec->precision <= (int64_t)count) {
        percent_add_number(f, spec, prefix, text.chars + negative, count);
    } else {
        StringBuilder padded;
        builder_init(&padded);
        add_spaces(&padded, spec->precision - (int64_t)count, '0');
        builder_add_chars(&padded, text.chars + negative, count);
        percent_add_number(f, spec, prefix, padded.chars, padded.count);
        builder_free(&padded);
    }
    builder_free(&text);
    return true;
}

static bool percent_add_float(PercentFormatter *f, const PercentSpec *spec, Value v) {
    double number;
    if (is_float(v)) {
        number = float_number(v);
    } else if (!value_to_double(f->vm, v, &number)) {
        if (f->bytes) {
            vm_clear_exception(f->vm);
            vm_raise(f->vm, f->vm->exceptions.TypeError, "float argument required, not %T", v);
        }
        return false;
    }
    StringBuilder text;
    builder_init(&text);
    if (isfinite(number))
        float_text_fixed(&text, number, (char)tolower(spec->code), spec->precision < 0 ? 6 : spec->precision,
                         spec->alternate);
    else
        builder_add_c(&text, isnan(number) ? "nan" : "inf");
    if (isupper((unsigned char)spec->code))
        for (size_t i = 0; i < text.count; i++)
            text.chars[i] = (char)toupper((unsigned char)text.chars[i]);
    percent_add_number(f, spec, percent_sign(spec, signbit(number) && !isnan(number)), text.chars,
                       text.count);
    builder_free(&text);
    return true;
}

static bool percent_add_character(PercentFormatter *f, const PercentSpec *spec, Value v) {
    Vm *vm = f->vm;
    char text[4];
    if (is_string(v) && AS(String, v)->length == 1) {
        percent_add_text(f, spec, AS(String, v)->chars, AS(String, v)->byte_count, 1);
        return true;
    }
    int64_t code_point = -1;
    bool indexable = !is_string(v) && !is_float(v);
    Value index = indexable ? value_index(vm, v) : NOTHING;
    if (index != NOTHING) {
        code_point = value_integer(index);
    } else if (indexable) {
        if (!vm_exception_is(vm, vm->exceptions.TypeError))
            return false;
        vm_clear_exception(vm);
        indexable = false;
    }
    if (!indexable) {
        vm_raise(vm, vm->exceptions.TypeError, "%%c requires int or char");
        return false;
    }
    if (code_point < 0 || code_point > 0x10ffff) {
        vm_raise(vm, vm->exceptions.OverflowError, "%%c arg not in range(0x110000)");
        return false;
    }
    percent_add_text(f, spec, text, (size_t)utf8_encode((uint32_t)code_point, text), 1);
    return true;
}

/* %c in bytes: a number below 256, or one byte. */
static bool percent_add_byte(PercentFormatter *f, const PercentSpec *spec, Value v) {
    Vm *vm = f->vm;
    int64_t number;
    if (is_bytes_like(v) && byte_span(v).count == 1) {
        number = byte_span(v).bytes[0];
    } else if (value_is_integer(v)) {
        number = value_integer(v);
    } else {
        vm_raise(vm, vm->exceptions.TypeError, "%%c requires an integer in range(256) or a single byte");
        return false;
    }
    if (number < 0 || number > 255) {
        vm_raise(vm, vm->exceptions.OverflowError, "%%c arg not in range(256)");
        return false;
    }
    char byte = (char)number;
    percent_add_text(f, spec, &byte, 1, 1);
    return true;
}

/* %b and %s in bytes. */
static bool percent_add_bytes(PercentFormatter *f, const PercentSpec *spec, Value v) {
    Vm *vm = f->vm;
    Value bytes = v;
    if (!is_bytes_like(v)) {
        bytes = vm_call_special(vm, v, string_intern_c(vm, "__bytes__"), NULL, 0);
        if (bytes == NOTHING && vm_has_exception(vm))
            return false;
        if (bytes == NOTHING || !is_kind(bytes, KIND_BYTES)) {
            vm_raise(vm, vm->exceptions.TypeError,
                     "%%b requires a bytes-like object, or an object that implements __bytes__, not '%T'", v);
            return false;
        }
    }
    size_t count = byte_span(bytes).count;
    if (spec->precision >= 0 && (size_t)spec->precision < count)
        count = (size_t)spec->precision;
    percent_add_text(f, spec, (const char *)byte_span(bytes).bytes, count, (int64_t)count);
    return true;
}

static bool percent_add_string(PercentFormatter *f, const PercentSpec *spec, Value v) {
    Vm *vm = f->vm;
    bool ascii = f->bytes || spec->code == 'a';
    Value text = spec->code == 's' ? value_str(vm, v) : ascii ? value_ascii(vm, v) : value_repr(vm, v);
    if (text == NOTHING)
        return false;
    String *string = AS(String, text);
    int64_t length = string->length;
    size_t byte_count = string->byte_count;
    if (spec->precision >= 0 && spec->precision < length) {
        length = spec->precision;
        byte_count = string_byte_offset(string, length);
    }
    percent_add_text(f, spec, string->chars, byte_count, length);
    return true;
}

static bool percent_unsupported(PercentFormatter *f) {
    const char *at = f->at - 1; /* back to the start of the character */
    while (!f->bytes && ((unsigned char)*at & 0xc0) == 0x80)
        at--;
    size_t offset = (size_t)(at - f->start);
    int64_t index = (int64_t)(f->bytes ? offset : utf8_length(f->start, offset));
    uint32_t c = f->bytes ? (unsigned char)*at : utf8_decode(&at);
    char code[16];
    snprintf(code, sizeof code, "%x", (unsigned)c);
    vm_raise(f->vm, f->vm->exceptions.ValueError, "unsupported format character '%c' (0x%s) at index %l",
             c > 31 && c < 128 ? (char)c : '?', code, index);
    return false;
}

static bool percent_field(PercentFormatter *f) {
    PercentSpec spec;
    if (f->at < f->end && *f->at == '%') {
        f->at++;
        builder_add_char(&f->out, '%');
        return true;
    }
    if (!percent_parse(f, &spec))
        return false;
    Value v = percent_next_value(f, &spec);
    if (v == NOTHING)
        return false;
    vm_root(f->vm, v);
    switch (spec.code) {
    case 'b': return f->bytes ? percent_add_bytes(f, &spec, v) : percent_unsupported(f);
    case 's': return f->bytes ? percent_add_bytes(f, &spec, v) : percent_add_string(f, &spec, v);
    case 'r':
    case 'a': return percent_add_string(f, &spec, v);
    case 'd':
    case 'i':
    case 'u':
    case 'x':
    case 'X':
    case 'o': return percent_add_integer(f, &spec, v);
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G': return percent_add_float(f, &spec, v);
    case 'c': return f->bytes ? percent_add_byte(f, &spec, v) : percent_add_character(f, &spec, v);
    default: return percent_unsupported(f);
    }
}

/* Formats into f->out; false: raised. `format` is the str or bytes itself. */
static bool percent_run(PercentFormatter *f, Value format, const char *chars, size_t count) {
    Vm *vm = f->vm;
    Value values = f->values;
    f->start = f->at = chars;
    f->end = chars + count;
    f->is_mapping = !is_tuple(values) && !is_string(values) && !(f->bytes && is_bytes_like(values)) &&
                    type_of(vm, values)->ops.get_item != NULL;
    builder_init(&f->out);
    size_t roots = vm_root_mark(vm);
    vm_root(vm, format);
    vm_root(vm, values);
    bool fine = true;
    while (fine && f->at < f->end) {
        const char *percent = memchr(f->at, '%', (size_t)(f->end - f->at));
        const char *stop = percent != NULL ? percent : f->end;
        builder_add_chars(&f->out, f->at, (size_t)(stop - f->at));
        f->at = stop;
        if (percent == NULL)
            break;
        f->at++;
        size_t field_roots = vm_root_mark(vm);
        fine = percent_field(f);
        vm_root_reset(vm, field_roots);
    }
    int64_t given = is_tuple(values) ? AS(Tuple, values)->count : f->is_mapping ? 0 : 1;
    if (fine && f->next < given) {
        vm_raise(vm, vm->exceptions.TypeError, "not all arguments converted during %s formatting",
                 f->bytes ? "bytes" : "string");
        fine = false;
    }
    vm_root_reset(vm, roots);
    if (!fine)
        builder_free(&f->out);
    return fine;
}

Value format_percent(Vm *vm, String *format, Value values) {
    PercentFormatter f = {.vm = vm, .values = values};
    if (!percent_run(&f, object_value(format), format->chars, format->byte_count))
        return NOTHING;
    return builder_finish(vm, &f.out);
}

Value format_percent_bytes(Vm *vm, Value format, Value values) {
    PercentFormatter f = {.vm = vm, .values = values, .bytes = true};
    ByteSpan span = byte_span_hold(format);
    bool fine = percent_run(&f, format, (const char *)span.bytes, span.count);
    byte_span_release(format);
    return fine ? bytes_like_finish(vm, format, &f.out) : NOTHING;
}
