#include "vm/import.h"

#include <errno.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "vm/call.h"
#include "vm/compile_source.h"
#include "vm/dict.h"
#include "vm/list.h"
#include "vm/parking.h"
#include "vm/standard_modules.h"
#include "vm/variables.h"

Module *module_new(Vm *vm, String *name) {
    Module *module = heap_allocate(vm->heap, sizeof *module, KIND_MODULE, vm->types_by_kind[KIND_MODULE]);
    module->name = name;
    module->namespace = dict_new_stable(vm);
    dict_set_string(vm, module->namespace, vm->names.name, object_value(name));
    dict_set_string(vm, module->namespace, vm->names.doc, NONE);
    dict_set_string(vm, module->namespace, vm->names.package, NONE);
    dict_set_string(vm, module->namespace, vm->names.loader, NONE);
    dict_set_string(vm, module->namespace, vm->names.spec, NONE);
    return module;
}

Value vm_run_module(Vm *vm, Code *code) {
    Function *function = function_new(vm, code, 0);
    return vm_call0(vm, object_value(function));
}

static bool fill_native(Vm *vm, Module *module, const ModuleDef *def) {
    for (const NativeDef *f = def->functions; f && f->name; f++)
        dict_set_c(vm, module->namespace, f->name, native_function_new(vm, f, NULL, module->name));
    return !def->setup || def->setup(vm, module);
}

static bool run_source(Vm *vm, Module *module, const Source *source) {
    Code *code = compile_source(vm, source, module->namespace, COMPILE_MODULE, NULL);
    return code && vm_run_module(vm, code) != NOTHING;
}

static bool run_embedded(Vm *vm, Module *module, const BuiltinModule *builtin) {
    SyntaxErrorInfo error = {0};
    Source source;
    StringBuilder name;
    builder_init(&name);
    builder_format(vm, &name, IMPORT_LIBRARY "/%s.py", builtin->name);
    builder_add_char(&name, '\0');
    bool ok = source_from_bytes(&source, name.chars, builtin->source, builtin->source_length, &error);
    builder_free(&name);
    if (!ok) {
        raise_syntax_error(vm, &error, builtin->name, NULL);
        return false;
    }
    ok = run_source(vm, module, &source);
    source_free(&source);
    return ok;
}

static bool run_file(Vm *vm, Module *module, const char *path) {
    SyntaxErrorInfo error = {0};
    Source source;
    if (!source_from_file(&source, path, &error)) {
        if (error.is_set)
            raise_syntax_error(vm, &error, path, NULL);
        else
            vm_raise_errno(vm, errno, string_value(vm, path));
        return false;
    }
    dict_set_string(vm, module->namespace, vm->names.file, string_value(vm, path));
    bool ok = run_source(vm, module, &source);
    source_free(&source);
    return ok;
}

void found_module_free(FoundModule *found) {
    free(found->file);
    free(found->folder);
}

