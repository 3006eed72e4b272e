#include "lexer/lexer.h"
#include "lexer/identifier.h"
#include "lexer/lexer_internal.h"
#include "lexer/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { TAB_WIDTH = 8 };

void syntax_warning_add(SyntaxWarningList *warnings, Arena *arena, SyntaxWarningKind kind, int32_t line,
                        const char *format, ...) {
    if (warnings == NULL) {
        return;
    }
    char message[256];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    for (int32_t i = 0; i < warnings->count; i++) {
        if (warnings->items[i].line == line && strcmp(warnings->items[i].message, message) == 0) {
            return; /* the parser may read a statement twice */
        }
    }
    if (warnings->count == warnings->capacity) {
        int32_t capacity = warnings->capacity ? warnings->capacity * 2 : 8;
        SyntaxWarning *items = arena_allocate(arena, (size_t)capacity * sizeof *items);
        if (warnings->count > 0) {
            memcpy(items, warnings->items, (size_t)warnings->count * sizeof *items);
        }
        warnings->items = items;
        warnings->capacity = capacity;
    }
    warnings->items[warnings->count++] =
        (SyntaxWarning){kind, arena_text(arena, message, strlen(message))->chars, line};
}

void lexer_init(Lexer *lexer, const Source *source, Arena *arena, SyntaxErrorInfo *error,
                SyntaxWarningList *warnings) {
    lexer->source = source;
    lexer->arena = arena;
    lexer->error = error;
    lexer->warnings = warnings;
    lexer->cursor = lexer->line_start = source->text;
    lexer->line = 1;
    lexer->at_line_start = true;
    lexer->error_is_final = lexer->error_is_unclosed = false;
    lexer->pending_dedents = 0;
    lexer->bracket_count = lexer->fstring_count = 0;
    lexer->indent_count = 1;
    lexer->indents[0].column = lexer->indents[0].tab_column = 0;
}

void lexer_begin_token(Lexer *lexer, Token *token, const char *start) {
    token->start = (uint32_t)(start - lexer->source->text);
    token->line = lexer->line;
    token->column = (int32_t)(start - lexer->line_start);
}

Token lexer_end_token(Lexer *lexer, Token *token, TokenKind kind) {
    token->kind = (uint8_t)kind;
    token->end = (uint32_t)(lexer->cursor - lexer->source->text);
    token->end_line = lexer->line;
    token->end_column = (int32_t)(lexer->cursor - lexer->line_start);
    token->level = (uint8_t)lexer->bracket_count;
    return *token;
}

static Token error_token(Lexer *lexer) {
    Token token = {0};
    lexer_begin_token(lexer, &token, lexer->cursor);
    return lexer_end_token(lexer, &token, TOKEN_ERROR);
}

Token lexer_fail_at(Lexer *lexer, const char *place, const char *format, ...) {
    char message[SYNTAX_ERROR_MESSAGE_SIZE];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    int32_t column = (int32_t)(place - lexer->line_start);
    syntax_error_set(lexer->error, ERROR_SYNTAX, lexer->line, column, lexer->line, column, "%s", message);
    lexer->error_is_final = true;
    return error_token(lexer);
}

static Token fail_indentation(Lexer *lexer, SyntaxErrorKind kind, int32_t column, const char *message) {
    syntax_error_set(lexer->error, kind, lexer->line, column, lexer->line, column, "%s", message);
    lexer->error_is_final = false;
    return error_token(lexer);
}

/* --- Layout: lines, indentation, the end ------------------------------------------------------------------
 */

static Token end_of_source(Lexer *lexer) {
    if (lexer->bracket_count > 0) {
        OpenBracket *bracket = &lexer->brackets[lexer->bracket_count - 1];
        syntax_error_set(lexer->error, ERROR_SYNTAX, bracket->line, bracket->column, bracket->line,
                         bracket->column, "'%c' was never closed", bracket->character);
        lexer->error->incomplete = true;
        lexer->error_is_unclosed = true;
        return error_token(lexer);
    }
    TokenKind kind = lexer->indent_count > 1 ? TOKEN_DEDENT : TOKEN_END;
    lexer->indent_count -= kind == TOKEN_DEDENT;
    Token token = {0};
    lexer_begin_token(lexer, &token, lexer->cursor);
    lexer_end_token(lexer, &token, kind);
    /* Errors at the end are shown in the last line, after its newline. */
    size_t length;
    if (source_line(lexer->source, lexer->source->line_count, &length) != NULL) {
        token.line = token.end_line = lexer->source->line_count;
        token.column = token.end_column = (int32_t)length + 1;
    }
    return token;
}

