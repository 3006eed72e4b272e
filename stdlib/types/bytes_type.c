/* bytes: its operations. */
#include <stdio.h>

#include "stdlib/arguments.h"
#include "stdlib/format/format.h"
#include "stdlib/types/bytes_methods.h"
#include "stdlib/types/codecs.h"
#include "stdlib/types/iterators.h"
#include "stdlib/types/sequences.h"
#include "stdlib/types/types.h"
#include "vm/call.h"

bool bytes_check(Vm *vm, Value v) {
    if (!is_kind(v, KIND_BYTES))
        vm_raise(vm, vm->exceptions.TypeError, "a bytes-like object is required, not '%T'", v);
    return is_kind(v, KIND_BYTES);
}

static bool add_byte(Vm *vm, Value item, void *state) {
    Value index = value_index(vm, item);
    if (index == NOTHING)
        return false;
    int64_t byte = value_integer(index);
    if (byte < 0 || byte > 255) {
        vm_raise(vm, vm->exceptions.ValueError, "bytes must be in range(0, 256)");
        return false;
    }
    builder_add_char(state, (char)byte);
    return true;
}

static Value bytes_from_iterable(Vm *vm, Value v) {
    StringBuilder out;
    builder_init(&out);
    bool fine = value_for_each(vm, v, add_byte, &out);
    Value result = fine ? bytes_new(vm, out.chars, out.count) : NOTHING;
    builder_free(&out);
    return result;
}

static Value bytes_from_value(Vm *vm, Value v) {
    if (is_kind(v, KIND_BYTES))
        return as_object(v)->type == vm->types_by_kind[KIND_BYTES]
                   ? v
                   : bytes_new(vm, AS(Bytes, v)->bytes, AS(Bytes, v)->count);
    Value result = vm_call_special(vm, v, string_intern_c(vm, "__bytes__"), NULL, 0);
    if (result != NOTHING || vm_has_exception(vm)) {
        if (result != NOTHING && !is_kind(result, KIND_BYTES))
            return vm_raise(vm, vm->exceptions.TypeError, "__bytes__ returned non-bytes (type %T)", result);
        return result;
    }
    if (is_string(v))
        return vm_raise(vm, vm->exceptions.TypeError, "string argument without an encoding");
    int64_t count;
    int found = sequence_try_index(vm, v, &count);
    if (found < 0)
        return NOTHING;
    if (found) {
        if (count == INT64_MAX)
            return vm_raise(vm, vm->exceptions.OverflowError, "cannot fit '%T' into an index-sized integer",
                            v);
        if (count < 0)
            return vm_raise(vm, vm->exceptions.ValueError, "negative count");
        if (count > INT32_MAX)
            return vm_raise_value(vm, exception_new(vm, vm->exceptions.MemoryError, NULL));
        Value zeros = bytes_new(vm, NULL, (size_t)count);
        memset(AS(Bytes, zeros)->bytes, 0, (size_t)count);
        return zeros;
    }
    Type *type = type_of(vm, v);
    if (type->ops.iter == NULL && type->ops.get_item == NULL)
        return vm_raise(vm, vm->exceptions.TypeError, "cannot convert '%T' object to bytes", v);
    return bytes_from_iterable(vm, v);
}

static Value bytes_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    Value bound[3], result;
    if (!arguments_bind(vm, "bytes", "source,encoding,errors", 0, 0, args, argc, keywords, bound) ||
        !codec_check_arguments(vm, "bytes", bound[1], bound[2]))
        return NOTHING;
    bool coded = bound[1] != NOTHING || bound[2] != NOTHING;
    if (bound[0] == NOTHING && !coded)
        result = bytes_new(vm, "", 0);
    else if (!coded)
        result = bytes_from_value(vm, bound[0]);
    else if (bound[0] != NOTHING && is_string(bound[0]))
        result = codec_encode(vm, AS(String, bound[0]), bound[1], bound[2]);
    else
        return vm_raise(vm, vm->exceptions.TypeError, "%s without a string argument",
                        bound[1] != NOTHING ? "encoding" : "errors");
    if (result == NOTHING || type == vm->types_by_kind[KIND_BYTES])
        return result;
    Bytes *plain = AS(Bytes, result);
    Bytes *bytes = heap_allocate(vm->heap, sizeof(Bytes) + plain->count + 1, KIND_BYTES, type);
    bytes->count = plain->count;
    memcpy(bytes->bytes, plain->bytes, plain->count);
    return object_value(bytes);
}

