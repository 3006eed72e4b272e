/* Operations on any value but arithmetic (operators_arithmetic.c) and attributes (attribute_access.c). */
#include "vm/operators.h"

#include <stdio.h>

#include "vm/big_int.h"
#include "vm/call.h"
#include "vm/generator.h"
#include "vm/hashing.h"
#include "vm/list.h"
#include "vm/vm.h"

/* --- Truth and hash ------------------------------------------------------------------------------- */

int value_truth(Vm *vm, Value v) {
    if (v == TRUE_VALUE)
        return 1;
    if (v == FALSE_VALUE || v == NONE)
        return 0;
    if (is_small_int(v))
        return small_int_value(v) != 0;
    if (is_flonum(v))
        return flonum_value(v) != 0;
    const TypeOps *ops = &type_of(vm, v)->ops;
    if (ops->truth)
        return ops->truth(vm, v);
    if (ops->len) {
        int64_t length = ops->len(vm, v);
        return length < 0 ? -1 : length > 0;
    }
    return 1;
}

bool value_hash(Vm *vm, Value v, int64_t *hash) {
    if (is_small_int(v)) {
        *hash = hash_integer(small_int_value(v));
        return true;
    }
    if (is_object(v) && as_object(v)->type == vm->types_by_kind[KIND_STRING]) {
        *hash = string_hash(AS(String, v));
        return true;
    }
    Type *type = type_of(vm, v);
    if (type->ops.hash)
        return vm_enter_native(vm) && type->ops.hash(vm, v, hash);
    vm_raise(vm, vm->exceptions.TypeError, "unhashable type: '%T'", v);
    return false;
}

/* --- Items ---------------------------------------------------------------------------------------- */

/* C[x] where the class of C has no __getitem__. */
static Value get_class_item(Vm *vm, Type *type, Value key) {
    /* type[int] works, though `type` has no such method, which every class would seem to have then. */
    bool is_type_itself = type == vm->types_by_kind[KIND_TYPE];
    Value method =
        type_lookup(vm, is_type_itself ? vm->types_by_kind[KIND_LIST] : type, vm->names.class_getitem);
    if (method == NOTHING)
        return vm_raise(vm, vm->exceptions.TypeError, "type '%N' is not subscriptable", type);
    method = descriptor_get(vm, method, NOTHING, type);
    return method == NOTHING ? NOTHING : vm_call1(vm, method, key);
}

Value value_get_item(Vm *vm, Value object, Value key) {
    const TypeOps *ops = &type_of(vm, object)->ops;
    if (ops->get_item)
        return ops->get_item(vm, object, key);
    if (is_type(object))
        return get_class_item(vm, AS(Type, object), key);
    return vm_raise(vm, vm->exceptions.TypeError, "'%T' object is not subscriptable", object);
}

/* Two wordings, as what is no sequence at all is told apart from a sequence that cannot. */
static bool raise_no_deletion(Vm *vm, Value object, Value key) {
    Type *type = type_of(vm, object);
    bool sequence = !(type->flags & TYPE_NATIVE);
    switch (type->instance_kind) {
    case KIND_STRING:
    case KIND_BYTES:
    case KIND_TUPLE:
    case KIND_RANGE:
    case KIND_FROZENSET:
    case KIND_SET: sequence = true; break;
    default: break;
    }
    vm_raise(vm, vm->exceptions.TypeError,
             sequence && value_is_integer(key) ? "'%T' object doesn't support item deletion"
                                               : "'%T' object does not support item deletion",
             object);
    return false;
}

bool value_set_item(Vm *vm, Value object, Value key, Value value) {
    const TypeOps *ops = &type_of(vm, object)->ops;
    heap_write_barrier_values(vm->heap, &object, 1);
    if (ops->set_item)
        return ops->set_item(vm, object, key, value);
    if (value == NOTHING)
        return raise_no_deletion(vm, object, key);
    vm_raise(vm, vm->exceptions.TypeError, "'%T' object does not support item assignment", object);
    return false;
}

int64_t value_length(Vm *vm, Value v) {
    const TypeOps *ops = &type_of(vm, v)->ops;
    if (ops->len)
        return ops->len(vm, v);
    vm_raise(vm, vm->exceptions.TypeError, "object of type '%T' has no len()", v);
    return -1;
}

static void raise_no_container(Vm *vm, Value v) {
    vm_raise(vm, vm->exceptions.TypeError, "argument of type '%T' is not iterable", v);
}

