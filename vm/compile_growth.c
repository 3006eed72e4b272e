/* Strings that grow in a loop: `s += piece`.
 *
 * A string never changes, so each += copies all of it, and a loop that builds a text takes quadratic time.
 * But while a loop runs that does nothing with a variable of its function except `+=`, nobody can have got
 * hold of the string which that very loop has put there: it may be lengthened in place (see string_grow()).
 * The loop has two registers for each such variable, to know that string by: it forgets it whenever it
 * begins. */
#include "vm/compiler_internal.h"

typedef struct Reading {
    const Text *name;
    bool found;
} Reading;

static void find_reading(const Node *node, void *state) {
    Reading *reading = state;
    /* A chain of elifs hangs in orelse, as deep as it is long. */
    for (; node->kind == NODE_IF && node->If.orelse.count == 1; node = node->If.orelse.items[0]) {
        find_reading(node->If.test, reading);
        for (int32_t i = 0; i < node->If.body.count; i++)
            find_reading(node->If.body.items[i], reading);
    }
    if (reading->found)
        return;
    if (node->kind == NODE_NAME && node->Name.ctx == CONTEXT_LOAD)
        reading->found = node->Name.id == reading->name;
    else
        visit_children(node, find_reading, reading);
}

static bool is_read(const Text *name, NodeList body, const Node *test) {
    Reading reading = {.name = name};
    if (test != NULL)
        find_reading(test, &reading);
    for (int32_t i = 0; i < body.count && !reading.found; i++)
        find_reading(body.items[i], &reading);
    return reading.found;
}

typedef struct Search {
    Unit *unit;
    Block *loop;
    NodeList body;
    const Node *test;
} Search;

static void consider(const Node *target, Search *search) {
    Block *loop = search->loop;
    if (loop->grown_count == MAX_GROWN_STRINGS || target_register(search->unit, target) == ANY_REGISTER ||
        loop_growth(loop, target->Name.symbol) != ANY_REGISTER ||
        is_read(target->Name.id, search->body, search->test))
        return;
    /* A loop around this one may own the string already. */
    int registers = ANY_REGISTER;
    for (const Block *outer = loop->outer; outer != NULL && registers == ANY_REGISTER; outer = outer->outer)
        registers = loop_growth(outer, target->Name.symbol);
    if (registers == ANY_REGISTER) {
        registers = registers_push(search->unit, 2);
        emit(search->unit, OP_DELETE_LOCAL, registers, NO_OPERAND, 0);
    }
    loop->grown[loop->grown_count] = target->Name.symbol;
    loop->grown_registers[loop->grown_count++] = registers;
}

static bool may_be_text(const Node *augmented) {
    const Node *value = augmented->AugAssign.value;
    return augmented->AugAssign.op == OPERATOR_ADD && augmented->AugAssign.target->kind == NODE_NAME &&
           (value->kind != NODE_CONSTANT || value->Constant.value.kind == CONSTANT_STRING);
}

static void find_growth(const Node *node, void *state) {
    for (; node->kind == NODE_IF && node->If.orelse.count == 1; node = node->If.orelse.items[0]) {
        for (int32_t i = 0; i < node->If.body.count; i++)
            find_growth(node->If.body.items[i], state);
    }
    switch (node->kind) {
    case NODE_AUG_ASSIGN:
        if (may_be_text(node))
            consider(node->AugAssign.target, state);
        break;
    case NODE_IF:
    case NODE_TRY:
    case NODE_WITH:
    case NODE_ASYNC_WITH:
    case NODE_EXCEPT_HANDLER: visit_children(node, find_growth, state); break;
    default: break; /* an inner loop is asked when it is compiled */
    }
}

void growth_begin(Unit *unit, Block *loop, NodeList body, const Node *test) {
    Search search = {unit, loop, body, test};
    for (int32_t i = 0; i < body.count; i++)
        find_growth(body.items[i], &search);
}

int loop_growth(const Block *loop, const Symbol *symbol) {
    for (int i = 0; loop != NULL && i < loop->grown_count; i++) {
        if (loop->grown[i] == symbol)
            return loop->grown_registers[i];
    }
    return ANY_REGISTER;
}
