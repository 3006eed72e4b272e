/* The printer behind `bide ast`: the tree, indented, a node a line with its simple fields, its children below
 * it. */
#ifndef BIDE_PARSER_AST_DUMP_H
#define BIDE_PARSER_AST_DUMP_H

#include "parser/ast.h"

#include <stdio.h>

/* Print the tree below `node` to `out`; with `positions`, each node's place too (line:column-line:column). */
void ast_dump(FILE *out, const Node *node, bool positions);

#endif
