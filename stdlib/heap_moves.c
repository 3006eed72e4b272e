/* Module _heapq: a binary heap in a list, with the very moves of CPython's, since a heap's inner order can be
 * printed. */
#include "stdlib/heap_moves.h"

#include "stdlib/modules.h"
#include "vm/dict.h"

/* `which` is "argument 1", or "argument" where there is only one. */
static List *heap_argument(Vm *vm, const char *function, const char *which, Value v) {
    if (is_list(v))
        return AS(List, v);
    vm_raise(vm, vm->exceptions.TypeError, "%s() %s must be list, not %T", function, which, v);
    return NULL;
}

static int is_less(Vm *vm, Value a, Value b) {
    return value_compare_truth(vm, CMP_LT, a, b);
}

/* Comparing may run a script that changes the list: then the heap is no more. */
static bool check_unchanged(Vm *vm, const List *heap, int64_t count) {
    if (heap->count == count)
        return true;
    vm_raise(vm, vm->exceptions.RuntimeError, "list changed size during iteration");
    return false;
}

/* Moves the item at `at` towards `top` until its parent is not greater. */
static bool sift_towards_top(Vm *vm, List *heap, int64_t top, int64_t at) {
    int64_t count = heap->count;
    while (at > top) {
        int64_t parent = (at - 1) >> 1;
        int less = is_less(vm, heap->items[at], heap->items[parent]);
        if (less < 0 || !check_unchanged(vm, heap, count))
            return false;
        if (!less)
            break;
        Value item = heap->items[at];
        heap->items[at] = heap->items[parent];
        heap->items[parent] = item;
        at = parent;
    }
    return true;
}

/* Lets the item at `at` sink: the smaller child rises all the way down, then the item rises to its place. */
static bool sift_towards_leaves(Vm *vm, List *heap, int64_t at) {
    int64_t count = heap->count, top = at;
    while (at < count >> 1) {
        int64_t child = 2 * at + 1;
        if (child + 1 < count) {
            int less = is_less(vm, heap->items[child], heap->items[child + 1]);
            if (less < 0 || !check_unchanged(vm, heap, count))
                return false;
            child += !less;
        }
        Value item = heap->items[at];
        heap->items[at] = heap->items[child];
        heap->items[child] = item;
        at = child;
    }
    return sift_towards_top(vm, heap, top, at);
}

bool heap_push(Vm *vm, List *heap, Value item) {
    list_append(vm, heap, item);
    return sift_towards_top(vm, heap, 0, heap->count - 1);
}

Value heap_pop(Vm *vm, List *heap) {
    heap_write_barrier(vm->heap, heap);
    Value last = heap->items[--heap->count];
    if (heap->count == 0)
        return last;
    Value smallest = heap->items[0];
    heap->items[0] = last;
    size_t mark = vm_root_mark(vm);
    vm_root(vm, smallest);
    bool ok = sift_towards_leaves(vm, heap, 0);
    vm_root_reset(vm, mark);
    return ok ? smallest : NOTHING;
}

static Value heapq_heappush(Vm *vm, Value *args, int argc) {
    (void)argc;
    List *heap = heap_argument(vm, "heappush", "argument 1", args[0]);
    if (!heap)
        return NOTHING;
    return heap_push(vm, heap, args[1]) ? NONE : NOTHING;
}

static Value heapq_heappop(Vm *vm, Value *args, int argc) {
    (void)argc;
    List *heap = heap_argument(vm, "heappop", "argument", args[0]);
    if (!heap)
        return NOTHING;
    if (heap->count == 0)
        return vm_raise(vm, vm->exceptions.IndexError, "index out of range");
    return heap_pop(vm, heap);
}

static Value replace_top(Vm *vm, List *heap, Value item) {
    Value smallest = heap->items[0];
    heap->items[0] = item;
    size_t mark = vm_root_mark(vm);
    vm_root(vm, smallest);
    bool ok = sift_towards_leaves(vm, heap, 0);
    vm_root_reset(vm, mark);
    return ok ? smallest : NOTHING;
}

static Value heapq_heapreplace(Vm *vm, Value *args, int argc) {
    (void)argc;
    List *heap = heap_argument(vm, "heapreplace", "argument 1", args[0]);
    if (!heap)
        return NOTHING;
    if (heap->count == 0)
        return vm_raise(vm, vm->exceptions.IndexError, "index out of range");
    return replace_top(vm, heap, args[1]);
}

static Value heapq_heappushpop(Vm *vm, Value *args, int argc) {
    (void)argc;
    List *heap = heap_argument(vm, "heappushpop", "argument 1", args[0]);
    if (!heap)
        return NOTHING;
    if (heap->count == 0)
        return args[1];
    int less = is_less(vm, heap->items[0], args[1]);
    if (less < 0)
        return NOTHING;
    if (!less)
        return args[1];
    if (heap->count == 0)
        return vm_raise(vm, vm->exceptions.IndexError, "index out of range");
    return replace_top(vm, heap, args[1]);
}

static Value heapq_heapify(Vm *vm, Value *args, int argc) {
    (void)argc;
    List *heap = heap_argument(vm, "heapify", "argument", args[0]);
    if (!heap)
        return NOTHING;
    for (int64_t n = (heap->count >> 1) - 1; n >= 0; n--)
        if (!sift_towards_leaves(vm, heap, n))
            return NOTHING;
    return NONE;
}

static const NativeDef functions[] = {
    {"heappush", heapq_heappush, 2, 2, 0, NULL},       {"heappop", heapq_heappop, 1, 1, 0, NULL},
    {"heapreplace", heapq_heapreplace, 2, 2, 0, NULL}, {"heappushpop", heapq_heappushpop, 2, 2, 0, NULL},
    {"heapify", heapq_heapify, 1, 1, 0, NULL},         {NULL, NULL, 0, 0, 0, NULL},
};

const ModuleDef heap_moves_module = {"_heapq", functions, NULL};
