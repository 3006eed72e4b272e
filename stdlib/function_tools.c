/* Module _functools: what functools needs to be quick: partial, reduce, cmp_to_key and the cache behind
 * lru_cache. */
#include "stdlib/modules.h"
#include "vm/dict.h"

/* ---- partial ---- */

typedef struct Partial {
    Obj head;
    Attributes attributes;
    Value function;
    Tuple *args;
    Dict *keywords;
} Partial;

static void partial_trace(Heap *heap, Obj *self) {
    Partial *partial = (Partial *)self;
    heap_mark(heap, partial->function);
    heap_mark_object(heap, partial->args);
    heap_mark_object(heap, partial->keywords);
}

static const NativeLayout partial_layout = {"partial", sizeof(Partial), partial_trace, NULL};

static Tuple *tuple_concatenate(Vm *vm, const Tuple *first, const Value *items, int count) {
    Tuple *all = tuple_new(vm, NULL, first->count + count);
    memcpy(all->items, first->items, (size_t)first->count * sizeof(Value));
    if (count > 0)
        memcpy(all->items + first->count, items, (size_t)count * sizeof(Value));
    return all;
}

static Value partial_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    int positional = argc - (keywords ? (int)keywords->count : 0);
    if (positional < 1)
        return vm_raise(vm, vm->exceptions.TypeError, "type 'partial' takes at least one argument");
    if (!is_object(args[0]) ||
        (!type_of(vm, args[0])->ops.call && type_lookup(vm, type_of(vm, args[0]), vm->names.call) == NOTHING))
        return vm_raise(vm, vm->exceptions.TypeError, "the first argument must be callable");
    Partial *partial = type_allocate(vm, type);
    partial->function = args[0];
    partial->args = tuple_new(vm, args + 1, positional - 1);
    partial->keywords = dict_new(vm);
    if (is_native(args[0], &partial_layout)) {
        Partial *inner = AS(Partial, args[0]);
        partial->function = inner->function;
        partial->args = tuple_concatenate(vm, inner->args, args + 1, positional - 1);
        partial->keywords = dict_copy(vm, inner->keywords);
    }
    for (int64_t n = 0; keywords && n < keywords->count; n++)
        dict_set_string(vm, partial->keywords, AS(String, keywords->items[n]), args[positional + n]);
    return object_value(partial);
}

static Value partial_call(Vm *vm, Value self, Value *args, int argc, Tuple *keywords) {
    Partial *partial = AS(Partial, self);
    int given = keywords ? (int)keywords->count : 0;
    if (partial->keywords->count == 0 && given == 0) {
        Tuple *all = tuple_concatenate(vm, partial->args, args, argc);
        size_t mark = vm_root_mark(vm);
        vm_root(vm, object_value(all));
        Value result = vm_call(vm, partial->function, all->items, (int)all->count, NULL);
        vm_root_reset(vm, mark);
        return result;
    }
    Dict *named = dict_copy(vm, partial->keywords);
    for (int n = 0; n < given; n++)
        dict_set_string(vm, named, AS(String, keywords->items[n]), args[argc - given + n]);
    Tuple *names = tuple_new(vm, NULL, named->count);
    Tuple *all = tuple_new(vm, NULL, partial->args->count + (argc - given) + named->count);
    memcpy(all->items, partial->args->items, (size_t)partial->args->count * sizeof(Value));
    if (argc > given)
        memcpy(all->items + partial->args->count, args, (size_t)(argc - given) * sizeof(Value));
    uint32_t position = 0;
    int64_t at = partial->args->count + (argc - given), n = 0;
    for (DictEntry *entry; (entry = dict_next(named, &position)); n++) {
        names->items[n] = entry->key;
        all->items[at + n] = entry->value;
    }
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(all));
    vm_root(vm, object_value(names));
    Value result = vm_call(vm, partial->function, all->items, (int)all->count, names);
    vm_root_reset(vm, mark);
    return result;
}

