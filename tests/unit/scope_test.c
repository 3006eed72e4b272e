#include <criterion/criterion.h>

#include "parser/scope.h"
#include "tests/unit/front_end.h"

#include <stdio.h>
#include <string.h>

TestSuite(scope, .init = set_up, .fini = tear_down);
TestSuite(semantics, .init = set_up, .fini = tear_down);

static Scope *analyze_with(const char *text, unsigned flags) {
    source_free(&source);
    cr_assert(source_from_bytes(&source, "test.py", text, strlen(text), &error), "%s", error.message);
    Node *module = parser_parse(&arena, &source, PARSE_FILE, flags, &error, &warnings);
    cr_assert_not_null(module, "%s: %s", text, error.message);
    return scope_analyze(&arena, &source, module, flags, &error, &warnings) ? module->Module.scope : NULL;
}

static Scope *analyze(const char *text) {
    Scope *module = analyze_with(text, 0);
    cr_assert_not_null(module, "%s: %s", text, error.message);
    return module;
}

static Symbol *find(const Scope *scope, const char *name) {
    Symbol *symbol = scope_find(scope, arena_text(&arena, name, strlen(name)));
    cr_assert_not_null(symbol, "%s", name);
    return symbol;
}

static void expect_binding(const Scope *scope, const char *name, Binding binding) {
    cr_expect_eq(find(scope, name)->binding, binding, "%s in %s: %d", name, scope->name->chars,
                 find(scope, name)->binding);
}

/* The names of a list, each with a space after it. */
static const char *names(SymbolList list) {
    static char text[256];
    text[0] = '\0';
    for (int32_t i = 0; i < list.count; i++) {
        strcat(text, list.items[i]->name->chars);
        strcat(text, " ");
    }
    return text;
}

Test(scope, functions_have_locals_and_the_rest_is_global) {
    Scope *module = analyze("x = 1\ndef f(a, b=x):\n    c = a\n    print(c, x)\n");
    Scope *function = module->first_child;
    expect_binding(module, "x", BINDING_GLOBAL_IMPLICIT);
    expect_binding(function, "a", BINDING_LOCAL);
    expect_binding(function, "c", BINDING_LOCAL);
    expect_binding(function, "print", BINDING_GLOBAL_IMPLICIT);
    expect_binding(function, "x", BINDING_GLOBAL_IMPLICIT);
    cr_expect_str_eq(names(function->locals), "a b c ");
    cr_expect_eq(find(function, "c")->local_index, 2);
    cr_expect_eq(find(function, "print")->local_index, -1);
    cr_expect_eq(module->node->Module.body.items[1]->FunctionDef.scope, function);
    cr_expect_eq(scope_of(module->node->Module.body.items[1]), function);
}

Test(scope, parameters_come_first_in_the_order_of_the_frame) {
    Scope *function = analyze("def f(a, /, b, *args, k, **kw): z = 1")->first_child;
    cr_expect_str_eq(names(function->locals), "a b k args kw z ");
    cr_expect_eq(function->parameter_count, 5);
    cr_expect_eq(function->positional_only_count, 1);
    cr_expect_eq(function->positional_count, 2);
    cr_expect_eq(function->keyword_only_count, 1);
    cr_expect(function->has_varargs && function->has_varkeywords);
}

Test(scope, inner_functions_capture_cells) {
    Scope *outer = analyze("def f(a):\n"
                           "    b = 1\n"
                           "    def g():\n"
                           "        def h():\n"
                           "            nonlocal b\n"
                           "            b = a\n"
                           "        return h\n"
                           "    return g\n")
                       ->first_child;
    Scope *middle = outer->first_child, *inner = middle->first_child;
    expect_binding(outer, "a", BINDING_CELL);
    expect_binding(outer, "b", BINDING_CELL);
    expect_binding(middle, "a", BINDING_FREE);
    expect_binding(inner, "b", BINDING_FREE);
    cr_expect_str_eq(names(outer->cells), "a b ");
    cr_expect_str_eq(names(inner->frees), "a b ");
    cr_expect_eq(find(inner, "a")->outer, find(middle, "a"));
    cr_expect_eq(find(middle, "a")->outer, find(outer, "a"));
    cr_expect_str_eq(inner->qualified_name->chars, "f.<locals>.g.<locals>.h");
    cr_expect(inner->is_nested);
    cr_expect_not(outer->is_nested);
}

