/* asyncio.StreamReader: what a connection has received, for coroutines that read it by lines, by counts or up
 * to a separator. */
#include "stdlib/asyncio/stream_protocol.h"
#include "stdlib/types/bytes_like.h"

enum { DEFAULT_LIMIT = 64 * 1024 };

static void trace(Heap *heap, Obj *object) {
    StreamReader *self = (StreamReader *)object;
    heap_mark_object(heap, self->loop);
    heap_mark(heap, self->transport);
    heap_mark(heap, self->exception);
    heap_mark_object(heap, self->waiter);
}

static void release(Vm *vm, Obj *object) {
    (void)vm;
    byte_queue_free(&((StreamReader *)object)->input);
}

const NativeLayout stream_reader_layout = {"StreamReader", sizeof(StreamReader), trace, release};

static StreamReader *self_of(const Value *args) {
    return AS(StreamReader, args[0]);
}

/* ---- What comes in ---- */

static void wake(Vm *vm, StreamReader *self, Value exception) {
    Future *waiter = self->waiter;
    heap_write_barrier(vm->heap, self);
    self->waiter = NULL;
    if (!waiter || future_is_done(waiter))
        return;
    if (exception == NONE)
        future_set_result(vm, waiter, NONE);
    else
        future_set_exception(vm, waiter, exception);
}

/* transport.pause_reading() or resume_reading(), of any transport. False: it has none. */
static bool tell_transport(Vm *vm, StreamReader *self, bool pause) {
    if (is_native(self->transport, &transport_layout)) {
        (pause ? transport_pause_reading : transport_resume_reading)(vm, AS(Transport, self->transport));
        return true;
    }
    const char *method = pause ? "pause_reading" : "resume_reading";
    if (vm_call_method(vm, self->transport, string_intern_c(vm, method), NULL, 0) != NOTHING)
        return true;
    if (!vm_exception_is(vm, vm->exceptions.NotImplementedError))
        return false;
    vm_clear_exception(vm);
    heap_write_barrier(vm->heap, self);
    self->transport = NONE;
    return false;
}

void stream_reader_feed(Vm *vm, StreamReader *self, const void *bytes, size_t count) {
    if (count == 0)
        return;
    byte_queue_add(&self->input, bytes, count);
    wake(vm, self, NONE);
    if (self->transport != NONE && !self->paused && self->input.count > 2 * self->limit)
        self->paused = tell_transport(vm, self, true);
}

void stream_reader_feed_eof(Vm *vm, StreamReader *self) {
    self->at_end = true;
    wake(vm, self, NONE);
}

void stream_reader_set_exception(Vm *vm, StreamReader *self, Value exception) {
    heap_write_barrier(vm->heap, self);
    self->exception = exception;
    wake(vm, self, exception);
}

static void resume_transport(Vm *vm, StreamReader *self) {
    if (!self->paused || self->input.count > self->limit)
        return;
    self->paused = false;
    tell_transport(vm, self, false);
}

/* ---- Reading ---- */

typedef enum ReadKind { READ_SOME, READ_ALL, READ_EXACTLY, READ_UNTIL, READ_LINE, READ_NEXT_LINE } ReadKind;

typedef struct StreamRead {
    NativeCoroutine base; /* step 1: it waits */
    StreamReader *reader;
    Future *waiter;
    Value separator; /* Bytes, a tuple of them, the shortest first, or NOTHING */
    int64_t count;
    size_t searched; /* before this no separator begins */
    uint8_t kind;    /* ReadKind */
} StreamRead;

static void read_trace(Heap *heap, NativeCoroutine *base) {
    heap_mark_object(heap, ((StreamRead *)base)->reader);
    heap_mark_object(heap, ((StreamRead *)base)->waiter);
    heap_mark(heap, ((StreamRead *)base)->separator);
}

/* Takes bytes from the front, as the result. */
static ResumeResult take(Vm *vm, StreamReader *self, size_t count, Value *result) {
    *result = bytes_new(vm, byte_queue_front(&self->input), count);
    byte_queue_drop(&self->input, count);
    size_t mark = vm_root_mark(vm);
    vm_root(vm, *result);
    resume_transport(vm, self);
    vm_root_reset(vm, mark);
    return vm_has_exception(vm) ? RESUME_RAISED : RESUME_RETURNED;
}

