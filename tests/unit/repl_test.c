/* The prompt as a person meets it: $BIDE on a terminal of its own, keys typed in, and what it shows waited
 * for.
 *
 * Nothing here depends on speed: every wait is for a text, and only a prompt that never comes runs into the
 * time limit. */
#include <criterion/criterion.h>
#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { LIMIT_MS = 60000, SHOWN_SIZE = 1 << 16 };

static pid_t child;
static int terminal;
static char shown[SHOWN_SIZE]; /* what came out since the last text that was waited for */
static size_t shown_count;

static void start(const char *term) {
    const char *program = getenv("BIDE");
    cr_assert_not_null(program, "the environment names no program");
    struct winsize size = {.ws_row = 24, .ws_col = 80};
    child = forkpty(&terminal, NULL, NULL, &size);
    cr_assert(child >= 0);
    if (child == 0) {
        signal(SIGINT, SIG_DFL); /* ignored where the tests run in the background */
        setenv("TERM", term, 1);
        setenv("BIDE_HISTORY", "", 1);
        execl(program, program, (char *)NULL);
        _exit(127);
    }
    shown_count = 0;
    shown[0] = '\0';
}

static void stop(void) {
    if (child > 0) {
        kill(child, SIGKILL);
        waitpid(child, NULL, 0);
        close(terminal);
    }
    child = 0;
}

TestSuite(repl, .fini = stop, .timeout = 120);

static void type(const char *keys) {
    size_t count = strlen(keys);
    cr_assert_eq(write(terminal, keys, count), (ssize_t)count);
}

/* Reads some more. False: the program has closed the terminal. */
static bool read_more(void) {
    struct pollfd ready = {.fd = terminal, .events = POLLIN};
    int found = poll(&ready, 1, LIMIT_MS);
    cr_assert(found > 0, "nothing more came after: %s", shown);
    ssize_t count = read(terminal, shown + shown_count, SHOWN_SIZE - 1 - shown_count);
    if (count <= 0)
        return false;
    shown_count += (size_t)count;
    shown[shown_count] = '\0';
    return true;
}

/* Waits until `text` is shown, and forgets all up to its end. */
static void expect(const char *text) {
    char *at;
    while (!(at = strstr(shown, text)))
        cr_assert(read_more(), "the prompt ended before it showed '%s': %s", text, shown);
    at += strlen(text);
    shown_count -= (size_t)(at - shown);
    memmove(shown, at, shown_count + 1);
}

/* Enters a line, and waits until the terminal takes keys again: what is typed earlier, the terminal itself
 * answers. */
static void enter(const char *line) {
    type(line);
    type("\r");
    expect("\x1b[?2004l"); /* pastes are no longer marked: the line is taken */
    expect("\x1b[?2004h"); /* they are again: the next line is being edited */
}

