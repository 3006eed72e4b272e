#include "stdlib/asyncio/stream_protocol.h"

static void trace(Heap *heap, Obj *object) {
    StreamProtocol *self = (StreamProtocol *)object;
    heap_mark_object(heap, self->loop);
    heap_mark(heap, self->reader);
    heap_mark(heap, self->client_connected);
    heap_mark(heap, self->transport);
    heap_mark(heap, self->writer);
    heap_mark(heap, self->task);
    heap_mark_object(heap, self->closed);
    heap_mark_object(heap, self->drain_waiters);
}

const NativeLayout stream_protocol_layout = {"StreamReaderProtocol", sizeof(StreamProtocol), trace, NULL};

StreamProtocol *stream_protocol_of(Vm *vm, Value protocol) {
    bool plain = is_native(protocol, &stream_protocol_layout) &&
                 as_object(protocol)->type == asyncio_types(vm)->stream_protocol;
    return plain ? AS(StreamProtocol, protocol) : NULL;
}

static StreamProtocol *self_of(const Value *args) {
    return AS(StreamProtocol, args[0]);
}

static StreamReader *reader_of(const StreamProtocol *self) {
    return self->reader == NONE ? NULL : AS(StreamReader, self->reader);
}

/* ---- A client's coroutine ---- */

/* Sees to the end of the task that serves a client: an exception is reported, and ends the connection. */
typedef struct ClientEnd {
    Completion base;
    StreamProtocol *protocol;
} ClientEnd;

static void client_end_trace(Heap *heap, Completion *base) {
    heap_mark_object(heap, ((ClientEnd *)base)->protocol);
}

static void client_end_run(Vm *vm, Completion *base, Value future) {
    StreamProtocol *protocol = ((ClientEnd *)base)->protocol;
    Future *task = AS(Future, future);
    Value transport = protocol->transport;
    heap_write_barrier(vm->heap, protocol);
    protocol->task = NONE;
    if (!future_is_cancelled(task)) {
        Value exception = future_exception(vm, task);
        if (exception == NONE || exception == NOTHING)
            return;
        event_loop_report_about(vm, protocol->loop, "Unhandled exception in client_connected_cb", exception,
                                "transport", transport);
    }
    if (!vm_has_exception(vm) && is_native(transport, &transport_layout))
        transport_close(vm, AS(Transport, transport));
}

static const CompletionDef client_end_def = {"StreamReaderProtocol.connection_made.<locals>.callback",
                                             sizeof(ClientEnd),
                                             client_end_run,
                                             client_end_trace,
                                             NULL,
                                             NULL};

static void serve_client(Vm *vm, StreamProtocol *self, Value transport) {
    self->writer = stream_writer_new(vm, transport, object_value(self), self->reader, self->loop);
    Value answer = vm_call2(vm, self->client_connected, self->reader, self->writer);
    if (answer == NOTHING || !is_coroutine(vm, answer))
        return;
    self->task = asyncio_create_task(vm, self->loop, answer, NOTHING, NOTHING);
    if (self->task == NOTHING || !is_future(self->task)) {
        self->task = NONE;
        return;
    }
    ClientEnd *end = completion_new(vm, &client_end_def);
    end->protocol = self;
    future_add_callback(vm, AS(Future, self->task), ready_target(READY_COMPLETION, end));
}

/* ---- What the transport tells ---- */

void stream_protocol_connection_made(Vm *vm, StreamProtocol *self, Value transport) {
    heap_write_barrier(vm->heap, self);
    self->transport = transport;
    StreamReader *reader = reader_of(self);
    if (reader) {
        heap_write_barrier(vm->heap, reader);
        reader->transport = transport;
    }
    if (self->client_connected != NONE)
        serve_client(vm, self, transport);
}

void stream_protocol_data_received(Vm *vm, StreamProtocol *self, const void *bytes, size_t count) {
    StreamReader *reader = reader_of(self);
    if (reader)
        stream_reader_feed(vm, reader, bytes, count);
}

bool stream_protocol_eof_received(Vm *vm, StreamProtocol *self) {
    StreamReader *reader = reader_of(self);
    if (reader)
        stream_reader_feed_eof(vm, reader);
    return true;
}

static void finish(Vm *vm, Future *future, Value exception) {
    if (future_is_done(future))
        return;
    if (exception == NONE)
        future_set_result(vm, future, NONE);
    else
        future_set_exception(vm, future, exception);
}

static void finish_all(Vm *vm, List *waiters, Value exception) {
    for (int64_t i = 0; i < waiters->count; i++)
        finish(vm, AS(Future, waiters->items[i]), exception);
}

