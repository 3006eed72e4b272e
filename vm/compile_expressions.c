/* Expressions. */
#include "vm/compiler_internal.h"
#include "vm/set.h"

/* --- Values in the right place */

void compile_to(Unit *unit, const Node *node, int reg) {
    int mark = unit->top;
    operand_to(unit, compile_expression(unit, node, reg), reg);
    unit->top = mark;
}

int compile_to_any(Unit *unit, const Node *node) {
    return operand_to_register(unit, compile_expression(unit, node, ANY_REGISTER));
}

int compile_push(Unit *unit, const Node *node) {
    int reg = register_push(unit);
    compile_to(unit, node, reg);
    return reg;
}

Operand operand_stable(Unit *unit, Operand operand, const Node *later) {
    if (operand.constant != NOTHING || later == NULL || !unit->has_named_expression ||
        !register_is_variable(unit, operand.reg) || !contains_named_expression(later))
        return operand;
    int reg = register_push(unit);
    emit_move(unit, reg, operand.reg);
    return operand_register(reg);
}

int compile_to_stable(Unit *unit, const Node *node, const Node *later, const Node *later_still) {
    Operand operand = compile_expression(unit, node, ANY_REGISTER);
    operand = operand_stable(unit, operand, later);
    operand = operand_stable(unit, operand, later_still);
    return operand_to_register(unit, operand);
}

/* A register for a value that is made in several steps: never a variable's own. */
static int register_for_steps(Unit *unit, int target) {
    if (target != ANY_REGISTER && !register_is_variable(unit, target))
        return target;
    return register_push(unit);
}

/* --- Operators */

Opcode binary_opcode(Operator op, bool with_constant) {
    static const uint8_t opcodes[][2] = {
        [OPERATOR_ADD] = {OP_ADD, OP_ADD_K},
        [OPERATOR_SUB] = {OP_SUB, OP_SUB_K},
        [OPERATOR_MULT] = {OP_MUL, OP_MUL_K},
        [OPERATOR_MAT_MULT] = {OP_MATMUL, OP_MATMUL},
        [OPERATOR_DIV] = {OP_DIV, OP_DIV_K},
        [OPERATOR_MOD] = {OP_MOD, OP_MOD_K},
        [OPERATOR_POW] = {OP_POW, OP_POW_K},
        [OPERATOR_LSHIFT] = {OP_LSHIFT, OP_LSHIFT_K},
        [OPERATOR_RSHIFT] = {OP_RSHIFT, OP_RSHIFT_K},
        [OPERATOR_BIT_OR] = {OP_OR, OP_OR_K},
        [OPERATOR_BIT_XOR] = {OP_XOR, OP_XOR_K},
        [OPERATOR_BIT_AND] = {OP_AND, OP_AND_K},
        [OPERATOR_FLOOR_DIV] = {OP_FLOORDIV, OP_FLOORDIV_K},
    };
    return (Opcode)opcodes[op][with_constant];
}

static Operand compile_binary(Unit *unit, const Node *node, int target) {
    int mark = unit->top;
    Operator op = node->BinOp.op;
    Operand left = compile_expression(unit, node->BinOp.left, ANY_REGISTER);
    left = operand_stable(unit, left, node->BinOp.right);
    Operand right = compile_expression(unit, node->BinOp.right, ANY_REGISTER);
    if (left.constant != NOTHING && right.constant != NOTHING) {
        Value folded = fold_binary(unit, op, left.constant, right.constant);
        if (folded != NOTHING) {
            unit->top = mark;
            return operand_constant(folded);
        }
    }
    int a = operand_to_register(unit, left);
    bool with_constant = constant_is_operand(unit, right.constant) && op != OPERATOR_MAT_MULT;
    int b = with_constant ? constant_index(unit, right.constant) : operand_to_register(unit, right);
    int result = register_result(unit, target, mark);
    emit(unit, binary_opcode(op, with_constant), result, a, b);
    return operand_register(result);
}

