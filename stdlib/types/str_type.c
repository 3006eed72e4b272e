/* str: its operations. Methods are in the files that str_methods.h lists. */
#include <stdlib.h>

#include "stdlib/arguments.h"
#include "stdlib/format/format.h"
#include "stdlib/stdlib_state.h"
#include "stdlib/types/codecs.h"
#include "stdlib/types/sequences.h"
#include "stdlib/types/str_methods.h"
#include "stdlib/types/types.h"
#include "vm/call.h"
#include "vm/list.h"
#include "vm/memory.h"

Value str_plain(Vm *vm, Value v) {
    if (as_object(v)->type == vm->types_by_kind[KIND_STRING])
        return v;
    return object_value(string_new(vm, AS(String, v)->chars, AS(String, v)->byte_count));
}

bool str_check(Vm *vm, Value v) {
    if (!is_string(v))
        vm_raise(vm, vm->exceptions.TypeError, "must be str, not %T", v);
    return is_string(v);
}

/* str(bytes, encoding, errors). */
static Value str_decode(Vm *vm, Value v, Value encoding, Value errors) {
    if (!codec_check_arguments(vm, "str", encoding, errors))
        return NOTHING;
    if (is_string(v))
        return vm_raise(vm, vm->exceptions.TypeError, "decoding str is not supported");
    if (!is_bytes_like(v))
        return vm_raise(vm, vm->exceptions.TypeError, "decoding to str: need a bytes-like object, %T found",
                        v);
    return codec_decode(vm, v, encoding, errors);
}

static Value str_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    Value bound[3], text = object_value(vm->empty_string);
    if (argc == 1 && keywords == NULL && type == vm->types_by_kind[KIND_STRING])
        return value_str(vm, args[0]);
    if (!arguments_bind(vm, "str", "object,encoding,errors", 0, 0, args, argc, keywords, bound))
        return NOTHING;
    if (bound[0] != NOTHING && (bound[1] != NOTHING || bound[2] != NOTHING))
        text = str_decode(vm, bound[0], bound[1], bound[2]);
    else if (bound[0] != NOTHING)
        text = value_str(vm, bound[0]);
    if (text == NOTHING || type == vm->types_by_kind[KIND_STRING])
        return text;
    const String *plain = AS(String, text);
    String *string = heap_allocate(vm->heap, sizeof(String) + plain->byte_count + 1, KIND_STRING, type);
    string->byte_count = plain->byte_count;
    string->length = plain->length;
    memcpy(string->chars, plain->chars, plain->byte_count);
    return object_value(string);
}

static Value str_repr(Vm *vm, Value self) {
    StringBuilder out;
    builder_init(&out);
    format_string_repr(&out, AS(String, self), false);
    return builder_finish(vm, &out);
}

static bool str_hash(Vm *vm, Value self, int64_t *hash) {
    (void)vm;
    *hash = string_hash(AS(String, self));
    return true;
}

static int str_truth(Vm *vm, Value self) {
    (void)vm;
    return AS(String, self)->byte_count != 0;
}

static int64_t str_len(Vm *vm, Value self) {
    (void)vm;
    return AS(String, self)->length;
}

static Value str_compare(Vm *vm, Comparison op, Value left, Value right) {
    (void)vm;
    if (!is_string(left) || !is_string(right))
        return NOT_IMPLEMENTED;
    String *a = AS(String, left), *b = AS(String, right);
    switch (op) {
    case CMP_EQ: return bool_value(string_equal(a, b));
    case CMP_NE: return bool_value(!string_equal(a, b));
    case CMP_LT: return bool_value(string_compare(a, b) < 0);
    case CMP_LE: return bool_value(string_compare(a, b) <= 0);
    case CMP_GT: return bool_value(string_compare(a, b) > 0);
    default: return bool_value(string_compare(a, b) >= 0);
    }
}

static int str_contains(Vm *vm, Value self, Value item) {
    if (!is_string(item)) {
        vm_raise(vm, vm->exceptions.TypeError, "'in <string>' requires string as left operand, not %T", item);
        return -1;
    }
    const String *text = AS(String, self), *part = AS(String, item);
    return memmem(text->chars, text->byte_count, part->chars, part->byte_count) != NULL;
}

static Value str_iter(Vm *vm, Value self) {
    Type *type = as_object(self)->type == vm->types_by_kind[KIND_STRING] && string_is_ascii(AS(String, self))
                     ? stdlib_state(vm)->ascii_iterator_type
                     : vm->types_by_kind[KIND_STRING_ITERATOR];
    SequenceIterator *iterator = heap_allocate(vm->heap, sizeof *iterator, KIND_STRING_ITERATOR, type);
    iterator->sequence = self;
    return object_value(iterator);
}

