#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/un.h>
#include <unistd.h>

#include "stdlib/arguments.h"
#include "stdlib/socket/address.h"
#include "stdlib/socket/socket.h"
#include "stdlib/types/bytes_like.h"
#include "vm/byte_array.h"
#include "vm/descriptor_wait.h"
#include "vm/dict.h"
#include "vm/interpreter_lock.h"
#include "vm/list.h"

enum { MOST_RECEIVED = 1 << 30 };

static void socket_finalize(Vm *vm, Obj *self) {
    (void)vm;
    if (((Socket *)self)->descriptor >= 0)
        close(((Socket *)self)->descriptor);
}

const NativeLayout socket_layout = {"socket", sizeof(Socket), NULL, socket_finalize};

static Socket *self_of(const Value *args) {
    return AS(Socket, args[0]);
}

static void adopt(Vm *vm, Socket *socket, int descriptor, int family, int type, int protocol) {
    int flags = fcntl(descriptor, F_GETFL);
    if (flags >= 0 && !(flags & O_NONBLOCK))
        fcntl(descriptor, F_SETFL, flags | O_NONBLOCK);
    socket->descriptor = descriptor;
    socket->family = family;
    socket->type = type;
    socket->protocol = protocol;
    socket->timeout = socket_state(vm)->default_timeout;
}

Value socket_new(Vm *vm, int descriptor, int family, int type, int protocol) {
    Socket *socket = type_allocate(vm, socket_state(vm)->socket_type);
    adopt(vm, socket, descriptor, family, type, protocol);
    return object_value(socket);
}

/* ---- Waiting ---- */

/* Waits as long as the socket's timeout allows. False: raised. */
static bool wait_for(Vm *vm, const Socket *socket, short events) {
    DescriptorWait outcome = descriptor_wait(vm, socket->descriptor, events, socket->timeout);
    if (outcome == DESCRIPTORS_TIMED_OUT)
        vm_raise(vm, vm->exceptions.TimeoutError, "timed out");
    return outcome == DESCRIPTORS_READY;
}

/* After a call of the system has failed: waits where it would have blocked and may. False: raised. */
static bool wait_to_retry(Vm *vm, Socket *socket, short events) {
    if (errno == EINTR)
        return vm_check_interrupts(vm);
    if ((errno == EAGAIN || errno == EWOULDBLOCK) && socket->timeout != 0)
        return wait_for(vm, socket, events);
    vm_raise_errno(vm, errno, NOTHING);
    return false;
}

/* ---- Making and ending ---- */

static Value create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    (void)args, (void)argc, (void)keywords;
    Socket *socket = type_allocate(vm, type);
    socket->descriptor = -1;
    return object_value(socket);
}

static bool integer_or(Vm *vm, Value v, int otherwise, int *number) {
    int64_t wide = otherwise;
    if (v != NOTHING && v != NONE && !value_to_index(vm, v, &wide))
        return false;
    *number = (int)wide;
    return true;
}

/* What a descriptor that was made elsewhere says of itself. */
static int option_of(int descriptor, int option, int otherwise) {
    int answer;
    socklen_t length = sizeof answer;
    return getsockopt(descriptor, SOL_SOCKET, option, &answer, &length) == 0 ? answer : otherwise;
}

