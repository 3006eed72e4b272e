/* Transports: bytes to and from a descriptor, a socket or one end of a pipe, as the event loop finds it
 * ready.
 *
 * A write goes out at once as far as the system takes it; the rest waits in `output`, and while more than
 * `high_water` bytes wait the protocol is told to pause. What arrives is handed to the protocol: a
 * StreamProtocol by plain calls in C, any other object through its methods; a BufferedProtocol gives the
 * bytearray that it is received into. A transport that is closed sends
 * what still waits, then tells the protocol connection_lost() in a pass of its own and closes its file. */
#ifndef BIDE_STDLIB_ASYNCIO_TRANSPORT_H
#define BIDE_STDLIB_ASYNCIO_TRANSPORT_H

#include "stdlib/asyncio/asyncio.h"
#include "stdlib/asyncio/byte_queue.h"

typedef enum TransportKind { TRANSPORT_SOCKET, TRANSPORT_READ_PIPE, TRANSPORT_WRITE_PIPE } TransportKind;

typedef struct Transport {
    Watcher base;
    Loop *loop;
    Value protocol; /* NONE once the connection is lost */
    Value file;     /* what owns the descriptor, and is closed at the end; NONE then */
    Dict *extra;    /* what get_extra_info() knows */
    Value server;   /* whose _detach(transport) is called at the end; NONE: nobody's */
    ByteQueue output;
    size_t high_water, low_water;
    uint32_t lost_writes; /* attempts to write to a lost connection */
    int descriptor;
    uint8_t kind; /* TransportKind */
    bool is_watched_for_reading, is_watched_for_writing;
    bool paused;  /* pause_reading() */
    bool closing; /* no more is read */
    bool lost;    /* connection_lost() is scheduled or done */
    bool eof_written;
    bool protocol_paused;
    bool fills_buffer; /* the protocol is a BufferedProtocol */
} Transport;

extern const NativeLayout transport_layout;

/* A transport of `kind` on the descriptor of `file`. It schedules protocol.connection_made(), then begins to
 * read, then gives `waiter` (NULL: none) its result None. `extra` is a Dict or NONE, `server` may be NONE.
 * NULL: raised. */
Transport *transport_new(Vm *vm, TransportKind kind, Loop *loop, Value file, int descriptor, Value protocol,
                         Future *waiter, Value extra, Value server);

/* transport.write(), close(), abort(), ... for C. False: raised. */
bool transport_write(Vm *vm, Transport *transport, Value data);
bool transport_write_eof(Vm *vm, Transport *transport);
void transport_close(Vm *vm, Transport *transport);
void transport_pause_reading(Vm *vm, Transport *transport);
void transport_resume_reading(Vm *vm, Transport *transport);

/* Makes the type, an heir of asyncio.Transport, and enters it into the module. False: raised. */
bool transport_setup(Vm *vm, Module *module);

#endif
