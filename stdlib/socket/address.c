#include "stdlib/socket/address.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/un.h>

#include "stdlib/socket/socket.h"
#include "vm/call.h"
#include "vm/interpreter_lock.h"
#include "vm/list.h"

Value address_raise(Vm *vm, int error) {
    if (error == EAI_SYSTEM)
        return vm_raise_errno(vm, errno, NOTHING);
    Value text = string_value(vm, gai_strerror(error));
    Value exception = vm_call2(vm, object_value(socket_state(vm)->gaierror), small_int(error), text);
    return exception == NOTHING ? NOTHING : vm_raise_value(vm, exception);
}

/* Asks the C library's resolver, which may take its time, without the interpreter lock. `host` and `service`
 * must stay alive. */
static int ask_resolver(Vm *vm, const char *host, const char *service, const struct addrinfo *wanted,
                        struct addrinfo **found) {
    Thread *released = interpreter_release(vm);
    int error = getaddrinfo(host, service, wanted, found);
    interpreter_acquire(vm, released);
    return error;
}

/* ---- Reading ---- */

/* Resolves `host` to the first address of `family`; "" is every interface. */
static bool resolve(Vm *vm, int family, const char *host, Address *address) {
    struct addrinfo wanted = {.ai_family = family, .ai_socktype = SOCK_DGRAM, .ai_flags = AI_NUMERICHOST};
    struct addrinfo *found;
    const char *service = NULL;
    if (*host == '\0') {
        host = NULL;
        service = "0";
        wanted.ai_flags = AI_PASSIVE;
    }
    int error = getaddrinfo(host, service, &wanted, &found);
    if (error == EAI_NONAME && host) {
        wanted.ai_flags = 0;
        error = ask_resolver(vm, host, service, &wanted, &found);
    }
    if (error) {
        address_raise(vm, error);
        return false;
    }
    memcpy(&address->storage, found->ai_addr, found->ai_addrlen);
    address->length = found->ai_addrlen;
    freeaddrinfo(found);
    return true;
}

static bool read_port(Vm *vm, const char *method, Value v, int64_t *port) {
    if (!value_is_integer(v)) {
        vm_raise(vm, vm->exceptions.TypeError, "'%T' object cannot be interpreted as an integer", v);
        return false;
    }
    if (!value_to_index(vm, v, port))
        return false;
    if (*port >= 0 && *port <= 0xffff)
        return true;
    vm_raise(vm, vm->exceptions.OverflowError, "%s(): port must be 0-65535.", method);
    return false;
}

static bool read_internet(Vm *vm, int family, const char *method, Value v, Address *address) {
    const char *family_name = family == AF_INET ? "AF_INET" : "AF_INET6";
    if (!is_tuple(v)) {
        vm_raise(vm, vm->exceptions.TypeError, "%s(): %s address must be tuple, not %T", method, family_name,
                 v);
        return false;
    }
    const Tuple *parts = AS(Tuple, v);
    int most = family == AF_INET ? 2 : 4;
    if (parts->count < 2 || parts->count > most) {
        if (family == AF_INET)
            vm_raise(vm, vm->exceptions.TypeError, "AF_INET address must be a pair (host, port)");
        else
            vm_raise(vm, vm->exceptions.TypeError,
                     "AF_INET6 address must be a tuple (host, port[, flowinfo[, scopeid]])");
        return false;
    }
    if (!is_string(parts->items[0])) {
        vm_raise(vm, vm->exceptions.TypeError, "str, bytes or bytearray expected, not %T", parts->items[0]);
        return false;
    }
    int64_t port, flow = 0, scope = 0;
    if (!read_port(vm, method, parts->items[1], &port) ||
        (parts->count > 2 && !value_to_index(vm, parts->items[2], &flow)) ||
        (parts->count > 3 && !value_to_index(vm, parts->items[3], &scope)))
        return false;
    if (!resolve(vm, family, AS(String, parts->items[0])->chars, address))
        return false;
    if (family == AF_INET) {
        ((struct sockaddr_in *)&address->storage)->sin_port = htons((uint16_t)port);
    } else {
        struct sockaddr_in6 *six = (struct sockaddr_in6 *)&address->storage;
        six->sin6_port = htons((uint16_t)port);
        six->sin6_flowinfo = htonl((uint32_t)flow);
        if (scope)
            six->sin6_scope_id = (uint32_t)scope;
    }
    return true;
}

