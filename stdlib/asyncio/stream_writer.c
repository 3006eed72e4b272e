/* asyncio.StreamWriter: writes to a transport, and waits while it has too much to send. */
#include "stdlib/asyncio/stream_protocol.h"

typedef struct StreamWriter {
    Obj head;
    Attributes attributes;
    Loop *loop;
    Value transport, protocol, reader;
} StreamWriter;

static void trace(Heap *heap, Obj *object) {
    StreamWriter *self = (StreamWriter *)object;
    heap_mark_object(heap, self->loop);
    heap_mark(heap, self->transport);
    heap_mark(heap, self->protocol);
    heap_mark(heap, self->reader);
}

static const NativeLayout layout = {"StreamWriter", sizeof(StreamWriter), trace, NULL};

static StreamWriter *self_of(const Value *args) {
    return AS(StreamWriter, args[0]);
}

/* ---- Waiting ---- */

typedef struct WriterWait {
    NativeCoroutine base;
    StreamWriter *writer;
    Future *future;
} WriterWait;

enum { WAIT_CREATED, WAIT_GAVE_WAY, WAIT_FOR_FUTURE };

static void wait_trace(Heap *heap, NativeCoroutine *base) {
    heap_mark_object(heap, ((WriterWait *)base)->writer);
    heap_mark_object(heap, ((WriterWait *)base)->future);
}

/* Waits until the transport is no longer full. */
static ResumeResult wait_until_low(Vm *vm, WriterWait *self, Value *result) {
    if (!is_native(self->writer->protocol, &stream_protocol_layout)) {
        *result = NONE;
        return RESUME_RETURNED;
    }
    StreamProtocol *protocol = AS(StreamProtocol, self->writer->protocol);
    if (protocol->connection_lost) {
        vm_raise(vm, vm->exceptions.ConnectionResetError, "Connection lost");
        return RESUME_RAISED;
    }
    *result = NONE;
    if (!protocol->paused)
        return RESUME_RETURNED;
    self->future = future_new(vm, self->writer->loop);
    list_append(vm, protocol->drain_waiters, object_value(self->future));
    self->base.step = WAIT_FOR_FUTURE;
    return future_step(vm, object_value(self->future), NOTHING, result);
}

static void leave_drain_waiters(Vm *vm, WriterWait *self) {
    List *waiters = AS(StreamProtocol, self->writer->protocol)->drain_waiters;
    for (int64_t i = 0; i < waiters->count; i++)
        if (waiters->items[i] == object_value(self->future)) {
            list_remove_range(vm, waiters, i, i + 1);
            return;
        }
}

static bool is_closing(Vm *vm, StreamWriter *self) {
    if (is_native(self->transport, &transport_layout))
        return AS(Transport, self->transport)->closing;
    Value answer = vm_call_method(vm, self->transport, string_intern_c(vm, "is_closing"), NULL, 0);
    return answer != NOTHING && value_truth(vm, answer) > 0;
}

static ResumeResult drain_begin(Vm *vm, WriterWait *self, Value *result) {
    StreamWriter *writer = self->writer;
    if (is_native(writer->reader, &stream_reader_layout)) {
        Value exception = AS(StreamReader, writer->reader)->exception;
        if (exception != NONE) {
            vm_raise_value(vm, exception);
            return RESUME_RAISED;
        }
    }
    bool closing = is_closing(vm, writer);
    if (vm_has_exception(vm))
        return RESUME_RAISED;
    if (!closing)
        return wait_until_low(vm, self, result);
    /* So that connection_lost() is called, and a coroutine that writes without end learns of it. */
    self->base.step = WAIT_GAVE_WAY;
    *result = NONE;
    return RESUME_YIELDED;
}

static ResumeResult drain_resume(Vm *vm, NativeCoroutine *base, Value sent, Value thrown, Value *result) {
    WriterWait *self = (WriterWait *)base;
    (void)sent;
    if (base->step == WAIT_CREATED)
        return drain_begin(vm, self, result);
    if (base->step == WAIT_GAVE_WAY) {
        if (thrown == NOTHING)
            return wait_until_low(vm, self, result);
        vm_raise_value(vm, thrown);
        return RESUME_RAISED;
    }
    ResumeResult outcome = future_step(vm, object_value(self->future), thrown, result);
    if (outcome != RESUME_YIELDED)
        leave_drain_waiters(vm, self);
    return outcome;
}

static ResumeResult closed_resume(Vm *vm, NativeCoroutine *base, Value sent, Value thrown, Value *result) {
    WriterWait *self = (WriterWait *)base;
    (void)sent;
    if (!is_native(self->writer->protocol, &stream_protocol_layout)) {
        *result = NONE;
        return RESUME_RETURNED;
    }
    return future_step(vm, object_value(AS(StreamProtocol, self->writer->protocol)->closed), thrown, result);
}

static const NativeCoroutineDef drain_def = {"StreamWriter.drain", sizeof(WriterWait), drain_resume,
                                             wait_trace, NULL};
static const NativeCoroutineDef closed_def = {"StreamWriter.wait_closed", sizeof(WriterWait), closed_resume,
                                              wait_trace, NULL};