static bool is_membership(CompareOperator op) {
    return op == COMPARE_IN || op == COMPARE_NOT_IN;
}

static bool is_identity(CompareOperator op) {
    return op == COMPARE_IS || op == COMPARE_IS_NOT;
}

static bool is_negated(CompareOperator op) {
    return op == COMPARE_NOT_IN || op == COMPARE_IS_NOT;
}

static Operand compile_compare(Unit *unit, const Node *node, int target, bool is_inverted);

static Operand compile_unary(Unit *unit, const Node *node, int target) {
    int mark = unit->top;
    UnaryOperator op = node->UnaryOp.op;
    const Node *inner = node->UnaryOp.operand;
    if (op == UNARY_NOT && inner->kind == NODE_COMPARE && inner->Compare.ops.count == 1 &&
        (is_membership(inner->Compare.ops.items[0]) || is_identity(inner->Compare.ops.items[0]))) {
        unit->position = position_of(inner);
        return compile_compare(unit, inner, target, true);
    }
    Operand operand = compile_expression(unit, inner, ANY_REGISTER);
    if (operand.constant != NOTHING) {
        Value folded = fold_unary(unit, op, operand.constant);
        if (folded != NOTHING)
            return operand_constant(folded);
    }
    static const uint8_t opcodes[] = {
        [UNARY_INVERT] = OP_INVERT, [UNARY_NOT] = OP_NOT, [UNARY_ADD] = OP_POS, [UNARY_SUB] = OP_NEG};
    int reg = operand_to_register(unit, operand);
    int result = register_result(unit, target, mark);
    emit(unit, (Opcode)opcodes[op], result, reg, 0);
    return operand_register(result);
}

/* --- Comparisons */

Value compile_constant_set(Unit *unit, NodeList items) {
    Vm *vm = unit->vm;
    Set *added = frozenset_new(vm), *set = frozenset_new(vm);
    for (int32_t i = 0; i < items.count; i++) {
        Value item = fold_expression(unit, items.items[i]);
        if (item == NOTHING || !set_add(vm, added, item))
            return NOTHING;
    }
    /* CPython makes the set once more when it merges equal constants: that decides the order in which it is
     * walked. */
    int64_t position = 0;
    for (const SetEntry *entry; (entry = set_next_entry(added, &position));)
        set_add_hashed(vm, set, entry->key, entry->hash);
    return object_value(set);
}

/* What stands on the right of `op`. A display of constants after `in` need not be made each time, but where
 * it is the left side of the next comparison. */
static Operand compile_comparand(Unit *unit, CompareOperator op, const Node *node, bool is_last) {
    if (!is_last)
        return compile_expression(unit, node, ANY_REGISTER);
    if (is_membership(op) && node->kind == NODE_LIST && node->List.elts.count <= MAX_INLINE_ITEMS) {
        Value tuple = compile_constant_items(unit, node->List.elts);
        if (tuple != NOTHING)
            return operand_constant(tuple);
    }
    if (is_membership(op) && node->kind == NODE_SET) {
        Value set = compile_constant_set(unit, node->Set.elts);
        if (set != NOTHING)
            return operand_constant(set);
    }
    return compile_expression(unit, node, ANY_REGISTER);
}

static Opcode comparison_opcode(CompareOperator op) {
    static const uint8_t opcodes[] = {
        [COMPARE_EQ] = OP_EQ, [COMPARE_NOT_EQ] = OP_NE, [COMPARE_LT] = OP_LT, [COMPARE_LT_E] = OP_LE,
        [COMPARE_GT] = OP_GT, [COMPARE_GT_E] = OP_GE,   [COMPARE_IS] = OP_IS, [COMPARE_IS_NOT] = OP_IS,
        [COMPARE_IN] = OP_IN, [COMPARE_NOT_IN] = OP_IN,
    };
    return (Opcode)opcodes[op];
}