static bool read_path(Vm *vm, Value v, Address *address) {
    struct sockaddr_un *unix_address = (struct sockaddr_un *)&address->storage;
    const char *path;
    size_t length;
    if (is_string(v)) {
        path = AS(String, v)->chars;
        length = AS(String, v)->byte_count;
    } else if (is_bytes_like(v)) {
        path = (const char *)byte_span(v).bytes;
        length = byte_span(v).count;
    } else {
        vm_raise(vm, vm->exceptions.TypeError, "a bytes-like object is required, not '%T'", v);
        return false;
    }
    if (length >= sizeof unix_address->sun_path) {
        vm_raise(vm, vm->exceptions.OSError, "AF_UNIX path too long");
        return false;
    }
    memset(unix_address, 0, sizeof *unix_address);
    unix_address->sun_family = AF_UNIX;
    memcpy(unix_address->sun_path, path, length);
    /* A path that begins with a NUL names no file: it counts in full, without a NUL at the end. */
    address->length =
        (socklen_t)(offsetof(struct sockaddr_un, sun_path) + length + (length > 0 && path[0] != '\0'));
    return true;
}

bool address_read(Vm *vm, int family, const char *method, Value v, Address *address) {
    switch (family) {
    case AF_INET:
    case AF_INET6: return read_internet(vm, family, method, v, address);
    case AF_UNIX: return read_path(vm, v, address);
    default: vm_raise(vm, vm->exceptions.OSError, "%s(): bad family", method); return false;
    }
}

/* ---- Showing ---- */

Value address_value(Vm *vm, const Address *address) {
    char host[INET6_ADDRSTRLEN + 32];
    switch (address->length == 0 ? AF_UNSPEC : address->storage.ss_family) {
    case AF_INET: {
        const struct sockaddr_in *four = (const struct sockaddr_in *)&address->storage;
        inet_ntop(AF_INET, &four->sin_addr, host, sizeof host);
        return object_value(tuple_of(vm, 2, string_value(vm, host), small_int(ntohs(four->sin_port))));
    }
    case AF_INET6: {
        const struct sockaddr_in6 *six = (const struct sockaddr_in6 *)&address->storage;
        if (getnameinfo((const struct sockaddr *)six, sizeof *six, host, sizeof host, NULL, 0,
                        NI_NUMERICHOST))
            inet_ntop(AF_INET6, &six->sin6_addr, host, sizeof host);
        return object_value(tuple_of(vm, 4, string_value(vm, host), small_int(ntohs(six->sin6_port)),
                                     small_int(ntohl(six->sin6_flowinfo)), small_int(six->sin6_scope_id)));
    }
    case AF_UNIX: {
        const struct sockaddr_un *path = (const struct sockaddr_un *)&address->storage;
        size_t length = address->length - offsetof(struct sockaddr_un, sun_path);
        if (length > 0 && path->sun_path[0] == '\0')
            return bytes_new(vm, path->sun_path, length);
        return object_value(string_new(vm, path->sun_path, strnlen(path->sun_path, length)));
    }
    default: return NONE;
    }
}

Value address_information(Vm *vm, const char *host, const char *service, int family, int type, int protocol,
                          int flags) {
    struct addrinfo wanted = {
        .ai_family = family, .ai_socktype = type, .ai_protocol = protocol, .ai_flags = flags};
    struct addrinfo *found;
    int error = ask_resolver(vm, host, service, &wanted, &found);
    if (error)
        return address_raise(vm, error);
    List *list = list_new(vm, 0);
    for (const struct addrinfo *each = found; each; each = each->ai_next) {
        Address address = {.length = each->ai_addrlen};
        memcpy(&address.storage, each->ai_addr, each->ai_addrlen);
        list_append(vm, list,
                    object_value(tuple_of(vm, 5, small_int(each->ai_family), small_int(each->ai_socktype),
                                          small_int(each->ai_protocol),
                                          string_value(vm, each->ai_canonname ? each->ai_canonname : ""),
                                          address_value(vm, &address))));
    }
    freeaddrinfo(found);
    return object_value(list);
}
