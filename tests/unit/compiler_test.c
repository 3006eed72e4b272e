#include <criterion/criterion.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "stdlib/stdlib.h"
#include "vm/compile_source.h"
#include "vm/dict.h"
#include "vm/list.h"
#include "vm/vm.h"

static Vm *vm;
static Code *module; /* of what was compiled last */

static void set_up(void) {
    vm = vm_new(stdlib_find_module);
    cr_assert(stdlib_setup(vm));
}

static void tear_down(void) {
    vm_free(vm);
}

TestSuite(compiler, .init = set_up, .fini = tear_down);

static bool compile_mode(const char *text, CompileMode mode) {
    Source source;
    SyntaxErrorInfo error = {0};
    cr_assert(source_from_bytes(&source, "test.py", text, strlen(text), &error));
    module = compile_source(vm, &source, dict_new_stable(vm), mode, NULL);
    source_free(&source);
    return module != NULL;
}

static bool compile(const char *text) {
    return compile_mode(text, COMPILE_MODULE);
}

/* The code nested in `code` whose name is `name`. */
static Code *find_code(Code *code, const char *name) {
    if (string_equal_c(code->name, name))
        return code;
    for (uint32_t i = 0; i < code->constant_count; i++) {
        Code *found =
            is_kind(code->constants[i], KIND_CODE) ? find_code(AS(Code, code->constants[i]), name) : NULL;
        if (found)
            return found;
    }
    return NULL;
}

typedef struct OpcodeInfo {
    const char *name;
    int words;
} OpcodeInfo;

static const OpcodeInfo infos[] = {
#define X(name, words, operands, effect) {#name, words},
    OPCODES(X)
#undef X
};

/* The names of a code's instructions, with blanks between. */
static const char *instructions(const Code *code) {
    static char text[4096];
    text[0] = '\0';
    for (uint32_t i = 0; i < code->instruction_count; i += (uint32_t)infos[code->instructions[i].op].words) {
        size_t length = strlen(text);
        snprintf(text + length, sizeof text - length, "%s%s", i > 0 ? " " : "",
                 infos[code->instructions[i].op].name);
    }
    return text;
}

/* The instructions of `def f(<parameters>):` and the lines of the body. */
static const char *compile_function(const char *parameters, const char *body) {
    char text[2048];
    int length = snprintf(text, sizeof text, "def f(%s):\n ", parameters);
    for (const char *c = body; *c; c++) {
        text[length++] = *c;
        if (*c == '\n')
            text[length++] = ' ';
    }
    text[length] = '\0';
    cr_assert(compile(text), "%s", text);
    return instructions(find_code(module, "f"));
}

static int count(const char *text, const char *word) {
    int found = 0;
    for (const char *at = text; (at = strstr(at, word)); at++)
        found++;
    return found;
}

/* --- Registers */

Test(compiler, computes_straight_into_variables) {
    cr_expect_str_eq(compile_function("b, c", "a = b + c\nreturn a"), "ADD RETURN");
    cr_expect_str_eq(compile_function("x", "x += 1\nreturn x"), "ADD_K RETURN");
    cr_expect_str_eq(compile_function("x", "return -x"), "NEG RETURN");
    cr_expect_str_eq(compile_function("g, x", "return g(x + 1)"), "ADD_K CALL_LOCAL RETURN");
    cr_expect_str_eq(compile_function("g, x", "return g(g(x))"), "MOVE CALL_LOCAL CALL_LOCAL RETURN");
    cr_expect_str_eq(compile_function("o", "return o.m(1)"), "LOAD_METHOD LOAD_INT CALL_METHOD RETURN");
    cr_expect_str_eq(compile_function("t", "for a, b in t:\n pass"),
                     "GET_ITER JUMP UNPACK FOR_ITER RETURN_NONE");
}

Test(compiler, keeps_the_old_value_until_the_new_one_is_whole) {
    /* x must not be written to before g() has returned. */
    cr_expect_str_eq(compile_function("x, g", "x = x and g()\nreturn x"),
                     "MOVE JUMP_IF_FALSE CALL_LOCAL MOVE RETURN");
    cr_expect_str_eq(compile_function("x", "x = [x, x]"), "MOVE MOVE BUILD_LIST RETURN_NONE");
}