void stream_protocol_connection_lost(Vm *vm, StreamProtocol *self, Value exception) {
    StreamReader *reader = reader_of(self);
    if (reader && exception == NONE)
        stream_reader_feed_eof(vm, reader);
    else if (reader)
        stream_reader_set_exception(vm, reader, exception);
    if (!future_is_done(self->closed)) {
        finish(vm, self->closed, exception);
        /* Nobody need ask how it ended. */
        self->closed->head.flags &= (uint16_t)~FUTURE_UNRETRIEVED;
    }
    heap_write_barrier(vm->heap, self);
    self->connection_lost = true;
    if (self->paused)
        finish_all(vm, self->drain_waiters, exception);
    self->transport = self->writer = NONE;
}

void stream_protocol_pause_writing(StreamProtocol *self) {
    self->paused = true;
}

void stream_protocol_resume_writing(Vm *vm, StreamProtocol *self) {
    self->paused = false;
    finish_all(vm, self->drain_waiters, NONE);
}

/* ---- Methods ---- */

static Value none_unless_raised(Vm *vm) {
    return vm_has_exception(vm) ? NOTHING : NONE;
}

static Value method_connection_made(Vm *vm, Value *args, int argc) {
    (void)argc;
    stream_protocol_connection_made(vm, self_of(args), args[1]);
    return none_unless_raised(vm);
}

static Value method_data_received(Vm *vm, Value *args, int argc) {
    (void)argc;
    if (!is_bytes_like(args[1]))
        return vm_raise(vm, vm->exceptions.TypeError, "a bytes-like object is required, not '%T'", args[1]);
    stream_protocol_data_received(vm, self_of(args), byte_span(args[1]).bytes, byte_span(args[1]).count);
    return none_unless_raised(vm);
}

static Value method_eof_received(Vm *vm, Value *args, int argc) {
    (void)argc;
    bool open = stream_protocol_eof_received(vm, self_of(args));
    return vm_has_exception(vm) ? NOTHING : bool_value(open);
}

static Value method_connection_lost(Vm *vm, Value *args, int argc) {
    (void)argc;
    stream_protocol_connection_lost(vm, self_of(args), args[1]);
    return none_unless_raised(vm);
}

static Value method_pause_writing(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    stream_protocol_pause_writing(self_of(args));
    return NONE;
}

static Value method_resume_writing(Vm *vm, Value *args, int argc) {
    (void)argc;
    stream_protocol_resume_writing(vm, self_of(args));
    return none_unless_raised(vm);
}

static const NativeDef methods[] = {
    {"connection_made", method_connection_made, 2, 2, 0, "transport"},
    {"data_received", method_data_received, 2, 2, 0, "data"},
    {"eof_received", method_eof_received, 1, 1, 0, NULL},
    {"connection_lost", method_connection_lost, 2, 2, 0, "exc"},
    {"pause_writing", method_pause_writing, 1, 1, 0, NULL},
    {"resume_writing", method_resume_writing, 1, 1, 0, NULL},
    END_OF_FUNCTIONS,
};

/* ---- The type ---- */

static Value create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    (void)args, (void)argc, (void)keywords;
    StreamProtocol *self = type_allocate(vm, type);
    self->reader = self->client_connected = self->transport = self->writer = self->task = NONE;
    self->drain_waiters = list_new(vm, 0);
    return object_value(self);
}

static bool initialize(Vm *vm, Value v, Value *args, int argc, Tuple *keywords) {
    StreamProtocol *self = AS(StreamProtocol, v);
    Value given[3];
    if (!arguments_bind(vm, "StreamReaderProtocol", "stream_reader,client_connected_cb,loop", 0, 1, args,
                        argc, keywords, given) ||
        !asyncio_loop_argument(vm, given[2], &self->loop))
        return false;
    if (!self->loop && !(self->loop = event_loop_get(vm)))
        return false;
    if (given[0] != NONE && !is_native(given[0], &stream_reader_layout)) {
        vm_raise(vm, vm->exceptions.TypeError, "a StreamReader is required, not %T", given[0]);
        return false;
    }
    self->reader = given[0];
    self->client_connected = given[1] == NOTHING ? NONE : given[1];
    self->closed = future_new(vm, self->loop);
    return true;
}

static const TypeDef protocol_def = {
    .name = "StreamReaderProtocol",
    .module = "asyncio.streams",
    .kind = KIND_NATIVE,
    .layout = &stream_protocol_layout,
    .size = sizeof(StreamProtocol),
    .create = create,
    .initialize = initialize,
    .methods = methods,
    .has_attributes = true,
};

void stream_protocol_setup(Vm *vm, Module *module) {
    asyncio_types(vm)->stream_protocol = asyncio_add_type(vm, module, &protocol_def, NULL);
}
