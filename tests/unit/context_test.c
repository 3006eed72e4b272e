#include <criterion/criterion.h>
#include <stdlib.h>

#include "stdlib/stdlib.h"
#include "vm/call.h"
#include "vm/context.h"
#include "vm/dict.h"
#include "vm/event_loop.h"
#include "vm/list.h"

enum { VARIABLES = 200 };

static Vm *vm;
static ContextVariable *variables[VARIABLES];

static void set_up(void) {
    vm = vm_new(stdlib_find_module);
    cr_assert(stdlib_setup(vm));
    cr_assert_neq(vm_import(vm, string_intern_c(vm, "asyncio")), NOTHING);
    Value type = dict_get_c(vm, AS(Module, vm_import(vm, string_intern_c(vm, "contextvars")))->namespace,
                            "ContextVar");
    for (int i = 0; i < VARIABLES; i++) {
        Value variable = vm_call1(vm, type, object_value(string_format(vm, "v%d", i)));
        variables[i] = AS(ContextVariable, variable);
        vm_root(vm, variable);
    }
}

static void tear_down(void) {
    vm_free(vm);
}

TestSuite(context, .init = set_up, .fini = tear_down);

/* Does the map hold just what `expected` says (-1: nothing)? */
static void check(Value map, const int *expected) {
    int64_t count = 0;
    for (int i = 0; i < VARIABLES; i++) {
        Value found = context_map_get(map, variables[i]);
        if (expected[i] < 0)
            cr_assert_eq(found, NOTHING);
        else
            cr_assert_eq(found, small_int(expected[i]));
        count += expected[i] >= 0;
    }
    List *leaves = list_new(vm, 0);
    context_map_list(vm, map, leaves);
    cr_assert_eq(leaves->count, count);
    for (int64_t i = 1; i < leaves->count; i++)
        cr_assert_lt(as_object(AS(Tuple, leaves->items[i - 1])->items[0])->aux,
                     as_object(AS(Tuple, leaves->items[i])->items[0])->aux);
}

Test(context, maps_hold_what_was_set_last) {
    int expected[VARIABLES];
    Value map = NOTHING;
    for (int i = 0; i < VARIABLES; i++)
        expected[i] = -1;
    srand(7);
    for (int round = 0; round < 3000; round++) {
        int at = rand() % VARIABLES;
        expected[at] = rand() % 3 == 0 ? -1 : round;
        map = context_map_set(vm, map, variables[at], expected[at] < 0 ? NOTHING : small_int(round));
        if (round % 100 == 0)
            check(map, expected);
    }
    check(map, expected);
    for (int i = 0; i < VARIABLES; i++)
        map = context_map_set(vm, map, variables[i], NOTHING);
    cr_expect_eq(map, NOTHING);
}

Test(context, a_map_is_not_changed_by_what_is_made_of_it) {
    int expected[VARIABLES];
    Value map = NOTHING;
    for (int i = 0; i < VARIABLES; i++) {
        expected[i] = i % 2 ? i : -1;
        if (i % 2)
            map = context_map_set(vm, map, variables[i], small_int(i));
    }
    for (int i = 0; i < VARIABLES; i++) {
        context_map_set(vm, map, variables[i], small_int(1000));
        context_map_set(vm, map, variables[i], NOTHING);
    }
    check(map, expected);
}

Test(context, who_sets_nothing_shares_the_map) {
    Context *context = context_at(vm, &vm->thread->context);
    context->map = context_map_set(vm, NOTHING, variables[0], small_int(1));
    Value held = context_for_new(vm, NONE);
    cr_expect_eq(held, context->map);
    cr_expect_eq(context_for_new(vm, object_value(context)), object_value(context));
    cr_expect_eq(*context_place(vm), object_value(context));

    ContextEntry entry;
    context_enter(vm, &entry, &held, false);
    cr_expect_eq(context_place(vm), &held);
    Context *inner = context_at(vm, &held);
    cr_expect_eq(held, object_value(inner));
    cr_expect(!context_check_enterable(vm, held));
    vm_clear_exception(vm);
    context_leave(vm, &entry);
    cr_expect(context_check_enterable(vm, held));
    cr_expect_eq(*context_place(vm), object_value(context));
}
