/* bide: the program. Reads the command line and hands over to what it asks for. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/program.h"
#include "cli/repl.h"
#include "cli/show.h"
#include "cli/trace.h"
#include "stdlib/stdlib.h"
#include "vm/clock.h"
#include "vm/interrupt.h"
#include "vm/version.h"

static const char help[] =
    "usage: bide [--virtual-time] [FILE | -c CODE | -m MODULE | -] [ARG ...]\n"
    "       bide COMMAND [FILE | -c CODE | -] [ARG ...]\n"
    "\n"
    "Runs an async script, or starts a prompt when nothing is named.\n"
    "\n"
    "  FILE             run the script in FILE\n"
    "  -c CODE          run CODE\n"
    "  -m MODULE        run a module as a script\n"
    "  -                run the script on standard input\n"
    "  -i               start the prompt even where standard input is no terminal\n"
    "  -X dev           development mode: event loops are in debug mode\n"
    "  --virtual-time   time jumps instead of passing: sleeps end at once, in order\n"
    "  --gc-stats       say at the end how long the garbage collector made the program wait\n"
    "  --version        print the version\n"
    "  --help           print this text\n"
    "\n"
    "Commands that make a stage visible (a script of that name is run as ./NAME):\n"
    "  tokens FILE      what the lexer sees\n"
    "  ast FILE         the syntax tree\n"
    "  dis FILE         the bytecode beside the source\n"
    "  trace FILE       run FILE and print what the scheduler does, on standard error\n";

static const char hint[] =
    "usage: bide [--virtual-time] [COMMAND] [FILE | -c CODE | -m MODULE | -] [ARG ...]\n"
    "Try `bide --help' for more information.\n";

typedef struct Options {
    bool virtual_time;
    bool dev; /* -X dev: new event loops are in debug mode */
    bool gc_stats;
    bool trace;
    bool interactive;
    const char *command; /* "tokens"; NULL: none */
    ShowStage *stage;    /* what it shows; NULL: the program is run */
    bool has_program;
    Program program;
} Options;

static void refuse(const char *format, const char *what) {
    fprintf(stderr, format, what);
    fputc('\n', stderr);
    fputs(hint, stderr);
    exit(2);
}

static void take_program(Options *options, ProgramKind kind, const char *text, int argc, char **argv,
                         int rest) {
    options->has_program = true;
    options->program =
        (Program){.kind = kind, .text = text, .argument_count = argc - rest, .arguments = argv + rest};
}

/* "-c CODE" or "-cCODE", whose letter stands in argv[n][1]. */
static void take_operand(Options *options, ProgramKind kind, int argc, char **argv, int n) {
    bool is_joined = argv[n][2] != '\0';
    if (!is_joined && n + 1 >= argc)
        refuse("Argument expected for the %s option", argv[n]);
    take_program(options, kind, is_joined ? argv[n] + 2 : argv[n + 1], argc, argv, is_joined ? n + 1 : n + 2);
}

static bool take_command(Options *options, const char *word) {
    options->stage = show_find_stage(word);
    options->trace = strcmp(word, "trace") == 0;
    if (options->stage || options->trace)
        options->command = word;
    return options->command != NULL;
}

static void print_and_leave(const char *text) {
    exit(fputs(text, stdout) == EOF || fflush(stdout) != 0);
}

