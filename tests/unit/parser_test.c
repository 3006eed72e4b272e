#include <criterion/criterion.h>

#include "parser/ast_dump.h"
#include "parser/parser.h"
#include "tests/unit/front_end.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

TestSuite(parser, .init = set_up, .fini = tear_down);
TestSuite(parser_errors, .init = set_up, .fini = tear_down);

static Node *parse_mode(const char *text, ParseMode mode) {
    source_free(&source);
    cr_assert(source_from_bytes(&source, "test.py", text, strlen(text), &error), "%s", error.message);
    return parser_parse(&arena, &source, mode, 0, &error, &warnings);
}

static Node *parse(const char *text) {
    Node *module = parse_mode(text, PARSE_FILE);
    cr_assert_not_null(module, "%s: %s", text, error.message);
    return module;
}

/* The value of the only statement of `text`, an expression. */
static Node *expression(const char *text) {
    Node *module = parse(text);
    cr_assert_eq(module->Module.body.count, 1);
    cr_assert_eq(module->Module.body.items[0]->kind, NODE_EXPR);
    return module->Module.body.items[0]->Expr.value;
}

static Node *statement(const char *text) {
    Node *module = parse(text);
    cr_assert_eq(module->Module.body.count, 1);
    return module->Module.body.items[0];
}

static void expect_tree(Node *node, const char *expected) {
    char *text;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    ast_dump(out, node, false);
    fclose(out);
    cr_expect_str_eq(text, expected);
    free(text);
}

static void expect_place(const Node *node, int line, int column, int end_line, int end_column) {
    const Position *place = &node->position;
    cr_expect(place->line == line && place->column == column && place->end_line == end_line &&
                  place->end_column == end_column,
              "%s is at %d:%d-%d:%d", ast_kind_name(node->kind), place->line, place->column, place->end_line,
              place->end_column);
}

Test(parser, operators_bind_as_they_should) {
    expect_tree(expression("a + b * c ** -d"), "BinOp op=Add\n"
                                               "  left: Name id=a\n"
                                               "  right: BinOp op=Mult\n"
                                               "    left: Name id=b\n"
                                               "    right: BinOp op=Pow\n"
                                               "      left: Name id=c\n"
                                               "      right: UnaryOp op=USub\n"
                                               "        operand: Name id=d\n");
    expect_tree(expression("not a or b and -c ** 2 < d"), "BoolOp op=Or\n"
                                                          "  values:\n"
                                                          "    UnaryOp op=Not\n"
                                                          "      operand: Name id=a\n"
                                                          "    BoolOp op=And\n"
                                                          "      values:\n"
                                                          "        Name id=b\n"
                                                          "        Compare ops=Lt\n"
                                                          "          left: UnaryOp op=USub\n"
                                                          "            operand: BinOp op=Pow\n"
                                                          "              left: Name id=c\n"
                                                          "              right: Constant value=2\n"
                                                          "          comparators:\n"
                                                          "            Name id=d\n");
    Node *left_to_right = expression("a - b - c");
    cr_expect_eq(left_to_right->BinOp.left->kind, NODE_BIN_OP);
    Node *right_to_left = expression("a ** b ** c");
    cr_expect_eq(right_to_left->BinOp.right->kind, NODE_BIN_OP);
    Node *chain = expression("a < b is not c not in d");
    cr_expect_eq(chain->Compare.ops.count, 3);
    cr_expect_eq(chain->Compare.ops.items[1], COMPARE_IS_NOT);
    cr_expect_eq(chain->Compare.ops.items[2], COMPARE_NOT_IN);
    cr_expect_eq(expression("await a ** b")->BinOp.left->kind, NODE_AWAIT);
}

Test(parser, displays_and_comprehensions) {
    cr_expect_eq(expression("()")->kind, NODE_TUPLE);
    cr_expect_eq(expression("(a)")->kind, NODE_NAME);
    cr_expect_eq(expression("(a,)")->Tuple.elts.count, 1);
    cr_expect_eq(expression("a, *b, c")->Tuple.elts.items[1]->kind, NODE_STARRED);
    cr_expect_eq(expression("{}")->kind, NODE_DICT);
    cr_expect_eq(expression("{1, *a}")->kind, NODE_SET);
    Node *dict = expression("{1: 2, **a}");
    cr_expect_eq(dict->Dict.keys.count, 2);
    cr_expect_null(dict->Dict.keys.items[1]);
    cr_expect_eq(expression("{a: b for a, b in c}")->kind, NODE_DICT_COMP);
    cr_expect_eq(expression("{a for a in c}")->kind, NODE_SET_COMP);
    cr_expect_eq(expression("(yield)")->kind, NODE_YIELD);
    Node *comprehension = expression("[x async for x in y if a if b for z in x]");
    cr_expect_eq(comprehension->ListComp.generators.count, 2);
    cr_expect(comprehension->ListComp.generators.items[0]->comprehension.is_async);
    cr_expect_eq(comprehension->ListComp.generators.items[0]->comprehension.ifs.count, 2);
    Node *call = expression("f(x for x in y)");
    expect_place(call->Call.args.items[0], 1, 1, 1, 15);
}

