#include "vm/creation_places.h"

#include <stdlib.h>

#include "vm/code.h"
#include "vm/hashing.h"
#include "vm/import.h"
#include "vm/memory.h"
#include "vm/traceback.h"

enum { MOST_FRAMES = 10, FIRST_CAPACITY = 64 };

typedef struct CreationPlace {
    const Obj *object; /* NULL: free */
    String *file_name, *stack;
    int line;
} CreationPlace;

/* Open addressing; at most half full. */
typedef struct CreationPlaces {
    CreationPlace *places;
    uint32_t count, capacity;
} CreationPlaces;

/* ---- The table ---- */

static CreationPlace *find(const CreationPlaces *table, const Obj *object) {
    uint32_t mask = table->capacity - 1;
    uint32_t at = (uint32_t)hash_pointer(object) & mask;
    while (table->places[at].object && table->places[at].object != object)
        at = (at + 1) & mask;
    return &table->places[at];
}

/* Moves those for which `keep` holds (NULL: all) into a table of `capacity`. */
static void rebuild(CreationPlaces *table, uint32_t capacity, Heap *alive_in) {
    CreationPlaces before = *table;
    *table = (CreationPlaces){memory_new_zeroed(capacity, sizeof(CreationPlace)), 0, capacity};
    for (uint32_t i = 0; i < before.capacity; i++) {
        const CreationPlace *place = &before.places[i];
        if (!place->object || (alive_in && !heap_is_marked(alive_in, place->object)))
            continue;
        *find(table, place->object) = *place;
        table->count++;
    }
    free(before.places);
}

static void mark_places(Heap *heap, void *state) {
    const CreationPlaces *table = state;
    for (uint32_t i = 0; i < table->capacity; i++)
        if (table->places[i].object) {
            heap_mark_object(heap, table->places[i].file_name);
            heap_mark_object(heap, table->places[i].stack);
        }
}

static void drop_dead(Heap *heap, void *state) {
    CreationPlaces *table = state;
    rebuild(table, table->capacity, heap);
}

static CreationPlaces *table_of(Vm *vm) {
    if (!vm->creation_places) {
        CreationPlaces *table = vm->creation_places = memory_new_zeroed(1, sizeof *table);
        rebuild(table, FIRST_CAPACITY, NULL);
        heap_add_root_marker(vm->heap, mark_places, table);
        heap_add_weak_table(vm->heap, drop_dead, table);
    }
    return vm->creation_places;
}

void creation_places_free(Vm *vm) {
    if (vm->creation_places)
        free(vm->creation_places->places);
    free(vm->creation_places);
}

/* ---- The stack ---- */

/* The frame that runs `frame`, or awaits the generator it lies in. */
static Frame *outer_frame(Frame *frame) {
    if (!frame->in_generator)
        return frame->back;
    Generator *generator = frame_generator(frame);
    if (generator->delegator)
        return &generator->delegator->frame;
    return generator->leaf ? generator->leaf->frame.back : NULL;
}

void creation_place_note(Vm *vm, Obj *object) {
    const Code *codes[MOST_FRAMES];
    uint32_t lines[MOST_FRAMES];
    int count = 0;
    for (Frame *frame = vm->thread->frame; frame && count < MOST_FRAMES; frame = outer_frame(frame)) {
        if (is_library_file(frame->code->file_name))
            continue;
        ptrdiff_t index = frame->pc - frame->code->instructions - 1;
        codes[count] = frame->code;
        lines[count++] = code_position(frame->code, index < 0 ? 0 : (uint32_t)index).line;
    }
    if (count == 0)
        return;
    StringBuilder text;
    builder_init(&text);
    for (int i = count; i-- > 0;)
        traceback_format_place(vm, codes[i], lines[i], &text);
    CreationPlaces *table = table_of(vm);
    if (table->count * 2 >= table->capacity)
        rebuild(table, table->capacity * 2, NULL);
    CreationPlace *place = find(table, object);
    table->count += !place->object;
    String *stack = AS(String, builder_finish(vm, &text));
    *place = (CreationPlace){object, codes[0]->file_name, stack, (int)lines[0]};
}

static const CreationPlace *place_of(const Vm *vm, const Obj *object) {
    if (!vm->creation_places)
        return NULL;
    const CreationPlace *place = find(vm->creation_places, object);
    return place->object ? place : NULL;
}

String *creation_place_stack(const Vm *vm, const Obj *object) {
    const CreationPlace *place = place_of(vm, object);
    return place ? place->stack : NULL;
}

void creation_place_write(Vm *vm, const Obj *object, StringBuilder *out) {
    const CreationPlace *place = place_of(vm, object);
    if (place)
        builder_format(vm, out, " created at %S:%d", place->file_name, place->line);
}
