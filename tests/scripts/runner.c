/* The runner of scripts: one parameterised Criterion test that takes every script of examples/ and of the
 * folders in tests/scripts/.
 *
 * Beside a script topic.py lies what CPython did with it (tests/record writes it):
 *   topic.out      standard output, compared byte for byte; a script without one fails
 *   topic.status   exit status; absent: 0
 *   topic.err      standard error; absent: not compared
 *   topic.in       what the script reads on standard input; absent: nothing
 * A file whose name begins with an underscore is a module that scripts beside it import, not a script.
 * Comments among the first lines of a script say how to run it:
 *   # bide: FLAG...     arguments before the file:  bide FLAG... topic.py
 *   # args: WORD...     arguments after the file
 *   # slow: REASON      too much work for a build that collects garbage at every safepoint: skipped there
 * A script runs in its own folder, so that messages name it in the same way wherever the tree stands; the
 * folder's absolute path is cut out of what it prints.
 *
 * Environment: BIDE (the program), BIDE_ROOT (the tree), BIDE_ONLY (run only the paths that hold this text),
 * BIDE_TEST_TIMEOUT (seconds after which a script is killed), BIDE_SKIP_SLOW (set: skip the slow ones). */
#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    PATH_SIZE = 512,
    WORDS_MAX = 32,
    DIRECTIVE_LINES = 12,           /* directives stand in the first so many lines */
    OUTPUT_LIMIT = 32 * 1024 * 1024 /* a script that prints more is killed */
};

typedef struct {
    char path[PATH_SIZE]; /* from the root of the tree: "tests/scripts/asyncio/gather.py" */
} Script;

typedef struct {
    char *bytes; /* NUL-terminated */
    size_t length;
} Text;

typedef struct {
    Text out, err;
    int status;     /* as waitpid gives it */
    bool timed_out; /* killed for taking too long or printing too much */
} Outcome;

static const char *environment(const char *name, const char *otherwise) {
    const char *value = getenv(name);
    return value != NULL && *value != '\0' ? value : otherwise;
}

/* --- Finding the scripts --- */

typedef struct {
    Script *items;
    size_t count, capacity;
} ScriptList;

static bool ends_in(const char *text, const char *end) {
    size_t length = strlen(text), end_length = strlen(end);
    return length >= end_length && strcmp(text + length - end_length, end) == 0;
}

static void add_folder(ScriptList *list, const char *root, const char *folder) {
    char absolute[PATH_SIZE * 2];
    snprintf(absolute, sizeof absolute, "%s/%s", root, folder);
    DIR *dir = opendir(absolute);
    if (dir == NULL)
        return;
    for (struct dirent *entry; (entry = readdir(dir)) != NULL;) {
        Script script;
        if (entry->d_name[0] == '.' || entry->d_name[0] == '_' || !ends_in(entry->d_name, ".py"))
            continue;
        int length = snprintf(script.path, sizeof script.path, "%s/%s", folder, entry->d_name);
        if (length >= (int)sizeof script.path || strstr(script.path, environment("BIDE_ONLY", "")) == NULL)
            continue;
        if (list->count == list->capacity) {
            list->capacity = list->capacity == 0 ? 256 : list->capacity * 2;
            list->items = realloc(list->items, list->capacity * sizeof *list->items);
        }
        list->items[list->count++] = script;
    }
    closedir(dir);
}

static int compare_scripts(const void *a, const void *b) {
    return strcmp(((const Script *)a)->path, ((const Script *)b)->path);
}