static void next_line(Lexer *lexer) {
    lexer->cursor++;
    lexer->line++;
    lexer->line_start = lexer->cursor;
}

typedef struct Indentation {
    int32_t column, tab_column;
} Indentation;

/* A backslash joins lines: pass over it and the newline. False when nothing follows. */
static bool join_lines(Lexer *lexer) {
    lexer->cursor++;
    if (lexer->cursor[1] == '\0' && lexer->bracket_count == 0) {
        lexer_fail_at(lexer, lexer->cursor, "unexpected EOF while parsing");
        lexer->error_is_final = false;
        lexer->error->incomplete = true;
        return false;
    }
    next_line(lexer);
    return true;
}

/* Measure the whitespace at the start of a line that holds code; lines without code are passed over. False at
 * the end of the source, or when there is an error. */
static bool measure_indentation(Lexer *lexer, Indentation *result) {
    for (;;) {
        int32_t column = 0, tab_column = 0, continued_column = 0;
        for (;;) {
            char c = *lexer->cursor;
            if (c == ' ') {
                column++;
                tab_column++;
            } else if (c == '\t') {
                column = (column / TAB_WIDTH + 1) * TAB_WIDTH;
                tab_column++;
            } else if (c == '\f') {
                column = tab_column = 0;
            } else if (c == '\\' && lexer->cursor[1] == '\n') {
                /* The indentation is what stands before the first backslash. */
                continued_column = continued_column ? continued_column : column;
                if (!join_lines(lexer)) {
                    return false;
                }
                continue;
            } else {
                break;
            }
            lexer->cursor++;
        }
        if (*lexer->cursor == '#') {
            lexer->cursor += strcspn(lexer->cursor, "\n");
        }
        if (*lexer->cursor == '\n') {
            next_line(lexer);
        } else if (*lexer->cursor == '\0') {
            return false;
        } else {
            *result = (Indentation){continued_column ? continued_column : column,
                                    continued_column ? continued_column : tab_column};
            return true;
        }
    }
}

/* Compare the line's indentation with the open blocks; false when it is wrong. */
static bool settle_indentation(Lexer *lexer, Indentation indentation) {
    int top = lexer->indent_count - 1;
    int32_t place = (int32_t)(lexer->cursor - lexer->line_start);
    if (indentation.column == lexer->indents[top].column) {
        if (indentation.tab_column != lexer->indents[top].tab_column) {
            goto inconsistent;
        }
    } else if (indentation.column > lexer->indents[top].column) {
        if (lexer->indent_count == LEXER_MAX_INDENTS) {
            fail_indentation(lexer, ERROR_INDENTATION, place, "too many levels of indentation");
            return false;
        }
        if (indentation.tab_column <= lexer->indents[top].tab_column) {
            goto inconsistent;
        }
        lexer->pending_dedents = -1;
        lexer->indents[lexer->indent_count].column = indentation.column;
        lexer->indents[lexer->indent_count++].tab_column = indentation.tab_column;
    } else {
        while (top > 0 && indentation.column < lexer->indents[top].column) {
            lexer->pending_dedents++;
            top--;
        }
        lexer->indent_count = top + 1;
        if (indentation.column != lexer->indents[top].column) {
            size_t length;
            source_line(lexer->source, lexer->line, &length);
            fail_indentation(lexer, ERROR_INDENTATION, (int32_t)length,
                             "unindent does not match any outer indentation level");
            return false;
        }
        if (indentation.tab_column != lexer->indents[top].tab_column) {
            goto inconsistent;
        }
    }
    return true;

inconsistent:
    fail_indentation(lexer, ERROR_TAB, 0, "inconsistent use of tabs and spaces in indentation");
    return false;
}

/* --- Brackets ---------------------------------------------------------------------------------------------
 */

