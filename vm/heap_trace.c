#include "vm/heap_trace.h"

#include <stdlib.h>

#include "vm/byte_array.h"
#include "vm/code.h"
#include "vm/dict.h"
#include "vm/intern.h"
#include "vm/set.h"
#include "vm/shape.h"
#include "vm/side_attributes.h"
#include "vm/source_text.h"
#include "vm/vm.h"

static void trace_dict(Heap *heap, const Dict *dict) {
    for (uint32_t i = 0; i < dict->used; i++) {
        heap_mark(heap, dict->entries[i].key);
        heap_mark(heap, dict->entries[i].value);
    }
}

static void trace_set(Heap *heap, const Set *set) {
    if (set->table)
        for (int64_t i = 0; i <= set->mask; i++)
            heap_mark(heap, set->table[i].key);
}

static void trace_attributes(Heap *heap, const Attributes *attributes) {
    const Shape *shape = attributes->shape;
    if (!shape)
        return;
    if (shape->is_dictionary)
        heap_mark_object(heap, attributes->slots);
    else
        heap_mark_values(heap, attributes->slots, shape->slot_count);
}

static void trace_type(Heap *heap, const Type *type) {
    heap_mark_object(heap, type->name);
    heap_mark_object(heap, type->shown_name);
    heap_mark_object(heap, type->qualname);
    heap_mark_object(heap, type->module);
    heap_mark_object(heap, type->namespace);
    heap_mark_object(heap, type->bases);
    heap_mark_object(heap, type->mro);
    heap_mark_object(heap, type->native_base);
    heap_mark_object(heap, type->solid_base);
    heap_mark(heap, type->constructor);
    heap_mark(heap, type->iterate);
    heap_mark(heap, type->allocator);
    /* Native types live as long as the vm: C code knows them by pointers the collector does not see. */
    for (uint32_t i = 0; i < type->subclass_count; i++)
        if (type->subclasses[i]->flags & TYPE_NATIVE)
            heap_mark_object(heap, type->subclasses[i]);
}

static void trace_code(Heap *heap, const Code *code) {
    heap_mark_values(heap, code->constants, code->constant_count);
    for (int i = 0; code->local_names && i < code->local_count; i++)
        heap_mark_object(heap, code->local_names[i]);
    for (int i = 0; code->free_names && i < code->capture_count; i++)
        heap_mark_object(heap, code->free_names[i]);
    heap_mark_object(heap, code->name);
    heap_mark_object(heap, code->qualname);
    heap_mark_object(heap, code->file_name);
    heap_mark(heap, code->doc);
    heap_mark_object(heap, code->globals);
}

static void trace_function(Heap *heap, const Function *function) {
    heap_mark_shared(heap, function->code);
    heap_mark_shared(heap, function->globals);
    heap_mark_object(heap, function->defaults);
    heap_mark_object(heap, function->keyword_defaults);
    heap_mark_object(heap, function->name);
    heap_mark_object(heap, function->qualname);
    heap_mark(heap, function->module);
    heap_mark(heap, function->doc);
    heap_mark(heap, function->annotations);
    heap_mark_object(heap, function->type_parameters);
    heap_mark_object(heap, function->attributes);
    for (uint32_t i = 0; i < function->cell_count; i++)
        heap_mark_object(heap, function->cells[i]);
}

static void trace_generator(Heap *heap, Generator *generator) {
    heap_mark_shared(heap, generator->root);
    heap_mark_shared(heap, generator->leaf);
    heap_mark_shared(heap, generator->delegator);
    heap_mark(heap, generator->delegate);
    heap_mark(heap, generator->handled);
    heap_mark_shared(heap, generator->frame.function);
    heap_mark_shared(heap, generator->frame.code);
    /* Nobody looks at the registers of one that is finished again. */
    if (generator->state != GENERATOR_FINISHED)
        heap_mark_values(heap, frame_registers(&generator->frame), generator->frame.code->register_count);
}

static void trace_exception(Heap *heap, const Exception *exception) {
    heap_mark_object(heap, exception->args);
    heap_mark(heap, exception->cause);
    heap_mark(heap, exception->context);
    heap_mark(heap, exception->traceback);
    heap_mark(heap, exception->extra);
    heap_mark(heap, exception->extra2);
    heap_mark(heap, exception->extra3);
    heap_mark(heap, exception->notes);
}

