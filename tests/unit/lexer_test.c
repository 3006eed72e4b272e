#include <criterion/criterion.h>

#include "lexer/lexer.h"
#include "lexer/number_literal.h"
#include "lexer/string_literal.h"
#include "lexer/token_dump.h"
#include "tests/unit/front_end.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static Lexer lexer;

TestSuite(lexer, .init = set_up, .fini = tear_down);
TestSuite(source, .init = set_up, .fini = tear_down);
TestSuite(literal, .init = set_up, .fini = tear_down);

static void open_text(const char *text) {
    cr_assert(source_from_bytes(&source, "test.py", text, strlen(text), &error), "%s", error.message);
    lexer_init(&lexer, &source, &arena, &error, &warnings);
}

/* The kinds of all tokens of `text` as one string. */
static const char *kinds_of(const char *text) {
    static char kinds[1024];
    kinds[0] = '\0';
    open_text(text);
    Token token;
    do {
        token = lexer_next(&lexer);
        if (kinds[0] != '\0') {
            strcat(kinds, " ");
        }
        strcat(kinds, token_kind_name(token.kind));
    } while (token.kind != TOKEN_END && token.kind != TOKEN_ERROR);
    return kinds;
}

static void expect_error(const char *text, SyntaxErrorKind kind, int line, int column, const char *message) {
    set_up();
    open_text(text);
    Token token;
    do {
        token = lexer_next(&lexer);
    } while (token.kind != TOKEN_END && token.kind != TOKEN_ERROR);
    cr_expect_eq(token.kind, TOKEN_ERROR, "no error in: %s", text);
    cr_expect_str_eq(error.message, message);
    cr_expect_eq(error.kind, kind, "%s", text);
    cr_expect_eq(error.line, line, "%s: line %d", text, error.line);
    cr_expect_eq(error.column, column, "%s: column %d", text, error.column);
    tear_down();
}

/* --- Source -----------------------------------------------------------------------------------------------
 */

Test(source, line_ends_become_newlines_and_the_last_line_gets_one) {
    open_text("a\r\nb\rc");
    cr_expect_str_eq(source.text, "a\nb\nc\n");
    cr_expect_eq(source.line_count, 3);
    size_t length;
    const char *line = source_line(&source, 3, &length);
    cr_expect_eq(length, 1);
    cr_expect_eq(*line, 'c');
    cr_expect_null(source_line(&source, 4, &length));
    cr_expect_null(source_line(&source, 0, &length));
}

Test(source, an_empty_text_has_no_lines) {
    open_text("");
    cr_expect_eq(source.line_count, 0);
    cr_expect_eq(lexer_next(&lexer).kind, TOKEN_END);
}

Test(source, the_byte_order_mark_is_dropped) {
    open_text("\xef\xbb\xbfx\n");
    cr_expect_str_eq(source.text, "x\n");
}

Test(source, latin_1_is_decoded_when_it_is_declared) {
    open_text("#!/usr/bin/env bide\n# -*- coding: latin-1 -*-\n'\xe9'\n");
    cr_expect_not_null(strstr(source.text, "'\xc3\xa9'"));
}

static void expect_refused(const char *bytes, size_t length, int line, const char *message) {
    Source refused;
    SyntaxErrorInfo why = {0};
    cr_assert_not(source_from_bytes(&refused, "test.py", bytes, length, &why));
    cr_expect_str_eq(why.message, message);
    cr_expect_eq(why.line, line);
}

Test(source, what_cannot_be_decoded_is_refused) {
    expect_refused("x = 1\0", 6, 1, "source code cannot contain null bytes");
    expect_refused("# coding: koi8-r\n", 17, 0, "encoding problem: koi8-r");
    expect_refused(
        "x\ny = '\xff'\n", 10, 0,
        "Non-UTF-8 code starting with '\\xff' in file test.py on line 2, but no encoding declared; see "
        "https://peps.python.org/pep-0263/ for details");
    expect_refused("# coding: utf-8\nx='\xff'", 20, 2,
                   "(unicode error) 'utf-8' codec can't decode byte 0xff in position 3: invalid start byte");
}

/* --- Tokens -----------------------------------------------------------------------------------------------
 */

