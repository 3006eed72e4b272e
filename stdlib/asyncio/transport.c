#include "stdlib/asyncio/transport.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "stdlib/asyncio/stream_protocol.h"
#include "stdlib/forwarding.h"
#include "stdlib/stdlib_state.h"
#include "stdlib/types/bytes_like.h"
#include "vm/interrupt.h"
#include "vm/warning.h"

enum {
    HIGH_WATER = 64 * 1024,     /* by default; low water is a quarter of it */
    RECEIVED_AT_ONCE = 65536,   /* bytes asked of the system in one call */
    RECEIVED_MOST = 256 * 1024, /* before others have their turn */
    LOST_WRITES_UNTOLD = 5      /* so many writes to a lost connection before the first is told of */
};

static void trace(Heap *heap, Obj *object) {
    Transport *self = (Transport *)object;
    heap_mark_object(heap, self->loop);
    heap_mark(heap, self->protocol);
    heap_mark(heap, self->file);
    heap_mark_object(heap, self->extra);
    heap_mark(heap, self->server);
}

static void release(Vm *vm, Obj *object) {
    (void)vm;
    byte_queue_free(&((Transport *)object)->output);
}

const NativeLayout transport_layout = {"Transport", sizeof(Transport), trace, release};

static Transport *self_of(const Value *args) {
    return AS(Transport, args[0]);
}

/* ---- Watching the descriptor ---- */

static void watch(Vm *vm, Transport *self, int interest, bool wanted) {
    bool *is_watched = interest == POLL_READ ? &self->is_watched_for_reading : &self->is_watched_for_writing;
    if (*is_watched == wanted || self->loop->closed)
        return;
    bool removed;
    ReadyTarget target = ready_target(interest == POLL_READ ? READY_READABLE : READY_WRITABLE, self);
    *is_watched = wanted;
    event_loop_set_watch(vm, self->loop, self->descriptor, interest, wanted ? target : 0, &removed);
}

/* ---- Calls in a later pass ---- */

typedef void (*TransportAction)(Vm *vm, Transport *self, Value argument);

typedef struct TransportCall {
    Completion base;
    Transport *transport;
    TransportAction action;
    Value argument;
} TransportCall;

static void call_trace(Heap *heap, Completion *base) {
    heap_mark_object(heap, ((TransportCall *)base)->transport);
    heap_mark(heap, ((TransportCall *)base)->argument);
}

static void call_run(Vm *vm, Completion *base, Value future) {
    TransportCall *call = (TransportCall *)base;
    (void)future;
    call->action(vm, call->transport, call->argument);
}

static const CompletionDef call_def = {"transport", sizeof(TransportCall), call_run, call_trace, NULL, NULL};

static void call_soon(Vm *vm, Transport *self, TransportAction action, Value argument) {
    if (self->loop->closed)
        return;
    TransportCall *call = completion_new(vm, &call_def);
    call->transport = self;
    call->action = action;
    call->argument = argument;
    event_loop_push(self->loop, ready_target(READY_COMPLETION, call), NOTHING);
}

/* ---- The end ---- */

/* Tells the protocol, closes the file, and lets go of both. */
static void end(Vm *vm, Transport *self, Value exception) {
    Value protocol = self->protocol, file = self->file, server = self->server;
    heap_write_barrier(vm->heap, self);
    size_t mark = vm_root_mark(vm);
    vm_root(vm, protocol);
    vm_root(vm, file);
    vm_root(vm, server);
    StreamProtocol *stream = stream_protocol_of(vm, protocol);
    if (stream)
        stream_protocol_connection_lost(vm, stream, exception);
    else if (protocol != NONE)
        vm_call_method(vm, protocol, string_intern_c(vm, "connection_lost"), &exception, 1);
    Value problem = vm_take_exception(vm);
    vm_root(vm, problem);
    self->protocol = self->file = self->server = NONE;
    vm_call_method(vm, file, string_intern_c(vm, "close"), NULL, 0);
    if (server != NONE && !vm_has_exception(vm)) {
        Value transport = object_value(self);
        vm_call_method(vm, server, string_intern_c(vm, "_detach"), &transport, 1);
    }
    if (problem != NOTHING && !vm_has_exception(vm)) {
        if (is_instance(vm, problem, vm->exceptions.Exception))
            event_loop_report_about(vm, self->loop, "Exception in callback transport.connection_lost()",
                                    problem, "transport", object_value(self));
        else
            vm->thread->exception = problem;
    }
    vm_root_reset(vm, mark);
}

