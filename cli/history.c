#include "cli/history.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/byte_string.h"

/* A file larger than this is not read from its start, but for its last part. */
enum { LARGEST_READ = 16 << 20 };

struct History {
    char *path; /* NULL: no file */
    size_t limit;
    ByteString *entries; /* a ring of `limit` slots */
    size_t first, count;
    size_t lines_in_file; /* as far as this session knows */
};

char *history_default_path(void) {
    const char *chosen = getenv("BIDE_HISTORY");
    if (chosen)
        return *chosen ? strdup(chosen) : NULL;
    const char *home = getenv("HOME");
    char *path = NULL;
    if (!home || !*home || asprintf(&path, "%s/.bide_history", home) < 0)
        return NULL;
    return path;
}

/* ---- the entries in memory ---- */

size_t history_count(const History *history) {
    return history->count;
}

const char *history_get(const History *history, size_t index, size_t *length) {
    const ByteString *entry = &history->entries[(history->first + index) % history->limit];
    if (length)
        *length = entry->length;
    return byte_string_text(entry);
}

static void remember(History *history, const char *text, size_t length) {
    size_t slot = (history->first + history->count) % history->limit;
    if (history->count == history->limit)
        history->first = (history->first + 1) % history->limit;
    else
        history->count++;
    byte_string_free(&history->entries[slot]);
    byte_string_append(&history->entries[slot], text, length);
}

static bool is_newest(const History *history, const char *text, size_t length) {
    if (history->count == 0)
        return false;
    size_t newest_length;
    const char *newest = history_get(history, history->count - 1, &newest_length);
    return newest_length == length && memcmp(newest, text, length) == 0;
}

/* ---- the file ---- */

/* Opens the file for appending and locks it. A session that shortens the file puts a new one in its place, so
 * after waiting for the lock we make sure that what we locked is still what the path names. */
static int open_locked(const char *path) {
    for (;;) {
        int fd = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0600);
        if (fd < 0)
            return -1;
        struct stat opened, named;
        if (fstat(fd, &opened) != 0 || !S_ISREG(opened.st_mode)) {
            close(fd);
            return -1;
        }
        while (flock(fd, LOCK_EX) != 0 && errno == EINTR)
            ;
        if (stat(path, &named) == 0 && named.st_ino == opened.st_ino && named.st_dev == opened.st_dev) {
            if (opened.st_mode & 077)
                fchmod(fd, 0600);
            return fd;
        }
        close(fd);
    }
}

static bool write_all(int fd, const char *bytes, size_t length) {
    while (length > 0) {
        ssize_t written = write(fd, bytes, length);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes += written;
        length -= (size_t)written;
    }
    return true;
}

/* Reads the file, or the last whole lines of a very large one. */
static void read_file(int fd, ByteString *contents) {
    off_t size = lseek(fd, 0, SEEK_END), from = 0;
    if (size > LARGEST_READ)
        from = size - LARGEST_READ;
    if (size <= 0 || lseek(fd, from, SEEK_SET) < 0)
        return;
    byte_string_reserve(contents, (size_t)(size - from));
    while (contents->length < (size_t)(size - from)) {
        ssize_t got = read(fd, contents->data + contents->length, (size_t)(size - from) - contents->length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        contents->length += (size_t)got;
    }
    contents->data[contents->length] = '\0';
    if (from > 0) {
        const char *newline = memchr(contents->data, '\n', contents->length);
        size_t cut = newline ? (size_t)(newline - contents->data) + 1 : contents->length;
        byte_string_replace(contents, 0, cut, "", 0);
    }
}

static size_t count_lines(const ByteString *contents) {
    size_t lines = 0;
    for (size_t at = 0; at < contents->length; lines++) {
        const char *newline = memchr(contents->data + at, '\n', contents->length - at);
        at = newline ? (size_t)(newline - contents->data) + 1 : contents->length;
    }
    return lines;
}

/* Drops the oldest lines until `limit` are left. */
static void keep_newest_lines(ByteString *contents, size_t lines, size_t limit) {
    size_t at = 0;
    for (; lines > limit; lines--)
        at = (size_t)((const char *)memchr(contents->data + at, '\n', contents->length - at) -
                      contents->data) +
             1;
    byte_string_replace(contents, 0, at, "", 0);
}

/* Replaces the file by one that holds `contents`; the caller holds the lock on the old one. A symbolic link
 * stays: what it leads to is replaced. */
static void replace_file(const char *path, const ByteString *contents) {
    char *target = realpath(path, NULL), *temporary = NULL;
    if (target && asprintf(&temporary, "%s.XXXXXX", target) >= 0) {
        int fd = mkostemp(temporary, O_CLOEXEC); /* readable by the owner alone */
        if (fd >= 0) {
            bool complete = write_all(fd, byte_string_text(contents), contents->length);
            if (close(fd) != 0 || !complete || rename(temporary, target) != 0)
                unlink(temporary);
        }
        free(temporary);
    }
    free(target);
}

static void escape(ByteString *line, const char *text, size_t length) {
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '\n')
            byte_string_append(line, "\\n", 2);
        else if (text[i] == '\\')
            byte_string_append(line, "\\\\", 2);
        else
            byte_string_append(line, text + i, 1);
    }
    byte_string_append(line, "\n", 1);
}

