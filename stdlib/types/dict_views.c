#include "stdlib/types/dict_views.h"

#include "stdlib/stdlib_state.h"
#include "stdlib/types/iterators.h"
#include "stdlib/types/sequences.h"
#include "stdlib/types/types.h"
#include "vm/call.h"
#include "vm/list.h"
#include "vm/set.h"

typedef struct DictView {
    Obj head;
    Dict *dict;
    uint8_t part; /* DictPart */
} DictView;

static void dict_view_trace(Heap *heap, Obj *self) {
    heap_mark_object(heap, ((DictView *)self)->dict);
}

static const NativeLayout dict_view_layout = {"dict view", sizeof(DictView), dict_view_trace, NULL};

Value dict_view_new(Vm *vm, Dict *dict, DictPart part) {
    DictView *view = type_allocate(vm, stdlib_state(vm)->dict_view_types[part]);
    view->dict = dict;
    view->part = (uint8_t)part;
    return object_value(view);
}

static bool is_dict_view(Value v) {
    return is_native(v, &dict_view_layout);
}

/* Keys and items are sets in all but name; values are not. */
static bool is_set_like(Value v) {
    return is_any_set(v) || (is_dict_view(v) && AS(DictView, v)->part != DICT_VALUES);
}

Value dict_part_iterator_new(Vm *vm, Dict *dict, DictPart part, bool reversed) {
    Value iterator = (reversed ? dict_iterator_new_reversed : dict_iterator_new)(vm, dict, part);
    as_object(iterator)->type = stdlib_state(vm)->dict_iterator_types[reversed][part];
    return iterator;
}

static Value dict_view_iter(Vm *vm, Value self) {
    return dict_part_iterator_new(vm, AS(DictView, self)->dict, AS(DictView, self)->part, false);
}

static int64_t dict_view_len(Vm *vm, Value self) {
    (void)vm;
    return AS(DictView, self)->dict->count;
}

static Value dict_view_repr(Vm *vm, Value self) {
    int entered = repr_enter(vm, self);
    if (entered <= 0)
        return entered < 0 ? NOTHING : string_value(vm, "...");
    size_t roots = vm_root_mark(vm);
    List *items = list_from_iterable(vm, self);
    Value text = NOTHING;
    if (items != NULL) {
        vm_root(vm, object_value(items));
        text = value_repr(vm, object_value(items));
    }
    vm_root_reset(vm, roots);
    repr_leave(self);
    if (text == NOTHING)
        return NOTHING;
    return object_value(string_format(vm, "%T(%S)", self, AS(String, text)));
}

static int dict_view_contains(Vm *vm, Value self, Value item) {
    DictView *view = AS(DictView, self);
    if (view->part == DICT_KEYS) {
        Value found = dict_get(vm, view->dict, item);
        return found != NOTHING ? 1 : vm_has_exception(vm) ? -1 : 0;
    }
    if (view->part == DICT_ITEMS) {
        if (!is_tuple(item) || AS(Tuple, item)->count != 2)
            return 0;
        Value found = dict_get(vm, view->dict, AS(Tuple, item)->items[0]);
        if (found == NOTHING)
            return vm_has_exception(vm) ? -1 : 0;
        return value_equal(vm, found, AS(Tuple, item)->items[1]);
    }
    uint32_t position = 0;
    DictEntry *entry;
    while ((entry = dict_next(view->dict, &position)) != NULL) {
        size_t roots = vm_root_mark(vm);
        vm_root(vm, entry->value);
        int equal = value_equal(vm, entry->value, item);
        vm_root_reset(vm, roots);
        if (equal != 0)
            return equal;
    }
    return 0;
}

/* --- As sets -------------------------------------------------------------------------------------- */

