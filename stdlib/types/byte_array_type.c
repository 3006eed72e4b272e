/* bytearray: what changes it; the rest is in bytes_like.c and bytes_methods.c. Whatever calls into scripts
 * may find the array changed afterwards, so its count and bytes are read anew. */
#include "stdlib/arguments.h"
#include "stdlib/types/bytes_like.h"
#include "stdlib/types/bytes_methods.h"
#include "stdlib/types/iterators.h"
#include "stdlib/types/sequences.h"
#include "stdlib/types/types.h"
#include "vm/byte_array.h"
#include "vm/call.h"

static ByteArray *self_of(Value *args) {
    return AS(ByteArray, args[0]);
}

static Value byte_array_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    (void)args, (void)argc, (void)keywords;
    return object_value(type_allocate(vm, type));
}

static bool byte_array_initialize(Vm *vm, Value self, Value *args, int argc, Tuple *keywords) {
    Value bound[3];
    if (!arguments_bind(vm, "bytearray", "source,encoding,errors", 0, 0, args, argc, keywords, bound))
        return false;
    Value bytes = bytes_from_arguments(vm, bound, "bytearray");
    ByteArray *array = AS(ByteArray, self);
    return bytes != NOTHING &&
           byte_array_replace(vm, array, 0, array->count, AS(Bytes, bytes)->bytes, AS(Bytes, bytes)->count);
}

static Value byte_array_repr(Vm *vm, Value self) {
    StringBuilder out;
    builder_init(&out);
    builder_add_string(&out, type_of(vm, self)->name);
    builder_add_char(&out, '(');
    bytes_like_add_repr(&out, self);
    builder_add_char(&out, ')');
    return builder_finish(vm, &out);
}

static Value byte_array_iter(Vm *vm, Value self) {
    return bytes_iterator_new(vm, self);
}

/* --- Items and slices ----------------------------------------------------------------------------- */

