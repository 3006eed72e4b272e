#include "lexer/source.h"
#include "lexer/utf8.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

typedef enum Encoding { ENCODING_UTF_8, ENCODING_LATIN_1, ENCODING_ASCII, ENCODING_UNKNOWN } Encoding;

static void *allocate_or_die(void *old, size_t size) {
    void *memory = realloc(old, size);
    if (memory == NULL) {
        fputs("bide: out of memory\n", stderr);
        exit(1);
    }
    return memory;
}

static bool is_encoding_character(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || strchr("-_.", c);
}

/* The encoding that `line` declares in a comment (PEP 263): its characters and their number, or NULL. */
static const char *find_declaration(const char *line, const char *end, size_t *length) {
    while (line < end && (*line == ' ' || *line == '\t' || *line == '\f')) {
        line++;
    }
    if (line == end || *line != '#') {
        return NULL;
    }
    for (; end - line >= 8; line++) {
        if (memcmp(line, "coding", 6) != 0 || (line[6] != ':' && line[6] != '=')) {
            continue;
        }
        const char *name = line + 7;
        while (name < end && (*name == ' ' || *name == '\t')) {
            name++;
        }
        const char *name_end = name;
        while (name_end < end && *name_end != '\0' && is_encoding_character(*name_end)) {
            name_end++;
        }
        if (name_end > name) {
            *length = (size_t)(name_end - name);
            return name;
        }
    }
    return NULL;
}

static bool line_is_blank_or_comment(const char *line, const char *end) {
    while (line < end && (*line == ' ' || *line == '\t' || *line == '\f' || *line == '\r')) {
        line++;
    }
    return line == end || *line == '#';
}

/* The declaration stands in the first line, or in the second if the first holds no code. */
static const char *find_encoding(const char *bytes, size_t length, size_t *name_length) {
    const char *end = bytes + length;
    for (int line = 0; line < 2 && bytes < end; line++) {
        const char *line_end = memchr(bytes, '\n', (size_t)(end - bytes));
        line_end = line_end ? line_end : end;
        const char *name = find_declaration(bytes, line_end, name_length);
        if (name != NULL || !line_is_blank_or_comment(bytes, line_end)) {
            return name;
        }
        bytes = line_end + 1;
    }
    return NULL;
}

static Encoding encoding_by_name(const char *name, size_t length) {
    static const struct {
        const char *name;
        Encoding encoding;
    } encodings[] = {
        {"utf-8", ENCODING_UTF_8},         {"utf8", ENCODING_UTF_8},        {"u8", ENCODING_UTF_8},
        {"latin-1", ENCODING_LATIN_1},     {"latin1", ENCODING_LATIN_1},    {"l1", ENCODING_LATIN_1},
        {"iso-8859-1", ENCODING_LATIN_1},  {"iso8859-1", ENCODING_LATIN_1}, {"8859", ENCODING_LATIN_1},
        {"iso-latin-1", ENCODING_LATIN_1}, {"cp819", ENCODING_LATIN_1},     {"ascii", ENCODING_ASCII},
        {"us-ascii", ENCODING_ASCII},      {"646", ENCODING_ASCII},
    };
    char plain[32];
    if (length >= sizeof plain) {
        return ENCODING_UNKNOWN;
    }
    for (size_t i = 0; i < length; i++) {
        plain[i] = name[i] == '_' ? '-' : name[i];
    }
    plain[length] = '\0';
    for (size_t i = 0; i < sizeof encodings / sizeof *encodings; i++) {
        if (strcasecmp(plain, encodings[i].name) == 0) {
            return encodings[i].encoding;
        }
    }
    /* Editors add their own endings: utf-8-unix, latin-1-dos. */
    return strncasecmp(plain, "utf-8-", 6) == 0     ? ENCODING_UTF_8
           : strncasecmp(plain, "latin-1-", 8) == 0 ? ENCODING_LATIN_1
                                                    : ENCODING_UNKNOWN;
}

/* Every line end (\r\n, \n, or a lone \r) becomes \n, and the last line gets one if it has none. `text` has
 * room for one more byte than `length`; returns the new length. */
