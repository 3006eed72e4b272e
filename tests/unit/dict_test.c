#include <criterion/criterion.h>

#include "vm/dict.h"
#include "vm/list.h"
#include "vm/vm.h"

static Vm *vm;

static void set_up(void) {
    vm = vm_new(NULL);
}

static void tear_down(void) {
    vm_free(vm);
}

TestSuite(dict, .init = set_up, .fini = tear_down);

/* The keys in order, as numbers with a blank behind each. */
static const char *keys(const Dict *dict) {
    StringBuilder b;
    builder_init(&b);
    uint32_t position = 0;
    for (DictEntry *entry; (entry = dict_next(dict, &position));)
        builder_format(vm, &b, "%l ", small_int_value(entry->key));
    return AS(String, builder_finish(vm, &b))->chars;
}

static bool set(Dict *dict, int64_t key, int64_t value) {
    return dict_set(vm, dict, small_int(key), small_int(value));
}

Test(dict, keeps_the_order_of_insertion) {
    Dict *dict = dict_new(vm);
    const int numbers[] = {5, 1, 9, 1, 3, 5, 7};
    for (int i = 0; i < 7; i++)
        cr_expect(set(dict, numbers[i], i));
    cr_expect_str_eq(keys(dict), "5 1 9 3 7 ");
    cr_expect_eq(dict_get(vm, dict, small_int(5)), small_int(5));
    cr_expect_eq(dict_delete(vm, dict, small_int(1)), 1);
    cr_expect_eq(dict_delete(vm, dict, small_int(1)), 0);
    cr_expect_eq(dict_get(vm, dict, small_int(1)), NOTHING);
    set(dict, 1, 0);
    cr_expect_str_eq(keys(dict), "5 9 3 7 1 ");
    cr_expect_eq(dict_pop(vm, dict, small_int(9)), small_int(2));
    cr_expect_eq(dict->count, 4);
    dict_clear(vm, dict);
    cr_expect_eq(dict->count, 0);
    set(dict, 8, 8);
    cr_expect_str_eq(keys(dict), "8 ");
}

Test(dict, agrees_with_a_plain_array_over_many_random_steps) {
    enum { KEYS = 3000 };
    static int64_t expected[KEYS];
    memset(expected, 0xff, sizeof expected);
    Dict *dict = dict_new(vm);
    vm_root(vm, object_value(dict));
    uint64_t random = 12345;
    uint32_t count = 0;
    for (int step = 0; step < 300000; step++) {
        random = random * 6364136223846793005u + 1442695040888963407u;
        /* Now it grows, now it shrinks. */
        bool growing = step / 20000 % 2 == 0;
        int64_t number = (int64_t)(random >> 33) % KEYS, key = number * 1024 - 77;
        if ((random >> 20) % 4 < (growing ? 3 : 1)) {
            count += expected[number] < 0;
            expected[number] = step;
            set(dict, key, step);
        } else {
            cr_assert_eq(dict_delete(vm, dict, small_int(key)), expected[number] >= 0);
            count -= expected[number] >= 0;
            expected[number] = -1;
        }
        cr_assert_eq(dict->count, count);
        if (step % 5000 == 0)
            for (int i = 0; i < KEYS; i++)
                cr_assert_eq(dict_get(vm, dict, small_int(i * 1024 - 77)),
                             expected[i] < 0 ? NOTHING : small_int(expected[i]));
    }
}

Test(dict, grows_through_all_widths_of_its_index) {
    Dict *dict = dict_new(vm);
    for (int i = 0; i < 200000; i++)
        set(dict, i, -i);
    for (int i = 0; i < 200000; i++)
        cr_assert_eq(dict_get(vm, dict, small_int(i)), small_int(-i));
    Dict *copy = dict_copy(vm, dict);
    for (int i = 0; i < 200000; i += 2)
        dict_delete(vm, dict, small_int(i));
    Dict *half = dict_copy(vm, dict);
    cr_expect_eq(half->count, 100000);
    cr_expect_eq(copy->count, 200000);
    cr_expect_eq(dict_get(vm, half, small_int(77777)), small_int(-77777));
    cr_expect_eq(dict_get(vm, half, small_int(77776)), NOTHING);
}

Test(dict, string_keys_need_not_be_the_same_object) {
    Dict *dict = dict_new(vm);
    dict_set_string(vm, dict, string_from_c(vm, "a key"), small_int(1));
    cr_expect_eq(dict_get_string(dict, string_from_c(vm, "a key")), small_int(1));
    cr_expect_eq(dict_get(vm, dict, string_value(vm, "a key")), small_int(1));
    cr_expect_eq(dict_get_c(vm, dict, "a key"), small_int(1));
    cr_expect_eq(dict_get_c(vm, dict, "a kez"), NOTHING);
    cr_expect_eq(dict_get_string(dict_new(vm), vm->empty_string), NOTHING);
    cr_expect(dict_delete_string(vm, dict, string_from_c(vm, "a key")));
    cr_expect_not(dict_delete_string(vm, dict, string_from_c(vm, "a key")));
    cr_expect_eq(dict->count, 0);
}

Test(dict, set_default_keeps_what_is_there) {
    Dict *dict = dict_new(vm);
    cr_expect_eq(dict_set_default(vm, dict, small_int(1), small_int(10)), small_int(10));
    cr_expect_eq(dict_set_default(vm, dict, small_int(1), small_int(20)), small_int(10));
    cr_expect_eq(dict->count, 1);
}

