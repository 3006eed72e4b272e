/* Definitions with type parameters, and type aliases (PEP 695).
 *
 * The code of a scope of types is a function that is made and called where the definition stands: it makes
 * the parameters, then what they are parameters of, and returns that. Bounds, defaults and the values of
 * aliases are functions too, which are called when somebody asks. In a class body all of these get its
 * namespace as an argument, R[0], as names are looked for there first. What makes the parameters is in module
 * typing. */
#include "vm/compiler_internal.h"

static const Text *text_of(Unit *unit, const char *chars) {
    return arena_text(&unit->compiler->arena, chars, strlen(chars));
}

/* A function of module typing in a new register. */
static int push_from_typing(Unit *unit, const char *name) {
    int reg = register_push(unit);
    emit(unit, OP_IMPORT, reg, name_constant(unit, text_of(unit, "typing")), constant_index(unit, NONE));
    emit(unit, OP_IMPORT_FROM, reg, reg, name_constant(unit, text_of(unit, name)));
    return reg;
}

/* The function that evaluates `value`, in R[reg]; None if there is no value. */
static void compile_lazily(Unit *unit, const Scope *scope, Node *value, int reg) {
    if (scope == NULL) {
        emit_constant(unit, reg, NONE);
        return;
    }
    bool is_starred = value->kind == NODE_STARRED;
    Node *evaluated = is_starred ? value->Starred.value : value;
    Unit inner;
    unit_begin(&inner, unit->compiler, unit, scope, value->position.line);
    analyze_body(&inner, (NodeList){.items = &evaluated, .count = 1});
    inner.position = position_of(value);
    int result = register_push(&inner);
    compile_to(&inner, evaluated, result);
    if (is_starred) /* *Ts = *default */
        emit(&inner, OP_UNPACK, result, result, 1);
    emit(&inner, OP_RETURN, result, 0, 0);
    Code *code = unit_finish(&inner);
    int mark = unit->top, extras = 0;
    if (scope->sees_class) {
        extras = registers_push(unit, 4);
        emit(unit, OP_BUILD_TUPLE, extras, 0, 1);
    }
    emit_make_function(unit, reg, code, scope, scope->sees_class ? HAS_DEFAULTS : 0, extras);
    unit->top = mark;
}

/* Makes the parameters; R[tuple] = all of them. */
static void compile_type_parameters(Unit *unit, NodeList parameters, int tuple) {
    int mark = unit->top, first = registers_push(unit, parameters.count);
    for (int32_t i = 0; i < parameters.count; i++) {
        const Node *node = parameters.items[i];
        const Node *bound = node->TypeVar.bound;
        int maker = push_from_typing(unit, "_type_parameter"), arguments = registers_push(unit, 5);
        emit_constant(unit, arguments, object_value(string_intern_c(unit->vm, ast_kind_name(node->kind))));
        emit_constant(unit, arguments + 1, object_value(unit_string(unit, node->TypeVar.name)));
        compile_lazily(unit, node->TypeVar.bound_scope, node->TypeVar.bound, arguments + 2);
        emit_constant(unit, arguments + 3, bool_value(bound != NULL && bound->kind == NODE_TUPLE));
        compile_lazily(unit, node->TypeVar.default_scope, node->TypeVar.default_value, arguments + 4);
        emit(unit, OP_CALL, maker, 5, first + i);
        compile_store_symbol(unit, node->TypeVar.symbol, operand_register(first + i));
        unit->top = maker;
    }
    emit(unit, OP_BUILD_TUPLE, tuple, first, parameters.count);
    unit->top = mark;
}

/* Begins the code of a scope of type parameters; they are in R[the result]. */
static int generic_begin(Unit *inner, Unit *outer, const Node *node, const Scope *scope, NodeList parameters,
                         int line) {
    unit_begin(inner, outer->compiler, outer, scope, line);
    inner->position = position_of(node);
    int tuple = register_push(inner);
    compile_type_parameters(inner, parameters, tuple);
    return tuple;
}

/* Calls that code, with `count` arguments already in the registers behind R[callee]'s first one, which is the
 * namespace in a class body. */
static void call_generic(Unit *unit, int callee, Code *code, const Scope *scope, int count, int target) {
    emit_make_function(unit, callee, code, scope, 0, 0);
    emit(unit, OP_CALL, callee, count, target);
}

/* The callee's register, and behind it the namespace if the scope wants it; `*count` is how many arguments
 * that makes. */
static int push_callee(Unit *unit, const Scope *scope, int *count) {
    int callee = register_push(unit);
    *count = scope->sees_class;
    if (scope->sees_class)
        emit_move(unit, register_push(unit), 0);
    return callee;
}

