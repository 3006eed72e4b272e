/* Calls.
 *
 * Arguments are computed straight into the registers behind the callee. A method is looked up without binding
 * it. With stars, or with more arguments than a frame should be made to hold, they are gathered in a tuple
 * and a dict. */
#include "vm/compiler_internal.h"

static const Text *keyword_name(Unit *unit, const Node *keyword) {
    return scope_mangle(&unit->compiler->arena, unit->scope->class_name, keyword->keyword.arg);
}

static Value keyword_names(Unit *unit, NodeList keywords) {
    Tuple *names = tuple_new(unit->vm, NULL, keywords.count);
    for (int32_t i = 0; i < keywords.count; i++)
        names->items[i] = object_value(unit_string(unit, keyword_name(unit, keywords.items[i])));
    return object_value(names);
}

static bool is_spread(NodeList args, NodeList keywords) {
    if (args.count + keywords.count > MAX_INLINE_ITEMS || has_starred(args))
        return true;
    for (int32_t i = 0; i < keywords.count; i++) {
        if (keywords.items[i]->keyword.arg == NULL)
            return true;
    }
    return false;
}

/* The keyword arguments in a dict. What comes after the first few goes through a merge, which minds
 * duplicates. */
static void compile_keywords_dict(Unit *unit, NodeList keywords, int dict, int callee) {
    int mark = unit->top;
    for (int32_t i = 0; i < keywords.count || i == 0;) {
        int32_t first = i;
        while (i < keywords.count && i - first < MAX_INLINE_ITEMS / 2 &&
               keywords.items[i]->keyword.arg != NULL) {
            const Node *keyword = keywords.items[i++];
            emit_constant(unit, register_push(unit),
                          object_value(unit_string(unit, keyword_name(unit, keyword))));
            compile_push(unit, keyword->keyword.value);
        }
        if (first == 0)
            emit(unit, OP_BUILD_DICT, dict, mark, i);
        else if (i > first) {
            emit(unit, OP_BUILD_DICT, mark, mark, i - first);
            emit(unit, OP_DICT_MERGE, dict, mark, callee);
        }
        unit->top = mark;
        if (i < keywords.count && keywords.items[i]->keyword.arg == NULL) {
            int mapping = compile_to_any(unit, keywords.items[i++]->keyword.value);
            emit(unit, OP_DICT_MERGE, dict, mapping, callee);
            unit->top = mark;
        }
    }
}

/* All positional arguments in a tuple behind the callee. */
static void compile_arguments_tuple(Unit *unit, int callee, int first, NodeList args) {
    int list = register_push(unit);
    if (first == 0) {
        compile_list_into(unit, args, list);
    } else {
        emit(unit, OP_BUILD_LIST, list, callee + 1, first);
        for (int32_t i = 0; i < args.count; i++) {
            const Node *argument = args.items[i];
            bool is_starred = argument->kind == NODE_STARRED;
            int reg = compile_to_any(unit, is_starred ? argument->Starred.value : argument);
            emit(unit, is_starred ? OP_LIST_EXTEND : OP_LIST_APPEND, list, reg, 0);
            unit->top = list + 1;
        }
    }
    emit(unit, OP_LIST_TO_TUPLE, callee + 1, list, 0);
}

static void compile_spread(Unit *unit, int callee, int first, NodeList args, NodeList keywords) {
    /* f(*args) needs no list between: args are iterated over when all else is computed. */
    bool is_only_starred = first == 0 && args.count == 1 && args.items[0]->kind == NODE_STARRED;
    int source = callee + 1;
    if (!is_only_starred)
        compile_arguments_tuple(unit, callee, first, args);
    else if (keywords.count > 0)
        compile_push(unit, args.items[0]->Starred.value);
    else
        source = compile_to_any(unit, args.items[0]->Starred.value);
    unit->top = callee + 1;
    register_push(unit);
    if (keywords.count > 0)
        compile_keywords_dict(unit, keywords, register_push(unit), callee);
    if (is_only_starred)
        emit_x(unit, OP_LIST_TO_TUPLE, 1, callee + 1, source, callee);
    emit_x(unit, OP_CALL_SPREAD, keywords.count > 0, callee, 0, 0);
}