/* What may stand before the program; stops at the program, which takes the rest of the line. */
static void parse_options(Options *options, int argc, char **argv) {
    for (int n = 1; n < argc && !options->has_program; n++) {
        const char *word = argv[n];
        if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0)
            print_and_leave(help);
        else if (strcmp(word, "--version") == 0 || strcmp(word, "-V") == 0)
            print_and_leave("bide " BIDE_VERSION "\n");
        else if (strcmp(word, "--virtual-time") == 0)
            options->virtual_time = true;
        else if (strcmp(word, "--gc-stats") == 0)
            options->gc_stats = true;
        else if (strcmp(word, "-Xdev") == 0)
            options->dev = true;
        else if (strcmp(word, "-X") == 0 && n + 1 < argc && strcmp(argv[n + 1], "dev") == 0)
            options->dev = ++n;
        else if (strcmp(word, "-i") == 0)
            options->interactive = true;
        else if (strncmp(word, "-c", 2) == 0)
            take_operand(options, PROGRAM_CODE, argc, argv, n);
        else if (strncmp(word, "-m", 2) == 0)
            take_operand(options, PROGRAM_MODULE, argc, argv, n);
        else if (strcmp(word, "-") == 0)
            take_program(options, PROGRAM_STDIN, word, argc, argv, n + 1);
        else if (strcmp(word, "--") == 0 && n + 1 < argc)
            take_program(options, PROGRAM_FILE, argv[n + 1], argc, argv, n + 2);
        else if (word[0] == '-' && strcmp(word, "--") != 0)
            refuse(word[1] == '-' ? "unknown option %s" : "Unknown option: %s", word);
        else if (options->command || !take_command(options, word))
            take_program(options, PROGRAM_FILE, word, argc, argv, n + 1);
    }
    if (options->command && !options->has_program)
        refuse("A file is expected after %s", options->command);
    if (options->stage && options->program.kind == PROGRAM_MODULE)
        refuse("%s shows a file, not a module", options->command);
    if (options->interactive && options->has_program && options->program.kind != PROGRAM_STDIN)
        refuse("-i starts a prompt: it goes with no %s", "program");
    if (!options->has_program)
        options->program = (Program){.kind = PROGRAM_STDIN, .text = ""};
}

/* Ends as a program does that SIGINT ended, so that a shell sees it. */
static int die_of_interrupt(void) {
    signal(SIGINT, SIG_DFL);
    kill(getpid(), SIGINT);
    return 130;
}

static int run(Vm *vm, const Options *options) {
    const Program *program = &options->program;
    interrupt_install(vm);
    signal(SIGPIPE, SIG_IGN); /* a script sees BrokenPipeError instead */
    Trace trace;
    if (options->trace && !trace_begin(vm, &trace))
        return program_status_of_exception(vm);
    bool is_interactive =
        program->kind == PROGRAM_STDIN && !options->trace && (options->interactive || isatty(STDIN_FILENO));
    int status = is_interactive ? repl_run(vm, program) : program_run(vm, program);
    interrupt_install(NULL);
    return status;
}

static void print_collector_statistics(const Heap *heap) {
    HeapStatistics heap_now = heap_statistics(heap);
    PauseSummary pauses = pause_log_summary(heap->pauses);
    fprintf(
        stderr,
        "collector: %zu collections, %zu pauses of %.1f ms in all; median %.3f ms, 99th percentile %.3f ms, "
        "longest %.3f ms; %.1f MB at most\n",
        heap_now.collections, pauses.count, pauses.total * 1e3, pauses.median * 1e3,
        pauses.percentile_99 * 1e3, pauses.longest * 1e3, (double)heap_now.peak_bytes * 1e-6);
}

int main(int argc, char **argv) {
    Options options = {0};
    parse_options(&options, argc, argv);
    Vm *vm = vm_new(stdlib_find_module);
    vm->clock->is_virtual = options.virtual_time;
    const char *debug = getenv("PYTHONASYNCIODEBUG");
    vm->debug_loops = options.dev || (debug && *debug);
    if (options.gc_stats)
        heap_log_pauses(vm->heap);
    if (!stdlib_setup(vm)) {
        fprintf(stderr, "bide: the standard library could not be set up\n");
        return 1;
    }
    int status = options.stage ? show_run(vm, options.stage, &options.program) : run(vm, &options);
    if (options.gc_stats)
        print_collector_statistics(vm->heap);
#ifdef BIDE_FREES_AT_EXIT /* for those who look for leaks: otherwise all goes with the process */
    if (vm->thread_count == 1) /* else daemon threads still hold on to it */
        vm_free(vm);
#endif
    return status == PROGRAM_INTERRUPTED ? die_of_interrupt() : status;
}