Test(lexer, blocks_are_indents_and_dedents) {
    cr_expect_str_eq(kinds_of("if x:\n    y\n\n  # comment\nz\n"),
                     "'if' NAME ':' NEWLINE INDENT NAME NEWLINE DEDENT NAME NEWLINE END");
    tear_down();
    set_up();
    cr_expect_str_eq(
        kinds_of("if x:\n  if y:\n    z"),
        "'if' NAME ':' NEWLINE INDENT 'if' NAME ':' NEWLINE INDENT NAME NEWLINE DEDENT DEDENT END");
}

Test(lexer, line_ends_mean_nothing_in_brackets_or_after_a_backslash) {
    cr_expect_str_eq(kinds_of("(a,\n  b)\nc = \\\n  d\n"),
                     "'(' NAME ',' NAME ')' NEWLINE NAME '=' NAME NEWLINE END");
}

Test(lexer, the_longest_operator_wins) {
    cr_expect_str_eq(
        kinds_of("** **= // //= >>= << -> := ... != @= ~ .5 <="),
        "'**' '**=' '//' '//=' '>>=' '<<' '->' ':=' '...' '!=' '@=' '~' NUMBER '<=' NEWLINE END");
}

Test(lexer, every_keyword_is_known_and_nothing_else) {
#define CHECK_KEYWORD(kind, spelling) cr_expect_eq(token_keyword(spelling, strlen(spelling)), kind);
    TOKEN_KEYWORDS(CHECK_KEYWORD)
    static const char *const names[] = {"match", "case", "_",       "print",    "If",
                                        "iff",   "clas", "classes", "nonlocals"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        cr_expect_eq(token_keyword(names[i], strlen(names[i])), TOKEN_NAME, "%s", names[i]);
    }
}

Test(lexer, places_count_lines_and_bytes) {
    open_text("é = \"\"\"a\nb\"\"\" # comment\n");
    Token name = lexer_next(&lexer), equal = lexer_next(&lexer), string = lexer_next(&lexer);
    cr_expect_eq(name.end_column, 2);
    cr_expect_eq(equal.column, 3);
    cr_expect_eq(string.line, 1);
    cr_expect_eq(string.column, 5);
    cr_expect_eq(string.end_line, 2);
    cr_expect_eq(string.end_column, 4);
}

Test(lexer, an_f_string_is_read_piece_by_piece) {
    cr_expect_str_eq(kinds_of("f'a{x!r:>{w}}b{{}}' rb'{'"),
                     "FSTRING_START FSTRING_MIDDLE '{' NAME '!' NAME ':' FSTRING_MIDDLE '{' NAME '}' '}' "
                     "FSTRING_MIDDLE FSTRING_END STRING NEWLINE END");
    tear_down();
    set_up();
    cr_expect_str_eq(
        kinds_of("f'{d['k']} {f'{x}'}'"),
        "FSTRING_START '{' NAME '[' STRING ']' '}' FSTRING_MIDDLE '{' FSTRING_START '{' NAME '}' "
        "FSTRING_END '}' FSTRING_END NEWLINE END");
    tear_down();
    set_up();
    cr_expect_str_eq(
        kinds_of("f'{a != b} {lambda x: 1} {(x:=1)}'"),
        "FSTRING_START '{' NAME '!=' NAME '}' FSTRING_MIDDLE '{' 'lambda' NAME ':' FSTRING_MIDDLE '}' "
        "FSTRING_MIDDLE '{' '(' NAME ':=' NUMBER ')' '}' FSTRING_END NEWLINE END");
}

