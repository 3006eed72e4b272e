#include "cli/repl_complete.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#include "stdlib/stdlib.h"
#include "vm/call.h"
#include "vm/dict.h"
#include "vm/import.h"
#include "vm/list.h"

static const char *const keywords[] = {
    "False", "None",     "True",  "and",    "as",   "assert", "async",  "await",    "break",
    "class", "continue", "def",   "del",    "elif", "else",   "except", "finally",  "for",
    "from",  "global",   "if",    "import", "in",   "is",     "lambda", "nonlocal", "not",
    "or",    "pass",     "raise", "return", "try",  "while",  "with",   "yield",    NULL,
};

/* The candidates found so far, to be sorted and given without doubles. */
typedef struct Candidates {
    char **items;
    size_t count, capacity;
} Candidates;

static void add(Candidates *found, const char *before, const char *name) {
    if (found->count == found->capacity) {
        found->capacity = found->capacity ? found->capacity * 2 : 64;
        found->items = realloc(found->items, found->capacity * sizeof *found->items);
        if (!found->items)
            abort();
    }
    if (asprintf(&found->items[found->count], "%s%s", before, name) < 0)
        abort();
    found->count++;
}

static int by_text(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void give(Candidates *found, LineCompletion *completion) {
    if (found->count)
        qsort(found->items, found->count, sizeof *found->items, by_text);
    for (size_t n = 0; n < found->count; n++)
        if (n == 0 || strcmp(found->items[n], found->items[n - 1]) != 0)
            completion_add(completion, found->items[n], strlen(found->items[n]));
    for (size_t n = 0; n < found->count; n++)
        free(found->items[n]);
    free(found->items);
}

static bool is_name_char(char c) {
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c & 0x80;
}

static bool begins_with(const char *name, const char *prefix, size_t length) {
    return strncmp(name, prefix, length) == 0;
}

static void add_names_of(Dict *names, const char *prefix, size_t length, Candidates *found) {
    uint32_t position = 0;
    for (DictEntry *entry; (entry = dict_next(names, &position));)
        if (is_string(entry->key) && begins_with(AS(String, entry->key)->chars, prefix, length) &&
            (length > 0 || AS(String, entry->key)->chars[0] != '_'))
            add(found, "", AS(String, entry->key)->chars);
}

/* What `a.b.c` stands for, by attribute access alone; NOTHING: nothing, or it raised (the exception is
 * dropped). */
static Value evaluate_dotted(ReplScope *scope, const char *text, size_t length) {
    Vm *vm = scope->vm;
    Value v = NOTHING;
    for (size_t start = 0; start <= length;) {
        size_t end = start;
        while (end < length && text[end] != '.')
            end++;
        String *name = string_intern_chars(vm, text + start, end - start);
        if (start == 0) {
            v = dict_get_string(scope->globals, name);
            if (v == NOTHING)
                v = dict_get_string(vm->builtins, name);
        } else {
            v = value_find_attribute(vm, v, name);
        }
        if (v == NOTHING) {
            vm_clear_exception(vm);
            return NOTHING;
        }
        start = end + 1;
    }
    return v;
}

static void add_attributes(ReplScope *scope, const char *text, size_t dot, size_t length, Candidates *found) {
    Vm *vm = scope->vm;
    Value object = evaluate_dotted(scope, text, dot);
    if (object == NOTHING)
        return;
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object);
    Value names = vm_call1(vm, dict_get_c(vm, vm->builtins, "dir"), object);
    vm_root_reset(vm, mark);
    if (names == NOTHING || !is_list(names)) {
        vm_clear_exception(vm);
        return;
    }
    char *before = strndup(text, dot + 1);
    size_t prefix_length = length - dot - 1;
    for (int64_t n = 0; n < AS(List, names)->count; n++) {
        Value name = AS(List, names)->items[n];
        if (is_string(name) && begins_with(AS(String, name)->chars, text + dot + 1, prefix_length) &&
            (prefix_length > 0 || AS(String, name)->chars[0] != '_'))
            add(found, before, AS(String, name)->chars);
    }
    free(before);
}

