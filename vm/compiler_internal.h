/* What the parts of the compiler share. One file per idea:
 *
 *   compiler.c                a module, function or class body becomes a Code
 *   code_emitter.c            instructions, their positions, constants, registers, labels
 *   exception_table.c         regions of code that a handler protects
 *   compile_names.c           what a name means: a register, a cell, a global slot...
 *   compile_*.c               the tree, kind by kind
 *   constant_folding.c        what can be computed before the program runs
 *   name_analysis.c           what must be known of a body before its first instruction
 *
 * A Unit is one Code being made. An expression is compiled in one walk by compile_expression(), which is told
 * where the value is wanted (a register, or ANY_REGISTER) and answers with an Operand that says where it is:
 * a constant for which no code was emitted, a variable's own register, or a temporary. Temporaries are a
 * stack above the locals; an expression that is left in one leaves it at the stack's height when the
 * expression began.
 *
 * Invariant: only the last instruction of an expression writes to a variable's register that was asked for as
 * the destination, so that what an exception or a yield lets be seen of a half-evaluated expression is the
 * old value.
 *
 * Flow: while instructions are emitted the unit knows whether this place can be reached at all (where it
 * cannot, nothing is emitted) and which variables surely have a value. A jump to a label leaves its knowledge
 * there, and binding the label joins what all jumps knew. */
#ifndef BIDE_VM_COMPILER_INTERNAL_H
#define BIDE_VM_COMPILER_INTERNAL_H

#include "lexer/arena.h"
#include "vm/compiler.h"
#include "vm/dict.h"
#include "vm/list.h"
#include "vm/memory.h"
#include "vm/vm.h"

enum {
    ANY_REGISTER = -1,
    NO_OPERAND = 0xffff,
    MAX_REGISTERS = 65000,
    MAX_CONSTANTS = 65535, /* so that NO_OPERAND is never one */
    SCARCE_CONSTANTS = 50000,
    MAX_GLOBALS = 65534,
    MAX_INSTRUCTIONS = 1 << 23,
    MAX_INLINE_ITEMS = 200, /* displays and calls with more are built piecemeal */
};

/* Where the value of an expression is. */
typedef struct Operand {
    Value constant; /* NOTHING: in the register */
    int reg;
} Operand;

/* A place in the code that jumps lead to. */
typedef struct Label {
    uint32_t position;
    int64_t fixups; /* the last jump that waits for the position, each leading to the one before; -1: none */
    bool is_bound, is_reached;
    uint64_t *assigned; /* variables that have a value whichever jump led here; NULL until one does */
} Label;

/* Code that a handler protects; it may be interrupted, where exits run code that stands outside. */
typedef struct Region {
    struct Region *outer;
    int depth;
    int exception_register;
    uint32_t start;
    bool is_open;
    int64_t entries; /* the last of its entries in the table, each leading to the one before; -1: none */
} Region;

typedef struct RegionEntry {
    ExceptionEntry
        entry; /* until the handler's place is known, `handler` is the region's entry before, plus one */
    int depth;
} RegionEntry;

typedef enum BlockKind {
    BLOCK_LOOP,    /* break and continue lead here */
    BLOCK_TRY,     /* the body of a try with except clauses: nothing to do on leaving but to end the region */
    BLOCK_FINALLY, /* the body of a try with a finally clause, which runs on leaving */
    BLOCK_HANDLER, /* an exception is being handled */
    BLOCK_WITH,    /* __exit__ is called on leaving */
} BlockKind;

/* A statement around the place being compiled that break, continue or return have to leave properly. */
enum { MAX_GROWN_STRINGS = 4 };

typedef struct Block {
    struct Block *outer;
    BlockKind kind;
    Region *region; /* what is not protected any more once the block is left; NULL: nothing */
    int reg; /* LOOP: the iterator to close on leaving, or -1. HANDLER: the exception. WITH: the exit function
              */
    bool is_async;                 /* LOOP, WITH */
    Label *on_break, *on_continue; /* LOOP */
    NodeList final_body;           /* FINALLY */
    const Symbol *name;            /* HANDLER: `as name`, unbound on leaving; or NULL */
    CodePosition position;         /* WITH */
    int grown_count;               /* LOOP: variables whose strings it may lengthen in place... */
    const Symbol *grown[MAX_GROWN_STRINGS];
    int grown_registers[MAX_GROWN_STRINGS]; /* ...and the pair of registers of each: see string_grow() */
} Block;