Test(lexer, mistakes_are_told_in_pythons_words) {
    expect_error("x = 'abc", ERROR_SYNTAX, 1, 4, "unterminated string literal (detected at line 1)");
    expect_error("x = '''abc\n", ERROR_SYNTAX, 1, 4,
                 "unterminated triple-quoted string literal (detected at line 1)");
    expect_error("(]", ERROR_SYNTAX, 1, 1, "closing parenthesis ']' does not match opening parenthesis '('");
    expect_error("(\n]", ERROR_SYNTAX, 2, 0,
                 "closing parenthesis ']' does not match opening parenthesis '(' on line 1");
    expect_error("f(a, (b", ERROR_SYNTAX, 1, 5, "'(' was never closed");
    expect_error(")", ERROR_SYNTAX, 1, 0, "unmatched ')'");
    expect_error("1a", ERROR_SYNTAX, 1, 0, "invalid decimal literal");
    expect_error("0b12", ERROR_SYNTAX, 1, 3, "invalid digit '2' in binary literal");
    expect_error("0xg", ERROR_SYNTAX, 1, 1, "invalid hexadecimal literal");
    expect_error("0777", ERROR_SYNTAX, 1, 0,
                 "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal "
                 "integers");
    expect_error("3j", ERROR_SYNTAX, 1, 0, "Bide has no complex numbers: imaginary literal '3j'");
    expect_error("a = “x”", ERROR_SYNTAX, 1, 4, "invalid character '“' (U+201C)");
    expect_error("a\xc2\xa0= 1", ERROR_SYNTAX, 1, 1, "invalid non-printable character U+00A0");
    expect_error("x = \\ 1", ERROR_SYNTAX, 1, 5, "unexpected character after line continuation character");
    expect_error("if x:\n    a\n  b\n", ERROR_INDENTATION, 3, 3,
                 "unindent does not match any outer indentation level");
    expect_error("if x:\n\ta\n        b\n", ERROR_TAB, 3, 0,
                 "inconsistent use of tabs and spaces in indentation");
    expect_error("f'a b", ERROR_SYNTAX, 1, 0, "unterminated f-string literal (detected at line 1)");
    expect_error("f'{a b", ERROR_SYNTAX, 1, 2, "'{' was never closed");
    expect_error("f'}'", ERROR_SYNTAX, 1, 2, "f-string: single '}' is not allowed");
    expect_error("f'{a'", ERROR_SYNTAX, 1, 4, "f-string: expecting '}'");
}

Test(lexer, what_is_open_could_be_continued) {
    static const char *const open[] = {"f(a,", "x = '''a", "x = 1 + \\", "x = [1, (2,"};
    static const char *const wrong[] = {"x = 'a\n", ")", "1a", "(]"};
    for (size_t i = 0; i < sizeof open / sizeof *open; i++) {
        tear_down();
        set_up();
        kinds_of(open[i]);
        cr_expect(error.incomplete, "%s", open[i]);
    }
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        tear_down();
        set_up();
        kinds_of(wrong[i]);
        cr_expect_not(error.incomplete, "%s", wrong[i]);
    }
}

Test(lexer, nesting_has_limits) {
    char text[400];
    memset(text, '(', sizeof text);
    text[sizeof text - 1] = '\0';
    expect_error(text, ERROR_SYNTAX, 1, 200, "too many nested parentheses");
}

Test(lexer, a_number_before_a_keyword_is_a_warning) {
    cr_expect_str_eq(kinds_of("1if x else 2"), "NUMBER 'if' NAME 'else' NUMBER NEWLINE END");
    cr_expect_eq(warnings.count, 1);
    cr_expect_str_eq(warnings.items[0].message, "invalid decimal literal");
    cr_expect_eq(warnings.items[0].kind, WARNING_DEPRECATION);
}

Test(lexer, the_dump_shows_place_kind_and_text) {
    open_text("x = 'é'\n");
    char *text;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    cr_expect(token_dump(out, &source, &error));
    fclose(out);
    cr_expect_str_eq(text, "1:0-1:1          NAME            x\n"
                           "1:2-1:3          OPERATOR        =\n"
                           "1:4-1:8          STRING          'é'\n"
                           "1:8-1:8          NEWLINE\n"
                           "1:9-1:9          END\n");
    free(text);
}

/* --- Literals ---------------------------------------------------------------------------------------------
 */

static NumberValue number(const char *spelling) {
    return number_literal_value(&arena, spelling, strlen(spelling));
}

Test(literal, numbers_have_their_values) {
    cr_expect_eq(number("0").integer, 0);
    cr_expect_eq(number("1_000_000").integer, 1000000);
    cr_expect_eq(number("0xFF_ff").integer, 0xffff);
    cr_expect_eq(number("0o17").integer, 15);
    cr_expect_eq(number("0b1_01").integer, 5);
    cr_expect_eq(number("9223372036854775807").integer, INT64_MAX);
    cr_expect_eq(number("1_0.2_5e1_0").real, 10.25e10);
    cr_expect_eq(number(".5").real, 0.5);
    cr_expect_eq(number("1e3").kind, NUMBER_FLOAT);
    cr_expect_eq(number("0x1e3").kind, NUMBER_INT);
}

