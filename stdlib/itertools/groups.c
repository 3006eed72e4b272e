/* Tools that join or split streams: zip_longest, pairwise, groupby, batched, tee. */
#include "stdlib/itertools/itertools.h"

/* ---- zip_longest: a the list of iterators (None once exhausted), b the fill value, n how many still live
 * ---- */

static Value zip_longest_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    int named = keywords ? (int)keywords->count : 0;
    Value fill = NONE;
    if (named > 1 || (named == 1 && !string_equal_c(AS(String, keywords->items[0]), "fillvalue")))
        return vm_raise(vm, vm->exceptions.TypeError, "zip_longest() got an unexpected keyword argument");
    if (named == 1)
        fill = args[--argc];
    List *iterators = list_new(vm, argc);
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(iterators));
    for (int n = 0; n < argc; n++) {
        Value iterator = value_iter(vm, args[n]);
        if (iterator == NOTHING) {
            vm_root_reset(vm, mark);
            return NOTHING;
        }
        list_append(vm, iterators, iterator);
    }
    vm_root_reset(vm, mark);
    Itertool *tool = type_allocate(vm, type);
    tool->a = object_value(iterators);
    tool->b = fill;
    tool->n = argc;
    return object_value(tool);
}

static Value zip_longest_next(Vm *vm, Value self) {
    Itertool *tool = AS(Itertool, self);
    List *iterators = AS(List, tool->a);
    if (tool->n == 0)
        return NOTHING;
    Tuple *row = tuple_new(vm, NULL, iterators->count);
    for (int64_t n = 0; n < row->count; n++)
        row->items[n] = tool->b;
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(row));
    Value result = object_value(row);
    for (int64_t n = 0; n < row->count && result != NOTHING; n++) {
        if (iterators->items[n] == NONE)
            continue;
        Value item = value_next(vm, iterators->items[n]);
        if (item != NOTHING) {
            row->items[n] = item;
        } else if (vm_has_exception(vm)) {
            result = NOTHING;
        } else {
            iterators->items[n] = NONE;
            if (--tool->n == 0)
                result = NOTHING;
        }
    }
    vm_root_reset(vm, mark);
    return result;
}

/* ---- pairwise: a the iterator, b the item before ---- */

static Value pairwise_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    if (!arguments_check_positional(vm, "pairwise", argc, keywords, 1, 1))
        return NOTHING;
    Value iterator = value_iter(vm, args[0]);
    if (iterator == NOTHING)
        return NOTHING;
    Itertool *tool = type_allocate(vm, type);
    tool->a = iterator;
    return object_value(tool);
}

static Value pairwise_next(Vm *vm, Value self) {
    Itertool *tool = AS(Itertool, self);
    if (tool->a == NOTHING)
        return NOTHING;
    if (tool->b == NOTHING) {
        tool->b = value_next(vm, tool->a);
        if (tool->b == NOTHING) {
            tool->a = NOTHING;
            return NOTHING;
        }
    }
    Value next = value_next(vm, tool->a);
    if (next == NOTHING) {
        tool->a = tool->b = NOTHING;
        return NOTHING;
    }
    Value pair = object_value(tuple_of(vm, 2, tool->b, next));
    tool->b = next;
    return pair;
}

/* ---- batched: a the iterator, n the size ---- */

static Value batched_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    Value given[2];
    int64_t size;
    if (!arguments_bind(vm, "batched", "iterable,n", 0, 2, args, argc, keywords, given) ||
        !value_to_index(vm, given[1], &size))
        return NOTHING;
    if (size < 1)
        return vm_raise(vm, vm->exceptions.ValueError, "n must be at least one");
    Value iterator = value_iter(vm, given[0]);
    if (iterator == NOTHING)
        return NOTHING;
    Itertool *tool = type_allocate(vm, type);
    tool->a = iterator;
    tool->n = size;
    return object_value(tool);
}

static Value batched_next(Vm *vm, Value self) {
    Itertool *tool = AS(Itertool, self);
    if (tool->a == NOTHING)
        return NOTHING;
    List *batch = list_new(vm, 0);
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(batch));
    while (batch->count < tool->n) {
        Value item = value_next(vm, tool->a);
        if (item == NOTHING) {
            tool->a = NOTHING;
            break;
        }
        list_append(vm, batch, item);
    }
    vm_root_reset(vm, mark);
    if (vm_has_exception(vm) || batch->count == 0)
        return NOTHING;
    return object_value(tuple_new(vm, batch->items, batch->count));
}

/* ---- groupby: a the iterator, b the key function or None, d the item at hand and c its key, flag: nobody
 * has taken it yet; e the key of the current group (NOTHING: none yet) and n its number, so that a group that
 * was left behind knows it. A group is a tool too: a its groupby, b its key. ---- */

static Value groupby_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    Value given[2];
    if (!arguments_bind(vm, "groupby", "iterable,key", 0, 1, args, argc, keywords, given))
        return NOTHING;
    Value iterator = value_iter(vm, given[0]);
    if (iterator == NOTHING)
        return NOTHING;
    Itertool *tool = type_allocate(vm, type);
    tool->a = iterator;
    tool->b = given[1] == NOTHING ? NONE : given[1];
    tool->part = itertools_hidden_type(vm, "_grouper");
    return object_value(tool);
}

