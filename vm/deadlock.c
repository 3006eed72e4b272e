/* The words of a DeadlockError: who waits for what and where, and who waits for one another.
 *
 * Every task that waits is a node of a graph, and leads to the tasks it waits for: the one it awaits, the
 * children of a gathering, the holder of a lock. A cycle is looked for by walking the graph depth first. */
#include <stdlib.h>

#include "vm/event_loop.h"
#include "vm/memory.h"
#include "vm/source_text.h"

enum {
    MOST_TASKS = 100, /* named one by one */
    MOST_AWAITED = 6, /* of one task, named one by one */
};

/* The index-th future that a task waits for and that is not done; false: no more. */
static bool find_awaited(Vm *vm, const Task *task, uint32_t index, AwaitedFuture *found) {
    Value awaited = task_innermost_awaited(vm, task);
    if (is_kind(awaited, KIND_NATIVE_COROUTINE) && vm->scheduler->find_awaited &&
        vm->scheduler->find_awaited(AS(NativeCoroutine, awaited), index, found))
        return true;
    *found = (AwaitedFuture){NULL, ""};
    if (task->waiter == NOTHING)
        return false;
    if (is_native(task->waiter, &gathering_layout)) {
        Gathering *gathering = AS(Gathering, task->waiter);
        for (uint32_t i = 0; i < gathering->count && !found->future; i++)
            if (!future_is_done(gathering->children[i]) && index-- == 0)
                found->future = gathering->children[i];
    } else if (index == 0 && is_task(task->waiter)) {
        found->future = AS(Future, task->waiter);
    } else if (index == 0 && is_future(task->waiter) && !future_is_done(AS(Future, task->waiter))) {
        found->future = future_source(AS(Future, task->waiter));
        found->through = "a shield of ";
    }
    return found->future != NULL;
}

/* ---- One task ---- */

static void write_source_line(const Code *code, uint32_t line, StringBuilder *out) {
    size_t length;
    const char *source = code->source ? source_text_line(code->source, (int)line, &length) : NULL;
    if (!source)
        return;
    while (length > 0 && (*source == ' ' || *source == '\t')) {
        source++;
        length--;
    }
    builder_add_c(out, ": ");
    builder_add_chars(out, source, length);
}

/* " (Task-2, Task-3)": those that it waits for together. */
static void write_group(Vm *vm, const Task *task, StringBuilder *out) {
    AwaitedFuture awaited;
    if (!find_awaited(vm, task, 0, &awaited) || *awaited.through ||
        object_value(awaited.future) == task->waiter)
        return;
    uint32_t count = 0;
    do {
        builder_add_c(out, count ? ", " : " (");
        if (count == MOST_AWAITED) {
            builder_add_c(out, "...");
            break;
        }
        scheduler_describe_future(vm, object_value(awaited.future), out);
    } while (find_awaited(vm, task, ++count, &awaited));
    builder_add_char(out, ')');
}

static void write_task(Vm *vm, Task *task, StringBuilder *out) {
    builder_format(vm, out, "\n  %S waits for ", task_name(vm, task));
    task_describe_wait(vm, task, out);
    write_group(vm, task, out);
    Code *code;
    uint32_t instruction;
    if (!task_place(vm, task, &code, &instruction))
        return;
    uint32_t line = code_position(code, instruction).line;
    builder_format(vm, out, "\n    %S:%d", code->file_name, (int)line);
    write_source_line(code, line, out);
}

/* ---- The cycle ---- */

typedef enum NodeState { NODE_NEW, NODE_ON_PATH, NODE_DONE } NodeState;

typedef struct Node {
    Task *task;
    uint8_t state;       /* NodeState */
    uint32_t next;       /* while on the path: which of those it waits for comes next */
    const char *through; /* see AwaitedFuture: how it waits for the next on the path */
} Node;

typedef struct Graph {
    Node *nodes; /* in order of address */
    uint32_t *path;
    uint32_t count, path_length;
} Graph;

static int compare_nodes(const void *a, const void *b) {
    const Task *left = ((const Node *)a)->task, *right = ((const Node *)b)->task;
    return left < right ? -1 : left > right;
}

static Node *find_node(const Graph *graph, const Future *future) {
    Node key = {.task = (Task *)future};
    return bsearch(&key, graph->nodes, graph->count, sizeof key, compare_nodes);
}