/* Pushes the arguments and says how many. */
static int push_arguments(Unit *unit, NodeList args, NodeList keywords) {
    for (int32_t i = 0; i < args.count; i++)
        compile_push(unit, args.items[i]);
    for (int32_t i = 0; i < keywords.count; i++)
        compile_push(unit, keywords.items[i]->keyword.value);
    return args.count + keywords.count;
}

/* Emits the call of R[callee] and says where its result is: only a call without keywords has room to name
 * another register. */
static int emit_call(Unit *unit, Opcode op, int callee, int count, NodeList keywords, int result) {
    if (keywords.count == 0) {
        emit(unit, op, callee, count, result);
        return result;
    }
    emit(unit, op == OP_CALL ? OP_CALL_KEYWORDS : OP_CALL_METHOD_KEYWORDS, callee, count,
         constant_index(unit, keyword_names(unit, keywords)));
    return callee;
}

int compile_call_arguments(Unit *unit, int callee, int first, NodeList args, NodeList keywords, int result) {
    if (is_spread(args, keywords)) {
        compile_spread(unit, callee, first, args, keywords);
        return callee;
    }
    int count = first + push_arguments(unit, args, keywords);
    return emit_call(unit, OP_CALL, callee, count, keywords, result);
}

/* Could evaluating them give a variable another value? */
static bool arguments_may_assign(Unit *unit, NodeList args) {
    for (int32_t i = 0; unit->has_named_expression && i < args.count; i++) {
        if (contains_named_expression(args.items[i]))
            return true;
    }
    return false;
}

/* The call of what is not an attribute. A variable is called where it is. */
static int compile_plain_call(Unit *unit, const Node *node, int callee, int wanted) {
    const Node *function = node->Call.func;
    NodeList args = node->Call.args, keywords = node->Call.keywords;
    if (function->kind == NODE_NAME && keywords.count == 0 && !is_spread(args, keywords) &&
        !arguments_may_assign(unit, args)) {
        Operand operand = compile_expression(unit, function, callee);
        if (operand.constant == NOTHING && operand.reg != callee) {
            int count = push_arguments(unit, args, keywords);
            emit_x(unit, OP_CALL_LOCAL, count, callee, operand.reg, wanted);
            return wanted;
        }
        operand_to(unit, operand, callee);
    } else {
        compile_to(unit, function, callee);
    }
    return compile_call_arguments(unit, callee, 0, args, keywords, wanted);
}

Operand compile_call(Unit *unit, const Node *node, int target) {
    const Node *function = node->Call.func;
    NodeList args = node->Call.args, keywords = node->Call.keywords;
    int result;
    /* No register between is taken where the callee can be where the result is wanted. */
    bool is_in_place = target == unit->top - 1 && target >= unit->local_count;
    int callee = is_in_place ? target : register_push(unit);
    int wanted = target != ANY_REGISTER ? target : callee;
    if (function->kind == NODE_ATTRIBUTE && !is_spread(args, keywords)) {
        Operand object = compile_expression(unit, function->Attribute.value, callee);
        unit->top = callee + 1;
        if (object.constant != NOTHING) {
            emit_constant(unit, callee, object.constant);
            object = operand_register(callee);
        }
        emit_attribute(unit, OP_LOAD_METHOD, callee, object.reg, function);
        register_push(unit);
        int count = push_arguments(unit, args, keywords);
        result = emit_call(unit, OP_CALL_METHOD, callee, count, keywords, wanted);
    } else {
        result = compile_plain_call(unit, node, callee, wanted);
    }
    unit->top = result == callee ? callee + 1 : callee;
    return operand_register(result);
}
