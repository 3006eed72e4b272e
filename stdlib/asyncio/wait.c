/* asyncio.wait(). */
#include <stdlib.h>

#include "stdlib/asyncio/asyncio.h"
#include "vm/memory.h"
#include "vm/set.h"

typedef enum ReturnWhen { WHEN_ALL, WHEN_FIRST, WHEN_EXCEPTION } ReturnWhen;

/* What the futures tell that they are done. */
typedef struct Counter {
    Completion base;
    Future *waiter;
    Future **futures; /* malloc'ed */
    uint32_t count, remaining;
    TimerId timer;
    bool has_timer;
    uint8_t when; /* ReturnWhen */
} Counter;

static void counter_trace(Heap *heap, Completion *base) {
    Counter *counter = (Counter *)base;
    heap_mark_object(heap, counter->waiter);
    for (uint32_t i = 0; i < counter->count; i++)
        heap_mark_object(heap, counter->futures[i]);
}

static void counter_release(Completion *base) {
    free(((Counter *)base)->futures);
}

static void cancel_timer(Vm *vm, Counter *counter) {
    if (counter->has_timer)
        event_loop_cancel_timer_of(vm, counter->waiter->loop, counter->timer,
                                   ready_target(READY_RELEASE, counter->waiter));
    counter->has_timer = false;
}

static void counter_run(Vm *vm, Completion *completion, Value future) {
    Counter *counter = (Counter *)completion;
    counter->remaining--;
    if (counter->remaining > 0 && counter->when != WHEN_FIRST) {
        if (counter->when == WHEN_ALL || !(AS(Future, future)->head.flags & FUTURE_FAILED))
            return;
        AS(Future, future)->head.flags &= (uint16_t)~FUTURE_UNRETRIEVED;
    }
    cancel_timer(vm, counter);
    if (!future_is_done(counter->waiter))
        future_set_result(vm, counter->waiter, NONE);
}

static const CompletionDef counter_def = {
    "_wait.<locals>._on_completion", sizeof(Counter), counter_run, counter_trace, counter_release, NULL};

void asyncio_waiting_by_wait(Vm *vm, const Completion *completion, List *waiting) {
    if (completion->def == &counter_def)
        list_append(vm, waiting, object_value(((const Counter *)completion)->waiter));
}

typedef struct Wait {
    NativeCoroutine base;
    Value awaitables, timeout, when;
    Counter *counter;
} Wait;

static bool parse_when(Vm *vm, Value v, ReturnWhen *when) {
    const AsyncioTypes *types = asyncio_types(vm);
    const Value known[] = {types->all_completed, types->first_completed, types->first_exception};
    *when = WHEN_ALL;
    if (v == NOTHING)
        return true;
    for (int i = 0; i < 3; i++)
        if (is_string(v) && string_equal(AS(String, v), AS(String, known[i]))) {
            *when = (ReturnWhen)i;
            return true;
        }
    vm_raise(vm, vm->exceptions.ValueError, "Invalid return_when value: %V", v);
    return false;
}

/* The different awaitables as futures: coroutines become tasks of `loop`, but a future may be another loop's.
 * `when` gets what *self says, if it is valid. NULL: raised. */
static List *distinct_futures(Vm *vm, const Wait *self, Loop *loop, ReturnWhen *when) {
    size_t mark = vm_root_mark(vm);
    List *all = list_from_iterable(vm, self->awaitables), *futures = NULL;
    if (all && all->count == 0)
        vm_raise(vm, vm->exceptions.ValueError, "Set of Tasks/Futures is empty.");
    if (all && all->count > 0 && parse_when(vm, self->when, when)) {
        vm_root(vm, object_value(all));
        futures = list_new(vm, all->count);
        vm_root(vm, object_value(futures));
        Set *seen = set_new(vm);
        vm_root(vm, object_value(seen));
        for (int64_t i = 0; i < all->count; i++) {
            int64_t before = seen->count;
            if (!set_add(vm, seen, all->items[i])) {
                futures = NULL;
                break;
            }
            if (seen->count == before)
                continue;
            Future *future = is_future(all->items[i]) ? AS(Future, all->items[i])
                                                      : asyncio_ensure_future(vm, all->items[i], loop);
            if (!future) {
                futures = NULL;
                break;
            }
            list_append(vm, futures, object_value(future));
        }
    }
    vm_root_reset(vm, mark);
    return futures;
}

