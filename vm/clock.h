/* A clock is an object: all that a script can learn of time, and all its waiting, goes through vm->clock.
 *
 * A real clock asks the system. A virtual one is a number, the seconds that have gone by, which starts at
 * zero and moves only when somebody would have waited: sleeping adds to it, and the event loop sets it to the
 * deadline it would have waited for. Running code takes no time on it. docs/virtual-time.md has the rules as
 * a script sees them. */
#ifndef BIDE_VM_CLOCK_H
#define BIDE_VM_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

#include "vm/value.h"

typedef struct Clock {
    bool is_virtual;
    double now; /* of a virtual clock: seconds since it started */
} Clock;

/* Time differences up to this count as none: timers are due when their deadline is less than now +
 * CLOCK_RESOLUTION. */
#define CLOCK_RESOLUTION 1e-9

/* What time.time() of a virtual clock begins with: 18 May 2033, 03:33:20 UTC. */
#define VIRTUAL_EPOCH 2000000000.0

/* A real or a virtual clock; freed with free(). */
Clock *clock_new(bool is_virtual);

/* Seconds since 1970, and the same in nanoseconds: time.time(), time.time_ns(). */
double clock_time(const Clock *clock);
int64_t clock_time_ns(const Clock *clock);

/* Seconds that only ever go forward: time.monotonic(), time.perf_counter(), loop.time(). */
double clock_monotonic(const Clock *clock);
int64_t clock_monotonic_ns(const Clock *clock);

/* A virtual clock is set to `monotonic`, unless it has passed that already. */
void clock_jump(Clock *clock, double monotonic);

/* time.sleep(): waits `seconds` (>= 0; infinity is for ever). Signals are served meanwhile. False: raised. */
bool clock_sleep(Vm *vm, double seconds);

#endif
