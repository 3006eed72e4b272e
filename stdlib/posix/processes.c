/* Processes: this one, its environment, and its children. */
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/random.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "stdlib/posix/posix.h"
#include "vm/memory.h"

extern char **environ;

/* ---- This one ---- */

static Value posix_getpid(Vm *vm, Value *args, int argc) {
    (void)vm, (void)args, (void)argc;
    return small_int(getpid());
}

static Value posix_getppid(Vm *vm, Value *args, int argc) {
    (void)vm, (void)args, (void)argc;
    return small_int(getppid());
}

static Value posix_getuid(Vm *vm, Value *args, int argc) {
    (void)vm, (void)args, (void)argc;
    return small_int(getuid());
}

static Value posix_kill(Vm *vm, Value *args, int argc) {
    (void)argc;
    int64_t process, number;
    if (!value_to_index(vm, args[0], &process) || !value_to_index(vm, args[1], &number))
        return NOTHING;
    if (process != (pid_t)process || number != (int)number)
        return vm_raise(vm, vm->exceptions.OverflowError, "signed integer is greater than maximum");
    if (kill((pid_t)process, (int)number) != 0)
        return vm_raise_errno(vm, errno, NOTHING);
    /* One that was sent to this very process is served before the call returns. */
    return vm_check_interrupts(vm) ? NONE : NOTHING;
}

static Value posix_cpu_count(Vm *vm, Value *args, int argc) {
    (void)vm, (void)args, (void)argc;
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count > 0 ? small_int(count) : NONE;
}

static Value posix_exit(Vm *vm, Value *args, int argc) {
    (void)argc;
    int status;
    if (!posix_int_argument(vm, args[0], &status))
        return NOTHING;
    _exit(status);
}

static Value posix_urandom(Vm *vm, Value *args, int argc) {
    (void)argc;
    int64_t count;
    if (!value_to_index(vm, args[0], &count))
        return NOTHING;
    if (count < 0)
        return vm_raise(vm, vm->exceptions.ValueError, "negative argument not allowed");
    Value data = bytes_new(vm, NULL, (size_t)count);
    for (int64_t done = 0; done < count;) {
        ssize_t got = getrandom(AS(Bytes, data)->bytes + done, (size_t)(count - done), 0);
        if (got < 0 && !posix_retry(vm, NOTHING))
            return NOTHING;
        done += got < 0 ? 0 : got;
    }
    return data;
}

/* ---- The environment ---- */

static Value posix_environment(Vm *vm, Value *args, int argc) {
    (void)args, (void)argc;
    Dict *all = dict_new(vm);
    for (char **entry = environ; *entry; entry++) {
        const char *equals = strchr(*entry, '=');
        if (!equals)
            continue;
        String *name = string_new(vm, *entry, (size_t)(equals - *entry));
        dict_set_string(vm, all, string_intern(vm, name), string_value(vm, equals + 1));
    }
    return object_value(all);
}

static Value posix_putenv(Vm *vm, Value *args, int argc) {
    (void)argc;
    Value holders[2];
    const char *texts[2];
    for (int i = 0; i < 2; i++)
        if (!posix_path_argument(vm, args[i], "putenv", &holders[i], &texts[i]))
            return NOTHING;
    if (strchr(texts[0], '='))
        return vm_raise(vm, vm->exceptions.ValueError, "illegal environment variable name");
    return setenv(texts[0], texts[1], 1) == 0 ? NONE : vm_raise_errno(vm, errno, NOTHING);
}

static Value posix_unsetenv(Vm *vm, Value *args, int argc) {
    (void)argc;
    Value holder;
    const char *name;
    if (!posix_path_argument(vm, args[0], "unsetenv", &holder, &name))
        return NOTHING;
    return unsetenv(name) == 0 ? NONE : vm_raise_errno(vm, errno, NOTHING);
}

/* ---- Children ---- */

/* An array of C strings, ended by NULL, from a list of strs and bytes; malloc'ed. It lives as long as they
 * do. NULL: raised. */
static char **strings_of(Vm *vm, Value v) {
    List *list = AS(List, v);
    char **strings = memory_new((size_t)list->count + 1, sizeof *strings);
    Value holder;
    for (int64_t i = 0; i < list->count; i++)
        if (!posix_path_argument(vm, list->items[i], "spawn", &holder, (const char **)&strings[i])) {
            free(strings);
            return NULL;
        }
    strings[list->count] = NULL;
    return strings;
}

typedef struct Child {
    char **executables, **arguments, **environment; /* environment NULL: the parent's */
    const char *folder;                             /* NULL: the parent's */
    int standard[3];                                /* -1: the parent's */
    bool new_session;
    int report; /* where an errno is written if it cannot be run */
} Child;