static void end_soon(Vm *vm, Transport *self, Value exception) {
    self->lost = true;
    call_soon(vm, self, end, exception);
}

/* Ends without sending what still waits. */
static void force_close(Vm *vm, Transport *self, Value exception) {
    if (self->lost)
        return;
    byte_queue_free(&self->output);
    watch(vm, self, POLL_WRITE, false);
    self->closing = true;
    watch(vm, self, POLL_READ, false);
    end_soon(vm, self, exception);
}

/* The pending exception ends the connection. One that is no error of the system is reported. */
static void fail(Vm *vm, Transport *self, const char *message) {
    if (vm_exception_is(vm, vm->exceptions.KeyboardInterrupt) ||
        vm_exception_is(vm, vm->exceptions.SystemExit))
        return;
    Value exception = vm_take_exception(vm);
    size_t mark = vm_root_mark(vm);
    vm_root(vm, exception);
    if (!is_instance(vm, exception, vm->exceptions.OSError))
        event_loop_report_about(vm, self->loop, message, exception, "transport", object_value(self));
    if (!vm_has_exception(vm))
        force_close(vm, self, exception);
    vm_root_reset(vm, mark);
}

void transport_close(Vm *vm, Transport *self) {
    if (self->closing)
        return;
    if (self->kind == TRANSPORT_WRITE_PIPE && self->output.count > 0) {
        transport_write_eof(vm, self);
        return;
    }
    self->closing = true;
    watch(vm, self, POLL_READ, false);
    if (self->output.count == 0 && !self->lost) {
        watch(vm, self, POLL_WRITE, false);
        end_soon(vm, self, NONE);
    }
}

/* ---- Reading ---- */

static ssize_t receive(Transport *self, void *buffer, size_t count) {
    return self->kind == TRANSPORT_SOCKET ? recv(self->descriptor, buffer, count, 0)
                                          : read(self->descriptor, buffer, count);
}

static void deliver(Vm *vm, Transport *self, const void *bytes, size_t count) {
    StreamProtocol *stream = stream_protocol_of(vm, self->protocol);
    if (stream) {
        stream_protocol_data_received(vm, stream, bytes, count);
    } else {
        Value data = bytes_new(vm, bytes, count);
        vm_call_method(vm, self->protocol, string_intern_c(vm, "data_received"), &data, 1);
    }
    if (vm_has_exception(vm))
        fail(vm, self, "Fatal error: protocol.data_received() call failed.");
}

/* The other side has sent its last. A protocol that says so may still write. */
static void received_eof(Vm *vm, Transport *self) {
    StreamProtocol *stream = stream_protocol_of(vm, self->protocol);
    bool keep_open;
    if (stream) {
        keep_open = stream_protocol_eof_received(vm, stream);
    } else {
        Value answer = vm_call_method(vm, self->protocol, string_intern_c(vm, "eof_received"), NULL, 0);
        keep_open = answer != NOTHING && value_truth(vm, answer) > 0;
    }
    if (vm_has_exception(vm)) {
        fail(vm, self, "Fatal error: protocol.eof_received() call failed.");
    } else if (self->kind == TRANSPORT_SOCKET && keep_open) {
        watch(vm, self, POLL_READ, false);
    } else {
        transport_close(vm, self);
    }
}

/* What has arrived in full packets is gathered, so that the protocol sees as much at once as under CPython.
 */
static void gather_and_deliver(Vm *vm, Transport *self, const uint8_t *first, size_t count) {
    ByteQueue gathered = {NULL, 0, 0, 0};
    uint8_t buffer[RECEIVED_AT_ONCE];
    byte_queue_add(&gathered, first, count);
    ssize_t more;
    do {
        more = receive(self, buffer, sizeof buffer);
        if (more > 0)
            byte_queue_add(&gathered, buffer, (size_t)more);
    } while (more == (ssize_t)sizeof buffer && gathered.count < RECEIVED_MOST);
    deliver(vm, self, byte_queue_front(&gathered), gathered.count);
    byte_queue_free(&gathered);
}

/* Receives into the bytearray that a BufferedProtocol gives. As receive(); what the protocol raises has
 * ended the connection. */
