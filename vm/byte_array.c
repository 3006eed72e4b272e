#include "vm/byte_array.h"

#include <stdlib.h>
#include <string.h>

#include "vm/memory.h"
#include "vm/vm.h"

/* Room for `capacity` bytes and the NUL. */
static void set_capacity(Vm *vm, ByteArray *array, size_t capacity) {
    heap_account(vm->heap, (ptrdiff_t)capacity - (ptrdiff_t)array->capacity);
    array->bytes = memory_resize(array->bytes, capacity + 1, 1);
    array->capacity = capacity;
}

Value byte_array_new(Vm *vm, const void *bytes, size_t count) {
    ByteArray *array =
        heap_allocate(vm->heap, sizeof *array, KIND_BYTEARRAY, vm->types_by_kind[KIND_BYTEARRAY]);
    set_capacity(vm, array, count);
    if (bytes && count)
        memcpy(array->bytes, bytes, count);
    else
        memset(array->bytes, 0, count);
    array->bytes[count] = 0;
    array->count = count;
    return object_value(array);
}

uint8_t *byte_array_open(Vm *vm, ByteArray *array, size_t start, size_t stop, size_t count) {
    size_t behind = array->count - stop, total = start + count + behind;
    if (total != array->count && array->holds) {
        vm_raise(vm, vm->exceptions.BufferError, "Existing exports of data: object cannot be re-sized");
        return NULL;
    }
    if (total > array->capacity || !array->bytes) {
        size_t more = array->capacity + array->capacity / 2 + 8;
        set_capacity(vm, array, total > more ? total : more);
    }
    memmove(array->bytes + start + count, array->bytes + stop, behind);
    array->count = total;
    array->bytes[total] = 0;
    if (array->capacity > 256 && total < array->capacity / 4)
        set_capacity(vm, array, array->capacity / 2);
    return array->bytes + start;
}

bool byte_array_replace(Vm *vm, ByteArray *array, size_t start, size_t stop, const void *bytes,
                        size_t count) {
    uint8_t *place = byte_array_open(vm, array, start, stop, count);
    if (place && count)
        memcpy(place, bytes, count);
    return place;
}

ByteSpan byte_span_hold(Value v) {
    if (is_kind(v, KIND_BYTEARRAY))
        AS(ByteArray, v)->holds++;
    return byte_span(v);
}

void byte_span_release(Value v) {
    if (is_kind(v, KIND_BYTEARRAY))
        AS(ByteArray, v)->holds--;
}

void byte_array_free(ByteArray *array, Heap *heap) {
    heap_account(heap, -(ptrdiff_t)array->capacity);
    free(array->bytes);
}
