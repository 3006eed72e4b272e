#include <criterion/criterion.h>

#include "vm/dict.h"
#include "vm/list.h"
#include "vm/set.h"
#include "vm/vm.h"

/* The orders expected here were recorded from CPython 3.11. */

static Vm *vm;

static void set_up(void) {
    vm = vm_new(NULL);
}

static void tear_down(void) {
    vm_free(vm);
}

TestSuite(set, .init = set_up, .fini = tear_down);

static const char *text(const Set *set) {
    StringBuilder b;
    builder_init(&b);
    int64_t position = 0;
    for (Value item; (item = set_next(set, &position)) != NOTHING;)
        builder_format(vm, &b, "%l ", small_int_value(item));
    return AS(String, builder_finish(vm, &b))->chars;
}

/* start, start + step... below end, added one by one. */
static Set *of_range(int64_t start, int64_t end, int64_t step) {
    Set *set = set_new(vm);
    for (int64_t n = start; n < end; n += step)
        set_add(vm, set, small_int(n));
    return set;
}

Test(set, is_walked_in_the_order_of_cpython) {
    static const struct {
        int count;
        int64_t numbers[16];
        const char *order;
    } cases[] = {
        {3, {3, 1, 2}, "1 2 3 "},
        {5, {10, 20, 30, 40, 50}, "40 10 50 20 30 "},
        {3, {-1, -2, 0}, "0 -1 -2 "},
        {5, {8, 16, 0, 24, 32}, "32 0 8 16 24 "},
        {15,
         {100, 93, 86, 79, 72, 65, 58, 51, 44, 37, 30, 23, 16, 9, 2},
         "65 2 100 37 72 9 44 79 16 51 86 23 58 93 30 "},
        {8,
         {1000, 5, 77, 1000, -8, 2305843009213693951, 2305843009213693952, 12},
         "2305843009213693951 2305843009213693952 5 1000 12 77 -8 "},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Set *set = set_new(vm);
        for (int n = 0; n < cases[i].count; n++)
            set_add(vm, set, small_int(cases[i].numbers[n]));
        cr_expect_str_eq(text(set), cases[i].order);
    }
}

Test(set, operations_give_the_order_of_cpython) {
    Set *a = set_new(vm), *b = of_range(0, 80, 2);
    for (int64_t n = 0; n < 60; n += 3)
        set_add(vm, a, small_int(n * 5 - 7));
    Value other = object_value(b);
    const char *joined =
        "128 0 2 4 6 263 8 10 12 14 143 16 18 20 278 23 22 24 26 28 158 30 32 34 36 38 40 42 44 173 "
        "46 48 50 52 53 54 56 58 188 60 62 64 66 68 70 72 74 203 76 78 83 218 98 233 113 248 -7 ";
    cr_expect_str_eq(text(set_union(vm, a, other)), joined);
    cr_expect_str_eq(text(set_intersection(vm, a, other)), "8 68 38 ");
    cr_expect_str_eq(text(set_difference(vm, a, other)),
                     "128 98 263 233 203 173 143 113 83 53 278 23 248 -7 218 188 158 ");
    cr_expect_str_eq(
        text(set_difference(vm, b, object_value(a))),
        "0 2 4 6 10 12 14 16 18 20 22 24 26 28 30 32 34 36 40 42 44 46 48 50 52 54 56 58 60 62 64 66 "
        "70 72 74 76 78 ");
    cr_expect_str_eq(
        text(set_symmetric_difference(vm, a, other)),
        "0 128 2 4 6 263 10 12 14 143 16 18 20 22 278 24 23 26 28 30 158 32 34 36 40 42 44 173 46 48 "
        "50 52 53 54 56 58 60 188 62 64 66 70 72 74 203 76 78 83 218 98 233 113 248 -7 ");
    Set *copy = set_copy(vm, a, KIND_SET, vm->types_by_kind[KIND_SET]);
    cr_expect(set_update(vm, copy, other));
    cr_expect_str_eq(text(copy), joined);
    cr_expect(set_intersection_update(vm, copy, object_value(a)));
    cr_expect_eq(copy->count, a->count);
    cr_expect(set_difference_update(vm, copy, object_value(copy)));
    cr_expect_eq(copy->count, 0);
}

Test(set, deleted_items_leave_the_traces_that_cpython_leaves) {
    Set *set = of_range(0, 64, 5);
    cr_expect_eq(set_discard(vm, set, small_int(5)), 1);
    cr_expect_eq(set_discard(vm, set, small_int(5)), 0);
    cr_expect_eq(set_discard(vm, set, small_int(30)), 1);
    set_add(vm, set, small_int(69));
    set_add(vm, set, small_int(133));
    cr_expect_str_eq(text(set), "0 35 69 133 40 10 45 15 50 20 55 25 60 ");
    Set *popped = set_new(vm);
    const int64_t order[] = {0, 35, 69, 133, 40, 10, 45, 15, 50, 20, 55, 25, 60, 5, 1000};
    for (int i = 0; i < 15; i++) {
        if (set->count == 8) {
            set_add(vm, set, small_int(5));
            set_add(vm, set, small_int(1000));
        }
        Value item = set_pop(vm, set);
        cr_expect_eq(item, small_int(order[i]));
        set_add(vm, popped, item);
    }
    cr_expect_eq(set_pop(vm, set), NOTHING);
    cr_expect_eq(popped->count, 15);
}

Test(set, holds_each_item_once) {
    Set *set = of_range(0, 100000, 1);
    for (int64_t n = 0; n < 100000; n += 2)
        set_add(vm, set, small_int(n));
    cr_expect_eq(set->count, 100000);
    cr_expect_eq(set_contains(vm, set, small_int(99999)), 1);
    cr_expect_eq(set_contains(vm, set, small_int(100000)), 0);
    set_clear(vm, set);
    cr_expect_eq(set->count, 0);
    cr_expect_eq(set_contains(vm, set, small_int(1)), 0);
}

Test(set, relations) {
    Set *small = of_range(0, 10, 2), *large = of_range(0, 20, 1), *far = of_range(50, 60, 1);
    cr_expect_eq(set_is_subset(vm, small, large), 1);
    cr_expect_eq(set_is_subset(vm, large, small), 0);
    cr_expect_eq(set_is_subset(vm, small, small), 1);
    cr_expect_eq(set_is_disjoint(vm, small, object_value(large)), 0);
    cr_expect_eq(set_is_disjoint(vm, small, object_value(far)), 1);
}

Test(set, is_made_of_dicts_and_stays_of_its_kind) {
    Dict *dict = dict_new(vm);
    for (int i = 0; i < 10; i++)
        dict_set(vm, dict, small_int(i * 11), NONE);
    Set *frozen = set_from_iterable(vm, KIND_FROZENSET, object_value(dict));
    cr_expect_eq(frozen->count, 10);
    cr_expect_eq(frozen->head.kind, KIND_FROZENSET);
    cr_expect_eq(set_union(vm, frozen, object_value(of_range(0, 3, 1)))->head.kind, KIND_FROZENSET);
    cr_expect_eq(set_difference(vm, frozen, object_value(dict))->count, 0);
}
