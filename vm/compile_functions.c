/* Function and class definitions, and lambdas. */
#include "vm/compiler_internal.h"

void emit_make_function(Unit *unit, int target, Code *code, const Scope *scope, int flags, int extras) {
    compile_captures(unit, scope, code);
    emit_x(unit, OP_MAKE_FUNCTION, flags, target, constant_index(unit, object_value(code)), extras);
}

void compile_annotation(Unit *unit, const Node *annotation, int reg) {
    if (!unit->compiler->has_future_annotations) {
        if (annotation->kind == NODE_STARRED) { /* *args: *Ts */
            compile_to(unit, annotation->Starred.value, reg);
            emit(unit, OP_UNPACK, reg, reg, 1);
        } else {
            compile_to(unit, annotation, reg);
        }
        return;
    }
    const SourceText *source = unit->compiler->source;
    Position place = annotation->position;
    size_t start = source->line_starts[place.line - 1] + (size_t)place.column;
    size_t end = source->line_starts[place.end_line - 1] + (size_t)place.end_column;
    String *text = string_intern_chars(unit->vm, source->text + start, end - start);
    emit_constant(unit, reg, object_value(text));
}

/* --- Defaults and annotations: what is evaluated when a function is made */

static void set_in_dict(Unit *unit, int dict, const Text *name, const Node *value, bool is_annotation) {
    int mark = unit->top;
    int key = register_push(unit), reg = register_push(unit);
    emit_constant(unit, key, object_value(unit_string(unit, name)));
    if (is_annotation)
        compile_annotation(unit, value, reg);
    else
        compile_to(unit, value, reg);
    emit(unit, OP_DICT_SET, dict, key, reg);
    unit->top = mark;
}

static void compile_keyword_defaults(Unit *unit, const Node *args, int dict) {
    emit(unit, OP_BUILD_DICT, dict, dict, 0);
    for (int32_t i = 0; i < args->arguments.kwonlyargs.count; i++) {
        const Node *value = args->arguments.kw_defaults.items[i];
        if (value != NULL)
            set_in_dict(unit, dict, args->arguments.kwonlyargs.items[i]->arg.symbol->name, value, false);
    }
}

static void annotate(Unit *unit, int dict, const Node *parameter) {
    if (parameter != NULL && parameter->arg.annotation != NULL)
        set_in_dict(unit, dict, parameter->arg.symbol->name, parameter->arg.annotation, true);
}

static void annotate_all(Unit *unit, int dict, NodeList parameters) {
    for (int32_t i = 0; i < parameters.count; i++)
        annotate(unit, dict, parameters.items[i]);
}

static bool has_annotation(const Node *parameter) {
    return parameter != NULL && parameter->arg.annotation != NULL;
}

static bool any_annotation(NodeList parameters) {
    for (int32_t i = 0; i < parameters.count; i++) {
        if (has_annotation(parameters.items[i]))
            return true;
    }
    return false;
}

static bool has_annotations(const Node *args, const Node *returns) {
    return returns != NULL || any_annotation(args->arguments.posonlyargs) ||
           any_annotation(args->arguments.args) || any_annotation(args->arguments.kwonlyargs) ||
           has_annotation(args->arguments.vararg) || has_annotation(args->arguments.kwarg);
}

int compile_defaults(Unit *unit, const Node *args, int extras) {
    int flags = args->arguments.defaults.count > 0 ? HAS_DEFAULTS : 0;
    for (int32_t i = 0; i < args->arguments.kw_defaults.count; i++) {
        if (args->arguments.kw_defaults.items[i] != NULL)
            flags |= HAS_KEYWORD_DEFAULTS;
    }
    if (flags & HAS_DEFAULTS)
        compile_tuple_to(unit, args->arguments.defaults, extras);
    if (flags & HAS_KEYWORD_DEFAULTS)
        compile_keyword_defaults(unit, args, extras + 1);
    return flags;
}

int compile_annotations(Unit *unit, const Node *args, const Node *returns, int extras) {
    if (!has_annotations(args, returns))
        return 0;
    int dict = extras + 2;
    emit(unit, OP_BUILD_DICT, dict, dict, 0);
    annotate_all(unit, dict, args->arguments.posonlyargs);
    annotate_all(unit, dict, args->arguments.args);
    annotate(unit, dict, args->arguments.vararg);
    annotate_all(unit, dict, args->arguments.kwonlyargs);
    annotate(unit, dict, args->arguments.kwarg);
    if (returns != NULL)
        set_in_dict(unit, dict, arena_intern(&unit->compiler->arena, "return", 6), returns, true);
    return HAS_ANNOTATIONS;
}

/* Both, in registers that are pushed if there is anything to evaluate. */
static int compile_extras(Unit *unit, const Node *args, const Node *returns, int *extras) {
    bool is_plain = args->arguments.defaults.count == 0 && args->arguments.kw_defaults.count == 0 &&
                    !has_annotations(args, returns);
    *extras = is_plain ? 0 : registers_push(unit, 3);
    return is_plain
               ? 0
               : compile_defaults(unit, args, *extras) | compile_annotations(unit, args, returns, *extras);
}

/* --- Functions */

int definition_line(const Node *node, NodeList decorators) {
    return decorators.count > 0 ? decorators.items[0]->position.line : node->position.line;
}

