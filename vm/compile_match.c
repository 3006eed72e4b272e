/* The match statement.
 *
 * What a pattern captures is kept in temporaries, one for each name, and reaches the variables only when the
 * whole pattern has matched, before the guard is evaluated. The alternatives of `|` bind the same names, so
 * they share them. */
#include "vm/compiler_internal.h"

typedef struct Captured {
    const Symbol *symbol;
    int reg;
} Captured;

typedef struct Captures {
    Captured *items; /* the arena's */
    int count, capacity;
} Captures;

/* The register in which `symbol` waits. */
static int capture_register(Unit *unit, Captures *captures, const Symbol *symbol) {
    for (int i = 0; i < captures->count; i++) {
        if (captures->items[i].symbol == symbol)
            return captures->items[i].reg;
    }
    if (captures->count == captures->capacity) {
        captures->capacity = captures->capacity ? captures->capacity * 2 : 8;
        Captured *items = arena_allocate(&unit->compiler->arena, (size_t)captures->capacity * sizeof *items);
        if (captures->count > 0)
            memcpy(items, captures->items, (size_t)captures->count * sizeof *items);
        captures->items = items;
    }
    int reg = register_push(unit);
    captures->items[captures->count++] = (Captured){.symbol = symbol, .reg = reg};
    return reg;
}

static const Symbol *captured_symbol(const Node *pattern) {
    switch (pattern->kind) {
    case NODE_MATCH_AS: return pattern->MatchAs.name != NULL ? pattern->MatchAs.symbol : NULL;
    case NODE_MATCH_STAR: return pattern->MatchStar.name != NULL ? pattern->MatchStar.symbol : NULL;
    case NODE_MATCH_MAPPING: return pattern->MatchMapping.rest != NULL ? pattern->MatchMapping.symbol : NULL;
    default: return NULL;
    }
}

/* Gives all names of a pattern their registers, in the order of the text. */
static void reserve_captures(Unit *unit, const Node *pattern, Captures *captures) {
    if (pattern == NULL)
        return;
    NodeList inner = {0}, more = {0};
    switch (pattern->kind) {
    case NODE_MATCH_SEQUENCE: inner = pattern->MatchSequence.patterns; break;
    case NODE_MATCH_MAPPING: inner = pattern->MatchMapping.patterns; break;
    case NODE_MATCH_OR: inner = pattern->MatchOr.patterns; break;
    case NODE_MATCH_CLASS:
        inner = pattern->MatchClass.patterns;
        more = pattern->MatchClass.kwd_patterns;
        break;
    case NODE_MATCH_AS: reserve_captures(unit, pattern->MatchAs.pattern, captures); break;
    default: break;
    }
    for (int32_t i = 0; i < inner.count; i++)
        reserve_captures(unit, inner.items[i], captures);
    for (int32_t i = 0; i < more.count; i++)
        reserve_captures(unit, more.items[i], captures);
    const Symbol *symbol = captured_symbol(pattern);
    if (symbol != NULL)
        capture_register(unit, captures, symbol);
}

static void compile_pattern(Unit *unit, const Node *pattern, int subject, Captures *captures, Label *fails);

static void compile_patterns(Unit *unit, NodeList patterns, int first, Captures *captures, Label *fails) {
    for (int32_t i = 0; i < patterns.count; i++)
        compile_pattern(unit, patterns.items[i], first + i, captures, fails);
}

static bool is_wildcard(const Node *pattern) {
    return (pattern->kind == NODE_MATCH_AS && pattern->MatchAs.pattern == NULL &&
            pattern->MatchAs.name == NULL) ||
           (pattern->kind == NODE_MATCH_STAR && pattern->MatchStar.name == NULL);
}

static void compile_sequence_pattern(Unit *unit, const Node *pattern, int subject, Captures *captures,
                                     Label *fails) {
    NodeList patterns = pattern->MatchSequence.patterns;
    int32_t star = -1;
    bool only_wildcards = true;
    for (int32_t i = 0; i < patterns.count; i++) {
        if (patterns.items[i]->kind == NODE_MATCH_STAR)
            star = i;
        only_wildcards = only_wildcards && is_wildcard(patterns.items[i]);
    }
    bool has_star = star >= 0;
    emit_test(unit, OP_TEST_SEQUENCE, has_star, subject, patterns.count - has_star, fails);
    if (only_wildcards)
        return;
    int first = registers_push(unit, patterns.count);
    emit_unpack(unit, first, subject, patterns.count, star);
    compile_patterns(unit, patterns, first, captures, fails);
}

/* {"key": pattern, **rest}: the rest is a copy without the keys. */
static void compile_mapping_pattern(Unit *unit, const Node *pattern, int subject, Captures *captures,
                                    Label *fails) {
    NodeList keys = pattern->MatchMapping.keys;
    int values = register_push(unit);
    compile_tuple_to(unit, keys, values);
    int key_tuple = values;
    if (pattern->MatchMapping.rest != NULL) {
        key_tuple = register_push(unit);
        emit_move(unit, key_tuple, values);
    }
    emit_test(unit, OP_MATCH_MAPPING, 0, values, subject, fails);
    if (keys.count > 0) {
        int first = registers_push(unit, keys.count);
        emit_unpack(unit, first, values, keys.count, -1);
        compile_patterns(unit, pattern->MatchMapping.patterns, first, captures, fails);
    }
    if (pattern->MatchMapping.rest == NULL)
        return;
    int rest = capture_register(unit, captures, pattern->MatchMapping.symbol);
    emit(unit, OP_BUILD_DICT, rest, rest, 0);
    emit(unit, OP_DICT_UPDATE, rest, subject, 0);
    if (keys.count == 0)
        return;
    int key = registers_push(unit, keys.count);
    emit_unpack(unit, key, key_tuple, keys.count, -1);
    for (int32_t i = 0; i < keys.count; i++)
        emit(unit, OP_DELETE_ITEM, rest, key + i, 0);
}

