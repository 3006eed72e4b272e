/* The prompt. Keyboard and scheduler wait in one poller on one thread: tasks started at the prompt go on
 * while a line is being typed, and what they print appears above it. */
#ifndef BIDE_CLI_REPL_H
#define BIDE_CLI_REPL_H

#include "cli/program.h"

/* Reads, runs and prints until the input ends or a script exits. `program` has the arguments. Returns the
 * exit status. */
int repl_run(Vm *vm, const Program *program);

#endif
