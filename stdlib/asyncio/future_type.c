/* asyncio.Future, and the iterator that its __await__() returns. */
#include "stdlib/asyncio/asyncio.h"
#include "stdlib/types/sequences.h"
#include "vm/callback_text.h"
#include "vm/creation_places.h"

static Future *self_of(const Value *args) {
    return AS(Future, args[0]);
}

/* ---- Methods ---- */

static Value method_result(Vm *vm, Value *args, int argc) {
    (void)argc;
    return future_result(vm, self_of(args));
}

static Value method_exception(Vm *vm, Value *args, int argc) {
    (void)argc;
    return future_exception(vm, self_of(args));
}

static Value method_set_result(Vm *vm, Value *args, int argc) {
    (void)argc;
    return future_set_result(vm, self_of(args), args[1]) ? NONE : NOTHING;
}

static Value method_set_exception(Vm *vm, Value *args, int argc) {
    (void)argc;
    return future_set_exception(vm, self_of(args), args[1]) ? NONE : NOTHING;
}

static Value method_cancel(Vm *vm, Value *args, int argc) {
    (void)argc;
    int cancelled = future_cancel(vm, self_of(args), args[1] == NOTHING ? NONE : args[1]);
    return cancelled < 0 ? NOTHING : bool_value(cancelled);
}

static Value method_cancelled(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    return bool_value(future_is_cancelled(self_of(args)));
}

static Value method_done(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    return bool_value(future_is_done(self_of(args)));
}

static Value method_get_loop(Vm *vm, Value *args, int argc) {
    (void)argc;
    return future_check_initialized(vm, self_of(args)) ? object_value(self_of(args)->loop) : NOTHING;
}

static Value method_add_done_callback(Vm *vm, Value *args, int argc) {
    (void)argc;
    Future *future = self_of(args);
    Value context = asyncio_context_argument(vm, args[2]);
    if (context == NOTHING)
        return NOTHING;
    Handle *handle = handle_new(vm, future->loop, args[1], NULL, context);
    return future_add_callback(vm, future, ready_target(READY_HANDLE, handle)) ? NONE : NOTHING;
}

static Value method_remove_done_callback(Vm *vm, Value *args, int argc) {
    (void)argc;
    Future *future = self_of(args);
    int64_t removed = 0;
    for (uint32_t i = 0;;) {
        uint32_t count;
        const ReadyTarget *targets = future_callbacks(future, &count);
        if (i >= count)
            return small_int(removed);
        ReadyTarget target = targets[i];
        if (ready_kind(target) == READY_HANDLE) {
            int equal = value_equal(vm, ((Handle *)ready_object(target))->callback, args[1]);
            if (equal < 0)
                return NOTHING;
            if (equal) {
                removed += future_remove_callback(vm, future, target);
                continue;
            }
        }
        i++;
    }
}

static Value method_make_cancelled_error(Vm *vm, Value *args, int argc) {
    (void)argc;
    return future_cancelled_error(vm, self_of(args));
}

static Value future_await(Vm *vm, Value self);

static const NativeDef methods[] = {
    {"result", method_result, 1, 1, 0, NULL},
    {"exception", method_exception, 1, 1, 0, NULL},
    {"set_result", method_set_result, 2, 2, 0, NULL},
    {"set_exception", method_set_exception, 2, 2, 0, NULL},
    {"cancel", method_cancel, 1, 2, 0, "msg"},
    {"cancelled", method_cancelled, 1, 1, 0, NULL},
    {"done", method_done, 1, 1, 0, NULL},
    {"get_loop", method_get_loop, 1, 1, 0, NULL},
    {"add_done_callback", method_add_done_callback, 2, 2, 0, "fn,/,*,context"},
    {"remove_done_callback", method_remove_done_callback, 2, 2, 0, NULL},
    {"_make_cancelled_error", method_make_cancelled_error, 1, 1, 0, NULL},
    {"__class_getitem__", generic_alias_method, 2, 2, NATIVE_CLASS, NULL},
    END_OF_FUNCTIONS,
};

