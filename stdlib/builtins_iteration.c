/* Built-in functions that walk over something: sum, min, max, sorted, any, all, next, iter. */
#include "stdlib/builtins.h"
#include "stdlib/types/iterators.h"
#include "stdlib/types/list_sort.h"
#include "vm/call.h"
#include "vm/dict.h"
#include "vm/list.h"

/* --- all and any ---------------------------------------------------------------------------------- */

typedef struct Search {
    int wanted; /* the truth that ends the search */
    bool found;
} Search;

static bool has_truth(Vm *vm, Value item, void *state) {
    Search *search = state;
    int truth = value_truth(vm, item);
    search->found = truth == search->wanted;
    return truth >= 0 && !search->found;
}

Value builtin_all(Vm *vm, Value *args, int argc) {
    (void)argc;
    Search search = {0, false};
    return value_for_each(vm, args[0], has_truth, &search) ? bool_value(!search.found) : NOTHING;
}

Value builtin_any(Vm *vm, Value *args, int argc) {
    (void)argc;
    Search search = {1, false};
    return value_for_each(vm, args[0], has_truth, &search) ? bool_value(search.found) : NOTHING;
}

/* --- sum ------------------------------------------------------------------------------------------ */

typedef struct Sum {
    Value total;
    size_t root; /* where the total is rooted */
} Sum;

static bool add_to_sum(Vm *vm, Value item, void *state) {
    Sum *sum = state;
    Value total = sum->total;
    if (both_small_ints(total, item)) {
        sum->total = int_value(vm, small_int_value(total) + small_int_value(item));
    } else if (is_flonum(total) && (is_flonum(item) || is_small_int(item))) {
        double number = is_flonum(item) ? flonum_value(item) : (double)small_int_value(item);
        sum->total = float_value(vm, flonum_value(total) + number);
    } else {
        sum->total = value_binary(vm, BINARY_ADD, total, item);
    }
    vm->thread->roots[sum->root] = sum->total;
    return sum->total != NOTHING;
}

Value builtin_sum(Vm *vm, Value *args, int argc) {
    (void)argc;
    Value start = args[1] == NOTHING ? small_int(0) : args[1];
    if ((is_string(start) || is_bytes_like(start)) && value_iter(vm, args[0]) == NOTHING)
        return NOTHING;
    if (is_string(start))
        return vm_raise(vm, vm->exceptions.TypeError, "sum() can't sum strings [use ''.join(seq) instead]");
    if (is_bytes_like(start))
        return vm_raise(vm, vm->exceptions.TypeError, "sum() can't sum %s [use b''.join(seq) instead]",
                        is_kind(start, KIND_BYTES) ? "bytes" : "bytearray");
    size_t roots = vm_root_mark(vm);
    Sum sum = {start, roots};
    vm_root(vm, start);
    bool fine = value_for_each(vm, args[0], add_to_sum, &sum);
    vm_root_reset(vm, roots);
    return fine ? sum.total : NOTHING;
}

/* --- min and max ---------------------------------------------------------------------------------- */

typedef struct Extreme {
    Value best, best_key; /* NOTHING: none yet */
    Value key;            /* a function, or NOTHING */
    Comparison op;        /* item OP best: then it takes its place */
    size_t root;          /* of best, then best_key */
} Extreme;

static int is_better(Vm *vm, Extreme *extreme, Value key) {
    Value best = extreme->best_key;
    if (both_small_ints(key, best))
        return extreme->op == CMP_GT ? (int64_t)key > (int64_t)best : (int64_t)key < (int64_t)best;
    if (is_flonum(key) && is_flonum(best))
        return extreme->op == CMP_GT ? flonum_value(key) > flonum_value(best)
                                     : flonum_value(key) < flonum_value(best);
    return value_compare_truth(vm, extreme->op, key, best);
}

static bool consider(Vm *vm, Value item, void *state) {
    Extreme *extreme = state;
    Value key = item;
    size_t roots = vm_root_mark(vm);
    if (extreme->key != NOTHING) {
        key = vm_call1(vm, extreme->key, item);
        if (key == NOTHING)
            return false;
        vm_root(vm, key);
    }
    int better = extreme->best == NOTHING ? 1 : is_better(vm, extreme, key);
    vm_root_reset(vm, roots);
    if (better > 0) {
        extreme->best = vm->thread->roots[extreme->root] = item;
        extreme->best_key = vm->thread->roots[extreme->root + 1] = key;
    }
    return better >= 0;
}