static Token open_bracket(Lexer *lexer, Token *token, TokenKind kind) {
    if (lexer->bracket_count == LEXER_MAX_BRACKETS) {
        return lexer_fail_at(lexer, lexer->cursor, "too many nested parentheses");
    }
    lexer->brackets[lexer->bracket_count++] = (OpenBracket){*lexer->cursor, token->line, token->column};
    lexer->cursor++;
    return lexer_end_token(lexer, token, kind);
}

static Token close_bracket(Lexer *lexer, Token *token, TokenKind kind) {
    char closing = *lexer->cursor;
    OpenFString *fstring = lexer->fstring_count > 0 ? &lexer->fstrings[lexer->fstring_count - 1] : NULL;
    bool ends_field = fstring && lexer->bracket_count == fstring->bracket_levels[fstring->field_depth - 1];
    if (lexer->bracket_count == 0 || (ends_field && closing != '}')) {
        return lexer_fail_at(lexer, lexer->cursor, "%sunmatched '%c'", fstring ? "f-string: " : "", closing);
    }
    OpenBracket *bracket = &lexer->brackets[lexer->bracket_count - 1];
    char opening = bracket->character;
    if (!((opening == '(' && closing == ')') || (opening == '[' && closing == ']') ||
          (opening == '{' && closing == '}'))) {
        if (bracket->line != lexer->line) {
            return lexer_fail_at(
                lexer, lexer->cursor,
                "closing parenthesis '%c' does not match opening parenthesis '%c' on line %d", closing,
                opening, bracket->line);
        }
        return lexer_fail_at(lexer, lexer->cursor,
                             "closing parenthesis '%c' does not match opening parenthesis '%c'", closing,
                             opening);
    }
    lexer->bracket_count--;
    lexer->cursor++;
    if (ends_field) {
        fstring->field_depth--;
        fstring->in_expression = false;
    }
    return lexer_end_token(lexer, token, kind);
}

/* --- Names and operators ----------------------------------------------------------------------------------
 */

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* A byte of a character beyond ASCII counts as a letter until the whole name is checked. */
static bool is_name_start(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (uint8_t)c >= 0x80;
}

bool lexer_is_name_character(char c) {
    return is_name_start(c) || is_digit(c);
}

static Token scan_name(Lexer *lexer, Token *token) {
    const char *start = lexer->cursor;
    bool is_ascii = true;
    while (lexer_is_name_character(*lexer->cursor)) {
        is_ascii &= (uint8_t)*lexer->cursor < 0x80;
        lexer->cursor++;
    }
    if (is_ascii) {
        return lexer_end_token(lexer, token, token_keyword(start, (uint32_t)(lexer->cursor - start)));
    }
    const char *cursor = start;
    while (cursor < lexer->cursor) {
        const char *place = cursor;
        uint32_t code_point = utf8_decode(&cursor);
        if (place == start ? identifier_can_start(code_point) : identifier_can_continue(code_point)) {
            continue;
        }
        if (code_point_is_invisible(code_point)) {
            return lexer_fail_at(lexer, place, "invalid non-printable character U+%04X", code_point);
        }
        return lexer_fail_at(lexer, place, "invalid character '%.*s' (U+%04X)", (int)(cursor - place), place,
                             code_point);
    }
    for (cursor = start; cursor < lexer->cursor;) {
        if (identifier_is_changed(utf8_decode(&cursor))) {
            return lexer_fail_at(lexer, start,
                                 "Bide does not normalize identifiers: '%.*s' is not in the form NFKC",
                                 (int)(lexer->cursor - start), start);
        }
    }
    return lexer_end_token(lexer, token, TOKEN_NAME);
}

static Token operator_token(Lexer *lexer, Token *token, int length, TokenKind kind) {
    lexer->cursor += length;
    return lexer_end_token(lexer, token, kind);
}

/* An operator that may be doubled and followed by `=`: + += * ** *= **= < << <= <<= ... TOKEN_UNKNOWN: no
 * such form. */
static Token scan_operator_family(Lexer *lexer, Token *token, TokenKind plain, TokenKind with_equal,
                                  TokenKind doubled, TokenKind doubled_with_equal) {
    const char *cursor = lexer->cursor;
    if (doubled != TOKEN_UNKNOWN && cursor[1] == cursor[0]) {
        if (cursor[2] == '=') {
            return operator_token(lexer, token, 3, doubled_with_equal);
        }
        return operator_token(lexer, token, 2, doubled);
    }
    if (cursor[1] == '=') {
        return operator_token(lexer, token, 2, with_equal);
    }
    return operator_token(lexer, token, 1, plain);
}

