/* The match statement and its patterns. `match`, `case` and `_` are ordinary names elsewhere. */
#include "parser/parser_internal.h"

static Node *parse_pattern(Parser *parser);
static Node *parse_closed_pattern(Parser *parser);

static bool is_wildcard(const Text *name) {
    return name->length == 1 && name->chars[0] == '_';
}

/* A name, or NULL for `_`. */
static const Text *parse_capture_name(Parser *parser) {
    const Text *name = parser_name(parser);
    return is_wildcard(name) ? NULL : name;
}

static Node *parse_star_pattern(Parser *parser) {
    Node *node = parser_node(parser, NODE_MATCH_STAR);
    parser_expect(parser, TOKEN_STAR);
    node->MatchStar.name = parse_capture_name(parser);
    return parser_finish(parser, node);
}

static Node *parse_maybe_star_pattern(Parser *parser) {
    return parser_peek(parser) == TOKEN_STAR ? parse_star_pattern(parser) : parse_pattern(parser);
}

/* a.b.c */
static Node *parse_dotted_value(Parser *parser) {
    Node *value = parser_node(parser, NODE_NAME);
    value->Name.id = parser_name(parser);
    parser_finish(parser, value);
    while (parser_peek(parser) == TOKEN_DOT) {
        Node *attribute = parser_node_at(parser, NODE_ATTRIBUTE, value->position);
        parser_advance(parser);
        attribute->Attribute.value = value;
        attribute->Attribute.attr = parser_name(parser);
        value = parser_finish(parser, attribute);
    }
    return value;
}

/* A number, perhaps with a minus. */
static Node *parse_real_number(Parser *parser) {
    if (parser_peek(parser) != TOKEN_MINUS) {
        return parse_number_or_constant(parser);
    }
    Node *node = parser_node(parser, NODE_UNARY_OP);
    parser_advance(parser);
    if (parser_peek(parser) != TOKEN_NUMBER) {
        parser_fail(parser);
    }
    node->UnaryOp.op = UNARY_SUB;
    node->UnaryOp.operand = parse_number_or_constant(parser);
    return parser_finish(parser, node);
}

/* In a pattern a + b can only be a complex number, and there are none. */
static Node *parse_signed_number(Parser *parser) {
    Node *number = parse_real_number(parser);
    if (parser_peek(parser) == TOKEN_PLUS || parser_peek(parser) == TOKEN_MINUS) {
        parser_advance(parser);
        if (parser_peek(parser) == TOKEN_NUMBER) {
            parser_raise(parser, parser_place(parser), "imaginary number required in complex literal");
        }
        parser_fail(parser);
    }
    return number;
}

static Node *parse_value_pattern(Parser *parser, ParseFunction *parse_value) {
    Node *node = parser_node(parser, NODE_MATCH_VALUE);
    node->MatchValue.value = parse_value(parser);
    return parser_finish(parser, node);
}

static Node *parse_singleton(Parser *parser) {
    Node *node = parser_node(parser, NODE_MATCH_SINGLETON);
    node->MatchSingleton.value = parse_number_or_constant(parser)->Constant.value;
    return parser_finish(parser, node);
}

/* The patterns of a sequence up to `close`, which is passed over. */
static Node *parse_sequence(Parser *parser, Position open, TokenKind close) {
    Node *node = parser_node_at(parser, NODE_MATCH_SEQUENCE, open);
    int mark = parser_list_begin(parser);
    while (parser_peek(parser) != close) {
        parser_list_push(parser, parse_maybe_star_pattern(parser));
        if (!parser_accept(parser, TOKEN_COMMA)) {
            break;
        }
    }
    node->MatchSequence.patterns = parser_list_take(parser, mark);
    parser_expect(parser, close);
    return parser_finish(parser, node);
}

