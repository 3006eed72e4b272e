#include "stdlib/itertools/itertools.h"

#include "vm/dict.h"

static void itertool_trace(Heap *heap, Obj *self) {
    Itertool *tool = (Itertool *)self;
    heap_mark(heap, tool->a);
    heap_mark(heap, tool->b);
    heap_mark(heap, tool->c);
    heap_mark(heap, tool->d);
    heap_mark(heap, tool->e);
    heap_mark_object(heap, tool->part);
}

const NativeLayout itertool_layout = {"itertools", sizeof(Itertool), itertool_trace, NULL};

Type *itertools_hidden_type(Vm *vm, const char *name) {
    Value module = dict_get_c(vm, vm->modules, "itertools");
    return AS(Type, dict_get_c(vm, AS(Module, module)->namespace, name));
}

Value itertool_iter(Vm *vm, Value self) {
    (void)vm;
    return self;
}

int itertool_ask(Vm *vm, Value predicate, Value item) {
    if (predicate == NONE)
        return value_truth(vm, item);
    Value answer = vm_call1(vm, predicate, item);
    return answer == NOTHING ? -1 : value_truth(vm, answer);
}

static bool setup(Vm *vm, Module *module) {
    const TypeDef *const tables[] = {itertools_streams, itertools_groups, itertools_combinations};
    for (size_t t = 0; t < sizeof tables / sizeof *tables; t++)
        for (const TypeDef *def = tables[t]; def->name; def++)
            dict_set_c(vm, module->namespace, def->name, object_value(type_new_native(vm, def, NULL)));
    return true;
}

const ModuleDef itertools_module = {"itertools", itertools_functions, setup};
