/* The third pass: statements and expressions that stand where they have no meaning. It goes through the tree
 * in the order in which code is made from it, since the first mistake is the one that is reported. */
#include "lexer/lexer.h"
#include "parser/scope_internal.h"

#include <string.h>

enum { MAX_NESTED_BLOCKS = 20 };

/* Where we are, within the current function. */
typedef struct Checker {
    Analysis *analysis;
    Scope *scope;
    int nested_blocks; /* loops, withs and trys that are open, as CPython counts them */
    bool in_loop;
    bool in_except_star;
    bool jumps_leave_except_star; /* in an except* block, but not in a loop in it */
} Checker;

static void check(Checker *checker, Node *node);

static void check_child(void *checker, Node *child) {
    check(checker, child);
}

static void check_optional(Checker *checker, Node *node) {
    if (node != NULL) {
        check(checker, node);
    }
}

static void check_list(Checker *checker, NodeList list) {
    for (int32_t i = 0; i < list.count; i++) {
        check_optional(checker, list.items[i]);
    }
}

static _Noreturn void refuse(Checker *checker, const Node *node, const char *message) {
    analysis_raise(checker->analysis, node->position, "%s", message);
}

#define WARN(checker, node, ...)                                                                  \
    syntax_warning_add((checker)->analysis->warnings, (checker)->analysis->arena, WARNING_SYNTAX, \
                       (node)->position.line, __VA_ARGS__)

static bool is_function(const Scope *scope) {
    return scope->kind != SCOPE_MODULE && scope->kind != SCOPE_CLASS;
}

/* Is this the body of an `async def`, or a module in which await is allowed? */
static bool is_async_code(const Checker *checker) {
    const Scope *scope = checker->scope;
    return (scope->kind == SCOPE_FUNCTION && scope->node->kind == NODE_ASYNC_FUNCTION_DEF) ||
           (scope->kind == SCOPE_MODULE && checker->analysis->allows_top_level_await);
}

static void check_in_scope(Checker *checker, Scope *scope, NodeList body) {
    Checker inner = {.analysis = checker->analysis, .scope = scope};
    check_list(&inner, body);
}

/* A block that CPython keeps count of. */
static void check_block(Checker *checker, const Node *opener, NodeList body, int levels) {
    checker->nested_blocks += levels;
    if (checker->nested_blocks > MAX_NESTED_BLOCKS) {
        refuse(checker, opener, "too many statically nested blocks");
    }
    check_list(checker, body);
    checker->nested_blocks -= levels;
}

/* --- Names and targets ------------------------------------------------------------------------------------
 */

static bool is_debug(const Text *name) {
    return strcmp(name->chars, "__debug__") == 0;
}

static void check_bindable(Checker *checker, const Text *name, const Node *place) {
    if (name != NULL && is_debug(name)) {
        refuse(checker, place, "cannot assign to __debug__");
    }
}

static void check_name(Checker *checker, const Text *name, ExprContext context, const Node *node) {
    if (context == CONTEXT_STORE) {
        check_bindable(checker, name, node);
    } else if (context == CONTEXT_DELETE && is_debug(name)) {
        refuse(checker, node, "cannot delete __debug__");
    }
}

/* The elements of a list or tuple, in which stars may stand; only one of them when it is assigned to. */
static void check_elements(Checker *checker, const Node *node, NodeList elements, ExprContext context) {
    int stars = 0;
    for (int32_t i = 0; i < elements.count; i++) {
        stars += elements.items[i]->kind == NODE_STARRED;
    }
    if (context == CONTEXT_STORE && stars > 1) {
        refuse(checker, node, "multiple starred expressions in assignment");
    }
    for (int32_t i = 0; i < elements.count; i++) {
        Node *element = elements.items[i];
        check(checker, element->kind == NODE_STARRED ? element->Starred.value : element);
    }
}

static void check_starred(Checker *checker, const Node *node) {
    refuse(checker, node,
           node->Starred.ctx == CONTEXT_STORE ? "starred assignment target must be in a list or tuple"
                                              : "can't use starred expression here");
}

/* --- Calls and other likely mistakes ----------------------------------------------------------------------
 */

