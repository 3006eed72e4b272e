/* Module posix: the table. */
#include <fcntl.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "stdlib/posix/posix.h"

static void add_functions(Vm *vm, Module *module, const NativeDef *functions) {
    for (const NativeDef *def = functions; def->name; def++)
        dict_set_c(vm, module->namespace, def->name, native_function_new(vm, def, NULL, module->name));
}

#define CONSTANTS(X)                                                                                       \
    X(O_RDONLY)                                                                                            \
    X(O_WRONLY) X(O_RDWR) X(O_APPEND) X(O_CREAT) X(O_EXCL) X(O_TRUNC) X(O_NONBLOCK) X(O_SYNC) X(O_CLOEXEC) \
        X(O_DIRECTORY) X(SEEK_SET) X(SEEK_CUR) X(SEEK_END) X(F_OK) X(R_OK) X(W_OK) X(X_OK) X(WNOHANG)      \
            X(WUNTRACED)

static bool setup(Vm *vm, Module *module) {
    add_functions(vm, module, posix_descriptor_functions);
    add_functions(vm, module, posix_path_functions);
    add_functions(vm, module, posix_process_functions);
#define X(name) dict_set_c(vm, module->namespace, #name, small_int(name));
    CONSTANTS(X)
#undef X
    return true;
}

static const NativeDef no_functions[] = {{NULL, NULL, 0, 0, 0, NULL}};

const ModuleDef posix_module = {"posix", no_functions, setup};
