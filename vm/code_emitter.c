/* Instructions, their positions, labels, constants and registers. */
#include <stdlib.h>

#include "vm/compiler_internal.h"

static void *grow(void *memory, uint32_t *capacity, uint32_t first, size_t item_size) {
    *capacity = *capacity ? *capacity * 2 : first;
    return memory_resize(memory, *capacity, item_size);
}

/* --- Instructions */

static void emit_word(Unit *unit, Instruction word) {
    if (unit->count == unit->capacity) {
        uint32_t capacity = unit->capacity;
        unit->words = grow(unit->words, &capacity, 64, sizeof *unit->words);
        unit->positions = grow(unit->positions, &unit->capacity, 64, sizeof *unit->positions);
    }
    if (unit->count >= MAX_INSTRUCTIONS) {
        compile_error(unit, "too many instructions in one function");
        unit->count = 0; /* the code is thrown away: only the size matters now */
    }
    unit->words[unit->count] = word;
    unit->positions[unit->count] = unit->position;
    unit->count++;
}

static int words_of(Opcode op) {
    static const uint8_t words[] = {
#define X(name, words, operands, effect) words,
        OPCODES(X)
#undef X
    };
    return words[op];
}

void emit_x(Unit *unit, Opcode op, int x, int a, int b, int c) {
    if (!unit->is_reachable)
        return;
    Instruction word = {.op = (uint8_t)op, .x = (uint8_t)x, .a = (uint16_t)a};
    word.b = (uint16_t)b;
    word.c = (uint16_t)c;
    emit_word(unit, word);
    for (int i = 1; i < words_of(op); i++)
        emit_word(unit, (Instruction){.word = 0});
}

void emit_end(Unit *unit) {
    unit->is_reachable = false;
}

/* --- Labels and flow */

uint64_t *assigned_copy(Unit *unit) {
    size_t size = (size_t)unit->assigned_words * sizeof(uint64_t);
    return memcpy(arena_allocate(&unit->compiler->arena, size), unit->assigned, size);
}

void assigned_restore(Unit *unit, const uint64_t *assigned) {
    for (int i = 0; i < unit->assigned_words; i++)
        unit->assigned[i] = assigned[i] & ~unit->unbindable[i];
}

Label label_new(void) {
    return (Label){.fixups = -1};
}

/* Leaves what is known here with the label that a jump goes to. */
static void note_jump(Unit *unit, Label *label) {
    label->is_reached = true;
    if (label->assigned == NULL) {
        label->assigned = assigned_copy(unit);
        return;
    }
    for (int i = 0; i < unit->assigned_words; i++)
        label->assigned[i] &= unit->assigned[i];
}

static void emit_label_jump(Unit *unit, Opcode op, int a, Label *label) {
    if (label->is_bound) {
        int64_t offset = (int64_t)label->position - (int64_t)unit->count - 1;
        emit_word(unit, (Instruction){.op = (uint8_t)op, .a = (uint16_t)a, .offset = (int32_t)offset});
        return;
    }
    note_jump(unit, label);
    emit_word(unit, (Instruction){.op = (uint8_t)op, .a = (uint16_t)a, .offset = (int32_t)label->fixups});
    label->fixups = (int64_t)unit->count - 1;
}

void emit_jump(Unit *unit, Opcode op, int a, Label *label) {
    if (!unit->is_reachable)
        return;
    emit_label_jump(unit, op, a, label);
    if (op == OP_JUMP)
        emit_end(unit);
}

static void emit_test_abc(Unit *unit, Opcode op, int x, int a, int b, int c, Label *label) {
    if (!unit->is_reachable)
        return;
    Instruction word = {.op = (uint8_t)op, .x = (uint8_t)x, .a = (uint16_t)a};
    word.b = (uint16_t)b;
    word.c = (uint16_t)c;
    emit_word(unit, word);
    emit_label_jump(unit, OP_JUMP, a, label);
}

void emit_test(Unit *unit, Opcode op, int x, int a, int b, Label *label) {
    emit_test_abc(unit, op, x, a, b, 0, label);
}

void emit_match_class(Unit *unit, int class, int subject, int names, int positional, Label *fails) {
    emit_test_abc(unit, OP_MATCH_CLASS, positional, class, subject, names, fails);
}

void emit_jump_back(Unit *unit, const Label *label) {
    if (!unit->is_reachable)
        return;
    int64_t offset = (int64_t)label->position - (int64_t)unit->count - 1;
    emit_word(unit, (Instruction){.op = OP_JUMP_BACK, .offset = (int32_t)offset});
    emit_end(unit);
}

void emit_continue(Unit *unit, Label *label) {
    if (label->is_bound)
        emit_jump_back(unit, label);
    else
        emit_jump(unit, OP_JUMP, 0, label);
}

void label_bind(Unit *unit, Label *label) {
    label->position = unit->count;
    label->is_bound = true;
    int64_t fixup = label->fixups;
    while (fixup >= 0) {
        Instruction *jump = &unit->words[fixup];
        int64_t previous = jump->offset;
        jump->offset = (int32_t)((int64_t)label->position - fixup - 1);
        fixup = previous;
    }
    if (!label->is_reached)
        return;
    if (!unit->is_reachable) {
        memcpy(unit->assigned, label->assigned, (size_t)unit->assigned_words * sizeof(uint64_t));
        unit->is_reachable = true;
        return;
    }
    for (int i = 0; i < unit->assigned_words; i++)
        unit->assigned[i] &= label->assigned[i];
}

