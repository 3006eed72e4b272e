/* asyncio.as_completed(): an iterator over coroutines, each of which waits for the next future that is done.
 */
#include <stdio.h>
#include <stdlib.h>

#include "stdlib/asyncio/queue.h"
#include "vm/memory.h"
#include "vm/set.h"

typedef struct AsCompleted {
    Completion completion;
    Value awaitables; /* until the first next(); NOTHING then */
    Value timeout;
    Queue *done;   /* the futures that are done, in that order; None for each that the timeout has cut off */
    Future **todo; /* malloc'ed */
    Loop *loop;
    uint32_t todo_count;
    uint32_t left; /* coroutines that are still to be made */
    TimerId timer;
    bool has_timer;
} AsCompleted;

static void trace(Heap *heap, Obj *object) {
    AsCompleted *self = (AsCompleted *)object;
    heap_mark(heap, self->awaitables);
    heap_mark(heap, self->timeout);
    heap_mark_object(heap, self->done);
    heap_mark_object(heap, self->loop);
    for (uint32_t i = 0; i < self->todo_count; i++)
        heap_mark_object(heap, self->todo[i]);
}

static void release(Vm *vm, Obj *object) {
    (void)vm;
    free(((AsCompleted *)object)->todo);
}

static const NativeLayout layout = {"as_completed", sizeof(AsCompleted), trace, release};

static ReadyTarget target_of(AsCompleted *self) {
    return ready_target(READY_COMPLETION, self);
}

static void time_out(Vm *vm, AsCompleted *self) {
    self->has_timer = false;
    uint32_t count = self->todo_count;
    self->todo_count = 0;
    for (uint32_t i = 0; i < count; i++) {
        future_remove_callback(vm, self->todo[i], target_of(self));
        queue_put_now(vm, self->done, NONE);
    }
}

static void run(Vm *vm, Completion *completion, Value future) {
    AsCompleted *self = (AsCompleted *)completion;
    if (future == NOTHING) {
        time_out(vm, self);
        return;
    }
    for (uint32_t i = 0; i < self->todo_count; i++) {
        if (object_value(self->todo[i]) != future)
            continue;
        self->todo[i] = self->todo[--self->todo_count];
        queue_put_now(vm, self->done, future);
        if (self->todo_count == 0 && self->has_timer)
            event_loop_cancel_timer_of(vm, self->loop, self->timer, target_of(self));
        return;
    }
}

static const CompletionDef completion_def = {
    "as_completed.<locals>._on_completion", sizeof(AsCompleted), run, NULL, NULL, NULL};

void asyncio_waiting_by_as_completed(Vm *vm, const Completion *completion, List *waiting) {
    if (completion->def == &completion_def)
        queue_list_getters(vm, ((const AsCompleted *)completion)->done, waiting);
}

/* ---- The coroutines ---- */

typedef struct WaitForOne {
    NativeCoroutine base;
    Value getting;
} WaitForOne;

static ResumeResult one_resume(Vm *vm, NativeCoroutine *base, Value sent, Value thrown, Value *result) {
    Value future;
    ResumeResult outcome = generator_resume(vm, ((WaitForOne *)base)->getting, sent, thrown, &future);
    *result = future;
    if (outcome != RESUME_RETURNED)
        return outcome;
    if (future == NONE) {
        vm_raise(vm, vm->exceptions.TimeoutError, NULL);
        return RESUME_RAISED;
    }
    *result = future_result(vm, AS(Future, future));
    return *result == NOTHING ? RESUME_RAISED : RESUME_RETURNED;
}

static void one_trace(Heap *heap, NativeCoroutine *base) {
    heap_mark(heap, ((WaitForOne *)base)->getting);
}

static const NativeCoroutineDef one_def = {"as_completed.<locals>._wait_for_one", sizeof(WaitForOne),
                                           one_resume, one_trace, NULL};

/* ---- The iterator ---- */

static bool begin(Vm *vm, AsCompleted *self) {
    double timeout = 0;
    bool has_timeout = self->timeout != NOTHING && self->timeout != NONE;
    self->loop = asyncio_get_loop(vm);
    if (!self->loop)
        return false;
    List *all = list_from_iterable(vm, self->awaitables);
    if (!all || (has_timeout && !asyncio_seconds_argument(vm, self->timeout, &timeout)))
        return false;
    self->awaitables = NOTHING;
    self->done = queue_new(vm);
    self->todo = memory_new((size_t)all->count, sizeof(Future *));
    size_t mark = vm_root_mark(vm);
    Set *seen = set_new(vm);
    vm_root(vm, object_value(all));
    vm_root(vm, object_value(seen));
    bool ok = true;
    for (int64_t i = 0; ok && i < all->count; i++) {
        int64_t before = seen->count;
        ok = set_add(vm, seen, all->items[i]);
        if (!ok || seen->count == before)
            continue;
        Future *future = asyncio_ensure_future(vm, all->items[i], self->loop);
        ok = future != NULL;
        if (ok)
            self->todo[self->todo_count++] = future;
    }
    vm_root_reset(vm, mark);
    self->left = self->todo_count;
    for (uint32_t i = 0; ok && i < self->todo_count; i++)
        ok = future_add_callback(vm, self->todo[i], target_of(self));
    if (ok && has_timeout && self->todo_count > 0) {
        self->timer =
            event_loop_set_timer(vm, self->loop, event_loop_time(vm) + timeout, target_of(self), NOTHING);
        self->has_timer = true;
    }
    return ok;
}

static Value next(Vm *vm, Value object) {
    AsCompleted *self = AS(AsCompleted, object);
    if (self->awaitables != NOTHING && !begin(vm, self))
        return NOTHING;
    if (self->left == 0)
        return NOTHING;
    self->left--;
    WaitForOne *one = native_coroutine_new(vm, &one_def);
    one->getting = queue_get(vm, self->done);
    return object_value(one);
}

static Value iter(Vm *vm, Value self) {
    (void)vm;
    return self;
}

static Value repr(Vm *vm, Value self) {
    char address[32];
    snprintf(address, sizeof address, "%p", (void *)as_object(self));
    return object_value(string_format(vm, "<generator object as_completed at %s>", address));
}

static const TypeDef as_completed_def = {
    .name = "as_completed",
    .module = "asyncio.tasks",
    .kind = KIND_NATIVE,
    .layout = &layout,
    .size = sizeof(AsCompleted),
    .flags = TYPE_FINAL | TYPE_NO_INSTANCES,
    .ops = {.repr = repr, .iter = iter, .next = next},
};

Value asyncio_as_completed(Vm *vm, Value *args, int argc) {
    (void)argc;
    if (is_future(args[0]) || is_coroutine(vm, args[0]))
        return vm_raise(vm, vm->exceptions.TypeError, "expect an iterable of futures, not %T", args[0]);
    AsCompleted *self = type_allocate(vm, asyncio_types(vm)->as_completed);
    self->completion.def = &completion_def;
    self->awaitables = args[0];
    self->timeout = args[1];
    return object_value(self);
}

void as_completed_setup(Vm *vm, Module *module) {
    (void)module;
    asyncio_types(vm)->as_completed = asyncio_add_type(vm, NULL, &as_completed_def, NULL);
}