static Value bytes_repr(Vm *vm, Value self) {
    Bytes *bytes = AS(Bytes, self);
    bool apostrophe = memchr(bytes->bytes, '\'', bytes->count) != NULL;
    char quote = apostrophe && memchr(bytes->bytes, '"', bytes->count) == NULL ? '"' : '\'';
    StringBuilder out;
    builder_init(&out);
    builder_add_char(&out, 'b');
    builder_add_char(&out, quote);
    for (uint32_t i = 0; i < bytes->count; i++) {
        char c = (char)bytes->bytes[i];
        if (c == quote || c == '\\') {
            builder_add_char(&out, '\\');
            builder_add_char(&out, c);
        } else if (c == '\n' || c == '\r' || c == '\t') {
            builder_add_c(&out, c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\t");
        } else if (c >= ' ' && c < 0x7f) {
            builder_add_char(&out, c);
        } else {
            char escape[8];
            snprintf(escape, sizeof escape, "\\x%02x", (unsigned char)c);
            builder_add_c(&out, escape);
        }
    }
    builder_add_char(&out, quote);
    return builder_finish(vm, &out);
}

static bool bytes_hash(Vm *vm, Value self, int64_t *hash) {
    (void)vm;
    Bytes *bytes = AS(Bytes, self);
    if (bytes->head.aux == 0)
        bytes->head.aux = string_hash_chars((const char *)bytes->bytes, bytes->count);
    *hash = bytes->head.aux;
    return true;
}

static int bytes_truth(Vm *vm, Value self) {
    (void)vm;
    return AS(Bytes, self)->count != 0;
}

static int64_t bytes_len(Vm *vm, Value self) {
    (void)vm;
    return AS(Bytes, self)->count;
}

static Value bytes_compare(Vm *vm, Comparison op, Value left, Value right) {
    (void)vm;
    if (!is_kind(left, KIND_BYTES) || !is_kind(right, KIND_BYTES))
        return NOT_IMPLEMENTED;
    Bytes *a = AS(Bytes, left), *b = AS(Bytes, right);
    uint32_t common = a->count < b->count ? a->count : b->count;
    int order = memcmp(a->bytes, b->bytes, common);
    if (order == 0)
        order = a->count < b->count ? -1 : a->count > b->count;
    switch (op) {
    case CMP_LT: return bool_value(order < 0);
    case CMP_LE: return bool_value(order <= 0);
    case CMP_EQ: return bool_value(order == 0);
    case CMP_NE: return bool_value(order != 0);
    case CMP_GT: return bool_value(order > 0);
    default: return bool_value(order >= 0);
    }
}

static Value bytes_get_item(Vm *vm, Value self, Value key) {
    Bytes *bytes = AS(Bytes, self);
    if (is_kind(key, KIND_SLICE)) {
        SliceRange range;
        if (!slice_resolve(vm, AS(Slice, key), bytes->count, &range))
            return NOTHING;
        if (range.step == 1)
            return bytes_new(vm, bytes->bytes + (range.count == 0 ? 0 : range.start), (size_t)range.count);
        Value result = bytes_new(vm, NULL, (size_t)range.count);
        for (int64_t i = 0; i < range.count; i++)
            AS(Bytes, result)->bytes[i] = bytes->bytes[range.start + i * range.step];
        return result;
    }
    int64_t index;
    int found = sequence_item_index(vm, key, &index);
    if (found == 0)
        vm_raise(vm, vm->exceptions.TypeError, "byte indices must be integers or slices, not %T", key);
    if (found <= 0)
        return NOTHING;
    if (index < 0)
        index += bytes->count;
    if (index < 0 || index >= bytes->count)
        return vm_raise(vm, vm->exceptions.IndexError, "index out of range");
    return small_int(bytes->bytes[index]);
}

static int bytes_contains(Vm *vm, Value self, Value item) {
    Bytes *bytes = AS(Bytes, self);
    int64_t byte;
    int found = sequence_try_index(vm, item, &byte);
    if (found < 0)
        return -1;
    if (found) {
        if (byte < 0 || byte > 255) {
            vm_raise(vm, vm->exceptions.ValueError, "byte must be in range(0, 256)");
            return -1;
        }
        return memchr(bytes->bytes, (int)byte, bytes->count) != NULL;
    }
    if (!bytes_check(vm, item))
        return -1;
    return memmem(bytes->bytes, bytes->count, AS(Bytes, item)->bytes, AS(Bytes, item)->count) != NULL;
}

static Value bytes_iter(Vm *vm, Value self) {
    return bytes_iterator_new(vm, self);
}

static Value bytes_repeat(Vm *vm, Bytes *bytes, Value times_value) {
    int64_t times;
    int found = sequence_repetitions(vm, times_value, bytes->count, &times);
    if (found <= 0)
        return found < 0 ? NOTHING : NOT_IMPLEMENTED;
    if (bytes->count * times > INT32_MAX)
        return vm_raise_value(vm, exception_new(vm, vm->exceptions.MemoryError, NULL));
    Value result = bytes_new(vm, NULL, (size_t)(bytes->count * times));
    for (int64_t i = 0; i < times && bytes->count != 0; i++)
        memcpy(AS(Bytes, result)->bytes + i * bytes->count, bytes->bytes, bytes->count);
    return result;
}

static Value bytes_binary(Vm *vm, BinaryOperator op, Value left, Value right) {
    if (!is_kind(left, KIND_BYTES))
        return NOT_IMPLEMENTED;
    Bytes *a = AS(Bytes, left);
    if (op == BINARY_ADD && is_kind(right, KIND_BYTES)) {
        Bytes *b = AS(Bytes, right);
        Value result = bytes_new(vm, NULL, (size_t)a->count + b->count);
        memcpy(AS(Bytes, result)->bytes, a->bytes, a->count);
        memcpy(AS(Bytes, result)->bytes + a->count, b->bytes, b->count);
        return result;
    }
    if (op == BINARY_MOD)
        return format_percent_bytes(vm, a, right);
    if (op == BINARY_MUL) {
        Value result = bytes_repeat(vm, a, right);
        if (result != NOT_IMPLEMENTED)
            return result;
    }
    return sequence_unsupported(vm, op, left, right, "can't concat %T to bytes");
}

static Value bytes_reflected(Vm *vm, BinaryOperator op, Value left, Value right) {
    if (op != BINARY_MUL || !is_kind(right, KIND_BYTES))
        return NOT_IMPLEMENTED;
    Value result = bytes_repeat(vm, AS(Bytes, right), left);
    return result != NOT_IMPLEMENTED ? result : sequence_not_repeated(vm, left);
}

static const TypeDef bytes_def = {
    .name = "bytes",
    .doc = "bytes(iterable), bytes(text, encoding) or bytes(count): numbers below 256 that cannot change.",
    .kind = KIND_BYTES,
    .ops =
        {
            .repr = bytes_repr,
            .hash = bytes_hash,
            .truth = bytes_truth,
            .compare = bytes_compare,
            .len = bytes_len,
            .get_item = bytes_get_item,
            .contains = bytes_contains,
            .iter = bytes_iter,
            .binary = bytes_binary,
            .reflected = bytes_reflected,
        },
    .create = bytes_create,
    .methods = bytes_methods,
    .binary_operators = 1 << BINARY_ADD | 1 << BINARY_MUL | 1 << BINARY_MOD,
};

void bytes_type_setup(Vm *vm) {
    type_define_core(vm, KIND_BYTES, &bytes_def);
}
