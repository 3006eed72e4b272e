/* Targets: what may stand left of `=`, after `for`, `as` and `del`. They are read as expressions, then
 * converted. */
#include "parser/parser_internal.h"

static bool convert_all(NodeList list, ExprContext context) {
    for (int32_t i = 0; i < list.count; i++) {
        if (!target_convert(list.items[i], context)) {
            return false;
        }
    }
    return true;
}

bool target_convert(Node *expression, ExprContext context) {
    switch (expression->kind) {
    case NODE_NAME: expression->Name.ctx = context; return true;
    case NODE_ATTRIBUTE: expression->Attribute.ctx = context; return true;
    case NODE_SUBSCRIPT: expression->Subscript.ctx = context; return true;
    case NODE_LIST: expression->List.ctx = context; return convert_all(expression->List.elts, context);
    case NODE_TUPLE: expression->Tuple.ctx = context; return convert_all(expression->Tuple.elts, context);
    case NODE_STARRED:
        expression->Starred.ctx = context;
        return context != CONTEXT_DELETE && target_convert(expression->Starred.value, context);
    default: return false;
    }
}

const char *target_expression_name(const Node *expression) {
    switch (expression->kind) {
    case NODE_ATTRIBUTE: return "attribute";
    case NODE_SUBSCRIPT: return "subscript";
    case NODE_STARRED: return "starred";
    case NODE_NAME: return "name";
    case NODE_LIST: return "list";
    case NODE_TUPLE: return "tuple";
    case NODE_LAMBDA: return "lambda";
    case NODE_CALL: return "function call";
    case NODE_BOOL_OP:
    case NODE_BIN_OP:
    case NODE_UNARY_OP: return "expression";
    case NODE_GENERATOR_EXP: return "generator expression";
    case NODE_YIELD:
    case NODE_YIELD_FROM: return "yield expression";
    case NODE_AWAIT: return "await expression";
    case NODE_LIST_COMP: return "list comprehension";
    case NODE_SET_COMP: return "set comprehension";
    case NODE_DICT_COMP: return "dict comprehension";
    case NODE_DICT: return "dict literal";
    case NODE_SET: return "set display";
    case NODE_JOINED_STR: return "f-string expression";
    case NODE_COMPARE: return "comparison";
    case NODE_IF_EXP: return "conditional expression";
    case NODE_NAMED_EXPR: return "named expression";
    default: break;
    }
    switch (expression->Constant.value.kind) {
    case CONSTANT_NONE: return "None";
    case CONSTANT_TRUE: return "True";
    case CONSTANT_FALSE: return "False";
    case CONSTANT_ELLIPSIS: return "ellipsis";
    default: return "literal";
    }
}

/* The first part of `expression` that is no target, or NULL. */
static const Node *find_invalid(const Node *expression, TargetUse use) {
    NodeList elements;
    switch (expression->kind) {
    case NODE_NAME:
    case NODE_ATTRIBUTE:
    case NODE_SUBSCRIPT: return NULL;
    case NODE_STARRED:
        return use == TARGET_DELETE ? expression : find_invalid(expression->Starred.value, use);
    case NODE_COMPARE:
        /* `for f() in x` has been read as a comparison. */
        if (use == TARGET_FOR) {
            return expression->Compare.ops.items[0] == COMPARE_IN
                       ? find_invalid(expression->Compare.left, use)
                       : NULL;
        }
        return expression;
    case NODE_LIST: elements = expression->List.elts; break;
    case NODE_TUPLE: elements = expression->Tuple.elts; break;
    default: return expression;
    }
    for (int32_t i = 0; i < elements.count; i++) {
        const Node *invalid = find_invalid(elements.items[i], use);
        if (invalid != NULL) {
            return invalid;
        }
    }
    return NULL;
}

void target_refuse(Parser *parser, const Node *expression, TargetUse use) {
    const Node *invalid = find_invalid(expression, use);
    if (invalid != NULL) {
        parser_raise(parser, invalid->position,
                     use == TARGET_DELETE ? "cannot delete %s" : "cannot assign to %s",
                     target_expression_name(invalid));
    }
}

/* One target, read without the operators that could follow an expression (`in` above all). */
static Node *parse_one_target(Parser *parser) {
    Node *target;
    if (parser_peek(parser) == TOKEN_STAR) {
        target = parser_node(parser, NODE_STARRED);
        parser_advance(parser);
        target->Starred.value = parse_primary(parser);
        parser_finish(parser, target);
    } else {
        target = parse_primary(parser);
    }
    if (!target_convert(target, CONTEXT_STORE)) {
        parser_fail(parser);
    }
    return target;
}

static Node *parse_targets(Parser *parser) {
    Position start = parser_place(parser);
    Node *first = parse_one_target(parser);
    if (parser_peek(parser) != TOKEN_COMMA) {
        return first;
    }
    Node *tuple = parser_node_at(parser, NODE_TUPLE, start);
    int mark = parser_list_begin(parser);
    parser_list_push(parser, first);
    while (parser_accept(parser, TOKEN_COMMA)) {
        TokenKind next = parser_peek(parser);
        if (next == TOKEN_IN || next == TOKEN_EQUAL) {
            break;
        }
        parser_list_push(parser, parse_one_target(parser));
    }
    tuple->Tuple.elts = parser_list_take(parser, mark);
    tuple->Tuple.ctx = CONTEXT_STORE;
    return parser_finish(parser, tuple);
}

/* Operands separated by commas; returns the last one. */
static Node *parse_operands(Parser *parser) {
    Node *operand;
    do {
        operand = parse_bitwise_or(parser);
    } while (parser_accept(parser, TOKEN_COMMA) && parser_at_expression(parser));
    return operand;
}

Node *parse_star_targets(Parser *parser, bool is_comprehension) {
    int start = parser->position;
    Node *targets = parser_attempt(parser, parse_targets);
    if (targets != NULL && parser_peek(parser) == TOKEN_IN) {
        return targets;
    }
    /* Not a target, then: read it as an expression to see what it is. */
    parser_fix_furthest(parser);
    parser->position = start;
    if (is_comprehension && parser_attempt(parser, parse_operands) != NULL &&
        parser_peek(parser) != TOKEN_IN) {
        parser_raise(parser, parser_place(parser), "'in' expected after for-loop variables");
    }
    parser->position = start;
    Node *expression = parser_attempt(parser, parse_star_expressions);
    if (expression != NULL) {
        target_refuse(parser, expression, TARGET_FOR);
    }
    parser_fail(parser);
}

Node *parse_star_target(Parser *parser) {
    return parse_one_target(parser);
}
