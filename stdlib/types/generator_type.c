/* generator, coroutine and async_generator: their methods and attributes, and the objects that __await__(),
 * asend() and their kin return.
 *
 * send(), throw(), close() and __next__() of script code do not run it: they ask the interpreter loop to (see
 * TailRequest). */
#include <stdio.h>

#include "stdlib/stdlib_state.h"
#include "stdlib/types/frame_type.h"
#include "stdlib/types/types.h"
#include "vm/async_generator.h"
#include "vm/call.h"
#include "vm/dict.h"
#include "vm/list.h"

/* ---- Resuming ---- */

static bool is_script_code(Value v) {
    return is_kind(v, KIND_GENERATOR) || is_kind(v, KIND_COROUTINE);
}

static Value raise_reused(Vm *vm) {
    return vm_raise(vm, vm->exceptions.RuntimeError, "cannot reuse already awaited coroutine");
}

/* Resumes `v` and makes of its return value a StopIteration: what send() and throw() do. */
static Value resume(Vm *vm, Value v, Value sent, Value thrown) {
    if (is_script_code(v)) {
        Generator *generator = AS(Generator, v);
        if (generator->state == GENERATOR_FINISHED && is_kind(v, KIND_COROUTINE))
            return raise_reused(vm);
        vm->thread->tail = (TailRequest){generator, sent, thrown, RETURN_FROM_SEND, NOTHING};
        return TAIL_REQUEST;
    }
    Value result;
    switch (generator_resume(vm, v, sent, thrown, &result)) {
    case RESUME_YIELDED: return result;
    case RESUME_RETURNED: return vm_raise_stop_iteration(vm, result);
    case RESUME_RAISED: break;
    }
    return NOTHING;
}

static Value close_now(Vm *vm, Value v) {
    if (!is_script_code(v))
        return generator_close(vm, v) ? NONE : NOTHING;
    Value exit = exception_new(vm, vm->exceptions.GeneratorExit, NULL);
    vm->thread->tail = (TailRequest){AS(Generator, v), NONE, exit, RETURN_FROM_CLOSE, NOTHING};
    return TAIL_REQUEST;
}

static bool is_exception_class(Value v) {
    return is_type(v) && AS(Type, v)->flags & TYPE_EXCEPTION;
}

/* The exception that throw(type[, value[, traceback]]) means; NOTHING: raised TypeError. */
static Value thrown_exception(Vm *vm, const Value *args, int argc) {
    Value type = args[0], value = argc > 1 ? args[1] : NONE, traceback = argc > 2 ? args[2] : NONE, exception;
    if (traceback != NONE && !is_kind(traceback, KIND_TRACEBACK))
        return vm_raise(vm, vm->exceptions.TypeError, "throw() third argument must be a traceback object");
    if (is_exception_class(type)) {
        if (is_exception(value) && is_instance(vm, value, AS(Type, type)))
            exception = value;
        else if (is_tuple(value))
            exception = vm_call(vm, type, AS(Tuple, value)->items, (int)AS(Tuple, value)->count, NULL);
        else
            exception = value == NONE ? vm_call0(vm, type) : vm_call1(vm, type, value);
        if (exception == NOTHING)
            return NOTHING;
        if (!is_exception(exception))
            return vm_raise(vm, vm->exceptions.TypeError,
                            "calling %R should have returned an instance of BaseException, not %T", type,
                            exception);
    } else if (is_exception(type)) {
        if (value != NONE)
            return vm_raise(vm, vm->exceptions.TypeError, "instance exception may not have a separate value");
        exception = type;
    } else {
        return vm_raise(vm, vm->exceptions.TypeError,
                        "exceptions must be classes or instances deriving from BaseException, not %T", type);
    }
    if (traceback != NONE)
        AS(Exception, exception)->traceback = traceback;
    return exception;
}

/* Methods of everything that is driven by hand. */

static Value method_next(Vm *vm, Value *args, int argc) {
    (void)argc;
    return resume(vm, args[0], NONE, NOTHING);
}

static Value method_send(Vm *vm, Value *args, int argc) {
    (void)argc;
    return resume(vm, args[0], args[1], NOTHING);
}

