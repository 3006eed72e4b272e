/* The history in memory and in its file. */
#include <criterion/criterion.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/history.h"
#include "cli/history_search.h"

static char directory[64], path[128];

static void make_directory(void) {
    strcpy(directory, "/tmp/bide-history-XXXXXX");
    cr_assert_not_null(mkdtemp(directory));
    snprintf(path, sizeof path, "%s/history", directory);
}

static void remove_directory(void) {
    unlink(path);
    rmdir(directory);
}

static void add(History *history, const char *text) {
    history_add(history, text, strlen(text));
}

static void check_entry(const History *history, size_t index, const char *expected) {
    size_t length;
    const char *entry = history_get(history, index, &length);
    cr_assert_str_eq(entry, expected);
    cr_assert_eq(length, strlen(expected));
}

static char *file_contents(void) {
    static char contents[1 << 16];
    FILE *file = fopen(path, "r");
    cr_assert_not_null(file);
    contents[fread(contents, 1, sizeof contents - 1, file)] = '\0';
    fclose(file);
    return contents;
}

Test(history, entries_survive_in_the_file) {
    make_directory();
    History *history = history_open(path, 10);
    cr_assert_eq(history_count(history), 0);
    add(history, "x = 1");
    add(history, "def f():\n    return '\\n'\n");
    add(history, "größe = 漢");
    cr_assert_str_eq(file_contents(), "x = 1\ndef f():\\n    return '\\\\n'\ngröße = 漢\n");
    history_close(history);

    history = history_open(path, 10);
    cr_assert_eq(history_count(history), 3);
    check_entry(history, 0, "x = 1");
    check_entry(history, 1, "def f():\n    return '\\n'");
    check_entry(history, 2, "größe = 漢");
    history_close(history);
    remove_directory();
}

Test(history, blank_and_repeated_entries_are_not_added) {
    make_directory();
    History *history = history_open(path, 10);
    add(history, "");
    add(history, " \t\n\n");
    add(history, "a");
    add(history, "a\n");
    add(history, "b");
    add(history, "a");
    cr_assert_eq(history_count(history), 3);
    history_close(history);
    remove_directory();
}

Test(history, only_the_newest_are_kept) {
    make_directory();
    History *history = history_open(path, 3);
    char text[16];
    for (int i = 0; i < 10; i++) {
        snprintf(text, sizeof text, "%d", i);
        add(history, text);
    }
    cr_assert_eq(history_count(history), 3);
    check_entry(history, 0, "7");
    check_entry(history, 2, "9");
    history_close(history);
    cr_assert_str_eq(file_contents(), "7\n8\n9\n");
    history = history_open(path, 2);
    cr_assert_eq(history_count(history), 2);
    check_entry(history, 0, "8");
    history_close(history);
    cr_assert_str_eq(file_contents(), "8\n9\n");
    remove_directory();
}

Test(history, the_file_is_private) {
    make_directory();
    mode_t mask = umask(0);
    History *history = history_open(path, 3);
    for (const char *text = "abcdef"; *text; text++)
        history_add(history, text, 1);
    history_close(history);
    struct stat status;
    cr_assert_eq(stat(path, &status), 0);
    cr_assert_eq(status.st_mode & 0777, 0600);
    chmod(path, 0644);
    history_close(history_open(path, 3));
    cr_assert_eq(stat(path, &status), 0);
    cr_assert_eq(status.st_mode & 0777, 0600);
    umask(mask);
    remove_directory();
}

Test(history, a_symbolic_link_stays_one) {
    make_directory();
    char target[160];
    snprintf(target, sizeof target, "%s/target", directory);
    cr_assert_eq(symlink(target, path), 0);
    History *history = history_open(path, 1);
    add(history, "a");
    add(history, "b");
    history_close(history);
    struct stat status;
    cr_assert_eq(lstat(path, &status), 0);
    cr_assert(S_ISLNK(status.st_mode));
    cr_assert_str_eq(file_contents(), "b\n");
    unlink(target);
    remove_directory();
}

Test(history, sessions_side_by_side_lose_nothing) {
    make_directory();
    History *first = history_open(path, 100), *second = history_open(path, 100);
    add(first, "first 1");
    add(second, "second 1");
    add(first, "first 2");
    history_close(first);
    add(second, "second 2");
    history_close(second);
    cr_assert_str_eq(file_contents(), "first 1\nsecond 1\nfirst 2\nsecond 2\n");
    remove_directory();
}