static Value partial_repr(Vm *vm, Value self) {
    Partial *partial = AS(Partial, self);
    StringBuilder text;
    builder_init(&text);
    builder_format(vm, &text, "functools.partial(%R", partial->function);
    for (int64_t n = 0; n < partial->args->count; n++)
        builder_format(vm, &text, ", %R", partial->args->items[n]);
    uint32_t position = 0;
    for (DictEntry *entry; (entry = dict_next(partial->keywords, &position));)
        builder_format(vm, &text, ", %V=%R", entry->key, entry->value);
    builder_add_char(&text, ')');
    return builder_finish(vm, &text);
}

static Value partial_func(Vm *vm, Value self) {
    (void)vm;
    return AS(Partial, self)->function;
}

static Value partial_args(Vm *vm, Value self) {
    (void)vm;
    return object_value(AS(Partial, self)->args);
}

static Value partial_keywords(Vm *vm, Value self) {
    (void)vm;
    return object_value(AS(Partial, self)->keywords);
}

/* ---- reduce ---- */

typedef struct Reduction {
    Value function, value;
    size_t root;
} Reduction;

static bool reduce_item(Vm *vm, Value item, void *state) {
    Reduction *reduction = state;
    reduction->value =
        reduction->value == NOTHING ? item : vm_call2(vm, reduction->function, reduction->value, item);
    vm->thread->roots[reduction->root] = reduction->value;
    return reduction->value != NOTHING;
}

static Value functools_reduce(Vm *vm, Value *args, int argc) {
    Type *type = type_of(vm, args[1]);
    if (!type->ops.iter && !type->ops.get_item)
        return vm_raise(vm, vm->exceptions.TypeError, "reduce() arg 2 must support iteration");
    Reduction reduction = {
        .function = args[0], .value = argc > 2 ? args[2] : NOTHING, .root = vm_root_mark(vm)};
    vm_root(vm, reduction.value);
    bool ok = value_for_each(vm, args[1], reduce_item, &reduction);
    vm_root_reset(vm, reduction.root);
    if (!ok)
        return NOTHING;
    if (reduction.value == NOTHING)
        return vm_raise(vm, vm->exceptions.TypeError, "reduce() of empty iterable with no initial value");
    return reduction.value;
}

/* ---- cmp_to_key ---- */

typedef struct Key {
    Obj head;
    Value compare;
    Value object; /* NOTHING in the maker of keys that cmp_to_key returns */
} Key;

static void key_trace(Heap *heap, Obj *self) {
    heap_mark(heap, ((Key *)self)->compare);
    heap_mark(heap, ((Key *)self)->object);
}

static const NativeLayout key_layout = {"KeyWrapper", sizeof(Key), key_trace, NULL};

static Value key_new(Vm *vm, Type *type, Value compare, Value object) {
    Key *key = type_allocate(vm, type);
    key->compare = compare;
    key->object = object;
    return object_value(key);
}

static Value key_call(Vm *vm, Value self, Value *args, int argc, Tuple *keywords) {
    if (argc != 1 || keywords)
        return vm_raise(vm, vm->exceptions.TypeError, "K() takes exactly one argument (%d given)", argc);
    return key_new(vm, as_object(self)->type, AS(Key, self)->compare, args[0]);
}

static Value key_compare(Vm *vm, Comparison op, Value left, Value right) {
    if (!is_native(right, &key_layout))
        return vm_raise(vm, vm->exceptions.TypeError, "other argument must be K instance");
    Value order = vm_call2(vm, AS(Key, left)->compare, AS(Key, left)->object, AS(Key, right)->object);
    return order == NOTHING ? NOTHING : value_compare(vm, op, order, small_int(0));
}

static Value functools_cmp_to_key(Vm *vm, Value *args, int argc) {
    (void)argc;
    static const TypeDef def = {
        .name = "KeyWrapper",
        .module = "functools",
        .kind = KIND_NATIVE,
        .layout = &key_layout,
        .size = sizeof(Key),
        .flags = TYPE_NO_INSTANCES,
        .ops = {.call = key_call, .compare = key_compare},
    };
    return key_new(vm, type_new_native(vm, &def, NULL), args[0], NOTHING);
}