/* ---- Attributes ---- */

static const char *state_name(const Future *future) {
    return future_is_cancelled(future) ? "CANCELLED" : future_is_done(future) ? "FINISHED" : "PENDING";
}

static Value get_state(Vm *vm, Value self) {
    return string_value(vm, state_name(AS(Future, self)));
}

static Value get_loop(Vm *vm, Value self) {
    return future_check_initialized(vm, AS(Future, self)) ? object_value(AS(Future, self)->loop) : NOTHING;
}

static Value get_result(Vm *vm, Value self) {
    (void)vm;
    const Future *future = AS(Future, self);
    return (future->head.flags & (FUTURE_FINISHED | FUTURE_FAILED)) == FUTURE_FINISHED ? future->outcome
                                                                                       : NONE;
}

static Value get_exception(Vm *vm, Value self) {
    (void)vm;
    const Future *future = AS(Future, self);
    return future->head.flags & FUTURE_FAILED ? AS(Tuple, future->outcome)->items[0] : NONE;
}

static Value get_blocking(Vm *vm, Value self) {
    (void)vm;
    return bool_value(AS(Future, self)->head.flags & FUTURE_BLOCKING);
}

static bool set_flag(Vm *vm, Value self, Value value, uint16_t flag) {
    int truth = value == NOTHING ? 0 : value_truth(vm, value);
    if (truth < 0)
        return false;
    uint16_t flags = AS(Future, self)->head.flags;
    AS(Future, self)->head.flags = (uint16_t)(truth ? flags | flag : flags & ~flag);
    return true;
}

static bool set_blocking(Vm *vm, Value self, Value value) {
    return set_flag(vm, self, value, FUTURE_BLOCKING);
}

static Value get_log_traceback(Vm *vm, Value self) {
    (void)vm;
    return bool_value(AS(Future, self)->head.flags & FUTURE_UNRETRIEVED);
}

static bool set_log_traceback(Vm *vm, Value self, Value value) {
    int truth = value == NOTHING ? 0 : value_truth(vm, value);
    if (truth > 0)
        vm_raise(vm, vm->exceptions.ValueError, "_log_traceback can only be set to False");
    if (truth != 0)
        return false;
    AS(Future, self)->head.flags &= (uint16_t)~FUTURE_UNRETRIEVED;
    return true;
}

static Value get_cancel_message(Vm *vm, Value self) {
    (void)vm;
    Future *future = AS(Future, self);
    if (future->head.flags & FUTURE_FINISHED || future->outcome == NOTHING || is_exception(future->outcome))
        return NONE;
    return future->outcome;
}

static const NativePropertyDef properties[] = {
    {"_state", get_state, NULL},
    {"_loop", get_loop, NULL},
    {"_result", get_result, NULL},
    {"_exception", get_exception, NULL},
    {"_asyncio_future_blocking", get_blocking, set_blocking},
    {"_log_traceback", get_log_traceback, set_log_traceback},
    {"_cancel_message", get_cancel_message, NULL},
    END_OF_PROPERTIES,
};

/* ---- Representation ---- */

static void write_callback(Vm *vm, ReadyTarget target, StringBuilder *out) {
    void *object = ready_object(target);
    switch (ready_kind(target)) {
    case READY_HANDLE: callback_write(vm, ((Handle *)object)->callback, NULL, out); break;
    case READY_STEP:
    case READY_WAKEUP: builder_add_c(out, "Task.task_wakeup()"); break;
    case READY_GATHERED: builder_add_c(out, "gather.<locals>._done_callback()"); break;
    case READY_RETRIEVE: builder_add_c(out, "Future.exception()"); break;
    case READY_STOP: builder_add_c(out, "_run_until_complete_cb()"); break;
    case READY_SIGNALS:
    case READY_SPAWN:
    case READY_READABLE:
    case READY_WRITABLE: break; /* never callbacks */
    case READY_SET_RESULT:
    case READY_RELEASE:
        builder_add_c(out, "_release_waiter(");
        short_repr_write(vm, object_value(object), out);
        builder_add_c(out, ")()");
        break;
    case READY_COMPLETION: builder_format(vm, out, "%s()", ((Completion *)object)->def->name); break;
    }
}

