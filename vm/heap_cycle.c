#include "vm/heap_cycle.h"

#include "vm/heap_internal.h"
#include "vm/heap_trace.h"
#include "vm/heap_verify.h"
#include "vm/interrupt.h"

static void begin_cycle(Heap *heap) {
    heap->phase = HEAP_MARKING;
    heap_mark_begin(heap);
    heap_verify_snapshot(heap);
}

static void end_marking(Heap *heap) {
    heap_verify_marks(heap);
    heap_drop_dead(heap, heap->vm);
    for (size_t i = 0; i < heap->weak_table_count; i++)
        heap->weak_tables[i].call(heap, heap->weak_tables[i].state);
    heap_mark_end(heap);
    heap->phase = HEAP_SWEEPING;
    heap_sweep_begin(heap);
}

/* Works on the phase that the cycle is in. True: the cycle has ended. */
static bool advance(Heap *heap, size_t work, size_t sweep_work) {
    switch ((HeapPhase)heap->phase) {
    case HEAP_IDLE: begin_cycle(heap); break;
    case HEAP_MARKING:
        if (heap_mark_some(heap, work)) {
            heap->phase = HEAP_FINDING;
            heap_find_begin(heap);
        }
        break;
    case HEAP_FINDING:
        if (heap_find_some(heap, work))
            heap->phase = HEAP_REVIVING;
        break;
    case HEAP_REVIVING:
        if (heap_mark_some(heap, work))
            end_marking(heap);
        break;
    case HEAP_SWEEPING:
        if (!heap_sweep_some(heap, sweep_work))
            break;
        heap->phase = HEAP_IDLE;
        heap->collections++;
        return true;
    }
    return false;
}

/* The next cycle begins when twice as much is taken as survived this one. What has been made while it swept
 * does not count: it mostly lies where the dead were, and is garbage by now itself. */
static void schedule_cycle(Heap *heap) {
    ptrdiff_t growth = heap->survivors;
    heap->next_step = heap->survivors + (growth > HEAP_FIRST_THRESHOLD ? growth : HEAP_FIRST_THRESHOLD);
}

static void note_peak(Heap *heap) {
    if (heap->bytes > (ptrdiff_t)heap->peak_bytes)
        heap->peak_bytes = (size_t)heap->bytes;
}

void heap_hurry_step(Heap *heap) {
    if (!(heap->vm->interrupts & INTERRUPT_HEAP))
        interrupt_request(heap->vm, INTERRUPT_HEAP);
}

static void end_cycle(Heap *heap) {
    while (heap->phase != HEAP_IDLE)
        advance(heap, SIZE_MAX, SIZE_MAX);
}

void heap_find_unreachable(Heap *heap) {
    pause_begin(heap->pauses);
    note_peak(heap);
    end_cycle(heap);
    while (heap->phase != HEAP_SWEEPING)
        advance(heap, SIZE_MAX, SIZE_MAX);
    pause_end(heap->pauses);
}

void heap_collect(Heap *heap) {
    heap_find_unreachable(heap);
    pause_begin(heap->pauses);
    end_cycle(heap);
    schedule_cycle(heap);
    pause_end(heap->pauses);
}

void heap_step(Heap *heap) {
#ifdef BIDE_GC_STRESS
    heap_collect(heap);
#else
    pause_begin(heap->pauses);
    note_peak(heap);
    heap->work = 0;
    size_t work = heap_verify_work(heap, HEAP_STEP_WORK),
           sweep_work = heap_verify_work(heap, HEAP_SWEEP_WORK);
    if (advance(heap, work, sweep_work))
        schedule_cycle(heap);
    else
        heap->next_step = heap->bytes + HEAP_STEP_BYTES;
    pause_end(heap->pauses);
#endif
}
