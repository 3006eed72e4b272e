#include "vm/heap_pauses.h"

#include <stdlib.h>
#include <time.h>

#include "vm/memory.h"

PauseLog *pause_log_new(void) {
    return memory_new_zeroed(1, sizeof(PauseLog));
}

void pause_log_free(PauseLog *log) {
    if (log)
        free(log->nanoseconds);
    free(log);
}

static uint64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return (uint64_t)time.tv_sec * 1000000000 + (uint64_t)time.tv_nsec;
}

void pause_begin(PauseLog *log) {
    if (log)
        log->began = now();
}

void pause_end(PauseLog *log) {
    if (!log || log->ended)
        return;
    if (log->count == log->capacity) {
        log->capacity = log->capacity ? log->capacity * 2 : 1024;
        log->nanoseconds = memory_resize(log->nanoseconds, log->capacity, sizeof(uint64_t));
    }
    log->nanoseconds[log->count++] = now() - log->began;
}

static int compare(const void *left, const void *right) {
    uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
    return (a > b) - (a < b);
}

PauseSummary pause_log_summary(PauseLog *log) {
    PauseSummary summary = {.count = log->count};
    if (log->count == 0)
        return summary;
    qsort(log->nanoseconds, log->count, sizeof(uint64_t), compare);
    for (size_t i = 0; i < log->count; i++)
        summary.total += (double)log->nanoseconds[i] * 1e-9;
    summary.median = (double)log->nanoseconds[log->count / 2] * 1e-9;
    summary.percentile_99 = (double)log->nanoseconds[log->count * 99 / 100] * 1e-9;
    summary.longest = (double)log->nanoseconds[log->count - 1] * 1e-9;
    return summary;
}
