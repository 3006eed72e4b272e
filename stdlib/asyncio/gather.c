/* asyncio.gather(): what it does before the gathering runs by itself (vm/gathering.h). */
#include <stdlib.h>

#include "stdlib/asyncio/asyncio.h"
#include "vm/memory.h"

/* Which arguments have come before, and the future of each.
 *
 * Mostly none has: so arguments are marked, each in its own head, and only when one comes that is marked
 * already is a table made: pointers, open addressing. Who meets marks that are somebody else's, because an
 * eager task of one gather() calls another one, begins with the table. */
typedef struct Seen {
    Value *arguments; /* NULL: there is no table yet */
    Future **futures;
    uint32_t mask;
    bool marks;
} Seen;

static void make_table(Seen *seen, uint32_t count) {
    uint32_t size = 8;
    while (size < count * 2)
        size *= 2;
    seen->arguments = memory_new_zeroed(size, sizeof(Value));
    seen->futures = memory_new(size, sizeof(Future *));
    seen->mask = size - 1;
}

/* The place of `argument`, or where it is to be put. */
static uint32_t seen_find(const Seen *seen, Value argument) {
    uint32_t at = (uint32_t)((argument >> 4) * 0x9e3779b97f4a7c15ULL >> 32) & seen->mask;
    while (seen->arguments[at] != NOTHING && seen->arguments[at] != argument)
        at = (at + 1) & seen->mask;
    return at;
}

static void remember(Seen *seen, Value argument, Future *future) {
    if (seen->marks && is_object(argument))
        as_object(argument)->flags |= OBJ_SEEN;
    if (seen->arguments) {
        uint32_t at = seen_find(seen, argument);
        seen->arguments[at] = argument;
        seen->futures[at] = future;
    }
}

/* The child that an argument has been given already; NULL: none. `gathering` has those of args[0 .. done). */
static Future *child_of(Seen *seen, const Gathering *gathering, const Value *args, int done, int count) {
    Value argument = args[done];
    if (seen->marks && !(is_object(argument) && as_object(argument)->flags & OBJ_SEEN))
        return NULL;
    if (!seen->arguments) {
        make_table(seen, (uint32_t)count);
        for (int i = 0; i < done; i++)
            remember(seen, args[i], gathering->children[i]);
    }
    uint32_t at = seen_find(seen, argument);
    return seen->arguments[at] == argument ? seen->futures[at] : NULL;
}

static void seen_begin(Vm *vm, Seen *seen, int count) {
    *seen = (Seen){.marks = !asyncio_types(vm)->arguments_are_marked};
    if (seen->marks)
        asyncio_types(vm)->arguments_are_marked = true;
    else
        make_table(seen, (uint32_t)count);
}

static void seen_end(Vm *vm, Seen *seen, const Value *args, int count) {
    if (seen->marks)
        asyncio_types(vm)->arguments_are_marked = false;
    for (int i = 0; seen->marks && i < count; i++)
        if (is_object(args[i]))
            as_object(args[i])->flags &= (uint16_t)~OBJ_SEEN;
    free(seen->arguments);
    free(seen->futures);
}

/* The children that were done as soon as they were made, which eager tasks can be, have nobody to tell that
 * when all are there: it is told here. */
static bool add_all(Vm *vm, Gathering *gathering, Seen *seen, const Value *args, int count) {
    List *eager = NULL;
    for (int i = 0; i < count; i++) {
        Future *earlier = child_of(seen, gathering, args, i, count);
        if (earlier) {
            if (!gathering_add(vm, gathering, earlier, true))
                return false;
            continue;
        }
        Future *future = asyncio_ensure_future(vm, args[i], gathering->future.loop);
        if (!future)
            return false;
        gathering->future.loop = future->loop;
        remember(seen, args[i], future);
        bool made = object_value(future) != args[i];
        if (made)
            future->head.flags |= TASK_QUIET;
        if (made && future_is_done(future)) {
            if (!eager) {
                eager = list_new(vm, 1);
                vm_root(vm, object_value(eager));
            }
            list_append(vm, eager, object_value(future));
            gathering_add_eager(gathering, future);
        } else if (!gathering_add(vm, gathering, future, false)) {
            return false;
        }
    }
    for (int64_t i = 0; eager && i < eager->count; i++)
        if (!gathering_child_done(vm, gathering, AS(Future, eager->items[i])))
            return false;
    return true;
}

/* return_exceptions, then the awaitables. */
Value asyncio_gather(Vm *vm, Value *args, int argc) {
    int truth = args[0] == NOTHING ? 0 : value_truth(vm, args[0]);
    if (truth < 0)
        return NOTHING;
    int count = argc - 1;
    if (count == 0) {
        Loop *loop = asyncio_get_loop(vm);
        if (!loop)
            return NOTHING;
        Future *future = future_new(vm, loop);
        future_set_result(vm, future, object_value(list_new(vm, 0)));
        return object_value(future);
    }
    Gathering *gathering = gathering_new(vm, NULL, (uint32_t)count, truth);
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(gathering));
    Seen seen;
    seen_begin(vm, &seen, count);
    bool ok = add_all(vm, gathering, &seen, args + 1, count);
    seen_end(vm, &seen, args + 1, count);
    vm_root_reset(vm, mark);
    if (ok)
        return object_value(gathering);
    gathering_abandon(gathering);
    return NOTHING;
}
