/* Expressions, from the loosest binding to the tightest. */
#include "parser/parser_internal.h"

bool parser_kind_begins_expression(TokenKind kind) {
    switch (kind) {
    case TOKEN_NAME:
    case TOKEN_NUMBER:
    case TOKEN_STRING:
    case TOKEN_FSTRING_START:
    case TOKEN_LEFT_PAREN:
    case TOKEN_LEFT_BRACKET:
    case TOKEN_LEFT_BRACE:
    case TOKEN_MINUS:
    case TOKEN_PLUS:
    case TOKEN_TILDE:
    case TOKEN_NOT:
    case TOKEN_LAMBDA:
    case TOKEN_AWAIT:
    case TOKEN_NONE:
    case TOKEN_TRUE:
    case TOKEN_FALSE:
    case TOKEN_ELLIPSIS: return true;
    default: return false;
    }
}

bool parser_at_expression(Parser *parser) {
    return parser_kind_begins_expression(parser_peek(parser));
}

/* One element, or several separated by commas, which make a tuple. */
static Node *parse_tuple_of(Parser *parser, ParseFunction *parse_element) {
    Position start = parser_place(parser);
    Node *first = parse_element(parser);
    if (parser_peek(parser) != TOKEN_COMMA) {
        return first;
    }
    Node *tuple = parser_node_at(parser, NODE_TUPLE, start);
    int mark = parser_list_begin(parser);
    parser_list_push(parser, first);
    while (parser_accept(parser, TOKEN_COMMA)) {
        if (!parser_at_expression(parser) && parser_peek(parser) != TOKEN_STAR) {
            break;
        }
        Node *element = parser->is_searching ? parser_attempt(parser, parse_element) : parse_element(parser);
        if (element == NULL) {
            break;
        }
        parser_list_push(parser, element);
    }
    tuple->Tuple.elts = parser_list_take(parser, mark);
    return parser_finish(parser, tuple);
}

Node *parse_starred(Parser *parser) {
    Node *starred = parser_node(parser, NODE_STARRED);
    parser_expect(parser, TOKEN_STAR);
    starred->Starred.value = parse_bitwise_or(parser);
    return parser_finish(parser, starred);
}

static Node *parse_star_expression(Parser *parser) {
    return parser_peek(parser) == TOKEN_STAR ? parse_starred(parser) : parse_expression(parser);
}

Node *parse_star_expressions(Parser *parser) {
    return parse_tuple_of(parser, parse_star_expression);
}

Node *parse_star_named_expression(Parser *parser) {
    return parser_peek(parser) == TOKEN_STAR ? parse_starred(parser) : parse_named_expression(parser);
}

Node *parse_star_named_expressions(Parser *parser) {
    return parse_tuple_of(parser, parse_star_named_expression);
}

Node *parse_yield(Parser *parser) {
    Position start = parser_place(parser);
    parser_expect(parser, TOKEN_YIELD);
    Node *node;
    if (parser_accept(parser, TOKEN_FROM)) {
        node = parser_node_at(parser, NODE_YIELD_FROM, start);
        node->YieldFrom.value = parse_expression(parser);
    } else {
        node = parser_node_at(parser, NODE_YIELD, start);
        if (parser_at_expression(parser) || parser_peek(parser) == TOKEN_STAR) {
            node->Yield.value = parse_star_expressions(parser);
        }
    }
    return parser_finish(parser, node);
}

Node *parse_yield_or_star_expressions(Parser *parser) {
    return parser_peek(parser) == TOKEN_YIELD ? parse_yield(parser) : parse_star_expressions(parser);
}

bool parser_is_bare_walrus(const Parser *parser, const Node *node) {
    return node->kind == NODE_NAMED_EXPR && node->position.end_column == parser->end_column &&
           node->position.end_line == parser->end_line;
}

Node *parse_named_expression(Parser *parser) {
    int start = parser->position;
    if (parser_peek(parser) == TOKEN_NAME && parser_peek_second(parser) == TOKEN_COLON_EQUAL) {
        Node *node = parser_node(parser, NODE_NAMED_EXPR);
        Node *target = parser_node(parser, NODE_NAME);
        target->Name.id = parser_name(parser);
        target->Name.ctx = CONTEXT_STORE;
        node->NamedExpr.target = parser_finish(parser, target);
        parser_advance(parser);
        node->NamedExpr.value = parse_expression(parser);
        return parser_finish(parser, node);
    }
    Node *expression = parse_expression(parser);
    TokenKind next = parser_peek(parser);
    if ((next == TOKEN_EQUAL || next == TOKEN_COLON_EQUAL) && parser->speculation == 0) {
        diagnose_value_assignment(parser, expression, start);
    }
    return expression;
}

