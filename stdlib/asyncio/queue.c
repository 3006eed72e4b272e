/* asyncio.Queue, PriorityQueue and LifoQueue.
 *
 * The items are in a list: a queue takes them from its front (`taken` counts those that are gone but not yet
 * cut off), a stack from its end, and a priority queue keeps a binary heap in it. A subclass may put its own
 * methods in the place of _init(), _put(), _get() and _qsize(). */
#include "stdlib/asyncio/queue.h"

#include <stdio.h>

#include "stdlib/asyncio/event.h"
#include "stdlib/asyncio/lock.h"
#include "stdlib/heap_moves.h"

typedef enum QueueOrder { ORDER_FIFO, ORDER_PRIORITY, ORDER_LIFO } QueueOrder;

struct Queue {
    Obj head;
    WaitList getters, putters;
    Loop *loop;
    Event *finished; /* set while nothing is unfinished */
    List *items;
    Value storage; /* what a subclass keeps in self._queue instead; NOTHING: `items` it is */
    int64_t taken;
    int64_t maximum; /* <= 0: none */
    int64_t unfinished;
    uint8_t order;
    bool shut_down; /* nothing is put any more, and get() fails when nothing is left */
};

static void queue_trace(Heap *heap, Obj *self) {
    Queue *queue = (Queue *)self;
    wait_list_trace(heap, &queue->getters);
    wait_list_trace(heap, &queue->putters);
    heap_mark_object(heap, queue->loop);
    heap_mark_object(heap, queue->finished);
    heap_mark_object(heap, queue->items);
    heap_mark(heap, queue->storage);
}

static void queue_free(Vm *vm, Obj *self) {
    (void)vm;
    wait_list_free(&((Queue *)self)->getters);
    wait_list_free(&((Queue *)self)->putters);
}

static const NativeLayout queue_layout = {"Queue", sizeof(Queue), queue_trace, queue_free};

void queue_list_getters(Vm *vm, const Queue *queue, List *futures) {
    uint32_t place = queue->getters.first;
    for (const Waiter *waiter; (waiter = wait_list_next(&queue->getters, &place));)
        list_append(vm, futures, object_value(waiter->future));
}

/* ---- Items ---- */

static int64_t native_size(Vm *vm, const Queue *queue) {
    if (queue->storage != NOTHING)
        return value_length(vm, queue->storage);
    return queue->items->count - queue->taken;
}

/* -1: raised. */
static int64_t queue_size(Vm *vm, Queue *queue) {
    Value method = asyncio_overridden(vm, object_value(queue), "_qsize");
    if (method == NOTHING)
        return native_size(vm, queue);
    Value answer = vm_call1(vm, method, object_value(queue));
    int64_t size;
    return answer != NOTHING && value_to_index(vm, answer, &size) ? size : -1;
}

static bool native_put(Vm *vm, Queue *queue, Value item) {
    if (queue->order == ORDER_PRIORITY)
        return heap_push(vm, queue->items, item);
    list_append(vm, queue->items, item);
    return true;
}

static bool put_item(Vm *vm, Queue *queue, Value item) {
    Value method = asyncio_overridden(vm, object_value(queue), "_put");
    if (method == NOTHING)
        return native_put(vm, queue, item);
    return vm_call2(vm, method, object_value(queue), item) != NOTHING;
}

/* There is one. */
static Value native_get(Vm *vm, Queue *queue) {
    List *items = queue->items;
    if (queue->order == ORDER_PRIORITY)
        return heap_pop(vm, items);
    heap_write_barrier(vm->heap, items);
    if (queue->order == ORDER_LIFO)
        return items->items[--items->count];
    Value item = items->items[queue->taken];
    items->items[queue->taken++] = NONE;
    if (queue->taken == items->count) {
        items->count = queue->taken = 0;
    } else if (queue->taken > 32 && queue->taken > items->count / 2) {
        list_remove_range(vm, items, 0, queue->taken);
        queue->taken = 0;
    }
    return item;
}

static Value get_item(Vm *vm, Queue *queue) {
    Value method = asyncio_overridden(vm, object_value(queue), "_get");
    return method == NOTHING ? native_get(vm, queue) : vm_call1(vm, method, object_value(queue));
}

/* 1, 0, -1: raised. */
static int is_empty(Vm *vm, Queue *queue) {
    int64_t size = queue_size(vm, queue);
    return size < 0 ? -1 : size == 0;
}

