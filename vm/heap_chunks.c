/* Chunks: blocks come from the system many at a time.
 *
 * A heap that has grown large asks for huge pages. A processor that finds a page through its own small table
 * of pages waits for memory once per object instead of several times, and the system has one page to give
 * out where it had 512. A small heap does without: it would be given more than it needs. */
#include <stdlib.h>
#include <sys/mman.h>

#include "vm/heap_internal.h"
#include "vm/memory.h"

enum {
    PAGE_BYTES = 4096,
    CHUNK_BYTES = 1024 * 1024,
    HUGE_CHUNK_BYTES = 2 * 1024 * 1024, /* a huge page */
    CHUNKS_BEFORE_HUGE = 8,
};

struct HeapChunk {
    struct HeapChunk *next;
    char *memory;
    bool mapped; /* by mmap(), and a huge chunk */
};

/* Memory at an address that a huge page may have; NULL: there is none. */
static char *map_huge_chunk(void) {
#ifdef MADV_HUGEPAGE
    size_t room = 2 * (size_t)HUGE_CHUNK_BYTES;
    char *start = mmap(NULL, room, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (start == MAP_FAILED)
        return NULL;
    size_t before = -(uintptr_t)start & (HUGE_CHUNK_BYTES - 1);
    char *memory = start + before, *end = memory + HUGE_CHUNK_BYTES;
    if (before > 0)
        munmap(start, before);
    munmap(end, room - before - HUGE_CHUNK_BYTES);
    madvise(memory, HUGE_CHUNK_BYTES, MADV_HUGEPAGE);
    return memory;
#else
    return NULL;
#endif
}

static void add_chunk(Heap *heap) {
    struct HeapChunk *chunk = memory_new_zeroed(1, sizeof *chunk);
    size_t bytes = HUGE_CHUNK_BYTES;
    if (heap->chunk_count >= CHUNKS_BEFORE_HUGE)
        chunk->memory = map_huge_chunk();
    chunk->mapped = chunk->memory != NULL;
    if (!chunk->mapped) {
        bytes = CHUNK_BYTES;
        chunk->memory = aligned_alloc(PAGE_BYTES, CHUNK_BYTES);
        if (!chunk->memory)
            memory_exhausted();
    }
    heap->chunk_count++;
    chunk->next = heap->chunks;
    heap->chunks = chunk;
    for (char *at = chunk->memory + bytes; at > chunk->memory;) {
        at -= HEAP_BLOCK_BYTES;
        HeapBlock *block = (HeapBlock *)at;
        block->next = heap->spare_blocks;
        heap->spare_blocks = block;
    }
}

HeapBlock *heap_take_block(Heap *heap) {
    if (!heap->spare_blocks)
        add_chunk(heap);
    HeapBlock *block = heap->spare_blocks;
    heap->spare_blocks = block->next;
    return block;
}

void heap_free_chunks(Heap *heap) {
    while (heap->chunks) {
        struct HeapChunk *chunk = heap->chunks;
        heap->chunks = chunk->next;
        if (chunk->mapped)
            munmap(chunk->memory, HUGE_CHUNK_BYTES);
        else
            free(chunk->memory);
        free(chunk);
    }
}