Test(history, a_session_that_shortens_the_file_harms_no_other) {
    make_directory();
    History *small = history_open(path, 2), *other = history_open(path, 2);
    add(small, "1");
    add(small, "2");
    add(small, "3");
    history_close(small); /* puts a new file in the place of the old */
    add(other, "4");
    cr_assert_str_eq(file_contents(), "2\n3\n4\n");
    history_close(other);
    remove_directory();
}

Test(history, many_processes_write_at_once) {
    make_directory();
    enum { PROCESSES = 4, ENTRIES = 50 };
    for (int process = 0; process < PROCESSES; process++) {
        if (fork() == 0) {
            for (int i = 0; i < ENTRIES; i++) {
                History *history = history_open(path, 1000);
                char text[64];
                snprintf(text, sizeof text, "process %d\nentry %d", process, i);
                add(history, text);
                history_close(history);
            }
            _exit(0);
        }
    }
    for (int process = 0; process < PROCESSES; process++) {
        int status;
        wait(&status);
        cr_assert_eq(status, 0);
    }
    History *history = history_open(path, 1000);
    cr_assert_eq(history_count(history), PROCESSES * ENTRIES);
    int next[PROCESSES] = {0};
    for (size_t i = 0; i < history_count(history); i++) {
        int process, entry;
        cr_assert_eq(sscanf(history_get(history, i, NULL), "process %d\nentry %d", &process, &entry), 2);
        cr_assert_eq(entry, next[process]++);
    }
    history_close(history);
    remove_directory();
}

Test(history, a_damaged_file_is_read_as_far_as_it_goes) {
    make_directory();
    FILE *file = fopen(path, "w");
    fwrite("a\\\n\n\xff\0\\x\nlast", 1, 13, file);
    fclose(file);
    History *history = history_open(path, 10);
    cr_assert_eq(history_count(history), 3);
    check_entry(history, 0, "a\\");
    check_entry(history, 2, "last");
    add(history, "new");
    history_close(history);
    history = history_open(path, 10);
    cr_assert_eq(history_count(history), 4);
    check_entry(history, 3, "new");
    history_close(history);
    remove_directory();
}

Test(history, trouble_with_the_file_leaves_the_memory) {
    make_directory();
    static const char *const PATHS[] = {"/nonexistent/history", "/tmp", "/dev/null"};
    for (size_t i = 0; i < sizeof PATHS / sizeof *PATHS; i++) {
        History *history = history_open(PATHS[i], 10);
        add(history, "a");
        cr_assert_eq(history_count(history), 1);
        history_close(history);
    }
    remove_directory();
}

Test(history, the_path_comes_from_the_environment) {
    make_directory();
    setenv("HOME", "/home/somebody", 1);
    unsetenv("BIDE_HISTORY");
    char *chosen = history_default_path();
    cr_assert_str_eq(chosen, "/home/somebody/.bide_history");
    free(chosen);
    setenv("BIDE_HISTORY", "/elsewhere", 1);
    chosen = history_default_path();
    cr_assert_str_eq(chosen, "/elsewhere");
    free(chosen);
    setenv("BIDE_HISTORY", "", 1);
    cr_assert_null(history_default_path());
    unsetenv("BIDE_HISTORY");
    unsetenv("HOME");
    cr_assert_null(history_default_path());
    remove_directory();
}

Test(history, a_search_passes_over_equal_entries) {
    make_directory();
    History *history = history_open(NULL, 10);
    add(history, "ax");
    add(history, "b");
    add(history, "x");
    add(history, "b");
    add(history, "x");
    HistorySearch search = {0};
    history_search_begin(&search, history);
    history_search_extend(&search, "x", 1);
    cr_assert(search.found);
    cr_assert_eq(search.entry, 4);
    history_search_older(&search);
    cr_assert_eq(search.entry, 2);
    history_search_older(&search);
    cr_assert_eq(search.entry, 0);
    cr_assert_eq(search.offset, 1);
    history_search_older(&search);
    cr_assert(search.failed);
    cr_assert_eq(search.entry, 0);
    history_search_newer(&search);
    cr_assert_eq(search.entry, 2);
    history_search_end(&search);
    history_close(history);
    remove_directory();
}
