/* Tools that make or reshape one stream: count, cycle, repeat, chain, islice, takewhile, dropwhile,
 * filterfalse, starmap, accumulate, compress. */
#include "stdlib/itertools/itertools.h"

/* ---- count ---- */

static Value count_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    Value given[2];
    if (!arguments_bind(vm, "count", "start,step", 0, 0, args, argc, keywords, given))
        return NOTHING;
    for (int n = 0; n < 2; n++)
        if (given[n] != NOTHING && !value_is_integer(given[n]) && !is_float(given[n]))
            return vm_raise(vm, vm->exceptions.TypeError, "a number is required");
    Itertool *tool = type_allocate(vm, type);
    tool->a = given[0] == NOTHING ? small_int(0) : given[0];
    tool->b = given[1] == NOTHING ? small_int(1) : given[1];
    return object_value(tool);
}

static Value count_next(Vm *vm, Value self) {
    Itertool *tool = AS(Itertool, self);
    Value current = tool->a;
    Value next = value_binary(vm, BINARY_ADD, current, tool->b);
    if (next == NOTHING)
        return NOTHING;
    tool->a = next;
    return current;
}

static Value count_repr(Vm *vm, Value self) {
    Itertool *tool = AS(Itertool, self);
    if (tool->b == small_int(1))
        return object_value(string_format(vm, "count(%R)", tool->a));
    return object_value(string_format(vm, "count(%R, %R)", tool->a, tool->b));
}

/* ---- cycle: a the iterator while it lasts, b what it gave ---- */

static Value cycle_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    if (!arguments_check_positional(vm, "cycle", argc, keywords, 1, 1))
        return NOTHING;
    Value iterator = value_iter(vm, args[0]);
    if (iterator == NOTHING)
        return NOTHING;
    Itertool *tool = type_allocate(vm, type);
    tool->a = iterator;
    tool->b = object_value(list_new(vm, 0));
    return object_value(tool);
}

static Value cycle_next(Vm *vm, Value self) {
    Itertool *tool = AS(Itertool, self);
    List *saved = AS(List, tool->b);
    if (tool->a != NOTHING) {
        Value item = value_next(vm, tool->a);
        if (item != NOTHING) {
            list_append(vm, saved, item);
            return item;
        }
        if (vm_has_exception(vm))
            return NOTHING;
        tool->a = NOTHING;
    }
    if (saved->count == 0)
        return NOTHING;
    Value item = saved->items[tool->n];
    tool->n = (tool->n + 1) % saved->count;
    return item;
}

/* ---- repeat: n how many are left, -1: for ever ---- */

static Value repeat_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    Value given[2];
    int64_t times = -1;
    if (!arguments_bind(vm, "repeat", "object,times", 0, 1, args, argc, keywords, given))
        return NOTHING;
    if (given[1] != NOTHING) {
        if (!value_to_index(vm, given[1], &times))
            return NOTHING;
        if (times < 0)
            times = 0;
    }
    Itertool *tool = type_allocate(vm, type);
    tool->a = given[0];
    tool->n = times;
    return object_value(tool);
}

static Value repeat_next(Vm *vm, Value self) {
    (void)vm;
    Itertool *tool = AS(Itertool, self);
    if (tool->n == 0)
        return NOTHING;
    if (tool->n > 0)
        tool->n--;
    return tool->a;
}

static Value repeat_repr(Vm *vm, Value self) {
    Itertool *tool = AS(Itertool, self);
    if (tool->n < 0)
        return object_value(string_format(vm, "repeat(%R)", tool->a));
    return object_value(string_format(vm, "repeat(%R, %l)", tool->a, tool->n));
}

static Value repeat_length_hint(Vm *vm, Value *args, int argc) {
    (void)argc;
    Itertool *tool = AS(Itertool, args[0]);
    return tool->n < 0 ? vm_raise(vm, vm->exceptions.TypeError, "len() of unsized object")
                       : small_int(tool->n);
}

