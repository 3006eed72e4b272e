/* What a name means to the machine: scopes say what it is bound to, this file says where that is.
 *
 * Comprehensions of lists, sets and dicts run in the frame of the code around them: their names are registers
 * of that code, and what they call free is looked up in the scope around, where it need not be a cell unless
 * some function of its own captures it. */
#include "vm/compiler_internal.h"

typedef enum VariableKind {
    VARIABLE_REGISTER,
    VARIABLE_CELL,       /* a register that holds a cell */
    VARIABLE_FREE,       /* a cell of the function */
    VARIABLE_GLOBAL,     /* a slot of the module's namespace */
    VARIABLE_NAMESPACE,  /* in the namespace of the class being made; for types in its body that of the class
                          */
    VARIABLE_CLASS_FREE, /* likewise: the namespace first, then a cell of an enclosing function */
} VariableKind;

typedef struct Variable {
    VariableKind kind;
    int index;         /* register or free index */
    bool *is_assigned; /* a comprehension's register: was it written to already? */
    const Text *name;
} Variable;

static ScopeFrame *find_frame(const Unit *unit, const Scope *scope) {
    ScopeFrame *frame = unit->frame;
    while (frame != NULL && frame->scope != scope)
        frame = frame->outer;
    return frame;
}

static Variable resolve_in_class(const Symbol *symbol, bool from_inside) {
    Variable variable = {.kind = VARIABLE_NAMESPACE, .name = symbol->name};
    if (symbol->binding == BINDING_GLOBAL_EXPLICIT) {
        variable.kind = VARIABLE_GLOBAL;
    } else if (symbol->cell_index >= 0 && (from_inside || symbol->binding == BINDING_CELL)) {
        variable.kind = VARIABLE_CELL;
        variable.index = 1; /* the one cell of a class: __class__ */
    } else if (symbol->free_index >= 0 && (from_inside || symbol->binding == BINDING_FREE)) {
        variable.kind = from_inside || symbol->is_nonlocal ? VARIABLE_FREE : VARIABLE_CLASS_FREE;
        variable.index = symbol->free_index;
    }
    return variable;
}

static Variable resolve(const Unit *unit, const Symbol *symbol) {
    const Text *name = symbol->name;
    bool from_inside = false;
    while (scope_is_inlined(symbol->scope) && symbol->binding == BINDING_FREE) {
        symbol = find_outer_symbol(symbol->scope->parent, name);
        from_inside = true;
    }
    const Scope *scope = symbol->scope;
    if (scope->kind == SCOPE_CLASS)
        return resolve_in_class(symbol, from_inside);
    Variable variable = {.kind = VARIABLE_GLOBAL, .name = name};
    bool is_outermost = unit->scope->kind == SCOPE_MODULE && unit->compiler->in_namespace;
    if (is_outermost && symbol->binding == BINDING_GLOBAL_IMPLICIT)
        variable.kind = VARIABLE_NAMESPACE;
    if (scope->kind == SCOPE_MODULE)
        return variable;
    switch (symbol->binding) {
    case BINDING_LOCAL:
    case BINDING_CELL: {
        const ScopeFrame *frame = find_frame(unit, scope);
        bool is_cell = symbol->cell_index >= 0 && frame->is_captured[symbol->cell_index];
        variable.kind = is_cell ? VARIABLE_CELL : VARIABLE_REGISTER;
        variable.index = frame->base + symbol->local_index;
        if (frame->is_assigned != NULL)
            variable.is_assigned = &frame->is_assigned[symbol->local_index];
        break;
    }
    case BINDING_FREE:
        variable.kind = scope->sees_class ? VARIABLE_CLASS_FREE : VARIABLE_FREE;
        variable.index = symbol->free_index;
        break;
    case BINDING_GLOBAL_IMPLICIT:
        if (scope->sees_class)
            variable.kind = VARIABLE_NAMESPACE;
        break;
    default: break;
    }
    return variable;
}