void compile_generic_function(Unit *unit, const Node *node, int target) {
    const Scope *scope = node->FunctionDef.type_scope;
    const Node *args = node->FunctionDef.args;
    int mark = unit->top, count;
    int callee = push_callee(unit, scope, &count);
    int defaults = registers_push(unit, 2);
    emit_constant(unit, defaults, NONE);
    emit_constant(unit, defaults + 1, NONE);
    int flags = compile_defaults(unit, args, defaults);

    Unit inner;
    int tuple = generic_begin(&inner, unit, node, scope, node->FunctionDef.type_params,
                              definition_line(node, node->FunctionDef.decorator_list));
    int extras = registers_push(&inner, 4);
    emit_move(&inner, extras, count);
    emit_move(&inner, extras + 1, count + 1);
    flags |= compile_annotations(&inner, args, node->FunctionDef.returns, extras) | HAS_TYPE_PARAMETERS;
    emit_move(&inner, extras + 3, tuple);
    emit_make_function(&inner, tuple, compile_function_code(&inner, node), node->FunctionDef.scope, flags,
                       extras);
    emit(&inner, OP_RETURN, tuple, 0, 0);
    call_generic(unit, callee, unit_finish(&inner), scope, count + 2, target);
    unit->top = mark;
}

/* A name of the code itself, for which the text has no node. */
static Node *hidden_name(Unit *unit, const Scope *scope, const char *name) {
    Node *node = ast_node(&unit->compiler->arena, NODE_NAME);
    node->Name.id = text_of(unit, name);
    node->Name.symbol = scope_find(scope, node->Name.id);
    return node;
}

void compile_generic_class(Unit *unit, const Node *node, int target) {
    const Scope *scope = node->ClassDef.type_scope;
    int mark = unit->top, count;
    int callee = push_callee(unit, scope, &count);

    Unit inner;
    int tuple = generic_begin(&inner, unit, node, scope, node->ClassDef.type_params,
                              definition_line(node, node->ClassDef.decorator_list));
    compile_store_symbol(&inner, hidden_name(unit, scope, ".type_params")->Name.symbol,
                         operand_register(tuple));
    Node *generic = hidden_name(unit, scope, ".generic_base");
    int maker = push_from_typing(&inner, "_generic_base");
    emit_move(&inner, register_push(&inner), tuple);
    emit(&inner, OP_CALL, maker, 1, maker);
    compile_store_symbol(&inner, generic->Name.symbol, operand_register(maker));

    NodeList bases = {.count = node->ClassDef.bases.count + 1};
    bases.items = arena_allocate(&unit->compiler->arena, (size_t)bases.count * sizeof *bases.items);
    for (int32_t i = 0; i < bases.count - 1; i++)
        bases.items[i] = node->ClassDef.bases.items[i];
    bases.items[bases.count - 1] = generic;
    inner.top = maker;
    int class = register_push(&inner);
    compile_class(&inner, node, bases, class);
    emit(&inner, OP_RETURN, class, 0, 0);
    call_generic(unit, callee, unit_finish(&inner), scope, count, target);
    unit->top = mark;
}

void compile_class_type_parameters(Unit *unit, const Node *node) {
    int mark = unit->top;
    int reg = compile_to_any(unit, hidden_name(unit, node->ClassDef.scope, ".type_params"));
    compile_store_name(unit, "__type_params__", reg);
    unit->top = mark;
}

/* --- type X = ... */

/* The alias in R[target]; its parameters are in R[tuple], if it has any. */
static void compile_alias(Unit *unit, const Node *node, int tuple, int target) {
    int mark = unit->top, maker = registers_push(unit, 4);
    const Node *name = node->TypeAlias.name;
    emit(unit, OP_LOAD_TYPE_ALIAS, maker, 0, 0);
    emit_constant(unit, maker + 1, object_value(unit_string(unit, name->Name.id)));
    compile_lazily(unit, node->TypeAlias.scope, node->TypeAlias.value, maker + 2);
    if (node->TypeAlias.type_params.count > 0)
        emit_move(unit, maker + 3, tuple);
    else
        emit_constant(unit, maker + 3, object_value(unit->vm->empty_tuple));
    emit(unit, OP_CALL, maker, 3, target);
    unit->top = mark;
}

void compile_type_alias(Unit *unit, const Node *node) {
    int mark = unit->top;
    const Scope *scope = node->TypeAlias.type_scope;
    int alias = register_push(unit);
    if (scope == NULL) {
        compile_alias(unit, node, ANY_REGISTER, alias);
    } else {
        int count, callee = push_callee(unit, scope, &count);
        Unit inner;
        int tuple =
            generic_begin(&inner, unit, node, scope, node->TypeAlias.type_params, node->position.line);
        compile_alias(&inner, node, tuple, tuple);
        emit(&inner, OP_RETURN, tuple, 0, 0);
        call_generic(unit, callee, unit_finish(&inner), scope, count, alias);
    }
    compile_store_symbol(unit, node->TypeAlias.name->Name.symbol, operand_register(alias));
    unit->top = mark;
}
