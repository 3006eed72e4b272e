#include <criterion/criterion.h>

#include "vm/ready_queue.h"

static ReadyQueue queue;

static void set_up(void) {
    queue = (ReadyQueue){0};
}

static void tear_down(void) {
    ready_queue_free(&queue);
}

TestSuite(ready_queue, .init = set_up, .fini = tear_down);

static void push(int number) {
    ready_queue_push(&queue, ready_target(READY_STEP, NULL), small_int(number));
}

static int pop(void) {
    return (int)small_int_value(ready_queue_pop(&queue).argument);
}

Test(ready_queue, is_first_in_first_out) {
    for (int i = 0; i < 10; i++)
        push(i);
    for (int i = 0; i < 10; i++)
        cr_expect_eq(pop(), i);
    cr_expect_eq(queue.count, 0);
}

Test(ready_queue, keeps_its_order_while_it_wraps_and_grows) {
    int next_in = 0, next_out = 0;
    for (int round = 1; round < 300; round++) {
        for (int i = 0; i < round; i++)
            push(next_in++);
        for (int i = 0; i < round - 1; i++)
            cr_assert_eq(pop(), next_out++);
    }
    while (queue.count > 0)
        cr_assert_eq(pop(), next_out++);
    cr_expect_eq(next_out, next_in);
}

Test(ready_queue, tells_the_kind_of_an_entry_from_its_object) {
    _Alignas(16) char object[16];
    ReadyTarget target = ready_target(READY_COMPLETION, object);
    cr_expect_eq(ready_kind(target), READY_COMPLETION);
    cr_expect_eq(ready_object(target), object);
}
