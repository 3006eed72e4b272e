#include "stdlib/text_stream.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdlib.h>
#include <unistd.h>

#include "stdlib/modules.h"
#include "stdlib/stdlib_state.h"
#include "stdlib/types/codecs.h"
#include "stdlib/types/iterators.h"
#include "vm/call.h"
#include "vm/descriptor_wait.h"
#include "vm/dict.h"
#include "vm/interpreter_lock.h"
#include "vm/list.h"
#include "vm/memory.h"

enum { OUTPUT_SIZE = 16 * 1024, INPUT_SIZE = 8 * 1024 };

static void text_stream_finalize(Vm *vm, Obj *self) {
    (void)vm;
    free(((TextStream *)self)->buffer);
}

static const NativeLayout text_stream_layout = {"TextIOWrapper", sizeof(TextStream), NULL,
                                                text_stream_finalize};

TextStream *text_stream_new(Vm *vm, int descriptor, const char *name, bool writable, bool line_buffered) {
    TextStream *stream = type_allocate(vm, stdlib_state(vm)->text_stream_type);
    stream->descriptor = descriptor;
    stream->name = name;
    stream->writable = writable;
    stream->line_buffered = line_buffered;
    stream->capacity = writable ? OUTPUT_SIZE : INPUT_SIZE;
    stream->buffer = memory_new(stream->capacity, 1);
    return stream;
}

TextStream *as_text_stream(Value v) {
    return is_native(v, &text_stream_layout) ? AS(TextStream, v) : NULL;
}

void text_stream_set_sink(TextStream *stream, TextSink sink, void *state) {
    stream->sink = sink;
    stream->sink_state = state;
}

/* --- One user at a time --------------------------------------------------------------------------- */

static bool is_used_by_another(const Vm *vm, const TextStream *stream) {
    /* Who is not there any more was left behind by fork(). */
    for (const Thread *thread = stream->user ? vm->threads : NULL; thread; thread = thread->next)
        if (thread == stream->user)
            return thread != vm->thread;
    return false;
}

/* Waits until no other thread is in the midst of using the buffer. False: raised; so does a signal handler
 * that comes in the midst of this thread's own use. */
static bool wait_for_use(Vm *vm, TextStream *stream) {
    if (!stream->user)
        return true;
    ParkedEntry entry;
    bool ok = true;
    parked_queue_join(vm, &stream->waiters, &entry);
    while (ok && is_used_by_another(vm, stream)) {
        thread_park(vm, INFINITY);
        ok = vm_check_interrupts(vm);
    }
    parked_queue_leave(&stream->waiters, &entry);
    if (ok && stream->user == vm->thread) {
        vm_raise(vm, vm->exceptions.RuntimeError, "reentrant call inside <_io.Buffered%s name='%s'>",
                 stream->writable ? "Writer" : "Reader", stream->name);
        return false;
    }
    return ok;
}

static void end_use(Vm *vm, TextStream *stream) {
    stream->user = NULL;
    parked_queue_wake_all(vm, &stream->waiters);
}

/* --- Output --------------------------------------------------------------------------------------- */

/* *done counts what has been written, also when something raises. */
static bool write_to_descriptor(Vm *vm, int descriptor, const char *chars, size_t count, size_t *done) {
    for (*done = 0; *done < count;) {
        Thread *released = interpreter_release(vm);
        ssize_t written = write(descriptor, chars + *done, count - *done);
        interpreter_acquire(vm, released);
        if (written >= 0 || errno == EINTR) {
            /* A signal ends it also when part has been written, and must not wait for the rest. */
            *done += written > 0 ? (size_t)written : 0;
            if (*done < count && !vm_check_interrupts(vm))
                return false;
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            if (descriptor_wait(vm, descriptor, POLLOUT, -1) == DESCRIPTORS_RAISED)
                return false;
        } else {
            vm_raise_errno(vm, errno, NOTHING);
            return false;
        }
    }
    return true;
}

static bool write_all(Vm *vm, TextStream *stream, const char *chars, size_t count, size_t *done) {
    *done = 0;
    if (stream->sink != NULL) {
        if (stream->sink(stream->sink_state, chars, count))
            return true;
        vm_raise_errno(vm, errno, NOTHING);
        return false;
    }
    stream->user = vm->thread;
    bool written = write_to_descriptor(vm, stream->descriptor, chars, count, done);
    end_use(vm, stream);
    return written;
}

