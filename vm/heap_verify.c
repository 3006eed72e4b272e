#include "vm/heap_verify.h"

#ifdef BIDE_GC_VERIFY

#include <stdio.h>
#include <stdlib.h>

#include "vm/heap_internal.h"
#include "vm/heap_trace.h"
#include "vm/memory.h"
#include "vm/type.h"

typedef struct Noted {
    Obj *object, *holder; /* holder NULL: a root */
} Noted;

/* A set of objects (open addressing by address, half full at most), which is also the list of those still to
 * be walked. */
typedef struct HeapVerifier {
    uint32_t *slots; /* number in `noted` + 1; 0: empty */
    size_t slot_count;
    Noted *noted;
    size_t count, capacity;
    bool listens;
    Obj *holder; /* whose references are being walked */
    uint64_t random;
} HeapVerifier;

static HeapVerifier *verifier_of(Heap *heap) {
    if (!heap->verifier) {
        heap->verifier = memory_new_zeroed(1, sizeof(HeapVerifier));
        const char *seed = getenv("BIDE_GC_SEED");
        heap->verifier->random = seed ? strtoul(seed, NULL, 10) : 1;
    }
    return heap->verifier;
}

bool heap_verifier_listens(const Heap *heap) {
    return heap->verifier && heap->verifier->listens;
}

static uint32_t *find_slot(HeapVerifier *verifier, const Obj *object) {
    size_t at = (uintptr_t)object * 0x9e3779b97f4a7c15u >> 20;
    for (;; at++) {
        uint32_t *slot = &verifier->slots[at & (verifier->slot_count - 1)];
        if (!*slot || verifier->noted[*slot - 1].object == object)
            return slot;
    }
}

static void grow(HeapVerifier *verifier) {
    verifier->capacity = verifier->capacity ? verifier->capacity * 2 : 32 * 1024;
    verifier->noted = memory_resize(verifier->noted, verifier->capacity, sizeof(Noted));
    verifier->slot_count = verifier->capacity * 2;
    free(verifier->slots);
    verifier->slots = memory_new_zeroed(verifier->slot_count, sizeof(uint32_t));
    for (size_t i = 0; i < verifier->count; i++)
        *find_slot(verifier, verifier->noted[i].object) = (uint32_t)i + 1;
}

bool heap_verifier_takes(Heap *heap, Obj *object) {
    HeapVerifier *verifier = heap->verifier;
    if (!verifier || !verifier->listens)
        return false;
    if (verifier->count == verifier->capacity)
        grow(verifier);
    uint32_t *slot = find_slot(verifier, object);
    if (!*slot) {
        verifier->noted[verifier->count++] = (Noted){object, verifier->holder};
        *slot = (uint32_t)verifier->count;
    }
    return true;
}

/* Notes all that is reachable. */
static void walk(Heap *heap) {
    HeapVerifier *verifier = verifier_of(heap);
    verifier->count = 0;
    if (verifier->slots)
        memset(verifier->slots, 0, verifier->slot_count * sizeof(uint32_t));
    verifier->listens = true;
    verifier->holder = NULL;
    heap_mark_roots(heap);
    for (size_t i = 0; i < verifier->count; i++) {
        verifier->holder = verifier->noted[i].object;
        heap_trace_object(heap, verifier->holder);
    }
    verifier->listens = false;
}

static void describe(const char *what, const Obj *object) {
    if (object)
        fprintf(stderr, "%s a %s (kind %d, mark %d)", what, object->type->name->chars, object->kind,
                object->mark);
    else
        fprintf(stderr, "%s a root", what);
}

static void check(Heap *heap, const char *when) {
    HeapVerifier *verifier = heap->verifier;
    for (size_t i = 0; i < verifier->count; i++) {
        if (heap_is_marked(heap, verifier->noted[i].object))
            continue;
        fprintf(stderr, "heap: not marked, though reachable %s:", when);
        describe("", verifier->noted[i].object);
        describe(", held by", verifier->noted[i].holder);
        fputc('\n', stderr);
        abort();
    }
}

void heap_verify_snapshot(Heap *heap) {
    walk(heap);
}

void heap_verify_marks(Heap *heap) {
    check(heap, "when the cycle began");
    walk(heap);
    check(heap, "when marking ended");
}

void heap_verifier_free(Heap *heap) {
    if (!heap->verifier)
        return;
    free(heap->verifier->slots);
    free(heap->verifier->noted);
    free(heap->verifier);
}

static uint32_t next_random(HeapVerifier *verifier) {
    verifier->random = verifier->random * 6364136223846793005u + 1442695040888963407u;
    return verifier->random >> 33;
}

void heap_verify_shuffle(Heap *heap) {
    Obj **top = &heap->mark_stack[heap->mark_count - 1];
    Obj **other = &heap->mark_stack[next_random(verifier_of(heap)) % heap->mark_count];
    Obj *held = *top;
    *top = *other;
    *other = held;
}

size_t heap_verify_work(Heap *heap, size_t work) {
    /* Some steps look at one object, some at thousands. */
    unsigned bits = next_random(verifier_of(heap));
    return work == SIZE_MAX ? work : (size_t)1 << (bits & 15) >> (bits >> 4 & 3);
}

#else
/* A file of C may not be empty. */
extern const int heap_verify_is_off;
#endif