Test(literal, a_large_integer_keeps_its_digits) {
    NumberValue value = number("9_223_372_036_854_775_808");
    cr_expect_eq(value.kind, NUMBER_BIG_INT);
    cr_expect_eq(value.base, 10);
    cr_expect_str_eq(value.digits->chars, "9223372036854775808");
    value = number("0xffff_ffff_ffff_ffff");
    cr_expect_eq(value.kind, NUMBER_BIG_INT);
    cr_expect_eq(value.base, 16);
    cr_expect_str_eq(value.digits->chars, "ffffffffffffffff");
}

/* Decode `text`; the result must be the `length` bytes at `expected`. */
static void expect_decoded(const char *text, StringPrefix prefix, const char *expected, size_t length) {
    ByteBuffer buffer = {0};
    StringProblem problem;
    cr_expect(string_literal_decode(&buffer, text, strlen(text), prefix, &problem), "%s", problem.message);
    cr_expect_eq(buffer.length, length, "%s", text);
    cr_expect(length == 0 || memcmp(buffer.bytes, expected, length) == 0, "%s", text);
    byte_buffer_free(&buffer);
}

Test(literal, escapes_are_decoded) {
    StringPrefix plain = {0}, raw = {.is_raw = true}, bytes = {.is_bytes = true},
                 fstring = {.is_fstring = true};
    expect_decoded("", plain, "", 0);
    expect_decoded("a\\n\\t\\\\\\'\\\"", plain, "a\n\t\\'\"", 6);
    expect_decoded("\\x41\\101\\0\\u00e9\\U0001F40D", plain, "AA\0\xc3\xa9\xf0\x9f\x90\x8d", 9);
    expect_decoded("a\\\nb", plain, "ab", 2);
    expect_decoded("\\N{BULLET}\\N{hyphen-minus}", plain, "\xe2\x80\xa2-", 4);
    expect_decoded("\\ud800", plain, "\xed\xa0\x80", 3);
    expect_decoded("\\n", raw, "\\n", 2);
    expect_decoded("\\xff\\377\\u0041", bytes, "\xff\xff\\u0041", 8);
    expect_decoded("{{a}}", fstring, "{a}", 3);
}

static void expect_problem(const char *text, StringPrefix prefix, const char *message) {
    ByteBuffer buffer = {0};
    StringProblem problem;
    cr_expect_not(string_literal_decode(&buffer, text, strlen(text), prefix, &problem), "%s", text);
    cr_expect_str_eq(problem.message, message);
    byte_buffer_free(&buffer);
}

Test(literal, wrong_escapes_are_told_in_pythons_words) {
    StringPrefix plain = {0}, bytes = {.is_bytes = true};
    expect_problem(
        "ab\\x4", plain,
        "(unicode error) 'unicodeescape' codec can't decode bytes in position 2-4: truncated \\xXX escape");
    expect_problem(
        "\\U00110000", plain,
        "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-9: illegal Unicode "
        "character");
    expect_problem("\\xg", bytes, "(value error) invalid \\x escape at position 0");
    expect_problem("é", bytes, "bytes can only contain ASCII literal characters");
    expect_problem("\\N{BULLETT}", plain,
                   "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-10: unknown "
                   "Unicode character name");
}

Test(literal, an_unknown_escape_stays_and_is_noted) {
    ByteBuffer buffer = {0};
    StringProblem problem;
    cr_expect(string_literal_decode(&buffer, "\\d", 2, (StringPrefix){0}, &problem));
    cr_expect_eq(problem.invalid_escape, 'd');
    cr_expect_eq(buffer.length, 2);
    byte_buffer_free(&buffer);
}

/* --- Arena ------------------------------------------------------------------------------------------------
 */

Test(literal, interned_names_are_one_text) {
    const Text *first = arena_intern(&arena, "name", 4);
    for (int i = 0; i < 10000; i++) {
        char name[16];
        arena_intern(&arena, name, (size_t)snprintf(name, sizeof name, "n%d", i));
    }
    cr_expect_eq(arena_intern(&arena, "name", 4), first);
    cr_expect_neq(arena_intern(&arena, "nam", 3), first);
    cr_expect_str_eq(arena_format(&arena, "%s.%d", "a", 7)->chars, "a.7");
    cr_expect_not_null(arena_allocate(&arena, 10 * 1024 * 1024));
}
