/* The modules written in C. stdlib.c lists them; each is defined in the file of its name. */
#ifndef BIDE_STDLIB_MODULES_H
#define BIDE_STDLIB_MODULES_H

#include <stdlib.h>

#include "vm/call.h"
#include "vm/list.h"
#include "vm/vm.h"

extern const ModuleDef asyncio_module;
extern const ModuleDef builtins_module;
extern const ModuleDef collections_module; /* _collections */
extern const ModuleDef contextvars_module;
extern const ModuleDef errno_module;
extern const ModuleDef function_tools_module; /* _functools */
extern const ModuleDef heap_moves_module;     /* _heapq */
extern const ModuleDef type_tools_module;     /* _types */
extern const ModuleDef io_module;             /* _io */
extern const ModuleDef itertools_module;
extern const ModuleDef math_module;
extern const ModuleDef posix_module;
extern const ModuleDef select_module;
extern const ModuleDef signals_module;        /* _signal */
extern const ModuleDef exit_functions_module; /* _atexit */
extern const ModuleDef socket_module;         /* _socket */
extern const ModuleDef streams_module;        /* _streams */
extern const ModuleDef sys_module;
extern const ModuleDef thread_module; /* _thread */
extern const ModuleDef time_module;
extern const ModuleDef worker_process_module; /* _processes */
extern const ModuleDef traceback_text_module; /* _traceback */
extern const ModuleDef twister_module;        /* _random */

#endif