Test(compiler, copies_an_operand_that_a_named_expression_rebinds) {
    cr_expect_str_eq(compile_function("x", "return x + (x := 1)"), "MOVE LOAD_INT ADD RETURN");
    cr_expect_str_eq(compile_function("x, y", "return x + (y + 1)"), "ADD_K ADD RETURN");
}

Test(compiler, assigns_in_parallel_with_few_moves) {
    cr_expect_str_eq(compile_function("a, b", "a, b = b, a + b\nreturn a"), "ADD MOVE MOVE RETURN");
    cr_expect_str_eq(compile_function("a, b", "a, b = b, a\nreturn a"), "MOVE MOVE MOVE RETURN");
}

Test(compiler, checks_only_variables_that_may_be_unbound) {
    cr_expect_eq(count(compile_function("c", "if c: x = 1\nreturn x"), "CHECK_LOCAL"), 1);
    cr_expect_eq(count(compile_function("c", "if c: x = 1\nelse: x = 2\nreturn x"), "CHECK_LOCAL"), 0);
    cr_expect_eq(count(compile_function("c", "if c: x = 1\nelse: return\nreturn x"), "CHECK_LOCAL"), 0);
    cr_expect_eq(count(compile_function("c", "if c: x = 1\nx\nreturn x"), "CHECK_LOCAL"), 1);
    cr_expect_eq(count(compile_function("c", "for x in c: x\nreturn x"), "CHECK_LOCAL"), 1);
    cr_expect_eq(count(compile_function("c", "while True:\n x = c()\n if x: break\nreturn x"), "CHECK_LOCAL"),
                 0);
    /* The test stands behind the body, which therefore cannot count on it. */
    cr_expect_eq(count(compile_function("c", "while (x := c()): x\nreturn x"), "CHECK_LOCAL"), 1);
    cr_expect_eq(count(compile_function("c", "x = 1\nwhile c():\n x\n del x"), "CHECK_LOCAL"), 1);
    cr_expect_eq(count(compile_function("c", "try: x = c()\nexcept c: pass\nreturn x"), "CHECK_LOCAL"), 1);
    cr_expect_eq(count(compile_function("c", "try: x = c()\nexcept c: return\nreturn x"), "CHECK_LOCAL"), 0);
    cr_expect_eq(count(compile_function("c", "try: c()\nexcept c as e: e\nreturn e"), "CHECK_LOCAL"), 1);
    cr_expect_eq(count(compile_function("c", "if c and (x := c): return x"), "CHECK_LOCAL"), 0);
    cr_expect_eq(count(compile_function("c", "if c or (x := c): return x"), "CHECK_LOCAL"), 1);
}

Test(compiler, bounds_the_registers_of_long_displays_and_calls) {
    char *text = malloc(400000);
    const char *const shapes[][2] = {{"[", "]"}, {"(", ")"}, {"{", "}"}, {"print(", ")"}, {"f\"", "\""}};
    for (size_t shape = 0; shape < sizeof shapes / sizeof *shapes; shape++) {
        int length = sprintf(text, "x = 1\ny = %s", shapes[shape][0]);
        for (int i = 0; i < 20000; i++)
            length += sprintf(text + length, shape == 4 ? "{x}" : "x + %d, ", i % 100);
        strcpy(text + length, shapes[shape][1]);
        cr_expect(compile(text), "%s", shapes[shape][0]);
        cr_expect_lt(module->register_count, 300, "%s takes %d", shapes[shape][0], module->register_count);
    }
    free(text);
}

/* --- Constants */

