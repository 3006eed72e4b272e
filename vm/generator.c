#include "vm/generator.h"

#include "vm/call.h"
#include "vm/call_setup.h"
#include "vm/creation_places.h"
#include "vm/delegation.h"
#include "vm/event_loop.h"
#include "vm/interpreter.h"

static ObjectKind generator_kind(const Code *code) {
    if (code->flags & CODE_COROUTINE)
        return KIND_COROUTINE;
    return code->flags & CODE_ASYNC_GENERATOR ? KIND_ASYNC_GENERATOR : KIND_GENERATOR;
}

Generator *generator_new(Vm *vm, Function *function, const Value *arguments, int count) {
    Code *code = function->code;
    ObjectKind kind = generator_kind(code);
    Generator *generator = generator_make(vm, function, code, kind, arguments, count);
    vm->thread->newest_generator = generator;
    if (__builtin_expect(vm->notes_origins, 0) && kind == KIND_COROUTINE)
        creation_place_note(vm, &generator->head);
    return generator;
}

/* ---- Chains ---- */

static Generator *outermost(Generator *generator) {
    while (generator->delegator)
        generator = generator->delegator;
    return generator;
}

static Generator *innermost(Generator *generator) {
    while (generator->linked)
        generator = AS(Generator, generator->delegate);
    return generator;
}

bool chain_check(Vm *vm, Generator *root) {
    if (root->state == GENERATOR_RUNNING ||
        (root->delegator && outermost(root)->state == GENERATOR_RUNNING)) {
        if (root->head.kind == KIND_COROUTINE)
            vm_raise(vm, vm->exceptions.ValueError, "coroutine already executing");
        else
            vm_raise(vm, vm->exceptions.ValueError, "generator already executing");
        return false;
    }
    if (vm->thread->depth >= vm->recursion_limit) {
        vm_raise(vm, vm->exceptions.RecursionError, "maximum recursion depth exceeded");
        return false;
    }
    heap_write_barrier(vm->heap, root);
    heap_write_barrier(vm->heap, innermost(root));
    root->leaf = innermost(root);
    root->leaf->root = root;
    root->leaf->unseen = false; /* here and below: two generators know it as their leaf */
    return true;
}

void chain_write_barrier(Vm *vm, Generator *root, Generator *leaf) {
    heap_write_barrier(vm->heap, root);
    heap_write_barrier(vm->heap, leaf);
}

void chain_enter_handling(Thread *thread, Generator *root) {
    Value kept = root->handled;
    root->handled = thread->base_handled == NONE ? NOTHING : thread->base_handled;
    thread->base_handled = thread->handled;
    if (kept != NOTHING)
        thread->handled = kept;
}

void chain_leave_handling(Thread *thread, Generator *root, bool keep) {
    Value driver_base = root->handled == NOTHING ? NONE : root->handled;
    root->handled = keep && thread->handled != thread->base_handled ? thread->handled : NOTHING;
    thread->handled = thread->base_handled;
    thread->base_handled = driver_base;
}

void chain_repair(Vm *vm, Generator *driven, Generator *leaf) {
    Generator *root = outermost(driven);
    heap_write_barrier(vm->heap, root);
    root->leaf = leaf;
    leaf->root = root;
    leaf->unseen = false;
}

void chain_step_in(Vm *vm, Generator *generator) {
    Thread *thread = vm->thread;
    Value kept = generator->handled;
    generator->handled = thread->handled;
    if (kept != NOTHING)
        thread->handled = kept;
}

void chain_step_out(Vm *vm, Generator *generator) {
    Thread *thread = vm->thread;
    Value awaiter_handled = generator->handled;
    generator->handled = thread->handled != awaiter_handled ? thread->handled : NOTHING;
    thread->handled = awaiter_handled;
}

/* ---- Resuming from native code ---- */