static void compile_class_pattern(Unit *unit, const Node *pattern, int subject, Captures *captures,
                                  Label *fails) {
    NodeList positional = pattern->MatchClass.patterns, keyword = pattern->MatchClass.kwd_patterns;
    TextList attributes = pattern->MatchClass.kwd_attrs;
    int class = compile_push(unit, pattern->MatchClass.cls);
    Tuple *names = tuple_new(unit->vm, NULL, attributes.count);
    for (int32_t i = 0; i < attributes.count; i++)
        names->items[i] = object_value(unit_string(unit, attributes.items[i]));
    if (positional.count > UINT8_MAX) {
        compile_error(unit, "too many sub-patterns in class pattern");
        return;
    }
    emit_match_class(unit, class, subject, constant_index(unit, object_value(names)), positional.count,
                     fails);
    int32_t count = positional.count + keyword.count;
    if (count == 0)
        return;
    int first = registers_push(unit, count);
    emit_unpack(unit, first, class, count, -1);
    compile_patterns(unit, positional, first, captures, fails);
    compile_patterns(unit, keyword, first + positional.count, captures, fails);
}

static void compile_or_pattern(Unit *unit, const Node *pattern, int subject, Captures *captures,
                               Label *fails) {
    NodeList alternatives = pattern->MatchOr.patterns;
    Label matches = label_new();
    for (int32_t i = 0; i + 1 < alternatives.count; i++) {
        Label next = label_new();
        compile_pattern(unit, alternatives.items[i], subject, captures, &next);
        emit_jump(unit, OP_JUMP, 0, &matches);
        label_bind(unit, &next);
    }
    compile_pattern(unit, alternatives.items[alternatives.count - 1], subject, captures, fails);
    label_bind(unit, &matches);
}

static void compile_value_pattern(Unit *unit, const Node *value, int subject, Label *fails) {
    Operand operand = compile_expression(unit, value, ANY_REGISTER);
    if (operand.constant != NOTHING)
        emit_test(unit, OP_TEST_EQ_K, 0, subject, constant_index(unit, operand.constant), fails);
    else
        emit_test(unit, OP_TEST_EQ, 0, subject, operand.reg, fails);
}

static void compile_singleton_pattern(Unit *unit, const Node *pattern, int subject, Label *fails) {
    ConstantKind kind = pattern->MatchSingleton.value.kind;
    if (kind == CONSTANT_NONE) {
        emit_test(unit, OP_TEST_NONE, 0, subject, 0, fails);
        return;
    }
    int reg = operand_to_register(unit, operand_constant(bool_value(kind == CONSTANT_TRUE)));
    emit_test(unit, OP_TEST_IS, 0, subject, reg, fails);
}

/* Goes to `fails` unless R[subject] matches. */
static void compile_pattern(Unit *unit, const Node *pattern, int subject, Captures *captures, Label *fails) {
    int mark = unit->top;
    CodePosition outer = unit->position;
    unit->position = position_of(pattern);
    switch (pattern->kind) {
    case NODE_MATCH_VALUE: compile_value_pattern(unit, pattern->MatchValue.value, subject, fails); break;
    case NODE_MATCH_SINGLETON: compile_singleton_pattern(unit, pattern, subject, fails); break;
    case NODE_MATCH_SEQUENCE: compile_sequence_pattern(unit, pattern, subject, captures, fails); break;
    case NODE_MATCH_MAPPING: compile_mapping_pattern(unit, pattern, subject, captures, fails); break;
    case NODE_MATCH_CLASS: compile_class_pattern(unit, pattern, subject, captures, fails); break;
    case NODE_MATCH_OR: compile_or_pattern(unit, pattern, subject, captures, fails); break;
    case NODE_MATCH_AS:
        if (pattern->MatchAs.pattern != NULL)
            compile_pattern(unit, pattern->MatchAs.pattern, subject, captures, fails);
        if (pattern->MatchAs.name != NULL)
            emit_move(unit, capture_register(unit, captures, pattern->MatchAs.symbol), subject);
        break;
    default: /* a star: its list is the subject */
        if (pattern->MatchStar.name != NULL)
            emit_move(unit, capture_register(unit, captures, pattern->MatchStar.symbol), subject);
        break;
    }
    unit->position = outer;
    unit->top = mark;
}

static void compile_case(Unit *unit, const Node *node, int subject, Label *end) {
    int mark = unit->top;
    Captures captures = {0};
    Label next = label_new();
    const Node *pattern = node->match_case.pattern;
    reserve_captures(unit, pattern, &captures);
    compile_pattern(unit, pattern, subject, &captures, &next);
    unit->position = position_of(pattern);
    for (int i = 0; i < captures.count; i++)
        compile_store_symbol(unit, captures.items[i].symbol, operand_register(captures.items[i].reg));
    unit->top = mark;
    if (node->match_case.guard != NULL)
        compile_jump_if(unit, node->match_case.guard, false, &next);
    compile_statements(unit, node->match_case.body);
    emit_jump(unit, OP_JUMP, 0, end);
    label_bind(unit, &next);
}

void compile_match(Unit *unit, const Node *node) {
    Label end = label_new();
    int subject = compile_push(unit, node->Match.subject);
    for (int32_t i = 0; i < node->Match.cases.count; i++)
        compile_case(unit, node->Match.cases.items[i], subject, &end);
    label_bind(unit, &end);
}
