#include "lexer/lexer.h"
#include "parser/scope_internal.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { FIRST_CAPACITY = 8 };

_Noreturn void analysis_raise(Analysis *analysis, Position place, const char *format, ...) {
    char message[SYNTAX_ERROR_MESSAGE_SIZE];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    syntax_error_set(analysis->error, ERROR_SYNTAX, place.line, place.column, place.end_line,
                     place.end_column, "%s", message);
    longjmp(analysis->on_error, 1);
}

void ast_visit_children(Node *node, ChildVisitor *visit, void *context) {
    int count;
    const FieldInfo *fields = ast_fields(node->kind, &count);
    for (int i = 0; i < count; i++) {
        const void *field = (const char *)node + fields[i].offset;
        if (fields[i].type == FIELD_NODE) {
            Node *child = *(Node *const *)field;
            if (child != NULL) {
                visit(context, child);
            }
        } else if (fields[i].type == FIELD_LIST) {
            const NodeList *list = field;
            for (int32_t j = 0; j < list->count; j++) {
                if (list->items[j] != NULL) {
                    visit(context, list->items[j]);
                }
            }
        }
    }
}

bool scope_is_of_types(const Scope *scope) {
    return scope->kind == SCOPE_TYPE_PARAMETERS || scope->kind == SCOPE_TYPE_VALUE;
}

Scope *scope_of(const Node *node) {
    switch (node->kind) {
    case NODE_MODULE: return node->Module.scope;
    case NODE_FUNCTION_DEF:
    case NODE_ASYNC_FUNCTION_DEF: return node->FunctionDef.scope;
    case NODE_CLASS_DEF: return node->ClassDef.scope;
    case NODE_LAMBDA: return node->Lambda.scope;
    case NODE_LIST_COMP:
    case NODE_SET_COMP:
    case NODE_GENERATOR_EXP: return node->ListComp.scope;
    case NODE_DICT_COMP: return node->DictComp.scope;
    default: return NULL;
    }
}

static bool same_text(const Text *a, const Text *b) {
    return a == b || (a->length == b->length && memcmp(a->chars, b->chars, a->length) == 0);
}

Symbol *scope_find(const Scope *scope, const Text *name) {
    if (scope->table_capacity == 0) {
        return NULL;
    }
    uint32_t hash = name->hash != 0 ? name->hash : text_hash(name->chars, name->length);
    uint32_t mask = scope->table_capacity - 1;
    for (uint32_t slot = hash & mask; scope->table[slot] != NULL; slot = (slot + 1) & mask) {
        if (same_text(scope->table[slot]->name, name)) {
            return scope->table[slot];
        }
    }
    return NULL;
}

static void table_insert(Scope *scope, Symbol *symbol) {
    uint32_t mask = scope->table_capacity - 1;
    uint32_t slot = symbol->name->hash & mask;
    while (scope->table[slot] != NULL) {
        slot = (slot + 1) & mask;
    }
    scope->table[slot] = symbol;
}

static void grow(Arena *arena, Scope *scope) {
    int32_t capacity = scope->symbol_capacity ? scope->symbol_capacity * 2 : FIRST_CAPACITY;
    Symbol **items = arena_allocate(arena, (size_t)capacity * sizeof *items);
    scope->table_capacity = (uint32_t)capacity * 2;
    scope->table = arena_allocate(arena, scope->table_capacity * sizeof *scope->table);
    for (int32_t i = 0; i < scope->symbols.count; i++) {
        items[i] = scope->symbols.items[i];
        table_insert(scope, items[i]);
    }
    scope->symbols.items = items;
    scope->symbol_capacity = capacity;
}

Symbol *scope_add(Arena *arena, Scope *scope, const Text *name) {
    Symbol *symbol = scope_find(scope, name);
    if (symbol != NULL) {
        return symbol;
    }
    if (scope->symbols.count == scope->symbol_capacity) {
        grow(arena, scope);
    }
    symbol = arena_allocate(arena, sizeof *symbol);
    symbol->name = name;
    symbol->scope = scope;
    symbol->index = scope->symbols.count;
    symbol->local_index = symbol->cell_index = symbol->free_index = -1;
    scope->symbols.items[scope->symbols.count++] = symbol;
    table_insert(scope, symbol);
    return symbol;
}

const Text *scope_mangle(Arena *arena, const Text *class_name, const Text *name) {
    if (class_name == NULL || name->length < 2 || name->chars[0] != '_' || name->chars[1] != '_') {
        return name;
    }
    const char *end = name->chars + name->length;
    if ((end[-1] == '_' && end[-2] == '_') || memchr(name->chars, '.', name->length) != NULL) {
        return name;
    }
    const char *plain_class = class_name->chars + strspn(class_name->chars, "_");
    if (*plain_class == '\0') {
        return name;
    }
    const Text *mangled = arena_format(arena, "_%s%s", plain_class, name->chars);
    return arena_intern(arena, mangled->chars, mangled->length);
}

bool scope_analyze(Arena *arena, const Source *source, Node *module, unsigned flags, SyntaxErrorInfo *error,
                   SyntaxWarningList *warnings) {
    Analysis analysis = {.arena = arena,
                         .source = source,
                         .error = error,
                         .warnings = warnings,
                         .allows_top_level_await = (flags & PARSE_TOP_LEVEL_AWAIT) != 0};
    *error = (SyntaxErrorInfo){0};
    if (setjmp(analysis.on_error) != 0) {
        return false;
    }
    scope_collect(&analysis, module);
    scope_resolve(&analysis, module->Module.scope);
    semantic_check(&analysis, module);
    return true;
}
