#include "cli/show.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "lexer/token_dump.h"
#include "parser/ast_dump.h"
#include "parser/parser.h"
#include "vm/compile_source.h"
#include "vm/disassembler.h"
#include "vm/import.h"

static bool show_tokens(Vm *vm, const Source *source) {
    SyntaxErrorInfo error = {0};
    bool ok = token_dump(stdout, source, &error);
    if (!ok)
        raise_syntax_error(vm, &error, source->name, source);
    return ok;
}

static bool show_tree(Vm *vm, const Source *source) {
    SyntaxErrorInfo error = {0};
    Arena arena;
    arena_init(&arena);
    Node *module = parser_parse(&arena, source, PARSE_FILE, 0, &error, NULL);
    bool ok = module && scope_analyze(&arena, source, module, 0, &error, NULL);
    if (ok)
        ast_dump(stdout, module, true);
    else
        raise_syntax_error(vm, &error, source->name, source);
    arena_free(&arena);
    return ok;
}

static bool show_code(Vm *vm, const Source *source) {
    Module *module = module_new(vm, vm->names.main);
    Code *code = compile_source(vm, source, module->namespace, COMPILE_MODULE, NULL);
    if (!code)
        return false;
    StringBuilder listing;
    builder_init(&listing);
    disassemble(vm, code, &listing);
    fwrite(listing.chars, 1, listing.count, stdout);
    builder_free(&listing);
    return true;
}

ShowStage *show_find_stage(const char *name) {
    return strcmp(name, "tokens") == 0 ? show_tokens
           : strcmp(name, "ast") == 0  ? show_tree
           : strcmp(name, "dis") == 0  ? show_code
                                       : NULL;
}

int show_run(Vm *vm, ShowStage *stage, const Program *program) {
    Source source;
    int status = 0;
    bool ok = program_read(vm, program, &source, &status);
    if (ok) {
        ok = stage(vm, &source);
        source_free(&source);
    }
    if (fflush(stdout) != 0 && status == 0) {
        fprintf(stderr, "bide: can't write standard output: [Errno %d] %s\n", errno, strerror(errno));
        status = 1;
    }
    return vm_has_exception(vm) ? program_status_of_exception(vm) : status;
}
