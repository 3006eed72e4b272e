/* Iterators over the built-in sequences and containers, reversed(), and iter(callable, sentinel). */
#include "stdlib/arguments.h"
#include "stdlib/stdlib_state.h"
#include "stdlib/types/iterators.h"
#include "stdlib/types/types.h"
#include "vm/call.h"
#include "vm/set.h"

Type *native_type_new(Vm *vm, const TypeDef *def, Type *base) {
    Type *type = type_new_native(vm, def, base);
    stdlib_keep(vm, object_value(type));
    return type;
}

Value iterator_itself(Vm *vm, Value self) {
    (void)vm;
    return self;
}

/* --- The kinds the vm knows ----------------------------------------------------------------------- */

static Value list_iterator_next(Vm *vm, Value self) {
    (void)vm;
    SequenceIterator *iterator = AS(SequenceIterator, self);
    if (iterator->sequence == NOTHING)
        return NOTHING;
    List *list = AS(List, iterator->sequence);
    if (iterator->index < list->count)
        return list->items[iterator->index++];
    iterator->sequence = NOTHING;
    return NOTHING;
}

static Value tuple_iterator_next(Vm *vm, Value self) {
    (void)vm;
    SequenceIterator *iterator = AS(SequenceIterator, self);
    if (iterator->sequence == NOTHING)
        return NOTHING;
    Tuple *tuple = AS(Tuple, iterator->sequence);
    if (iterator->index < tuple->count)
        return tuple->items[iterator->index++];
    iterator->sequence = NOTHING;
    return NOTHING;
}

static Value string_iterator_next(Vm *vm, Value self) {
    SequenceIterator *iterator = AS(SequenceIterator, self);
    if (iterator->sequence == NOTHING)
        return NOTHING;
    String *string = AS(String, iterator->sequence);
    if (iterator->index >= string->byte_count) {
        iterator->sequence = NOTHING;
        return NOTHING;
    }
    unsigned char c = (unsigned char)string->chars[iterator->index];
    if (c < 0x80) {
        iterator->index++;
        return object_value(string_from_code_point(vm, c));
    }
    const char *at = string->chars + iterator->index;
    const char *start = at;
    utf8_decode(&at);
    iterator->index += at - start;
    return object_value(string_new(vm, start, (size_t)(at - start)));
}

static Value range_iterator_next(Vm *vm, Value self) {
    (void)vm;
    RangeIterator *iterator = AS(RangeIterator, self);
    if (iterator->remaining <= 0)
        return NOTHING;
    int64_t number = iterator->next;
    iterator->next += iterator->step;
    iterator->remaining--;
    return small_int(number);
}

/* How many items are still to come, for who wants to make room. */
static Value sequence_length_hint(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    SequenceIterator *iterator = AS(SequenceIterator, args[0]);
    if (iterator->sequence == NOTHING)
        return small_int(0);
    int64_t count = is_list(iterator->sequence) ? AS(List, iterator->sequence)->count
                                                : AS(Tuple, iterator->sequence)->count;
    return small_int(count > iterator->index ? count - iterator->index : 0);
}

static Value range_length_hint(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    return small_int(AS(RangeIterator, args[0])->remaining);
}

