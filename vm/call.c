#include "vm/call.h"

#include <stdlib.h>

#include "vm/call_setup.h"
#include "vm/interpreter.h"
#include "vm/interrupt.h"
#include "vm/native.h"
#include "vm/statements.h"

Frame *frame_push(Vm *vm, Function *function, ReturnMode mode, Value *result) {
    Thread *thread = vm->thread;
    Code *code = function->code;
    Frame *frame = (Frame *)thread->stack_top;
    Value *registers = frame_registers(frame);
    if (thread->depth >= vm->recursion_limit || registers + code->register_count > thread->stack_limit) {
        vm_raise(vm, vm->exceptions.RecursionError, "maximum recursion depth exceeded");
        return NULL;
    }
    thread->depth++;
    thread->stack_top = registers + code->register_count;
    frame->pc = code->instructions;
    frame->function = function;
    frame->code = code;
    frame->back = thread->frame;
    frame->result = result;
    frame->on_return = mode;
    frame->in_generator = false;
    memset(registers, 0, code->register_count * sizeof(Value));
    return frame;
}

void frame_pop(Vm *vm, Frame *frame) {
    vm->thread->stack_top = (Value *)frame;
    vm->thread->depth--;
}

static CallOutcome call_function(Vm *vm, Function *function, Value *args, int argc, Tuple *keywords,
                                 ReturnMode mode, Value *result, Frame **pushed) {
    Code *code = function->code;
    if (code->flags & CODE_SUSPENDS) {
        Generator *generator = generator_new(vm, function, NULL, 0);
        if (!function_bind_arguments(vm, function, frame_registers(&generator->frame), args, argc, keywords))
            return CALL_RAISED;
        *result = object_value(generator);
        return CALL_DONE;
    }
    Frame *frame = frame_push(vm, function, mode, result);
    if (!frame)
        return CALL_RAISED;
    if (!function_bind_arguments(vm, function, frame_registers(frame), args, argc, keywords)) {
        frame_pop(vm, frame);
        return CALL_RAISED;
    }
    *pushed = frame;
    return CALL_FRAME;
}

static CallOutcome finish_native(Vm *vm, Value value, Value *result) {
    (void)vm;
    if (value == NOTHING)
        return CALL_RAISED;
    if (value == TAIL_REQUEST)
        return CALL_TAIL;
    *result = value;
    return CALL_DONE;
}

/* Puts `first` in front of the arguments and begins the call. The copy lives on the C stack; what it holds is
 * rooted through the originals, except `first`, which the caller keeps alive. */
static CallOutcome call_with_first(Vm *vm, Value callee, Value first, Value *args, int argc, Tuple *keywords,
                                   ReturnMode mode, Value *result, Frame **pushed) {
    Value few[8];
    Value *all = argc < 8 ? few : malloc(((size_t)argc + 1) * sizeof(Value));
    all[0] = first;
    values_copy(all + 1, args, (size_t)argc);
    size_t mark = vm_root_mark(vm);
    vm_root(vm, first);
    vm_root(vm, callee);
    CallOutcome outcome = call_begin(vm, callee, all, argc + 1, keywords, mode, result, pushed);
    vm_root_reset(vm, mark);
    if (all != few)
        free(all);
    return outcome;
}

CallOutcome call_begin(Vm *vm, Value callee, Value *args, int argc, Tuple *keywords, ReturnMode mode,
                       Value *result, Frame **pushed) {
    if (!is_object(callee)) {
        vm_raise(vm, vm->exceptions.TypeError, "'%T' object is not callable", callee);
        return CALL_RAISED;
    }
    switch (as_object(callee)->kind) {
    case KIND_FUNCTION:
        return call_function(vm, AS(Function, callee), args, argc, keywords, mode, result, pushed);
    case KIND_NATIVE_FUNCTION:
        return finish_native(vm, native_function_call(vm, AS(NativeFunction, callee), args, argc, keywords),
                             result);
    case KIND_BOUND_METHOD: {
        BoundMethod *method = AS(BoundMethod, callee);
        return call_with_first(vm, method->callable, method->self, args, argc, keywords, mode, result,
                               pushed);
    }
    case KIND_TYPE: {
        Value init = NOTHING;
        Value instance = type_instantiate_begin(vm, AS(Type, callee), args, argc, keywords, &init);
        if (instance == NOTHING)
            return CALL_RAISED;
        *result = instance;
        if (init == NOTHING)
            return CALL_DONE;
        return call_with_first(vm, init, instance, args, argc, keywords, RETURN_INSTANCE, result, pushed);
    }
    case KIND_INSTANCE: {
        Value call = type_lookup(vm, as_object(callee)->type, vm->names.call);
        if (call != NOTHING && is_kind(call, KIND_FUNCTION))
            return call_with_first(vm, call, callee, args, argc, keywords, mode, result, pushed);
        break;
    }
    default: break;
    }
    Type *type = as_object(callee)->type;
    if (!type->ops.call) {
        vm_raise(vm, vm->exceptions.TypeError, "'%T' object is not callable", callee);
        return CALL_RAISED;
    }
    heap_write_barrier(vm->heap, as_object(callee));
    heap_write_barrier_values(vm->heap, args, argc);
    return finish_native(vm, type->ops.call(vm, callee, args, argc, keywords), result);
}

