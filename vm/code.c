#include "vm/code.h"

#include "vm/memory.h"
#include "vm/source_text.h"
#include "vm/vm.h"

Code *code_new(Vm *vm) {
    Code *code = heap_allocate(vm->heap, sizeof(Code), KIND_CODE, vm->types_by_kind[KIND_CODE]);
    code->doc = NONE;
    return code;
}

static void *copy_array(const void *array, size_t count, size_t size) {
    if (!array)
        return NULL;
    void *copy = memory_new(count, size);
    return count ? memcpy(copy, array, count * size) : copy;
}

Code *code_copy(Vm *vm, const Code *code) {
    Code *copy = code_new(vm);
    Obj head = copy->head;
    *copy = *code;
    copy->head = head;
    copy->instructions = copy_array(code->instructions, code->instruction_count, sizeof *code->instructions);
    copy->positions = copy_array(code->positions, code->instruction_count, sizeof *code->positions);
    copy->constants = copy_array(code->constants, code->constant_count, sizeof *code->constants);
    copy->exceptions = copy_array(code->exceptions, code->exception_count, sizeof *code->exceptions);
    copy->captures = copy_array(code->captures, code->capture_count, sizeof *code->captures);
    copy->local_names = copy_array(code->local_names, code->local_count, sizeof *code->local_names);
    copy->free_names = copy_array(code->free_names, code->capture_count, sizeof *code->free_names);
    if (code->source)
        source_text_retain(code->source);
    return copy;
}

bool code_is_cell_variable(const Code *code, int local) {
    /* Cells are made before all else. */
    for (uint32_t i = 0; i < code->instruction_count && code->instructions[i].op == OP_NEW_CELL; i++)
        if (code->instructions[i].a == local)
            return true;
    return false;
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
