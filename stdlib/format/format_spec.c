#include "stdlib/format/format_spec.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "stdlib/format/float_text.h"
#include "stdlib/format/format.h"
#include "stdlib/types/int_arithmetic.h"

/* --- Taking a spec apart -------------------------------------------------------------------------- */

static bool is_align(uint32_t c) {
    return c == '<' || c == '>' || c == '=' || c == '^';
}

/* Reads a number; -1: no digits there; -2: raised. */
static int64_t parse_number(Vm *vm, const char **at) {
    int64_t number = -1;
    while (isdigit((unsigned char)**at)) {
        number = (number < 0 ? 0 : number) * 10 + (*(*at)++ - '0');
        if (number > INT32_MAX) {
            vm_raise(vm, vm->exceptions.ValueError, "Too many decimal digits in format string");
            return -2;
        }
    }
    return number;
}

static bool cannot_specify(Vm *vm, char what, uint32_t type) {
    if (type > 32 && type < 128)
        vm_raise(vm, vm->exceptions.ValueError, "Cannot specify '%c' with '%c'.", what, (char)type);
    else {
        char code[16];
        snprintf(code, sizeof code, "%x", (unsigned)type & 0x7fffffff);
        vm_raise(vm, vm->exceptions.ValueError, "Cannot specify '%c' with '\\x%s'.", what, code);
    }
    return false;
}

bool format_spec_parse(Vm *vm, Value v, const String *spec, FormatSpec *out) {
    *out = (FormatSpec){.fill = ' ', .width = -1, .precision = -1};
    const char *at = spec->chars, *end = at + spec->byte_count;
    Type *value_error = vm->exceptions.ValueError;
    bool fill_given = false;
    if (at < end) {
        const char *next = at;
        uint32_t fill = utf8_decode(&next);
        if (next < end && is_align((unsigned char)*next)) {
            out->fill = fill;
            out->align = *next;
            at = next + 1;
            fill_given = true;
        } else if (is_align(fill)) {
            out->align = *at++;
        }
    }
    if (*at == '+' || *at == '-' || *at == ' ')
        out->sign = *at++;
    if (*at == 'z') {
        out->positive_zero = true;
        at++;
    }
    if (*at == '#') {
        out->alternate = true;
        at++;
    }
    if (*at == '0' && !fill_given) {
        out->fill = '0';
        if (out->align == 0)
            out->align = is_string(v) ? '<' : '=';
        at++;
    }
    if ((out->width = parse_number(vm, &at)) == -2)
        return false;
    if (*at == ',') {
        out->grouping = ',';
        at++;
    }
    if (*at == '_') {
        if (out->grouping != 0) {
            vm_raise(vm, value_error, "Cannot specify both ',' and '_'.");
            return false;
        }
        out->grouping = '_';
        at++;
    }
    if (*at == ',' && out->grouping == '_') {
        vm_raise(vm, value_error, "Cannot specify both ',' and '_'.");
        return false;
    }
    if (*at == '.') {
        at++;
        if ((out->precision = parse_number(vm, &at)) == -2)
            return false;
        if (out->precision == -1) {
            vm_raise(vm, value_error, "Format specifier missing precision");
            return false;
        }
    }
    if (at < end) {
        out->type = utf8_decode(&at);
        if (out->type == 0)
            out->type = 0x80000000u; /* a NUL is an unknown code, not the absence of one */
    }
    if (at < end) {
        vm_raise(vm, value_error, "Invalid format specifier '%S' for object of type '%T'", spec, v);
        return false;
    }
    if (out->grouping == 0)
        return true;
    uint32_t type = out->type;
    if (type == 0 || (type < 128 && strchr("defgEFG%", (int)type) != NULL))
        return true;
    if (out->grouping == '_' && type < 128 && strchr("boxX", (int)type) != NULL)
        return true;
    return cannot_specify(vm, out->grouping, type);
}

