#include "parser/parser_internal.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void *grow(void *items, int *capacity, size_t item_size) {
    *capacity = *capacity ? *capacity * 2 : 256;
    items = realloc(items, (size_t)*capacity * item_size);
    if (items == NULL) {
        fputs("bide: out of memory\n", stderr);
        exit(1);
    }
    return items;
}

/* --- Tokens -----------------------------------------------------------------------------------------------
 */

void parser_fetch(Parser *parser) {
    if (parser->token_count == parser->token_capacity) {
        parser->tokens = grow(parser->tokens, &parser->token_capacity, sizeof *parser->tokens);
    }
    Token token = lexer_next(&parser->lexer);
    if (token.kind == TOKEN_ERROR) {
        *parser->error = parser->lexer_error;
        longjmp(*parser->on_error, 1);
    }
    parser->tokens[parser->token_count++] = token;
}

TokenKind parser_peek_second(Parser *parser) {
    parser_token(parser);
    if (parser->position + 1 == parser->token_count) {
        parser_fetch(parser);
    }
    return parser->tokens[parser->position + 1].kind;
}

void parser_advance(Parser *parser) {
    const Token *token = parser_token(parser);
    if (token->kind >= TOKEN_NAME) {
        parser->end_line = token->end_line;
        parser->end_column = token->end_column;
    }
    parser->position++;
}

void parser_expect_forced(Parser *parser, TokenKind kind) {
    if (!parser_accept(parser, kind)) {
        parser_raise(parser, parser_place(parser), "expected %s", token_kind_name(kind));
    }
}

const Text *parser_name(Parser *parser) {
    const Token *token = parser_token(parser);
    if (token->kind != TOKEN_NAME) {
        parser_fail(parser);
    }
    const Text *name =
        arena_intern(parser->arena, parser->source->text + token->start, token->end - token->start);
    parser_advance(parser);
    return name;
}

bool parser_at_soft_keyword(Parser *parser, const char *word) {
    const Token *token = parser_token(parser);
    size_t length = strlen(word);
    return token->kind == TOKEN_NAME && token->end - token->start == length &&
           memcmp(parser->source->text + token->start, word, length) == 0;
}

void parser_fix_furthest(Parser *parser) {
    if (parser->furthest < 0 && parser->speculation == 0) {
        parser_token(parser);
        parser->furthest = parser->token_count - 1;
    }
}

/* --- Failure ----------------------------------------------------------------------------------------------
 */

_Noreturn void parser_fail(Parser *parser) {
    longjmp(*parser->on_failure, 1);
}

static _Noreturn void raise_formatted(Parser *parser, SyntaxErrorKind kind, Position place,
                                      const char *format, va_list arguments) {
    char message[SYNTAX_ERROR_MESSAGE_SIZE - 16];
    vsnprintf(message, sizeof message, format, arguments);
    size_t length;
    if (place.end_line > place.line && source_line(parser->source, place.line, &length) != NULL &&
        (size_t)place.end_column > length) {
        place.end_column = (int32_t)length; /* CPython looks for the end in the first line */
    }
    syntax_error_set(parser->error, kind, place.line, place.column, place.end_line, place.end_column, "%s",
                     message);
    longjmp(*parser->on_error, 1);
}

_Noreturn void parser_raise(Parser *parser, Position place, const char *format, ...) {
    if (parser->speculation > 0) {
        parser_fail(parser);
    }
    va_list arguments;
    va_start(arguments, format);
    raise_formatted(parser, ERROR_SYNTAX, place, format, arguments);
}

_Noreturn void parser_raise_kind(Parser *parser, SyntaxErrorKind kind, Position place, const char *format,
                                 ...) {
    if (parser->speculation > 0) {
        parser_fail(parser);
    }
    va_list arguments;
    va_start(arguments, format);
    raise_formatted(parser, kind, place, format, arguments);
}

/* What an attempt must put back when it fails. */
typedef struct Checkpoint {
    int position, scratch_count, depth, field_level, speculation;
    int32_t end_line, end_column;
    size_t buffer_length;
    jmp_buf *on_failure;
} Checkpoint;