/* Does what a native function asked of the loop, for a caller in C. */
static Value serve_tail_request(Vm *vm) {
    TailRequest request = vm->thread->tail;
    Value generator = object_value(request.generator), result;
    if (request.mode == RETURN_FROM_CLOSE)
        return generator_close(vm, generator) ? NONE : NOTHING;
    switch (generator_resume(vm, generator, request.sent, request.thrown, &result)) {
    case RESUME_YIELDED: return result;
    case RESUME_RETURNED:
        return request.mode == RETURN_FROM_NEXT_DEFAULT ? request.default_value
                                                        : vm_raise_stop_iteration(vm, result);
    case RESUME_RAISED: break;
    }
    return NOTHING;
}

bool vm_enter_native(Vm *vm) {
    char here;
    if (&here > vm->thread->native_limit)
        return true;
    vm_raise(vm, vm->exceptions.RecursionError, "maximum recursion depth exceeded");
    return false;
}

bool value_is_callable(Vm *vm, Value v) {
    return type_of(vm, v)->ops.call != NULL;
}

Value vm_call_uninterrupted(Vm *vm, Value callee, Value *args, int argc, Tuple *keywords) {
    if (!vm_enter_native(vm))
        return NOTHING;
    /* The result is written by the callee's RETURN: it must be a place that outlives this call's frames only.
     */
    Value result = NOTHING;
    Frame *frame = NULL;
    size_t mark = vm_root_mark(vm);
    vm_root(vm, callee);
    CallOutcome outcome = call_begin(vm, callee, args, argc, keywords, RETURN_TO_NATIVE, &result, &frame);
    if (outcome == CALL_FRAME) {
        bool constructs = frame->on_return == RETURN_INSTANCE;
        Value instance = result;
        if (constructs) {
            frame->on_return = RETURN_TO_NATIVE;
            vm_root(vm, instance);
        }
        vm->thread->frame = frame;
        if (interpreter_run(vm, ENTER_FRAME, NONE, NOTHING, &result) == RESUME_RAISED)
            result = NOTHING;
        else if (constructs && result != NONE)
            result =
                vm_raise(vm, vm->exceptions.TypeError, "__init__() should return None, not '%T'", result);
        else if (constructs)
            result = instance;
    } else if (outcome == CALL_TAIL) {
        result = serve_tail_request(vm);
    } else if (outcome == CALL_RAISED) {
        result = NOTHING;
    }
    vm_root_reset(vm, mark);
    return result;
}

/* A loop of native code that does nothing but call has no other safepoint. */
static Value safepoint_after(Vm *vm, Value result) {
    size_t mark = vm_root_mark(vm);
    vm_root(vm, result);
    bool ok = vm_safepoint(vm);
    vm_root_reset(vm, mark);
    return ok ? result : NOTHING;
}

Value vm_call(Vm *vm, Value callee, Value *args, int argc, Tuple *keywords) {
    Value result = vm_call_uninterrupted(vm, callee, args, argc, keywords);
    return interrupt_is_pending(vm) && result != NOTHING ? safepoint_after(vm, result) : result;
}

static Value call_rooted(Vm *vm, Value callee, Value *args, int argc) {
    size_t mark = vm_root_mark(vm);
    for (int i = 0; i < argc; i++)
        vm_root(vm, args[i]);
    Value result = vm_call(vm, callee, args, argc, NULL);
    vm_root_reset(vm, mark);
    return result;
}

Value vm_call0(Vm *vm, Value callee) {
    return vm_call(vm, callee, NULL, 0, NULL);
}

Value vm_call1(Vm *vm, Value callee, Value a) {
    return call_rooted(vm, callee, (Value[]){a}, 1);
}

Value vm_call2(Vm *vm, Value callee, Value a, Value b) {
    return call_rooted(vm, callee, (Value[]){a, b}, 2);
}

/* Calls `function` with self in front when there is one. */
static Value call_method_pair(Vm *vm, Value function, Value self, Value *args, int argc) {
    if (self == NOTHING)
        return vm_call(vm, function, args, argc, NULL);
    Value few[8];
    Value *all = argc < 8 ? few : malloc(((size_t)argc + 1) * sizeof(Value));
    all[0] = self;
    values_copy(all + 1, args, (size_t)argc);
    Value result = call_rooted(vm, function, all, argc + 1);
    if (all != few)
        free(all);
    return result;
}

Value vm_call_method(Vm *vm, Value self, String *name, Value *args, int argc) {
    Value bound_self;
    size_t mark = vm_root_mark(vm);
    vm_root(vm, self);
    for (int i = 0; i < argc; i++)
        vm_root(vm, args[i]);
    Value function = value_get_method(vm, self, name, &bound_self);
    Value result = function == NOTHING ? NOTHING : call_method_pair(vm, function, bound_self, args, argc);
    vm_root_reset(vm, mark);
    return result;
}

Value vm_call_special(Vm *vm, Value self, String *name, Value *args, int argc) {
    Value method = type_lookup(vm, type_of(vm, self), name);
    if (method == NOTHING)
        return NOTHING;
    if (is_kind(method, KIND_FUNCTION) || is_kind(method, KIND_NATIVE_FUNCTION))
        return call_method_pair(vm, method, self, args, argc);
    Type *type = type_of(vm, method);
    if (type->ops.get) {
        method = type->ops.get(vm, method, self, type_of(vm, self));
        if (method == NOTHING)
            return NOTHING;
    }
    return call_rooted(vm, method, args, argc);
}
