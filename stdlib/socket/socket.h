/* The type socket.socket, and what the files of the module share.
 *
 * The system's socket never blocks: a method that may wait does so in poll(), with the interpreter lock given
 * away and signals served, for as long as the socket's timeout allows. */
#ifndef BIDE_STDLIB_SOCKET_SOCKET_H
#define BIDE_STDLIB_SOCKET_SOCKET_H

#include "stdlib/stdlib_state.h"
#include "vm/type.h"
#include "vm/vm.h"

typedef struct Socket {
    Obj head;
    int descriptor; /* -1: closed or detached */
    int family, type, protocol;
    double timeout; /* seconds that a method may wait; negative: for ever */
} Socket;

/* What the module remembers for one vm. The types are kept alive by the standard library. */
typedef struct SocketState {
    Type *socket_type, *gaierror, *herror;
    double default_timeout; /* of new sockets; negative: none */
} SocketState;

static inline SocketState *socket_state(Vm *vm) {
    return stdlib_state(vm)->sockets;
}

extern const NativeLayout socket_layout;

/* A socket object around a descriptor, which it owns from now on; made not to block. */
Value socket_new(Vm *vm, int descriptor, int family, int type, int protocol);

/* A timeout as scripts give it: None or seconds. False: raised. And the other way round. */
bool socket_timeout_argument(Vm *vm, Value v, double *timeout);
Value socket_timeout_value(Vm *vm, double timeout);

/* Makes the type and enters it into the module. */
void socket_type_setup(Vm *vm, Module *module);

#endif
