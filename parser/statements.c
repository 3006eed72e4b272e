/* Simple statements, those of one line. */
#include "parser/parser_internal.h"

/* --- Assignments and expressions --------------------------------------------------------------------------
 */

/* x: int = 1 */
static Node *parse_annotated(Parser *parser, Node *target, bool is_parenthesized) {
    if (target->kind != NODE_NAME && target->kind != NODE_ATTRIBUTE && target->kind != NODE_SUBSCRIPT) {
        diagnose_annotation(parser, target);
    }
    Node *node = parser_node_at(parser, NODE_ANN_ASSIGN, target->position);
    target_convert(target, CONTEXT_STORE);
    node->AnnAssign.target = target;
    node->AnnAssign.simple = target->kind == NODE_NAME && !is_parenthesized;
    parser_advance(parser);
    node->AnnAssign.annotation = parse_expression(parser);
    if (parser_accept(parser, TOKEN_EQUAL)) {
        node->AnnAssign.value = parse_yield_or_star_expressions(parser);
    }
    return node;
}

/* a = b = value; `first` has been read. */
static Node *parse_assignment(Parser *parser, Node *first, int start) {
    Node *node = parser_node_at(parser, NODE_ASSIGN, (Position){0});
    int mark = parser_list_begin(parser);
    Node *value = first;
    while (parser_peek(parser) == TOKEN_EQUAL) {
        if (!target_convert(value, CONTEXT_STORE)) {
            diagnose_assignment(parser, value, start);
        }
        parser_list_push(parser, value);
        parser_advance(parser);
        value = parse_yield_or_star_expressions(parser);
    }
    node->Assign.targets = parser_list_take(parser, mark);
    node->Assign.value = value;
    return node;
}

static Node *parse_augmented(Parser *parser, Node *target) {
    Node *node = parser_node_at(parser, NODE_AUG_ASSIGN, target->position);
    node->AugAssign.op = (Operator)(parser_peek(parser) - TOKEN_PLUS_EQUAL);
    parser_advance(parser);
    node->AugAssign.value = parse_yield_or_star_expressions(parser);
    if (target->kind != NODE_NAME && target->kind != NODE_ATTRIBUTE && target->kind != NODE_SUBSCRIPT) {
        if (target->kind == NODE_YIELD || target->kind == NODE_YIELD_FROM) {
            parser_fail(parser);
        }
        parser_raise(parser, target->position, "'%s' is an illegal expression for augmented assignment",
                     target_expression_name(target));
    }
    target_convert(target, CONTEXT_STORE);
    node->AugAssign.target = target;
    return node;
}

static Node *parse_expression_statement(Parser *parser) {
    int start = parser->position;
    const Token first = *parser_token(parser);
    Node *expression = parse_yield_or_star_expressions(parser);
    TokenKind next = parser_peek(parser);
    Node *node;
    if (next == TOKEN_EQUAL) {
        node = parse_assignment(parser, expression, start);
    } else if (next == TOKEN_COLON) {
        node = parse_annotated(parser, expression, first.kind == TOKEN_LEFT_PAREN);
    } else if (next >= TOKEN_PLUS_EQUAL && next < TOKEN_EQUAL) {
        node = parse_augmented(parser, expression);
    } else {
        node = parser_node_at(parser, NODE_EXPR, expression->position);
        node->Expr.value = expression;
    }
    node->position.line = first.line; /* parentheses included */
    node->position.column = first.column;
    return parser_finish(parser, node);
}

/* --- Keyword statements -----------------------------------------------------------------------------------
 */

static Node *parse_return(Parser *parser) {
    Node *node = parser_node(parser, NODE_RETURN);
    parser_advance(parser);
    if (parser_at_expression(parser) || parser_peek(parser) == TOKEN_STAR) {
        node->Return.value = parse_star_expressions(parser);
    }
    return parser_finish(parser, node);
}

static Node *parse_raise(Parser *parser) {
    Node *node = parser_node(parser, NODE_RAISE);
    parser_advance(parser);
    if (parser_at_expression(parser)) {
        node->Raise.exc = parse_expression(parser);
        if (parser_accept(parser, TOKEN_FROM)) {
            node->Raise.cause = parse_expression(parser);
        }
    }
    return parser_finish(parser, node);
}

