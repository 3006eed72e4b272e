/* What is wrong with a match statement's patterns though each fits the grammar. */
#include "parser/scope_internal.h"

#include <string.h>

/* The names a pattern binds, in the arena; a pattern has few, so the list is searched. */
typedef struct NameSet {
    const Text **items;
    int32_t count, capacity;
} NameSet;

typedef struct PatternChecker {
    Analysis *analysis;
    NameSet names;
    const Node *latest;      /* the pattern that was looked at last: where CPython reports from */
    bool allows_irrefutable; /* may a pattern that matches everything stand here? */
} PatternChecker;

static bool contains(const NameSet *set, const Text *name) {
    for (int32_t i = 0; i < set->count; i++) {
        if (set->items[i] == name) {
            return true;
        }
    }
    return false;
}

static void bind(PatternChecker *checker, const Text *name) {
    if (name == NULL) {
        return;
    }
    if (strcmp(name->chars, "__debug__") == 0) {
        analysis_raise(checker->analysis, checker->latest->position, "cannot assign to __debug__");
    }
    NameSet *names = &checker->names;
    if (contains(names, name)) {
        analysis_raise(checker->analysis, checker->latest->position,
                       "multiple assignments to name '%s' in pattern", name->chars);
    }
    if (names->count == names->capacity) {
        names->capacity = names->capacity ? names->capacity * 2 : 8;
        const Text **items =
            arena_allocate(checker->analysis->arena, (size_t)names->capacity * sizeof *items);
        for (int32_t i = 0; i < names->count; i++) {
            items[i] = names->items[i];
        }
        names->items = items;
    }
    names->items[names->count++] = name;
}

static void check_pattern(PatternChecker *checker, const Node *pattern);

static void check_subpattern(PatternChecker *checker, const Node *pattern) {
    bool allowed = checker->allows_irrefutable;
    checker->allows_irrefutable = true;
    check_pattern(checker, pattern);
    checker->allows_irrefutable = allowed;
}

static void check_sequence(PatternChecker *checker, const Node *pattern) {
    NodeList patterns = pattern->MatchSequence.patterns;
    int stars = 0;
    for (int32_t i = 0; i < patterns.count; i++) {
        stars += patterns.items[i]->kind == NODE_MATCH_STAR;
    }
    if (stars > 1) {
        analysis_raise(checker->analysis, pattern->position, "multiple starred names in sequence pattern");
    }
    for (int32_t i = 0; i < patterns.count; i++) {
        check_subpattern(checker, patterns.items[i]);
    }
}

static bool same_constant(const ConstantValue *a, const ConstantValue *b) {
    if (a->kind != b->kind) {
        return false;
    }
    switch (a->kind) {
    case CONSTANT_INT: return a->integer == b->integer;
    case CONSTANT_FLOAT: return a->real == b->real;
    case CONSTANT_STRING:
    case CONSTANT_BYTES:
        return a->text->length == b->text->length &&
               memcmp(a->text->chars, b->text->chars, a->text->length) == 0;
    case CONSTANT_BIG_INT: return false;
    default: return true;
    }
}

static void check_mapping(PatternChecker *checker, const Node *pattern) {
    NodeList keys = pattern->MatchMapping.keys;
    for (int32_t i = 0; i < keys.count; i++) {
        if (keys.items[i]->kind == NODE_JOINED_STR) {
            analysis_raise(checker->analysis, pattern->position,
                           "mapping pattern keys may only match literals and attribute lookups");
        }
        for (int32_t j = 0; j < i && keys.items[i]->kind == NODE_CONSTANT; j++) {
            const ConstantValue *key = &keys.items[i]->Constant.value;
            if (keys.items[j]->kind != NODE_CONSTANT || !same_constant(key, &keys.items[j]->Constant.value)) {
                continue;
            }
            if (key->kind == CONSTANT_INT) {
                analysis_raise(checker->analysis, pattern->position,
                               "mapping pattern checks duplicate key (%lld)", (long long)key->integer);
            }
            analysis_raise(checker->analysis, pattern->position,
                           "mapping pattern checks duplicate key ('%s')",
                           key->kind == CONSTANT_STRING ? key->text->chars : "");
        }
    }
    for (int32_t i = 0; i < pattern->MatchMapping.patterns.count; i++) {
        check_subpattern(checker, pattern->MatchMapping.patterns.items[i]);
    }
    bind(checker, pattern->MatchMapping.rest);
}