static Node *parse_lambda(Parser *parser) {
    Node *node = parser_node(parser, NODE_LAMBDA);
    parser_advance(parser);
    node->Lambda.args = parse_parameters(parser, TOKEN_COLON);
    if (parser_peek(parser) == TOKEN_COLON && parser->field_level > 0 &&
        parser_token(parser)->level == parser->field_level) {
        /* In an f-string it begins a format spec. */
        parser_raise(parser, parser_span(node->position, parser_place(parser)),
                     "f-string: lambda expressions are not allowed without parentheses");
    }
    parser_expect_forced(parser, TOKEN_COLON);
    node->Lambda.body = parse_expression(parser);
    return parser_finish(parser, node);
}

/* body `if` test `else` orelse */
static Node *conditional_tail(Parser *parser, Node *body, Position start, int token) {
    (void)token;
    Node *node = parser_node_at(parser, NODE_IF_EXP, start);
    parser_advance(parser);
    node->IfExp.body = body;
    node->IfExp.test = parse_disjunction(parser);
    TokenKind next = parser_peek(parser);
    if (next != TOKEN_ELSE && next != TOKEN_COLON) {
        parser_raise(parser, parser_span(body->position, node->IfExp.test->position),
                     "expected 'else' after 'if' expression");
    }
    parser_expect(parser, TOKEN_ELSE);
    node->IfExp.orelse = parse_expression(parser);
    return parser_finish(parser, node);
}

Node *parse_expression(Parser *parser) {
    parser_enter(parser);
    int first = parser->position;
    Position start = parser_place(parser);
    bool is_dict_key = parser->is_dict_key;
    parser->is_dict_key = false;
    Node *node;
    if (parser_peek(parser) == TOKEN_LAMBDA) {
        node = parse_lambda(parser);
    } else {
        node = parse_disjunction(parser);
        if (parser_at_expression(parser) && parser->speculation == 0 && !is_dict_key) {
            diagnose_juxtaposition(parser, node, first);
        }
        if (parser_peek(parser) == TOKEN_IF) {
            node = parser_extend(parser, conditional_tail, node, start, 0);
        }
    }
    parser->depth--;
    return node;
}

static Node *parse_inversion(Parser *parser);
static Node *parse_conjunction(Parser *parser);

/* a or b or c, a and b and c: one node for the whole run. */
static Node *bool_tail(Parser *parser, Node *left, Position start, int token) {
    Node *node = parser_node_at(parser, NODE_BOOL_OP, start);
    int mark = parser_list_begin(parser);
    parser_list_push(parser, left);
    while (parser_accept(parser, token)) {
        parser_list_push(parser, token == TOKEN_OR ? parse_conjunction(parser) : parse_inversion(parser));
    }
    node->BoolOp.op = token == TOKEN_OR ? BOOL_OR : BOOL_AND;
    node->BoolOp.values = parser_list_take(parser, mark);
    return parser_finish(parser, node);
}

/* The comparison operator at hand; false if there is none. Passes over it. */
static bool accept_compare_operator(Parser *parser, CompareOperator *op) {
    switch (parser_peek(parser)) {
    case TOKEN_EQUAL_EQUAL: *op = COMPARE_EQ; break;
    case TOKEN_NOT_EQUAL: *op = COMPARE_NOT_EQ; break;
    case TOKEN_LESS: *op = COMPARE_LT; break;
    case TOKEN_LESS_EQUAL: *op = COMPARE_LT_E; break;
    case TOKEN_GREATER: *op = COMPARE_GT; break;
    case TOKEN_GREATER_EQUAL: *op = COMPARE_GT_E; break;
    case TOKEN_IN: *op = COMPARE_IN; break;
    case TOKEN_IS:
        parser_advance(parser);
        *op = parser_accept(parser, TOKEN_NOT) ? COMPARE_IS_NOT : COMPARE_IS;
        return true;
    case TOKEN_NOT:
        if (parser_peek_second(parser) != TOKEN_IN) {
            return false;
        }
        parser_advance(parser);
        *op = COMPARE_NOT_IN;
        break;
    default: return false;
    }
    parser_advance(parser);
    return true;
}

