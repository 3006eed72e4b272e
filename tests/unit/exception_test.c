// Exceptions: raising, chaining, matching, and how they are shown.
#include <criterion/criterion.h>
#include <errno.h>

#include "stdlib/stdlib.h"
#include "vm/call.h"
#include "vm/compile_source.h"
#include "vm/dict.h"
#include "vm/list.h"
#include "vm/traceback.h"
#include "vm/vm.h"

static Vm *vm;

static void set_up(void) {
    vm = vm_new(stdlib_find_module);
    cr_assert(stdlib_setup(vm));
}

static void tear_down(void) {
    vm_free(vm);
}

TestSuite(exception, .init = set_up, .fini = tear_down);

static void expect_text(Value text, const char *expected) {
    cr_assert(is_string(text));
    cr_assert_str_eq(AS(String, text)->chars, expected);
}

static void expect_shown(Value exception, const char *expected) {
    StringBuilder out;
    builder_init(&out);
    exception_format(vm, exception, &out);
    builder_add_char(&out, '\0');
    cr_assert_str_eq(out.chars, expected);
    builder_free(&out);
}

/* Runs a program that must raise; the exception. */
static Value raised_by(const char *text) {
    Source source;
    SyntaxErrorInfo error = {0};
    cr_assert(source_from_bytes(&source, "test.py", text, strlen(text), &error));
    Dict *globals = dict_new_stable(vm);
    dict_set_string(vm, globals, vm->names.name, object_value(vm->names.main));
    Code *code = compile_source(vm, &source, globals, COMPILE_MODULE, NULL);
    source_free(&source);
    if (code)
        cr_assert_eq(vm_run_module(vm, code), NOTHING);
    cr_assert(vm_has_exception(vm));
    return vm_take_exception(vm);
}

Test(exception, raising_sets_the_pending_one) {
    cr_assert_eq(vm_raise(vm, vm->exceptions.ValueError, "bad %d", 3), NOTHING);
    cr_assert(vm_exception_is(vm, vm->exceptions.Exception));
    cr_assert_not(vm_exception_is(vm, vm->exceptions.TypeError));
    Value exception = vm_take_exception(vm);
    cr_assert_not(vm_has_exception(vm));
    expect_text(value_str(vm, exception), "bad 3");
    expect_text(value_repr(vm, exception), "ValueError('bad 3')");
}

Test(exception, what_is_being_handled_becomes_the_context) {
    Value first = exception_new(vm, vm->exceptions.KeyError, "a");
    vm->thread->handled = first;
    vm_raise(vm, vm->exceptions.ValueError, "b");
    Value second = vm_take_exception(vm);
    cr_assert_eq(AS(Exception, second)->context, first);
    vm->thread->handled = second;
    vm_raise_value(vm, first);
    cr_assert_eq(AS(Exception, first)->context, second);
    cr_assert_eq(AS(Exception, second)->context, NONE, "a chain never runs in a circle");
    vm_clear_exception(vm);
    vm->thread->handled = NONE;
}

Test(exception, os_errors_are_classed_by_number) {
    vm_raise_errno(vm, ENOENT, string_value(vm, "nowhere"));
    cr_assert(vm_exception_is(vm, vm->exceptions.FileNotFoundError));
    expect_text(value_str(vm, vm_take_exception(vm)), "[Errno 2] No such file or directory: 'nowhere'");
    vm_raise_errno(vm, ETIMEDOUT, NOTHING);
    cr_assert(vm_exception_is(vm, vm->exceptions.TimeoutError));
}

Test(exception, except_clauses_match_classes_and_tuples) {
    Value exception = exception_new(vm, vm->exceptions.KeyError, NULL);
    Value lookup = object_value(vm->exceptions.LookupError), type = object_value(vm->exceptions.TypeError);
    cr_assert_eq(exception_matches(vm, exception, lookup), 1);
    cr_assert_eq(exception_matches(vm, exception, type), 0);
    cr_assert_eq(exception_matches(vm, exception, object_value(tuple_of(vm, 2, type, lookup))), 1);
    cr_assert_eq(exception_matches(vm, exception, small_int(1)), -1);
    expect_text(value_str(vm, vm_take_exception(vm)),
                "catching classes that do not inherit from BaseException is not allowed");
}

