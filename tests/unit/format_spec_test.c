#include <criterion/criterion.h>

#include "stdlib/format/format.h"
#include "stdlib/format/format_spec.h"
#include "stdlib/stdlib.h"

static Vm *vm;

static void set_up(void) {
    vm = vm_new(stdlib_find_module);
    cr_assert(stdlib_setup(vm));
}

static void tear_down(void) {
    vm_free(vm);
}

TestSuite(format_spec, .init = set_up, .fini = tear_down);

static FormatSpec parsed(const char *text) {
    FormatSpec spec;
    cr_assert(format_spec_parse(vm, small_int(0), string_from_c(vm, text), &spec), "'%s'", text);
    return spec;
}

Test(format_spec, takes_every_part) {
    FormatSpec spec = parsed("*^+z#12,.3f");
    cr_expect_eq(spec.fill, '*');
    cr_expect_eq(spec.align, '^');
    cr_expect_eq(spec.sign, '+');
    cr_expect(spec.positive_zero);
    cr_expect(spec.alternate);
    cr_expect_eq(spec.width, 12);
    cr_expect_eq(spec.grouping, ',');
    cr_expect_eq(spec.precision, 3);
    cr_expect_eq(spec.type, 'f');
}

Test(format_spec, nothing_is_the_default) {
    FormatSpec spec = parsed("");
    cr_expect_eq(spec.fill, ' ');
    cr_expect_eq(spec.align, 0);
    cr_expect_eq(spec.width, -1);
    cr_expect_eq(spec.precision, -1);
    cr_expect_eq(spec.type, 0);
}

Test(format_spec, a_fill_may_be_any_character) {
    cr_expect_eq(parsed("\xc3\xa9>5").fill, 0xe9);
    cr_expect_eq(parsed("><5").fill, '>');
    cr_expect_eq(parsed("0<5").align, '<');
}

Test(format_spec, a_leading_zero_pads_behind_the_sign) {
    FormatSpec spec = parsed("05");
    cr_expect_eq(spec.fill, '0');
    cr_expect_eq(spec.align, '=');
    cr_expect_eq(parsed("<05").align, '<');
}

static void expect_error(Value v, const char *spec, const char *message) {
    Value result = value_format(vm, v, string_from_c(vm, spec));
    cr_expect_eq(result, NOTHING, "'%s'", spec);
    cr_assert(vm_has_exception(vm));
    Value text = value_str(vm, vm_take_exception(vm));
    cr_expect_str_eq(AS(String, text)->chars, message);
}

static void expect(Value v, const char *spec, const char *expected) {
    Value result = value_format(vm, v, string_from_c(vm, spec));
    cr_assert_neq(result, NOTHING, "'%s'", spec);
    cr_expect_str_eq(AS(String, result)->chars, expected, "'%s': '%s'", spec, AS(String, result)->chars);
}

Test(format_spec, says_what_is_wrong) {
    expect_error(small_int(1), "abc", "Invalid format specifier 'abc' for object of type 'int'");
    expect_error(small_int(1), "s", "Unknown format code 's' for object of type 'int'");
    expect_error(small_int(1), ",_", "Cannot specify both ',' and '_'.");
    expect_error(small_int(1), ",x", "Cannot specify ',' with 'x'.");
    expect_error(small_int(1), ".3", "Precision not allowed in integer format specifier");
    expect_error(float_value(vm, 1.5), ".", "Format specifier missing precision");
    expect_error(string_value(vm, "a"), "+", "Sign not allowed in string format specifier");
    expect_error(string_value(vm, "a"), "=5", "'=' alignment not allowed in string format specifier");
    expect_error(string_value(vm, "a"), "d", "Unknown format code 'd' for object of type 'str'");
    expect_error(small_int(1), "99999999999", "Too many decimal digits in format string");
}

Test(format_spec, formats_integers) {
    expect(small_int(-5), "05", "-0005");
    expect(small_int(1234567), ",", "1,234,567");
    expect(small_int(255), "#06x", "0x00ff");
    expect(small_int(255), "#_b", "0b1111_1111");
    expect(small_int(12345), "015,", "000,000,012,345");
    expect(small_int(12345), "x=15,", "xxxxxxxxx12,345");
    expect(small_int(65), "5c", "    A");
    expect(small_int(SMALL_INT_MIN), "d", "-4611686018427387904");
    expect(TRUE_VALUE, "5", "    1");
}

Test(format_spec, formats_floats) {
    expect(float_value(vm, 12345.678), "015,.2f", "0,000,012,345.68");
    expect(float_value(vm, 100.0), ".2", "1e+02");
    expect(float_value(vm, 100.0), ".5", "100.0");
    expect(float_value(vm, -0.01), "z.1f", "0.0");
    expect(float_value(vm, 0.256), ".1%", "25.6%");
    expect(float_value(vm, 1e16), "#", "1.e+16");
    expect(float_value(vm, __builtin_nan("")), "05", "00nan");
    expect(float_value(vm, __builtin_inf()), "+F", "+INF");
}

Test(format_spec, formats_strings_by_code_points) {
    expect(string_value(vm, "h\xc3\xa9"), "*^6", "**h\xc3\xa9**");
    expect(string_value(vm, "h\xc3\xa9llo"), ".2", "h\xc3\xa9");
    expect(string_value(vm, "abc"), "05", "abc00");
}

static const char *percent(const char *format, Value values) {
    Value result = format_percent(vm, string_from_c(vm, format), values);
    return result == NOTHING ? "raised" : AS(String, result)->chars;
}

Test(format_spec, percent_formats) {
    cr_expect_str_eq(percent("%+05d|", small_int(7)), "+0007|");
    cr_expect_str_eq(percent("%.3d", small_int(-5)), "-005");
    cr_expect_str_eq(percent("%-6.2f|", float_value(vm, 3.14159)), "3.14  |");
    cr_expect_str_eq(percent("%#x%%", small_int(255)), "0xff%");
    cr_expect_str_eq(percent("%5.1s|", string_value(vm, "abc")), "    a|");
    cr_expect_str_eq(percent("%s %s", small_int(1)), "raised");
}