static Value unknown_code(Vm *vm, Value v, uint32_t type) {
    if (type > 32 && type < 128)
        return vm_raise(vm, vm->exceptions.ValueError, "Unknown format code '%c' for object of type '%T'",
                        (char)type, v);
    char code[16];
    snprintf(code, sizeof code, "%x", (unsigned)type & 0x7fffffff);
    return vm_raise(vm, vm->exceptions.ValueError, "Unknown format code '\\x%s' for object of type '%T'",
                    code, v);
}

bool format_check_spec(Vm *vm, Value spec) {
    if (!is_string(spec))
        vm_raise(vm, vm->exceptions.TypeError, "__format__() argument must be str, not %T", spec);
    return is_string(spec);
}

/* --- Laying out ----------------------------------------------------------------------------------- */

static void add_fill(StringBuilder *out, uint32_t fill, int64_t count) {
    for (int64_t i = 0; i < count; i++)
        builder_add_code_point(out, fill);
}

void format_spec_pad(StringBuilder *out, const FormatSpec *spec, const char *text, size_t byte_count,
                     int64_t length, char default_align) {
    int64_t padding = spec->width > length ? spec->width - length : 0;
    char align = spec->align != 0 ? spec->align : default_align;
    int64_t left = align == '<' ? 0 : align == '^' ? padding / 2 : padding;
    add_fill(out, spec->fill, left);
    builder_add_chars(out, text, byte_count);
    add_fill(out, spec->fill, padding - left);
}

/* Appends `digits`, at least `min_width` wide by leading zeros, with a separator every `group` digits. */
static void add_grouped(StringBuilder *out, const char *digits, size_t count, char separator, int group,
                        int64_t min_width) {
    int64_t total = (int64_t)count;
    if (separator == 0) {
        for (; total < min_width; min_width--)
            builder_add_char(out, '0');
        builder_add_chars(out, digits, count);
        return;
    }
    while (total + (total - 1) / group < min_width)
        total++;
    for (int64_t i = total; i > 0; i--) {
        builder_add_char(out, i > (int64_t)count ? '0' : digits[(int64_t)count - i]);
        if (i > 1 && (i - 1) % group == 0)
            builder_add_char(out, separator);
    }
}

void format_spec_number(StringBuilder *out, const FormatSpec *spec, const char *prefix, const char *digits,
                        size_t digit_count, const char *rest, size_t rest_count, int group) {
    char align = spec->align != 0 ? spec->align : '>';
    bool zeros = align == '=' && spec->fill == '0';
    int64_t around = (int64_t)(strlen(prefix) + rest_count);
    StringBuilder grouped;
    builder_init(&grouped);
    char separator = digit_count != 0 ? spec->grouping : 0; /* none in inf and nan */
    add_grouped(&grouped, digits, digit_count, separator, group, zeros ? spec->width - around : 0);
    int64_t padding = spec->width - around - (int64_t)grouped.count;
    if (padding < 0)
        padding = 0;
    int64_t left = align == '<' || align == '=' ? 0 : align == '^' ? padding / 2 : padding;
    add_fill(out, spec->fill, left);
    builder_add_c(out, prefix);
    if (align == '=')
        add_fill(out, spec->fill, padding);
    builder_add_chars(out, grouped.chars, grouped.count);
    builder_add_chars(out, rest, rest_count);
    if (align != '=')
        add_fill(out, spec->fill, padding - left);
    builder_free(&grouped);
}

/* --- The three kinds of value --------------------------------------------------------------------- */

static Value format_error(Vm *vm, const char *message) {
    return vm_raise(vm, vm->exceptions.ValueError, "%s", message);
}