static ScriptList find_scripts(void) {
    ScriptList list = {NULL, 0, 0};
    const char *root = environment("BIDE_ROOT", ".");
    add_folder(&list, root, "examples");
    char areas[PATH_SIZE * 2];
    snprintf(areas, sizeof areas, "%s/tests/scripts", root);
    DIR *dir = opendir(areas);
    for (struct dirent *entry; dir != NULL && (entry = readdir(dir)) != NULL;) {
        char folder[PATH_SIZE];
        if (entry->d_name[0] != '.' &&
            snprintf(folder, sizeof folder, "tests/scripts/%s", entry->d_name) < (int)sizeof folder)
            add_folder(&list, root, folder);
    }
    if (dir != NULL)
        closedir(dir);
    if (list.count > 0)
        qsort(list.items, list.count, sizeof *list.items, compare_scripts);
    return list;
}

/* --- Files and texts --- */

static void text_append(Text *text, const char *bytes, size_t length) {
    text->bytes = realloc(text->bytes, text->length + length + 1);
    memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
    text->bytes[text->length] = '\0';
}

/* Reads a whole file; false where there is none. */
static bool read_file(const char *path, Text *text) {
    *text = (Text){NULL, 0};
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return false;
    text_append(text, "", 0);
    char buffer[65536];
    for (size_t n; (n = fread(buffer, 1, sizeof buffer, file)) > 0;)
        text_append(text, buffer, n);
    fclose(file);
    return true;
}

/* Cuts every occurrence of `part` out of the text. */
static void text_cut(Text *text, const char *part) {
    size_t part_length = strlen(part), kept = 0;
    for (size_t i = 0; i < text->length;) {
        if (text->length - i >= part_length && memcmp(text->bytes + i, part, part_length) == 0)
            i += part_length;
        else
            text->bytes[kept++] = text->bytes[i++];
    }
    text->length = kept;
    text->bytes[kept] = '\0';
}

/* The words of the comment "# NAME: WORD..." among the first lines of a script, added to `words`. They point
 * into a copy that is never freed: the process runs one script and ends. */
static size_t directive_words(const Text *source, const char *name, const char **words, size_t count) {
    char *copy = strdup(source->bytes), *line = copy;
    char start[32];
    int start_length = snprintf(start, sizeof start, "# %s:", name);
    for (int i = 0; line != NULL && i < DIRECTIVE_LINES; i++) {
        char *end = strchr(line, '\n');
        if (end != NULL)
            *end = '\0';
        if (strncmp(line, start, (size_t)start_length) == 0) {
            for (char *word = strtok(line + start_length, " "); word != NULL; word = strtok(NULL, " ")) {
                cr_assert(count < WORDS_MAX - 1, "too many words in '# %s:'", name);
                words[count++] = word;
            }
        }
        line = end == NULL ? NULL : end + 1;
    }
    return count;
}

/* --- Running one --- */

static double now_in_seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static void start_child(const char *folder, const char *input, const char **words, int out, int err) {
    setpgid(0, 0);
    signal(SIGINT, SIG_DFL); /* ignored where the tests run in the background */
    struct rlimit no_core = {0, 0};
    setrlimit(RLIMIT_CORE, &no_core);
    int in = open(input, O_RDONLY);
    if (in < 0)
        in = open("/dev/null", O_RDONLY);
    if (chdir(folder) != 0 || dup2(in, 0) < 0 || dup2(out, 1) < 0 || dup2(err, 2) < 0)
        _exit(126);
    for (int fd = 3; fd < 256; fd++)
        close(fd);
    execv(words[0], (char *const *)words);
    fprintf(stderr, "cannot run %s: %s\n", words[0], strerror(errno));
    _exit(127);
}

