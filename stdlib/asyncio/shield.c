/* asyncio.shield(): a future of one's own that follows the inner one, but is cancelled alone. */
#include "stdlib/asyncio/asyncio.h"

typedef struct Shield {
    Completion base;
    Future *inner, *outer;
} Shield;

static void trace(Heap *heap, Completion *base) {
    heap_mark_object(heap, ((Shield *)base)->inner);
    heap_mark_object(heap, ((Shield *)base)->outer);
}

static void inner_done(Vm *vm, Future *inner, Future *outer) {
    if (future_is_cancelled(outer)) {
        inner->head.flags &= (uint16_t)~FUTURE_UNRETRIEVED;
    } else if (future_is_cancelled(inner)) {
        future_cancel(vm, outer, NONE);
    } else if (inner->head.flags & FUTURE_FAILED) {
        inner->head.flags &= (uint16_t)~FUTURE_UNRETRIEVED;
        future_set_exception(vm, outer, AS(Tuple, inner->outcome)->items[0]);
    } else {
        future_set_result(vm, outer, inner->outcome);
    }
}

static void run(Vm *vm, Completion *completion, Value future) {
    Shield *shield = (Shield *)completion;
    if (future == object_value(shield->inner))
        inner_done(vm, shield->inner, shield->outer);
    else if (!future_is_done(shield->inner))
        future_remove_callback(vm, shield->inner, ready_target(READY_COMPLETION, shield));
}

static Future *shield_source(const Completion *completion, const Future *future) {
    const Shield *shield = (const Shield *)completion;
    return future == shield->outer ? shield->inner : NULL;
}

static const CompletionDef shield_def = {
    "shield.<locals>._outer_done_callback", sizeof(Shield), run, trace, NULL, shield_source};

void asyncio_waiting_by_shield(Vm *vm, const Completion *completion, List *waiting) {
    if (completion->def == &shield_def)
        list_append(vm, waiting, object_value(((const Shield *)completion)->outer));
}

Value asyncio_shield(Vm *vm, Value *args, int argc) {
    (void)argc;
    Future *inner = asyncio_ensure_future(vm, args[0], NULL);
    if (!inner)
        return NOTHING;
    if (future_is_done(inner))
        return object_value(inner);
    Shield *shield = completion_new(vm, &shield_def);
    shield->inner = inner;
    shield->outer = future_new(vm, inner->loop);
    ReadyTarget target = ready_target(READY_COMPLETION, shield);
    if (!future_add_callback(vm, inner, target) || !future_add_callback(vm, shield->outer, target))
        return NOTHING;
    return object_value(shield->outer);
}