Test(dict, the_newest_entry_can_be_taken_again_and_again) {
    Dict *dict = dict_new(vm);
    DictEntry entry;
    cr_expect_not(dict_pop_last(vm, dict, &entry));
    for (int round = 0; round < 50; round++) {
        for (int i = 0; i < 20; i++)
            set(dict, round * 100 + i, i);
        dict_delete(vm, dict, small_int(round * 100 + 19));
        for (int i = 18; i >= 1; i--) {
            cr_assert(dict_pop_last(vm, dict, &entry));
            cr_assert_eq(entry.key, small_int(round * 100 + i));
            cr_assert_eq(entry.value, small_int(i));
        }
    }
    cr_expect_eq(dict->count, 50);
    for (int round = 0; round < 50; round++)
        cr_expect_eq(dict_get(vm, dict, small_int(round * 100)), small_int(0));
}

Test(dict, a_stable_dict_never_moves_an_entry) {
    Dict *dict = dict_new_stable(vm);
    vm_root(vm, object_value(dict));
    uint32_t slots[500];
    for (int i = 0; i < 500; i++) {
        String *name = string_intern(vm, string_format(vm, "name %d", i));
        slots[i] = dict_slot(vm, dict, name);
        if (i % 2)
            dict_set_string(vm, dict, name, small_int(i));
    }
    cr_expect_eq(dict->count, 250);
    for (int i = 0; i < 500; i++) {
        String *name = string_format(vm, "name %d", i);
        cr_assert_eq(dict_find_slot(dict, name), slots[i]);
        cr_assert_eq(dict_get_string(dict, name), i % 2 ? small_int(i) : NOTHING);
        cr_assert_eq(dict_delete_string(vm, dict, name), i % 2 == 1);
    }
    cr_expect_eq(dict->count, 0);
    dict_set_string(vm, dict, string_from_c(vm, "name 8"), TRUE_VALUE);
    cr_expect_eq(dict->entries[slots[8]].value, TRUE_VALUE);
    cr_expect_eq(dict_find_slot(dict, string_from_c(vm, "absent")), -1);
    dict_clear(vm, dict);
    cr_expect_eq(dict_find_slot(dict, string_from_c(vm, "name 8")), slots[8]);
    cr_expect_eq(dict_copy(vm, dict)->used, 0);
}

Test(dict, merging_overwrites_and_appends) {
    Dict *a = dict_new(vm), *b = dict_new(vm);
    set(a, 1, 1);
    set(a, 2, 2);
    for (int i = 2; i < 12; i++)
        set(b, i, 100 + i);
    cr_expect(dict_update(vm, a, object_value(b)));
    cr_expect_str_eq(keys(a), "1 2 3 4 5 6 7 8 9 10 11 ");
    cr_expect_eq(dict_get(vm, a, small_int(2)), small_int(102));
    cr_expect(dict_merge(vm, a, a));
    cr_expect_eq(a->count, 11);
}

Test(dict, iterators_see_parts_in_either_direction) {
    Dict *dict = dict_new(vm);
    for (int i = 0; i < 4; i++)
        set(dict, i, i * i);
    dict_delete(vm, dict, small_int(1));
    DictIterator *values = AS(DictIterator, dict_iterator_new(vm, dict, DICT_VALUES));
    cr_expect_eq(dict_iterator_next(vm, values), small_int(0));
    cr_expect_eq(dict_iterator_next(vm, values), small_int(4));
    cr_expect_eq(dict_iterator_next(vm, values), small_int(9));
    cr_expect_eq(dict_iterator_next(vm, values), NOTHING);
    cr_expect_eq(dict_iterator_next(vm, values), NOTHING);
    DictIterator *items = AS(DictIterator, dict_iterator_new_reversed(vm, dict, DICT_ITEMS));
    Tuple *item = AS(Tuple, dict_iterator_next(vm, items));
    cr_expect_eq(item->items[0], small_int(3));
    cr_expect_eq(item->items[1], small_int(9));
    dict_iterator_next(vm, items);
    cr_expect_eq(AS(Tuple, dict_iterator_next(vm, items))->items[0], small_int(0));
    cr_expect_eq(dict_iterator_next(vm, items), NOTHING);
    cr_expect_not(vm_has_exception(vm));
}

Test(dict, iterators_notice_a_change_of_size) {
    Dict *dict = dict_new(vm);
    set(dict, 1, 1);
    DictIterator *iterator = AS(DictIterator, dict_iterator_new(vm, dict, DICT_KEYS));
    dict_iterator_next(vm, iterator);
    set(dict, 2, 2);
    for (int i = 0; i < 2; i++) {
        cr_expect_eq(dict_iterator_next(vm, iterator), NOTHING);
        cr_expect(vm_exception_is(vm, vm->exceptions.RuntimeError));
        vm_clear_exception(vm);
    }
}

Test(dict, iterators_notice_that_keys_were_exchanged) {
    Dict *dict = dict_new(vm);
    set(dict, 1, 1);
    DictIterator *iterator = AS(DictIterator, dict_iterator_new(vm, dict, DICT_KEYS));
    dict_iterator_next(vm, iterator);
    dict_delete(vm, dict, small_int(1));
    set(dict, 2, 2);
    cr_expect_eq(dict_iterator_next(vm, iterator), NOTHING);
    cr_expect(vm_exception_is(vm, vm->exceptions.RuntimeError));
    vm_clear_exception(vm);
    cr_expect_eq(dict_iterator_next(vm, iterator), NOTHING);
    cr_expect_not(vm_has_exception(vm));
}
