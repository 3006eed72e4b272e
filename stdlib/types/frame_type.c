#include "stdlib/types/frame_type.h"

#include "stdlib/stdlib_state.h"
#include "stdlib/types/names.h"
#include "stdlib/types/types.h"
#include "vm/code.h"
#include "vm/dict.h"
#include "vm/variables.h"

static void trace(Heap *heap, Obj *self) {
    heap_mark_object(heap, ((FrameView *)self)->code);
    heap_mark_object(heap, ((FrameView *)self)->generator);
    heap_mark_object(heap, ((FrameView *)self)->native);
    heap_mark_object(heap, ((FrameView *)self)->function);
    heap_mark(heap, ((FrameView *)self)->locals);
}

static const NativeLayout layout = {"frame", sizeof(FrameView), trace, NULL};

static FrameView *view_new(Vm *vm) {
    FrameView *view = type_allocate(vm, stdlib_state(vm)->frame_type);
    view->locals = NOTHING;
    return view;
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
    generator_show(generator);
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

static size_t instruction_of(const Frame *frame) {
    ptrdiff_t index = frame->pc - frame->code->instructions - 1;
    return index < 0 ? 0 : (size_t)index;
}

/* ---- The frames that run ---- */

/* One of them: in a chain, `frame` is that of its leaf. */
typedef struct Place {
    Frame *frame;
    Generator *generator; /* NULL: a call */
} Place;

static Place place_of(Frame *frame) {
    return (Place){frame, frame && frame->in_generator ? frame_generator(frame) : NULL};
}

/* Who called it, or waits for it; the frame is NULL behind the last one. */
static Place place_outside(Place place) {
    if (place.generator && place.generator->delegator)
        return (Place){place.frame, place.generator->delegator};
    return place_of(place.frame->back);
}

static Value view_of_place(Vm *vm, Place place) {
    if (place.generator)
        return frame_view_of(vm, place.generator);
    FrameView *view = AS(FrameView, frame_view_new(vm, place.frame->code, instruction_of(place.frame)));
    view->call = place.frame;
    view->caller = place.frame->back;
    view->function = place.frame->function;
    view->locals = frame_locals(vm, place.frame);
    return object_value(view);
}

Value frame_view_running(Vm *vm, int64_t depth) {
    Place place = place_of(vm->thread->frame);
    for (; place.frame && depth > 0; depth--)
        place = place_outside(place);
    return place.frame ? view_of_place(vm, place) : NOTHING;
}

/* Where the frame runs in this thread; the frame is NULL if it does not. */
static Place find_running(Vm *vm, const FrameView *view) {
    Place place = place_of(vm->thread->frame);
    for (; place.frame; place = place_outside(place)) {
        if (view->generator
                ? place.generator == view->generator
                : !place.generator && place.frame == view->call && place.frame->function == view->function &&
                      place.frame->back == view->caller)
            break;
    }
    return place;
}

uint32_t frame_view_line(const FrameView *frame) {
    return frame->generator ? generator_line(frame->generator) : frame->line;
}

static uint32_t line_now(Vm *vm, FrameView *view) {
    Place place = view->call ? find_running(vm, view) : (Place){NULL, NULL};
    if (place.frame)
        view->line = code_position(view->code, instruction_of(place.frame)).line;
    return frame_view_line(view);
}

/* ---- Variables ---- */

static void add_local(Vm *vm, Dict *names, String *name, Value value) {
    if (is_kind(value, KIND_CELL))
        value = AS(Cell, value)->value;
    if (value != NOTHING && name)
        dict_set_string(vm, names, name, string_settled(vm, value));
}

Value frame_locals(Vm *vm, Frame *frame) {
    const Code *code = frame->code;
    const Value *registers = frame_registers(frame);
    if (code->flags & CODE_MODULE)
        return object_value(frame->function->globals);
    if (code->flags & CODE_CLASS_BODY)
        return registers[0];
    Dict *names = dict_new(vm);
    for (int i = 0; i < code->local_count; i++)
        add_local(vm, names, code->local_names[i], registers[i]);
    for (uint32_t i = 0; i < frame->function->cell_count; i++)
        if (code->free_names[i] != vm->names.class_)
            add_local(vm, names, code->free_names[i], object_value(frame->function->cells[i]));
    return object_value(names);
}

/* ---- Attributes ---- */

static Value get_code(Vm *vm, Value self) {
    (void)vm;
    const FrameView *view = AS(FrameView, self);
    return view->code ? object_value(view->code) : NONE;
}

static Value get_line(Vm *vm, Value self) {
    FrameView *view = AS(FrameView, self);
    return view->native ? NONE : small_int(line_now(vm, view));
}

static Value get_back(Vm *vm, Value self) {
    const FrameView *view = AS(FrameView, self);
    if (!view->call && !view->generator)
        return NONE;
    Place place = find_running(vm, view);
    if (place.frame)
        place = place_outside(place);
    return place.frame ? view_of_place(vm, place) : NONE;
}

static Value get_globals(Vm *vm, Value self) {
    (void)vm;
    const FrameView *view = AS(FrameView, self);
    if (view->generator)
        return object_value(view->generator->frame.function->globals);
    return view->code && view->code->globals ? object_value(view->code->globals) : NONE;
}

static Value get_builtins(Vm *vm, Value self) {
    Value globals = get_globals(vm, self);
    return object_value(builtins_of(vm, is_dict(globals) ? AS(Dict, globals) : NULL));
}

static Value get_locals(Vm *vm, Value self) {
    const FrameView *view = AS(FrameView, self);
    if (view->generator)
        return frame_locals(vm, &view->generator->frame);
    if (view->call) {
        Place place = find_running(vm, view);
        return place.frame ? frame_locals(vm, place.frame) : view->locals;
    }
    if (view->code && view->code->flags & CODE_MODULE)
        return get_globals(vm, self);
    return vm_raise(vm, vm->exceptions.AttributeError,
                    "f_locals are not known of the frame of a call that a traceback tells of");
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
                       (int)line_now(vm, AS(FrameView, self)), view->code->name);
    return builder_finish(vm, &text);
}

static const NativePropertyDef properties[] = {
    {"f_lineno", get_line, NULL},
    {"f_code", get_code, NULL},
    {"f_back", get_back, NULL},
    {"f_locals", get_locals, NULL},
    {"f_globals", get_globals, NULL},
    {"f_builtins", get_builtins, NULL},
    {NULL, NULL, NULL},
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

static Value innermost_frame(Vm *vm) {
    Value view = frame_view_running(vm, 0);
    return view == NOTHING ? NONE : view;
}

void frame_type_setup(Vm *vm) {
    vm->running_frame = innermost_frame;
    stdlib_state(vm)->frame_type = type_new_native(vm, &def, NULL);
}