static bool is_file(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

/* The file of a module in a folder: a package's __init__.py, where there is one, or a module's own. */
static bool find_in_folder(Vm *vm, const char *folder, const char *last, FoundModule *found) {
    StringBuilder candidate;
    builder_init(&candidate);
    builder_format(vm, &candidate, "%s/%s/__init__.py", folder, last);
    builder_add_char(&candidate, '\0');
    if (is_file(candidate.chars)) {
        found->folder = strndup(candidate.chars, candidate.count - strlen("/__init__.py") - 1);
        found->file = builder_take(&candidate);
        return true;
    }
    candidate.count = 0;
    builder_format(vm, &candidate, "%s/%s.py", folder, last);
    builder_add_char(&candidate, '\0');
    if (is_file(candidate.chars)) {
        found->file = builder_take(&candidate);
        return true;
    }
    builder_free(&candidate);
    return false;
}

/* The modules that CPython has inside or loads before the script: no file of that name is ever asked for. */
static bool precedes_files(const char *name) {
    static const char *const names[] = {"abc", "atexit",    "builtins", "codecs", "errno",     "gc",  "io",
                                        "os",  "itertools", "marshal",  "posix",  "posixpath", "sys", "time"};
    for (size_t n = 0; n < sizeof names / sizeof *names; n++)
        if (strcmp(name, names[n]) == 0)
            return true;
    return *name == '_';
}

bool import_find(Vm *vm, const char *name, Value path, FoundModule *found) {
    const char *dot = strrchr(name, '.');
    bool of_library = !dot || path == NOTHING; /* a package of files has no parts in the library */
    const BuiltinModule *builtin = of_library ? vm->find_builtin_module(name) : NULL;
    *found = (FoundModule){0};
    if (builtin && (dot || precedes_files(name))) {
        found->builtin = builtin;
        return true;
    }
    if (!is_list(path))
        return false;
    char here[PATH_MAX];
    for (int64_t n = 0; n < AS(List, path)->count; n++) {
        Value entry = AS(List, path)->items[n];
        if (!is_string(entry))
            continue;
        const char *folder = AS(String, entry)->chars;
        if (strcmp(folder, IMPORT_LIBRARY) == 0) {
            found->builtin = builtin;
            if (builtin)
                return true;
            continue;
        }
        if (!*folder) /* the current folder */
            folder = getcwd(here, sizeof here) ? here : ".";
        if (find_in_folder(vm, folder, dot ? dot + 1 : name, found))
            return true;
    }
    return false;
}

/* `parent` is the package that is none; NULL: the module is of no package, or its package has no such file.
 */
static Value raise_not_found(Vm *vm, String *name, String *parent) {
    const char *dot = strchr(name->chars, '.');
    String *top = dot ? string_new(vm, name->chars, (size_t)(dot - name->chars)) : name;
    if (parent && !is_standard_package(top))
        vm_raise(vm, vm->exceptions.ModuleNotFoundError, "No module named '%S'; '%S' is not a package", name,
                 parent);
    else if (is_standard_module(top))
        vm_raise(vm, vm->exceptions.ModuleNotFoundError, "No module named '%S': Bide ships without it", name);
    else
        vm_raise(vm, vm->exceptions.ModuleNotFoundError, "No module named '%S'", name);
    AS(Exception, vm->thread->exception)->extra = object_value(name);
    return NOTHING;
}

/* ---- One thread at a time ---- */

/* A module whose body a thread is running; on the C stack of who does. */
typedef struct Importing {
    String *name;
    Thread *thread;
    struct Importing *outer; /* among all of the vm's */
    ParkedQueue waiters;
} Importing;

static Importing *find_importing(Vm *vm, const String *name) {
    Importing *importing = vm->importing;
    while (importing && importing->name != name)
        importing = importing->outer;
    return importing;
}

/* Does `thread`, or one that it waits for, wait for a module that this thread is importing? */
static bool waits_for_us(Vm *vm, const Thread *thread) {
    while (thread->awaited_import) {
        const Importing *awaited = find_importing(vm, thread->awaited_import);
        if (!awaited)
            return false;
        if (awaited->thread == vm->thread)
            return true;
        thread = awaited->thread;
    }
    return false;
}

/* Waits while another thread runs the body of that module, unless each would wait for the other: then it is
 * seen as it is by now. False: raised. */
static bool wait_for_import(Vm *vm, String *name) {
    Importing *importing;
    bool ok = true;
    while (ok && (importing = find_importing(vm, name)) && importing->thread != vm->thread &&
           !waits_for_us(vm, importing->thread)) {
        ParkedEntry entry;
        vm->thread->awaited_import = name;
        parked_queue_join(vm, &importing->waiters, &entry);
        thread_park(vm, INFINITY);
        vm->thread->awaited_import = NULL;
        if (entry.thread)
            parked_queue_leave(&importing->waiters, &entry);
        ok = vm_check_interrupts(vm);
    }
    return ok;
}

static void begin_import(Vm *vm, Importing *importing, String *name) {
    *importing = (Importing){name, vm->thread, vm->importing, {NULL, NULL}};
    vm->importing = importing;
}

static void end_import(Vm *vm, Importing *importing) {
    Importing **place = &vm->importing;
    while (*place != importing)
        place = &(*place)->outer;
    *place = importing->outer;
    parked_queue_wake_all(vm, &importing->waiters);
    for (ParkedEntry *entry = importing->waiters.first; entry; entry = entry->next)
        entry->thread = NULL; /* the queue goes with this call */
}

/* ---- Loading ---- */

/* Loads one module whose full dotted name is `name`; its parent package, if any, is loaded. */
static Value load(Vm *vm, String *name, Value parent) {
    const char *dot = strrchr(name->chars, '.');
    Value path = object_value(vm->path);
    if (dot)
        path = is_kind(parent, KIND_MODULE) ? dict_get_string(AS(Module, parent)->namespace, vm->names.path)
                                            : NOTHING;
    FoundModule found;
    if (!import_find(vm, name->chars, path, &found))
        return raise_not_found(
            vm, name, path != NOTHING ? NULL : string_new(vm, name->chars, (size_t)(dot - name->chars)));
    Module *module = module_new(vm, name);
    Value result = object_value(module);
    size_t mark = vm_root_mark(vm);
    vm_root(vm, result);
    dict_set_string(vm, vm->modules, name, result);
    if (found.folder) {
        Value here = string_value(vm, found.folder);
        dict_set_string(vm, module->namespace, vm->names.path, object_value(list_from(vm, &here, 1)));
    }
    size_t package_length = found.folder ? name->byte_count : dot ? (size_t)(dot - name->chars) : 0;
    dict_set_string(vm, module->namespace, vm->names.package,
                    object_value(string_new(vm, name->chars, package_length)));
    Importing importing;
    begin_import(vm, &importing, name);
    const BuiltinModule *builtin = found.builtin;
    bool ok = !builtin          ? run_file(vm, module, found.file)
              : builtin->native ? fill_native(vm, module, builtin->native)
                                : run_embedded(vm, module, builtin);
    end_import(vm, &importing);
    found_module_free(&found);
    if (!ok) {
        dict_delete_string(vm, vm->modules, name);
        result = NOTHING;
    } else {
        /* A module may put something else in its own place. */
        Value replaced = dict_get_string(vm->modules, name);
        if (replaced != NOTHING)
            result = replaced;
        if (dot && is_kind(parent, KIND_MODULE))
            dict_set_string(vm, AS(Module, parent)->namespace, string_intern_c(vm, dot + 1), result);
    }
    vm_root_reset(vm, mark);
    return result;
}

/* Loads `name` and the packages it lies in; *top is the first of them. */
static Value load_path(Vm *vm, String *name, Value *top) {
    Value module = NOTHING;
    const char *end = name->chars;
    do {
        end = strchr(end, '.');
        size_t length = end ? (size_t)(end - name->chars) : name->byte_count;
        String *part = string_intern_chars(vm, name->chars, length);
        Value parent = module;
        if (vm->importing && !wait_for_import(vm, part))
            return NOTHING;
        module = dict_get_string(vm->modules, part);
        if (module == NOTHING)
            module = load(vm, part, parent);
        if (module == NOTHING)
            return NOTHING;
        if (*top == NOTHING)
            *top = module;
        end = end ? end + 1 : NULL;
    } while (end);
    return module;
}

Value vm_import(Vm *vm, String *name) {
    Value top = NOTHING;
    return load_path(vm, name, &top);
}

/* The absolute name of a relative import. NULL: raised. */
static String *resolve_relative(Vm *vm, String *name, int level, Dict *globals) {
    Value package = dict_get_string(globals, vm->names.package);
    if (package == NOTHING || !is_string(package) || AS(String, package)->byte_count == 0) {
        vm_raise(vm, vm->exceptions.ImportError, "attempted relative import with no known parent package");
        return NULL;
    }
    size_t length = AS(String, package)->byte_count;
    const char *chars = AS(String, package)->chars;
    for (int n = 1; n < level; n++) {
        while (length > 0 && chars[length - 1] != '.')
            length--;
        if (length == 0) {
            vm_raise(vm, vm->exceptions.ImportError, "attempted relative import beyond top-level package");
            return NULL;
        }
        length--;
    }
    String *base = string_new(vm, chars, length);
    return name->byte_count ? string_format(vm, "%S.%S", base, name) : base;
}

Value import_module(Vm *vm, String *name, Value from_list, int level, Dict *globals) {
    if (level > 0) {
        name = resolve_relative(vm, name, level, globals);
        if (!name)
            return NOTHING;
    }
    Value top = NOTHING;
    Value module = load_path(vm, string_intern(vm, name), &top);
    if (module == NOTHING || from_list == NONE)
        return module == NOTHING ? NOTHING : top;
    /* from package import submodule */
    if (is_kind(module, KIND_MODULE)) {
        bool has_folder = dict_get_string(AS(Module, module)->namespace, vm->names.path) != NOTHING;
        Tuple *names = AS(Tuple, from_list);
        for (int64_t n = 0; n < names->count; n++) {
            String *wanted = AS(String, names->items[n]);
            if (string_equal_c(wanted, "*") ||
                dict_get_string(AS(Module, module)->namespace, wanted) != NOTHING)
                continue;
            String *full = string_intern(vm, string_format(vm, "%S.%S", name, wanted));
            if (!has_folder && !vm->find_builtin_module(full->chars))
                continue;
            if (dict_get_string(vm->modules, full) == NOTHING && load(vm, full, module) == NOTHING) {
                if (!vm_exception_is(vm, vm->exceptions.ModuleNotFoundError))
                    return NOTHING;
                vm_clear_exception(vm);
            }
        }
    }
    return module;
}

Value import_from(Vm *vm, Value module, String *name) {
    Value v = value_find_attribute(vm, module, name);
    if (v != NOTHING || vm_has_exception(vm))
        return v;
    if (!is_kind(module, KIND_MODULE))
        return vm_raise(vm, vm->exceptions.ImportError, "cannot import name '%S'", name);
    Dict *namespace = AS(Module, module)->namespace;
    Value own_name = dict_get_string(namespace, vm->names.name);
    String *full = string_format(vm, "%V.%S", own_name, name);
    Value submodule = dict_get_string(vm->modules, string_intern(vm, full));
    if (submodule != NOTHING)
        return submodule;
    Value file = dict_get_string(namespace, vm->names.file);
    vm_raise(vm, vm->exceptions.ImportError, "cannot import name '%S' from '%V' (%V)", name, own_name,
             file == NOTHING ? string_value(vm, "unknown location") : file);
    Exception *exception = AS(Exception, vm->thread->exception);
    exception->extra = own_name;
    return NOTHING;
}

bool import_star(Vm *vm, Value module, Dict *target) {
    if (!is_kind(module, KIND_MODULE)) {
        vm_raise(vm, vm->exceptions.ImportError, "from-import-* object has no __dict__ and no __all__");
        return false;
    }
    Dict *namespace = AS(Module, module)->namespace;
    Value all = dict_get_string(namespace, vm->names.all);
    if (all != NOTHING) {
        List *names = list_from_iterable(vm, all);
        if (!names)
            return false;
        for (int64_t n = 0; n < names->count; n++) {
            if (!is_string(names->items[n]))
                continue;
            Value v = value_get_attribute(vm, module, string_intern(vm, AS(String, names->items[n])));
            if (v == NOTHING)
                return false;
            if (!class_name_store(vm, target, string_intern(vm, AS(String, names->items[n])), v))
                return false;
        }
        return true;
    }
    uint32_t position = 0;
    for (DictEntry *entry; (entry = dict_next(namespace, &position));)
        if (is_string(entry->key) && AS(String, entry->key)->chars[0] != '_' &&
            !class_name_store(vm, target, AS(String, entry->key), entry->value))
            return false;
    return true;
}
