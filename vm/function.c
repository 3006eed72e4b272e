#include "vm/function.h"

#include "vm/vm.h"

Function *function_new(Vm *vm, Code *code, int cell_count) {
    size_t size = sizeof(Function) + (size_t)cell_count * sizeof(Cell *);
    Function *function = heap_allocate(vm->heap, size, KIND_FUNCTION, vm->types_by_kind[KIND_FUNCTION]);
    function->code = code;
    function->globals = code->globals;
    function->name = code->name;
    function->qualname = code->qualname;
    function->module = NONE;
    function->doc = code->doc;
    function->cell_count = (uint32_t)cell_count;
    return function;
}

Value cell_new(Vm *vm, Value value) {
    Cell *cell = heap_allocate(vm->heap, sizeof(Cell), KIND_CELL, vm->types_by_kind[KIND_CELL]);
    cell->value = value;
    return object_value(cell);
}

/* A bound native function is, to a script, just another native function. */
static Type *bound_type(Vm *vm, Value callable) {
    if (!is_kind(callable, KIND_NATIVE_FUNCTION))
        return vm->types_by_kind[KIND_BOUND_METHOD];
    return AS(NativeFunction, callable)->def->flags & NATIVE_OPERATION
               ? vm->method_wrapper_type
               : vm->types_by_kind[KIND_NATIVE_FUNCTION];
}

/* BoundMethod.head.aux. */
static uint32_t resume_count(Value callable, Value self) {
    if (!is_kind(callable, KIND_NATIVE_FUNCTION))
        return 0;
    const NativeFunction *function = AS(NativeFunction, callable);
    return function->resume_count > 0 && is_kind(self, function->resumed_kind)
               ? (uint32_t)function->resume_count
               : 0;
}

Value bound_method_new(Vm *vm, Value callable, Value self) {
    BoundMethod *method =
        heap_allocate(vm->heap, sizeof(BoundMethod), KIND_BOUND_METHOD, bound_type(vm, callable));
    method->callable = callable;
    method->self = self;
    method->head.aux = resume_count(callable, self);
    return object_value(method);
}