Test(scope, a_class_is_no_function_to_its_methods) {
    Scope *function = analyze("def f():\n"
                              "    x = 1\n"
                              "    class C:\n"
                              "        x = 2\n"
                              "        y = 3\n"
                              "        def m(self): return x, y\n")
                          ->first_child;
    Scope *cls = function->first_child, *method = cls->first_child;
    expect_binding(function, "x", BINDING_CELL);
    expect_binding(cls, "x", BINDING_LOCAL);
    cr_expect_eq(find(cls, "x")->local_index, -1);
    cr_expect_geq(find(cls, "x")->free_index, 0, "the class hands the function's x on");
    expect_binding(method, "x", BINDING_FREE);
    expect_binding(method, "y", BINDING_GLOBAL_IMPLICIT);
    cr_expect_str_eq(method->qualified_name->chars, "f.<locals>.C.m");
}

Test(scope, super_needs_the_class_cell) {
    Scope *cls = analyze("class C:\n    def m(self): super().m()\n    def n(self): pass\n")->first_child;
    cr_expect(cls->needs_class_cell);
    cr_expect_eq(cls->cells.count, 1);
    Symbol *cell = find(cls->first_child, "__class__");
    cr_expect_eq(cell->binding, BINDING_FREE);
    cr_expect_eq(cell->outer, cls->cells.items[0]);
    cr_expect_not(analyze("class C:\n    def n(self): pass\n")->first_child->needs_class_cell);
}

Test(scope, private_names_are_mangled_in_classes) {
    Scope *cls =
        analyze("class _C:\n    __x = 1\n    def __m(self): return self.__x, __y, self.__z__\n")->first_child;
    expect_binding(cls, "_C__x", BINDING_LOCAL);
    expect_binding(cls->first_child, "_C__y", BINDING_GLOBAL_IMPLICIT);
    const Node *method = cls->first_child->node;
    cr_expect_str_eq(method->FunctionDef.name->chars, "__m");
    cr_expect_str_eq(method->FunctionDef.symbol->name->chars, "_C__m");
    NodeList values = method->FunctionDef.body.items[0]->Return.value->Tuple.elts;
    cr_expect_str_eq(values.items[0]->Attribute.attr->chars, "_C__x");
    cr_expect_str_eq(values.items[2]->Attribute.attr->chars, "__z__");
}

Test(scope, a_comprehension_is_a_function_of_its_first_iterable) {
    Scope *function = analyze("def f(y):\n    return [x + y for x in x if (z := x)]\n")->first_child;
    Scope *comprehension = function->first_child;
    cr_expect_str_eq(names(comprehension->locals), ".0 x ");
    expect_binding(comprehension, "y", BINDING_FREE);
    expect_binding(comprehension, "z", BINDING_FREE);
    expect_binding(function, "x", BINDING_GLOBAL_IMPLICIT);
    expect_binding(function, "z", BINDING_CELL);
    cr_expect_str_eq(comprehension->qualified_name->chars, "f.<locals>.<listcomp>");
    expect_binding(analyze("[z := x for x in y]")->first_child, "z", BINDING_GLOBAL_EXPLICIT);
}

Test(scope, global_stops_the_search) {
    Scope *outer = analyze("def f():\n"
                           "    x = 1\n"
                           "    def g():\n"
                           "        global x\n"
                           "        def h(): return x\n")
                       ->first_child;
    expect_binding(outer, "x", BINDING_LOCAL);
    expect_binding(outer->first_child, "x", BINDING_GLOBAL_EXPLICIT);
    expect_binding(outer->first_child->first_child, "x", BINDING_GLOBAL_IMPLICIT);
}

