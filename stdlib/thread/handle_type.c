/* _thread._ThreadHandle: a thread that was started, to be joined. */
#include <math.h>

#include "stdlib/modules.h"
#include "stdlib/stdlib_state.h"
#include "stdlib/thread/thread.h"
#include "vm/clock.h"
#include "vm/dict.h"
#include "vm/finalization.h"
#include "vm/interrupt.h"

typedef enum HandleState { HANDLE_STARTING, HANDLE_RUNNING, HANDLE_DONE } HandleState;

typedef struct ThreadHandle {
    Obj head;
    Value function; /* what it runs, with... */
    Tuple *arguments;
    Tuple *keywords; /* the names of the last arguments; NULL: none */
    ParkedQueue waiters;
    int64_t identity;
    bool announces; /* it says itself when it has begun: thread_announce */
    uint8_t state;  /* HandleState */
} ThreadHandle;

static void handle_trace(Heap *heap, Obj *self) {
    const ThreadHandle *handle = (ThreadHandle *)self;
    heap_mark(heap, handle->function);
    heap_mark_object(heap, handle->arguments);
    heap_mark_object(heap, handle->keywords);
}

static const NativeLayout handle_layout = {"_ThreadHandle", sizeof(ThreadHandle), handle_trace, NULL};

/* ---- Running ---- */

static void enter_state(Vm *vm, ThreadHandle *handle, HandleState state) {
    handle->state = (uint8_t)state;
    parked_queue_wake_all(vm, &handle->waiters);
}

static void run(Vm *vm, Value self) {
    ThreadHandle *handle = AS(ThreadHandle, self);
    handle->identity = thread_identity(vm->thread);
    if (!handle->announces)
        enter_state(vm, handle, HANDLE_RUNNING);
    Value result = vm_call(vm, handle->function, handle->arguments->items, (int)handle->arguments->count,
                           handle->keywords);
    if (result == NOTHING && vm_exception_is(vm, vm->exceptions.SystemExit))
        vm_clear_exception(vm);
    else if (result == NOTHING)
        report_ignored_exception(vm, "in thread started by", handle->function);
    heap_write_barrier(vm->heap, handle);
    handle->function = NONE;
    handle->arguments = NULL;
    enter_state(vm, handle, HANDLE_DONE);
}

/* Waits until it has reached `state`. 1: it has; 0: the deadline is over; -1: raised. */
static int wait_for_state(Vm *vm, ThreadHandle *handle, HandleState state, double deadline) {
    ParkedEntry entry;
    int outcome = 1;
    parked_queue_join(vm, &handle->waiters, &entry);
    while (handle->state < state) {
        if (clock_monotonic(vm->clock) >= deadline) {
            outcome = 0;
            break;
        }
        thread_park(vm, deadline);
        if (!vm_check_interrupts(vm)) {
            outcome = -1;
            break;
        }
    }
    parked_queue_leave(&handle->waiters, &entry);
    return outcome;
}

/* The new thread has begun when it returns. NULL: raised. */
static ThreadHandle *start(Vm *vm, Value function, Tuple *arguments, Tuple *keywords, bool announces) {
    ThreadHandle *handle = type_allocate(vm, stdlib_state(vm)->thread_handle_type);
    handle->function = function;
    handle->arguments = arguments;
    handle->keywords = keywords;
    handle->announces = announces;
    if (!thread_start(vm, run, object_value(handle)))
        return NULL;
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(handle));
    int outcome = wait_for_state(vm, handle, HANDLE_RUNNING, INFINITY);
    vm_root_reset(vm, mark);
    return outcome < 0 ? NULL : handle;
}

/* ---- Functions of the module ---- */

Value thread_start_joinable(Vm *vm, Value *args, int argc) {
    (void)argc;
    ThreadHandle *handle = start(vm, args[0], vm->empty_tuple, NULL, true);
    return handle ? object_value(handle) : NOTHING;
}

