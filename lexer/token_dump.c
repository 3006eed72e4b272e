#include "lexer/token_dump.h"
#include "lexer/lexer.h"

static const char *kind_of(const Token *token) {
    if (token->kind >= TOKEN_FALSE && token->kind <= TOKEN_YIELD) {
        return "KEYWORD";
    }
    return token->kind > TOKEN_YIELD ? "OPERATOR" : token_kind_name(token->kind);
}

static void print_text(FILE *out, const char *text, uint32_t length) {
    for (uint32_t i = 0; i < length; i++) {
        if (text[i] == '\n') {
            fputs("\\n", out);
        } else {
            fputc(text[i], out);
        }
    }
}

bool token_dump(FILE *out, const Source *source, SyntaxErrorInfo *error) {
    Arena arena;
    arena_init(&arena);
    Lexer lexer;
    lexer_init(&lexer, source, &arena, error, NULL);
    Token token;
    do {
        token = lexer_next(&lexer);
        if (token.kind == TOKEN_ERROR) {
            break;
        }
        char place[64];
        snprintf(place, sizeof place, "%d:%d-%d:%d", token.line, token.column, token.end_line,
                 token.end_column);
        bool has_text = token.kind >= TOKEN_NAME;
        fprintf(out, has_text ? "%-16s %-15s " : "%-16s %s", place, kind_of(&token));
        if (has_text) {
            print_text(out, source->text + token.start, token.end - token.start);
        }
        fputc('\n', out);
    } while (token.kind != TOKEN_END);
    arena_free(&arena);
    return token.kind == TOKEN_END;
}