static Checkpoint checkpoint(const Parser *parser) {
    return (Checkpoint){parser->position,    parser->scratch_count, parser->depth,
                        parser->field_level, parser->speculation,   parser->end_line,
                        parser->end_column,  parser->buffer.length, parser->on_failure};
}

static void restore(Parser *parser, const Checkpoint *before) {
    parser->position = before->position;
    parser->scratch_count = before->scratch_count;
    parser->depth = before->depth;
    parser->field_level = before->field_level;
    parser->speculation = before->speculation;
    parser->end_line = before->end_line;
    parser->end_column = before->end_column;
    parser->buffer.length = before->buffer_length;
    parser->on_failure = before->on_failure;
}

Node *parser_attempt(Parser *parser, ParseFunction *parse) {
    const Checkpoint before = checkpoint(parser);
    jmp_buf here;
    if (setjmp(here) != 0) {
        restore(parser, &before);
        return NULL;
    }
    parser->on_failure = &here;
    Node *node = parse(parser);
    parser->on_failure = before.on_failure;
    return node;
}

Node *parser_speculate(Parser *parser, ParseFunction *parse) {
    parser->speculation++;
    Node *node = parser_attempt(parser, parse);
    parser->speculation--;
    return node;
}

Node *parser_try_reading(Parser *parser, ParseFunction *parse) {
    return parser->is_searching ? parser_attempt(parser, parse) : parser_speculate(parser, parse);
}

Node *parser_extend(Parser *parser, TailFunction *tail, Node *left, Position start, int token) {
    if (parser->speculation == 0 && !parser->is_searching) {
        return tail(parser, left, start, token);
    }
    const Checkpoint before = checkpoint(parser);
    jmp_buf here;
    if (setjmp(here) != 0) {
        restore(parser, &before);
        return left;
    }
    parser->on_failure = &here;
    Node *node = tail(parser, left, start, token);
    parser->on_failure = before.on_failure;
    return node;
}

void parser_enter(Parser *parser) {
    if (++parser->depth > AST_MAX_DEPTH) {
        parser->speculation = 0;
        parser_raise(parser, parser_place(parser), "too deeply nested: the limit is %d levels",
                     AST_MAX_DEPTH);
    }
}

/* --- Places and nodes -------------------------------------------------------------------------------------
 */

/* CPython puts the tokens without a text at the character before them; at the start of a line that is none
 * (-1), nor is there any at the end of a file. */
static Position token_place(const Parser *parser, const Token *token) {
    if (token->kind == TOKEN_INDENT || token->kind == TOKEN_DEDENT || token->kind == TOKEN_END) {
        if (parser->source->is_file && token->start >= parser->source->length) {
            return (Position){token->line, -1, token->line, -1};
        }
        return (Position){token->line, token->column - 1, token->line, token->column - 1};
    }
    return (Position){token->line, token->column, token->end_line, token->end_column};
}

Position parser_last_place(Parser *parser) {
    parser_token(parser);
    return token_place(parser, &parser->tokens[parser->token_count - 1]);
}

Position parser_place(Parser *parser) {
    return token_place(parser, parser_token(parser));
}

Position parser_span(Position first, Position last) {
    return (Position){first.line, first.column, last.end_line, last.end_column};
}

Node *parser_node_at(Parser *parser, NodeKind kind, Position start) {
    Node *node = ast_node(parser->arena, kind);
    node->position = start;
    return node;
}

Node *parser_node(Parser *parser, NodeKind kind) {
    const Token *token = parser_token(parser);
    Node *node = ast_node(parser->arena, kind);
    node->position.line = token->line;
    node->position.column = token->column;
    return node;
}

static int height_below(const Node *node) {
    int field_count, height = 0;
    const FieldInfo *fields = ast_fields(node->kind, &field_count);
    for (int i = 0; i < field_count; i++) {
        const char *field = (const char *)node + fields[i].offset;
        if (fields[i].type == FIELD_NODE) {
            const Node *child = *(Node *const *)field;
            if (child != NULL && child->height > height) {
                height = child->height;
            }
        } else if (fields[i].type == FIELD_LIST) {
            const NodeList *list = (const NodeList *)field;
            for (int32_t j = 0; j < list->count; j++) {
                const Node *child = list->items[j];
                if (child != NULL && child->height > height) {
                    height = child->height;
                }
            }
        }
    }
    return height;
}

