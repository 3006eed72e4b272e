#include "stdlib/format/float_text.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

#include "stdlib/types/unicode.h"

/* Takes apart "d.ddde[+-]dd" as printed by %.*e: digits without trailing zeros, and the place of the point.
 */
static int split_scientific(const char *text, char *digits, int *point) {
    int count = 0;
    for (; *text != 'e'; text++)
        if (*text != '.')
            digits[count++] = *text;
    while (count > 1 && digits[count - 1] == '0')
        count--;
    digits[count] = '\0';
    *point = atoi(text + 1) + 1;
    return count;
}

/* Most numbers that scripts print have a few decimals: number = whole / 10**places, both exact, so that one
 * correctly rounded division tells whether those digits read back. Fewer than 16 digits are always the
 * shortest. */
static int shortest_of_few_decimals(double number, char *digits, int *point) {
    static const double powers[] = {1.0, 10.0, 100.0, 1000.0, 10000.0, 100000.0, 1000000.0};
    if (number < 1e-3 || number >= 1e9)
        return 0;
    for (int places = 0; places < 7; places++) {
        double whole = nearbyint(number * powers[places]);
        if (whole / powers[places] != number)
            continue;
        uint64_t rest = (uint64_t)whole;
        if (rest >= 1000000000000000)
            return 0;
        char reversed[24];
        int count = 0, length = 0;
        for (; rest != 0; rest /= 10)
            reversed[count++] = (char)('0' + rest % 10);
        *point = count - places;
        while (count > 0)
            digits[length++] = reversed[--count];
        while (length > 1 && digits[length - 1] == '0')
            length--;
        digits[length] = '\0';
        return length;
    }
    return 0;
}

/* The next decimal upwards with as many digits, for the numbers below which floats lie closer than above. */
static bool increment_digits(char *text) {
    for (char *at = strchr(text, 'e') - 1; at >= text; at--) {
        if (*at == '.')
            continue;
        if (*at != '9') {
            ++*at;
            return true;
        }
        *at = '0';
    }
    return false;
}

int float_text_shortest(double number, char digits[FLOAT_TEXT_SIZE], int *point) {
    number = fabs(number);
    if (number == 0.0) {
        memcpy(digits, "0", 2);
        *point = 1;
        return 1;
    }
    int count = shortest_of_few_decimals(number, digits, point);
    if (count != 0)
        return count;
    char text[40];
    int exponent;
    bool power_of_two = frexp(number, &exponent) == 0.5;
    for (int precision = number < 2.2250738585072014e-308 ? 0 : 14; precision < 17; precision++) {
        snprintf(text, sizeof text, "%.*e", precision, number);
        if (strtod(text, NULL) == number)
            return split_scientific(text, digits, point);
        if (power_of_two && increment_digits(text) && strtod(text, NULL) == number)
            return split_scientific(text, digits, point);
    }
    return split_scientific(text, digits, point);
}

int float_text_repr(double number, char out[FLOAT_TEXT_SIZE]) {
    if (isnan(number)) {
        memcpy(out, "nan", 4);
        return 3;
    }
    char *at = out;
    if (signbit(number))
        *at++ = '-';
    if (isinf(number)) {
        memcpy(at, "inf", 4);
        return (int)(at - out) + 3;
    }
    char digits[FLOAT_TEXT_SIZE];
    int point, count = float_text_shortest(number, digits, &point);
    if (point > 16 || point < -3) {
        *at++ = digits[0];
        if (count > 1) {
            *at++ = '.';
            memcpy(at, digits + 1, (size_t)count - 1);
            at += count - 1;
        }
        return (int)(at - out) + snprintf(at, 8, "e%+03d", point - 1);
    }
    if (point <= 0) {
        *at++ = '0';
        *at++ = '.';
        for (int i = point; i < 0; i++)
            *at++ = '0';
        memcpy(at, digits, (size_t)count);
        at += count;
    } else {
        for (int i = 0; i < point; i++)
            *at++ = i < count ? digits[i] : '0';
        *at++ = '.';
        if (count > point) {
            memcpy(at, digits + point, (size_t)(count - point));
            at += count - point;
        } else {
            *at++ = '0';
        }
    }
    *at = '\0';
    return (int)(at - out);
}

/* What %.*f prints of numbers of ordinary size. `number` is mantissa / 2**shift; times 10**precision that is
 * an exact quotient, which is rounded as printf does: to the nearest, and half to even. False: not done. */