static int end_status(void) {
    while (read_more()) {
    }
    int status;
    cr_assert_eq(waitpid(child, &status, 0), child);
    close(terminal);
    child = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

Test(repl, shows_the_value_of_an_expression) {
    start("xterm");
    expect("asyncio");
    expect(">>> ");
    type("6 * 7\r");
    expect("42");
    expect("\x1b[?2004h");
    type("_ + 1\r");
    expect("43");
    expect("\x1b[?2004h");
    enter("None");
    type("'' + 'x'\r");
    expect("\x1b[?2004l");
    expect("'x'\r\n");
    expect("\x1b[?2004h");
    type("\x04");
    cr_assert_eq(end_status(), 0);
}

Test(repl, takes_blocks_and_functions_over_several_lines) {
    start("xterm");
    expect(">>> ");
    type("def double(x):\r");
    expect("... ");
    type("    return 2 * x\r\r");
    expect(">>> ");
    type("double(1000 + 24)\r");
    expect("2048");
}

Test(repl, takes_a_pasted_script_whole) {
    start("xterm");
    expect(">>> ");
    type("\x1b[200~def f():\n    a = 1\n\n    return a + 40\nprint('sum', f() + 1)\nfor i in range(2):\n    "
         "print('i', i)\n"
         "print('the end')\n\x1b[201~");
    expect("sum 42");
    expect("i 0");
    expect("i 1");
    expect("the end");
}

Test(repl, awaits_at_the_top) {
    start("xterm");
    expect(">>> ");
    type("await asyncio.sleep(0.01, 'slept')\r");
    expect("'slept'");
    type("async def numbers():\r    for i in range(3):\r        yield i * 100\r\r");
    type("async for n in numbers(): print('got', n)\r\r");
    expect("got 200");
    type("asyncio.run(asyncio.sleep(0, 'ran'))\r");
    expect("'ran'");
}

Test(repl, runs_tasks_while_a_line_is_typed) {
    start("xterm");
    expect(">>> ");
    type("async def tick():\r    await asyncio.sleep(0.05)\r    print('tick ' + 'tock')\r\r");
    type("task = asyncio.create_task(tick())\r");
    type("'half a li");
    expect("tick tock");
    type("ne'\r");
    expect("'half a line'");
}

Test(repl, drops_the_line_on_ctrl_c) {
    start("xterm");
    expect(">>> ");
    type("this is (not a statement");
    expect("statement");
    type("\x03");
    expect("KeyboardInterrupt");
    type("1 + 1000\r");
    expect("1001");
}

Test(repl, cancels_what_runs_on_ctrl_c_and_leaves_tasks_alone) {
    start("xterm");
    expect(">>> ");
    type("async def waiter(): print('waiter has ' + str(await gate.wait()))\r\r");
    type("gate = asyncio.Event()\r");
    type("task = asyncio.create_task(waiter())\r");
    type("async def long():\r    print('lo' + 'ng begins')\r    await asyncio.sleep(3600)\r\r");
    type("await long()\r");
    expect("long begins");
    type("\x03");
    expect("KeyboardInterrupt");
    expect(">>> ");
    type("gate.set()\r");
    expect("waiter has True");
}

Test(repl, interrupts_a_tight_loop) {
    start("xterm");
    expect(">>> ");
    type("def spin():\r    print('spi' + 'ns', flush=True)\r    while True: pass\r\r");
    type("spin()\r");
    expect("spins");
    type("\x03");
    expect("KeyboardInterrupt");
    expect(">>> ");
    type("'still ' + 'here'\r");
    expect("'still here'");
}

Test(repl, cancels_tasks_at_the_end) {
    start("xterm");
    expect(">>> ");
    type("async def work():\r    try: await asyncio.sleep(3600)\r    finally: print('cleaned ' + 'up')\r");
    expect("... ");
    expect("... ");
    expect("... ");
    enter("");
    enter("task = asyncio.create_task(work())");
    enter("await asyncio.sleep(0)");
    type("\x04");
    expect("cleaned up");
    cr_assert_eq(end_status(), 0);
}

Test(repl, reports_errors_and_goes_on) {
    start("xterm");
    expect(">>> ");
    type("1 / 0\r");
    expect("ZeroDivisionError: division by zero");
    type("x = = 1\r");
    expect("SyntaxError: invalid syntax");
    type("pritn\r");
    expect("Did you mean: 'print'?");
    type("raise SystemExit(7)\r");
    cr_assert_eq(end_status(), 7);
}

Test(repl, completes_names_attributes_and_modules) {
    start("xterm");
    expect(">>> ");
    enter("unmistakable = 'a ' + 'name'");
    type("unmis\t\r");
    expect("'a name'");
    expect("\x1b[?2004h");
    enter("text = 'x'");
    type("text.startsw\t('x')\r");
    expect("True");
    expect("\x1b[?2004h");
    enter("import functo\t");
    type("functools.__name__\r");
    expect("'functools'");
}

Test(repl, recalls_what_was_entered) {
    start("xterm");
    expect(">>> ");
    enter("'first' + '!'");
    enter("'second'");
    type("\x12"
         "first");
    expect("search");
    type("\r");
    expect("'first!'");
    expect("\x1b[?2004h");
    type("\x1b[A\r");
    expect("'first!'");
}

Test(repl, is_plain_on_a_dumb_terminal) {
    start("dumb");
    expect(">>> ");
    type("[1,\n");
    expect("... ");
    type("2]\n");
    expect("[1, 2]");
    expect(">>> ");
    type("\x04");
    while (read_more()) {
    }
    cr_assert_null(strchr(shown, '\x1b'), "control codes on a dumb terminal: %s", shown);
}