/* ( pattern ) is that pattern; with a comma, or nothing in it, a sequence. */
static Node *parse_group_or_sequence(Parser *parser) {
    Position open = parser_place(parser);
    parser_advance(parser);
    if (parser_peek(parser) == TOKEN_RIGHT_PAREN) {
        return parse_sequence(parser, open, TOKEN_RIGHT_PAREN);
    }
    int mark = parser_list_begin(parser);
    Node *first = parse_maybe_star_pattern(parser);
    if (parser_peek(parser) == TOKEN_RIGHT_PAREN && first->kind != NODE_MATCH_STAR) {
        parser_advance(parser);
        return first;
    }
    parser_list_push(parser, first);
    parser_expect(parser, TOKEN_COMMA);
    while (parser_peek(parser) != TOKEN_RIGHT_PAREN) {
        parser_list_push(parser, parse_maybe_star_pattern(parser));
        if (!parser_accept(parser, TOKEN_COMMA)) {
            break;
        }
    }
    Node *node = parser_node_at(parser, NODE_MATCH_SEQUENCE, open);
    node->MatchSequence.patterns = parser_list_take(parser, mark);
    parser_expect(parser, TOKEN_RIGHT_PAREN);
    return parser_finish(parser, node);
}

static Node *parse_mapping_key(Parser *parser) {
    switch (parser_peek(parser)) {
    case TOKEN_STRING:
    case TOKEN_FSTRING_START: return parse_strings(parser);
    case TOKEN_NAME: {
        Node *value = parse_dotted_value(parser);
        if (value->kind != NODE_ATTRIBUTE) {
            parser_fail(parser);
        }
        return value;
    }
    default: return parse_signed_number(parser);
    }
}

static Node *parse_mapping(Parser *parser) {
    Node *node = parser_node(parser, NODE_MATCH_MAPPING);
    parser_advance(parser);
    int mark = parser_list_begin(parser);
    while (parser_peek(parser) != TOKEN_RIGHT_BRACE) {
        if (parser_accept(parser, TOKEN_DOUBLE_STAR)) {
            node->MatchMapping.rest = parser_name(parser);
            if (is_wildcard(node->MatchMapping.rest)) {
                parser_fail(parser);
            }
            parser_accept(parser, TOKEN_COMMA);
            break;
        }
        parser_list_push(parser, parse_mapping_key(parser));
        parser_expect(parser, TOKEN_COLON);
        parser_list_push(parser, parse_pattern(parser));
        if (!parser_accept(parser, TOKEN_COMMA)) {
            break;
        }
    }
    parser_expect(parser, TOKEN_RIGHT_BRACE);
    NodeList pairs = parser_list_take(parser, mark);
    for (int32_t i = 0; i < pairs.count; i += 2) {
        parser_list_push(parser, pairs.items[i]);
    }
    node->MatchMapping.keys = parser_list_take(parser, mark);
    for (int32_t i = 1; i < pairs.count; i += 2) {
        parser_list_push(parser, pairs.items[i]);
    }
    node->MatchMapping.patterns = parser_list_take(parser, mark);
    return parser_finish(parser, node);
}

static void refuse_late_positionals(Parser *parser) {
    Node *first = parse_pattern(parser), *last = first;
    while (parser_accept(parser, TOKEN_COMMA) &&
           !(parser_peek(parser) == TOKEN_NAME && parser_peek_second(parser) == TOKEN_EQUAL)) {
        Node *next = parser_attempt(parser, parse_pattern);
        if (next == NULL) {
            break;
        }
        last = next;
    }
    parser_raise(parser, parser_span(first->position, last->position),
                 "positional patterns follow keyword patterns");
}

