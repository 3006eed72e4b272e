/* The first pass: which scopes there are, and what happens to the names in each. */
#include "parser/scope_internal.h"

#include <string.h>

static void visit(Analysis *analysis, Node *node);

static void visit_child(void *analysis, Node *child) {
    visit(analysis, child);
}

static void visit_optional(Analysis *analysis, Node *node) {
    if (node != NULL) {
        visit(analysis, node);
    }
}

static void visit_list(Analysis *analysis, NodeList list) {
    for (int32_t i = 0; i < list.count; i++) {
        visit_optional(analysis, list.items[i]);
    }
}

/* --- Names ------------------------------------------------------------------------------------------------
 */

static Symbol *symbol_here(Analysis *analysis, const Text *name) {
    Scope *scope = analysis->current;
    return scope_add(analysis->arena, scope, scope_mangle(analysis->arena, scope->class_name, name));
}

/* `name` is bound here; `node` is what binds it. */
static Symbol *bind(Analysis *analysis, const Text *name, const Node *node) {
    Symbol *symbol = symbol_here(analysis, name);
    if (analysis->current->in_comprehension_target) {
        if (symbol->is_global || symbol->is_nonlocal) {
            analysis_raise(analysis, node->position,
                           "comprehension inner loop cannot rebind assignment expression target '%s'",
                           name->chars);
        }
        symbol->is_comprehension_target = true;
    }
    symbol->is_assigned = true;
    return symbol;
}

static Symbol *use(Analysis *analysis, const Text *name) {
    Symbol *symbol = symbol_here(analysis, name);
    symbol->is_used = true;
    return symbol;
}

static void use_class_cell(Analysis *analysis) {
    use(analysis, arena_intern(analysis->arena, "__class__", 9));
}

static void visit_name(Analysis *analysis, Node *node) {
    const Text *name = node->Name.id;
    if (node->Name.ctx != CONTEXT_LOAD) {
        node->Name.symbol = bind(analysis, name, node);
        return;
    }
    node->Name.symbol = use(analysis, name);
    ScopeKind kind = analysis->current->kind;
    if (kind != SCOPE_MODULE && kind != SCOPE_CLASS && strcmp(name->chars, "super") == 0) {
        use_class_cell(analysis); /* super() looks for it */
    }
}

static void declare(Analysis *analysis, Node *node, bool is_global) {
    const char *word = is_global ? "global" : "nonlocal";
    for (int32_t i = 0; i < node->Global.names.count; i++) {
        Symbol *symbol = symbol_here(analysis, node->Global.names.items[i]);
        const char *name = node->Global.names.items[i]->chars;
        if (symbol->is_parameter) {
            analysis_raise(analysis, node->position, "name '%s' is parameter and %s", name, word);
        }
        if (symbol->is_used) {
            analysis_raise(analysis, node->position, "name '%s' is used prior to %s declaration", name, word);
        }
        if (symbol->is_annotated) {
            analysis_raise(analysis, node->position, "annotated name '%s' can't be %s", name, word);
        }
        if (symbol->is_assigned) {
            analysis_raise(analysis, node->position, "name '%s' is assigned to before %s declaration", name,
                           word);
        }
        symbol->is_global |= is_global;
        symbol->is_nonlocal |= !is_global;
        if (symbol->declaration == NULL) {
            symbol->declaration = node;
        }
    }
}

static void visit_annotated(Analysis *analysis, Node *node) {
    Node *target = node->AnnAssign.target;
    if (target->kind == NODE_NAME) {
        const Text *name = target->Name.id;
        Symbol *symbol = symbol_here(analysis, name);
        if ((symbol->is_global || symbol->is_nonlocal) && analysis->current->kind != SCOPE_MODULE &&
            node->AnnAssign.simple) {
            analysis_raise(analysis, node->position, "annotated name '%s' can't be %s", name->chars,
                           symbol->is_global ? "global" : "nonlocal");
        }
        target->Name.symbol = symbol;
        if (node->AnnAssign.simple) {
            symbol->is_annotated = symbol->is_assigned = true;
            analysis->current->has_annotations = true;
        } else if (node->AnnAssign.value != NULL) {
            symbol->is_assigned = true;
        }
    } else {
        visit(analysis, target);
    }
    if (!analysis->module->future_annotations) {
        visit(analysis, node->AnnAssign.annotation);
    }
    visit_optional(analysis, node->AnnAssign.value);
}