/* Walks from `start`. True: the path ends with a node that leads to *entry, which is on the path. */
static bool walk(Vm *vm, Graph *graph, Node *start, uint32_t *entry) {
    graph->path_length = 0;
    start->state = NODE_ON_PATH;
    graph->path[graph->path_length++] = (uint32_t)(start - graph->nodes);
    while (graph->path_length > 0) {
        Node *node = &graph->nodes[graph->path[graph->path_length - 1]];
        AwaitedFuture awaited;
        if (!find_awaited(vm, node->task, node->next++, &awaited)) {
            node->state = NODE_DONE;
            graph->path_length--;
            continue;
        }
        Node *to = find_node(graph, awaited.future);
        if (!to || to->state == NODE_DONE)
            continue;
        node->through = awaited.through;
        if (to->state == NODE_ON_PATH) {
            *entry = (uint32_t)(to - graph->nodes);
            return true;
        }
        to->state = NODE_ON_PATH;
        graph->path[graph->path_length++] = (uint32_t)(to - graph->nodes);
    }
    return false;
}

/* The path from `entry` on, which leads back to it; told from its oldest task on. */
static void write_path(Vm *vm, const Graph *graph, uint32_t entry, const Task *oldest, StringBuilder *out) {
    uint32_t from = 0, shift = 0;
    while (graph->path[from] != entry)
        from++;
    uint32_t length = graph->path_length - from;
    while (shift < length && graph->nodes[graph->path[from + shift]].task != oldest)
        shift++;
    builder_add_c(out, "\n  a cycle:");
    for (uint32_t i = 0; i < length; i++) {
        const Node *node = &graph->nodes[graph->path[from + (shift + i) % length]];
        const Node *next = &graph->nodes[graph->path[from + (shift + i + 1) % length]];
        builder_format(vm, out, "\n    %S waits for %s%S%s", task_name(vm, node->task), node->through,
                       task_name(vm, next->task), i < length - 1 ? "," : "");
    }
}

static bool is_on_cycle(const Graph *graph, uint32_t entry, const Task *task) {
    for (uint32_t i = graph->path_length; i-- > 0;) {
        if (graph->nodes[graph->path[i]].task == task)
            return true;
        if (graph->path[i] == entry)
            return false;
    }
    return false;
}

static bool waits_in(const Task *task, const Loop *loop) {
    return task->future.loop == loop && task->waiter != NOTHING;
}

static void write_cycle(Vm *vm, const Loop *loop, uint32_t count, StringBuilder *out) {
    Graph graph = {memory_new_zeroed(count, sizeof(Node)), memory_new(count, sizeof(uint32_t)), 0, 0};
    const PendingTasks *pending = &vm->scheduler->pending;
    uint32_t place = 0;
    for (Task *task; (task = pending_tasks_next(pending, &place));)
        if (waits_in(task, loop))
            graph.nodes[graph.count++] = (Node){.task = task, .through = ""};
    qsort(graph.nodes, graph.count, sizeof(Node), compare_nodes);
    place = 0;
    for (Task *task; (task = pending_tasks_next(pending, &place));) {
        Node *node = waits_in(task, loop) ? find_node(&graph, &task->future) : NULL;
        uint32_t entry;
        if (!node || node->state != NODE_NEW || !walk(vm, &graph, node, &entry))
            continue;
        Task *oldest;
        place = 0;
        do
            oldest = pending_tasks_next(pending, &place);
        while (!is_on_cycle(&graph, entry, oldest));
        write_path(vm, &graph, entry, oldest, out);
        break;
    }
    free(graph.nodes);
    free(graph.path);
}

Value deadlock_describe(Vm *vm, Loop *loop) {
    StringBuilder out;
    builder_init(&out);
    builder_add_c(&out,
                  "the program can never go on: nothing is ready, no timer is set, no descriptor is watched");
    uint32_t count = 0, place = 0;
    for (Task *task; (task = pending_tasks_next(&vm->scheduler->pending, &place));)
        if (waits_in(task, loop) && count++ < MOST_TASKS)
            write_task(vm, task, &out);
    if (count > MOST_TASKS)
        builder_format(vm, &out, "\n  and %d more tasks wait", (int)(count - MOST_TASKS));
    if (count > 0)
        write_cycle(vm, loop, count, &out);
    else
        builder_add_c(&out, "; there are no tasks");
    return builder_finish(vm, &out);
}