Test(compiler, folds_constants) {
    cr_expect_str_eq(compile_function("", "return 2 * 3 + 4 - -1"), "LOAD_INT RETURN");
    cr_expect_eq(find_code(module, "f")->instructions[0].offset, 11);
    cr_expect_str_eq(compile_function("", "return (1, 'a' 'b' + 'c', (2.5, None))"), "LOAD_CONST RETURN");
    cr_expect_str_eq(compile_function("", "return 7 // -2"), "LOAD_INT RETURN");
    cr_expect_eq(find_code(module, "f")->instructions[0].offset, -4);
    cr_expect_str_eq(compile_function("", "return -7 % 3"), "LOAD_INT RETURN");
    cr_expect_eq(find_code(module, "f")->instructions[0].offset, 2);
    cr_expect_str_eq(compile_function("", "return 1 / 0"), "LOAD_INT DIV_K RETURN");
    cr_expect_str_eq(compile_function("", "return 2 ** 100"), "LOAD_CONST RETURN");
    cr_expect_str_eq(compile_function("", "return 2 ** 1000"), "LOAD_INT POW_K RETURN");
    cr_expect_str_eq(compile_function("", "return 'a' * 100000"), "LOAD_CONST MUL_K RETURN");
    cr_expect_str_eq(compile_function("x", "return x in [1, 2]"), "LOAD_CONST IN RETURN");
    cr_expect_str_eq(compile_function("x", "return x[1:2]"), "GET_ITEM_K RETURN");
    cr_expect_str_eq(compile_function("x", "if 0: return x\nreturn 1 if 2 else x"), "JUMP LOAD_INT RETURN");
}

Test(compiler, knows_integers_beyond_a_word) {
    cr_expect_str_eq(compile_function("", "return -4611686018427387904"), "LOAD_CONST RETURN");
    cr_expect_eq(find_code(module, "f")->constants[0], small_int(SMALL_INT_MIN));
    cr_expect_str_eq(compile_function("", "return 4611686018427387904"), "LOAD_CONST RETURN");
    cr_expect_eq(as_object(find_code(module, "f")->constants[0])->kind, KIND_BIG_INT);
    cr_expect_str_eq(compile_function("", "return 2 ** 62 - 1 - 2 ** 62"), "LOAD_INT RETURN");
    cr_expect_eq(find_code(module, "f")->instructions[0].offset, -1);
}

/* --- Conditions */

Test(compiler, fuses_comparisons_with_jumps) {
    cr_expect_str_eq(compile_function("a, b", "while a < b: a += 1"), "JUMP ADD_K TEST_LT RETURN_NONE");
    cr_expect_str_eq(compile_function("a", "if a is not None and a > 2: return a"),
                     "TEST_NONE TEST_GT_K RETURN RETURN_NONE");
    cr_expect_str_eq(compile_function("a, b", "if not (a in b or a == 'x'): return a"),
                     "TEST_IN TEST_EQ_K RETURN RETURN_NONE");
    cr_expect_str_eq(compile_function("a, b", "if 1 < a < b: return"),
                     "LOAD_INT TEST_LT TEST_LT RETURN_NONE RETURN_NONE");
}

/* --- Functions, cells, comprehensions */

Test(compiler, captures_only_what_inner_functions_use) {
    cr_expect_str_eq(compile_function("a, b", "return lambda: a"), "NEW_CELL MAKE_FUNCTION RETURN");
    Code *lambda = find_code(module, "<lambda>");
    cr_expect_eq(lambda->capture_count, 1);
    cr_expect(lambda->captures[0].from_register);
    cr_expect_eq(lambda->captures[0].index, 0);
    cr_expect_not(find_code(module, "f")->flags & CODE_SIMPLE);
}

Test(compiler, runs_comprehensions_in_the_frame_around_them) {
    const char *code = compile_function("n, xs", "return [x * n for x in xs if x]");
    cr_expect_str_eq(code, "GET_ITER BUILD_LIST JUMP JUMP_IF_FALSE MUL LIST_APPEND FOR_ITER RETURN");
    code = compile_function("n, xs", "return [lambda: x + n for x in xs]");
    cr_expect_eq(count(code, "NEW_CELL"), 2);
    cr_expect_eq(find_code(module, "<lambda>")->capture_count, 2);
    cr_assert(compile("class C:\n a = 1\n b = [a for a in [a]]\n"));
    cr_expect_eq(count(instructions(find_code(module, "C")), "LOAD_NAME"), 2); /* __name__ and the outer a */
}