/* Natively: default, key, then the positional arguments. */
static Value find_extreme(Vm *vm, Value *args, int argc, const char *name, Comparison op) {
    int count = argc - 2;
    Value default_value = args[0], key = args[1] == NONE ? NOTHING : args[1];
    if (count <= 0)
        return vm_raise(vm, vm->exceptions.TypeError, "%s expected at least 1 argument, got 0", name);
    if (count > 1 && default_value != NOTHING)
        return vm_raise(vm, vm->exceptions.TypeError,
                        "Cannot specify a default for %s() with multiple positional arguments", name);
    size_t roots = vm_root_mark(vm);
    Extreme extreme = {NOTHING, NOTHING, key, op, roots};
    vm_root(vm, NOTHING);
    vm_root(vm, NOTHING);
    bool fine = true;
    if (count == 1)
        fine = value_for_each(vm, args[2], consider, &extreme);
    for (int i = 0; count > 1 && fine && i < count; i++)
        fine = consider(vm, args[2 + i], &extreme);
    vm_root_reset(vm, roots);
    if (!fine)
        return NOTHING;
    if (extreme.best != NOTHING)
        return extreme.best;
    if (default_value != NOTHING)
        return default_value;
    return vm_raise(vm, vm->exceptions.ValueError, "%s() arg is an empty sequence", name);
}

Value builtin_max(Vm *vm, Value *args, int argc) {
    return find_extreme(vm, args, argc, "max", CMP_GT);
}

Value builtin_min(Vm *vm, Value *args, int argc) {
    return find_extreme(vm, args, argc, "min", CMP_LT);
}

/* --- sorted --------------------------------------------------------------------------------------- */

/* Natively: key, reverse, other keywords, then the positional arguments. */
Value builtin_sorted(Vm *vm, Value *args, int argc) {
    int count = argc - 3;
    if (count != 1)
        return vm_raise(vm, vm->exceptions.TypeError, "sorted expected 1 argument, got %d", count);
    List *list = list_from_iterable(vm, args[3]);
    if (list == NULL)
        return NOTHING;
    if (args[2] != NOTHING) {
        uint32_t position = 0;
        return vm_raise(vm, vm->exceptions.TypeError, "'%S' is an invalid keyword argument for sort()",
                        AS(String, dict_next(AS(Dict, args[2]), &position)->key));
    }
    size_t roots = vm_root_mark(vm);
    vm_root(vm, object_value(list));
    int64_t reverse = 0;
    bool sorted = (args[1] == NOTHING || value_to_index(vm, args[1], &reverse)) &&
                  list_sort(vm, list, args[0], reverse != 0);
    vm_root_reset(vm, roots);
    return sorted ? object_value(list) : NOTHING;
}

/* --- iter and next -------------------------------------------------------------------------------- */

Value builtin_iter(Vm *vm, Value *args, int argc) {
    if (argc == 1)
        return value_iter(vm, args[0]);
    if (type_of(vm, args[0])->ops.call == NULL)
        return vm_raise(vm, vm->exceptions.TypeError, "iter(v, w): v must be callable");
    return callable_iterator_new(vm, args[0], args[1]);
}

Value builtin_next(Vm *vm, Value *args, int argc) {
    if (is_kind(args[0], KIND_GENERATOR)) {
        /* The interpreter's loop resumes it, so that generators which call next() on one another do not nest
         * in C. */
        vm->thread->tail = (TailRequest){.generator = AS(Generator, args[0]),
                                         .sent = NONE,
                                         .thrown = NOTHING,
                                         .mode = argc > 1 ? RETURN_FROM_NEXT_DEFAULT : RETURN_FROM_SEND,
                                         .default_value = argc > 1 ? args[1] : NOTHING};
        return TAIL_REQUEST;
    }
    Type *type = type_of(vm, args[0]);
    if (type->ops.next == NULL)
        return vm_raise(vm, vm->exceptions.TypeError, "'%T' object is not an iterator", args[0]);
    /* A StopIteration that a script raised passes as it is, with its value. */
    Value item = type->ops.next(vm, args[0]);
    if (item == NOTHING && argc > 1 && vm_exception_is(vm, vm->exceptions.StopIteration))
        vm_clear_exception(vm);
    if (item != NOTHING || vm_has_exception(vm))
        return item;
    return argc > 1 ? args[1] : vm_raise_stop_iteration(vm, NONE);
}
