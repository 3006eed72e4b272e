/* The second pass: what each name means, and where it is kept. */
#include "parser/scope_internal.h"

#include <string.h>

static bool is_function_like(const Scope *scope) {
    return scope->kind != SCOPE_MODULE && scope->kind != SCOPE_CLASS;
}

static bool is_bound_here(const Symbol *symbol) {
    return (symbol->is_parameter || symbol->is_assigned || symbol->is_imported) && !symbol->is_global &&
           !symbol->is_nonlocal;
}

static bool is_named(const Text *name, const char *chars) {
    return strcmp(name->chars, chars) == 0;
}

/* The cell in which a class leaves itself for its methods. It is no name of the class body, hence in no
 * table. */
static Symbol *class_cell(Analysis *analysis, Scope *scope, const Text *name) {
    if (!scope->needs_class_cell) {
        scope->needs_class_cell = true;
        Symbol *symbol = arena_allocate(analysis->arena, sizeof *symbol);
        *symbol = (Symbol){.name = name,
                           .scope = scope,
                           .binding = BINDING_CELL,
                           .index = -1,
                           .local_index = -1,
                           .cell_index = 0,
                           .free_index = -1};
        scope->cells.items = arena_copy(analysis->arena, &symbol, 1, sizeof symbol);
        scope->cells.count = 1;
    }
    return scope->cells.items[0];
}

/* The symbol through which `scope` can hand the variable `name` of a function to the scopes inside; NULL if
 * no function around has such a variable. What lies between is made to pass it on. */
static Symbol *capture(Analysis *analysis, Scope *scope, const Text *name) {
    if (scope->kind == SCOPE_MODULE) {
        return NULL;
    }
    if (scope->kind == SCOPE_CLASS && is_named(name, "__class__")) {
        return class_cell(analysis, scope, name);
    }
    Symbol *symbol = scope_find(scope, name);
    if (symbol != NULL && symbol->outer != NULL) {
        return symbol;
    }
    if (symbol != NULL && is_function_like(scope)) {
        if (symbol->is_global) {
            return NULL;
        }
        if (is_bound_here(symbol)) {
            symbol->binding = BINDING_CELL;
            return symbol;
        }
    }
    Symbol *outer = capture(analysis, scope->parent, name);
    if (outer == NULL) {
        return NULL;
    }
    if (symbol == NULL) {
        symbol = scope_add(analysis->arena, scope, name);
        symbol->binding = BINDING_FREE;
    } else if (!symbol->is_global && !is_bound_here(symbol)) {
        symbol->binding = BINDING_FREE;
    }
    symbol->outer = outer;
    return symbol;
}

static void resolve_symbol(Analysis *analysis, Scope *scope, Symbol *symbol) {
    if (symbol->is_global) {
        if (symbol->is_nonlocal) {
            analysis_raise(analysis, symbol->declaration->position, "name '%s' is nonlocal and global",
                           symbol->name->chars);
        }
        symbol->binding = BINDING_GLOBAL_EXPLICIT;
        return;
    }
    if (symbol->is_nonlocal) {
        if (scope->kind == SCOPE_MODULE) {
            analysis_raise(analysis, symbol->declaration->position,
                           "nonlocal declaration not allowed at module level");
        }
        symbol->outer = capture(analysis, scope->parent, symbol->name);
        const Symbol *bound = symbol->outer;
        while (bound != NULL && bound->outer != NULL) {
            bound = bound->outer;
        }
        if (bound != NULL && bound->is_type_parameter) {
            analysis_raise(analysis, symbol->declaration->position,
                           "nonlocal binding not allowed for type parameter '%s'", symbol->name->chars);
        }
        if (symbol->outer == NULL) {
            analysis_raise(analysis, symbol->declaration->position, "no binding for nonlocal '%s' found",
                           symbol->name->chars);
        }
        symbol->binding = BINDING_FREE;
        return;
    }
    if (scope->kind == SCOPE_MODULE) {
        symbol->binding = BINDING_GLOBAL_IMPLICIT;
    } else if (is_bound_here(symbol)) {
        symbol->binding = BINDING_LOCAL;
    } else {
        symbol->outer = capture(analysis, scope->parent, symbol->name);
        symbol->binding = symbol->outer != NULL ? BINDING_FREE : BINDING_GLOBAL_IMPLICIT;
    }
}

