/* Statements. */
#include "vm/compiler_internal.h"

static void compile_statement(Unit *unit, const Node *node);

void compile_statements(Unit *unit, NodeList statements) {
    for (int32_t i = 0; i < statements.count && unit->is_reachable && !unit->compiler->has_failed; i++)
        compile_statement(unit, statements.items[i]);
}

NodeList body_without_docstring(Unit *unit, NodeList body, Value *docstring) {
    *docstring = NONE;
    if (body.count == 0 || body.items[0]->kind != NODE_EXPR)
        return body;
    const Node *value = body.items[0]->Expr.value;
    if (value->kind != NODE_CONSTANT || value->Constant.value.kind != CONSTANT_STRING)
        return body;
    *docstring = object_value(unit_string(unit, value->Constant.value.text));
    return (NodeList){.items = body.items + 1, .count = body.count - 1};
}

/* --- Expression statements */

/* Might the value be a coroutine that nobody awaits? */
static bool may_lose_coroutine(const Node *value) {
    return value->kind == NODE_CALL || value->kind == NODE_IF_EXP || value->kind == NODE_BOOL_OP;
}

/* Might a coroutine be lost that was made for a call's argument, as in `print(f())`? */
static bool may_lose_argument(const Node *value) {
    if (value->kind != NODE_CALL)
        return false;
    NodeList arguments = value->Call.args;
    for (int32_t i = 0; i < arguments.count; i++) {
        NodeKind kind = arguments.items[i]->kind;
        if (kind == NODE_CALL || kind == NODE_LIST || kind == NODE_TUPLE || kind == NODE_JOINED_STR)
            return true;
    }
    return false;
}

static void compile_expression_statement(Unit *unit, const Node *node) {
    const Node *value = node->Expr.value;
    CompileMode mode = unit->scope->kind == SCOPE_MODULE ? unit->compiler->mode : COMPILE_MODULE;
    unit->position = position_of(value);
    if (mode == COMPILE_EXPRESSION) {
        emit(unit, OP_RETURN, compile_to_any(unit, value), 0, 0);
        emit_end(unit);
    } else if (mode == COMPILE_INTERACTIVE) {
        emit(unit, OP_ECHO, compile_to_any(unit, value), 0, 0);
    } else {
        Operand operand = compile_expression(unit, value, ANY_REGISTER);
        if (operand.constant == NOTHING && may_lose_coroutine(value))
            emit(unit, may_lose_argument(value) ? OP_DROP_ARGUMENTS : OP_DROP, operand.reg, 0, 0);
    }
}

/* --- Branches and jumps */

static void compile_if(Unit *unit, const Node *node) {
    Label end = label_new();
    for (;;) {
        Label otherwise = label_new();
        unit->position = position_of(node);
        compile_jump_if(unit, node->If.test, false, &otherwise);
        compile_statements(unit, node->If.body);
        NodeList orelse = node->If.orelse;
        unit->position = position_of(node);
        if (orelse.count > 0)
            emit_jump(unit, OP_JUMP, 0, &end);
        label_bind(unit, &otherwise);
        if (orelse.count != 1 || orelse.items[0]->kind != NODE_IF) {
            compile_statements(unit, orelse);
            break;
        }
        node = orelse.items[0]; /* elif */
    }
    label_bind(unit, &end);
}

Block *innermost_loop(Unit *unit) {
    Block *block = unit->block;
    while (block != NULL && block->kind != BLOCK_LOOP)
        block = block->outer;
    return block;
}

static void compile_break(Unit *unit) {
    Block *innermost = unit->block, *loop = innermost_loop(unit);
    unwind_begin(unit, loop->outer);
    emit_jump(unit, OP_JUMP, 0, loop->on_break);
    unwind_end(unit, innermost, loop->outer);
}

static void compile_continue(Unit *unit) {
    Block *innermost = unit->block, *loop = innermost_loop(unit);
    unwind_begin(unit, loop);
    emit_continue(unit, loop->on_continue);
    unwind_end(unit, innermost, loop);
}

/* Does leaving all blocks bind or unbind a variable: in a finally body, or at the end of `as name`? */
static bool changes_variables_on_leaving(const Unit *unit) {
    for (const Block *block = unit->block; block != NULL; block = block->outer) {
        if (block->kind == BLOCK_FINALLY || (block->kind == BLOCK_HANDLER && block->name != NULL))
            return true;
    }
    return false;
}

static void compile_return(Unit *unit, const Node *node) {
    Block *innermost = unit->block;
    const Node *value = node->Return.value;
    Operand operand = operand_constant(NONE);
    if (value != NULL)
        operand = compile_expression(unit, value, ANY_REGISTER);
    if (operand.constant == NOTHING && register_is_variable(unit, operand.reg) &&
        changes_variables_on_leaving(unit)) {
        int copy = register_push(unit);
        emit_move(unit, copy, operand.reg);
        operand.reg = copy;
    }
    unwind_begin(unit, NULL);
    if (operand.constant == NONE)
        emit(unit, OP_RETURN_NONE, 0, 0, 0);
    else
        emit(unit, OP_RETURN, operand_to_register(unit, operand), 0, 0);
    unwind_end(unit, innermost, NULL);
}

/* --- raise, assert */

static void compile_raise(Unit *unit, const Node *node) {
    if (node->Raise.exc == NULL) {
        emit_x(unit, OP_RAISE, 2, 0, 0, 0);
    } else {
        int exception = compile_to_stable(unit, node->Raise.exc, node->Raise.cause, NULL);
        int cause = node->Raise.cause != NULL ? compile_to_any(unit, node->Raise.cause) : 0;
        emit_x(unit, OP_RAISE, node->Raise.cause != NULL, exception, cause, 0);
    }
    emit_end(unit);
}

