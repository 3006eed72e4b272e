/* Compound statements: a header, a colon, a block. */
#include "parser/parser_internal.h"

NodeList parse_block(Parser *parser, const char *what, int32_t line) {
    int mark = parser_list_begin(parser);
    if (!parser_accept(parser, TOKEN_NEWLINE)) {
        parse_simple_statements(parser);
        return parser_list_take(parser, mark);
    }
    if (parser_peek(parser) != TOKEN_INDENT) {
        parser_raise_kind(parser, ERROR_INDENTATION, parser_place(parser),
                          "expected an indented block after %s on line %d", what, line);
    }
    parser_advance(parser);
    parser_enter(parser);
    do {
        parse_statement(parser);
    } while (parser_peek(parser) != TOKEN_DEDENT && parser_peek(parser) != TOKEN_END);
    parser->depth--;
    parser_expect(parser, TOKEN_DEDENT);
    return parser_list_take(parser, mark);
}

void parser_expect_colon(Parser *parser) {
    if (parser_peek(parser) == TOKEN_NEWLINE) {
        parser_raise(parser, parser_place(parser), "expected ':'");
    }
    parser_expect(parser, TOKEN_COLON);
}

static NodeList parse_else(Parser *parser) {
    int32_t line = parser_place(parser).line;
    if (!parser_accept(parser, TOKEN_ELSE)) {
        return (NodeList){0};
    }
    parser_expect_forced(parser, TOKEN_COLON);
    return parse_block(parser, "'else' statement", line);
}

/* An if with its elifs, read by a loop: a long chain must not recurse. */
static Node *parse_if(Parser *parser) {
    int mark = parser_list_begin(parser);
    do {
        Node *node = parser_node(parser, NODE_IF);
        bool is_elif = parser_peek(parser) == TOKEN_ELIF;
        parser_advance(parser);
        node->If.test = parse_named_expression(parser);
        parser_expect_colon(parser);
        node->If.body =
            parse_block(parser, is_elif ? "'elif' statement" : "'if' statement", node->position.line);
        parser_list_push(parser, node);
    } while (parser_peek(parser) == TOKEN_ELIF);
    NodeList orelse = parse_else(parser);
    Node *node;
    do {
        node = parser->scratch[--parser->scratch_count];
        node->If.orelse = orelse;
        parser_finish(parser, node);
        orelse = parser_list_of(parser, node);
    } while (parser->scratch_count > mark);
    return node;
}

static Node *parse_while(Parser *parser) {
    Node *node = parser_node(parser, NODE_WHILE);
    parser_advance(parser);
    node->While.test = parse_named_expression(parser);
    parser_expect_colon(parser);
    node->While.body = parse_block(parser, "'while' statement", node->position.line);
    node->While.orelse = parse_else(parser);
    return parser_finish(parser, node);
}

/* The statements with `async` start at that word; `for` and the like is the next token. */
static Node *parse_for(Parser *parser, Position start, bool is_async) {
    Node *node = parser_node_at(parser, is_async ? NODE_ASYNC_FOR : NODE_FOR, start);
    int32_t line = parser_place(parser).line;
    parser_advance(parser);
    node->For.target = parse_star_targets(parser, false);
    parser_expect(parser, TOKEN_IN);
    node->For.iter = parse_star_expressions(parser);
    parser_expect_colon(parser);
    node->For.body = parse_block(parser, "'for' statement", line);
    node->For.orelse = parse_else(parser);
    return parser_finish(parser, node);
}

/* --- with -------------------------------------------------------------------------------------------------
 */

static Node *parse_with_item(Parser *parser) {
    Node *node = parser_node(parser, NODE_WITHITEM);
    node->withitem.context_expr = parse_expression(parser);
    if (parser_accept(parser, TOKEN_AS)) {
        int start = parser->position;
        Node *target = parser_attempt(parser, parse_star_target);
        TokenKind next = target != NULL ? parser_peek(parser) : TOKEN_ERROR;
        if (next != TOKEN_COMMA && next != TOKEN_RIGHT_PAREN && next != TOKEN_COLON) {
            if (next == TOKEN_NEWLINE) {
                parser_expect_colon(parser);
            }
            parser_fix_furthest(parser);
            parser->position = start;
            Node *expression = parse_expression(parser);
            next = parser_peek(parser);
            if (next == TOKEN_COMMA || next == TOKEN_RIGHT_PAREN || next == TOKEN_COLON) {
                target_refuse(parser, expression, TARGET_ASSIGN);
            }
            parser_fail(parser);
        }
        node->withitem.optional_vars = target;
    }
    return parser_finish(parser, node);
}

/* ( item, item ): only if a colon follows; else the parentheses belong to the first expression. The With node
 * serves to carry the items. */