/* Is every item of `a` in `b`? 1, 0, -1: raised. */
static int all_contained(Vm *vm, Value a, Value b) {
    size_t roots = vm_root_mark(vm);
    Value iterator = value_iter(vm, a);
    int contained = iterator == NOTHING ? -1 : 1;
    vm_root(vm, iterator);
    while (contained > 0) {
        Value item = value_next(vm, iterator);
        if (item == NOTHING) {
            contained = vm_has_exception(vm) ? -1 : 1;
            break;
        }
        size_t item_roots = vm_root_mark(vm);
        vm_root(vm, item);
        contained = value_contains(vm, b, item);
        vm_root_reset(vm, item_roots);
    }
    vm_root_reset(vm, roots);
    return contained;
}

static Value dict_view_compare(Vm *vm, Comparison op, Value left, Value right) {
    if (!is_set_like(left) || !is_set_like(right))
        return NOT_IMPLEMENTED;
    int64_t a = value_length(vm, left), b = value_length(vm, right);
    int result;
    switch (op) {
    case CMP_EQ:
    case CMP_NE:
        result = a == b ? all_contained(vm, left, right) : 0;
        if (result >= 0 && op == CMP_NE)
            result = !result;
        break;
    case CMP_LT: result = a < b ? all_contained(vm, left, right) : 0; break;
    case CMP_LE: result = a <= b ? all_contained(vm, left, right) : 0; break;
    case CMP_GT: result = b < a ? all_contained(vm, right, left) : 0; break;
    default: result = b <= a ? all_contained(vm, right, left) : 0; break;
    }
    return result < 0 ? NOTHING : bool_value(result);
}

static Value dict_view_combine(Vm *vm, BinaryOperator op, Value left, Value right) {
    if (op != BINARY_AND && op != BINARY_OR && op != BINARY_SUB && op != BINARY_XOR)
        return NOT_IMPLEMENTED;
    size_t roots = vm_root_mark(vm);
    Set *set = set_from_iterable(vm, KIND_SET, left);
    bool fine = set != NULL;
    if (fine) {
        vm_root(vm, object_value(set));
        fine = op == BINARY_AND   ? set_intersection_update(vm, set, right)
               : op == BINARY_OR  ? set_update(vm, set, right)
               : op == BINARY_SUB ? set_difference_update(vm, set, right)
                                  : set_symmetric_difference_update(vm, set, right);
    }
    vm_root_reset(vm, roots);
    return fine ? object_value(set) : NOTHING;
}

static Value dict_view_is_disjoint(Vm *vm, Value *args, int argc) {
    (void)argc;
    size_t roots = vm_root_mark(vm);
    Value iterator = value_iter(vm, args[1]);
    vm_root(vm, iterator);
    Value result = iterator == NOTHING ? NOTHING : TRUE_VALUE;
    while (result == TRUE_VALUE) {
        Value item = value_next(vm, iterator);
        if (item == NOTHING) {
            if (vm_has_exception(vm))
                result = NOTHING;
            break;
        }
        size_t item_roots = vm_root_mark(vm);
        vm_root(vm, item);
        int contained = dict_view_contains(vm, args[0], item);
        vm_root_reset(vm, item_roots);
        if (contained != 0)
            result = contained < 0 ? NOTHING : FALSE_VALUE;
    }
    vm_root_reset(vm, roots);
    return result;
}

static Value dict_view_reversed(Vm *vm, Value *args, int argc) {
    (void)argc;
    return dict_part_iterator_new(vm, AS(DictView, args[0])->dict, AS(DictView, args[0])->part, true);
}

