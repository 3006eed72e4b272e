/* The compiler's frame: a scope becomes a Unit, a finished Unit becomes a Code. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "vm/compiler_internal.h"
#include "vm/dict.h"
#include "vm/variables.h"

CodePosition position_of(const Node *node) {
    Position place = node->position;
    return (CodePosition){
        .line = (uint32_t)place.line,
        .end_line = (uint32_t)place.end_line,
        .column = (uint16_t)(place.column < UINT16_MAX ? place.column : UINT16_MAX),
        .end_column = (uint16_t)(place.end_column < UINT16_MAX ? place.end_column : UINT16_MAX),
    };
}

String *unit_string(Unit *unit, const Text *text) {
    return string_intern_chars(unit->vm, text->chars, text->length);
}

void compile_error(Unit *unit, const char *format, ...) {
    Compiler *compiler = unit->compiler;
    if (compiler->has_failed)
        return;
    compiler->has_failed = true;
    compiler->error_position = unit->position;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(compiler->message, sizeof compiler->message, format, arguments);
    va_end(arguments);
}

static Value error_line(Compiler *compiler, int line) {
    size_t length;
    const char *text = source_text_line(compiler->source, line, &length);
    return text == NULL ? NONE : object_value(string_new(compiler->vm, text, length));
}

static void raise_error(Compiler *compiler) {
    Vm *vm = compiler->vm;
    CodePosition place = compiler->error_position;
    Type *type = vm->exceptions.SyntaxError;
    Value exception = exception_new(vm, type, compiler->message);
    Value details = object_value(tuple_of(vm, 6, object_value(compiler->file_name), small_int(place.line),
                                          small_int(place.column + 1), error_line(compiler, (int)place.line),
                                          small_int(place.end_line), small_int(place.end_column + 1)));
    AS(Exception, exception)->extra = details;
    AS(Exception, exception)->args =
        tuple_of(vm, 2, object_value(string_from_c(vm, compiler->message)), details);
    vm_raise_value(vm, exception);
}

/* --- Units */

static uint16_t flags_of(const Scope *scope) {
    unsigned flags = 0;
    if (scope->has_varargs)
        flags |= CODE_VARARGS;
    if (scope->has_varkeywords)
        flags |= CODE_VARKEYWORDS;
    if (scope->is_nested)
        flags |= CODE_NESTED;
    if (scope->is_generator)
        flags |= CODE_GENERATOR;
    if (scope->is_coroutine)
        flags |= CODE_COROUTINE;
    if (scope->is_async_generator)
        flags |= CODE_ASYNC_GENERATOR;
    if (scope->kind == SCOPE_CLASS)
        flags |= CODE_CLASS_BODY;
    if (scope->kind == SCOPE_MODULE)
        flags |= CODE_MODULE;
    return (uint16_t)flags;
}

bool unit_has_namespace(const Unit *unit) {
    ScopeKind kind = unit->scope->kind;
    return kind == SCOPE_CLASS || (kind == SCOPE_MODULE && unit->compiler->in_namespace);
}

/* A call puts the arguments in the registers as they come, and runs: no generator to make, no parameter in a
 * cell. */
static bool is_simple(const Unit *unit) {
    const Scope *scope = unit->scope;
    if (scope->kind == SCOPE_MODULE || scope->kind == SCOPE_CLASS ||
        scope->parameter_count != scope->positional_count)
        return false;
    for (int32_t i = 0; i < scope->cells.count; i++) {
        if (scope->cells.items[i]->is_parameter && unit->frame->is_captured[i])
            return false;
    }
    return true;
}

static int count_locals(const Unit *unit) {
    const Scope *scope = unit->scope;
    switch (scope->kind) {
    case SCOPE_MODULE: return unit_has_namespace(unit);
    case SCOPE_CLASS: return 1 + scope->needs_class_cell; /* the namespace, and the cell of __class__ */
    default: return scope->locals.count;
    }
}

void unit_begin(Unit *unit, Compiler *compiler, Unit *outer, const Scope *scope, int first_line) {
    *unit = (Unit){
        .compiler = compiler,
        .vm = compiler->vm,
        .outer = outer,
        .scope = scope,
        .code = code_new(compiler->vm),
        .is_reachable = true,
        .position = {.line = (uint32_t)first_line, .end_line = (uint32_t)first_line},
    };
    unit->local_count = count_locals(unit);
    if (unit->local_count > MAX_REGISTERS) {
        compile_error(unit, "too many local variables in one function");
        unit->local_count = MAX_REGISTERS;
    }
    unit->top = unit->register_count = unit->local_count;
    unit->assigned_words = scope->kind == SCOPE_MODULE ? 1 : (count_locals(unit) + 63) / 64 + 1;
    size_t size = (size_t)unit->assigned_words * sizeof(uint64_t);
    unit->assigned = arena_allocate(&compiler->arena, size);
    unit->unbindable = arena_allocate(&compiler->arena, size);

    Code *code = unit->code;
    code->name = unit_string(unit, scope->name);
    code->qualname = unit_string(unit, scope->qualified_name);
    code->file_name = compiler->file_name;
    code->first_line = (uint32_t)first_line;
    code->flags = flags_of(scope);
    code->doc = NONE;
    code->globals = compiler->globals;
    code->source = compiler->source != NULL ? source_text_retain(compiler->source) : NULL;
    code->positional_only_count = (uint16_t)scope->positional_only_count;
    code->positional_count = (uint16_t)scope->positional_count;
    code->keyword_only_count = (uint16_t)scope->keyword_only_count;
    code->parameter_count = (uint16_t)scope->parameter_count;
    if (unit_has_namespace(unit)) { /* called with the namespace */
        code->parameter_count = code->positional_count = 1;
        code->flags = (uint16_t)((code->flags & ~CODE_MODULE) | CODE_CLASS_BODY);
    }
    names_begin(unit);
    code->simple_arguments = code->simple_suspended_arguments = CODE_NO_SIMPLE_CALL;
    if (is_simple(unit)) {
        code->flags |= CODE_SIMPLE;
        if (code->flags & CODE_SUSPENDS)
            code->simple_suspended_arguments = code->positional_count;
        else
            code->simple_arguments = code->positional_count;
    }
}

