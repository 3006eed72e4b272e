/* Scopes: what every name means, known before the program runs.
 *
 * A module, a function, a lambda, a class and a comprehension each open a scope, and every name in it is
 * bound in one way for the scope's whole text (Symbol.binding). scope_analyze finds the bindings and leaves
 * them in the tree: a node that opens a scope points to it (e.g. node->FunctionDef.scope), and a node that
 * names something points to its Symbol in the scope in which the name is looked up (node->Name.symbol and the
 * like), so that a compiler never looks up a name.
 *
 * Function-like scopes (function, lambda, comprehension) number their names for a register machine:
 *   scope->locals  parameters in the order of the frame (see below), then the other LOCAL and CELL names by
 * appearance; Symbol.local_index is the place in it; scope->cells   the CELL names: locals that inner scopes
 * capture; Symbol.cell_index is the place in it; scope->frees   the FREE names: the cells this scope is
 * handed by the enclosing one when its function is made, in the order of the alphabet; Symbol.free_index is
 * the place in it. The enclosing scope of a scope with frees has each of these names as CELL or in its own
 * frees.
 *
 * Modules and classes keep their names in a namespace, not in registers: their LOCAL names have local_index
 * -1.
 *   - At module level every name is GLOBAL_IMPLICIT or GLOBAL_EXPLICIT.
 *   - In a class, LOCAL means: bound in the class body; a load that finds nothing there goes on to the
 * globals and builtins. FREE means: assigned nowhere in the body, a variable of an enclosing function (a load
 * looks into the class namespace first). A name may be LOCAL and yet be in `frees` (free_index >= 0): inner
 * functions see the enclosing function's variable, past the class; so must a class hand that cell on.
 *   - `__class__` used in a method (or `super` called there) is FREE in the method and the one CELL of the
 * class: scope->needs_class_cell.
 *
 * A comprehension's first iterable belongs to the enclosing scope; the comprehension gets its iterator as its
 * only parameter, called ".0". A walrus inside a comprehension binds in the enclosing function or module.
 *
 * Names in the tree keep their spelling; within a class, __private names are mangled in Symbol.name, and in
 * the tree in Attribute.attr.
 */
#ifndef BIDE_PARSER_SCOPE_H
#define BIDE_PARSER_SCOPE_H

#include "lexer/source.h"
#include "lexer/syntax_error.h"
#include "parser/parser.h"

typedef enum Binding {
    BINDING_LOCAL,           /* bound here, used here only */
    BINDING_CELL,            /* bound here, and captured by an inner scope */
    BINDING_FREE,            /* bound in an enclosing function */
    BINDING_GLOBAL_EXPLICIT, /* declared by `global` */
    BINDING_GLOBAL_IMPLICIT  /* bound nowhere in sight: a global or a builtin */
} Binding;

typedef enum ScopeKind {
    SCOPE_MODULE,
    SCOPE_FUNCTION,
    SCOPE_LAMBDA,
    SCOPE_CLASS,
    SCOPE_COMPREHENSION,
    SCOPE_TYPE_PARAMETERS, /* of a generic function, class or alias: stands around it, and binds them */
    SCOPE_TYPE_VALUE /* what is evaluated when asked for: a bound, a default, what an alias stands for */
} ScopeKind;

struct Symbol {
    const Text *name; /* mangled if it has to be; interned */
    Scope *scope;     /* whose symbol this is */
    Binding binding;
    bool is_parameter;
    bool is_assigned;             /* some statement of this very scope binds it */
    bool is_used;                 /* it is loaded here */
    bool is_annotated;            /* by `name: type` */
    bool is_imported;             /* by `import` */
    bool is_global;               /* declared by `global` */
    bool is_nonlocal;             /* declared by `nonlocal` */
    bool is_comprehension_target; /* an iteration variable of a comprehension */
    bool is_type_parameter;
    const Node *declaration; /* the first global or nonlocal statement (or walrus) that says so */
    Symbol *outer;           /* if it is in scope->frees: the parent scope's symbol that hands in the cell */
    int32_t index;           /* in scope->symbols; -1 for a class's `__class__` */
    int32_t local_index;     /* in scope->locals, or -1 */
    int32_t cell_index;      /* in scope->cells, or -1 */
    int32_t free_index;      /* in scope->frees, or -1 */
};