static bool initialize(Vm *vm, Value self, Value *args, int argc, Tuple *keywords) {
    Value given[4];
    int family, type, protocol, descriptor;
    if (!arguments_bind(vm, "socket", "family,type,proto,fileno", 0, 0, args, argc, keywords, given))
        return false;
    if (!integer_or(vm, given[0], -1, &family) || !integer_or(vm, given[1], -1, &type) ||
        !integer_or(vm, given[2], -1, &protocol) || !integer_or(vm, given[3], -1, &descriptor))
        return false;
    if (given[3] != NOTHING && given[3] != NONE) {
        if (descriptor < 0) {
            vm_raise(vm, vm->exceptions.ValueError, "negative file descriptor");
            return false;
        }
        if (fcntl(descriptor, F_GETFD) < 0) {
            vm_raise_errno(vm, errno, NOTHING);
            return false;
        }
        family = family == -1 ? option_of(descriptor, SO_DOMAIN, AF_INET) : family;
        type = type == -1 ? option_of(descriptor, SO_TYPE, SOCK_STREAM) : type;
        protocol = protocol == -1 ? option_of(descriptor, SO_PROTOCOL, 0) : protocol;
    } else {
        family = family == -1 ? AF_INET : family;
        type = type == -1 ? SOCK_STREAM : type;
        protocol = protocol == -1 ? 0 : protocol;
        descriptor = socket(family, type | SOCK_CLOEXEC, protocol);
        if (descriptor < 0) {
            vm_raise_errno(vm, errno, NOTHING);
            return false;
        }
    }
    adopt(vm, AS(Socket, self), descriptor, family, type & ~(SOCK_NONBLOCK | SOCK_CLOEXEC), protocol);
    return true;
}

static Value method_close(Vm *vm, Value *args, int argc) {
    (void)argc;
    Socket *self = self_of(args);
    int descriptor = self->descriptor;
    self->descriptor = -1;
    if (descriptor >= 0 && close(descriptor) != 0 && errno != ECONNRESET)
        return vm_raise_errno(vm, errno, NOTHING);
    return NONE;
}

static Value method_detach(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    int descriptor = self_of(args)->descriptor;
    self_of(args)->descriptor = -1;
    return small_int(descriptor);
}

static Value method_fileno(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    return small_int(self_of(args)->descriptor);
}

static Value method_dup(Vm *vm, Value *args, int argc) {
    (void)argc;
    Socket *self = self_of(args);
    int copy = fcntl(self->descriptor, F_DUPFD_CLOEXEC, 0);
    if (copy < 0)
        return vm_raise_errno(vm, errno, NOTHING);
    Value made = socket_new(vm, copy, self->family, self->type, self->protocol);
    AS(Socket, made)->timeout = self->timeout;
    return made;
}

static Value method_shutdown(Vm *vm, Value *args, int argc) {
    (void)argc;
    int64_t how;
    if (!value_to_index(vm, args[1], &how))
        return NOTHING;
    return shutdown(self_of(args)->descriptor, (int)how) == 0 ? NONE : vm_raise_errno(vm, errno, NOTHING);
}

static Value method_enter(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    return args[0];
}

/* ---- Connections ---- */

static Value method_bind(Vm *vm, Value *args, int argc) {
    (void)argc;
    Socket *self = self_of(args);
    Address address;
    if (!address_read(vm, self->family, "bind", args[1], &address))
        return NOTHING;
    if (bind(self->descriptor, (struct sockaddr *)&address.storage, address.length) != 0)
        return vm_raise_errno(vm, errno, NOTHING);
    return NONE;
}

static Value method_listen(Vm *vm, Value *args, int argc) {
    int64_t backlog = SOMAXCONN < 128 ? SOMAXCONN : 128;
    if (argc > 1 && !value_to_index(vm, args[1], &backlog))
        return NOTHING;
    if (listen(self_of(args)->descriptor, backlog < 0 ? 0 : (int)backlog) != 0)
        return vm_raise_errno(vm, errno, NOTHING);
    return NONE;
}

