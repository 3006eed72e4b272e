#include "vm/dict.h"
#include "vm/list.h"
#include "vm/vm.h"

static DictIterator *make(Vm *vm, Dict *dict, DictPart part) {
    DictIterator *iterator = heap_allocate(vm->heap, sizeof(DictIterator), KIND_DICT_ITERATOR,
                                           vm->types_by_kind[KIND_DICT_ITERATOR]);
    iterator->dict = dict;
    iterator->expected_count = iterator->remaining = dict->count;
    iterator->part = (uint8_t)part;
    return iterator;
}

Value dict_iterator_new(Vm *vm, Dict *dict, DictPart part) {
    return object_value(make(vm, dict, part));
}

Value dict_iterator_new_reversed(Vm *vm, Dict *dict, DictPart part) {
    DictIterator *iterator = make(vm, dict, part);
    iterator->reversed = true;
    iterator->position = dict->used;
    return object_value(iterator);
}

/* The next entry, or NULL at the end. */
static DictEntry *advance(DictIterator *iterator) {
    Dict *dict = iterator->dict;
    if (!iterator->reversed)
        return dict_next(dict, &iterator->position);
    if (iterator->position > dict->used)
        iterator->position = dict->used;
    while (iterator->position > 0) {
        DictEntry *entry = &dict->entries[--iterator->position];
        if (entry->value != NOTHING)
            return entry;
    }
    return NULL;
}

DictEntry *dict_iterator_next_entry(Vm *vm, DictIterator *iterator) {
    Dict *dict = iterator->dict;
    if (!dict)
        return NULL;
    if (iterator->expected_count != dict->count) {
        iterator->expected_count = UINT32_MAX; /* it says so for ever */
        vm_raise(vm, vm->exceptions.RuntimeError, "dictionary changed size during iteration");
        return NULL;
    }
    DictEntry *entry = advance(iterator);
    if (!entry) {
        iterator->dict = NULL;
        return NULL;
    }
    if (iterator->remaining == 0 && !iterator->reversed) {
        iterator->dict = NULL;
        vm_raise(vm, vm->exceptions.RuntimeError, "dictionary keys changed during iteration");
        return NULL;
    }
    iterator->remaining--;
    return entry;
}

Value dict_iterator_next(Vm *vm, DictIterator *iterator) {
    DictEntry *entry = dict_iterator_next_entry(vm, iterator);
    if (!entry)
        return NOTHING;
    switch ((DictPart)iterator->part) {
    case DICT_KEYS: return entry->key;
    case DICT_VALUES: return entry->value;
    default: return object_value(tuple_of(vm, 2, entry->key, entry->value));
    }
}
