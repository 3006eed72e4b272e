/* The tasks that are pending, in order of creation.
 *
 * An array in which every task knows its place. A task that ends leaves a hole behind, so that adding and
 * removing touch no other task, and holes go when there are more of them than tasks. The array does not keep
 * the tasks alive: what will wake them does. */
#ifndef BIDE_VM_PENDING_TASKS_H
#define BIDE_VM_PENDING_TASKS_H

#include <stdint.h>

typedef struct Task Task;

/* All zero is an empty one. */
typedef struct PendingTasks {
    Task **tasks; /* malloc'ed; NULL: a hole */
    uint32_t count, end, capacity;
    uint32_t search; /* how far the collector has looked at them: a place to go on from */
} PendingTasks;

/* Adds a new task, or takes one out (nothing happens if it is not in). */
void pending_tasks_add(PendingTasks *pending, Task *task);
void pending_tasks_remove(PendingTasks *pending, Task *task);

/* The first task from *place on, which is moved behind it; NULL: there is none. Start with *place = 0. Tasks
 * that are added or removed meanwhile may lead to others being left out. */
Task *pending_tasks_next(const PendingTasks *pending, uint32_t *place);

/* The oldest; NULL: there is none. */
Task *pending_tasks_first(const PendingTasks *pending);

void pending_tasks_free(PendingTasks *pending);

#endif
