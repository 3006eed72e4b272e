/* Type parameters of definitions, and the `type` statement. */
#include "parser/parser_internal.h"

/* A variadic parameter has neither bound nor constraints. */
static void refuse_bound(Parser *parser, const char *kind) {
    Position colon = parser_place(parser);
    parser_fix_furthest(parser);
    parser_advance(parser);
    Node *bound = parse_expression(parser);
    parser_raise(parser, parser_span(colon, bound->position), "cannot use %s with %s",
                 bound->kind == NODE_TUPLE ? "constraints" : "bound", kind);
}

/* T, T: bound, T = default, *Ts, **P */
static Node *parse_type_parameter(Parser *parser) {
    Node *node;
    Position start = parser_place(parser);
    if (parser_accept(parser, TOKEN_STAR)) {
        node = parser_node_at(parser, NODE_TYPE_VAR_TUPLE, start);
    } else if (parser_accept(parser, TOKEN_DOUBLE_STAR)) {
        node = parser_node_at(parser, NODE_PARAM_SPEC, start);
    } else {
        node = parser_node_at(parser, NODE_TYPE_VAR, start);
    }
    node->TypeVar.name = parser_name(parser);
    if (parser_peek(parser) == TOKEN_COLON) {
        if (node->kind != NODE_TYPE_VAR) {
            refuse_bound(parser, ast_kind_name(node->kind));
        }
        parser_advance(parser);
        node->TypeVar.bound = parse_expression(parser);
    }
    if (parser_accept(parser, TOKEN_EQUAL)) {
        bool may_unpack = node->kind == NODE_TYPE_VAR_TUPLE && parser_peek(parser) == TOKEN_STAR;
        node->TypeVar.default_value = may_unpack ? parse_starred(parser) : parse_expression(parser);
    }
    return parser_finish(parser, node);
}

static Node *parse_list_of_parameters(Parser *parser) {
    parser_advance(parser);
    if (parser_peek(parser) == TOKEN_RIGHT_BRACKET) {
        Position place = parser_place(parser);
        place.end_column = place.column;
        parser_raise(parser, place, "Type parameter list cannot be empty");
    }
    Node *carrier = parser_node(parser, NODE_TYPE_ALIAS); /* of the list alone */
    int mark = parser_list_begin(parser);
    do {
        if (parser_peek(parser) == TOKEN_RIGHT_BRACKET) {
            break;
        }
        parser_list_push(parser, parse_type_parameter(parser));
    } while (parser_accept(parser, TOKEN_COMMA));
    carrier->TypeAlias.type_params = parser_list_take(parser, mark);
    parser_expect(parser, TOKEN_RIGHT_BRACKET);
    return carrier;
}

NodeList parse_type_parameters(Parser *parser) {
    if (parser_peek(parser) != TOKEN_LEFT_BRACKET) {
        return (NodeList){0};
    }
    Node *carrier = parser_attempt(parser, parse_list_of_parameters);
    return carrier != NULL ? carrier->TypeAlias.type_params : (NodeList){0};
}

Node *parse_type_alias(Parser *parser) {
    if (!parser_at_soft_keyword(parser, "type") || parser_peek_second(parser) != TOKEN_NAME) {
        return NULL;
    }
    Node *node = parser_node(parser, NODE_TYPE_ALIAS);
    parser_advance(parser);
    node->TypeAlias.name = parser_node(parser, NODE_NAME);
    node->TypeAlias.name->Name.id = parser_name(parser);
    node->TypeAlias.name->Name.ctx = CONTEXT_STORE;
    parser_finish(parser, node->TypeAlias.name);
    node->TypeAlias.type_params = parse_type_parameters(parser);
    parser_expect(parser, TOKEN_EQUAL);
    node->TypeAlias.value = parse_expression(parser);
    return parser_finish(parser, node);
}
