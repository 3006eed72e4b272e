/* Running a script as the command line asks for it: from a file, a string, standard input, or by module name.
 */
#ifndef BIDE_CLI_PROGRAM_H
#define BIDE_CLI_PROGRAM_H

#include "lexer/source.h"
#include "vm/vm.h"

typedef enum ProgramKind {
    PROGRAM_FILE,   /* `text` is a path, of a file or of a folder with a __main__.py */
    PROGRAM_CODE,   /* `text` is the code: -c */
    PROGRAM_STDIN,  /* standard input; `text` is what stands for it in sys.argv: "-", or "" where nothing was
                       named */
    PROGRAM_MODULE, /* `text` is a module's name: -m */
} ProgramKind;

typedef struct Program {
    ProgramKind kind;
    const char *text;
    int argument_count; /* what follows on the command line: sys.argv[1:] */
    char **arguments;
} Program;

/* Sets sys.argv and sys.path[0]. Call it before anything runs. */
void program_prepare(Vm *vm, const Program *program);

/* Reads the text of a program that is no module. False: a SyntaxError is pending, or else *status is set and
 * what is wrong has been said on standard error. */
bool program_read(Vm *vm, const Program *program, Source *source, int *status);

/* Runs the program as __main__, reports what it let escape, and flushes. Returns the exit status as
 * CPython's; PROGRAM_INTERRUPTED: KeyboardInterrupt ended it (its traceback has been printed). */
enum { PROGRAM_INTERRUPTED = -1 };
int program_run(Vm *vm, const Program *program);

/* What an exception that escaped means for the exit status: SystemExit's code, or 1 after its traceback is
 * printed. The pending exception is cleared. */
int program_status_of_exception(Vm *vm);

/* The end of every program: warns of coroutines never awaited and flushes. Returns `status`, or 120 when
 * standard output could not be written. */
int program_finish(Vm *vm, int status);

#endif
