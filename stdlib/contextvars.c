/* Module contextvars: ContextVar, Token, Context, copy_context. What they stand on is vm/context.h. */
#include "stdlib/arguments.h"
#include "stdlib/modules.h"
#include "stdlib/stdlib_state.h"
#include "stdlib/types/names.h"
#include "stdlib/types/sequences.h"
#include "vm/context.h"
#include "vm/dict.h"
#include "vm/hashing.h"

#define END_OF_FUNCTIONS \
    { NULL, NULL, 0, 0, 0, NULL }
#define END_OF_PROPERTIES \
    { NULL, NULL, NULL }

/* ---- ContextVar ---- */

static void variable_trace(Heap *heap, Obj *self) {
    heap_mark_object(heap, ((ContextVariable *)self)->name);
    heap_mark(heap, ((ContextVariable *)self)->initial);
}

static const NativeLayout variable_layout = {"ContextVar", sizeof(ContextVariable), variable_trace, NULL};

static Value variable_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    int positional = argc - (keywords ? (int)keywords->count : 0);
    Value initial[1];
    if (positional != 1)
        return vm_raise(vm, vm->exceptions.TypeError,
                        "ContextVar() takes %s 1 positional argument (%d given)",
                        positional < 1 ? "exactly" : "at most", positional);
    if (!arguments_bind(vm, "ContextVar", "default", 0, 0, args + 1, argc - 1, keywords, initial))
        return NOTHING;
    if (!is_string(args[0]))
        return vm_raise(vm, vm->exceptions.TypeError, "context variable name must be a str");
    ContextVariable *variable = type_allocate(vm, type);
    variable->head.aux = ++vm->context_variable_count;
    variable->name = AS(String, args[0]);
    variable->initial = initial[0];
    return object_value(variable);
}

static Value variable_repr(Vm *vm, Value self) {
    const ContextVariable *variable = AS(ContextVariable, self);
    StringBuilder out;
    builder_init(&out);
    builder_format(vm, &out, "<ContextVar name=%R", object_value(variable->name));
    if (variable->initial != NOTHING)
        builder_format(vm, &out, " default=%R", variable->initial);
    builder_add_c(&out, " at ");
    builder_add_address(&out, self);
    builder_add_char(&out, '>');
    return builder_finish(vm, &out);
}

static Value variable_get(Vm *vm, Value *args, int argc) {
    ContextVariable *variable = AS(ContextVariable, args[0]);
    Value found = context_map_get(context_map(*context_place(vm)), variable);
    if (found != NOTHING)
        return found;
    if (argc > 1)
        return args[1];
    if (variable->initial != NOTHING)
        return variable->initial;
    return vm_raise_value(vm, exception_new_argument(vm, vm->exceptions.LookupError, args[0]));
}

static Value variable_name(Vm *vm, Value self) {
    (void)vm;
    return object_value(AS(ContextVariable, self)->name);
}

/* ---- Token ---- */

typedef struct Token {
    Obj head;
    ContextVariable *variable;
    Context *context; /* in which the variable was set */
    Value old;        /* NOTHING: it was not set before */
    bool used;
} Token;

static void token_trace(Heap *heap, Obj *self) {
    const Token *token = (Token *)self;
    heap_mark_object(heap, token->variable);
    heap_mark_object(heap, token->context);
    heap_mark(heap, token->old);
}

static const NativeLayout token_layout = {"Token", sizeof(Token), token_trace, NULL};

/* What a module's functions make objects of, beside Context. */
static Type *type_in_module(const NativeFunction *callee) {
    return AS(Type, callee->extra);
}

/* var.set(value) */
static Value variable_set(Vm *vm, NativeFunction *callee, Value *args, int argc, Tuple *keywords) {
    (void)argc, (void)keywords;
    ContextVariable *variable = AS(ContextVariable, args[0]);
    Context *context = context_at(vm, context_place(vm));
    Token *token = type_allocate(vm, type_in_module(callee));
    token->variable = variable;
    token->context = context;
    token->old = context_map_get(context->map, variable);
    heap_write_barrier(vm->heap, context);
    context->map = context_map_set(vm, context->map, variable, args[1]);
    return object_value(token);
}

/* var.reset(token) */
static Value variable_reset(Vm *vm, Value *args, int argc) {
    (void)argc;
    if (!is_native(args[1], &token_layout))
        return vm_raise(vm, vm->exceptions.TypeError, "expected an instance of Token, got %R", args[1]);
    Token *token = AS(Token, args[1]);
    if (token->used)
        return vm_raise(vm, vm->exceptions.RuntimeError, "%R has already been used once", args[1]);
    if (object_value(token->variable) != args[0])
        return vm_raise(vm, vm->exceptions.ValueError, "%R was created by a different ContextVar", args[1]);
    if (object_value(token->context) != *context_place(vm))
        return vm_raise(vm, vm->exceptions.ValueError, "%R was created in a different Context", args[1]);
    token->used = true;
    heap_write_barrier(vm->heap, token->context);
    token->context->map = context_map_set(vm, token->context->map, token->variable, token->old);
    return NONE;
}