/* After C( ... : positional patterns, then keyword ones. A keyword's name waits in an arg node. */
static Node *parse_class_pattern(Parser *parser, Node *cls) {
    Node *node = parser_node_at(parser, NODE_MATCH_CLASS, cls->position);
    parser_advance(parser);
    int mark = parser_list_begin(parser);
    int positional_count = 0;
    while (parser_peek(parser) != TOKEN_RIGHT_PAREN) {
        bool is_keyword = parser_peek(parser) == TOKEN_NAME && parser_peek_second(parser) == TOKEN_EQUAL;
        if (is_keyword) {
            Node *name = parser_node(parser, NODE_ARG);
            name->arg.arg = parser_name(parser);
            parser_advance(parser);
            parser_list_push(parser, name);
            parser_list_push(parser, parse_pattern(parser));
        } else if (parser->scratch_count > mark + positional_count) {
            refuse_late_positionals(parser);
        } else {
            parser_list_push(parser, parse_pattern(parser));
            positional_count++;
        }
        if (!parser_accept(parser, TOKEN_COMMA)) {
            break;
        }
    }
    parser_expect(parser, TOKEN_RIGHT_PAREN);
    NodeList all = parser_list_take(parser, mark);
    int32_t keyword_count = (all.count - positional_count) / 2;
    const Text **names = arena_allocate(parser->arena, (size_t)keyword_count * sizeof *names);
    for (int32_t i = 0; i < positional_count; i++) {
        parser_list_push(parser, all.items[i]);
    }
    node->MatchClass.patterns = parser_list_take(parser, mark);
    for (int32_t i = 0; i < keyword_count; i++) {
        names[i] = all.items[positional_count + 2 * i]->arg.arg;
        parser_list_push(parser, all.items[positional_count + 2 * i + 1]);
    }
    node->MatchClass.kwd_patterns = parser_list_take(parser, mark);
    node->MatchClass.kwd_attrs = (TextList){names, keyword_count};
    node->MatchClass.cls = cls;
    return parser_finish(parser, node);
}

static Node *parse_name_pattern(Parser *parser) {
    Node *value = parse_dotted_value(parser);
    if (parser_peek(parser) == TOKEN_LEFT_PAREN) {
        return parse_class_pattern(parser, value);
    }
    if (value->kind == NODE_ATTRIBUTE) {
        Node *node = parser_node_at(parser, NODE_MATCH_VALUE, value->position);
        node->MatchValue.value = value;
        return parser_finish(parser, node);
    }
    if (parser_peek(parser) == TOKEN_EQUAL) {
        parser_fail(parser);
    }
    Node *node = parser_node_at(parser, NODE_MATCH_AS, value->position);
    node->MatchAs.name = is_wildcard(value->Name.id) ? NULL : value->Name.id;
    return parser_finish(parser, node);
}

static Node *parse_closed_pattern(Parser *parser) {
    switch (parser_peek(parser)) {
    case TOKEN_NUMBER:
    case TOKEN_MINUS: return parse_value_pattern(parser, parse_signed_number);
    case TOKEN_STRING:
    case TOKEN_FSTRING_START: {
        Node *pattern = parse_value_pattern(parser, parse_strings);
        if (pattern->MatchValue.value->kind == NODE_JOINED_STR) {
            parser_raise(parser, pattern->position, "patterns may only match literals and attribute lookups");
        }
        return pattern;
    }
    case TOKEN_NONE:
    case TOKEN_TRUE:
    case TOKEN_FALSE: return parse_singleton(parser);
    case TOKEN_NAME: return parse_name_pattern(parser);
    case TOKEN_LEFT_PAREN: return parse_group_or_sequence(parser);
    case TOKEN_LEFT_BRACKET: {
        Position open = parser_place(parser);
        parser_advance(parser);
        return parse_sequence(parser, open, TOKEN_RIGHT_BRACKET);
    }
    case TOKEN_LEFT_BRACE: return parse_mapping(parser);
    default: parser_fail(parser);
    }
}

static Node *parse_or_pattern(Parser *parser) {
    Position start = parser_place(parser);
    Node *first = parse_closed_pattern(parser);
    if (parser_peek(parser) != TOKEN_PIPE) {
        return first;
    }
    Node *node = parser_node_at(parser, NODE_MATCH_OR, start);
    int mark = parser_list_begin(parser);
    parser_list_push(parser, first);
    while (parser_accept(parser, TOKEN_PIPE)) {
        parser_list_push(parser, parse_closed_pattern(parser));
    }
    node->MatchOr.patterns = parser_list_take(parser, mark);
    return parser_finish(parser, node);
}

