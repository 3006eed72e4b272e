/* Assignment in all its forms, and `del`. */
#include "vm/compiler_internal.h"

enum { MAX_PARALLEL_ITEMS = 16, MAX_STAR_TARGETS = 255 };

int target_register(Unit *unit, const Node *target) {
    return target->kind == NODE_NAME ? symbol_register(unit, target->Name.symbol) : ANY_REGISTER;
}

/* --- Unpacking */

/* The first register when all targets are plain locals that lie in a row, else ANY_REGISTER. */
static int consecutive_registers(Unit *unit, NodeList targets) {
    int first = ANY_REGISTER;
    for (int32_t i = 0; i < targets.count; i++) {
        const Node *target = targets.items[i];
        if (target->kind == NODE_STARRED)
            target = target->Starred.value;
        int reg = target_register(unit, target);
        if (reg == ANY_REGISTER || (i > 0 && reg != first + i))
            return ANY_REGISTER;
        if (i == 0)
            first = reg;
    }
    return first;
}

void emit_unpack(Unit *unit, int to, int from, int32_t count, int32_t star) {
    if (star < 0) {
        emit(unit, OP_UNPACK, to, from, count);
    } else {
        if (star > MAX_STAR_TARGETS || count - star - 1 > MAX_STAR_TARGETS)
            compile_error(unit, "too many expressions in star-unpacking assignment");
        emit_x(unit, OP_UNPACK_STAR, count - star - 1, to, from, star);
    }
}

static void compile_unpack(Unit *unit, NodeList targets, Operand value) {
    int mark = unit->top;
    int source = operand_to_register(unit, value);
    int32_t star = -1;
    for (int32_t i = 0; i < targets.count; i++) {
        if (targets.items[i]->kind == NODE_STARRED)
            star = i;
    }
    int first = consecutive_registers(unit, targets);
    bool is_direct = first != ANY_REGISTER && (source < first || source >= first + targets.count);
    if (!is_direct)
        first = registers_push(unit, targets.count);
    emit_unpack(unit, first, source, targets.count, star);
    for (int32_t i = 0; i < targets.count; i++) {
        const Node *target = targets.items[i];
        if (target->kind == NODE_STARRED)
            target = target->Starred.value;
        if (is_direct)
            symbol_assigned(unit, target->Name.symbol);
        else
            compile_store(unit, target, operand_register(first + i));
    }
    unit->top = mark;
}

/* --- One target */

void compile_store(Unit *unit, const Node *target, Operand value) {
    int mark = unit->top;
    CodePosition outer = unit->position;
    unit->position = position_of(target);
    switch (target->kind) {
    case NODE_NAME: compile_store_symbol(unit, target->Name.symbol, value); break;
    case NODE_ATTRIBUTE: {
        int reg = operand_to_register(unit, operand_stable(unit, value, target->Attribute.value));
        int object = compile_to_any(unit, target->Attribute.value);
        emit_attribute(unit, OP_STORE_ATTR, object, reg, target);
        break;
    }
    case NODE_SUBSCRIPT: {
        value = operand_stable(unit, value, target->Subscript.value);
        int reg = operand_to_register(unit, operand_stable(unit, value, target->Subscript.slice));
        int object = compile_to_stable(unit, target->Subscript.value, target->Subscript.slice, NULL);
        Operand key = item_key(unit, compile_expression(unit, target->Subscript.slice, ANY_REGISTER));
        emit_set_item(unit, object, key, reg);
        break;
    }
    case NODE_TUPLE:
    case NODE_LIST: compile_unpack(unit, target->Tuple.elts, value); break;
    case NODE_STARRED: compile_store(unit, target->Starred.value, value); break;
    default: compile_error(unit, "cannot assign to %s", ast_kind_name(target->kind));
    }
    unit->position = outer;
    unit->top = mark;
}

/* --- a = b = value; a, b = b, a */

static bool is_sequence_display(const Node *node) {
    return node->kind == NODE_TUPLE || node->kind == NODE_LIST;
}

static bool is_parallel(const Node *target, const Node *value) {
    return is_sequence_display(target) && is_sequence_display(value) &&
           target->Tuple.elts.count == value->Tuple.elts.count && target->Tuple.elts.count > 0 &&
           target->Tuple.elts.count <= MAX_PARALLEL_ITEMS && !has_starred(target->Tuple.elts) &&
           !has_starred(value->Tuple.elts);
}

