/* Exceptions: the objects, raising them, and the traceback they gather on their way out.
 *
 * To raise is to put an exception in vm->thread->exception and return NOTHING (or false, or -1) up to the
 * interpreter loop, which finds the handler. Exactly then is an exception pending: a function that succeeds
 * leaves none behind. */
#ifndef BIDE_VM_EXCEPTION_H
#define BIDE_VM_EXCEPTION_H

#include "vm/object.h"

/* The exception classes the vm itself knows: X(name, base). More can be made with exception_class_new. */
#define EXCEPTION_CLASSES(X)                                      \
    X(BaseException, BaseException)                               \
    X(Exception, BaseException)                                   \
    X(GeneratorExit, BaseException)                               \
    X(KeyboardInterrupt, BaseException)                           \
    X(SystemExit, BaseException)                                  \
    X(CancelledError, BaseException) /* asyncio.CancelledError */ \
    X(BaseExceptionGroup, BaseException)                          \
    X(ExceptionGroup, BaseExceptionGroup) /* and Exception */     \
    X(StopIteration, Exception)                                   \
    X(StopAsyncIteration, Exception)                              \
    X(ArithmeticError, Exception)                                 \
    X(FloatingPointError, ArithmeticError)                        \
    X(OverflowError, ArithmeticError)                             \
    X(ZeroDivisionError, ArithmeticError)                         \
    X(AssertionError, Exception)                                  \
    X(AttributeError, Exception)                                  \
    X(BufferError, Exception)                                     \
    X(EOFError, Exception)                                        \
    X(ImportError, Exception)                                     \
    X(ModuleNotFoundError, ImportError)                           \
    X(LookupError, Exception)                                     \
    X(IndexError, LookupError)                                    \
    X(KeyError, LookupError)                                      \
    X(MemoryError, Exception)                                     \
    X(NameError, Exception)                                       \
    X(UnboundLocalError, NameError)                               \
    X(OSError, Exception)                                         \
    X(BlockingIOError, OSError)                                   \
    X(ChildProcessError, OSError)                                 \
    X(ConnectionError, OSError)                                   \
    X(BrokenPipeError, ConnectionError)                           \
    X(ConnectionAbortedError, ConnectionError)                    \
    X(ConnectionRefusedError, ConnectionError)                    \
    X(ConnectionResetError, ConnectionError)                      \
    X(FileExistsError, OSError)                                   \
    X(FileNotFoundError, OSError)                                 \
    X(InterruptedError, OSError)                                  \
    X(IsADirectoryError, OSError)                                 \
    X(NotADirectoryError, OSError)                                \
    X(PermissionError, OSError)                                   \
    X(ProcessLookupError, OSError)                                \
    X(TimeoutError, OSError)                                      \
    X(ReferenceError, Exception)                                  \
    X(RuntimeError, Exception)                                    \
    X(NotImplementedError, RuntimeError)                          \
    X(RecursionError, RuntimeError)                               \
    X(SyntaxError, Exception)                                     \
    X(IndentationError, SyntaxError)                              \
    X(TabError, IndentationError)                                 \
    X(SystemError, Exception)                                     \
    X(TypeError, Exception)                                       \
    X(ValueError, Exception)                                      \
    X(UnicodeError, ValueError)                                   \
    X(UnicodeDecodeError, UnicodeError)                           \
    X(UnicodeEncodeError, UnicodeError)                           \
    X(Warning, Exception)                                         \
    X(BytesWarning, Warning)                                      \
    X(DeprecationWarning, Warning)                                \
    X(FutureWarning, Warning)                                     \
    X(ImportWarning, Warning)                                     \
    X(PendingDeprecationWarning, Warning)                         \
    X(ResourceWarning, Warning)                                   \
    X(RuntimeWarning, Warning)                                    \
    X(SyntaxWarning, Warning)                                     \
    X(UnicodeWarning, Warning)                                    \
    X(UserWarning, Warning)

/* One struct for every exception. What special classes add (StopIteration.value, KeyError's quoting,
 * NameError.name, OSError.errno, SyntaxError's place) lives in `extra`, by class: see exception.c. */
