/* What the passes behind scope_analyze share; nobody else includes this.
 *
 * Three passes, in CPython's order, so that of several mistakes the same one is reported: scope_collect reads
 * the tree and notes what happens to each name; scope_resolve settles the bindings; semantic_check looks for
 * what is out of place
 * (`return` outside a function, ...). All report by a jump.
 */
#ifndef BIDE_PARSER_SCOPE_INTERNAL_H
#define BIDE_PARSER_SCOPE_INTERNAL_H

#include "parser/scope.h"

#include <setjmp.h>

typedef struct Analysis {
    Arena *arena;
    const Source *source;
    SyntaxErrorInfo *error;
    SyntaxWarningList *warnings;
    bool allows_top_level_await;
    Scope *module;
    Scope *current;
    jmp_buf on_error;
} Analysis;

/* Raise a SyntaxError for `place`. */
_Noreturn void analysis_raise(Analysis *analysis, Position place, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The symbol of `name` (interned and mangled) in `scope`, made if need be. */
Symbol *scope_add(Arena *arena, Scope *scope, const Text *name);

/* Make the scopes of the tree below `module`. */
void scope_collect(Analysis *analysis, Node *module);

/* Settle the bindings of `scope` and all scopes in it, and number their names. */
void scope_resolve(Analysis *analysis, Scope *scope);

/* Check the tree below `module`, whose scopes are resolved. */
void semantic_check(Analysis *analysis, Node *module);

/* Check a match statement's patterns (but for the expressions in them). */
void pattern_check(Analysis *analysis, const Node *match);

/* Call `visit` for every child of `node`, in the order of its fields. */
typedef void ChildVisitor(void *context, Node *child);
void ast_visit_children(Node *node, ChildVisitor *visit, void *context);

#endif
