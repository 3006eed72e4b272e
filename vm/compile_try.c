/* try, with, and leaving them: what `break`, `continue` and `return` do on their way out.
 *
 * A handler's exception is in R[r], what was being handled before in R[r+1] (see opcodes.h). A `finally` body
 * is compiled once for each way out. An exception that leaves a handler passes its cleanup, which ends the
 * handling and raises it on. */
#include "vm/compiler_internal.h"

/* --- Leaving blocks */

static void emit_exit_call(Unit *unit, const Block *block);

static void leave_block(Unit *unit, Block *block) {
    switch (block->kind) {
    case BLOCK_LOOP:
        if (block->reg >= 0)
            emit_close_iterator(unit, block->reg, block->is_async);
        break;
    case BLOCK_TRY: break;
    case BLOCK_FINALLY: compile_statements(unit, block->final_body); break;
    case BLOCK_HANDLER:
        emit(unit, OP_LEAVE_HANDLER, block->reg, 0, 0);
        if (block->name != NULL)
            compile_unbind_symbol(unit, block->name);
        break;
    case BLOCK_WITH: emit_exit_call(unit, block); break;
    }
}

void unwind_begin(Unit *unit, Block *until) {
    CodePosition position = unit->position;
    for (Block *block = unit->block; block != until; block = block->outer) {
        if (block->region != NULL)
            region_close(unit, block->region);
        unit->block = block->outer;
        leave_block(unit, block);
    }
    unit->position = position;
}

void unwind_end(Unit *unit, Block *innermost, Block *until) {
    emit_end(unit);
    if (innermost == until)
        return;
    unwind_end(unit, innermost->outer, until);
    if (innermost->region != NULL)
        region_reopen(unit, innermost->region);
    unit->block = innermost;
}

/* --- Handlers */

typedef struct Handler {
    Block block;
    Region cleanup;
    uint64_t *assigned;
} Handler;

/* What is emitted now handles the exception in R[reg]. */
static void handler_begin(Unit *unit, Handler *handler, int reg, const Symbol *name) {
    int mark = unit->top;
    int leaving = register_push(unit); /* an exception that leaves: then all temporaries are dead */
    unit->top = mark;
    handler->assigned = assigned_copy(unit);
    region_begin(unit, &handler->cleanup, leaving);
    handler->block = (Block){
        .outer = unit->block,
        .kind = BLOCK_HANDLER,
        .region = &handler->cleanup,
        .reg = reg,
        .name = name,
    };
    unit->block = &handler->block;
}

/* The handler's code ends here; if this place is reached, the exception has been dealt with. */
static void handler_end(Unit *unit, Handler *handler) {
    region_close(unit, &handler->cleanup);
    unit->block = handler->block.outer;
    leave_block(unit, &handler->block);
}

/* Where exceptions that leave the handler pass. */
static void handler_cleanup(Unit *unit, Handler *handler) {
    int mark = unit->top;
    region_bind_handler(unit, &handler->cleanup, handler->assigned);
    unit->top = handler->cleanup.exception_register;
    int leaving = register_push(unit);
    leave_block(unit, &handler->block);
    emit(unit, OP_RERAISE, leaving, 0, 0);
    emit_end(unit);
    unit->top = mark;
}

/* --- try */

typedef struct Protected {
    Block block;
    Region region;
    uint64_t *assigned;
} Protected;

static void protected_begin(Unit *unit, Protected *body, BlockKind kind) {
    body->assigned = assigned_copy(unit);
    region_begin(unit, &body->region, unit->top);
    body->block = (Block){.outer = unit->block, .kind = kind, .region = &body->region};
    unit->block = &body->block;
}

static void protected_end(Unit *unit, Protected *body) {
    region_close(unit, &body->region);
    unit->block = body->block.outer;
}

/* Begins the code that handles what the body raised: answers with the exception's register. */
static int protected_handler(Unit *unit, Protected *body) {
    region_bind_handler(unit, &body->region, body->assigned);
    int exception = registers_push(unit, 2);
    emit(unit, OP_ENTER_HANDLER, exception, 0, 0);
    return exception;
}

