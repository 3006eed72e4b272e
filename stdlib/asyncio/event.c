/* asyncio.Event: once it is set, all who wait go on. */
#include "stdlib/asyncio/event.h"

#include "stdlib/asyncio/lock.h"

static void event_trace(Heap *heap, Obj *self) {
    wait_list_trace(heap, &((Event *)self)->waiters);
    heap_mark_object(heap, ((Event *)self)->loop);
}

static void event_free(Vm *vm, Obj *self) {
    (void)vm;
    wait_list_free(&((Event *)self)->waiters);
}

static const NativeLayout event_layout = {"Event", sizeof(Event), event_trace, event_free};

void event_set(Vm *vm, Event *event) {
    if (event->is_set)
        return;
    event->is_set = true;
    uint32_t place = event->waiters.first;
    for (Waiter *waiter; (waiter = wait_list_next(&event->waiters, &place));)
        if (!future_is_done(waiter->future))
            future_set_result(vm, waiter->future, TRUE_VALUE);
}

ResumeResult event_wait_resume(Vm *vm, NativeCoroutine *base, Value sent, Value thrown, Value *result) {
    Waiter *self = (Waiter *)base;
    Event *event = (Event *)self->owner;
    (void)sent;
    if (base->step == 0) {
        if (event->is_set) {
            *result = TRUE_VALUE;
            return RESUME_RETURNED;
        }
        if (!waiter_join(vm, self, &event->waiters, &event->loop))
            return RESUME_RAISED;
        base->step = 1;
    }
    ResumeResult outcome = waiter_step(vm, self, thrown, result);
    if (outcome != RESUME_YIELDED)
        wait_list_remove(&event->waiters, self);
    if (outcome == RESUME_RETURNED)
        *result = TRUE_VALUE;
    return outcome;
}

static const NativeCoroutineDef wait_def = {"Event.wait", sizeof(Waiter), event_wait_resume, waiter_trace,
                                            NULL};

Value event_wait(Vm *vm, Event *event) {
    return object_value(waiter_new(vm, &wait_def, event));
}

static Event *self_of(const Value *args) {
    return AS(Event, args[0]);
}

static Value method_is_set(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    return bool_value(self_of(args)->is_set);
}

static Value method_set(Vm *vm, Value *args, int argc) {
    (void)argc;
    event_set(vm, self_of(args));
    return vm_has_exception(vm) ? NOTHING : NONE;
}

static Value method_clear(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    self_of(args)->is_set = false;
    return NONE;
}

static Value method_wait(Vm *vm, Value *args, int argc) {
    (void)argc;
    return event_wait(vm, self_of(args));
}

static Value wait_await(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    return self_of(args)->is_set ? TRUE_VALUE : NOTHING;
}

static const NativeDef methods[] = {
    {"is_set", method_is_set, 1, 1, 0, NULL},
    {"set", method_set, 1, 1, 0, NULL},
    {"clear", method_clear, 1, 1, 0, NULL},
    {"wait", method_wait, 1, 1, NATIVE_COROUTINE_FUNCTION, NULL},
    END_OF_FUNCTIONS,
};

static Value event_repr(Vm *vm, Value self) {
    Event *event = AS(Event, self);
    StringBuilder out;
    builder_init(&out);
    asyncio_write_object(vm, self, &out);
    builder_add_c(&out, event->is_set ? " [set" : " [unset");
    if (event->waiters.count > 0)
        builder_format(vm, &out, ", waiters:%d", (int)event->waiters.count);
    builder_add_c(&out, "]>");
    return builder_finish(vm, &out);
}

static const TypeDef event_def = {
    .name = "Event",
    .module = "asyncio.locks",
    .kind = KIND_NATIVE,
    .layout = &event_layout,
    .size = sizeof(Event),
    .flags = TYPE_LIKE_SCRIPT,
    .ops = {.repr = event_repr},
    .create = create_plain,
    .initialize = initialize_without_arguments,
    .methods = methods,
};

void event_setup(Vm *vm, Module *module) {
    Type *event = asyncio_types(vm)->event = asyncio_add_type(vm, module, &event_def, NULL);
    asyncio_set_await(vm, event->namespace, "wait", wait_await);
}
