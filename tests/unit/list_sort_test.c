#include <criterion/criterion.h>
#include <math.h>

#include "stdlib/stdlib.h"
#include "stdlib/types/list_sort.h"
#include "vm/dict.h"
#include "vm/list.h"

static Vm *vm;
static uint64_t random_state;

static void set_up(void) {
    vm = vm_new(stdlib_find_module);
    cr_assert(stdlib_setup(vm));
    random_state = 88172645463325252u;
}

static void tear_down(void) {
    vm_free(vm);
}

TestSuite(list_sort, .init = set_up, .fini = tear_down);

static int64_t random_below(int64_t limit) {
    random_state ^= random_state << 13;
    random_state ^= random_state >> 7;
    random_state ^= random_state << 17;
    return (int64_t)(random_state >> 1) % limit;
}

static bool is_sorted(List *list) {
    for (int64_t i = 1; i < list->count; i++)
        if (value_compare_truth(vm, CMP_LT, list->items[i], list->items[i - 1]) != 0)
            return false;
    return true;
}

static List *random_list(int64_t count, Value (*make)(int64_t number)) {
    List *list = list_new(vm, count);
    for (int64_t i = 0; i < count; i++)
        list_append(vm, list, make(random_below(count + 1) - count / 2));
    return list;
}

static Value make_int(int64_t number) {
    return small_int(number);
}

static Value make_float(int64_t number) {
    return float_value(vm, (double)number / 7);
}

static Value make_string(int64_t number) {
    return object_value(string_format(vm, "%l", number));
}

static Value make_mixed(int64_t number) {
    return number % 2 == 0 ? make_int(number) : make_float(number);
}

static Value make_tuple(int64_t number) {
    return object_value(tuple_of(vm, 2, small_int(number % 5), make_string(number)));
}

Test(list_sort, sorts_every_kind_of_item_at_every_size) {
    Value (*const makers[])(int64_t) = {make_int, make_float, make_string, make_mixed, make_tuple};
    const int sizes[] = {0, 1, 2, 3, 31, 32, 33, 63, 64, 65, 200, 1000};
    for (size_t m = 0; m < sizeof makers / sizeof *makers; m++) {
        for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
            List *list = random_list(sizes[s], makers[m]);
            cr_assert(list_sort(vm, list, NOTHING, false));
            cr_expect(is_sorted(list), "maker %zu, %d items", m, sizes[s]);
            cr_expect_eq(list->count, sizes[s]);
        }
    }
}

Test(list_sort, runs_up_and_down_are_merged) {
    List *list = list_new(vm, 0);
    for (int run = 0; run < 12; run++)
        for (int i = 0; i < 40 + 30 * run; i++)
            list_append(vm, list, small_int(run % 2 == 0 ? i * 3 : -i * 2));
    cr_assert(list_sort(vm, list, NOTHING, false));
    cr_expect(is_sorted(list));
}

/* Equal keys: the floats 1.0, the ints 1 and True are told apart by identity alone. */
static void expect_stable(bool reverse) {
    enum { COUNT = 500 };
    List *list = list_new(vm, COUNT);
    for (int i = 0; i < COUNT; i++)
        list_append(vm, list,
                    object_value(tuple_of(vm, 1, i % 3 == 0 ? small_int(i % 2) : float_value(vm, i % 2))));
    List *before = list_from(vm, list->items, COUNT);
    cr_assert(list_sort(vm, list, NOTHING, reverse));
    int64_t next = 0;
    for (int parity = 0; parity < 2; parity++)
        for (int i = 0; i < COUNT; i++)
            if (i % 2 == (reverse ? !parity : parity))
                cr_assert_eq(list->items[next++], before->items[i]);
}

Test(list_sort, equal_items_keep_their_order) {
    expect_stable(false);
}

Test(list_sort, equal_items_keep_their_order_in_reverse_too) {
    expect_stable(true);
}

Test(list_sort, a_failed_comparison_leaves_the_items) {
    List *list = list_new(vm, 0);
    list_append(vm, list, small_int(3));
    list_append(vm, list, string_value(vm, "a"));
    list_append(vm, list, small_int(1));
    List *before = list_from(vm, list->items, list->count);
    cr_expect_not(list_sort(vm, list, NOTHING, false));
    cr_expect(vm_exception_is(vm, vm->exceptions.TypeError));
    vm_clear_exception(vm);
    cr_assert_eq(list->count, 3);
    for (int i = 0; i < 3; i++)
        cr_expect_eq(list->items[i], before->items[i]);
}

Test(list_sort, keys_decide) {
    List *list = list_new(vm, 0);
    for (int i = -5; i <= 5; i++)
        list_append(vm, list, small_int(i));
    Value absolute = dict_get_string(vm->builtins, string_intern_c(vm, "abs"));
    cr_assert(list_sort(vm, list, absolute, false));
    const int expected[] = {0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5};
    for (int i = 0; i < 11; i++)
        cr_expect_eq(small_int_value(list->items[i]), expected[i]);
}

Test(list_sort, not_a_number_does_no_harm) {
    List *list = list_new(vm, 0);
    for (int i = 0; i < 100; i++)
        list_append(vm, list, float_value(vm, i % 7 == 0 ? NAN : 100 - i));
    cr_expect(list_sort(vm, list, NOTHING, false));
    cr_expect_eq(list->count, 100);
}