static Token scan_colon(Lexer *lexer, Token *token) {
    if (lexer->fstring_count > 0) {
        OpenFString *fstring = &lexer->fstrings[lexer->fstring_count - 1];
        if (lexer->bracket_count == fstring->bracket_levels[fstring->field_depth - 1]) {
            fstring->in_expression = false; /* the format spec follows */
            return operator_token(lexer, token, 1, TOKEN_COLON);
        }
    }
    return lexer->cursor[1] == '=' ? operator_token(lexer, token, 2, TOKEN_COLON_EQUAL)
                                   : operator_token(lexer, token, 1, TOKEN_COLON);
}

static Token scan_operator(Lexer *lexer, Token *token) {
    const char *cursor = lexer->cursor;
    switch (*cursor) {
    case '(': return open_bracket(lexer, token, TOKEN_LEFT_PAREN);
    case '[': return open_bracket(lexer, token, TOKEN_LEFT_BRACKET);
    case '{': return open_bracket(lexer, token, TOKEN_LEFT_BRACE);
    case ')': return close_bracket(lexer, token, TOKEN_RIGHT_PAREN);
    case ']': return close_bracket(lexer, token, TOKEN_RIGHT_BRACKET);
    case '}': return close_bracket(lexer, token, TOKEN_RIGHT_BRACE);
    case ',': return operator_token(lexer, token, 1, TOKEN_COMMA);
    case ';': return operator_token(lexer, token, 1, TOKEN_SEMICOLON);
    case '~': return operator_token(lexer, token, 1, TOKEN_TILDE);
    case ':': return scan_colon(lexer, token);
    case '.':
        if (cursor[1] == '.' && cursor[2] == '.') {
            return operator_token(lexer, token, 3, TOKEN_ELLIPSIS);
        }
        return operator_token(lexer, token, 1, TOKEN_DOT);
    case '=':
        return cursor[1] == '=' ? operator_token(lexer, token, 2, TOKEN_EQUAL_EQUAL)
                                : operator_token(lexer, token, 1, TOKEN_EQUAL);
    case '!':
        return cursor[1] == '=' ? operator_token(lexer, token, 2, TOKEN_NOT_EQUAL)
                                : operator_token(lexer, token, 1, TOKEN_EXCLAMATION);
    case '-':
        if (cursor[1] == '>') {
            return operator_token(lexer, token, 2, TOKEN_ARROW);
        }
        return scan_operator_family(lexer, token, TOKEN_MINUS, TOKEN_MINUS_EQUAL, TOKEN_UNKNOWN,
                                    TOKEN_UNKNOWN);
    case '<':
        if (cursor[1] == '>') {
            return operator_token(lexer, token, 2, TOKEN_UNKNOWN);
        }
        return scan_operator_family(lexer, token, TOKEN_LESS, TOKEN_LESS_EQUAL, TOKEN_LEFT_SHIFT,
                                    TOKEN_LEFT_SHIFT_EQUAL);
    case '>':
        return scan_operator_family(lexer, token, TOKEN_GREATER, TOKEN_GREATER_EQUAL, TOKEN_RIGHT_SHIFT,
                                    TOKEN_RIGHT_SHIFT_EQUAL);
    case '*':
        return scan_operator_family(lexer, token, TOKEN_STAR, TOKEN_STAR_EQUAL, TOKEN_DOUBLE_STAR,
                                    TOKEN_DOUBLE_STAR_EQUAL);
    case '/':
        return scan_operator_family(lexer, token, TOKEN_SLASH, TOKEN_SLASH_EQUAL, TOKEN_DOUBLE_SLASH,
                                    TOKEN_DOUBLE_SLASH_EQUAL);
#define SINGLE_OPERATOR(character, plain, with_equal) \
    case character: return scan_operator_family(lexer, token, plain, with_equal, TOKEN_UNKNOWN, TOKEN_UNKNOWN)
        SINGLE_OPERATOR('+', TOKEN_PLUS, TOKEN_PLUS_EQUAL);
        SINGLE_OPERATOR('@', TOKEN_AT, TOKEN_AT_EQUAL);
        SINGLE_OPERATOR('%', TOKEN_PERCENT, TOKEN_PERCENT_EQUAL);
        SINGLE_OPERATOR('|', TOKEN_PIPE, TOKEN_PIPE_EQUAL);
        SINGLE_OPERATOR('^', TOKEN_CARET, TOKEN_CARET_EQUAL);
        SINGLE_OPERATOR('&', TOKEN_AMPERSAND, TOKEN_AMPERSAND_EQUAL);
#undef SINGLE_OPERATOR
    default:
        if ((uint8_t)*cursor < ' ' || *cursor == 0x7f) {
            return lexer_fail_at(lexer, cursor, "invalid non-printable character U+%04X", (uint8_t)*cursor);
        }
        return operator_token(lexer, token, 1, TOKEN_UNKNOWN);
    }
}