static ResumeResult native_coroutine_resume(Vm *vm, NativeCoroutine *self, Value sent, Value thrown,
                                            Value *result) {
    if (self->state == GENERATOR_FINISHED) {
        vm_raise(vm, vm->exceptions.RuntimeError, "cannot reuse already awaited coroutine");
        return RESUME_RAISED;
    }
    if (self->state == GENERATOR_RUNNING) {
        vm_raise(vm, vm->exceptions.ValueError, "coroutine already executing");
        return RESUME_RAISED;
    }
    if (thrown != NOTHING && self->state == GENERATOR_CREATED) {
        self->state = GENERATOR_FINISHED;
        vm_raise_value(vm, thrown);
        return RESUME_RAISED;
    }
    heap_write_barrier(vm->heap, self);
    self->state = GENERATOR_RUNNING;
    *result = NONE;
    ResumeResult outcome = self->def->resume(vm, self, sent, thrown, result);
    self->state = outcome == RESUME_YIELDED ? GENERATOR_SUSPENDED : GENERATOR_FINISHED;
    return outcome;
}

/* send(), throw() of an asend() object and its kin, driven by hand. */
static ResumeResult async_step_resume(Vm *vm, AsyncGeneratorStep *step, Value sent, Value thrown,
                                      Value *result) {
    Generator *generator = step->generator;
    if (step->state == GENERATOR_FINISHED) {
        vm_raise(vm, vm->exceptions.RuntimeError, "cannot reuse already awaited %s",
                 step->link == LINK_ASEND ? "__anext__()/asend()" : "aclose()/athrow()");
        return RESUME_RAISED;
    }
    if (step->state == GENERATOR_CREATED && thrown != NOTHING) {
        if (!async_step_begin_throwing(vm, step))
            return RESUME_RAISED;
    } else if (step->state == GENERATOR_CREATED) {
        bool done = false;
        if (!async_step_begin(vm, step, &done))
            return RESUME_RAISED;
        if (done) {
            *result = NONE;
            return RESUME_RETURNED;
        }
        sent = step->sent;
        thrown = step->thrown;
    }
    step->state = GENERATOR_SUSPENDED;
    generator->item_ready = false;
    ResumeResult outcome = generator_resume(vm, object_value(generator), sent, thrown, result);
    if (outcome == RESUME_YIELDED && !generator->item_ready)
        return RESUME_YIELDED;
    step->state = GENERATOR_FINISHED;
    if (outcome == RESUME_YIELDED) {
        if (step->link == LINK_ACLOSE) {
            vm_raise(vm, vm->exceptions.RuntimeError, "async generator ignored GeneratorExit");
            return RESUME_RAISED;
        }
        return RESUME_RETURNED;
    }
    if (outcome == RESUME_RETURNED) {
        if (step->link == LINK_ACLOSE) {
            *result = NONE;
            return RESUME_RETURNED;
        }
        vm_raise(vm, vm->exceptions.StopAsyncIteration, NULL);
        return RESUME_RAISED;
    }
    if (step->link == LINK_ACLOSE && (vm_exception_is(vm, vm->exceptions.GeneratorExit) ||
                                      vm_exception_is(vm, vm->exceptions.StopAsyncIteration))) {
        vm_clear_exception(vm);
        *result = NONE;
        return RESUME_RETURNED;
    }
    return RESUME_RAISED;
}

static ResumeResult script_generator_resume(Vm *vm, Generator *generator, Value sent, Value thrown,
                                            Value *result) {
    *result = NONE;
    if (generator->state == GENERATOR_FINISHED) {
        if (thrown != NOTHING) {
            vm->thread->exception = thrown;
            return RESUME_RAISED;
        }
        if (generator->head.kind == KIND_COROUTINE) {
            vm_raise(vm, vm->exceptions.RuntimeError, "cannot reuse already awaited coroutine");
            return RESUME_RAISED;
        }
        return RESUME_RETURNED;
    }
    if (generator->state == GENERATOR_CREATED && thrown == NOTHING && sent != NONE) {
        vm_raise(vm, vm->exceptions.TypeError, "can't send non-None value to a just-started %s",
                 generator_kind_name(generator));
        return RESUME_RAISED;
    }
    if (!vm_enter_native(vm))
        return RESUME_RAISED;
    Thread *thread = vm->thread;
    Frame *back = thread->frame;
    if (!chain_enter(vm, thread, generator, back, NULL, RETURN_TO_NATIVE))
        return RESUME_RAISED;
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(generator));
    vm_root(vm, sent);
    vm_root(vm, thrown);
    ResumeResult outcome = interpreter_run(vm, ENTER_LEAF, sent, thrown, result);
    thread->frame = back;
    vm_root_reset(vm, mark);
    return outcome;
}

