/* set and frozenset. */
#include "stdlib/arguments.h"
#include "stdlib/types/iterators.h"
#include "stdlib/types/sequences.h"
#include "stdlib/types/types.h"
#include "vm/call.h"
#include "vm/list.h"
#include "vm/set.h"

static Value set_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    (void)args, (void)argc, (void)keywords;
    return object_value(type_allocate(vm, type));
}

static bool set_initialize(Vm *vm, Value self, Value *args, int argc, Tuple *keywords) {
    const char *name = type_of(vm, self)->name->chars;
    if (!arguments_check_positional(vm, keywords != NULL ? "set" : name, argc, keywords, 0, 1))
        return false;
    Set *set = AS(Set, self);
    if (set->count != 0)
        set_clear(vm, set);
    return argc == 0 || set_update(vm, set, args[0]);
}

static Value frozenset_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    bool plain = type == vm->types_by_kind[KIND_FROZENSET];
    const char *name = keywords != NULL && type->constructor == NOTHING ? "frozenset" : type->name->chars;
    int given = arguments_check_new(vm, name, type, argc, keywords, 0, 1);
    if (given < 0)
        return NOTHING;
    if (given && plain && is_object(args[0]) && as_object(args[0])->type == type)
        return args[0];
    Set *set = type_allocate(vm, type);
    size_t roots = vm_root_mark(vm);
    vm_root(vm, object_value(set));
    bool fine = !given || set_update(vm, set, args[0]);
    vm_root_reset(vm, roots);
    return fine ? object_value(set) : NOTHING;
}

static Value set_repr(Vm *vm, Value self) {
    Set *set = AS(Set, self);
    Type *type = set->head.type;
    bool bare = type == vm->types_by_kind[KIND_SET];
    if (set->count == 0)
        return object_value(string_format(vm, "%T()", self));
    int entered = repr_enter(vm, self);
    if (entered <= 0)
        return entered < 0 ? NOTHING : object_value(string_format(vm, "%T(...)", self));
    size_t roots = vm_root_mark(vm);
    StringBuilder out;
    builder_init(&out);
    if (!bare)
        builder_format(vm, &out, "%T(", self);
    builder_add_char(&out, '{');
    List *items = list_from_iterable(vm, self);
    bool fine = items != NULL;
    if (fine) {
        vm_root(vm, object_value(items));
        fine = sequence_repr_items(vm, &out, object_value(items));
    }
    vm_root_reset(vm, roots);
    repr_leave(self);
    if (!fine) {
        builder_free(&out);
        return NOTHING;
    }
    builder_add_c(&out, bare ? "}" : "})");
    return builder_finish(vm, &out);
}

/* As CPython's: the same whatever the order, bits spread so that sets of small numbers differ. */
static bool frozenset_hash(Vm *vm, Value self, int64_t *hash) {
    (void)vm;
    Set *set = AS(Set, self);
    if (set->frozen_hash != 0) {
        *hash = set->frozen_hash;
        return true;
    }
    uint64_t mixed = 0;
    int64_t position = 0;
    const SetEntry *entry;
    while ((entry = set_next_entry(set, &position)) != NULL) {
        uint64_t h = (uint64_t)entry->hash;
        mixed ^= ((h ^ 89869747u) ^ (h << 16)) * 3644798167u;
    }
    mixed ^= ((uint64_t)set->count + 1) * 1927868237u;
    mixed ^= (mixed >> 11) ^ (mixed >> 25);
    mixed = mixed * 69069u + 907133923u;
    *hash = set->frozen_hash = (int64_t)mixed == -1 ? 590923713 : (int64_t)mixed;
    return true;
}

static int64_t set_len(Vm *vm, Value self) {
    (void)vm;
    return AS(Set, self)->count;
}

static int set_truth(Vm *vm, Value self) {
    (void)vm;
    return AS(Set, self)->count != 0;
}

