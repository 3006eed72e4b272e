/* Arguments of calls and parameters of functions. */
#include "parser/parser_internal.h"

/* --- Arguments --------------------------------------------------------------------------------------------
 */

/* A lone generator as in f(x for x in y): its text includes the parentheses of the call. */
static Node *parse_lone_generator(Parser *parser, Node *element, Position open) {
    Node *node = parser_node_at(parser, NODE_GENERATOR_EXP, open);
    node->GeneratorExp.elt = element;
    node->GeneratorExp.generators = parse_comprehension_clauses(parser);
    if (parser_peek(parser) != TOKEN_RIGHT_PAREN) {
        NodeList clauses = node->GeneratorExp.generators;
        if (parser_peek(parser) == TOKEN_COMMA) {
            parser_peek_second(parser); /* what is wrong there comes first */
            parser_raise(parser, parser_span(element->position, clauses.items[clauses.count - 1]->position),
                         "Generator expression must be parenthesized");
        }
        parser_fail(parser);
    }
    parser_advance(parser);
    return parser_finish(parser, node);
}

static void refuse_generator(Parser *parser, Node *element) {
    NodeList clauses = parse_comprehension_clauses(parser);
    parser_raise(parser, parser_span(element->position, clauses.items[clauses.count - 1]->position),
                 "Generator expression must be parenthesized");
}