bool generator_walk_item(Vm *vm, GeneratorWalk *walk, Value item) {
    size_t mark = vm_root_mark(vm);
    vm_root(vm, item);
    bool go_on = walk->each(vm, item, walk->state);
    vm_root_reset(vm, mark);
    /* What `each` ran may have finished it. */
    return go_on && walk->generator->state != GENERATOR_FINISHED;
}

bool generator_for_each(Vm *vm, Generator *generator, bool (*each)(Vm *vm, Value item, void *state),
                        void *state) {
    Thread *thread = vm->thread;
    Frame *back = thread->frame;
    if (generator->state == GENERATOR_FINISHED)
        return true;
    if (!vm_enter_native(vm) || !chain_enter(vm, thread, generator, back, NULL, RETURN_TO_WALK))
        return false;
    GeneratorWalk walk = {generator, each, state}, *outer = thread->walk;
    thread->walk = &walk;
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(generator));
    Value result = NONE;
    ResumeResult outcome = interpreter_run(vm, ENTER_LEAF, NONE, NOTHING, &result);
    thread->frame = back;
    thread->walk = outer;
    vm_root_reset(vm, mark);
    return outcome != RESUME_RAISED;
}

ResumeResult generator_resume(Vm *vm, Value generator, Value value, Value exception, Value *result) {
    if (is_kind(generator, KIND_NATIVE_COROUTINE))
        return native_coroutine_resume(vm, AS(NativeCoroutine, generator), value, exception, result);
    if (is_native(generator, &async_generator_step_layout))
        return async_step_resume(vm, AS(AsyncGeneratorStep, generator), value, exception, result);
    return script_generator_resume(vm, AS(Generator, generator), value, exception, result);
}

bool generator_close(Vm *vm, Value generator) {
    if (is_kind(generator, KIND_NATIVE_COROUTINE)) {
        NativeCoroutine *native = AS(NativeCoroutine, generator);
        if (native->state == GENERATOR_CREATED)
            native->state = GENERATOR_FINISHED;
        if (native->state == GENERATOR_FINISHED)
            return true;
    } else {
        Generator *script = AS(Generator, generator);
        if (script->state == GENERATOR_CREATED)
            generator_set_finished(vm, script);
        if (script->state == GENERATOR_FINISHED)
            return true;
    }
    Value result, exit = exception_new(vm, vm->exceptions.GeneratorExit, NULL);
    switch (generator_resume(vm, generator, NONE, exit, &result)) {
    case RESUME_RETURNED: return true;
    case RESUME_YIELDED:
        vm_raise(vm, vm->exceptions.RuntimeError, "%s ignored GeneratorExit",
                 is_kind(generator, KIND_GENERATOR) ? "generator" : "coroutine");
        return false;
    case RESUME_RAISED:
        if (vm_exception_is(vm, vm->exceptions.GeneratorExit) ||
            vm_exception_is(vm, vm->exceptions.StopIteration)) {
            vm_clear_exception(vm);
            return true;
        }
    }
    return false;
}

void generator_set_finished(Vm *vm, Generator *generator) {
    heap_write_barrier(vm->heap, generator);
    generator->state = GENERATOR_FINISHED;
}

void generator_convert_stop(Vm *vm, Generator *generator) {
    bool async_stop = generator->head.kind == KIND_ASYNC_GENERATOR &&
                      vm_exception_is(vm, vm->exceptions.StopAsyncIteration);
    if (!async_stop && !vm_exception_is(vm, vm->exceptions.StopIteration))
        return;
    Value stop = vm_take_exception(vm);
    vm_raise(vm, vm->exceptions.RuntimeError, "%s raised %s", generator_kind_name(generator),
             async_stop ? "StopAsyncIteration" : "StopIteration");
    Exception *error = AS(Exception, vm->thread->exception);
    error->cause = error->context = stop;
    error->suppress_context = true;
}

/* ---- Awaiting ---- */

static void wrapper_trace(Heap *heap, Obj *self) {
    heap_mark(heap, ((CoroutineWrapper *)self)->coroutine);
}

