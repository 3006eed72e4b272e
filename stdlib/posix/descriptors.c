/* Open files by their number. */
#include <fcntl.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "stdlib/posix/posix.h"
#include "stdlib/types/bytes_like.h"
#include "vm/byte_array.h"

enum { MOST_AT_ONCE = 1 << 30 };

bool posix_retry(Vm *vm, Value path) {
    if (errno == EINTR)
        return vm_check_interrupts(vm);
    vm_raise_errno(vm, errno, path);
    return false;
}

bool posix_int_argument(Vm *vm, Value v, int *number) {
    int64_t wide;
    if (!value_to_index(vm, v, &wide))
        return false;
    if (wide != (int)wide) {
        vm_raise(vm, vm->exceptions.OverflowError, "Python int too large to convert to C int");
        return false;
    }
    *number = (int)wide;
    return true;
}

static Value none_or_error(Vm *vm, int outcome) {
    return outcome == 0 ? NONE : vm_raise_errno(vm, errno, NOTHING);
}

static Value posix_open(Vm *vm, Value *args, int argc) {
    (void)argc;
    Value holder;
    const char *path;
    int flags, mode = 0777, descriptor;
    if (!posix_path_argument(vm, args[0], "open", &holder, &path) ||
        !posix_int_argument(vm, args[1], &flags) ||
        (args[2] != NOTHING && !posix_int_argument(vm, args[2], &mode)))
        return NOTHING;
    size_t mark = vm_root_mark(vm);
    vm_root(vm, holder);
    POSIX_BLOCKING(vm, descriptor, open(path, flags | O_CLOEXEC, mode), args[0]);
    vm_root_reset(vm, mark);
    return descriptor < 0 ? NOTHING : small_int(descriptor);
}

static Value posix_close(Vm *vm, Value *args, int argc) {
    (void)argc;
    int descriptor;
    if (!posix_int_argument(vm, args[0], &descriptor))
        return NOTHING;
    /* Interrupted, it is closed all the same. */
    return close(descriptor) == 0 || errno == EINTR ? NONE : vm_raise_errno(vm, errno, NOTHING);
}

static Value posix_read(Vm *vm, Value *args, int argc) {
    (void)argc;
    int descriptor;
    int64_t wanted;
    if (!posix_int_argument(vm, args[0], &descriptor) || !value_to_index(vm, args[1], &wanted))
        return NOTHING;
    if (wanted < 0)
        return vm_raise_errno(vm, EINVAL, NOTHING);
    size_t size = (size_t)(wanted > MOST_AT_ONCE ? MOST_AT_ONCE : wanted);
    char small[4096], *buffer = size <= sizeof small ? small : malloc(size);
    if (!buffer)
        return vm_raise(vm, vm->exceptions.MemoryError, NULL);
    ssize_t count;
    Value data = NOTHING;
    POSIX_BLOCKING(vm, count, read(descriptor, buffer, size), NOTHING);
    if (count >= 0)
        data = bytes_new(vm, buffer, (size_t)count);
    if (buffer != small)
        free(buffer);
    return data;
}

static Value posix_write(Vm *vm, Value *args, int argc) {
    (void)argc;
    int descriptor;
    if (!posix_int_argument(vm, args[0], &descriptor) || !bytes_like_check(vm, args[1]))
        return NOTHING;
    ssize_t count;
    ByteSpan data = byte_span_hold(args[1]);
    POSIX_BLOCKING(vm, count, write(descriptor, data.bytes, data.count), NOTHING);
    byte_span_release(args[1]);
    return count < 0 ? NOTHING : small_int(count);
}

static Value posix_lseek(Vm *vm, Value *args, int argc) {
    (void)argc;
    int descriptor, how;
    int64_t offset;
    if (!posix_int_argument(vm, args[0], &descriptor) || !value_to_index(vm, args[1], &offset) ||
        !posix_int_argument(vm, args[2], &how))
        return NOTHING;
    off_t place = lseek(descriptor, (off_t)offset, how);
    return place < 0 ? vm_raise_errno(vm, errno, NOTHING) : int_value(vm, place);
}

static Value posix_ftruncate(Vm *vm, Value *args, int argc) {
    (void)argc;
    int descriptor;
    int64_t length;
    if (!posix_int_argument(vm, args[0], &descriptor) || !value_to_index(vm, args[1], &length))
        return NOTHING;
    return none_or_error(vm, ftruncate(descriptor, (off_t)length));
}

