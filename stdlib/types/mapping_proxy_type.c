/* mappingproxy: a dict that can only be read; what C.__dict__ is. */
#include "stdlib/stdlib_state.h"
#include "stdlib/types/names.h"
#include "stdlib/types/types.h"
#include "vm/call.h"
#include "vm/dict.h"
#include "vm/list.h"

typedef struct MappingProxy {
    Obj head;
    Dict *dict;
} MappingProxy;

static void trace(Heap *heap, Obj *self) {
    heap_mark_object(heap, ((MappingProxy *)self)->dict);
}

static const NativeLayout layout = {"mappingproxy", sizeof(MappingProxy), trace, NULL};

Value mapping_proxy_new(Vm *vm, Dict *dict) {
    MappingProxy *proxy = type_allocate(vm, stdlib_state(vm)->mapping_proxy_type);
    proxy->dict = dict;
    return object_value(proxy);
}

static Value dict_of(Value self) {
    return object_value(AS(MappingProxy, self)->dict);
}

static Value proxy_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    (void)type;
    if (keywords || argc != 1)
        return vm_raise(vm, vm->exceptions.TypeError,
                        "mappingproxy() missing required argument 'mapping' (pos 1)");
    if (!is_dict(args[0]))
        return vm_raise(vm, vm->exceptions.TypeError, "mappingproxy() argument must be a mapping, not %T",
                        args[0]);
    return mapping_proxy_new(vm, AS(Dict, args[0]));
}

static Value proxy_repr(Vm *vm, Value self) {
    Value text = value_repr(vm, dict_of(self));
    return text == NOTHING ? NOTHING : object_value(string_format(vm, "mappingproxy(%S)", AS(String, text)));
}

static Value proxy_str(Vm *vm, Value self) {
    return value_str(vm, dict_of(self));
}

static int64_t proxy_len(Vm *vm, Value self) {
    (void)vm;
    return AS(MappingProxy, self)->dict->count;
}

static Value proxy_get_item(Vm *vm, Value self, Value key) {
    return value_get_item(vm, dict_of(self), key);
}

static int proxy_contains(Vm *vm, Value self, Value key) {
    return value_contains(vm, dict_of(self), key);
}

static Value proxy_iter(Vm *vm, Value self) {
    return value_iter(vm, dict_of(self));
}

static Value proxy_compare(Vm *vm, Comparison op, Value left, Value right) {
    if (is_native(right, &layout))
        right = dict_of(right);
    return value_compare(vm, op, dict_of(left), right);
}

static Value behind(Value v) {
    return is_native(v, &layout) ? dict_of(v) : v;
}

static Value proxy_binary(Vm *vm, BinaryOperator op, Value left, Value right) {
    return op == BINARY_OR ? value_binary(vm, op, behind(left), behind(right)) : NOT_IMPLEMENTED;
}

/* dict's own methods, on the dict behind. */
static Value call_dict_method(Vm *vm, NativeFunction *callee, Value *args, int argc, Tuple *keywords) {
    (void)keywords;
    return vm_call_method(vm, dict_of(args[0]), string_intern_c(vm, callee->def->name), args + 1, argc - 1);
}

static const NativeDef delegated[] = {
    {"get", NULL, 2, 3, 0, NULL},   {"keys", NULL, 1, 1, 0, NULL}, {"values", NULL, 1, 1, 0, NULL},
    {"items", NULL, 1, 1, 0, NULL}, {"copy", NULL, 1, 1, 0, NULL},
};

static const TypeDef def = {
    .name = "mappingproxy",
    .kind = KIND_NATIVE,
    .layout = &layout,
    .size = sizeof(MappingProxy),
    .flags = TYPE_FINAL | TYPE_MAPPING,
    .ops = {.repr = proxy_repr,
            .str = proxy_str,
            .len = proxy_len,
            .get_item = proxy_get_item,
            .contains = proxy_contains,
            .iter = proxy_iter,
            .compare = proxy_compare,
            .binary = proxy_binary},
    .create = proxy_create,
};

void mapping_proxy_type_setup(Vm *vm) {
    Type *type = stdlib_state(vm)->mapping_proxy_type = type_new_native(vm, &def, NULL);
    for (size_t i = 0; i < sizeof delegated / sizeof delegated[0]; i++) {
        Value method = native_closure_new(vm, &delegated[i], type, call_dict_method, NOTHING);
        dict_set_c(vm, type->namespace, delegated[i].name, method);
    }
}