Test(exception, classes_are_instantiated_when_raised) {
    Value made = exception_from_raised(vm, object_value(vm->exceptions.OSError));
    cr_assert(is_exception(made));
    cr_assert_eq(exception_from_raised(vm, small_int(5)), NOTHING);
    expect_text(value_str(vm, vm_take_exception(vm)), "exceptions must derive from BaseException");
}

Test(exception, operators_and_brackets_are_found) {
    int left, right;
    const char *sum = "(a) + b * c";
    cr_assert(traceback_find_anchors(sum, strlen(sum), &left, &right));
    cr_assert_eq(left, 4);
    cr_assert_eq(right, 5);
    const char *item = "x[1][ 2 ]";
    cr_assert(traceback_find_anchors(item, strlen(item), &left, &right));
    cr_assert_eq(left, 4);
    cr_assert_eq(right, 9);
    cr_assert_not(traceback_find_anchors("f(1)", 4, &left, &right));
    cr_assert_not(traceback_find_anchors("a +", 3, &left, &right));
}

Test(exception, traceback_with_marks) {
    expect_shown(raised_by("def f(x):\n    return 1 + x / 0\n\nf(2)\n"),
                 "Traceback (most recent call last):\n"
                 "  File \"test.py\", line 4, in <module>\n"
                 "    f(2)\n"
                 "  File \"test.py\", line 2, in f\n"
                 "    return 1 + x / 0\n"
                 "               ~~^~~\n"
                 "ZeroDivisionError: division by zero\n");
}

Test(exception, traceback_folds_repetitions) {
    expect_shown(raised_by("def f(n):\n    return f(n - 1) if n else 1 / 0\n\nf(6)\n"),
                 "Traceback (most recent call last):\n"
                 "  File \"test.py\", line 4, in <module>\n"
                 "    f(6)\n"
                 "  File \"test.py\", line 2, in f\n"
                 "    return f(n - 1) if n else 1 / 0\n"
                 "           ^^^^^^^^\n"
                 "  File \"test.py\", line 2, in f\n"
                 "    return f(n - 1) if n else 1 / 0\n"
                 "           ^^^^^^^^\n"
                 "  File \"test.py\", line 2, in f\n"
                 "    return f(n - 1) if n else 1 / 0\n"
                 "           ^^^^^^^^\n"
                 "  [Previous line repeated 4 more times]\n"
                 "ZeroDivisionError: division by zero\n");
}

Test(exception, cause_and_notes_are_shown) {
    expect_shown(
        raised_by("try:\n    {}['k']\nexcept KeyError as e:\n"
                  "    new = ValueError('x')\n    new.add_note('look here')\n    raise new from e\n"),
        "Traceback (most recent call last):\n"
        "  File \"test.py\", line 2, in <module>\n"
        "    {}['k']\n"
        "    ~~^^^^^\n"
        "KeyError: 'k'\n"
        "\nThe above exception was the direct cause of the following exception:\n\n"
        "Traceback (most recent call last):\n"
        "  File \"test.py\", line 6, in <module>\n"
        "    raise new from e\n"
        "ValueError: x\n"
        "look here\n");
}

Test(exception, syntax_errors_show_their_place) {
    expect_shown(raised_by("x = 1\nif x:\n    y = = 2\n"), "  File \"test.py\", line 3\n"
                                                           "    y = = 2\n"
                                                           "        ^\n"
                                                           "SyntaxError: invalid syntax\n");
}

Test(exception, near_names_are_suggested) {
    Value exception = raised_by("lenght = 1\nlength\n");
    cr_assert_str_eq(suggestion_for(vm, exception)->chars, "lenght");
    exception = raised_by("[].apend(1)\n");
    cr_assert_str_eq(suggestion_for(vm, exception)->chars, "append");
    exception = raised_by("[].nothing_like_it\n");
    cr_assert_null(suggestion_for(vm, exception));
    exception = raised_by("raise NameError('no name known')\n");
    cr_assert_null(suggestion_for(vm, exception));
}