static void trace_by_kind(Heap *heap, Obj *object) {
    switch ((ObjectKind)object->kind) {
    case KIND_TYPE: trace_type(heap, (Type *)object); break;
    case KIND_BOXED: heap_mark(heap, ((Boxed *)object)->payload); break;
    case KIND_LIST: {
        const List *list = (List *)object;
        heap_mark_values(heap, list->items, (size_t)list->count);
        break;
    }
    case KIND_TUPLE: {
        const Tuple *tuple = (Tuple *)object;
        heap_mark_values(heap, tuple->items, (size_t)tuple->count);
        break;
    }
    case KIND_DICT: trace_dict(heap, (Dict *)object); break;
    case KIND_SET:
    case KIND_FROZENSET: trace_set(heap, (Set *)object); break;
    case KIND_RANGE: heap_mark_values(heap, &((Range *)object)->start, 4); break;
    case KIND_SLICE: heap_mark_values(heap, &((Slice *)object)->start, 3); break;
    case KIND_CODE: trace_code(heap, (Code *)object); break;
    case KIND_FUNCTION: trace_function(heap, (Function *)object); break;
    case KIND_NATIVE_FUNCTION: {
        const NativeFunction *function = (NativeFunction *)object;
        heap_mark_object(heap, function->owner);
        heap_mark_object(heap, function->module);
        heap_mark(heap, function->extra);
        break;
    }
    case KIND_BOUND_METHOD:
        heap_mark(heap, ((BoundMethod *)object)->callable);
        heap_mark(heap, ((BoundMethod *)object)->self);
        break;
    case KIND_CELL: heap_mark(heap, ((Cell *)object)->value); break;
    case KIND_STATIC_METHOD:
    case KIND_CLASS_METHOD: heap_mark(heap, ((MethodWrapper *)object)->callable); break;
    case KIND_PROPERTY: {
        const size_t count = (sizeof(Property) - offsetof(Property, getter)) / sizeof(Value);
        heap_mark_values(heap, &((Property *)object)->getter, count);
        break;
    }
    case KIND_NATIVE_PROPERTY:
        heap_mark_object(heap, ((NativeProperty *)object)->owner);
        heap_mark_object(heap, ((NativeProperty *)object)->name);
        break;
    case KIND_SUPER:
        heap_mark_object(heap, ((Super *)object)->type);
        heap_mark(heap, ((Super *)object)->object);
        heap_mark_object(heap, ((Super *)object)->object_type);
        break;
    case KIND_MODULE:
        heap_mark_object(heap, ((Module *)object)->name);
        heap_mark_object(heap, ((Module *)object)->namespace);
        break;
    case KIND_GENERATOR:
    case KIND_COROUTINE:
    case KIND_ASYNC_GENERATOR: trace_generator(heap, (Generator *)object); break;
    case KIND_NATIVE_COROUTINE: {
        NativeCoroutine *coroutine = (NativeCoroutine *)object;
        heap_mark_object(heap, coroutine->delegator);
        if (coroutine->def && coroutine->def->trace)
            coroutine->def->trace(heap, coroutine);
        break;
    }
    case KIND_EXCEPTION: trace_exception(heap, (Exception *)object); break;
    case KIND_TRACEBACK:
        heap_mark(heap, ((Traceback *)object)->next);
        heap_mark_object(heap, ((Traceback *)object)->code);
        break;
    case KIND_LIST_ITERATOR:
    case KIND_TUPLE_ITERATOR:
    case KIND_STRING_ITERATOR: heap_mark(heap, ((SequenceIterator *)object)->sequence); break;
    case KIND_DICT_ITERATOR: heap_mark_object(heap, ((DictIterator *)object)->dict); break;
    case KIND_NATIVE:
        if (object->type->layout && object->type->layout->trace)
            object->type->layout->trace(heap, object);
        break;
    default: break; /* an instance has its attributes, the others hold nothing */
    }
}

