#include "vm/code.h"

#include "vm/vm.h"

Code *code_new(Vm *vm) {
    Code *code = heap_allocate(vm->heap, sizeof(Code), KIND_CODE, vm->types_by_kind[KIND_CODE]);
    code->doc = NONE;
    return code;
}

CodePosition code_position(const Code *code, size_t index) {
    if (!code->positions || index >= code->instruction_count)
        return (CodePosition){0, 0, 0, 0};
    return code->positions[index];
}

const ExceptionEntry *code_find_handler(const Code *code, size_t index) {
    for (uint32_t i = code->exception_count; i > 0; i--) {
        const ExceptionEntry *entry = &code->exceptions[i - 1];
        if (entry->start <= index && index < entry->end)
            return entry;
    }
    return NULL;
}
