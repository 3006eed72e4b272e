/* Strings and f-strings: where they end. What their escapes mean is string_literal.c's affair. */
#include "lexer/lexer_internal.h"

#include <stdio.h>
#include <string.h>

int lexer_string_prefix(const char *cursor) {
    char first = *cursor | 32;
    if (first != 'r' && first != 'b' && first != 'f' && first != 'u') {
        return 0;
    }
    char second = cursor[1];
    if (second == '\'' || second == '"') {
        return 1;
    }
    second |= 32;
    bool is_pair = first == 'r' ? second == 'b' || second == 'f' : first != 'u' && second == 'r';
    return is_pair && (cursor[2] == '\'' || cursor[2] == '"') ? 2 : 0;
}

static bool closes(const char *cursor, char quote, bool is_triple) {
    return *cursor == quote && (!is_triple || (cursor[1] == quote && cursor[2] == quote));
}

/* A string that never ends is reported where it begins. */
static Token fail_unterminated(Lexer *lexer, const char *kind, const char *hint, int32_t line,
                               int32_t column) {
    /* A triple-quoted string runs to the end of the source: CPython counts the line after the last newline
     * only if there is something in it. */
    int32_t last_line = lexer->line;
    if (*lexer->cursor == '\0' && lexer->line > line) {
        last_line--;
    }
    Token token = lexer_fail_at(lexer, lexer->cursor, "unterminated %s literal (detected at line %d)%s", kind,
                                last_line, hint);
    lexer->error->line = lexer->error->end_line = line;
    lexer->error->column = lexer->error->end_column = column;
    lexer->error->incomplete = *lexer->cursor == '\0';
    return token;
}

static Token fail_unterminated_fstring(Lexer *lexer) {
    const OpenFString *fstring = &lexer->fstrings[lexer->fstring_count - 1];
    return fail_unterminated(lexer, fstring->is_triple ? "triple-quoted f-string" : "f-string", "",
                             fstring->line, fstring->column);
}

/* A string in an f-string's expression that never ends, and has the f-string's quotes, was rather meant to
 * end that: a brace is missing. */
static bool was_meant_as_end(const Lexer *lexer, char quote, bool is_triple) {
    if (lexer->fstring_count == 0) {
        return false;
    }
    const OpenFString *fstring = &lexer->fstrings[lexer->fstring_count - 1];
    return fstring->quote == quote && fstring->is_triple == is_triple;
}

static Token open_fstring(Lexer *lexer, Token *token, char quote, bool is_triple, bool is_raw) {
    if (lexer->fstring_count == LEXER_MAX_FSTRINGS) {
        return lexer_fail_at(lexer, lexer->cursor, "too many nested f-strings");
    }
    lexer->cursor += is_triple ? 3 : 1;
    OpenFString *fstring = &lexer->fstrings[lexer->fstring_count++];
    *fstring = (OpenFString){.quote = quote,
                             .is_triple = is_triple,
                             .is_raw = is_raw,
                             .line = token->line,
                             .column = token->column};
    return lexer_end_token(lexer, token, TOKEN_FSTRING_START);
}

Token lexer_scan_string(Lexer *lexer, Token *token, int prefix_length) {
    bool is_raw = false, is_fstring = false, has_escaped_quote = false;
    for (int i = 0; i < prefix_length; i++) {
        is_raw |= (lexer->cursor[i] | 32) == 'r';
        is_fstring |= (lexer->cursor[i] | 32) == 'f';
    }
    lexer->cursor += prefix_length;
    char quote = *lexer->cursor;
    bool is_triple = lexer->cursor[1] == quote && lexer->cursor[2] == quote;
    if (is_fstring) {
        return open_fstring(lexer, token, quote, is_triple, is_raw);
    }
    lexer->cursor += is_triple ? 3 : 1;
    while (!closes(lexer->cursor, quote, is_triple)) {
        char c = *lexer->cursor;
        if (c == '\0' || (c == '\n' && !is_triple)) {
            const char *hint = has_escaped_quote && !is_triple ? "; perhaps you escaped the end quote?" : "";
            Token error = fail_unterminated(lexer, is_triple ? "triple-quoted string" : "string", hint,
                                            token->line, token->column);
            if (was_meant_as_end(lexer, quote, is_triple)) {
                snprintf(lexer->error->message, sizeof lexer->error->message, "f-string: expecting '}'");
            }
            return error;
        }
        if (c == '\\') {
            c = *++lexer->cursor;
            has_escaped_quote |= c == quote;
        }
        if (c == '\n') {
            lexer->line++;
            lexer->line_start = lexer->cursor + 1;
        }
        lexer->cursor += c != '\0';
    }
    lexer->cursor += is_triple ? 3 : 1;
    return lexer_end_token(lexer, token, TOKEN_STRING);
}