static Node *parse_parenthesized_items(Parser *parser) {
    Node *carrier = parser_node(parser, NODE_WITH);
    parser_expect(parser, TOKEN_LEFT_PAREN);
    int mark = parser_list_begin(parser);
    do {
        if (parser_peek(parser) == TOKEN_RIGHT_PAREN) {
            break;
        }
        parser_list_push(parser, parse_with_item(parser));
    } while (parser_accept(parser, TOKEN_COMMA));
    parser_expect(parser, TOKEN_RIGHT_PAREN);
    TokenKind next = parser_peek(parser);
    if (parser->scratch_count == mark || (next != TOKEN_COLON && next != TOKEN_NEWLINE)) {
        parser_fail(parser);
    }
    carrier->With.items = parser_list_take(parser, mark);
    return carrier;
}

static Node *parse_with(Parser *parser, Position start, bool is_async) {
    Node *node = parser_node_at(parser, is_async ? NODE_ASYNC_WITH : NODE_WITH, start);
    int32_t line = parser_place(parser).line;
    parser_advance(parser);
    Node *carrier = NULL;
    if (parser_peek(parser) == TOKEN_LEFT_PAREN) {
        carrier = parser_try_reading(parser, parse_parenthesized_items);
    }
    if (carrier != NULL) {
        node->With.items = carrier->With.items;
    } else {
        int mark = parser_list_begin(parser);
        do {
            parser_list_push(parser, parse_with_item(parser));
        } while (parser_accept(parser, TOKEN_COMMA));
        node->With.items = parser_list_take(parser, mark);
    }
    parser_expect_colon(parser);
    node->With.body = parse_block(parser, "'with' statement", line);
    return parser_finish(parser, node);
}

/* --- try --------------------------------------------------------------------------------------------------
 */

static void refuse_bare_types(Parser *parser, Node *first) {
    while (parser_accept(parser, TOKEN_COMMA)) {
        if (!parser_at_expression(parser) || parser_attempt(parser, parse_expression) == NULL) {
            break;
        }
    }
    if (parser_accept(parser, TOKEN_AS)) {
        parser_name(parser);
    }
    if (parser_peek(parser) == TOKEN_COLON) {
        Position colon = parser_last_place(parser);
        colon.end_column--; /* CPython's own slip */
        parser_raise(parser, parser_span(first->position, colon),
                     "multiple exception types must be parenthesized");
    }
    parser_fail(parser);
}

/* An except clause; `*header` is set to the place of `except` or `except*`. */
static Node *parse_handler(Parser *parser, bool *is_star, Position *header) {
    Node *node = parser_node(parser, NODE_EXCEPT_HANDLER);
    *header = parser_place(parser);
    parser_advance(parser);
    Position star = parser_place(parser);
    *is_star = parser_accept(parser, TOKEN_STAR);
    if (*is_star) {
        *header = parser_span(*header, star);
    }
    if (*is_star && (parser_peek(parser) == TOKEN_COLON || parser_peek(parser) == TOKEN_NEWLINE)) {
        parser_raise(parser, parser_last_place(parser), "expected one or more exception types");
    }
    if (parser_peek(parser) != TOKEN_COLON && parser_peek(parser) != TOKEN_NEWLINE) {
        node->ExceptHandler.type = parse_expression(parser);
        if (parser_peek(parser) == TOKEN_COMMA) {
            refuse_bare_types(parser, node->ExceptHandler.type);
        }
        if (parser_accept(parser, TOKEN_AS)) {
            node->ExceptHandler.name = parser_name(parser);
        }
    }
    parser_expect_colon(parser);
    node->ExceptHandler.body =
        parse_block(parser, *is_star ? "'except*' statement" : "'except' statement", node->position.line);
    return parser_finish(parser, node);
}

static Node *parse_try(Parser *parser) {
    Position start = parser_place(parser);
    parser_advance(parser);
    parser_expect_forced(parser, TOKEN_COLON);
    NodeList body = parse_block(parser, "'try' statement", start.line);
    int mark = parser_list_begin(parser);
    bool has_star = false;
    while (parser_peek(parser) == TOKEN_EXCEPT) {
        bool is_star;
        Position header;
        Node *handler = parse_handler(parser, &is_star, &header);
        if (parser->scratch_count > mark && is_star != has_star) {
            parser_raise(parser, header, "cannot have both 'except' and 'except*' on the same 'try'");
        }
        has_star = is_star;
        parser_list_push(parser, handler);
    }
    Node *node = parser_node_at(parser, has_star ? NODE_TRY_STAR : NODE_TRY, start);
    node->Try.body = body;
    node->Try.handlers = parser_list_take(parser, mark);
    if (node->Try.handlers.count > 0) {
        node->Try.orelse = parse_else(parser);
    }
    Position finally = parser_place(parser);
    if (parser_accept(parser, TOKEN_FINALLY)) {
        parser_expect_forced(parser, TOKEN_COLON);
        node->Try.finalbody = parse_block(parser, "'finally' statement", finally.line);
    } else if (node->Try.handlers.count == 0) {
        parser_raise(parser, parser_last_place(parser), "expected 'except' or 'finally' block");
    }
    return parser_finish(parser, node);
}

