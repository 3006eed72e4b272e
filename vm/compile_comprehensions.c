/* Comprehensions and generator expressions.
 *
 * Those that make a list, set or dict run in the frame around them: their variables are registers of their
 * own there. A generator expression is a function whose one parameter, ".0", is the iterator over its first
 * iterable. */
#include "vm/compiler_internal.h"

static NodeList generators_of(const Node *node) {
    return node->kind == NODE_DICT_COMP ? node->DictComp.generators : node->ListComp.generators;
}

static void compile_element(Unit *unit, const Node *node, int result) {
    int mark = unit->top;
    switch (node->kind) {
    case NODE_LIST_COMP:
        emit(unit, OP_LIST_APPEND, result, compile_to_any(unit, node->ListComp.elt), 0);
        break;
    case NODE_SET_COMP: emit(unit, OP_SET_ADD, result, compile_to_any(unit, node->SetComp.elt), 0); break;
    case NODE_DICT_COMP: {
        int key = compile_to_stable(unit, node->DictComp.key, node->DictComp.value, NULL);
        emit(unit, OP_DICT_SET, result, key, compile_to_any(unit, node->DictComp.value));
        break;
    }
    default: {
        int value = compile_to_any(unit, node->GeneratorExp.elt);
        Opcode op = unit->scope->is_async_generator ? OP_ASYNC_YIELD : OP_YIELD;
        unit->top = mark;
        emit(unit, op, register_push(unit), value, 0);
    }
    }
    unit->top = mark;
}

/* The loop of generator `index` and all that is inside it. `iterator` holds its iterator. */
static void compile_loops(Unit *unit, const Node *node, int32_t index, int iterator, int result) {
    NodeList generators = generators_of(node);
    const Node *generator = generators.items[index];
    int mark = unit->top;
    Iteration iteration = {
        .iterator = iterator,
        .is_async = generator->comprehension.is_async,
        .is_temporary = iterable_is_temporary(generator->comprehension.iter),
    };
    Label skip = label_new();
    iteration_begin(unit, &iteration, generator->comprehension.target);
    NodeList conditions = generator->comprehension.ifs;
    for (int32_t i = 0; i < conditions.count; i++)
        compile_jump_if(unit, conditions.items[i], false, &skip);
    if (index + 1 < generators.count) {
        const Node *inner = generators.items[index + 1];
        int reg = register_push(unit);
        emit_get_iterator(unit, inner->comprehension.iter, inner->comprehension.is_async, reg);
        compile_loops(unit, node, index + 1, reg, result);
    } else {
        compile_element(unit, node, result);
    }
    label_bind(unit, &skip);
    iteration_end(unit, &iteration);
    unit->top = mark;
}

static bool is_plain_name(const Node *target) {
    return target->kind == NODE_NAME;
}

/* Gives the comprehension's variables registers. */
static void frame_begin(Unit *unit, const Scope *scope, const Node *node) {
    ScopeFrame *frame = arena_allocate(&unit->compiler->arena, sizeof *frame);
    frame->outer = unit->frame;
    frame->scope = scope;
    frame->is_captured = analyze_captures(unit->compiler, scope);
    frame->is_assigned = arena_allocate(&unit->compiler->arena, (size_t)scope->locals.count + 1);
    frame->base = registers_push(unit, scope->locals.count);
    unit->frame = frame;
    NodeList generators = generators_of(node);
    /* Can a variable be read before it is bound? Then what an earlier run left there must go. */
    bool may_be_read_early =
        generators.count > 1 || !is_plain_name(generators.items[0]->comprehension.target);
    for (int32_t i = scope->parameter_count; i < scope->locals.count; i++) {
        const Symbol *symbol = scope->locals.items[i];
        bool is_cell = symbol->cell_index >= 0 && frame->is_captured[symbol->cell_index];
        if (is_cell || may_be_read_early)
            emit(unit, OP_DELETE_LOCAL, frame->base + i, NO_OPERAND, 0);
        if (is_cell)
            emit(unit, OP_NEW_CELL, frame->base + i, 0, 0);
    }
}

Operand compile_comprehension(Unit *unit, const Node *node, int target) {
    const Scope *scope = scope_of(node);
    const Node *first = generators_of(node).items[0];
    bool is_in_place = target != ANY_REGISTER && !register_is_variable(unit, target);
    int result = is_in_place ? target : register_push(unit);
    int mark = unit->top;
    Opcode build = node->kind == NODE_LIST_COMP  ? OP_BUILD_LIST
                   : node->kind == NODE_SET_COMP ? OP_BUILD_SET
                                                 : OP_BUILD_DICT;
    int iterator = register_push(unit);
    emit_get_iterator(unit, first->comprehension.iter, first->comprehension.is_async, iterator);
    emit(unit, build, result, iterator, 0);
    ScopeFrame *outer = unit->frame;
    frame_begin(unit, scope, node);
    compile_loops(unit, node, 0, iterator, result);
    unit->frame = outer;
    unit->top = mark;
    return operand_register(result);
}

static Code *compile_generator_code(Unit *outer, const Node *node) {
    Unit unit;
    unit_begin(&unit, outer->compiler, outer, node->GeneratorExp.scope, node->position.line);
    analyze_body(&unit, (NodeList){.items = (Node **)&node->GeneratorExp.elt, .count = 1});
    NodeList generators = node->GeneratorExp.generators;
    for (int32_t i = 0; i < generators.count; i++) {
        analyze_body(&unit, (NodeList){.items = &generators.items[i]->comprehension.target, .count = 1});
        analyze_body(&unit, generators.items[i]->comprehension.ifs);
        if (i > 0)
            analyze_body(&unit, (NodeList){.items = &generators.items[i]->comprehension.iter, .count = 1});
    }
    unit.position = position_of(node);
    compile_loops(&unit, node, 0, 0, ANY_REGISTER);
    emit(&unit, OP_RETURN_NONE, 0, 0, 0);
    return unit_finish(&unit);
}

Operand compile_generator_expression(Unit *unit, const Node *node, int target) {
    const Node *first = node->GeneratorExp.generators.items[0];
    bool is_in_place = target == unit->top - 1 && target >= unit->local_count;
    int callee = is_in_place ? target : register_push(unit);
    Code *code = compile_generator_code(unit, node);
    emit_make_function(unit, callee, code, node->GeneratorExp.scope, 0, 0);
    int iterator = register_push(unit);
    emit_get_iterator(unit, first->comprehension.iter, first->comprehension.is_async, iterator);
    emit(unit, OP_CALL, callee, 1, callee);
    unit->top = callee + 1;
    return operand_register(callee);
}