static Value posix_fsync(Vm *vm, Value *args, int argc) {
    (void)argc;
    int descriptor, outcome;
    if (!posix_int_argument(vm, args[0], &descriptor))
        return NOTHING;
    POSIX_BLOCKING(vm, outcome, fsync(descriptor), NOTHING);
    return outcome < 0 ? NOTHING : NONE;
}

static Value posix_isatty(Vm *vm, Value *args, int argc) {
    (void)argc;
    int descriptor;
    return posix_int_argument(vm, args[0], &descriptor) ? bool_value(isatty(descriptor)) : NOTHING;
}

static Value posix_pipe(Vm *vm, Value *args, int argc) {
    (void)args, (void)argc;
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0)
        return vm_raise_errno(vm, errno, NOTHING);
    return object_value(tuple_of(vm, 2, small_int(ends[0]), small_int(ends[1])));
}

static Value posix_dup(Vm *vm, Value *args, int argc) {
    (void)argc;
    int descriptor;
    if (!posix_int_argument(vm, args[0], &descriptor))
        return NOTHING;
    int copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0);
    return copy < 0 ? vm_raise_errno(vm, errno, NOTHING) : small_int(copy);
}

static Value posix_dup2(Vm *vm, Value *args, int argc) {
    (void)argc;
    int from, to;
    if (!posix_int_argument(vm, args[0], &from) || !posix_int_argument(vm, args[1], &to))
        return NOTHING;
    return dup2(from, to) < 0 ? vm_raise_errno(vm, errno, NOTHING) : small_int(to);
}

static Value posix_set_blocking(Vm *vm, Value *args, int argc) {
    (void)argc;
    int descriptor;
    if (!posix_int_argument(vm, args[0], &descriptor))
        return NOTHING;
    int truth = value_truth(vm, args[1]), flags = fcntl(descriptor, F_GETFL);
    if (truth < 0)
        return NOTHING;
    if (flags < 0)
        return vm_raise_errno(vm, errno, NOTHING);
    return none_or_error(vm, fcntl(descriptor, F_SETFL, truth ? flags & ~O_NONBLOCK : flags | O_NONBLOCK));
}

static Value posix_get_blocking(Vm *vm, Value *args, int argc) {
    (void)argc;
    int descriptor;
    if (!posix_int_argument(vm, args[0], &descriptor))
        return NOTHING;
    int flags = fcntl(descriptor, F_GETFL);
    return flags < 0 ? vm_raise_errno(vm, errno, NOTHING) : bool_value(!(flags & O_NONBLOCK));
}

static Value posix_get_terminal_size(Vm *vm, Value *args, int argc) {
    (void)argc;
    int descriptor = STDOUT_FILENO;
    struct winsize size;
    if (args[0] != NOTHING && !posix_int_argument(vm, args[0], &descriptor))
        return NOTHING;
    if (ioctl(descriptor, TIOCGWINSZ, &size) != 0)
        return vm_raise_errno(vm, errno, NOTHING);
    return object_value(tuple_of(vm, 2, small_int(size.ws_col), small_int(size.ws_row)));
}

static Value posix_strerror(Vm *vm, Value *args, int argc) {
    (void)argc;
    int number;
    return posix_int_argument(vm, args[0], &number) ? string_value(vm, strerror(number)) : NOTHING;
}

const NativeDef posix_descriptor_functions[] = {
    {"open", posix_open, 2, 3, 0, "path,flags,mode"},
    {"close", posix_close, 1, 1, 0, "fd"},
    {"read", posix_read, 2, 2, 0, NULL},
    {"write", posix_write, 2, 2, 0, NULL},
    {"lseek", posix_lseek, 3, 3, 0, NULL},
    {"ftruncate", posix_ftruncate, 2, 2, 0, NULL},
    {"fsync", posix_fsync, 1, 1, 0, "fd"},
    {"isatty", posix_isatty, 1, 1, 0, NULL},
    {"strerror", posix_strerror, 1, 1, 0, NULL},
    {"pipe", posix_pipe, 0, 0, 0, NULL},
    {"dup", posix_dup, 1, 1, 0, NULL},
    {"dup2", posix_dup2, 2, 2, 0, "fd,fd2"},
    {"set_blocking", posix_set_blocking, 2, 2, 0, NULL},
    {"get_blocking", posix_get_blocking, 1, 1, 0, NULL},
    {"get_terminal_size", posix_get_terminal_size, 0, 1, 0, "fd"},
    {NULL, NULL, 0, 0, 0, NULL},
};
