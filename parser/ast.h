/* The syntax tree.
 *
 * A Node is a kind, a position, and one struct of the union below: the members of a node of kind NODE_IF are
 * node->If.test, node->If.body, node->If.orelse. Kinds and fields bear the names of Python's `ast` module and
 * mean what they mean there, so that its documentation describes this tree as well.
 *
 * The kinds and their fields are listed once (AST_KINDS and the AST_<Kind> lists): the enum, the structs, and
 * the table that lets a pass walk any node without knowing it (ast_fields) are all made from these lists.
 *
 * Invariants:
 *   - Nodes, lists, names and strings belong to the arena the tree was parsed into. Nobody frees them one by
 * one.
 *   - Every node has the exact start and end that CPython gives it: tracebacks draw their carets from them.
 *     (The kinds that have none in CPython - arguments, comprehension, withitem, match_case - span their
 * text.)
 *   - No path down the tree is longer than AST_MAX_DEPTH nodes, so passes may recurse without a check; a
 * chain of `elif` does not count: it hangs in If.orelse as a list of one If, and must be walked by a loop.
 *   - Names are interned in the arena: the same name is the same pointer.
 */
#ifndef BIDE_PARSER_AST_H
#define BIDE_PARSER_AST_H

#include "lexer/arena.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct Node Node;
typedef struct Scope Scope;   /* parser/scope.h */
typedef struct Symbol Symbol; /* parser/scope.h */

enum { AST_MAX_DEPTH = 1000 };

/* Lines count from 1, columns from 0 in bytes; the end is the position after the last byte. */
typedef struct Position {
    int32_t line, column, end_line, end_column;
} Position;

typedef struct NodeList {
    Node **items;
    int32_t count;
} NodeList;

typedef struct TextList {
    const Text **items;
    int32_t count;
} TextList;

typedef enum ExprContext { CONTEXT_LOAD, CONTEXT_STORE, CONTEXT_DELETE } ExprContext;

typedef enum BoolOperator { BOOL_AND, BOOL_OR } BoolOperator;

/* X(enumerator, name in Python's ast, spelling) */
#define AST_OPERATORS(X)               \
    X(OPERATOR_ADD, Add, "+")          \
    X(OPERATOR_SUB, Sub, "-")          \
    X(OPERATOR_MULT, Mult, "*")        \
    X(OPERATOR_MAT_MULT, MatMult, "@") \
    X(OPERATOR_DIV, Div, "/")          \
    X(OPERATOR_MOD, Mod, "%")          \
    X(OPERATOR_POW, Pow, "**")         \
    X(OPERATOR_LSHIFT, LShift, "<<")   \
    X(OPERATOR_RSHIFT, RShift, ">>")   \
    X(OPERATOR_BIT_OR, BitOr, "|")     \
    X(OPERATOR_BIT_XOR, BitXor, "^")   \
    X(OPERATOR_BIT_AND, BitAnd, "&")   \
    X(OPERATOR_FLOOR_DIV, FloorDiv, "//")

#define AST_UNARY_OPERATORS(X)   \
    X(UNARY_INVERT, Invert, "~") \
    X(UNARY_NOT, Not, "not")     \
    X(UNARY_ADD, UAdd, "+")      \
    X(UNARY_SUB, USub, "-")

#define AST_COMPARE_OPERATORS(X)       \
    X(COMPARE_EQ, Eq, "==")            \
    X(COMPARE_NOT_EQ, NotEq, "!=")     \
    X(COMPARE_LT, Lt, "<")             \
    X(COMPARE_LT_E, LtE, "<=")         \
    X(COMPARE_GT, Gt, ">")             \
    X(COMPARE_GT_E, GtE, ">=")         \
    X(COMPARE_IS, Is, "is")            \
    X(COMPARE_IS_NOT, IsNot, "is not") \
    X(COMPARE_IN, In, "in")            \
    X(COMPARE_NOT_IN, NotIn, "not in")

