#include "vm/intern.h"

#include <stdlib.h>

#include "vm/memory.h"
#include "vm/vm.h"

/* Open addressing with linear steps; never more than half full. */
struct InternTable {
    String **slots;
    uint32_t count, size;
};

enum { FIRST_SIZE = 2048 };

InternTable *intern_table_new(void) {
    InternTable *table = memory_new(1, sizeof(InternTable));
    *table = (InternTable){memory_new_zeroed(FIRST_SIZE, sizeof(String *)), 0, FIRST_SIZE};
    return table;
}

void intern_table_free(InternTable *table) {
    free(table->slots);
    free(table);
}

/* The slot that holds an equal string, or the empty one where it belongs. */
static String **find_slot(InternTable *table, const char *chars, size_t byte_count, uint32_t hash) {
    for (uint32_t i = hash;; i++) {
        String **slot = &table->slots[i & (table->size - 1)];
        String *string = *slot;
        if (!string || (string->head.aux == hash && string->byte_count == byte_count &&
                        memcmp(string->chars, chars, byte_count) == 0))
            return slot;
    }
}

static void rebuild(InternTable *table, uint32_t size, Heap *only_marked_by) {
    String **old = table->slots;
    uint32_t old_size = table->size;
    *table = (InternTable){memory_new_zeroed(size, sizeof(String *)), 0, size};
    for (uint32_t i = 0; i < old_size; i++) {
        String *string = old[i];
        if (string && (!only_marked_by || heap_is_marked(only_marked_by, &string->head))) {
            *find_slot(table, string->chars, string->byte_count, string->head.aux) = string;
            table->count++;
        }
    }
    free(old);
}

void intern_table_drop_dead(Heap *heap, InternTable *table) {
    for (uint32_t i = 0; i < table->size; i++)
        if (table->slots[i] && !heap_is_marked(heap, &table->slots[i]->head)) {
            rebuild(table, table->size, heap);
            return;
        }
}

static String *add(InternTable *table, String *string) {
    if (++table->count > table->size / 2) {
        uint32_t count = table->count;
        rebuild(table, table->size * 2, NULL);
        table->count = count;
    }
    string->head.flags |= OBJ_INTERNED;
    *find_slot(table, string->chars, string->byte_count, string->head.aux) = string;
    return string;
}

String *string_intern(Vm *vm, String *string) {
    if (string->head.flags & OBJ_INTERNED)
        return string;
    uint32_t hash = string_hash(string);
    String *found = *find_slot(vm->interned, string->chars, string->byte_count, hash);
    if (found) {
        heap_revive(vm->heap, &found->head);
        return found;
    }
    if (string->head.type != vm->types_by_kind[KIND_STRING])
        return string_intern_chars(vm, string->chars, string->byte_count);
    return add(vm->interned, string);
}

String *string_intern_c(Vm *vm, const char *chars) {
    return string_intern_chars(vm, chars, strlen(chars));
}

String *string_intern_chars(Vm *vm, const char *chars, size_t byte_count) {
    uint32_t hash = string_hash_chars(chars, byte_count);
    String *found = *find_slot(vm->interned, chars, byte_count, hash);
    if (found) {
        heap_revive(vm->heap, &found->head);
        return found;
    }
    String *string = string_allocate(vm, byte_count);
    memcpy(string->chars, chars, byte_count);
    string_finish(string);
    string->head.aux = hash;
    return add(vm->interned, string);
}