static void emit_comparison(Unit *unit, CompareOperator op, int result, int a, int b, bool is_inverted) {
    emit_x(unit, comparison_opcode(op), is_negated(op) != is_inverted, result, a, b);
}

static Operand compile_compare(Unit *unit, const Node *node, int target, bool is_inverted) {
    int mark = unit->top;
    int32_t count = node->Compare.ops.count;
    const CompareOperator *ops = node->Compare.ops.items;
    Node *const *comparators = node->Compare.comparators.items;
    if (count == 1) {
        Operand left = compile_expression(unit, node->Compare.left, ANY_REGISTER);
        left = operand_stable(unit, left, comparators[0]);
        Operand right = compile_comparand(unit, ops[0], comparators[0], true);
        int a = operand_to_register(unit, left), b = operand_to_register(unit, right);
        int result = register_result(unit, target, mark);
        emit_comparison(unit, ops[0], result, a, b, is_inverted);
        return operand_register(result);
    }
    int result = register_for_steps(unit, target);
    Label end = label_new();
    int left = compile_to_stable(unit, node->Compare.left, comparators[0], NULL);
    for (int32_t i = 0; i < count; i++) {
        Operand operand = compile_comparand(unit, ops[i], comparators[i], i + 1 == count);
        if (i + 1 < count)
            operand = operand_stable(unit, operand, comparators[i + 1]);
        int right = operand_to_register(unit, operand);
        emit_comparison(unit, ops[i], result, left, right, false);
        if (i + 1 < count)
            emit_jump(unit, OP_JUMP_IF_FALSE, result, &end);
        left = right;
    }
    label_bind(unit, &end);
    unit->top = result >= mark ? result + 1 : mark;
    return operand_register(result);
}

/* Jumps to `label` when `left op right` is `condition`. */
static void emit_comparison_test(Unit *unit, CompareOperator op, int left, Operand right, bool condition,
                                 Label *label) {
    if (is_identity(op) && right.constant == NONE) {
        emit_test(unit, OP_TEST_NONE, condition != is_negated(op), left, 0, label);
        return;
    }
    if (is_identity(op) || is_membership(op)) {
        Opcode opcode = is_identity(op) ? OP_TEST_IS : OP_TEST_IN;
        emit_test(unit, opcode, condition != is_negated(op), left, operand_to_register(unit, right), label);
        return;
    }
    static const uint8_t opcodes[][2] = {
        [COMPARE_EQ] = {OP_TEST_EQ, OP_TEST_EQ_K}, [COMPARE_NOT_EQ] = {OP_TEST_NE, OP_TEST_NE_K},
        [COMPARE_LT] = {OP_TEST_LT, OP_TEST_LT_K}, [COMPARE_LT_E] = {OP_TEST_LE, OP_TEST_LE_K},
        [COMPARE_GT] = {OP_TEST_GT, OP_TEST_GT_K}, [COMPARE_GT_E] = {OP_TEST_GE, OP_TEST_GE_K},
    };
    bool with_constant = constant_is_operand(unit, right.constant);
    int b = with_constant ? constant_index(unit, right.constant) : operand_to_register(unit, right);
    emit_test(unit, (Opcode)opcodes[op][with_constant], condition, left, b, label);
}

static void compile_compare_jump(Unit *unit, const Node *node, bool condition, Label *label) {
    int mark = unit->top;
    int32_t count = node->Compare.ops.count;
    const CompareOperator *ops = node->Compare.ops.items;
    Node *const *comparators = node->Compare.comparators.items;
    Label fails = label_new();
    unit->position = position_of(node);
    int left = compile_to_stable(unit, node->Compare.left, comparators[0], NULL);
    for (int32_t i = 0; i < count; i++) {
        bool is_last = i + 1 == count;
        Operand right = compile_comparand(unit, ops[i], comparators[i], is_last);
        if (!is_last)
            right =
                operand_register(operand_to_register(unit, operand_stable(unit, right, comparators[i + 1])));
        if (is_last)
            emit_comparison_test(unit, ops[i], left, right, condition, label);
        else
            emit_comparison_test(unit, ops[i], left, right, false, condition ? &fails : label);
        left = right.reg;
    }
    label_bind(unit, &fails);
    unit->top = mark;
}

