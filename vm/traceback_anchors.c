/* Where in an expression's source its operator stands. */
#include "parser/parser.h"
#include "vm/traceback.h"

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\f';
}

/* The operator lies between the operands; parentheses around them may too. */
static bool find_operator(const char *segment, const Node *node, int *left, int *right) {
    int end = node->BinOp.right->position.column;
    for (int i = node->BinOp.left->position.end_column; i < end; i++) {
        if (is_blank(segment[i]))
            continue;
        *left = i;
        *right = i + 1;
        if (i + 1 < end && !is_blank(segment[i + 1]))
            ++*right;
        if (i + 1 < end && segment[i] == ')')
            continue;
        return true;
    }
    return false;
}

/* From the opening bracket to the closing one; what stands between them and the operands may be parentheses.
 */
static void find_brackets(const char *segment, int length, const Node *node, int *left, int *right) {
    *left = node->Subscript.value->position.end_column;
    *right = node->Subscript.slice->position.end_column + 1;
    while (*left < length && segment[*left] != '[')
        ++*left;
    while (*right < length && segment[*right] != ']')
        ++*right;
    if (*right < length)
        ++*right;
}

static bool find_in_expression(const char *segment, int length, const Node *node, int *left, int *right) {
    switch (node->kind) {
    case NODE_BIN_OP: return find_operator(segment, node, left, right);
    case NODE_SUBSCRIPT: find_brackets(segment, length, node, left, right); return true;
    default: return false;
    }
}

bool traceback_find_anchors(const char *segment, size_t length, int *left, int *right) {
    SyntaxErrorInfo error = {0};
    Source source;
    if (!source_from_bytes(&source, "<segment>", segment, length, &error))
        return false;
    Arena arena;
    arena_init(&arena);
    const Node *module = parser_parse(&arena, &source, PARSE_FILE, PARSE_TOP_LEVEL_AWAIT, &error, NULL);
    bool found = false;
    if (module && module->Module.body.count == 1 && module->Module.body.items[0]->kind == NODE_EXPR)
        found =
            find_in_expression(segment, (int)length, module->Module.body.items[0]->Expr.value, left, right);
    arena_free(&arena);
    source_free(&source);
    return found;
}