/* ---- lru_cache ---- */

typedef struct Cache {
    Obj head;
    Attributes attributes;
    Value function;
    Dict *results; /* in order of use, the latest last */
    Value maximum; /* a small int, or None */
    bool typed;
    int64_t hits, misses;
} Cache;

static void cache_trace(Heap *heap, Obj *self) {
    Cache *cache = (Cache *)self;
    heap_mark(heap, cache->function);
    heap_mark_object(heap, cache->results);
    heap_mark(heap, cache->maximum);
}

static const NativeLayout cache_layout = {"lru_cache_wrapper", sizeof(Cache), cache_trace, NULL};

static Value cache_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    (void)keywords;
    if (argc != 3)
        return vm_raise(vm, vm->exceptions.TypeError, "_Cache() takes a function, a size and a flag");
    Cache *cache = type_allocate(vm, type);
    cache->function = args[0];
    cache->results = dict_new(vm);
    cache->maximum = args[1];
    cache->typed = args[2] == TRUE_VALUE;
    return object_value(cache);
}

/* What tells one call from another: the argument itself where a single int or str is all there is, else a
 * tuple of the arguments, a mark, the keywords by pairs, and with `typed` the classes. */
static Value call_key(Vm *vm, const Cache *cache, const Value *args, int argc, Tuple *keywords) {
    if (argc == 1 && !keywords && !cache->typed && (is_small_int(args[0]) || is_string(args[0])))
        return args[0];
    int named = keywords ? (int)keywords->count : 0, positional = argc - named;
    int64_t size = positional + (named ? 1 + 2 * named : 0) + (cache->typed ? argc : 0);
    Tuple *key = tuple_new(vm, NULL, size);
    int64_t at = 0;
    for (int n = 0; n < positional; n++)
        key->items[at++] = args[n];
    if (named)
        key->items[at++] = object_value(cache->head.type);
    for (int n = 0; n < named; n++) {
        key->items[at++] = keywords->items[n];
        key->items[at++] = args[positional + n];
    }
    for (int n = 0; cache->typed && n < argc; n++)
        key->items[at++] = object_value(type_of(vm, args[n]));
    return object_value(key);
}

static bool forget_oldest(Vm *vm, Cache *cache) {
    uint32_t position = 0;
    DictEntry *oldest = dict_next(cache->results, &position);
    return !oldest || dict_delete(vm, cache->results, oldest->key) >= 0;
}

static Value cache_call_rooted(Vm *vm, Cache *cache, Value key, Value *args, int argc, Tuple *keywords) {
    bool bounded = cache->maximum != NONE;
    Value result = bounded ? dict_pop(vm, cache->results, key) : dict_get(vm, cache->results, key);
    if (vm_has_exception(vm))
        return NOTHING;
    if (result != NOTHING) {
        cache->hits++;
        return !bounded || dict_set(vm, cache->results, key, result) ? result : NOTHING;
    }
    cache->misses++;
    result = vm_call(vm, cache->function, args, argc, keywords);
    if (result == NOTHING)
        return NOTHING;
    vm_root(vm, result);
    if (bounded && cache->results->count >= small_int_value(cache->maximum) && !forget_oldest(vm, cache))
        return NOTHING;
    return dict_set(vm, cache->results, key, result) ? result : NOTHING;
}

static Value cache_call(Vm *vm, Value self, Value *args, int argc, Tuple *keywords) {
    Cache *cache = AS(Cache, self);
    if (cache->maximum == small_int(0)) {
        cache->misses++;
        return vm_call(vm, cache->function, args, argc, keywords);
    }
    size_t mark = vm_root_mark(vm);
    Value key = call_key(vm, cache, args, argc, keywords);
    vm_root(vm, key);
    vm_root(vm, self);
    Value result = cache_call_rooted(vm, cache, key, args, argc, keywords);
    vm_root_reset(vm, mark);
    return result;
}

