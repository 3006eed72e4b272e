#include "vm/code.h"

#include "vm/memory.h"
#include "vm/source_text.h"
#include "vm/vm.h"

static Code *allocate(Vm *vm, uint32_t constant_count) {
    size_t size = sizeof(Code) + constant_count * sizeof(Value);
    return heap_allocate(vm->heap, size, KIND_CODE, vm->types_by_kind[KIND_CODE]);
}

Code *code_new(Vm *vm) {
    Code *code = allocate(vm, 0);
    code->doc = NONE;
    return code;
}

/* All but the constants. */
static void copy_fields(Code *to, const Code *from) {
    Obj head = to->head;
    *to = *from;
    to->head = head;
}

Code *code_with_constants(Vm *vm, Code *draft, const Value *constants, uint32_t count) {
    Code *code = allocate(vm, count);
    copy_fields(code, draft);
    code->constant_count = count;
    values_copy(code->constants, constants, count);
    copy_fields(draft, &(Code){.doc = NONE});
    return code;
}

static void *copy_array(const void *array, size_t count, size_t size) {
    if (!array)
        return NULL;
    void *copy = memory_new(count, size);
    return count ? memcpy(copy, array, count * size) : copy;
}

Code *code_copy(Vm *vm, const Code *code) {
    Code *copy = allocate(vm, code->constant_count);
    copy_fields(copy, code);
    values_copy(copy->constants, code->constants, code->constant_count);
    copy->instructions = copy_array(code->instructions, code->instruction_count, sizeof *code->instructions);
    copy->positions = copy_array(code->positions, code->instruction_count, sizeof *code->positions);
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