static void visit_alias(Analysis *analysis, Node *node) {
    const Text *name = node->alias.asname != NULL ? node->alias.asname : node->alias.name;
    if (strcmp(name->chars, "*") == 0) {
        if (analysis->current->kind != SCOPE_MODULE) {
            analysis_raise(analysis, node->position, "import * only allowed at module level");
        }
        analysis->current->has_import_star = true;
        return;
    }
    const char *dot = node->alias.asname == NULL ? strchr(name->chars, '.') : NULL;
    if (dot != NULL) {
        name = arena_intern(analysis->arena, name->chars, (size_t)(dot - name->chars));
    }
    node->alias.symbol = symbol_here(analysis, name);
    node->alias.symbol->is_imported = true;
}

/* --- Scopes -----------------------------------------------------------------------------------------------
 */

static bool is_docstring(NodeList body) {
    return body.count > 0 && body.items[0]->kind == NODE_EXPR &&
           body.items[0]->Expr.value->kind == NODE_CONSTANT &&
           body.items[0]->Expr.value->Constant.value.kind == CONSTANT_STRING;
}

static Scope *enter(Analysis *analysis, ScopeKind kind, Node *node, const Text *name) {
    Scope *scope = arena_allocate(analysis->arena, sizeof *scope);
    Scope *parent = analysis->current;
    scope->kind = kind;
    scope->node = node;
    scope->parent = parent;
    scope->name = name;
    if (parent != NULL) {
        scope->class_name = parent->class_name;
        scope->comprehension_iterables = parent->comprehension_iterables;
        if (parent->last_child != NULL) {
            parent->last_child->next_sibling = scope;
        } else {
            parent->first_child = scope;
        }
        parent->last_child = scope;
    }
    analysis->current = scope;
    return scope;
}

static void leave(Analysis *analysis) {
    analysis->current = analysis->current->parent;
}

static const Text *intern(Analysis *analysis, const char *chars) {
    return arena_intern(analysis->arena, chars, strlen(chars));
}

static void add_parameter(Analysis *analysis, Node *arg) {
    Symbol *symbol = symbol_here(analysis, arg->arg.arg);
    if (symbol->is_parameter) {
        analysis_raise(analysis, arg->position, "duplicate argument '%s' in function definition",
                       arg->arg.arg->chars);
    }
    symbol->is_parameter = true;
    arg->arg.symbol = symbol;
    analysis->current->parameter_count++;
}

static void add_parameters(Analysis *analysis, const Node *arguments) {
    Scope *scope = analysis->current;
    const NodeList lists[] = {arguments->arguments.posonlyargs, arguments->arguments.args,
                              arguments->arguments.kwonlyargs};
    for (int i = 0; i < 3; i++) {
        for (int32_t j = 0; j < lists[i].count; j++) {
            add_parameter(analysis, lists[i].items[j]);
        }
    }
    scope->positional_only_count = lists[0].count;
    scope->positional_count = lists[0].count + lists[1].count;
    scope->keyword_only_count = lists[2].count;
    if (arguments->arguments.vararg != NULL) {
        add_parameter(analysis, arguments->arguments.vararg);
        scope->has_varargs = true;
    }
    if (arguments->arguments.kwarg != NULL) {
        add_parameter(analysis, arguments->arguments.kwarg);
        scope->has_varkeywords = true;
    }
}

static void visit_annotations_of(Analysis *analysis, NodeList parameters) {
    for (int32_t i = 0; i < parameters.count; i++) {
        visit_optional(analysis, parameters.items[i]->arg.annotation);
    }
}

static void visit_annotations(Analysis *analysis, const Node *function) {
    if (analysis->module->future_annotations) {
        return;
    }
    const Node *arguments = function->FunctionDef.args;
    visit_annotations_of(analysis, arguments->arguments.posonlyargs);
    visit_annotations_of(analysis, arguments->arguments.args);
    if (arguments->arguments.vararg != NULL) {
        visit_optional(analysis, arguments->arguments.vararg->arg.annotation);
    }
    if (arguments->arguments.kwarg != NULL) {
        visit_optional(analysis, arguments->arguments.kwarg->arg.annotation);
    }
    visit_annotations_of(analysis, arguments->arguments.kwonlyargs);
    visit_optional(analysis, function->FunctionDef.returns);
}

/* --- Types ------------------------------------------------------------------------------------------------
 */

