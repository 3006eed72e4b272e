#include "cli/program.h"

#include <errno.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "stdlib/text_stream.h"
#include "vm/compile_source.h"
#include "vm/dict.h"
#include "vm/finalization.h"
#include "vm/import.h"
#include "vm/list.h"
#include "vm/warning.h"

static void set_arguments(Vm *vm, const Program *program, const char *name) {
    List *arguments = vm->arguments;
    list_append(vm, arguments, string_value(vm, name));
    for (int n = 0; n < program->argument_count; n++)
        list_append(vm, arguments, string_value(vm, program->arguments[n]));
}

/* sys.path[0]: the script's folder, absolute; the current one for -m; "" otherwise. */
static void set_path(Vm *vm, const Program *program) {
    char folder[PATH_MAX] = "";
    if (program->kind == PROGRAM_FILE) {
        char real[PATH_MAX];
        if (realpath(program->text, real))
            strcpy(folder, dirname(real));
    } else if (program->kind == PROGRAM_MODULE && !getcwd(folder, sizeof folder)) {
        folder[0] = '\0';
    }
    list_append(vm, vm->path, string_value(vm, folder));
}

static bool read_all(int descriptor, StringBuilder *text) {
    char buffer[65536];
    for (;;) {
        ssize_t count = read(descriptor, buffer, sizeof buffer);
        if (count == 0)
            return true;
        if (count < 0 && errno != EINTR)
            return false;
        if (count > 0)
            builder_add_chars(text, buffer, (size_t)count);
    }
}

static bool run_text(Vm *vm, Module *main, const char *name, const char *text, size_t length) {
    SyntaxErrorInfo error = {0};
    Source source;
    if (!source_from_bytes(&source, name, text, length, &error)) {
        raise_syntax_error(vm, &error, name, NULL);
        return false;
    }
    Code *code = compile_source(vm, &source, main->namespace, COMPILE_MODULE, NULL);
    source_free(&source);
    return code && vm_run_module(vm, code) != NOTHING;
}

static bool run_stdin(Vm *vm, Module *main) {
    StringBuilder text;
    builder_init(&text);
    bool ok = read_all(STDIN_FILENO, &text) ? run_text(vm, main, "<stdin>", text.chars, text.count)
                                            : (vm_raise_errno(vm, errno, NOTHING), false);
    builder_free(&text);
    return ok;
}

/* Runs the file at `path`. *status is set when it could not be read. */
static bool run_path(Vm *vm, Module *main, const char *path, int *status) {
    SyntaxErrorInfo error = {0};
    Source source;
    if (!source_from_file(&source, path, &error)) {
        if (error.is_set) {
            raise_syntax_error(vm, &error, path, NULL);
            return false;
        }
        fprintf(stderr, "bide: can't open file '%s': [Errno %d] %s\n", path, errno, strerror(errno));
        *status = 2;
        return true;
    }
    dict_set_string(vm, main->namespace, vm->names.file, string_value(vm, path));
    Code *code = compile_source(vm, &source, main->namespace, COMPILE_MODULE, NULL);
    source_free(&source);
    return code && vm_run_module(vm, code) != NOTHING;
}

/* -m: finds the module's file (a package's __main__.py) on sys.path, or runs one of Bide's own. */
static bool run_module(Vm *vm, Module *main, const char *name, int *status) {
    const BuiltinModule *builtin = vm->find_builtin_module(name);
    if (builtin && builtin->source)
        return run_text(vm, main, name, builtin->source, builtin->source_length);
    char path[PATH_MAX];
    for (int64_t n = 0; n < vm->path->count; n++) {
        const char *folder = AS(String, vm->path->items[n])->chars;
        StringBuilder relative;
        builder_init(&relative);
        for (const char *c = name; *c; c++)
            builder_add_char(&relative, *c == '.' ? '/' : *c);
        builder_add_char(&relative, '\0');
        snprintf(path, sizeof path, "%s/%s/__main__.py", folder, relative.chars);
        bool found = access(path, R_OK) == 0;
        if (!found) {
            snprintf(path, sizeof path, "%s/%s.py", folder, relative.chars);
            found = access(path, R_OK) == 0;
        }
        builder_free(&relative);
        if (found) {
            vm->arguments->items[0] = string_value(vm, path);
            return run_path(vm, main, path, status);
        }
    }
    fprintf(stderr, "bide: No module named %s\n", name);
    *status = 1;
    return true;
}

int program_status_of_exception(Vm *vm) {
    Value exception = vm->thread->exception;
    if (is_instance(vm, exception, vm->exceptions.SystemExit)) {
        vm_clear_exception(vm);
        Value code = AS(Exception, exception)->extra;
        text_stream_flush_standard(vm);
        if (code == NOTHING || code == NONE)
            return 0;
        if (value_is_integer(code))
            return (int)(value_integer(code) & 0xff);
        StringBuilder text;
        builder_init(&text);
        builder_format(vm, &text, "%V\n", code);
        vm_write_error(vm, text.chars, text.count);
        builder_free(&text);
        return 1;
    }
    bool interrupted = vm_exception_is(vm, vm->exceptions.KeyboardInterrupt);
    exception = vm_take_exception(vm);
    vm_root(vm, exception);
    text_stream_flush_standard(vm);
    StringBuilder text;
    builder_init(&text);
    exception_format(vm, exception, &text);
    vm_write_error(vm, text.chars, text.count);
    builder_free(&text);
    return interrupted ? PROGRAM_INTERRUPTED : 1;
}

int program_run(Vm *vm, const Program *program) {
    const char *names[] = {[PROGRAM_FILE] = program->text, [PROGRAM_CODE] = "-c", [PROGRAM_STDIN] = "-",
                           [PROGRAM_MODULE] = program->text};
    set_arguments(vm, program, names[program->kind]);
    set_path(vm, program);
    Module *main = module_new(vm, vm->names.main);
    dict_set_string(vm, vm->modules, vm->names.main, object_value(main));
    int status = 0;
    bool ok = false;
    switch (program->kind) {
    case PROGRAM_FILE: ok = run_path(vm, main, program->text, &status); break;
    case PROGRAM_CODE: ok = run_text(vm, main, "<string>", program->text, strlen(program->text)); break;
    case PROGRAM_STDIN: ok = run_stdin(vm, main); break;
    case PROGRAM_MODULE: ok = run_module(vm, main, program->text, &status); break;
    }
    if (!ok)
        status = program_status_of_exception(vm);
    finalize_at_exit(vm);
    if (!text_stream_flush_standard(vm)) {
        vm_clear_exception(vm);
        if (status == 0)
            status = 120;
    }
    return status;
}
