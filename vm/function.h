/* Functions written in the language, and the small objects around calling them. */
#ifndef BIDE_VM_FUNCTION_H
#define BIDE_VM_FUNCTION_H

#include "vm/code.h"

struct Function {
    Obj head;
    Code *code;
    Dict *globals;          /* code->globals, one load nearer */
    Tuple *defaults;        /* of the last positional parameters; NULL: none */
    Dict *keyword_defaults; /* NULL: none */
    String *name, *qualname;
    Value module; /* __module__ */
    Value doc;
    Value annotations;      /* a Dict, or NOTHING: made when asked for */
    Tuple *type_parameters; /* __type_params__; NULL: none */
    Dict *attributes;       /* what scripts set on it; NULL: nothing yet */
    uint32_t cell_count;
    Cell *cells[]; /* its free variables */
};

/* Does a call of it with `count` positional arguments just make a generator of them? `callable` may be
 * NOTHING.
 */
static inline bool function_makes_generator(Value callable, int count) {
    if (!is_kind(callable, KIND_FUNCTION))
        return false;
    const Code *code = AS(Function, callable)->code;
    return code->simple_suspended_arguments == count && code->flags & CODE_GENERATOR;
}

Function *function_new(Vm *vm, Code *code, int cell_count);
Value cell_new(Vm *vm, Value value);
Value bound_method_new(Vm *vm, Value callable, Value self);

#endif
