#include <criterion/criterion.h>

#include "stdlib/stdlib.h"
#include "vm/compile_source.h"
#include "vm/dict.h"
#include "vm/disassembler.h"
#include "vm/vm.h"

static Vm *vm;

static void set_up(void) {
    vm = vm_new(stdlib_find_module);
    cr_assert(stdlib_setup(vm));
}

static void tear_down(void) {
    vm_free(vm);
}

TestSuite(disassembler, .init = set_up, .fini = tear_down);

static const char *listing(const char *text) {
    Source source;
    SyntaxErrorInfo error = {0};
    cr_assert(source_from_bytes(&source, "test.py", text, strlen(text), &error));
    Code *code = compile_source(vm, &source, dict_new_stable(vm), COMPILE_MODULE, NULL);
    source_free(&source);
    cr_assert_not_null(code);
    StringBuilder out;
    builder_init(&out);
    disassemble(vm, code, &out);
    return AS(String, builder_finish(vm, &out))->chars;
}

#define EXPECT_LINE(text, line) cr_expect(strstr(text, line "\n"), "no line %s in\n%s", line, text)

Test(disassembler, shows_source_names_and_values) {
    const char *text = listing("def add(a, b):\n    total = a + b\n    return total * 'x'\n");
    EXPECT_LINE(text, "== <module> (module, test.py:1, 1 registers)");
    EXPECT_LINE(text, "== add (function, test.py:1, 4 registers)");
    EXPECT_LINE(text, "   locals: a, b, total");
    EXPECT_LINE(text, "   2 |     total = a + b");
    EXPECT_LINE(text, "          0  ADD            total, a, b             ; total = a + b");
    EXPECT_LINE(text, "          1  MUL_K          r3, total, 'x'          ; r3 = total * 'x'");
    EXPECT_LINE(text, "          2  RETURN         r3                      ; return r3");
}

Test(disassembler, names_the_targets_of_jumps) {
    const char *text = listing("while x < 3:\n    x = f(x)\n");
    EXPECT_LINE(text, "          0  JUMP           -> L2                   ; jump");
    EXPECT_LINE(text, "  L1:     1  LOAD_GLOBAL    r0, f                   ; r0 = f");
    EXPECT_LINE(text, "          3  CALL           r0, 1, r0               ; r0 = r0(r1)");
    EXPECT_LINE(text, "  L2:     5  LOAD_GLOBAL    r0, x                   ; r0 = x");
    EXPECT_LINE(text, "          6  TEST_LT_K      r0, 3, x=1 -> L1        ; if (r0 < 3) is true, jump");
    EXPECT_LINE(text, "          8  RETURN_NONE                            ; return None");
}

Test(disassembler, shows_the_exception_table_and_nested_code) {
    const char *text = listing("try:\n    o.a = lambda: 1\nexcept KeyError:\n    pass\n");
    EXPECT_LINE(text, "   exceptions (the last line that covers an instruction counts):");
    cr_expect(strstr(text, "put it in r0, go to L1\n"));
    cr_expect(strstr(text, "== <lambda> (function"));
    cr_expect(strstr(text, "r1.a = r0"));
}
