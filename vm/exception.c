#include "vm/exception.h"

#include <errno.h>
#include <string.h>

#include "vm/call.h"
#include "vm/list.h"
#include "vm/type_slots.h"
#include "vm/vm.h"

/* --- Making them ---------------------------------------------------------------------------------- */

Exception *exception_allocate(Vm *vm, Type *type, Tuple *args) {
    Exception *exception = type_allocate(vm, type);
    exception->args = args;
    exception->cause = exception->context = exception->traceback = NONE;
    return exception;
}

Value exception_new(Vm *vm, Type *type, const char *message) {
    Tuple *args = message ? tuple_of(vm, 1, string_value(vm, message)) : vm->empty_tuple;
    return object_value(exception_allocate(vm, type, args));
}

Value exception_new_argument(Vm *vm, Type *type, Value argument) {
    Exception *exception = exception_allocate(vm, type, tuple_of(vm, 1, argument));
    if (type_is_subtype(type, vm->exceptions.StopIteration) ||
        type_is_subtype(type, vm->exceptions.SystemExit))
        exception->extra = argument;
    return object_value(exception);
}

Type *exception_class_new(Vm *vm, const char *name, const char *module, Type *base) {
    return type_new_named(vm, name, module, NULL, base);
}

/* --- Raising them --------------------------------------------------------------------------------- */

/* `exception` is about to get `handled` as its context: it must not stand in that chain itself. */
static void cut_cycle(Vm *vm, Value handled, Value exception) {
    Value slow = handled;
    bool step_slow = false;
    for (Value at = handled; at != NONE; at = AS(Exception, at)->context) {
        Value context = AS(Exception, at)->context;
        if (context == exception) {
            heap_write_barrier(vm->heap, as_object(at));
            AS(Exception, at)->context = NONE;
            return;
        }
        if (step_slow && (slow = AS(Exception, slow)->context) == at)
            return; /* a cycle that scripts made */
        step_slow = !step_slow;
    }
}

Value vm_raise_value(Vm *vm, Value exception) {
    Thread *thread = vm->thread;
    Value handled = thread->handled;
    if (handled != NONE && handled != NOTHING && handled != exception) {
        cut_cycle(vm, handled, exception);
        heap_write_barrier(vm->heap, as_object(exception));
        AS(Exception, exception)->context = handled;
    }
    thread->exception = exception;
    return NOTHING;
}

static Value new_formatted(Vm *vm, Type *type, const char *format, va_list list) {
    if (!format)
        return exception_new(vm, type, NULL);
    StringBuilder text;
    builder_init(&text);
    builder_format_list(vm, &text, format, list);
    return object_value(exception_allocate(vm, type, tuple_of(vm, 1, builder_finish(vm, &text))));
}

Value vm_raise(Vm *vm, Type *type, const char *format, ...) {
    va_list list;
    va_start(list, format);
    Value exception = new_formatted(vm, type, format, list);
    va_end(list);
    return vm_raise_value(vm, exception);
}

Value vm_raise_about_name(Vm *vm, Type *type, String *name, Value object, const char *format, ...) {
    va_list list;
    va_start(list, format);
    Value exception = new_formatted(vm, type, format, list);
    va_end(list);
    AS(Exception, exception)->extra = object_value(name);
    AS(Exception, exception)->extra2 = object;
    return vm_raise_value(vm, exception);
}

Value vm_raise_argument(Vm *vm, Type *type, Value argument) {
    return vm_raise_value(vm, exception_new_argument(vm, type, argument));
}

Value vm_raise_stop_iteration(Vm *vm, Value value) {
    Tuple *args = value == NONE ? vm->empty_tuple : tuple_of(vm, 1, value);
    Exception *exception = exception_allocate(vm, vm->exceptions.StopIteration, args);
    exception->extra = value;
    return vm_raise_value(vm, object_value(exception));
}