static Node *parse_keyword(Parser *parser) {
    Node *node = parser_node(parser, NODE_KEYWORD);
    Position name = parser_place(parser);
    node->keyword.arg = parser_name(parser);
    Position equal = parser_place(parser);
    parser_advance(parser);
    if (parser_peek(parser) == TOKEN_COMMA || parser_peek(parser) == TOKEN_RIGHT_PAREN) {
        parser_raise(parser, parser_span(name, equal), "expected argument value expression");
    }
    node->keyword.value = parse_expression(parser);
    if (parser_at_comprehension(parser)) {
        parser_raise(parser, parser_span(name, equal),
                     "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    }
    return parser_finish(parser, node);
}

static Node *parse_unpacking(Parser *parser, NodeKind kind) {
    Node *node = parser_node(parser, kind);
    parser_advance(parser);
    bool is_star = kind == NODE_STARRED;
    Node *value = is_star ? parser_attempt(parser, parse_expression) : parse_expression(parser);
    if (value == NULL) {
        parser->speculation = 0;
        parser_raise(parser, parser_last_place(parser), "Invalid star expression");
    }
    if (is_star) {
        node->Starred.value = value;
    } else {
        node->keyword.value = value;
    }
    if (parser_peek(parser) == TOKEN_EQUAL) {
        parser_fix_furthest(parser);
        parser_advance(parser);
        Node *assigned = parse_expression(parser);
        parser_raise(parser, parser_span(node->position, assigned->position),
                     "cannot assign to %s argument unpacking", is_star ? "iterable" : "keyword");
    }
    return parser_finish(parser, node);
}

/* f(x.y=1), f(None=1): an argument's name must be a plain one. */
static void refuse_assignment(Parser *parser, Node *argument) {
    Position equal = parser_place(parser);
    if (argument->kind == NODE_CONSTANT && argument->Constant.value.kind <= CONSTANT_FALSE) {
        parser_raise(parser, parser_span(argument->position, equal), "cannot assign to %s",
                     target_expression_name(argument));
    }
    parser_raise(parser, parser_span(argument->position, equal),
                 "expression cannot contain assignment, perhaps you meant \"==\"?");
}

typedef struct ArgumentsState {
    bool is_call;
    bool has_keyword, has_double_star;
    const char *misplaced; /* what is wrong with the order; told when all arguments are read */
    Position open;
} ArgumentsState;

/* A positional argument, or a lone generator: then the closing parenthesis is passed over and true returned.
 */
static bool parse_positional(Parser *parser, ArgumentsState *state, int positional_count, Node **argument) {
    if (state->has_keyword || state->has_double_star) {
        parser_fix_furthest(parser);
    }
    if (parser_peek(parser) == TOKEN_NAME && parser_peek_second(parser) == TOKEN_COLON_EQUAL) {
        *argument = parse_named_expression(parser);
    } else {
        *argument = parse_expression(parser);
        if (parser_peek(parser) == TOKEN_EQUAL) {
            refuse_assignment(parser, *argument);
        }
    }
    if (parser_at_comprehension(parser)) {
        bool is_first = positional_count == 0 && !state->has_keyword && !state->has_double_star;
        if (is_first && state->is_call) {
            *argument = parse_lone_generator(parser, *argument, state->open);
            return true;
        }
        if (is_first) {
            parser_fail(parser);
        }
        refuse_generator(parser, *argument);
    }
    if (state->misplaced == NULL && (state->has_keyword || state->has_double_star)) {
        state->misplaced = state->has_double_star ? "positional argument follows keyword argument unpacking"
                                                  : "positional argument follows keyword argument";
    }
    return false;
}

void parse_arguments(Parser *parser, NodeList *arguments, NodeList *keywords, bool is_call, Position open) {
    ArgumentsState state = {.is_call = is_call, .open = open};
    int mark = parser_list_begin(parser);
    int positional_count = 0;
    Position comma = {0}; /* before the argument at hand */
    bool is_complete = false;
    while (parser_peek(parser) != TOKEN_RIGHT_PAREN) {
        Node *argument;
        switch (parser_peek(parser)) {
        case TOKEN_STAR:
            argument = parse_unpacking(parser, NODE_STARRED);
            if (state.has_double_star && state.misplaced == NULL) {
                parser_raise(parser, parser_span(comma, argument->position),
                             "iterable argument unpacking follows keyword argument unpacking");
            }
            if (is_call && parser->scratch_count == mark && parser_at_comprehension(parser)) {
                parse_comprehension_clauses(parser);
                parser_raise(parser, argument->position,
                             "iterable unpacking cannot be used in comprehension");
            }
            positional_count++;
            break;
        case TOKEN_DOUBLE_STAR:
            argument = parse_unpacking(parser, NODE_KEYWORD);
            state.has_double_star = true;
            break;
        case TOKEN_NAME:
            if (parser_peek_second(parser) == TOKEN_EQUAL) {
                argument = parse_keyword(parser);
                state.has_keyword = true;
                break;
            }
            __attribute__((fallthrough));
        default:
            is_complete = parse_positional(parser, &state, positional_count, &argument);
            positional_count++;
        }
        parser_list_push(parser, argument);
        comma = parser_place(parser);
        if (is_complete || !parser_accept(parser, TOKEN_COMMA)) {
            break;
        }
    }
    if (state.misplaced != NULL) {
        parser_raise(parser, parser_last_place(parser), "%s", state.misplaced);
    }
    if (!is_complete) {
        parser_at_comprehension(parser); /* CPython looks for one here, and so at the token after `async` */
        parser_expect(parser, TOKEN_RIGHT_PAREN);
    }
    NodeList all = parser_list_take(parser, mark);
    for (int32_t i = 0; i < all.count; i++) {
        if (all.items[i]->kind != NODE_KEYWORD) {
            parser_list_push(parser, all.items[i]);
        }
    }
    *arguments = parser_list_take(parser, mark);
    if (arguments->count < all.count) {
        for (int32_t i = 0; i < all.count; i++) {
            if (all.items[i]->kind == NODE_KEYWORD) {
                parser_list_push(parser, all.items[i]);
            }
        }
        *keywords = parser_list_take(parser, mark);
    }
}

/* --- Parameters -------------------------------------------------------------------------------------------
 */

typedef enum Section { SECTION_POSITIONAL, SECTION_KEYWORD_ONLY, SECTION_AFTER_KEYWORDS } Section;

typedef struct ParametersState {
    TokenKind end; /* `)` of a def, or `:` of a lambda, which has no annotations */
    Section section;
    bool has_slash, has_default, needs_keyword_only;
    Position star;
    Node *arguments;
} ParametersState;

/* A parameter's name, and its annotation if it has one. `*args: *Ts` may unpack. */
static Node *parse_parameter(Parser *parser, const ParametersState *state, bool is_starred) {
    Node *node = parser_node(parser, NODE_ARG);
    node->arg.arg = parser_name(parser);
    if (state->end == TOKEN_RIGHT_PAREN && parser_accept(parser, TOKEN_COLON)) {
        node->arg.annotation = is_starred && parser_peek(parser) == TOKEN_STAR ? parse_starred(parser)
                                                                               : parse_expression(parser);
    }
    return parser_finish(parser, node);
}

/* After a parameter comes a comma or the end; anything else does not fit. */
static void expect_separator(Parser *parser, const ParametersState *state) {
    if (parser_peek(parser) != state->end) {
        parser_expect(parser, TOKEN_COMMA);
    }
}

static Node *parse_default(Parser *parser) {
    Position equal = parser_place(parser);
    if (!parser_accept(parser, TOKEN_EQUAL)) {
        return NULL;
    }
    TokenKind next = parser_peek(parser);
    if (next == TOKEN_RIGHT_PAREN || next == TOKEN_COMMA) {
        parser_raise(parser, equal, "expected default value expression");
    }
    return parse_expression(parser);
}

static void refuse_parentheses(Parser *parser, const ParametersState *state) {
    Position open = parser_place(parser);
    if (state->section != SECTION_POSITIONAL) {
        parser_fail(parser);
    }
    parser_fix_furthest(parser);
    parser_advance(parser);
    while (parser_accept(parser, TOKEN_NAME)) {
        if (!parser_accept(parser, TOKEN_COMMA)) {
            break;
        }
    }
    if (parser_peek(parser) == TOKEN_RIGHT_PAREN &&
        parser->tokens[parser->position - 1].kind != TOKEN_LEFT_PAREN) {
        parser_raise(parser, parser_span(open, parser_place(parser)),
                     state->end == TOKEN_RIGHT_PAREN
                         ? "Function parameters cannot be parenthesized"
                         : "Lambda expression parameters cannot be parenthesized");
    }
    parser_fail(parser);
}

static _Noreturn void refuse_bare_star(Parser *parser, const ParametersState *state, Position star) {
    parser_raise(parser, state->end == TOKEN_COLON ? parser_last_place(parser) : star,
                 "named arguments must follow bare *");
}

static void parse_slash(Parser *parser, ParametersState *state, int mark) {
    Position slash = parser_place(parser);
    if (state->section != SECTION_POSITIONAL) {
        parser_raise(parser, slash, "/ must be ahead of *");
    }
    if (state->has_slash) {
        parser_raise(parser, slash, "/ may appear only once");
    }
    if (parser->scratch_count == mark) {
        parser_fix_furthest(parser);
        if (parser_peek_second(parser) == TOKEN_COMMA) {
            parser_raise(parser, slash, "at least one argument must precede /");
        }
        parser_fail(parser);
    }
    parser_advance(parser);
    state->has_slash = true;
    if (parser_peek(parser) == TOKEN_STAR) {
        parser_raise(parser, parser_place(parser), "expected comma between / and *");
    }
    expect_separator(parser, state);
}

static void parse_star(Parser *parser, ParametersState *state) {
    Position star = parser_place(parser);
    if (state->section != SECTION_POSITIONAL) {
        parser_fix_furthest(parser);
        TokenKind next = parser_peek_second(parser);
        if (next != TOKEN_NAME && next != TOKEN_COMMA) {
            parser_fail(parser);
        }
        parser_raise(parser, star, "* argument may appear only once");
    }
    parser_advance(parser);
    state->section = SECTION_KEYWORD_ONLY;
    state->star = star;
    if (parser_peek(parser) == TOKEN_NAME) {
        state->arguments->arguments.vararg = parse_parameter(parser, state, true);
        if (parser_peek(parser) == TOKEN_EQUAL) {
            parser_raise(parser, parser_place(parser), "var-positional argument cannot have default value");
        }
    } else {
        state->needs_keyword_only = true;
        if (parser_peek(parser) == state->end) {
            refuse_bare_star(parser, state, star);
        }
    }
    expect_separator(parser, state);
}

static void parse_double_star(Parser *parser, ParametersState *state) {
    if (state->needs_keyword_only) {
        refuse_bare_star(parser, state, state->star);
    }
    parser_advance(parser);
    state->section = SECTION_AFTER_KEYWORDS;
    state->arguments->arguments.kwarg = parse_parameter(parser, state, false);
    if (parser_peek(parser) == TOKEN_EQUAL) {
        parser_raise(parser, parser_place(parser), "var-keyword argument cannot have default value");
    }
    expect_separator(parser, state);
}

/* What was pushed is pairs of parameter and default (or NULL): split them into the two lists. */
static void take_pairs(Parser *parser, int mark, bool keep_missing, NodeList *parameters,
                       NodeList *defaults) {
    NodeList pairs = parser_list_take(parser, mark);
    for (int32_t i = 0; i < pairs.count; i += 2) {
        parser_list_push(parser, pairs.items[i]);
    }
    *parameters = parser_list_take(parser, mark);
    for (int32_t i = 1; i < pairs.count; i += 2) {
        if (pairs.items[i] != NULL || keep_missing) {
            parser_list_push(parser, pairs.items[i]);
        }
    }
    NodeList taken = parser_list_take(parser, mark);
    if (taken.count > 0) {
        *defaults = taken;
    }
}

static void append_nodes(Parser *parser, NodeList *list, NodeList more) {
    int mark = parser_list_begin(parser);
    for (int32_t i = 0; i < list->count; i++) {
        parser_list_push(parser, list->items[i]);
    }
    for (int32_t i = 0; i < more.count; i++) {
        parser_list_push(parser, more.items[i]);
    }
    *list = parser_list_take(parser, mark);
}

static void parse_named_parameter(Parser *parser, ParametersState *state) {
    Node *parameter = parse_parameter(parser, state, false);
    Node *value = parse_default(parser);
    if (state->section == SECTION_POSITIONAL) {
        if (value == NULL && state->has_default &&
            (parser_peek(parser) == TOKEN_COMMA || parser_peek(parser) == state->end)) {
            parser_raise(parser, parameter->position,
                         "parameter without a default follows parameter with a default");
        }
        state->has_default |= value != NULL;
    }
    state->needs_keyword_only = false;
    parser_list_push(parser, parameter);
    parser_list_push(parser, value);
    expect_separator(parser, state);
}

Node *parse_parameters(Parser *parser, TokenKind end) {
    Node *node = parser_node(parser, NODE_ARGUMENTS);
    ParametersState state = {.end = end, .arguments = node};
    int mark = parser_list_begin(parser);
    NodeList defaults = {0};
    while (parser_peek(parser) != end) {
        TokenKind next = parser_peek(parser);
        if (state.section == SECTION_AFTER_KEYWORDS &&
            (next == TOKEN_SLASH || next == TOKEN_STAR || next == TOKEN_DOUBLE_STAR || next == TOKEN_NAME)) {
            parser_raise(parser, parser_place(parser), "arguments cannot follow var-keyword argument");
        }
        switch (next) {
        case TOKEN_SLASH:
            parse_slash(parser, &state, mark);
            take_pairs(parser, mark, false, &node->arguments.posonlyargs, &defaults);
            break;
        case TOKEN_STAR:
            parse_star(parser, &state);
            {
                NodeList more = {0};
                take_pairs(parser, mark, false, &node->arguments.args, &more);
                append_nodes(parser, &defaults, more);
            }
            break;
        case TOKEN_DOUBLE_STAR: parse_double_star(parser, &state); break;
        case TOKEN_LEFT_PAREN: refuse_parentheses(parser, &state); break;
        default: parse_named_parameter(parser, &state); break;
        }
    }
    if (state.needs_keyword_only) {
        refuse_bare_star(parser, &state, state.star);
    }
    if (node->arguments.vararg != NULL || state.star.line > 0) {
        take_pairs(parser, mark, true, &node->arguments.kwonlyargs, &node->arguments.kw_defaults);
    } else {
        NodeList more = {0};
        take_pairs(parser, mark, false, &node->arguments.args, &more);
        append_nodes(parser, &defaults, more);
    }
    node->arguments.defaults = defaults;
    return parser_finish(parser, node);
}