static ssize_t receive_into_protocol(Vm *vm, Transport *self) {
    Value hint = small_int(-1);
    Value buffer = vm_call_method(vm, self->protocol, string_intern_c(vm, "get_buffer"), &hint, 1);
    if (buffer != NOTHING && !is_kind(buffer, KIND_BYTEARRAY))
        vm_raise(vm, vm->exceptions.TypeError, "get_buffer() must return a bytearray, not %T", buffer);
    else if (buffer != NOTHING && AS(ByteArray, buffer)->count == 0)
        vm_raise(vm, vm->exceptions.RuntimeError, "get_buffer() returned an empty buffer");
    if (vm_has_exception(vm)) {
        fail(vm, self, "Fatal error: protocol.get_buffer() call failed.");
        return -1;
    }
    return receive(self, AS(ByteArray, buffer)->bytes, AS(ByteArray, buffer)->count);
}

static void tell_buffer_updated(Vm *vm, Transport *self, size_t count) {
    Value number = small_int((int64_t)count);
    vm_call_method(vm, self->protocol, string_intern_c(vm, "buffer_updated"), &number, 1);
    if (vm_has_exception(vm))
        fail(vm, self, "Fatal error: protocol.buffer_updated() call failed.");
}

/* A pipe to write to can be read only when its other end is closed. */
static void peer_is_gone(Vm *vm, Transport *self) {
    if (self->output.count > 0)
        force_close(vm, self, exception_new(vm, vm->exceptions.BrokenPipeError, NULL));
    else
        force_close(vm, self, NONE);
}

static void readable(Vm *vm, Watcher *watcher) {
    Transport *self = (Transport *)watcher;
    if (!self->is_watched_for_reading || self->lost)
        return;
    if (self->kind == TRANSPORT_WRITE_PIPE) {
        peer_is_gone(vm, self);
        return;
    }
    uint8_t buffer[RECEIVED_AT_ONCE];
    ssize_t count =
        self->fills_buffer ? receive_into_protocol(vm, self) : receive(self, buffer, sizeof buffer);
    if (self->lost || vm_has_exception(vm))
        return;
    if (self->fills_buffer && count > 0) {
        tell_buffer_updated(vm, self, (size_t)count);
    } else if (count == (ssize_t)sizeof buffer) {
        gather_and_deliver(vm, self, buffer, (size_t)count);
    } else if (count > 0) {
        deliver(vm, self, buffer, (size_t)count);
    } else if (count == 0) {
        received_eof(vm, self);
    } else if (errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR) {
        vm_raise_errno(vm, errno, NOTHING);
        fail(vm, self, "Fatal read error on transport");
    }
}

void transport_pause_reading(Vm *vm, Transport *self) {
    if (self->closing || self->paused)
        return;
    self->paused = true;
    watch(vm, self, POLL_READ, false);
}

void transport_resume_reading(Vm *vm, Transport *self) {
    if (self->closing || !self->paused)
        return;
    self->paused = false;
    watch(vm, self, POLL_READ, true);
}

/* ---- Writing ---- */

/* Sends what the system takes at once; -1: an errno says why not. */
static ssize_t send_bytes(Transport *self, const void *bytes, size_t count) {
    return self->kind == TRANSPORT_SOCKET ? send(self->descriptor, bytes, count, MSG_NOSIGNAL)
                                          : write(self->descriptor, bytes, count);
}

static bool would_block(int error) {
    return error == EAGAIN || error == EWOULDBLOCK || error == EINTR;
}

static void report_protocol(Vm *vm, Transport *self, const char *message) {
    if (!vm_has_exception(vm) || vm_exception_is(vm, vm->exceptions.KeyboardInterrupt) ||
        vm_exception_is(vm, vm->exceptions.SystemExit))
        return;
    Value exception = vm_take_exception(vm);
    size_t mark = vm_root_mark(vm);
    vm_root(vm, exception);
    event_loop_report_about(vm, self->loop, message, exception, "transport", object_value(self));
    vm_root_reset(vm, mark);
}