static void compile_clause(Unit *unit, const Node *clause, int exception, Handler *plain, Label *end) {
    Label next = label_new();
    int mark = unit->top;
    const Symbol *name = clause->ExceptHandler.name != NULL ? clause->ExceptHandler.symbol : NULL;
    unit->position = position_of(clause);
    if (clause->ExceptHandler.type != NULL) {
        int type = compile_to_any(unit, clause->ExceptHandler.type);
        emit_test(unit, OP_TEST_EXCEPTION, 0, exception, type, &next);
        unit->top = mark;
    }
    if (name != NULL)
        compile_store_symbol(unit, name, operand_register(exception));
    /* Leaving the body of a named clause also unbinds the name: so it has a cleanup of its own. */
    Handler named;
    region_close(unit, &plain->cleanup);
    unit->block = plain->block.outer;
    handler_begin(unit, &named, exception, name);
    compile_statements(unit, clause->ExceptHandler.body);
    unit->position = position_of(clause);
    handler_end(unit, &named);
    emit_jump(unit, OP_JUMP, 0, end);
    handler_cleanup(unit, &named);
    region_reopen(unit, &plain->cleanup);
    unit->block = &plain->block;
    label_bind(unit, &next);
}

static void compile_clauses(Unit *unit, NodeList clauses, int exception, Label *end) {
    Handler handler;
    handler_begin(unit, &handler, exception, NULL);
    for (int32_t i = 0; i < clauses.count; i++)
        compile_clause(unit, clauses.items[i], exception, &handler, end);
    handler_end(unit, &handler);
    emit(unit, OP_RERAISE, exception, 0, 0); /* no clause wants it */
    emit_end(unit);
    handler_cleanup(unit, &handler);
}

/* --- except*: beside the exception's two registers there are the list of what clauses raised, the rest that
 * none has caught yet, and what the last one caught. No jump leaves a clause, so it needs no block. */

static void compile_star_clause(Unit *unit, const Node *clause, int raised) {
    Label next = label_new();
    int mark = unit->top, rest = raised + 1, caught = raised + 2;
    const Symbol *name = clause->ExceptHandler.name != NULL ? clause->ExceptHandler.symbol : NULL;
    unit->position = position_of(clause);
    int type = compile_to_any(unit, clause->ExceptHandler.type);
    emit_test(unit, OP_CATCH_GROUP, 0, rest, type, &next);
    unit->top = mark;
    if (name != NULL)
        compile_store_symbol(unit, name, operand_register(caught));
    Region body;
    uint64_t *assigned = assigned_copy(unit);
    region_begin(unit, &body, mark);
    compile_statements(unit, clause->ExceptHandler.body);
    unit->position = position_of(clause);
    region_close(unit, &body);
    if (name != NULL)
        compile_unbind_symbol(unit, name);
    emit_jump(unit, OP_JUMP, 0, &next);

    region_bind_handler(unit, &body, assigned);
    int exception = register_push(unit);
    if (name != NULL)
        compile_unbind_symbol(unit, name);
    emit(unit, OP_LIST_APPEND, raised, exception, 0);
    unit->top = mark;
    label_bind(unit, &next);
}

static void compile_star_clauses(Unit *unit, NodeList clauses, int exception, Label *end) {
    CodePosition position = unit->position;
    int raised = registers_push(unit, 3);
    emit(unit, OP_BUILD_LIST, raised, raised, 0);
    emit_move(unit, raised + 1, exception);
    Handler handler;
    handler_begin(unit, &handler, exception, NULL);
    for (int32_t i = 0; i < clauses.count; i++)
        compile_star_clause(unit, clauses.items[i], raised);
    unit->position = position;
    emit(unit, OP_REJOIN_GROUP, exception, raised, 0);
    handler_end(unit, &handler);
    emit_test(unit, OP_TEST_NONE, 1, exception, 0, end);
    emit(unit, OP_RERAISE, exception, 0, 0);
    emit_end(unit);
    handler_cleanup(unit, &handler);
}

static void compile_handlers(Unit *unit, const Node *node) {
    int mark = unit->top;
    CodePosition position = unit->position;
    Protected body;
    Label end = label_new();
    protected_begin(unit, &body, BLOCK_TRY);
    compile_statements(unit, node->Try.body);
    protected_end(unit, &body);
    compile_statements(unit, node->Try.orelse);
    unit->position = position;
    emit_jump(unit, OP_JUMP, 0, &end);

    int exception = protected_handler(unit, &body);
    if (node->kind == NODE_TRY_STAR)
        compile_star_clauses(unit, node->Try.handlers, exception, &end);
    else
        compile_clauses(unit, node->Try.handlers, exception, &end);
    label_bind(unit, &end);
    unit->position = position;
    unit->top = mark;
}