static int is_full(Vm *vm, Queue *queue) {
    if (queue->maximum <= 0)
        return 0;
    int64_t size = queue_size(vm, queue);
    return size < 0 ? -1 : size >= queue->maximum;
}

/* ---- Putting and getting ---- */

/* Wakes the first that is still waiting, and takes it from the list. */
static inline void wake_up_next(Vm *vm, WaitList *list) {
    while (list->count > 0) {
        uint32_t place = list->first;
        Waiter *waiter = wait_list_next(list, &place);
        wait_list_remove(list, waiter);
        if (!future_is_done(waiter->future)) {
            future_set_result(vm, waiter->future, NONE);
            return;
        }
    }
}

static bool check_not_shut_down(Vm *vm, const Queue *queue) {
    if (queue->shut_down)
        vm_raise(vm, asyncio_types(vm)->queue_shut_down, NULL);
    return !queue->shut_down;
}

/* An item has been put. */
static void item_added(Vm *vm, Queue *queue) {
    queue->unfinished++;
    queue->finished->is_set = false;
    wake_up_next(vm, &queue->getters);
}

bool queue_put_now(Vm *vm, Queue *queue, Value item) {
    if (!check_not_shut_down(vm, queue))
        return false;
    int full = is_full(vm, queue);
    if (full > 0)
        vm_raise(vm, asyncio_types(vm)->queue_full, NULL);
    if (full != 0 || !put_item(vm, queue, item))
        return false;
    item_added(vm, queue);
    return true;
}

static Value get_now(Vm *vm, Queue *queue) {
    int empty = is_empty(vm, queue);
    if (empty > 0)
        vm_raise(vm, queue->shut_down ? asyncio_types(vm)->queue_shut_down : asyncio_types(vm)->queue_empty,
                 NULL);
    if (empty != 0)
        return NOTHING;
    Value item = get_item(vm, queue);
    if (item != NOTHING)
        wake_up_next(vm, &queue->putters);
    return item;
}

/* Waiting ended with an exception: if it had been woken as well, somebody else is woken in its place. */
static void give_up(Vm *vm, Waiter *self, WaitList *list, int (*must_wait)(Vm *vm, Queue *queue)) {
    Value exception = vm_take_exception(vm);
    bool was_cancelled = future_is_cancelled(self->future);
    if (!future_is_done(self->future)) {
        future_cancel(vm, self->future, NONE);
        was_cancelled = true;
    }
    wait_list_remove(list, self);
    size_t mark = vm_root_mark(vm);
    vm_root(vm, exception);
    int waits = must_wait(vm, (Queue *)self->owner);
    vm_root_reset(vm, mark);
    if (waits == 0 && !was_cancelled)
        wake_up_next(vm, list);
    if (waits >= 0)
        vm->thread->exception = exception;
}

/* Waits as long as `must_wait`. RESUME_RETURNED: it need not any more. */
static ResumeResult wait_while(Vm *vm, Waiter *self, WaitList *list, int (*must_wait)(Vm *vm, Queue *queue),
                               Value thrown, Value *result) {
    Queue *queue = (Queue *)self->owner;
    for (;;) {
        if (self->base.step == 1) {
            ResumeResult outcome = waiter_step(vm, self, thrown, result);
            if (outcome == RESUME_YIELDED)
                return outcome;
            if (outcome == RESUME_RAISED) {
                give_up(vm, self, list, must_wait);
                return outcome;
            }
            wait_list_remove(list, self);
        }
        thrown = NOTHING;
        int waits = must_wait(vm, queue);
        if (waits <= 0)
            return waits < 0 ? RESUME_RAISED : RESUME_RETURNED;
        if (!check_not_shut_down(vm, queue) || !waiter_join(vm, self, list, &queue->loop))
            return RESUME_RAISED;
        self->base.step = 1;
    }
}

static ResumeResult put_resume(Vm *vm, NativeCoroutine *base, Value sent, Value thrown, Value *result) {
    Waiter *self = (Waiter *)base;
    Queue *queue = (Queue *)self->owner;
    (void)sent;
    ResumeResult outcome = wait_while(vm, self, &queue->putters, is_full, thrown, result);
    if (outcome != RESUME_RETURNED)
        return outcome;
    *result = NONE;
    return queue_put_now(vm, queue, self->extra) ? RESUME_RETURNED : RESUME_RAISED;
}

static ResumeResult get_resume(Vm *vm, NativeCoroutine *base, Value sent, Value thrown, Value *result) {
    Waiter *self = (Waiter *)base;
    Queue *queue = (Queue *)self->owner;
    (void)sent;
    ResumeResult outcome = wait_while(vm, self, &queue->getters, is_empty, thrown, result);
    if (outcome != RESUME_RETURNED)
        return outcome;
    *result = get_now(vm, queue);
    return *result == NOTHING ? RESUME_RAISED : RESUME_RETURNED;
}