static bool fixed_quickly(StringBuilder *out, double number, int precision) {
    __extension__ typedef unsigned __int128 Wide;
    static const uint32_t powers[] = {1,      10,      100,      1000,      10000,
                                      100000, 1000000, 10000000, 100000000, 1000000000};
    if (precision > 9 || number >= 1e9)
        return false;
    int exponent;
    uint64_t mantissa = (uint64_t)ldexp(frexp(number, &exponent), 53);
    int shift = 53 - exponent;
    uint64_t quotient = 0;
    if (shift < 127) { /* else it is less than half of the last place */
        Wide product = (Wide)mantissa * powers[precision], half = (Wide)1 << (shift - 1);
        Wide rest = product & ((half << 1) - 1);
        quotient = (uint64_t)(product >> shift);
        quotient += rest > half || (rest == half && quotient & 1);
    }
    char text[32], *end = text + sizeof text, *at = end;
    for (int place = 0; place <= precision || quotient != 0; place++) {
        if (place == precision && place > 0)
            *--at = '.';
        *--at = (char)('0' + quotient % 10);
        quotient /= 10;
    }
    builder_add_chars(out, at, (size_t)(end - at));
    return true;
}

void float_text_fixed(StringBuilder *out, double number, char format, int precision, bool alternate) {
    if (format == 'f' && !alternate && fixed_quickly(out, fabs(number), precision))
        return;
    char pattern[] = {'%', '#', '.', '*', format, '\0'};
    if (!alternate)
        memmove(pattern + 1, pattern + 2, 4);
    number = fabs(number);
    char small[128];
    int length = snprintf(small, sizeof small, pattern, precision, number);
    if (length < (int)sizeof small) {
        builder_add_chars(out, small, (size_t)length);
        return;
    }
    char *large = malloc((size_t)length + 1);
    if (large == NULL)
        abort();
    snprintf(large, (size_t)length + 1, pattern, precision, number);
    builder_add_chars(out, large, (size_t)length);
    free(large);
}

/* Copies a decimal literal without its underscores into `out`; false when it is none. strtod would also take
 * hexadecimal. */
static bool clean_literal(const char *at, const char *end, char *out) {
    bool after_digit = false, any_digit = false;
    if (at < end && (*at == '+' || *at == '-'))
        *out++ = *at++;
    int stage = 0; /* 0: before the point; 1: after it; 2: in the exponent */
    bool exponent_digit = false;
    while (at < end) {
        char c = *at;
        if ((unsigned char)c >= 0x80) {
            int digit = unicode_decimal(utf8_decode(&at));
            if (digit < 0)
                return false;
            c = (char)('0' + digit);
        } else {
            at++;
        }
        if (c >= '0' && c <= '9') {
            after_digit = true;
            any_digit = true;
            exponent_digit = exponent_digit || stage == 2;
        } else if (c == '_') {
            if (!after_digit || at == end || ((unsigned char)*at < 0x80 && (*at < '0' || *at > '9')))
                return false;
            continue;
        } else if (c == '.' && stage == 0) {
            stage = 1;
            after_digit = false;
        } else if ((c == 'e' || c == 'E') && stage < 2 && any_digit) {
            stage = 2;
            after_digit = false;
            *out++ = 'e';
            if (at < end && (*at == '+' || *at == '-'))
                *out++ = *at++;
            continue;
        } else {
            return false;
        }
        *out++ = c;
    }
    *out = '\0';
    return any_digit && (stage != 2 || exponent_digit);
}

bool float_text_parse(const char *text, size_t count, double *number) {
    const char *at = text, *end = text + count;
    unicode_skip_space(&at, end);
    unicode_trim_space(at, &end);
    const char *word = at;
    if (word < end && (*word == '+' || *word == '-'))
        word++;
    size_t length = (size_t)(end - word);
    double special = length == 3 && strncasecmp(word, "nan", 3) == 0        ? NAN
                     : length == 3 && strncasecmp(word, "inf", 3) == 0      ? INFINITY
                     : length == 8 && strncasecmp(word, "infinity", 8) == 0 ? INFINITY
                                                                            : 0.0;
    if (special != 0.0) {
        *number = *at == '-' ? -special : special;
        return true;
    }
    char small[64], *clean = small;
    size_t room = (size_t)(end - at) + 1;
    if (room > sizeof small && (clean = malloc(room)) == NULL)
        abort();
    bool valid = clean_literal(at, end, clean);
    if (valid)
        *number = strtod(clean, NULL);
    if (clean != small)
        free(clean);
    return valid;
}