/* --- Definitions ------------------------------------------------------------------------------------------
 */

/* What stands after ->. If it is no expression then the arrow stands where a colon should: CPython sees it
 * so. */
static Node *parse_returns(Parser *parser) {
    parser_advance(parser);
    return parse_expression(parser);
}

static Node *parse_function(Parser *parser, Position start, bool is_async, NodeList decorators) {
    Node *node = parser_node_at(parser, is_async ? NODE_ASYNC_FUNCTION_DEF : NODE_FUNCTION_DEF, start);
    int32_t line = parser_place(parser).line;
    parser_advance(parser);
    node->FunctionDef.decorator_list = decorators;
    node->FunctionDef.name = parser_name(parser);
    node->FunctionDef.type_params = parse_type_parameters(parser);
    parser_expect_forced(parser, TOKEN_LEFT_PAREN);
    node->FunctionDef.args = parse_parameters(parser, TOKEN_RIGHT_PAREN);
    parser_expect(parser, TOKEN_RIGHT_PAREN);
    if (parser_peek(parser) == TOKEN_ARROW) {
        node->FunctionDef.returns = parser_speculate(parser, parse_returns);
    }
    parser_expect_forced(parser, TOKEN_COLON);
    node->FunctionDef.body = parse_block(parser, "function definition", line);
    return parser_finish(parser, node);
}

static Node *parse_class(Parser *parser, NodeList decorators) {
    Node *node = parser_node(parser, NODE_CLASS_DEF);
    parser_advance(parser);
    node->ClassDef.decorator_list = decorators;
    node->ClassDef.name = parser_name(parser);
    node->ClassDef.type_params = parse_type_parameters(parser);
    Position open = parser_place(parser);
    if (parser_accept(parser, TOKEN_LEFT_PAREN)) {
        parse_arguments(parser, &node->ClassDef.bases, &node->ClassDef.keywords, false, open);
    }
    parser_expect_colon(parser);
    node->ClassDef.body = parse_block(parser, "class definition", node->position.line);
    return parser_finish(parser, node);
}

static Node *parse_async(Parser *parser, NodeList decorators) {
    Position start = parser_place(parser);
    parser_advance(parser);
    switch (parser_peek(parser)) {
    case TOKEN_DEF: return parse_function(parser, start, true, decorators);
    case TOKEN_FOR:
        if (decorators.count == 0) {
            return parse_for(parser, start, true);
        }
        break;
    case TOKEN_WITH:
        if (decorators.count == 0) {
            return parse_with(parser, start, true);
        }
        break;
    default: break;
    }
    parser_fail(parser);
}

static Node *parse_decorated(Parser *parser) {
    int mark = parser_list_begin(parser);
    while (parser_accept(parser, TOKEN_AT)) {
        parser_list_push(parser, parse_named_expression(parser));
        parser_expect(parser, TOKEN_NEWLINE);
    }
    NodeList decorators = parser_list_take(parser, mark);
    switch (parser_peek(parser)) {
    case TOKEN_DEF: return parse_function(parser, parser_place(parser), false, decorators);
    case TOKEN_CLASS: return parse_class(parser, decorators);
    case TOKEN_ASYNC: return parse_async(parser, decorators);
    default: parser_fail(parser);
    }
}

Node *parse_compound_statement(Parser *parser) {
    Position start = parser_place(parser);
    switch (parser_peek(parser)) {
    case TOKEN_IF: return parse_if(parser);
    case TOKEN_WHILE: return parse_while(parser);
    case TOKEN_FOR: return parse_for(parser, start, false);
    case TOKEN_WITH: return parse_with(parser, start, false);
    case TOKEN_TRY: return parse_try(parser);
    case TOKEN_DEF: return parse_function(parser, start, false, (NodeList){0});
    case TOKEN_CLASS: return parse_class(parser, (NodeList){0});
    case TOKEN_ASYNC: return parse_async(parser, (NodeList){0});
    case TOKEN_AT: return parse_decorated(parser);
    case TOKEN_NAME: return parser_at_soft_keyword(parser, "match") ? parse_match(parser) : NULL;
    default: return NULL;
    }
}