Node *parser_finish(Parser *parser, Node *node) {
    node->position.end_line = parser->end_line;
    node->position.end_column = parser->end_column;
    int height = height_below(node) + 1;
    if (node->kind == NODE_IF && node->If.orelse.count == 1 && node->If.orelse.items[0]->kind == NODE_IF) {
        /* An elif is no deeper than its if; it has counted itself already. */
        int own_height = node->If.orelse.items[0]->height;
        height = height == own_height + 1 ? own_height : height;
    }
    if (height > AST_MAX_DEPTH) {
        parser->speculation = 0;
        parser_raise(parser, node->position, "too deeply nested: the limit is %d levels", AST_MAX_DEPTH);
    }
    node->height = (uint16_t)height;
    return node;
}

void parser_list_push(Parser *parser, Node *node) {
    if (parser->scratch_count == parser->scratch_capacity) {
        parser->scratch = grow(parser->scratch, &parser->scratch_capacity, sizeof *parser->scratch);
    }
    parser->scratch[parser->scratch_count++] = node;
}

NodeList parser_list_take(Parser *parser, int mark) {
    int count = parser->scratch_count - mark;
    NodeList list = {arena_copy(parser->arena, parser->scratch + mark, (size_t)count, sizeof(Node *)), count};
    parser->scratch_count = mark;
    return list;
}

NodeList parser_list_of(Parser *parser, Node *node) {
    return (NodeList){arena_copy(parser->arena, &node, 1, sizeof node), 1};
}

/* --- Reports ----------------------------------------------------------------------------------------------
 */

/* The text fits no rule, and nothing better is known: point at the furthest token that was looked at. */
static void report_failure(Parser *parser) {
    const Token *token = &parser->tokens[parser->furthest];
    Position place = token_place(parser, token);
    if (token->kind == TOKEN_END) {
        place.column = place.end_column = -1;
    }
    bool is_layout = token->kind == TOKEN_INDENT || token->kind == TOKEN_DEDENT;
    syntax_error_set(parser->error, is_layout ? ERROR_INDENTATION : ERROR_SYNTAX, place.line, place.column,
                     place.end_line, place.end_column, "%s",
                     token->kind == TOKEN_INDENT   ? "unexpected indent"
                     : token->kind == TOKEN_DEDENT ? "unexpected unindent"
                                                   : "invalid syntax");
    parser->error->incomplete = token->start >= parser->source->length;
}

/* A string that never ends, or a bracket that does not match, is a better explanation than what the grammar
 * found before it; so read on to the end. */
static void look_for_lexical_error(Parser *parser) {
    if (parser->error->kind == ERROR_INDENTATION && strncmp(parser->error->message, "unexpected", 10) == 0) {
        return;
    }
    int32_t line = parser->tokens[parser->token_count - 1].line;
    Token token;
    do {
        token = lexer_next(&parser->lexer);
    } while (token.kind != TOKEN_END && token.kind != TOKEN_ERROR);
    if (token.kind != TOKEN_ERROR || parser->lexer.fstring_count > 0) {
        return; /* CPython overlooks what is wrong within an f-string here */
    }
    if (parser->lexer.error_is_unclosed ? line > parser->lexer_error.line : parser->lexer.error_is_final) {
        *parser->error = parser->lexer_error;
    }
}

/* --- The whole --------------------------------------------------------------------------------------------
 */

static Node *parse_file(Parser *parser) {
    Node *module = parser_node(parser, NODE_MODULE);
    int mark = parser_list_begin(parser);
    while (parser_peek(parser) != TOKEN_END) {
        parse_statement(parser);
        /* The statement is done: its tokens are needed no more. */
        int left = parser->token_count - parser->position;
        if (left > 0) {
            memmove(parser->tokens, parser->tokens + parser->position, (size_t)left * sizeof *parser->tokens);
        }
        parser->token_count = left;
        parser->position = 0;
    }
    module->Module.body = parser_list_take(parser, mark);
    return parser_finish(parser, module);
}

