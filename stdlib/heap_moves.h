/* The moves of heapq on a list, for others that keep a binary heap. Both compare with `<`, and so may run
 * scripts. */
#ifndef BIDE_STDLIB_HEAP_MOVES_H
#define BIDE_STDLIB_HEAP_MOVES_H

#include "vm/vm.h"

/* heappush(heap, item); the caller keeps `heap` alive. False: raised. */
bool heap_push(Vm *vm, List *heap, Value item);

/* heappop(heap); it must not be empty. NOTHING: raised. */
Value heap_pop(Vm *vm, List *heap);

#endif
