/* Module errno: the numbers of the system's errors. */
#include <errno.h>

#include "stdlib/modules.h"
#include "vm/dict.h"

#define ERROR_NUMBERS(X)                                                                                     \
    X(EPERM)                                                                                                 \
    X(ENOENT) X(ESRCH) X(EINTR) X(EIO) X(ENXIO) X(E2BIG) X(ENOEXEC) X(EBADF) X(ECHILD) X(EAGAIN) X(ENOMEM)   \
        X(EACCES) X(EFAULT) X(EBUSY) X(EEXIST) X(EXDEV) X(ENODEV) X(ENOTDIR) X(EISDIR) X(EINVAL) X(ENFILE)   \
            X(EMFILE) X(ENOTTY) X(EFBIG) X(ENOSPC) X(ESPIPE) X(EROFS) X(EMLINK) X(EPIPE) X(EDOM) X(ERANGE)   \
                X(EDEADLK) X(ENAMETOOLONG) X(ENOLCK) X(ENOSYS) X(ENOTEMPTY) X(ELOOP) X(EPROTO) X(EBADMSG)    \
                    X(EOVERFLOW) X(EILSEQ) X(ENOTSOCK) X(EDESTADDRREQ) X(EMSGSIZE) X(EPROTOTYPE)             \
                        X(ENOPROTOOPT) X(EPROTONOSUPPORT) X(EOPNOTSUPP) X(EAFNOSUPPORT) X(EADDRINUSE)        \
                            X(EADDRNOTAVAIL) X(ENETDOWN) X(ENETUNREACH) X(ENETRESET) X(ECONNABORTED)         \
                                X(ECONNRESET) X(ENOBUFS) X(EISCONN) X(ENOTCONN) X(ETIMEDOUT) X(ECONNREFUSED) \
                                    X(EHOSTDOWN) X(EHOSTUNREACH) X(EALREADY) X(EINPROGRESS) X(ESTALE)        \
                                        X(EDQUOT) X(ECANCELED)

static void add(Vm *vm, Module *module, Dict *names, const char *name, int number) {
    dict_set_c(vm, module->namespace, name, small_int(number));
    dict_set(vm, names, small_int(number), object_value(string_intern_c(vm, name)));
}

static bool setup(Vm *vm, Module *module) {
    Dict *names = dict_new(vm);
    dict_set_c(vm, module->namespace, "errorcode", object_value(names));
#define X(name) add(vm, module, names, #name, name);
    ERROR_NUMBERS(X)
#undef X
    /* Synonyms. */
    dict_set_c(vm, module->namespace, "EWOULDBLOCK", small_int(EWOULDBLOCK));
    dict_set_c(vm, module->namespace, "ENOTSUP", small_int(ENOTSUP));
    return true;
}

static const NativeDef functions[] = {{NULL, NULL, 0, 0, 0, NULL}};

const ModuleDef errno_module = {"errno", functions, setup};