static ResumeResult join_resume(Vm *vm, NativeCoroutine *base, Value sent, Value thrown, Value *result) {
    ResumeResult outcome = event_wait_resume(vm, base, sent, thrown, result);
    if (outcome == RESUME_RETURNED)
        *result = NONE;
    return outcome;
}

static void describe(Vm *vm, NativeCoroutine *base, StringBuilder *out) {
    Queue *queue = (Queue *)((Waiter *)base)->owner;
    const char *method = strchr(base->def->qualname, '.');
    builder_format(vm, out, "%T%s(), %l in the queue", object_value(queue), method, native_size(vm, queue));
}

/* It waits at the queue's event; `extra` is the queue. */
static void join_describe(Vm *vm, NativeCoroutine *base, StringBuilder *out) {
    Value queue = ((Waiter *)base)->extra;
    builder_format(vm, out, "%T.join(), %l unfinished", queue, AS(Queue, queue)->unfinished);
}

static const NativeCoroutineDef put_def = {"Queue.put", sizeof(Waiter), put_resume, waiter_trace, describe};
static const NativeCoroutineDef get_def = {"Queue.get", sizeof(Waiter), get_resume, waiter_trace, describe};
static const NativeCoroutineDef join_def = {"Queue.join", sizeof(Waiter), join_resume, waiter_trace,
                                            join_describe};

/* ---- Methods ---- */

static Queue *self_of(const Value *args) {
    return AS(Queue, args[0]);
}

/* Is it a plain Queue, of which items can be put and got without asking anybody? */
static bool is_plain(const Queue *queue) {
    return queue->storage == NOTHING && !queue->shut_down && asyncio_can_wake(queue->loop);
}

static Value put_await(Vm *vm, Value *args, int argc) {
    Queue *queue = self_of(args);
    (void)argc;
    if (!is_plain(queue) || (queue->maximum > 0 && queue->items->count - queue->taken >= queue->maximum))
        return NOTHING;
    list_append(vm, queue->items, args[1]);
    item_added(vm, queue);
    return NONE;
}

static Value get_await(Vm *vm, Value *args, int argc) {
    Queue *queue = self_of(args);
    (void)argc;
    if (!is_plain(queue) || queue->items->count == queue->taken)
        return NOTHING;
    Value item = native_get(vm, queue);
    wake_up_next(vm, &queue->putters);
    return item;
}

static Value method_put(Vm *vm, Value *args, int argc) {
    (void)argc;
    Waiter *waiter = waiter_new(vm, &put_def, self_of(args));
    waiter->extra = args[1];
    return object_value(waiter);
}

Value queue_get(Vm *vm, Queue *queue) {
    return object_value(waiter_new(vm, &get_def, queue));
}

static Value method_get(Vm *vm, Value *args, int argc) {
    (void)argc;
    return queue_get(vm, self_of(args));
}

static Value method_put_nowait(Vm *vm, Value *args, int argc) {
    (void)argc;
    return queue_put_now(vm, self_of(args), args[1]) ? NONE : NOTHING;
}

static Value method_get_nowait(Vm *vm, Value *args, int argc) {
    (void)argc;
    return get_now(vm, self_of(args));
}

static Value method_join(Vm *vm, Value *args, int argc) {
    (void)argc;
    Waiter *waiter = waiter_new(vm, &join_def, self_of(args)->finished);
    waiter->extra = args[0];
    return object_value(waiter);
}

static Value method_task_done(Vm *vm, Value *args, int argc) {
    (void)argc;
    Queue *queue = self_of(args);
    if (queue->unfinished <= 0)
        return vm_raise(vm, vm->exceptions.ValueError, "task_done() called too many times");
    if (--queue->unfinished == 0)
        event_set(vm, queue->finished);
    return vm_has_exception(vm) ? NOTHING : NONE;
}

/* Throws all items away: as many tasks are finished. */
static bool drain(Vm *vm, Queue *queue) {
    int empty;
    while ((empty = is_empty(vm, queue)) == 0) {
        if (get_item(vm, queue) == NOTHING)
            return false;
        if (queue->unfinished > 0)
            queue->unfinished--;
    }
    if (empty > 0 && queue->unfinished == 0)
        event_set(vm, queue->finished);
    return !vm_has_exception(vm);
}