/* --- and, or, not, conditional expressions */

void compile_jump_if(Unit *unit, const Node *node, bool condition, Label *label) {
    if (node->kind == NODE_UNARY_OP && node->UnaryOp.op == UNARY_NOT) {
        compile_jump_if(unit, node->UnaryOp.operand, !condition, label);
        return;
    }
    if (node->kind == NODE_COMPARE) {
        compile_compare_jump(unit, node, condition, label);
        return;
    }
    if (node->kind == NODE_BOOL_OP) {
        /* The value that decides before all operands are seen: False for `and`, True for `or`. */
        bool decisive = node->BoolOp.op == BOOL_OR;
        Label skip = label_new();
        int32_t last = node->BoolOp.values.count - 1;
        for (int32_t i = 0; i < last; i++)
            compile_jump_if(unit, node->BoolOp.values.items[i], decisive,
                            condition == decisive ? label : &skip);
        compile_jump_if(unit, node->BoolOp.values.items[last], condition, label);
        label_bind(unit, &skip);
        return;
    }
    int mark = unit->top;
    Operand operand = compile_expression(unit, node, ANY_REGISTER);
    if (operand.constant == NOTHING)
        emit_jump(unit, condition ? OP_JUMP_IF_TRUE : OP_JUMP_IF_FALSE, operand.reg, label);
    else if (constant_truth(operand.constant) == condition)
        emit_jump(unit, OP_JUMP, 0, label);
    unit->top = mark;
}

static Operand compile_bool_op(Unit *unit, const Node *node, int target) {
    int mark = unit->top;
    bool decisive = node->BoolOp.op == BOOL_OR;
    NodeList values = node->BoolOp.values;
    int32_t first = 0;
    /* Leading constants either decide or do not matter. */
    for (; first + 1 < values.count; first++) {
        Value constant = fold_expression(unit, values.items[first]);
        if (constant == NOTHING)
            break;
        if (constant_truth(constant) == decisive)
            return operand_constant(constant);
    }
    if (first + 1 == values.count)
        return compile_expression(unit, values.items[first], target);
    int result = register_for_steps(unit, target);
    Label end = label_new();
    for (int32_t i = first; i < values.count; i++) {
        compile_to(unit, values.items[i], result);
        if (i + 1 < values.count)
            emit_jump(unit, decisive ? OP_JUMP_IF_TRUE : OP_JUMP_IF_FALSE, result, &end);
    }
    label_bind(unit, &end);
    unit->top = result >= mark ? result + 1 : mark;
    return operand_register(result);
}

static Operand compile_conditional(Unit *unit, const Node *node, int target) {
    Value test = fold_expression(unit, node->IfExp.test);
    if (test != NOTHING)
        return compile_expression(unit, constant_truth(test) ? node->IfExp.body : node->IfExp.orelse, target);
    int mark = unit->top;
    Label otherwise = label_new(), end = label_new();
    compile_jump_if(unit, node->IfExp.test, false, &otherwise);
    int result = register_result(unit, target, mark);
    compile_to(unit, node->IfExp.body, result);
    emit_jump(unit, OP_JUMP, 0, &end);
    label_bind(unit, &otherwise);
    compile_to(unit, node->IfExp.orelse, result);
    label_bind(unit, &end);
    return operand_register(result);
}

/* --- Attributes and items */

/* An attribute's place is its name alone when the expression runs over several lines. */
int emit_attribute(Unit *unit, Opcode op, int a, int b, const Node *attribute) {
    CodePosition whole = unit->position, place = position_of(attribute);
    if (place.line != place.end_line) {
        int length = (int)attribute->Attribute.attr->length;
        place.line = place.end_line;
        place.column = (uint16_t)(place.end_column >= length ? place.end_column - length : 0);
    }
    unit->position = place;
    emit(unit, op, a, b, name_constant(unit, attribute->Attribute.attr));
    unit->position = whole;
    return a;
}