static int contains_by_iteration(Vm *vm, Value container, Value item) {
    Value iterator = value_iter(vm, container);
    if (iterator == NOTHING) {
        if (vm_exception_is(vm, vm->exceptions.TypeError)) {
            vm_clear_exception(vm);
            raise_no_container(vm, container);
        }
        return -1;
    }
    vm_root(vm, iterator);
    Value candidate;
    while ((candidate = value_next(vm, iterator)) != NOTHING) {
        size_t mark = vm_root_mark(vm);
        vm_root(vm, candidate);
        int equal = value_equal(vm, candidate, item);
        vm_root_reset(vm, mark);
        if (equal != 0)
            return equal;
    }
    return vm_has_exception(vm) ? -1 : 0;
}

int value_contains(Vm *vm, Value container, Value item) {
    Type *type = type_of(vm, container);
    if (type->ops.contains)
        return type->ops.contains(vm, container, item);
    if (!type->ops.iter && !type->ops.get_item) {
        raise_no_container(vm, container);
        return -1;
    }
    size_t mark = vm_root_mark(vm);
    vm_root(vm, container);
    vm_root(vm, item);
    int result = contains_by_iteration(vm, container, item);
    vm_root_reset(vm, mark);
    return result;
}

/* --- Iteration ------------------------------------------------------------------------------------ */

static bool clear_type_error(Vm *vm) {
    if (!vm_exception_is(vm, vm->exceptions.TypeError))
        return false;
    vm_clear_exception(vm);
    return true;
}

bool value_ask_length_hint(Vm *vm, Value iterable) {
    Type *type = type_of(vm, iterable);
    if (type->flags & TYPE_NATIVE)
        return true;
    if (type->ops.len && (type->ops.len(vm, iterable) >= 0 || !clear_type_error(vm)))
        return !vm_has_exception(vm);
    Value hint = vm_call_special(vm, iterable, string_intern_c(vm, "__length_hint__"), NULL, 0);
    if (hint == NOTHING)
        return !vm_has_exception(vm) || clear_type_error(vm);
    if (hint == NOT_IMPLEMENTED)
        return true;
    if (!value_is_integer(hint))
        vm_raise(vm, vm->exceptions.TypeError, "__length_hint__ must be an integer, not %T", hint);
    else if (value_integer(hint) < 0)
        vm_raise(vm, vm->exceptions.ValueError, "__length_hint__() should return >= 0");
    return !vm_has_exception(vm);
}

Value value_iter(Vm *vm, Value iterable) {
    Type *type = type_of(vm, iterable);
    if (type->ops.iter) {
        Value iterator = type->ops.iter(vm, iterable);
        if (iterator != NOTHING && !type_of(vm, iterator)->ops.next)
            return vm_raise(vm, vm->exceptions.TypeError, "iter() returned non-iterator of type '%T'",
                            iterator);
        return iterator;
    }
    if (type->ops.get_item && type_lookup(vm, type, vm->names.getitem) != NOTHING) {
        SequenceIterator *iterator = type_allocate(vm, vm->sequence_iterator_type);
        iterator->sequence = iterable;
        return object_value(iterator);
    }
    return vm_raise(vm, vm->exceptions.TypeError, "'%T' object is not iterable", iterable);
}

Value value_next(Vm *vm, Value iterator) {
    Value simple = is_object(iterator) ? iterator_next_simple(iterator) : NOTHING;
    if (simple != NOTHING)
        return simple;
    Type *type = type_of(vm, iterator);
    if (type->ops.next) {
        heap_write_barrier_values(vm->heap, &iterator, 1);
        Value item = type->ops.next(vm, iterator);
        if (__builtin_expect(item == NOTHING, 0) && vm_exception_is(vm, vm->exceptions.StopIteration))
            vm_clear_exception(vm);
        return item;
    }
    return vm_raise(vm, vm->exceptions.TypeError, "'%T' object is not an iterator", iterator);
}

typedef bool (*Each)(Vm *vm, Value item, void *state);

static bool each_of_iterator(Vm *vm, Value iterator, Each each, void *state) {
    if (is_kind(iterator, KIND_GENERATOR))
        return generator_for_each(vm, AS(Generator, iterator), each, state);
    Value item;
    while ((item = value_next(vm, iterator)) != NOTHING) {
        size_t mark = vm_root_mark(vm);
        vm_root(vm, item);
        bool go_on = each(vm, item, state);
        vm_root_reset(vm, mark);
        if (!go_on)
            break;
    }
    return !vm_has_exception(vm);
}