void heap_trace_object(Heap *heap, Obj *object) {
    Type *type = object->type;
    heap_mark_shared(heap, type);
    trace_by_kind(heap, object);
    Attributes *attributes =
        type->attributes_offset ? (Attributes *)((char *)object + type->attributes_offset) : NULL;
    if (attributes)
        trace_attributes(heap, attributes);
    /* An object that keeps its own attributes in a Dict may have members aside: see attributes_of_members().
     */
    if (attributes ? attributes->shape && attributes->shape->is_dictionary
                   : type->flags & TYPE_SIDE_ATTRIBUTES) {
        SideEntry *entry = side_attributes_find(heap->vm->side_attributes, object, NULL);
        if (entry)
            trace_attributes(heap, &entry->attributes);
    }
}

/* Roots change without a barrier, and so does what native code that is in progress reaches through them or
 * through the registers that hold its arguments. */
static void mark_values_deep(Heap *heap, const Value *values, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (is_object(values[i]))
            heap_mark_deep(heap, as_object(values[i]));
}

void heap_mark_thread(Heap *heap, const Thread *thread) {
    /* thread->tail is taken as soon as it is made: at a safepoint, what it holds is of the past. */
    /* Is native code in progress that a frame has called? At a safepoint the innermost frames of the thread
     * that runs have called none. What a script alone holds passes the barrier when it changes. */
    bool calls_native = thread != heap->vm->thread;
    for (Frame *frame = thread->frame; frame; frame = frame->back) {
        heap_mark_object(heap, frame->function);
        heap_mark_object(heap, frame->code);
        if (frame->code && calls_native)
            mark_values_deep(heap, frame_registers(frame), frame->code->register_count);
        else if (frame->code)
            heap_mark_values(heap, frame_registers(frame), frame->code->register_count);
        if (frame->in_generator) {
            heap_mark_deep(heap, frame_generator(frame));
            heap_mark_deep(heap, frame_generator(frame)->root);
        }
        calls_native |= frame->on_return == RETURN_TO_NATIVE || frame->on_return == RETURN_TO_SCHEDULER;
    }
    mark_values_deep(heap, thread->roots, thread->root_count);
    Value others[] = {thread->exception, thread->handled, thread->base_handled, thread->context,
                      thread->argument};
    mark_values_deep(heap, others, sizeof others / sizeof others[0]);
    heap_mark_deep(heap, thread->current_task);
    heap_mark_deep(heap, thread->running_loop); /* its queues change all the time */
    heap_mark_deep(heap, thread->current_loop);
}

/* Inline caches compare addresses of native types, so there must never be another one in the same place. */
static void mark_native_type(Heap *heap, Type *type) {
    if (type->flags & TYPE_NATIVE)
        heap_mark_object(heap, type);
}

void heap_trace_vm(Heap *heap, Vm *vm) {
#define X(field, text) heap_mark_object(heap, vm->names.field);
    VM_NAMES(X)
#undef X
#define X(name, base) heap_mark_object(heap, vm->exceptions.name);
    EXCEPTION_CLASSES(X)
#undef X
    for (int i = 0; i < KIND_COUNT_ALL; i++)
        heap_mark_object(heap, vm->types_by_kind[i]);
    for (int i = 0; i < 128; i++)
        heap_mark_object(heap, vm->ascii_strings[i]);
    heap_mark_object(heap, vm->builtins);
    heap_mark_object(heap, vm->modules);
    heap_mark_object(heap, vm->path);
    heap_mark_object(heap, vm->arguments);
    heap_mark_object(heap, vm->sequence_iterator_type);
    heap_mark_object(heap, vm->context_type);
    heap_mark_object(heap, vm->async_step_type);
    heap_mark(heap, vm->build_class);
    heap_mark(heap, vm->make_type_alias);
    heap_mark_values(heap, vm->signal_handlers, SIGNAL_COUNT);
    heap_mark_object(heap, vm->empty_string);
    heap_mark_object(heap, vm->empty_tuple);
    /* Shapes outlive their classes, so they do not keep them alive. */
    for (Shape *shape = vm->shapes; shape; shape = shape->next_in_vm)
        heap_mark_object(heap, shape->name);
    heap_each_type(heap, mark_native_type);
    for (const Thread *thread = vm->threads; thread; thread = thread->next)
        heap_mark_thread(heap, thread);
}