static const NativeDef repeat_methods[] = {
    {"__length_hint__", repeat_length_hint, 1, 1, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

/* ---- chain: a the iterator over iterables, b the one that is being walked ---- */

static Value chain_of(Vm *vm, Type *type, Value iterables) {
    Value iterator = value_iter(vm, iterables);
    if (iterator == NOTHING)
        return NOTHING;
    Itertool *tool = type_allocate(vm, type);
    tool->a = iterator;
    return object_value(tool);
}

static Value chain_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    if (keywords)
        return vm_raise(vm, vm->exceptions.TypeError, "chain() takes no keyword arguments");
    return chain_of(vm, type, object_value(tuple_new(vm, args, argc)));
}

static Value chain_from_iterable(Vm *vm, Value *args, int argc) {
    (void)argc;
    return chain_of(vm, AS(Type, args[0]), args[1]);
}

static Value chain_next(Vm *vm, Value self) {
    Itertool *tool = AS(Itertool, self);
    while (tool->a != NOTHING) {
        if (tool->b == NOTHING) {
            Value iterable = value_next(vm, tool->a);
            if (iterable == NOTHING) {
                tool->a = NOTHING;
                return NOTHING;
            }
            tool->b = value_iter(vm, iterable);
            if (tool->b == NOTHING) {
                tool->a = NOTHING;
                return NOTHING;
            }
        }
        Value item = value_next(vm, tool->b);
        if (item != NOTHING || vm_has_exception(vm))
            return item;
        tool->b = NOTHING;
    }
    return NOTHING;
}

static const NativeDef chain_methods[] = {
    {"from_iterable", chain_from_iterable, 2, 2, NATIVE_CLASS, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

/* ---- islice: n the next position to give, m the current one, k the step; c the stop or None ---- */

static bool slice_bound(Vm *vm, Value v, int64_t otherwise, int64_t *bound, const char *message) {
    if (v == NONE) {
        *bound = otherwise;
        return true;
    }
    if (value_to_index(vm, v, bound) && *bound >= 0)
        return true;
    vm_clear_exception(vm);
    vm_raise(vm, vm->exceptions.ValueError, "%s", message);
    return false;
}

static Value islice_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    static const char stop_message[] =
        "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
    static const char index_message[] =
        "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
    static const char step_message[] = "Step for islice() must be a positive integer or None.";
    if (!arguments_check_positional(vm, "islice", argc, keywords, 2, 4))
        return NOTHING;
    int64_t start = 0, stop, step = 1;
    if (!slice_bound(vm, argc == 2 ? args[1] : args[2], INT64_MAX, &stop, stop_message))
        return NOTHING;
    if (argc > 2 && !slice_bound(vm, args[1], 0, &start, index_message))
        return NOTHING;
    if (argc > 3 && !slice_bound(vm, args[3], 1, &step, step_message))
        return NOTHING;
    if (step == 0)
        return vm_raise(vm, vm->exceptions.ValueError, "%s", step_message);
    Value iterator = value_iter(vm, args[0]);
    if (iterator == NOTHING)
        return NOTHING;
    Itertool *tool = type_allocate(vm, type);
    tool->a = iterator;
    tool->n = start;
    tool->k = step;
    tool->c = fits_small_int(stop) ? small_int(stop) : NONE;
    return object_value(tool);
}

static Value islice_next(Vm *vm, Value self) {
    Itertool *tool = AS(Itertool, self);
    int64_t stop = tool->c == NONE ? INT64_MAX : small_int_value(tool->c);
    if (tool->a == NOTHING)
        return NOTHING;
    int64_t wanted = tool->n < stop ? tool->n : stop;
    while (tool->m < wanted) {
        if (value_next(vm, tool->a) == NOTHING) {
            tool->a = NOTHING;
            return NOTHING;
        }
        tool->m++;
    }
    if (tool->m >= stop) {
        tool->a = NOTHING;
        return NOTHING;
    }
    Value item = value_next(vm, tool->a);
    if (item == NOTHING) {
        tool->a = NOTHING;
        return NOTHING;
    }
    tool->m++;
    if (__builtin_add_overflow(tool->n, tool->k, &tool->n) || tool->n > stop)
        tool->n = stop;
    return item;
}

/* ---- takewhile, dropwhile, filterfalse: a the predicate, b the iterator, flag: the change is past ---- */

static Value predicate_create(Vm *vm, Type *type, const char *name, Value *args, int argc, Tuple *keywords) {
    if (!arguments_check_positional(vm, name, argc, keywords, 2, 2))
        return NOTHING;
    Value iterator = value_iter(vm, args[1]);
    if (iterator == NOTHING)
        return NOTHING;
    Itertool *tool = type_allocate(vm, type);
    tool->a = args[0];
    tool->b = iterator;
    return object_value(tool);
}

static Value takewhile_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    return predicate_create(vm, type, "takewhile", args, argc, keywords);
}

static Value dropwhile_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    return predicate_create(vm, type, "dropwhile", args, argc, keywords);
}

static Value filterfalse_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    return predicate_create(vm, type, "filterfalse", args, argc, keywords);
}

/* The next item, rooted, with what the predicate says of it; NOTHING: the end, or raised. */
static Value next_asked(Vm *vm, Itertool *tool, Value predicate, int *answer) {
    Value item = value_next(vm, tool->b);
    if (item == NOTHING)
        return NOTHING;
    size_t mark = vm_root_mark(vm);
    vm_root(vm, item);
    *answer = itertool_ask(vm, predicate, item);
    vm_root_reset(vm, mark);
    return *answer < 0 ? NOTHING : item;
}

static Value takewhile_next(Vm *vm, Value self) {
    Itertool *tool = AS(Itertool, self);
    int answer;
    if (tool->flag)
        return NOTHING;
    Value item = next_asked(vm, tool, tool->a, &answer);
    if (item != NOTHING && !answer) {
        tool->flag = true;
        return NOTHING;
    }
    return item;
}

static Value dropwhile_next(Vm *vm, Value self) {
    Itertool *tool = AS(Itertool, self);
    while (!tool->flag) {
        int answer;
        Value item = next_asked(vm, tool, tool->a, &answer);
        if (item == NOTHING)
            return NOTHING;
        if (!answer) {
            tool->flag = true;
            return item;
        }
    }
    return value_next(vm, tool->b);
}

