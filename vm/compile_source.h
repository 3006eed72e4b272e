/* From text to code in one call: read, parse, find scopes, compile. */
#ifndef BIDE_VM_COMPILE_SOURCE_H
#define BIDE_VM_COMPILE_SOURCE_H

#include "lexer/source.h"
#include "vm/compiler.h"
#include "vm/vm.h"

/* Compiles `source` (which stays the caller's) for the namespace `globals`. NULL: raised SyntaxError with its
 * place. With `incomplete` not NULL, an error that more input could mend sets it to true (for the REPL). */
Code *compile_source(Vm *vm, const Source *source, Dict *globals, CompileMode mode, bool *incomplete);

/* Raises the SyntaxError (IndentationError, TabError) that `error` describes. `source` may be NULL. */
void raise_syntax_error(Vm *vm, const SyntaxErrorInfo *error, const char *file_name, const Source *source);

#endif