static Value method_shutdown(Vm *vm, Value *args, int argc) {
    (void)argc;
    Queue *queue = self_of(args);
    int immediate = args[1] == NOTHING ? 0 : value_truth(vm, args[1]);
    if (immediate < 0)
        return NOTHING;
    queue->shut_down = true;
    if (immediate && !drain(vm, queue))
        return NOTHING;
    while (queue->getters.count > 0)
        wake_up_next(vm, &queue->getters);
    while (queue->putters.count > 0)
        wake_up_next(vm, &queue->putters);
    return vm_has_exception(vm) ? NOTHING : NONE;
}

static Value method_qsize(Vm *vm, Value *args, int argc) {
    (void)argc;
    int64_t size = queue_size(vm, self_of(args));
    return size < 0 ? NOTHING : small_int(size);
}

static Value method_empty(Vm *vm, Value *args, int argc) {
    (void)argc;
    int empty = is_empty(vm, self_of(args));
    return empty < 0 ? NOTHING : bool_value(empty);
}

static Value method_full(Vm *vm, Value *args, int argc) {
    (void)argc;
    int full = is_full(vm, self_of(args));
    return full < 0 ? NOTHING : bool_value(full);
}

static Value method_native_init(Vm *vm, Value *args, int argc) {
    (void)vm, (void)args, (void)argc;
    return NONE;
}

static Value method_native_put(Vm *vm, Value *args, int argc) {
    (void)argc;
    return native_put(vm, self_of(args), args[1]) ? NONE : NOTHING;
}

static Value method_native_get(Vm *vm, Value *args, int argc) {
    (void)argc;
    Queue *queue = self_of(args);
    if (queue->items->count == queue->taken)
        return vm_raise(vm, vm->exceptions.IndexError, "pop from an empty queue");
    return native_get(vm, queue);
}

static Value method_native_qsize(Vm *vm, Value *args, int argc) {
    (void)argc;
    int64_t size = native_size(vm, self_of(args));
    return size < 0 ? NOTHING : small_int(size);
}

static Value method_class_getitem(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    return args[0];
}

static const NativeDef methods[] = {
    {"put", method_put, 2, 2, NATIVE_COROUTINE_FUNCTION, "item"},
    {"get", method_get, 1, 1, NATIVE_COROUTINE_FUNCTION, NULL},
    {"put_nowait", method_put_nowait, 2, 2, 0, "item"},
    {"get_nowait", method_get_nowait, 1, 1, 0, NULL},
    {"join", method_join, 1, 1, NATIVE_COROUTINE_FUNCTION, NULL},
    {"task_done", method_task_done, 1, 1, 0, NULL},
    {"shutdown", method_shutdown, 1, 2, 0, "immediate"},
    {"qsize", method_qsize, 1, 1, 0, NULL},
    {"empty", method_empty, 1, 1, 0, NULL},
    {"full", method_full, 1, 1, 0, NULL},
    {"_init", method_native_init, 2, 2, 0, NULL},
    {"_put", method_native_put, 2, 2, 0, NULL},
    {"_get", method_native_get, 1, 1, 0, NULL},
    {"_qsize", method_native_qsize, 1, 1, 0, NULL},
    {"__class_getitem__", method_class_getitem, 2, 2, NATIVE_CLASS, NULL},
    END_OF_FUNCTIONS,
};

static Value get_maximum(Vm *vm, Value self) {
    (void)vm;
    return small_int(AS(Queue, self)->maximum);
}

static Value get_storage(Vm *vm, Value self) {
    Queue *queue = AS(Queue, self);
    if (queue->storage != NOTHING)
        return queue->storage;
    if (queue->taken > 0) {
        list_remove_range(vm, queue->items, 0, queue->taken);
        queue->taken = 0;
    }
    return object_value(queue->items);
}

static bool set_storage(Vm *vm, Value self, Value value) {
    (void)vm;
    AS(Queue, self)->storage = value;
    return true;
}

static Value get_unfinished(Vm *vm, Value self) {
    (void)vm;
    return small_int(AS(Queue, self)->unfinished);
}

static const NativePropertyDef properties[] = {
    {"maxsize", get_maximum, NULL},
    {"_queue", get_storage, set_storage},
    {"_unfinished_tasks", get_unfinished, NULL},
    END_OF_PROPERTIES,
};

/* ---- The types ---- */

