/* help, as the prompt has it: help() tells about the prompt, help(x) what x is and can do. A program has no
 * `help`. */
#ifndef BIDE_CLI_REPL_HELP_H
#define BIDE_CLI_REPL_HELP_H

#include "vm/vm.h"

/* Puts `help` into the namespace. */
void repl_help_setup(Vm *vm, Dict *namespace);

#endif