static Value method_throw(Vm *vm, Value *args, int argc) {
    Value exception = thrown_exception(vm, args + 1, argc - 1);
    return exception == NOTHING ? NOTHING : resume(vm, args[0], NONE, exception);
}

static Value method_close(Vm *vm, Value *args, int argc) {
    (void)argc;
    return close_now(vm, args[0]);
}

static Value return_self(Vm *vm, Value self) {
    (void)vm;
    return self;
}

/* next() for native code. A return value goes along in a StopIteration. */
static Value next_of(Vm *vm, Value self) {
    Value result;
    switch (generator_resume(vm, self, NONE, NOTHING, &result)) {
    case RESUME_YIELDED: return result;
    case RESUME_RETURNED: return result == NONE ? NOTHING : vm_raise_stop_iteration(vm, result);
    case RESUME_RAISED: break;
    }
    return NOTHING;
}

/* ---- Attributes ---- */

static Value kind_repr(Vm *vm, Value self) {
    char address[32];
    snprintf(address, sizeof address, "%p", (void *)as_object(self));
    return object_value(string_format(vm, "<%T object %s at %s>", self, generator_qualname(self), address));
}

static Value get_name(Vm *vm, Value self) {
    if (!is_kind(self, KIND_NATIVE_COROUTINE))
        return object_value(AS(Generator, self)->frame.function->name);
    const char *qualname = generator_qualname(self), *dot = strrchr(qualname, '.');
    return string_value(vm, dot ? dot + 1 : qualname);
}

static Value get_qualname(Vm *vm, Value self) {
    return string_value(vm, generator_qualname(self));
}

/* The generator's own copy of its function, for names of its own. */
static Function *own_function(Vm *vm, Generator *generator) {
    Function *shared = generator->frame.function;
    Function *own = function_new(vm, shared->code, (int)shared->cell_count);
    Obj head = own->head;
    memcpy(own, shared, sizeof *shared + shared->cell_count * sizeof(Cell *));
    own->head = head;
    generator->frame.function = own;
    return own;
}

static bool check_new_name(Vm *vm, Value self, Value value, const char *attribute) {
    if (value == NOTHING || !is_string(value)) {
        vm_raise(vm, vm->exceptions.TypeError, "%s must be set to a string object", attribute);
        return false;
    }
    if (is_kind(self, KIND_NATIVE_COROUTINE)) {
        vm_raise(vm, vm->exceptions.AttributeError, "attribute '%s' of 'coroutine' objects is not writable",
                 attribute);
        return false;
    }
    return true;
}

static bool set_name(Vm *vm, Value self, Value value) {
    if (!check_new_name(vm, self, value, "__name__"))
        return false;
    own_function(vm, AS(Generator, self))->name = AS(String, value);
    return true;
}

static bool set_qualname(Vm *vm, Value self, Value value) {
    if (!check_new_name(vm, self, value, "__qualname__"))
        return false;
    own_function(vm, AS(Generator, self))->qualname = AS(String, value);
    return true;
}

static GeneratorState state_of(Value self) {
    return is_kind(self, KIND_NATIVE_COROUTINE) ? AS(NativeCoroutine, self)->state
                                                : AS(Generator, self)->state;
}

/* A delegator in the midst of a running chain runs too. */
static bool runs(Value self) {
    if (is_kind(self, KIND_NATIVE_COROUTINE))
        return state_of(self) == GENERATOR_RUNNING;
    Generator *generator = AS(Generator, self);
    if (generator->state == GENERATOR_FINISHED)
        return false;
    while (generator->delegator)
        generator = generator->delegator;
    return generator->state == GENERATOR_RUNNING;
}

static Value get_frame(Vm *vm, Value self) {
    if (is_kind(self, KIND_NATIVE_COROUTINE) || state_of(self) == GENERATOR_FINISHED)
        return NONE;
    return frame_view_of(vm, AS(Generator, self));
}

static Value get_code(Vm *vm, Value self) {
    (void)vm;
    return is_kind(self, KIND_NATIVE_COROUTINE) ? NONE : object_value(AS(Generator, self)->frame.code);
}

static Value get_running(Vm *vm, Value self) {
    (void)vm;
    return bool_value(runs(self));
}

