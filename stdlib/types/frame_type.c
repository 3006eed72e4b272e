#include "stdlib/types/frame_type.h"

#include "stdlib/stdlib_state.h"
#include "stdlib/types/names.h"
#include "stdlib/types/types.h"
#include "vm/code.h"
#include "vm/dict.h"

static void trace(Heap *heap, Obj *self) {
    heap_mark_object(heap, ((FrameView *)self)->code);
    heap_mark_object(heap, ((FrameView *)self)->generator);
    heap_mark_object(heap, ((FrameView *)self)->native);
}

static const NativeLayout layout = {"frame", sizeof(FrameView), trace, NULL};

static FrameView *view_new(Vm *vm) {
    return type_allocate(vm, stdlib_state(vm)->frame_type);
}

Value frame_view_new(Vm *vm, Code *code, size_t instruction) {
    FrameView *view = view_new(vm);
    view->code = code;
    view->line = code_position(code, instruction).line;
    return object_value(view);
}

Value frame_view_of_traceback(Vm *vm, const Traceback *entry) {
    FrameView *view = view_new(vm);
    view->code = entry->code;
    view->line = entry->line;
    return object_value(view);
}

Value frame_view_of(Vm *vm, Generator *generator) {
    FrameView *view = view_new(vm);
    view->code = generator->frame.code;
    view->generator = generator;
    return object_value(view);
}

Value frame_view_of_native(Vm *vm, NativeCoroutine *native) {
    FrameView *view = view_new(vm);
    view->native = native;
    return object_value(view);
}

uint32_t generator_line(const Generator *generator) {
    Code *code = generator->frame.code;
    uint32_t instruction;
    if (generator->state == GENERATOR_CREATED ||
        !generator_place(object_value(generator), &code, &instruction))
        return code->first_line;
    return code_position(code, instruction).line;
}

uint32_t frame_view_line(const FrameView *frame) {
    return frame->generator ? generator_line(frame->generator) : frame->line;
}

/* ---- Attributes ---- */

static Value get_code(Vm *vm, Value self) {
    (void)vm;
    const FrameView *view = AS(FrameView, self);
    return view->code ? object_value(view->code) : NONE;
}

static Value get_line(Vm *vm, Value self) {
    (void)vm;
    const FrameView *view = AS(FrameView, self);
    return view->native ? NONE : small_int(frame_view_line(view));
}

static Value get_back(Vm *vm, Value self) {
    (void)vm, (void)self;
    return NONE;
}

static Value get_globals(Vm *vm, Value self) {
    (void)vm;
    const FrameView *view = AS(FrameView, self);
    if (view->generator)
        return object_value(view->generator->frame.function->globals);
    return view->code && view->code->globals ? object_value(view->code->globals) : NONE;
}

static Value get_locals(Vm *vm, Value self) {
    Generator *generator = AS(FrameView, self)->generator;
    if (!generator)
        return vm_raise(vm, vm->exceptions.AttributeError,
                        "f_locals are known of the frames of generators only");
    const Code *code = generator->frame.code;
    Dict *locals = dict_new(vm);
    for (int i = 0; i < code->local_count; i++) {
        Value v = frame_registers(&generator->frame)[i];
        if (is_kind(v, KIND_CELL))
            v = AS(Cell, v)->value;
        if (v != NOTHING)
            dict_set_string(vm, locals, code->local_names[i], string_settled(vm, v));
    }
    for (int i = 0; i < code->capture_count; i++) {
        Value v = generator->frame.function->cells[i]->value;
        if (v != NOTHING)
            dict_set_string(vm, locals, code->free_names[i], v);
    }
    return object_value(locals);
}

static Value frame_repr(Vm *vm, Value self) {
    const FrameView *view = AS(FrameView, self);
    StringBuilder text;
    builder_init(&text);
    builder_add_c(&text, "<frame at ");
    builder_add_address(&text, self);
    if (view->native)
        builder_format(vm, &text, ", native code %s>", view->native->def->qualname);
    else
        builder_format(vm, &text, ", file '%S', line %d, code %S>", view->code->file_name,
                       (int)frame_view_line(view), view->code->name);
    return builder_finish(vm, &text);
}

static const NativePropertyDef properties[] = {
    {"f_lineno", get_line, NULL},   {"f_code", get_code, NULL},       {"f_back", get_back, NULL},
    {"f_locals", get_locals, NULL}, {"f_globals", get_globals, NULL}, {NULL, NULL, NULL},
};

static const TypeDef def = {
    .name = "frame",
    .kind = KIND_NATIVE,
    .layout = &layout,
    .size = sizeof(FrameView),
    .flags = TYPE_FINAL | TYPE_NO_INSTANCES,
    .ops = {.repr = frame_repr},
    .properties = properties,
};

void frame_type_setup(Vm *vm) {
    stdlib_state(vm)->frame_type = type_new_native(vm, &def, NULL);
}
