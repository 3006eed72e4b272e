#include "parser/ast_dump.h"

#include <inttypes.h>

enum { INDENT = 2 };

static const char *const operator_names[] = {
#define NAME_OPERATOR(enumerator, name, spelling) #name,
    AST_OPERATORS(NAME_OPERATOR)};
static const char *const unary_names[] = {AST_UNARY_OPERATORS(NAME_OPERATOR)};
static const char *const compare_names[] = {AST_COMPARE_OPERATORS(NAME_OPERATOR)};
static const char *const context_names[] = {"Load", "Store", "Del"};
static const char *const bool_names[] = {"And", "Or"};

/* A string or bytes constant as a literal; what is beyond ASCII is shown as it is in a string, escaped in
 * bytes. */
static void print_quoted(FILE *out, const Text *text, bool is_bytes) {
    fputs(is_bytes ? "b'" : "'", out);
    for (uint32_t i = 0; i < text->length; i++) {
        uint8_t c = (uint8_t)text->chars[i];
        switch (c) {
        case '\n': fputs("\\n", out); break;
        case '\t': fputs("\\t", out); break;
        case '\r': fputs("\\r", out); break;
        case '\\': fputs("\\\\", out); break;
        case '\'': fputs("\\'", out); break;
        default:
            if (c < ' ' || c == 0x7f || (is_bytes && c >= 0x80)) {
                fprintf(out, "\\x%02x", c);
            } else {
                fputc(c, out);
            }
        }
    }
    fputc('\'', out);
}

static void print_constant(FILE *out, const ConstantValue *value) {
    switch (value->kind) {
    case CONSTANT_NONE: fputs("None", out); break;
    case CONSTANT_TRUE: fputs("True", out); break;
    case CONSTANT_FALSE: fputs("False", out); break;
    case CONSTANT_ELLIPSIS: fputs("Ellipsis", out); break;
    case CONSTANT_INT: fprintf(out, "%" PRId64, value->integer); break;
    case CONSTANT_BIG_INT: {
        const char *prefix = value->big.base == 16  ? "0x"
                             : value->big.base == 8 ? "0o"
                             : value->big.base == 2 ? "0b"
                                                    : "";
        fprintf(out, "%s%s", prefix, value->big.digits->chars);
        break;
    }
    case CONSTANT_FLOAT: fprintf(out, "%.17g", value->real); break;
    case CONSTANT_STRING: print_quoted(out, value->text, false); break;
    case CONSTANT_BYTES: print_quoted(out, value->text, true); break;
    }
}

/* A field that is no node and no list of nodes, as ` name=value`; what says nothing is left out. */
static void print_simple_field(FILE *out, const FieldInfo *info, const void *field) {
    switch (info->type) {
    case FIELD_TEXT: {
        const Text *text = *(const Text *const *)field;
        if (text != NULL) {
            fprintf(out, " %s=%s", info->name, text->chars);
        }
        break;
    }
    case FIELD_TEXTS: {
        const TextList *list = field;
        fprintf(out, " %s=", info->name);
        for (int32_t i = 0; i < list->count; i++) {
            fprintf(out, "%s%s", i > 0 ? "," : "", list->items[i]->chars);
        }
        break;
    }
    case FIELD_CONSTANT:
        fprintf(out, " %s=", info->name);
        print_constant(out, field);
        break;
    case FIELD_CONTEXT:
        if (*(const ExprContext *)field != CONTEXT_LOAD) {
            fprintf(out, " ctx=%s", context_names[*(const ExprContext *)field]);
        }
        break;
    case FIELD_OPERATOR: fprintf(out, " op=%s", operator_names[*(const Operator *)field]); break;
    case FIELD_UNARY: fprintf(out, " op=%s", unary_names[*(const UnaryOperator *)field]); break;
    case FIELD_BOOLOP: fprintf(out, " op=%s", bool_names[*(const BoolOperator *)field]); break;
    case FIELD_COMPARES: {
        const CompareOperatorList *list = field;
        fprintf(out, " %s=", info->name);
        for (int32_t i = 0; i < list->count; i++) {
            fprintf(out, "%s%s", i > 0 ? "," : "", compare_names[list->items[i]]);
        }
        break;
    }
    case FIELD_FLAG:
        if (*(const bool *)field) {
            fprintf(out, " %s", info->name);
        }
        break;
    case FIELD_INTEGER: fprintf(out, " %s=%d", info->name, *(const int *)field); break;
    default: break;
    }
}

static void print_node(FILE *out, const Node *node, bool positions, int depth, const char *label) {
    fprintf(out, "%*s", depth * INDENT, "");
    if (label != NULL) {
        fprintf(out, "%s: ", label);
    }
    if (node == NULL) {
        fputs("-\n", out);
        return;
    }
    fputs(ast_kind_name(node->kind), out);
    int count;
    const FieldInfo *fields = ast_fields(node->kind, &count);
    for (int i = 0; i < count; i++) {
        print_simple_field(out, &fields[i], (const char *)node + fields[i].offset);
    }
    if (positions) {
        const Position *position = &node->position;
        fprintf(out, "  %d:%d-%d:%d", position->line, position->column, position->end_line,
                position->end_column);
    }
    fputc('\n', out);
    for (int i = 0; i < count; i++) {
        const void *field = (const char *)node + fields[i].offset;
        if (fields[i].type == FIELD_NODE && *(Node *const *)field != NULL) {
            print_node(out, *(Node *const *)field, positions, depth + 1, fields[i].name);
        } else if (fields[i].type == FIELD_LIST && ((const NodeList *)field)->count > 0) {
            const NodeList *list = field;
            fprintf(out, "%*s%s:\n", (depth + 1) * INDENT, "", fields[i].name);
            for (int32_t j = 0; j < list->count; j++) {
                print_node(out, list->items[j], positions, depth + 2, NULL);
            }
        }
    }
}

void ast_dump(FILE *out, const Node *node, bool positions) {
    print_node(out, node, positions, 0, NULL);
}