/* Is the register written to by storing in one of these targets? */
static bool is_overwritten(Unit *unit, int reg, Node *const *targets, int32_t count) {
    for (int32_t i = 0; i < count; i++) {
        if (targets[i]->kind == NODE_NAME ? target_register(unit, targets[i]) == reg
                                          : is_sequence_display(targets[i]) || unit->has_named_expression)
            return true;
    }
    return false;
}

/* `a, b = b, a` without the tuple: values first, then stores; a variable's value is copied only if it must
 * be. */
static void compile_parallel_assign(Unit *unit, NodeList targets, NodeList values) {
    Operand operands[MAX_PARALLEL_ITEMS];
    int mark = unit->top;
    for (int32_t i = 0; i < values.count; i++) {
        operands[i] = compile_expression(unit, values.items[i], ANY_REGISTER);
        if (operands[i].constant == NOTHING && register_is_variable(unit, operands[i].reg) &&
            (unit->has_named_expression || is_overwritten(unit, operands[i].reg, targets.items, i))) {
            int copy = register_push(unit);
            emit_move(unit, copy, operands[i].reg);
            operands[i].reg = copy;
        }
    }
    for (int32_t i = 0; i < targets.count; i++)
        compile_store(unit, targets.items[i], operands[i]);
    unit->top = mark;
}

void compile_assign(Unit *unit, const Node *node) {
    int mark = unit->top;
    NodeList targets = node->Assign.targets;
    const Node *value = node->Assign.value;
    if (targets.count == 1 && is_parallel(targets.items[0], value)) {
        compile_parallel_assign(unit, targets.items[0]->Tuple.elts, value->Tuple.elts);
        return;
    }
    int direct = target_register(unit, targets.items[0]);
    if (targets.count == 1 && direct != ANY_REGISTER) {
        compile_to(unit, value, direct);
        symbol_assigned(unit, targets.items[0]->Name.symbol);
        return;
    }
    Operand operand = compile_expression(unit, value, ANY_REGISTER);
    if (targets.count > 1 && operand.constant == NOTHING && register_is_variable(unit, operand.reg)) {
        int copy = register_push(unit); /* the first target may be that very variable */
        emit_move(unit, copy, operand.reg);
        operand.reg = copy;
    }
    for (int32_t i = 0; i < targets.count; i++)
        compile_store(unit, targets.items[i], operand);
    unit->top = mark;
}

/* --- target op= value: the target's parts are evaluated once */

static void emit_in_place(Unit *unit, const Node *node, int result, int left) {
    Operator op = node->AugAssign.op;
    Operand right = compile_expression(unit, node->AugAssign.value, ANY_REGISTER);
    bool with_constant = constant_is_operand(unit, right.constant) && op != OPERATOR_MAT_MULT;
    int b = with_constant ? constant_index(unit, right.constant) : operand_to_register(unit, right);
    emit_x(unit, binary_opcode(op, with_constant), 1, result, left, b);
}

static void augment_name(Unit *unit, const Node *node) {
    const Node *target = node->AugAssign.target;
    int variable = target_register(unit, target);
    CodePosition outer = unit->position;
    unit->position = position_of(target);
    Operand left = compile_load_symbol(unit, target->Name.symbol, ANY_REGISTER);
    unit->position = outer;
    left = operand_stable(unit, left, node->AugAssign.value);
    int result = variable != ANY_REGISTER ? variable : left.reg;
    int growth = loop_growth(innermost_loop(unit), target->Name.symbol);
    if (growth != ANY_REGISTER && left.reg == variable && node->AugAssign.op == OPERATOR_ADD)
        emit(unit, OP_ACCUMULATE, variable, growth, compile_to_any(unit, node->AugAssign.value));
    else
        emit_in_place(unit, node, result, left.reg);
    unit->position = position_of(target);
    compile_store_symbol(unit, target->Name.symbol, operand_register(result));
    unit->position = outer;
}

static void augment_attribute(Unit *unit, const Node *node) {
    const Node *target = node->AugAssign.target;
    CodePosition outer = unit->position;
    unit->position = position_of(target);
    int object = compile_to_stable(unit, target->Attribute.value, node->AugAssign.value, NULL);
    int value = register_push(unit);
    emit_attribute(unit, OP_LOAD_ATTR, value, object, target);
    unit->position = outer;
    emit_in_place(unit, node, value, value);
    unit->position = position_of(target);
    emit_attribute(unit, OP_STORE_ATTR, object, value, target);
    unit->position = outer;
}

