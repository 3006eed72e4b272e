/* enumerate, zip, map and filter: iterators over other iterators. */
#include "stdlib/arguments.h"
#include "stdlib/stdlib_state.h"
#include "stdlib/types/iterators.h"
#include "stdlib/types/types.h"
#include "vm/big_int.h"
#include "vm/call.h"
#include "vm/list.h"

/* --- enumerate ------------------------------------------------------------------------------------ */

typedef struct Enumerate {
    Obj head;
    Value iterator;
    Value index; /* of the next item: an int */
} Enumerate;

static void enumerate_trace(Heap *heap, Obj *self) {
    heap_mark_values(heap, &((Enumerate *)self)->iterator, 2);
}

static const NativeLayout enumerate_layout = {"enumerate", sizeof(Enumerate), enumerate_trace, NULL};

static Value enumerate_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    Value bound[2];
    Value start = small_int(0);
    if (argc == 0)
        return vm_raise(vm, vm->exceptions.TypeError, "enumerate() missing required argument 'iterable'");
    if (!arguments_bind(vm, "enumerate", "iterable,start", 0, 1, args, argc, keywords, bound))
        return NOTHING;
    if (bound[1] != NOTHING && (start = integer_from_index(vm, bound[1])) == NOTHING)
        return NOTHING;
    size_t mark = vm_root_mark(vm);
    vm_root(vm, start);
    Value iterator = value_iter(vm, bound[0]);
    vm_root_reset(vm, mark);
    if (iterator == NOTHING)
        return NOTHING;
    Enumerate *self = type_allocate(vm, type);
    self->iterator = iterator;
    self->index = start;
    return object_value(self);
}

/* The number of the item that comes now. */
static Value enumerate_count(Vm *vm, Enumerate *enumerate) {
    Value index = enumerate->index, next = integer_add(vm, index, small_int(1));
    if (next != NOTHING)
        enumerate->index = next;
    return next == NOTHING ? NOTHING : index;
}

static Value enumerate_next(Vm *vm, Value self) {
    Enumerate *enumerate = AS(Enumerate, self);
    Value item = value_next(vm, enumerate->iterator);
    if (item == NOTHING)
        return NOTHING;
    Value index = enumerate_count(vm, enumerate);
    if (index == NOTHING)
        return NOTHING;
    Tuple *pair = tuple_new(vm, NULL, 2);
    pair->items[0] = index;
    pair->items[1] = item;
    return object_value(pair);
}

static NextItems enumerate_next_items(Vm *vm, Value self, Value *out, int count) {
    if (count != 2)
        return ITEMS_OTHER_COUNT;
    Enumerate *enumerate = AS(Enumerate, self);
    Value item = value_next(vm, enumerate->iterator);
    if (item == NOTHING)
        return vm_has_exception(vm) ? ITEMS_RAISED : ITEMS_EXHAUSTED;
    Value index = enumerate_count(vm, enumerate);
    if (index == NOTHING)
        return ITEMS_RAISED;
    out[0] = index;
    out[1] = item;
    return ITEMS_NEXT;
}

static const TypeDef enumerate_def = {
    .name = "enumerate",
    .doc = "enumerate(iterable, start=0): pairs of a running number and an item.",
    .kind = KIND_NATIVE,
    .layout = &enumerate_layout,
    .size = sizeof(Enumerate),
    .ops = {.iter = iterator_itself, .next = enumerate_next, .next_items = enumerate_next_items},
    .create = enumerate_create,
};

/* --- zip and map: several iterators side by side -------------------------------------------------- */

typedef struct SideBySide {
    Obj head;
    Tuple *iterators;
    Value function; /* map's; NOTHING for zip */
    bool strict;
} SideBySide;

static void side_by_side_trace(Heap *heap, Obj *self) {
    SideBySide *both = (SideBySide *)self;
    heap_mark_object(heap, both->iterators);
    heap_mark(heap, both->function);
}

static const NativeLayout zip_layout = {"zip", sizeof(SideBySide), side_by_side_trace, NULL};
static const NativeLayout map_layout = {"map", sizeof(SideBySide), side_by_side_trace, NULL};

/* iter() of each; NULL: raised. */
static Tuple *iterators_of(Vm *vm, const Value *iterables, int count) {
    size_t roots = vm_root_mark(vm);
    Tuple *iterators = tuple_new(vm, NULL, count);
    vm_root(vm, object_value(iterators));
    for (int i = 0; i < count; i++) {
        iterators->items[i] = value_iter(vm, iterables[i]);
        if (iterators->items[i] == NOTHING) {
            vm_root_reset(vm, roots);
            return NULL;
        }
    }
    vm_root_reset(vm, roots);
    return iterators;
}

