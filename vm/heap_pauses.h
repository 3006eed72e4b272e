/* How long the collector made the program wait: every pause, so that a median, a 99th percentile and a
 * maximum can be told. Nothing is recorded, and no clock is asked, until somebody wants to know. */
#ifndef BIDE_VM_HEAP_PAUSES_H
#define BIDE_VM_HEAP_PAUSES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct PauseLog {
    uint64_t *nanoseconds; /* malloc'ed: one a pause, in order of time */
    size_t count, capacity;
    uint64_t began; /* of the pause that has not ended */
    bool ended;     /* no more are recorded */
} PauseLog;

/* All in seconds; all zero when there was no pause. */
typedef struct PauseSummary {
    size_t count;
    double total, median, percentile_99, longest;
} PauseSummary;

PauseLog *pause_log_new(void);
void pause_log_free(PauseLog *log); /* NULL is fine */

/* A pause begins and ends. `log` may be NULL: then nothing happens. */
void pause_begin(PauseLog *log);
void pause_end(PauseLog *log);

/* Sorts the pauses by length, so it is for the end. */
PauseSummary pause_log_summary(PauseLog *log);

#endif
