/* The program as a shell sees it: its arguments, its exit status, and what it says of files it cannot run.
 *
 * Each test runs a line of shell in a folder of its own, in which $BIDE is the program. */
#include <criterion/criterion.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct {
    char out[8192], err[65536]; /* what fits; of standard error the end */
    int status;                 /* as a shell gives it: 128 + the signal where one ended the program */
} Run;

static char folder[64];

static void make_folder(void) {
    strcpy(folder, "/tmp/bide-test-XXXXXX");
    cr_assert_not_null(mkdtemp(folder));
    cr_assert_not_null(getenv("BIDE"), "the environment names no program");
}

static void remove_folder(void) {
    char command[128];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    if (system(command) != 0)
        fprintf(stderr, "cannot remove %s\n", folder);
}

TestSuite(command_line, .init = make_folder, .fini = remove_folder);

static void read_into(char *text, size_t size, const char *name) {
    char path[128];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "rb");
    cr_assert_not_null(file);
    if (fseek(file, -(long)(size - 1), SEEK_END) != 0)
        rewind(file);
    text[fread(text, 1, size - 1, file)] = '\0';
    fclose(file);
}

static int shell_status(int status) {
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

static Run run(const char *line) {
    Run result;
    char command[4096];
    snprintf(command, sizeof command, "cd %s && (%s) >out 2>err </dev/null", folder, line);
    result.status = shell_status(system(command));
    read_into(result.out, sizeof result.out, "out");
    read_into(result.err, sizeof result.err, "err");
    return result;
}

static void expect(const char *line, int status, const char *out) {
    Run result = run(line);
    cr_expect_eq(result.status, status, "%s\n  status %d, expected %d\n%s", line, result.status, status,
                 result.err);
    cr_expect_str_eq(result.out, out, "%s\n  printed: %s\n  expected: %s\n%s", line, result.out, out,
                     result.err);
}

/* The line fails with that status, and says so in words that hold `words`. */
static void expect_error(const char *line, int status, const char *words) {
    Run result = run(line);
    cr_expect_eq(result.status, status, "%s\n  status %d, expected %d\n%s", line, result.status, status,
                 result.err);
    cr_expect_not_null(strstr(result.err, words), "%s\n  '%s' is not in: %.2000s", line, words, result.err);
}

Test(command_line, runs_code_files_modules_and_standard_input) {
    expect("$BIDE -c 'print(6 * 7)'", 0, "42\n");
    expect("$BIDE -c 'import sys; print(sys.argv)' a -c b", 0, "['-c', 'a', '-c', 'b']\n");
    expect("echo 'import sys; print(sys.argv)' > s.py; $BIDE s.py -x --version", 0,
           "['s.py', '-x', '--version']\n");
    expect("echo 'import sys; print(sys.argv, __name__)' | $BIDE - a b", 0, "['-', 'a', 'b'] __main__\n");
    expect("echo 'print(__name__, x)' > m.py; sed -i '1i x = 5' m.py; $BIDE -m m", 0, "__main__ 5\n");
    expect("echo 'import m; print(m.x)' > s.py; echo x = 1 > m.py; mkdir d; cd d; $BIDE ../s.py", 0, "1\n");
    expect(": > empty.py; $BIDE empty.py", 0, "");
    expect("printf 'print(1)' > s.py; $BIDE s.py", 0, "1\n");
    expect("printf 'if 1:\\r\\n    print(\"crlf\")\\r\\n' > s.py; $BIDE s.py", 0, "crlf\n");
    expect("printf '\\357\\273\\277print(\"bom\")\\n' > s.py; $BIDE s.py", 0, "bom\n");
}

Test(command_line, tells_its_version_and_its_usage) {
    Run version = run("$BIDE --version");
    cr_expect_eq(version.status, 0);
    cr_expect_eq(strncasecmp(version.out, "bide ", 5), 0, "%s", version.out);
    Run help = run("$BIDE --help");
    cr_expect_eq(help.status, 0);
    cr_expect_not_null(strstr(help.out, "--virtual-time"));
    cr_expect_eq(run("$BIDE --no-such-option").status, 2);
    cr_expect_eq(run("$BIDE -c").status, 2);
}

Test(command_line, ends_with_the_status_the_script_asks_for) {
    expect("$BIDE -c 'import sys; sys.exit(3)'", 3, "");
    expect("$BIDE -c 'import sys; sys.exit()'", 0, "");
    expect("$BIDE -c 'import sys; sys.exit(None)'", 0, "");
    expect("$BIDE -c 'raise SystemExit(True)'", 1, "");
    expect("$BIDE -c 'raise SystemExit(256 + 7)'", 7, "");
    expect("$BIDE -c 'raise SystemExit(-1)'", 255, "");
    expect_error("$BIDE -c 'import sys; sys.exit(\"in words\")'", 1, "in words\n");
    expect_error("$BIDE -c '1 / 0'", 1, "ZeroDivisionError: division by zero\n");
    expect_error("$BIDE -c 'def f(:'", 1, "SyntaxError: ");
    expect_error("printf 'x = 1\\n  y = 2\\n' > s.py; $BIDE s.py", 1,
                 "IndentationError: unexpected indent\n");
    expect("$BIDE -c 'print(1, flush=True); raise SystemExit(5)'", 5, "1\n");
    expect("$BIDE -c 'for i in range(100000): print(i)' 2>/dev/null | head -n 1", 0, "0\n");
}

Test(command_line, says_what_is_wrong_with_a_file) {
    expect_error("$BIDE no-such-file.py", 2, "no-such-file.py");
    expect_error("mkdir d; $BIDE d", 1, "can't find '__main__' module in");
    expect_error("$BIDE -m no_such_module", 1, "no_such_module");
    expect_error("printf 'x = 1\\ny = \"\\377\"\\n' > s.py; $BIDE s.py", 1, "SyntaxError: ");
    expect_error("printf 'x = 1\\n\\000\\n' > s.py; $BIDE s.py", 1, "null bytes");
    expect_error("head -c 100000000 /dev/urandom > s.py; $BIDE s.py", 1, "s.py");
    expect_error("yes '(' | head -c 20000000 > s.py; $BIDE s.py", 1,
                 "SyntaxError: too many nested parentheses");
    expect_error("yes 'x +' | head -c 20000000 > s.py; $BIDE s.py", 1, "SyntaxError: ");
}

/* Whatever is nested deep, the program ends by itself: with an error in words, or having run it. */
Test(command_line, deep_nesting_is_an_error_not_a_crash) {
    static const char *const unit[] = {"(",
                                       "[",
                                       "{",
                                       "{1:",
                                       "f(",
                                       "x[",
                                       "-",
                                       "not ",
                                       "~",
                                       "lambda: ",
                                       "a if b else ",
                                       "x.y",
                                       "x()",
                                       "x[0]",
                                       "x = ",
                                       "await ",
                                       "*",
                                       "1 + (",
                                       "x or (",
                                       "2 ** ",
                                       "x < ",
                                       "[x for x in ",
                                       "f'{",
                                       "(yield ",
                                       "1 if (",
                                       "not (",
                                       "x: ",
                                       "@x\n"};
    for (size_t i = 0; i < sizeof unit / sizeof *unit; i++) {
        char path[128];
        snprintf(path, sizeof path, "%s/s.py", folder);
        FILE *file = fopen(path, "w");
        for (int n = 0; n < 100000; n++)
            fputs(unit[i], file);
        fputs("x\n", file);
        fclose(file);
        Run result = run("$BIDE s.py");
        cr_expect(result.status == 1 && strstr(result.err, "Error") != NULL,
                  "100,000 times '%s': status %d\n%.1000s", unit[i], result.status, result.err);
    }
    expect_error("$BIDE -c 'for i in range(200): print(i * \" \" + \"if 1:\")' > s.py; $BIDE s.py", 1,
                 "IndentationError: too many levels of indentation");
}

Test(command_line, deep_recursion_is_an_exception) {
    expect("$BIDE -c 'def f(): f()\ntry: f()\nexcept RecursionError as e: print(e)'", 0,
           "maximum recursion depth exceeded\n");
    expect_error("$BIDE -c 'class A:\n  def __repr__(self): return repr(self)\nprint(A())'", 1,
                 "RecursionError: ");
    expect_error("$BIDE -c 'def f(n): return f(n + 1)\nf(0)'", 1, "Previous line repeated 99");
    expect_error("$BIDE -c 'a = []\nfor i in range(100000): a = [a]\nprint(a)'", 1, "RecursionError: ");
    expect_error("$BIDE -c 'a = []; b = []\nfor i in range(100000): a, b = [a], [b]\nprint(a == b)'", 1,
                 "RecursionError: ");
}

/* Starts the code, waits until it has printed a line, interrupts it as Ctrl-C does, and expects a traceback.
 */
static void expect_interrupted(const char *code, const char *after) {
    int out[2], err[2];
    cr_assert(pipe(out) == 0 && pipe(err) == 0);
    pid_t child = fork();
    if (child == 0) {
        signal(SIGINT, SIG_DFL);
        dup2(out[1], 1);
        dup2(err[1], 2);
        for (int fd = 3; fd < 256; fd++)
            close(fd);
        execl(getenv("BIDE"), "bide", "-c", code, (char *)NULL);
        _exit(127);
    }
    close(out[1]);
    close(err[1]);
    FILE *prints = fdopen(out[0], "r"), *errors = fdopen(err[0], "r");
    char line[256] = "", text[65536];
    cr_assert(fgets(line, sizeof line, prints) != NULL, "it printed nothing: %s", code);
    usleep(100000);
    kill(child, SIGINT);
    char *rest = fgets(line, sizeof line, prints);
    cr_expect_str_eq(rest == NULL ? "" : rest, after, "%s\n  printed then: %s", code, rest);
    text[fread(text, 1, sizeof text - 1, errors)] = '\0';
    int status;
    waitpid(child, &status, 0);
    cr_expect_eq(shell_status(status), 130, "%s\n  status %d", code, shell_status(status));
    const char *ending = strstr(text, "KeyboardInterrupt\n");
    cr_expect(strstr(text, "Traceback") != NULL && ending != NULL && ending[18] == '\0', "%s\n%s", code,
              text);
    fclose(prints);
    fclose(errors);
}

Test(command_line, ctrl_c_is_a_keyboard_interrupt) {
    expect_interrupted("print(1, flush=True)\nwhile True: pass", "");
    expect_interrupted("import time\nprint(1, flush=True)\ntime.sleep(60)", "");
    expect_interrupted("import time\nprint(1, flush=True)\ntry:\n  while True: time.sleep(0.01)\nfinally: "
                       "print('finally', flush=True)",
                       "finally\n");
    expect_interrupted(
        "import asyncio\nasync def main():\n  print(1, flush=True)\n  try:\n    await asyncio.sleep(60)\n"
        "  finally: print('finally', flush=True)\nasyncio.run(main())",
        "finally\n");
}