static Outcome run_program(const char *folder, const char *input, const char **words) {
    Outcome outcome = {.status = 0};
    int out[2], err[2];
    cr_assert(pipe2(out, O_CLOEXEC) == 0 && pipe2(err, O_CLOEXEC) == 0, "cannot make a pipe");
    pid_t child = fork();
    cr_assert(child >= 0, "cannot start a process");
    if (child == 0)
        start_child(folder, input, words, out[1], err[1]);
    setpgid(child, child);
    close(out[1]);
    close(err[1]);
    text_append(&outcome.out, "", 0);
    text_append(&outcome.err, "", 0);

    struct pollfd streams[2] = {{out[0], POLLIN, 0}, {err[0], POLLIN, 0}};
    Text *texts[2] = {&outcome.out, &outcome.err};
    double deadline = now_in_seconds() + atof(environment("BIDE_TEST_TIMEOUT", "60"));
    for (int open_streams = 2; open_streams > 0 && !outcome.timed_out;) {
        double left = deadline - now_in_seconds();
        if (left > 0)
            poll(streams, 2, (int)(left * 1000) + 1);
        else
            outcome.timed_out = true;
        for (int i = 0; i < 2; i++) {
            char buffer[65536];
            if (streams[i].fd < 0 || streams[i].revents == 0)
                continue;
            ssize_t n = read(streams[i].fd, buffer, sizeof buffer);
            if (n > 0) {
                text_append(texts[i], buffer, (size_t)n);
                if (texts[i]->length > OUTPUT_LIMIT)
                    outcome.timed_out = true;
            } else if (n == 0 || errno != EINTR) {
                streams[i].fd = -1;
                open_streams--;
            }
        }
    }
    if (outcome.timed_out)
        kill(-child, SIGKILL);
    while (waitpid(child, &outcome.status, 0) < 0 && errno == EINTR) {
    }
    close(out[0]);
    close(err[0]);
    return outcome;
}

/* --- Comparing --- */

/* Prints one line of a text as a reader can tell it apart from another: "(end of output)", or its first 300
 * bytes with control characters escaped. */
static void show_line(Text *report, const char *label, const char *at, const char *end) {
    text_append(report, label, strlen(label));
    if (at >= end) {
        text_append(report, "(end of output)\n", 16);
        return;
    }
    int shown = 0;
    for (; at < end && *at != '\n' && shown < 300; at++, shown++) {
        char escape[8];
        bool plain = (unsigned char)*at >= 32 && *at != 127;
        int length =
            snprintf(escape, sizeof escape, plain ? "%c" : "\\x%02x", plain ? *at : (unsigned char)*at);
        text_append(report, escape, (size_t)length);
    }
    if (at == end)
        text_append(report, " (no newline)", 13);
    text_append(report, "\n", 1);
}

static const char *next_line(const char *at, const char *end) {
    const char *newline = at < end ? memchr(at, '\n', (size_t)(end - at)) : NULL;
    return newline == NULL ? end : newline + 1;
}

/* Where the texts differ, adds to the report the first differing line, the one before it and the two after.
 */
static bool compare(Text *report, const char *what, const Text *expected, const Text *actual) {
    if (expected->length == actual->length && memcmp(expected->bytes, actual->bytes, actual->length) == 0)
        return true;
    const char *e = expected->bytes, *e_end = e + expected->length;
    const char *a = actual->bytes, *a_end = a + actual->length;
    const char *before = NULL;
    int line = 1;
    for (;; line++) {
        const char *e_next = next_line(e, e_end), *a_next = next_line(a, a_end);
        if (e_next - e != a_next - a || memcmp(e, a, (size_t)(a_next - a)) != 0 || e == e_end)
            break;
        before = e;
        e = e_next;
        a = a_next;
    }
    char heading[128];
    int length = snprintf(heading, sizeof heading, "  %s differs at line %d\n", what, line);
    text_append(report, heading, (size_t)length);
    if (before != NULL)
        show_line(report, "    both     | ", before, e_end);
    for (int i = 0; i < 3; i++) {
        show_line(report, "    expected | ", e, e_end);
        show_line(report, "    got      | ", a, a_end);
        if (e == e_end || a == a_end)
            break;
        e = next_line(e, e_end);
        a = next_line(a, a_end);
    }
    return false;
}

/* The last lines of what a failing script wrote on standard error: most often they say why. */
static void show_tail(Text *report, const Text *err) {
    if (err->length == 0)
        return;
    const char *start = err->bytes + err->length;
    for (int lines = 0; start > err->bytes && lines < 13; start--)
        lines += start[-1] == '\n';
    text_append(report, "  standard error ends in:\n", 26);
    text_append(report, start, err->length - (size_t)(start - err->bytes));
}

