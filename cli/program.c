#include "cli/program.h"

#include <errno.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "stdlib/stdlib_state.h"
#include "stdlib/text_stream.h"
#include "stdlib/thread/thread.h"
#include "vm/call.h"
#include "vm/compile_source.h"
#include "vm/dict.h"
#include "vm/finalization.h"
#include "vm/import.h"
#include "vm/list.h"
#include "vm/warning.h"

enum { STATUS_USAGE = 2, STATUS_OUTPUT_LOST = 120 };

/* ---- What the script sees of its place ---- */

/* `path` as seen from the root, but otherwise as it was given; malloc'ed. */
static char *absolute_path(const char *path) {
    char folder[PATH_MAX], *absolute;
    if (path[0] == '/' || !getcwd(folder, sizeof folder))
        absolute = strdup(path);
    else if (asprintf(&absolute, "%s/%s", folder, path) < 0)
        absolute = NULL;
    if (!absolute)
        abort();
    return absolute;
}

static bool is_folder(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static void set_path(Vm *vm, const Program *program) {
    char folder[PATH_MAX] = "", real[PATH_MAX];
    if (program->kind == PROGRAM_FILE && is_folder(program->text)) {
        char *absolute = absolute_path(program->text);
        snprintf(folder, sizeof folder, "%s", absolute);
        free(absolute);
    } else if (program->kind == PROGRAM_FILE && realpath(program->text, real)) {
        strcpy(folder, dirname(real));
    } else if (program->kind == PROGRAM_MODULE && !getcwd(folder, sizeof folder)) {
        folder[0] = '\0';
    }
    list_insert(vm, vm->path, 0, string_value(vm, folder));
}

/* Bytes of the command line that are not UTF-8 become lone surrogates, as CPython has it. */
static Value argument_value(Vm *vm, const char *argument) {
    size_t length = strlen(argument);
    if (utf8_is_valid(argument, length))
        return string_value(vm, argument);
    StringBuilder text;
    builder_init(&text);
    for (size_t n = 0, count; n < length; n += count) {
        for (count = 1; count < 4 && count < length - n && !utf8_is_valid(argument + n, count); count++)
            ;
        if (utf8_is_valid(argument + n, count)) {
            builder_add_chars(&text, argument + n, count);
        } else {
            builder_add_code_point(&text, 0xDC00u + (unsigned char)argument[n]);
            count = 1;
        }
    }
    Value value = object_value(string_new(vm, text.chars, text.count));
    builder_free(&text);
    return value;
}

void program_prepare(Vm *vm, const Program *program) {
    const char *name = program->kind == PROGRAM_CODE     ? "-c"
                       : program->kind == PROGRAM_MODULE ? "-m"
                                                         : program->text;
    list_append(vm, vm->arguments, string_value(vm, name));
    for (int n = 0; n < program->argument_count; n++)
        list_append(vm, vm->arguments, argument_value(vm, program->arguments[n]));
    set_path(vm, program);
}

/* ---- Reading ---- */

static bool read_stdin(Vm *vm, Source *source, int *status) {
    StringBuilder text;
    builder_init(&text);
    char buffer[65536];
    ssize_t count;
    while ((count = read(STDIN_FILENO, buffer, sizeof buffer)) != 0) {
        if (count > 0)
            builder_add_chars(&text, buffer, (size_t)count);
        else if (errno == EBADF) /* it is closed: then there is no program */
            break;
        else if (errno != EINTR || !vm_check_interrupts(vm))
            break;
    }
    bool ok = count >= 0 || errno == EBADF;
    SyntaxErrorInfo error = {0};
    if (ok && !source_from_bytes(source, "<stdin>", text.chars ? text.chars : "", text.count, &error)) {
        raise_syntax_error(vm, &error, "<stdin>", NULL);
        ok = false;
    } else if (!ok && !vm_has_exception(vm)) {
        fprintf(stderr, "bide: can't read standard input: [Errno %d] %s\n", errno, strerror(errno));
        *status = 1;
    }
    builder_free(&text);
    return ok;
}

static bool read_path(Vm *vm, const char *path, Source *source, int *status) {
    SyntaxErrorInfo error = {0};
    if (source_from_file(source, path, &error))
        return true;
    if (error.is_set) {
        raise_syntax_error(vm, &error, path, NULL);
    } else {
        fprintf(stderr, "bide: can't open file '%s': [Errno %d] %s\n", path, errno, strerror(errno));
        *status = STATUS_USAGE;
    }
    return false;
}

static bool read_file(Vm *vm, const char *path, Source *source, int *status) {
    char *absolute = absolute_path(path);
    bool ok = false;
    if (is_folder(absolute)) {
        char main[PATH_MAX];
        size_t length = strlen(absolute);
        snprintf(main, sizeof main, "%s%s__main__.py", absolute, absolute[length - 1] == '/' ? "" : "/");
        if (access(main, F_OK) == 0) {
            ok = read_path(vm, main, source, status);
        } else {
            fprintf(stderr, "bide: can't find '__main__' module in '%s'\n", absolute);
            *status = 1;
        }
    } else {
        ok = read_path(vm, absolute, source, status);
    }
    free(absolute);
    return ok;
}

bool program_read(Vm *vm, const Program *program, Source *source, int *status) {
    if (program->kind == PROGRAM_STDIN)
        return read_stdin(vm, source, status);
    if (program->kind == PROGRAM_FILE)
        return read_file(vm, program->text, source, status);
    SyntaxErrorInfo error = {0};
    if (source_from_bytes(source, "<string>", program->text, strlen(program->text), &error))
        return true;
    raise_syntax_error(vm, &error, "<string>", NULL);
    return false;
}

/* ---- Running ---- */

static bool run_source(Vm *vm, Module *main, const Source *source) {
    Code *code = compile_source(vm, source, main->namespace, COMPILE_MODULE, NULL);
    return code && vm_run_module(vm, code) != NOTHING;
}

static void set_file(Vm *vm, Module *main, const char *path) {
    dict_set_string(vm, main->namespace, vm->names.file, string_value(vm, path));
}

static bool run_text(Vm *vm, Module *main, const Program *program, int *status) {
    Source source;
    if (!program_read(vm, program, &source, status))
        return false;
    if (program->kind != PROGRAM_CODE)
        set_file(vm, main, source.name);
    bool ok = run_source(vm, main, &source);
    source_free(&source);
    return ok;
}

/* Says why -m cannot run a module. */
static bool refuse_module(int *status, const char *format, const char *name, const char *other) {
    fputs("bide: ", stderr);
    fprintf(stderr, format, name, other);
    fputc('\n', stderr);
    *status = 1;
    return false;
}

/* Runs what lies at `path` as a module of `package`. */
static bool run_module_file(Vm *vm, Module *main, const char *path, const char *package, int *status) {
    Source source;
    if (!read_path(vm, path, &source, status))
        return false;
    set_file(vm, main, path);
    dict_set_string(vm, main->namespace, vm->names.package, string_value(vm, package));
    vm->arguments->items[0] = string_value(vm, path);
    bool ok = run_source(vm, main, &source);
    source_free(&source);
    return ok;
}

/* The packages around a module are imported first. False: *status is set, or what they raised is pending. */
static bool import_package(Vm *vm, const char *name, const char *package, Value *path, int *status) {
    Value parent = vm_import(vm, string_intern_c(vm, package));
    if (parent == NOTHING && vm_exception_is(vm, vm->exceptions.ModuleNotFoundError)) {
        Value message = value_str(vm, vm_take_exception(vm));
        return refuse_module(status,
                             "Error while finding module specification for '%s' (ModuleNotFoundError: %s)",
                             name, is_string(message) ? AS(String, message)->chars : "");
    }
    if (parent == NOTHING)
        return false;
    *path = is_kind(parent, KIND_MODULE) ? dict_get_string(AS(Module, parent)->namespace, vm->names.path)
                                         : NOTHING;
    return *path != NOTHING || vm->find_builtin_module(name) ||
           refuse_module(status, "No module named %s; '%s' is not a package", name, package);
}

/* -m: finds the module on sys.path, or a package and its __main__.py. */
static bool run_module(Vm *vm, Module *main, const char *name, int *status) {
    char package[PATH_MAX];
    snprintf(package, sizeof package, "%s", name);
    char *dot = strrchr(package, '.');
    Value path = object_value(vm->path);
    if (dot) {
        *dot = '\0';
        if (!import_package(vm, name, package, &path, status))
            return false;
    } else {
        package[0] = '\0';
    }
    FoundModule found;
    if (!import_find(vm, name, path, &found))
        return refuse_module(status, "No module named %s%s", name, "");
    if (found.builtin && found.builtin->source) {
        Program program = {.kind = PROGRAM_CODE, .text = found.builtin->source};
        return run_text(vm, main, &program, status);
    }
    if (found.builtin)
        return refuse_module(status, "No code object available for %s%s", name, "");
    bool ok = false;
    if (found.folder) {
        char main_file[PATH_MAX];
        snprintf(main_file, sizeof main_file, "%s/__main__.py", found.folder);
        if (!import_package(vm, name, name, &path, status))
            ok = false;
        else if (access(main_file, F_OK) != 0)
            refuse_module(status,
                          "No module named %s.__main__; '%s' is a package and cannot be directly executed",
                          name, name);
        else
            ok = run_module_file(vm, main, main_file, name, status);
    } else {
        ok = run_module_file(vm, main, found.file, package, status);
    }
    found_module_free(&found);
    return ok;
}

/* ---- Ending ---- */

static int status_of_exit(Vm *vm, Value code) {
    text_stream_flush_standard(vm);
    vm_clear_exception(vm);
    if (code == NOTHING || code == NONE)
        return 0;
    if (value_is_integer(code))
        return (int)(value_integer(code) & 0xff);
    size_t mark = vm_root_mark(vm);
    vm_root(vm, code);
    Value text = value_str(vm, code);
    if (text == NOTHING)
        vm_clear_exception(vm);
    else
        vm_write_error(vm, AS(String, text)->chars, AS(String, text)->byte_count);
    vm_write_error(vm, "\n", 1);
    vm_root_reset(vm, mark);
    return 1;
}

int program_status_of_exception(Vm *vm) {
    bool interrupted = vm_exception_is(vm, vm->exceptions.KeyboardInterrupt);
    bool leaves = vm_exception_is(vm, vm->exceptions.SystemExit);
    Value exception = vm_take_exception(vm);
    size_t mark = vm_root_mark(vm);
    vm_root(vm, exception);
    int status = interrupted ? PROGRAM_INTERRUPTED : 1;
    if (leaves) {
        status = status_of_exit(vm, AS(Exception, exception)->extra);
    } else {
        StringBuilder text;
        builder_init(&text);
        exception_format(vm, exception, &text);
        vm_write_error(vm, text.chars, text.count);
        builder_free(&text);
    }
    vm_root_reset(vm, mark);
    return status;
}

/* What atexit.register() was given, if the program has ever imported that module. */
static void call_exit_functions(Vm *vm) {
    Value module = dict_get_c(vm, vm->modules, "atexit");
    if (module == NOTHING)
        return;
    if (vm_call_method(vm, module, string_intern_c(vm, "_run_exitfuncs"), NULL, 0) == NOTHING)
        vm_clear_exception(vm);
}

int program_finish(Vm *vm, int status) {
    thread_finish_all(vm);
    call_exit_functions(vm);
    finalize_at_exit(vm);
    if (text_stream_flush_standard(vm))
        return status;
    report_ignored_exception(vm, "in", stdlib_state(vm)->standard_output);
    return STATUS_OUTPUT_LOST;
}

int program_run(Vm *vm, const Program *program) {
    program_prepare(vm, program);
    Module *main = module_new(vm, vm->names.main);
    dict_set_string(vm, vm->modules, vm->names.main, object_value(main));
    dict_set_string(vm, main->namespace, vm->names.builtins, dict_get_c(vm, vm->modules, "builtins"));
    int status = 0;
    bool ok = program->kind == PROGRAM_MODULE ? run_module(vm, main, program->text, &status)
                                              : run_text(vm, main, program, &status);
    /* A signal may have come while the last statement waited. */
    ok = ok && vm_check_interrupts(vm);
    if (!ok && vm_has_exception(vm))
        status = program_status_of_exception(vm);
    return program_finish(vm, status);
}