static Node *parse_pattern(Parser *parser) {
    parser_enter(parser);
    Position start = parser_place(parser);
    Node *pattern = parse_or_pattern(parser);
    if (parser_peek(parser) == TOKEN_AS) {
        Node *node = parser_node_at(parser, NODE_MATCH_AS, start);
        parser_advance(parser);
        if (parser_at_soft_keyword(parser, "_")) {
            parser_raise(parser, parser_place(parser), "cannot use '_' as a target");
        }
        if (parser_peek(parser) != TOKEN_NAME) {
            Node *expression = parser_attempt(parser, parse_expression);
            if (expression != NULL) {
                parser_raise(parser, expression->position, "invalid pattern target");
            }
            parser_fail(parser);
        }
        node->MatchAs.pattern = pattern;
        node->MatchAs.name = parser_name(parser);
        pattern = parser_finish(parser, node);
    }
    parser->depth--;
    return pattern;
}

/* The pattern of a case: a bare sequence needs no brackets here. */
static Node *parse_case_pattern(Parser *parser) {
    Position start = parser_place(parser);
    Node *first = parse_maybe_star_pattern(parser);
    if (parser_peek(parser) != TOKEN_COMMA && first->kind != NODE_MATCH_STAR) {
        return first;
    }
    Node *node = parser_node_at(parser, NODE_MATCH_SEQUENCE, start);
    int mark = parser_list_begin(parser);
    parser_list_push(parser, first);
    parser_expect(parser, TOKEN_COMMA);
    while (parser_peek(parser) != TOKEN_COLON && parser_peek(parser) != TOKEN_IF) {
        parser_list_push(parser, parse_maybe_star_pattern(parser));
        if (!parser_accept(parser, TOKEN_COMMA)) {
            break;
        }
    }
    node->MatchSequence.patterns = parser_list_take(parser, mark);
    return parser_finish(parser, node);
}

static Node *parse_case(Parser *parser) {
    Node *node = parser_node(parser, NODE_MATCH_CASE);
    int32_t line = node->position.line;
    parser_advance(parser);
    node->match_case.pattern = parse_case_pattern(parser);
    if (parser_accept(parser, TOKEN_IF)) {
        node->match_case.guard = parse_named_expression(parser);
    }
    parser_expect_colon(parser);
    node->match_case.body = parse_block(parser, "'case' statement", line);
    return parser_finish(parser, node);
}

/* `match` subject, where the subject may be a bare tuple: `match a, b:` */
static Node *parse_subject(Parser *parser) {
    Node *subject = parse_star_named_expressions(parser);
    if (subject->kind == NODE_STARRED) {
        parser_fail(parser);
    }
    return subject;
}

/* The header of a match statement, if this is one: `match` may as well be a variable. */
static Node *parse_match_header(Parser *parser) {
    Node *node = parser_node(parser, NODE_MATCH);
    parser_advance(parser);
    node->Match.subject = parse_subject(parser);
    parser_expect_colon(parser);
    parser_expect(parser, TOKEN_NEWLINE);
    parser->position--; /* the caller checks what follows */
    return node;
}

Node *parse_match(Parser *parser) {
    switch (parser_peek_second(parser)) {
    case TOKEN_EQUAL:
    case TOKEN_DOT:
    case TOKEN_COMMA:
    case TOKEN_COLON:
    case TOKEN_NEWLINE: return NULL; /* an ordinary use of the name: no need to try */
    default: break;
    }
    Node *node = parser_try_reading(parser, parse_match_header);
    if (node == NULL) {
        return NULL;
    }
    parser_advance(parser);
    if (parser_peek(parser) != TOKEN_INDENT) {
        parser_raise_kind(parser, ERROR_INDENTATION, parser_place(parser),
                          "expected an indented block after 'match' statement on line %d",
                          node->position.line);
    }
    parser_advance(parser);
    parser_enter(parser);
    int mark = parser_list_begin(parser);
    while (parser_at_soft_keyword(parser, "case")) {
        parser_list_push(parser, parse_case(parser));
    }
    parser->depth--;
    if (parser->scratch_count == mark) {
        parser_fail(parser);
    }
    node->Match.cases = parser_list_take(parser, mark);
    parser_expect(parser, TOKEN_DEDENT);
    return parser_finish(parser, node);
}