void names_begin(Unit *unit) {
    const Scope *scope = unit->scope;
    ScopeFrame *frame = arena_allocate(&unit->compiler->arena, sizeof *frame);
    frame->scope = scope;
    frame->is_captured = analyze_captures(unit->compiler, scope);
    unit->frame = frame;
    for (int32_t i = 0; i < scope->parameter_count; i++)
        assigned_add(unit->assigned, i);
    if (unit_has_namespace(unit)) {
        assigned_add(unit->assigned, 0);
        if (unit->local_count > 1)
            emit(unit, OP_NEW_CELL, 1, 0, 0);
        return;
    }
    for (int32_t i = 0; i < scope->cells.count; i++) {
        if (frame->is_captured[i])
            emit(unit, OP_NEW_CELL, scope->cells.items[i]->local_index, 0, 0);
    }
}

/* --- Loading */

static int global_slot(Unit *unit, const Text *name) {
    uint32_t slot = dict_slot(unit->vm, unit->compiler->globals, unit_string(unit, name));
    if (slot > MAX_GLOBALS) {
        compile_error(unit, "too many global names in one module");
        return 0;
    }
    return (int)slot;
}

static int builtin_slot(Unit *unit, const Text *name) {
    if (unit->compiler->has_own_builtins)
        return NO_OPERAND;
    int64_t slot = dict_find_slot(unit->vm->builtins, unit_string(unit, name));
    return slot < 0 || slot > MAX_GLOBALS ? NO_OPERAND : (int)slot;
}

/* A plain local is its own register: nothing is emitted, unless it may be unbound here. */
static Operand load_register(Unit *unit, Variable variable) {
    bool is_bound =
        variable.is_assigned != NULL ? *variable.is_assigned : assigned_has(unit->assigned, variable.index);
    if (!is_bound) {
        emit(unit, OP_CHECK_LOCAL, variable.index, name_constant(unit, variable.name), 0);
        if (variable.is_assigned == NULL)
            assigned_add(unit->assigned, variable.index); /* else it would have raised */
    }
    return operand_register(variable.index);
}

Operand compile_load_symbol(Unit *unit, const Symbol *symbol, int target) {
    Variable variable = resolve(unit, symbol);
    if (variable.kind == VARIABLE_REGISTER)
        return load_register(unit, variable);
    int reg = target != ANY_REGISTER ? target : register_push(unit);
    switch (variable.kind) {
    case VARIABLE_CELL:
        emit(unit, OP_LOAD_CELL, reg, variable.index, name_constant(unit, variable.name));
        break;
    case VARIABLE_FREE:
        emit(unit, OP_LOAD_FREE, reg, variable.index, name_constant(unit, variable.name));
        break;
    case VARIABLE_GLOBAL:
        emit(unit, OP_LOAD_GLOBAL, reg, global_slot(unit, variable.name), builtin_slot(unit, variable.name));
        break;
    case VARIABLE_NAMESPACE: emit(unit, OP_LOAD_NAME, reg, name_constant(unit, variable.name), 0); break;
    default: emit(unit, OP_LOAD_CLASS_FREE, reg, variable.index, name_constant(unit, variable.name)); break;
    }
    return operand_register(reg);
}

void compile_load_name(Unit *unit, const char *name, int target) {
    const Text *text = arena_text(&unit->compiler->arena, name, strlen(name));
    if (unit_has_namespace(unit))
        emit(unit, OP_LOAD_NAME, target, name_constant(unit, text), 0);
    else
        emit(unit, OP_LOAD_GLOBAL, target, global_slot(unit, text), builtin_slot(unit, text));
}

/* --- Storing and deleting */

int symbol_register(Unit *unit, const Symbol *symbol) {
    Variable variable = resolve(unit, symbol);
    return variable.kind == VARIABLE_REGISTER ? variable.index : ANY_REGISTER;
}

void symbol_assigned(Unit *unit, const Symbol *symbol) {
    Variable variable = resolve(unit, symbol);
    if (variable.kind != VARIABLE_REGISTER)
        return;
    if (variable.is_assigned != NULL)
        *variable.is_assigned = true;
    else
        assigned_add(unit->assigned, variable.index);
}