static Value method_accept(Vm *vm, Value *args, int argc) {
    (void)argc;
    Socket *self = self_of(args);
    for (;;) {
        Address address = {.length = sizeof address.storage};
        int descriptor = accept4(self->descriptor, (struct sockaddr *)&address.storage, &address.length,
                                 SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (descriptor >= 0) {
            Value connection = socket_new(vm, descriptor, self->family, self->type, self->protocol);
            return object_value(tuple_of(vm, 2, connection, address_value(vm, &address)));
        }
        if (!wait_to_retry(vm, self, POLLIN))
            return NOTHING;
    }
}

/* Connects; returns 0 or an errno, -1: raised. */
static int connect_to(Vm *vm, Socket *self, const Address *address) {
    if (connect(self->descriptor, (const struct sockaddr *)&address->storage, address->length) == 0)
        return 0;
    if ((errno != EINPROGRESS && errno != EINTR) || self->timeout == 0)
        return errno;
    if (!wait_for(vm, self, POLLOUT))
        return -1;
    return option_of(self->descriptor, SO_ERROR, 0);
}

static Value method_connect(Vm *vm, Value *args, int argc) {
    (void)argc;
    Address address;
    if (!address_read(vm, self_of(args)->family, "connect", args[1], &address))
        return NOTHING;
    int error = connect_to(vm, self_of(args), &address);
    return error == 0 ? NONE : error < 0 ? NOTHING : vm_raise_errno(vm, error, NOTHING);
}

static Value method_connect_ex(Vm *vm, Value *args, int argc) {
    (void)argc;
    Address address;
    if (!address_read(vm, self_of(args)->family, "connect_ex", args[1], &address))
        return NOTHING;
    int error = connect_to(vm, self_of(args), &address);
    if (error < 0 && vm_exception_is(vm, vm->exceptions.TimeoutError)) {
        vm_clear_exception(vm);
        error = EAGAIN;
    }
    return error < 0 ? NOTHING : small_int(error);
}

typedef int (*AddressOfSocket)(int descriptor, struct sockaddr *address, socklen_t *length);

static Value address_of(Vm *vm, const Socket *socket, AddressOfSocket ask) {
    Address address = {.length = sizeof address.storage};
    if (ask(socket->descriptor, (struct sockaddr *)&address.storage, &address.length) != 0)
        return vm_raise_errno(vm, errno, NOTHING);
    return address_value(vm, &address);
}

static Value method_getsockname(Vm *vm, Value *args, int argc) {
    (void)argc;
    return address_of(vm, self_of(args), getsockname);
}

static Value method_getpeername(Vm *vm, Value *args, int argc) {
    (void)argc;
    return address_of(vm, self_of(args), getpeername);
}

/* ---- Sending and receiving ---- */

static bool flags_argument(Vm *vm, const Value *args, int argc, int index, int *flags) {
    int64_t wide = 0;
    if (argc > index && !value_to_index(vm, args[index], &wide))
        return false;
    *flags = (int)wide | MSG_NOSIGNAL;
    return true;
}

static bool size_argument(Vm *vm, Value v, const char *method, size_t *size) {
    int64_t wide;
    if (!value_to_index(vm, v, &wide))
        return false;
    if (wide < 0) {
        vm_raise(vm, vm->exceptions.ValueError, "negative buffersize in %s", method);
        return false;
    }
    *size = (size_t)(wide > MOST_RECEIVED ? MOST_RECEIVED : wide);
    return true;
}

/* Receives up to `size` bytes, and whence if `address` is not NULL; -1: raised. */
static ssize_t receive(Vm *vm, Socket *self, void *buffer, size_t size, int flags, Address *address) {
    for (;;) {
        ssize_t count;
        if (address) {
            address->length = sizeof address->storage;
            count = recvfrom(self->descriptor, buffer, size, flags, (struct sockaddr *)&address->storage,
                             &address->length);
        } else {
            count = recv(self->descriptor, buffer, size, flags);
        }
        if (count >= 0 || !wait_to_retry(vm, self, POLLIN))
            return count;
    }
}

static Value receive_bytes(Vm *vm, Socket *self, size_t size, int flags, Address *address) {
    char small[4096];
    char *buffer = size <= sizeof small ? small : malloc(size);
    if (!buffer)
        return vm_raise(vm, vm->exceptions.MemoryError, NULL);
    ssize_t count = receive(vm, self, buffer, size, flags, address);
    Value result = count < 0 ? NOTHING : bytes_new(vm, buffer, (size_t)count);
    if (buffer != small)
        free(buffer);
    return result;
}

static Value method_recv(Vm *vm, Value *args, int argc) {
    size_t size;
    int flags;
    if (!size_argument(vm, args[1], "recv", &size) || !flags_argument(vm, args, argc, 2, &flags))
        return NOTHING;
    return receive_bytes(vm, self_of(args), size, flags, NULL);
}

static Value method_recvfrom(Vm *vm, Value *args, int argc) {
    size_t size;
    int flags;
    Address address;
    if (!size_argument(vm, args[1], "recvfrom", &size) || !flags_argument(vm, args, argc, 2, &flags))
        return NOTHING;
    Value data = receive_bytes(vm, self_of(args), size, flags, &address);
    return data == NOTHING ? NOTHING : object_value(tuple_of(vm, 2, data, address_value(vm, &address)));
}

/* (self, buffer, size, flags): receives into a bytearray, as much as goes in unless `size` says less; -1:
 * raised. */
static ssize_t receive_into(Vm *vm, Value *args, int argc, const char *method, Address *address) {
    size_t size = 0;
    int flags;
    if (!is_kind(args[1], KIND_BYTEARRAY)) {
        vm_raise(vm, vm->exceptions.TypeError, "%s() argument 1 must be read-write bytes-like object, not %T",
                 method, args[1]);
        return -1;
    }
    if ((argc > 2 && !size_argument(vm, args[2], method, &size)) ||
        !flags_argument(vm, args, argc, 3, &flags))
        return -1;
    ByteArray *buffer = AS(ByteArray, args[1]);
    if (size > buffer->count) {
        vm_raise(vm, vm->exceptions.ValueError,
                 address ? "nbytes is greater than the length of the buffer"
                         : "buffer too small for requested bytes");
        return -1;
    }
    byte_span_hold(args[1]);
    ssize_t count = receive(vm, self_of(args), buffer->bytes, size ? size : buffer->count, flags, address);
    byte_span_release(args[1]);
    return count;
}

static Value method_recv_into(Vm *vm, Value *args, int argc) {
    ssize_t count = receive_into(vm, args, argc, "recv_into", NULL);
    return count < 0 ? NOTHING : small_int(count);
}

static Value method_recvfrom_into(Vm *vm, Value *args, int argc) {
    Address address;
    ssize_t count = receive_into(vm, args, argc, "recvfrom_into", &address);
    return count < 0 ? NOTHING : object_value(tuple_of(vm, 2, small_int(count), address_value(vm, &address)));
}

/* Sends what it can at once of `data` (bytes-like) from `start`; -1: raised. */
static ssize_t send_some(Vm *vm, Socket *self, Value data, size_t start, int flags, const Address *to) {
    ByteSpan span = byte_span_hold(data);
    ssize_t count;
    do {
        count = to ? sendto(self->descriptor, span.bytes + start, span.count - start, flags,
                            (const struct sockaddr *)&to->storage, to->length)
                   : send(self->descriptor, span.bytes + start, span.count - start, flags);
    } while (count < 0 && wait_to_retry(vm, self, POLLOUT));
    byte_span_release(data);
    return count;
}

static Value method_send(Vm *vm, Value *args, int argc) {
    int flags;
    if (!bytes_like_check(vm, args[1]) || !flags_argument(vm, args, argc, 2, &flags))
        return NOTHING;
    ssize_t count = send_some(vm, self_of(args), args[1], 0, flags, NULL);
    return count < 0 ? NOTHING : small_int(count);
}

static Value method_sendall(Vm *vm, Value *args, int argc) {
    int flags;
    if (!bytes_like_check(vm, args[1]) || !flags_argument(vm, args, argc, 2, &flags))
        return NOTHING;
    ByteSpan data = byte_span_hold(args[1]);
    ssize_t count = 0;
    for (size_t sent = 0; count >= 0 && sent < data.count; sent += (size_t)count)
        count = send_some(vm, self_of(args), args[1], sent, flags, NULL);
    byte_span_release(args[1]);
    return count < 0 ? NOTHING : NONE;
}

/* sendto(data, address) and sendto(data, flags, address) */
static Value method_sendto(Vm *vm, Value *args, int argc) {
    int flags;
    Address address;
    if (!bytes_like_check(vm, args[1]) || !flags_argument(vm, args, argc > 3 ? 3 : 2, 2, &flags) ||
        !address_read(vm, self_of(args)->family, "sendto", args[argc - 1], &address))
        return NOTHING;
    ssize_t count = send_some(vm, self_of(args), args[1], 0, flags, &address);
    return count < 0 ? NOTHING : small_int(count);
}

/* ---- Options and timeouts ---- */

static Value method_setsockopt(Vm *vm, Value *args, int argc) {
    (void)argc;
    int64_t level, option, number;
    if (!value_to_index(vm, args[1], &level) || !value_to_index(vm, args[2], &option))
        return NOTHING;
    int outcome;
    if (is_bytes_like(args[3])) {
        ByteSpan raw = byte_span(args[3]);
        outcome =
            setsockopt(self_of(args)->descriptor, (int)level, (int)option, raw.bytes, (socklen_t)raw.count);
    } else {
        if (!value_to_index(vm, args[3], &number))
            return NOTHING;
        int narrow = (int)number;
        outcome = setsockopt(self_of(args)->descriptor, (int)level, (int)option, &narrow, sizeof narrow);
    }
    return outcome == 0 ? NONE : vm_raise_errno(vm, errno, NOTHING);
}

static Value method_getsockopt(Vm *vm, Value *args, int argc) {
    int64_t level, option, size = 0;
    if (!value_to_index(vm, args[1], &level) || !value_to_index(vm, args[2], &option) ||
        (argc > 3 && !value_to_index(vm, args[3], &size)))
        return NOTHING;
    char answer[1024];
    if (size < 0 || size > (int64_t)sizeof answer)
        return vm_raise(vm, vm->exceptions.OSError, "getsockopt buflen out of range");
    socklen_t length = size == 0 ? sizeof(int) : (socklen_t)size;
    if (getsockopt(self_of(args)->descriptor, (int)level, (int)option, answer, &length) != 0)
        return vm_raise_errno(vm, errno, NOTHING);
    if (size > 0)
        return bytes_new(vm, answer, length);
    int number;
    memcpy(&number, answer, sizeof number);
    return small_int(number);
}

bool socket_timeout_argument(Vm *vm, Value v, double *timeout) {
    *timeout = -1;
    if (v == NONE)
        return true;
    if (!value_to_double(vm, v, timeout))
        return false;
    if (*timeout >= 0)
        return true;
    vm_raise(vm, vm->exceptions.ValueError, "Timeout value out of range");
    return false;
}

Value socket_timeout_value(Vm *vm, double timeout) {
    return timeout < 0 ? NONE : float_value(vm, timeout);
}

static Value method_settimeout(Vm *vm, Value *args, int argc) {
    (void)argc;
    double timeout;
    if (!socket_timeout_argument(vm, args[1], &timeout))
        return NOTHING;
    self_of(args)->timeout = timeout;
    return NONE;
}

static Value method_gettimeout(Vm *vm, Value *args, int argc) {
    (void)argc;
    return socket_timeout_value(vm, self_of(args)->timeout);
}

static Value method_setblocking(Vm *vm, Value *args, int argc) {
    (void)argc;
    int truth = value_truth(vm, args[1]);
    if (truth < 0)
        return NOTHING;
    self_of(args)->timeout = truth ? -1 : 0;
    return NONE;
}

static Value method_getblocking(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    return bool_value(self_of(args)->timeout != 0);
}

/* ---- The type ---- */

static const NativeDef methods[] = {
    {"accept", method_accept, 1, 1, 0, NULL},
    {"bind", method_bind, 2, 2, 0, NULL},
    {"close", method_close, 1, 1, 0, NULL},
    {"connect", method_connect, 2, 2, 0, NULL},
    {"connect_ex", method_connect_ex, 2, 2, 0, NULL},
    {"detach", method_detach, 1, 1, 0, NULL},
    {"dup", method_dup, 1, 1, 0, NULL},
    {"fileno", method_fileno, 1, 1, 0, NULL},
    {"getblocking", method_getblocking, 1, 1, 0, NULL},
    {"getpeername", method_getpeername, 1, 1, 0, NULL},
    {"getsockname", method_getsockname, 1, 1, 0, NULL},
    {"getsockopt", method_getsockopt, 3, 4, 0, NULL},
    {"gettimeout", method_gettimeout, 1, 1, 0, NULL},
    {"listen", method_listen, 1, 2, 0, NULL},
    {"recv", method_recv, 2, 3, 0, NULL},
    {"recv_into", method_recv_into, 2, 4, 0, NULL},
    {"recvfrom", method_recvfrom, 2, 3, 0, NULL},
    {"recvfrom_into", method_recvfrom_into, 2, 4, 0, NULL},
    {"send", method_send, 2, 3, 0, NULL},
    {"sendall", method_sendall, 2, 3, 0, NULL},
    {"sendto", method_sendto, 3, 4, 0, NULL},
    {"setblocking", method_setblocking, 2, 2, 0, NULL},
    {"setsockopt", method_setsockopt, 4, 4, 0, NULL},
    {"settimeout", method_settimeout, 2, 2, 0, NULL},
    {"shutdown", method_shutdown, 2, 2, 0, NULL},
    {"__enter__", method_enter, 1, 1, 0, NULL},
    {"__exit__", method_close, 1, -1, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

static Value get_family(Vm *vm, Value self) {
    (void)vm;
    return small_int(AS(Socket, self)->family);
}

static Value get_type(Vm *vm, Value self) {
    (void)vm;
    return small_int(AS(Socket, self)->type);
}

static Value get_protocol(Vm *vm, Value self) {
    (void)vm;
    return small_int(AS(Socket, self)->protocol);
}

static Value get_timeout(Vm *vm, Value self) {
    return socket_timeout_value(vm, AS(Socket, self)->timeout);
}

static const NativePropertyDef properties[] = {
    {"family", get_family, NULL},   {"type", get_type, NULL}, {"proto", get_protocol, NULL},
    {"timeout", get_timeout, NULL}, {NULL, NULL, NULL},
};

static void write_address(Vm *vm, StringBuilder *out, const char *label, const Socket *socket,
                          AddressOfSocket ask) {
    Value address = address_of(vm, socket, ask);
    if (address != NOTHING && address != NONE)
        builder_format(vm, out, ", %s=%R", label, address);
    vm_clear_exception(vm);
}

static Value socket_repr(Vm *vm, Value self) {
    const Socket *socket = AS(Socket, self);
    StringBuilder out;
    builder_init(&out);
    builder_format(vm, &out, "<socket.%T%s fd=%d, family=%d, type=%d, proto=%d", self,
                   socket->descriptor < 0 ? " [closed]" : "", socket->descriptor, socket->family,
                   socket->type, socket->protocol);
    if (socket->descriptor >= 0) {
        write_address(vm, &out, "laddr", socket, getsockname);
        write_address(vm, &out, "raddr", socket, getpeername);
    }
    builder_add_char(&out, '>');
    return builder_finish(vm, &out);
}

static const TypeDef socket_def = {
    .name = "socket",
    .module = "socket",
    .kind = KIND_NATIVE,
    .layout = &socket_layout,
    .size = sizeof(Socket),
    .ops = {.repr = socket_repr},
    .create = create,
    .initialize = initialize,
    .methods = methods,
    .properties = properties,
};

void socket_type_setup(Vm *vm, Module *module) {
    Type *type = type_new_native(vm, &socket_def, NULL);
    stdlib_keep(vm, object_value(type));
    socket_state(vm)->socket_type = type;
    dict_set_c(vm, module->namespace, "socket", object_value(type));
}
