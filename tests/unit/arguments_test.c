// Binding arguments, of functions written in the language and of those written in C.
#include <criterion/criterion.h>

#include "stdlib/stdlib.h"
#include "vm/call.h"
#include "vm/compile_source.h"
#include "vm/dict.h"
#include "vm/list.h"
#include "vm/vm.h"

static Vm *vm;

static void set_up(void) {
    vm = vm_new(stdlib_find_module);
    cr_assert(stdlib_setup(vm));
}

static void tear_down(void) {
    vm_free(vm);
}

TestSuite(arguments, .init = set_up, .fini = tear_down);

/* The function `f` that a program defines. */
static Value function_of(const char *text) {
    Source source;
    SyntaxErrorInfo error = {0};
    cr_assert(source_from_bytes(&source, "test.py", text, strlen(text), &error));
    Dict *globals = dict_new_stable(vm);
    vm_root(vm, object_value(globals));
    Code *code = compile_source(vm, &source, globals, COMPILE_MODULE, NULL);
    source_free(&source);
    cr_assert_not_null(code);
    cr_assert_neq(vm_run_module(vm, code), NOTHING);
    return dict_get_c(vm, globals, "f");
}

/* Calls with the integers 1, 2, ... as arguments: `positional` of them, then one for each of the names,
 * "a,b". */
static Value call(Value f, int positional, const char *names) {
    Value args[16];
    Value keywords[8];
    int count = 0;
    for (const char *at = names; at && *at;) {
        size_t length = strcspn(at, ",");
        keywords[count++] = object_value(string_intern_chars(vm, at, length));
        at += at[length] ? length + 1 : length;
    }
    for (int i = 0; i < positional + count; i++)
        args[i] = small_int(i + 1);
    return vm_call(vm, f, args, positional + count, count ? tuple_new(vm, keywords, count) : NULL);
}

static void expect_refused(Value f, int positional, const char *names, const char *message) {
    cr_assert_eq(call(f, positional, names), NOTHING);
    cr_assert(vm_exception_is(vm, vm->exceptions.TypeError));
    Value text = value_str(vm, vm_take_exception(vm));
    cr_assert_str_eq(AS(String, text)->chars, message);
}

static void expect_result(Value f, int positional, const char *names, const char *repr) {
    Value result = call(f, positional, names);
    cr_assert_neq(result, NOTHING);
    cr_assert_str_eq(AS(String, value_repr(vm, result))->chars, repr);
}

Test(arguments, every_parameter_finds_its_value) {
    Value f = function_of("def f(a, /, b, *args, c=30, **others):\n    return a, b, args, c, others\n");
    expect_result(f, 2, NULL, "(1, 2, (), 30, {})");
    expect_result(f, 4, "c", "(1, 2, (3, 4), 5, {})");
    expect_result(f, 1, "b,z,a", "(1, 2, (), 30, {'z': 3, 'a': 4})");
}

Test(arguments, defaults_fill_what_is_absent) {
    Value f = function_of("def f(a, b=10, *, c=20, d=30):\n    return a, b, c, d\n");
    expect_result(f, 1, NULL, "(1, 10, 20, 30)");
    expect_result(f, 0, "d,a", "(2, 10, 20, 1)");
}

Test(arguments, missing_ones_are_named) {
    Value f = function_of("def f(a, b, c, *, k, j): pass\n");
    expect_refused(f, 0, NULL, "f() missing 3 required positional arguments: 'a', 'b', and 'c'");
    expect_refused(f, 0, "c", "f() missing 2 required positional arguments: 'a' and 'b'");
    expect_refused(f, 3, NULL, "f() missing 2 required keyword-only arguments: 'k' and 'j'");
    expect_refused(f, 3, "j", "f() missing 1 required keyword-only argument: 'k'");
}

Test(arguments, too_many_are_counted) {
    expect_refused(function_of("def f(): pass\n"), 1, NULL,
                   "f() takes 0 positional arguments but 1 was given");
    expect_refused(function_of("def f(a, b=2): pass\n"), 3, NULL,
                   "f() takes from 1 to 2 positional arguments but 3 were given");
    expect_refused(function_of("def f(a, *, k): pass\n"), 2, "k",
                   "f() takes 1 positional argument but 2 positional arguments (and 1 keyword-only argument) "
                   "were given");
}

Test(arguments, keywords_must_fit) {
    Value f = function_of("def f(a, b=2, /, c=3): pass\n");
    expect_refused(f, 1, "x", "f() got an unexpected keyword argument 'x'");
    expect_refused(f, 3, "c", "f() got multiple values for argument 'c'");
    expect_refused(f, 0, "a,b", "f() got some positional-only arguments passed as keyword arguments: 'a, b'");
}

/* Shows how the arguments arrived. */
static Value show(Vm *at, Value *args, int argc) {
    List *list = list_new(at, argc);
    for (int i = 0; i < argc; i++)
        list_append(at, list, args[i] == NOTHING ? ELLIPSIS : args[i]);
    return object_value(list);
}

static Value native(const NativeDef *def) {
    return native_function_new(vm, def, NULL, NULL);
}

Test(arguments, natives_get_one_entry_per_parameter) {
    static const NativeDef named = {"show", show, 1, 4, 0, "a,/,b,*,c,d"};
    expect_result(native(&named), 1, NULL, "[1, Ellipsis, Ellipsis, Ellipsis]");
    expect_result(native(&named), 2, "d", "[1, 2, Ellipsis, 3]");
    expect_refused(native(&named), 0, NULL, "show() takes at least 1 positional argument (0 given)");
    expect_refused(native(&named), 3, NULL, "show() takes at most 2 positional arguments (3 given)");
    expect_refused(native(&named), 1, "x", "'x' is an invalid keyword argument for show()");
    expect_refused(native(&named), 1, "a", "'a' is an invalid keyword argument for show()");
    expect_refused(native(&named), 2, "b", "argument for show() given by name ('b') and position (2)");
}

Test(arguments, natives_with_any_number) {
    static const NativeDef variable = {"show", show, 0, -1, 0, "*,sep,end"};
    expect_result(native(&variable), 2, "end", "[Ellipsis, 3, 1, 2]");
    static const NativeDef any = {"show", show, 1, 1, NATIVE_ANY_KEYWORDS, "a"};
    expect_result(native(&any), 1, "x,y", "[1, {'x': 2, 'y': 3}]");
    expect_result(native(&any), 0, "a", "[1, Ellipsis]");
}

Test(arguments, natives_without_keywords) {
    static const NativeDef one = {"show", show, 1, 1, 0, NULL};
    expect_refused(native(&one), 2, NULL, "show() takes exactly one argument (2 given)");
    expect_refused(native(&one), 0, "x", "show() takes no keyword arguments");
    static const NativeDef range = {"show", show, 1, 2, 0, NULL};
    expect_refused(native(&range), 0, NULL, "show expected at least 1 argument, got 0");
    expect_refused(native(&range), 3, NULL, "show expected at most 2 arguments, got 3");
}

Test(arguments, methods_check_what_they_are_called_on) {
    Value append =
        value_get_attribute(vm, object_value(vm->types_by_kind[KIND_LIST]), string_intern_c(vm, "append"));
    expect_refused(append, 2, NULL, "descriptor 'append' for 'list' objects doesn't apply to a 'int' object");
    expect_refused(append, 0, NULL, "unbound method list.append() needs an argument");
}
