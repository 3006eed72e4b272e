/* traceback objects, and the little that scripts may know of the frames they speak of. */
#include "stdlib/stdlib_state.h"
#include "stdlib/types/names.h"
#include "stdlib/types/types.h"
#include "vm/code.h"
#include "vm/dict.h"

typedef struct FrameView {
    Obj head;
    Code *code;
    uint32_t line;
} FrameView;

static void trace(Heap *heap, Obj *self) {
    heap_mark_object(heap, ((FrameView *)self)->code);
}

static const NativeLayout frame_layout = {"frame", sizeof(FrameView), trace, NULL};

static Value frame_code(Vm *vm, Value self) {
    (void)vm;
    return object_value(AS(FrameView, self)->code);
}

static Value frame_line(Vm *vm, Value self) {
    (void)vm;
    return small_int(AS(FrameView, self)->line);
}

static Value frame_globals(Vm *vm, Value self) {
    (void)vm;
    const Code *code = AS(FrameView, self)->code;
    return code->globals ? object_value(code->globals) : NONE;
}

static Value frame_repr(Vm *vm, Value self) {
    const FrameView *frame = AS(FrameView, self);
    StringBuilder text;
    builder_init(&text);
    builder_add_c(&text, "<frame at ");
    builder_add_address(&text, self);
    builder_format(vm, &text, ", file '%S', line %d, code %S>", frame->code->file_name, (int)frame->line,
                   frame->code->name);
    return builder_finish(vm, &text);
}

static const NativePropertyDef frame_properties[] = {
    {"f_code", frame_code, NULL},
    {"f_lineno", frame_line, NULL},
    {"f_globals", frame_globals, NULL},
    {NULL, NULL, NULL},
};

static const TypeDef frame_def = {
    .name = "frame",
    .kind = KIND_NATIVE,
    .layout = &frame_layout,
    .size = sizeof(FrameView),
    .flags = TYPE_FINAL | TYPE_NO_INSTANCES,
    .ops = {.repr = frame_repr},
    .properties = frame_properties,
};

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
    FrameView *frame = type_allocate(vm, stdlib_state(vm)->frame_type);
    frame->code = AS(Traceback, self)->code;
    frame->line = AS(Traceback, self)->line;
    return object_value(frame);
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
    stdlib_state(vm)->frame_type = type_new_native(vm, &frame_def, NULL);
    type_define_core(vm, KIND_TRACEBACK, &traceback_def);
}
