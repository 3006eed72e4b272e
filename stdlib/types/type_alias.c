/* `type X = int`: typing.TypeAliasType. What it stands for is evaluated when it is first asked for. */
#include "stdlib/arguments.h"
#include "stdlib/stdlib_state.h"
#include "stdlib/types/sequences.h"
#include "stdlib/types/names.h"
#include "stdlib/types/types.h"
#include "vm/call.h"
#include "vm/dict.h"
#include "vm/list.h"

typedef struct TypeAlias {
    Obj head;
    Value name, parameters, module;
    Value evaluate; /* a function that knows the value; NOTHING: it is known */
    Value value;
} TypeAlias;

static void alias_trace(Heap *heap, Obj *self) {
    TypeAlias *alias = (TypeAlias *)self;
    heap_mark(heap, alias->name);
    heap_mark(heap, alias->parameters);
    heap_mark(heap, alias->module);
    heap_mark(heap, alias->evaluate);
    heap_mark(heap, alias->value);
}

static const NativeLayout alias_layout = {"typing.TypeAliasType", sizeof(TypeAlias), alias_trace, NULL};

bool is_type_alias(Value v) {
    return is_native(v, &alias_layout);
}

static Value alias_new(Vm *vm, Value name, Value evaluate, Value value, Value parameters) {
    TypeAlias *alias = type_allocate(vm, stdlib_state(vm)->type_alias_type);
    *alias = (TypeAlias){alias->head, name, parameters, NONE, evaluate, value};
    const Frame *frame = vm->thread->frame;
    Value module = frame ? dict_get_string(frame->function->globals, vm->names.name) : NOTHING;
    if (module != NOTHING)
        alias->module = module;
    return object_value(alias);
}

/* What a `type` statement calls: name, the function that evaluates the value, the parameters. */
static Value make_alias(Vm *vm, Value *args, int argc) {
    (void)argc;
    return alias_new(vm, args[0], args[1], NOTHING, args[2]);
}

static Value alias_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    (void)type;
    Value bound[3];
    if (!arguments_bind(vm, "typealias", "name, value, type_params", 0, 2, args, argc, keywords, bound))
        return NOTHING;
    if (!is_string(bound[0]))
        return vm_raise(vm, vm->exceptions.TypeError, "typealias() argument 'name' must be str, not %T",
                        bound[0]);
    Value parameters = bound[2] == NOTHING ? object_value(vm->empty_tuple) : bound[2];
    if (!is_tuple(parameters))
        return vm_raise(vm, vm->exceptions.TypeError, "type_params must be a tuple");
    return alias_new(vm, bound[0], NOTHING, bound[1], parameters);
}

static Value alias_name(Vm *vm, Value self) {
    (void)vm;
    return AS(TypeAlias, self)->name;
}

static Value alias_parameters(Vm *vm, Value self) {
    (void)vm;
    return AS(TypeAlias, self)->parameters;
}

static Value alias_module(Vm *vm, Value self) {
    (void)vm;
    return AS(TypeAlias, self)->module;
}

static Value alias_value(Vm *vm, Value self) {
    TypeAlias *alias = AS(TypeAlias, self);
    if (alias->evaluate == NOTHING)
        return alias->value;
    size_t mark = vm_root_mark(vm);
    vm_root(vm, self);
    Value value = vm_call(vm, alias->evaluate, NULL, 0, NULL);
    vm_root_reset(vm, mark);
    if (value == NOTHING)
        return NOTHING;
    heap_write_barrier(vm->heap, alias);
    alias->value = value;
    alias->evaluate = NOTHING;
    return value;
}

static Value alias_repr(Vm *vm, Value self) {
    (void)vm;
    return AS(TypeAlias, self)->name;
}

static Value alias_get_item(Vm *vm, Value self, Value key) {
    if (AS(Tuple, AS(TypeAlias, self)->parameters)->count == 0)
        return vm_raise(vm, vm->exceptions.TypeError, "Only generic type aliases are subscriptable");
    return generic_alias_method(vm, (Value[]){self, key}, 2);
}

static const NativePropertyDef alias_properties[] = {
    {"__name__", alias_name, NULL},
    {"__value__", alias_value, NULL},
    {"__type_params__", alias_parameters, NULL},
    {"__parameters__", alias_parameters, NULL},
    {"__module__", alias_module, NULL},
    {NULL, NULL, NULL},
};

static const TypeDef alias_def = {
    .name = "TypeAliasType",
    .module = "typing",
    .kind = KIND_NATIVE,
    .layout = &alias_layout,
    .size = sizeof(TypeAlias),
    .flags = TYPE_FINAL | TYPE_DOTTED_NAME,
    .create = alias_create,
    .ops = {.repr = alias_repr,
            .get_item = alias_get_item,
            .binary = union_operator,
            .reflected = union_operator},
    .properties = alias_properties,
    .binary_operators = 1u << BINARY_OR,
};

void type_alias_setup(Vm *vm) {
    static const NativeDef maker = {"type alias", make_alias, 3, 3, 0, NULL};
    stdlib_state(vm)->type_alias_type = type_new_native(vm, &alias_def, NULL);
    vm->make_type_alias = native_function_new(vm, &maker, NULL, NULL);
}
