/* Tab completion at the prompt: names in scope, attributes of what a dotted name stands for, modules after
 * `import`. */
#ifndef BIDE_CLI_REPL_COMPLETE_H
#define BIDE_CLI_REPL_COMPLETE_H

#include "cli/line_completion.h"
#include "vm/vm.h"

typedef struct ReplScope {
    Vm *vm;
    Dict *globals;
} ReplScope;

/* A Completer; `data` is a ReplScope. Runs no script but what attribute access runs. */
void repl_complete(void *data, const char *text, size_t length, size_t cursor, LineCompletion *completion);

#endif