static const char *name_of(const StreamRead *self) {
    static const char *const names[] = {"read", "read", "readexactly", "readuntil", "readuntil", "readuntil"};
    return names[self->kind];
}

/* Begins to wait for data. */
static ResumeResult wait_for_data(Vm *vm, StreamRead *self, Value *result) {
    StreamReader *reader = self->reader;
    if (reader->waiter) {
        vm_raise(vm, vm->exceptions.RuntimeError,
                 "%s() called while another coroutine is already waiting for incoming data", name_of(self));
        return RESUME_RAISED;
    }
    if (reader->paused) {
        reader->paused = false;
        tell_transport(vm, reader, false);
        if (vm_has_exception(vm))
            return RESUME_RAISED;
    }
    self->waiter = reader->waiter = future_new(vm, reader->loop);
    self->base.step = 1;
    return future_step(vm, object_value(self->waiter), NOTHING, result);
}

static ResumeResult raise_incomplete(Vm *vm, StreamReader *reader, Value expected) {
    Value partial = bytes_new(vm, byte_queue_front(&reader->input), reader->input.count);
    byte_queue_free(&reader->input);
    Value error = vm_call2(vm, asyncio_types(vm)->incomplete_read_error, partial, expected);
    if (error != NOTHING)
        vm_raise_value(vm, error);
    return RESUME_RAISED;
}

static ResumeResult raise_overrun(Vm *vm, const char *message, size_t consumed) {
    Value error = vm_call2(vm, asyncio_types(vm)->limit_overrun_error, string_value(vm, message),
                           small_int((int64_t)consumed));
    if (error != NOTHING)
        vm_raise_value(vm, error);
    return RESUME_RAISED;
}

/* A line that is too long is given up: with its end if that has come. */
static ResumeResult overrun(Vm *vm, StreamRead *self, const char *message, size_t consumed) {
    StreamReader *reader = self->reader;
    if (self->kind == READ_UNTIL)
        return raise_overrun(vm, message, consumed);
    Bytes *line_end = AS(Bytes, self->separator);
    if (byte_queue_find(&reader->input, line_end->bytes, line_end->count, consumed) == consumed)
        byte_queue_drop(&reader->input, consumed + line_end->count);
    else
        byte_queue_free(&reader->input);
    resume_transport(vm, reader);
    if (!vm_has_exception(vm))
        vm_raise(vm, vm->exceptions.ValueError, "%s", message);
    return RESUME_RAISED;
}

/* The input has ended without a separator. */
static ResumeResult last_line(Vm *vm, StreamRead *self, Value *result) {
    StreamReader *reader = self->reader;
    if (self->kind == READ_UNTIL)
        return raise_incomplete(vm, reader, NONE);
    if (self->kind == READ_NEXT_LINE && reader->input.count == 0) {
        vm_raise(vm, vm->exceptions.StopAsyncIteration, NULL);
        return RESUME_RAISED;
    }
    return take(vm, reader, reader->input.count, result);
}

/* Where the separator that ends first begins, SIZE_MAX: none has come; and in *end where it ends. */
static size_t find_separator(const StreamRead *self, size_t *end) {
    bool one = !is_tuple(self->separator);
    const Value *separators = one ? &self->separator : AS(Tuple, self->separator)->items;
    int64_t count = one ? 1 : AS(Tuple, self->separator)->count;
    size_t begin = SIZE_MAX;
    *end = SIZE_MAX;
    for (int64_t i = 0; i < count; i++) {
        const Bytes *part = AS(Bytes, separators[i]);
        size_t found = byte_queue_find(&self->reader->input, part->bytes, part->count, self->searched);
        if (found != SIZE_MAX && found + part->count < *end) {
            begin = found;
            *end = found + part->count;
        }
    }
    return begin;
}

static size_t shortest_separator(Value separator) {
    return AS(Bytes, is_tuple(separator) ? AS(Tuple, separator)->items[0] : separator)->count;
}