static Value get_suspended(Vm *vm, Value self) {
    (void)vm;
    GeneratorState state = state_of(self);
    return bool_value(state != GENERATOR_CREATED && state != GENERATOR_FINISHED && !runs(self));
}

static Value get_delegate(Vm *vm, Value self) {
    return runs(self) ? NONE : generator_delegate(vm, self);
}

static Value get_none(Vm *vm, Value self) {
    (void)vm, (void)self;
    return NONE;
}

#define NAMES                                      \
    {"__name__", get_name, set_name}, {            \
        "__qualname__", get_qualname, set_qualname \
    }

static const NativePropertyDef generator_properties[] = {
    NAMES,
    {"gi_frame", get_frame, NULL},
    {"gi_code", get_code, NULL},
    {"gi_running", get_running, NULL},
    {"gi_suspended", get_suspended, NULL},
    {"gi_yieldfrom", get_delegate, NULL},
    {NULL, NULL, NULL},
};

static const NativePropertyDef coroutine_properties[] = {
    NAMES,
    {"cr_frame", get_frame, NULL},
    {"cr_code", get_code, NULL},
    {"cr_running", get_running, NULL},
    {"cr_suspended", get_suspended, NULL},
    {"cr_await", get_delegate, NULL},
    {"cr_origin", get_none, NULL},
    {NULL, NULL, NULL},
};

static const NativePropertyDef async_generator_properties[] = {
    NAMES,
    {"ag_frame", get_frame, NULL},
    {"ag_code", get_code, NULL},
    {"ag_running", get_running, NULL},
    {"ag_suspended", get_suspended, NULL},
    {"ag_await", get_delegate, NULL},
    {NULL, NULL, NULL},
};

/* ---- generator and coroutine ---- */

#define DRIVING                                                                                  \
    {"send", method_send, 2, 2, NATIVE_RESUMES, NULL}, {"throw", method_throw, 2, 4, 0, NULL}, { \
        "close", method_close, 1, 1, 0, NULL                                                     \
    }
#define END \
    { NULL, NULL, 0, 0, 0, NULL }

static const NativeDef generator_methods[] = {
    DRIVING, {"__next__", method_next, 1, 1, NATIVE_RESUMES, NULL}, END};
static const NativeDef coroutine_methods[] = {DRIVING, END};

static const TypeDef generator_def = {
    .name = "generator",
    .kind = KIND_GENERATOR,
    .flags = TYPE_FINAL | TYPE_NO_INSTANCES,
    .ops = {.repr = kind_repr, .iter = return_self, .next = next_of},
    .methods = generator_methods,
    .properties = generator_properties,
};

static Value coroutine_await(Vm *vm, Value self) {
    CoroutineWrapper *wrapper =
        heap_allocate(vm->heap, sizeof *wrapper, KIND_NATIVE, vm->coroutine_wrapper_type);
    wrapper->coroutine = self;
    return object_value(wrapper);
}

static const TypeDef coroutine_def = {
    .name = "coroutine",
    .kind = KIND_COROUTINE,
    .flags = TYPE_FINAL | TYPE_NO_INSTANCES,
    .ops = {.repr = kind_repr, .await = coroutine_await},
    .methods = coroutine_methods,
    .properties = coroutine_properties,
};

/* ---- coroutine_wrapper ---- */

static Value wrapped(const Value *args) {
    return AS(CoroutineWrapper, args[0])->coroutine;
}

static Value wrapper_next(Vm *vm, Value *args, int argc) {
    (void)argc;
    return resume(vm, wrapped(args), NONE, NOTHING);
}

static Value wrapper_send(Vm *vm, Value *args, int argc) {
    (void)argc;
    return resume(vm, wrapped(args), args[1], NOTHING);
}

static Value wrapper_throw(Vm *vm, Value *args, int argc) {
    Value exception = thrown_exception(vm, args + 1, argc - 1);
    return exception == NOTHING ? NOTHING : resume(vm, wrapped(args), NONE, exception);
}

static Value wrapper_close(Vm *vm, Value *args, int argc) {
    (void)argc;
    return close_now(vm, wrapped(args));
}

static Value wrapper_next_of(Vm *vm, Value self) {
    return next_of(vm, AS(CoroutineWrapper, self)->coroutine);
}