typedef struct SymbolList {
    Symbol **items;
    int32_t count;
} SymbolList;

struct Scope {
    ScopeKind kind;
    Node *node;    /* the Module, FunctionDef, AsyncFunctionDef, Lambda, ClassDef or comprehension */
    Scope *parent; /* the scope around it; NULL for a module */
    Scope *first_child, *last_child,
        *next_sibling;          /* the scopes directly inside, in the order they are met */
    const Text *name;           /* "<module>", "f", "<lambda>", "C", "<listcomp>", "<genexpr>", ... */
    const Text *qualified_name; /* "C.method", "f.<locals>.g", ... */
    const Text
        *class_name; /* of the nearest class around (or this one), for mangling; NULL if there is none */

    SymbolList symbols; /* all, by first appearance; parameters first */
    SymbolList locals, cells, frees;

    /* The first locals are the parameters, in this order: positional-only, positional, keyword-only, *args,
     * **kwargs. */
    int32_t parameter_count; /* all of them */
    int32_t positional_only_count, positional_count /* with the positional-only ones */, keyword_only_count;
    bool has_varargs, has_varkeywords;

    bool is_async;           /* async def; or a comprehension that awaits; or a module that awaits */
    bool has_yield;          /* a generator: there is a yield (generator expressions included) */
    bool is_generator;       /* has_yield && !is_async */
    bool is_coroutine;       /* is_async && !has_yield */
    bool is_async_generator; /* is_async && has_yield */
    bool is_nested;          /* stands inside a function */
    bool returns_value;      /* there is a `return value` */
    bool needs_class_cell;   /* a class: some method uses __class__ or super() */
    bool has_docstring;      /* the body's first statement is a string */
    bool has_import_star;    /* a module: from m import * */
    bool has_annotations;    /* a module or class in whose body some name is annotated */
    bool sees_class;         /* a scope of types in a class body: reads its names, too. Its first parameter,
                                ".namespace", is that of the class */
    const char *description; /* a scope of types, for messages: "a TypeVar bound" */
    bool future_annotations; /* a module: from __future__ import annotations: none is evaluated, and none is
                                analysed */

    /* While the tree is read. */
    int32_t symbol_capacity;
    bool in_comprehension_target;
    int32_t comprehension_iterables; /* how many iterables of comprehensions we are in */

    Symbol **table; /* open-addressing hash table of the symbols */
    uint32_t table_capacity;
};

/* Analyse a tree that parser_parse made, with the same `flags`: make its scopes, set the tree's SCOPE and
 * SYMBOL fields, mangle attributes, and report what the grammar alone could not see (errors and warnings in
 * the order in which CPython finds them). False when something is wrong: then `error` is filled in. `arena`
 * owns the scopes; `warnings` may be NULL. The module's scope is module->Module.scope. */
bool scope_analyze(Arena *arena, const Source *source, Node *module, unsigned flags, SyntaxErrorInfo *error,
                   SyntaxWarningList *warnings);

/* Is it a scope of types? Scripts see nothing of it: functions in it belong to what is around it. */
bool scope_is_of_types(const Scope *scope);

/* The scope a node opens, or NULL if its kind opens none. O(1). */
Scope *scope_of(const Node *node);

/* The symbol of (mangled, interned or not) `name` in `scope` itself, or NULL. O(1). */
Symbol *scope_find(const Scope *scope, const Text *name);

/* `name` as it is spelled at run time inside a class called `class_name` (NULL: no class): "__x" in C is
 * "_C__x". */
const Text *scope_mangle(Arena *arena, const Text *class_name, const Text *name);

#endif
