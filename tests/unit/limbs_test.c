#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "vm/limb_text.h"

enum { ROOM = 1200 };

typedef struct Random {
    uint64_t state;
} Random;

static uint64_t random_next(Random *random) {
    random->state ^= random->state << 13;
    random->state ^= random->state >> 7;
    random->state ^= random->state << 17;
    return random->state;
}

/* Limbs that carry and borrow often: zeros and ones in long runs among others. */
static void random_fill(Random *random, Limb *out, size_t count) {
    for (size_t i = 0; i < count; i++) {
        uint64_t kind = random_next(random) % 4;
        out[i] = kind == 0 ? 0 : kind == 1 ? UINT64_MAX : random_next(random);
    }
    if (out[count - 1] == 0)
        out[count - 1] = 1 + random_next(random) % 3;
}

/* One digit of 32 bits at a time. */
static void multiply_plainly(Limb *out, const Limb *a, size_t a_count, const Limb *b, size_t b_count) {
    uint32_t *digits = calloc(2 * (a_count + b_count) + 1, sizeof *digits);
    for (size_t i = 0; i < 2 * a_count; i++) {
        uint64_t carry = 0, x = (uint32_t)(a[i / 2] >> (i % 2 * 32));
        for (size_t j = 0; j < 2 * b_count; j++) {
            uint64_t sum = x * (uint32_t)(b[j / 2] >> (j % 2 * 32)) + digits[i + j] + carry;
            digits[i + j] = (uint32_t)sum;
            carry = sum >> 32;
        }
        digits[i + 2 * b_count] = (uint32_t)carry;
    }
    for (size_t i = 0; i < a_count + b_count; i++)
        out[i] = digits[2 * i] | (uint64_t)digits[2 * i + 1] << 32;
    free(digits);
}

static const size_t SIZES[] = {1, 2, 3, 7, 39, 40, 41, 63, 79, 80, 81, 120, 161, 200, 330};
enum { SIZE_COUNT = sizeof SIZES / sizeof SIZES[0] };

Test(limbs, products_agree_with_the_plain_method) {
    static Limb a[ROOM], b[ROOM], product[ROOM], expected[ROOM];
    Random random = {1};
    for (int i = 0; i < SIZE_COUNT; i++)
        for (int j = 0; j < SIZE_COUNT; j++)
            for (int round = 0; round < 3; round++) {
                random_fill(&random, a, SIZES[i]);
                random_fill(&random, b, SIZES[j]);
                cr_assert(limbs_multiply(product, a, SIZES[i], b, SIZES[j], NULL));
                multiply_plainly(expected, a, SIZES[i], b, SIZES[j]);
                cr_assert_eq(memcmp(product, expected, (SIZES[i] + SIZES[j]) * sizeof(Limb)), 0, "%zu by %zu",
                             SIZES[i], SIZES[j]);
            }
}

/* quotient * b + remainder is a again, and remainder < b. */
static void expect_division(const Limb *a, size_t a_count, const Limb *b, size_t b_count) {
    static Limb quotient[ROOM], remainder[ROOM], back[ROOM];
    cr_assert(limbs_divide(quotient, remainder, a, a_count, b, b_count, NULL));
    size_t quotient_count = a_count - b_count + 1;
    multiply_plainly(back, quotient, quotient_count, b, b_count);
    cr_assert_eq(limbs_add(back, back, quotient_count + b_count, remainder, b_count), 0);
    cr_assert_eq(back[a_count], 0);
    cr_assert_eq(memcmp(back, a, a_count * sizeof(Limb)), 0, "%zu by %zu", a_count, b_count);
    cr_assert_lt(limbs_compare(remainder, limbs_trim(remainder, b_count), b, b_count), 0);
}