static int set_contains_item(Vm *vm, Value self, Value item) {
    return set_contains(vm, AS(Set, self), item);
}

static Value set_iter(Vm *vm, Value self) {
    return set_iterator_new(vm, self);
}

static Value set_compare(Vm *vm, Comparison op, Value left, Value right) {
    if (!is_any_set(left) || !is_any_set(right))
        return NOT_IMPLEMENTED;
    Set *a = AS(Set, left), *b = AS(Set, right);
    int result;
    switch (op) {
    case CMP_EQ:
    case CMP_NE:
        result = a->count == b->count ? set_is_subset(vm, a, b) : 0;
        if (result >= 0 && op == CMP_NE)
            result = !result;
        break;
    case CMP_LT: result = a->count < b->count ? set_is_subset(vm, a, b) : 0; break;
    case CMP_LE: result = set_is_subset(vm, a, b); break;
    case CMP_GT: result = b->count < a->count ? set_is_subset(vm, b, a) : 0; break;
    default: result = set_is_subset(vm, b, a); break;
    }
    return result < 0 ? NOTHING : bool_value(result);
}

static Value set_result(Set *set) {
    return set == NULL ? NOTHING : object_value(set);
}

static Value set_binary(Vm *vm, BinaryOperator op, Value left, Value right) {
    if (!is_any_set(left) || !is_any_set(right))
        return NOT_IMPLEMENTED;
    switch (op) {
    case BINARY_AND: return set_result(set_intersection(vm, AS(Set, left), right));
    case BINARY_OR: return set_result(set_union(vm, AS(Set, left), right));
    case BINARY_SUB: return set_result(set_difference(vm, AS(Set, left), right));
    case BINARY_XOR: return set_result(set_symmetric_difference(vm, AS(Set, left), right));
    default: return NOT_IMPLEMENTED;
    }
}

static Value set_in_place(Vm *vm, BinaryOperator op, Value left, Value right) {
    if (!is_kind(left, KIND_SET) || !is_any_set(right))
        return NOT_IMPLEMENTED;
    Set *set = AS(Set, left);
    bool fine;
    switch (op) {
    case BINARY_AND: fine = set_intersection_update(vm, set, right); break;
    case BINARY_OR: fine = set_update(vm, set, right); break;
    case BINARY_SUB: fine = set_difference_update(vm, set, right); break;
    case BINARY_XOR: fine = set_symmetric_difference_update(vm, set, right); break;
    default: return NOT_IMPLEMENTED;
    }
    return fine ? left : NOTHING;
}

/* --- Methods of both ------------------------------------------------------------------------------ */

static Value set_method_copy(Vm *vm, Value *args, int argc) {
    (void)argc;
    ObjectKind kind = as_object(args[0])->kind;
    if (kind == KIND_FROZENSET && as_object(args[0])->type == vm->types_by_kind[kind])
        return args[0];
    return object_value(set_copy(vm, AS(Set, args[0]), kind, vm->types_by_kind[kind]));
}

/* A method with any number of arguments: `combine` makes a new set of self and the first, `update` takes in
 * the others. Where `update` is NULL a new set is made every time. In just this order the result is walked as
 * in CPython. */
static Value set_fold(Vm *vm, Value *args, int argc, Set *(*combine)(Vm *vm, Set *set, Value other),
                      bool (*update)(Vm *vm, Set *set, Value other)) {
    if (argc == 1)
        return set_method_copy(vm, args, argc);
    size_t roots = vm_root_mark(vm);
    Set *result = combine(vm, AS(Set, args[0]), args[1]);
    for (int i = 2; i < argc && result != NULL; i++) {
        vm_root(vm, object_value(result));
        if (update == NULL)
            result = combine(vm, result, args[i]);
        else if (!update(vm, result, args[i]))
            result = NULL;
    }
    vm_root_reset(vm, roots);
    return set_result(result);
}