Test(parser, arguments_and_parameters) {
    Node *call = expression("f(a, *b, k=1, *c, **d)");
    cr_expect_eq(call->Call.args.count, 3);
    cr_expect_eq(call->Call.keywords.count, 2);
    cr_expect_null(call->Call.keywords.items[1]->keyword.arg);
    Node *function = statement("def f(a, b=1, /, c: int = 2, *args, d, e=3, **kw) -> str: pass");
    const Node *arguments = function->FunctionDef.args;
    cr_expect_eq(arguments->arguments.posonlyargs.count, 2);
    cr_expect_eq(arguments->arguments.args.count, 1);
    cr_expect_eq(arguments->arguments.defaults.count, 2);
    cr_expect_str_eq(arguments->arguments.vararg->arg.arg->chars, "args");
    cr_expect_eq(arguments->arguments.kwonlyargs.count, 2);
    cr_expect_null(arguments->arguments.kw_defaults.items[0]);
    cr_expect_not_null(arguments->arguments.kw_defaults.items[1]);
    cr_expect_str_eq(arguments->arguments.kwarg->arg.arg->chars, "kw");
    cr_expect_eq(expression("lambda *, a, b=1: a")->Lambda.args->arguments.kwonlyargs.count, 2);
}

Test(parser, strings_are_joined) {
    Node *text = expression("'a' \"b\\0\" r'\\n'");
    cr_expect_eq(text->Constant.value.text->length, 5);
    cr_expect_eq(memcmp(text->Constant.value.text->chars, "ab\0\\n", 5), 0);
    expect_tree(expression("'a' f'b{x!r:>{w}}' 'c' f'{y=}'"), "JoinedStr\n"
                                                              "  values:\n"
                                                              "    Constant value='ab'\n"
                                                              "    FormattedValue conversion=114\n"
                                                              "      value: Name id=x\n"
                                                              "      format_spec: JoinedStr\n"
                                                              "        values:\n"
                                                              "          Constant value='>'\n"
                                                              "          FormattedValue conversion=-1\n"
                                                              "            value: Name id=w\n"
                                                              "    Constant value='cy='\n"
                                                              "    FormattedValue conversion=114\n"
                                                              "      value: Name id=y\n");
    expect_tree(expression("f'{d['k']}{{}}'"), "JoinedStr\n"
                                               "  values:\n"
                                               "    FormattedValue conversion=-1\n"
                                               "      value: Subscript\n"
                                               "        value: Name id=d\n"
                                               "        slice: Constant value='k'\n"
                                               "    Constant value='{}'\n");
    cr_expect_eq(expression("b'a' b'\\xff'")->Constant.value.kind, CONSTANT_BYTES);
}

Test(parser, assignments_and_targets) {
    Node *assign = statement("a, *b = [c.d, e[f]] = g");
    cr_expect_eq(assign->Assign.targets.count, 2);
    const Node *list = assign->Assign.targets.items[1];
    cr_expect_eq(list->List.ctx, CONTEXT_STORE);
    cr_expect_eq(list->List.elts.items[0]->Attribute.ctx, CONTEXT_STORE);
    cr_expect_eq(list->List.elts.items[0]->Attribute.value->Name.ctx, CONTEXT_LOAD);
    cr_expect_eq(statement("a @= yield b")->AugAssign.op, OPERATOR_MAT_MULT);
    cr_expect(statement("x: int = 3")->AnnAssign.simple);
    cr_expect_not(statement("(x): int")->AnnAssign.simple);
    cr_expect_eq(statement("del a, (b, c)")->Delete.targets.count, 2);
    cr_expect_eq(statement("for a, b in c, d: pass")->For.iter->kind, NODE_TUPLE);
    cr_expect_eq(statement("with (a as b, c as d,): pass")->With.items.count, 2);
    cr_expect_eq(statement("with (a, b) as c: pass")->With.items.count, 1);
    cr_expect_eq(statement("with (a): pass")->With.items.items[0]->withitem.context_expr->kind, NODE_NAME);
}