/* `{`: a replacement field begins, in the text or in a format spec. */
static Token open_field(Lexer *lexer, OpenFString *fstring) {
    Token token = {0};
    lexer_begin_token(lexer, &token, lexer->cursor);
    if (fstring->field_depth == LEXER_MAX_FIELDS) {
        return lexer_fail_at(lexer, lexer->cursor - 1, "f-string: expressions nested too deeply");
    }
    if (lexer->bracket_count == LEXER_MAX_BRACKETS) {
        return lexer_fail_at(lexer, lexer->cursor, "too many nested parentheses");
    }
    lexer->brackets[lexer->bracket_count++] = (OpenBracket){'{', token.line, token.column};
    fstring->bracket_levels[fstring->field_depth++] = (uint8_t)lexer->bracket_count;
    fstring->in_expression = true;
    lexer->cursor++;
    return lexer_end_token(lexer, &token, TOKEN_LEFT_BRACE);
}

/* `}`: the field whose format spec has been read ends. */
static Token close_field(Lexer *lexer, OpenFString *fstring) {
    Token token = {0};
    lexer_begin_token(lexer, &token, lexer->cursor);
    lexer->cursor++;
    lexer->bracket_count--;
    fstring->field_depth--;
    return lexer_end_token(lexer, &token, TOKEN_RIGHT_BRACE);
}

Token lexer_scan_fstring_text(Lexer *lexer) {
    OpenFString *fstring = &lexer->fstrings[lexer->fstring_count - 1];
    bool in_format_spec = fstring->field_depth > 0;
    Token token = {0};
    lexer_begin_token(lexer, &token, lexer->cursor);
    const char *start = lexer->cursor;
    for (;;) {
        char c = *lexer->cursor;
        bool ends = closes(lexer->cursor, fstring->quote, fstring->is_triple);
        bool is_doubled = !in_format_spec && lexer->cursor[0] != '\0' && lexer->cursor[1] == c;
        if (ends || (c == '{' && !is_doubled) || (c == '}' && in_format_spec)) {
            break;
        }
        if (c == '\n' && !fstring->is_triple && in_format_spec) {
            fstring->in_expression = true; /* only the `}` may follow, in whatever line */
            break;
        }
        if (c == '\0' || (c == '\n' && !fstring->is_triple)) {
            return fail_unterminated_fstring(lexer);
        }
        if (c == '{' || c == '}') {
            if (!is_doubled) {
                return lexer_fail_at(lexer, lexer->cursor, "f-string: single '}' is not allowed");
            }
            lexer->cursor++;
        } else if (c == '\\') {
            c = *++lexer->cursor;
            if (!fstring->is_raw && c == 'N' && lexer->cursor[1] == '{') {
                /* A character's name: its braces open no field. */
                lexer->cursor += strcspn(lexer->cursor, "}\n\"'");
                lexer->cursor += *lexer->cursor == '}';
                continue;
            }
            if (c == '{' || c == '}') {
                continue; /* '\{x}': the backslash stands for itself, and the field begins */
            }
        }
        if (c == '\n') {
            lexer->line++;
            lexer->line_start = lexer->cursor + 1;
        }
        lexer->cursor += c != '\0';
    }
    if (lexer->cursor > start) {
        return lexer_end_token(lexer, &token, TOKEN_FSTRING_MIDDLE);
    }
    if (fstring->in_expression) {
        return lexer_next(lexer);
    }
    if (*start == '{') {
        return open_field(lexer, fstring);
    }
    if (*start == '}') {
        return close_field(lexer, fstring);
    }
    lexer->cursor += fstring->is_triple ? 3 : 1;
    lexer->fstring_count--;
    return lexer_end_token(lexer, &token, TOKEN_FSTRING_END);
}
