#include "vm/memory.h"

#include <stdio.h>
#include <stdlib.h>

void memory_exhausted(void) {
    fputs("bide: out of memory\n", stderr);
    exit(1);
}

void *memory_new(size_t count, size_t size) {
    return memory_resize(NULL, count, size);
}

void *memory_new_zeroed(size_t count, size_t size) {
    void *memory = calloc(count ? count : 1, size ? size : 1);
    if (!memory)
        memory_exhausted();
    return memory;
}

void *memory_resize(void *memory, size_t count, size_t size) {
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes))
        memory_exhausted();
    void *resized = realloc(memory, bytes ? bytes : 1);
    if (!resized)
        memory_exhausted();
    return resized;
}