Test(parser, compound_statements) {
    Node *chain = statement("if a: b\nelif c: d\nelse: e\n");
    cr_expect_eq(chain->If.orelse.items[0]->kind, NODE_IF);
    expect_place(chain->If.orelse.items[0], 2, 0, 3, 7);
    Node *attempt = statement("try: a\nexcept (B, C) as d: e\nexcept: f\nelse: g\nfinally: h\n");
    cr_expect_eq(attempt->Try.handlers.count, 2);
    cr_expect_str_eq(attempt->Try.handlers.items[0]->ExceptHandler.name->chars, "d");
    cr_expect_eq(statement("try: a\nexcept* B: c\n")->kind, NODE_TRY_STAR);
    Node *function = statement(
        "@a.b(c)\n@d\nasync def f():\n    async with a as b: await c\n    async for d in e: pass\n");
    cr_expect_eq(function->FunctionDef.decorator_list.count, 2);
    expect_place(function, 3, 0, 5, 26);
    Node *import = statement("from ...a.b import (c as d, e,)");
    cr_expect_eq(import->ImportFrom.level, 3);
    cr_expect_str_eq(import->ImportFrom.module->chars, "a.b");
}

Test(parser, match_is_a_name_elsewhere) {
    cr_expect_eq(statement("match = case = _")->kind, NODE_ASSIGN);
    cr_expect_eq(expression("match(x)")->kind, NODE_CALL);
    cr_expect_eq(expression("match[x]")->kind, NODE_SUBSCRIPT);
    cr_expect_eq(statement("match (x):\n  case 1: pass\n")->kind, NODE_MATCH);
    Node *match = statement("match a, b:\n"
                            "  case [x, *_, -1] | {'k': y, **z} if c: pass\n"
                            "  case P(1, n=q.r) as s: pass\n"
                            "  case _: pass\n");
    cr_expect_eq(match->Match.cases.count, 3);
    cr_expect_eq(match->Match.cases.items[0]->match_case.pattern->kind, NODE_MATCH_OR);
    cr_expect_eq(match->Match.cases.items[1]->match_case.pattern->kind, NODE_MATCH_AS);
    cr_expect_null(match->Match.cases.items[2]->match_case.pattern->MatchAs.name);
}

Test(parser, places_are_those_of_python) {
    Node *sum = expression("\n(a) + (b\n * c)");
    expect_place(sum, 2, 0, 3, 5);
    expect_place(sum->BinOp.left, 2, 1, 2, 2);
    expect_place(sum->BinOp.right, 2, 7, 3, 4);
    Node *call = expression("é.f(x, y)[0]");
    expect_place(call, 1, 0, 1, 13);
    expect_place(call->Subscript.value->Call.args.items[0], 1, 5, 1, 6);
    Node *field = expression("f'''a\n{x + y}'''")->JoinedStr.values.items[1];
    expect_place(field->FormattedValue.value, 2, 1, 2, 6);
}

Test(parser, the_tree_is_never_too_deep) {
    Node *elifs = parse("if a: b\nelif c: d\nelif e: f\nelif g: h\n");
    cr_expect_eq(elifs->height, 4); /* Module, If, Expr, Name */
    static const char *const links[] = {".a", "()", "[0]", " + x", " ** x", " if x else x"};
    for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
        size_t length = strlen(links[i]);
        char *text = malloc(length * 2000 + 2);
        char *end = text;
        *end++ = 'x';
        for (int j = 0; j < 2000; j++) {
            memcpy(end, links[i], length);
            end += length;
        }
        *end = '\0';
        cr_expect_null(parse_mode(text, PARSE_FILE), "%s", links[i]);
        cr_expect_str_eq(error.message, "too deeply nested: the limit is 1000 levels");
        free(text);
    }
}

Test(parser, a_long_chain_of_elifs_is_no_deep_tree) {
    char *text;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    fputs("if x: pass\n", out);
    for (int i = 0; i < 10000; i++) {
        fputs("elif x: pass\n", out);
    }
    fclose(out);
    cr_expect_eq(parse(text)->height, 3);
    free(text);
}

Test(parser, an_expression_alone) {
    Node *module = parse_mode("a + b\n\n", PARSE_EXPRESSION);
    cr_assert_not_null(module);
    cr_expect_eq(module->Module.body.items[0]->Expr.value->kind, NODE_BIN_OP);
    cr_expect_null(parse_mode("a = b", PARSE_EXPRESSION));
    cr_expect_null(parse_mode("a; b", PARSE_EXPRESSION));
}