static size_t longest_separator(Value separator) {
    if (is_tuple(separator))
        separator = AS(Tuple, separator)->items[AS(Tuple, separator)->count - 1];
    return AS(Bytes, separator)->count;
}

static ResumeResult read_until(Vm *vm, StreamRead *self, Value *result) {
    StreamReader *reader = self->reader;
    size_t end, part = longest_separator(self->separator);
    size_t found = find_separator(self, &end);
    if (found != SIZE_MAX) {
        if (found > reader->limit)
            return overrun(vm, self, "Separator is found, but chunk is longer than limit", found);
        return take(vm, reader, end, result);
    }
    if (reader->input.count >= part) {
        self->searched = reader->input.count + 1 - part;
        if (self->searched > reader->limit)
            return overrun(vm, self, "Separator is not found, and chunk exceed the limit", self->searched);
    }
    return reader->at_end ? last_line(vm, self, result) : wait_for_data(vm, self, result);
}

static ResumeResult read_on(Vm *vm, StreamRead *self, Value *result) {
    StreamReader *reader = self->reader;
    size_t there = reader->input.count, wanted = (size_t)self->count;
    switch ((ReadKind)self->kind) {
    case READ_SOME:
        if (there == 0 && !reader->at_end)
            return wait_for_data(vm, self, result);
        return take(vm, reader, there < wanted ? there : wanted, result);
    case READ_EXACTLY:
        if (there >= wanted)
            return take(vm, reader, wanted, result);
        return reader->at_end ? raise_incomplete(vm, reader, small_int(self->count))
                              : wait_for_data(vm, self, result);
    case READ_ALL: return reader->at_end ? take(vm, reader, there, result) : wait_for_data(vm, self, result);
    default: return read_until(vm, self, result);
    }
}

static ResumeResult begin(Vm *vm, StreamRead *self, Value *result) {
    if (self->kind == READ_EXACTLY && self->count < 0) {
        vm_raise(vm, vm->exceptions.ValueError, "readexactly size can not be less than zero");
        return RESUME_RAISED;
    }
    if (self->kind == READ_UNTIL && is_tuple(self->separator) && AS(Tuple, self->separator)->count == 0) {
        vm_raise(vm, vm->exceptions.ValueError, "Separator should contain at least one element");
        return RESUME_RAISED;
    }
    if (self->kind == READ_UNTIL && shortest_separator(self->separator) == 0) {
        vm_raise(vm, vm->exceptions.ValueError, "Separator should be at least one-byte string");
        return RESUME_RAISED;
    }
    if (self->reader->exception != NONE) {
        vm_raise_value(vm, self->reader->exception);
        return RESUME_RAISED;
    }
    if (self->separator == NOTHING && self->kind != READ_ALL && self->count == 0) {
        *result = bytes_new(vm, NULL, 0);
        return RESUME_RETURNED;
    }
    return read_on(vm, self, result);
}

static ResumeResult read_resume(Vm *vm, NativeCoroutine *base, Value sent, Value thrown, Value *result) {
    StreamRead *self = (StreamRead *)base;
    (void)sent;
    if (base->step == 0)
        return begin(vm, self, result);
    ResumeResult outcome = future_step(vm, object_value(self->waiter), thrown, result);
    if (outcome == RESUME_YIELDED)
        return outcome;
    if (self->reader->waiter == self->waiter) {
        heap_write_barrier(vm->heap, self->reader);
        self->reader->waiter = NULL;
    }
    return outcome == RESUME_RETURNED ? read_on(vm, self, result) : outcome;
}

static const NativeCoroutineDef read_def = {"StreamReader.read", sizeof(StreamRead), read_resume, read_trace,
                                            NULL};
static const NativeCoroutineDef readexactly_def = {"StreamReader.readexactly", sizeof(StreamRead),
                                                   read_resume, read_trace, NULL};
static const NativeCoroutineDef readuntil_def = {"StreamReader.readuntil", sizeof(StreamRead), read_resume,
                                                 read_trace, NULL};