/* In the child: from here on only calls that are safe after fork(). */
static _Noreturn void run_child(const Child *child) {
    int wanted[3];
    sigset_t none;
    for (int i = 0; i < 3; i++) {
        /* A descriptor that is in the way of another's place is moved up first. */
        wanted[i] = child->standard[i];
        if (wanted[i] >= 0 && wanted[i] < 3 && wanted[i] != i)
            wanted[i] = fcntl(wanted[i], F_DUPFD_CLOEXEC, 3);
    }
    for (int i = 0; i < 3; i++) {
        if (wanted[i] == i)
            fcntl(i, F_SETFD, 0);
        else if (wanted[i] >= 0)
            dup2(wanted[i], i);
    }
    signal(SIGINT, SIG_DFL);
    signal(SIGPIPE, SIG_DFL);
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    int error = 0;
    if (child->new_session)
        setsid();
    if (child->folder && chdir(child->folder) != 0)
        error = -errno;
    for (char **file = child->executables; !error && *file; file++) {
        execve(*file, child->arguments, child->environment ? child->environment : environ);
        if (errno != ENOENT && errno != ENOTDIR)
            error = errno;
    }
    if (!error)
        error = errno;
    ssize_t written = write(child->report, &error, sizeof error);
    (void)written;
    _exit(255);
}

/* spawn(executables, arguments, environment or None, folder or None, stdin, stdout, stderr, new session):
 * starts a process that runs the first of `executables` that is there. Returns (process, 0), or (0, errno);
 * an errno below zero is about the folder. */
static Value posix_spawn_process(Vm *vm, Value *args, int argc) {
    (void)argc;
    Child child = {0};
    Value holder;
    int report[2];
    if (args[3] != NONE && !posix_path_argument(vm, args[3], "spawn", &holder, &child.folder))
        return NOTHING;
    for (int i = 0; i < 3; i++)
        if (!posix_int_argument(vm, args[4 + i], &child.standard[i]))
            return NOTHING;
    child.new_session = value_truth(vm, args[7]) > 0;
    if (!(child.executables = strings_of(vm, args[0])) || !(child.arguments = strings_of(vm, args[1])) ||
        (args[2] != NONE && !(child.environment = strings_of(vm, args[2])))) {
        free(child.executables);
        free(child.arguments);
        return NOTHING;
    }
    pid_t process = -1;
    int error = 0;
    if (pipe2(report, O_CLOEXEC) == 0) {
        child.report = report[1];
        process = fork();
        if (process == 0)
            run_child(&child);
        error = process < 0 ? errno : 0;
        close(report[1]);
        if (process > 0 && read(report[0], &error, sizeof error) == sizeof error) {
            waitpid(process, NULL, 0);
            process = 0;
        }
        close(report[0]);
    } else {
        error = errno;
    }
    free(child.executables);
    free(child.arguments);
    free(child.environment);
    return object_value(tuple_of(vm, 2, small_int(process < 0 ? 0 : process), small_int(error)));
}

static Value posix_waitpid(Vm *vm, Value *args, int argc) {
    (void)argc;
    int process, options, status = 0;
    pid_t outcome;
    if (!posix_int_argument(vm, args[0], &process) || !posix_int_argument(vm, args[1], &options))
        return NOTHING;
    POSIX_BLOCKING(vm, outcome, waitpid(process, &status, options), NOTHING);
    if (outcome < 0)
        return NOTHING;
    return object_value(tuple_of(vm, 2, small_int(outcome), small_int(outcome == 0 ? 0 : status)));
}

static Value posix_waitstatus_to_exitcode(Vm *vm, Value *args, int argc) {
    (void)argc;
    int status;
    if (!posix_int_argument(vm, args[0], &status))
        return NOTHING;
    if (WIFEXITED(status))
        return small_int(WEXITSTATUS(status));
    if (WIFSIGNALED(status))
        return small_int(-WTERMSIG(status));
    return vm_raise(vm, vm->exceptions.ValueError, "invalid wait status: %d", status);
}

/* A descriptor that can be read once the process has ended; where the system has none, OSError. */
static Value posix_pidfd_open(Vm *vm, Value *args, int argc) {
    (void)argc;
    int process, descriptor = -1;
    if (!posix_int_argument(vm, args[0], &process))
        return NOTHING;
#ifdef SYS_pidfd_open
    descriptor = (int)syscall(SYS_pidfd_open, process, 0);
#else
    errno = ENOSYS;
#endif
    return descriptor < 0 ? vm_raise_errno(vm, errno, NOTHING) : small_int(descriptor);
}

const NativeDef posix_process_functions[] = {
    {"getpid", posix_getpid, 0, 0, 0, NULL},
    {"getppid", posix_getppid, 0, 0, 0, NULL},
    {"getuid", posix_getuid, 0, 0, 0, NULL},
    {"kill", posix_kill, 2, 2, 0, "pid,signal,/"},
    {"cpu_count", posix_cpu_count, 0, 0, 0, NULL},
    {"_exit", posix_exit, 1, 1, 0, "status"},
    {"urandom", posix_urandom, 1, 1, 0, NULL},
    {"environment", posix_environment, 0, 0, 0, NULL},
    {"putenv", posix_putenv, 2, 2, 0, NULL},
    {"unsetenv", posix_unsetenv, 1, 1, 0, NULL},
    {"spawn", posix_spawn_process, 8, 8, 0, NULL},
    {"waitpid", posix_waitpid, 2, 2, 0, NULL},
    {"waitstatus_to_exitcode", posix_waitstatus_to_exitcode, 1, 1, 0, "status"},
    {"pidfd_open", posix_pidfd_open, 1, 1, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};