/* --- What goes ------------------------------------------------------------------------------------ */

static void release_attributes(Heap *heap, Obj *object) {
    Attributes *attributes = (Attributes *)((char *)object + object->type->attributes_offset);
    heap_account(heap, -(ptrdiff_t)(object->aux * sizeof(Value)));
    free(attributes->slots);
}

static void release_code(Code *code) {
    free(code->instructions);
    free(code->positions);
    free(code->exceptions);
    free(code->captures);
    free(code->local_names);
    free(code->free_names);
    if (code->source)
        source_text_release(code->source);
}

void heap_release_object(Heap *heap, Obj *object) {
    if (object->flags & OBJ_SLOTS_MALLOCED)
        release_attributes(heap, object);
    switch ((ObjectKind)object->kind) {
    case KIND_LIST: {
        List *list = (List *)object;
        heap_account(heap, -(ptrdiff_t)((size_t)list->capacity * sizeof(Value)));
        free(list->items);
        break;
    }
    case KIND_BYTEARRAY: byte_array_free((ByteArray *)object, heap); break;
    case KIND_DICT: dict_release((Dict *)object, heap); break;
    case KIND_SET:
    case KIND_FROZENSET: set_release((Set *)object, heap); break;
    case KIND_CODE: release_code((Code *)object); break;
    case KIND_TYPE: free(((Type *)object)->subclasses); break;
    case KIND_NATIVE:
        if (object->type->layout && object->type->layout->finalize)
            object->type->layout->finalize(heap->vm, object);
        break;
    default: break;
    }
}

/* Would closing this suspended chain run a `finally`, an `except` or an `__exit__` somewhere? */
static bool chain_has_handlers(const Generator *generator) {
    for (;;) {
        if (generator->frame.code && generator->frame.code->exception_count > 0)
            return true;
        if (!generator->linked || !is_object(generator->delegate))
            return false;
        unsigned kind = as_object(generator->delegate)->kind;
        if (kind != KIND_GENERATOR && kind != KIND_COROUTINE && kind != KIND_ASYNC_GENERATOR)
            return false;
        generator = AS(Generator, generator->delegate);
    }
}

static bool generator_wants_closing(const Generator *generator) {
    if (generator->state == GENERATOR_CREATED)
        return generator->head.kind == KIND_COROUTINE;
    /* Those within a chain are closed by its root. */
    if (generator->state != GENERATOR_SUSPENDED || generator->delegator)
        return false;
    return (generator->head.kind == KIND_ASYNC_GENERATOR && generator->hooked) ||
           chain_has_handlers(generator);
}

bool heap_object_wants_finalizing(const Obj *object) {
    if (object->flags & OBJ_FINALIZED)
        return false;
    switch ((ObjectKind)object->kind) {
    case KIND_GENERATOR:
    case KIND_COROUTINE:
    case KIND_ASYNC_GENERATOR: return generator_wants_closing((const Generator *)object);
    case KIND_NATIVE_COROUTINE: return ((const NativeCoroutine *)object)->state == GENERATOR_CREATED;
    default: return object->type->flags & TYPE_HAS_DEL;
    }
}

/* A class does not keep its subclasses alive. */
static void drop_dead_subclasses(Heap *heap, Type *type) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < type->subclass_count; i++)
        if (heap_is_marked(heap, &type->subclasses[i]->head))
            type->subclasses[kept++] = type->subclasses[i];
    type->subclass_count = kept;
}

void heap_drop_dead(Heap *heap, Vm *vm) {
    intern_table_drop_dead(heap, vm->interned);
    for (Thread *thread = vm->threads; thread; thread = thread->next)
        if (thread->newest_generator && !heap_is_marked(heap, &thread->newest_generator->head))
            thread->newest_generator = NULL;
    side_attributes_drop_dead(heap, vm->side_attributes);
    for (Shape *shape = vm->shapes; shape; shape = shape->next_in_vm)
        if (shape->type && !heap_is_marked(heap, &shape->type->head))
            shape->type = NULL;
    type_cache_clear(vm);
    heap_each_type(heap, drop_dead_subclasses);
}