static Operand compile_attribute(Unit *unit, const Node *node, int target) {
    int mark = unit->top;
    int object = compile_to_any(unit, node->Attribute.value);
    int result = register_result(unit, target, mark);
    return operand_register(emit_attribute(unit, OP_LOAD_ATTR, result, object, node));
}

/* An index that an instruction itself can hold. */
static bool is_short_index(Value key) {
    return is_small_int(key) && small_int_value(key) >= 0 && small_int_value(key) <= UINT16_MAX;
}

Operand item_key(Unit *unit, Operand key) {
    return is_short_index(key.constant) ? key : operand_register(operand_to_register(unit, key));
}

void emit_get_item(Unit *unit, int result, int object, Operand key) {
    if (is_short_index(key.constant))
        emit(unit, OP_GET_ITEM_INT, result, object, (int)small_int_value(key.constant));
    else if (key.constant != NOTHING)
        emit(unit, OP_GET_ITEM_K, result, object, constant_index(unit, key.constant));
    else
        emit(unit, OP_GET_ITEM, result, object, key.reg);
}

void emit_set_item(Unit *unit, int object, Operand key, int value) {
    if (is_short_index(key.constant))
        emit(unit, OP_SET_ITEM_INT, object, (int)small_int_value(key.constant), value);
    else
        emit(unit, OP_SET_ITEM, object, key.reg, value);
}

static Operand compile_subscript(Unit *unit, const Node *node, int target) {
    int mark = unit->top;
    int object = compile_to_stable(unit, node->Subscript.value, node->Subscript.slice, NULL);
    Operand key = compile_expression(unit, node->Subscript.slice, ANY_REGISTER);
    if (!constant_is_operand(unit, key.constant))
        key = item_key(unit, key);
    int result = register_result(unit, target, mark);
    emit_get_item(unit, result, object, key);
    return operand_register(result);
}

static Value fold_slice(Unit *unit, const Node *node) {
    Value parts[3];
    const Node *nodes[3] = {node->Slice.lower, node->Slice.upper, node->Slice.step};
    for (int i = 0; i < 3; i++) {
        parts[i] = nodes[i] == NULL ? NONE : fold_expression(unit, nodes[i]);
        if (parts[i] == NOTHING)
            return NOTHING;
    }
    Slice *slice =
        heap_allocate(unit->vm->heap, sizeof *slice, KIND_SLICE, unit->vm->types_by_kind[KIND_SLICE]);
    slice->start = parts[0];
    slice->stop = parts[1];
    slice->step = parts[2];
    return object_value(slice);
}

static Operand compile_slice(Unit *unit, const Node *node, int target) {
    Value folded = fold_slice(unit, node);
    if (folded != NOTHING)
        return operand_constant(folded);
    int mark = unit->top;
    const Node *nodes[3] = {node->Slice.lower, node->Slice.upper, node->Slice.step};
    for (int i = 0; i < 3; i++) {
        int reg = register_push(unit);
        if (nodes[i] == NULL)
            emit_constant(unit, reg, NONE);
        else
            compile_to(unit, nodes[i], reg);
    }
    int result = register_result(unit, target, mark);
    emit(unit, OP_BUILD_SLICE, result, mark, 0);
    return operand_register(result);
}

/* --- Displays */

bool has_starred(NodeList nodes) {
    for (int32_t i = 0; i < nodes.count; i++) {
        if (nodes.items[i]->kind == NODE_STARRED)
            return true;
    }
    return false;
}