/* A parameter that no script can name: the value is handed in where the scope's code is called. */
static void add_hidden_parameter(Analysis *analysis, const char *name) {
    symbol_here(analysis, intern(analysis, name))->is_parameter = true;
    Scope *scope = analysis->current;
    scope->parameter_count = ++scope->positional_count;
    scope->positional_only_count = scope->positional_count;
}

static Scope *enter_types(Analysis *analysis, ScopeKind kind, Node *node, const Text *name,
                          const char *description) {
    const Scope *outer = analysis->current;
    Scope *scope = enter(analysis, kind, node, name);
    scope->description = description;
    scope->sees_class = outer->kind == SCOPE_CLASS || outer->sees_class;
    if (scope->sees_class) {
        add_hidden_parameter(analysis, ".namespace");
    }
    return scope;
}

static Scope *visit_lazily(Analysis *analysis, Node *node, Node *value, const Text *name,
                           const char *description) {
    if (value == NULL) {
        return NULL;
    }
    Scope *scope = enter_types(analysis, SCOPE_TYPE_VALUE, node, name, description);
    visit(analysis, value->kind == NODE_STARRED ? value->Starred.value : value);
    leave(analysis);
    return scope;
}

static void visit_type_parameter(Analysis *analysis, Node *node) {
    const Text *name = node->TypeVar.name;
    Symbol *symbol = symbol_here(analysis, name);
    if (symbol->is_type_parameter) {
        analysis_raise(analysis, node->position, "duplicate type parameter '%s'", name->chars);
    }
    symbol->is_assigned = symbol->is_type_parameter = true;
    node->TypeVar.symbol = symbol;
    bool is_constrained = node->TypeVar.bound != NULL && node->TypeVar.bound->kind == NODE_TUPLE;
    node->TypeVar.bound_scope = visit_lazily(analysis, node, node->TypeVar.bound, name,
                                             is_constrained ? "a TypeVar constraint" : "a TypeVar bound");
    node->TypeVar.default_scope = visit_lazily(analysis, node, node->TypeVar.default_value, name,
                                               node->kind == NODE_TYPE_VAR     ? "a TypeVar default"
                                               : node->kind == NODE_PARAM_SPEC ? "a ParamSpec default"
                                                                               : "a TypeVarTuple default");
}

/* Enter the scope of the type parameters of what is called `name`. */
static Scope *enter_generic(Analysis *analysis, Node *node, const Text *name, NodeList parameters) {
    const Text *own = arena_format(analysis->arena, "<generic parameters of %s>", name->chars);
    Scope *scope = enter_types(analysis, SCOPE_TYPE_PARAMETERS, node, own, "the definition of a generic");
    if (node->kind == NODE_FUNCTION_DEF || node->kind == NODE_ASYNC_FUNCTION_DEF) {
        add_hidden_parameter(analysis, ".defaults");
        add_hidden_parameter(analysis, ".kwdefaults");
    }
    for (int32_t i = 0; i < parameters.count; i++) {
        visit_type_parameter(analysis, parameters.items[i]);
    }
    return scope;
}

static void visit_type_alias(Analysis *analysis, Node *node) {
    const Text *name = node->TypeAlias.name->Name.id;
    NodeList parameters = node->TypeAlias.type_params;
    visit(analysis, node->TypeAlias.name);
    if (parameters.count > 0) {
        node->TypeAlias.type_scope = enter_generic(analysis, node, name, parameters);
    }
    node->TypeAlias.scope = visit_lazily(analysis, node, node->TypeAlias.value, name, "a type alias");
    if (parameters.count > 0) {
        leave(analysis);
    }
}

/* An expression that does something where it stands has no place where types are evaluated. */
static void refuse_in_types(Analysis *analysis, const Node *node, const char *what) {
    const Scope *scope = analysis->current;
    if (scope_is_of_types(scope)) {
        analysis_raise(analysis, node->position, "%s expression cannot be used within %s", what,
                       scope->description);
    }
}

/* --- Definitions ------------------------------------------------------------------------------------------
 */

