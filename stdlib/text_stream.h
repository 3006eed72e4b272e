/* Text streams: sys.stdin, sys.stdout and sys.stderr (io.TextIOWrapper to a script).
 *
 * Output gathers in a buffer: it goes out when the buffer is full, at the end of each line when the stream is
 * line-buffered (a terminal, or standard error), and when flushed. What a flush could not write stays for the
 * next one; what a full buffer could not write is dropped. Input is read ahead. Whoever owns the terminal
 * (the REPL) may take the output in place of the descriptor: see text_stream_set_sink. */
#ifndef BIDE_STDLIB_TEXT_STREAM_H
#define BIDE_STDLIB_TEXT_STREAM_H

#include "vm/parking.h"

/* Takes all of the bytes; false: errno says why not. */
typedef bool (*TextSink)(void *state, const char *chars, size_t count);

typedef struct TextStream {
    Obj head;
    int descriptor;
    const char *name; /* "<stdout>" */
    bool writable;    /* else it is for reading */
    bool line_buffered;
    bool closed;
    bool at_end;         /* input: nothing more to come */
    char *buffer;        /* malloc'ed */
    size_t start, count; /* what is in it: [start, count) */
    size_t capacity;
    TextSink sink; /* NULL: the descriptor */
    void *sink_state;
    Thread *user;        /* who is in the midst of reading or writing, and may let others run; NULL: none */
    ParkedQueue waiters; /* threads that want to be that */
} TextStream;

/* Makes the type and the three standard streams in stdlib_state(). */
void text_stream_setup(Vm *vm);

TextStream *text_stream_new(Vm *vm, int descriptor, const char *name, bool writable, bool line_buffered);

/* The stream in `v`, or NULL when it is none (a script may put any object in sys.stdout). */
TextStream *as_text_stream(Value v);

/* False: raised OSError, or what a signal handler raised. */
bool text_stream_write(Vm *vm, TextStream *stream, const char *chars, size_t count);
/* The same for a str, which must not hold lone surrogates (UnicodeEncodeError). */
bool text_stream_write_string(Vm *vm, TextStream *stream, String *string);
bool text_stream_flush(Vm *vm, TextStream *stream);

/* Reads a line with its "\n"; "" at the end of the input. `limit` (negative: none) is in code points.
 * NOTHING: raised. */
Value text_stream_read_line(Vm *vm, TextStream *stream, int64_t limit);

/* Has output go to `sink` from now on; NULL: to the descriptor again. The sink of an input stream is only
 * shown what has been read: a terminal has echoed it. */
void text_stream_set_sink(TextStream *stream, TextSink sink, void *state);

/* Flushes sys.stdout and sys.stderr, whatever a script made of them, and the streams they were. False:
 * raised. */
bool text_stream_flush_standard(Vm *vm);

/* What sys.`name` is now ("stdout"); NOTHING: a script deleted it. */
Value text_stream_current(Vm *vm, const char *name);

/* Writes to whatever sys.`name` is now: a stream, or any object with a method write(). False: raised. */
bool text_stream_write_to(Vm *vm, Value file, String *string);

#endif