static void write_callbacks(Vm *vm, Future *future, StringBuilder *out) {
    uint32_t count;
    const ReadyTarget *targets = future_callbacks(future, &count);
    if (count == 0)
        return;
    ReadyTarget first = targets[0], last = targets[count - 1];
    builder_add_c(out, " cb=[");
    write_callback(vm, first, out);
    if (count > 2)
        builder_format(vm, out, ", <%d more>", (int)count - 2);
    if (count > 1) {
        builder_add_c(out, ", ");
        write_callback(vm, last, out);
    }
    builder_add_char(out, ']');
}

static void write_task(Vm *vm, Task *task, StringBuilder *out) {
    builder_format(vm, out, " name=%R", object_value(task_name(vm, task)));
    if (task->coroutine != NOTHING) {
        builder_add_c(out, " coro=<");
        asyncio_write_coroutine(vm, task->coroutine, out);
        builder_add_char(out, '>');
    }
    if (task->waiter != NOTHING)
        builder_format(vm, out, " wait_for=%R", task->waiter);
}

static Value future_repr(Vm *vm, Value self) {
    Future *future = AS(Future, self);
    if (future->head.flags & OBJ_REPR_ACTIVE)
        return string_value(vm, "...");
    if (!future_check_initialized(vm, future) || !vm_enter_native(vm))
        return NOTHING;
    size_t mark = vm_root_mark(vm);
    vm_root(vm, self);
    future->head.flags |= OBJ_REPR_ACTIVE;
    bool pending = !future_is_done(future), task = is_task(self);
    StringBuilder out;
    builder_init(&out);
    builder_format(vm, &out, "<%S %s", future->head.type->name,
                   !pending ? future_is_cancelled(future) ? "cancelled" : "finished"
                   : task && AS(Task, self)->cancel_requests > 0 ? "cancelling"
                                                                 : "pending");
    if (task)
        write_task(vm, AS(Task, self), &out);
    if (future->head.flags & FUTURE_FAILED) {
        builder_format(vm, &out, " exception=%R", AS(Tuple, future->outcome)->items[0]);
    } else if (future->head.flags & FUTURE_FINISHED) {
        builder_add_c(&out, " result=");
        short_repr_write(vm, future->outcome, &out);
    }
    write_callbacks(vm, future, &out);
    creation_place_write(vm, &future->head, &out);
    builder_add_char(&out, '>');
    future->head.flags &= (uint16_t)~OBJ_REPR_ACTIVE;
    vm_root_reset(vm, mark);
    return builder_finish(vm, &out);
}

/* ---- The iterator ---- */

typedef struct FutureIterator {
    Obj head;
    Future *future; /* NULL: exhausted */
} FutureIterator;

static void iterator_trace(Heap *heap, Obj *self) {
    heap_mark_object(heap, ((FutureIterator *)self)->future);
}

static const NativeLayout iterator_layout = {"FutureIter", sizeof(FutureIterator), iterator_trace, NULL};

static Value future_await(Vm *vm, Value self) {
    FutureIterator *iterator =
        heap_allocate(vm->heap, sizeof *iterator, KIND_NATIVE, asyncio_types(vm)->future_iterator);
    iterator->future = AS(Future, self);
    return object_value(iterator);
}