static Value filterfalse_next(Vm *vm, Value self) {
    Itertool *tool = AS(Itertool, self);
    for (;;) {
        int answer;
        Value item = next_asked(vm, tool, tool->a, &answer);
        if (item == NOTHING || !answer)
            return item;
    }
}

/* ---- starmap: a the function, b the iterator ---- */

static Value starmap_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    return predicate_create(vm, type, "starmap", args, argc, keywords);
}

static Value starmap_next(Vm *vm, Value self) {
    Itertool *tool = AS(Itertool, self);
    Value item = value_next(vm, tool->b);
    if (item == NOTHING)
        return NOTHING;
    size_t mark = vm_root_mark(vm);
    vm_root(vm, item);
    Tuple *arguments = tuple_from_iterable(vm, item);
    Value result = NOTHING;
    if (arguments) {
        vm_root(vm, object_value(arguments));
        result = vm_call(vm, tool->a, arguments->items, (int)arguments->count, NULL);
    }
    vm_root_reset(vm, mark);
    return result;
}

/* ---- accumulate: a the iterator, b the function or None, c the total so far, flag: c is an initial value to
 * give ---- */

static Value accumulate_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    Value given[3];
    if (!arguments_bind(vm, "accumulate", "iterable,func,initial", 0, 1, args, argc, keywords, given))
        return NOTHING;
    Value iterator = value_iter(vm, given[0]);
    if (iterator == NOTHING)
        return NOTHING;
    Itertool *tool = type_allocate(vm, type);
    tool->a = iterator;
    tool->b = given[1] == NOTHING ? NONE : given[1];
    if (given[2] != NOTHING && given[2] != NONE) {
        tool->c = given[2];
        tool->flag = true;
    }
    return object_value(tool);
}

static Value accumulate_next(Vm *vm, Value self) {
    Itertool *tool = AS(Itertool, self);
    if (tool->flag) {
        tool->flag = false;
        return tool->c;
    }
    Value item = value_next(vm, tool->a);
    if (item == NOTHING)
        return NOTHING;
    if (tool->c == NOTHING) {
        tool->c = item;
        return item;
    }
    size_t mark = vm_root_mark(vm);
    vm_root(vm, item);
    Value total =
        tool->b == NONE ? value_binary(vm, BINARY_ADD, tool->c, item) : vm_call2(vm, tool->b, tool->c, item);
    vm_root_reset(vm, mark);
    if (total != NOTHING)
        tool->c = total;
    return total;
}

/* ---- compress: a the data, b the selectors ---- */

static Value compress_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    Value given[2];
    if (!arguments_bind(vm, "compress", "data,selectors", 0, 2, args, argc, keywords, given))
        return NOTHING;
    Value data = value_iter(vm, given[0]);
    if (data == NOTHING)
        return NOTHING;
    size_t mark = vm_root_mark(vm);
    vm_root(vm, data);
    Value selectors = value_iter(vm, given[1]);
    vm_root_reset(vm, mark);
    if (selectors == NOTHING)
        return NOTHING;
    Itertool *tool = type_allocate(vm, type);
    tool->a = data;
    tool->b = selectors;
    return object_value(tool);
}

static Value compress_next(Vm *vm, Value self) {
    Itertool *tool = AS(Itertool, self);
    for (;;) {
        Value item = value_next(vm, tool->a);
        if (item == NOTHING)
            return NOTHING;
        size_t mark = vm_root_mark(vm);
        vm_root(vm, item);
        Value selector = value_next(vm, tool->b);
        int chosen = selector == NOTHING ? -1 : value_truth(vm, selector);
        vm_root_reset(vm, mark);
        if (chosen < 0)
            return NOTHING;
        if (chosen)
            return item;
    }
}

const TypeDef itertools_streams[] = {
    {ITERTOOL(count), .ops = {.iter = itertool_iter, .next = count_next, .repr = count_repr}},
    {ITERTOOL(cycle), .ops = {.iter = itertool_iter, .next = cycle_next}},
    {ITERTOOL(repeat), .ops = {.iter = itertool_iter, .next = repeat_next, .repr = repeat_repr},
     .methods = repeat_methods},
    {ITERTOOL(chain), .ops = {.iter = itertool_iter, .next = chain_next}, .methods = chain_methods},
    {ITERTOOL(islice), .ops = {.iter = itertool_iter, .next = islice_next}},
    {ITERTOOL(takewhile), .ops = {.iter = itertool_iter, .next = takewhile_next}},
    {ITERTOOL(dropwhile), .ops = {.iter = itertool_iter, .next = dropwhile_next}},
    {ITERTOOL(filterfalse), .ops = {.iter = itertool_iter, .next = filterfalse_next}},
    {ITERTOOL(starmap), .ops = {.iter = itertool_iter, .next = starmap_next}},
    {ITERTOOL(accumulate), .ops = {.iter = itertool_iter, .next = accumulate_next}},
    {ITERTOOL(compress), .ops = {.iter = itertool_iter, .next = compress_next}},
    {.name = NULL},
};
