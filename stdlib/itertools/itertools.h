/* Module itertools. Every tool is one type; all share one struct, since each needs a few values and a few
 * counts.
 *
 * A tool's `next` returns NOTHING with no exception pending when it is exhausted, as all ops.next do. While
 * scripts run, self is kept alive by the caller, so what a tool holds is safe; what it has in hand it must
 * root. */
#ifndef BIDE_STDLIB_ITERTOOLS_H
#define BIDE_STDLIB_ITERTOOLS_H

#include "stdlib/arguments.h"
#include "stdlib/modules.h"

typedef struct Itertool {
    Obj head;
    Value a, b, c, d, e;
    int64_t m, n, k;
    bool flag;
    Type *part; /* groupby: the type of its groups */
} Itertool;

extern const NativeLayout itertool_layout;

/* The tools of each file: ends with a NULL name. */
extern const TypeDef itertools_streams[];
extern const TypeDef itertools_groups[];
extern const TypeDef itertools_combinations[];
extern const NativeDef itertools_functions[]; /* tee, pairwise has a type of its own */

/* A TypeDef's parts that all tools share. */
#define ITERTOOL(tool_name)                                                                     \
    .name = #tool_name, .module = "itertools", .kind = KIND_NATIVE, .layout = &itertool_layout, \
    .size = sizeof(Itertool), .flags = TYPE_DOTTED_NAME, .create = tool_name##_create

/* A type that the module keeps under a name of its own, for objects that scripts do not make themselves. */
Type *itertools_hidden_type(Vm *vm, const char *name);

/* __iter__: the tool itself. */
Value itertool_iter(Vm *vm, Value self);

/* What a predicate says of an item: 1, 0, -1: raised. A `predicate` of None asks for the item's truth. */
int itertool_ask(Vm *vm, Value predicate, Value item);

#endif
