/* bide: the program. Reads the command line and hands over to what it asks for. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "cli/program.h"
#include "cli/repl.h"
#include "cli/show.h"
#include "cli/trace.h"
#include "stdlib/stdlib.h"
#include "vm/clock.h"
#include "vm/interrupt.h"
#include "vm/version.h"

static const char usage[] =
    "usage: bide [--virtual-time] [FILE | -c CODE | -m MODULE | -] [ARG ...]\n"
    "       bide COMMAND FILE [ARG ...]\n"
    "\n"
    "Runs an async script, or starts a prompt when nothing is named.\n"
    "\n"
    "  FILE             run the script in FILE\n"
    "  -c CODE          run CODE\n"
    "  -m MODULE        run a module as a script\n"
    "  -                run the script on standard input\n"
    "  --virtual-time   time jumps instead of passing: sleeps end at once, in order\n"
    "  --version        print the version\n"
    "  --help           print this text\n"
    "\n"
    "Commands that make a stage visible:\n"
    "  tokens FILE      what the lexer sees\n"
    "  ast FILE         the syntax tree\n"
    "  dis FILE         the bytecode beside the source\n"
    "  trace FILE       run FILE and print what the scheduler does, on standard error\n";

typedef struct Options {
    bool virtual_time;
    bool trace;
    bool has_program;
    Program program;
} Options;

static void refuse(const char *message, const char *what) {
    fprintf(stderr, "bide: %s%s\n%s", message, what, usage);
    exit(2);
}

static const char *operand(int argc, char **argv, int at, const char *option) {
    if (at >= argc)
        refuse("argument expected for ", option);
    return argv[at];
}

static void take_program(Options *options, ProgramKind kind, const char *text, int argc, char **argv, int rest) {
    options->has_program = true;
    options->program =
        (Program){.kind = kind, .text = text, .argument_count = argc - rest, .arguments = argv + rest};
}

/* The options that may stand before the program; stops at the program, which takes the rest of the line. */
static void parse_options(Options *options, int argc, char **argv) {
    for (int n = 1; n < argc; n++) {
        const char *word = argv[n];
        if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0) {
            fputs(usage, stdout);
            exit(0);
        }
        if (strcmp(word, "--version") == 0 || strcmp(word, "-V") == 0) {
            puts("bide " BIDE_VERSION);
            exit(0);
        }
        if (strcmp(word, "--virtual-time") == 0) {
            options->virtual_time = true;
        } else if (strcmp(word, "-c") == 0) {
            take_program(options, PROGRAM_CODE, operand(argc, argv, n + 1, word), argc, argv, n + 2);
            return;
        } else if (strcmp(word, "-m") == 0) {
            take_program(options, PROGRAM_MODULE, operand(argc, argv, n + 1, word), argc, argv, n + 2);
            return;
        } else if (strcmp(word, "-") == 0) {
            take_program(options, PROGRAM_STDIN, NULL, argc, argv, n + 1);
            return;
        } else if (word[0] == '-') {
            refuse("unknown option ", word);
        } else if (strcmp(word, "trace") == 0 && n + 1 < argc) {
            options->trace = true;
        } else {
            take_program(options, PROGRAM_FILE, word, argc, argv, n + 1);
            return;
        }
    }
}

/* Ends as a program does that SIGINT ended, so that a shell sees it. */
static int die_of_interrupt(void) {
    signal(SIGINT, SIG_DFL);
    kill(getpid(), SIGINT);
    return 130;
}

int main(int argc, char **argv) {
    if (argc > 1) {
        ShowCommand *command = show_find_command(argv[1]);
        if (command)
            return command(operand(argc, argv, 2, argv[1]));
    }
    Options options = {0};
    parse_options(&options, argc, argv);
    Vm *vm = vm_new(stdlib_find_module);
    vm->clock->is_virtual = options.virtual_time;
    if (!stdlib_setup(vm)) {
        fprintf(stderr, "bide: the standard library could not be set up\n");
        return 1;
    }
    interrupt_install(vm);
    Trace trace;
    if (options.trace)
        trace_begin(vm, &trace);
    bool interactive = !options.has_program && isatty(STDIN_FILENO);
    if (!options.has_program)
        take_program(&options, PROGRAM_STDIN, NULL, argc, argv, argc);
    int status = interactive ? repl_run(vm) : program_run(vm, &options.program);
    interrupt_install(NULL);
    vm_free(vm);
    return status == PROGRAM_INTERRUPTED ? die_of_interrupt() : status;
}
