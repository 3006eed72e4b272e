#include <criterion/criterion.h>
#include <unistd.h>

#include "stdlib/stdlib.h"
#include "vm/event_loop.h"
#include "vm/vm.h"

static Vm *vm;
static Loop *loop;
static char log_text[1000];

static void set_up(void) {
    vm = vm_new(stdlib_find_module);
    cr_assert(stdlib_setup(vm));
    vm->clock->is_virtual = true;
    cr_assert_neq(vm_import(vm, string_intern_c(vm, "asyncio")), NOTHING);
    loop = event_loop_new(vm);
    vm_root(vm, object_value(loop));
    log_text[0] = '\0';
}

static void tear_down(void) {
    vm_free(vm);
}

TestSuite(event_loop, .init = set_up, .fini = tear_down);

static void note(const char *text) {
    strcat(log_text, text);
    strcat(log_text, " ");
}

/* A coroutine that notes its name and gives way, `turns` times. */
typedef struct Turns {
    NativeCoroutine base;
    const char *name;
    int turns;
} Turns;

static ResumeResult turns_resume(Vm *vm_, NativeCoroutine *base, Value sent, Value thrown, Value *result) {
    Turns *self = (Turns *)base;
    (void)sent;
    if (thrown != NOTHING) {
        note("thrown");
        vm_raise_value(vm_, thrown);
        return RESUME_RAISED;
    }
    note(self->name);
    if (self->turns-- == 0) {
        *result = small_int(42);
        return RESUME_RETURNED;
    }
    return RESUME_YIELDED;
}

static const NativeCoroutineDef turns_def = {"turns", sizeof(Turns), turns_resume, NULL, NULL};

static Task *start(const char *name, int turns) {
    Turns *coroutine = native_coroutine_new(vm, &turns_def);
    coroutine->name = name;
    coroutine->turns = turns;
    return task_new(vm, loop, object_value(coroutine), NOTHING, NONE);
}

/* A coroutine that waits for a future. */
typedef struct Awaiter {
    NativeCoroutine base;
    Future *future;
} Awaiter;

static ResumeResult awaiter_resume(Vm *vm_, NativeCoroutine *base, Value sent, Value thrown, Value *result) {
    (void)sent;
    return future_step(vm_, object_value(((Awaiter *)base)->future), thrown, result);
}

static const NativeCoroutineDef awaiter_def = {"awaiter", sizeof(Awaiter), awaiter_resume, NULL, NULL};

static Task *start_awaiting(Future *future) {
    Awaiter *coroutine = native_coroutine_new(vm, &awaiter_def);
    coroutine->future = future;
    return task_new(vm, loop, object_value(coroutine), NOTHING, NONE);
}

Test(event_loop, lets_tasks_take_turns) {
    Task *a = start("a", 2);
    start("b", 2);
    start("c", 1);
    Value result = event_loop_run_until_complete(vm, loop, &a->future);
    cr_expect_eq(result, small_int(42));
    cr_expect_str_eq(log_text, "a b c a b c a b ");
}

Test(event_loop, runs_in_a_pass_just_what_was_ready_when_it_began) {
    start("a", 1);
    cr_expect_eq(event_loop_run_ready(vm, loop), LOOP_STOPPED);
    cr_expect_str_eq(log_text, "a ");
    cr_expect_eq(loop->ready.count, 1);
}

Test(event_loop, jumps_to_the_next_deadline_on_a_virtual_clock) {
    Future *late = future_new(vm, loop), *early = future_new(vm, loop);
    event_loop_set_timer(vm, loop, 3600.5, ready_target(READY_SET_RESULT, late), small_int(2));
    event_loop_set_timer(vm, loop, 0.25, ready_target(READY_SET_RESULT, early), small_int(1));
    cr_expect_eq(event_loop_run_until_complete(vm, loop, early), small_int(1));
    cr_expect_eq(event_loop_time(vm), 0.25);
    cr_expect_eq(event_loop_run_until_complete(vm, loop, late), small_int(2));
    cr_expect_eq(event_loop_time(vm), 3600.5);
}

