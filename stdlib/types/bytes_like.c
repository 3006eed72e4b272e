#include "stdlib/types/bytes_like.h"

#include <stdio.h>

#include "stdlib/format/format.h"
#include "stdlib/types/codecs.h"
#include "stdlib/types/sequences.h"
#include "vm/byte_array.h"
#include "vm/call.h"

bool bytes_like_check(Vm *vm, Value v) {
    if (!is_bytes_like(v))
        vm_raise(vm, vm->exceptions.TypeError, "a bytes-like object is required, not '%T'", v);
    return is_bytes_like(v);
}

/* --- Making --------------------------------------------------------------------------------------- */

Value bytes_like_new(Vm *vm, Value like, const void *bytes, size_t count) {
    return (is_kind(like, KIND_BYTEARRAY) ? byte_array_new : bytes_new)(vm, bytes, count);
}

Value bytes_like_finish(Vm *vm, Value like, StringBuilder *out) {
    Value result = bytes_like_new(vm, like, out->chars, out->count);
    builder_free(out);
    return result;
}

Value bytes_like_unchanged(Vm *vm, Value self) {
    if (as_object(self)->type == vm->types_by_kind[KIND_BYTES])
        return self;
    return bytes_like_new(vm, self, byte_span(self).bytes, byte_span(self).count);
}

uint8_t *bytes_like_bytes(Value made) {
    return is_kind(made, KIND_BYTES) ? AS(Bytes, made)->bytes : AS(ByteArray, made)->bytes;
}

int byte_from_value(Vm *vm, Value v) {
    Value index = value_index(vm, v);
    if (index == NOTHING)
        return -1;
    int64_t byte = value_integer(index);
    if (byte >= 0 && byte <= 255)
        return (int)byte;
    vm_raise(vm, vm->exceptions.ValueError, "byte must be in range(0, 256)");
    return -1;
}

typedef struct Gathering {
    StringBuilder out;
    const char *what; /* must be in range */
} Gathering;

static bool add_byte(Vm *vm, Value item, void *state) {
    Gathering *gathering = state;
    Value index = value_index(vm, item);
    if (index == NOTHING)
        return false;
    int64_t byte = value_integer(index);
    if (byte < 0 || byte > 255) {
        vm_raise(vm, vm->exceptions.ValueError, "%s must be in range(0, 256)", gathering->what);
        return false;
    }
    builder_add_char(&gathering->out, (char)byte);
    return true;
}

Value bytes_from_iterable(Vm *vm, Value v, const char *what) {
    Gathering gathering = {.what = what};
    builder_init(&gathering.out);
    bool fine = value_for_each(vm, v, add_byte, &gathering);
    Value result = fine ? bytes_new(vm, gathering.out.chars, gathering.out.count) : NOTHING;
    builder_free(&gathering.out);
    return result;
}

static Value zeros(Vm *vm, Value v, int64_t count) {
    if (count == INT64_MAX)
        return vm_raise(vm, vm->exceptions.OverflowError, "cannot fit '%T' into an index-sized integer", v);
    if (count < 0)
        return vm_raise(vm, vm->exceptions.ValueError, "negative count");
    if (count > INT32_MAX)
        return vm_raise_value(vm, exception_new(vm, vm->exceptions.MemoryError, NULL));
    return bytes_new(vm, NULL, (size_t)count);
}