static void visit_function(Analysis *analysis, Node *node) {
    node->FunctionDef.symbol = bind(analysis, node->FunctionDef.name, node);
    visit_list(analysis, node->FunctionDef.args->arguments.defaults);
    visit_list(analysis, node->FunctionDef.args->arguments.kw_defaults);
    NodeList type_parameters = node->FunctionDef.type_params;
    if (type_parameters.count > 0) {
        visit_list(analysis, node->FunctionDef.decorator_list);
        node->FunctionDef.type_scope = enter_generic(analysis, node, node->FunctionDef.name, type_parameters);
    }
    visit_annotations(analysis, node);
    if (type_parameters.count == 0) {
        visit_list(analysis, node->FunctionDef.decorator_list);
    }
    Scope *scope = enter(analysis, SCOPE_FUNCTION, node, node->FunctionDef.name);
    node->FunctionDef.scope = scope;
    scope->is_async = node->kind == NODE_ASYNC_FUNCTION_DEF;
    scope->has_docstring = is_docstring(node->FunctionDef.body);
    add_parameters(analysis, node->FunctionDef.args);
    visit_list(analysis, node->FunctionDef.body);
    leave(analysis);
    if (type_parameters.count > 0) {
        leave(analysis);
    }
}

static void visit_lambda(Analysis *analysis, Node *node) {
    visit_list(analysis, node->Lambda.args->arguments.defaults);
    visit_list(analysis, node->Lambda.args->arguments.kw_defaults);
    node->Lambda.scope = enter(analysis, SCOPE_LAMBDA, node, intern(analysis, "<lambda>"));
    add_parameters(analysis, node->Lambda.args);
    visit(analysis, node->Lambda.body);
    leave(analysis);
}

static void visit_class(Analysis *analysis, Node *node) {
    node->ClassDef.symbol = bind(analysis, node->ClassDef.name, node);
    NodeList type_parameters = node->ClassDef.type_params;
    if (type_parameters.count > 0) {
        visit_list(analysis, node->ClassDef.decorator_list);
        node->ClassDef.type_scope = enter_generic(analysis, node, node->ClassDef.name, type_parameters);
        symbol_here(analysis, intern(analysis, ".type_params"))->is_assigned = true;
        symbol_here(analysis, intern(analysis, ".generic_base"))->is_assigned = true;
    }
    visit_list(analysis, node->ClassDef.bases);
    visit_list(analysis, node->ClassDef.keywords);
    if (type_parameters.count == 0) {
        visit_list(analysis, node->ClassDef.decorator_list);
    }
    Scope *scope = enter(analysis, SCOPE_CLASS, node, node->ClassDef.name);
    node->ClassDef.scope = scope;
    scope->class_name = node->ClassDef.name;
    scope->has_docstring = is_docstring(node->ClassDef.body);
    if (type_parameters.count > 0) {
        use(analysis, intern(analysis, ".type_params"));
    }
    visit_list(analysis, node->ClassDef.body);
    leave(analysis);
    if (type_parameters.count > 0) {
        leave(analysis);
    }
}

/* --- Comprehensions ---------------------------------------------------------------------------------------
 */

static const char *comprehension_name(const Node *node) {
    switch (node->kind) {
    case NODE_LIST_COMP: return "<listcomp>";
    case NODE_SET_COMP: return "<setcomp>";
    case NODE_DICT_COMP: return "<dictcomp>";
    default: return "<genexpr>";
    }
}

static void visit_iterable(Analysis *analysis, Node *iterable) {
    analysis->current->comprehension_iterables++;
    visit(analysis, iterable);
    analysis->current->comprehension_iterables--;
}

static void visit_clause_target(Analysis *analysis, Node *target) {
    analysis->current->in_comprehension_target = true;
    visit(analysis, target);
    analysis->current->in_comprehension_target = false;
}

static void visit_comprehension(Analysis *analysis, Node *node) {
    bool is_dict = node->kind == NODE_DICT_COMP;
    NodeList clauses = is_dict ? node->DictComp.generators : node->ListComp.generators;
    Node *first = clauses.items[0];
    visit_iterable(analysis, first->comprehension.iter);
    Scope *scope = enter(analysis, SCOPE_COMPREHENSION, node, intern(analysis, comprehension_name(node)));
    if (is_dict) {
        node->DictComp.scope = scope;
    } else {
        node->ListComp.scope = scope;
    }
    scope->has_yield = node->kind == NODE_GENERATOR_EXP;
    scope->is_async = first->comprehension.is_async;
    scope->parameter_count = scope->positional_count = scope->positional_only_count = 1;
    symbol_here(analysis, intern(analysis, ".0"))->is_parameter = true;
    for (int32_t i = 0; i < clauses.count; i++) {
        Node *clause = clauses.items[i];
        visit_clause_target(analysis, clause->comprehension.target);
        if (i > 0) {
            visit_iterable(analysis, clause->comprehension.iter);
        }
        visit_list(analysis, clause->comprehension.ifs);
        scope->is_async |= clause->comprehension.is_async;
    }
    if (is_dict) {
        visit(analysis, node->DictComp.key);
        visit(analysis, node->DictComp.value);
    } else {
        visit(analysis, node->ListComp.elt);
    }
    leave(analysis);
    if (scope->is_async && node->kind != NODE_GENERATOR_EXP) {
        analysis->current->is_async = true; /* whoever runs it awaits it */
    }
}