static bool begin(Vm *vm, Wait *self) {
    if (is_future(self->awaitables) || is_coroutine(vm, self->awaitables)) {
        vm_raise(vm, vm->exceptions.TypeError, "expect a list of futures, not %S",
                 type_of(vm, self->awaitables)->qualname);
        return false;
    }
    Loop *loop = asyncio_running_loop(vm);
    ReturnWhen when;
    double timeout = 0;
    if (!loop)
        return false;
    List *futures = distinct_futures(vm, self, loop, &when);
    bool has_timeout = self->timeout != NOTHING && self->timeout != NONE;
    if (!futures || (has_timeout && !asyncio_delay_argument(vm, self->timeout, &timeout)))
        return false;
    Counter *counter = self->counter = completion_new(vm, &counter_def);
    counter->waiter = future_new(vm, loop);
    counter->futures = memory_new((size_t)futures->count, sizeof(Future *));
    counter->when = when;
    if (has_timeout) {
        counter->timer = event_loop_set_timer(vm, loop, event_loop_time(vm) + timeout,
                                              ready_target(READY_RELEASE, counter->waiter), NONE);
        counter->has_timer = true;
    }
    for (int64_t i = 0; i < futures->count; i++) {
        Future *future = counter->futures[counter->count++] = AS(Future, futures->items[i]);
        counter->remaining++;
        if (!future_add_callback(vm, future, ready_target(READY_COMPLETION, counter)))
            return false;
    }
    return true;
}

static ResumeResult finish(Vm *vm, Wait *self, Value *result) {
    Counter *counter = self->counter;
    Set *done = set_new(vm), *pending = set_new(vm);
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(done));
    vm_root(vm, object_value(pending));
    bool ok = true;
    for (uint32_t i = 0; ok && i < counter->count; i++) {
        Future *future = counter->futures[i];
        ok = set_add(vm, future_is_done(future) ? done : pending, object_value(future));
    }
    vm_root_reset(vm, mark);
    if (!ok)
        return RESUME_RAISED;
    *result = object_value(tuple_of(vm, 2, object_value(done), object_value(pending)));
    return RESUME_RETURNED;
}

static ResumeResult resume(Vm *vm, NativeCoroutine *base, Value sent, Value thrown, Value *result) {
    Wait *self = (Wait *)base;
    (void)sent;
    if (base->step == 0) {
        base->step = 1;
        if (!begin(vm, self))
            return RESUME_RAISED;
    }
    Counter *counter = self->counter;
    ResumeResult outcome = future_step(vm, object_value(counter->waiter), thrown, result);
    if (outcome == RESUME_YIELDED)
        return outcome;
    cancel_timer(vm, counter);
    for (uint32_t i = 0; i < counter->count; i++)
        future_remove_callback(vm, counter->futures[i], ready_target(READY_COMPLETION, counter));
    return outcome == RESUME_RAISED ? outcome : finish(vm, self, result);
}

static void trace(Heap *heap, NativeCoroutine *base) {
    Wait *self = (Wait *)base;
    heap_mark(heap, self->awaitables);
    heap_mark(heap, self->timeout);
    heap_mark(heap, self->when);
    heap_mark_object(heap, self->counter);
}

static void describe(Vm *vm, NativeCoroutine *base, StringBuilder *out) {
    Counter *counter = ((Wait *)base)->counter;
    builder_format(vm, out, "wait(), %d of %d to go", (int)counter->remaining, (int)counter->count);
}

static const NativeCoroutineDef wait_def = {"wait", sizeof(Wait), resume, trace, describe};

Future *wait_awaited(const NativeCoroutine *coroutine, uint32_t index) {
    if (coroutine->def != &wait_def || !((const Wait *)coroutine)->counter)
        return NULL;
    const Counter *counter = ((const Wait *)coroutine)->counter;
    for (uint32_t i = 0; i < counter->count; i++)
        if (!future_is_done(counter->futures[i]) && index-- == 0)
            return counter->futures[i];
    return NULL;
}

Value asyncio_wait(Vm *vm, Value *args, int argc) {
    (void)argc;
    Wait *wait = native_coroutine_new(vm, &wait_def);
    wait->awaitables = args[0];
    wait->timeout = args[1];
    wait->when = args[2];
    return object_value(wait);
}