const NativeLayout coroutine_wrapper_layout = {"coroutine_wrapper", sizeof(CoroutineWrapper), wrapper_trace,
                                               NULL};

static bool is_coroutine_like(Value v) {
    if (is_kind(v, KIND_COROUTINE) || is_kind(v, KIND_NATIVE_COROUTINE))
        return true;
    return is_kind(v, KIND_GENERATOR) && AS(Generator, v)->frame.code->flags & CODE_ITERABLE_COROUTINE;
}

Value awaitable_get(Vm *vm, Value v, int context) {
    if (is_kind(v, KIND_COROUTINE) || is_kind(v, KIND_NATIVE_COROUTINE))
        return v;
    if (is_coroutine_like(v) || is_native(v, &async_generator_step_layout))
        return v;
    Type *type = type_of(vm, v);
    if (is_future(v) && type->ops.await == vm->scheduler->future_type->ops.await)
        return v;
    if (!type->ops.await) {
        if (context == 0)
            return vm_raise(vm, vm->exceptions.TypeError, "object %T can't be used in 'await' expression", v);
        return vm_raise(vm, vm->exceptions.TypeError,
                        "'async with' received an object from %s that does not implement __await__: %T",
                        context == 1 ? "__aenter__" : "__aexit__", v);
    }
    Value iterator = type->ops.await(vm, v);
    if (iterator == NOTHING)
        return NOTHING;
    if (is_native(iterator, &coroutine_wrapper_layout))
        return AS(CoroutineWrapper, iterator)->coroutine;
    if (is_coroutine_like(iterator))
        return vm_raise(vm, vm->exceptions.TypeError, "__await__() returned a coroutine");
    if (!type_of(vm, iterator)->ops.next)
        return vm_raise(vm, vm->exceptions.TypeError, "__await__() returned non-iterator of type '%T'",
                        iterator);
    return iterator;
}

Value delegate_get(Vm *vm, Value v, unsigned code_flags) {
    if (is_kind(v, KIND_COROUTINE) || is_kind(v, KIND_NATIVE_COROUTINE)) {
        if (code_flags & (CODE_COROUTINE | CODE_ITERABLE_COROUTINE))
            return v;
        return vm_raise(vm, vm->exceptions.TypeError,
                        "cannot 'yield from' a coroutine object in a non-coroutine generator");
    }
    if (is_kind(v, KIND_GENERATOR))
        return v;
    if (is_native(v, &coroutine_wrapper_layout))
        return AS(CoroutineWrapper, v)->coroutine;
    return value_iter(vm, v);
}

/* Closes a delegate, be it a generator or an iterator that may have a close() or not. */
static bool delegate_close(Vm *vm, Value delegate) {
    if (is_kind(delegate, KIND_GENERATOR))
        return generator_close(vm, delegate);
    Value method = value_find_attribute(vm, delegate, vm->names.close);
    if (method == NOTHING)
        return !vm_has_exception(vm);
    return vm_call0(vm, method) != NOTHING;
}

/* Closes a delegate because GeneratorExit arrived, and raises that when the delegate has nothing else to say.
 */
static ResumeResult delegate_exit(Vm *vm, Value delegate, Value thrown) {
    size_t mark = vm_root_mark(vm);
    vm_root(vm, thrown);
    if (delegate_close(vm, delegate))
        vm_raise_value(vm, thrown);
    vm_root_reset(vm, mark);
    return RESUME_RAISED;
}

