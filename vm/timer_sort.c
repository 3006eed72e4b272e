/* Sorting timers by their deadlines, digit by digit, the lowest first (LSD radix sort): as it compares
 * nothing, nothing is mispredicted, and digits in which all deadlines agree, which are about half of them,
 * cost nothing more. */
#include <string.h>

#include "vm/timer_heap.h"

enum { DIGITS = 8, DIGIT_BITS = 8, DIGIT_VALUES = 1 << DIGIT_BITS };

/* A number that is less where the deadline is. */
static uint64_t sort_key(double deadline) {
    uint64_t bits;
    memcpy(&bits, &deadline, sizeof bits);
    return bits ^ (bits >> 63 ? UINT64_MAX : (uint64_t)1 << 63);
}

static unsigned digit_of(uint64_t key, unsigned digit) {
    return key >> digit * DIGIT_BITS & (DIGIT_VALUES - 1);
}

TimerNode *timer_nodes_sort(TimerNode *nodes, TimerNode *spare, uint32_t count) {
    uint32_t counts[DIGITS][DIGIT_VALUES] = {{0}};
    uint64_t before = 0;
    bool is_sorted = true;
    for (uint32_t i = 0; i < count; i++) {
        uint64_t key = sort_key(nodes[i].deadline);
        is_sorted &= before <= key;
        before = key;
        for (unsigned digit = 0; digit < DIGITS; digit++)
            counts[digit][digit_of(key, digit)]++;
    }
    for (unsigned digit = 0; !is_sorted && digit < DIGITS; digit++) {
        if (counts[digit][digit_of(before, digit)] == count)
            continue;
        uint32_t places[DIGIT_VALUES], place = 0;
        for (unsigned value = 0; value < DIGIT_VALUES; value++) {
            places[value] = place;
            place += counts[digit][value];
        }
        for (uint32_t i = 0; i < count; i++)
            spare[places[digit_of(sort_key(nodes[i].deadline), digit)]++] = nodes[i];
        TimerNode *sorted = spare;
        spare = nodes;
        nodes = sorted;
    }
    return nodes;
}