void compile_store_symbol(Unit *unit, const Symbol *symbol, Operand value) {
    Variable variable = resolve(unit, symbol);
    if (variable.kind == VARIABLE_REGISTER) {
        operand_to(unit, value, variable.index);
        symbol_assigned(unit, symbol);
        return;
    }
    int mark = unit->top;
    int reg = operand_to_register(unit, value);
    switch (variable.kind) {
    case VARIABLE_CELL: emit(unit, OP_STORE_CELL, variable.index, reg, 0); break;
    case VARIABLE_FREE:
    case VARIABLE_CLASS_FREE: emit(unit, OP_STORE_FREE, variable.index, reg, 0); break;
    case VARIABLE_GLOBAL: emit(unit, OP_STORE_GLOBAL, reg, global_slot(unit, variable.name), 0); break;
    default: emit(unit, OP_STORE_NAME, reg, name_constant(unit, variable.name), 0); break;
    }
    unit->top = mark;
}

void compile_store_name(Unit *unit, const char *name, int reg) {
    const Text *text = arena_text(&unit->compiler->arena, name, strlen(name));
    if (unit_has_namespace(unit))
        emit(unit, OP_STORE_NAME, reg, name_constant(unit, text), 0);
    else
        emit(unit, OP_STORE_GLOBAL, reg, global_slot(unit, text), 0);
}

void compile_delete_symbol(Unit *unit, const Symbol *symbol) {
    Variable variable = resolve(unit, symbol);
    int name = variable.kind == VARIABLE_GLOBAL ? 0 : name_constant(unit, variable.name);
    switch (variable.kind) {
    case VARIABLE_REGISTER:
        emit(unit, OP_DELETE_LOCAL, variable.index, name, 0);
        assigned_remove(unit->assigned, variable.index);
        break;
    case VARIABLE_CELL: emit(unit, OP_DELETE_CELL, variable.index, name, 0); break;
    case VARIABLE_FREE:
    case VARIABLE_CLASS_FREE: emit(unit, OP_DELETE_FREE, variable.index, name, 0); break;
    case VARIABLE_GLOBAL: emit(unit, OP_DELETE_GLOBAL, 0, global_slot(unit, variable.name), 0); break;
    default: emit(unit, OP_DELETE_NAME, 0, name, 0); break;
    }
}

void compile_unbind_symbol(Unit *unit, const Symbol *symbol) {
    Variable variable = resolve(unit, symbol);
    if (variable.kind == VARIABLE_REGISTER) {
        emit(unit, OP_DELETE_LOCAL, variable.index, NO_OPERAND, 0);
        assigned_remove(unit->assigned, variable.index);
        return;
    }
    compile_store_symbol(unit, symbol, operand_constant(NONE));
    compile_delete_symbol(unit, symbol);
}

/* --- Closures */

static Capture find_capture(Unit *unit, const Scope *inner, const Text *name) {
    const Symbol *symbol = find_outer_symbol(inner->parent, name);
    Variable variable = resolve(unit, symbol);
    if (inner->parent->kind == SCOPE_CLASS)
        variable = resolve_in_class(symbol, true);
    return (Capture){.index = (uint16_t)variable.index, .from_register = variable.kind == VARIABLE_CELL};
}

void compile_captures(Unit *unit, const Scope *inner, Code *code) {
    if (inner->frees.count == 0)
        return;
    code->captures = memory_new_zeroed((size_t)inner->frees.count, sizeof(Capture));
    code->free_names = memory_new_zeroed((size_t)inner->frees.count, sizeof(String *));
    code->capture_count = (uint16_t)inner->frees.count;
    for (int32_t i = 0; i < inner->frees.count; i++) {
        const Text *name = inner->frees.items[i]->name;
        code->captures[i] = find_capture(unit, inner, name);
        code->free_names[i] = unit_string(unit, name);
    }
}