Test(scope, kinds_of_functions) {
    cr_expect(analyze("def f(): yield")->first_child->is_generator);
    cr_expect(analyze("async def f(): await x")->first_child->is_coroutine);
    cr_expect(analyze("async def f(): yield")->first_child->is_async_generator);
    cr_expect(analyze("x = lambda: (yield)")->first_child->is_generator);
    cr_expect(analyze("(x for x in y)")->first_child->is_generator);
    cr_expect(analyze("(x async for x in y)")->first_child->is_async_generator);
    cr_expect(analyze("async def f(): return [await x for x in y]")->first_child->first_child->is_coroutine);
    cr_expect_not(analyze("def f(): return lambda: (yield)")->first_child->is_generator);
    Scope *module = analyze_with("await x", PARSE_TOP_LEVEL_AWAIT);
    cr_assert_not_null(module);
    cr_expect(module->is_coroutine);
    cr_expect(analyze_with("[x async for x in y]", PARSE_TOP_LEVEL_AWAIT)->is_coroutine);
    cr_expect(analyze_with("async with a: pass", PARSE_TOP_LEVEL_AWAIT)->is_coroutine);
}

Test(scope, docstrings_imports_and_annotations) {
    Scope *module =
        analyze("'doc'\nfrom __future__ import annotations\nfrom a import *\nimport b.c, d as e\nx: int\n");
    cr_expect(module->has_docstring && module->has_import_star && module->has_annotations);
    cr_expect(module->future_annotations);
    cr_expect(find(module, "b")->is_imported);
    cr_expect(find(module, "e")->is_imported);
    cr_expect(find(module, "x")->is_annotated);
}

typedef struct Mistake {
    const char *text;
    const char *message;
    int line, column, end_column;
} Mistake;

/* Each text, and what python3 says of it. */
static const Mistake mistakes[] = {
    {"return 1", "'return' outside function", 1, 0, 8},
    {"class C: yield", "'yield' outside function", 1, 9, 14},
    {"await x", "'await' outside function", 1, 0, 7},
    {"def f(): await x", "'await' outside async function", 1, 9, 16},
    {"def f():\n async with x: pass", "'async with' outside async function", 2, 1, 19},
    {"def f():\n async for x in y: pass", "'async for' outside async function", 2, 1, 23},
    {"def f(): [x async for x in y]", "asynchronous comprehension outside of an asynchronous function", 1, 9,
     29},
    {"async def f():\n yield 1\n return 2", "'return' with value in async generator", 3, 1, 9},
    {"async def f():\n yield from x", "'yield from' inside async function", 2, 1, 13},
    {"break", "'break' outside loop", 1, 0, 5},
    {"for x in y:\n def f(): continue", "'continue' not properly in loop", 2, 10, 18},
    {"[(yield) for x in y]", "'yield' inside list comprehension", 1, 2, 7},
    {"def f(a, a): pass", "duplicate argument 'a' in function definition", 1, 9, 10},
    {"def f():\n x = 1\n global x", "name 'x' is assigned to before global declaration", 3, 1, 9},
    {"def f():\n print(x)\n global x", "name 'x' is used prior to global declaration", 3, 1, 9},
    {"def f(x):\n global x", "name 'x' is parameter and global", 2, 1, 9},
    {"def f():\n global x\n nonlocal x", "name 'x' is nonlocal and global", 2, 1, 9},
    {"nonlocal x", "nonlocal declaration not allowed at module level", 1, 0, 10},
    {"def f():\n nonlocal x", "no binding for nonlocal 'x' found", 2, 1, 11},
    {"def f():\n from a import *", "import * only allowed at module level", 2, 15, 16},
    {"[x := 1 for x in y]", "assignment expression cannot rebind comprehension iteration variable 'x'", 1, 1,
     2},
    {"class C:\n [(x := 1) for y in z]",
     "assignment expression within a comprehension cannot be used in a class body", 2, 3, 4},
    {"[y for y in (x := 1)]", "assignment expression cannot be used in a comprehension iterable expression",
     1, 13, 19},
    {"try: pass\nexcept: pass\nexcept A: pass", "default 'except:' must be last", 2, 0, 12},
    {"*a = 1", "starred assignment target must be in a list or tuple", 1, 0, 2},
    {"a, *b, *c = 1", "multiple starred expressions in assignment", 1, 0, 9},
    {"x = *a", "can't use starred expression here", 1, 4, 6},
    {"f(a=1, a=2)", "keyword argument repeated: a", 1, 7, 10},
    {"__debug__ = 1", "cannot assign to __debug__", 1, 0, 9},
    {"from __future__ import braces", "not a chance", 1, 0, 0},
    {"x = 1\nfrom __future__ import annotations",
     "from __future__ imports must occur at the beginning of the file", 2, 0, 34},
    {"match x:\n case a: pass\n case b: pass", "name capture 'a' makes remaining patterns unreachable", 2, 6,
     7},
    {"match x:\n case [a, a]: pass", "multiple assignments to name 'a' in pattern", 2, 10, 11},
    {"while 1:\n try: pass\n except* A: pass\ntry: pass\nexcept* A: break",
     "'break', 'continue' and 'return' cannot appear in an except* block", 5, 11, 16},
};