static const NativeCoroutineDef readline_def = {"StreamReader.readline", sizeof(StreamRead), read_resume,
                                                read_trace, NULL};
static const NativeCoroutineDef next_def = {"StreamReader.__anext__", sizeof(StreamRead), read_resume,
                                            read_trace, NULL};

static StreamRead *new_read(Vm *vm, const NativeCoroutineDef *def, StreamReader *reader, ReadKind kind) {
    StreamRead *self = native_coroutine_new(vm, def);
    self->reader = reader;
    self->kind = (uint8_t)kind;
    return self;
}

/* ---- Methods ---- */

static Value method_read(Vm *vm, Value *args, int argc) {
    int64_t count = -1;
    (void)argc;
    if (args[1] != NOTHING && !value_to_index(vm, args[1], &count))
        return NOTHING;
    StreamRead *read = new_read(vm, &read_def, self_of(args), count < 0 ? READ_ALL : READ_SOME);
    read->count = count;
    return object_value(read);
}

static Value method_readexactly(Vm *vm, Value *args, int argc) {
    int64_t count;
    (void)argc;
    if (!value_to_index(vm, args[1], &count))
        return NOTHING;
    StreamRead *read = new_read(vm, &readexactly_def, self_of(args), READ_EXACTLY);
    read->count = count;
    return object_value(read);
}

/* The bytes of a separator as they are now; NOTHING: raised. */
static Value as_separator(Vm *vm, Value separator) {
    if (!bytes_like_check(vm, separator))
        return NOTHING;
    return bytes_new(vm, byte_span(separator).bytes, byte_span(separator).count);
}

/* Several separators in the order of their lengths, those of one length in their own; NOTHING: raised. */
static Value shortest_first(Vm *vm, const Tuple *given) {
    Tuple *sorted = tuple_new(vm, given->items, given->count);
    for (int64_t i = 0; i < sorted->count; i++) {
        Value separator = as_separator(vm, sorted->items[i]);
        if (separator == NOTHING)
            return NOTHING;
        int64_t at = i;
        for (; at > 0 && AS(Bytes, sorted->items[at - 1])->count > AS(Bytes, separator)->count; at--)
            sorted->items[at] = sorted->items[at - 1];
        sorted->items[at] = separator;
    }
    return object_value(sorted);
}

static Value method_readuntil(Vm *vm, Value *args, int argc) {
    (void)argc;
    Value separator = args[1] == NOTHING ? bytes_new(vm, "\n", 1) : args[1];
    separator = is_tuple(separator) ? shortest_first(vm, AS(Tuple, separator)) : as_separator(vm, separator);
    if (separator == NOTHING)
        return NOTHING;
    StreamRead *read = new_read(vm, &readuntil_def, self_of(args), READ_UNTIL);
    read->separator = separator;
    return object_value(read);
}

static Value read_line(Vm *vm, Value self, const NativeCoroutineDef *def, ReadKind kind) {
    StreamRead *read = new_read(vm, def, AS(StreamReader, self), kind);
    read->separator = bytes_new(vm, "\n", 1);
    return object_value(read);
}

static Value method_readline(Vm *vm, Value *args, int argc) {
    (void)argc;
    return read_line(vm, args[0], &readline_def, READ_LINE);
}

static Value iterate(Vm *vm, Value self) {
    (void)vm;
    return self;
}

static Value next_line(Vm *vm, Value self) {
    return read_line(vm, self, &next_def, READ_NEXT_LINE);
}

static Value method_at_eof(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    return bool_value(self_of(args)->at_end && self_of(args)->input.count == 0);
}

static Value method_feed_data(Vm *vm, Value *args, int argc) {
    (void)argc;
    if (self_of(args)->at_end)
        return vm_raise(vm, vm->exceptions.AssertionError, "feed_data after feed_eof");
    if (!bytes_like_check(vm, args[1]))
        return NOTHING;
    stream_reader_feed(vm, self_of(args), byte_span(args[1]).bytes, byte_span(args[1]).count);
    return vm_has_exception(vm) ? NOTHING : NONE;
}

