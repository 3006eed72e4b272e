/* What must be known of a body before its first instruction is emitted. */
#include "vm/compiler_internal.h"

void visit_children(const Node *node, void (*visit)(const Node *child, void *state), void *state) {
    int count;
    const FieldInfo *fields = ast_fields(node->kind, &count);
    for (int i = 0; i < count; i++) {
        const char *field = (const char *)node + fields[i].offset;
        if (fields[i].type == FIELD_NODE) {
            const Node *child = *(Node *const *)field;
            if (child != NULL)
                visit(child, state);
        } else if (fields[i].type == FIELD_LIST) {
            const NodeList *list = (const NodeList *)field;
            for (int32_t j = 0; j < list->count; j++) {
                if (list->items[j] != NULL)
                    visit(list->items[j], state);
            }
        }
    }
}

static bool opens_function(const Node *node) {
    switch (node->kind) {
    case NODE_FUNCTION_DEF:
    case NODE_ASYNC_FUNCTION_DEF:
    case NODE_LAMBDA:
    case NODE_CLASS_DEF:
    case NODE_GENERATOR_EXP: return true;
    default: return false;
    }
}

static void note_unbound(Unit *unit, const Symbol *symbol) {
    if (symbol == NULL)
        return;
    int reg = symbol_register(unit, symbol);
    if (reg != ANY_REGISTER && register_is_variable(unit, reg))
        assigned_add(unit->unbindable, reg);
}

static void analyze(const Node *node, void *state);

/* What is evaluated where a function or class is defined: decorators, defaults, annotations, bases. */
static void analyze_definition(const Node *node, Unit *unit) {
    switch (node->kind) {
    case NODE_FUNCTION_DEF:
    case NODE_ASYNC_FUNCTION_DEF:
        for (int32_t i = 0; i < node->FunctionDef.decorator_list.count; i++)
            analyze(node->FunctionDef.decorator_list.items[i], unit);
        analyze(node->FunctionDef.args, unit);
        if (node->FunctionDef.returns != NULL)
            analyze(node->FunctionDef.returns, unit);
        break;
    case NODE_LAMBDA: analyze(node->Lambda.args, unit); break;
    case NODE_GENERATOR_EXP: analyze(node->GeneratorExp.generators.items[0]->comprehension.iter, unit); break;
    default:
        for (int32_t i = 0; i < node->ClassDef.decorator_list.count; i++)
            analyze(node->ClassDef.decorator_list.items[i], unit);
        for (int32_t i = 0; i < node->ClassDef.bases.count; i++)
            analyze(node->ClassDef.bases.items[i], unit);
        for (int32_t i = 0; i < node->ClassDef.keywords.count; i++)
            analyze(node->ClassDef.keywords.items[i], unit);
        break;
    }
}

static void analyze(const Node *node, void *state) {
    Unit *unit = state;
    /* A chain of elifs hangs in orelse, as deep as it is long. */
    while (node->kind == NODE_IF) {
        analyze(node->If.test, unit);
        for (int32_t i = 0; i < node->If.body.count; i++)
            analyze(node->If.body.items[i], unit);
        if (node->If.orelse.count != 1) {
            for (int32_t i = 0; i < node->If.orelse.count; i++)
                analyze(node->If.orelse.items[i], unit);
            return;
        }
        node = node->If.orelse.items[0];
    }
    if (opens_function(node)) {
        analyze_definition(node, unit);
        return;
    }
    if (node->kind == NODE_NAMED_EXPR)
        unit->has_named_expression = true;
    else if (node->kind == NODE_EXCEPT_HANDLER)
        note_unbound(unit, node->ExceptHandler.symbol);
    else if (node->kind == NODE_NAME && node->Name.ctx == CONTEXT_DELETE)
        note_unbound(unit, node->Name.symbol);
    visit_children(node, analyze, unit);
}

void analyze_body(Unit *unit, NodeList nodes) {
    for (int32_t i = 0; i < nodes.count; i++)
        analyze(nodes.items[i], unit);
}

static void find_named_expression(const Node *node, void *state) {
    bool *found = state;
    if (*found)
        return;
    if (node->kind == NODE_NAMED_EXPR)
        *found = true;
    else
        visit_children(node, find_named_expression, state);
}

bool contains_named_expression(const Node *node) {
    bool found = false;
    find_named_expression(node, &found);
    return found;
}

bool scope_is_inlined(const Scope *scope) {
    return scope->kind == SCOPE_COMPREHENSION && scope->node->kind != NODE_GENERATOR_EXP;
}

const Symbol *find_outer_symbol(const Scope *scope, const Text *name) {
    if (scope->needs_class_cell && strcmp(name->chars, "__class__") == 0)
        return scope->cells.items[0];
    return scope_find(scope, name);
}

/* A child scope's free name is a cell of `scope` when all scopes between are inlined comprehensions that pass
 * it on. */
static void note_captured(const Scope *scope, const Scope *inside, const Text *name, bool *captured) {
    for (;;) {
        const Symbol *symbol = find_outer_symbol(inside, name);
        if (symbol == NULL)
            return;
        if (inside == scope) {
            if (symbol->cell_index >= 0)
                captured[symbol->cell_index] = true;
            return;
        }
        if (symbol->binding != BINDING_FREE)
            return;
        inside = inside->parent;
    }
}

static void find_captures(const Scope *scope, const Scope *inside, bool *captured) {
    for (const Scope *child = inside->first_child; child != NULL; child = child->next_sibling) {
        if (scope_is_inlined(child)) {
            find_captures(scope, child, captured);
            continue;
        }
        for (int32_t i = 0; i < child->frees.count; i++)
            note_captured(scope, inside, child->frees.items[i]->name, captured);
    }
}

bool *analyze_captures(Compiler *compiler, const Scope *scope) {
    bool *captured = arena_allocate(&compiler->arena, (size_t)scope->cells.count + 1);
    if (scope->cells.count > 0)
        find_captures(scope, scope, captured);
    return captured;
}