/* The type that an expression plainly has, or NULL. */
static const char *plain_type(const Node *node) {
    switch (node->kind) {
    case NODE_TUPLE: return "tuple";
    case NODE_LIST:
    case NODE_LIST_COMP: return "list";
    case NODE_DICT:
    case NODE_DICT_COMP: return "dict";
    case NODE_SET:
    case NODE_SET_COMP: return "set";
    case NODE_GENERATOR_EXP: return "generator";
    case NODE_LAMBDA: return "function";
    case NODE_JOINED_STR: return "str";
    case NODE_CONSTANT: break;
    default: return NULL;
    }
    switch (node->Constant.value.kind) {
    case CONSTANT_NONE: return "NoneType";
    case CONSTANT_TRUE:
    case CONSTANT_FALSE: return "bool";
    case CONSTANT_ELLIPSIS: return "ellipsis";
    case CONSTANT_INT:
    case CONSTANT_BIG_INT: return "int";
    case CONSTANT_FLOAT: return "float";
    case CONSTANT_STRING: return "str";
    default: return "bytes";
    }
}

static void warn_of_call(Checker *checker, const Node *node) {
    const char *type = plain_type(node->Call.func);
    if (type != NULL && node->Call.func->kind != NODE_LAMBDA) {
        WARN(checker, node, "'%s' object is not callable; perhaps you missed a comma?", type);
    }
}

static bool is_unsubscriptable(const Node *node) {
    switch (node->kind) {
    case NODE_SET:
    case NODE_SET_COMP:
    case NODE_GENERATOR_EXP:
    case NODE_LAMBDA: return true;
    case NODE_CONSTANT:
        switch (node->Constant.value.kind) {
        case CONSTANT_NONE:
        case CONSTANT_ELLIPSIS:
        case CONSTANT_INT:
        case CONSTANT_BIG_INT:
        case CONSTANT_FLOAT: return true;
        default: return false;
        }
    default: return false;
    }
}

static void warn_of_subscript(Checker *checker, const Node *node) {
    const Node *value = node->Subscript.value;
    const char *type = plain_type(value);
    if (is_unsubscriptable(value)) {
        WARN(checker, node, "'%s' object is not subscriptable; perhaps you missed a comma?", type);
        return;
    }
    const char *index = plain_type(node->Subscript.slice);
    bool is_sequence = value->kind == NODE_TUPLE || value->kind == NODE_LIST ||
                       value->kind == NODE_LIST_COMP || value->kind == NODE_JOINED_STR ||
                       (value->kind == NODE_CONSTANT && (value->Constant.value.kind == CONSTANT_STRING ||
                                                         value->Constant.value.kind == CONSTANT_BYTES));
    if (is_sequence && index != NULL && strcmp(index, "int") != 0 && strcmp(index, "bool") != 0) {
        WARN(checker, node, "%s indices must be integers or slices, not %s; perhaps you missed a comma?",
             type, index);
    }
}

static bool is_literal(const Node *node) {
    return node->kind == NODE_CONSTANT && node->Constant.value.kind >= CONSTANT_INT;
}

static void warn_of_identity(Checker *checker, const Node *node) {
    bool left_is_literal = is_literal(node->Compare.left);
    for (int32_t i = 0; i < node->Compare.ops.count; i++) {
        bool right_is_literal = is_literal(node->Compare.comparators.items[i]);
        CompareOperator op = node->Compare.ops.items[i];
        if ((op == COMPARE_IS || op == COMPARE_IS_NOT) && (left_is_literal || right_is_literal)) {
            WARN(checker, node, "%s",
                 op == COMPARE_IS ? "\"is\" with a literal. Did you mean \"==\"?"
                                  : "\"is not\" with a literal. Did you mean \"!=\"?");
            return;
        }
        left_is_literal = right_is_literal;
    }
}

/* No keyword twice. The names are interned, so a set of addresses tells; a short list needs none. */
static void check_keywords(Checker *checker, NodeList keywords) {
    enum { SHORT = 16 };
    uint32_t capacity = 1;
    while (capacity < (uint32_t)keywords.count * 2) {
        capacity *= 2;
    }
    const Text **seen =
        keywords.count > SHORT ? arena_allocate(checker->analysis->arena, capacity * sizeof *seen) : NULL;
    for (int32_t i = 0; i < keywords.count; i++) {
        const Text *name = keywords.items[i]->keyword.arg;
        if (name == NULL) {
            continue;
        }
        check_bindable(checker, name, keywords.items[i]);
        bool is_repeated = false;
        if (seen != NULL) {
            uint32_t slot = name->hash & (capacity - 1);
            while (seen[slot] != NULL && seen[slot] != name) {
                slot = (slot + 1) & (capacity - 1);
            }
            is_repeated = seen[slot] == name;
            seen[slot] = name;
        } else {
            for (int32_t j = 0; j < i; j++) {
                is_repeated |= keywords.items[j]->keyword.arg == name;
            }
        }
        if (is_repeated) {
            analysis_raise(checker->analysis, keywords.items[i]->position, "keyword argument repeated: %s",
                           name->chars);
        }
    }
}