/* a < b < c: one node for the whole chain. */
static Node *comparison_tail(Parser *parser, Node *left, Position start, int token) {
    (void)token;
    Node *node = parser_node_at(parser, NODE_COMPARE, start);
    int mark = parser_list_begin(parser);
    int32_t count = 0, capacity = 4;
    CompareOperator *ops = arena_allocate(parser->arena, (size_t)capacity * sizeof *ops), op;
    while (accept_compare_operator(parser, &op)) {
        if (count == capacity) {
            CompareOperator *more = arena_allocate(parser->arena, 2 * (size_t)capacity * sizeof *ops);
            for (int32_t i = 0; i < count; i++) {
                more[i] = ops[i];
            }
            ops = more;
            capacity *= 2;
        }
        ops[count++] = op;
        parser_list_push(parser, parse_bitwise_or(parser));
    }
    if (count == 0) {
        return left; /* `not`, but no `in` */
    }
    node->Compare.left = left;
    node->Compare.ops = (CompareOperatorList){ops, count};
    node->Compare.comparators = parser_list_take(parser, mark);
    return parser_finish(parser, node);
}

static Node *parse_comparison(Parser *parser) {
    Position start = parser_place(parser);
    Node *left = parse_bitwise_or(parser);
    switch (parser_peek(parser)) {
    case TOKEN_EQUAL_EQUAL:
    case TOKEN_NOT_EQUAL:
    case TOKEN_LESS:
    case TOKEN_LESS_EQUAL:
    case TOKEN_GREATER:
    case TOKEN_GREATER_EQUAL:
    case TOKEN_IN:
    case TOKEN_IS:
    case TOKEN_NOT: return parser_extend(parser, comparison_tail, left, start, 0);
    default: return left;
    }
}

static Node *parse_inversion(Parser *parser) {
    if (parser_peek(parser) != TOKEN_NOT) {
        return parse_comparison(parser);
    }
    parser_enter(parser);
    Node *node = parser_node(parser, NODE_UNARY_OP);
    parser_advance(parser);
    node->UnaryOp.op = UNARY_NOT;
    node->UnaryOp.operand = parse_inversion(parser);
    parser->depth--;
    return parser_finish(parser, node);
}

static Node *parse_conjunction(Parser *parser) {
    Position start = parser_place(parser);
    Node *left = parse_inversion(parser);
    return parser_peek(parser) == TOKEN_AND ? parser_extend(parser, bool_tail, left, start, TOKEN_AND) : left;
}

Node *parse_disjunction(Parser *parser) {
    Position start = parser_place(parser);
    Node *left = parse_conjunction(parser);
    return parser_peek(parser) == TOKEN_OR ? parser_extend(parser, bool_tail, left, start, TOKEN_OR) : left;
}

/* How tightly a binary operator binds; 0: the token is none. `**` is not of this family: it binds tighter
 * than a sign on its left and groups to the right. */
static int precedence_of(TokenKind kind) {
    switch (kind) {
    case TOKEN_PIPE: return 1;
    case TOKEN_CARET: return 2;
    case TOKEN_AMPERSAND: return 3;
    case TOKEN_LEFT_SHIFT:
    case TOKEN_RIGHT_SHIFT: return 4;
    case TOKEN_PLUS:
    case TOKEN_MINUS: return 5;
    case TOKEN_STAR:
    case TOKEN_AT:
    case TOKEN_SLASH:
    case TOKEN_PERCENT:
    case TOKEN_DOUBLE_SLASH: return 6;
    default: return 0;
    }
}

static Node *parse_await(Parser *parser) {
    if (parser_peek(parser) != TOKEN_AWAIT) {
        return parse_primary(parser);
    }
    Node *node = parser_node(parser, NODE_AWAIT);
    parser_advance(parser);
    node->Await.value = parse_primary(parser);
    return parser_finish(parser, node);
}

static Node *parse_factor(Parser *parser);

static Node *power_tail(Parser *parser, Node *left, Position start, int token) {
    (void)token;
    Node *node = parser_node_at(parser, NODE_BIN_OP, start);
    parser_advance(parser);
    node->BinOp.left = left;
    node->BinOp.op = OPERATOR_POW;
    node->BinOp.right = parse_factor(parser);
    return parser_finish(parser, node);
}

static Node *parse_factor(Parser *parser) {
    parser_enter(parser);
    Position start = parser_place(parser);
    UnaryOperator op;
    Node *node;
    switch (parser_peek(parser)) {
    case TOKEN_MINUS: op = UNARY_SUB; break;
    case TOKEN_PLUS: op = UNARY_ADD; break;
    case TOKEN_TILDE: op = UNARY_INVERT; break;
    default:
        node = parse_await(parser);
        if (parser_peek(parser) == TOKEN_DOUBLE_STAR) {
            node = parser_extend(parser, power_tail, node, start, 0);
        }
        parser->depth--;
        return node;
    }
    node = parser_node(parser, NODE_UNARY_OP);
    parser_advance(parser);
    node->UnaryOp.op = op;
    node->UnaryOp.operand = parse_factor(parser);
    parser->depth--;
    return parser_finish(parser, node);
}