Test(parser, the_prompt_waits_for_the_rest) {
    static const char *const unfinished[] = {
        "if x:\n",          "if x:\n    y\n", "def f():\n    pass\n", "f(a,\n",        "x = '''a\n",
        "try:\n    pass\n", "@d\n",           "x = 1 + \\\n",         "class C: pass", "for x in y: z\n"};
    for (size_t i = 0; i < sizeof unfinished / sizeof *unfinished; i++) {
        cr_expect_null(parse_mode(unfinished[i], PARSE_INTERACTIVE), "%s", unfinished[i]);
        cr_expect(error.incomplete, "%s", unfinished[i]);
    }
    static const char *const finished[] = {"x\n", "if x:\n    y\n\n",  "x = 1; y = 2\n", "# nothing\n",
                                           "",    "a\nif b:\n  c\nd\n"};
    for (size_t i = 0; i < sizeof finished / sizeof *finished; i++) {
        cr_expect_not_null(parse_mode(finished[i], PARSE_INTERACTIVE), "%s", finished[i]);
    }
    static const char *const wrong[] = {"x y\n", "f(a b\n", "x = \n", "'a\n", ")\n", "if x\n"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        cr_expect_null(parse_mode(wrong[i], PARSE_INTERACTIVE), "%s", wrong[i]);
        cr_expect(i == 1 || !error.incomplete, "%s", wrong[i]);
    }
}

Test(parser, an_unknown_escape_is_a_warning) {
    parse("x = 1\ny = '\\d'\n");
    cr_expect_eq(warnings.count, 1);
    cr_expect_str_eq(warnings.items[0].message, "invalid escape sequence '\\d'");
    cr_expect_eq(warnings.items[0].line, 2);
}

/* --- Errors -----------------------------------------------------------------------------------------------
 */

typedef struct Mistake {
    const char *text;
    const char *message;
    int line, column, end_column;
} Mistake;

/* Each text, and what python3 says of it. */
static const Mistake mistakes[] = {
    {"x = = 1", "invalid syntax", 1, 4, 5},
    {"x = ", "invalid syntax", 1, 4, 4},
    {"f(a b)", "invalid syntax. Perhaps you forgot a comma?", 1, 2, 5},
    {"[1, 2 3]", "invalid syntax. Perhaps you forgot a comma?", 1, 4, 7},
    {"x = 5 5", "invalid syntax", 1, 6, 7},
    {"print 'hello'", "Missing parentheses in call to 'print'. Did you mean print(...)?", 1, 0, 13},
    {"if x = 3: pass", "invalid syntax. Maybe you meant '==' or ':=' instead of '='?", 1, 3, 8},
    {"f() = 1", "cannot assign to function call here. Maybe you meant '==' instead of '='?", 1, 0, 3},
    {"1 = x", "cannot assign to literal here. Maybe you meant '==' instead of '='?", 1, 0, 1},
    {"x = f() = 1", "cannot assign to function call", 1, 4, 7},
    {"(a, 1) = 2", "cannot assign to literal", 1, 4, 5},
    {"None = 1", "cannot assign to None", 1, 0, 4},
    {"f() += 1", "'function call' is an illegal expression for augmented assignment", 1, 0, 3},
    {"a, b: int", "only single target (not tuple) can be annotated", 1, 0, 1},
    {"del f()", "cannot delete function call", 1, 4, 7},
    {"for 1 in x: pass", "cannot assign to literal", 1, 4, 5},
    {"with a as f(): pass", "cannot assign to function call", 1, 10, 13},
    {"(x.y := 1)", "cannot use assignment expressions with attribute", 1, 1, 4},
    {"if x\n  pass", "expected ':'", 1, 4, 4},
    {"def f()\n  pass", "expected ':'", 1, 7, 7},
    {"def f: pass", "expected '('", 1, 5, 6},
    {"else: pass", "invalid syntax", 1, 0, 4},
    {"try: pass\nx = 1", "expected 'except' or 'finally' block", 2, 0, 1},
    {"try: pass\nexcept A, B: pass", "multiple exception types must be parenthesized", 2, 7, 11},
    {"x = a if b", "expected 'else' after 'if' expression", 1, 4, 10},
    {"{1: 2, 3}", "':' expected after dictionary key", 1, 7, 7},
    {"{1: }", "expression expected after dictionary key and ':'", 1, 2, 3},
    {"[x, y for x in z]", "did you forget parentheses around the comprehension target?", 1, 1, 5},
    {"[*x for x in y]", "iterable unpacking cannot be used in comprehension", 1, 1, 3},
    {"{**x for x in y}", "dict unpacking cannot be used in dict comprehension", 1, 1, 3},
    {"(*x)", "cannot use starred expression here", 1, 1, 3},
    {"f(a=1, b)", "positional argument follows keyword argument", 1, 8, 9},
    {"f(**a, b)", "positional argument follows keyword argument unpacking", 1, 8, 9},
    {"f(**a, *b)", "iterable argument unpacking follows keyword argument unpacking", 1, 5, 9},
    {"f(x.y=1)", "expression cannot contain assignment, perhaps you meant \"==\"?", 1, 2, 6},
    {"f(True=1)", "cannot assign to True", 1, 2, 7},
    {"f(x for x in y, 1)", "Generator expression must be parenthesized", 1, 2, 14},
    {"def f(a=1, b): pass", "parameter without a default follows parameter with a default", 1, 11, 12},
    {"def f(*): pass", "named arguments must follow bare *", 1, 6, 7},
    {"def f(**k, a): pass", "arguments cannot follow var-keyword argument", 1, 11, 12},
    {"def f(a, (b, c)): pass", "Function parameters cannot be parenthesized", 1, 9, 15},
    {"from a import b,", "trailing comma not allowed without surrounding parentheses", 1, 16, 16},
    {"'a' b'b'", "cannot mix bytes and nonbytes literals", 1, 8, 8},
    {"x = (1,\ny = 2", "'(' was never closed", 1, 4, 4},
    {"f'{a b}'", "invalid syntax. Perhaps you forgot a comma?", 1, 3, 6},
    {"f'{}'", "f-string: valid expression required before '}'", 1, 3, 4},
    {"f'{x!z}'", "f-string: invalid conversion character 'z': expected 's', 'r', or 'a'", 1, 5, 6},
    {"match x:\n  case C(a=1, b): pass", "positional patterns follow keyword patterns", 2, 14, 15},
    {"match x:\n  case 1 as _: pass", "cannot use '_' as a target", 2, 12, 13},
};

