/* asyncio.sleep(). */
#include <math.h>

#include "stdlib/asyncio/asyncio.h"

typedef struct Sleep {
    NativeCoroutine base; /* head.aux: the timer */
    Future *future;
    Value delay, result;
} Sleep;

enum { SLEEP_CREATED, SLEEP_GAVE_WAY, SLEEP_WAITS };

static ResumeResult begin(Vm *vm, Sleep *self, Value *result) {
    double delay;
    if (!asyncio_seconds_argument(vm, self->delay, &delay))
        return RESUME_RAISED;
    if (delay <= 0) {
        self->base.step = SLEEP_GAVE_WAY;
        *result = NONE;
        return RESUME_YIELDED;
    }
    if (isnan(delay)) {
        vm_raise(vm, vm->exceptions.ValueError, "Invalid delay: NaN (not a number)");
        return RESUME_RAISED;
    }
    Loop *loop = asyncio_running_loop(vm);
    if (!loop)
        return RESUME_RAISED;
    self->future = future_new(vm, loop);
    self->base.head.aux = event_loop_set_timer(vm, loop, event_loop_time(vm) + delay,
                                               ready_target(READY_SET_RESULT, self->future), NONE);
    self->base.step = SLEEP_WAITS;
    return future_step(vm, object_value(self->future), NOTHING, result);
}

static ResumeResult resume(Vm *vm, NativeCoroutine *base, Value sent, Value thrown, Value *result) {
    Sleep *self = (Sleep *)base;
    (void)sent;
    switch (base->step) {
    case SLEEP_CREATED: return begin(vm, self, result);
    case SLEEP_GAVE_WAY:
        if (thrown != NOTHING) {
            vm_raise_value(vm, thrown);
            return RESUME_RAISED;
        }
        *result = self->result;
        return RESUME_RETURNED;
    default: break;
    }
    /* The timer is in the heap until it has fired, and what it fires at is the future's end, or comes after
     * it. */
    Loop *loop = self->future->loop;
    ResumeResult outcome = future_step(vm, object_value(self->future), thrown, result);
    if (outcome == RESUME_RAISED)
        event_loop_cancel_timer_of(vm, loop, base->head.aux, ready_target(READY_SET_RESULT, self->future));
    else if (outcome == RESUME_RETURNED)
        *result = self->result;
    return outcome;
}

static void trace(Heap *heap, NativeCoroutine *base) {
    Sleep *self = (Sleep *)base;
    heap_mark_object(heap, self->future);
    heap_mark(heap, self->delay);
    heap_mark(heap, self->result);
}

static void describe(Vm *vm, NativeCoroutine *base, StringBuilder *out) {
    builder_format(vm, out, "sleep(%R)", ((Sleep *)base)->delay);
}

static const NativeCoroutineDef sleep_def = {"sleep", sizeof(Sleep), resume, trace, describe};

Value asyncio_sleep_giving_way(Vm *vm) {
    Sleep *self = native_coroutine_new(vm, &sleep_def);
    self->delay = small_int(0);
    self->result = NONE;
    self->base.state = GENERATOR_SUSPENDED;
    self->base.step = SLEEP_GAVE_WAY;
    return object_value(self);
}

Value asyncio_sleep_await(Vm *vm, Value *args, int argc) {
    (void)vm;
    return argc == 1 && args[0] == small_int(0) ? GIVE_WAY : NOTHING;
}

Value asyncio_sleep(Vm *vm, Value *args, int argc) {
    Sleep *self = native_coroutine_new(vm, &sleep_def);
    self->delay = args[0];
    self->result = argc < 2 || args[1] == NOTHING ? NONE : args[1];
    return object_value(self);
}