bool text_stream_flush(Vm *vm, TextStream *stream) {
    if (!wait_for_use(vm, stream))
        return false;
    if (!stream->writable || stream->count == 0)
        return true;
    size_t done;
    bool written = write_all(vm, stream, stream->buffer, stream->count, &done);
    if (written || stream->sink != NULL)
        done = stream->count;
    /* What is left the end of the program will try again, as CPython's does. */
    memmove(stream->buffer, stream->buffer + done, stream->count - done);
    stream->count -= done;
    return written;
}

bool text_stream_write(Vm *vm, TextStream *stream, const char *chars, size_t count) {
    if (!wait_for_use(vm, stream))
        return false;
    /* Others may have filled it up again when it has been flushed. */
    while (count > stream->capacity - stream->count && stream->count > 0)
        if (!text_stream_flush(vm, stream)) {
            stream->count = 0;
            return false;
        }
    size_t done;
    if (count > stream->capacity)
        return write_all(vm, stream, chars, count, &done);
    memcpy(stream->buffer + stream->count, chars, count);
    stream->count += count;
    if (stream->line_buffered && memchr(chars, '\n', count) != NULL)
        return text_stream_flush(vm, stream);
    return true;
}

static bool check_open(Vm *vm, const TextStream *stream) {
    if (stream->closed)
        vm_raise(vm, vm->exceptions.ValueError, "I/O operation on closed file.");
    return !stream->closed;
}

static bool check_direction(Vm *vm, const TextStream *stream, bool writable) {
    if (stream->writable != writable)
        vm_raise(vm, stdlib_state(vm)->unsupported_operation, writable ? "not writable" : "not readable");
    return stream->writable == writable;
}

static bool write_encoded(Vm *vm, TextStream *stream, String *string) {
    if (string_is_ascii(string) || utf8_is_valid(string->chars, string->byte_count))
        return text_stream_write(vm, stream, string->chars, string->byte_count);
    /* Only lone surrogates are wrong: standard error shows them escaped, any other stream refuses. */
    bool escape = stream->descriptor == STDERR_FILENO;
    Value bytes = codec_encode(vm, string, NOTHING, escape ? string_value(vm, "backslashreplace") : NOTHING);
    if (bytes == NOTHING)
        return false;
    vm_root(vm, bytes);
    return text_stream_write(vm, stream, (char *)AS(Bytes, bytes)->bytes, AS(Bytes, bytes)->count);
}

bool text_stream_write_string(Vm *vm, TextStream *stream, String *string) {
    if (!check_open(vm, stream) || !check_direction(vm, stream, true))
        return false;
    size_t roots = vm_root_mark(vm);
    vm_root(vm, object_value(string));
    bool written = write_encoded(vm, stream, string);
    vm_root_reset(vm, roots);
    return written;
}

Value text_stream_current(Vm *vm, const char *name) {
    StdlibState *state = stdlib_state(vm);
    Value module = dict_get_string(vm->modules, state->sys_name);
    if (module != NOTHING && is_kind(module, KIND_MODULE))
        return dict_get_string(AS(Module, module)->namespace, string_intern_c(vm, name));
    return name[3] == 'i'   ? state->standard_input
           : name[3] == 'o' ? state->standard_output
                            : state->standard_error;
}

bool text_stream_write_to(Vm *vm, Value file, String *string) {
    TextStream *stream = as_text_stream(file);
    if (stream != NULL)
        return text_stream_write_string(vm, stream, string);
    Value argument = object_value(string);
    return vm_call_method(vm, file, vm->names.write, &argument, 1) != NOTHING;
}

static bool flush_current(Vm *vm, const char *name) {
    Value file = text_stream_current(vm, name);
    if (file == NOTHING || file == NONE || as_text_stream(file) != NULL)
        return true;
    return vm_call_method(vm, file, vm->names.flush, NULL, 0) != NOTHING;
}

bool text_stream_flush_standard(Vm *vm) {
    StdlibState *state = stdlib_state(vm);
    bool flushed = flush_current(vm, "stdout") && flush_current(vm, "stderr");
    TextStream *output = as_text_stream(state->standard_output),
               *error = as_text_stream(state->standard_error);
    return flushed && (!output || text_stream_flush(vm, output)) && (!error || text_stream_flush(vm, error));
}

/* The vm's own messages go where sys.stderr does; what fails there is dropped. */
static void write_error(Vm *vm, const char *chars, size_t count) {
    Value file = text_stream_current(vm, "stderr");
    if (file == NOTHING || file == NONE)
        return;
    Value pending = vm->thread->exception;
    size_t roots = vm_root_mark(vm);
    vm_root(vm, pending);
    vm->thread->exception = NOTHING;
    TextStream *stream = as_text_stream(file);
    bool written = stream != NULL ? stream->closed || text_stream_write(vm, stream, chars, count)
                                  : text_stream_write_to(vm, file, string_new(vm, chars, count));
    if (!written)
        vm_clear_exception(vm);
    vm->thread->exception = pending;
    vm_root_reset(vm, roots);
}