#define AST_DECLARE_ENUMERATOR(enumerator, name, spelling) enumerator,
typedef enum Operator { AST_OPERATORS(AST_DECLARE_ENUMERATOR) } Operator;
typedef enum UnaryOperator { AST_UNARY_OPERATORS(AST_DECLARE_ENUMERATOR) } UnaryOperator;
typedef enum CompareOperator { AST_COMPARE_OPERATORS(AST_DECLARE_ENUMERATOR) } CompareOperator;
#undef AST_DECLARE_ENUMERATOR

typedef struct CompareOperatorList {
    CompareOperator *items;
    int32_t count;
} CompareOperatorList;

typedef enum ConstantKind {
    CONSTANT_NONE,
    CONSTANT_TRUE,
    CONSTANT_FALSE,
    CONSTANT_ELLIPSIS,
    CONSTANT_INT,     /* integer */
    CONSTANT_BIG_INT, /* big: does not fit in 64 bits */
    CONSTANT_FLOAT,   /* real */
    CONSTANT_STRING,  /* text: adjacent literals joined, escapes decoded */
    CONSTANT_BYTES    /* text: raw bytes */
} ConstantKind;

typedef struct ConstantValue {
    ConstantKind kind;
    union {
        int64_t integer; /* never negative: the sign is a UnaryOp */
        double real;
        const Text *text;
        struct {
            const Text *digits; /* without prefix and underscores */
            int base;           /* 2, 8, 10 or 16 */
        } big;
    };
} ConstantValue;

/* The fields of each kind: FIELD(type, name). The types are NODE (may be NULL where ast has `?`), LIST (of
 * nodes), TEXT (a name, may be NULL), TEXTS, CONSTANT, CONTEXT, OPERATOR, UNARY, BOOLOP, COMPARES, FLAG,
 * INTEGER, and two that parser/scope.h fills in: SCOPE (the scope the node opens) and SYMBOL (what the node's
 * name means in the scope it stands in; NULL until scope_analyze has run). */

/* Statements. */
#define AST_Module(FIELD) FIELD(LIST, body) FIELD(SCOPE, scope) /* PARSE_EXPRESSION: one Expr */
/* type_scope: of the type parameters, around the function's own (see scope.h); NULL if there are none. */
#define AST_FunctionDef(FIELD)                                                              \
    FIELD(TEXT, name)                                                                       \
    FIELD(NODE, args)                                                                       \
    FIELD(LIST, body)                                                                       \
    FIELD(LIST, decorator_list)                                                             \
    FIELD(NODE, returns) FIELD(LIST, type_params) FIELD(SCOPE, scope) FIELD(SYMBOL, symbol) \
        FIELD(SCOPE, type_scope)
#define AST_AsyncFunctionDef(FIELD) AST_FunctionDef(FIELD)
#define AST_ClassDef(FIELD)                                                                        \
    FIELD(TEXT, name)                                                                              \
    FIELD(LIST, bases)                                                                             \
    FIELD(LIST, keywords)                                                                          \
    FIELD(LIST, body)                                                                              \
    FIELD(LIST, decorator_list) FIELD(LIST, type_params) FIELD(SCOPE, scope) FIELD(SYMBOL, symbol) \
        FIELD(SCOPE, type_scope)
#define AST_Return(FIELD)    FIELD(NODE, value) /* NULL: a bare return */
#define AST_Delete(FIELD)    FIELD(LIST, targets)
#define AST_Assign(FIELD)    FIELD(LIST, targets) FIELD(NODE, value) /* targets: a = b = value */
#define AST_AugAssign(FIELD) FIELD(NODE, target) FIELD(OPERATOR, op) FIELD(NODE, value)
#define AST_AnnAssign(FIELD) \
    FIELD(NODE, target)      \
    FIELD(NODE, annotation) FIELD(NODE, value) FIELD(FLAG, simple) /* simple: a bare name */
