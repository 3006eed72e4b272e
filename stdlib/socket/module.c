/* Module _socket: what module socket, written in the language, cannot do by itself. */
#include <arpa/inet.h>
#include <errno.h>
#include <limits.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "stdlib/modules.h"
#include "stdlib/socket/address.h"
#include "stdlib/socket/socket.h"
#include "stdlib/types/bytes_like.h"
#include "vm/dict.h"
#include "vm/memory.h"

/* ---- Functions ---- */

static Value module_socketpair(Vm *vm, Value *args, int argc) {
    int64_t given[3] = {AF_UNIX, SOCK_STREAM, 0};
    for (int i = 0; i < argc && i < 3; i++)
        if (args[i] != NOTHING && args[i] != NONE && !value_to_index(vm, args[i], &given[i]))
            return NOTHING;
    int ends[2];
    if (socketpair((int)given[0], (int)given[1] | SOCK_CLOEXEC, (int)given[2], ends) != 0)
        return vm_raise_errno(vm, errno, NOTHING);
    Value sockets[2];
    for (int i = 0; i < 2; i++)
        sockets[i] = socket_new(vm, ends[i], (int)given[0], (int)given[1], (int)given[2]);
    return object_value(tuple_new(vm, sockets, 2));
}

/* A host or service as getaddrinfo() takes it: text, or NULL for None. False: raised. */
static bool text_or_none(Vm *vm, Value v, const char *what, const char **text) {
    *text = NULL;
    if (v == NONE)
        return true;
    if (is_string(v))
        *text = AS(String, v)->chars;
    else if (is_bytes_like(v))
        *text = (const char *)byte_span(v).bytes;
    else
        vm_raise(vm, vm->exceptions.TypeError, "%s", what);
    return *text;
}

static Value module_getaddrinfo(Vm *vm, Value *args, int argc) {
    int64_t numbers[4] = {0, 0, 0, 0};
    for (int i = 2; i < argc; i++)
        if (args[i] != NOTHING && !value_to_index(vm, args[i], &numbers[i - 2]))
            return NOTHING;
    const char *host, *service;
    char digits[32];
    if (!text_or_none(vm, args[0], "getaddrinfo() argument 1 must be string or None", &host))
        return NOTHING;
    if (value_is_integer(args[1])) {
        snprintf(digits, sizeof digits, "%lld", (long long)value_integer(args[1]));
        service = digits;
    } else if (!text_or_none(vm, args[1], "Int or String expected", &service)) {
        return NOTHING;
    }
    return address_information(vm, host, service, (int)numbers[0], (int)numbers[1], (int)numbers[2],
                               (int)numbers[3]);
}

static Value module_getnameinfo(Vm *vm, Value *args, int argc) {
    (void)argc;
    int64_t flags;
    Address address;
    int family = is_tuple(args[0]) && AS(Tuple, args[0])->count > 2 ? AF_INET6 : AF_INET;
    if (!value_to_index(vm, args[1], &flags) || !address_read(vm, family, "getnameinfo", args[0], &address))
        return NOTHING;
    char host[NI_MAXHOST], service[NI_MAXSERV];
    int error = getnameinfo((struct sockaddr *)&address.storage, address.length, host, sizeof host, service,
                            sizeof service, (int)flags);
    if (error)
        return address_raise(vm, error);
    return object_value(tuple_of(vm, 2, string_value(vm, host), string_value(vm, service)));
}

static Value module_gethostname(Vm *vm, Value *args, int argc) {
    (void)args, (void)argc;
    char name[HOST_NAME_MAX + 1];
    if (gethostname(name, sizeof name) != 0)
        return vm_raise_errno(vm, errno, NOTHING);
    return string_value(vm, name);
}

static Value module_gethostbyname(Vm *vm, Value *args, int argc) {
    (void)argc;
    Address address;
    Value pair = object_value(tuple_of(vm, 2, args[0], small_int(0)));
    if (!address_read(vm, AF_INET, "gethostbyname", pair, &address))
        return NOTHING;
    return AS(Tuple, address_value(vm, &address))->items[0];
}