static void write_state(Vm *vm, Value self, StringBuilder *out) {
    Queue *queue = AS(Queue, self);
    builder_format(vm, out, "maxsize=%l", queue->maximum);
    if (native_size(vm, queue) > 0)
        builder_format(vm, out, " _queue=%R", get_storage(vm, self));
    vm_clear_exception(vm);
    if (queue->getters.count > 0)
        builder_format(vm, out, " _getters[%d]", (int)queue->getters.count);
    if (queue->putters.count > 0)
        builder_format(vm, out, " _putters[%d]", (int)queue->putters.count);
    if (queue->unfinished > 0)
        builder_format(vm, out, " tasks=%l", queue->unfinished);
    if (queue->shut_down)
        builder_add_c(out, " shutdown");
    builder_add_char(out, '>');
}

static Value queue_repr(Vm *vm, Value self) {
    char address[32];
    snprintf(address, sizeof address, "%p", (void *)as_object(self));
    StringBuilder out;
    builder_init(&out);
    builder_format(vm, &out, "<%T at %s ", self, address);
    write_state(vm, self, &out);
    return builder_finish(vm, &out);
}

static Value queue_str(Vm *vm, Value self) {
    StringBuilder out;
    builder_init(&out);
    builder_format(vm, &out, "<%T ", self);
    write_state(vm, self, &out);
    return builder_finish(vm, &out);
}

static Value create_of_order(Vm *vm, Type *type, QueueOrder order) {
    Queue *queue = type_allocate(vm, type);
    queue->items = list_new(vm, 0);
    queue->finished = type_allocate(vm, asyncio_types(vm)->event);
    queue->finished->is_set = true;
    queue->order = order;
    return object_value(queue);
}

Queue *queue_new(Vm *vm) {
    return AS(Queue, create_of_order(vm, asyncio_types(vm)->queue, ORDER_FIFO));
}

#define CREATE(name, order)                                                         \
    static Value name(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) { \
        (void)args, (void)argc, (void)keywords;                                     \
        return create_of_order(vm, type, order);                                    \
    }
CREATE(create_fifo, ORDER_FIFO)
CREATE(create_priority, ORDER_PRIORITY)
CREATE(create_lifo, ORDER_LIFO)

static bool initialize(Vm *vm, Value self, Value *args, int argc, Tuple *keywords) {
    Value given[1];
    Queue *queue = AS(Queue, self);
    if (!arguments_bind_initializer(vm, "Queue.__init__", "maxsize", 0, args, argc, keywords, given))
        return false;
    if (given[0] != NOTHING && !value_to_index(vm, given[0], &queue->maximum))
        return false;
    Value method = asyncio_overridden(vm, object_value(queue), "_init");
    return method == NOTHING || vm_call2(vm, method, self, small_int(queue->maximum)) != NOTHING;
}

static const TypeDef queue_def = {
    .name = "Queue",
    .module = "asyncio.queues",
    .kind = KIND_NATIVE,
    .layout = &queue_layout,
    .size = sizeof(Queue),
    .flags = TYPE_LIKE_SCRIPT,
    .ops = {.repr = queue_repr, .str = queue_str},
    .create = create_fifo,
    .initialize = initialize,
    .methods = methods,
    .properties = properties,
};

static const TypeDef priority_queue_def = {
    .name = "PriorityQueue",
    .module = "asyncio.queues",
    .kind = KIND_NATIVE,
    .layout = &queue_layout,
    .size = sizeof(Queue),
    .create = create_priority,
};

static const TypeDef lifo_queue_def = {
    .name = "LifoQueue",
    .module = "asyncio.queues",
    .kind = KIND_NATIVE,
    .layout = &queue_layout,
    .size = sizeof(Queue),
    .create = create_lifo,
};

void queue_setup(Vm *vm, Module *module) {
    const char *from = "asyncio.queues";
    asyncio_types(vm)->queue_empty =
        asyncio_add_exception(vm, module, "QueueEmpty", from, vm->exceptions.Exception);
    asyncio_types(vm)->queue_full =
        asyncio_add_exception(vm, module, "QueueFull", from, vm->exceptions.Exception);
    asyncio_types(vm)->queue_shut_down =
        asyncio_add_exception(vm, module, "QueueShutDown", from, vm->exceptions.Exception);
    Type *queue = asyncio_types(vm)->queue = asyncio_add_type(vm, module, &queue_def, NULL);
    asyncio_set_await(vm, queue->namespace, "put", put_await);
    asyncio_set_await(vm, queue->namespace, "get", get_await);
    asyncio_add_type(vm, module, &priority_queue_def, queue);
    asyncio_add_type(vm, module, &lifo_queue_def, queue);
}
