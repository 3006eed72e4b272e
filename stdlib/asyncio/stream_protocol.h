/* The protocol between a transport and the two streams of a connection, and the streams themselves.
 *
 * StreamReaderProtocol feeds what arrives to a StreamReader, and holds back those who wait in drain() while
 * the transport has too much to send. */
#ifndef BIDE_STDLIB_ASYNCIO_STREAM_PROTOCOL_H
#define BIDE_STDLIB_ASYNCIO_STREAM_PROTOCOL_H

#include "stdlib/asyncio/transport.h"

typedef struct StreamReader {
    Obj head;
    Attributes attributes;
    Loop *loop;
    Value transport; /* NONE: none yet */
    Value exception; /* NONE: none; what reading raises */
    Future *waiter;  /* of the coroutine that waits for data; NULL: none */
    ByteQueue input;
    size_t limit;
    bool at_end; /* no more will come */
    bool paused; /* it has paused the transport */
} StreamReader;

typedef struct StreamProtocol {
    Obj head;
    Attributes attributes;
    Loop *loop;
    Value reader;           /* a StreamReader, or NONE */
    Value client_connected; /* what to call with (reader, writer); NONE: nothing */
    Value transport, writer, task;
    Future *closed;      /* ends with the connection */
    List *drain_waiters; /* of futures */
    bool paused, connection_lost;
} StreamProtocol;

extern const NativeLayout stream_reader_layout, stream_protocol_layout;

/* A StreamProtocol of no subclass is called directly; NULL: `protocol` is anything else. */
StreamProtocol *stream_protocol_of(Vm *vm, Value protocol);

/* The protocol's methods. A pending exception: raised. */
void stream_protocol_connection_made(Vm *vm, StreamProtocol *protocol, Value transport);
void stream_protocol_data_received(Vm *vm, StreamProtocol *protocol, const void *bytes, size_t count);
bool stream_protocol_eof_received(Vm *vm, StreamProtocol *protocol); /* true: it may still write */
void stream_protocol_connection_lost(Vm *vm, StreamProtocol *protocol, Value exception);
void stream_protocol_pause_writing(StreamProtocol *protocol);
void stream_protocol_resume_writing(Vm *vm, StreamProtocol *protocol);

/* feed_data(), feed_eof() and set_exception() of a StreamReader. A pending exception: raised. */
void stream_reader_feed(Vm *vm, StreamReader *reader, const void *bytes, size_t count);
void stream_reader_feed_eof(Vm *vm, StreamReader *reader);
void stream_reader_set_exception(Vm *vm, StreamReader *reader, Value exception);

/* StreamWriter(transport, protocol, reader, loop) */
Value stream_writer_new(Vm *vm, Value transport, Value protocol, Value reader, Loop *loop);

/* Make the types and enter them into the module. */
void stream_reader_setup(Vm *vm, Module *module);
void stream_writer_setup(Vm *vm, Module *module);
void stream_protocol_setup(Vm *vm, Module *module);

#endif