Test(compiler, makes_generators_of_generator_expressions) {
    cr_assert(compile("x = (y for y in z)"));
    Code *code = find_code(module, "<genexpr>");
    cr_expect_str_eq(instructions(code), "JUMP YIELD FOR_ITER RETURN_NONE");
    cr_expect(code->flags & CODE_GENERATOR);
    cr_expect_eq(code->parameter_count, 1);
    cr_expect(string_equal_c(code->local_names[0], ".0"));
}

Test(compiler, describes_parameters) {
    cr_assert(compile("def f(a, /, b, c=1, *args, d, e=2, **kw):\n 'doc'\n local = 1\n"));
    Code *code = find_code(module, "f");
    cr_expect_eq(code->positional_only_count, 1);
    cr_expect_eq(code->positional_count, 3);
    cr_expect_eq(code->keyword_only_count, 2);
    cr_expect_eq(code->parameter_count, 7);
    cr_expect_eq(code->local_count, 8);
    cr_expect_eq(code->flags, CODE_VARARGS | CODE_VARKEYWORDS);
    cr_expect(string_equal_c(AS(String, code->doc), "doc"));
    cr_expect(string_equal_c(code->local_names[5], "args"));
    cr_expect(string_equal_c(code->local_names[7], "local"));
}

/* --- Exceptions */

static const ExceptionEntry *innermost(const Code *code, Opcode op) {
    for (uint32_t i = 0; i < code->instruction_count; i += (uint32_t)infos[code->instructions[i].op].words) {
        if (code->instructions[i].op == op)
            return code_find_handler(code, i);
    }
    cr_assert_fail("no such instruction");
    return NULL;
}

Test(compiler, protects_bodies_by_a_table) {
    compile_function("g", "try: g()\nexcept KeyError: return 1");
    Code *code = find_code(module, "f");
    const ExceptionEntry *entry = innermost(code, OP_CALL_LOCAL);
    cr_assert_not_null(entry);
    cr_expect_eq(code->instructions[entry->handler].op, OP_ENTER_HANDLER);
    cr_expect_eq(code->instructions[entry->handler].a, entry->exception_register);
    entry = innermost(code, OP_TEST_EXCEPTION); /* what is raised in the handler passes a cleanup */
    cr_assert_not_null(entry);
    cr_expect_eq(code->instructions[entry->handler].op, OP_LEAVE_HANDLER);
    cr_expect_eq(code->instructions[entry->handler + 1].op, OP_RERAISE);
    cr_expect_null(innermost(code, OP_LEAVE_HANDLER));
}

Test(compiler, collects_what_clauses_of_except_star_raise) {
    compile_function("g", "try: g.x\nexcept* KeyError: g()");
    Code *code = find_code(module, "f");
    const ExceptionEntry *entry = innermost(code, OP_CALL_LOCAL);
    cr_assert_not_null(entry);
    cr_expect_eq(code->instructions[entry->handler].op, OP_LIST_APPEND);
    cr_expect_eq(code->instructions[entry->handler].b, entry->exception_register);
    entry = innermost(code, OP_CATCH_GROUP); /* what is raised by the types passes a cleanup */
    cr_assert_not_null(entry);
    cr_expect_eq(code->instructions[entry->handler].op, OP_LEAVE_HANDLER);
}

Test(compiler, leaves_regions_before_it_runs_final_bodies) {
    compile_function("a", "try:\n return 1\nfinally:\n a.close()");
    Code *code = find_code(module, "f");
    cr_expect_null(innermost(code, OP_LOAD_METHOD));
    cr_expect_eq(count(instructions(code), "RETURN"), 1);
}