/* The variables of a function's scope, or of a comprehension that runs in the frame of the code around it. */
typedef struct ScopeFrame {
    struct ScopeFrame *outer;
    const Scope *scope;
    int base;          /* the register of its first local */
    bool *is_captured; /* by cell_index: does a function of its own capture it? Else it is a plain local after
                          all */
    bool *is_assigned; /* comprehensions, by local_index: has been assigned above in the text */
} ScopeFrame;

typedef struct Compiler {
    Vm *vm;
    SourceText *source;
    String *file_name;
    Dict *globals;
    CompileMode mode;
    bool in_namespace;     /* COMPILE_IN_NAMESPACE: the outermost names are in the mapping in R[0] */
    bool has_own_builtins; /* `globals` brings its own __builtins__ */
    bool has_future_annotations;
    Arena arena; /* what lives as long as the compilation */
    bool has_failed;
    char message[256];
    CodePosition error_position;
} Compiler;

typedef struct Unit {
    Compiler *compiler;
    Vm *vm;
    struct Unit *outer;
    const Scope *scope;
    Code *code;

    Instruction *words;
    CodePosition *positions;
    uint32_t count, capacity;
    CodePosition position; /* of the instructions emitted next */

    Value *constants;
    uint32_t constant_count, constant_capacity;
    uint32_t *constant_table; /* open addressing over those constants that are one word; index + 1 */
    uint32_t constant_table_size;

    int local_count; /* registers of parameters and locals: temporaries lie above */
    int top;         /* the next free temporary */
    int register_count;

    bool is_reachable;
    uint64_t *assigned;   /* bit set of locals that surely have a value here */
    uint64_t *unbindable; /* those that some `del` or end of a handler unbinds */
    int assigned_words;
    bool has_named_expression;

    ScopeFrame *frame; /* the innermost */
    Block *block;
    Region *region;
    RegionEntry *entries;
    uint32_t entry_count, entry_capacity;
} Unit;

/* --- compiler.c */