/* For the second reading. */
static Node *parse_statement_again(Parser *parser) {
    parse_statement(parser);
    return NULL;
}

static Node *parse_expression_only(Parser *parser) {
    Node *module = parser_node(parser, NODE_MODULE);
    Node *statement = parser_node(parser, NODE_EXPR);
    statement->Expr.value = parse_star_expressions(parser);
    parser_finish(parser, statement);
    while (parser_accept(parser, TOKEN_NEWLINE)) {
    }
    parser_expect(parser, TOKEN_END);
    module->Module.body = parser_list_of(parser, statement);
    return parser_finish(parser, module);
}

static bool is_compound(const Node *statement) {
    switch (statement->kind) {
    case NODE_FUNCTION_DEF:
    case NODE_ASYNC_FUNCTION_DEF:
    case NODE_CLASS_DEF:
    case NODE_IF:
    case NODE_FOR:
    case NODE_ASYNC_FOR:
    case NODE_WHILE:
    case NODE_WITH:
    case NODE_ASYNC_WITH:
    case NODE_TRY:
    case NODE_TRY_STAR:
    case NODE_MATCH: return true;
    default: return false;
    }
}

/* At the prompt a block may always go on, until an empty line says that it does not. */
static bool block_may_go_on(const Parser *parser, const Node *module) {
    NodeList body = module->Module.body;
    if (body.count == 0 || !is_compound(body.items[body.count - 1])) {
        return false;
    }
    size_t length;
    const char *line = source_line(parser->source, parser->source->line_count, &length);
    while (length > 0 && (line[length - 1] == ' ' || line[length - 1] == '\t' || line[length - 1] == '\f')) {
        length--;
    }
    return length > 0;
}

/* A longer statement is not read twice: it is no student's. */
enum { MAX_SEARCH_TOKENS = 200000 };

/* The text fits no rule: look for a reason. */
static void search(Parser *parser) {
    parser_fix_furthest(parser);
    if (parser->token_count <= MAX_SEARCH_TOKENS) {
        parser->position = 0;
        parser->is_searching = true;
        parser_attempt(parser,
                       parser->mode == PARSE_EXPRESSION ? parse_expression_only : parse_statement_again);
    }
    report_failure(parser);
}

Node *parser_parse(Arena *arena, const Source *source, ParseMode mode, unsigned flags, SyntaxErrorInfo *error,
                   SyntaxWarningList *warnings) {
    (void)flags; /* whether a top-level await is right is for scope_analyze to say */
    Parser parser;
    memset(&parser, 0, offsetof(Parser, lexer));
    parser.arena = arena;
    parser.source = source;
    parser.mode = mode;
    parser.error = error;
    parser.warnings = warnings;
    parser.furthest = -1;
    *error = (SyntaxErrorInfo){0};
    lexer_init(&parser.lexer, source, arena, &parser.lexer_error, warnings);

    Node *volatile module = NULL;
    jmp_buf wrong;
    parser.on_error = &wrong;
    if (setjmp(wrong) == 0) {
        module = parser_attempt(&parser, mode == PARSE_EXPRESSION ? parse_expression_only : parse_file);
        if (module == NULL) {
            search(&parser);
        }
    }
    if (error->is_set && !parser.lexer_error.is_set && parser.token_count > 0) {
        error->incomplete |= parser.tokens[parser.token_count - 1].start >= source->length;
        look_for_lexical_error(&parser);
    }
    if (!error->is_set && mode == PARSE_INTERACTIVE && block_may_go_on(&parser, module)) {
        int32_t line = source->line_count;
        syntax_error_set(error, ERROR_SYNTAX, line, 0, line, 0, "incomplete input");
        error->incomplete = true;
    }
    free(parser.tokens);
    free(parser.scratch);
    byte_buffer_free(&parser.buffer);
    return error->is_set ? NULL : module;
}
