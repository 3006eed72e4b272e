/* Atoms: names, constants, and all that stands in brackets (displays and comprehensions included). */
#include "parser/parser_internal.h"

#include "lexer/number_literal.h"

Node *parser_constant(Parser *parser, Position start, ConstantValue value) {
    Node *node = parser_node_at(parser, NODE_CONSTANT, start);
    node->Constant.value = value;
    return parser_finish(parser, node);
}

enum { MAX_DECIMAL_DIGITS = 4300 };

static ConstantValue number_constant(Parser *parser) {
    const Token *token = parser_token(parser);
    NumberValue value =
        number_literal_value(parser->arena, parser->source->text + token->start, token->end - token->start);
    switch (value.kind) {
    case NUMBER_FLOAT: return (ConstantValue){CONSTANT_FLOAT, {.real = value.real}};
    case NUMBER_INT: return (ConstantValue){CONSTANT_INT, {.integer = value.integer}};
    default: break;
    }
    if (value.base == 10 && value.digits->length > MAX_DECIMAL_DIGITS) {
        Position place = parser_place(parser);
        place.end_line = place.line;
        place.end_column = place.column;
        parser_raise(
            parser, place,
            "Exceeds the limit (%d digits) for integer string conversion: value has %u digits; use "
            "sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer "
            "literals to avoid decimal conversion limits.",
            MAX_DECIMAL_DIGITS, value.digits->length);
    }
    return (ConstantValue){CONSTANT_BIG_INT, {.big = {value.digits, value.base}}};
}

Node *parse_number_or_constant(Parser *parser) {
    Position start = parser_place(parser);
    ConstantValue value;
    switch (parser_peek(parser)) {
    case TOKEN_NUMBER: value = number_constant(parser); break;
    case TOKEN_NONE: value = (ConstantValue){.kind = CONSTANT_NONE}; break;
    case TOKEN_TRUE: value = (ConstantValue){.kind = CONSTANT_TRUE}; break;
    case TOKEN_FALSE: value = (ConstantValue){.kind = CONSTANT_FALSE}; break;
    case TOKEN_ELLIPSIS: value = (ConstantValue){.kind = CONSTANT_ELLIPSIS}; break;
    default: parser_fail(parser);
    }
    parser_advance(parser);
    return parser_constant(parser, start, value);
}

bool parser_at_comprehension(Parser *parser) {
    TokenKind next = parser_peek(parser);
    return next == TOKEN_FOR || (next == TOKEN_ASYNC && parser_peek_second(parser) == TOKEN_FOR);
}

NodeList parse_comprehension_clauses(Parser *parser) {
    int mark = parser_list_begin(parser);
    while (parser_at_comprehension(parser)) {
        Node *clause = parser_node(parser, NODE_COMPREHENSION);
        clause->comprehension.is_async = parser_accept(parser, TOKEN_ASYNC);
        parser_advance(parser);
        clause->comprehension.target = parse_star_targets(parser, true);
        parser_expect(parser, TOKEN_IN);
        clause->comprehension.iter = parse_disjunction(parser);
        int conditions = parser_list_begin(parser);
        while (parser_accept(parser, TOKEN_IF)) {
            parser_list_push(parser, parse_disjunction(parser));
        }
        clause->comprehension.ifs = parser_list_take(parser, conditions);
        parser_list_push(parser, parser_finish(parser, clause));
    }
    return parser_list_take(parser, mark);
}

/* A comprehension of `kind` over `element`; its closing bracket is passed over. */
static Node *parse_comprehension(Parser *parser, NodeKind kind, Position open, Node *element,
                                 TokenKind close) {
    if (element->kind == NODE_STARRED) {
        parser_raise(parser, element->position, "iterable unpacking cannot be used in comprehension");
    }
    Node *node = parser_node_at(parser, kind, open);
    node->ListComp.elt = element;
    node->ListComp.generators = parse_comprehension_clauses(parser);
    parser_expect(parser, close);
    return parser_finish(parser, node);
}

/* [a, b for ...]: the tuple wants parentheses. */
static void refuse_bare_tuple(Parser *parser, int mark, Position last) {
    if (parser_at_comprehension(parser) && parser->scratch_count > mark) {
        parser_fix_furthest(parser);
        parse_comprehension_clauses(parser);
        parser_raise(parser, parser_span(parser->scratch[mark]->position, last),
                     "did you forget parentheses around the comprehension target?");
    }
}