/* The bytes that are assigned to a slice, as a bytes or another bytearray than `self`; NOTHING: raised. */
static Value assigned_bytes(Vm *vm, Value self, Value value) {
    if (is_bytes_like(value) && value != self)
        return value;
    int64_t number;
    int found = is_string(value) || is_float(value) ? 1 : sequence_try_index(vm, value, &number);
    if (found > 0)
        vm_raise(vm, vm->exceptions.TypeError,
                 "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
    return found == 0 ? bytes_from_source(vm, value, "bytearray") : NOTHING;
}

static void remove_every(ByteArray *array, SliceRange range) {
    if (range.step < 0) {
        range.start += (range.count - 1) * range.step;
        range.step = -range.step;
    }
    size_t kept = (size_t)range.start, next = kept;
    int64_t removed = 0;
    for (size_t i = kept; i < array->count; i++) {
        if (removed < range.count && i == next) {
            removed++;
            next += (size_t)range.step;
        } else {
            array->bytes[kept++] = array->bytes[i];
        }
    }
}

/* Assigns `bytes` (not in the array), or with none deletes. */
static bool set_range(Vm *vm, ByteArray *array, SliceRange range, ByteSpan bytes) {
    if (range.step == 1) {
        size_t start = (size_t)range.start, stop = (size_t)range.stop;
        return byte_array_replace(vm, array, start, stop < start ? start : stop, bytes.bytes, bytes.count);
    }
    if (bytes.count == 0) {
        size_t left = array->count - (size_t)range.count;
        if (range.count != 0 && !array->holds)
            remove_every(array, range);
        return byte_array_open(vm, array, left, array->count, 0);
    }
    if ((int64_t)bytes.count != range.count) {
        vm_raise(vm, vm->exceptions.ValueError,
                 "attempt to assign bytes of size %z to extended slice of size %l", bytes.count, range.count);
        return false;
    }
    for (int64_t i = 0; i < range.count; i++)
        array->bytes[range.start + i * range.step] = bytes.bytes[i];
    return true;
}

static bool set_slice(Vm *vm, Value self, Slice *slice, Value value) {
    ByteArray *array = AS(ByteArray, self);
    SliceRange range;
    size_t roots = vm_root_mark(vm);
    Value bytes = value == NOTHING ? bytes_new(vm, NULL, 0) : assigned_bytes(vm, self, value);
    vm_root(vm, bytes);
    bool fine = bytes != NOTHING && slice_resolve(vm, slice, (int64_t)array->count, &range);
    vm_root_reset(vm, roots);
    if (fine && range.stop > (int64_t)array->count)
        return vm_raise(vm, vm->exceptions.IndexError, "bytearray index out of range") != NOTHING;
    return fine && set_range(vm, array, range, byte_span(bytes));
}

static bool byte_array_set_item(Vm *vm, Value self, Value key, Value value) {
    if (is_kind(key, KIND_SLICE))
        return set_slice(vm, self, AS(Slice, key), value);
    ByteArray *array = AS(ByteArray, self);
    int64_t index;
    int found = sequence_item_index(vm, key, &index);
    if (found == 0)
        vm_raise(vm, vm->exceptions.TypeError, "bytearray indices must be integers or slices, not %T", key);
    if (found <= 0)
        return false;
    int byte = value == NOTHING ? 0 : byte_from_value(vm, value);
    if (byte < 0)
        return false;
    if (index < 0)
        index += (int64_t)array->count;
    if (index < 0 || index >= (int64_t)array->count) {
        vm_raise(vm, vm->exceptions.IndexError, "bytearray index out of range");
        return false;
    }
    if (value == NOTHING)
        return byte_array_open(vm, array, (size_t)index, (size_t)index + 1, 0);
    array->bytes[index] = (uint8_t)byte;
    return true;
}

/* --- Growing -------------------------------------------------------------------------------------- */

static bool add_bytes(Vm *vm, Value self, Value bytes) {
    if (bytes == self)
        bytes = bytes_new(vm, byte_span(self).bytes, byte_span(self).count);
    ByteArray *array = AS(ByteArray, self);
    return byte_array_replace(vm, array, array->count, array->count, byte_span(bytes).bytes,
                              byte_span(bytes).count);
}

static Value byte_array_in_place(Vm *vm, BinaryOperator op, Value left, Value right) {
    if (op == BINARY_ADD) {
        if (!is_bytes_like(right))
            return vm_raise(vm, vm->exceptions.TypeError, "can't concat %T to %T", right, left);
        ByteSpan added = byte_span_hold(right); /* so that one cannot be added to itself, as in CPython */
        size_t end = AS(ByteArray, left)->count;
        bool fine = byte_array_replace(vm, AS(ByteArray, left), end, end, added.bytes, added.count);
        byte_span_release(right);
        return fine ? left : NOTHING;
    }
    ByteArray *array = AS(ByteArray, left);
    int64_t times;
    int found = op == BINARY_MUL ? sequence_repetitions(vm, right, (int64_t)array->count, &times) : 0;
    if (found <= 0)
        return found < 0 ? NOTHING : NOT_IMPLEMENTED;
    size_t count = array->count;
    if (times == 0)
        return byte_array_open(vm, array, 0, count, 0) ? left : NOTHING;
    uint8_t *place = byte_array_open(vm, array, count, count, count * (size_t)(times - 1));
    if (!place)
        return NOTHING;
    for (int64_t i = 1; i < times && count != 0; i++, place += count)
        memcpy(place, array->bytes, count);
    return left;
}

/* --- Methods -------------------------------------------------------------------------------------- */

static Value insert_byte(Vm *vm, ByteArray *array, size_t index, int byte) {
    if (byte < 0)
        return NOTHING;
    uint8_t value = (uint8_t)byte;
    return byte_array_replace(vm, array, index, index, &value, 1) ? NONE : NOTHING;
}

static Value method_append(Vm *vm, Value *args, int argc) {
    (void)argc;
    int byte = byte_from_value(vm, args[1]);
    return insert_byte(vm, self_of(args), self_of(args)->count, byte);
}

static Value method_insert(Vm *vm, Value *args, int argc) {
    (void)argc;
    int64_t index;
    if (!value_to_index(vm, args[1], &index))
        return NOTHING;
    int byte = byte_from_value(vm, args[2]);
    int64_t count = (int64_t)self_of(args)->count;
    if (index < 0)
        index += count;
    return insert_byte(vm, self_of(args), (size_t)(index < 0 ? 0 : index > count ? count : index), byte);
}

static Value method_extend(Vm *vm, Value *args, int argc) {
    (void)argc;
    Value source = args[1];
    if (!is_bytes_like(source)) {
        const TypeOps *ops = &type_of(vm, source)->ops;
        if (ops->iter == NULL && ops->get_item == NULL)
            return vm_raise(vm, vm->exceptions.TypeError, "can't extend bytearray with %T", source);
        source = bytes_from_iterable(vm, source, "byte");
        if (source == NOTHING)
            return NOTHING;
    }
    return add_bytes(vm, args[0], source) ? NONE : NOTHING;
}

static Value method_pop(Vm *vm, Value *args, int argc) {
    int64_t index = -1;
    if (argc > 1 && !value_to_index(vm, args[1], &index))
        return NOTHING;
    ByteArray *array = self_of(args);
    if (array->count == 0)
        return vm_raise(vm, vm->exceptions.IndexError, "pop from empty bytearray");
    if (index < 0)
        index += (int64_t)array->count;
    if (index < 0 || index >= (int64_t)array->count)
        return vm_raise(vm, vm->exceptions.IndexError, "pop index out of range");
    Value byte = small_int(array->bytes[index]);
    return byte_array_open(vm, array, (size_t)index, (size_t)index + 1, 0) ? byte : NOTHING;
}

static Value method_remove(Vm *vm, Value *args, int argc) {
    (void)argc;
    int byte = byte_from_value(vm, args[1]);
    if (byte < 0)
        return NOTHING;
    ByteSpan span = byte_span(args[0]);
    const uint8_t *at = memchr(span.bytes, byte, span.count);
    if (at == NULL)
        return vm_raise(vm, vm->exceptions.ValueError, "value not found in bytearray");
    size_t index = (size_t)(at - span.bytes);
    return byte_array_open(vm, self_of(args), index, index + 1, 0) ? NONE : NOTHING;
}

static Value method_clear(Vm *vm, Value *args, int argc) {
    (void)argc;
    return byte_array_open(vm, self_of(args), 0, self_of(args)->count, 0) ? NONE : NOTHING;
}

static Value method_copy(Vm *vm, Value *args, int argc) {
    (void)argc;
    return bytes_like_unchanged(vm, args[0]);
}

static Value method_reverse(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    ByteArray *array = self_of(args);
    for (size_t i = 0, j = array->count; i + 1 < j; i++) {
        uint8_t byte = array->bytes[i];
        array->bytes[i] = array->bytes[--j];
        array->bytes[j] = byte;
    }
    return NONE;
}

static const NativeDef methods[] = {
#define X(name, min, max, flags, keywords) {#name, bytes_method_##name, min, max, flags, keywords},
    BYTES_METHODS(X)
#undef X
        {"append", method_append, 2, 2, 0, NULL},
    {"clear", method_clear, 1, 1, 0, NULL},
    {"copy", method_copy, 1, 1, 0, NULL},
    {"extend", method_extend, 2, 2, 0, NULL},
    {"insert", method_insert, 3, 3, 0, NULL},
    {"pop", method_pop, 1, 2, 0, NULL},
    {"remove", method_remove, 2, 2, 0, NULL},
    {"reverse", method_reverse, 1, 1, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

static const TypeDef byte_array_def = {
    .name = "bytearray",
    .doc = "bytearray(iterable), bytearray(text, encoding) or bytearray(count): numbers below 256 that can "
           "change.",
    .kind = KIND_BYTEARRAY,
    .size = sizeof(ByteArray),
    .ops =
        {
            .repr = byte_array_repr,
            .str = byte_array_repr,
            .truth = bytes_like_truth,
            .compare = bytes_like_compare,
            .len = bytes_like_len,
            .get_item = bytes_like_get_item,
            .set_item = byte_array_set_item,
            .contains = bytes_like_contains,
            .iter = byte_array_iter,
            .binary = bytes_like_binary,
            .reflected = bytes_like_reflected,
            .in_place = byte_array_in_place,
        },
    .create = byte_array_create,
    .initialize = byte_array_initialize,
    .methods = methods,
};

void byte_array_type_setup(Vm *vm) {
    type_define_core(vm, KIND_BYTEARRAY, &byte_array_def);
}
