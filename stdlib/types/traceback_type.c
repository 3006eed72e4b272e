/* traceback objects. */
#include "stdlib/types/frame_type.h"
#include "stdlib/types/types.h"
#include "vm/code.h"

static Value get_next(Vm *vm, Value self) {
    (void)vm;
    return AS(Traceback, self)->next;
}

static Value get_line(Vm *vm, Value self) {
    (void)vm;
    return small_int(AS(Traceback, self)->line);
}

static Value get_instruction(Vm *vm, Value self) {
    (void)vm;
    return small_int(AS(Traceback, self)->instruction);
}

static Value get_frame(Vm *vm, Value self) {
    return frame_view_of_traceback(vm, AS(Traceback, self));
}

static const NativePropertyDef properties[] = {
    {"tb_next", get_next, NULL},
    {"tb_lineno", get_line, NULL},
    {"tb_lasti", get_instruction, NULL},
    {"tb_frame", get_frame, NULL},
    {NULL, NULL, NULL},
};

static const TypeDef traceback_def = {
    .name = "traceback",
    .kind = KIND_TRACEBACK,
    .size = sizeof(Traceback),
    .flags = TYPE_FINAL | TYPE_NO_INSTANCES,
    .properties = properties,
};

void traceback_type_setup(Vm *vm) {
    type_define_core(vm, KIND_TRACEBACK, &traceback_def);
}