/* The elements of a list, set or tuple after the first, which is pushed already; stops before the closing
 * bracket. */
static void parse_more_elements(Parser *parser, int mark, TokenKind close) {
    while (parser_peek(parser) == TOKEN_COMMA) {
        Position comma = parser_place(parser);
        parser_advance(parser);
        if (parser_peek(parser) == close) {
            break;
        }
        if (close != TOKEN_RIGHT_PAREN && parser->scratch_count == mark + 1) {
            refuse_bare_tuple(parser, mark, comma);
        }
        Node *element = parse_star_named_expression(parser);
        parser_list_push(parser, element);
    }
    if (close != TOKEN_RIGHT_PAREN && parser->scratch_count > mark + 1) {
        refuse_bare_tuple(parser, mark, parser->scratch[parser->scratch_count - 1]->position);
    }
}

static Node *parse_list(Parser *parser) {
    Position open = parser_place(parser);
    parser_advance(parser);
    int mark = parser_list_begin(parser);
    if (parser_peek(parser) != TOKEN_RIGHT_BRACKET) {
        Node *first = parse_star_named_expression(parser);
        if (parser_at_comprehension(parser)) {
            return parse_comprehension(parser, NODE_LIST_COMP, open, first, TOKEN_RIGHT_BRACKET);
        }
        parser_list_push(parser, first);
        parse_more_elements(parser, mark, TOKEN_RIGHT_BRACKET);
    }
    Node *node = parser_node_at(parser, NODE_LIST, open);
    node->List.elts = parser_list_take(parser, mark);
    parser_expect(parser, TOKEN_RIGHT_BRACKET);
    return parser_finish(parser, node);
}

/* A tuple, a group, or a generator expression. */
static Node *parse_parenthesized(Parser *parser) {
    Position open = parser_place(parser);
    parser_advance(parser);
    int mark = parser_list_begin(parser);
    if (parser_peek(parser) != TOKEN_RIGHT_PAREN) {
        if (parser_peek(parser) == TOKEN_YIELD) {
            Node *yield = parse_yield(parser);
            parser_expect(parser, TOKEN_RIGHT_PAREN);
            return yield;
        }
        if (parser_peek(parser) == TOKEN_DOUBLE_STAR) {
            Position stars = parser_place(parser);
            parser_fix_furthest(parser);
            parser_advance(parser);
            if (parser_attempt(parser, parse_expression) != NULL &&
                parser_peek(parser) == TOKEN_RIGHT_PAREN) {
                parser_raise(parser, stars, "cannot use double starred expression here");
            }
            parser_fail(parser);
        }
        Node *first = parse_star_named_expression(parser);
        if (parser_at_comprehension(parser)) {
            return parse_comprehension(parser, NODE_GENERATOR_EXP, open, first, TOKEN_RIGHT_PAREN);
        }
        if (parser_peek(parser) != TOKEN_COMMA) {
            if (first->kind == NODE_STARRED && parser_peek(parser) == TOKEN_RIGHT_PAREN) {
                parser_raise(parser, first->position, "cannot use starred expression here");
            }
            parser_expect(parser, TOKEN_RIGHT_PAREN);
            return first;
        }
        parser_list_push(parser, first);
        parse_more_elements(parser, mark, TOKEN_RIGHT_PAREN);
    }
    Node *node = parser_node_at(parser, NODE_TUPLE, open);
    node->Tuple.elts = parser_list_take(parser, mark);
    parser_expect(parser, TOKEN_RIGHT_PAREN);
    return parser_finish(parser, node);
}

/* The value of a dict's item, after the key. */
static Node *parse_dict_value(Parser *parser, Node *key) {
    if (parser_peek(parser) != TOKEN_COLON) {
        Position after = key->position;
        after.line = after.end_line;
        after.column = after.end_column = after.end_column - 1;
        parser_raise(parser, after, "':' expected after dictionary key");
    }
    Position colon = parser_place(parser);
    parser_advance(parser);
    Position star = parser_place(parser);
    switch (parser_peek(parser)) {
    case TOKEN_RIGHT_BRACE:
    case TOKEN_COMMA: parser_raise(parser, colon, "expression expected after dictionary key and ':'");
    case TOKEN_STAR:
        parser_advance(parser);
        if (parser_attempt(parser, parse_bitwise_or) != NULL) {
            Position last = parser_last_place(parser);
            last.end_column--; /* CPython's own slip */
            parser_raise(parser, parser_span(star, last),
                         "cannot use a starred expression in a dictionary value");
        }
        parser_fail(parser);
    default: return parse_expression(parser);
    }
}

