/* asyncio.Event, for those that are built on one. */
#ifndef BIDE_STDLIB_ASYNCIO_EVENT_H
#define BIDE_STDLIB_ASYNCIO_EVENT_H

#include "stdlib/asyncio/wait_list.h"

typedef struct Event {
    Obj head;
    WaitList waiters;
    Loop *loop;
    bool is_set;
} Event;

void event_set(Vm *vm, Event *event);

/* event.wait(): the coroutine. */
Value event_wait(Vm *vm, Event *event);

/* One step of event_wait()'s coroutine, for others that wait in the same way. */
ResumeResult event_wait_resume(Vm *vm, NativeCoroutine *base, Value sent, Value thrown, Value *result);

#endif