/* Takes the next item and its key. False: the end, or raised. */
static bool groupby_advance(Vm *vm, Itertool *tool) {
    tool->d = value_next(vm, tool->a);
    if (tool->d == NOTHING)
        return false;
    Value key = tool->b == NONE ? tool->d : vm_call1(vm, tool->b, tool->d);
    if (key == NOTHING)
        return false;
    tool->c = key;
    return true;
}

static Value groupby_next(Vm *vm, Value self) {
    Itertool *tool = AS(Itertool, self);
    tool->n++;
    bool found = tool->flag || groupby_advance(vm, tool);
    /* Skip what is left of the group before. */
    while (found && tool->e != NOTHING) {
        int same = value_equal(vm, tool->e, tool->c);
        if (same < 0)
            return NOTHING;
        if (!same)
            break;
        tool->flag = false;
        found = groupby_advance(vm, tool);
    }
    if (!found)
        return NOTHING;
    tool->flag = true;
    tool->e = tool->c;
    Itertool *group = heap_allocate(vm->heap, sizeof *group, KIND_NATIVE, tool->part);
    group->a = self;
    group->b = tool->c;
    group->n = tool->n;
    return object_value(tuple_of(vm, 2, tool->c, object_value(group)));
}

static Value group_next(Vm *vm, Value self) {
    Itertool *group = AS(Itertool, self);
    Itertool *tool = AS(Itertool, group->a);
    if (tool->n != group->n)
        return NOTHING;
    if (!tool->flag) {
        if (!groupby_advance(vm, tool))
            return NOTHING;
        tool->flag = true;
    }
    int same = value_equal(vm, group->b, tool->c);
    if (same != 1)
        return NOTHING;
    tool->flag = false;
    return tool->d;
}

/* ---- tee: a the iterator, b the list of items that it has given and that somebody may still want, shared;
 * each branch has its own position n. The list is only ever appended to, so branches agree without knowing
 * one another. ---- */

static Value tee_next(Vm *vm, Value self) {
    Itertool *branch = AS(Itertool, self);
    List *given = AS(List, branch->b);
    if (branch->n >= given->count) {
        Value item = value_next(vm, branch->a);
        if (item == NOTHING)
            return NOTHING;
        list_append(vm, given, item);
    }
    return given->items[branch->n++];
}

static Value tee_branch(Vm *vm, Type *type, Value iterator, Value given, int64_t position) {
    Itertool *branch = heap_allocate(vm->heap, sizeof *branch, KIND_NATIVE, type);
    branch->a = iterator;
    branch->b = given;
    branch->n = position;
    return object_value(branch);
}

static Value tee_copy(Vm *vm, Value *args, int argc) {
    (void)argc;
    Itertool *branch = AS(Itertool, args[0]);
    return tee_branch(vm, as_object(args[0])->type, branch->a, branch->b, branch->n);
}

static Value itertools_tee(Vm *vm, Value *args, int argc) {
    int64_t count = 2;
    if (argc > 1 && !value_to_index(vm, args[1], &count))
        return NOTHING;
    if (count < 0)
        return vm_raise(vm, vm->exceptions.ValueError, "n must be >= 0");
    Value iterator = value_iter(vm, args[0]);
    if (iterator == NOTHING)
        return NOTHING;
    Type *type = itertools_hidden_type(vm, "_tee");
    Value given = object_value(list_new(vm, 0));
    Tuple *branches = tuple_new(vm, NULL, count);
    for (int64_t n = 0; n < count; n++)
        branches->items[n] = tee_branch(vm, type, iterator, given, 0);
    return object_value(branches);
}

static const NativeDef tee_methods[] = {{"__copy__", tee_copy, 1, 1, 0, NULL}, {NULL, NULL, 0, 0, 0, NULL}};

#define HIDDEN(type_name)                                                                      \
    .name = type_name, .module = "itertools", .kind = KIND_NATIVE, .layout = &itertool_layout, \
    .size = sizeof(Itertool), .flags = TYPE_NO_INSTANCES

const TypeDef itertools_groups[] = {
    {HIDDEN("_grouper"), .ops = {.iter = itertool_iter, .next = group_next}},
    {HIDDEN("_tee"), .ops = {.iter = itertool_iter, .next = tee_next}, .methods = tee_methods},
    {ITERTOOL(zip_longest), .ops = {.iter = itertool_iter, .next = zip_longest_next}},
    {ITERTOOL(pairwise), .ops = {.iter = itertool_iter, .next = pairwise_next}},
    {ITERTOOL(batched), .ops = {.iter = itertool_iter, .next = batched_next}},
    {ITERTOOL(groupby), .ops = {.iter = itertool_iter, .next = groupby_next}},
    {.name = NULL},
};

const NativeDef itertools_functions[] = {
    {"tee", itertools_tee, 1, 2, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};