typedef struct Exception {
    Obj head;
    Attributes attributes;
    Tuple *args;
    Value cause;     /* NONE: none */
    Value context;   /* NONE: none */
    Value traceback; /* a Traceback, or NONE */
    Value extra;     /* StopIteration: value. SystemExit: code. NameError, AttributeError, ImportError: name.
                        OSError: errno    SyntaxError: a tuple (file name, line, offset, text, end line, end
                        offset). Groups: message */
    Value extra2;    /* AttributeError: obj. OSError: strerror. ImportError: path. Groups: a tuple */
    Value extra3;    /* OSError: filename */
    Value notes;     /* __notes__: a list, or NOTHING */
    bool suppress_context;
} Exception;

typedef struct Traceback {
    Obj head;
    Value next; /* towards the place where it was raised; NONE at the end */
    Code *code;
    uint32_t instruction; /* word index into code: its position is the place */
    uint32_t line;
} Traceback;

/* Raises a new exception of `type` with a formatted message (see builder_format); NULL: without arguments.
 * Always returns NOTHING. */
Value vm_raise(Vm *vm, Type *type, const char *format, ...);
/* Raises `exception` (an exception object), chaining __context__ to what is being handled. Returns NOTHING.
 */
Value vm_raise_value(Vm *vm, Value exception);
/* Raises `type` with one argument (as KeyError(key)). Returns NOTHING. */
Value vm_raise_argument(Vm *vm, Type *type, Value argument);
/* Raises OSError's right subclass for an errno. `file_name` may be NOTHING. Returns NOTHING. */
Value vm_raise_errno(Vm *vm, int error, Value file_name);
Value vm_raise_stop_iteration(Vm *vm, Value value);
/* Raises NameError, UnboundLocalError, AttributeError or ImportError with what "Did you mean" is found by:
 * the name, and the object that lacks it (NOTHING: none). Returns NOTHING. */
Value vm_raise_about_name(Vm *vm, Type *type, String *name, Value object, const char *format, ...);

/* Makes an exception object without raising it; `message` may be NULL: no arguments. */
Value exception_new(Vm *vm, Type *type, const char *message);
Value exception_new_argument(Vm *vm, Type *type, Value argument);
Type *exception_class_new(Vm *vm, const char *name, const char *module, Type *base);

/* An exception of `type` (or of a subclass written in the language) with these arguments and nothing else
 * set. */
Exception *exception_allocate(Vm *vm, Type *type, Tuple *args);
/* The subclass of OSError for an errno. */
Type *exception_type_of_errno(Vm *vm, int64_t error);

/* What `raise x` accepts: a class is called to make an instance. NOTHING: raised TypeError. */
Value exception_from_raised(Vm *vm, Value raised);

/* Does `exception` match what an except clause names? 1, 0, -1: raised (TypeError about what cannot be
 * caught). */
int exception_matches(Vm *vm, Value exception, Value types);

static inline bool is_exception(Value v) {
    return is_kind(v, KIND_EXCEPTION);
}

/* The pending exception is of this class? Take it away: the pending exception, cleared. */
bool vm_exception_is(Vm *vm, Type *type);
Value vm_take_exception(Vm *vm);
void vm_clear_exception(Vm *vm);

/* Adds an entry for (code, instruction) in front of the exception's traceback. */
void exception_add_traceback(Vm *vm, Value exception, Code *code, uint32_t instruction);

/* Writes the traceback as CPython prints it (chained causes, source lines, carets, suggestions) to a builder.
 */
struct StringBuilder;
void exception_format(Vm *vm, Value exception, struct StringBuilder *out);
/* As CPython's module traceback prints it, and so the event loop: without suggestions, and with the margins
 * of groups before every line. */
void exception_format_plainly(Vm *vm, Value exception, struct StringBuilder *out);
/* "ValueError: message": the last line(s), without the traceback. */
void exception_format_only(Vm *vm, Value exception, struct StringBuilder *out);

/* How an exception is to be shown. */
typedef struct ExceptionStyle {
    bool as_module;      /* as module traceback shows it */
    bool with_chain;     /* what it was raised from or while handling, too */
    int64_t entry_limit; /* of each traceback: see traceback_entries() */
    /* An exception and the traceback that is shown for it in the place of its own; NOTHING: none. */
    Value subject, traceback;
} ExceptionStyle;

/* The same in pieces of whole lines, as module traceback hands them out: lists of strings. */
List *exception_format_pieces(Vm *vm, Value exception, const ExceptionStyle *style);
List *exception_format_last_pieces(Vm *vm, Value exception);

#endif