static void unescape(ByteString *entry, const char *line, size_t length) {
    byte_string_clear(entry);
    for (size_t i = 0; i < length; i++) {
        char byte = line[i];
        if (byte == '\\' && i + 1 < length && (line[i + 1] == 'n' || line[i + 1] == '\\'))
            byte = line[++i] == 'n' ? '\n' : '\\';
        byte_string_append(entry, &byte, 1);
    }
}

static void remember_lines(History *history, const ByteString *contents) {
    ByteString entry = {0};
    for (size_t at = 0; at < contents->length;) {
        const char *line = contents->data + at;
        const char *newline = memchr(line, '\n', contents->length - at);
        size_t length = newline ? (size_t)(newline - line) : contents->length - at;
        unescape(&entry, line, length);
        if (entry.length > 0)
            remember(history, entry.data, entry.length);
        at += length + 1;
    }
    byte_string_free(&entry);
}

/* Cuts the file down to the limit; reads it into the history if `load`. */
static void tidy_file(History *history, bool load) {
    int fd = open_locked(history->path);
    if (fd < 0) {
        free(history->path);
        history->path = NULL;
        return;
    }
    ByteString contents = {0};
    read_file(fd, &contents);
    history->lines_in_file = count_lines(&contents);
    if (history->lines_in_file > history->limit) {
        keep_newest_lines(&contents, history->lines_in_file, history->limit);
        replace_file(history->path, &contents);
        history->lines_in_file = history->limit;
    }
    close(fd);
    if (load)
        remember_lines(history, &contents);
    byte_string_free(&contents);
}

static void append_to_file(History *history, const char *text, size_t length) {
    int fd = open_locked(history->path);
    if (fd < 0)
        return;
    ByteString line = {0};
    off_t size = lseek(fd, 0, SEEK_END);
    char last = '\n';
    if (size > 0 && pread(fd, &last, 1, size - 1) == 1 && last != '\n')
        byte_string_append(&line, "\n", 1); /* whoever wrote last was cut short */
    escape(&line, text, length);
    write_all(fd, line.data, line.length);
    close(fd);
    byte_string_free(&line);
    history->lines_in_file++;
}

/* ---- the history as a whole ---- */

History *history_open(const char *path, size_t limit) {
    History *history = calloc(1, sizeof *history);
    if (history)
        history->entries = calloc(limit, sizeof *history->entries);
    if (!history || !history->entries) {
        fputs("bide: out of memory\n", stderr);
        exit(1);
    }
    history->limit = limit;
    history->path = path ? strdup(path) : NULL;
    if (history->path)
        tidy_file(history, true);
    return history;
}

void history_close(History *history) {
    if (history->path && history->lines_in_file > history->limit)
        tidy_file(history, false);
    for (size_t i = 0; i < history->limit; i++)
        byte_string_free(&history->entries[i]);
    free(history->entries);
    free(history->path);
    free(history);
}

void history_add(History *history, const char *text, size_t length) {
    while (length > 0 && text[length - 1] == '\n')
        length--;
    size_t blanks = 0;
    while (blanks < length && strchr(" \t\r\n", text[blanks]) && text[blanks])
        blanks++;
    if (blanks == length || is_newest(history, text, length))
        return;
    remember(history, text, length);
    if (history->path)
        append_to_file(history, text, length);
}
