/* The compiler: a syntax tree with its scopes -> Code. */
#ifndef BIDE_VM_COMPILER_H
#define BIDE_VM_COMPILER_H

#include "parser/ast.h"
#include "parser/scope.h"
#include "vm/code.h"
#include "vm/source_text.h"

typedef enum CompileMode {
    COMPILE_MODULE,
    COMPILE_INTERACTIVE, /* values of expression statements are echoed; top-level await makes the code a
                            coroutine's */
    COMPILE_EXPRESSION,  /* eval: the code returns the value */
    /* Beside one of them, for exec() and eval(): the code is called with the mapping that holds its names, as
       a class body is; what it does not find there is global. Interactive code may not await then. */
    COMPILE_IN_NAMESPACE = 8,
} CompileMode;

/* Compiles a module whose globals are `globals` (stable: names become slots). The tree may be freed
 * afterwards. Returns NULL when it raised (SyntaxError for what the tree allows but the machine does not: too
 * many registers...). */
Code *compile_module(Vm *vm, const Node *module, SourceText *source, Dict *globals, CompileMode mode);

#endif