void compile_try(Unit *unit, const Node *node) {
    if (node->Try.finalbody.count == 0) {
        compile_handlers(unit, node);
        return;
    }
    int mark = unit->top;
    CodePosition position = unit->position;
    Protected body;
    Label end = label_new();
    protected_begin(unit, &body, BLOCK_FINALLY);
    body.block.final_body = node->Try.finalbody;
    if (node->Try.handlers.count > 0)
        compile_handlers(unit, node);
    else
        compile_statements(unit, node->Try.body);
    protected_end(unit, &body);
    compile_statements(unit, node->Try.finalbody);
    unit->position = position;
    emit_jump(unit, OP_JUMP, 0, &end);

    int exception = protected_handler(unit, &body);
    Handler handler;
    handler_begin(unit, &handler, exception, NULL);
    compile_statements(unit, node->Try.finalbody);
    unit->position = position;
    handler_end(unit, &handler);
    emit(unit, OP_RERAISE, exception, 0, 0);
    emit_end(unit);
    handler_cleanup(unit, &handler);
    label_bind(unit, &end);
    unit->top = mark;
}

/* --- with */

/* Calls the exit function in R[reg], R[reg + 1] with three Nones: in place, unless something above must stay.
 */
static void emit_exit_call(Unit *unit, const Block *block) {
    int mark = unit->top;
    CodePosition outer = unit->position;
    unit->position = block->position;
    int callee = block->reg;
    if (unit->top != callee + 2) {
        callee = registers_push(unit, 2);
        emit_move(unit, callee, block->reg);
        emit_move(unit, callee + 1, block->reg + 1);
    }
    for (int i = 0; i < 3; i++)
        emit_constant(unit, register_push(unit), NONE);
    emit(unit, OP_CALL_METHOD, callee, 3, callee);
    if (block->is_async)
        emit_x(unit, OP_AWAIT, 2, callee, callee, 0);
    unit->position = outer;
    unit->top = mark;
}

/* An exception left the body: __exit__ may swallow it. */
static void compile_with_handler(Unit *unit, Protected *body, int exit, bool is_async, Label *end) {
    Label swallowed = label_new();
    int exception = protected_handler(unit, body);
    Handler handler;
    handler_begin(unit, &handler, exception, NULL);
    int callee = registers_push(unit, 5);
    emit_move(unit, callee, exit);
    emit_move(unit, callee + 1, exit + 1);
    emit(unit, OP_EXIT_ARGUMENTS, callee + 2, exception, 0);
    emit(unit, OP_CALL_METHOD, callee, 3, callee);
    if (is_async)
        emit_x(unit, OP_AWAIT, 2, callee, callee, 0);
    emit_jump(unit, OP_JUMP_IF_TRUE, callee, &swallowed);
    handler_end(unit, &handler);
    emit(unit, OP_RERAISE, exception, 0, 0);
    emit_end(unit);
    label_bind(unit, &swallowed);
    leave_block(unit, &handler.block);
    emit_jump(unit, OP_JUMP, 0, end);
    handler_cleanup(unit, &handler);
}

static void compile_with_item(Unit *unit, const Node *node, int32_t index, bool is_async) {
    int mark = unit->top;
    const Node *item = node->With.items.items[index];
    Label end = label_new();
    int exit = registers_push(unit, 2);
    int context = compile_to_any(unit, item->withitem.context_expr);
    int enter = registers_push(unit, 2);
    Vm *vm = unit->vm;
    String *enter_name = is_async ? vm->names.aenter : vm->names.enter;
    String *exit_name = is_async ? vm->names.aexit : vm->names.exit;
    emit_x(unit, OP_LOAD_SPECIAL, is_async, enter, context, constant_index(unit, object_value(enter_name)));
    emit_x(unit, OP_LOAD_SPECIAL, is_async, exit, context, constant_index(unit, object_value(exit_name)));
    emit(unit, OP_CALL_METHOD, enter, 0, enter);
    if (is_async)
        emit_x(unit, OP_AWAIT, 1, enter, enter, 0);

    Protected body;
    int entered = unit->top;
    unit->top = exit + 2; /* where the handler will find its exception */
    protected_begin(unit, &body, BLOCK_WITH);
    body.block.reg = exit;
    body.block.is_async = is_async;
    body.block.position = unit->position;
    unit->top = entered;
    if (item->withitem.optional_vars != NULL)
        compile_store(unit, item->withitem.optional_vars, operand_register(enter));
    unit->top = exit + 2;
    CodePosition position = unit->position;
    if (index + 1 < node->With.items.count)
        compile_with_item(unit, node, index + 1, is_async);
    else
        compile_statements(unit, node->With.body);
    unit->position = position;
    protected_end(unit, &body);
    emit_exit_call(unit, &body.block);
    emit_jump(unit, OP_JUMP, 0, &end);
    compile_with_handler(unit, &body, exit, is_async, &end);
    label_bind(unit, &end);
    unit->top = mark;
}

void compile_with(Unit *unit, const Node *node, bool is_async) {
    compile_with_item(unit, node, 0, is_async);
}
