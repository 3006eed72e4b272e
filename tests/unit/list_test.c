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

TestSuite(list, .init = set_up, .fini = tear_down);

static List *list_of_numbers(int count) {
    List *list = list_new(vm, 0);
    for (int i = 0; i < count; i++)
        list_append(vm, list, small_int(i));
    return list;
}

static const char *text(const List *list) {
    StringBuilder b;
    builder_init(&b);
    for (int64_t i = 0; i < list->count; i++)
        builder_format(vm, &b, "%l ", small_int_value(list->items[i]));
    return AS(String, builder_finish(vm, &b))->chars;
}

Test(list, items_go_in_and_out_anywhere) {
    List *list = list_of_numbers(5);
    list_insert(vm, list, 0, small_int(10));
    list_insert(vm, list, 6, small_int(11));
    list_insert(vm, list, 3, small_int(12));
    cr_expect_str_eq(text(list), "10 0 1 12 2 3 4 11 ");
    list_remove_range(vm, list, 1, 4);
    cr_expect_str_eq(text(list), "10 2 3 4 11 ");
    list_remove_range(vm, list, 4, 5);
    list_remove_range(vm, list, 2, 2);
    cr_expect_str_eq(text(list), "10 2 3 4 ");
    list_remove_range(vm, list, 0, 4);
    cr_expect_eq(list->count, 0);
    list_append(vm, list, small_int(1));
    cr_expect_str_eq(text(list), "1 ");
}

Test(list, memory_follows_the_count) {
    List *list = list_of_numbers(100000);
    cr_expect_leq(list->capacity, 200000);
    while (list->count > 10)
        list_remove_range(vm, list, list->count - 1, list->count);
    cr_expect_leq(list->capacity, 100);
    cr_expect_str_eq(text(list), "0 1 2 3 4 5 6 7 8 9 ");
}

Test(list, a_list_can_be_extended_by_itself_and_by_tuples) {
    List *list = list_of_numbers(3);
    cr_expect(list_extend(vm, list, object_value(list)));
    cr_expect_str_eq(text(list), "0 1 2 0 1 2 ");
    cr_expect(list_extend(vm, list, object_value(tuple_of(vm, 2, small_int(7), small_int(8)))));
    cr_expect_str_eq(text(list), "0 1 2 0 1 2 7 8 ");
    cr_expect(list_extend(vm, list, object_value(vm->empty_tuple)));
    cr_expect(list_extend(vm, list, object_value(list_new(vm, 0))));
    cr_expect_eq(list->count, 8);
    cr_expect_str_eq(text(list_from_iterable(vm, object_value(list))), text(list));
}

Test(list, tuples_hold_what_they_are_given) {
    Tuple *tuple = tuple_of(vm, 3, small_int(1), NONE, TRUE_VALUE);
    cr_expect_eq(tuple->count, 3);
    cr_expect_eq(tuple->items[1], NONE);
    cr_expect_eq(tuple_new(vm, NULL, 0), vm->empty_tuple);
    cr_expect_eq(tuple_from_iterable(vm, object_value(tuple)), tuple);
    Tuple *large = tuple_from_iterable(vm, object_value(list_of_numbers(1000)));
    cr_expect_eq(large->count, 1000);
    cr_expect_eq(large->items[999], small_int(999));
}