static void check_arguments(Checker *checker, const Node *call, NodeList arguments, NodeList keywords) {
    check_keywords(checker, keywords);
    check_elements(checker, call, arguments, CONTEXT_LOAD);
    for (int32_t i = 0; i < keywords.count; i++) {
        check(checker, keywords.items[i]->keyword.value);
    }
}

/* --- Definitions ------------------------------------------------------------------------------------------
 */

static void check_parameter(Checker *checker, Node *parameter) {
    if (parameter != NULL) {
        check_bindable(checker, parameter->arg.arg, parameter);
    }
}

static void check_parameters(Checker *checker, const Node *arguments) {
    const NodeList lists[] = {arguments->arguments.posonlyargs, arguments->arguments.args,
                              arguments->arguments.kwonlyargs};
    for (int i = 0; i < 3; i++) {
        for (int32_t j = 0; j < lists[i].count; j++) {
            check_parameter(checker, lists[i].items[j]);
        }
    }
    check_parameter(checker, arguments->arguments.vararg);
    check_parameter(checker, arguments->arguments.kwarg);
}

static void check_annotation(Checker *checker, Node *annotation) {
    if (annotation != NULL && !checker->analysis->module->future_annotations) {
        /* *args: *Ts */
        check(checker, annotation->kind == NODE_STARRED ? annotation->Starred.value : annotation);
    }
}

static void check_annotations(Checker *checker, const Node *function) {
    const Node *arguments = function->FunctionDef.args;
    const NodeList lists[] = {arguments->arguments.posonlyargs, arguments->arguments.args};
    for (int i = 0; i < 2; i++) {
        for (int32_t j = 0; j < lists[i].count; j++) {
            check_annotation(checker, lists[i].items[j]->arg.annotation);
        }
    }
    if (arguments->arguments.vararg != NULL) {
        check_annotation(checker, arguments->arguments.vararg->arg.annotation);
    }
    for (int32_t j = 0; j < arguments->arguments.kwonlyargs.count; j++) {
        check_annotation(checker, arguments->arguments.kwonlyargs.items[j]->arg.annotation);
    }
    if (arguments->arguments.kwarg != NULL) {
        check_annotation(checker, arguments->arguments.kwarg->arg.annotation);
    }
    check_annotation(checker, function->FunctionDef.returns);
}

static void check_type_parameters(Checker *checker, NodeList parameters) {
    bool has_default = false;
    for (int32_t i = 0; i < parameters.count; i++) {
        Node *parameter = parameters.items[i];
        const Text *name = parameter->TypeVar.name;
        check_bindable(checker, name, parameter);
        check_optional(checker, parameter->TypeVar.bound);
        Node *value = parameter->TypeVar.default_value;
        check_optional(checker, value != NULL && value->kind == NODE_STARRED ? value->Starred.value : value);
        if (has_default && value == NULL) {
            analysis_raise(checker->analysis, parameter->position,
                           "non-default type parameter '%s' follows default type parameter", name->chars);
        }
        has_default |= value != NULL;
    }
}

/* Types stand in a scope of their own; what it takes from around it, above all `async`, it does not have. */
static Checker types_checker(const Checker *checker, Scope *scope) {
    return scope != NULL ? (Checker){.analysis = checker->analysis, .scope = scope} : *checker;
}

static void check_type_alias(Checker *checker, Node *node) {
    check_bindable(checker, node->TypeAlias.name->Name.id, node);
    Checker types = types_checker(checker, node->TypeAlias.type_scope);
    check_type_parameters(&types, node->TypeAlias.type_params);
    Checker value = types_checker(checker, node->TypeAlias.scope);
    check(&value, node->TypeAlias.value);
}

