/* What the parser's own files share; nobody else includes this.
 *
 * The parser reads tokens from a buffer that keeps the current outermost statement, so it can look ahead or
 * go back as far as it likes within one. It fails in two ways, both by a jump, so that no parsing function
 * has an error path: parser_fail    the text does not fit the grammar here. Caught by the innermost
 * parser_attempt. parser_raise   the text is wrong for a reason we can name. Ends the parsing, except within
 * a speculative attempt (one that tries a reading of text which may well be valid in another), where it is a
 * parser_fail. When the outermost statement has failed without a reason, it is read once more, in search of
 * one (see is_searching); if none is found the report is "invalid syntax" at the furthest token that the
 * first reading looked at. CPython does likewise, and by reading as it does we find what it finds.
 */
#ifndef BIDE_PARSER_PARSER_INTERNAL_H
#define BIDE_PARSER_PARSER_INTERNAL_H

#include "lexer/lexer.h"
#include "lexer/string_literal.h"
#include "parser/parser.h"

#include <setjmp.h>

typedef struct Parser {
    Arena *arena;
    const Source *source;
    ParseMode mode;
    SyntaxErrorInfo *error;
    SyntaxErrorInfo lexer_error;
    SyntaxWarningList *warnings;
    Token *tokens;
    int token_count, token_capacity;
    int position;   /* of the next token */
    int furthest;   /* the token that a plain "invalid syntax" points at, once that is known; or -1 */
    Node **scratch; /* the children of the lists that are being read */
    int scratch_count, scratch_capacity;
    ByteBuffer buffer; /* a string literal's value while it is being put together */
    int depth;         /* of recursion */
    bool is_searching; /* the second reading: what fits the grammar is taken as far as it fits, rather than
                          failing */
    bool is_dict_key;  /* the expression to come is one: no comma will have been forgotten after it */
    int diagnosis_count;          /* in all; they are limited */
    int speculation;              /* how many speculative attempts we are in */
    int diagnoses;                /* how many diagnoses of what follows a name we are in */
    int field_level;              /* the level of brackets in the replacement field at hand; 0: none */
    int32_t end_line, end_column; /* where the last token with a text ended */
    jmp_buf *on_failure;          /* the innermost attempt, or the whole parse */
    jmp_buf *on_error;            /* the whole parse */
    Lexer lexer;
} Parser;

typedef Node *ParseFunction(Parser *parser);

/* --- parser.c: tokens, failure, nodes --- */

void parser_fetch(Parser *parser);

static inline const Token *parser_token(Parser *parser) {
    if (parser->position == parser->token_count) {
        parser_fetch(parser);
    }
    return &parser->tokens[parser->position];
}

/* The kind of the next token. */
static inline TokenKind parser_peek(Parser *parser) {
    return parser_token(parser)->kind;
}

/* The kind of the token after the next. */
TokenKind parser_peek_second(Parser *parser);

/* Pass over the next token. */
void parser_advance(Parser *parser);

/* Pass over the next token if it is of this kind. */
static inline bool parser_accept(Parser *parser, TokenKind kind) {
    if (parser_peek(parser) != kind) {
        return false;
    }
    parser_advance(parser);
    return true;
}

_Noreturn void parser_fail(Parser *parser);

/* Pass over a token of this kind or fail. */
static inline void parser_expect(Parser *parser, TokenKind kind) {
    if (!parser_accept(parser, kind)) {
        parser_fail(parser);
    }
}

/* The same, but say "expected ..." where it is missing. */
void parser_expect_forced(Parser *parser, TokenKind kind);

