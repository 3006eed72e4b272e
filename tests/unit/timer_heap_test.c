#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>

#include "vm/timer_heap.h"

static TimerHeap heap;

static void set_up(void) {
    heap = (TimerHeap){0};
}

static void tear_down(void) {
    timer_heap_free(&heap);
}

TestSuite(timer_heap, .init = set_up, .fini = tear_down);

/* Targets are only handed through: any aligned address will do. */
static ReadyTarget target(int number) {
    return ready_target(READY_HANDLE, (void *)(uintptr_t)(number * 16));
}

static TimerId push(double deadline, int number) {
    return timer_heap_push(&heap, deadline, target(number), small_int(number));
}

static int pop(void) {
    ReadyEntry entry = timer_heap_pop(&heap);
    cr_expect_eq(entry.target, target((int)small_int_value(entry.argument)));
    return (int)small_int_value(entry.argument);
}

Test(timer_heap, gives_timers_back_in_order_of_deadline) {
    push(3.0, 3);
    push(1.0, 1);
    push(2.0, 2);
    cr_expect_eq(timer_heap_deadline(&heap), 1.0);
    cr_expect_eq(pop(), 1);
    cr_expect_eq(pop(), 2);
    cr_expect_eq(pop(), 3);
    cr_expect_eq(heap.count, 0);
}

Test(timer_heap, gives_equal_deadlines_back_in_order_of_age) {
    for (int i = 1; i <= 100; i++)
        push(i % 2 ? 1.0 : 2.0, i);
    for (int i = 1; i <= 100; i += 2)
        cr_expect_eq(pop(), i);
    for (int i = 2; i <= 100; i += 2)
        cr_expect_eq(pop(), i);
}

Test(timer_heap, keeps_the_order_of_age_when_its_counter_wraps_around) {
    heap.next_age = UINT32_MAX - 2;
    for (int i = 1; i <= 6; i++)
        push(1.0, i);
    for (int i = 1; i <= 6; i++)
        cr_expect_eq(pop(), i);
}

Test(timer_heap, cancels_any_timer) {
    TimerId first = push(1.0, 1), last = push(9.0, 9), middle = push(5.0, 5);
    push(3.0, 3);
    timer_heap_cancel(&heap, middle);
    timer_heap_cancel(&heap, first);
    cr_expect_eq(heap.count, 2);
    cr_expect_eq(pop(), 3);
    timer_heap_cancel(&heap, last);
    cr_expect_eq(heap.count, 0);
}

Test(timer_heap, uses_the_slots_of_timers_that_are_gone_again) {
    for (int round = 0; round < 1000; round++) {
        push(round, 1);
        TimerId id = push(round + 0.5, 2);
        timer_heap_cancel(&heap, id);
        pop();
    }
    cr_expect_leq(heap.slot_count, 2);
}

typedef struct Model {
    TimerId id;
    double deadline;
    int number;
    bool set;
} Model;

static Model *earliest_of(Model *model, int count) {
    Model *earliest = NULL;
    for (int i = 0; i < count; i++)
        if (model[i].set && (!earliest || model[i].deadline < earliest->deadline))
            earliest = &model[i];
    return earliest;
}

static void cancel(Model *victim) {
    if (victim->set)
        timer_heap_cancel(&heap, victim->id);
    victim->set = false;
}

static void pop_earliest(Model *model, int count) {
    Model *earliest = earliest_of(model, count);
    cr_assert_eq(timer_heap_deadline(&heap), earliest->deadline);
    cr_assert_eq(pop(), earliest->number);
    earliest->set = false;
}

/* Thousands of random pushes, pops and cancellations against a plain list. */
Test(timer_heap, agrees_with_a_simple_model) {
    enum { COUNT = 3000 };
    static Model model[COUNT];
    srand(7);
    int made = 0;
    while (made < COUNT) {
        int action = rand() % 5;
        if (action < 3) {
            double deadline = rand() % 50;
            model[made] = (Model){push(deadline, made + 1), deadline, made + 1, true};
            made++;
        } else if (action == 3 && made > 0) {
            cancel(&model[rand() % made]);
        } else if (heap.count > 0) {
            pop_earliest(model, made);
        }
    }
}

/* The same where hundreds are set before anybody asks for the earliest, which makes runs of them. */
Test(timer_heap, agrees_with_the_model_where_many_are_set_at_once) {
    enum { COUNT = 6000 };
    static Model model[COUNT];
    static const double odd[] = {-0.0, 0.0, -1e300, INFINITY, -INFINITY, 1e-300, -0.25, 1.5};
    srand(8);
    int made = 0;
    while (made < COUNT) {
        for (int batch = 1 + rand() % 700; batch > 0 && made < COUNT; batch--) {
            double deadline = rand() % 8 ? (double)(rand() % 1000 - 300) / 7 : odd[rand() % 8];
            model[made] = (Model){push(deadline, made + 1), deadline, made + 1, true};
            made++;
            if (rand() % 9 == 0)
                cancel(&model[made - 1]);
        }
        for (int i = rand() % 300; i > 0; i--)
            cancel(&model[rand() % made]);
        for (int i = rand() % 400; i > 0 && heap.count > 0; i--)
            pop_earliest(model, made);
        if (rand() % 4 == 0)
            for (int i = 0; i < made; i++)
                if (rand() % 8)
                    cancel(&model[i]);
    }
    while (heap.count > 0)
        pop_earliest(model, made);
}

Test(timer_heap, forgets_cancelled_timers_of_a_run) {
    enum { COUNT = 5000 };
    static TimerId ids[COUNT];
    for (int i = 0; i < COUNT; i++)
        ids[i] = push(COUNT - i, i + 1);
    cr_expect_eq(timer_heap_deadline(&heap), 1.0);
    for (int i = 0; i < COUNT - 1; i++)
        timer_heap_cancel(&heap, ids[i ^ 1]);
    cr_expect_lt(heap.run.end - heap.run.first, 600);
    cr_expect_eq(pop(), COUNT - 1);
    cr_expect_eq(heap.slot_count, 0);
}