static void check_class(PatternChecker *checker, const Node *pattern) {
    TextList names = pattern->MatchClass.kwd_attrs;
    for (int32_t i = 0; i < names.count; i++) {
        for (int32_t j = 0; j < i; j++) {
            if (names.items[i] == names.items[j]) {
                analysis_raise(checker->analysis, pattern->MatchClass.kwd_patterns.items[i]->position,
                               "attribute name repeated in class pattern: %s", names.items[i]->chars);
            }
        }
    }
    for (int32_t i = 0; i < pattern->MatchClass.patterns.count; i++) {
        check_subpattern(checker, pattern->MatchClass.patterns.items[i]);
    }
    for (int32_t i = 0; i < names.count; i++) {
        check_subpattern(checker, pattern->MatchClass.kwd_patterns.items[i]);
    }
}

/* All alternatives bind the same names, and only the last may match everything. */
static void check_or(PatternChecker *checker, const Node *pattern) {
    NodeList alternatives = pattern->MatchOr.patterns;
    bool allowed = checker->allows_irrefutable;
    NameSet before = checker->names, first = {0};
    for (int32_t i = 0; i < alternatives.count; i++) {
        PatternChecker one = {.analysis = checker->analysis,
                              .allows_irrefutable = allowed && i == alternatives.count - 1};
        check_pattern(&one, alternatives.items[i]);
        checker->latest = one.latest;
        if (i == 0) {
            first = one.names;
        }
        bool is_same = one.names.count == first.count;
        for (int32_t j = 0; j < one.names.count; j++) {
            is_same = is_same && contains(&first, one.names.items[j]);
        }
        if (!is_same) {
            analysis_raise(checker->analysis, pattern->position, "alternative patterns bind different names");
        }
    }
    checker->names = before;
    for (int32_t j = 0; j < first.count; j++) {
        bind(checker, first.items[j]);
    }
}

static void check_as(PatternChecker *checker, const Node *pattern) {
    const Text *name = pattern->MatchAs.name;
    if (pattern->MatchAs.pattern == NULL && !checker->allows_irrefutable) {
        if (name != NULL) {
            analysis_raise(checker->analysis, pattern->position,
                           "name capture '%s' makes remaining patterns unreachable", name->chars);
        }
        analysis_raise(checker->analysis, pattern->position, "wildcard makes remaining patterns unreachable");
    }
    if (pattern->MatchAs.pattern != NULL) {
        check_pattern(checker, pattern->MatchAs.pattern);
    }
    bind(checker, name);
}

static void check_pattern(PatternChecker *checker, const Node *pattern) {
    checker->latest = pattern;
    switch (pattern->kind) {
    case NODE_MATCH_SEQUENCE: check_sequence(checker, pattern); break;
    case NODE_MATCH_MAPPING: check_mapping(checker, pattern); break;
    case NODE_MATCH_CLASS: check_class(checker, pattern); break;
    case NODE_MATCH_OR: check_or(checker, pattern); break;
    case NODE_MATCH_AS: check_as(checker, pattern); break;
    case NODE_MATCH_STAR: bind(checker, pattern->MatchStar.name); break;
    default: break;
    }
}

void pattern_check(Analysis *analysis, const Node *match) {
    NodeList cases = match->Match.cases;
    for (int32_t i = 0; i < cases.count; i++) {
        const Node *branch = cases.items[i];
        PatternChecker checker = {.analysis = analysis,
                                  .allows_irrefutable =
                                      branch->match_case.guard != NULL || i == cases.count - 1};
        check_pattern(&checker, branch->match_case.pattern);
    }
}
