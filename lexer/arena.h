/* Arena: memory that is given back all at once.
 *
 * A syntax tree is thousands of small nodes that live and die together, so nothing in it is freed on its own:
 * nodes, names, lists and scopes are cut from the blocks of one arena, and arena_free() drops the lot. The
 * arena also owns the table of interned names: two names with the same characters are one Text, so that later
 * passes compare names by address.
 *
 * Allocation never fails from a caller's view: when the system has no memory left the process ends with a
 * message.
 */
#ifndef BIDE_LEXER_ARENA_H
#define BIDE_LEXER_ARENA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Characters with an explicit length: UTF-8, in which lone surrogates may occur (three bytes each, as in
 * WTF-8) and NUL bytes too. chars[length] is always a NUL, for the convenience of printf. `hash` is set for
 * interned texts only. */
typedef struct Text {
    const char *chars;
    uint32_t length;
    uint32_t hash;
} Text;

typedef struct ArenaBlock ArenaBlock;

typedef struct Arena {
    ArenaBlock *blocks; /* the newest first */
    char *next, *limit; /* what is left of the newest block */
    size_t next_block_size;
    const Text **names; /* open-addressing hash table of interned texts */
    uint32_t name_count, name_capacity;
} Arena;

/* Make an empty arena; it takes no memory until the first allocation. */
void arena_init(Arena *arena);

/* Give back everything that was ever allocated from `arena`; it is empty afterwards and may be used again. */
void arena_free(Arena *arena);

/* `size` bytes of zeroed memory, aligned for any object. The arena owns them. */
void *arena_allocate(Arena *arena, size_t size);

/* Copy `count` items of `item_size` bytes into the arena; NULL when count is 0. */
void *arena_copy(Arena *arena, const void *items, size_t count, size_t item_size);

/* A text with its own copy of `length` bytes at `chars`, not interned. */
const Text *arena_text(Arena *arena, const char *chars, size_t length);

/* The hash that interned texts carry. */
uint32_t text_hash(const char *chars, size_t length);

/* The one interned text of this arena with these characters. */
const Text *arena_intern(Arena *arena, const char *chars, size_t length);

/* A text made by printf, not interned. */
const Text *arena_format(Arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3), nonnull(2)));

#endif
