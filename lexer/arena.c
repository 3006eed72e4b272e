#include "lexer/arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK_SIZE = 16 * 1024, LARGEST_BLOCK_SIZE = 1024 * 1024, FIRST_NAME_CAPACITY = 256 };

struct ArenaBlock {
    ArenaBlock *previous;
    _Alignas(max_align_t) char bytes[];
};

static void *allocate_or_die(size_t size) {
    void *memory = calloc(1, size);
    if (memory == NULL) {
        fputs("bide: out of memory\n", stderr);
        exit(1);
    }
    return memory;
}

void arena_init(Arena *arena) {
    *arena = (Arena){.next_block_size = FIRST_BLOCK_SIZE};
}

void arena_free(Arena *arena) {
    ArenaBlock *block = arena->blocks;
    while (block != NULL) {
        ArenaBlock *previous = block->previous;
        free(block);
        block = previous;
    }
    free(arena->names);
    arena_init(arena);
}

void *arena_allocate(Arena *arena, size_t size) {
    size = (size + sizeof(max_align_t) / 2 - 1) & ~(sizeof(max_align_t) / 2 - 1);
    if (size > (size_t)(arena->limit - arena->next)) {
        /* A large object gets a block of its own, so that the rest of the current one is not lost. */
        bool is_large = size > arena->next_block_size / 4;
        size_t block_size = is_large ? size : arena->next_block_size;
        ArenaBlock *block = allocate_or_die(sizeof(ArenaBlock) + block_size);
        block->previous = arena->blocks;
        arena->blocks = block;
        if (is_large) {
            return block->bytes;
        }
        arena->next = block->bytes;
        arena->limit = block->bytes + block_size;
        if (arena->next_block_size < LARGEST_BLOCK_SIZE) {
            arena->next_block_size *= 2;
        }
    }
    void *memory = arena->next;
    arena->next += size;
    return memory;
}

void *arena_copy(Arena *arena, const void *items, size_t count, size_t item_size) {
    if (count == 0) {
        return NULL;
    }
    void *copy = arena_allocate(arena, count * item_size);
    memcpy(copy, items, count * item_size);
    return copy;
}

/* The characters follow the struct, so that a text is one allocation. */
static Text *new_text(Arena *arena, const char *chars, size_t length) {
    Text *text = arena_allocate(arena, sizeof(Text) + length + 1);
    char *copy = (char *)(text + 1);
    if (length > 0) {
        memcpy(copy, chars, length);
    }
    text->chars = copy;
    text->length = (uint32_t)length;
    return text;
}

const Text *arena_text(Arena *arena, const char *chars, size_t length) {
    return new_text(arena, chars, length);
}

uint32_t text_hash(const char *chars, size_t length) {
    uint32_t hash = 2166136261u; /* FNV-1a */
    for (size_t i = 0; i < length; i++) {
        hash = (hash ^ (uint8_t)chars[i]) * 16777619u;
    }
    return hash ^ hash >> 15;
}

static void grow_names(Arena *arena) {
    uint32_t capacity = arena->name_capacity ? arena->name_capacity * 2 : FIRST_NAME_CAPACITY;
    const Text **names = allocate_or_die(capacity * sizeof(*names));
    for (uint32_t i = 0; i < arena->name_capacity; i++) {
        const Text *text = arena->names[i];
        if (text != NULL) {
            uint32_t slot = text->hash & (capacity - 1);
            while (names[slot] != NULL) {
                slot = (slot + 1) & (capacity - 1);
            }
            names[slot] = text;
        }
    }
    free(arena->names);
    arena->names = names;
    arena->name_capacity = capacity;
}

const Text *arena_intern(Arena *arena, const char *chars, size_t length) {
    if (arena->name_count * 2 >= arena->name_capacity) {
        grow_names(arena);
    }
    uint32_t hash = text_hash(chars, length);
    uint32_t slot = hash & (arena->name_capacity - 1);
    const Text *text;
    while ((text = arena->names[slot]) != NULL) {
        if (text->hash == hash && text->length == length && memcmp(text->chars, chars, length) == 0) {
            return text;
        }
        slot = (slot + 1) & (arena->name_capacity - 1);
    }
    Text *fresh = new_text(arena, chars, length);
    fresh->hash = hash;
    arena->names[slot] = fresh;
    arena->name_count++;
    return fresh;
}

const Text *arena_format(Arena *arena, const char *format, ...) {
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    Text *text = arena_allocate(arena, sizeof(Text) + (size_t)length + 1);
    char *chars = (char *)(text + 1);
    vsnprintf(chars, (size_t)length + 1, format, again);
    va_end(again);
    text->chars = chars;
    text->length = (uint32_t)length;
    return text;
}
