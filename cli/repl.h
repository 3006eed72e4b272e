/* The prompt. Keyboard and scheduler wait in one poller on one thread: tasks started at the prompt go on while a line
 * is being typed, and what they print appears above it. */
#ifndef BIDE_CLI_REPL_H
#define BIDE_CLI_REPL_H

#include "vm/vm.h"

/* Reads, runs and prints until the input ends or a script exits. Returns the exit status. */
int repl_run(Vm *vm);

#endif