/* A cached function in a class is a method. */
static Value cache_get(Vm *vm, Value self, Value object, Type *type) {
    (void)type;
    return object == NOTHING ? self : bound_method_new(vm, self, object);
}

static Value cache_repr(Vm *vm, Value self) {
    return object_value(string_format(vm, "<functools._lru_cache_wrapper object at 0x%z>", (size_t)self));
}

static Value cache_info(Vm *vm, Value *args, int argc) {
    (void)argc;
    Cache *cache = AS(Cache, args[0]);
    Value collections = vm_import(vm, string_intern_c(vm, "collections"));
    if (collections == NOTHING)
        return NOTHING;
    Value names = string_value(vm, "hits misses maxsize currsize");
    Value make[] = {string_value(vm, "CacheInfo"), names};
    Value type = vm_call_method(vm, collections, string_intern_c(vm, "namedtuple"), make, 2);
    if (type == NOTHING)
        return NOTHING;
    Value fields[] = {small_int(cache->hits), small_int(cache->misses), cache->maximum,
                      small_int(cache->results->count)};
    return vm_call(vm, type, fields, 4, NULL);
}

static Value cache_clear(Vm *vm, Value *args, int argc) {
    (void)argc;
    Cache *cache = AS(Cache, args[0]);
    dict_clear(vm, cache->results);
    cache->hits = cache->misses = 0;
    return NONE;
}

static Value cache_parameters(Vm *vm, Value *args, int argc) {
    (void)argc;
    Dict *parameters = dict_new(vm);
    dict_set_c(vm, parameters, "maxsize", AS(Cache, args[0])->maximum);
    dict_set_c(vm, parameters, "typed", bool_value(AS(Cache, args[0])->typed));
    return object_value(parameters);
}

static bool setup(Vm *vm, Module *module) {
    static const NativePropertyDef partial_properties[] = {{"func", partial_func, NULL},
                                                           {"args", partial_args, NULL},
                                                           {"keywords", partial_keywords, NULL},
                                                           {NULL, NULL, NULL}};
    static const TypeDef partial_def = {
        .name = "partial",
        .module = "functools",
        .kind = KIND_NATIVE,
        .layout = &partial_layout,
        .size = sizeof(Partial),
        .flags = TYPE_DOTTED_NAME,
        .ops = {.call = partial_call, .repr = partial_repr},
        .create = partial_create,
        .properties = partial_properties,
        .has_attributes = true,
    };
    static const NativeDef cache_methods[] = {
        {"cache_info", cache_info, 1, 1, 0, NULL},
        {"cache_clear", cache_clear, 1, 1, 0, NULL},
        {"cache_parameters", cache_parameters, 1, 1, 0, NULL},
        {NULL, NULL, 0, 0, 0, NULL},
    };
    static const TypeDef cache_def = {
        .name = "_lru_cache_wrapper",
        .module = "functools",
        .kind = KIND_NATIVE,
        .layout = &cache_layout,
        .size = sizeof(Cache),
        .ops = {.call = cache_call, .get = cache_get, .repr = cache_repr},
        .create = cache_create,
        .methods = cache_methods,
        .has_attributes = true,
    };
    dict_set_c(vm, module->namespace, "partial", object_value(type_new_native(vm, &partial_def, NULL)));
    dict_set_c(vm, module->namespace, "_Cache", object_value(type_new_native(vm, &cache_def, NULL)));
    return true;
}

static const NativeDef functions[] = {
    {"reduce", functools_reduce, 2, 3, 0, NULL},
    {"cmp_to_key", functools_cmp_to_key, 1, 1, 0, "mycmp"},
    {NULL, NULL, 0, 0, 0, NULL},
};

const ModuleDef function_tools_module = {"_functools", functions, setup};
