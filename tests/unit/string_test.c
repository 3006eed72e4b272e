#include <criterion/criterion.h>

#include "vm/list.h"
#include "vm/vm.h"

static Vm *vm;

static void set_up(void) {
    vm = vm_new(NULL);
}

static void tear_down(void) {
    vm_free(vm);
}

TestSuite(string, .init = set_up, .fini = tear_down);

static void expect_text(Value v, const char *text) {
    cr_assert(is_string(v));
    cr_expect_str_eq(AS(String, v)->chars, text);
    cr_expect_eq(AS(String, v)->byte_count, strlen(text));
}

Test(string, lengths_are_in_code_points) {
    cr_expect_eq(string_from_c(vm, "abc")->length, 3);
    cr_expect_eq(string_from_c(vm, "naïve")->length, 5);
    cr_expect_eq(string_from_c(vm, "日本語")->length, 3);
    cr_expect_eq(string_from_c(vm, "a🐍b🐍c, and quite some more after that: é")->length, 40);
    cr_expect(string_is_ascii(string_from_c(vm, "abc")));
    cr_expect_not(string_is_ascii(string_from_c(vm, "é")));
    String *with_nul = string_new(vm, "a\0b", 3);
    cr_expect_eq(with_nul->length, 3);
    cr_expect_eq(with_nul->byte_count, 3);
}

Test(string, short_ones_are_shared) {
    cr_expect_eq(string_from_c(vm, ""), vm->empty_string);
    cr_expect_eq(string_from_c(vm, "x"), string_from_code_point(vm, 'x'));
    cr_expect_eq(string_from_c(vm, "x"), string_intern_c(vm, "x"));
    cr_expect_eq(string_slice(vm, string_from_c(vm, "wxyz"), 1, 2), object_value(string_from_c(vm, "x")));
}

Test(string, interning_makes_equal_strings_one) {
    String *a = string_intern(vm, string_from_c(vm, "some name"));
    cr_expect_eq(string_intern(vm, string_from_c(vm, "some name")), a);
    cr_expect_eq(string_intern_chars(vm, "some name!", 9), a);
    cr_expect_eq(string_intern_c(vm, "__init__"), vm->names.init);
    cr_expect_neq(string_intern_c(vm, "some names"), a);
    vm_root(vm, object_value(a));
    for (int i = 0; i < 10000; i++)
        string_intern(vm, string_format(vm, "name %d", i));
    cr_expect_eq(string_intern_c(vm, "some name"), a);
}

Test(string, equal_strings_hash_alike) {
    String *a = string_from_c(vm, "a string of some length"),
           *b = string_from_c(vm, "a string of some length");
    cr_expect_neq(a, b);
    cr_expect(string_equal(a, b));
    cr_expect_eq(string_hash(a), string_hash(b));
    cr_expect(string_equal(a, b));
    cr_expect_neq(string_hash(a), 0);
    cr_expect_not(string_equal(a, string_from_c(vm, "a string of some lengtH")));
    cr_expect_not(string_equal(string_new(vm, "a", 1), string_new(vm, "a\0", 2)));
    cr_expect_neq(string_hash(string_new(vm, "a", 1)), string_hash(string_new(vm, "a\0", 2)));
    cr_expect(string_equal_c(a, "a string of some length"));
    cr_expect_not(string_equal_c(a, "a string"));
}

Test(string, order_is_that_of_code_points) {
    const char *sorted[] = {"", "A", "a", "aa", "ab", "b", "é", "日", "\xef\xbf\xbd", "🐍"};
    for (int i = 0; i < 10; i++)
        for (int j = 0; j < 10; j++) {
            int order = string_compare(string_from_c(vm, sorted[i]), string_from_c(vm, sorted[j]));
            cr_expect_eq((order > 0) - (order < 0), (i > j) - (i < j), "%s and %s", sorted[i], sorted[j]);
        }
}

Test(string, slices_count_code_points) {
    String *text = string_from_c(vm, "aé日🐍z");
    expect_text(string_slice(vm, text, 0, 5), "aé日🐍z");
    expect_text(string_slice(vm, text, 1, 3), "é日");
    expect_text(string_slice(vm, text, 3, 4), "🐍");
    expect_text(string_slice(vm, text, 4, 4), "");
    cr_expect_eq(string_code_point_at(text, 3), 0x1f40d);
    cr_expect_eq(string_byte_offset(text, 5), text->byte_count);
    expect_text(string_slice(vm, string_from_c(vm, "plain"), 1, 4), "lai");
    expect_text(string_concatenate(vm, text, string_from_c(vm, "é")), "aé日🐍zé");
    cr_expect_eq(AS(String, string_concatenate(vm, text, text))->length, 10);
}

Test(string, utf8_is_checked_strictly) {
    const char *good[] = {"", "abc", "é", "日本", "🐍", "\xf4\x8f\xbf\xbf", "\xed\x9f\xbf"};
    const char *bad[] = {"\x80",
                         "\xc3",
                         "\xc0\x80",
                         "\xc1\xbf",
                         "\xe0\x80\x80",
                         "\xed\xa0\x80",
                         "\xe6\x97",
                         "\xf0\x80\x80\x80",
                         "\xf4\x90\x80\x80",
                         "\xf5\x80\x80\x80",
                         "\xff",
                         "\xe6\x97\x41",
                         "a\xc3z"};
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
        cr_expect(utf8_is_valid(good[i], strlen(good[i])), "good %zu", i);
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        cr_expect_not(utf8_is_valid(bad[i], strlen(bad[i])), "bad %zu", i);
}

Test(string, every_code_point_comes_back_from_utf8) {
    for (uint32_t c = 0; c <= 0x10ffff; c++) {
        char chars[4];
        int count = utf8_encode(c, chars);
        const char *at = chars;
        cr_assert_eq(utf8_decode(&at), c);
        cr_assert_eq(at - chars, count);
        cr_assert_eq(utf8_length(chars, (size_t)count), 1);
    }
}

Test(string, a_builder_formats_what_the_vm_knows) {
    StringBuilder b;
    builder_init(&b);
    builder_format(vm, &b, "%s %d %l %z %c %S %N %%", "text", -5, (int64_t)1 << 40, (size_t)7, 'x',
                   string_from_c(vm, "string"), vm->exceptions.ValueError);
    builder_add_code_point(&b, 0x1f40d);
    expect_text(builder_finish(vm, &b), "text -5 1099511627776 7 x string ValueError %🐍");
    cr_expect_null(b.chars, "finishing frees it");
    for (int i = 0; i < 1000; i++)
        builder_add_c(&b, "0123456789");
    cr_expect_eq(b.count, 10000);
    builder_free(&b);
    expect_text(builder_finish(vm, &b), "");
}
