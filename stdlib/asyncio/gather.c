/* asyncio.gather(): what it does before the gathering runs by itself (vm/gathering.h). */
#include <stdlib.h>

#include "stdlib/asyncio/asyncio.h"
#include "vm/memory.h"

/* Which arguments have been seen, and the future of each: a table of pointers, open addressing. */
typedef struct Seen {
    Value *arguments;
    Future **futures;
    uint32_t mask;
} Seen;

static void seen_init(Seen *seen, uint32_t count) {
    uint32_t size = 8;
    while (size < count * 2)
        size *= 2;
    seen->arguments = memory_new_zeroed(size, sizeof(Value));
    seen->futures = memory_new(size, sizeof(Future *));
    seen->mask = size - 1;
}

static void seen_free(Seen *seen) {
    free(seen->arguments);
    free(seen->futures);
}

/* The place of `argument`, or where it is to be put. */
static uint32_t seen_find(const Seen *seen, Value argument) {
    uint32_t at = (uint32_t)((argument >> 4) * 0x9e3779b97f4a7c15ULL >> 32) & seen->mask;
    while (seen->arguments[at] != NOTHING && seen->arguments[at] != argument)
        at = (at + 1) & seen->mask;
    return at;
}

/* The children that were done as soon as they were made, which eager tasks can be, have nobody to tell that
 * when all are there: it is told here. */
static bool add_all(Vm *vm, Gathering *gathering, Seen *seen, const Value *args, int count) {
    List *eager = NULL;
    for (int i = 0; i < count; i++) {
        uint32_t at = seen_find(seen, args[i]);
        bool again = seen->arguments[at] != NOTHING;
        if (!again) {
            Future *future = asyncio_ensure_future(vm, args[i], gathering->future.loop);
            if (!future)
                return false;
            if (object_value(future) != args[i])
                future->head.flags |= TASK_QUIET;
            gathering->future.loop = future->loop;
            seen->arguments[at] = args[i];
            seen->futures[at] = future;
            if (object_value(future) != args[i] && future_is_done(future)) {
                if (!eager) {
                    eager = list_new(vm, 1);
                    vm_root(vm, object_value(eager));
                }
                list_append(vm, eager, object_value(future));
                gathering_add_eager(gathering, future);
                continue;
            }
        }
        if (!gathering_add(vm, gathering, seen->futures[at], again))
            return false;
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
    seen_init(&seen, (uint32_t)count);
    bool ok = add_all(vm, gathering, &seen, args + 1, count);
    seen_free(&seen);
    vm_root_reset(vm, mark);
    if (ok)
        return object_value(gathering);
    gathering_abandon(gathering);
    return NOTHING;
}