/* The scope around this one that scripts know of. */
static const Scope *visible_parent(const Scope *scope) {
    const Scope *parent = scope->parent;
    while (parent != NULL && scope_is_of_types(parent)) {
        parent = parent->parent;
    }
    return parent;
}

/* f.<locals>.C.method */
static void qualify(Analysis *analysis, Scope *scope) {
    const Scope *parent = visible_parent(scope);
    scope->qualified_name = scope->name;
    if (parent == NULL || parent->kind == SCOPE_MODULE) {
        return;
    }
    if (scope->kind == SCOPE_FUNCTION || scope->kind == SCOPE_CLASS) {
        const Text *mangled = scope_mangle(analysis->arena, parent->class_name, scope->name);
        const Symbol *symbol = scope_find(parent, mangled);
        if (symbol != NULL && symbol->is_global) {
            return;
        }
    }
    bool has_locals = parent->kind == SCOPE_FUNCTION || parent->kind == SCOPE_LAMBDA;
    scope->qualified_name = arena_format(analysis->arena, has_locals ? "%s.<locals>.%s" : "%s.%s",
                                         parent->qualified_name->chars, scope->name->chars);
}

static void settle_kind(Scope *scope) {
    scope->is_generator = scope->has_yield && !scope->is_async;
    scope->is_coroutine = scope->is_async && !scope->has_yield;
    scope->is_async_generator = scope->is_async && scope->has_yield;
    const Scope *parent = visible_parent(scope);
    scope->is_nested = parent != NULL && (is_function_like(parent) || parent->is_nested);
}

static void resolve_bindings(Analysis *analysis, Scope *scope) {
    settle_kind(scope);
    qualify(analysis, scope);
    for (int32_t i = 0; i < scope->symbols.count; i++) {
        resolve_symbol(analysis, scope, scope->symbols.items[i]);
    }
    for (Scope *child = scope->first_child; child != NULL; child = child->next_sibling) {
        resolve_bindings(analysis, child);
    }
}

/* Free names are numbered in the order of the alphabet: scripts see that in co_freevars and __closure__. */
static void add_free(SymbolList *frees, Symbol *symbol) {
    int32_t place = frees->count++;
    for (; place > 0 && strcmp(symbol->name->chars, frees->items[place - 1]->name->chars) < 0; place--) {
        frees->items[place] = frees->items[place - 1];
        frees->items[place]->free_index = place;
    }
    frees->items[place] = symbol;
    symbol->free_index = place;
}

/* Fill the lists of locals, cells and frees. */
static void number_symbols(Analysis *analysis, Scope *scope) {
    size_t count = (size_t)scope->symbols.count;
    Symbol **items = arena_allocate(analysis->arena, 3 * count * sizeof *items + sizeof *items);
    scope->locals.items = items;
    if (scope->cells.count == 0) {
        scope->cells.items = items + count;
    }
    scope->frees.items = items + 2 * count;
    for (int32_t i = 0; i < scope->symbols.count; i++) {
        Symbol *symbol = scope->symbols.items[i];
        bool is_local = symbol->binding == BINDING_LOCAL || symbol->binding == BINDING_CELL;
        if (is_local && is_function_like(scope)) {
            symbol->local_index = scope->locals.count;
            scope->locals.items[scope->locals.count++] = symbol;
        }
        if (symbol->binding == BINDING_CELL) {
            symbol->cell_index = scope->cells.count;
            scope->cells.items[scope->cells.count++] = symbol;
        }
        if (symbol->outer != NULL) {
            add_free(&scope->frees, symbol);
        }
    }
    for (Scope *child = scope->first_child; child != NULL; child = child->next_sibling) {
        number_symbols(analysis, child);
    }
}

void scope_resolve(Analysis *analysis, Scope *scope) {
    resolve_bindings(analysis, scope);
    number_symbols(analysis, scope);
}