/* --- The next token ---------------------------------------------------------------------------------------
 */

/* Pass over blanks and joined lines. False when a backslash stands wrong: the error is set. */
static bool skip_blanks(Lexer *lexer) {
    for (;;) {
        char c = *lexer->cursor;
        if (c == ' ' || c == '\t' || c == '\f') {
            lexer->cursor++;
        } else if (c == '\\') {
            if (lexer->cursor[1] != '\n') {
                lexer_fail_at(lexer, lexer->cursor + 1,
                              "unexpected character after line continuation character");
                lexer->error_is_final = false;
                return false;
            }
            if (!join_lines(lexer)) {
                return false;
            }
        } else if (c == '\n' && lexer->bracket_count > 0) {
            next_line(lexer);
        } else {
            return true;
        }
    }
}

Token lexer_next(Lexer *lexer) {
    if (lexer->error->is_set) {
        return error_token(lexer);
    }
    if (lexer->fstring_count > 0 && !lexer->fstrings[lexer->fstring_count - 1].in_expression) {
        return lexer_scan_fstring_text(lexer);
    }
    if (lexer->at_line_start) {
        lexer->at_line_start = false;
        Indentation indentation;
        if (!measure_indentation(lexer, &indentation)) {
            lexer->at_line_start = true; /* for what comes after the last DEDENT */
            return lexer->error->is_set ? error_token(lexer) : end_of_source(lexer);
        }
        if (!settle_indentation(lexer, indentation)) {
            return error_token(lexer);
        }
    }
    Token token = {0};
    if (lexer->pending_dedents != 0) {
        TokenKind kind = lexer->pending_dedents < 0 ? TOKEN_INDENT : TOKEN_DEDENT;
        lexer->pending_dedents += kind == TOKEN_INDENT ? 1 : -1;
        lexer_begin_token(lexer, &token, lexer->cursor);
        return lexer_end_token(lexer, &token, kind);
    }
    for (;;) {
        if (!skip_blanks(lexer)) {
            return error_token(lexer);
        }
        if (*lexer->cursor != '#') {
            break;
        }
        lexer_begin_token(lexer, &token,
                          lexer->cursor); /* where the NEWLINE after a comment begins for CPython */
        lexer->cursor += strcspn(lexer->cursor, "\n");
        if (lexer->bracket_count == 0) {
            lexer_end_token(lexer, &token, TOKEN_NEWLINE);
            token.end_column++; /* and its end is that of the line */
            next_line(lexer);
            lexer->at_line_start = true;
            return token;
        }
    }
    const char *start = lexer->cursor;
    lexer_begin_token(lexer, &token, start);
    char c = *start;
    if (is_name_start(c)) {
        int prefix_length = lexer_string_prefix(start);
        if (prefix_length > 0) {
            return lexer_scan_string(lexer, &token, prefix_length);
        }
        return scan_name(lexer, &token);
    }
    if (is_digit(c) || (c == '.' && is_digit(start[1]))) {
        return lexer_scan_number(lexer, &token);
    }
    if (c == '\'' || c == '"') {
        return lexer_scan_string(lexer, &token, 0);
    }
    if (c == '\n') {
        lexer_end_token(lexer, &token, TOKEN_NEWLINE);
        next_line(lexer);
        lexer->at_line_start = true;
        return token;
    }
    if (c == '\0') {
        return end_of_source(lexer);
    }
    return scan_operator(lexer, &token);
}