static void augment_item(Unit *unit, const Node *node) {
    const Node *target = node->AugAssign.target;
    CodePosition outer = unit->position;
    unit->position = position_of(target);
    int object =
        compile_to_stable(unit, target->Subscript.value, target->Subscript.slice, node->AugAssign.value);
    Operand key = compile_expression(unit, target->Subscript.slice, ANY_REGISTER);
    key = item_key(unit, operand_stable(unit, key, node->AugAssign.value));
    int value = register_push(unit);
    emit_get_item(unit, value, object, key);
    unit->position = outer;
    emit_in_place(unit, node, value, value);
    unit->position = position_of(target);
    emit_set_item(unit, object, key, value);
    unit->position = outer;
}

void compile_augmented_assign(Unit *unit, const Node *node) {
    int mark = unit->top;
    switch (node->AugAssign.target->kind) {
    case NODE_NAME: augment_name(unit, node); break;
    case NODE_ATTRIBUTE: augment_attribute(unit, node); break;
    default: augment_item(unit, node); break;
    }
    unit->top = mark;
}

/* --- name: annotation = value */

/* Evaluates something for its effect alone. */
static void compile_and_forget(Unit *unit, const Node *node) {
    if (node != NULL)
        compile_expression(unit, node, ANY_REGISTER);
}

static void keep_annotation(Unit *unit, const Node *node) {
    int value = register_push(unit), dict = register_push(unit), key = register_push(unit);
    compile_annotation(unit, node->AnnAssign.annotation, value);
    compile_load_name(unit, "__annotations__", dict);
    const Text *name = node->AnnAssign.target->Name.symbol->name;
    emit_constant(unit, key, object_value(unit_string(unit, name)));
    emit(unit, OP_SET_ITEM, dict, key, value);
}

void compile_annotated_assign(Unit *unit, const Node *node) {
    int mark = unit->top;
    const Node *target = node->AnnAssign.target;
    bool has_namespace = unit->scope->kind == SCOPE_MODULE || unit->scope->kind == SCOPE_CLASS;
    if (node->AnnAssign.value != NULL) {
        int direct = target_register(unit, target);
        if (direct != ANY_REGISTER) {
            compile_to(unit, node->AnnAssign.value, direct);
            symbol_assigned(unit, target->Name.symbol);
        } else {
            compile_store(unit, target, compile_expression(unit, node->AnnAssign.value, ANY_REGISTER));
        }
    } else if (target->kind == NODE_ATTRIBUTE) {
        compile_and_forget(unit, target->Attribute.value);
    } else if (target->kind == NODE_SUBSCRIPT) {
        compile_and_forget(unit, target->Subscript.value);
        compile_and_forget(unit, target->Subscript.slice);
    }
    unit->top = mark;
    if (has_namespace && node->AnnAssign.simple && target->kind == NODE_NAME)
        keep_annotation(unit, node);
    else if (has_namespace && !unit->compiler->has_future_annotations)
        compile_and_forget(unit, node->AnnAssign.annotation);
    unit->top = mark;
}

/* --- del */

void compile_delete(Unit *unit, const Node *target) {
    int mark = unit->top;
    CodePosition outer = unit->position;
    unit->position = position_of(target);
    switch (target->kind) {
    case NODE_NAME: compile_delete_symbol(unit, target->Name.symbol); break;
    case NODE_ATTRIBUTE: {
        int object = compile_to_any(unit, target->Attribute.value);
        emit_attribute(unit, OP_DELETE_ATTR, object, 0, target);
        break;
    }
    case NODE_SUBSCRIPT: {
        int object = compile_to_stable(unit, target->Subscript.value, target->Subscript.slice, NULL);
        emit(unit, OP_DELETE_ITEM, object, compile_to_any(unit, target->Subscript.slice), 0);
        break;
    }
    default:
        for (int32_t i = 0; i < target->Tuple.elts.count; i++)
            compile_delete(unit, target->Tuple.elts.items[i]);
        break;
    }
    unit->position = outer;
    unit->top = mark;
}
