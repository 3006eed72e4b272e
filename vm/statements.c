#include "vm/statements.h"

#include "vm/call.h"
#include "vm/dict.h"
#include "vm/list.h"

void raise_statement(Vm *vm, Value raised, Value cause) {
    Value exception = exception_from_raised(vm, raised);
    if (exception == NOTHING)
        return;
    if (cause != NOTHING) {
        size_t mark = vm_root_mark(vm);
        vm_root(vm, exception);
        Value reason = NONE;
        if (cause != NONE) {
            if (!is_exception(cause) && !(is_type(cause) && AS(Type, cause)->flags & TYPE_EXCEPTION))
                vm_raise(vm, vm->exceptions.TypeError, "exception causes must derive from BaseException");
            else
                reason = exception_from_raised(vm, cause);
        }
        vm_root_reset(vm, mark);
        if (vm_has_exception(vm))
            return;
        heap_write_barrier(vm->heap, as_object(exception));
        AS(Exception, exception)->cause = reason;
        AS(Exception, exception)->suppress_context = true;
    }
    vm_raise_value(vm, exception);
}

bool raise_again(Vm *vm) {
    Value handled = vm->thread->handled;
    if (handled == NONE) {
        vm_raise(vm, vm->exceptions.RuntimeError, "No active exception to reraise");
        return false;
    }
    vm->thread->exception = handled;
    return true;
}

bool special_load(Vm *vm, Value object, String *name, bool is_async, Value *pair) {
    Type *type = type_of(vm, object);
    Value method = type_lookup(vm, type, name);
    if (method == NOTHING) {
        bool is_exit = name == vm->names.exit || name == vm->names.aexit;
        vm_raise(vm, vm->exceptions.TypeError,
                 "'%N' object does not support the %scontext manager protocol%s%S%s", type,
                 is_async ? "asynchronous " : "", is_exit ? " (missed " : "",
                 is_exit ? name : vm->empty_string, is_exit ? " method)" : "");
        return false;
    }
    if (is_kind(method, KIND_FUNCTION) || is_kind(method, KIND_NATIVE_FUNCTION)) {
        pair[0] = method;
        pair[1] = object;
        return true;
    }
    Type *descriptor = type_of(vm, method);
    if (descriptor->ops.get)
        method = descriptor->ops.get(vm, method, object, type);
    pair[0] = method;
    pair[1] = NOTHING;
    return method != NOTHING;
}

Value format_field(Vm *vm, Value v, Value spec, int conversion) {
    size_t mark = vm_root_mark(vm);
    switch (conversion) {
    case 1: v = value_str(vm, v); break;
    case 2: v = value_repr(vm, v); break;
    case 3: v = value_ascii(vm, v); break;
    default: break;
    }
    if (v == NOTHING)
        return NOTHING;
    if (is_string(v) && as_object(v)->type == vm->types_by_kind[KIND_STRING] &&
        (spec == NOTHING || AS(String, spec)->byte_count == 0))
        return v;
    vm_root(vm, v);
    Value result = value_format(vm, v, spec == NOTHING ? vm->empty_string : AS(String, spec));
    vm_root_reset(vm, mark);
    return result;
}

Value string_join_registers(Vm *vm, const Value *strings, int count) {
    size_t bytes = 0;
    uint32_t length = 0;
    for (int i = 0; i < count; i++) {
        bytes += AS(String, strings[i])->byte_count;
        length += AS(String, strings[i])->length;
    }
    String *joined = string_allocate(vm, bytes);
    char *at = joined->chars;
    for (int i = 0; i < count; i++) {
        String *part = AS(String, strings[i]);
        memcpy(at, part->chars, part->byte_count);
        at += part->byte_count;
    }
    *at = '\0';
    joined->length = length;
    return object_value(joined);
}

Value slice_new(Vm *vm, Value start, Value stop, Value step) {
    Slice *slice = heap_allocate(vm->heap, sizeof *slice, KIND_SLICE, vm->types_by_kind[KIND_SLICE]);
    slice->start = start;
    slice->stop = stop;
    slice->step = step;
    return object_value(slice);
}

Value function_make(Vm *vm, Frame *frame, Code *code, const Value *extras, int flags) {
    Function *function = function_new(vm, code, code->capture_count);
    for (int n = 0; n < code->capture_count; n++) {
        Capture capture = code->captures[n];
        function->cells[n] = capture.from_register ? AS(Cell, frame_registers(frame)[capture.index])
                                                   : frame->function->cells[capture.index];
    }
    if (flags & 1)
        function->defaults = AS(Tuple, extras[0]);
    if (flags & 2)
        function->keyword_defaults = AS(Dict, extras[1]);
    if (flags & 4)
        function->annotations = extras[2];
    if (flags & 8)
        function->type_parameters = AS(Tuple, extras[3]);
    Value module = dict_get_string(function->globals, vm->names.name);
    function->module = module == NOTHING ? NONE : module;
    return object_value(function);
}

bool echo_value(Vm *vm, Value v) {
    if (v == NONE)
        return true;
    size_t mark = vm_root_mark(vm);
    vm_root(vm, v);
    Value text = value_repr(vm, v);
    if (text != NOTHING && !vm->display(vm, AS(String, text)))
        text = NOTHING;
    if (text != NOTHING)
        dict_set_string(vm, vm->builtins, vm->names.underscore, v);
    vm_root_reset(vm, mark);
    return text != NOTHING;
}