static Node *parse_assert(Parser *parser) {
    Node *node = parser_node(parser, NODE_ASSERT);
    parser_advance(parser);
    node->Assert.test = parse_expression(parser);
    if (parser_accept(parser, TOKEN_COMMA)) {
        node->Assert.msg = parse_expression(parser);
    }
    return parser_finish(parser, node);
}

static Node *parse_delete(Parser *parser) {
    Node *node = parser_node(parser, NODE_DELETE);
    parser_advance(parser);
    int mark = parser_list_begin(parser);
    do {
        TokenKind next = parser_peek(parser);
        if (parser->scratch_count > mark && (next == TOKEN_NEWLINE || next == TOKEN_SEMICOLON)) {
            break;
        }
        Node *target = next == TOKEN_STAR ? parse_starred(parser) : parse_expression(parser);
        if (!target_convert(target, CONTEXT_DELETE)) {
            target_refuse(parser, target, TARGET_DELETE);
        }
        parser_list_push(parser, target);
    } while (parser_accept(parser, TOKEN_COMMA));
    node->Delete.targets = parser_list_take(parser, mark);
    return parser_finish(parser, node);
}

static Node *parse_scope_declaration(Parser *parser, NodeKind kind) {
    Node *node = parser_node(parser, kind);
    parser_advance(parser);
    int32_t count = 0, capacity = 4;
    const Text **names = arena_allocate(parser->arena, (size_t)capacity * sizeof *names);
    do {
        if (count == capacity) {
            const Text **more = arena_allocate(parser->arena, 2 * (size_t)capacity * sizeof *names);
            for (int32_t i = 0; i < count; i++) {
                more[i] = names[i];
            }
            names = more;
            capacity *= 2;
        }
        names[count++] = parser_name(parser);
    } while (parser_accept(parser, TOKEN_COMMA));
    node->Global.names = (TextList){names, count};
    return parser_finish(parser, node);
}

/* --- Imports ----------------------------------------------------------------------------------------------
 */

/* a.b.c as one text */
static const Text *parse_dotted_name(Parser *parser) {
    const Text *name = parser_name(parser);
    if (parser_peek(parser) != TOKEN_DOT) {
        return name;
    }
    size_t start = parser->buffer.length;
    byte_buffer_append(&parser->buffer, name->chars, name->length);
    while (parser_accept(parser, TOKEN_DOT)) {
        name = parser_name(parser);
        byte_buffer_append(&parser->buffer, ".", 1);
        byte_buffer_append(&parser->buffer, name->chars, name->length);
    }
    name = arena_intern(parser->arena, parser->buffer.bytes + start, parser->buffer.length - start);
    parser->buffer.length = start;
    return name;
}

static Node *parse_alias(Parser *parser, bool is_dotted) {
    Node *node = parser_node(parser, NODE_ALIAS);
    node->alias.name = is_dotted ? parse_dotted_name(parser) : parser_name(parser);
    if (parser_accept(parser, TOKEN_AS)) {
        node->alias.asname = parser_name(parser);
    }
    return parser_finish(parser, node);
}

static void expect_names(Parser *parser) {
    if (parser_peek(parser) == TOKEN_NEWLINE) {
        parser_raise(parser, parser_place(parser), "Expected one or more names after 'import'");
    }
}

/* import a from b: it is the other way round. */
static void refuse_from(Parser *parser, const Node *node) {
    if (parser_peek(parser) != TOKEN_FROM) {
        return;
    }
    for (int32_t i = 0; i < node->Import.names.count; i++) {
        if (node->Import.names.items[i]->alias.asname != NULL) {
            return;
        }
    }
    parser_fix_furthest(parser);
    parser_advance(parser);
    parse_dotted_name(parser);
    Position place = node->position;
    place.end_line = parser->end_line;
    place.end_column = parser->end_column;
    parser_raise(parser, place, "Did you mean to use 'from ... import ...' instead?");
}

static Node *parse_import(Parser *parser) {
    Node *node = parser_node(parser, NODE_IMPORT);
    parser_advance(parser);
    expect_names(parser);
    int mark = parser_list_begin(parser);
    do {
        parser_list_push(parser, parse_alias(parser, true));
    } while (parser_accept(parser, TOKEN_COMMA));
    node->Import.names = parser_list_take(parser, mark);
    refuse_from(parser, node);
    return parser_finish(parser, node);
}

