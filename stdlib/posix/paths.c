/* The file system: what there is at a path, and what becomes of it. */
#include <dirent.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "stdlib/posix/posix.h"
#include "vm/call.h"

bool posix_path_argument(Vm *vm, Value v, const char *function, Value *holder, const char **path) {
    size_t length;
    *holder = v;
    if (!is_string(v) && !is_kind(v, KIND_BYTES)) {
        *holder = vm_call_special(vm, v, string_intern_c(vm, "__fspath__"), NULL, 0);
        if (*holder == NOTHING && vm_has_exception(vm))
            return false;
    }
    if (*holder != NOTHING && is_string(*holder)) {
        *path = AS(String, *holder)->chars;
        length = AS(String, *holder)->byte_count;
    } else if (*holder != NOTHING && is_kind(*holder, KIND_BYTES)) {
        *path = (const char *)AS(Bytes, *holder)->bytes;
        length = AS(Bytes, *holder)->count;
    } else {
        vm_raise(vm, vm->exceptions.TypeError, "%s: path should be string, bytes or os.PathLike, not %T",
                 function, v);
        return false;
    }
    if (strlen(*path) == length)
        return true;
    vm_raise(vm, vm->exceptions.ValueError, "embedded null byte");
    return false;
}

/* Is `v` one, going by its type? False: raised TypeError, which names the `kinds` that the function takes. */
static bool check_path_kind(Vm *vm, Value v, const char *function, const char *kinds) {
    if (is_string(v) || is_kind(v, KIND_BYTES) ||
        type_lookup(vm, type_of(vm, v), string_intern_c(vm, "__fspath__")) != NOTHING)
        return true;
    vm_raise(vm, vm->exceptions.TypeError, "%s: path should be %s, not %T", function, kinds, v);
    return false;
}

/* ---- What there is ---- */

static Value seconds_of(Vm *vm, struct timespec time) {
    return float_value(vm, (double)time.tv_sec + (double)time.tv_nsec * 1e-9);
}

static Value status_value(Vm *vm, const struct stat *status) {
    return object_value(tuple_of(vm, 10, small_int(status->st_mode), int_value(vm, (int64_t)status->st_ino),
                                 int_value(vm, (int64_t)status->st_dev), small_int((int64_t)status->st_nlink),
                                 small_int(status->st_uid), small_int(status->st_gid),
                                 int_value(vm, status->st_size), seconds_of(vm, status->st_atim),
                                 seconds_of(vm, status->st_mtim), seconds_of(vm, status->st_ctim)));
}

static Value status_of(Vm *vm, Value v, bool follow) {
    struct stat status;
    Value holder;
    const char *path;
    int outcome, descriptor;
    if (value_is_integer(v)) {
        if (!posix_int_argument(vm, v, &descriptor))
            return NOTHING;
        outcome = fstat(descriptor, &status);
    } else {
        const char *function = follow ? "stat" : "lstat";
        if (!check_path_kind(vm, v, function, "string, bytes, os.PathLike or integer") ||
            !posix_path_argument(vm, v, function, &holder, &path))
            return NOTHING;
        outcome = follow ? stat(path, &status) : lstat(path, &status);
    }
    return outcome == 0 ? status_value(vm, &status)
                        : vm_raise_errno(vm, errno, value_is_integer(v) ? NOTHING : v);
}

static Value posix_stat(Vm *vm, Value *args, int argc) {
    (void)argc;
    int follow = args[1] == NOTHING ? 1 : value_truth(vm, args[1]);
    return follow < 0 ? NOTHING : status_of(vm, args[0], follow);
}

static Value posix_access(Vm *vm, Value *args, int argc) {
    (void)argc;
    Value holder;
    const char *path;
    int mode;
    if (!posix_path_argument(vm, args[0], "access", &holder, &path) ||
        !posix_int_argument(vm, args[1], &mode))
        return NOTHING;
    return bool_value(access(path, mode) == 0);
}

static Value posix_listdir(Vm *vm, Value *args, int argc) {
    (void)argc;
    Value given = args[0] == NOTHING || args[0] == NONE ? string_value(vm, ".") : args[0], holder;
    const char *path;
    if (!check_path_kind(vm, given, "listdir", "string, bytes, os.PathLike, integer or None") ||
        !posix_path_argument(vm, given, "listdir", &holder, &path))
        return NOTHING;
    DIR *folder = opendir(path);
    if (!folder)
        return vm_raise_errno(vm, errno, given);
    List *names = list_new(vm, 0);
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        list_append(vm, names,
                    is_string(holder) ? string_value(vm, entry->d_name)
                                      : bytes_new(vm, entry->d_name, strlen(entry->d_name)));
    }
    closedir(folder);
    return object_value(names);
}