Value bytes_from_source(Vm *vm, Value v, const char *name) {
    if (is_bytes_like(v))
        return bytes_new(vm, byte_span(v).bytes, byte_span(v).count);
    if (is_string(v))
        return vm_raise(vm, vm->exceptions.TypeError, "string argument without an encoding");
    int64_t count;
    int found = sequence_try_index(vm, v, &count);
    if (found > 0)
        return zeros(vm, v, count);
    if (found < 0) {
        if (!vm_exception_is(vm, vm->exceptions.TypeError))
            return NOTHING;
        vm_clear_exception(vm);
    }
    Type *type = type_of(vm, v);
    if (type->ops.iter == NULL && type->ops.get_item == NULL)
        return vm_raise(vm, vm->exceptions.TypeError, "cannot convert '%T' object to %s", v, name);
    const char *what = strcmp(name, "bytes") == 0 ? name : "byte";
    if (type->flags & TYPE_NATIVE)
        return bytes_from_iterable(vm, v, what);
    Value iterator = value_iter(vm, v);
    if (iterator != NOTHING) {
        size_t roots = vm_root_mark(vm);
        vm_root(vm, iterator);
        bool fine = what != name || value_ask_length_hint(vm, v);
        vm_root_reset(vm, roots);
        return fine ? bytes_from_iterable(vm, iterator, what) : NOTHING;
    }
    if (vm_exception_is(vm, vm->exceptions.TypeError)) {
        vm_clear_exception(vm);
        vm_raise(vm, vm->exceptions.TypeError, "cannot convert '%T' object to %s", v, name);
    }
    return NOTHING;
}

Value bytes_from_arguments(Vm *vm, const Value bound[3], const char *name) {
    if (!codec_check_arguments(vm, name, bound[1], bound[2]))
        return NOTHING;
    if (bound[1] == NOTHING && bound[2] == NOTHING)
        return bound[0] == NOTHING ? bytes_new(vm, "", 0) : bytes_from_source(vm, bound[0], name);
    if (bound[0] != NOTHING && is_string(bound[0]))
        return codec_encode(vm, AS(String, bound[0]), bound[1], bound[2]);
    return vm_raise(vm, vm->exceptions.TypeError, "%s without a string argument",
                    bound[1] != NOTHING ? "encoding" : "errors");
}

/* --- Operations ----------------------------------------------------------------------------------- */

