/* Numbers: where they end, and whether they are well formed. Their value is number_literal.c's affair. */
#include "lexer/lexer_internal.h"

#include <ctype.h>
#include <string.h>

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* A number may run into a keyword (`1if x else y`), which is legal but deprecated; not into a name. */
static bool check_end(Lexer *lexer, const char *kind) {
    static const char *const keywords[] = {"and", "else", "for", "if", "in", "is", "not", "or"};
    const char *cursor = lexer->cursor;
    for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++) {
        if (strncmp(cursor, keywords[i], strlen(keywords[i])) == 0) {
            syntax_warning_add(lexer->warnings, lexer->arena, WARNING_DEPRECATION, lexer->line,
                               "invalid %s literal", kind);
            return true;
        }
    }
    if ((*cursor & 0x80) == 0 && lexer_is_name_character(*cursor)) {
        lexer_fail_at(lexer, cursor - 1, "invalid %s literal", kind);
        return false;
    }
    return true;
}

/* Digits with single underscores between them. */
static bool scan_digits(Lexer *lexer) {
    for (;;) {
        while (is_digit(*lexer->cursor)) {
            lexer->cursor++;
        }
        if (*lexer->cursor != '_') {
            return true;
        }
        lexer->cursor++;
        if (!is_digit(*lexer->cursor)) {
            lexer_fail_at(lexer, lexer->cursor - 1, "invalid decimal literal");
            return false;
        }
    }
}

static bool is_digit_of_base(char c, int base) {
    return base == 16 ? isxdigit((unsigned char)c) != 0 : c >= '0' && c < '0' + base;
}

/* What follows 0x, 0o or 0b. */
static bool scan_based(Lexer *lexer, int base, const char *kind) {
    lexer->cursor += 2;
    do {
        if (*lexer->cursor == '_') {
            lexer->cursor++;
        }
        if (!is_digit_of_base(*lexer->cursor, base)) {
            if (is_digit(*lexer->cursor)) {
                lexer_fail_at(lexer, lexer->cursor, "invalid digit '%c' in %s literal", *lexer->cursor, kind);
            } else {
                lexer_fail_at(lexer, lexer->cursor - 1, "invalid %s literal", kind);
            }
            return false;
        }
        while (is_digit_of_base(*lexer->cursor, base)) {
            lexer->cursor++;
        }
    } while (*lexer->cursor == '_');
    if (is_digit(*lexer->cursor)) {
        lexer_fail_at(lexer, lexer->cursor, "invalid digit '%c' in %s literal", *lexer->cursor, kind);
        return false;
    }
    return check_end(lexer, kind);
}

/* 0777: it was octal once, so it is refused. */
static bool refuse_leading_zeros(Lexer *lexer, const Token *token, const char *zeros_end) {
    lexer_fail_at(
        lexer, lexer->source->text + token->start,
        "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers");
    lexer->error->end_column = (int32_t)(zeros_end - lexer->line_start);
    return false;
}

/* The exponent, if there is one: `1e` alone is wrong, but `1else` is a number and a keyword. */
static bool scan_exponent(Lexer *lexer, bool *has_exponent) {
    const char *cursor = lexer->cursor;
    *has_exponent = false;
    if ((*cursor | 32) != 'e') {
        return true;
    }
    bool has_sign = cursor[1] == '+' || cursor[1] == '-';
    if (!is_digit(cursor[1 + has_sign])) {
        if (has_sign) {
            lexer_fail_at(lexer, cursor + 1, "invalid decimal literal");
            return false;
        }
        return true; /* check_end has the last word */
    }
    lexer->cursor += 1 + has_sign;
    *has_exponent = true;
    return scan_digits(lexer);
}

static bool scan_decimal(Lexer *lexer, const Token *token) {
    const char *start = lexer->cursor, *zeros_end = start;
    while (*zeros_end == '0' || (*zeros_end == '_' && zeros_end > start && is_digit(zeros_end[1]))) {
        zeros_end++;
    }
    if (!scan_digits(lexer)) {
        return false;
    }
    bool has_leading_zeros = zeros_end > start && is_digit(*zeros_end);
    bool is_float = *lexer->cursor == '.';
    if (is_float) {
        lexer->cursor++;
        if (is_digit(*lexer->cursor) && !scan_digits(lexer)) {
            return false;
        }
    }
    bool has_exponent;
    if (!scan_exponent(lexer, &has_exponent)) {
        return false;
    }
    if ((*lexer->cursor | 32) == 'j') {
        lexer->cursor++;
        if (!check_end(lexer, "imaginary")) {
            return false;
        }
        lexer_fail_at(lexer, start, "Bide has no complex numbers: imaginary literal '%.*s'",
                      (int)(lexer->cursor - start), start);
        lexer->error->end_column = (int32_t)(lexer->cursor - lexer->line_start);
        return false;
    }
    if (has_leading_zeros && !is_float && !has_exponent) {
        return refuse_leading_zeros(lexer, token, zeros_end);
    }
    return check_end(lexer, "decimal");
}

Token lexer_scan_number(Lexer *lexer, Token *token) {
    bool is_good;
    switch (*lexer->cursor == '0' ? lexer->cursor[1] | 32 : '\0') {
    case 'x': is_good = scan_based(lexer, 16, "hexadecimal"); break;
    case 'o': is_good = scan_based(lexer, 8, "octal"); break;
    case 'b': is_good = scan_based(lexer, 2, "binary"); break;
    default: is_good = scan_decimal(lexer, token); break;
    }
    return lexer_end_token(lexer, token, is_good ? TOKEN_NUMBER : TOKEN_ERROR);
}