static Value zip_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    int count = argc - (keywords == NULL ? 0 : (int)keywords->count);
    int strict = 0;
    for (int i = count; i < argc; i++) {
        String *keyword = AS(String, keywords->items[i - count]);
        if (!string_equal_c(keyword, "strict"))
            return vm_raise(vm, vm->exceptions.TypeError, "'%S' is an invalid keyword argument for zip()",
                            keyword);
        strict = value_truth(vm, args[i]);
        if (strict < 0)
            return NOTHING;
    }
    Tuple *iterators = iterators_of(vm, args, count);
    if (iterators == NULL)
        return NOTHING;
    SideBySide *zip = type_allocate(vm, type);
    zip->iterators = iterators;
    zip->strict = strict;
    return object_value(zip);
}

/* The iterators before `index` all gave an item, that one gave none: wrong when strict, unless it is the
 * first and none of the others has any. */
static void zip_check_strict(Vm *vm, SideBySide *zip, int64_t index) {
    Tuple *iterators = zip->iterators;
    const char *what = "shorter";
    if (index == 0) {
        for (index = 1; index < iterators->count; index++) {
            if (value_next(vm, iterators->items[index]) != NOTHING)
                break;
            if (vm_has_exception(vm))
                return;
        }
        if (index == iterators->count)
            return;
        what = "longer";
    }
    if (index == 1)
        vm_raise(vm, vm->exceptions.ValueError, "zip() argument 2 is %s than argument 1", what);
    else
        vm_raise(vm, vm->exceptions.ValueError, "zip() argument %l is %s than arguments 1-%l", index + 1,
                 what, index);
}

static Value zip_next(Vm *vm, Value self) {
    SideBySide *zip = AS(SideBySide, self);
    Tuple *iterators = zip->iterators;
    int64_t count = iterators->count;
    if (count == 0)
        return NOTHING;
    size_t roots = vm_root_mark(vm);
    Tuple *items = tuple_new(vm, NULL, count);
    vm_root(vm, self);
    vm_root(vm, object_value(items));
    for (int64_t i = 0; i < count; i++) {
        Value item = value_next(vm, iterators->items[i]);
        if (item == NOTHING) {
            if (zip->strict && !vm_has_exception(vm))
                zip_check_strict(vm, zip, i);
            vm_root_reset(vm, roots);
            return NOTHING;
        }
        items->items[i] = item;
    }
    vm_root_reset(vm, roots);
    return object_value(items);
}

enum { FEW_ITERATORS = 4 };

/* Goes on with iterator `next`; `items` has those of the iterators before it. */
static NextItems zip_next_from(Vm *vm, SideBySide *zip, Value *items, int next) {
    size_t roots = vm_root_mark(vm);
    for (int i = 0; i < next; i++)
        vm_root(vm, items[i]);
    for (; next < zip->iterators->count; next++) {
        items[next] = value_next(vm, zip->iterators->items[next]);
        if (items[next] == NOTHING) {
            if (zip->strict && !vm_has_exception(vm))
                zip_check_strict(vm, zip, next);
            vm_root_reset(vm, roots);
            return vm_has_exception(vm) ? ITEMS_RAISED : ITEMS_EXHAUSTED;
        }
        vm_root(vm, items[next]);
    }
    vm_root_reset(vm, roots);
    return ITEMS_NEXT;
}

/* The items wait in `few` until all of them are there: the loop's variables keep their values at the end. */
static NextItems zip_next_items(Vm *vm, Value self, Value *out, int count) {
    SideBySide *zip = AS(SideBySide, self);
    const Tuple *iterators = zip->iterators;
    if (count != iterators->count || count > FEW_ITERATORS || count == 0)
        return ITEMS_OTHER_COUNT;
    Value few[FEW_ITERATORS];
    int next = 0;
    while (next < count && (few[next] = iterator_next_simple(iterators->items[next])) != NOTHING)
        next++;
    if (next < count) {
        NextItems outcome = zip_next_from(vm, zip, few, next);
        if (outcome != ITEMS_NEXT)
            return outcome;
    }
    for (int i = 0; i < count; i++)
        out[i] = few[i];
    return ITEMS_NEXT;
}

static const TypeDef zip_def = {
    .name = "zip",
    .doc = "zip(*iterables, strict=False): tuples of their first items, their second items...",
    .kind = KIND_NATIVE,
    .layout = &zip_layout,
    .size = sizeof(SideBySide),
    .ops = {.iter = iterator_itself, .next = zip_next, .next_items = zip_next_items},
    .create = zip_create,
};