static const NativeDef wrapper_methods[] = {
    {"send", wrapper_send, 2, 2, 0, NULL},
    {"throw", wrapper_throw, 2, 4, 0, NULL},
    {"close", wrapper_close, 1, 1, 0, NULL},
    {"__next__", wrapper_next, 1, 1, 0, NULL},
    END,
};

static const TypeDef wrapper_def = {
    .name = "coroutine_wrapper",
    .kind = KIND_NATIVE,
    .layout = &coroutine_wrapper_layout,
    .size = sizeof(CoroutineWrapper),
    .flags = TYPE_FINAL | TYPE_NO_INSTANCES,
    .ops = {.iter = return_self, .next = wrapper_next_of},
    .methods = wrapper_methods,
};

/* ---- async_generator ---- */

static Value async_next(Vm *vm, Value self) {
    return async_step_new(vm, AS(Generator, self), LINK_ASEND, NONE, NOTHING);
}

static Value method_asend(Vm *vm, Value *args, int argc) {
    (void)argc;
    return async_step_new(vm, AS(Generator, args[0]), LINK_ASEND, args[1], NOTHING);
}

static Value method_athrow(Vm *vm, Value *args, int argc) {
    Value exception = thrown_exception(vm, args + 1, argc - 1);
    if (exception == NOTHING)
        return NOTHING;
    return async_step_new(vm, AS(Generator, args[0]), LINK_ATHROW, NONE, exception);
}

static Value method_aclose(Vm *vm, Value *args, int argc) {
    (void)argc;
    Value exit = exception_new(vm, vm->exceptions.GeneratorExit, NULL);
    return async_step_new(vm, AS(Generator, args[0]), LINK_ACLOSE, NONE, exit);
}

static const NativeDef async_generator_methods[] = {
    {"asend", method_asend, 2, 2, 0, NULL},
    {"athrow", method_athrow, 2, 4, 0, NULL},
    {"aclose", method_aclose, 1, 1, 0, NULL},
    END,
};

static const TypeDef async_generator_def = {
    .name = "async_generator",
    .kind = KIND_ASYNC_GENERATOR,
    .flags = TYPE_FINAL | TYPE_NO_INSTANCES,
    .ops = {.repr = kind_repr, .async_iter = return_self, .async_next = async_next},
    .methods = async_generator_methods,
    .properties = async_generator_properties,
};

/* ---- What asend() and its kin return ---- */

static Value step_close(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    AS(AsyncGeneratorStep, args[0])->state = GENERATOR_FINISHED;
    return NONE;
}

static const NativeDef step_methods[] = {
    {"send", method_send, 2, 2, 0, NULL},
    {"throw", method_throw, 2, 4, 0, NULL},
    {"close", step_close, 1, 1, 0, NULL},
    {"__next__", method_next, 1, 1, 0, NULL},
    END,
};

#define STEP_DEF(type_name)                                                                           \
    {                                                                                                 \
        .name = type_name, .kind = KIND_NATIVE, .layout = &async_generator_step_layout,               \
        .size = sizeof(AsyncGeneratorStep), .flags = TYPE_FINAL | TYPE_NO_INSTANCES,                  \
        .ops = {.iter = return_self, .next = next_of, .await = return_self}, .methods = step_methods, \
    }

static const TypeDef send_step_def = STEP_DEF("async_generator_asend");
static const TypeDef throw_step_def = STEP_DEF("async_generator_athrow");

void generator_types_setup(Vm *vm) {
    type_define_core(vm, KIND_GENERATOR, &generator_def);
    type_define_core(vm, KIND_COROUTINE, &coroutine_def);
    type_define_core(vm, KIND_ASYNC_GENERATOR, &async_generator_def);
    vm->coroutine_wrapper_type = type_new_native(vm, &wrapper_def, NULL);
    vm->async_step_type = type_new_native(vm, &send_step_def, NULL);
    vm->async_throw_type = type_new_native(vm, &throw_step_def, NULL);
    stdlib_keep(vm, object_value(vm->coroutine_wrapper_type));
    stdlib_keep(vm, object_value(vm->async_step_type));
    stdlib_keep(vm, object_value(vm->async_throw_type));
}
