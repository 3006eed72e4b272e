/* Running a script as the command line asks for it: from a file, a string, standard input, or by module name. */
#ifndef BIDE_CLI_PROGRAM_H
#define BIDE_CLI_PROGRAM_H

#include "vm/vm.h"

typedef enum ProgramKind {
    PROGRAM_FILE,   /* `text` is a path */
    PROGRAM_CODE,   /* `text` is the code: -c */
    PROGRAM_STDIN,  /* standard input: - */
    PROGRAM_MODULE, /* `text` is a module's name: -m */
} ProgramKind;

typedef struct Program {
    ProgramKind kind;
    const char *text;
    int argument_count; /* what follows on the command line: sys.argv[1:] */
    char **arguments;
} Program;

/* Sets sys.argv and sys.path, runs the program as __main__, reports what it let escape, and flushes. Returns the exit status as
 * CPython's; PROGRAM_INTERRUPTED: KeyboardInterrupt ended it (its traceback has been printed). */
enum { PROGRAM_INTERRUPTED = -1 };
int program_run(Vm *vm, const Program *program);

/* What an exception that escaped means for the exit status: SystemExit's code, or 1 after its traceback is printed. The
 * pending exception is cleared. */
int program_status_of_exception(Vm *vm);

#endif