static Value module_inet_pton(Vm *vm, Value *args, int argc) {
    (void)argc;
    int64_t family;
    unsigned char packed[16];
    if (!value_to_index(vm, args[0], &family))
        return NOTHING;
    if (!is_string(args[1]))
        return vm_raise(vm, vm->exceptions.TypeError, "inet_pton() argument 2 must be str, not %T", args[1]);
    int outcome = inet_pton((int)family, AS(String, args[1])->chars, packed);
    if (outcome < 0)
        return vm_raise(vm, vm->exceptions.OSError, "unknown address family %d", (int)family);
    if (outcome == 0)
        return vm_raise(vm, vm->exceptions.OSError, "illegal IP address string passed to inet_pton");
    return bytes_new(vm, packed, family == AF_INET6 ? 16 : 4);
}

static Value module_inet_ntop(Vm *vm, Value *args, int argc) {
    (void)argc;
    int64_t family;
    char text[INET6_ADDRSTRLEN];
    if (!value_to_index(vm, args[0], &family) || !bytes_like_check(vm, args[1]))
        return NOTHING;
    ByteSpan packed = byte_span(args[1]);
    if (packed.count != (family == AF_INET6 ? 16 : 4))
        return vm_raise(vm, vm->exceptions.ValueError, "invalid length of packed IP address string");
    if (!inet_ntop((int)family, packed.bytes, text, sizeof text))
        return vm_raise_errno(vm, errno, NOTHING);
    return string_value(vm, text);
}

static Value swapped(Vm *vm, Value v, int64_t most, const char *name, uint32_t (*swap)(uint32_t)) {
    int64_t number;
    if (!value_to_index(vm, v, &number))
        return NOTHING;
    if (number < 0)
        return vm_raise(vm, vm->exceptions.OverflowError,
                        "%s: can't convert negative Python int to C %d-bit "
                        "unsigned integer",
                        name, most > 0xffff ? 32 : 16);
    if (number > most)
        return vm_raise(vm, vm->exceptions.OverflowError,
                        "%s: Python int too large to convert to C %d-bit "
                        "unsigned integer",
                        name, most > 0xffff ? 32 : 16);
    return small_int(swap((uint32_t)number));
}

static uint32_t swap_short(uint32_t number) {
    return htons((uint16_t)number);
}

static uint32_t swap_long(uint32_t number) {
    return htonl(number);
}

static Value module_htons(Vm *vm, Value *args, int argc) {
    (void)argc;
    return swapped(vm, args[0], 0xffff, "htons", swap_short);
}

static Value module_ntohs(Vm *vm, Value *args, int argc) {
    (void)argc;
    return swapped(vm, args[0], 0xffff, "ntohs", swap_short);
}

static Value module_htonl(Vm *vm, Value *args, int argc) {
    (void)argc;
    return swapped(vm, args[0], 0xffffffff, "htonl", swap_long);
}

static Value module_ntohl(Vm *vm, Value *args, int argc) {
    (void)argc;
    return swapped(vm, args[0], 0xffffffff, "ntohl", swap_long);
}

static Value module_getdefaulttimeout(Vm *vm, Value *args, int argc) {
    (void)args, (void)argc;
    return socket_timeout_value(vm, socket_state(vm)->default_timeout);
}

static Value module_setdefaulttimeout(Vm *vm, Value *args, int argc) {
    (void)argc;
    double timeout;
    if (!socket_timeout_argument(vm, args[0], &timeout))
        return NOTHING;
    socket_state(vm)->default_timeout = timeout;
    return NONE;
}

/* A socket that an earlier server left behind at a path is in the way of the next one. */
static Value module_remove_socket_file(Vm *vm, Value *args, int argc) {
    (void)argc;
    const char *path;
    struct stat status;
    if (!text_or_none(vm, args[0], "path should be string or bytes", &path))
        return NOTHING;
    if (lstat(path, &status) == 0 && S_ISSOCK(status.st_mode) && unlink(path) != 0)
        return vm_raise_errno(vm, errno, args[0]);
    return NONE;
}