static void name_locals(Unit *unit) {
    Code *code = unit->code;
    code->local_count = (uint16_t)unit->local_count;
    code->local_names = memory_new_zeroed((size_t)unit->local_count, sizeof(String *));
    if (unit_has_namespace(unit)) {
        code->local_names[0] = string_intern_c(unit->vm, ".namespace");
        if (unit->local_count > 1)
            code->local_names[1] = unit->vm->names.class_;
        return;
    }
    for (int i = 0; i < unit->local_count; i++)
        code->local_names[i] = unit_string(unit, unit->scope->locals.items[i]->name);
}

Code *unit_finish(Unit *unit) {
    Code *code = unit->code;
    name_locals(unit);
    code->instruction_count = unit->count;
    code->instructions = memory_resize(unit->words, unit->count, sizeof(Instruction));
    code->positions = memory_resize(unit->positions, unit->count, sizeof(CodePosition));
    code->register_count = (uint16_t)unit->register_count;
    exception_table_finish(unit);
    code = code_with_constants(unit->vm, code, unit->constants, unit->constant_count);
    free(unit->constants);
    free(unit->constant_table);
    free(unit->entries);
    return code;
}

/* --- Modules */

static bool has_future_annotations(NodeList body) {
    for (int32_t i = 0; i < body.count; i++) {
        const Node *node = body.items[i];
        if (node->kind != NODE_IMPORT_FROM || node->ImportFrom.module == NULL ||
            strcmp(node->ImportFrom.module->chars, "__future__") != 0)
            continue;
        for (int32_t j = 0; j < node->ImportFrom.names.count; j++) {
            if (strcmp(node->ImportFrom.names.items[j]->alias.name->chars, "annotations") == 0)
                return true;
        }
    }
    return false;
}

/* Namespaces are walked in the order of their slots: so those that the text itself fills come first, in its
 * order, before those that its functions name. */
static void reserve_slots(Compiler *compiler, const Scope *scope) {
    for (int32_t i = 0; i < scope->symbols.count; i++) {
        const Symbol *symbol = scope->symbols.items[i];
        if (symbol->is_assigned || symbol->is_imported)
            dict_slot(compiler->vm, compiler->globals,
                      string_intern_chars(compiler->vm, symbol->name->chars, symbol->name->length));
    }
}

static Code *compile_module_code(Compiler *compiler, const Node *module) {
    const Scope *scope = module->Module.scope;
    NodeList body = module->Module.body;
    Unit unit;
    reserve_slots(compiler, scope);
    unit_begin(&unit, compiler, NULL, scope, 1);
    unit.code->compile_mode = (uint8_t)(compiler->mode | (compiler->in_namespace ? COMPILE_IN_NAMESPACE : 0));
    analyze_body(&unit, body);
    if (scope->has_annotations)
        emit(&unit, OP_SETUP_ANNOTATIONS, 0, 0, 0);
    if (compiler->mode == COMPILE_MODULE) {
        body = body_without_docstring(&unit, body, &unit.code->doc);
        if (unit.code->doc != NONE) {
            int reg = register_push(&unit);
            emit_constant(&unit, reg, unit.code->doc);
            compile_store_name(&unit, "__doc__", reg);
            unit.top = reg;
        }
    }
    compile_statements(&unit, body);
    emit(&unit, OP_RETURN_NONE, 0, 0, 0);
    return unit_finish(&unit);
}

Code *compile_module(Vm *vm, const Node *module, SourceText *source, Dict *globals, CompileMode mode) {
    Compiler compiler = {
        .vm = vm,
        .source = source,
        .file_name = string_from_c(vm, source != NULL ? source->file_name : "<string>"),
        .globals = globals,
        .mode = mode & ~(unsigned)COMPILE_IN_NAMESPACE,
        .in_namespace = mode & COMPILE_IN_NAMESPACE,
        .has_own_builtins = builtins_of(vm, globals) != vm->builtins,
        .has_future_annotations = has_future_annotations(module->Module.body),
    };
    arena_init(&compiler.arena);
    Code *code = compile_module_code(&compiler, module);
    arena_free(&compiler.arena);
    if (compiler.has_failed) {
        raise_error(&compiler);
        return NULL;
    }
    return code;
}