static void pause_protocol_if_full(Vm *vm, Transport *self) {
    if (self->output.count <= self->high_water || self->protocol_paused)
        return;
    self->protocol_paused = true;
    StreamProtocol *stream = stream_protocol_of(vm, self->protocol);
    if (stream)
        stream_protocol_pause_writing(stream);
    else
        vm_call_method(vm, self->protocol, string_intern_c(vm, "pause_writing"), NULL, 0);
    report_protocol(vm, self, "protocol.pause_writing() failed");
}

static void resume_protocol_if_low(Vm *vm, Transport *self) {
    if (!self->protocol_paused || self->output.count > self->low_water)
        return;
    self->protocol_paused = false;
    StreamProtocol *stream = stream_protocol_of(vm, self->protocol);
    if (stream)
        stream_protocol_resume_writing(vm, stream);
    else
        vm_call_method(vm, self->protocol, string_intern_c(vm, "resume_writing"), NULL, 0);
    report_protocol(vm, self, "protocol.resume_writing() failed");
}

/* A line on standard error, as CPython's log has it. */
static void tell_of_lost_write(Vm *vm, const Transport *self) {
    const char *text = self->kind == TRANSPORT_SOCKET
                           ? "socket.send() raised exception.\n"
                           : "pipe closed by peer or os.write(pipe, data) raised exception.\n";
    vm_write_error(vm, text, strlen(text));
}

bool transport_write(Vm *vm, Transport *self, Value data) {
    if (!is_bytes_like(data)) {
        vm_raise(vm, vm->exceptions.TypeError, "data argument must be a bytes-like object, not '%T'", data);
        return false;
    }
    if (self->eof_written) {
        vm_raise(vm, vm->exceptions.RuntimeError, "Cannot call write() after write_eof()");
        return false;
    }
    ByteSpan span = byte_span(data);
    size_t sent = 0;
    if (span.count == 0)
        return true;
    if (self->lost) {
        if (++self->lost_writes >= LOST_WRITES_UNTOLD)
            tell_of_lost_write(vm, self);
        return true;
    }
    if (self->output.count == 0) {
        ssize_t count = send_bytes(self, span.bytes, span.count);
        if (count < 0 && !would_block(errno)) {
            vm_raise_errno(vm, errno, NOTHING);
            fail(vm, self, "Fatal write error on transport");
            return !vm_has_exception(vm);
        }
        sent = count < 0 ? 0 : (size_t)count;
        if (sent == span.count)
            return true;
        watch(vm, self, POLL_WRITE, true);
    }
    byte_queue_add(&self->output, span.bytes + sent, span.count - sent);
    pause_protocol_if_full(vm, self);
    return !vm_has_exception(vm);
}

static void all_is_written(Vm *vm, Transport *self) {
    watch(vm, self, POLL_WRITE, false);
    if (self->closing) {
        watch(vm, self, POLL_READ, false);
        self->lost = true;
        end(vm, self, NONE);
    } else if (self->eof_written) {
        shutdown(self->descriptor, SHUT_WR);
    }
}

static void writable(Vm *vm, Watcher *watcher) {
    Transport *self = (Transport *)watcher;
    if (!self->is_watched_for_writing || self->lost)
        return;
    ssize_t count = send_bytes(self, byte_queue_front(&self->output), self->output.count);
    if (count < 0) {
        if (would_block(errno))
            return;
        vm_raise_errno(vm, errno, NOTHING);
        fail(vm, self, "Fatal write error on transport");
        return;
    }
    byte_queue_drop(&self->output, (size_t)count);
    resume_protocol_if_low(vm, self);
    if (self->output.count == 0 && !vm_has_exception(vm))
        all_is_written(vm, self);
}

bool transport_write_eof(Vm *vm, Transport *self) {
    if (self->closing || self->eof_written)
        return true;
    if (self->kind == TRANSPORT_WRITE_PIPE) {
        /* A pipe knows no other end than being closed. */
        self->closing = true;
        if (self->output.count == 0) {
            watch(vm, self, POLL_READ, false);
            end_soon(vm, self, NONE);
        }
        return true;
    }
    self->eof_written = true;
    if (self->output.count == 0 && shutdown(self->descriptor, SHUT_WR) != 0) {
        vm_raise_errno(vm, errno, NOTHING);
        return false;
    }
    return true;
}

static const WatcherDef watcher_def = {readable, writable};

/* ---- Beginning ---- */