Test(limbs, division_undoes_multiplication) {
    static Limb a[ROOM], b[ROOM];
    Random random = {2};
    for (int i = 0; i < SIZE_COUNT; i++)
        for (int j = 0; j < SIZE_COUNT; j++)
            for (int round = 0; round < 5; round++) {
                random_fill(&random, b, SIZES[j]);
                random_fill(&random, a, SIZES[i] + SIZES[j]);
                expect_division(a, SIZES[i] + SIZES[j], b, SIZES[j]);
                /* A dividend whose top is just below, or just, the divisor. */
                memcpy(a + SIZES[i], b, SIZES[j] * sizeof(Limb));
                expect_division(a, SIZES[i] + SIZES[j], b, SIZES[j]);
                if (limbs_subtract(a, a, SIZES[i] + SIZES[j], b, 1) == 0)
                    expect_division(a, SIZES[i] + SIZES[j], b, SIZES[j]);
            }
}

Test(limbs, addition_and_subtraction_carry_all_the_way) {
    Limb ones[4] = {UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX}, one = 1, sum[4];
    cr_expect_eq(limbs_add(sum, ones, 4, &one, 1), 1);
    cr_expect_eq(limbs_trim(sum, 4), 0);
    cr_expect_eq(limbs_subtract(sum, sum, 4, &one, 1), 1);
    cr_expect_eq(memcmp(sum, ones, sizeof sum), 0);
    cr_expect_eq(limbs_shift_left(sum, ones, 4, 3), 7);
    cr_expect_eq(limbs_shift_right(sum, sum, 4, 3), 0);
    cr_expect_eq(sum[3], UINT64_MAX >> 3);
    cr_expect_eq(limbs_bit_length(sum, 4), 253);
    sum[0] = sum[1] = 0;
    cr_expect_eq(limbs_trailing_zeros(sum), 128);
}

Test(limbs, text_reads_back_as_the_number) {
    static Limb a[ROOM], back[ROOM];
    Random random = {3};
    for (int base = 2; base <= 36; base++)
        for (int i = 0; i < SIZE_COUNT; i++) {
            random_fill(&random, a, SIZES[i]);
            char *text = malloc(limb_text_most_digits(SIZES[i], base));
            size_t length = limb_text_write(text, a, SIZES[i], base, NULL), back_count;
            cr_assert_neq(text[0], '0');
            uint8_t *digits = malloc(length);
            for (size_t at = 0; at < length; at++)
                digits[at] = (uint8_t)(text[at] <= '9' ? text[at] - '0' : text[at] - 'a' + 10);
            cr_assert_leq(limb_text_most_limbs(length, base), ROOM);
            cr_assert(limb_text_read(back, &back_count, digits, length, base, NULL));
            cr_assert_eq(limbs_compare(a, SIZES[i], back, back_count), 0, "%zu limbs, base %d", SIZES[i],
                         base);
            free(digits);
            free(text);
        }
}

Test(limbs, known_text) {
    Limb power[8] = {0, 0, 1}; /* 2 ** 128 */
    char text[256];
    size_t length = limb_text_write(text, power, 3, 10, NULL);
    cr_expect_eq(length, 39);
    cr_expect_eq(memcmp(text, "340282366920938463463374607431768211456", 39), 0);
    cr_expect_eq(limb_text_write(text, power, 0, 10, NULL), 1);
    cr_expect_eq(text[0], '0');
    cr_expect_eq(limb_text_write(text, power, 3, 16, NULL), 33);
}

static bool refuse(void *state) {
    ++*(int *)state;
    return false;
}

Test(limbs, a_watch_ends_long_work) {
    static Limb a[2000], product[4000];
    Random random = {4};
    random_fill(&random, a, 2000);
    int asked = 0;
    LimbWatch watch = {refuse, &asked};
    cr_expect_not(limbs_multiply(product, a, 2000, a, 2000, &watch));
    cr_expect_eq(asked, 1);
    char *text = malloc(limb_text_most_digits(2000, 10));
    cr_expect_eq(limb_text_write(text, a, 2000, 10, &watch), 0);
    free(text);
}