static Value posix_getcwd(Vm *vm, Value *args, int argc) {
    (void)args, (void)argc;
    char *folder = getcwd(NULL, 0);
    if (!folder)
        return vm_raise_errno(vm, errno, NOTHING);
    Value text = string_value(vm, folder);
    free(folder);
    return text;
}

static Value posix_readlink(Vm *vm, Value *args, int argc) {
    (void)argc;
    Value holder;
    const char *path;
    char target[PATH_MAX];
    if (!posix_path_argument(vm, args[0], "readlink", &holder, &path))
        return NOTHING;
    ssize_t length = readlink(path, target, sizeof target);
    if (length < 0)
        return vm_raise_errno(vm, errno, args[0]);
    return object_value(string_new(vm, target, (size_t)length));
}

/* ---- What becomes of it ---- */

typedef int (*PathCall)(const char *path);

static Value call_with_path(Vm *vm, Value v, const char *name, PathCall call) {
    Value holder;
    const char *path;
    if (!posix_path_argument(vm, v, name, &holder, &path))
        return NOTHING;
    return call(path) == 0 ? NONE : vm_raise_errno(vm, errno, v);
}

static Value posix_remove(Vm *vm, Value *args, int argc) {
    (void)argc;
    return call_with_path(vm, args[0], "remove", unlink);
}

static Value posix_rmdir(Vm *vm, Value *args, int argc) {
    (void)argc;
    return call_with_path(vm, args[0], "rmdir", rmdir);
}

static Value posix_chdir(Vm *vm, Value *args, int argc) {
    (void)argc;
    return call_with_path(vm, args[0], "chdir", chdir);
}

static Value posix_mkdir(Vm *vm, Value *args, int argc) {
    (void)argc;
    Value holder;
    const char *path;
    int mode = 0777;
    if (!posix_path_argument(vm, args[0], "mkdir", &holder, &path) ||
        (args[1] != NOTHING && !posix_int_argument(vm, args[1], &mode)))
        return NOTHING;
    return mkdir(path, (mode_t)mode) == 0 ? NONE : vm_raise_errno(vm, errno, args[0]);
}

static Value posix_chmod(Vm *vm, Value *args, int argc) {
    (void)argc;
    Value holder;
    const char *path;
    int mode;
    if (!posix_path_argument(vm, args[0], "chmod", &holder, &path) || !posix_int_argument(vm, args[1], &mode))
        return NOTHING;
    return chmod(path, (mode_t)mode) == 0 ? NONE : vm_raise_errno(vm, errno, args[0]);
}

typedef int (*TwoPathsCall)(const char *from, const char *to);

static Value call_with_two_paths(Vm *vm, const Value *args, const char *name, TwoPathsCall call) {
    Value holders[2];
    const char *paths[2];
    for (int i = 0; i < 2; i++)
        if (!posix_path_argument(vm, args[i], name, &holders[i], &paths[i]))
            return NOTHING;
    return call(paths[0], paths[1]) == 0 ? NONE : vm_raise_errno(vm, errno, args[0]);
}

static Value posix_rename(Vm *vm, Value *args, int argc) {
    (void)argc;
    return call_with_two_paths(vm, args, "rename", rename);
}

static Value posix_symlink(Vm *vm, Value *args, int argc) {
    (void)argc;
    return call_with_two_paths(vm, args, "symlink", symlink);
}

const NativeDef posix_path_functions[] = {
    {"stat", posix_stat, 1, 1, 0, "path,*,follow_symlinks"},
    {"access", posix_access, 2, 2, 0, "path,mode"},
    {"listdir", posix_listdir, 0, 1, 0, "path"},
    {"getcwd", posix_getcwd, 0, 0, 0, NULL},
    {"readlink", posix_readlink, 1, 1, 0, "path"},
    {"remove", posix_remove, 1, 1, 0, "path"},
    {"unlink", posix_remove, 1, 1, 0, "path"},
    {"rmdir", posix_rmdir, 1, 1, 0, "path"},
    {"chdir", posix_chdir, 1, 1, 0, "path"},
    {"mkdir", posix_mkdir, 1, 2, 0, "path,mode"},
    {"chmod", posix_chmod, 2, 2, 0, "path,mode"},
    {"rename", posix_rename, 2, 2, 0, "src,dst"},
    {"replace", posix_rename, 2, 2, 0, "src,dst"},
    {"symlink", posix_symlink, 2, 2, 0, "src,dst"},
    {NULL, NULL, 0, 0, 0, NULL},
};