Test(parser_errors, are_told_in_pythons_words_and_places) {
    for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++) {
        const Mistake *mistake = &mistakes[i];
        cr_expect_null(parse_mode(mistake->text, PARSE_FILE), "%s", mistake->text);
        cr_expect_str_eq(error.message, mistake->message, "%s: %s", mistake->text, error.message);
        cr_expect(error.line == mistake->line && error.column == mistake->column &&
                      error.end_column == mistake->end_column,
                  "%s: at %d:%d-%d", mistake->text, error.line, error.column, error.end_column);
        cr_expect_eq(error.kind, ERROR_SYNTAX);
    }
}

static void expect_indentation_error(const char *text, int line, const char *message) {
    cr_expect_null(parse_mode(text, PARSE_FILE));
    cr_expect_eq(error.kind, ERROR_INDENTATION);
    cr_expect_str_eq(error.message, message);
    cr_expect_eq(error.line, line);
}

Test(parser_errors, of_indentation) {
    expect_indentation_error("  x", 1, "unexpected indent");
    expect_indentation_error("x\n  y\n", 2, "unexpected indent");
    expect_indentation_error("if x:\ny\n", 2, "expected an indented block after 'if' statement on line 1");
    expect_indentation_error("x\ndef f():\ny\n", 3,
                             "expected an indented block after function definition on line 2");
    expect_indentation_error("try:\n  x\nexcept* A:\ny\n", 4,
                             "expected an indented block after 'except*' statement on line 3");
    expect_indentation_error("match x:\ncase 1: pass\n", 2,
                             "expected an indented block after 'match' statement on line 1");
}

Test(parser_errors, an_unclosed_string_outranks_what_came_before_it) {
    cr_expect_null(parse_mode("x y\nz = 'abc\n", PARSE_FILE));
    cr_expect_str_eq(error.message, "unterminated string literal (detected at line 2)");
}

Test(parser_errors, nonsense_ends_at_once) {
    static const char *const units[] = {
        "(",      "[",  "{",  "-",  "not ",  "lambda:", "a ", "*",    "f'{",   "@", "a if b else ",
        "await ", "a.", "x=", "a[", "if a:", "def f(",  "1,", "\\\n", "async "};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        size_t length = strlen(units[i]);
        char *text = malloc(length * 100000 + 1);
        for (size_t j = 0; j < 100000; j++) {
            memcpy(text + j * length, units[i], length);
        }
        text[length * 100000] = '\0';
        Node *module = parse_mode(text, PARSE_FILE);
        cr_expect(module == NULL || strcmp(units[i], "1,") == 0, "%s", units[i]);
        free(text);
    }
}
