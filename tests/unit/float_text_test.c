#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "stdlib/format/float_text.h"

static void expect_repr(double number, const char *expected) {
    char text[FLOAT_TEXT_SIZE];
    int length = float_text_repr(number, text);
    cr_expect_str_eq(text, expected);
    cr_expect_eq(length, (int)strlen(expected));
}

Test(float_text, repr_is_the_shortest_that_reads_back) {
    expect_repr(0.1, "0.1");
    expect_repr(1.0 / 3, "0.3333333333333333");
    expect_repr(0.1 + 0.2, "0.30000000000000004");
    expect_repr(1e22, "1e+22");
    expect_repr(1e23, "1e+23");
    expect_repr(123456789.123, "123456789.123");
    expect_repr(1.7976931348623157e308, "1.7976931348623157e+308");
}

Test(float_text, repr_chooses_between_point_and_exponent) {
    expect_repr(0.0001, "0.0001");
    expect_repr(0.00001, "1e-05");
    expect_repr(1e15, "1000000000000000.0");
    expect_repr(9999999999999998.0, "9999999999999998.0");
    expect_repr(1e16, "1e+16");
    expect_repr(1.5e16, "1.5e+16");
}

Test(float_text, repr_of_special_numbers) {
    expect_repr(0.0, "0.0");
    expect_repr(-0.0, "-0.0");
    expect_repr(INFINITY, "inf");
    expect_repr(-INFINITY, "-inf");
    expect_repr(NAN, "nan");
    expect_repr(5e-324, "5e-324");
    expect_repr(2.2250738585072014e-308, "2.2250738585072014e-308");
}

/* Below a power of two floats lie closer than above: the nearest decimal of 16 digits may not read back, the
 * next one may. */
Test(float_text, repr_of_powers_of_two) {
    expect_repr(ldexp(1, -44), "5.684341886080802e-14");
    for (int exponent = -1074; exponent < 1024; exponent++) {
        char text[FLOAT_TEXT_SIZE];
        float_text_repr(ldexp(1, exponent), text);
        cr_expect_eq(strtod(text, NULL), ldexp(1, exponent), "2**%d: %s", exponent, text);
    }
}

Test(float_text, every_repr_reads_back) {
    uint64_t bits = 88172645463325252u;
    for (int i = 0; i < 20000; i++) {
        bits ^= bits << 13;
        bits ^= bits >> 7;
        bits ^= bits << 17;
        double number;
        memcpy(&number, &bits, sizeof number);
        if (!isfinite(number))
            continue;
        char text[FLOAT_TEXT_SIZE];
        float_text_repr(number, text);
        cr_expect_eq(strtod(text, NULL), number, "%s", text);
    }
}

static const char *fixed(double number, char format, int precision, bool alternate) {
    static char text[512];
    StringBuilder out;
    builder_init(&out);
    float_text_fixed(&out, number, format, precision, alternate);
    snprintf(text, sizeof text, "%.*s", (int)out.count, out.chars);
    builder_free(&out);
    return text;
}

Test(float_text, fixed_formats_round_the_exact_value) {
    cr_expect_str_eq(fixed(2.5, 'f', 0, false), "2");
    cr_expect_str_eq(fixed(3.5, 'f', 0, false), "4");
    cr_expect_str_eq(fixed(2.675, 'f', 2, false), "2.67");
    cr_expect_str_eq(fixed(-1.5, 'e', 3, false), "1.500e+00");
    cr_expect_str_eq(fixed(1e10, 'g', 6, false), "1e+10");
    cr_expect_str_eq(fixed(1.0, 'g', 6, true), "1.00000");
    cr_expect_str_eq(fixed(1.5, 'f', 0, true), "2.");
    cr_expect_eq(strlen(fixed(1e300, 'f', 10, false)), 301 + 11);
}

static bool reads(const char *text, double expected) {
    double number;
    return float_text_parse(text, strlen(text), &number) &&
           (number == expected || (isnan(number) && isnan(expected)));
}

static bool refuses(const char *text) {
    double number;
    return !float_text_parse(text, strlen(text), &number);
}

Test(float_text, parses_what_float_accepts) {
    cr_expect(reads("1.5", 1.5));
    cr_expect(reads(" \t-1e5\n", -1e5));
    cr_expect(reads(".5", 0.5));
    cr_expect(reads("5.", 5));
    cr_expect(reads("1_000.2_5", 1000.25));
    cr_expect(reads("1e400", INFINITY));
    cr_expect(reads("-Infinity", -INFINITY));
    cr_expect(reads("+NaN", NAN));
    cr_expect(reads("\xd9\xa3.5", 3.5), "a digit of another script");
}

Test(float_text, refuses_everything_else) {
    const char *const wrong[] = {"",     ".",    "e5",  "1e",  "1e+",   "1__0", "_1", "1_",
                                 "1_.5", "1._5", "0x1", "1 2", "1.2.3", "nanx", "in", "1e1.5"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        cr_expect(refuses(wrong[i]), "'%s'", wrong[i]);
}
