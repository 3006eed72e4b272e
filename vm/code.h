/* Code: what the compiler makes of one function, lambda, generator expression, class body or module.
 *
 * Registers: first the parameters in the order of `parameter_names` (positional, keyword-only, then *args,
 * then **kwargs), then the other locals, then temporaries. A parameter or local that an inner function
 * captures holds a Cell (made by NEW_CELL at the start; parameters keep their register). A class body has its
 * namespace dict in R[0]. */
#ifndef BIDE_VM_CODE_H
#define BIDE_VM_CODE_H

#include "vm/object.h"
#include "vm/opcodes.h"

enum {
    CODE_VARARGS = 1,     /* has *args */
    CODE_VARKEYWORDS = 2, /* has **kwargs */
    CODE_GENERATOR = 4,   /* calling it makes a generator */
    CODE_COROUTINE = 8,   /* calling it makes a coroutine */
    CODE_ASYNC_GENERATOR = 16,
    CODE_CLASS_BODY = 32,
    CODE_MODULE = 64,
    CODE_ITERABLE_COROUTINE = 128, /* types.coroutine: a generator that may be awaited */
    CODE_NESTED = 256,
    CODE_SIMPLE = 512, /* positional parameters only, no cells for them: the fast way to call */
    CODE_SUSPENDS = CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR,
};

/* Where an instruction stands in the source: for tracebacks and listings. Columns are bytes from the line's
 * start. */
typedef struct CodePosition {
    uint32_t line, end_line; /* 1-based; 0: no position */
    uint16_t column, end_column;
} CodePosition;

/* Instructions [start, end) in words; the innermost entry that covers a pc is the last one in the table that
 * does, so outer entries come first. */
typedef struct ExceptionEntry {
    uint32_t start, end, handler;
    uint16_t exception_register;
} ExceptionEntry;

/* How MAKE_FUNCTION fills a free variable: from a cell in the enclosing frame's register, or its own free
 * variable. */
typedef struct Capture {
    uint16_t index;
    bool from_register;
} Capture;

enum { CODE_NO_SIMPLE_CALL = 0xffff };

struct Code {
    Obj head;
    Instruction *instructions; /* malloc'ed, like all arrays here */
    CodePosition *positions;   /* one per word */
    ExceptionEntry *exceptions;
    Capture *captures;
    String **local_names; /* one per parameter and local register: co_varnames, for messages and listings */
    String **free_names;
    uint32_t instruction_count, constant_count, exception_count;
    uint16_t register_count; /* all of them */
    uint16_t local_count;    /* parameters and named locals: registers [0, local_count) */
    uint16_t capture_count;
    uint16_t positional_count; /* positional parameters, positional-only included */
    /* As positional_count with CODE_SIMPLE, of a plain function and of one that suspends; else a count that
     * no call has. */
    uint16_t simple_arguments, simple_suspended_arguments;
    uint16_t positional_only_count;
    uint16_t keyword_only_count;
    uint16_t parameter_count; /* positional + keyword only + *args + **kwargs */
    uint16_t flags;
    uint8_t compile_mode; /* of the code of a whole text: its CompileMode */
    uint32_t first_line;
    String *name;
    String *qualname;
    String *file_name;
    Value doc;
    Dict *globals;             /* the namespace its global slots belong to */
    struct SourceText *source; /* shared text for tracebacks (see traceback.h); may be NULL */
    Value constants[];         /* here, so that a running frame reaches them by way of its code alone */
};

/* One without constants, to be filled in. */
Code *code_new(Vm *vm);

/* What `draft` is, with constants: it takes over the draft's arrays and source. */
Code *code_with_constants(Vm *vm, Code *draft, const Value *constants, uint32_t count);

/* A copy that shares nothing with `code` but what nobody changes. */
Code *code_copy(Vm *vm, const Code *code);

/* Does the variable in register `local` share a cell with inner functions? */
bool code_is_cell_variable(const Code *code, int local);

/* The position of the instruction whose word index is `index`. */
CodePosition code_position(const Code *code, size_t index);

/* The table entry that covers word `index`, or NULL. */
const ExceptionEntry *code_find_handler(const Code *code, size_t index);

#endif