static Value iterator_step(Vm *vm, Value self, Value thrown) {
    FutureIterator *iterator = AS(FutureIterator, self);
    Value result;
    if (!iterator->future && thrown == NOTHING)
        return vm_raise_stop_iteration(vm, NONE);
    if (!iterator->future)
        return vm_raise_value(vm, thrown);
    ResumeResult outcome = future_step(vm, object_value(iterator->future), thrown, &result);
    if (outcome == RESUME_YIELDED)
        return result;
    iterator->future = NULL;
    return outcome == RESUME_RETURNED ? vm_raise_stop_iteration(vm, result) : NOTHING;
}

static Value iterator_next(Vm *vm, Value self) {
    return iterator_step(vm, self, NOTHING);
}

static Value iterator_self(Vm *vm, Value self) {
    (void)vm;
    return self;
}

static Value iterator_send(Vm *vm, Value *args, int argc) {
    (void)argc;
    return iterator_step(vm, args[0], NOTHING);
}

static Value iterator_throw(Vm *vm, Value *args, int argc) {
    Value raised = argc > 2 && args[2] != NONE ? args[2] : args[1];
    Value exception = exception_from_raised(vm, raised);
    return exception == NOTHING ? NOTHING : iterator_step(vm, args[0], exception);
}

static Value iterator_close(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    AS(FutureIterator, args[0])->future = NULL;
    return NONE;
}

static const NativeDef iterator_methods[] = {
    {"send", iterator_send, 2, 2, 0, NULL},
    {"throw", iterator_throw, 2, 4, 0, NULL},
    {"close", iterator_close, 1, 1, 0, NULL},
    END_OF_FUNCTIONS,
};

static const TypeDef iterator_def = {
    .name = "FutureIter",
    .module = "_asyncio",
    .kind = KIND_NATIVE,
    .layout = &iterator_layout,
    .size = sizeof(FutureIterator),
    .flags = TYPE_FINAL | TYPE_NO_INSTANCES,
    .ops = {.iter = iterator_self, .next = iterator_next},
    .methods = iterator_methods,
};

/* ---- The type ---- */

static Value future_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    (void)args, (void)argc, (void)keywords;
    return object_value(type_allocate(vm, type));
}

static bool future_initialize(Vm *vm, Value self, Value *args, int argc, Tuple *keywords) {
    Value given[1];
    if (argc - (keywords ? (int)keywords->count : 0) > 0) {
        vm_raise(vm, vm->exceptions.TypeError, "Future() takes no positional arguments");
        return false;
    }
    if (!arguments_bind(vm, "Future", "loop", 0, 0, args, argc, keywords, given))
        return false;
    Loop *loop = NULL;
    if (!asyncio_loop_argument(vm, given[0], &loop))
        return false;
    AS(Future, self)->loop = loop ? loop : asyncio_get_loop(vm);
    return AS(Future, self)->loop != NULL;
}

static const TypeDef future_def = {
    .name = "Future",
    .module = "_asyncio",
    .kind = KIND_NATIVE,
    .layout = &future_layout,
    .size = sizeof(Future),
    .flags = TYPE_SIDE_ATTRIBUTES | TYPE_DOTTED_NAME,
    .ops = {.repr = future_repr, .await = future_await, .iter = future_await},
    .create = future_create,
    .initialize = future_initialize,
    .methods = methods,
    .properties = properties,
};

static const TypeDef gathering_def = {
    .name = "_GatheringFuture",
    .module = "asyncio.tasks",
    .kind = KIND_NATIVE,
    .layout = &gathering_layout,
    .size = sizeof(Gathering),
    .flags = TYPE_FINAL | TYPE_NO_INSTANCES | TYPE_SIDE_ATTRIBUTES,
};

void future_type_setup(Vm *vm, Module *module) {
    vm->scheduler->future_type = asyncio_add_type(vm, module, &future_def, NULL);
    vm->scheduler->gathering_type = asyncio_add_type(vm, NULL, &gathering_def, vm->scheduler->future_type);
    asyncio_types(vm)->future_iterator = asyncio_add_type(vm, NULL, &iterator_def, NULL);
}