/* --- Input ---------------------------------------------------------------------------------------- */

/* Reads more into the buffer; false: raised. */
static bool read_more(Vm *vm, TextStream *stream) {
    if (stream->start > 0) {
        memmove(stream->buffer, stream->buffer + stream->start, stream->count - stream->start);
        stream->count -= stream->start;
        stream->start = 0;
    }
    if (stream->count == stream->capacity) {
        stream->capacity *= 2;
        stream->buffer = memory_resize(stream->buffer, stream->capacity, 1);
    }
    for (;;) {
        if (descriptor_wait(vm, stream->descriptor, POLLIN, -1) == DESCRIPTORS_RAISED)
            return false;
        Thread *released = interpreter_release(vm);
        ssize_t got =
            read(stream->descriptor, stream->buffer + stream->count, stream->capacity - stream->count);
        interpreter_acquire(vm, released);
        if (got >= 0) {
            stream->at_end = got == 0;
            if (stream->sink != NULL)
                stream->sink(stream->sink_state, stream->buffer + stream->count, (size_t)got);
            stream->count += (size_t)got;
            return true;
        }
        if (errno == EAGAIN || errno == EWOULDBLOCK)
            continue;
        if (errno != EINTR) {
            vm_raise_errno(vm, errno, NOTHING);
            return false;
        }
        if (!vm_check_interrupts(vm))
            return false;
    }
}

static bool fill(Vm *vm, TextStream *stream) {
    stream->user = vm->thread;
    bool ok = read_more(vm, stream);
    end_use(vm, stream);
    return ok;
}

/* Takes the next `count` bytes of the buffer as text. */
static Value take(Vm *vm, TextStream *stream, size_t count) {
    Value bytes = bytes_new(vm, stream->buffer + stream->start, count);
    stream->start += count;
    return codec_decode(vm, bytes, NOTHING, NOTHING);
}

/* How many bytes the first `limit` code points in the buffer take; all of them when there are fewer or no
 * limit is set. */
static size_t bytes_of(const TextStream *stream, int64_t limit) {
    size_t available = stream->count - stream->start, count = 0;
    if (limit < 0)
        return available;
    while (count < available && limit > 0) {
        do
            count++;
        while (count < available && (stream->buffer[stream->start + count] & 0xc0) == 0x80);
        limit--;
    }
    return count;
}

Value text_stream_read_line(Vm *vm, TextStream *stream, int64_t limit) {
    if (!check_open(vm, stream) || !check_direction(vm, stream, false) || !wait_for_use(vm, stream))
        return NOTHING;
    stream->at_end = false;
    size_t searched = 0;
    for (;;) {
        size_t available = stream->count - stream->start;
        const char *start = stream->buffer + stream->start;
        const char *end = memchr(start + searched, '\n', available - searched);
        size_t allowed = bytes_of(stream, limit);
        if (end != NULL && (size_t)(end + 1 - start) <= allowed)
            return take(vm, stream, (size_t)(end + 1 - start));
        if (allowed < available || stream->at_end)
            return take(vm, stream, allowed);
        searched = available;
        if (!fill(vm, stream))
            return NOTHING;
    }
}

static Value text_stream_read(Vm *vm, TextStream *stream, int64_t limit) {
    if (!check_open(vm, stream) || !check_direction(vm, stream, false) || !wait_for_use(vm, stream))
        return NOTHING;
    stream->at_end = false;
    for (;;) {
        size_t allowed = bytes_of(stream, limit);
        if ((limit >= 0 && allowed < stream->count - stream->start) || limit == 0 || stream->at_end)
            return take(vm, stream, allowed);
        if (!fill(vm, stream))
            return NOTHING;
    }
}

/* --- Methods -------------------------------------------------------------------------------------- */

static Value stream_write(Vm *vm, Value *args, int argc) {
    (void)argc;
    if (!is_string(args[1]))
        return vm_raise(vm, vm->exceptions.TypeError, "write() argument must be str, not %T", args[1]);
    String *string = AS(String, args[1]);
    return text_stream_write_string(vm, AS(TextStream, args[0]), string) ? small_int(string->length)
                                                                         : NOTHING;
}