/* A walrus in a comprehension binds in the function or module around it. */
static void bind_outside(Analysis *analysis, Node *node) {
    const Node *target = node->NamedExpr.target;
    const Text *name = target->Name.id;
    const Text *mangled = scope_mangle(analysis->arena, analysis->current->class_name, name);
    Scope *scope = analysis->current;
    for (; scope->kind == SCOPE_COMPREHENSION; scope = scope->parent) {
        Symbol *symbol = scope_find(scope, mangled);
        if (symbol != NULL && symbol->is_comprehension_target) {
            analysis_raise(analysis, target->position,
                           "assignment expression cannot rebind comprehension iteration variable '%s'",
                           name->chars);
        }
    }
    if (scope->kind == SCOPE_CLASS) {
        analysis_raise(analysis, target->position,
                       "assignment expression within a comprehension cannot be used in a class body");
    }
    Symbol *outside = scope_add(analysis->arena, scope, mangled);
    Symbol *here = scope_add(analysis->arena, analysis->current, mangled);
    if (scope->kind == SCOPE_MODULE || outside->is_global) {
        here->is_global = true;
    } else {
        here->is_nonlocal = true;
    }
    outside->is_assigned = true;
    if (here->declaration == NULL) {
        here->declaration = target;
    }
}

static void visit_walrus(Analysis *analysis, Node *node) {
    refuse_in_types(analysis, node, "named");
    if (analysis->current->comprehension_iterables > 0) {
        analysis_raise(analysis, node->position,
                       "assignment expression cannot be used in a comprehension iterable expression");
    }
    if (analysis->current->kind == SCOPE_COMPREHENSION) {
        bind_outside(analysis, node);
    }
    visit(analysis, node->NamedExpr.value);
    visit(analysis, node->NamedExpr.target);
}

/* --- The visitor ------------------------------------------------------------------------------------------
 */

static void visit_yield(Analysis *analysis, Node *node) {
    Scope *scope = analysis->current;
    refuse_in_types(analysis, node, "yield");
    visit_optional(analysis, node->Yield.value);
    if (scope->kind == SCOPE_COMPREHENSION) {
        const char *name = scope->node->kind == NODE_LIST_COMP   ? "list comprehension"
                           : scope->node->kind == NODE_SET_COMP  ? "set comprehension"
                           : scope->node->kind == NODE_DICT_COMP ? "dict comprehension"
                                                                 : "generator expression";
        analysis_raise(analysis, node->position, "'yield' inside %s", name);
    }
    scope->has_yield = true;
}

/* The whole chain of elifs, by a loop. */
static void visit_if(Analysis *analysis, Node *node) {
    for (;;) {
        visit(analysis, node->If.test);
        visit_list(analysis, node->If.body);
        NodeList orelse = node->If.orelse;
        if (orelse.count != 1 || orelse.items[0]->kind != NODE_IF) {
            visit_list(analysis, orelse);
            return;
        }
        node = orelse.items[0];
    }
}

static Symbol *bind_optional(Analysis *analysis, const Text *name, const Node *node) {
    return name != NULL ? bind(analysis, name, node) : NULL;
}