Value thread_announce(Vm *vm, Value *args, int argc) {
    (void)args, (void)argc;
    if (is_native(vm->thread->argument, &handle_layout))
        enter_state(vm, AS(ThreadHandle, vm->thread->argument), HANDLE_RUNNING);
    return NONE;
}

/* The values of a dict behind `arguments`, its keys to *keywords. NULL: raised. */
static Tuple *append_keywords(Vm *vm, Tuple *arguments, Dict *dict, Tuple **keywords) {
    List *all = list_from(vm, arguments->items, arguments->count), *names = list_new(vm, 0);
    uint32_t position = 0;
    for (DictEntry *entry; (entry = dict_next(dict, &position));) {
        if (!is_string(entry->key)) {
            vm_raise(vm, vm->exceptions.TypeError, "keywords must be strings");
            return NULL;
        }
        list_append(vm, all, entry->value);
        list_append(vm, names, entry->key);
    }
    if (names->count > 0)
        *keywords = tuple_new(vm, names->items, names->count);
    return tuple_new(vm, all->items, all->count);
}

Value thread_start_new(Vm *vm, Value *args, int argc) {
    Type *type_error = vm->exceptions.TypeError;
    Value function = args[0];
    if (!is_kind(function, KIND_FUNCTION) && !is_kind(function, KIND_NATIVE_FUNCTION) &&
        !is_kind(function, KIND_BOUND_METHOD) && !is_type(function) && !type_of(vm, function)->ops.call)
        return vm_raise(vm, type_error, "first arg must be callable");
    if (!is_tuple(args[1]))
        return vm_raise(vm, type_error, "2nd arg must be a tuple");
    if (argc > 2 && !is_dict(args[2]))
        return vm_raise(vm, type_error, "optional 3rd arg must be a dictionary");
    Tuple *arguments = AS(Tuple, args[1]), *keywords = NULL;
    if (argc > 2)
        arguments = append_keywords(vm, arguments, AS(Dict, args[2]), &keywords);
    if (!arguments)
        return NOTHING;
    const ThreadHandle *handle = start(vm, function, arguments, keywords, false);
    return handle ? small_int(handle->identity) : NOTHING;
}

/* ---- The type ---- */

static Value handle_join(Vm *vm, Value *args, int argc) {
    (void)argc;
    double deadline;
    if (!thread_timeout_argument(vm, args[1], &deadline))
        return NOTHING;
    return wait_for_state(vm, AS(ThreadHandle, args[0]), HANDLE_DONE, deadline) < 0 ? NOTHING : NONE;
}

static Value handle_is_done(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    return bool_value(AS(ThreadHandle, args[0])->state == HANDLE_DONE);
}

static Value handle_get_ident(Vm *vm, Value self) {
    (void)vm;
    return small_int(AS(ThreadHandle, self)->identity);
}

static const NativeDef methods[] = {
    {"join", handle_join, 1, 2, 0, "timeout"},
    {"is_done", handle_is_done, 1, 1, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

static const NativePropertyDef properties[] = {
    {"ident", handle_get_ident, NULL},
    {NULL, NULL, NULL},
};

static const TypeDef handle_def = {
    .name = "_ThreadHandle",
    .module = "_thread",
    .kind = KIND_NATIVE,
    .layout = &handle_layout,
    .size = sizeof(ThreadHandle),
    .flags = TYPE_FINAL | TYPE_NO_INSTANCES | TYPE_DOTTED_NAME,
    .methods = methods,
    .properties = properties,
};

void thread_handle_setup(Vm *vm, Module *module) {
    StdlibState *state = stdlib_state(vm);
    state->thread_handle_type = type_new_native(vm, &handle_def, NULL);
    stdlib_keep(vm, object_value(state->thread_handle_type));
    dict_set_c(vm, module->namespace, "_ThreadHandle", object_value(state->thread_handle_type));
}