static bool write_one_line(Vm *vm, Value line, void *state) {
    if (!is_string(line)) {
        vm_raise(vm, vm->exceptions.TypeError, "write() argument must be str, not %T", line);
        return false;
    }
    return text_stream_write_string(vm, state, AS(String, line));
}

static Value stream_writelines(Vm *vm, Value *args, int argc) {
    (void)argc;
    return value_for_each(vm, args[1], write_one_line, AS(TextStream, args[0])) ? NONE : NOTHING;
}

static Value stream_flush(Vm *vm, Value *args, int argc) {
    (void)argc;
    TextStream *stream = AS(TextStream, args[0]);
    return check_open(vm, stream) && text_stream_flush(vm, stream) ? NONE : NOTHING;
}

static bool limit_argument(Vm *vm, Value *args, int argc, int64_t *limit) {
    *limit = -1;
    return argc < 2 || args[1] == NONE || value_to_index(vm, args[1], limit);
}

static Value stream_read(Vm *vm, Value *args, int argc) {
    int64_t limit;
    return limit_argument(vm, args, argc, &limit) ? text_stream_read(vm, AS(TextStream, args[0]), limit)
                                                  : NOTHING;
}

static Value stream_readline(Vm *vm, Value *args, int argc) {
    int64_t limit;
    return limit_argument(vm, args, argc, &limit) ? text_stream_read_line(vm, AS(TextStream, args[0]), limit)
                                                  : NOTHING;
}

static Value stream_next(Vm *vm, Value self) {
    Value line = text_stream_read_line(vm, AS(TextStream, self), -1);
    return line != NOTHING && AS(String, line)->byte_count == 0 ? NOTHING : line;
}

static Value stream_readlines(Vm *vm, Value *args, int argc) {
    int64_t limit, total = 0;
    if (!limit_argument(vm, args, argc, &limit))
        return NOTHING;
    List *lines = list_new(vm, 0);
    while (limit <= 0 || total < limit) {
        Value line = stream_next(vm, args[0]);
        if (line == NOTHING)
            break;
        total += AS(String, line)->length;
        list_append(vm, lines, line);
    }
    return vm_has_exception(vm) ? NOTHING : object_value(lines);
}

static Value stream_isatty(Vm *vm, Value *args, int argc) {
    (void)argc;
    TextStream *stream = AS(TextStream, args[0]);
    return check_open(vm, stream) ? bool_value(isatty(stream->descriptor)) : NOTHING;
}

static Value stream_fileno(Vm *vm, Value *args, int argc) {
    (void)argc;
    TextStream *stream = AS(TextStream, args[0]);
    return check_open(vm, stream) ? small_int(stream->descriptor) : NOTHING;
}

static Value stream_readable(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    return bool_value(!AS(TextStream, args[0])->writable);
}

static Value stream_writable(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    return bool_value(AS(TextStream, args[0])->writable);
}

static Value stream_seekable(Vm *vm, Value *args, int argc) {
    (void)vm, (void)args, (void)argc;
    return FALSE_VALUE;
}

static Value stream_close(Vm *vm, Value *args, int argc) {
    (void)argc;
    TextStream *stream = AS(TextStream, args[0]);
    if (stream->closed)
        return NONE;
    bool flushed = text_stream_flush(vm, stream);
    if (!flushed) {
        /* CPython's inner file tries once more; then what is left is lost. */
        Value first = vm_take_exception(vm);
        size_t roots = vm_root_mark(vm);
        vm_root(vm, first);
        if (text_stream_flush(vm, stream))
            vm->thread->exception = first;
        else
            AS(Exception, vm->thread->exception)->context = first;
        vm_root_reset(vm, roots);
        stream->count = 0;
    }
    stream->closed = true;
    return flushed ? NONE : NOTHING;
}

static Value stream_enter(Vm *vm, Value *args, int argc) {
    (void)argc;
    return check_open(vm, AS(TextStream, args[0])) ? args[0] : NOTHING;
}

/* reconfigure(line_buffering=...): the encoding is utf-8 and stays so. */
static Value stream_reconfigure(Vm *vm, Value *args, int argc) {
    (void)argc;
    TextStream *stream = AS(TextStream, args[0]);
    if (args[1] != NOTHING && args[1] != NONE) {
        int truth = value_truth(vm, args[1]);
        if (truth < 0)
            return NOTHING;
        stream->line_buffered = truth;
    }
    return text_stream_flush(vm, stream) ? NONE : NOTHING;
}

static Value stream_repr(Vm *vm, Value self) {
    TextStream *stream = AS(TextStream, self);
    return object_value(string_format(vm, "<_io.TextIOWrapper name='%s' mode='%s' encoding='utf-8'>",
                                      stream->name, stream->writable ? "w" : "r"));
}