Test(event_loop, hands_a_waiting_task_the_result) {
    Future *future = future_new(vm, loop);
    Task *task = start_awaiting(future);
    event_loop_set_timer(vm, loop, 1.0, ready_target(READY_SET_RESULT, future), small_int(7));
    cr_expect_eq(event_loop_run_until_complete(vm, loop, &task->future), small_int(7));
}

Test(event_loop, cancels_what_a_task_waits_for) {
    Future *future = future_new(vm, loop);
    Task *task = start_awaiting(future);
    cr_expect_eq(event_loop_run_ready(vm, loop), LOOP_STOPPED);
    cr_expect_eq(task_cancel(vm, task, NONE), 1);
    cr_expect(future_is_cancelled(future));
    cr_expect_eq(event_loop_run_until_complete(vm, loop, &task->future), NOTHING);
    cr_expect(vm_exception_is(vm, vm->exceptions.CancelledError));
    vm_clear_exception(vm);
    cr_expect(future_is_cancelled(&task->future));
    cr_expect_eq(task_cancel(vm, task, NONE), 0);
}

Test(event_loop, throws_into_a_task_that_gave_way) {
    Task *task = start("a", 5);
    event_loop_run_ready(vm, loop);
    task_cancel(vm, task, NONE);
    event_loop_run_ready(vm, loop);
    cr_expect_str_eq(log_text, "a thrown ");
    cr_expect(future_is_cancelled(&task->future));
}

Test(event_loop, says_that_the_program_can_never_go_on) {
    Task *task = start_awaiting(future_new(vm, loop));
    cr_expect_eq(event_loop_run_until_complete(vm, loop, &task->future), NOTHING);
    cr_expect(vm_exception_is(vm, vm->scheduler->deadlock_error));
    vm_clear_exception(vm);
    cr_expect_not(event_loop_run_forever(vm, loop));
    cr_expect(vm_exception_is(vm, vm->scheduler->deadlock_error));
    vm_clear_exception(vm);
}

Test(event_loop, stops_a_slice_when_there_is_input) {
    int ends[2];
    cr_assert_eq(pipe(ends), 0);
    start("a", 3);
    cr_assert_eq(write(ends[1], "x", 1), 1);
    cr_expect_eq(event_loop_run_slice(vm, loop, ends[0], NULL), LOOP_INPUT_READY);
    cr_expect_str_eq(log_text, "a ");
    char byte;
    cr_assert_eq(read(ends[0], &byte, 1), 1);
    Task *task = start("b", 0);
    cr_expect_eq(event_loop_run_slice(vm, loop, ends[0], &task->future), LOOP_DONE);
    cr_expect_str_eq(log_text, "a a b a ");
    close(ends[0]);
    close(ends[1]);
}

Test(event_loop, forgets_a_finished_task) {
    Task *task = start("a", 0);
    cr_expect_eq(pending_tasks_first(&vm->scheduler->pending), task);
    event_loop_run_until_complete(vm, loop, &task->future);
    cr_expect_null(pending_tasks_first(&vm->scheduler->pending));
}

static void observe(Vm *vm_, SchedulerObserver *self, const SchedulerEvent *event) {
    (void)vm_, (void)self;
    note(scheduler_event_name(event->kind));
}

Test(event_loop, reports_what_happens) {
    SchedulerObserver observer = {.observe = observe};
    scheduler_observe(vm, &observer);
    Future *future = future_new(vm, loop);
    Task *task = start_awaiting(future);
    event_loop_set_timer(vm, loop, 1.0, ready_target(READY_SET_RESULT, future), NONE);
    event_loop_run_until_complete(vm, loop, &task->future);
    scheduler_observe(vm, NULL);
    cr_expect_str_eq(log_text,
                     "created timer set runs waits loop waits timer fired resolved woken runs finished ");
}

Test(event_loop, is_closed_for_good) {
    Future *future = future_new(vm, loop);
    event_loop_close(vm, loop);
    cr_expect_null(start("a", 0));
    cr_expect(vm_exception_is(vm, vm->exceptions.RuntimeError));
    vm_clear_exception(vm);
    cr_expect_not(event_loop_run_forever(vm, loop));
    vm_clear_exception(vm);
    cr_expect(future_set_result(vm, future, NONE));
}