/* Steps an iterator that is no generator: next() or send() inwards, throw() where it has one. */
static ResumeResult iterator_step(Vm *vm, Value iterator, Value sent, Value thrown, Value *result) {
    if (thrown != NOTHING) {
        if (is_instance(vm, thrown, vm->exceptions.GeneratorExit))
            return delegate_exit(vm, iterator, thrown);
        size_t mark = vm_root_mark(vm);
        vm_root(vm, thrown);
        Value method = value_find_attribute(vm, iterator, vm->names.throw_);
        vm_root_reset(vm, mark);
        if (method == NOTHING && vm_has_exception(vm))
            return RESUME_RAISED;
        if (method == NOTHING) {
            vm_raise_value(vm, thrown);
            return RESUME_RAISED;
        }
        *result = vm_call1(vm, method, thrown);
    } else if (sent != NONE) {
        *result = vm_call_method(vm, iterator, vm->names.send, &sent, 1);
    } else {
        heap_write_barrier_values(vm->heap, &iterator, 1);
        *result = type_of(vm, iterator)->ops.next(vm, iterator);
        if (*result == NOTHING && !vm_has_exception(vm)) {
            *result = NONE;
            return RESUME_RETURNED;
        }
    }
    if (*result != NOTHING)
        return RESUME_YIELDED;
    if (!vm_exception_is(vm, vm->exceptions.StopIteration))
        return RESUME_RAISED;
    Exception *stop = AS(Exception, vm_take_exception(vm));
    *result = stop->extra == NOTHING ? NONE : stop->extra;
    return RESUME_RETURNED;
}

ResumeResult delegate_step(Vm *vm, Value delegate, Value sent, Value thrown, Value *result) {
    switch (as_object(delegate)->kind) {
    case KIND_NATIVE_COROUTINE:
        return native_coroutine_resume(vm, AS(NativeCoroutine, delegate), sent, thrown, result);
    case KIND_GENERATOR:
        if (thrown != NOTHING && is_instance(vm, thrown, vm->exceptions.GeneratorExit))
            return delegate_exit(vm, delegate, thrown);
        return script_generator_resume(vm, AS(Generator, delegate), sent, thrown, result);
    case KIND_COROUTINE: return script_generator_resume(vm, AS(Generator, delegate), sent, thrown, result);
    case KIND_NATIVE:
        if (is_future(delegate))
            return future_step(vm, delegate, thrown, result);
        if (is_native(delegate, &async_generator_step_layout))
            return async_step_resume(vm, AS(AsyncGeneratorStep, delegate), sent, thrown, result);
        return iterator_step(vm, delegate, sent, thrown, result);
    default: return iterator_step(vm, delegate, sent, thrown, result);
    }
}

/* ---- Loops over generators ---- */

void generator_mark_temporary(Vm *vm, Generator *generator) {
    if (generator->state == GENERATOR_CREATED && vm->thread->newest_generator == generator)
        generator->temporary = true;
}

/* ---- Looking at them ---- */

const char *generator_kind_name(const Generator *generator) {
    switch (generator->head.kind) {
    case KIND_COROUTINE: return "coroutine";
    case KIND_ASYNC_GENERATOR: return "async generator";
    default: return "generator";
    }
}

const char *generator_qualname(Value generator) {
    switch (as_object(generator)->kind) {
    case KIND_NATIVE_COROUTINE: return AS(NativeCoroutine, generator)->def->qualname;
    case KIND_GENERATOR:
    case KIND_COROUTINE:
    case KIND_ASYNC_GENERATOR: return AS(Generator, generator)->frame.function->qualname->chars;
    default: return as_object(generator)->type->name->chars;
    }
}

Value generator_delegate(Vm *vm, Value generator) {
    if (is_kind(generator, KIND_NATIVE_COROUTINE))
        return NONE;
    Generator *self = AS(Generator, generator);
    if (self->delegate == GIVE_WAY)
        self->delegate = vm->scheduler->coroutine_giving_way(vm);
    return self->delegate == NOTHING ? NONE
           : self->linked            ? generator_show(AS(Generator, self->delegate))
                                     : self->delegate;
}

bool generator_place(Value generator, Code **code, uint32_t *instruction) {
    if (is_kind(generator, KIND_NATIVE_COROUTINE) || AS(Generator, generator)->state == GENERATOR_FINISHED)
        return false;
    Frame *frame = &AS(Generator, generator)->frame;
    ptrdiff_t index = frame->pc - frame->code->instructions - 1;
    *code = frame->code;
    *instruction = index < 0 ? 0 : (uint32_t)index;
    return true;
}

void *native_coroutine_new(Vm *vm, const NativeCoroutineDef *def) {
    NativeCoroutine *self =
        heap_allocate(vm->heap, def->size, KIND_NATIVE_COROUTINE, vm->types_by_kind[KIND_NATIVE_COROUTINE]);
    self->def = def;
    self->state = GENERATOR_CREATED;
    return self;
}
