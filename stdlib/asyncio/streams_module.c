/* Module _streams: what asyncio.streams, written in the language, has in C: transports and the two streams.
 */
#include "stdlib/asyncio/stream_protocol.h"
#include "stdlib/modules.h"
#include "stdlib/stdlib_state.h"

/* kind, loop, file, protocol, waiter, extra, server */
static Value make_transport(Vm *vm, TransportKind kind, const Value *args) {
    Loop *loop = NULL;
    if (!asyncio_loop_argument(vm, args[0], &loop))
        return NOTHING;
    Value descriptor = vm_call_method(vm, args[1], string_intern_c(vm, "fileno"), NULL, 0);
    int64_t number;
    if (descriptor == NOTHING || !value_to_index(vm, descriptor, &number))
        return NOTHING;
    Future *waiter = is_future(args[3]) ? AS(Future, args[3]) : NULL;
    return object_value(
        transport_new(vm, kind, loop, args[1], (int)number, args[2], waiter, args[4], args[5]));
}

static Value socket_transport(Vm *vm, Value *args, int argc) {
    (void)argc;
    return make_transport(vm, TRANSPORT_SOCKET, args);
}

static Value read_pipe_transport(Vm *vm, Value *args, int argc) {
    (void)argc;
    return make_transport(vm, TRANSPORT_READ_PIPE, args);
}

static Value write_pipe_transport(Vm *vm, Value *args, int argc) {
    (void)argc;
    return make_transport(vm, TRANSPORT_WRITE_PIPE, args);
}

/* The classes of errors are written in the language: the streams are told them. */
static Value set_errors(Vm *vm, Value *args, int argc) {
    (void)argc;
    asyncio_types(vm)->incomplete_read_error = args[0];
    asyncio_types(vm)->limit_overrun_error = args[1];
    stdlib_keep(vm, args[0]);
    stdlib_keep(vm, args[1]);
    return NONE;
}

static const NativeDef functions[] = {
    {"socket_transport", socket_transport, 6, 6, 0, NULL},
    {"read_pipe_transport", read_pipe_transport, 6, 6, 0, NULL},
    {"write_pipe_transport", write_pipe_transport, 6, 6, 0, NULL},
    {"set_errors", set_errors, 2, 2, 0, NULL},
    END_OF_FUNCTIONS,
};

static bool setup(Vm *vm, Module *module) {
    if (!transport_setup(vm, module))
        return false;
    stream_reader_setup(vm, module);
    stream_writer_setup(vm, module);
    stream_protocol_setup(vm, module);
    return true;
}

const ModuleDef streams_module = {"_streams", functions, setup};