ParameterizedTestParameters(scripts, recorded) {
    ScriptList found = find_scripts();
    /* Parameters reach the process of each test through Criterion's own memory. */
    Script *scripts = cr_malloc((found.count + 1) * sizeof *scripts);
    if (found.count > 0)
        memcpy(scripts, found.items, found.count * sizeof *scripts);
    free(found.items);
    return cr_make_param_array(Script, scripts, found.count, NULL);
}

ParameterizedTest(Script *script, scripts, recorded) {
    char root[PATH_MAX], bide[PATH_MAX], stem[PATH_MAX + PATH_SIZE], path[PATH_MAX + PATH_SIZE + 16];
    cr_assert(realpath(environment("BIDE_ROOT", "."), root) != NULL, "no folder %s",
              environment("BIDE_ROOT", "."));
    cr_assert(realpath(environment("BIDE", "./bide"), bide) != NULL, "no program %s",
              environment("BIDE", "./bide"));
    snprintf(stem, sizeof stem, "%s/%.*s", root, (int)strlen(script->path) - 3, script->path);

    Text source, expected_out, expected_err, expected_status;
    snprintf(path, sizeof path, "%s.py", stem);
    cr_assert(read_file(path, &source), "%s: cannot read it", script->path);
    snprintf(path, sizeof path, "%s.out", stem);
    cr_assert(read_file(path, &expected_out), "%s: no recording; run: make record", script->path);
    snprintf(path, sizeof path, "%s.err", stem);
    bool has_err = read_file(path, &expected_err);
    snprintf(path, sizeof path, "%s.status", stem);
    int status = read_file(path, &expected_status) ? atoi(expected_status.bytes) : 0;

    const char *words[WORDS_MAX] = {bide};
    if (getenv("BIDE_SKIP_SLOW") != NULL && directive_words(&source, "slow", words, 1) > 1)
        cr_skip_test("%s: slow", script->path);
    size_t count = directive_words(&source, "bide", words, 1);
    words[count++] = strrchr(script->path, '/') + 1;
    words[directive_words(&source, "args", words, count)] = NULL;

    char folder[PATH_MAX + PATH_SIZE];
    snprintf(folder, sizeof folder, "%.*s", (int)(strrchr(stem, '/') - stem), stem);
    snprintf(path, sizeof path, "%s.in", stem);
    Outcome outcome = run_program(folder, path, words);
    snprintf(path, sizeof path, "%s/", folder);
    text_cut(&outcome.out, path);
    text_cut(&outcome.err, path);

    Text report = {NULL, 0};
    text_append(&report, "", 0);
    bool same = compare(&report, "standard output", &expected_out, &outcome.out);
    if (has_err)
        same &= compare(&report, "standard error", &expected_err, &outcome.err);
    char line[128];
    if (outcome.timed_out) {
        snprintf(line, sizeof line, "  killed: it took more than %s s or printed more than %d MB\n",
                 environment("BIDE_TEST_TIMEOUT", "60"), OUTPUT_LIMIT >> 20);
    } else if (WIFSIGNALED(outcome.status)) {
        snprintf(line, sizeof line, "  ended by signal %d (%s)\n", WTERMSIG(outcome.status),
                 strsignal(WTERMSIG(outcome.status)));
    } else if (WEXITSTATUS(outcome.status) != status) {
        snprintf(line, sizeof line, "  exit status %d, expected %d\n", WEXITSTATUS(outcome.status), status);
    } else {
        line[0] = '\0';
    }
    if (same && line[0] == '\0')
        return;
    text_append(&report, line, strlen(line));
    show_tail(&report, &outcome.err);
    cr_assert(false, "%s\n%s", script->path, report.bytes);
}