Value compile_constant_items(Unit *unit, NodeList nodes) {
    Tuple *tuple = NULL;
    for (int32_t i = 0; i < nodes.count; i++) {
        Value item = fold_expression(unit, nodes.items[i]);
        if (item == NOTHING)
            return NOTHING;
        if (tuple == NULL)
            tuple = tuple_new(unit->vm, NULL, nodes.count);
        tuple->items[i] = item;
    }
    return object_value(tuple != NULL ? tuple : unit->vm->empty_tuple);
}

Value compile_sequence(Unit *unit, NodeList nodes) {
    int base = unit->top;
    Value constants[MAX_INLINE_ITEMS];
    int32_t pending = 0; /* leading constants, not loaded yet */
    for (int32_t i = 0; i < nodes.count; i++) {
        int reg = register_push(unit);
        Operand operand = compile_expression(unit, nodes.items[i], reg);
        unit->top = reg + 1;
        if (operand.constant != NOTHING && pending == i) {
            constants[pending++] = operand.constant;
            continue;
        }
        if (pending == i) {
            for (int32_t j = 0; j < pending; j++)
                emit_constant(unit, base + j, constants[j]);
        }
        operand_to(unit, operand, reg);
    }
    if (pending < nodes.count)
        return NOTHING;
    unit->top = base;
    return object_value(pending == 0 ? unit->vm->empty_tuple : tuple_new(unit->vm, constants, pending));
}

/* Values in consecutive new temporaries, constants too. */
static int compile_pushes(Unit *unit, NodeList nodes) {
    int base = unit->top;
    for (int32_t i = 0; i < nodes.count; i++)
        compile_push(unit, nodes.items[i]);
    return base;
}

void compile_list_into(Unit *unit, NodeList nodes, int list) {
    int mark = unit->top;
    NodeList leading = {.items = nodes.items};
    while (leading.count < nodes.count && leading.count < MAX_INLINE_ITEMS &&
           nodes.items[leading.count]->kind != NODE_STARRED)
        leading.count++;
    int base = compile_pushes(unit, leading);
    emit(unit, OP_BUILD_LIST, list, base, leading.count);
    for (int32_t i = leading.count; i < nodes.count; i++) {
        const Node *node = nodes.items[i];
        unit->top = mark;
        if (node->kind == NODE_STARRED) {
            int reg = compile_to_any(unit, node->Starred.value);
            emit(unit, OP_LIST_EXTEND, list, reg, 0);
        } else {
            emit(unit, OP_LIST_APPEND, list, compile_to_any(unit, node), 0);
        }
    }
    unit->top = mark;
}

Operand compile_tuple(Unit *unit, NodeList nodes, int target) {
    int mark = unit->top;
    if (has_starred(nodes) || nodes.count > MAX_INLINE_ITEMS) {
        Value constant = compile_constant_items(unit, nodes);
        if (constant != NOTHING)
            return operand_constant(constant);
        int list = register_push(unit);
        compile_list_into(unit, nodes, list);
        int result = register_result(unit, target, mark);
        emit(unit, OP_LIST_TO_TUPLE, result, list, 0);
        return operand_register(result);
    }
    Value constant = compile_sequence(unit, nodes);
    if (constant != NOTHING)
        return operand_constant(constant);
    int result = register_result(unit, target, mark);
    emit(unit, OP_BUILD_TUPLE, result, mark, nodes.count);
    return operand_register(result);
}

void compile_tuple_to(Unit *unit, NodeList nodes, int reg) {
    int mark = unit->top;
    operand_to(unit, compile_tuple(unit, nodes, reg), reg);
    unit->top = mark;
}