#define AST_For(FIELD)       FIELD(NODE, target) FIELD(NODE, iter) FIELD(LIST, body) FIELD(LIST, orelse)
#define AST_AsyncFor(FIELD)  AST_For(FIELD)
#define AST_While(FIELD)     FIELD(NODE, test) FIELD(LIST, body) FIELD(LIST, orelse)
#define AST_If(FIELD)        FIELD(NODE, test) FIELD(LIST, body) FIELD(LIST, orelse)
#define AST_With(FIELD)      FIELD(LIST, items) FIELD(LIST, body)
#define AST_AsyncWith(FIELD) AST_With(FIELD)
#define AST_Match(FIELD)     FIELD(NODE, subject) FIELD(LIST, cases)
#define AST_Raise(FIELD)     FIELD(NODE, exc) FIELD(NODE, cause) /* either may be NULL */
#define AST_Try(FIELD) FIELD(LIST, body) FIELD(LIST, handlers) FIELD(LIST, orelse) FIELD(LIST, finalbody)
#define AST_TryStar(FIELD)   AST_Try(FIELD)
#define AST_Assert(FIELD)    FIELD(NODE, test) FIELD(NODE, msg)
#define AST_Import(FIELD)    FIELD(LIST, names)
#define AST_ImportFrom(FIELD) \
    FIELD(TEXT, module)       \
    FIELD(LIST, names) FIELD(INTEGER, level) /* module NULL: from . import x; level: dots */
#define AST_Global(FIELD)   FIELD(TEXTS, names)
#define AST_Nonlocal(FIELD) FIELD(TEXTS, names)
#define AST_Expr(FIELD)     FIELD(NODE, value)
#define AST_TypeAlias(FIELD) \
    FIELD(NODE, name) FIELD(LIST, type_params) FIELD(NODE, value) FIELD(SCOPE, type_scope) FIELD(SCOPE, scope)

/* Expressions. */
#define AST_BoolOp(FIELD)       FIELD(BOOLOP, op) FIELD(LIST, values)
#define AST_NamedExpr(FIELD)    FIELD(NODE, target) FIELD(NODE, value)
#define AST_BinOp(FIELD)        FIELD(NODE, left) FIELD(OPERATOR, op) FIELD(NODE, right)
#define AST_UnaryOp(FIELD)      FIELD(UNARY, op) FIELD(NODE, operand)
#define AST_Lambda(FIELD)       FIELD(NODE, args) FIELD(NODE, body) FIELD(SCOPE, scope)
#define AST_IfExp(FIELD)        FIELD(NODE, test) FIELD(NODE, body) FIELD(NODE, orelse)
#define AST_Dict(FIELD)         FIELD(LIST, keys) FIELD(LIST, values) /* a NULL key: **value */
#define AST_Set(FIELD)          FIELD(LIST, elts)
#define AST_ListComp(FIELD)     FIELD(NODE, elt) FIELD(LIST, generators) FIELD(SCOPE, scope)
#define AST_SetComp(FIELD)      AST_ListComp(FIELD)
#define AST_DictComp(FIELD) FIELD(NODE, key) FIELD(NODE, value) FIELD(LIST, generators) FIELD(SCOPE, scope)
#define AST_GeneratorExp(FIELD) AST_ListComp(FIELD)
#define AST_Await(FIELD)        FIELD(NODE, value)
#define AST_Yield(FIELD)        FIELD(NODE, value) /* NULL: a bare yield */
#define AST_YieldFrom(FIELD)    FIELD(NODE, value)
#define AST_Compare(FIELD) \
    FIELD(NODE, left) FIELD(COMPARES, ops) FIELD(LIST, comparators) /* one op per comparator */
#define AST_Call(FIELD) FIELD(NODE, func) FIELD(LIST, args) FIELD(LIST, keywords)
/* FormattedValue.conversion: -1, or one of 's', 'r', 'a'; format_spec: a JoinedStr, or NULL. */
#define AST_FormattedValue(FIELD) FIELD(NODE, value) FIELD(INTEGER, conversion) FIELD(NODE, format_spec)
#define AST_JoinedStr(FIELD) \
    FIELD(LIST, values) /* Constant strings and FormattedValues; f'{x=}' adds its text */
