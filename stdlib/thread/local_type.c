/* _thread._local: an object whose attributes are different ones in every thread. */
#include <stdlib.h>

#include "stdlib/modules.h"
#include "stdlib/stdlib_state.h"
#include "stdlib/thread/thread.h"
#include "vm/dict.h"
#include "vm/memory.h"

typedef struct LocalEntry {
    uint64_t thread; /* its number */
    Dict *attributes;
} LocalEntry;

typedef struct ThreadLocal {
    Obj head;
    Tuple *arguments;    /* what a subclass's __init__ is called with in every further thread; NULL: no... */
    Tuple *keywords;     /* ...such __init__ */
    LocalEntry *entries; /* malloc'ed; those of threads that have ended go when the next one is added */
    uint32_t count, capacity;
} ThreadLocal;

static void local_trace(Heap *heap, Obj *self) {
    const ThreadLocal *local = (ThreadLocal *)self;
    heap_mark_object(heap, local->arguments);
    heap_mark_object(heap, local->keywords);
    for (uint32_t i = 0; i < local->count; i++)
        heap_mark_object(heap, local->entries[i].attributes);
}

static void local_release(Vm *vm, Obj *self) {
    (void)vm;
    free(((ThreadLocal *)self)->entries);
}

static const NativeLayout local_layout = {"_local", sizeof(ThreadLocal), local_trace, local_release};

static bool is_running(Vm *vm, uint64_t number) {
    const Thread *thread = vm->threads;
    while (thread && thread->number != number)
        thread = thread->next;
    return thread != NULL;
}

static Dict *add_entry(Vm *vm, ThreadLocal *local) {
    uint32_t kept = 0;
    heap_write_barrier(vm->heap, local);
    for (uint32_t i = 0; i < local->count; i++)
        if (is_running(vm, local->entries[i].thread))
            local->entries[kept++] = local->entries[i];
    local->count = kept;
    if (local->count == local->capacity) {
        local->capacity = local->capacity * 2 + 4;
        local->entries = memory_resize(local->entries, local->capacity, sizeof *local->entries);
    }
    Dict *attributes = dict_new(vm);
    local->entries[local->count++] = (LocalEntry){vm->thread->number, attributes};
    return attributes;
}

/* The attributes in this thread. NULL: __init__, which is called in each thread, raised. */
static Dict *attributes_here(Vm *vm, Value self) {
    ThreadLocal *local = AS(ThreadLocal, self);
    for (uint32_t i = 0; i < local->count; i++)
        if (local->entries[i].thread == vm->thread->number)
            return local->entries[i].attributes;
    Dict *attributes = add_entry(vm, local);
    if (!local->arguments)
        return attributes;
    size_t mark = vm_root_mark(vm);
    vm_root(vm, self);
    Value method = value_get_attribute(vm, self, vm->names.init);
    vm_root(vm, method);
    bool ok = method != NOTHING && vm_call(vm, method, local->arguments->items, (int)local->arguments->count,
                                           local->keywords) != NOTHING;
    vm_root_reset(vm, mark);
    if (!ok)
        local->count--;
    return ok ? attributes : NULL;
}

static String *interned(Vm *vm, String *name) {
    return name->head.flags & OBJ_INTERNED ? name : string_intern(vm, name);
}

static void raise_no_attribute(Vm *vm, Value self, String *name) {
    vm_raise_about_name(vm, vm->exceptions.AttributeError, name, self, "'%T' object has no attribute '%S'",
                        self, name);
}

static Value local_get_attribute(Vm *vm, Value self, String *name) {
    Dict *attributes = attributes_here(vm, self);
    if (!attributes)
        return NOTHING;
    name = interned(vm, name);
    if (name == vm->names.dict)
        return object_value(attributes);
    Type *type = type_of(vm, self);
    Value found = type_lookup(vm, type, name);
    if (found != NOTHING && descriptor_is_data(found))
        return descriptor_get(vm, found, self, type);
    Value own = dict_get_string(attributes, name);
    if (own != NOTHING)
        return own;
    if (found != NOTHING)
        return descriptor_get(vm, found, self, type);
    raise_no_attribute(vm, self, name);
    return NOTHING;
}

static bool local_set_attribute(Vm *vm, Value self, String *name, Value value) {
    Dict *attributes = attributes_here(vm, self);
    if (!attributes)
        return false;
    name = interned(vm, name);
    if (name == vm->names.dict) {
        vm_raise(vm, vm->exceptions.AttributeError, "'%T' object attribute '__dict__' is read-only", self);
        return false;
    }
    Value found = type_lookup(vm, type_of(vm, self), name);
    if (found != NOTHING && descriptor_is_data(found))
        return descriptor_set(vm, found, self, value);
    if (value != NOTHING) {
        dict_set_string(vm, attributes, name, value);
        return true;
    }
    if (dict_get_string(attributes, name) == NOTHING) {
        raise_no_attribute(vm, self, name);
        return false;
    }
    dict_delete_string(vm, attributes, name);
    return true;
}

static Value local_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    bool has_init = type_lookup(vm, type, vm->names.init) != type_lookup(vm, vm->object_type, vm->names.init);
    if (argc > 0 && !has_init)
        return vm_raise(vm, vm->exceptions.TypeError, "Initialization arguments are not supported");
    ThreadLocal *local = type_allocate(vm, type);
    if (has_init) {
        local->arguments = tuple_new(vm, args, argc);
        local->keywords = keywords;
    }
    add_entry(vm, local);
    return object_value(local);
}

static const TypeDef local_def = {
    .name = "_local",
    .module = "_thread",
    .kind = KIND_NATIVE,
    .layout = &local_layout,
    .size = sizeof(ThreadLocal),
    .flags = TYPE_DOTTED_NAME,
    .ops = {.get_attribute = local_get_attribute, .set_attribute = local_set_attribute},
    .create = local_create,
};

void thread_local_setup(Vm *vm, Module *module) {
    dict_set_c(vm, module->namespace, "_local", object_value(type_new_native(vm, &local_def, NULL)));
}
