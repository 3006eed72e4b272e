/* What gather() returns: a future of several results.
 *
 * It is itself the callback of each of its children (READY_GATHERED), so a child costs one word in its list
 * and one in the child. */
#ifndef BIDE_VM_GATHERING_H
#define BIDE_VM_GATHERING_H

#include "vm/future.h"

typedef struct Gathering {
    Future future;
    Future **children; /* malloc'ed; in the order of the results, repeated where an argument was */
    uint32_t count;
    uint32_t waiting; /* for so many different children */
    bool return_exceptions;
    bool cancel_requested;
    Value last_message; /* of that request, where the last child is a task that was to be told so at its next
                           step */
} Gathering;

extern const NativeLayout gathering_layout;

/* A pending gathering with room for `capacity` children. */
Gathering *gathering_new(Vm *vm, Loop *loop, uint32_t capacity, bool return_exceptions);

/* Adds the next child; `again`: it is there already. False: raised. */
bool gathering_add(Vm *vm, Gathering *gathering, Future *child, bool again);

/* Adds the next child, which was made for this and was done at once: gathering_child_done() is to be called
 * when all are there. */
void gathering_add_eager(Gathering *gathering, Future *child);

/* Nobody will ever wait for it: children that end merely count as asked for their exceptions. */
void gathering_abandon(Gathering *gathering);

/* `child` is done: as one of READY_GATHERED. False: raised. */
bool gathering_child_done(Vm *vm, Gathering *gathering, Future *child);

/* 1: at least one child was cancelled, 0: none, -1: raised. */
int gathering_cancel(Vm *vm, Gathering *gathering, Value message);

#endif
