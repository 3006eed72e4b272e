/* `bide trace`: the scheduler's events on standard error as they happen, one aligned line each. */
#ifndef BIDE_CLI_TRACE_H
#define BIDE_CLI_TRACE_H

#include "vm/scheduler_events.h"

typedef struct Trace {
    SchedulerObserver observer;
    double start; /* on the loop's clock: times are shown from here */
} Trace;

/* Has every event of `vm` printed from now on; `trace` is the caller's, and lives as long as the vm. False:
 * raised. */
bool trace_begin(Vm *vm, Trace *trace);

#endif