static const NativeDef set_like_methods[] = {
    {"isdisjoint", dict_view_is_disjoint, 2, 2, 0, NULL},
    {"__reversed__", dict_view_reversed, 1, 1, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

static const NativeDef values_methods[] = {
    {"__reversed__", dict_view_reversed, 1, 1, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

#define SET_LIKE_VIEW(view_name)                                                                       \
    {                                                                                                  \
        .name = view_name, .kind = KIND_NATIVE, .layout = &dict_view_layout, .size = sizeof(DictView), \
        .flags = TYPE_FINAL | TYPE_NO_INSTANCES,                                                       \
        .ops = {.repr = dict_view_repr,                                                                \
                .compare = dict_view_compare,                                                          \
                .len = dict_view_len,                                                                  \
                .contains = dict_view_contains,                                                        \
                .iter = dict_view_iter,                                                                \
                .binary = dict_view_combine,                                                           \
                .reflected = dict_view_combine},                                                       \
        .methods = set_like_methods,                                                                   \
        .binary_operators = 1 << BINARY_AND | 1 << BINARY_OR | 1 << BINARY_SUB | 1 << BINARY_XOR       \
    }

static const TypeDef dict_keys_def = SET_LIKE_VIEW("dict_keys");
static const TypeDef dict_items_def = SET_LIKE_VIEW("dict_items");
static const TypeDef dict_values_def = {
    .name = "dict_values",
    .kind = KIND_NATIVE,
    .layout = &dict_view_layout,
    .size = sizeof(DictView),
    .flags = TYPE_FINAL | TYPE_NO_INSTANCES,
    .ops = {.repr = dict_view_repr,
            .len = dict_view_len,
            .contains = dict_view_contains,
            .iter = dict_view_iter},
    .methods = values_methods,
};

static Value dict_iterator_advance(Vm *vm, Value self) {
    return dict_iterator_next(vm, AS(DictIterator, self));
}

static NextItems dict_iterator_next_items(Vm *vm, Value self, Value *out, int count) {
    if (count != 2 || AS(DictIterator, self)->part != DICT_ITEMS)
        return ITEMS_OTHER_COUNT;
    DictEntry *entry = dict_iterator_next_entry(vm, AS(DictIterator, self));
    if (entry == NULL)
        return vm_has_exception(vm) ? ITEMS_RAISED : ITEMS_EXHAUSTED;
    out[0] = entry->key;
    out[1] = entry->value;
    return ITEMS_NEXT;
}

static Value dict_iterator_length_hint(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    DictIterator *iterator = AS(DictIterator, args[0]);
    bool valid = iterator->dict != NULL && iterator->expected_count == iterator->dict->count;
    return small_int(valid ? iterator->remaining : 0);
}

static const NativeDef dict_iterator_methods[] = {
    {"__length_hint__", dict_iterator_length_hint, 1, 1, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

#define DICT_ITERATOR(iterator_name)                                                     \
    {                                                                                    \
        .name = iterator_name, .kind = KIND_DICT_ITERATOR, .size = sizeof(DictIterator), \
        .flags = TYPE_FINAL | TYPE_NO_INSTANCES,                                         \
        .ops = {.iter = iterator_itself,                                                 \
                .next = dict_iterator_advance,                                           \
                .next_items = dict_iterator_next_items},                                 \
        .methods = dict_iterator_methods                                                 \
    }

static const TypeDef dict_iterator_defs[2][3] = {
    {
        [DICT_KEYS] = DICT_ITERATOR("dict_keyiterator"),
        [DICT_VALUES] = DICT_ITERATOR("dict_valueiterator"),
        [DICT_ITEMS] = DICT_ITERATOR("dict_itemiterator"),
    },
    {
        [DICT_KEYS] = DICT_ITERATOR("dict_reversekeyiterator"),
        [DICT_VALUES] = DICT_ITERATOR("dict_reversevalueiterator"),
        [DICT_ITEMS] = DICT_ITERATOR("dict_reverseitemiterator"),
    },
};

void dict_views_setup(Vm *vm) {
    StdlibState *state = stdlib_state(vm);
    type_define_core(vm, KIND_DICT_ITERATOR, &dict_iterator_defs[false][DICT_KEYS]);
    for (int reversed = 0; reversed < 2; reversed++)
        for (int part = DICT_KEYS; part <= DICT_ITEMS; part++)
            state->dict_iterator_types[reversed][part] =
                !reversed && part == DICT_KEYS
                    ? vm->types_by_kind[KIND_DICT_ITERATOR]
                    : native_type_new(vm, &dict_iterator_defs[reversed][part], NULL);
    state->dict_view_types[DICT_KEYS] = native_type_new(vm, &dict_keys_def, NULL);
    state->dict_view_types[DICT_VALUES] = native_type_new(vm, &dict_values_def, NULL);
    state->dict_view_types[DICT_ITEMS] = native_type_new(vm, &dict_items_def, NULL);
}
