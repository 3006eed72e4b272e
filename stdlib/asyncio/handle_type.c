/* asyncio.Handle and asyncio.TimerHandle. */
#include "stdlib/asyncio/asyncio.h"
#include "vm/callback_text.h"
#include "vm/creation_places.h"

static Value method_cancel(Vm *vm, Value *args, int argc) {
    (void)argc;
    handle_cancel(vm, AS(Handle, args[0]));
    return NONE;
}

static Value method_cancelled(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    return bool_value(AS(Handle, args[0])->head.flags & HANDLE_CANCELLED);
}

static Value method_get_context(Vm *vm, Value *args, int argc) {
    (void)argc;
    return object_value(context_at(vm, &AS(Handle, args[0])->context));
}

static Value method_when(Vm *vm, Value *args, int argc) {
    (void)argc;
    return float_value(vm, AS(TimerHandle, args[0])->when);
}

static Value handle_repr(Vm *vm, Value self) {
    Handle *handle = AS(Handle, self);
    if (is_string(handle->callback))
        return handle->callback;
    size_t mark = vm_root_mark(vm);
    vm_root(vm, self);
    StringBuilder out;
    builder_init(&out);
    builder_format(vm, &out, "<%T", self);
    if (handle->head.flags & HANDLE_CANCELLED)
        builder_add_c(&out, " cancelled");
    if (is_native(self, &timer_handle_layout))
        builder_format(vm, &out, " when=%R", float_value(vm, AS(TimerHandle, self)->when));
    if (handle->callback != NONE) {
        builder_add_char(&out, ' ');
        callback_write(vm, handle->callback, handle->arguments, &out);
    }
    creation_place_write(vm, &handle->head, &out);
    builder_add_char(&out, '>');
    vm_root_reset(vm, mark);
    return builder_finish(vm, &out);
}

static const NativeDef methods[] = {
    {"cancel", method_cancel, 1, 1, 0, NULL},
    {"cancelled", method_cancelled, 1, 1, 0, NULL},
    {"get_context", method_get_context, 1, 1, 0, NULL},
    END_OF_FUNCTIONS,
};

static const NativeDef timer_methods[] = {
    {"when", method_when, 1, 1, 0, NULL},
    END_OF_FUNCTIONS,
};

/* Timers are ordered by when they are due. */
static Value timer_compare(Vm *vm, Comparison op, Value left, Value right) {
    if (!is_native(left, &timer_handle_layout) || !is_native(right, &timer_handle_layout))
        return NOT_IMPLEMENTED;
    double a = AS(TimerHandle, left)->when, b = AS(TimerHandle, right)->when;
    (void)vm;
    switch (op) {
    case CMP_LT: return bool_value(a < b);
    case CMP_LE: return bool_value(a < b || left == right);
    case CMP_GT: return bool_value(a > b);
    case CMP_GE: return bool_value(a > b || left == right);
    case CMP_EQ: return bool_value(left == right);
    case CMP_NE: return bool_value(left != right);
    }
    return NOT_IMPLEMENTED;
}

static const TypeDef handle_def = {
    .name = "Handle",
    .module = "asyncio.events",
    .kind = KIND_NATIVE,
    .layout = &handle_layout,
    .size = sizeof(Handle),
    .flags = TYPE_NO_INSTANCES,
    .ops = {.repr = handle_repr},
    .methods = methods,
};

static const TypeDef timer_handle_def = {
    .name = "TimerHandle",
    .module = "asyncio.events",
    .kind = KIND_NATIVE,
    .layout = &timer_handle_layout,
    .size = sizeof(TimerHandle),
    .flags = TYPE_NO_INSTANCES,
    .ops = {.repr = handle_repr, .compare = timer_compare},
    .methods = timer_methods,
};

void handle_type_setup(Vm *vm, Module *module) {
    vm->scheduler->handle_type = asyncio_add_type(vm, module, &handle_def, NULL);
    vm->scheduler->timer_handle_type =
        asyncio_add_type(vm, module, &timer_handle_def, vm->scheduler->handle_type);
}
