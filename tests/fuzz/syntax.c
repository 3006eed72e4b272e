/* Fuzzes the front end: lexer, parser, scopes and compiler get programs that are almost right (mutation.h).
 *
 * usage: syntax [-n COUNT] [--first N] [--seed N] [-j N] [--keep FOLDER] SCRIPT...
 *        syntax --print ... SCRIPT...      the inputs, and what becomes of each
 *        syntax --judge                    the same of inputs that stand on standard input
 *
 * Children compile the inputs, a stretch each. An input at which one ends (by a signal, a sanitizer's
 * complaint or after HANG_SECONDS) is a finding: it is kept in FOLDER and the exit status is 1; so is a child
 * that leaks or grows beyond MOST_MEMORY.
 *
 * Printed are frames: "LENGTH VERDICT\n", then so many bytes and a newline. A verdict is "ok", or the
 * exception's name, line, offset, end line, end offset and message. Read are frames of "LENGTH\n" and bytes.
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "stdlib/stdlib.h"
#include "tests/fuzz/mutation.h"
#include "vm/compile_source.h"
#include "vm/dict.h"
#include "vm/exception.h"

enum { HANG_SECONDS = 20, INPUTS_PER_CHILD = 20000, INPUTS_PER_COLLECTION = 100, MOST_JOBS = 64 };
#define MOST_MEMORY ((size_t)2 << 30)

typedef struct Options {
    uint64_t first, count, seed;
    int jobs;
    const char *keep;
    bool prints, judges;
} Options;

/* Compile one input; true if it is a program. Otherwise the exception is set. */
static bool compile_input(Vm *vm, const char *bytes, size_t length) {
    Source source;
    SyntaxErrorInfo error = {0};
    if (!source_from_bytes(&source, "input.py", bytes, length, &error)) {
        raise_syntax_error(vm, &error, "input.py", NULL);
        return false;
    }
    Code *code = compile_source(vm, &source, dict_new_stable(vm), COMPILE_MODULE, NULL);
    source_free(&source);
    return code != NULL;
}

/* Nobody reads the warnings. */
static void write_nothing(Vm *vm, const char *chars, size_t count) {
    (void)vm;
    (void)chars;
    (void)count;
}

/* --- Verdicts */

static void print_verdict(Vm *vm) {
    Value value = vm_take_exception(vm);
    const Exception *exception = AS(Exception, value);
    printf("%s", exception->head.type->name->chars);
    for (int i = 1; i < 6; i++) {
        if (i == 3) /* the text */
            continue;
        Value item = is_kind(exception->extra, KIND_TUPLE) ? AS(Tuple, exception->extra)->items[i] : NONE;
        printf("\t%ld", is_small_int(item) ? (long)small_int_value(item) : -1L);
    }
    const String *message = AS(String, exception->args->items[0]);
    putchar('\t');
    for (const char *c = message->chars; *c; c++)
        putchar(*c == '\n' ? ' ' : *c);
}

static void print_frame(Vm *vm, const char *bytes, size_t length) {
    printf("%zu\t", length);
    fflush(stdout); /* so that it is seen whose verdict never comes */
    alarm(HANG_SECONDS);
    if (compile_input(vm, bytes, length))
        fputs("ok", stdout);
    else
        print_verdict(vm);
    putchar('\n');
    fwrite(bytes, 1, length, stdout);
    putchar('\n');
}

static void judge_stdin(Vm *vm) {
    size_t length;
    char *bytes = NULL;
    while (scanf("%zu", &length) == 1 && getchar() == '\n') {
        free(bytes);
        bytes = malloc(length + 1);
        if (!bytes || fread(bytes, 1, length, stdin) != length)
            break;
        print_frame(vm, bytes, length);
        heap_collect(vm->heap);
    }
    free(bytes);
}

static void print_inputs(Vm *vm, const Corpus *corpus, const Options *options) {
    MutatedInput input = {0};
    for (uint64_t i = 0; i < options->count; i++) {
        mutation_make(corpus, options->seed, options->first + i, &input);
        print_frame(vm, input.bytes, input.length);
        if (i % INPUTS_PER_COLLECTION == 0)
            heap_collect(vm->heap);
    }
    mutation_free(&input);
}

/* --- Children */

typedef struct Stretch {
    uint64_t next, end; /* the input at hand, and where the child stops */
    pid_t child;        /* 0: none */
} Stretch;

static size_t memory_in_use(void) {
    unsigned long pages = 0, resident = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (file) {
        if (fscanf(file, "%lu %lu", &pages, &resident) != 2)
            resident = 0;
        fclose(file);
    }
    return (size_t)resident * (size_t)sysconf(_SC_PAGESIZE);
}

static int run_child(Vm *vm, Corpus *corpus, uint64_t seed, Stretch *stretch) {
    MutatedInput input = {0};
    for (; stretch->next < stretch->end; stretch->next++) {
        alarm(HANG_SECONDS);
        mutation_make(corpus, seed, stretch->next, &input);
        if (!compile_input(vm, input.bytes, input.length))
            vm_clear_exception(vm);
        if (stretch->next % INPUTS_PER_COLLECTION == 0) {
            heap_collect(vm->heap);
            if (memory_in_use() > MOST_MEMORY) {
                fprintf(stderr, "more than %zu MB in use\n", MOST_MEMORY >> 20);
                return 1;
            }
        }
    }
    alarm(0);
    mutation_free(&input);
    corpus_free(corpus);
    vm_free(vm);
    return 0;
}