Value format_string(Vm *vm, Value v, String *spec_text) {
    FormatSpec spec;
    String *string = AS(String, v);
    if (spec_text->byte_count == 0)
        return value_str(vm, v);
    if (!format_spec_parse(vm, v, spec_text, &spec))
        return NOTHING;
    if (spec.type != 0 && spec.type != 's')
        return unknown_code(vm, v, spec.type);
    if (spec.grouping != 0) {
        cannot_specify(vm, spec.grouping, 's');
        return NOTHING;
    }
    if (spec.sign != 0)
        return format_error(vm, spec.sign == ' ' ? "Space not allowed in string format specifier"
                                                 : "Sign not allowed in string format specifier");
    if (spec.positive_zero)
        return format_error(vm, "Negative zero coercion (z) not allowed in string format specifier");
    if (spec.alternate)
        return format_error(vm, "Alternate form (#) not allowed in string format specifier");
    if (spec.align == '=')
        return format_error(vm, "'=' alignment not allowed in string format specifier");
    int64_t length = string->length;
    size_t byte_count = string->byte_count;
    if (spec.precision >= 0 && spec.precision < length) {
        length = spec.precision;
        byte_count = string_byte_offset(string, length);
    }
    StringBuilder out;
    builder_init(&out);
    format_spec_pad(&out, &spec, string->chars, byte_count, length, '<');
    return builder_finish(vm, &out);
}

static const char *sign_prefix(const FormatSpec *spec, bool negative) {
    return negative ? "-" : spec->sign == '+' ? "+" : spec->sign == ' ' ? " " : "";
}

/* A finite or special float by the spec's type: 'e', 'f', 'g', 'n', '%' (or upper case), or 0 for repr's way.
 */
static Value format_number(Vm *vm, Value v, double number, const FormatSpec *spec) {
    uint32_t type = spec->type;
    if (type >= 128 || (type != 0 && strchr("eEfFgGn%", (int)type) == NULL))
        return unknown_code(vm, v, type);
    int precision = (int)spec->precision;
    bool negative = signbit(number) && !isnan(number);
    StringBuilder text;
    builder_init(&text);
    if (type == '%')
        number *= 100.0;
    if (!isfinite(number)) {
        builder_add_c(&text, isnan(number) ? "nan" : "inf");
    } else if (type == 0 && precision < 0) {
        char repr[FLOAT_TEXT_SIZE];
        int length = float_text_repr(fabs(number), repr);
        const char *exponent = memchr(repr, 'e', (size_t)length);
        bool point = exponent != NULL && spec->alternate && memchr(repr, '.', (size_t)length) == NULL;
        size_t head = point ? (size_t)(exponent - repr) : (size_t)length;
        builder_add_chars(&text, repr, head);
        if (point)
            builder_add_char(&text, '.');
        builder_add_chars(&text, repr + head, (size_t)length - head);
    } else if (type == 0) {
        /* Like 'g', but a whole number keeps one decimal, and with that the exponent comes one digit sooner.
         */
        int digits = precision == 0 ? 1 : precision;
        char probe[64 + 32], *exponent_text;
        char *big = digits > 60 ? malloc((size_t)digits + 32) : probe;
        snprintf(big, (size_t)digits + 32, "%.*e", digits - 1, fabs(number));
        int exponent = atoi((exponent_text = strchr(big, 'e')) + 1);
        if (big != probe)
            free(big);
        (void)exponent_text;
        if (exponent == digits - 1) {
            float_text_fixed(&text, number, 'e', digits - 1, spec->alternate);
            if (!spec->alternate) {
                /* Zeros at the end of the digits go, as 'g' drops them. */
                char *e = memchr(text.chars, 'e', text.count), *last = e;
                if (memchr(text.chars, '.', text.count) != NULL) {
                    while (last[-1] == '0')
                        last--;
                    if (last[-1] == '.')
                        last--;
                    memmove(last, e, (size_t)(text.chars + text.count - e));
                    text.count -= (size_t)(e - last);
                }
            }
        } else {
            float_text_fixed(&text, number, 'g', digits, spec->alternate);
        }
        if (memchr(text.chars, '.', text.count) == NULL && memchr(text.chars, 'e', text.count) == NULL)
            builder_add_c(&text, ".0");
    } else {
        char format = type == '%' ? 'f' : type == 'n' ? 'g' : (char)tolower((int)type);
        float_text_fixed(&text, number, format, precision < 0 ? 6 : precision, spec->alternate);
    }
    if (type == '%')
        builder_add_char(&text, '%');
    if (type == 'E' || type == 'F' || type == 'G')
        for (size_t i = 0; i < text.count; i++)
            text.chars[i] = (char)toupper((unsigned char)text.chars[i]);
    if (spec->positive_zero && negative) {
        bool all_zero = true;
        for (size_t i = 0; i < text.count && (text.chars[i] | 32) != 'e'; i++)
            all_zero = all_zero && (text.chars[i] == '0' || text.chars[i] == '.' || text.chars[i] == '%');
        negative = !all_zero;
    }
    size_t whole = 0;
    while (whole < text.count && isdigit((unsigned char)text.chars[whole]))
        whole++;
    StringBuilder out;
    builder_init(&out);
    format_spec_number(&out, spec, sign_prefix(spec, negative), text.chars, whole, text.chars + whole,
                       text.count - whole, 3);
    builder_free(&text);
    return builder_finish(vm, &out);
}