/* Notes that the program cannot be compiled; the first such error is raised at the end. */
void compile_error(Unit *unit, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Starts and finishes the code of a scope. The finished code belongs to the heap. */
void unit_begin(Unit *unit, Compiler *compiler, Unit *outer, const Scope *scope, int first_line);
Code *unit_finish(Unit *unit);
String *unit_string(Unit *unit, const Text *text); /* interned */
CodePosition position_of(const Node *node);
/* Are the scope's own names in the mapping in R[0]: a class body's, or those of code for exec()? */
bool unit_has_namespace(const Unit *unit);

/* --- code_emitter.c */

/* Append one instruction (where it can be reached), with zeroed cache words if it has any. */
void emit_x(Unit *unit, Opcode op, int x, int a, int b, int c);
static inline void emit(Unit *unit, Opcode op, int a, int b, int c) {
    emit_x(unit, op, 0, a, b, c);
}
/* A jump; backwards where the label is bound already. The first form is an instruction with its own offset.
 * The second is a test followed by the jump it takes. */
void emit_jump(Unit *unit, Opcode op, int a, Label *label);
void emit_test(Unit *unit, Opcode op, int x, int a, int b, Label *label);
void emit_match_class(Unit *unit, int class, int subject, int names, int positional, Label *fails);
/* To a label already bound: the end of an endless loop's body. */
void emit_jump_back(Unit *unit, const Label *label);
/* To where the next turn of a loop begins. */
void emit_continue(Unit *unit, Label *label);
/* Any jump, return or raise: what follows cannot be reached. */
void emit_end(Unit *unit);

Label label_new(void);
void label_bind(Unit *unit, Label *label);
/* The head of a loop: what the body may unbind is not sure to have a value. */
void label_bind_head(Unit *unit, Label *label);

/* The index of a constant; equal ones share it where that is cheap to see. */
int constant_index(Unit *unit, Value constant);
int name_constant(Unit *unit, const Text *name);
/* Is it better to name the constant in an instruction than to load it first? (An integer is loaded without
 * taking a place in the table: in a very long function those places become precious.) */
bool constant_is_operand(const Unit *unit, Value constant);

int register_push(Unit *unit);
int registers_push(Unit *unit, int count);
/* Where a result goes: `target`, or else the temporary at `mark`, to which the stack falls. */
int register_result(Unit *unit, int target, int mark);
static inline bool register_is_variable(const Unit *unit, int reg) {
    return reg < unit->local_count;
}

Operand operand_constant(Value constant);
Operand operand_register(int reg);
void emit_constant(Unit *unit, int reg, Value constant);
void emit_move(Unit *unit, int to, int from);
/* The operand in a register: a constant is loaded into a new temporary. */
int operand_to_register(Unit *unit, Operand operand);
/* The operand in this register. */
void operand_to(Unit *unit, Operand operand, int reg);

/* What surely has a value here; and: what surely had one there, and cannot have been unbound since, has one
 * now. */
uint64_t *assigned_copy(Unit *unit);
void assigned_restore(Unit *unit, const uint64_t *assigned);
static inline bool assigned_has(const uint64_t *set, int reg) {
    return set[reg / 64] >> reg % 64 & 1;
}
static inline void assigned_add(uint64_t *set, int reg) {
    set[reg / 64] |= (uint64_t)1 << reg % 64;
}
static inline void assigned_remove(uint64_t *set, int reg) {
    set[reg / 64] &= ~((uint64_t)1 << reg % 64);
}

/* --- exception_table.c */

void region_begin(Unit *unit, Region *region, int exception_register);
/* Ends the region, or interrupts it, or goes on with it. */
void region_close(Unit *unit, Region *region);
void region_reopen(Unit *unit, Region *region);
/* The handler stands here. `assigned`: what surely had a value where the region began. Not reached when
 * nothing was emitted inside the region. */
void region_bind_handler(Unit *unit, Region *region, const uint64_t *assigned);
/* Likewise for a handler that was emitted at `position` before. */
void region_set_handler(Unit *unit, Region *region, uint32_t position);
/* Writes the table into the code. */
void exception_table_finish(Unit *unit);

/* --- name_analysis.c */

/* Fills in unit->unbindable and unit->has_named_expression from what the unit compiles itself. */
void analyze_body(Unit *unit, NodeList nodes);
bool contains_named_expression(const Node *node);
/* Calls `visit` for each child of a node, in the order of the text. A chain of `elif` is the caller's to
 * walk. */
void visit_children(const Node *node, void (*visit)(const Node *child, void *state), void *state);
/* Which of the scope's cells are captured by functions of their own (not by inlined comprehensions)? By
 * cell_index. */
bool *analyze_captures(Compiler *compiler, const Scope *scope);
/* What a scope inside `scope` sees under this name: in a class, its cell `__class__` goes before names of its
 * body. */
const Symbol *find_outer_symbol(const Scope *scope, const Text *name);
/* A list, set or dict comprehension, which runs in the frame around it. */
bool scope_is_inlined(const Scope *scope);

/* --- compile_names.c */

/* Declares the variables of a unit's own scope; emits the code that makes its cells. */
void names_begin(Unit *unit);
Operand compile_load_symbol(Unit *unit, const Symbol *symbol, int target);
void compile_store_symbol(Unit *unit, const Symbol *symbol, Operand value);
void compile_delete_symbol(Unit *unit, const Symbol *symbol);
/* Unbinds the name of a handler, whether or not it is bound. */
void compile_unbind_symbol(Unit *unit, const Symbol *symbol);
/* The variable's own register if the symbol is a plain local, else ANY_REGISTER. */
int symbol_register(Unit *unit, const Symbol *symbol);
/* Says that the plain local in this register has been written to. */
void symbol_assigned(Unit *unit, const Symbol *symbol);
/* Loads, stores a global or class name that no Symbol stands for. */
void compile_load_name(Unit *unit, const char *name, int target);
void compile_store_name(Unit *unit, const char *name, int reg);
/* Fills in where the free variables of an inner function's code come from. */
void compile_captures(Unit *unit, const Scope *inner, Code *code);

/* --- constant_folding.c */

/* The result, or NOTHING when it must be left to run time. */
Value fold_binary(Unit *unit, Operator op, Value left, Value right);
Value fold_unary(Unit *unit, UnaryOperator op, Value operand);
Value fold_constant_node(Unit *unit, const Node *node); /* a Constant */
bool constant_truth(Value constant);
/* The whole expression when it is made of literals only (tuples included), else NOTHING. */
Value fold_expression(Unit *unit, const Node *node);

/* --- compile_expressions.c */

/* Compiles an expression; `target` is the register where the value is wanted most (it may be anywhere else
 * all the same), or ANY_REGISTER. */
Operand compile_expression(Unit *unit, const Node *node, int target);
/* The value in this very register. */
void compile_to(Unit *unit, const Node *node, int reg);
/* The value in some register: a variable's own, or a new temporary. */
int compile_to_any(Unit *unit, const Node *node);
/* The value in a new temporary. */
int compile_push(Unit *unit, const Node *node);
/* Like compile_to_any, but the value stays what it is while `later` is evaluated, which may rebind the
 * variable. */
int compile_to_stable(Unit *unit, const Node *node, const Node *later, const Node *later_still);
Operand operand_stable(Unit *unit, Operand operand, const Node *later);
/* A key as the instructions for items take it: a small index as it is, all else in a register. (To read an
 * item, any constant that constant_is_operand() will do.) */
Operand item_key(Unit *unit, Operand key);
void emit_get_item(Unit *unit, int result, int object, Operand key);
void emit_set_item(Unit *unit, int object, Operand key, int value);
/* Jumps to `label` if the truth of `node` is `condition`; otherwise falls through. */
void compile_jump_if(Unit *unit, const Node *node, bool condition, Label *label);
/* A tuple of `nodes`, among which there may be stars. */
Operand compile_tuple(Unit *unit, NodeList nodes, int target);
void compile_tuple_to(Unit *unit, NodeList nodes, int reg);
/* Values in consecutive new temporaries. When all are constants nothing is emitted, and a tuple of them
 * returned; otherwise NOTHING. */
Value compile_sequence(Unit *unit, NodeList nodes);
/* A tuple of the values when all are made of literals, else NOTHING. */
Value compile_constant_items(Unit *unit, NodeList nodes);
/* Likewise a frozenset, to be walked in the order of the one that CPython's compiler makes. */
Value compile_constant_set(Unit *unit, NodeList nodes);
bool has_starred(NodeList nodes);
/* A new list of `nodes` in register `list`, with stars spread. */
void compile_list_into(Unit *unit, NodeList nodes, int list);
Opcode binary_opcode(Operator op, bool with_constant);
int emit_attribute(Unit *unit, Opcode op, int a, int b, const Node *attribute);

/* --- compile_calls.c */

Operand compile_call(Unit *unit, const Node *node, int target);
/* R[callee] and what precedes the arguments being there, compiles the arguments and the call. Returns
 * where the result is: in R[result] as wanted, or in R[callee]. `first` arguments are already in registers
 * behind the callee. */
int compile_call_arguments(Unit *unit, int callee, int first, NodeList args, NodeList keywords, int result);

/* --- compile_functions.c */

void compile_function_statement(Unit *unit, const Node *node);
void compile_class_statement(Unit *unit, const Node *node);
Operand compile_lambda(Unit *unit, const Node *node, int target);
/* Makes a function of finished code in R[target]; defaults... in R[c ..]. */
void emit_make_function(Unit *unit, int target, Code *code, const Scope *scope, int flags, int extras);
/* An annotation's value: evaluated, or its text under `from __future__ import annotations`. */
void compile_annotation(Unit *unit, const Node *annotation, int reg);

/* What MAKE_FUNCTION takes besides the code, in as many registers. */
enum { HAS_DEFAULTS = 1, HAS_KEYWORD_DEFAULTS = 2, HAS_ANNOTATIONS = 4, HAS_TYPE_PARAMETERS = 8 };

/* Evaluate defaults and annotations into these registers; the flags returned say which are in use. */
int compile_defaults(Unit *unit, const Node *args, int extras);
int compile_annotations(Unit *unit, const Node *args, const Node *returns, int extras);
/* The line where a definition begins: that of its first decorator. */
int definition_line(const Node *node, NodeList decorators);
Code *compile_function_code(Unit *outer, const Node *node);
/* The class of a class statement with these bases, in R[builder], the last register pushed. */
void compile_class(Unit *unit, const Node *node, NodeList bases, int builder);

/* --- compile_generics.c */

/* Makes the function or class of a definition that has type parameters, in R[target]. */
void compile_generic_function(Unit *unit, const Node *node, int target);
void compile_generic_class(Unit *unit, const Node *node, int target);
/* In the body of a generic class: gives it its __type_params__. */
void compile_class_type_parameters(Unit *unit, const Node *node);
void compile_type_alias(Unit *unit, const Node *node);

/* --- compile_comprehensions.c */

Operand compile_comprehension(Unit *unit, const Node *node, int target);
Operand compile_generator_expression(Unit *unit, const Node *node, int target);

/* --- compile_loops.c */

void compile_while(Unit *unit, const Node *node);
void compile_for(Unit *unit, const Node *node, bool is_async);

/* One loop over an iterator, of a statement or of a comprehension. */
typedef struct Iteration {
    int iterator; /* its register */
    bool is_async, is_temporary;
    int item; /* the register that takes the next one */
    Label body;
    Label next;      /* where the next item is asked for */
    Label exhausted; /* asynchronous */
    CodePosition position;
    Region region;       /* closes the iterator when an exception leaves the body */
    uint32_t handler;    /* its handler */
    Region await_region; /* asynchronous: where StopAsyncIteration ends the loop */
    uint64_t *assigned;
} Iteration;
/* Is a for loop over this the only owner of what it iterates over? */
bool iterable_is_temporary(const Node *node);
/* R[iteration->iterator] holds the iterator. Emits the head of the body, which gives an item to `target`. */
void iteration_begin(Unit *unit, Iteration *iteration, const Node *target);
/* The end of the body; goes on where the iterator is exhausted. */
void iteration_end(Unit *unit, Iteration *iteration);
void emit_get_iterator(Unit *unit, const Node *iterable, bool is_async, int reg);
void emit_close_iterator(Unit *unit, int iterator, bool is_async);

/* --- compile_growth.c */

/* A loop begins: finds the variables whose strings it may lengthen in place, gives each a pair of registers.
 * `test` may be NULL. */
void growth_begin(Unit *unit, Block *loop, NodeList body, const Node *test);
/* The pair of a variable, or ANY_REGISTER. `loop` may be NULL. */
int loop_growth(const Block *loop, const Symbol *symbol);

/* --- compile_assignments.c */

Block *innermost_loop(Unit *unit);

/* Stores a value in a target of any kind. The operand stays valid. */
void compile_store(Unit *unit, const Node *target, Operand value);
void compile_assign(Unit *unit, const Node *node);
void compile_augmented_assign(Unit *unit, const Node *node);
void compile_annotated_assign(Unit *unit, const Node *node);
void compile_delete(Unit *unit, const Node *target);
/* The register of a target that is a plain local, else ANY_REGISTER. */
int target_register(Unit *unit, const Node *target);

/* R[to ..] = the items of R[from]; `star` is the index of the target that takes a list of the rest, or -1. */
void emit_unpack(Unit *unit, int to, int from, int32_t count, int32_t star);

/* --- compile_match.c */

void compile_match(Unit *unit, const Node *node);

/* --- compile_try.c */

void compile_try(Unit *unit, const Node *node);
void compile_with(Unit *unit, const Node *node, bool is_async);
/* Emits what leaving all blocks inside `until` takes (NULL: all of the unit). The caller emits the jump or
 * return, then calls unwind_end with the same `until`, so that what follows is inside the blocks again. */
void unwind_begin(Unit *unit, Block *until);
void unwind_end(Unit *unit, Block *innermost, Block *until);

/* --- compile_statements.c */

void compile_statements(Unit *unit, NodeList statements);
/* The body of a module, function or class after its docstring, which is returned (NONE: there is none). */
NodeList body_without_docstring(Unit *unit, NodeList body, Value *docstring);

#endif
