#include "vm/pending_tasks.h"

#include <stdlib.h>

#include "vm/memory.h"
#include "vm/task.h"

enum { FEW = 64 }; /* no capacity is below that, and among so many places holes do not matter */

/* Closes the holes, and makes the array as large as `capacity`. */
static void close_holes(PendingTasks *pending, uint32_t capacity) {
    uint32_t kept = 0, searched = 0;
    for (uint32_t place = 0; place < pending->end; place++) {
        if (place == pending->search)
            searched = kept;
        Task *task = pending->tasks[place];
        if (!task)
            continue;
        pending->tasks[kept++] = task;
        task->place = kept;
    }
    pending->search = pending->search < pending->end ? searched : kept;
    pending->end = kept;
    pending->tasks = memory_resize(pending->tasks, capacity, sizeof(Task *));
    pending->capacity = capacity;
}

void pending_tasks_add(PendingTasks *pending, Task *task) {
    if (pending->end == pending->capacity) {
        bool is_full = pending->count > pending->capacity / 2;
        close_holes(pending, is_full || !pending->tasks ? pending->capacity * 2 + FEW : pending->capacity);
    }
    pending->tasks[pending->end++] = task;
    task->place = pending->end;
    pending->count++;
}

void pending_tasks_remove(PendingTasks *pending, Task *task) {
    if (task->place == 0)
        return;
    pending->tasks[task->place - 1] = NULL;
    task->place = 0;
    pending->count--;
    if (pending->end > FEW && pending->count < pending->end / 4)
        close_holes(pending, pending->count * 2 + FEW);
}

Task *pending_tasks_next(const PendingTasks *pending, uint32_t *place) {
    while (*place < pending->end) {
        Task *task = pending->tasks[(*place)++];
        if (task)
            return task;
    }
    return NULL;
}

Task *pending_tasks_first(const PendingTasks *pending) {
    uint32_t place = 0;
    return pending_tasks_next(pending, &place);
}

void pending_tasks_free(PendingTasks *pending) {
    free(pending->tasks);
    *pending = (PendingTasks){0};
}