void label_bind_head(Unit *unit, Label *label) {
    label->position = unit->count;
    label->is_bound = true;
    for (int i = 0; i < unit->assigned_words; i++)
        unit->assigned[i] &= ~unit->unbindable[i];
}

/* --- Constants */

static uint64_t hash_constant(Value constant) {
    uint64_t hash = constant;
    if (is_tuple(constant)) {
        const Tuple *tuple = AS(Tuple, constant);
        hash = (uint64_t)tuple->count;
        for (int64_t i = 0; i < tuple->count; i++)
            hash = hash * 31 + hash_constant(tuple->items[i]);
    }
    return (hash ^ hash >> 32) * 0x9e3779b97f4a7c15u;
}

/* The same constant? Numbers of different types are not. Strings are interned; other objects than tuples are
 * only looked at for identity. */
static bool is_same_constant(Value left, Value right) {
    if (left == right)
        return true;
    if (!is_tuple(left) || !is_tuple(right) || AS(Tuple, left)->count != AS(Tuple, right)->count)
        return false;
    for (int64_t i = 0; i < AS(Tuple, left)->count; i++) {
        if (!is_same_constant(AS(Tuple, left)->items[i], AS(Tuple, right)->items[i]))
            return false;
    }
    return true;
}

static void rehash_constants(Unit *unit) {
    unit->constant_table_size = unit->constant_table_size ? unit->constant_table_size * 2 : 32;
    free(unit->constant_table);
    unit->constant_table = memory_new_zeroed(unit->constant_table_size, sizeof(uint32_t));
    for (uint32_t i = 0; i < unit->constant_count; i++) {
        uint32_t slot = (uint32_t)(hash_constant(unit->constants[i]) >> 32) & (unit->constant_table_size - 1);
        while (unit->constant_table[slot] != 0)
            slot = (slot + 1) & (unit->constant_table_size - 1);
        unit->constant_table[slot] = i + 1;
    }
}

int constant_index(Unit *unit, Value constant) {
    if (unit->constant_count * 2 >= unit->constant_table_size)
        rehash_constants(unit);
    uint32_t slot = (uint32_t)(hash_constant(constant) >> 32) & (unit->constant_table_size - 1);
    for (; unit->constant_table[slot] != 0; slot = (slot + 1) & (unit->constant_table_size - 1)) {
        if (is_same_constant(unit->constants[unit->constant_table[slot] - 1], constant))
            return (int)unit->constant_table[slot] - 1;
    }
    if (unit->constant_count == MAX_CONSTANTS) {
        compile_error(unit, "too many constants in one function");
        return 0;
    }
    if (unit->constant_count == unit->constant_capacity)
        unit->constants = grow(unit->constants, &unit->constant_capacity, 16, sizeof(Value));
    unit->constants[unit->constant_count++] = constant;
    unit->constant_table[slot] = unit->constant_count;
    return (int)unit->constant_count - 1;
}

bool constant_is_operand(const Unit *unit, Value constant) {
    return constant != NOTHING && (unit->constant_count < SCARCE_CONSTANTS || !is_small_int(constant));
}

int name_constant(Unit *unit, const Text *name) {
    return constant_index(unit, object_value(unit_string(unit, name)));
}

/* --- Registers and operands */

int registers_push(Unit *unit, int count) {
    int first = unit->top;
    if (first + count > MAX_REGISTERS) {
        compile_error(unit, "too many local variables and intermediate values in one function");
        return first; /* the code is thrown away */
    }
    unit->top += count;
    if (unit->top > unit->register_count)
        unit->register_count = unit->top;
    return first;
}

int register_push(Unit *unit) {
    return registers_push(unit, 1);
}

int register_result(Unit *unit, int target, int mark) {
    unit->top = mark;
    return target != ANY_REGISTER ? target : register_push(unit);
}

Operand operand_constant(Value constant) {
    return (Operand){.constant = constant, .reg = ANY_REGISTER};
}

Operand operand_register(int reg) {
    return (Operand){.constant = NOTHING, .reg = reg};
}

void emit_constant(Unit *unit, int reg, Value constant) {
    if (!unit->is_reachable)
        return;
    if (is_small_int(constant)) {
        int64_t number = small_int_value(constant);
        if (number >= INT32_MIN && number <= INT32_MAX) {
            emit_word(unit, (Instruction){.op = OP_LOAD_INT, .a = (uint16_t)reg, .offset = (int32_t)number});
            return;
        }
    }
    emit(unit, OP_LOAD_CONST, reg, constant_index(unit, constant), 0);
}

void emit_move(Unit *unit, int to, int from) {
    if (to != from)
        emit(unit, OP_MOVE, to, from, 0);
}

int operand_to_register(Unit *unit, Operand operand) {
    if (operand.constant == NOTHING)
        return operand.reg;
    int reg = register_push(unit);
    emit_constant(unit, reg, operand.constant);
    return reg;
}

void operand_to(Unit *unit, Operand operand, int reg) {
    if (operand.constant != NOTHING)
        emit_constant(unit, reg, operand.constant);
    else
        emit_move(unit, reg, operand.reg);
}