#define AST_Constant(FIELD) FIELD(CONSTANT, value)
#define AST_Attribute(FIELD)                 \
    FIELD(NODE, value)                       \
    FIELD(TEXT, attr)                        \
    FIELD(CONTEXT, ctx) /* attr: see scope.h \
                         */
#define AST_Subscript(FIELD) FIELD(NODE, value) FIELD(NODE, slice) FIELD(CONTEXT, ctx)
#define AST_Starred(FIELD)   FIELD(NODE, value) FIELD(CONTEXT, ctx)
#define AST_Name(FIELD)      FIELD(TEXT, id) FIELD(CONTEXT, ctx) FIELD(SYMBOL, symbol)
#define AST_List(FIELD)      FIELD(LIST, elts) FIELD(CONTEXT, ctx)
#define AST_Tuple(FIELD)     FIELD(LIST, elts) FIELD(CONTEXT, ctx)
#define AST_Slice(FIELD)     FIELD(NODE, lower) FIELD(NODE, upper) FIELD(NODE, step) /* any may be NULL */

/* Parts of statements and expressions. */
#define AST_comprehension(FIELD) FIELD(NODE, target) FIELD(NODE, iter) FIELD(LIST, ifs) FIELD(FLAG, is_async)
#define AST_ExceptHandler(FIELD)                     \
    FIELD(NODE, type)                                \
    FIELD(TEXT, name)                                \
    FIELD(LIST, body)                                \
    FIELD(SYMBOL, symbol) /* type, name: may be NULL \
                           */
#define AST_arguments(FIELD)                                                         \
    FIELD(LIST, posonlyargs)                                                         \
    FIELD(LIST, args)                                                                \
    FIELD(NODE, vararg)                                                              \
    FIELD(LIST, kwonlyargs)                                                          \
    FIELD(LIST, kw_defaults)                 /* one per kwonlyarg, NULL: required */ \
    FIELD(NODE, kwarg) FIELD(LIST, defaults) /* of the last posonlyargs + args */
#define AST_arg(FIELD)     FIELD(TEXT, arg) FIELD(NODE, annotation) FIELD(SYMBOL, symbol)
#define AST_keyword(FIELD) FIELD(TEXT, arg) FIELD(NODE, value) /* arg NULL: **value */
#define AST_alias(FIELD) \
    FIELD(TEXT, name) FIELD(TEXT, asname) FIELD(SYMBOL, symbol) /* name may be dotted, or "*" */
#define AST_withitem(FIELD)   FIELD(NODE, context_expr) FIELD(NODE, optional_vars)
#define AST_match_case(FIELD) FIELD(NODE, pattern) FIELD(NODE, guard) FIELD(LIST, body)
/* bound: a tuple display of constraints, too; each of the two expressions has a scope of its own. */
#define AST_TypeVar(FIELD)                                                                        \
    FIELD(TEXT, name)                                                                             \
    FIELD(NODE, bound) FIELD(NODE, default_value) FIELD(SYMBOL, symbol) FIELD(SCOPE, bound_scope) \
        FIELD(SCOPE, default_scope)
#define AST_ParamSpec(FIELD)    AST_TypeVar(FIELD) /* bound: NULL */
#define AST_TypeVarTuple(FIELD) AST_TypeVar(FIELD) /* bound: NULL */

/* Patterns. */
#define AST_MatchValue(FIELD)     FIELD(NODE, value)
#define AST_MatchSingleton(FIELD) FIELD(CONSTANT, value) /* None, True, False */
#define AST_MatchSequence(FIELD)  FIELD(LIST, patterns)
#define AST_MatchMapping(FIELD) \
    FIELD(LIST, keys)           \
    FIELD(LIST, patterns) FIELD(TEXT, rest) FIELD(SYMBOL, symbol) /* rest: **rest, or NULL */
