/* When the collector does what: the phases of a cycle, how far a step goes, and when the next one is due. */
#ifndef BIDE_VM_HEAP_CYCLE_H
#define BIDE_VM_HEAP_CYCLE_H

enum {
    HEAP_FIRST_THRESHOLD = 2 * 1024 * 1024, /* bytes: short scripts never collect, others stay in the cache */
    HEAP_STEP_BYTES = 64 * 1024,            /* allocated between one step of a cycle and the next */
    /* Work of a step: objects and references looked at (some 5 to 20 ns each), or cells swept. A reference
     * stands for some 16 bytes, so marking is about four times as fast as allocating. */
    HEAP_STEP_WORK = 16 * 1024,
    HEAP_SWEEP_WORK = 8 * 1024,
};

#endif
