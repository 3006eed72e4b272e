/* Tokens: what the lexer makes of the text.
 *
 * A token is a kind and a place; its text stays in the Source. Every keyword and every operator is a kind of
 * its own; the soft keywords (match, case, _) are names, and it is for the parser to see more in them. An
 * f-string is a run of tokens: FSTRING_START, then for each piece FSTRING_MIDDLE or `{` tokens `}`, then
 * FSTRING_END.
 */
#ifndef BIDE_LEXER_TOKEN_H
#define BIDE_LEXER_TOKEN_H

#include <stdint.h>

/* X(enumerator, spelling) */
#define TOKEN_KEYWORDS(X)         \
    X(TOKEN_FALSE, "False")       \
    X(TOKEN_NONE, "None")         \
    X(TOKEN_TRUE, "True")         \
    X(TOKEN_AND, "and")           \
    X(TOKEN_AS, "as")             \
    X(TOKEN_ASSERT, "assert")     \
    X(TOKEN_ASYNC, "async")       \
    X(TOKEN_AWAIT, "await")       \
    X(TOKEN_BREAK, "break")       \
    X(TOKEN_CLASS, "class")       \
    X(TOKEN_CONTINUE, "continue") \
    X(TOKEN_DEF, "def")           \
    X(TOKEN_DEL, "del")           \
    X(TOKEN_ELIF, "elif")         \
    X(TOKEN_ELSE, "else")         \
    X(TOKEN_EXCEPT, "except")     \
    X(TOKEN_FINALLY, "finally")   \
    X(TOKEN_FOR, "for")           \
    X(TOKEN_FROM, "from")         \
    X(TOKEN_GLOBAL, "global")     \
    X(TOKEN_IF, "if")             \
    X(TOKEN_IMPORT, "import")     \
    X(TOKEN_IN, "in")             \
    X(TOKEN_IS, "is")             \
    X(TOKEN_LAMBDA, "lambda")     \
    X(TOKEN_NONLOCAL, "nonlocal") \
    X(TOKEN_NOT, "not")           \
    X(TOKEN_OR, "or")             \
    X(TOKEN_PASS, "pass")         \
    X(TOKEN_RAISE, "raise")       \
    X(TOKEN_RETURN, "return")     \
    X(TOKEN_TRY, "try")           \
    X(TOKEN_WHILE, "while")       \
    X(TOKEN_WITH, "with")         \
    X(TOKEN_YIELD, "yield")

#define TOKEN_PUNCTUATION(X)                                              \
    X(TOKEN_LEFT_PAREN, "(")                                              \
    X(TOKEN_RIGHT_PAREN, ")")                                             \
    X(TOKEN_LEFT_BRACKET, "[")                                            \
    X(TOKEN_RIGHT_BRACKET, "]")                                           \
    X(TOKEN_LEFT_BRACE, "{")                                              \
    X(TOKEN_RIGHT_BRACE, "}")                                             \
    X(TOKEN_COMMA, ",")                                                   \
    X(TOKEN_COLON, ":")                                                   \
    X(TOKEN_SEMICOLON, ";")                                               \
    X(TOKEN_DOT, ".")                                                     \
    X(TOKEN_ELLIPSIS, "...")                                              \
    X(TOKEN_ARROW, "->")                                                  \
    X(TOKEN_COLON_EQUAL, ":=")                                            \
    X(TOKEN_EXCLAMATION, "!") /* in an f-string: before the conversion */ \
    X(TOKEN_TILDE, "~")                                                   \
    X(TOKEN_EQUAL_EQUAL, "==")                                            \
    X(TOKEN_NOT_EQUAL, "!=")                                              \
    X(TOKEN_LESS, "<")                                                    \
    X(TOKEN_LESS_EQUAL, "<=")                                             \
    X(TOKEN_GREATER, ">")                                                 \
    X(TOKEN_GREATER_EQUAL, ">=")

/* The binary operators and the augmented assignments stand in the order of the tree's operators
 * (AST_OPERATORS). */
#define TOKEN_BINARY_OPERATORS(X) \
    X(TOKEN_PLUS, "+")            \
    X(TOKEN_MINUS, "-")           \
    X(TOKEN_STAR, "*")            \
    X(TOKEN_AT, "@")              \
    X(TOKEN_SLASH, "/")           \
    X(TOKEN_PERCENT, "%")         \
    X(TOKEN_DOUBLE_STAR, "**")    \
    X(TOKEN_LEFT_SHIFT, "<<")     \
    X(TOKEN_RIGHT_SHIFT, ">>")    \
    X(TOKEN_PIPE, "|")            \
    X(TOKEN_CARET, "^")           \
    X(TOKEN_AMPERSAND, "&")       \
    X(TOKEN_DOUBLE_SLASH, "//")

#define TOKEN_ASSIGNMENTS(X)           \
    X(TOKEN_PLUS_EQUAL, "+=")          \
    X(TOKEN_MINUS_EQUAL, "-=")         \
    X(TOKEN_STAR_EQUAL, "*=")          \
    X(TOKEN_AT_EQUAL, "@=")            \
    X(TOKEN_SLASH_EQUAL, "/=")         \
    X(TOKEN_PERCENT_EQUAL, "%=")       \
    X(TOKEN_DOUBLE_STAR_EQUAL, "**=")  \
    X(TOKEN_LEFT_SHIFT_EQUAL, "<<=")   \
    X(TOKEN_RIGHT_SHIFT_EQUAL, ">>=")  \
    X(TOKEN_PIPE_EQUAL, "|=")          \
    X(TOKEN_CARET_EQUAL, "^=")         \
    X(TOKEN_AMPERSAND_EQUAL, "&=")     \
    X(TOKEN_DOUBLE_SLASH_EQUAL, "//=") \
    X(TOKEN_EQUAL, "=")

typedef enum TokenKind {
    TOKEN_END,   /* of the source */
    TOKEN_ERROR, /* the lexer has filled in its SyntaxErrorInfo */
    TOKEN_NEWLINE,
    TOKEN_INDENT,
    TOKEN_DEDENT,
    TOKEN_NAME,
    TOKEN_NUMBER,
    TOKEN_STRING, /* prefix and quotes included; bytes too */
    TOKEN_FSTRING_START,
    TOKEN_FSTRING_MIDDLE,
    TOKEN_FSTRING_END,
    TOKEN_UNKNOWN, /* a character that begins no token, e.g. '$': the parser refuses it where it stands */
#define TOKEN_ENUMERATOR(enumerator, spelling) enumerator,
    TOKEN_KEYWORDS(TOKEN_ENUMERATOR) TOKEN_PUNCTUATION(TOKEN_ENUMERATOR)
        TOKEN_BINARY_OPERATORS(TOKEN_ENUMERATOR) TOKEN_ASSIGNMENTS(TOKEN_ENUMERATOR)
#undef TOKEN_ENUMERATOR
            TOKEN_KIND_COUNT
} TokenKind;

/* Lines count from 1, columns from 0 in bytes; ends are exclusive. */
typedef struct Token {
    uint8_t kind;
    uint8_t level;       /* how many brackets are open after it */
    uint32_t start, end; /* offsets into the source's text */
    int32_t line, column, end_line, end_column;
} Token;

/* A name for people: "NAME", "NEWLINE", "'while'", "'+='". */
const char *token_kind_name(TokenKind kind);

/* The spelling of a keyword or an operator; NULL for the other kinds. */
const char *token_spelling(TokenKind kind);

/* The keyword with these characters, or TOKEN_NAME if they are none. */
TokenKind token_keyword(const char *chars, uint32_t length);

#endif