static Value new_wait(Vm *vm, const NativeCoroutineDef *def, StreamWriter *writer) {
    WriterWait *wait = native_coroutine_new(vm, def);
    wait->writer = writer;
    return object_value(wait);
}

/* ---- Methods ---- */

static Value method_write(Vm *vm, Value *args, int argc) {
    (void)argc;
    StreamWriter *self = self_of(args);
    if (is_native(self->transport, &transport_layout))
        return transport_write(vm, AS(Transport, self->transport), args[1]) ? NONE : NOTHING;
    return vm_call_method(vm, self->transport, string_intern_c(vm, "write"), args + 1, 1);
}

/* Those that only ask the transport. */
#define ASK_TRANSPORT(name, method)                                                                \
    static Value name(Vm *vm, Value *args, int argc) {                                             \
        return vm_call_method(vm, self_of(args)->transport, string_intern_c(vm, method), args + 1, \
                              argc - 1);                                                           \
    }
ASK_TRANSPORT(method_writelines, "writelines")
ASK_TRANSPORT(method_write_eof, "write_eof")
ASK_TRANSPORT(method_can_write_eof, "can_write_eof")
ASK_TRANSPORT(method_close, "close")
ASK_TRANSPORT(method_is_closing, "is_closing")

static Value method_get_extra_info(Vm *vm, Value *args, int argc) {
    (void)argc;
    Value asked[] = {args[1], args[2] == NOTHING ? NONE : args[2]};
    return vm_call_method(vm, self_of(args)->transport, string_intern_c(vm, "get_extra_info"), asked, 2);
}

static Value method_drain(Vm *vm, Value *args, int argc) {
    (void)argc;
    return new_wait(vm, &drain_def, self_of(args));
}

static Value method_wait_closed(Vm *vm, Value *args, int argc) {
    (void)argc;
    return new_wait(vm, &closed_def, self_of(args));
}

static Value method_start_tls(Vm *vm, Value *args, int argc) {
    (void)args, (void)argc;
    return vm_raise(vm, vm->exceptions.NotImplementedError, "Bide has no TLS: start_tls() is not supported");
}

static const NativeDef methods[] = {
    {"write", method_write, 2, 2, 0, "data"},
    {"writelines", method_writelines, 2, 2, 0, NULL},
    {"write_eof", method_write_eof, 1, 1, 0, NULL},
    {"can_write_eof", method_can_write_eof, 1, 1, 0, NULL},
    {"close", method_close, 1, 1, 0, NULL},
    {"is_closing", method_is_closing, 1, 1, 0, NULL},
    {"get_extra_info", method_get_extra_info, 2, 2, 0, "name,default"},
    {"drain", method_drain, 1, 1, 0, NULL},
    {"wait_closed", method_wait_closed, 1, 1, 0, NULL},
    {"start_tls", method_start_tls, 1, -1, NATIVE_ANY_KEYWORDS, "*"},
    END_OF_FUNCTIONS,
};

static Value get_transport(Vm *vm, Value self) {
    (void)vm;
    return AS(StreamWriter, self)->transport;
}

static const NativePropertyDef properties[] = {{"transport", get_transport, NULL}, END_OF_PROPERTIES};

/* ---- The type ---- */

Value stream_writer_new(Vm *vm, Value transport, Value protocol, Value reader, Loop *loop) {
    StreamWriter *self = type_allocate(vm, asyncio_types(vm)->stream_writer);
    self->loop = loop;
    self->transport = transport;
    self->protocol = protocol;
    self->reader = reader;
    return object_value(self);
}

static Value create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    (void)args, (void)argc, (void)keywords;
    StreamWriter *self = type_allocate(vm, type);
    self->transport = self->protocol = self->reader = NONE;
    return object_value(self);
}

static bool initialize(Vm *vm, Value v, Value *args, int argc, Tuple *keywords) {
    StreamWriter *self = AS(StreamWriter, v);
    Value given[4];
    if (!arguments_bind(vm, "StreamWriter", "transport,protocol,reader,loop", 0, 4, args, argc, keywords,
                        given) ||
        !asyncio_loop_argument(vm, given[3], &self->loop))
        return false;
    self->transport = given[0];
    self->protocol = given[1];
    self->reader = given[2];
    return self->loop || (self->loop = event_loop_get(vm)) != NULL;
}

static Value writer_repr(Vm *vm, Value v) {
    StreamWriter *self = AS(StreamWriter, v);
    StringBuilder out;
    builder_init(&out);
    builder_format(vm, &out, "<StreamWriter transport=%R", self->transport);
    if (self->reader != NONE)
        builder_format(vm, &out, " reader=%R", self->reader);
    builder_add_char(&out, '>');
    return builder_finish(vm, &out);
}

static const TypeDef writer_def = {
    .name = "StreamWriter",
    .module = "asyncio.streams",
    .kind = KIND_NATIVE,
    .layout = &layout,
    .size = sizeof(StreamWriter),
    .ops = {.repr = writer_repr},
    .create = create,
    .initialize = initialize,
    .methods = methods,
    .properties = properties,
    .has_attributes = true,
};

void stream_writer_setup(Vm *vm, Module *module) {
    asyncio_types(vm)->stream_writer = asyncio_add_type(vm, module, &writer_def, NULL);
}