static Value token_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    (void)type, (void)args, (void)argc, (void)keywords;
    return vm_raise(vm, vm->exceptions.RuntimeError, "Tokens can only be created by ContextVars");
}

static Value token_repr(Vm *vm, Value self) {
    const Token *token = AS(Token, self);
    StringBuilder out;
    builder_init(&out);
    builder_format(vm, &out, "<Token%s var=%R at ", token->used ? " used" : "",
                   object_value(token->variable));
    builder_add_address(&out, self);
    builder_add_char(&out, '>');
    return builder_finish(vm, &out);
}

static Value token_variable(Vm *vm, Value self) {
    (void)vm;
    return object_value(AS(Token, self)->variable);
}

static Value token_old_value(Vm *vm, Value self) {
    Value old = AS(Token, self)->old;
    return old != NOTHING ? old : type_lookup(vm, as_object(self)->type, string_intern_c(vm, "MISSING"));
}

static Value missing_repr(Vm *vm, Value self) {
    (void)self;
    return string_value(vm, "<Token.MISSING>");
}

/* ---- Context ---- */

static Context *self_of(const Value *args) {
    return AS(Context, args[0]);
}

static Value context_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    (void)type, (void)args, (void)keywords;
    if (argc > 0)
        return vm_raise(vm, vm->exceptions.TypeError, "Context() does not accept any arguments");
    return object_value(context_new(vm, NOTHING));
}

/* context.run(callable, *args, **kwargs) */
static Value context_run(Vm *vm, NativeFunction *callee, Value *args, int argc, Tuple *keywords) {
    (void)callee;
    if (argc < 2)
        return vm_raise(vm, vm->exceptions.TypeError, "run() missing 1 required positional argument");
    if (!context_check_enterable(vm, args[0]))
        return NOTHING;
    ContextEntry entry;
    Value place = args[0];
    context_enter(vm, &entry, &place, false);
    Value result = vm_call(vm, args[1], args + 2, argc - 2, keywords);
    context_leave(vm, &entry);
    return result;
}

static Value context_copy(Vm *vm, Value *args, int argc) {
    (void)argc;
    return object_value(context_new(vm, self_of(args)->map));
}

/* NULL: raised. */
static ContextVariable *key_argument(Vm *vm, Value key) {
    if (is_native(key, &variable_layout))
        return AS(ContextVariable, key);
    vm_raise(vm, vm->exceptions.TypeError, "a ContextVar key was expected, got %R", key);
    return NULL;
}

static Value context_get_item(Vm *vm, Value self, Value key) {
    ContextVariable *variable = key_argument(vm, key);
    if (!variable)
        return NOTHING;
    Value found = context_map_get(AS(Context, self)->map, variable);
    return found != NOTHING ? found
                            : vm_raise_value(vm, exception_new_argument(vm, vm->exceptions.KeyError, key));
}

static int context_contains(Vm *vm, Value self, Value key) {
    ContextVariable *variable = key_argument(vm, key);
    return variable ? context_map_get(AS(Context, self)->map, variable) != NOTHING : -1;
}

static Value context_get(Vm *vm, Value *args, int argc) {
    ContextVariable *variable = key_argument(vm, args[1]);
    if (!variable)
        return NOTHING;
    Value found = context_map_get(self_of(args)->map, variable);
    return found != NOTHING ? found : argc > 2 ? args[2] : NONE;
}

static List *leaves_of(Vm *vm, Value self) {
    List *leaves = list_new(vm, 0);
    context_map_list(vm, AS(Context, self)->map, leaves);
    return leaves;
}

static int64_t context_len(Vm *vm, Value self) {
    return leaves_of(vm, self)->count;
}

static Value iterate_items(Vm *vm, Value *args, int argc) {
    (void)argc;
    return value_iter(vm, object_value(leaves_of(vm, args[0])));
}

static Value iterate_part(Vm *vm, Value self, int part) {
    List *leaves = leaves_of(vm, self);
    for (int64_t i = 0; i < leaves->count; i++)
        leaves->items[i] = AS(Tuple, leaves->items[i])->items[part];
    return value_iter(vm, object_value(leaves));
}

static Value iterate_keys(Vm *vm, Value *args, int argc) {
    (void)argc;
    return iterate_part(vm, args[0], 0);
}

static Value iterate_values(Vm *vm, Value *args, int argc) {
    (void)argc;
    return iterate_part(vm, args[0], 1);
}

static Value context_iter(Vm *vm, Value self) {
    return iterate_part(vm, self, 0);
}

static Value context_compare(Vm *vm, Comparison op, Value left, Value right) {
    if ((op != CMP_EQ && op != CMP_NE) || !is_native(left, &context_layout) ||
        !is_native(right, &context_layout))
        return NOT_IMPLEMENTED;
    Value a = object_value(leaves_of(vm, left)), b = object_value(leaves_of(vm, right));
    size_t mark = vm_root_mark(vm);
    vm_root(vm, a);
    vm_root(vm, b);
    int equal = value_equal(vm, a, b);
    vm_root_reset(vm, mark);
    return equal < 0 ? NOTHING : bool_value(equal == (op == CMP_EQ));
}

