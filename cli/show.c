#include "cli/show.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "cli/program.h"
#include "lexer/token_dump.h"
#include "parser/ast_dump.h"
#include "parser/parser.h"
#include "stdlib/stdlib.h"
#include "vm/compile_source.h"
#include "vm/disassembler.h"
#include "vm/import.h"
#include "vm/warning.h"

/* Reports a syntax error as a run of the file would. */
static int report(const SyntaxErrorInfo *error, const char *path, const Source *source) {
    Vm *vm = vm_new(stdlib_find_module);
    if (stdlib_setup(vm)) {
        raise_syntax_error(vm, error, path, source);
        program_status_of_exception(vm);
    }
    vm_free(vm);
    return 1;
}

/* Reads the file. Returns 0, or the exit status after saying what is wrong. */
static int read_source(const char *path, Source *source) {
    SyntaxErrorInfo error = {0};
    if (source_from_file(source, path, &error))
        return 0;
    if (error.is_set)
        return report(&error, path, NULL);
    fprintf(stderr, "bide: can't open file '%s': [Errno %d] %s\n", path, errno, strerror(errno));
    return 2;
}

static int show_tokens(const char *path) {
    Source source;
    SyntaxErrorInfo error = {0};
    int status = read_source(path, &source);
    if (status)
        return status;
    if (!token_dump(stdout, &source, &error)) {
        fflush(stdout);
        status = report(&error, path, &source);
    }
    source_free(&source);
    return status;
}

static int show_ast(const char *path) {
    Source source;
    SyntaxErrorInfo error = {0};
    int status = read_source(path, &source);
    if (status)
        return status;
    Arena arena;
    arena_init(&arena);
    Node *module = parser_parse(&arena, &source, PARSE_FILE, 0, &error, NULL);
    if (module && scope_analyze(&arena, &source, module, 0, &error, NULL))
        ast_dump(stdout, module, true);
    else
        status = report(&error, path, &source);
    arena_free(&arena);
    source_free(&source);
    return status;
}

static int show_code(const char *path) {
    Source source;
    int status = read_source(path, &source);
    if (status)
        return status;
    Vm *vm = vm_new(stdlib_find_module);
    if (stdlib_setup(vm)) {
        Module *module = module_new(vm, vm->names.main);
        Code *code = compile_source(vm, &source, module->namespace, COMPILE_MODULE, NULL);
        if (code) {
            StringBuilder listing;
            builder_init(&listing);
            disassemble(vm, code, &listing);
            fwrite(listing.chars, 1, listing.count, stdout);
            builder_free(&listing);
        } else {
            status = program_status_of_exception(vm);
        }
    }
    source_free(&source);
    vm_free(vm);
    return status;
}

ShowCommand *show_find_command(const char *name) {
    if (strcmp(name, "tokens") == 0)
        return show_tokens;
    if (strcmp(name, "ast") == 0)
        return show_ast;
    return strcmp(name, "dis") == 0 ? show_code : NULL;
}