static void check_function(Checker *checker, Node *node) {
    check_list(checker, node->FunctionDef.decorator_list);
    check_parameters(checker, node->FunctionDef.args);
    check_list(checker, node->FunctionDef.args->arguments.defaults);
    check_list(checker, node->FunctionDef.args->arguments.kw_defaults);
    Checker types = types_checker(checker, node->FunctionDef.type_scope);
    check_type_parameters(&types, node->FunctionDef.type_params);
    check_annotations(&types, node);
    check_in_scope(checker, node->FunctionDef.scope, node->FunctionDef.body);
    check_bindable(checker, node->FunctionDef.name, node);
}

static void check_lambda(Checker *checker, Node *node) {
    check_parameters(checker, node->Lambda.args);
    check_list(checker, node->Lambda.args->arguments.defaults);
    check_list(checker, node->Lambda.args->arguments.kw_defaults);
    Checker inner = {.analysis = checker->analysis, .scope = node->Lambda.scope};
    check(&inner, node->Lambda.body);
}

static void check_class(Checker *checker, Node *node) {
    check_list(checker, node->ClassDef.decorator_list);
    Checker types = types_checker(checker, node->ClassDef.type_scope);
    check_type_parameters(&types, node->ClassDef.type_params);
    check_in_scope(checker, node->ClassDef.scope, node->ClassDef.body);
    check_arguments(&types, node, node->ClassDef.bases, node->ClassDef.keywords);
    check_bindable(checker, node->ClassDef.name, node);
}

static void check_comprehension(Checker *checker, Node *node) {
    bool is_dict = node->kind == NODE_DICT_COMP;
    NodeList clauses = is_dict ? node->DictComp.generators : node->ListComp.generators;
    Scope *scope = scope_of(node);
    if (scope->is_async && node->kind != NODE_GENERATOR_EXP && !is_async_code(checker) &&
        checker->scope->kind != SCOPE_COMPREHENSION) {
        refuse(checker, node, "asynchronous comprehension outside of an asynchronous function");
    }
    Checker inner = {.analysis = checker->analysis, .scope = scope};
    for (int32_t i = 0; i < clauses.count; i++) {
        Node *clause = clauses.items[i];
        check(i == 0 ? checker : &inner, clause->comprehension.iter);
        check(&inner, clause->comprehension.target);
        check_list(&inner, clause->comprehension.ifs);
    }
    if (is_dict) {
        check(&inner, node->DictComp.key);
        check(&inner, node->DictComp.value);
    } else {
        check(&inner, node->ListComp.elt);
    }
}

/* --- Control flow -----------------------------------------------------------------------------------------
 */

static void check_yield(Checker *checker, const Node *node) {
    if (!is_function(checker->scope)) {
        refuse(checker, node,
               node->kind == NODE_YIELD ? "'yield' outside function" : "'yield from' outside function");
    }
    if (node->kind == NODE_YIELD_FROM && checker->scope->kind == SCOPE_FUNCTION &&
        checker->scope->node->kind == NODE_ASYNC_FUNCTION_DEF) {
        refuse(checker, node, "'yield from' inside async function");
    }
    check_optional(checker, node->Yield.value);
}

static void check_await(Checker *checker, const Node *node) {
    if (!is_async_code(checker)) {
        if (!is_function(checker->scope)) {
            refuse(checker, node, "'await' outside function");
        }
        if (checker->scope->kind != SCOPE_COMPREHENSION) {
            refuse(checker, node, "'await' outside async function");
        }
    }
    check(checker, node->Await.value);
}

static void check_return(Checker *checker, const Node *node) {
    if (!is_function(checker->scope)) {
        refuse(checker, node, "'return' outside function");
    }
    if (node->Return.value != NULL && checker->scope->is_async_generator) {
        refuse(checker, node, "'return' with value in async generator");
    }
    check_optional(checker, node->Return.value);
    if (checker->in_except_star) {
        const Node *value = node->Return.value;
        refuse(checker, value != NULL && value->kind == NODE_CONSTANT ? value : node,
               "'break', 'continue' and 'return' cannot appear in an except* block");
    }
}

static void check_jump(Checker *checker, const Node *node) {
    if (checker->jumps_leave_except_star) {
        refuse(checker, node, "'break', 'continue' and 'return' cannot appear in an except* block");
    }
    if (!checker->in_loop) {
        refuse(checker, node,
               node->kind == NODE_BREAK ? "'break' outside loop" : "'continue' not properly in loop");
    }
}

static void check_loop_body(Checker *checker, const Node *loop, NodeList body, NodeList orelse) {
    bool was_in_loop = checker->in_loop, jumps_left_except_star = checker->jumps_leave_except_star;
    checker->in_loop = true;
    checker->jumps_leave_except_star = false;
    check_block(checker, loop, body, 1);
    checker->in_loop = was_in_loop;
    checker->jumps_leave_except_star = jumps_left_except_star;
    check_list(checker, orelse);
}