static Value method_feed_eof(Vm *vm, Value *args, int argc) {
    (void)argc;
    stream_reader_feed_eof(vm, self_of(args));
    return vm_has_exception(vm) ? NOTHING : NONE;
}

static Value method_exception(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    return self_of(args)->exception;
}

static Value method_set_exception(Vm *vm, Value *args, int argc) {
    (void)argc;
    stream_reader_set_exception(vm, self_of(args), args[1]);
    return vm_has_exception(vm) ? NOTHING : NONE;
}

static Value method_set_transport(Vm *vm, Value *args, int argc) {
    (void)argc;
    if (self_of(args)->transport != NONE)
        return vm_raise(vm, vm->exceptions.AssertionError, "Transport already set");
    self_of(args)->transport = args[1];
    return NONE;
}

static const NativeDef methods[] = {
    {"read", method_read, 1, 1, 0, "n"},
    {"readexactly", method_readexactly, 2, 2, 0, "n"},
    {"readuntil", method_readuntil, 1, 1, 0, "separator"},
    {"readline", method_readline, 1, 1, 0, NULL},
    {"at_eof", method_at_eof, 1, 1, 0, NULL},
    {"feed_data", method_feed_data, 2, 2, 0, "data"},
    {"feed_eof", method_feed_eof, 1, 1, 0, NULL},
    {"exception", method_exception, 1, 1, 0, NULL},
    {"set_exception", method_set_exception, 2, 2, 0, "exc"},
    {"set_transport", method_set_transport, 2, 2, 0, "transport"},
    END_OF_FUNCTIONS,
};

/* ---- The type ---- */

static Value create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    (void)args, (void)argc, (void)keywords;
    StreamReader *self = type_allocate(vm, type);
    self->transport = self->exception = NONE;
    self->limit = DEFAULT_LIMIT;
    return object_value(self);
}

static bool initialize(Vm *vm, Value v, Value *args, int argc, Tuple *keywords) {
    StreamReader *self = AS(StreamReader, v);
    Value given[2];
    int64_t limit = DEFAULT_LIMIT;
    if (!arguments_bind(vm, "StreamReader", "limit,loop", 0, 0, args, argc, keywords, given))
        return false;
    if (given[0] != NOTHING && !value_to_index(vm, given[0], &limit))
        return false;
    if (limit <= 0) {
        vm_raise(vm, vm->exceptions.ValueError, "Limit cannot be <= 0");
        return false;
    }
    self->limit = (size_t)limit;
    return asyncio_loop_argument(vm, given[1], &self->loop) &&
           (self->loop || (self->loop = event_loop_get(vm)) != NULL);
}

static Value reader_repr(Vm *vm, Value v) {
    StreamReader *self = AS(StreamReader, v);
    StringBuilder out;
    builder_init(&out);
    builder_add_c(&out, "<StreamReader");
    if (self->input.count > 0)
        builder_format(vm, &out, " %z bytes", self->input.count);
    if (self->at_end)
        builder_add_c(&out, " eof");
    if (self->limit != DEFAULT_LIMIT)
        builder_format(vm, &out, " limit=%z", self->limit);
    if (self->waiter)
        builder_format(vm, &out, " waiter=%R", object_value(self->waiter));
    if (self->exception != NONE)
        builder_format(vm, &out, " exception=%R", self->exception);
    if (self->transport != NONE)
        builder_format(vm, &out, " transport=%R", self->transport);
    if (self->paused)
        builder_add_c(&out, " paused");
    builder_add_char(&out, '>');
    return builder_finish(vm, &out);
}

static const TypeDef reader_def = {
    .name = "StreamReader",
    .module = "asyncio.streams",
    .kind = KIND_NATIVE,
    .layout = &stream_reader_layout,
    .size = sizeof(StreamReader),
    .ops = {.repr = reader_repr, .async_iter = iterate, .async_next = next_line},
    .create = create,
    .initialize = initialize,
    .methods = methods,
    .has_attributes = true,
};

void stream_reader_setup(Vm *vm, Module *module) {
    asyncio_types(vm)->stream_reader = asyncio_add_type(vm, module, &reader_def, NULL);
}