/* ---- After import ---- */

static void add_module(Candidates *found, const char *name, const char *prefix, size_t length) {
    if (name[0] != '_' && begins_with(name, prefix, length))
        add(found, "", name);
}

/* The modules of the library, and those beside the user. */
static void add_modules(const char *prefix, size_t length, Candidates *found) {
    const char *name;
    for (size_t n = 0; (name = stdlib_module_name(n)); n++)
        add_module(found, name, prefix, length);
    DIR *folder = opendir(".");
    for (struct dirent *entry; folder && (entry = readdir(folder));) {
        char *dot = strrchr(entry->d_name, '.');
        if (!dot || strcmp(dot, ".py") != 0)
            continue;
        *dot = '\0';
        add_module(found, entry->d_name, prefix, length);
    }
    if (folder)
        closedir(folder);
}

/* `from MODULE import x`: imports the library's modules to look into them, but runs none of the user's. */
static void add_names_of_module(ReplScope *scope, const char *module, size_t module_length,
                                const char *prefix, size_t length, Candidates *found) {
    Vm *vm = scope->vm;
    String *name = string_intern_chars(vm, module, module_length);
    Value loaded = dict_get_string(vm->modules, name);
    FoundModule place;
    if (loaded == NOTHING && import_find(vm, name->chars, object_value(vm->path), &place)) {
        if (place.builtin)
            loaded = vm_import(vm, name);
        found_module_free(&place);
    }
    if (loaded != NOTHING && is_kind(loaded, KIND_MODULE))
        add_names_of(AS(Module, loaded)->namespace, prefix, length, found);
    vm_clear_exception(vm);
}

/* The statement that the word at `start` stands in; its length up to there. */
static const char *statement_before(const char *text, size_t start, size_t *length) {
    size_t line = start;
    while (line > 0 && text[line - 1] != '\n' && text[line - 1] != ';')
        line--;
    while (line < start && text[line] == ' ')
        line++;
    *length = start - line;
    return text + line;
}

/* Completes what an import statement names. False: the word stands in none. */
static bool complete_import(ReplScope *scope, const char *text, size_t start, const char *word, size_t length,
                            Candidates *found) {
    size_t before;
    const char *statement = statement_before(text, start, &before);
    if ((before >= 7 && begins_with(statement, "import ", 7)) ||
        (before == 5 && begins_with(statement, "from ", 5))) {
        add_modules(word, length, found);
        return true;
    }
    if (before < 5 || !begins_with(statement, "from ", 5))
        return false;
    const char *module = statement + 5;
    const char *space = memchr(module, ' ', before - 5);
    if (!space || !begins_with(space, " import ", 8))
        return false;
    add_names_of_module(scope, module, (size_t)(space - module), word, length, found);
    return true;
}

void repl_complete(void *data, const char *text, size_t length, size_t cursor, LineCompletion *completion) {
    (void)length;
    ReplScope *scope = data;
    size_t start = cursor, dot = SIZE_MAX;
    while (start > 0 && (is_name_char(text[start - 1]) || text[start - 1] == '.')) {
        start--;
        if (text[start] == '.' && dot == SIZE_MAX)
            dot = start;
    }
    completion->start = start;
    const char *word = text + start;
    size_t word_length = cursor - start;
    Candidates found = {0};
    if (complete_import(scope, text, start, word, word_length, &found)) {
        /* nothing else can stand here */
    } else if (dot != SIZE_MAX) {
        add_attributes(scope, word, dot - start, word_length, &found);
    } else {
        add_names_of(scope->globals, word, word_length, &found);
        add_names_of(scope->vm->builtins, word, word_length, &found);
        for (const char *const *name = keywords; *name; name++)
            if (begins_with(*name, word, word_length))
                add(&found, "", *name);
    }
    give(&found, completion);
}