static Value stream_get_name(Vm *vm, Value self) {
    return string_value(vm, AS(TextStream, self)->name);
}

static Value stream_get_mode(Vm *vm, Value self) {
    return string_value(vm, AS(TextStream, self)->writable ? "w" : "r");
}

static Value stream_get_encoding(Vm *vm, Value self) {
    (void)self;
    return string_value(vm, "utf-8");
}

static Value stream_get_errors(Vm *vm, Value self) {
    return string_value(vm,
                        AS(TextStream, self)->descriptor == STDERR_FILENO ? "backslashreplace" : "strict");
}

static Value stream_get_closed(Vm *vm, Value self) {
    (void)vm;
    return bool_value(AS(TextStream, self)->closed);
}

static Value stream_get_line_buffering(Vm *vm, Value self) {
    (void)vm;
    return bool_value(AS(TextStream, self)->line_buffered);
}

static Value stream_get_newlines(Vm *vm, Value self) {
    (void)vm, (void)self;
    return NONE;
}

static const NativeDef text_stream_methods[] = {
    {"write", stream_write, 2, 2, 0, NULL},
    {"writelines", stream_writelines, 2, 2, 0, NULL},
    {"flush", stream_flush, 1, 1, 0, NULL},
    {"read", stream_read, 1, 2, 0, NULL},
    {"readline", stream_readline, 1, 2, 0, NULL},
    {"readlines", stream_readlines, 1, 2, 0, NULL},
    {"isatty", stream_isatty, 1, 1, 0, NULL},
    {"fileno", stream_fileno, 1, 1, 0, NULL},
    {"readable", stream_readable, 1, 1, 0, NULL},
    {"writable", stream_writable, 1, 1, 0, NULL},
    {"seekable", stream_seekable, 1, 1, 0, NULL},
    {"close", stream_close, 1, 1, 0, NULL},
    {"reconfigure", stream_reconfigure, 1, 1, 0, "*,line_buffering"},
    {"__enter__", stream_enter, 1, 1, 0, NULL},
    {"__exit__", stream_close, 1, -1, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

static const NativePropertyDef text_stream_properties[] = {
    {"name", stream_get_name, NULL},         {"mode", stream_get_mode, NULL},
    {"encoding", stream_get_encoding, NULL}, {"errors", stream_get_errors, NULL},
    {"closed", stream_get_closed, NULL},     {"line_buffering", stream_get_line_buffering, NULL},
    {"newlines", stream_get_newlines, NULL}, {NULL, NULL, NULL},
};

static const TypeDef text_stream_def = {
    .name = "TextIOWrapper",
    .module = "_io",
    .kind = KIND_NATIVE,
    .layout = &text_stream_layout,
    .size = sizeof(TextStream),
    .flags = TYPE_NO_INSTANCES,
    .ops = {.repr = stream_repr, .iter = iterator_itself, .next = stream_next},
    .methods = text_stream_methods,
    .properties = text_stream_properties,
};

/* None where the descriptor was closed before the program began. */
static Value standard_stream(Vm *vm, int descriptor, const char *name, bool writable, bool line_buffered) {
    if (fcntl(descriptor, F_GETFD) < 0)
        return NONE;
    return object_value(text_stream_new(vm, descriptor, name, writable, line_buffered || isatty(descriptor)));
}

void text_stream_setup(Vm *vm) {
    StdlibState *state = stdlib_state(vm);
    state->text_stream_type = native_type_new(vm, &text_stream_def, NULL);
    state->unsupported_operation =
        exception_class_new(vm, "UnsupportedOperation", "io", vm->exceptions.OSError);
    stdlib_keep(vm, object_value(state->unsupported_operation));
    state->standard_input = standard_stream(vm, STDIN_FILENO, "<stdin>", false, false);
    state->standard_output = standard_stream(vm, STDOUT_FILENO, "<stdout>", true, false);
    state->standard_error = standard_stream(vm, STDERR_FILENO, "<stderr>", true, true);
    vm->write_error = write_error;
}

/* --- Module _io: what module io, written in the language, shares with the streams ------------------ */

static bool io_setup(Vm *vm, Module *module) {
    dict_set_c(vm, module->namespace, "UnsupportedOperation",
               object_value(stdlib_state(vm)->unsupported_operation));
    return true;
}

static const NativeDef io_functions[] = {{NULL, NULL, 0, 0, 0, NULL}};

const ModuleDef io_module = {"_io", io_functions, io_setup};