static const NativeDef functions[] = {
    {"socketpair", module_socketpair, 0, 3, 0, "family,type,proto"},
    {"getaddrinfo", module_getaddrinfo, 2, 6, 0, "host,port,family,type,proto,flags"},
    {"getnameinfo", module_getnameinfo, 2, 2, 0, NULL},
    {"gethostname", module_gethostname, 0, 0, 0, NULL},
    {"gethostbyname", module_gethostbyname, 1, 1, 0, NULL},
    {"inet_pton", module_inet_pton, 2, 2, 0, NULL},
    {"inet_ntop", module_inet_ntop, 2, 2, 0, NULL},
    {"htons", module_htons, 1, 1, 0, NULL},
    {"ntohs", module_ntohs, 1, 1, 0, NULL},
    {"htonl", module_htonl, 1, 1, 0, NULL},
    {"ntohl", module_ntohl, 1, 1, 0, NULL},
    {"remove_socket_file", module_remove_socket_file, 1, 1, 0, NULL},
    {"getdefaulttimeout", module_getdefaulttimeout, 0, 0, 0, NULL},
    {"setdefaulttimeout", module_setdefaulttimeout, 1, 1, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

/* ---- Numbers with names ---- */

#define CONSTANTS(X)                                                                                        \
    X(AF_UNSPEC)                                                                                            \
    X(AF_UNIX)                                                                                              \
    X(AF_INET)                                                                                              \
    X(AF_INET6) X(SOCK_STREAM) X(SOCK_DGRAM) X(SOCK_RAW) X(SOCK_SEQPACKET) X(SOCK_NONBLOCK) X(SOCK_CLOEXEC) \
        X(SOL_SOCKET) X(SOMAXCONN) X(SHUT_RD) X(SHUT_WR) X(SHUT_RDWR) X(SO_REUSEADDR) X(SO_REUSEPORT)       \
            X(SO_KEEPALIVE) X(SO_BROADCAST) X(SO_ERROR) X(SO_LINGER) X(SO_RCVBUF) X(SO_SNDBUF) X(SO_TYPE)   \
                X(SO_DOMAIN) X(SO_PROTOCOL) X(SO_ACCEPTCONN) X(SO_RCVTIMEO) X(SO_SNDTIMEO) X(IPPROTO_IP)    \
                    X(IPPROTO_TCP) X(IPPROTO_UDP) X(IPPROTO_IPV6) X(IPV6_V6ONLY) X(TCP_NODELAY)             \
                        X(TCP_KEEPIDLE) X(TCP_KEEPINTVL) X(TCP_KEEPCNT) X(MSG_PEEK) X(MSG_OOB)              \
                            X(MSG_WAITALL) X(MSG_DONTWAIT) X(MSG_TRUNC) X(AI_PASSIVE) X(AI_CANONNAME)       \
                                X(AI_NUMERICHOST) X(AI_NUMERICSERV) X(AI_ADDRCONFIG) X(EAI_AGAIN)           \
                                    X(EAI_BADFLAGS) X(EAI_FAIL) X(EAI_FAMILY) X(EAI_NONAME) X(EAI_SERVICE)  \
                                        X(EAI_SOCKTYPE) X(NI_NUMERICHOST) X(NI_NUMERICSERV) X(NI_DGRAM)     \
                                            X(NI_NAMEREQD) X(INADDR_ANY) X(INADDR_LOOPBACK)

static bool setup(Vm *vm, Module *module) {
    StdlibState *state = stdlib_state(vm);
    if (!state->sockets) {
        state->sockets = memory_new_zeroed(1, sizeof *state->sockets);
        state->sockets->default_timeout = -1;
        Type *os_error = vm->exceptions.OSError;
        state->sockets->gaierror = exception_class_new(vm, "gaierror", "socket", os_error);
        state->sockets->herror = exception_class_new(vm, "herror", "socket", os_error);
        stdlib_keep(vm, object_value(state->sockets->gaierror));
        stdlib_keep(vm, object_value(state->sockets->herror));
    }
    socket_type_setup(vm, module);
    dict_set_c(vm, module->namespace, "gaierror", object_value(state->sockets->gaierror));
    dict_set_c(vm, module->namespace, "herror", object_value(state->sockets->herror));
#define X(name) dict_set_c(vm, module->namespace, #name, small_int((int64_t)(name)));
    CONSTANTS(X)
#undef X
    return true;
}

const ModuleDef socket_module = {"_socket", functions, setup};
