/* bytes: what it has to itself; the rest is in bytes_like.c and bytes_methods.c. */
#include "stdlib/arguments.h"
#include "stdlib/types/bytes_like.h"
#include "stdlib/types/bytes_methods.h"
#include "stdlib/types/iterators.h"
#include "stdlib/types/types.h"
#include "vm/call.h"

/* What `v` itself says that its bytes are; NOTHING: raised, or it says nothing. */
static Value bytes_from_method(Vm *vm, Value v) {
    if (is_kind(v, KIND_BYTES) && as_object(v)->type == vm->types_by_kind[KIND_BYTES])
        return v;
    Value result = vm_call_special(vm, v, string_intern_c(vm, "__bytes__"), NULL, 0);
    if (result != NOTHING && !is_kind(result, KIND_BYTES))
        return vm_raise(vm, vm->exceptions.TypeError, "__bytes__ returned non-bytes (type %T)", result);
    return result;
}

static Value bytes_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    Value bound[3], result = NOTHING;
    if (!arguments_bind(vm, "bytes", "source,encoding,errors", 0, 0, args, argc, keywords, bound))
        return NOTHING;
    if (bound[0] != NOTHING && bound[1] == NOTHING && bound[2] == NOTHING)
        result = bytes_from_method(vm, bound[0]);
    if (result == NOTHING && !vm_has_exception(vm))
        result = bytes_from_arguments(vm, bound, "bytes");
    if (result == NOTHING || type == vm->types_by_kind[KIND_BYTES])
        return result;
    Bytes *plain = AS(Bytes, result);
    Bytes *bytes = heap_allocate(vm->heap, sizeof(Bytes) + plain->count + 1, KIND_BYTES, type);
    bytes->count = plain->count;
    memcpy(bytes->bytes, plain->bytes, plain->count);
    return object_value(bytes);
}

static Value bytes_repr(Vm *vm, Value self) {
    StringBuilder out;
    builder_init(&out);
    bytes_like_add_repr(&out, self);
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

static Value bytes_iter(Vm *vm, Value self) {
    return bytes_iterator_new(vm, self);
}

static Value bytes_method_bytes(Vm *vm, Value *args, int argc) {
    (void)argc;
    return bytes_like_unchanged(vm, args[0]);
}

static const NativeDef methods[] = {
#define X(name, min, max, flags, keywords) {#name, bytes_method_##name, min, max, flags, keywords},
    BYTES_METHODS(X)
#undef X
        {"__bytes__", bytes_method_bytes, 1, 1, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

static const TypeDef bytes_def = {
    .name = "bytes",
    .doc = "bytes(iterable), bytes(text, encoding) or bytes(count): numbers below 256 that cannot change.",
    .kind = KIND_BYTES,
    .ops =
        {
            .repr = bytes_repr,
            .str = bytes_repr,
            .hash = bytes_hash,
            .truth = bytes_like_truth,
            .compare = bytes_like_compare,
            .len = bytes_like_len,
            .get_item = bytes_like_get_item,
            .contains = bytes_like_contains,
            .iter = bytes_iter,
            .binary = bytes_like_binary,
            .reflected = bytes_like_reflected,
        },
    .create = bytes_create,
    .methods = methods,
};

void bytes_type_setup(Vm *vm) {
    type_define_core(vm, KIND_BYTES, &bytes_def);
}