static Value set_fold_in_place(Vm *vm, Value *args, int argc,
                               bool (*combine)(Vm *vm, Set *set, Value other)) {
    for (int i = 1; i < argc; i++)
        if (!combine(vm, AS(Set, args[0]), args[i]))
            return NOTHING;
    return NONE;
}

static Value set_method_union(Vm *vm, Value *args, int argc) {
    return set_fold(vm, args, argc, set_union, set_update);
}

static Value set_method_intersection(Vm *vm, Value *args, int argc) {
    return set_fold(vm, args, argc, set_intersection, NULL);
}

static Value set_method_difference(Vm *vm, Value *args, int argc) {
    return set_fold(vm, args, argc, set_difference, set_difference_update);
}

static Value set_method_symmetric_difference(Vm *vm, Value *args, int argc) {
    (void)argc;
    return set_result(set_symmetric_difference(vm, AS(Set, args[0]), args[1]));
}

static Value set_method_isdisjoint(Vm *vm, Value *args, int argc) {
    (void)argc;
    int disjoint = set_is_disjoint(vm, AS(Set, args[0]), args[1]);
    return disjoint < 0 ? NOTHING : bool_value(disjoint);
}

/* issubset and issuperset take any iterable. */
static Value set_method_issubset(Vm *vm, Value *args, int argc) {
    (void)argc;
    size_t roots = vm_root_mark(vm);
    Set *set = is_any_set(args[1]) ? AS(Set, args[1]) : set_from_iterable(vm, KIND_SET, args[1]);
    int result = -1;
    if (set != NULL) {
        vm_root(vm, object_value(set));
        result = set_is_subset(vm, AS(Set, args[0]), set);
    }
    vm_root_reset(vm, roots);
    return result < 0 ? NOTHING : bool_value(result);
}

typedef struct MemberSearch {
    Set *among;
    bool missed;
} MemberSearch;

static bool is_member(Vm *vm, Value item, void *state) {
    MemberSearch *search = state;
    int found = set_contains(vm, search->among, item);
    search->missed = found == 0;
    return found > 0;
}

/* Ends at the first item that is not there. */
static Value set_method_issuperset(Vm *vm, Value *args, int argc) {
    (void)argc;
    if (is_any_set(args[1])) {
        int result = set_is_subset(vm, AS(Set, args[1]), AS(Set, args[0]));
        return result < 0 ? NOTHING : bool_value(result);
    }
    MemberSearch search = {AS(Set, args[0]), false};
    if (!value_for_each(vm, args[1], is_member, &search) && !search.missed)
        return NOTHING;
    return bool_value(!search.missed);
}

/* --- Methods of set alone ------------------------------------------------------------------------- */

static Value set_method_add(Vm *vm, Value *args, int argc) {
    (void)argc;
    return set_add(vm, AS(Set, args[0]), args[1]) ? NONE : NOTHING;
}

static Value set_method_clear(Vm *vm, Value *args, int argc) {
    (void)argc;
    set_clear(vm, AS(Set, args[0]));
    return NONE;
}

static Value set_method_discard(Vm *vm, Value *args, int argc) {
    (void)argc;
    return set_discard(vm, AS(Set, args[0]), args[1]) < 0 ? NOTHING : NONE;
}

static Value set_method_remove(Vm *vm, Value *args, int argc) {
    (void)argc;
    int removed = set_discard(vm, AS(Set, args[0]), args[1]);
    if (removed == 0)
        vm_raise_argument(vm, vm->exceptions.KeyError, args[1]);
    return removed <= 0 ? NOTHING : NONE;
}

static Value set_method_pop(Vm *vm, Value *args, int argc) {
    (void)argc;
    Value item = set_pop(vm, AS(Set, args[0]));
    return item != NOTHING ? item : vm_raise(vm, vm->exceptions.KeyError, "pop from an empty set");
}