Test(semantics, mistakes_are_told_in_pythons_words_and_places) {
    for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++) {
        const Mistake *mistake = &mistakes[i];
        cr_expect_null(analyze_with(mistake->text, 0), "%s", mistake->text);
        cr_expect_str_eq(error.message, mistake->message, "%s: %s", mistake->text, error.message);
        cr_expect(error.line == mistake->line && error.column == mistake->column &&
                      error.end_column == mistake->end_column,
                  "%s: at %d:%d-%d", mistake->text, error.line, error.column, error.end_column);
    }
}

static void expect_warning(const char *text, const char *message) {
    warnings = (SyntaxWarningList){0};
    analyze(text);
    cr_assert_eq(warnings.count, 1, "%s", text);
    cr_expect_str_eq(warnings.items[0].message, message);
    cr_expect_eq(warnings.items[0].kind, WARNING_SYNTAX);
}

Test(semantics, likely_mistakes_are_warned_of) {
    expect_warning("x is 1", "\"is\" with a literal. Did you mean \"==\"?");
    expect_warning("x is not 'a'", "\"is not\" with a literal. Did you mean \"!=\"?");
    expect_warning("assert (x, 'message')", "assertion is always true, perhaps remove parentheses?");
    expect_warning("[(1, 2) (3, 4)]", "'tuple' object is not callable; perhaps you missed a comma?");
    expect_warning("[[1] ['a']]",
                   "list indices must be integers or slices, not str; perhaps you missed a comma?");
    expect_warning("1[0]", "'int' object is not subscriptable; perhaps you missed a comma?");
    warnings = (SyntaxWarningList){0};
    analyze("x is None; y is ...; assert x, 'm'; (1, 2)[0]; 'a'[True]; {}['a']");
    cr_expect_eq(warnings.count, 0);
}

Test(semantics, blocks_nest_to_a_limit) {
    char text[1024] = "";
    for (int i = 0; i < 21; i++) {
        char line[64];
        snprintf(line, sizeof line, "%*sfor x in y:\n", i, "");
        strcat(text, line);
    }
    strcat(text, "                     pass\n");
    cr_expect_null(analyze_with(text, 0));
    cr_expect_str_eq(error.message, "too many statically nested blocks");
    cr_expect_eq(error.line, 21);
}