static Value map_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    if (keywords != NULL && keywords->count != 0)
        return vm_raise(vm, vm->exceptions.TypeError, "map() takes no keyword arguments");
    if (argc < 2)
        return vm_raise(vm, vm->exceptions.TypeError, "map() must have at least two arguments.");
    Tuple *iterators = iterators_of(vm, args + 1, argc - 1);
    if (iterators == NULL)
        return NOTHING;
    SideBySide *map = type_allocate(vm, type);
    map->iterators = iterators;
    map->function = args[0];
    return object_value(map);
}

static Value map_next(Vm *vm, Value self) {
    SideBySide *map = AS(SideBySide, self);
    Tuple *iterators = map->iterators;
    size_t roots = vm_root_mark(vm);
    vm_root(vm, self);
    Value result = NOTHING;
    if (iterators->count == 1) {
        Value item = value_next(vm, iterators->items[0]);
        if (item != NOTHING)
            result = vm_call1(vm, map->function, item);
    } else {
        Tuple *items = tuple_new(vm, NULL, iterators->count);
        vm_root(vm, object_value(items));
        int64_t i = 0;
        for (; i < iterators->count; i++) {
            items->items[i] = value_next(vm, iterators->items[i]);
            if (items->items[i] == NOTHING)
                break;
        }
        if (i == iterators->count)
            result = vm_call(vm, map->function, items->items, (int)iterators->count, NULL);
    }
    vm_root_reset(vm, roots);
    /* A function that raises StopIteration ends the map, as in CPython. */
    if (result == NOTHING && vm_has_exception(vm) && vm_exception_is(vm, vm->exceptions.StopIteration))
        vm_clear_exception(vm);
    return result;
}

static const TypeDef map_def = {
    .name = "map",
    .doc = "map(function, *iterables): what the function makes of their items.",
    .kind = KIND_NATIVE,
    .layout = &map_layout,
    .size = sizeof(SideBySide),
    .ops = {.iter = iterator_itself, .next = map_next},
    .create = map_create,
};

/* --- filter --------------------------------------------------------------------------------------- */

typedef struct Filter {
    Obj head;
    Value function; /* NONE: the items' own truth */
    Value iterator;
} Filter;

static void filter_trace(Heap *heap, Obj *self) {
    heap_mark(heap, ((Filter *)self)->function);
    heap_mark(heap, ((Filter *)self)->iterator);
}

static const NativeLayout filter_layout = {"filter", sizeof(Filter), filter_trace, NULL};

static Value filter_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    if (!arguments_check_positional(vm, "filter", argc, keywords, 2, 2))
        return NOTHING;
    Value iterator = value_iter(vm, args[1]);
    if (iterator == NOTHING)
        return NOTHING;
    Filter *filter = type_allocate(vm, type);
    filter->function = args[0];
    filter->iterator = iterator;
    return object_value(filter);
}

static Value filter_next(Vm *vm, Value self) {
    Filter *filter = AS(Filter, self);
    bool plain_truth = filter->function == NONE || filter->function == object_value(vm->bool_type);
    size_t roots = vm_root_mark(vm);
    vm_root(vm, self);
    Value item;
    while ((item = value_next(vm, filter->iterator)) != NOTHING) {
        size_t item_roots = vm_root_mark(vm);
        vm_root(vm, item);
        Value verdict = plain_truth ? item : vm_call1(vm, filter->function, item);
        int truth = verdict == NOTHING ? -1 : value_truth(vm, verdict);
        vm_root_reset(vm, item_roots);
        if (truth == 0)
            continue;
        if (truth < 0)
            item = NOTHING;
        break;
    }
    vm_root_reset(vm, roots);
    if (item == NOTHING && vm_has_exception(vm) && vm_exception_is(vm, vm->exceptions.StopIteration))
        vm_clear_exception(vm);
    return item;
}

static const TypeDef filter_def = {
    .name = "filter",
    .doc = "filter(function, iterable): the items for which the function is true.",
    .kind = KIND_NATIVE,
    .layout = &filter_layout,
    .size = sizeof(Filter),
    .ops = {.iter = iterator_itself, .next = filter_next},
    .create = filter_create,
};

void functional_iterators_setup(Vm *vm) {
    StdlibState *state = stdlib_state(vm);
    state->enumerate_type = native_type_new(vm, &enumerate_def, NULL);
    state->zip_type = native_type_new(vm, &zip_def, NULL);
    state->map_type = native_type_new(vm, &map_def, NULL);
    state->filter_type = native_type_new(vm, &filter_def, NULL);
}
