#include "stdlib/forwarding.h"

#include "vm/call.h"
#include "vm/dict.h"

Value forwarding_find(Vm *vm, const char *module, String *name) {
    if (vm_import(vm, string_intern_c(vm, module)) == NOTHING)
        return NOTHING;
    /* The import of a dotted name gives the package. */
    return value_get_attribute(vm, dict_get_c(vm, vm->modules, module), name);
}

static Value forward(Vm *vm, NativeFunction *callee, Value *args, int argc, Tuple *keywords) {
    const char *module = AS(String, callee->extra)->chars;
    Value function = forwarding_find(vm, module, string_intern_c(vm, callee->def->name));
    return function == NOTHING ? NOTHING : vm_call(vm, function, args, argc, keywords);
}

Value forwarding_new(Vm *vm, const NativeDef *def, Type *owner, const char *module) {
    return native_closure_new(vm, def, owner, forward, object_value(string_intern_c(vm, module)));
}