/* A slice with a step. */
static Value str_pick(Vm *vm, const String *string, const SliceRange *range) {
    StringBuilder out;
    builder_init(&out);
    if (string_is_ascii(string)) {
        for (int64_t i = 0; i < range->count; i++)
            builder_add_char(&out, string->chars[range->start + i * range->step]);
        return builder_finish(vm, &out);
    }
    uint32_t *points = memory_new(string->length, sizeof *points);
    const char *at = string->chars;
    for (uint32_t i = 0; i < string->length; i++)
        points[i] = utf8_decode(&at);
    for (int64_t i = 0; i < range->count; i++)
        builder_add_code_point(&out, points[range->start + i * range->step]);
    free(points);
    return builder_finish(vm, &out);
}

static Value str_get_item(Vm *vm, Value self, Value key) {
    String *string = AS(String, self);
    if (is_kind(key, KIND_SLICE)) {
        SliceRange range;
        if (!slice_resolve(vm, AS(Slice, key), string->length, &range))
            return NOTHING;
        if (range.step == 1 && range.count == string->length)
            return str_plain(vm, self);
        if (range.count == 0)
            return object_value(vm->empty_string);
        return range.step == 1 ? string_slice(vm, string, range.start, range.stop)
                               : str_pick(vm, string, &range);
    }
    int64_t index;
    int found = sequence_item_index(vm, key, &index);
    if (found == 0)
        vm_raise(vm, vm->exceptions.TypeError, "string indices must be integers, not '%T'", key);
    if (found <= 0)
        return NOTHING;
    if (index < 0)
        index += string->length;
    if (index < 0 || index >= string->length)
        return vm_raise(vm, vm->exceptions.IndexError, "string index out of range");
    uint32_t c =
        string_is_ascii(string) ? (unsigned char)string->chars[index] : string_code_point_at(string, index);
    return object_value(string_from_code_point(vm, c));
}

static Value str_repeat(Vm *vm, String *string, Value times_value) {
    int64_t times;
    int found = sequence_repetitions(vm, times_value, string->byte_count, &times);
    if (found <= 0)
        return found < 0 ? NOTHING : NOT_IMPLEMENTED;
    if (times == 1)
        return str_plain(vm, object_value(string));
    size_t total = (size_t)string->byte_count * (size_t)times;
    if (total == 0)
        return object_value(vm->empty_string);
    if (total > UINT32_MAX - 64)
        return vm_raise_value(vm, exception_new(vm, vm->exceptions.MemoryError, NULL));
    String *result = string_allocate(vm, total);
    if (string->byte_count == 1)
        memset(result->chars, string->chars[0], total);
    else
        for (int64_t i = 0; i < times; i++)
            memcpy(result->chars + (size_t)i * string->byte_count, string->chars, string->byte_count);
    string_finish(result);
    return object_value(result);
}

static Value str_binary(Vm *vm, BinaryOperator op, Value left, Value right) {
    if (!is_string(left))
        return NOT_IMPLEMENTED;
    if (op == BINARY_ADD && is_string(right))
        return string_concatenate(vm, AS(String, left), AS(String, right));
    if (op == BINARY_MOD)
        return format_percent(vm, AS(String, left), right);
    if (op == BINARY_MUL) {
        Value result = str_repeat(vm, AS(String, left), right);
        if (result != NOT_IMPLEMENTED)
            return result;
    }
    return sequence_unsupported(vm, op, left, right, "can only concatenate str (not \"%T\") to str");
}

static Value str_reflected(Vm *vm, BinaryOperator op, Value left, Value right) {
    if (!is_string(right))
        return NOT_IMPLEMENTED;
    if (op == BINARY_MOD && is_string(left))
        return format_percent(vm, AS(String, left), right);
    if (op != BINARY_MUL)
        return NOT_IMPLEMENTED;
    Value result = str_repeat(vm, AS(String, right), left);
    return result != NOT_IMPLEMENTED ? result : sequence_not_repeated(vm, left);
}

static Value str_format_special(Vm *vm, Value *args, int argc) {
    (void)argc;
    if (!format_check_spec(vm, args[1]))
        return NOTHING;
    return format_string(vm, args[0], AS(String, args[1]));
}

static Value str_getnewargs(Vm *vm, Value *args, int argc) {
    (void)argc;
    return object_value(tuple_of(vm, 1, str_plain(vm, args[0])));
}

static const NativeDef str_methods[] = {
#define X(name, min, max, flags, keywords) {#name, str_method_##name, min, max, flags, keywords},
    STR_METHODS(X)
#undef X
        {"__format__", str_format_special, 2, 2, 0, NULL},
    {"__getnewargs__", str_getnewargs, 1, 1, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

static const TypeDef str_def = {
    .name = "str",
    .doc = "str(object='') or str(bytes, encoding, errors): text.",
    .kind = KIND_STRING,
    .ops =
        {
            .repr = str_repr,
            .str = str_plain,
            .hash = str_hash,
            .truth = str_truth,
            .compare = str_compare,
            .len = str_len,
            .get_item = str_get_item,
            .contains = str_contains,
            .iter = str_iter,
            .binary = str_binary,
            .reflected = str_reflected,
        },
    .create = str_create,
    .methods = str_methods,
};

void str_type_setup(Vm *vm) {
    type_define_core(vm, KIND_STRING, &str_def);
}
