/* What a mistake probably was. These run only when the text is known to be wrong. */
#include "parser/parser_internal.h"

#include <string.h>

/* Within one diagnosis others may arise, but not without end. */
enum { MAX_NESTED_DIAGNOSES = 20, MAX_DIAGNOSES = 200 };

static bool is_name(const Node *node, const char *name) {
    return node->kind == NODE_NAME && strcmp(node->Name.id->chars, name) == 0;
}

/* Is the token at `start` a soft keyword? CPython takes the beginning of one for it, so we do. */
static bool is_soft_keyword(const Parser *parser, int start) {
    static const char *const words[] = {"match", "case", "type", "_"};
    const Token *token = &parser->tokens[start];
    uint32_t length = token->end - token->start;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (token->kind == TOKEN_NAME &&
            strncmp(words[i], parser->source->text + token->start, length) == 0) {
            return true;
        }
    }
    return false;
}

static bool is_prefixed_string(const Parser *parser, int start) {
    return parser->tokens[start].kind == TOKEN_NAME && start + 1 < parser->token_count &&
           parser->tokens[start + 1].kind == TOKEN_STRING;
}

/* After a lone name, what follows may hold a mistake of its own, which is reported first: CPython tries
 * whether this is a print statement. It looks into the operand that follows only if it has not just done so.
 */
static void diagnose_what_follows(Parser *parser, bool looks_into_operand) {
    int start = parser->position;
    parser->diagnoses++;
    if (looks_into_operand) {
        parser_attempt(parser, parse_star_expressions);
    } else {
        Node *next = parser_speculate(parser, parse_disjunction);
        if (next != NULL && parser_at_expression(parser)) {
            diagnose_juxtaposition(parser, next, start);
        }
    }
    parser->diagnoses--;
    parser->position = start;
}

void diagnose_juxtaposition(Parser *parser, Node *expression, int start) {
    parser_fix_furthest(parser);
    if (parser->diagnoses == MAX_NESTED_DIAGNOSES || ++parser->diagnosis_count > MAX_DIAGNOSES) {
        return;
    }
    int after = parser->position;
    bool is_legacy = is_name(expression, "print") || is_name(expression, "exec");
    bool has_more_to_say = is_prefixed_string(parser, start) || is_soft_keyword(parser, start);
    if (!is_legacy && !has_more_to_say) {
        Node *next = parser_speculate(parser, parse_expression);
        if (next != NULL && parser->tokens[parser->position - 1].level > 0) {
            parser_raise(parser, parser_span(expression->position, next->position),
                         "invalid syntax. Perhaps you forgot a comma?");
        }
        parser->position = after;
    }
    if (expression->kind == NODE_NAME) {
        diagnose_what_follows(parser, has_more_to_say);
        Node *value = is_legacy ? parser_attempt(parser, parse_star_expressions) : NULL;
        if (value != NULL) {
            parser_raise(parser, parser_span(expression->position, value->position),
                         "Missing parentheses in call to '%s'. Did you mean %s(...)?",
                         expression->Name.id->chars, expression->Name.id->chars);
        }
        parser->position = after;
    }
}

/* Is this an expression that binds no looser than `|`, as CPython wants it left of a mistaken `=`? */
static bool is_operand(const Node *node) {
    switch (node->kind) {
    case NODE_BOOL_OP:
    case NODE_COMPARE:
    case NODE_IF_EXP:
    case NODE_LAMBDA:
    case NODE_NAMED_EXPR: return false;
    case NODE_UNARY_OP: return node->UnaryOp.op != UNARY_NOT;
    default: return true;
    }
}

/* CPython says nothing special when the text begins with a display or one of three constants. */
static bool begins_with_display(Parser *parser, int start) {
    int after = parser->position;
    parser->position = start;
    Node *atom = parser_speculate(parser, parse_atom);
    parser->position = after;
    switch (atom != NULL ? atom->kind : NODE_NAME) {
    case NODE_LIST:
    case NODE_TUPLE:
    case NODE_GENERATOR_EXP: return true;
    case NODE_CONSTANT: return atom->Constant.value.kind <= CONSTANT_FALSE;
    default: return false;
    }
}

void diagnose_value_assignment(Parser *parser, Node *expression, int start) {
    parser_fix_furthest(parser);
    int after = parser->position;
    if (parser_accept(parser, TOKEN_COLON_EQUAL)) {
        if (parser_attempt(parser, parse_expression) != NULL) {
            parser_raise(parser, expression->position, "cannot use assignment expressions with %s",
                         target_expression_name(expression));
        }
        parser->position = after;
        return;
    }
    bool is_plain_name = expression->kind == NODE_NAME && after == start + 1;
    bool is_group = expression->position.end_column != parser->end_column ||
                    expression->position.end_line != parser->end_line;
    if ((!is_group && !is_operand(expression)) || (!is_plain_name && begins_with_display(parser, start))) {
        return;
    }
    parser_advance(parser);
    bool was_searching = parser->is_searching;
    parser->is_searching = true;
    Node *value = parser_attempt(parser, parse_bitwise_or);
    parser->is_searching = was_searching;
    if (value != NULL && parser_peek(parser) != TOKEN_EQUAL && parser_peek(parser) != TOKEN_COLON_EQUAL) {
        if (is_plain_name) {
            parser_raise(parser, parser_span(expression->position, value->position),
                         "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
        }
        parser_raise(parser, expression->position,
                     "cannot assign to %s here. Maybe you meant '==' instead of '='?",
                     target_expression_name(expression));
    }
    parser->position = after;
}

void diagnose_elements(Parser *parser, int start) {
    /* Each element might be a comparison that lacks an `=`: reading it as a value reports that. */
    parser->position = start;
    if (parser_attempt(parser, parse_star_named_expression) != NULL && parser_accept(parser, TOKEN_COMMA)) {
        while (parser_at_expression(parser) && parser_attempt(parser, parse_star_named_expressions) != NULL) {
        }
    }
}

void diagnose_assignment(Parser *parser, Node *target, int start) {
    parser_fix_furthest(parser);
    int after = parser->position;
    diagnose_elements(parser, start);
    parser->position = after;
    if (target->kind == NODE_YIELD || target->kind == NODE_YIELD_FROM) {
        parser_raise(parser, target->position, "assignment to yield expression not possible");
    }
    target_refuse(parser, target, TARGET_ASSIGN);
    parser_fail(parser);
}

void diagnose_annotation(Parser *parser, Node *target) {
    parser_fix_furthest(parser);
    parser_advance(parser);
    if (parser_attempt(parser, parse_expression) == NULL) {
        parser_fail(parser);
    }
    switch (target->kind) {
    case NODE_LIST: parser_raise(parser, target->position, "only single target (not list) can be annotated");
    case NODE_TUPLE: {
        bool is_bare = target->Tuple.elts.count > 0 &&
                       target->position.column == target->Tuple.elts.items[0]->position.column &&
                       target->position.line == target->Tuple.elts.items[0]->position.line;
        parser_raise(parser, is_bare ? target->Tuple.elts.items[0]->position : target->position,
                     "only single target (not tuple) can be annotated");
    }
    case NODE_STARRED:
    case NODE_YIELD:
    case NODE_YIELD_FROM: parser_fail(parser);
    default: parser_raise(parser, target->position, "illegal target for annotation");
    }
}