/* The items of a dict from the first comma on; keys[i] and values[i] are pushed by turns. */
static Node *parse_dict_items(Parser *parser, Position open, int mark) {
    while (parser_accept(parser, TOKEN_COMMA) && parser_peek(parser) != TOKEN_RIGHT_BRACE) {
        if (parser_accept(parser, TOKEN_DOUBLE_STAR)) {
            parser_list_push(parser, NULL);
            parser_list_push(parser, parse_bitwise_or(parser));
        } else {
            parser->is_dict_key = true;
            Node *key = parse_expression(parser);
            parser_list_push(parser, key);
            Node *value = parse_dict_value(parser, key);
            parser_list_push(parser, value);
        }
    }
    Node *node = parser_node_at(parser, NODE_DICT, open);
    NodeList pairs = parser_list_take(parser, mark);
    int32_t count = pairs.count / 2;
    for (int32_t i = 0; i < count; i++) {
        parser_list_push(parser, pairs.items[2 * i]);
    }
    node->Dict.keys = parser_list_take(parser, mark);
    for (int32_t i = 0; i < count; i++) {
        parser_list_push(parser, pairs.items[2 * i + 1]);
    }
    node->Dict.values = parser_list_take(parser, mark);
    parser_expect(parser, TOKEN_RIGHT_BRACE);
    return parser_finish(parser, node);
}

static Node *parse_dict_comprehension(Parser *parser, Position open, Node *key, Node *value) {
    Node *node = parser_node_at(parser, NODE_DICT_COMP, open);
    node->DictComp.key = key;
    node->DictComp.value = value;
    node->DictComp.generators = parse_comprehension_clauses(parser);
    parser_expect(parser, TOKEN_RIGHT_BRACE);
    return parser_finish(parser, node);
}

static Node *parse_dict_or_set(Parser *parser) {
    Position open = parser_place(parser);
    parser_advance(parser);
    int mark = parser_list_begin(parser);
    if (parser_peek(parser) == TOKEN_RIGHT_BRACE) {
        return parse_dict_items(parser, open, mark);
    }
    if (parser_peek(parser) == TOKEN_DOUBLE_STAR) {
        Position stars = parser_place(parser);
        parser_advance(parser);
        parser_list_push(parser, NULL);
        parser_list_push(parser, parse_bitwise_or(parser));
        if (parser_at_comprehension(parser)) {
            parser_raise(parser, stars, "dict unpacking cannot be used in dict comprehension");
        }
        return parse_dict_items(parser, open, mark);
    }
    Node *first = parse_star_named_expression(parser);
    if (parser_peek(parser) == TOKEN_COLON && first->kind != NODE_STARRED &&
        !parser_is_bare_walrus(parser, first)) {
        Node *value = parse_dict_value(parser, first);
        if (parser_at_comprehension(parser)) {
            return parse_dict_comprehension(parser, open, first, value);
        }
        parser_list_push(parser, first);
        parser_list_push(parser, value);
        return parse_dict_items(parser, open, mark);
    }
    if (parser_at_comprehension(parser)) {
        return parse_comprehension(parser, NODE_SET_COMP, open, first, TOKEN_RIGHT_BRACE);
    }
    parser_list_push(parser, first);
    parse_more_elements(parser, mark, TOKEN_RIGHT_BRACE);
    Node *node = parser_node_at(parser, NODE_SET, open);
    node->Set.elts = parser_list_take(parser, mark);
    parser_expect(parser, TOKEN_RIGHT_BRACE);
    return parser_finish(parser, node);
}

Node *parse_atom(Parser *parser) {
    switch (parser_peek(parser)) {
    case TOKEN_NAME: {
        Node *node = parser_node(parser, NODE_NAME);
        node->Name.id = parser_name(parser);
        return parser_finish(parser, node);
    }
    case TOKEN_STRING:
    case TOKEN_FSTRING_START: return parse_strings(parser);
    case TOKEN_LEFT_PAREN: return parse_parenthesized(parser);
    case TOKEN_LEFT_BRACKET: return parse_list(parser);
    case TOKEN_LEFT_BRACE: return parse_dict_or_set(parser);
    default: return parse_number_or_constant(parser);
    }
}