Type *exception_type_of_errno(Vm *vm, int64_t error) {
    switch (error) {
#if EAGAIN != EWOULDBLOCK
    case EWOULDBLOCK:
#endif
    case EAGAIN:
    case EALREADY:
    case EINPROGRESS: return vm->exceptions.BlockingIOError;
    case EPIPE:
    case ESHUTDOWN: return vm->exceptions.BrokenPipeError;
    case ECHILD: return vm->exceptions.ChildProcessError;
    case ECONNABORTED: return vm->exceptions.ConnectionAbortedError;
    case ECONNREFUSED: return vm->exceptions.ConnectionRefusedError;
    case ECONNRESET: return vm->exceptions.ConnectionResetError;
    case EEXIST: return vm->exceptions.FileExistsError;
    case ENOENT: return vm->exceptions.FileNotFoundError;
    case EISDIR: return vm->exceptions.IsADirectoryError;
    case ENOTDIR: return vm->exceptions.NotADirectoryError;
    case EINTR: return vm->exceptions.InterruptedError;
    case EACCES:
    case EPERM: return vm->exceptions.PermissionError;
    case ESRCH: return vm->exceptions.ProcessLookupError;
    case ETIMEDOUT: return vm->exceptions.TimeoutError;
    default: return vm->exceptions.OSError;
    }
}

Value vm_raise_errno(Vm *vm, int error, Value file_name) {
    Value number = small_int(error), text = string_value(vm, strerror(error));
    Exception *exception =
        exception_allocate(vm, exception_type_of_errno(vm, error), tuple_of(vm, 2, number, text));
    exception->extra = number;
    exception->extra2 = text;
    exception->extra3 = file_name;
    return vm_raise_value(vm, object_value(exception));
}

/* --- What raise and except take ------------------------------------------------------------------- */

static bool is_exception_class(Value v) {
    return is_type(v) && (AS(Type, v)->flags & TYPE_EXCEPTION);
}

Value exception_from_raised(Vm *vm, Value raised) {
    if (is_exception(raised))
        return raised;
    if (!is_exception_class(raised))
        return vm_raise(vm, vm->exceptions.TypeError, "exceptions must derive from BaseException");
    size_t mark = vm_root_mark(vm);
    vm_root(vm, raised);
    Value made = vm_call0(vm, raised);
    vm_root_reset(vm, mark);
    if (made == NOTHING || is_exception(made))
        return made;
    return vm_raise(vm, vm->exceptions.TypeError,
                    "calling %R should have returned an instance of BaseException, not %R", raised,
                    object_value(type_of(vm, made)));
}

static bool check_catchable(Vm *vm, Value type) {
    if (is_exception_class(type))
        return true;
    vm_raise(vm, vm->exceptions.TypeError,
             "catching classes that do not inherit from BaseException is not allowed");
    return false;
}

int exception_matches(Vm *vm, Value exception, Value types) {
    if (!is_tuple(types))
        return check_catchable(vm, types) ? is_instance(vm, exception, AS(Type, types)) : -1;
    const Tuple *tuple = AS(Tuple, types);
    for (int64_t i = 0; i < tuple->count; i++)
        if (!check_catchable(vm, tuple->items[i]))
            return -1;
    for (int64_t i = 0; i < tuple->count; i++)
        if (is_instance(vm, exception, AS(Type, tuple->items[i])))
            return 1;
    return 0;
}

/* --- The pending one ------------------------------------------------------------------------------ */

bool vm_exception_is(Vm *vm, Type *type) {
    Value pending = vm->thread->exception;
    return pending != NOTHING && type_is_subtype(as_object(pending)->type, type);
}

Value vm_take_exception(Vm *vm) {
    Value exception = vm->thread->exception;
    vm->thread->exception = NOTHING;
    return exception;
}

void vm_clear_exception(Vm *vm) {
    vm->thread->exception = NOTHING;
}

void exception_add_traceback(Vm *vm, Value exception, Code *code, uint32_t instruction) {
    Traceback *entry =
        heap_allocate(vm->heap, sizeof *entry, KIND_TRACEBACK, vm->types_by_kind[KIND_TRACEBACK]);
    entry->next = AS(Exception, exception)->traceback;
    entry->code = code;
    entry->instruction = instruction;
    entry->line = code_position(code, instruction).line;
    heap_write_barrier(vm->heap, as_object(exception));
    AS(Exception, exception)->traceback = object_value(entry);
}