Test(compiler, orders_entries_from_the_outermost_in) {
    compile_function("a", "try:\n try:\n  a.x\n except KeyError: a.y\nfinally: a.z");
    Code *code = find_code(module, "f");
    for (uint32_t i = 0; i < code->exception_count; i++)
        cr_expect_lt(code->exceptions[i].start, code->exceptions[i].end);
    const ExceptionEntry *inner = innermost(code, OP_LOAD_ATTR);
    const ExceptionEntry *outer = code_find_handler(code, inner->handler);
    cr_assert_not_null(outer);
    cr_expect_lt(outer, inner);
    cr_expect_neq(outer->handler, inner->handler);
}

Test(compiler, closes_temporary_iterators_of_loops_left_early) {
    const char *code = compile_function("g", "for x in g():\n if x: break\n if not x: return x");
    cr_expect_eq(count(code, "CLOSE_ITER"), 3); /* break, return, an exception */
    cr_expect_eq(count(compile_function("g", "for x in g:\n if x: break"), "CLOSE_ITER"), 0);
    cr_expect_eq(count(compile_function("g", "for x in g():\n if x: continue"), "CLOSE_ITER"), 1);
}

/* --- Places */

Test(compiler, knows_the_place_of_every_instruction) {
    cr_assert(compile("a = (b +\n     c.d(1))\n"));
    for (uint32_t i = 0; i < module->instruction_count; i++)
        cr_expect_neq(code_position(module, i).line, 0);
    for (uint32_t i = 0; i < module->instruction_count;
         i += (uint32_t)infos[module->instructions[i].op].words) {
        CodePosition place = code_position(module, i);
        if (module->instructions[i].op == OP_CALL_METHOD) {
            cr_expect_eq(place.line, 2);
            cr_expect_eq(place.column, 5);
            cr_expect_eq(place.end_column, 11);
        } else if (module->instructions[i].op == OP_ADD) {
            cr_expect_eq(place.line, 1);
            cr_expect_eq(place.end_line, 2);
        }
    }
}

/* --- Modes */

Test(compiler, echoes_at_the_prompt) {
    cr_assert(compile_mode("1 + x\n", COMPILE_INTERACTIVE));
    cr_expect(strstr(instructions(module), "ECHO"));
    cr_assert(compile_mode("await x\n", COMPILE_INTERACTIVE));
    cr_expect(module->flags & CODE_COROUTINE);
    cr_assert(compile_mode("1 + x", COMPILE_EXPRESSION));
    cr_expect(strstr(instructions(module), "ADD RETURN"));
}

/* --- Limits */

static void expect_error(const char *message) {
    cr_assert(vm_has_exception(vm));
    Exception *exception = AS(Exception, vm->thread->exception);
    cr_expect_eq(exception->head.type, vm->exceptions.SyntaxError);
    cr_expect_str_eq(AS(String, exception->args->items[0])->chars, message);
    vm_clear_exception(vm);
}

Test(compiler, refuses_too_many_constants_and_names) {
    char *text = malloc(4000000);
    int length = 0;
    for (int i = 0; i < 70000; i++)
        length += sprintf(text + length, "x = %d.5\n", i);
    cr_expect_not(compile(text));
    expect_error("too many constants in one function");
    length = 0;
    for (int i = 0; i < 70000; i++)
        length += sprintf(text + length, "x%d = 1\n", i);
    cr_expect_not(compile(text));
    expect_error("too many global names in one module");
    length = sprintf(text, "def f():\n");
    for (int i = 0; i < 66000; i++)
        length += sprintf(text + length, " x%d = 1\n", i);
    cr_expect_not(compile(text));
    expect_error("too many local variables in one function");
    free(text);
}

Test(compiler, takes_linear_time) {
    enum { LINES = 100000 };
    char *text = malloc(LINES * 40);
    int length = 0;
    for (int i = 0; i < LINES; i++)
        length += sprintf(text + length, "x = f(x, %d) + y[%d] * 2\n", i, i % 50);
    clock_t start = clock();
    cr_expect(compile(text));
    cr_expect_lt((double)(clock() - start) / CLOCKS_PER_SEC, 5.0);
    length = sprintf(text, "if x == 0: pass\n");
    for (int i = 1; i < LINES / 2; i++)
        length += sprintf(text + length, "elif x == %d: y\n", i);
    cr_expect(compile(text));
    free(text);
}