static void check_for(Checker *checker, Node *node) {
    if (node->kind == NODE_ASYNC_FOR && !is_async_code(checker)) {
        refuse(checker, node, "'async for' outside async function");
    }
    check(checker, node->For.iter);
    check(checker, node->For.target);
    check_loop_body(checker, node, node->For.body, node->For.orelse);
}

static void check_with(Checker *checker, Node *node) {
    if (node->kind == NODE_ASYNC_WITH && !is_async_code(checker)) {
        refuse(checker, node, "'async with' outside async function");
    }
    int items = node->With.items.count;
    for (int32_t i = 0; i < items; i++) {
        check(checker, node->With.items.items[i]->withitem.context_expr);
        check_optional(checker, node->With.items.items[i]->withitem.optional_vars);
    }
    check_block(checker, node, node->With.body, items);
}

static void check_handlers(Checker *checker, const Node *node) {
    bool was_in_except_star = checker->in_except_star;
    bool jumps_left_except_star = checker->jumps_leave_except_star;
    NodeList handlers = node->Try.handlers;
    for (int32_t i = 0; i < handlers.count; i++) {
        Node *handler = handlers.items[i];
        if (handler->ExceptHandler.type == NULL && i < handlers.count - 1) {
            refuse(checker, handler, "default 'except:' must be last");
        }
        check_optional(checker, handler->ExceptHandler.type);
        check_bindable(checker, handler->ExceptHandler.name, handler);
        checker->in_except_star |= node->kind == NODE_TRY_STAR;
        checker->jumps_leave_except_star |= node->kind == NODE_TRY_STAR;
        check_block(checker, handler, handler->ExceptHandler.body, 2);
        checker->in_except_star = was_in_except_star;
        checker->jumps_leave_except_star = jumps_left_except_star;
    }
}

static void check_try(Checker *checker, Node *node) {
    bool has_finally = node->Try.finalbody.count > 0;
    checker->nested_blocks += has_finally;
    check_block(checker, node, node->Try.body, node->Try.handlers.count > 0);
    check_handlers(checker, node);
    check_list(checker, node->Try.orelse);
    checker->nested_blocks -= has_finally;
    check_block(checker, node, node->Try.finalbody, has_finally);
}

/* The whole chain of elifs, by a loop. */
static void check_if(Checker *checker, Node *node) {
    for (;;) {
        check(checker, node->If.test);
        check_list(checker, node->If.body);
        NodeList orelse = node->If.orelse;
        if (orelse.count != 1 || orelse.items[0]->kind != NODE_IF) {
            check_list(checker, orelse);
            return;
        }
        node = orelse.items[0];
    }
}

static void check_match(Checker *checker, Node *node) {
    check(checker, node->Match.subject);
    pattern_check(checker->analysis, node);
    for (int32_t i = 0; i < node->Match.cases.count; i++) {
        Node *branch = node->Match.cases.items[i];
        check_optional(checker, branch->match_case.guard);
        check_list(checker, branch->match_case.body);
    }
}

static void check_assert(Checker *checker, Node *node) {
    if (node->Assert.test->kind == NODE_TUPLE && node->Assert.test->Tuple.elts.count > 0) {
        WARN(checker, node, "assertion is always true, perhaps remove parentheses?");
    }
    check(checker, node->Assert.test);
    check_optional(checker, node->Assert.msg);
}

static void check_import(Checker *checker, Node *node) {
    for (int32_t i = 0; i < node->Import.names.count; i++) {
        const Node *alias = node->Import.names.items[i];
        check_bindable(checker, alias->alias.asname != NULL ? alias->alias.asname : alias->alias.name, node);
    }
}

static bool is_future_head(const Checker *checker, const Node *node) {
    NodeList body = checker->analysis->module->node->Module.body;
    for (int32_t i = checker->analysis->module->has_docstring; i < body.count; i++) {
        const Node *statement = body.items[i];
        if (statement == node) {
            return true;
        }
        if (statement->kind != NODE_IMPORT_FROM || statement->ImportFrom.module == NULL ||
            strcmp(statement->ImportFrom.module->chars, "__future__") != 0) {
            return false;
        }
    }
    return false;
}

