/* asyncio.Handle and asyncio.TimerHandle. */
#include "stdlib/arguments.h"
#include "stdlib/asyncio/asyncio.h"
#include "vm/callback_text.h"
#include "vm/creation_places.h"
#include "vm/hashing.h"

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

/* Timers are equal that would do the same at the same time. 1, 0, -1: raised. */
static int timers_equal(Vm *vm, const TimerHandle *a, const TimerHandle *b) {
    if (a->when != b->when ||
        (a->handle.head.flags & HANDLE_CANCELLED) != (b->handle.head.flags & HANDLE_CANCELLED))
        return 0;
    int equal = value_equal(vm, a->handle.callback, b->handle.callback);
    if (equal <= 0)
        return equal;
    const Tuple *none = vm->empty_tuple;
    return value_equal(vm, object_value(a->handle.arguments ? a->handle.arguments : none),
                       object_value(b->handle.arguments ? b->handle.arguments : none));
}

/* Timers are ordered by when they are due. */
static Value timer_compare(Vm *vm, Comparison op, Value left, Value right) {
    if (!is_native(left, &timer_handle_layout) || !is_native(right, &timer_handle_layout))
        return NOT_IMPLEMENTED;
    const TimerHandle *a = AS(TimerHandle, left), *b = AS(TimerHandle, right);
    if (op == CMP_LT || (op == CMP_LE && a->when < b->when))
        return bool_value(a->when < b->when);
    if (op == CMP_GT || (op == CMP_GE && a->when > b->when))
        return bool_value(a->when > b->when);
    size_t mark = vm_root_mark(vm);
    vm_root(vm, left);
    vm_root(vm, right);
    int equal = left == right ? 1 : timers_equal(vm, a, b);
    vm_root_reset(vm, mark);
    return equal < 0 ? NOTHING : bool_value(equal == (op != CMP_NE));
}

static bool timer_hash(Vm *vm, Value self, int64_t *hash) {
    (void)vm;
    *hash = hash_double(AS(TimerHandle, self)->when, as_object(self));
    return true;
}

/* ---- Handles that a script makes ---- */

/* What it calls, in which loop and context: the arguments of both constructors, behind the timer's `when`. */
typedef struct Call {
    Value callback;
    Tuple *arguments;
    Loop *loop;
    Value context;
} Call;

enum { CALLBACK, ARGUMENTS, LOOP, CONTEXT, CALL_PARAMETERS };

static bool take_call(Vm *vm, const Value *given, Call *call) {
    call->callback = given[CALLBACK];
    call->arguments = tuple_from_iterable(vm, given[ARGUMENTS]);
    call->loop = call->arguments ? asyncio_loop_required(vm, given[LOOP]) : NULL;
    call->context = call->loop ? asyncio_context_argument(vm, given[CONTEXT]) : NOTHING;
    return call->context != NOTHING;
}

static Value create_handle(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    Value given[CALL_PARAMETERS];
    Call call;
    (void)type;
    if (!arguments_bind_initializer(vm, "Handle.__init__", "callback,args,loop,context", 3, args, argc,
                                    keywords, given) ||
        !take_call(vm, given, &call))
        return NOTHING;
    return object_value(handle_new(vm, call.loop, call.callback, call.arguments, call.context));
}

static Value create_timer_handle(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    Value given[1 + CALL_PARAMETERS];
    Call call;
    double when;
    (void)type;
    if (!arguments_bind_initializer(vm, "TimerHandle.__init__", "when,callback,args,loop,context", 4, args,
                                    argc, keywords, given) ||
        !take_call(vm, given + 1, &call) || !asyncio_delay_argument(vm, given[0], &when))
        return NOTHING;
    return object_value(timer_handle_new(vm, call.loop, when, call.callback, call.arguments, call.context));
}

static const TypeDef handle_def = {
    .name = "Handle",
    .module = "asyncio.events",
    .kind = KIND_NATIVE,
    .layout = &handle_layout,
    .size = sizeof(Handle),
    .flags = TYPE_FINAL,
    .ops = {.repr = handle_repr},
    .create = create_handle,
    .methods = methods,
};

static const TypeDef timer_handle_def = {
    .name = "TimerHandle",
    .module = "asyncio.events",
    .kind = KIND_NATIVE,
    .layout = &timer_handle_layout,
    .size = sizeof(TimerHandle),
    .flags = TYPE_FINAL,
    .ops = {.repr = handle_repr, .compare = timer_compare, .hash = timer_hash},
    .create = create_timer_handle,
    .methods = timer_methods,
};

void handle_type_setup(Vm *vm, Module *module) {
    vm->scheduler->handle_type = asyncio_add_type(vm, module, &handle_def, NULL);
    vm->scheduler->timer_handle_type =
        asyncio_add_type(vm, module, &timer_handle_def, vm->scheduler->handle_type);
}
