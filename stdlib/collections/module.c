#include "stdlib/collections/collections.h"

static bool setup(Vm *vm, Module *module) {
    deque_setup(vm, module);
    tuple_getter_setup(vm, module);
    return true;
}

const ModuleDef collections_module = {"_collections", NULL, setup};