static Value set_method_update(Vm *vm, Value *args, int argc) {
    return set_fold_in_place(vm, args, argc, set_update);
}

static Value set_method_intersection_update(Vm *vm, Value *args, int argc) {
    Value common = set_method_intersection(vm, args, argc);
    if (common == NOTHING)
        return NOTHING;
    set_swap(AS(Set, args[0]), AS(Set, common));
    return NONE;
}

static Value set_method_difference_update(Vm *vm, Value *args, int argc) {
    return set_fold_in_place(vm, args, argc, set_difference_update);
}

static Value set_method_symmetric_difference_update(Vm *vm, Value *args, int argc) {
    return set_fold_in_place(vm, args, argc, set_symmetric_difference_update);
}

#define METHODS_OF_BOTH                                                                              \
    {"copy", set_method_copy, 1, 1, 0, NULL}, {"difference", set_method_difference, 1, -1, 0, NULL}, \
        {"intersection", set_method_intersection, 1, -1, 0, NULL},                                   \
        {"isdisjoint", set_method_isdisjoint, 2, 2, 0, NULL},                                        \
        {"issubset", set_method_issubset, 2, 2, 0, NULL},                                            \
        {"issuperset", set_method_issuperset, 2, 2, 0, NULL},                                        \
        {"symmetric_difference", set_method_symmetric_difference, 2, 2, 0, NULL},                    \
        {"union", set_method_union, 1, -1, 0, NULL}, {                                               \
        "__class_getitem__", generic_alias_method, 2, 2, NATIVE_CLASS, NULL                          \
    }

static const NativeDef set_methods[] = {
    METHODS_OF_BOTH,
    {"add", set_method_add, 2, 2, 0, NULL},
    {"clear", set_method_clear, 1, 1, 0, NULL},
    {"discard", set_method_discard, 2, 2, 0, NULL},
    {"remove", set_method_remove, 2, 2, 0, NULL},
    {"pop", set_method_pop, 1, 1, 0, NULL},
    {"update", set_method_update, 1, -1, 0, NULL},
    {"intersection_update", set_method_intersection_update, 1, -1, 0, NULL},
    {"difference_update", set_method_difference_update, 1, -1, 0, NULL},
    {"symmetric_difference_update", set_method_symmetric_difference_update, 2, 2, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

static const NativeDef frozenset_methods[] = {
    METHODS_OF_BOTH,
    {NULL, NULL, 0, 0, 0, NULL},
};

#define OPS_OF_BOTH                                                               \
    .repr = set_repr, .truth = set_truth, .compare = set_compare, .len = set_len, \
    .contains = set_contains_item, .iter = set_iter, .binary = set_binary, .reflected = set_binary

void set_type_setup(Vm *vm) {
    static const TypeDef set_def = {
        .name = "set",
        .doc = "set(iterable=()): items, each once, in no particular order.",
        .kind = KIND_SET,
        .size = sizeof(Set),
        .ops = {OPS_OF_BOTH, .in_place = set_in_place},
        .create = set_create,
        .initialize = set_initialize,
        .methods = set_methods,
        .binary_operators = 1 << BINARY_AND | 1 << BINARY_OR | 1 << BINARY_SUB | 1 << BINARY_XOR,
    };
    static const TypeDef frozenset_def = {
        .name = "frozenset",
        .doc = "frozenset(iterable=()): a set that cannot change, and so may be a key.",
        .kind = KIND_FROZENSET,
        .size = sizeof(Set),
        .ops = {OPS_OF_BOTH, .hash = frozenset_hash},
        .create = frozenset_create,
        .methods = frozenset_methods,
        .binary_operators = 1 << BINARY_AND | 1 << BINARY_OR | 1 << BINARY_SUB | 1 << BINARY_XOR,
    };
    type_define_core(vm, KIND_SET, &set_def);
    type_define_core(vm, KIND_FROZENSET, &frozenset_def);
}