#define AST_MatchClass(FIELD) \
    FIELD(NODE, cls) FIELD(LIST, patterns) FIELD(TEXTS, kwd_attrs) FIELD(LIST, kwd_patterns)
#define AST_MatchStar(FIELD) FIELD(TEXT, name) FIELD(SYMBOL, symbol)                      /* name NULL: *_ */
#define AST_MatchAs(FIELD)   FIELD(NODE, pattern) FIELD(TEXT, name) FIELD(SYMBOL, symbol) /* both NULL: _ */
#define AST_MatchOr(FIELD)   FIELD(LIST, patterns)

/* All kinds: PLAIN kinds have no fields. X(enumerator, name) */
#define AST_PLAIN_KINDS(X) X(NODE_PASS, Pass) X(NODE_BREAK, Break) X(NODE_CONTINUE, Continue)

#define AST_FIELD_KINDS(X)                       \
    X(NODE_MODULE, Module)                       \
    X(NODE_FUNCTION_DEF, FunctionDef)            \
    X(NODE_ASYNC_FUNCTION_DEF, AsyncFunctionDef) \
    X(NODE_CLASS_DEF, ClassDef)                  \
    X(NODE_RETURN, Return)                       \
    X(NODE_DELETE, Delete)                       \
    X(NODE_ASSIGN, Assign)                       \
    X(NODE_AUG_ASSIGN, AugAssign)                \
    X(NODE_ANN_ASSIGN, AnnAssign)                \
    X(NODE_FOR, For)                             \
    X(NODE_ASYNC_FOR, AsyncFor)                  \
    X(NODE_WHILE, While)                         \
    X(NODE_IF, If)                               \
    X(NODE_WITH, With)                           \
    X(NODE_ASYNC_WITH, AsyncWith)                \
    X(NODE_MATCH, Match)                         \
    X(NODE_RAISE, Raise)                         \
    X(NODE_TRY, Try)                             \
    X(NODE_TRY_STAR, TryStar)                    \
    X(NODE_ASSERT, Assert)                       \
    X(NODE_IMPORT, Import)                       \
    X(NODE_IMPORT_FROM, ImportFrom)              \
    X(NODE_GLOBAL, Global)                       \
    X(NODE_NONLOCAL, Nonlocal)                   \
    X(NODE_EXPR, Expr)                           \
    X(NODE_TYPE_ALIAS, TypeAlias)                \
    X(NODE_BOOL_OP, BoolOp)                      \
    X(NODE_NAMED_EXPR, NamedExpr)                \
    X(NODE_BIN_OP, BinOp)                        \
    X(NODE_UNARY_OP, UnaryOp)                    \
    X(NODE_LAMBDA, Lambda)                       \
    X(NODE_IF_EXP, IfExp)                        \
    X(NODE_DICT, Dict)                           \
    X(NODE_SET, Set)                             \
    X(NODE_LIST_COMP, ListComp)                  \
    X(NODE_SET_COMP, SetComp)                    \
    X(NODE_DICT_COMP, DictComp)                  \
    X(NODE_GENERATOR_EXP, GeneratorExp)          \
    X(NODE_AWAIT, Await)                         \
    X(NODE_YIELD, Yield)                         \
    X(NODE_YIELD_FROM, YieldFrom)                \
    X(NODE_COMPARE, Compare)                     \
    X(NODE_CALL, Call)                           \
    X(NODE_FORMATTED_VALUE, FormattedValue)      \
    X(NODE_JOINED_STR, JoinedStr)                \
    X(NODE_CONSTANT, Constant)                   \
    X(NODE_ATTRIBUTE, Attribute)                 \
    X(NODE_SUBSCRIPT, Subscript)                 \
    X(NODE_STARRED, Starred)                     \
    X(NODE_NAME, Name)                           \
    X(NODE_LIST, List)                           \
    X(NODE_TUPLE, Tuple)                         \
    X(NODE_SLICE, Slice)                         \
    X(NODE_COMPREHENSION, comprehension)         \
    X(NODE_EXCEPT_HANDLER, ExceptHandler)        \
    X(NODE_ARGUMENTS, arguments)                 \
    X(NODE_ARG, arg)                             \
    X(NODE_KEYWORD, keyword)                     \
    X(NODE_ALIAS, alias)                         \
    X(NODE_WITHITEM, withitem)                   \
    X(NODE_MATCH_CASE, match_case)               \
    X(NODE_TYPE_VAR, TypeVar)                    \
    X(NODE_PARAM_SPEC, ParamSpec)                \
    X(NODE_TYPE_VAR_TUPLE, TypeVarTuple)         \
    X(NODE_MATCH_VALUE, MatchValue)              \
    X(NODE_MATCH_SINGLETON, MatchSingleton)      \
    X(NODE_MATCH_SEQUENCE, MatchSequence)        \
    X(NODE_MATCH_MAPPING, MatchMapping)          \
    X(NODE_MATCH_CLASS, MatchClass)              \
    X(NODE_MATCH_STAR, MatchStar)                \
    X(NODE_MATCH_AS, MatchAs)                    \
    X(NODE_MATCH_OR, MatchOr)