static const NativeDef sequence_iterator_methods[] = {
    {"__length_hint__", sequence_length_hint, 1, 1, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

static const NativeDef range_iterator_methods[] = {
    {"__length_hint__", range_length_hint, 1, 1, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

static const TypeDef list_iterator_def = {
    .name = "list_iterator",
    .kind = KIND_LIST_ITERATOR,
    .size = sizeof(SequenceIterator),
    .flags = TYPE_FINAL | TYPE_NO_INSTANCES,
    .ops = {.iter = iterator_itself, .next = list_iterator_next},
    .methods = sequence_iterator_methods,
};

static const TypeDef tuple_iterator_def = {
    .name = "tuple_iterator",
    .kind = KIND_TUPLE_ITERATOR,
    .size = sizeof(SequenceIterator),
    .flags = TYPE_FINAL | TYPE_NO_INSTANCES,
    .ops = {.iter = iterator_itself, .next = tuple_iterator_next},
    .methods = sequence_iterator_methods,
};

#define STRING_ITERATOR(iterator_name)                                                         \
    {                                                                                          \
        .name = iterator_name, .kind = KIND_STRING_ITERATOR, .size = sizeof(SequenceIterator), \
        .flags = TYPE_FINAL | TYPE_NO_INSTANCES, .ops = {                                      \
            .iter = iterator_itself,                                                           \
            .next = string_iterator_next                                                       \
        }                                                                                      \
    }

static const TypeDef string_iterator_def = STRING_ITERATOR("str_iterator");
static const TypeDef ascii_iterator_def = STRING_ITERATOR("str_ascii_iterator");

static const TypeDef range_iterator_def = {
    .name = "range_iterator",
    .kind = KIND_RANGE_ITERATOR,
    .size = sizeof(RangeIterator),
    .flags = TYPE_FINAL | TYPE_NO_INSTANCES,
    .ops = {.iter = iterator_itself, .next = range_iterator_next},
    .methods = range_iterator_methods,
};

/* iter(x) where x has __getitem__ alone: the items 0, 1, 2... up to the first that raises IndexError. */
static void getitem_iterator_trace(Heap *heap, Obj *self) {
    heap_mark(heap, ((SequenceIterator *)self)->sequence);
}

static const NativeLayout getitem_iterator_layout = {"iterator", sizeof(SequenceIterator),
                                                     getitem_iterator_trace, NULL};

static Value getitem_iterator_next(Vm *vm, Value self) {
    SequenceIterator *iterator = AS(SequenceIterator, self);
    if (iterator->sequence == NOTHING)
        return NOTHING;
    Value item = value_get_item(vm, iterator->sequence, small_int(iterator->index++));
    if (item == NOTHING && (vm_exception_is(vm, vm->exceptions.IndexError) ||
                            vm_exception_is(vm, vm->exceptions.StopIteration))) {
        vm_clear_exception(vm);
        iterator->sequence = NOTHING;
    }
    return item;
}

static const TypeDef getitem_iterator_def = {
    .name = "iterator",
    .kind = KIND_NATIVE,
    .layout = &getitem_iterator_layout,
    .size = sizeof(SequenceIterator),
    .flags = TYPE_FINAL | TYPE_NO_INSTANCES,
    .ops = {.iter = iterator_itself, .next = getitem_iterator_next},
};

/* --- bytes and sets ------------------------------------------------------------------------------- */

typedef struct PlaceIterator {
    Obj head;
    Value container; /* NOTHING when exhausted */
    int64_t place;
    int64_t expected_count;
} PlaceIterator;

static void place_iterator_trace(Heap *heap, Obj *self) {
    heap_mark(heap, ((PlaceIterator *)self)->container);
}

static Value bytes_iterator_next(Vm *vm, Value self) {
    (void)vm;
    PlaceIterator *iterator = AS(PlaceIterator, self);
    if (iterator->container == NOTHING)
        return NOTHING;
    ByteSpan span = byte_span(iterator->container);
    if (iterator->place < (int64_t)span.count)
        return small_int(span.bytes[iterator->place++]);
    iterator->container = NOTHING;
    return NOTHING;
}

static Value set_iterator_next(Vm *vm, Value self) {
    PlaceIterator *iterator = AS(PlaceIterator, self);
    if (iterator->container == NOTHING)
        return NOTHING;
    Set *set = AS(Set, iterator->container);
    if (set->count != iterator->expected_count) {
        iterator->expected_count = -1; /* it says so for ever */
        return vm_raise(vm, vm->exceptions.RuntimeError, "Set changed size during iteration");
    }
    Value item = set_next(set, &iterator->place);
    if (item == NOTHING)
        iterator->container = NOTHING;
    return item;
}

static const NativeLayout bytes_iterator_layout = {"bytes_iterator", sizeof(PlaceIterator),
                                                   place_iterator_trace, NULL};
static const NativeLayout set_iterator_layout = {"set_iterator", sizeof(PlaceIterator), place_iterator_trace,
                                                 NULL};

static const TypeDef bytes_iterator_def = {
    .name = "bytes_iterator",
    .kind = KIND_NATIVE,
    .layout = &bytes_iterator_layout,
    .size = sizeof(PlaceIterator),
    .flags = TYPE_FINAL | TYPE_NO_INSTANCES,
    .ops = {.iter = iterator_itself, .next = bytes_iterator_next},
};

static const TypeDef byte_array_iterator_def = {
    .name = "bytearray_iterator",
    .kind = KIND_NATIVE,
    .layout = &bytes_iterator_layout,
    .size = sizeof(PlaceIterator),
    .flags = TYPE_FINAL | TYPE_NO_INSTANCES,
    .ops = {.iter = iterator_itself, .next = bytes_iterator_next},
};

static const TypeDef set_iterator_def = {
    .name = "set_iterator",
    .kind = KIND_NATIVE,
    .layout = &set_iterator_layout,
    .size = sizeof(PlaceIterator),
    .flags = TYPE_FINAL | TYPE_NO_INSTANCES,
    .ops = {.iter = iterator_itself, .next = set_iterator_next},
};

Value bytes_iterator_new(Vm *vm, Value bytes) {
    const StdlibState *state = stdlib_state(vm);
    PlaceIterator *iterator = type_allocate(vm, is_kind(bytes, KIND_BYTES) ? state->bytes_iterator_type
                                                                           : state->byte_array_iterator_type);
    iterator->container = bytes;
    return object_value(iterator);
}

Value set_iterator_new(Vm *vm, Value set) {
    PlaceIterator *iterator = type_allocate(vm, stdlib_state(vm)->set_iterator_type);
    iterator->container = set;
    iterator->expected_count = AS(Set, set)->count;
    return object_value(iterator);
}

/* --- reversed ------------------------------------------------------------------------------------- */

typedef struct ReverseIterator {
    Obj head;
    Value sequence; /* NOTHING when exhausted */
    int64_t index;  /* behind the next item; in bytes for a str */
} ReverseIterator;

static void reverse_iterator_trace(Heap *heap, Obj *self) {
    heap_mark(heap, ((ReverseIterator *)self)->sequence);
}

static const NativeLayout reverse_iterator_layout = {"reversed", sizeof(ReverseIterator),
                                                     reverse_iterator_trace, NULL};

static Value reverse_string_next(Vm *vm, ReverseIterator *iterator) {
    const char *chars = AS(String, iterator->sequence)->chars;
    int64_t end = iterator->index;
    do
        iterator->index--;
    while (((unsigned char)chars[iterator->index] & 0xc0) == 0x80);
    return object_value(string_new(vm, chars + iterator->index, (size_t)(end - iterator->index)));
}

static Value reverse_generic_next(Vm *vm, ReverseIterator *iterator) {
    Value item = value_get_item(vm, iterator->sequence, small_int(--iterator->index));
    if (item == NOTHING) {
        iterator->sequence = NOTHING;
        if (vm_exception_is(vm, vm->exceptions.IndexError) ||
            vm_exception_is(vm, vm->exceptions.StopIteration))
            vm_clear_exception(vm);
    }
    return item;
}

static Value reverse_iterator_next(Vm *vm, Value self) {
    ReverseIterator *iterator = AS(ReverseIterator, self);
    Value sequence = iterator->sequence;
    if (sequence == NOTHING)
        return NOTHING;
    Type *type = type_of(vm, sequence);
    bool is_core = type == vm->types_by_kind[as_object(sequence)->kind];
    if (is_list(sequence) && iterator->index > AS(List, sequence)->count) {
        iterator->sequence = NOTHING; /* the list has become shorter: CPython ends here too */
        return NOTHING;
    }
    if (iterator->index <= 0) {
        iterator->sequence = NOTHING;
        return NOTHING;
    }
    if (is_list(sequence))
        return AS(List, sequence)->items[--iterator->index];
    if (is_tuple(sequence) && is_core)
        return AS(Tuple, sequence)->items[--iterator->index];
    if (is_string(sequence) && is_core)
        return reverse_string_next(vm, iterator);
    return reverse_generic_next(vm, iterator);
}

static Value reverse_length_hint(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    ReverseIterator *iterator = AS(ReverseIterator, args[0]);
    return small_int(iterator->sequence == NOTHING ? 0 : iterator->index);
}

static Value reverse_iterator_new(Vm *vm, Type *type, Value sequence, int64_t index) {
    ReverseIterator *iterator = type_allocate(vm, type);
    iterator->sequence = sequence;
    iterator->index = index;
    return object_value(iterator);
}

Value sequence_reversed_method(Vm *vm, Value *args, int argc) {
    (void)argc;
    return reverse_iterator_new(vm, stdlib_state(vm)->list_reverse_iterator_type, args[0],
                                AS(List, args[0])->count);
}

static Value reversed_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    if (!arguments_check_positional(vm, "reversed", argc, keywords, 1, 1))
        return NOTHING;
    Value sequence = args[0];
    Type *sequence_type = type_of(vm, sequence);
    Value method = type_lookup(vm, sequence_type, vm->names.reversed);
    if (method != NOTHING && method != NONE)
        return vm_call_special(vm, sequence, vm->names.reversed, NULL, 0);
    if (method == NONE || sequence_type->ops.get_item == NULL || is_dict(sequence))
        return vm_raise(vm, vm->exceptions.TypeError, "'%T' object is not reversible", sequence);
    int64_t length = value_length(vm, sequence);
    if (length < 0)
        return NOTHING;
    if (is_string(sequence) && sequence_type == vm->types_by_kind[KIND_STRING])
        length = AS(String, sequence)->byte_count;
    return reverse_iterator_new(vm, type, sequence, length);
}

static const NativeDef reverse_iterator_methods[] = {
    {"__length_hint__", reverse_length_hint, 1, 1, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

static const TypeDef list_reverse_iterator_def = {
    .name = "list_reverseiterator",
    .kind = KIND_NATIVE,
    .layout = &reverse_iterator_layout,
    .size = sizeof(ReverseIterator),
    .flags = TYPE_FINAL | TYPE_NO_INSTANCES,
    .ops = {.iter = iterator_itself, .next = reverse_iterator_next},
    .methods = reverse_iterator_methods,
};

static const TypeDef reversed_def = {
    .name = "reversed",
    .doc = "reversed(sequence): an iterator from its last item to its first.",
    .kind = KIND_NATIVE,
    .layout = &reverse_iterator_layout,
    .size = sizeof(ReverseIterator),
    .ops = {.iter = iterator_itself, .next = reverse_iterator_next},
    .create = reversed_create,
    .methods = reverse_iterator_methods,
};

/* --- iter(callable, sentinel) --------------------------------------------------------------------- */

typedef struct CallableIterator {
    Obj head;
    Value callable; /* NOTHING when exhausted */
    Value sentinel;
} CallableIterator;

static void callable_iterator_trace(Heap *heap, Obj *self) {
    heap_mark(heap, ((CallableIterator *)self)->callable);
    heap_mark(heap, ((CallableIterator *)self)->sentinel);
}

static const NativeLayout callable_iterator_layout = {"callable_iterator", sizeof(CallableIterator),
                                                      callable_iterator_trace, NULL};

static Value callable_iterator_next(Vm *vm, Value self) {
    CallableIterator *iterator = AS(CallableIterator, self);
    if (iterator->callable == NOTHING)
        return NOTHING;
    size_t roots = vm_root_mark(vm);
    vm_root(vm, self);
    Value item = vm_call0(vm, iterator->callable);
    if (item == NOTHING) {
        if (vm_exception_is(vm, vm->exceptions.StopIteration)) {
            vm_clear_exception(vm);
            iterator->callable = NOTHING;
        }
    } else {
        vm_root(vm, item);
        int equal = value_equal(vm, iterator->sentinel, item);
        if (equal > 0)
            iterator->callable = NOTHING;
        if (equal != 0)
            item = NOTHING;
    }
    vm_root_reset(vm, roots);
    return item;
}

static const TypeDef callable_iterator_def = {
    .name = "callable_iterator",
    .kind = KIND_NATIVE,
    .layout = &callable_iterator_layout,
    .size = sizeof(CallableIterator),
    .flags = TYPE_FINAL | TYPE_NO_INSTANCES,
    .ops = {.iter = iterator_itself, .next = callable_iterator_next},
};

Value callable_iterator_new(Vm *vm, Value callable, Value sentinel) {
    CallableIterator *iterator = type_allocate(vm, stdlib_state(vm)->callable_iterator_type);
    iterator->callable = callable;
    iterator->sentinel = sentinel;
    return object_value(iterator);
}

void sequence_iterators_setup(Vm *vm) {
    StdlibState *state = stdlib_state(vm);
    type_define_core(vm, KIND_LIST_ITERATOR, &list_iterator_def);
    type_define_core(vm, KIND_TUPLE_ITERATOR, &tuple_iterator_def);
    type_define_core(vm, KIND_STRING_ITERATOR, &string_iterator_def);
    type_define_core(vm, KIND_RANGE_ITERATOR, &range_iterator_def);
    state->ascii_iterator_type = native_type_new(vm, &ascii_iterator_def, NULL);
    vm->sequence_iterator_type = native_type_new(vm, &getitem_iterator_def, NULL);
    state->bytes_iterator_type = native_type_new(vm, &bytes_iterator_def, NULL);
    state->byte_array_iterator_type = native_type_new(vm, &byte_array_iterator_def, NULL);
    state->set_iterator_type = native_type_new(vm, &set_iterator_def, NULL);
    state->list_reverse_iterator_type = native_type_new(vm, &list_reverse_iterator_def, NULL);
    state->callable_iterator_type = native_type_new(vm, &callable_iterator_def, NULL);
    state->reversed_type = native_type_new(vm, &reversed_def, NULL);
}