/* Say why a child ended at its input, and keep that. */
static void report(const Corpus *corpus, const Options *options, const Stretch *stretch, int status) {
    char path[4096];
    snprintf(path, sizeof path, "%s/syntax_%llu_%llu.py", options->keep, (unsigned long long)options->seed,
             (unsigned long long)stretch->next);
    MutatedInput input = {0};
    mutation_make(corpus, options->seed, stretch->next, &input);
    FILE *file = fopen(path, "wb");
    if (file) {
        fwrite(input.bytes, 1, input.length, file);
        fclose(file);
    }
    mutation_free(&input);
    if (stretch->next == stretch->end)
        printf("before input %llu: memory leaked\n", (unsigned long long)stretch->end);
    else if (WIFSIGNALED(status))
        printf("%s: %s\n", path, WTERMSIG(status) == SIGALRM ? "hangs" : strsignal(WTERMSIG(status)));
    else
        printf("%s: exit status %d\n", path, WEXITSTATUS(status));
}

static void start_child(Vm *vm, Corpus *corpus, uint64_t seed, Stretch *stretch) {
    fflush(stdout);
    pid_t child = fork();
    if (child == 0)
        exit(run_child(vm, corpus, seed, stretch)); /* not _exit: the sanitizer is to look for leaks */
    if (child < 0) {
        perror("fork");
        exit(2);
    }
    stretch->child = child;
}

static int fuzz(Vm *vm, Corpus *corpus, const Options *options) {
    Stretch *stretches = mmap(NULL, sizeof(Stretch) * (size_t)options->jobs, PROT_READ | PROT_WRITE,
                              MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (stretches == MAP_FAILED) {
        perror("mmap");
        return 2;
    }
    uint64_t next = options->first, end = options->first + options->count;
    int findings = 0, running = 0;
    for (int i = 0;; i = (i + 1) % options->jobs) {
        Stretch *stretch = &stretches[i];
        if (stretch->child == 0 && next < end) {
            stretch->next = next;
            next = stretch->end = next + INPUTS_PER_CHILD < end ? next + INPUTS_PER_CHILD : end;
            start_child(vm, corpus, options->seed, stretch);
            running++;
            continue;
        }
        if (running == 0)
            break;
        int status;
        pid_t child = wait(&status);
        for (i = 0; stretches[i].child != child; i++)
            ;
        stretch = &stretches[i];
        stretch->child = 0;
        running--;
        if (status != 0) {
            findings++;
            report(corpus, options, stretch, status);
            if (++stretch->next < stretch->end) {
                start_child(vm, corpus, options->seed, stretch);
                running++;
            }
        }
        i = (i + options->jobs - 1) % options->jobs;
    }
    printf("%llu mutated programs, %d findings\n", (unsigned long long)options->count, findings);
    munmap(stretches, sizeof(Stretch) * (size_t)options->jobs);
    return findings > 0;
}

/* --- The command line */

static uint64_t number(const char *text) {
    char *end;
    uint64_t value = text ? strtoull(text, &end, 10) : 0;
    if (!text || end == text || *end) {
        fprintf(stderr, "syntax: a number is expected, not %s\n", text ? text : "the end");
        exit(2);
    }
    return value;
}

static int parse_options(Options *options, char **argv) {
    int n = 1;
    for (; argv[n] && argv[n][0] == '-'; n++) {
        if (strcmp(argv[n], "-n") == 0)
            options->count = number(argv[++n]);
        else if (strcmp(argv[n], "--first") == 0)
            options->first = number(argv[++n]);
        else if (strcmp(argv[n], "--seed") == 0)
            options->seed = number(argv[++n]);
        else if (strcmp(argv[n], "-j") == 0)
            options->jobs = (int)number(argv[++n]);
        else if (strcmp(argv[n], "--keep") == 0 && argv[n + 1])
            options->keep = argv[++n];
        else if (strcmp(argv[n], "--print") == 0)
            options->prints = true;
        else if (strcmp(argv[n], "--judge") == 0)
            options->judges = true;
        else {
            fprintf(stderr, "syntax: unknown option %s\n", argv[n]);
            exit(2);
        }
    }
    if (options->jobs < 1 || options->jobs > MOST_JOBS)
        options->jobs = 1;
    return n;
}

int main(int argc, char **argv) {
    (void)argc;
    Options options = {.count = 10000, .jobs = 2, .keep = "build/fuzz"};
    Corpus corpus = {0};
    bool has_text = false;
    for (int n = parse_options(&options, argv); argv[n]; n++)
        has_text |= corpus_add(&corpus, argv[n]);
    if (!has_text && !options.judges) {
        fprintf(stderr, "syntax: name scripts to mutate\n");
        return 2;
    }
    Vm *vm = vm_new(stdlib_find_module);
    if (!stdlib_setup(vm)) {
        fprintf(stderr, "syntax: the standard library could not be set up\n");
        return 2;
    }
    vm->write_error = write_nothing;
    int status = 0;
    if (options.judges) {
        judge_stdin(vm);
    } else if (options.prints) {
        print_inputs(vm, &corpus, &options);
    } else {
        if (mkdir(options.keep, 0777) != 0 && errno != EEXIST)
            perror(options.keep);
        status = fuzz(vm, &corpus, &options);
    }
    corpus_free(&corpus);
    vm_free(vm);
    return status;
}