static NodeList parse_imported_names(Parser *parser) {
    int mark = parser_list_begin(parser);
    if (parser_peek(parser) == TOKEN_STAR) {
        Node *star = parser_node(parser, NODE_ALIAS);
        parser_advance(parser);
        star->alias.name = arena_intern(parser->arena, "*", 1);
        parser_list_push(parser, parser_finish(parser, star));
        return parser_list_take(parser, mark);
    }
    bool is_parenthesized = parser_accept(parser, TOKEN_LEFT_PAREN);
    do {
        if (is_parenthesized && parser_peek(parser) == TOKEN_RIGHT_PAREN && parser->scratch_count > mark) {
            break;
        }
        if (!is_parenthesized && parser_peek(parser) == TOKEN_NEWLINE && parser->scratch_count > mark) {
            parser_raise(parser, parser_last_place(parser),
                         "trailing comma not allowed without surrounding parentheses");
        }
        parser_list_push(parser, parse_alias(parser, false));
    } while (parser_accept(parser, TOKEN_COMMA));
    if (is_parenthesized) {
        parser_expect(parser, TOKEN_RIGHT_PAREN);
    }
    return parser_list_take(parser, mark);
}

static Node *parse_import_from(Parser *parser) {
    Node *node = parser_node(parser, NODE_IMPORT_FROM);
    parser_advance(parser);
    int level = 0;
    for (;;) {
        if (parser_accept(parser, TOKEN_DOT)) {
            level++;
        } else if (parser_accept(parser, TOKEN_ELLIPSIS)) {
            level += 3;
        } else {
            break;
        }
    }
    node->ImportFrom.level = level;
    if (level == 0 || parser_peek(parser) != TOKEN_IMPORT) {
        node->ImportFrom.module = parse_dotted_name(parser);
    }
    parser_expect(parser, TOKEN_IMPORT);
    expect_names(parser);
    node->ImportFrom.names = parse_imported_names(parser);
    return parser_finish(parser, node);
}

/* --- Lines ------------------------------------------------------------------------------------------------
 */

static Node *parse_bare_keyword(Parser *parser, NodeKind kind) {
    Node *node = parser_node(parser, kind);
    parser_advance(parser);
    return parser_finish(parser, node);
}

/* In the second reading. */
static Node *search_expression_statement(Parser *parser) {
    int start = parser->position;
    Node *node = parser_attempt(parser, parse_expression_statement);
    TokenKind next = node != NULL ? parser_peek(parser) : TOKEN_ERROR;
    if (next == TOKEN_NEWLINE || next == TOKEN_SEMICOLON) {
        return node;
    }
    if (node == NULL || node->kind == NODE_EXPR) {
        diagnose_elements(parser, start);
    }
    parser_fail(parser);
}

static Node *parse_simple_statement(Parser *parser) {
    Node *alias = parse_type_alias(parser);
    if (alias != NULL) {
        return alias;
    }
    switch (parser_peek(parser)) {
    case TOKEN_RETURN: return parse_return(parser);
    case TOKEN_IMPORT: return parse_import(parser);
    case TOKEN_FROM: return parse_import_from(parser);
    case TOKEN_RAISE: return parse_raise(parser);
    case TOKEN_PASS: return parse_bare_keyword(parser, NODE_PASS);
    case TOKEN_DEL: return parse_delete(parser);
    case TOKEN_ASSERT: return parse_assert(parser);
    case TOKEN_BREAK: return parse_bare_keyword(parser, NODE_BREAK);
    case TOKEN_CONTINUE: return parse_bare_keyword(parser, NODE_CONTINUE);
    case TOKEN_GLOBAL: return parse_scope_declaration(parser, NODE_GLOBAL);
    case TOKEN_NONLOCAL: return parse_scope_declaration(parser, NODE_NONLOCAL);
    default:
        return parser->is_searching ? search_expression_statement(parser)
                                    : parse_expression_statement(parser);
    }
}

void parse_simple_statements(Parser *parser) {
    do {
        if (parser_accept(parser, TOKEN_NEWLINE)) {
            return; /* after a last semicolon */
        }
        parser_list_push(parser, parse_simple_statement(parser));
    } while (parser_accept(parser, TOKEN_SEMICOLON));
    parser_expect(parser, TOKEN_NEWLINE);
}

void parse_statement(Parser *parser) {
    Node *compound = parse_compound_statement(parser);
    if (compound != NULL) {
        parser_list_push(parser, compound);
    } else {
        parse_simple_statements(parser);
    }
}
