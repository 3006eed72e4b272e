#include "parser/ast.h"

#include <stddef.h>

/* Every member of Node's union begins at the same place. */
enum { NODE_MEMBERS = offsetof(Node, Module) };

const FieldInfo *ast_fields(NodeKind kind, int *count) {
    switch (kind) {
/* A field list does not pass its kind on, so each case lays its kind's fields out once more under one name.
 */
#define STRUCT_FIELD(field_type, field) AST_TYPE_##field_type field;
#define DESCRIBE_FIELD(field_type, field) \
    {#field, FIELD_##field_type, NODE_MEMBERS + offsetof(Layout, field)},
#define DESCRIBE_KIND(enumerator, name)                                 \
    case enumerator: {                                                  \
        typedef struct {                                                \
            AST_##name(STRUCT_FIELD)                                    \
        } Layout;                                                       \
        static const FieldInfo fields[] = {AST_##name(DESCRIBE_FIELD)}; \
        *count = sizeof fields / sizeof *fields;                        \
        return fields;                                                  \
    }
        AST_FIELD_KINDS(DESCRIBE_KIND)
    default: *count = 0; return NULL;
    }
}

const char *ast_kind_name(NodeKind kind) {
    static const char *const names[] = {
#define NAME_KIND(enumerator, name) [enumerator] = #name,
        AST_KINDS(NAME_KIND)};
    return names[kind];
}

Node *ast_node(Arena *arena, NodeKind kind) {
    static const uint16_t sizes[] = {
#define SIZE_PLAIN(enumerator, name) [enumerator] = NODE_MEMBERS,
#define SIZE_KIND(enumerator, name)  [enumerator] = NODE_MEMBERS + sizeof(((Node *)0)->name),
        AST_PLAIN_KINDS(SIZE_PLAIN) AST_FIELD_KINDS(SIZE_KIND)};
    Node *node = arena_allocate(arena, sizes[kind]);
    node->kind = (uint8_t)kind;
    node->height = 1;
    return node;
}