static void connection_made(Vm *vm, Transport *self, Value argument) {
    (void)argument;
    StreamProtocol *stream = stream_protocol_of(vm, self->protocol);
    if (stream) {
        stream_protocol_connection_made(vm, stream, object_value(self));
    } else {
        Value transport = object_value(self);
        vm_call_method(vm, self->protocol, string_intern_c(vm, "connection_made"), &transport, 1);
    }
    report_protocol(vm, self, "Exception in callback protocol.connection_made()");
}

static void begin_reading(Vm *vm, Transport *self, Value argument) {
    (void)argument;
    if (!self->closing && !self->paused)
        watch(vm, self, POLL_READ, true);
}

static void set_protocol(Vm *vm, Transport *self, Value protocol) {
    self->protocol = protocol;
    self->fills_buffer = is_instance(vm, protocol, asyncio_types(vm)->buffered_protocol);
}

Transport *transport_new(Vm *vm, TransportKind kind, Loop *loop, Value file, int descriptor, Value protocol,
                         Future *waiter, Value extra, Value server) {
    Transport *self = type_allocate(vm, asyncio_types(vm)->transport);
    self->base.def = &watcher_def;
    self->loop = loop;
    set_protocol(vm, self, protocol);
    self->file = file;
    self->extra = is_dict(extra) ? AS(Dict, extra) : dict_new(vm);
    self->server = server;
    self->descriptor = descriptor;
    self->kind = (uint8_t)kind;
    self->high_water = HIGH_WATER;
    self->low_water = HIGH_WATER / 4;
    int flags = fcntl(descriptor, F_GETFL);
    if (flags >= 0)
        fcntl(descriptor, F_SETFL, flags | O_NONBLOCK);
    call_soon(vm, self, connection_made, NOTHING);
    call_soon(vm, self, begin_reading, NOTHING);
    if (waiter)
        event_loop_push(loop, ready_target(READY_RELEASE, waiter), NOTHING);
    return self;
}

/* ---- Methods ---- */

static Value method_write(Vm *vm, Value *args, int argc) {
    (void)argc;
    return transport_write(vm, self_of(args), args[1]) ? NONE : NOTHING;
}

static Value method_writelines(Vm *vm, Value *args, int argc) {
    (void)argc;
    Value joined = vm_call_method(vm, bytes_new(vm, NULL, 0), string_intern_c(vm, "join"), args + 1, 1);
    return joined != NOTHING && transport_write(vm, self_of(args), joined) ? NONE : NOTHING;
}

static Value method_write_eof(Vm *vm, Value *args, int argc) {
    (void)argc;
    return transport_write_eof(vm, self_of(args)) ? NONE : NOTHING;
}

static Value method_can_write_eof(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    return bool_value(self_of(args)->kind != TRANSPORT_READ_PIPE);
}

static Value method_close(Vm *vm, Value *args, int argc) {
    (void)argc;
    transport_close(vm, self_of(args));
    return NONE;
}

static Value method_abort(Vm *vm, Value *args, int argc) {
    (void)argc;
    force_close(vm, self_of(args), NONE);
    return NONE;
}

static Value method_is_closing(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    return bool_value(self_of(args)->closing);
}

static Value method_is_reading(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    return bool_value(!self_of(args)->closing && !self_of(args)->paused);
}

static Value method_pause_reading(Vm *vm, Value *args, int argc) {
    (void)argc;
    transport_pause_reading(vm, self_of(args));
    return NONE;
}

static Value method_resume_reading(Vm *vm, Value *args, int argc) {
    (void)argc;
    transport_resume_reading(vm, self_of(args));
    return NONE;
}

static Value method_get_protocol(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    return self_of(args)->protocol;
}

static Value method_set_protocol(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    set_protocol(vm, self_of(args), args[1]);
    return NONE;
}

static Value method_get_extra_info(Vm *vm, Value *args, int argc) {
    (void)argc;
    Value found = dict_get(vm, self_of(args)->extra, args[1]);
    if (found != NOTHING || vm_has_exception(vm))
        return found;
    return args[2] == NOTHING ? NONE : args[2];
}

static Value method_get_write_buffer_size(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    return small_int((int64_t)self_of(args)->output.count);
}

static Value method_get_write_buffer_limits(Vm *vm, Value *args, int argc) {
    (void)argc;
    return object_value(tuple_of(vm, 2, small_int((int64_t)self_of(args)->low_water),
                                 small_int((int64_t)self_of(args)->high_water)));
}