/* A list or set: of few items, of constants, or piecemeal. */
static Operand compile_list_or_set(Unit *unit, NodeList nodes, bool is_set, int target) {
    enum { FEW = 4, FEW_IN_SET = 2 }; /* CPython's limits: of a set they decide the order */
    int mark = unit->top;
    Value constant = NOTHING;
    if (nodes.count > (is_set ? FEW_IN_SET : FEW))
        constant = is_set ? compile_constant_set(unit, nodes) : compile_constant_items(unit, nodes);
    bool is_small = nodes.count <= MAX_INLINE_ITEMS && !has_starred(nodes);
    if (constant == NOTHING && is_small) {
        compile_pushes(unit, nodes);
        int result = register_result(unit, target, mark);
        emit(unit, is_set ? OP_BUILD_SET : OP_BUILD_LIST, result, mark, nodes.count);
        return operand_register(result);
    }
    int result = register_for_steps(unit, target);
    int top = unit->top;
    if (constant != NOTHING) {
        emit(unit, is_set ? OP_BUILD_SET : OP_BUILD_LIST, result, top, 0);
        emit(unit, is_set ? OP_SET_UPDATE : OP_LIST_EXTEND, result,
             operand_to_register(unit, operand_constant(constant)), 0);
    } else if (!is_set) {
        compile_list_into(unit, nodes, result);
    } else {
        emit(unit, OP_BUILD_SET, result, top, 0);
        for (int32_t i = 0; i < nodes.count; i++) {
            const Node *node = nodes.items[i];
            bool is_starred = node->kind == NODE_STARRED;
            int reg = compile_to_any(unit, is_starred ? node->Starred.value : node);
            emit(unit, is_starred ? OP_SET_UPDATE : OP_SET_ADD, result, reg, 0);
            unit->top = top;
        }
    }
    unit->top = top;
    return operand_register(result);
}

static Operand compile_dict(Unit *unit, const Node *node, int target) {
    int mark = unit->top;
    NodeList keys = node->Dict.keys, values = node->Dict.values;
    bool is_small = keys.count <= MAX_INLINE_ITEMS / 2;
    for (int32_t i = 0; i < keys.count; i++)
        is_small = is_small && keys.items[i] != NULL;
    if (is_small) {
        for (int32_t i = 0; i < keys.count; i++) {
            compile_push(unit, keys.items[i]);
            compile_push(unit, values.items[i]);
        }
        int result = register_result(unit, target, mark);
        emit(unit, OP_BUILD_DICT, result, mark, keys.count);
        return operand_register(result);
    }
    int result = register_for_steps(unit, target);
    int top = unit->top;
    emit(unit, OP_BUILD_DICT, result, top, 0);
    for (int32_t i = 0; i < keys.count; i++) {
        if (keys.items[i] == NULL) {
            emit(unit, OP_DICT_UPDATE, result, compile_to_any(unit, values.items[i]), 0);
        } else {
            int key = compile_to_stable(unit, keys.items[i], values.items[i], NULL);
            emit(unit, OP_DICT_SET, result, key, compile_to_any(unit, values.items[i]));
        }
        unit->top = top;
    }
    return operand_register(result);
}

/* --- Formatted strings */

static Operand compile_formatted_value(Unit *unit, const Node *node, int target) {
    int mark = unit->top;
    const Node *spec = node->FormattedValue.format_spec;
    int value = compile_to_stable(unit, node->FormattedValue.value, spec, NULL);
    int spec_register = NO_OPERAND;
    if (spec != NULL && spec->JoinedStr.values.count > 0)
        spec_register = compile_to_any(unit, spec);
    int conversion = node->FormattedValue.conversion;
    int x = conversion == 's' ? 1 : conversion == 'r' ? 2 : conversion == 'a' ? 3 : 0;
    int result = register_result(unit, target, mark);
    emit_x(unit, OP_FORMAT_VALUE, x, result, value, spec_register);
    return operand_register(result);
}

static Operand compile_joined_string(Unit *unit, const Node *node, int target) {
    NodeList values = node->JoinedStr.values;
    if (values.count == 0)
        return operand_constant(object_value(unit->vm->empty_string));
    if (values.count == 1)
        return compile_expression(unit, values.items[0], target);
    int mark = unit->top;
    for (int32_t i = 0; i < values.count; i++) {
        compile_push(unit, values.items[i]);
        if (unit->top - mark == MAX_INLINE_ITEMS) {
            emit(unit, OP_BUILD_STRING, mark, mark, MAX_INLINE_ITEMS);
            unit->top = mark + 1;
        }
    }
    int count = unit->top - mark;
    int result = register_result(unit, target, mark);
    emit(unit, OP_BUILD_STRING, result, mark, count);
    return operand_register(result);
}

