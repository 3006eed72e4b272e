/* Contexts: the values of context variables, which every task has for itself.
 *
 * The values are an immutable map, so that to copy a context is to share its map. The map is a binary trie
 * over the serial numbers of the variables, made of tuples: a leaf is the pair (variable, value), a branch
 * the triple (bit, where the bit is 0, where it is 1), and bits get smaller inwards. To set one of n
 * variables makes one leaf and about log n branches anew; a walk meets the variables in order of creation.
 *
 * What has a context (a task, a handle, a thread outside of both) holds it in one word, its place: NOTHING
 * (no variable is set), a map, or a Context, the object that scripts see. Only who sets a variable, or asks
 * for the object, gets an object; a task that does neither costs nothing but the word. */
#ifndef BIDE_VM_CONTEXT_H
#define BIDE_VM_CONTEXT_H

#include "vm/vm.h"

typedef struct ContextVariable {
    Obj head; /* aux: its serial number */
    String *name;
    Value initial; /* what get() returns where it is not set; NOTHING: LookupError */
} ContextVariable;

typedef struct Context {
    Obj head;
    Value map; /* NOTHING: empty */
} Context;

/* What runs in a context other than the one around it. Entries lie on the C stack. */
typedef struct ContextEntry {
    Value *place; /* of the context */
    bool of_loop; /* an event loop runs in it: a task that is stepped goes before it */
    struct ContextEntry *outer;
} ContextEntry;

extern const NativeLayout context_layout;

/* A new Context; `map` NOTHING: empty. */
Context *context_new(Vm *vm, Value map);

/* The value of `variable` in a map; NOTHING: not set. */
Value context_map_get(Value map, const ContextVariable *variable);
/* The map with that changed: `value` NOTHING takes the variable out. */
Value context_map_set(Vm *vm, Value map, ContextVariable *variable, Value value);
/* Appends the leaves, pairs of a variable and its value, to `leaves`. */
void context_map_list(Vm *vm, Value map, List *leaves);

/* The place that holds the current context. */
Value *context_place(Vm *vm);

/* The map of what a place holds. */
static inline Value context_map(Value held) {
    return is_kind(held, KIND_NATIVE) ? AS(Context, held)->map : held;
}

/* The Context at a place; made, if there is none yet. */
Context *context_at(Vm *vm, Value *place);

/* What a new task or handle is to hold: `given`, a Context, or if that is NONE or NOTHING a copy of the
 * current one. */
Value context_for_new(Vm *vm, Value given);

/* Begins to run in the context at `place`, until context_leave(). */
static inline void context_enter(Vm *vm, ContextEntry *entry, Value *place, bool of_loop) {
    *entry = (ContextEntry){place, of_loop, vm->thread->context_entry};
    vm->thread->context_entry = entry;
}

static inline void context_leave(Vm *vm, const ContextEntry *entry) {
    vm->thread->context_entry = entry->outer;
}

/* A Context can be entered once at a time. False: raised RuntimeError. */
bool context_check_not_entered(Vm *vm, Value context);

static inline bool context_check_enterable(Vm *vm, Value held) {
    return !is_kind(held, KIND_NATIVE) || context_check_not_entered(vm, held);
}

#endif