static bool each_of_list(Vm *vm, List *list, Each each, void *state) {
    for (int64_t i = 0; i < list->count; i++) {
        size_t mark = vm_root_mark(vm);
        vm_root(vm, list->items[i]);
        bool go_on = each(vm, list->items[i], state);
        vm_root_reset(vm, mark);
        if (!go_on)
            break;
    }
    return !vm_has_exception(vm);
}

static bool each_of_tuple(Vm *vm, Tuple *tuple, Each each, void *state) {
    for (int64_t i = 0; i < tuple->count; i++)
        if (!each(vm, tuple->items[i], state))
            break;
    return !vm_has_exception(vm);
}

/* One of small ints alone. */
static bool each_of_range(Vm *vm, Range *range, Each each, void *state) {
    int64_t next = small_int_value(range->start), step = small_int_value(range->step);
    for (int64_t left = small_int_value(range->length); left > 0; left--, next += step)
        if (!each(vm, small_int(next), state))
            break;
    return !vm_has_exception(vm);
}

bool value_for_each(Vm *vm, Value iterable, Each each, void *state) {
    size_t mark = vm_root_mark(vm);
    vm_root(vm, iterable);
    Type *type = type_of(vm, iterable);
    bool ok;
    if (type == vm->types_by_kind[KIND_LIST]) {
        ok = each_of_list(vm, AS(List, iterable), each, state);
    } else if (type == vm->types_by_kind[KIND_TUPLE]) {
        ok = each_of_tuple(vm, AS(Tuple, iterable), each, state);
    } else if (type == vm->types_by_kind[KIND_RANGE] && range_is_small(AS(Range, iterable))) {
        ok = each_of_range(vm, AS(Range, iterable), each, state);
    } else {
        Value iterator = value_iter(vm, iterable);
        vm_root(vm, iterator);
        ok = iterator != NOTHING && each_of_iterator(vm, iterator, each, state);
    }
    vm_root_reset(vm, mark);
    return ok;
}

/* --- Text ----------------------------------------------------------------------------------------- */

/* What `make` (the op that stands for the method `name`) makes of `v`: it must be a str. */
static Value text_of(Vm *vm, Value v, Value (*make)(Vm *vm, Value self), const char *name) {
    if (!vm_enter_native(vm))
        return NOTHING;
    size_t mark = vm_root_mark(vm);
    vm_root(vm, v);
    Value text = make(vm, v);
    vm_root_reset(vm, mark);
    if (text != NOTHING && !is_string(text))
        return vm_raise(vm, vm->exceptions.TypeError, "%s returned non-string (type %T)", name, text);
    return text;
}

Value value_repr(Vm *vm, Value v) {
    if (is_small_int(v))
        return small_int_text(vm, v);
    return text_of(vm, v, type_of(vm, v)->ops.repr, "__repr__");
}

Value value_str(Vm *vm, Value v) {
    if (is_small_int(v))
        return small_int_text(vm, v);
    Type *type = type_of(vm, v);
    return type == vm->types_by_kind[KIND_STRING] ? v : text_of(vm, v, type->ops.str, "__str__");
}

Value value_ascii(Vm *vm, Value v) {
    Value repr = value_repr(vm, v);
    if (repr == NOTHING || string_is_ascii(AS(String, repr)))
        return repr;
    const String *string = AS(String, repr);
    StringBuilder out;
    builder_init(&out);
    const char *at = string->chars, *end = at + string->byte_count;
    while (at < end) {
        uint32_t c = utf8_decode(&at);
        char escaped[16];
        if (c < 0x80)
            snprintf(escaped, sizeof escaped, "%c", (char)c);
        else
            snprintf(escaped, sizeof escaped, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
        builder_add_c(&out, escaped);
    }
    return builder_finish(vm, &out);
}

Value value_format(Vm *vm, Value v, String *spec) {
    bool plain = !spec || spec->byte_count == 0;
    if (plain && (is_small_int(v) || (is_object(v) && as_object(v)->type == vm->types_by_kind[KIND_STRING])))
        return value_str(vm, v);
    Value argument = object_value(spec ? spec : vm->empty_string);
    Value text, method = type_lookup(vm, type_of(vm, v), vm->names.format);
    if (is_kind(method, KIND_NATIVE_FUNCTION) && AS(NativeFunction, method)->def->function) {
        Value args[] = {v, argument};
        text = AS(NativeFunction, method)->def->function(vm, args, 2);
    } else {
        text = vm_call_special(vm, v, vm->names.format, &argument, 1);
    }
    if (text != NOTHING && !is_string(text))
        return vm_raise(vm, vm->exceptions.TypeError, "__format__ must return a str, not %T", text);
    return text;
}
