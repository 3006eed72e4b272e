/* Loops.
 *
 * A for loop over a temporary (`for x in gen():`) owns what it iterates over: whoever leaves it early, even
 * by an exception, closes it, as CPython does by dropping the last reference. */
#include "vm/compiler_internal.h"

bool iterable_is_temporary(const Node *node) {
    return node->kind == NODE_CALL || node->kind == NODE_GENERATOR_EXP;
}

void emit_get_iterator(Unit *unit, const Node *iterable, bool is_async, int reg) {
    int mark = unit->top;
    Operand operand = {.reg = ANY_REGISTER};
    if (iterable->kind == NODE_LIST &&
        !is_async) { /* nobody but the loop sees the list: a tuple does as well */
        Value constant = compile_constant_items(unit, iterable->List.elts);
        if (constant != NOTHING)
            operand = operand_constant(constant);
    } else if (iterable->kind == NODE_SET && !is_async) {
        Value constant = compile_constant_set(unit, iterable->Set.elts);
        if (constant != NOTHING)
            operand = operand_constant(constant);
    }
    if (operand.constant == NOTHING)
        operand = compile_expression(unit, iterable, reg);
    int source = operand.reg;
    if (operand.constant != NOTHING) {
        emit_constant(unit, reg, operand.constant);
        source = reg;
    }
    emit_x(unit, is_async ? OP_GET_AITER : OP_GET_ITER, !is_async && iterable_is_temporary(iterable), reg,
           source, 0);
    unit->top = mark;
}

void emit_close_iterator(Unit *unit, int iterator, bool is_async) {
    emit(unit, is_async ? OP_CLOSE_AITER : OP_CLOSE_ITER, iterator, 0, 0);
}

/* Where an exception that leaves the body closes the iterator. The code stands in front of the body, where
 * nothing falls into it. */
static void emit_closing_handler(Unit *unit, Iteration *iteration, int exception) {
    iteration->handler = unit->count;
    emit_close_iterator(unit, iteration->iterator, iteration->is_async);
    emit(unit, OP_RERAISE, exception, 0, 0);
}

/* An asynchronous loop asks for an item at its head; another one at its end, where one instruction both asks
 * and jumps back, and so begins with a jump to there. */
void iteration_begin(Unit *unit, Iteration *iteration, const Node *target) {
    int mark = unit->top;
    int exception = register_push(unit); /* free in the body: only handlers use it, when all above is dead */
    unit->top = mark;
    iteration->exhausted = label_new();
    iteration->next = label_new();
    iteration->assigned = assigned_copy(unit);
    iteration->position = unit->position;
    int direct = target_register(unit, target);
    iteration->item = direct != ANY_REGISTER ? direct : register_push(unit);
    if (iteration->is_async) {
        label_bind_head(unit, &iteration->next);
        region_begin(unit, &iteration->await_region, exception);
        emit_test(unit, OP_FOR_AITER, 0, iteration->item, iteration->iterator, &iteration->exhausted);
        region_close(unit, &iteration->await_region);
    } else if (unit->is_reachable) {
        emit_jump(unit, OP_JUMP, 0, &iteration->next);
        unit->is_reachable = true;
        if (iteration->is_temporary)
            emit_closing_handler(unit, iteration, exception);
        label_bind_head(unit, &iteration->body);
    }
    if (iteration->is_temporary)
        region_begin(unit, &iteration->region, exception);
    if (direct != ANY_REGISTER)
        symbol_assigned(unit, target->Name.symbol);
    else
        compile_store(unit, target, operand_register(iteration->item));
    unit->top = mark;
}

static void asynchronous_iteration_end(Unit *unit, Iteration *iteration) {
    emit_jump_back(unit, &iteration->next);
    if (iteration->is_temporary) {
        region_close(unit, &iteration->region);
        region_bind_handler(unit, &iteration->region, iteration->assigned);
        emit_closing_handler(unit, iteration, iteration->region.exception_register);
        emit_end(unit);
    }
    Label done = label_new();
    region_bind_handler(unit, &iteration->await_region, iteration->assigned);
    emit(unit, OP_END_ASYNC_FOR, iteration->await_region.exception_register, 0, 0);
    emit_jump(unit, OP_JUMP, 0, &done);
    label_bind(unit, &iteration->exhausted);
    label_bind(unit, &done);
}

void iteration_end(Unit *unit, Iteration *iteration) {
    if (iteration->is_async) {
        asynchronous_iteration_end(unit, iteration);
        return;
    }
    label_bind(unit, &iteration->next);
    CodePosition position = unit->position;
    unit->position = iteration->position;
    emit_test(unit, OP_FOR_ITER, 0, iteration->item, iteration->iterator, &iteration->body);
    unit->position = position;
    if (iteration->is_temporary) {
        region_close(unit, &iteration->region);
        region_set_handler(unit, &iteration->region, iteration->handler);
    }
    assigned_restore(unit, iteration->assigned);
}

void compile_for(Unit *unit, const Node *node, bool is_async) {
    int mark = unit->top;
    const Node *iterable = node->For.iter;
    Iteration iteration = {
        .iterator = register_push(unit),
        .is_async = is_async,
        .is_temporary = iterable_is_temporary(iterable),
    };
    Label broken = label_new();
    emit_get_iterator(unit, iterable, is_async, iteration.iterator);
    Block block = {
        .outer = unit->block,
        .kind = BLOCK_LOOP,
        .region = iteration.is_temporary ? &iteration.region : NULL,
        .reg = iteration.is_temporary ? iteration.iterator : ANY_REGISTER,
        .is_async = is_async,
        .on_break = &broken,
        .on_continue = &iteration.next,
    };
    growth_begin(unit, &block, node->For.body, NULL);
    iteration_begin(unit, &iteration, node->For.target);
    CodePosition position = unit->position;
    unit->block = &block;
    compile_statements(unit, node->For.body);
    unit->block = block.outer;
    unit->position = position;
    iteration_end(unit, &iteration);
    unit->top = mark;
    compile_statements(unit, node->For.orelse);
    label_bind(unit, &broken);
}

/* The test stands behind the body, so that a turn of the loop takes one jump; a loop for ever has none. */
void compile_while(Unit *unit, const Node *node) {
    Value constant = fold_expression(unit, node->While.test);
    bool is_endless = constant != NOTHING && constant_truth(constant);
    Label body = label_new(), next = label_new(), broken = label_new();
    Block block = {
        .outer = unit->block,
        .kind = BLOCK_LOOP,
        .reg = ANY_REGISTER,
        .on_break = &broken,
        .on_continue = is_endless ? &body : &next,
    };
    int mark = unit->top;
    growth_begin(unit, &block, node->While.body, node->While.test);
    CodePosition position = unit->position;
    if (!is_endless && unit->is_reachable) {
        emit_jump(unit, OP_JUMP, 0, &next);
        unit->is_reachable = constant == NOTHING;
    }
    label_bind_head(unit, &body);
    unit->block = &block;
    compile_statements(unit, node->While.body);
    unit->block = block.outer;
    unit->position = position;
    if (is_endless) {
        emit_jump_back(unit, &body);
    } else {
        label_bind(unit, &next);
        compile_jump_if(unit, node->While.test, true, &body);
    }
    unit->top = mark;
    compile_statements(unit, node->While.orelse);
    label_bind(unit, &broken);
}