#define AST_KINDS(X) AST_PLAIN_KINDS(X) AST_FIELD_KINDS(X)

typedef enum NodeKind {
#define AST_DECLARE_KIND(enumerator, name) enumerator,
    AST_KINDS(AST_DECLARE_KIND)
#undef AST_DECLARE_KIND
        NODE_KIND_COUNT
} NodeKind;

#define AST_TYPE_NODE     Node *
#define AST_TYPE_LIST     NodeList
#define AST_TYPE_TEXT     const Text *
#define AST_TYPE_TEXTS    TextList
#define AST_TYPE_CONSTANT ConstantValue
#define AST_TYPE_CONTEXT  ExprContext
#define AST_TYPE_OPERATOR Operator
#define AST_TYPE_UNARY    UnaryOperator
#define AST_TYPE_BOOLOP   BoolOperator
#define AST_TYPE_COMPARES CompareOperatorList
#define AST_TYPE_FLAG     bool
#define AST_TYPE_INTEGER  int
#define AST_TYPE_SCOPE    Scope *
#define AST_TYPE_SYMBOL   Symbol *

struct Node {
    uint8_t kind;    /* a NodeKind */
    uint16_t height; /* of the tree below: 1 for a leaf, at most AST_MAX_DEPTH */
    Position position;
    union {
#define AST_DECLARE_FIELD(type, name) AST_TYPE_##type name;
#define AST_DECLARE_STRUCT(kind, name) \
    struct {                           \
        AST_##name(AST_DECLARE_FIELD)  \
    } name;
        AST_FIELD_KINDS(AST_DECLARE_STRUCT)
#undef AST_DECLARE_STRUCT
#undef AST_DECLARE_FIELD
    };
};

typedef enum FieldType {
    FIELD_NODE,
    FIELD_LIST,
    FIELD_TEXT,
    FIELD_TEXTS,
    FIELD_CONSTANT,
    FIELD_CONTEXT,
    FIELD_OPERATOR,
    FIELD_UNARY,
    FIELD_BOOLOP,
    FIELD_COMPARES,
    FIELD_FLAG,
    FIELD_INTEGER,
    FIELD_SCOPE,
    FIELD_SYMBOL
} FieldType;

typedef struct FieldInfo {
    const char *name;
    FieldType type;
    uint16_t offset; /* from the start of the Node */
} FieldInfo;

/* The fields of a kind in the order listed above; `*count` is set to how many there are. */
const FieldInfo *ast_fields(NodeKind kind, int *count);

/* The kind's name, e.g. "FunctionDef". */
const char *ast_kind_name(NodeKind kind);

/* A new node of `kind`, zeroed but for kind and height; only as large as its kind needs, so never copy a Node
 * by value. The arena owns it. */
Node *ast_node(Arena *arena, NodeKind kind);

#endif
