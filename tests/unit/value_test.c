#include <criterion/criterion.h>
#include <math.h>

#include "vm/object.h"

static void expect_kind(Value v, bool small, bool flonum, bool object) {
    cr_assert_eq(is_small_int(v), small);
    cr_assert_eq(is_flonum(v), flonum);
    cr_assert_eq(is_object(v), object);
}

Test(value, small_integers_keep_their_63_bits) {
    const int64_t numbers[] = {0, 1, -1, 42, -42, 1ll << 32, SMALL_INT_MAX, SMALL_INT_MIN};
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        Value v = small_int(numbers[i]);
        expect_kind(v, true, false, false);
        cr_assert_eq(small_int_value(v), numbers[i]);
    }
    cr_expect(fits_small_int(SMALL_INT_MAX));
    cr_expect_not(fits_small_int(SMALL_INT_MAX + 1));
    cr_expect(fits_small_int(SMALL_INT_MIN));
    cr_expect_not(fits_small_int(SMALL_INT_MIN - 1));
}

static bool comes_back(double d) {
    Value v = flonum_or_nothing(d);
    if (v == NOTHING)
        return false;
    expect_kind(v, false, true, false);
    double back = flonum_value(v);
    cr_assert_eq(memcmp(&back, &d, sizeof d), 0, "%.17g came back as %.17g", d, back);
    return true;
}

Test(value, floats_near_one_come_back_bit_for_bit) {
    for (int exponent = -254; exponent <= 256; exponent++)
        for (int sign = -1; sign <= 1; sign += 2) {
            cr_expect(comes_back(sign * ldexp(1.0, exponent)));
            cr_expect(comes_back(sign * ldexp(1.9999999999999998, exponent)));
            cr_expect(comes_back(sign * ldexp(M_PI, exponent - 1)));
        }
    cr_expect(comes_back(0.0));
}

Test(value, other_floats_do_not_fit_in_a_word) {
    const double numbers[] = {-0.0,   ldexp(1.0, -255), ldexp(1.0, 257), 1e300, -1e300,
                              1e-300, INFINITY,         -INFINITY,       NAN,   5e-324};
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++)
        cr_expect_not(comes_back(numbers[i]));
}

Test(value, constants_are_neither_numbers_nor_objects) {
    const Value constants[] = {NOTHING, NONE, TRUE_VALUE, FALSE_VALUE, NOT_IMPLEMENTED, ELLIPSIS};
    for (size_t i = 0; i < sizeof constants / sizeof constants[0]; i++)
        expect_kind(constants[i], false, false, false);
    cr_expect(is_bool(bool_value(true)) && bool_value(true) == TRUE_VALUE);
    cr_expect(is_bool(bool_value(false)) && bool_value(false) == FALSE_VALUE);
    cr_expect_not(is_bool(NONE));
}