static void check_import_from(Checker *checker, Node *node) {
    if (node->ImportFrom.module != NULL && node->ImportFrom.level == 0 &&
        strcmp(node->ImportFrom.module->chars, "__future__") == 0 && !is_future_head(checker, node)) {
        refuse(checker, node, "from __future__ imports must occur at the beginning of the file");
    }
    for (int32_t i = 0; i < node->ImportFrom.names.count; i++) {
        const Node *alias = node->ImportFrom.names.items[i];
        check_bindable(checker, alias->alias.asname != NULL ? alias->alias.asname : alias->alias.name, node);
    }
}

/* --- The visitor ------------------------------------------------------------------------------------------
 */

static void check(Checker *checker, Node *node) {
    switch (node->kind) {
    case NODE_NAME: check_name(checker, node->Name.id, node->Name.ctx, node); return;
    case NODE_CONSTANT: return;
    case NODE_FUNCTION_DEF:
    case NODE_ASYNC_FUNCTION_DEF: check_function(checker, node); return;
    case NODE_CLASS_DEF: check_class(checker, node); return;
    case NODE_LAMBDA: check_lambda(checker, node); return;
    case NODE_LIST_COMP:
    case NODE_SET_COMP:
    case NODE_DICT_COMP:
    case NODE_GENERATOR_EXP: check_comprehension(checker, node); return;
    case NODE_TYPE_ALIAS: check_type_alias(checker, node); return;
    case NODE_RETURN: check_return(checker, node); return;
    case NODE_BREAK:
    case NODE_CONTINUE: check_jump(checker, node); return;
    case NODE_YIELD:
    case NODE_YIELD_FROM: check_yield(checker, node); return;
    case NODE_AWAIT: check_await(checker, node); return;
    case NODE_ASSIGN:
        check(checker, node->Assign.value);
        check_list(checker, node->Assign.targets);
        return;
    case NODE_ANN_ASSIGN:
        check_optional(checker, node->AnnAssign.value);
        if (node->AnnAssign.value == NULL && node->AnnAssign.target->kind == NODE_NAME) {
            check_bindable(checker, node->AnnAssign.target->Name.id, node);
        } else if (node->AnnAssign.value == NULL && node->AnnAssign.target->kind == NODE_ATTRIBUTE) {
            check_bindable(checker, node->AnnAssign.target->Attribute.attr, node);
        }
        check(checker, node->AnnAssign.target);
        check_annotation(checker, node->AnnAssign.annotation);
        return;
    case NODE_FOR:
    case NODE_ASYNC_FOR: check_for(checker, node); return;
    case NODE_WHILE:
        check(checker, node->While.test);
        check_loop_body(checker, node, node->While.body, node->While.orelse);
        return;
    case NODE_IF: check_if(checker, node); return;
    case NODE_WITH:
    case NODE_ASYNC_WITH: check_with(checker, node); return;
    case NODE_TRY:
    case NODE_TRY_STAR: check_try(checker, node); return;
    case NODE_MATCH: check_match(checker, node); return;
    case NODE_ASSERT: check_assert(checker, node); return;
    case NODE_IMPORT: check_import(checker, node); return;
    case NODE_IMPORT_FROM: check_import_from(checker, node); return;
    case NODE_STARRED: check_starred(checker, node); return;
    case NODE_LIST: check_elements(checker, node, node->List.elts, node->List.ctx); return;
    case NODE_TUPLE: check_elements(checker, node, node->Tuple.elts, node->Tuple.ctx); return;
    case NODE_SET: check_elements(checker, node, node->Set.elts, CONTEXT_LOAD); return;
    case NODE_CALL:
        warn_of_call(checker, node);
        check(checker, node->Call.func);
        check_arguments(checker, node, node->Call.args, node->Call.keywords);
        return;
    case NODE_ATTRIBUTE:
        check(checker, node->Attribute.value);
        check_name(checker, node->Attribute.attr, node->Attribute.ctx, node);
        return;
    case NODE_SUBSCRIPT:
        if (node->Subscript.ctx == CONTEXT_LOAD) {
            warn_of_subscript(checker, node);
        }
        break;
    case NODE_COMPARE: warn_of_identity(checker, node); break;
    default: break;
    }
    ast_visit_children(node, check_child, checker);
}

void semantic_check(Analysis *analysis, Node *module) {
    Checker checker = {.analysis = analysis, .scope = module->Module.scope};
    check_list(&checker, module->Module.body);
}