/* Raise a SyntaxError for a stretch of text. */
_Noreturn void parser_raise(Parser *parser, Position place, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Raise an error of another kind. */
_Noreturn void parser_raise_kind(Parser *parser, SyntaxErrorKind kind, Position place, const char *format,
                                 ...) __attribute__((format(printf, 4, 5)));

/* Run `parse` from the current token on; NULL, and the position is as before, if it fails. */
Node *parser_attempt(Parser *parser, ParseFunction *parse);

/* The same, for text that may have another reading: no error is raised within. */
Node *parser_speculate(Parser *parser, ParseFunction *parse);

/* parser_speculate; but in the second reading parser_attempt, as the text is wrong anyway. */
Node *parser_try_reading(Parser *parser, ParseFunction *parse);

/* Carry `left`, which begins at `start`, on by `tail`, which returns the longer node. When the text is being
 * read as far as it fits and the tail does not fit, the result is `left`. `token` is handed to `tail`. */
typedef Node *TailFunction(Parser *parser, Node *left, Position start, int token);
Node *parser_extend(Parser *parser, TailFunction *tail, Node *left, Position start, int token);

/* The place of the last token that was looked at, of the next one, and of everything from `first` to `last`.
 */
Position parser_last_place(Parser *parser);
Position parser_place(Parser *parser);
Position parser_span(Position first, Position last);

/* A node that starts at `start`, or at the next token; its end is set by parser_finish, which also guards its
 * height. */
Node *parser_node_at(Parser *parser, NodeKind kind, Position start);
Node *parser_node(Parser *parser, NodeKind kind);
Node *parser_finish(Parser *parser, Node *node);

/* Lists: remember the mark, push the children, take the list. */
static inline int parser_list_begin(const Parser *parser) {
    return parser->scratch_count;
}
void parser_list_push(Parser *parser, Node *node);
NodeList parser_list_take(Parser *parser, int mark);
NodeList parser_list_of(Parser *parser, Node *node);

/* Count one more level of recursion; the caller takes it back with parser->depth--. */
void parser_enter(Parser *parser);

/* From here on tokens are looked at that the grammar alone would not have reached: an "invalid syntax" is to
 * point at the last one before. */
void parser_fix_furthest(Parser *parser);

/* The interned text of the next token, which must be a NAME; passes over it. */
const Text *parser_name(Parser *parser);

/* Is the next token the soft keyword `word`? */
bool parser_at_soft_keyword(Parser *parser, const char *word);

/* --- expressions.c, atoms.c, strings.c, arguments.c --- */

Node *parse_star_expressions(Parser *parser);       /* a, *b */
Node *parse_star_named_expression(Parser *parser);  /* an element of a display: *a, b := c, d */
Node *parse_star_named_expressions(Parser *parser); /* several, separated by commas */
Node *parse_named_expression(Parser *parser);       /* a := b, or an expression */
bool parser_is_bare_walrus(const Parser *parser,
                           const Node *node); /* has a := b, just read, no parentheses? */
Node *parse_expression(Parser *parser);
Node *parse_disjunction(Parser *parser);
Node *parse_bitwise_or(Parser *parser);
Node *parse_primary(Parser *parser); /* an atom with its calls, attributes and subscripts */
Node *parse_starred(Parser *parser); /* * bitwise_or */
Node *parse_yield(Parser *parser);
Node *parse_yield_or_star_expressions(Parser *parser);
Node *parse_slices(Parser *parser);
bool parser_at_expression(Parser *parser); /* can the next token begin an expression? */
bool parser_kind_begins_expression(TokenKind kind);

Node *parse_atom(Parser *parser);
Node *parse_strings(Parser *parser);
NodeList parse_comprehension_clauses(Parser *parser);
bool parser_at_comprehension(Parser *parser); /* `for` or `async for` */
Node *parse_number_or_constant(Parser *parser);
Node *parser_constant(Parser *parser, Position start, ConstantValue value);

/* The arguments up to the closing parenthesis, which is passed over. `is_call`: a lone generator may stand
 * unparenthesized; its text then starts at `open`, the opening parenthesis. */
void parse_arguments(Parser *parser, NodeList *arguments, NodeList *keywords, bool is_call, Position open);
Node *parse_parameters(Parser *parser, TokenKind end); /* of a function (to `)`) or a lambda (to `:`) */

/* --- type_parameters.c --- */

/* [T, *Ts, **P], if that is what follows; an empty list if not. */
NodeList parse_type_parameters(Parser *parser);

/* A `type` statement; NULL if none begins here. */
Node *parse_type_alias(Parser *parser);

/* --- targets.c --- */

typedef enum TargetUse { TARGET_ASSIGN, TARGET_FOR, TARGET_DELETE } TargetUse;

/* Turn an expression into a target; false if it cannot be one (a starred one only within a list or tuple). */
bool target_convert(Node *expression, ExprContext context);

/* What CPython calls an expression when it refuses to assign to it. */
const char *target_expression_name(const Node *expression);

/* Raise "cannot assign to ..." for the first part that is no target; return if there is none. */
void target_refuse(Parser *parser, const Node *expression, TargetUse use);

Node *parse_star_targets(Parser *parser, bool is_comprehension); /* of `for`, up to `in` */
Node *parse_star_target(Parser *parser);                         /* of `with ... as` */

/* --- statements.c, compound.c, patterns.c --- */

void parse_statement(Parser *parser); /* pushes what it read (a line may hold many) to the list being built */
void parse_simple_statements(Parser *parser);   /* a line of them, likewise */
Node *parse_compound_statement(Parser *parser); /* NULL if none begins here */
Node *parse_match(Parser *parser);              /* likewise */

/* The colon of a header, missed aloud only where the header's line ends. */
void parser_expect_colon(Parser *parser);

/* The block after a header's colon. `what` opened it, in line `line`: "'if' statement", "function
 * definition". */
NodeList parse_block(Parser *parser, const char *what, int32_t line);

/* --- diagnosis.c: what a mistake probably was --- */

/* An expression statement began with token `start` and fails: are there values assigned to within it? */
void diagnose_elements(Parser *parser, int start);

/* `expression` is followed by something that begins an expression: a forgotten comma, or Python 2's print?
 * Returns if there is nothing to say. */
void diagnose_juxtaposition(Parser *parser, Node *expression, int start);

/* `expression` (which began with token `start`) is followed by = or := where a value was wanted.
 * Returns if there is nothing to say. */
void diagnose_value_assignment(Parser *parser, Node *expression, int start);

/* The statement that began with token `start` has `=` after `target`, which is none. Does not return. */
_Noreturn void diagnose_assignment(Parser *parser, Node *target, int start);

/* There is an annotation (the `:` is the next token) after `target`, which cannot have one. Does not return.
 */
_Noreturn void diagnose_annotation(Parser *parser, Node *target);

#endif