Code *compile_function_code(Unit *outer, const Node *node) {
    const Scope *scope = node->FunctionDef.scope;
    Unit unit;
    unit_begin(&unit, outer->compiler, outer, scope, definition_line(node, node->FunctionDef.decorator_list));
    analyze_body(&unit, node->FunctionDef.body);
    compile_statements(&unit, body_without_docstring(&unit, node->FunctionDef.body, &unit.code->doc));
    emit(&unit, OP_RETURN_NONE, 0, 0, 0);
    return unit_finish(&unit);
}

/* Evaluates decorators into consecutive registers. */
static void push_decorators(Unit *unit, NodeList decorators) {
    for (int32_t i = 0; i < decorators.count; i++)
        compile_push(unit, decorators.items[i]);
}

/* What is decorated being in the register behind the last decorator, calls them from the last to the first.
 */
static void call_decorators(Unit *unit, NodeList decorators, int first) {
    CodePosition outer = unit->position;
    for (int32_t i = decorators.count - 1; i >= 0; i--) {
        unit->position = position_of(decorators.items[i]);
        emit(unit, OP_CALL, first + i, 1, first + i);
    }
    unit->position = outer;
}

void compile_function_statement(Unit *unit, const Node *node) {
    int mark = unit->top, extras;
    NodeList decorators = node->FunctionDef.decorator_list;
    push_decorators(unit, decorators);
    int variable = symbol_register(unit, node->FunctionDef.symbol);
    bool is_direct = decorators.count == 0 && variable != ANY_REGISTER;
    int function = is_direct ? variable : register_push(unit);
    if (node->FunctionDef.type_params.count > 0) {
        compile_generic_function(unit, node, function);
    } else {
        int flags = compile_extras(unit, node->FunctionDef.args, node->FunctionDef.returns, &extras);
        Code *code = compile_function_code(unit, node);
        emit_make_function(unit, function, code, node->FunctionDef.scope, flags, extras);
    }
    call_decorators(unit, decorators, mark);
    compile_store_symbol(unit, node->FunctionDef.symbol,
                         operand_register(decorators.count > 0 ? mark : function));
    unit->top = mark;
}

Operand compile_lambda(Unit *unit, const Node *node, int target) {
    int mark = unit->top, extras;
    int flags = compile_extras(unit, node->Lambda.args, NULL, &extras);
    Unit inner;
    unit_begin(&inner, unit->compiler, unit, node->Lambda.scope, node->position.line);
    analyze_body(&inner, (NodeList){.items = (Node **)&node->Lambda.body, .count = 1});
    inner.position = position_of(node->Lambda.body);
    emit(&inner, OP_RETURN, compile_to_any(&inner, node->Lambda.body), 0, 0);
    Code *code = unit_finish(&inner);
    int result = register_result(unit, target, mark);
    emit_make_function(unit, result, code, node->Lambda.scope, flags, extras);
    return operand_register(result);
}

/* --- Classes */

static Code *compile_class_code(Unit *outer, const Node *node) {
    const Scope *scope = node->ClassDef.scope;
    Unit unit;
    unit_begin(&unit, outer->compiler, outer, scope, definition_line(node, node->ClassDef.decorator_list));
    unit.position = (CodePosition){.line = unit.code->first_line, .end_line = unit.code->first_line};
    analyze_body(&unit, node->ClassDef.body);
    int reg = register_push(&unit);
    compile_load_name(&unit, "__name__", reg);
    compile_store_name(&unit, "__module__", reg);
    emit_constant(&unit, reg, object_value(unit.code->qualname));
    compile_store_name(&unit, "__qualname__", reg);
    if (node->ClassDef.type_params.count > 0)
        compile_class_type_parameters(&unit, node);
    if (scope->has_annotations)
        emit(&unit, OP_SETUP_ANNOTATIONS, 0, 0, 0);
    NodeList body = body_without_docstring(&unit, node->ClassDef.body, &unit.code->doc);
    if (unit.code->doc != NONE) {
        emit_constant(&unit, reg, unit.code->doc);
        compile_store_name(&unit, "__doc__", reg);
    }
    unit.top = reg;
    compile_statements(&unit, body);
    if (scope->needs_class_cell) /* the class builder puts the class into it */
        compile_store_name(&unit, "__classcell__", 1);
    emit(&unit, OP_RETURN_NONE, 0, 0, 0);
    return unit_finish(&unit);
}

void compile_class(Unit *unit, const Node *node, NodeList bases, int builder) {
    registers_push(unit, 2);
    emit(unit, OP_LOAD_BUILD_CLASS, builder, 0, 0);
    emit_make_function(unit, builder + 1, compile_class_code(unit, node), node->ClassDef.scope, 0, 0);
    emit_constant(unit, builder + 2, object_value(unit_string(unit, node->ClassDef.name)));
    compile_call_arguments(unit, builder, 2, bases, node->ClassDef.keywords, builder);
}

void compile_class_statement(Unit *unit, const Node *node) {
    int mark = unit->top;
    NodeList decorators = node->ClassDef.decorator_list;
    push_decorators(unit, decorators);
    int class = register_push(unit);
    if (node->ClassDef.type_params.count > 0)
        compile_generic_class(unit, node, class);
    else
        compile_class(unit, node, node->ClassDef.bases, class);
    call_decorators(unit, decorators, mark);
    compile_store_symbol(unit, node->ClassDef.symbol, operand_register(mark));
    unit->top = mark;
}