void bytes_like_add_repr(StringBuilder *out, Value self) {
    ByteSpan span = byte_span(self);
    bool apostrophe = memchr(span.bytes, '\'', span.count) != NULL;
    char quote = apostrophe && memchr(span.bytes, '"', span.count) == NULL ? '"' : '\'';
    /* CPython escapes apostrophes in a bytearray even where they need it not. */
    char escaped = is_kind(self, KIND_BYTES) ? quote : '\'';
    builder_add_char(out, 'b');
    builder_add_char(out, quote);
    for (size_t i = 0; i < span.count; i++) {
        char c = (char)span.bytes[i];
        if (c == escaped || c == '\\') {
            builder_add_char(out, '\\');
            builder_add_char(out, c);
        } else if (c == '\n' || c == '\r' || c == '\t') {
            builder_add_c(out, c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\t");
        } else if (c >= ' ' && c < 0x7f) {
            builder_add_char(out, c);
        } else {
            char escape[8];
            snprintf(escape, sizeof escape, "\\x%02x", (unsigned char)c);
            builder_add_c(out, escape);
        }
    }
    builder_add_char(out, quote);
}

int bytes_like_truth(Vm *vm, Value self) {
    (void)vm;
    return byte_span(self).count != 0;
}

int64_t bytes_like_len(Vm *vm, Value self) {
    (void)vm;
    return (int64_t)byte_span(self).count;
}

Value bytes_like_compare(Vm *vm, Comparison op, Value left, Value right) {
    (void)vm;
    if (!is_bytes_like(left) || !is_bytes_like(right))
        return NOT_IMPLEMENTED;
    ByteSpan a = byte_span(left), b = byte_span(right);
    int order = memcmp(a.bytes, b.bytes, a.count < b.count ? a.count : b.count);
    if (order == 0)
        order = a.count < b.count ? -1 : a.count > b.count;
    switch (op) {
    case CMP_LT: return bool_value(order < 0);
    case CMP_LE: return bool_value(order <= 0);
    case CMP_EQ: return bool_value(order == 0);
    case CMP_NE: return bool_value(order != 0);
    case CMP_GT: return bool_value(order > 0);
    default: return bool_value(order >= 0);
    }
}

static Value get_slice(Vm *vm, Value self, const Slice *slice) {
    SliceRange range;
    if (!slice_resolve(vm, slice, (int64_t)byte_span(self).count, &range))
        return NOTHING;
    const uint8_t *bytes = byte_span(self).bytes;
    if (range.step == 1)
        return bytes_like_new(vm, self, bytes + (range.count == 0 ? 0 : range.start), (size_t)range.count);
    Value result = bytes_like_new(vm, self, NULL, (size_t)range.count);
    for (int64_t i = 0; i < range.count; i++)
        bytes_like_bytes(result)[i] = bytes[range.start + i * range.step];
    return result;
}

Value bytes_like_get_item(Vm *vm, Value self, Value key) {
    if (is_kind(key, KIND_SLICE))
        return get_slice(vm, self, AS(Slice, key));
    bool is_bytes = is_kind(self, KIND_BYTES);
    int64_t index;
    int found = sequence_item_index(vm, key, &index);
    if (found == 0)
        vm_raise(vm, vm->exceptions.TypeError, "%s indices must be integers or slices, not %T",
                 is_bytes ? "byte" : "bytearray", key);
    if (found <= 0)
        return NOTHING;
    ByteSpan span = byte_span(self);
    if (index < 0)
        index += (int64_t)span.count;
    if (index < 0 || index >= (int64_t)span.count)
        return vm_raise(vm, vm->exceptions.IndexError, "%sindex out of range", is_bytes ? "" : "bytearray ");
    return small_int(span.bytes[index]);
}

int bytes_like_contains(Vm *vm, Value self, Value item) {
    int64_t byte;
    int found = sequence_try_index(vm, item, &byte);
    if (found < 0)
        return -1;
    ByteSpan span = byte_span(self);
    if (found) {
        if (byte < 0 || byte > 255) {
            vm_raise(vm, vm->exceptions.ValueError, "byte must be in range(0, 256)");
            return -1;
        }
        return memchr(span.bytes, (int)byte, span.count) != NULL;
    }
    if (!bytes_like_check(vm, item))
        return -1;
    return memmem(span.bytes, span.count, byte_span(item).bytes, byte_span(item).count) != NULL;
}

static Value repeat(Vm *vm, Value self, Value times_value) {
    int64_t times;
    int found = sequence_repetitions(vm, times_value, (int64_t)byte_span(self).count, &times);
    if (found <= 0)
        return found < 0 ? NOTHING : NOT_IMPLEMENTED;
    ByteSpan span = byte_span(self);
    int64_t count = (int64_t)span.count;
    if (times != 0 && count > INT32_MAX / times)
        return vm_raise_value(vm, exception_new(vm, vm->exceptions.MemoryError, NULL));
    Value result = bytes_like_new(vm, self, NULL, (size_t)(count * times));
    for (int64_t i = 0; i < times && count != 0; i++)
        memcpy(bytes_like_bytes(result) + i * count, span.bytes, span.count);
    return result;
}

Value bytes_like_binary(Vm *vm, BinaryOperator op, Value left, Value right) {
    if (!is_bytes_like(left))
        return NOT_IMPLEMENTED;
    if (op == BINARY_ADD && is_bytes_like(right)) {
        ByteSpan a = byte_span(left), b = byte_span(right);
        Value result = bytes_like_new(vm, left, NULL, a.count + b.count);
        memcpy(bytes_like_bytes(result), a.bytes, a.count);
        memcpy(bytes_like_bytes(result) + a.count, b.bytes, b.count);
        return result;
    }
    if (op == BINARY_MOD)
        return format_percent_bytes(vm, left, right);
    if (op == BINARY_MUL) {
        Value result = repeat(vm, left, right);
        if (result != NOT_IMPLEMENTED)
            return result;
    }
    return sequence_unsupported(vm, op, left, right, "can't concat %T to %T");
}

Value bytes_like_reflected(Vm *vm, BinaryOperator op, Value left, Value right) {
    if (op != BINARY_MUL || !is_bytes_like(right))
        return NOT_IMPLEMENTED;
    Value result = repeat(vm, right, left);
    return result != NOT_IMPLEMENTED ? result : sequence_not_repeated(vm, left);
}