Value format_float(Vm *vm, Value v, double number, String *spec_text) {
    FormatSpec spec;
    if (spec_text->byte_count == 0)
        return value_str(vm, v);
    if (!format_spec_parse(vm, v, spec_text, &spec))
        return NOTHING;
    return format_number(vm, v, number, &spec);
}

static Value format_character(Vm *vm, Value number, FormatSpec *spec) {
    int64_t code_point = value_integer(number);
    if (spec->sign != 0)
        return format_error(vm, "Sign not allowed with integer format specifier 'c'");
    if (spec->alternate)
        return format_error(vm, "Alternate form (#) not allowed with integer format specifier 'c'");
    if (!value_fits_int64(number))
        return int_overflow(vm, "long");
    if (code_point < 0 || code_point > 0x10ffff)
        return vm_raise(vm, vm->exceptions.OverflowError, "%%c arg not in range(0x110000)");
    char text[4];
    int count = utf8_encode((uint32_t)code_point, text);
    StringBuilder out;
    builder_init(&out);
    format_spec_pad(&out, spec, text, (size_t)count, 1, '>');
    return builder_finish(vm, &out);
}

Value format_int(Vm *vm, Value v, String *spec_text) {
    FormatSpec spec;
    if (spec_text->byte_count == 0)
        return value_str(vm, v);
    if (!format_spec_parse(vm, v, spec_text, &spec))
        return NOTHING;
    Value number = integer_plain(v);
    double real;
    uint32_t type = spec.type == 0 ? 'd' : spec.type;
    if (type < 128 && strchr("eEfFgG%", (int)type) != NULL)
        return integer_to_double(vm, number, &real) ? format_number(vm, v, real, &spec) : NOTHING;
    if (type >= 128 || strchr("bcdnoxX", (int)type) == NULL)
        return unknown_code(vm, v, type);
    if (spec.precision >= 0)
        return format_error(vm, "Precision not allowed in integer format specifier");
    if (spec.positive_zero)
        return format_error(vm, "Negative zero coercion (z) not allowed in integer format specifier");
    if (type == 'c')
        return format_character(vm, number, &spec);
    int base = type == 'b' ? 2 : type == 'o' ? 8 : (type | 32) == 'x' ? 16 : 10;
    bool negative = integer_sign(number) < 0;
    char prefix[4];
    StringBuilder text;
    builder_init(&text);
    if (!integer_write(vm, &text, number, base)) {
        builder_free(&text);
        return NOTHING;
    }
    if (type == 'X')
        for (size_t i = 0; i < text.count; i++)
            text.chars[i] = (char)toupper((unsigned char)text.chars[i]);
    snprintf(prefix, sizeof prefix, "%s", sign_prefix(&spec, negative));
    if (spec.alternate && base != 10) {
        size_t length = strlen(prefix);
        prefix[length] = '0';
        prefix[length + 1] = (char)type;
        prefix[length + 2] = '\0';
    }
    StringBuilder out;
    builder_init(&out);
    format_spec_number(&out, &spec, prefix, text.chars + negative, text.count - negative, "", 0,
                       base == 10 ? 3 : 4);
    builder_free(&text);
    return builder_finish(vm, &out);
}