static void compile_assert(Unit *unit, const Node *node) {
    Label holds = label_new();
    /* A comparison that the test comes down to stays the place of what follows. */
    compile_jump_if(unit, node->Assert.test, true, &holds);
    int error = register_push(unit);
    emit(unit, OP_LOAD_ASSERTION_ERROR, error, 0, 0);
    if (node->Assert.msg != NULL) {
        compile_push(unit, node->Assert.msg);
        emit(unit, OP_CALL, error, 1, error);
    }
    emit(unit, OP_RAISE, error, 0, 0);
    emit_end(unit);
    label_bind(unit, &holds);
}

/* --- import */

static const char *find_dot(const Text *name, size_t from) {
    return memchr(name->chars + from, '.', name->length - from);
}

static void store_import(Unit *unit, const Node *alias, int module) {
    compile_store_symbol(unit, alias->alias.symbol, operand_register(module));
}

static void compile_import(Unit *unit, const Node *node) {
    int mark = unit->top;
    for (int32_t i = 0; i < node->Import.names.count; i++) {
        const Node *alias = node->Import.names.items[i];
        const Text *name = alias->alias.name;
        int module = register_push(unit);
        emit(unit, OP_IMPORT, module, name_constant(unit, name), constant_index(unit, NONE));
        /* `import a.b.c` binds a, `import a.b.c as m` binds what is at the end of the path. */
        const char *dot = find_dot(name, 0);
        while (alias->alias.asname != NULL && dot != NULL) {
            size_t start = (size_t)(dot - name->chars) + 1;
            dot = find_dot(name, start);
            size_t end = dot != NULL ? (size_t)(dot - name->chars) : name->length;
            String *part = string_intern_chars(unit->vm, name->chars + start, end - start);
            emit(unit, OP_IMPORT_FROM, module, module, constant_index(unit, object_value(part)));
        }
        store_import(unit, alias, module);
        unit->top = mark;
    }
}

static bool is_future_import(const Node *node) {
    const Text *module = node->ImportFrom.module;
    return node->ImportFrom.level == 0 && module != NULL && strcmp(module->chars, "__future__") == 0;
}

static void compile_import_from(Unit *unit, const Node *node) {
    if (is_future_import(node))
        return; /* says something to the compiler, which has heard it */
    NodeList names = node->ImportFrom.names;
    Tuple *wanted = tuple_new(unit->vm, NULL, names.count);
    for (int32_t i = 0; i < names.count; i++)
        wanted->items[i] = object_value(unit_string(unit, names.items[i]->alias.name));
    const Text *module_name = node->ImportFrom.module;
    Value name = object_value(module_name != NULL ? unit_string(unit, module_name) : unit->vm->empty_string);
    int module = register_push(unit), value = register_push(unit);
    emit_x(unit, OP_IMPORT, node->ImportFrom.level, module, constant_index(unit, name),
           constant_index(unit, object_value(wanted)));
    for (int32_t i = 0; i < names.count; i++) {
        const Node *alias = names.items[i];
        if (strcmp(alias->alias.name->chars, "*") == 0) {
            emit(unit, OP_IMPORT_STAR, module, 0, 0);
            return;
        }
        emit(unit, OP_IMPORT_FROM, value, module, name_constant(unit, alias->alias.name));
        store_import(unit, alias, value);
    }
}

/* --- All of them */

static void compile_statement(Unit *unit, const Node *node) {
    int mark = unit->top;
    unit->position = position_of(node);
    switch (node->kind) {
    case NODE_EXPR: compile_expression_statement(unit, node); break;
    case NODE_ASSIGN: compile_assign(unit, node); break;
    case NODE_AUG_ASSIGN: compile_augmented_assign(unit, node); break;
    case NODE_ANN_ASSIGN: compile_annotated_assign(unit, node); break;
    case NODE_IF: compile_if(unit, node); break;
    case NODE_FOR: compile_for(unit, node, false); break;
    case NODE_ASYNC_FOR: compile_for(unit, node, true); break;
    case NODE_WHILE: compile_while(unit, node); break;
    case NODE_RETURN: compile_return(unit, node); break;
    case NODE_BREAK: compile_break(unit); break;
    case NODE_CONTINUE: compile_continue(unit); break;
    case NODE_PASS:
    case NODE_GLOBAL:
    case NODE_NONLOCAL: break;
    case NODE_FUNCTION_DEF:
    case NODE_ASYNC_FUNCTION_DEF: compile_function_statement(unit, node); break;
    case NODE_CLASS_DEF: compile_class_statement(unit, node); break;
    case NODE_TRY:
    case NODE_TRY_STAR: compile_try(unit, node); break;
    case NODE_WITH: compile_with(unit, node, false); break;
    case NODE_ASYNC_WITH: compile_with(unit, node, true); break;
    case NODE_RAISE: compile_raise(unit, node); break;
    case NODE_ASSERT: compile_assert(unit, node); break;
    case NODE_IMPORT: compile_import(unit, node); break;
    case NODE_TYPE_ALIAS: compile_type_alias(unit, node); break;
    case NODE_IMPORT_FROM: compile_import_from(unit, node); break;
    case NODE_DELETE:
        for (int32_t i = 0; i < node->Delete.targets.count; i++)
            compile_delete(unit, node->Delete.targets.items[i]);
        break;
    case NODE_MATCH: compile_match(unit, node); break;
    default: compile_error(unit, "%s is not supported here", ast_kind_name(node->kind));
    }
    unit->top = mark;
}