static size_t normalise_line_ends(char *text, size_t length) {
    if (memchr(text, '\r', length) != NULL) {
        size_t to = 0;
        for (size_t from = 0; from < length; from++) {
            if (text[from] == '\r') {
                text[to++] = '\n';
                from += from + 1 < length && text[from + 1] == '\n';
            } else {
                text[to++] = text[from];
            }
        }
        length = to;
    }
    if (length > 0 && text[length - 1] != '\n') {
        text[length++] = '\n';
    }
    return length;
}

static void index_lines(Source *source) {
    size_t capacity = source->length / 24 + 16, count = 0;
    uint32_t *lines = allocate_or_die(NULL, capacity * sizeof *lines);
    const char *line = source->text, *end = source->text + source->length;
    while (line < end) {
        if (count + 2 > capacity) {
            capacity *= 2;
            lines = allocate_or_die(lines, capacity * sizeof *lines);
        }
        lines[count++] = (uint32_t)(line - source->text);
        line = (const char *)memchr(line, '\n', (size_t)(end - line)) + 1;
    }
    lines[count] = (uint32_t)source->length;
    source->lines = lines;
    source->line_count = (int32_t)count;
}

static int32_t line_at(const Source *source, size_t offset) {
    int32_t low = 1, high = source->line_count;
    while (low < high) {
        int32_t middle = low + (high - low + 1) / 2;
        if (source->lines[middle - 1] <= offset) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    return low;
}

/* Is all of the text ASCII? Eight bytes at a time: most scripts are. */
static size_t ascii_prefix(const char *bytes, size_t length) {
    size_t i = 0;
    for (; i + 8 <= length; i += 8) {
        uint64_t word;
        memcpy(&word, bytes + i, 8);
        if (word & 0x8080808080808080u) {
            break;
        }
    }
    while (i < length && (uint8_t)bytes[i] < 0x80) {
        i++;
    }
    return i;
}

static bool check_utf_8(const Source *source, bool is_declared, SyntaxErrorInfo *error) {
    size_t i = 0;
    while ((i += ascii_prefix(source->text + i, source->length - i)) < source->length) {
        const char *reason;
        int bytes = utf8_check(source->text + i, source->length - i, &reason);
        if (bytes > 0) {
            i += (size_t)bytes;
            continue;
        }
        uint8_t byte = (uint8_t)source->text[i];
        int32_t line = line_at(source, i);
        if (is_declared) {
            int32_t column = (int32_t)(i - source->lines[line - 1]);
            syntax_error_set(error, ERROR_SYNTAX, line, column, line, column,
                             "(unicode error) 'utf-8' codec can't decode byte 0x%02x in position %d: %s",
                             byte, column, reason);
        } else {
            syntax_error_set(
                error, ERROR_SYNTAX, 0, 0, 0, 0,
                "Non-UTF-8 code starting with '\\x%02x' in file %.300s on line %d, but no encoding "
                "declared; see https://peps.python.org/pep-0263/ for details",
                byte, source->name, line);
        }
        return false;
    }
    return true;
}

static bool check_no_nul(const Source *source, SyntaxErrorInfo *error) {
    const char *nul = memchr(source->text, '\0', source->length);
    if (nul == NULL) {
        return true;
    }
    int32_t line = line_at(source, (size_t)(nul - source->text));
    syntax_error_set(error, ERROR_SYNTAX, line, -1, line, -1, "source code cannot contain null bytes");
    return false;
}

static char *latin_1_to_utf_8(const char *bytes, size_t *length) {
    char *text = allocate_or_die(NULL, *length * 2 + 2);
    size_t to = 0;
    for (size_t i = 0; i < *length; i++) {
        to += (size_t)utf8_encode(text + to, (uint8_t)bytes[i]);
    }
    *length = to;
    return text;
}

/* Makes a source of UTF-8 `text`, which it takes over and which has room for a last newline and a NUL. */
static bool take_text(Source *source, const char *name, char *text, size_t length, bool is_declared,
                      SyntaxErrorInfo *error) {
    source->text = text;
    source->name = allocate_or_die(NULL, strlen(name) + 1);
    strcpy(source->name, name);
    source->length = normalise_line_ends(source->text, length);
    source->text[source->length] = '\0';
    index_lines(source);
    if (!check_no_nul(source, error) || !check_utf_8(source, is_declared, error)) {
        source_free(source);
        return false;
    }
    return true;
}

static char *copy_text(const char *chars, size_t length) {
    char *text = allocate_or_die(NULL, length + 2);
    if (length > 0) {
        memcpy(text, chars, length);
    }
    return text;
}

bool source_from_text(Source *source, const char *name, const char *text, size_t length,
                      SyntaxErrorInfo *error) {
    *source = (Source){0};
    if (length >= INT32_MAX / 2) {
        syntax_error_set(error, ERROR_SYNTAX, 0, 0, 0, 0, "the source is too long: %zu bytes", length);
        return false;
    }
    return take_text(source, name, copy_text(text, length), length, true, error);
}

bool source_from_bytes(Source *source, const char *name, const char *bytes, size_t length,
                       SyntaxErrorInfo *error) {
    *source = (Source){0};
    if (length >= INT32_MAX / 2) {
        syntax_error_set(error, ERROR_SYNTAX, 0, 0, 0, 0, "the source is too long: %zu bytes", length);
        return false;
    }
    bool has_mark = length >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0;
    if (has_mark) {
        bytes += 3;
        length -= 3;
    }
    size_t declared_length;
    const char *declared = find_encoding(bytes, length, &declared_length);
    Encoding encoding = declared ? encoding_by_name(declared, declared_length) : ENCODING_UTF_8;
    if (encoding == ENCODING_UNKNOWN) {
        syntax_error_set(error, ERROR_SYNTAX, 0, 0, 0, 0, "encoding problem: %.*s", (int)declared_length,
                         declared);
        return false;
    }
    if (has_mark && encoding != ENCODING_UTF_8) {
        syntax_error_set(error, ERROR_SYNTAX, 0, 0, 0, 0, "encoding problem: %.*s with BOM",
                         (int)declared_length, declared);
        return false;
    }
    if (encoding == ENCODING_ASCII && ascii_prefix(bytes, length) < length) {
        syntax_error_set(error, ERROR_SYNTAX, 0, 0, 0, 0, "encoding problem: %.*s", (int)declared_length,
                         declared);
        return false;
    }
    char *text = encoding == ENCODING_LATIN_1 ? latin_1_to_utf_8(bytes, &length) : copy_text(bytes, length);
    return take_text(source, name, text, length, declared != NULL || has_mark, error);
}

bool source_from_file(Source *source, const char *path, SyntaxErrorInfo *error) {
    *source = (Source){0};
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        return false;
    }
    struct stat status;
    size_t capacity = 64 * 1024, length = 0;
    if (fstat(file, &status) == 0 && S_ISREG(status.st_mode) && status.st_size >= 0) {
        capacity = (size_t)status.st_size + 1;
    }
    char *bytes = allocate_or_die(NULL, capacity);
    ssize_t count;
    while ((count = read(file, bytes + length, capacity - length)) != 0) {
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count < 0) {
            int cause = errno;
            close(file);
            free(bytes);
            errno = cause;
            return false;
        }
        length += (size_t)count;
        if (length >= INT32_MAX / 2) {
            break; /* source_from_bytes will say so */
        }
        if (length == capacity) {
            capacity *= 2;
            bytes = allocate_or_die(bytes, capacity);
        }
    }
    close(file);
    bool is_good = source_from_bytes(source, path, bytes, length, error);
    source->is_file = is_good;
    free(bytes);
    return is_good;
}

void source_free(Source *source) {
    free(source->name);
    free(source->text);
    free(source->lines);
    *source = (Source){0};
}

const char *source_line(const Source *source, int32_t line, size_t *length) {
    if (line < 1 || line > source->line_count) {
        return NULL;
    }
    uint32_t start = source->lines[line - 1];
    *length = source->lines[line] - start - 1;
    return source->text + start;
}
