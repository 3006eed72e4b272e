/* _tuplegetter: the descriptor of a named tuple's field. */
#include "stdlib/arguments.h"
#include "stdlib/collections/collections.h"
#include "vm/dict.h"

typedef struct TupleGetter {
    Obj head;
    int64_t index;
    Value doc;
} TupleGetter;

static void getter_trace(Heap *heap, Obj *self) {
    heap_mark(heap, ((TupleGetter *)self)->doc);
}

static const NativeLayout getter_layout = {"_tuplegetter", sizeof(TupleGetter), getter_trace, NULL};

static Value getter_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    int64_t index;
    if (!arguments_check_positional(vm, "_tuplegetter", argc, keywords, 2, 2) ||
        !value_to_index(vm, args[0], &index))
        return NOTHING;
    TupleGetter *getter = type_allocate(vm, type);
    getter->index = index;
    getter->doc = args[1];
    return object_value(getter);
}

static Value getter_get(Vm *vm, Value self, Value object, Type *type) {
    (void)type;
    TupleGetter *getter = AS(TupleGetter, self);
    if (object == NOTHING || object == NONE)
        return self;
    if (!is_tuple(object))
        return vm_raise(vm, vm->exceptions.TypeError,
                        "descriptor for index '%l' for tuple subclasses doesn't apply to '%T' object",
                        getter->index, object);
    if (getter->index >= AS(Tuple, object)->count)
        return vm_raise(vm, vm->exceptions.IndexError, "tuple index out of range");
    return AS(Tuple, object)->items[getter->index];
}

static bool getter_set(Vm *vm, Value self, Value object, Value value) {
    (void)self, (void)object;
    vm_raise(vm, vm->exceptions.AttributeError,
             value == NOTHING ? "can't delete attribute" : "can't set attribute");
    return false;
}

static Value getter_doc(Vm *vm, Value self) {
    (void)vm;
    return AS(TupleGetter, self)->doc;
}

void tuple_getter_setup(Vm *vm, Module *module) {
    static const NativePropertyDef properties[] = {{"__doc__", getter_doc, NULL}, {NULL, NULL, NULL}};
    static const TypeDef def = {
        .name = "_tuplegetter",
        .module = "collections",
        .kind = KIND_NATIVE,
        .layout = &getter_layout,
        .size = sizeof(TupleGetter),
        .ops = {.get = getter_get, .set = getter_set},
        .create = getter_create,
        .properties = properties,
    };
    dict_set_c(vm, module->namespace, "_tuplegetter", object_value(type_new_native(vm, &def, NULL)));
}