static void visit(Analysis *analysis, Node *node) {
    switch (node->kind) {
    case NODE_FUNCTION_DEF:
    case NODE_ASYNC_FUNCTION_DEF: visit_function(analysis, node); return;
    case NODE_CLASS_DEF: visit_class(analysis, node); return;
    case NODE_TYPE_ALIAS: visit_type_alias(analysis, node); return;
    case NODE_LAMBDA: visit_lambda(analysis, node); return;
    case NODE_LIST_COMP:
    case NODE_SET_COMP:
    case NODE_DICT_COMP:
    case NODE_GENERATOR_EXP: visit_comprehension(analysis, node); return;
    case NODE_NAME: visit_name(analysis, node); return;
    case NODE_CONSTANT: return;
    case NODE_ATTRIBUTE:
        visit(analysis, node->Attribute.value);
        node->Attribute.attr =
            scope_mangle(analysis->arena, analysis->current->class_name, node->Attribute.attr);
        return;
    case NODE_NAMED_EXPR: visit_walrus(analysis, node); return;
    case NODE_YIELD:
    case NODE_YIELD_FROM: visit_yield(analysis, node); return;
    case NODE_AWAIT:
        refuse_in_types(analysis, node, "await");
        visit(analysis, node->Await.value);
        analysis->current->is_async = true;
        return;
    case NODE_ASYNC_FOR:
    case NODE_ASYNC_WITH: analysis->current->is_async |= analysis->current->kind == SCOPE_MODULE; break;
    case NODE_RETURN: analysis->current->returns_value |= node->Return.value != NULL; break;
    case NODE_ANN_ASSIGN: visit_annotated(analysis, node); return;
    case NODE_ALIAS: visit_alias(analysis, node); return;
    case NODE_GLOBAL:
    case NODE_NONLOCAL: declare(analysis, node, node->kind == NODE_GLOBAL); return;
    case NODE_EXCEPT_HANDLER:
        visit_optional(analysis, node->ExceptHandler.type);
        node->ExceptHandler.symbol = bind_optional(analysis, node->ExceptHandler.name, node);
        visit_list(analysis, node->ExceptHandler.body);
        return;
    case NODE_IF: visit_if(analysis, node); return;
    case NODE_TRY:
    case NODE_TRY_STAR: /* in CPython's order, not the text's */
        visit_list(analysis, node->Try.body);
        visit_list(analysis, node->Try.orelse);
        visit_list(analysis, node->Try.handlers);
        visit_list(analysis, node->Try.finalbody);
        return;
    case NODE_MATCH_STAR:
        node->MatchStar.symbol = bind_optional(analysis, node->MatchStar.name, node);
        return;
    case NODE_MATCH_AS:
        visit_optional(analysis, node->MatchAs.pattern);
        node->MatchAs.symbol = bind_optional(analysis, node->MatchAs.name, node);
        return;
    case NODE_MATCH_MAPPING:
        visit_list(analysis, node->MatchMapping.keys);
        visit_list(analysis, node->MatchMapping.patterns);
        node->MatchMapping.symbol = bind_optional(analysis, node->MatchMapping.rest, node);
        return;
    default: break;
    }
    ast_visit_children(node, visit_child, analysis);
}

/* --- from __future__ --------------------------------------------------------------------------------------
 */

static void check_features(Analysis *analysis, const Node *statement) {
    static const char *const features[] = {"nested_scopes",    "generators",     "division",
                                           "absolute_import",  "with_statement", "print_function",
                                           "unicode_literals", "generator_stop", "annotations"};
    for (int32_t i = 0; i < statement->ImportFrom.names.count; i++) {
        const Text *name = statement->ImportFrom.names.items[i]->alias.name;
        bool is_known = false;
        for (size_t j = 0; j < sizeof features / sizeof *features; j++) {
            is_known |= strcmp(name->chars, features[j]) == 0;
        }
        Position place = statement->position;
        place.end_line = place.line;
        place.end_column = place.column;
        if (strcmp(name->chars, "braces") == 0) {
            analysis_raise(analysis, place, "not a chance");
        }
        if (!is_known) {
            analysis_raise(analysis, place, "future feature %s is not defined", name->chars);
        }
        analysis->module->future_annotations |= strcmp(name->chars, "annotations") == 0;
    }
}

static bool is_future_import(const Node *statement) {
    return statement->kind == NODE_IMPORT_FROM && statement->ImportFrom.module != NULL &&
           statement->ImportFrom.level == 0 && strcmp(statement->ImportFrom.module->chars, "__future__") == 0;
}

/* The imports at the head of the module, after the docstring. Later ones are refused by semantic_check. */
static void read_future_imports(Analysis *analysis, NodeList body) {
    int32_t first = is_docstring(body) ? 1 : 0;
    for (int32_t i = first; i < body.count && is_future_import(body.items[i]); i++) {
        check_features(analysis, body.items[i]);
    }
}

void scope_collect(Analysis *analysis, Node *module) {
    analysis->module = enter(analysis, SCOPE_MODULE, module, intern(analysis, "<module>"));
    module->Module.scope = analysis->module;
    analysis->module->has_docstring = is_docstring(module->Module.body);
    read_future_imports(analysis, module->Module.body);
    visit_list(analysis, module->Module.body);
}
