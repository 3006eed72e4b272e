#include "vm/context.h"

#include "vm/list.h"
#include "vm/task.h"

static void context_trace(Heap *heap, Obj *self) {
    heap_mark(heap, ((Context *)self)->map);
}

const NativeLayout context_layout = {"Context", sizeof(Context), context_trace, NULL};

Context *context_new(Vm *vm, Value map) {
    Context *context = heap_allocate(vm->heap, sizeof *context, KIND_NATIVE, vm->context_type);
    context->map = map;
    return context;
}

/* ---- Maps ---- */

enum { LEAF_VARIABLE, LEAF_VALUE, LEAF_SIZE };
enum { BRANCH_BIT, BRANCH_ZEROS, BRANCH_ONES, BRANCH_SIZE };

static bool is_branch(Value node) {
    return AS(Tuple, node)->count == BRANCH_SIZE;
}

static int64_t branch_bit(Value node) {
    return small_int_value(AS(Tuple, node)->items[BRANCH_BIT]);
}

static int branch_side(Value node, const ContextVariable *variable) {
    return variable->head.aux & branch_bit(node) ? BRANCH_ONES : BRANCH_ZEROS;
}

/* The only leaf at which the variable could be. */
static Tuple *nearest_leaf(Value node, const ContextVariable *variable) {
    while (is_branch(node))
        node = AS(Tuple, node)->items[branch_side(node, variable)];
    return AS(Tuple, node);
}

Value context_map_get(Value map, const ContextVariable *variable) {
    if (map == NOTHING)
        return NOTHING;
    Tuple *leaf = nearest_leaf(map, variable);
    return leaf->items[LEAF_VARIABLE] == object_value(variable) ? leaf->items[LEAF_VALUE] : NOTHING;
}

static Value with_side(Vm *vm, Value branch, int side, Value node) {
    Tuple *copy = tuple_new(vm, AS(Tuple, branch)->items, BRANCH_SIZE);
    copy->items[side] = node;
    return object_value(copy);
}

/* `bit` is the highest one in which the variable's number differs from those of its neighbours in the map; 0:
 * it is there already. */
static Value insert(Vm *vm, Value node, ContextVariable *variable, Value leaf, int64_t bit) {
    if (is_branch(node) && branch_bit(node) > bit) {
        int side = branch_side(node, variable);
        return with_side(vm, node, side, insert(vm, AS(Tuple, node)->items[side], variable, leaf, bit));
    }
    if (bit == 0)
        return leaf;
    bool one = variable->head.aux & bit;
    return object_value(tuple_of(vm, BRANCH_SIZE, small_int(bit), one ? node : leaf, one ? leaf : node));
}

static Value take_out(Vm *vm, Value node, ContextVariable *variable) {
    if (!is_branch(node))
        return AS(Tuple, node)->items[LEAF_VARIABLE] == object_value(variable) ? NOTHING : node;
    int side = branch_side(node, variable);
    Value inner = take_out(vm, AS(Tuple, node)->items[side], variable);
    if (inner == NOTHING)
        return AS(Tuple, node)->items[BRANCH_ZEROS + BRANCH_ONES - side];
    return with_side(vm, node, side, inner);
}

Value context_map_set(Vm *vm, Value map, ContextVariable *variable, Value value) {
    if (value == NOTHING)
        return map == NOTHING ? NOTHING : take_out(vm, map, variable);
    Value leaf = object_value(tuple_of(vm, LEAF_SIZE, object_value(variable), value));
    if (map == NOTHING)
        return leaf;
    uint32_t other = as_object(nearest_leaf(map, variable)->items[LEAF_VARIABLE])->aux;
    uint32_t difference = variable->head.aux ^ other;
    int64_t bit = difference ? INT64_C(1) << (31 - __builtin_clz(difference)) : 0;
    return insert(vm, map, variable, leaf, bit);
}

void context_map_list(Vm *vm, Value map, List *leaves) {
    if (map == NOTHING)
        return;
    if (!is_branch(map)) {
        list_append(vm, leaves, map);
        return;
    }
    context_map_list(vm, AS(Tuple, map)->items[BRANCH_ZEROS], leaves);
    context_map_list(vm, AS(Tuple, map)->items[BRANCH_ONES], leaves);
}

/* ---- The current one ---- */

Value *context_place(Vm *vm) {
    Thread *thread = vm->thread;
    ContextEntry *entry = thread->context_entry;
    if (thread->current_task && (!entry || entry->of_loop))
        return &thread->current_task->context;
    return entry ? entry->place : &thread->context;
}

Context *context_at(Vm *vm, Value *place) {
    if (!is_kind(*place, KIND_NATIVE))
        *place = object_value(context_new(vm, *place));
    return AS(Context, *place);
}

Value context_for_new(Vm *vm, Value given) {
    return given != NONE && given != NOTHING ? given : context_map(*context_place(vm));
}

bool context_check_not_entered(Vm *vm, Value context) {
    const Thread *thread = vm->thread;
    bool entered = *context_place(vm) == context || thread->context == context;
    for (const ContextEntry *entry = thread->context_entry; entry; entry = entry->outer)
        entered |= *entry->place == context;
    if (entered)
        vm_raise(vm, vm->exceptions.RuntimeError, "cannot enter context: %R is already entered", context);
    return !entered;
}