static Node *parse_binary(Parser *parser, int minimum);

static Node *binary_tail(Parser *parser, Node *left, Position start, int token) {
    Node *node = parser_node_at(parser, NODE_BIN_OP, start);
    parser_advance(parser);
    node->BinOp.left = left;
    node->BinOp.op = (Operator)(token - TOKEN_PLUS);
    node->BinOp.right = parse_binary(parser, precedence_of(token) + 1);
    return parser_finish(parser, node);
}

/* An operand, and all operators after it that bind at least as tightly as `minimum`. */
static Node *parse_binary(Parser *parser, int minimum) {
    Position start = parser_place(parser);
    Node *left = parse_factor(parser);
    for (;;) {
        TokenKind token = parser_peek(parser);
        int precedence = precedence_of(token);
        if (precedence < minimum || precedence == 0) {
            return left;
        }
        Node *longer = parser_extend(parser, binary_tail, left, start, token);
        if (longer == left) {
            return left;
        }
        left = longer;
    }
}

Node *parse_bitwise_or(Parser *parser) {
    return parse_binary(parser, 1);
}

static Node *parse_slice(Parser *parser) {
    if (parser_peek(parser) == TOKEN_STAR) {
        return parse_starred(parser);
    }
    Position start = parser_place(parser);
    Node *lower = NULL;
    if (parser_peek(parser) != TOKEN_COLON) {
        lower = parse_named_expression(parser);
        if (parser_peek(parser) != TOKEN_COLON || parser_is_bare_walrus(parser, lower)) {
            return lower;
        }
    }
    Node *node = parser_node_at(parser, NODE_SLICE, start);
    parser_advance(parser);
    node->Slice.lower = lower;
    if (parser_at_expression(parser)) {
        node->Slice.upper = parse_expression(parser);
    }
    if (parser_accept(parser, TOKEN_COLON) && parser_at_expression(parser)) {
        node->Slice.step = parse_expression(parser);
    }
    return parser_finish(parser, node);
}

Node *parse_slices(Parser *parser) {
    Position start = parser_place(parser);
    Node *first = parse_slice(parser);
    if (parser_peek(parser) != TOKEN_COMMA && first->kind != NODE_STARRED) {
        return first;
    }
    Node *tuple = parser_node_at(parser, NODE_TUPLE, start);
    int mark = parser_list_begin(parser);
    parser_list_push(parser, first);
    while (parser_accept(parser, TOKEN_COMMA) && parser_peek(parser) != TOKEN_RIGHT_BRACKET) {
        parser_list_push(parser, parse_slice(parser));
    }
    tuple->Tuple.elts = parser_list_take(parser, mark);
    return parser_finish(parser, tuple);
}

/* .name, (arguments) or [slices] */
static Node *primary_tail(Parser *parser, Node *value, Position start, int token) {
    Node *node;
    Position open = parser_place(parser);
    parser_advance(parser);
    switch (token) {
    case TOKEN_DOT:
        node = parser_node_at(parser, NODE_ATTRIBUTE, start);
        node->Attribute.value = value;
        node->Attribute.attr = parser_name(parser);
        break;
    case TOKEN_LEFT_PAREN:
        node = parser_node_at(parser, NODE_CALL, start);
        node->Call.func = value;
        parse_arguments(parser, &node->Call.args, &node->Call.keywords, true, open);
        break;
    default:
        node = parser_node_at(parser, NODE_SUBSCRIPT, start);
        node->Subscript.value = value;
        node->Subscript.slice = parse_slices(parser);
        parser_expect(parser, TOKEN_RIGHT_BRACKET);
        break;
    }
    return parser_finish(parser, node);
}

Node *parse_primary(Parser *parser) {
    Position start = parser_place(parser);
    Node *value = parse_atom(parser);
    for (;;) {
        TokenKind next = parser_peek(parser);
        if (next != TOKEN_DOT && next != TOKEN_LEFT_PAREN && next != TOKEN_LEFT_BRACKET) {
            return value;
        }
        Node *longer = parser_extend(parser, primary_tail, value, start, next);
        if (longer == value) {
            return value;
        }
        value = longer;
    }
}