static Value method_set_write_buffer_limits(Vm *vm, Value *args, int argc) {
    (void)argc;
    Transport *self = self_of(args);
    int64_t high = 0, low = 0;
    bool has_high = args[1] != NOTHING && args[1] != NONE, has_low = args[2] != NOTHING && args[2] != NONE;
    if ((has_high && !value_to_index(vm, args[1], &high)) || (has_low && !value_to_index(vm, args[2], &low)))
        return NOTHING;
    if (!has_high)
        high = has_low ? low * 4 : HIGH_WATER;
    if (!has_low)
        low = high >> 2; /* rounded down, also below zero */
    if (high < low || low < 0)
        return vm_raise(vm, vm->exceptions.ValueError, "high (%l) must be >= low (%l) must be >= 0", high,
                        low);
    self->high_water = (size_t)high;
    self->low_water = (size_t)low;
    pause_protocol_if_full(vm, self);
    return vm_has_exception(vm) ? NOTHING : NONE;
}

static const NativeDef methods[] = {
    {"write", method_write, 2, 2, 0, "data"},
    {"writelines", method_writelines, 2, 2, 0, "list_of_data"},
    {"write_eof", method_write_eof, 1, 1, 0, NULL},
    {"can_write_eof", method_can_write_eof, 1, 1, 0, NULL},
    {"close", method_close, 1, 1, 0, NULL},
    {"abort", method_abort, 1, 1, 0, NULL},
    {"is_closing", method_is_closing, 1, 1, 0, NULL},
    {"is_reading", method_is_reading, 1, 1, 0, NULL},
    {"pause_reading", method_pause_reading, 1, 1, 0, NULL},
    {"resume_reading", method_resume_reading, 1, 1, 0, NULL},
    {"get_protocol", method_get_protocol, 1, 1, 0, NULL},
    {"set_protocol", method_set_protocol, 2, 2, 0, "protocol"},
    {"get_extra_info", method_get_extra_info, 2, 2, 0, "name,default"},
    {"get_write_buffer_size", method_get_write_buffer_size, 1, 1, 0, NULL},
    {"get_write_buffer_limits", method_get_write_buffer_limits, 1, 1, 0, NULL},
    {"set_write_buffer_limits", method_set_write_buffer_limits, 1, 1, 0, "high,low"},
    END_OF_FUNCTIONS,
};

static Value transport_repr(Vm *vm, Value v) {
    static const char *const names[] = {"_SelectorSocketTransport", "_UnixReadPipeTransport",
                                        "_UnixWritePipeTransport"};
    const Transport *self = AS(Transport, v);
    StringBuilder out;
    builder_init(&out);
    builder_format(vm, &out, "<%s", names[self->kind]);
    if (self->file == NONE)
        builder_add_c(&out, " closed");
    else if (self->closing)
        builder_add_c(&out, " closing");
    builder_format(vm, &out, " fd=%d", self->descriptor);
    if (self->file != NONE && !self->loop->closed) {
        builder_add_c(&out, self->is_watched_for_reading ? " read=polling" : " read=idle");
        builder_format(vm, &out, " write=<%s, bufsize=%z>", self->is_watched_for_writing ? "polling" : "idle",
                       self->output.count);
    }
    builder_add_char(&out, '>');
    return builder_finish(vm, &out);
}

static const TypeDef transport_def = {
    .name = "_SelectorTransport",
    .module = "asyncio.selector_events",
    .kind = KIND_NATIVE,
    .layout = &transport_layout,
    .size = sizeof(Transport),
    .flags = TYPE_NO_INSTANCES,
    .ops = {.repr = transport_repr},
    .methods = methods,
};

bool transport_setup(Vm *vm, Module *module) {
    Value base = forwarding_find(vm, "asyncio.transports", string_intern_c(vm, "Transport"));
    Value buffered = forwarding_find(vm, "asyncio.protocols", string_intern_c(vm, "BufferedProtocol"));
    if (base == NOTHING || buffered == NOTHING)
        return false;
    stdlib_keep(vm, buffered);
    asyncio_types(vm)->buffered_protocol = AS(Type, buffered);
    asyncio_types(vm)->transport = asyncio_add_type(vm, module, &transport_def, AS(Type, base));
    return true;
}
