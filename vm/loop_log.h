/* What event loops have to say, they say through the logger 'asyncio' once a script has imported module
 * logging; before that it goes to standard error, where that logger would have sent it. */
#ifndef BIDE_VM_LOOP_LOG_H
#define BIDE_VM_LOOP_LOG_H

#include "vm/vm.h"

typedef enum LoopLogLevel { LOOP_LOG_DEBUG, LOOP_LOG_WARNING, LOOP_LOG_ERROR } LoopLogLevel;

/* `message` has no newline at its end; `exception` is shown below it, with its traceback: NOTHING, none.
 * Where logging it raises, it goes to standard error too. */
void loop_log(Vm *vm, LoopLogLevel level, String *message, Value exception);

#endif