static Value context_repr(Vm *vm, Value self) {
    StringBuilder out;
    builder_init(&out);
    builder_add_c(&out, "<_contextvars.Context object at ");
    builder_add_address(&out, self);
    builder_add_char(&out, '>');
    return builder_finish(vm, &out);
}

static Value copy_context(Vm *vm, Value *args, int argc) {
    (void)args, (void)argc;
    return object_value(context_new(vm, context_map(*context_place(vm))));
}

/* ---- The module ---- */

static const NativeDef variable_methods[] = {
    {"get", variable_get, 1, 2, 0, NULL},
    {"reset", variable_reset, 2, 2, 0, NULL},
    {"__class_getitem__", generic_alias_method, 2, 2, NATIVE_CLASS, NULL},
    END_OF_FUNCTIONS,
};

static const NativeDef set_method = {"set", NULL, 2, 2, 0, NULL};

static const NativePropertyDef variable_properties[] = {
    {"name", variable_name, NULL},
    END_OF_PROPERTIES,
};

static const TypeDef variable_def = {
    .name = "ContextVar",
    .module = "_contextvars",
    .kind = KIND_NATIVE,
    .layout = &variable_layout,
    .size = sizeof(ContextVariable),
    .flags = TYPE_FINAL | TYPE_DOTTED_NAME,
    .ops = {.repr = variable_repr},
    .create = variable_create,
    .methods = variable_methods,
    .properties = variable_properties,
};

static const NativeDef token_methods[] = {
    {"__class_getitem__", generic_alias_method, 2, 2, NATIVE_CLASS, NULL},
    END_OF_FUNCTIONS,
};

static const NativePropertyDef token_properties[] = {
    {"var", token_variable, NULL},
    {"old_value", token_old_value, NULL},
    END_OF_PROPERTIES,
};

static const TypeDef token_def = {
    .name = "Token",
    .module = "_contextvars",
    .kind = KIND_NATIVE,
    .layout = &token_layout,
    .size = sizeof(Token),
    .flags = TYPE_FINAL | TYPE_DOTTED_NAME,
    .ops = {.repr = token_repr},
    .create = token_create,
    .methods = token_methods,
    .properties = token_properties,
};

static const NativeLayout missing_layout = {"Token.MISSING", sizeof(Obj), NULL, NULL};

static const TypeDef missing_def = {
    .name = "Token.MISSING",
    .kind = KIND_NATIVE,
    .layout = &missing_layout,
    .size = sizeof(Obj),
    .flags = TYPE_FINAL | TYPE_NO_INSTANCES,
    .ops = {.repr = missing_repr},
};

static const NativeDef context_methods[] = {
    {"copy", context_copy, 1, 1, 0, NULL},   {"get", context_get, 2, 3, 0, NULL},
    {"keys", iterate_keys, 1, 1, 0, NULL},   {"values", iterate_values, 1, 1, 0, NULL},
    {"items", iterate_items, 1, 1, 0, NULL}, END_OF_FUNCTIONS,
};

static const NativeDef run_method = {"run", NULL, 1, -1, NATIVE_RAW, NULL};

static const TypeDef context_def = {
    .name = "Context",
    .module = "_contextvars",
    .kind = KIND_NATIVE,
    .layout = &context_layout,
    .size = sizeof(Context),
    .flags = TYPE_FINAL | TYPE_DOTTED_NAME,
    .ops = {.repr = context_repr,
            .compare = context_compare,
            .len = context_len,
            .get_item = context_get_item,
            .contains = context_contains,
            .iter = context_iter},
    .create = context_create,
    .methods = context_methods,
};

static Type *add_type(Vm *vm, Module *module, const TypeDef *def) {
    Type *type = type_new_native(vm, def, NULL);
    stdlib_keep(vm, object_value(type));
    dict_set_c(vm, module->namespace, def->name, object_value(type));
    return type;
}

static bool setup(Vm *vm, Module *module) {
    Type *variable = add_type(vm, module, &variable_def), *token = add_type(vm, module, &token_def);
    vm->context_type = add_type(vm, module, &context_def);
    Value missing = object_value(type_allocate(vm, type_new_native(vm, &missing_def, NULL)));
    dict_set_c(vm, token->namespace, "MISSING", missing);
    dict_set_c(vm, variable->namespace, "set",
               native_closure_new(vm, &set_method, variable, variable_set, object_value(token)));
    dict_set_c(vm, vm->context_type->namespace, "run",
               native_closure_new(vm, &run_method, vm->context_type, context_run, NOTHING));
    return true;
}

static const NativeDef functions[] = {
    {"copy_context", copy_context, 0, 0, 0, NULL},
    END_OF_FUNCTIONS,
};

const ModuleDef contextvars_module = {"contextvars", functions, setup};
