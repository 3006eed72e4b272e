/* Addresses of sockets, as scripts write them: (host, port) for IPv4, (host, port, flow, scope) for IPv6, a
 * path for a Unix socket. */
#ifndef BIDE_STDLIB_SOCKET_ADDRESS_H
#define BIDE_STDLIB_SOCKET_ADDRESS_H

#include <sys/socket.h>

#include "vm/vm.h"

typedef struct Address {
    struct sockaddr_storage storage;
    socklen_t length;
} Address;

/* Reads a script's address for a socket of `family`; `method` names the caller in messages ("bind"). A host
 * that is not written in numbers is resolved, which may take its time. False: raised (TypeError,
 * OverflowError, gaierror, OSError). */
bool address_read(Vm *vm, int family, const char *method, Value v, Address *address);

/* The same the other way round: what getsockname() and its kin return. */
Value address_value(Vm *vm, const Address *address);

/* getaddrinfo(): a list of (family, type, protocol, canonical name, address). `host` and `service` may be
 * NULL. NOTHING: raised gaierror. Blocks. */
Value address_information(Vm *vm, const char *host, const char *service, int family, int type, int protocol,
                          int flags);

/* Raises socket.gaierror for what getaddrinfo() of the C library returned. Returns NOTHING. */
Value address_raise(Vm *vm, int error);

#endif