/* --- The rest */

static Operand compile_named_expression(Unit *unit, const Node *node, int target) {
    const Symbol *symbol = node->NamedExpr.target->Name.symbol;
    int reg = symbol_register(unit, symbol);
    if (reg != ANY_REGISTER) {
        compile_to(unit, node->NamedExpr.value, reg);
        symbol_assigned(unit, symbol);
        return operand_register(reg);
    }
    Operand value = compile_expression(unit, node->NamedExpr.value, target);
    compile_store_symbol(unit, symbol, value);
    return value;
}

static Operand compile_suspension(Unit *unit, const Node *node, int target) {
    int mark = unit->top;
    const Node *inner = node->Yield.value;
    int value =
        inner != NULL ? compile_to_any(unit, inner) : operand_to_register(unit, operand_constant(NONE));
    int result = register_result(unit, target, mark);
    Opcode op = node->kind == NODE_AWAIT          ? OP_AWAIT
                : node->kind == NODE_YIELD_FROM   ? OP_YIELD_FROM
                : unit->scope->is_async_generator ? OP_ASYNC_YIELD
                                                  : OP_YIELD;
    emit(unit, op, result, value, 0);
    return operand_register(result);
}

static Operand compile_kind(Unit *unit, const Node *node, int target) {
    switch (node->kind) {
    case NODE_CONSTANT: return operand_constant(fold_constant_node(unit, node));
    case NODE_NAME: return compile_load_symbol(unit, node->Name.symbol, target);
    case NODE_BIN_OP: return compile_binary(unit, node, target);
    case NODE_UNARY_OP: return compile_unary(unit, node, target);
    case NODE_BOOL_OP: return compile_bool_op(unit, node, target);
    case NODE_COMPARE: return compile_compare(unit, node, target, false);
    case NODE_IF_EXP: return compile_conditional(unit, node, target);
    case NODE_CALL: return compile_call(unit, node, target);
    case NODE_ATTRIBUTE: return compile_attribute(unit, node, target);
    case NODE_SUBSCRIPT: return compile_subscript(unit, node, target);
    case NODE_SLICE: return compile_slice(unit, node, target);
    case NODE_TUPLE: return compile_tuple(unit, node->Tuple.elts, target);
    case NODE_LIST: return compile_list_or_set(unit, node->List.elts, false, target);
    case NODE_SET: return compile_list_or_set(unit, node->Set.elts, true, target);
    case NODE_DICT: return compile_dict(unit, node, target);
    case NODE_LIST_COMP:
    case NODE_SET_COMP:
    case NODE_DICT_COMP: return compile_comprehension(unit, node, target);
    case NODE_GENERATOR_EXP: return compile_generator_expression(unit, node, target);
    case NODE_LAMBDA: return compile_lambda(unit, node, target);
    case NODE_AWAIT:
    case NODE_YIELD:
    case NODE_YIELD_FROM: return compile_suspension(unit, node, target);
    case NODE_JOINED_STR: return compile_joined_string(unit, node, target);
    case NODE_FORMATTED_VALUE: return compile_formatted_value(unit, node, target);
    case NODE_NAMED_EXPR: return compile_named_expression(unit, node, target);
    default: compile_error(unit, "%s is not supported here", ast_kind_name(node->kind));
    }
    return operand_constant(NONE);
}

Operand compile_expression(Unit *unit, const Node *node, int target) {
    CodePosition outer = unit->position;
    unit->position = position_of(node);
    Operand operand = compile_kind(unit, node, target);
    unit->position = outer;
    return operand;
}
