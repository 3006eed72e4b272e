/* slice. */
#include "stdlib/arguments.h"
#include "stdlib/types/sequences.h"
#include "stdlib/types/types.h"
#include "vm/big_int.h"
#include "vm/list.h"
#include "vm/statements.h"

static Value slice_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    (void)type;
    if (!arguments_check_positional(vm, "slice", argc, keywords, 1, 3))
        return NOTHING;
    if (argc == 1)
        return slice_new(vm, NONE, args[0], NONE);
    return slice_new(vm, args[0], args[1], argc == 3 ? args[2] : NONE);
}

static Value slice_repr(Vm *vm, Value self) {
    Slice *slice = AS(Slice, self);
    Value parts[] = {slice->start, slice->stop, slice->step};
    StringBuilder out;
    builder_init(&out);
    builder_add_c(&out, "slice(");
    for (int i = 0; i < 3; i++) {
        Value text = value_repr(vm, parts[i]);
        if (text == NOTHING) {
            builder_free(&out);
            return NOTHING;
        }
        builder_add_c(&out, i == 0 ? "" : ", ");
        builder_add_string(&out, AS(String, text));
    }
    builder_add_char(&out, ')');
    return builder_finish(vm, &out);
}

/* Slices compare as tuples of their parts. */
static Value slice_compare(Vm *vm, Comparison op, Value left, Value right) {
    if (!is_kind(left, KIND_SLICE) || !is_kind(right, KIND_SLICE))
        return NOT_IMPLEMENTED;
    Slice *a = AS(Slice, left), *b = AS(Slice, right);
    Value left_parts = object_value(tuple_of(vm, 3, a->start, a->stop, a->step));
    Value right_parts = object_value(tuple_of(vm, 3, b->start, b->stop, b->step));
    size_t roots = vm_root_mark(vm);
    vm_root(vm, left_parts);
    vm_root(vm, right_parts);
    Value result = sequence_compare(vm, op, left_parts, right_parts);
    vm_root_reset(vm, roots);
    return result;
}

/* A start, stop or step as a plain int, rooted. NOTHING: raised. */
static Value slice_part(Vm *vm, Value part) {
    Type *type = type_of(vm, part);
    Value index = type->ops.unary ? type->ops.unary(vm, UNOP_INDEX, part) : NOT_IMPLEMENTED;
    if (index == NOT_IMPLEMENTED)
        return vm_raise(vm, vm->exceptions.TypeError,
                        "slice indices must be integers or None or have an __index__ method");
    if (index != NOTHING)
        index = integer_plain(index);
    vm_root(vm, index);
    return index;
}

static Value clamp(Vm *vm, Value bound, Value length, Value low, Value high) {
    if (bound != NOTHING && integer_sign(bound) < 0)
        bound = integer_add(vm, bound, length);
    if (bound == NOTHING || integer_compare(bound, low) < 0)
        return bound == NOTHING ? NOTHING : low;
    return integer_compare(bound, high) > 0 ? high : bound;
}

static bool resolve_bounds(Vm *vm, const Slice *slice, Value length, Value out[3]) {
    Value step = slice->step == NONE ? small_int(1) : slice_part(vm, slice->step);
    if (step == small_int(0))
        vm_raise(vm, vm->exceptions.ValueError, "slice step cannot be zero");
    if (step == NOTHING || step == small_int(0))
        return false;
    bool backward = integer_sign(step) < 0;
    Value low = small_int(backward ? -1 : 0), high = integer_add(vm, length, low);
    if (high == NOTHING)
        return false;
    vm_root(vm, high);
    out[0] = backward ? high : low;
    out[1] = backward ? low : high;
    out[2] = step;
    if (slice->start != NONE)
        out[0] = clamp(vm, slice_part(vm, slice->start), length, low, high);
    vm_root(vm, out[0]);
    if (out[0] != NOTHING && slice->stop != NONE)
        out[1] = clamp(vm, slice_part(vm, slice->stop), length, low, high);
    return out[0] != NOTHING && out[1] != NOTHING;
}

bool slice_bounds(Vm *vm, const Slice *slice, Value length, Value out[3]) {
    size_t mark = vm_root_mark(vm);
    vm_root(vm, length);
    bool ok = resolve_bounds(vm, slice, length, out);
    vm_root_reset(vm, mark);
    return ok;
}

static Value slice_indices(Vm *vm, Value *args, int argc) {
    (void)argc;
    Value length = integer_from_index(vm, args[1]), bounds[3];
    if (length == NOTHING)
        return NOTHING;
    if (integer_sign(length) < 0)
        return vm_raise(vm, vm->exceptions.ValueError, "length should not be negative");
    if (!slice_bounds(vm, AS(Slice, args[0]), length, bounds))
        return NOTHING;
    return object_value(tuple_new(vm, bounds, 3));
}

static Value slice_start(Vm *vm, Value self) {
    (void)vm;
    return AS(Slice, self)->start;
}

static Value slice_stop(Vm *vm, Value self) {
    (void)vm;
    return AS(Slice, self)->stop;
}

static Value slice_step(Vm *vm, Value self) {
    (void)vm;
    return AS(Slice, self)->step;
}

static const NativeDef slice_methods[] = {
    {"indices", slice_indices, 2, 2, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

static const NativePropertyDef slice_properties[] = {
    {"start", slice_start, readonly_attribute},
    {"stop", slice_stop, readonly_attribute},
    {"step", slice_step, readonly_attribute},
    {NULL, NULL, NULL},
};

static const TypeDef slice_def = {
    .name = "slice",
    .doc = "slice(stop) or slice(start, stop, step=None): what x[start:stop:step] hands to x.",
    .kind = KIND_SLICE,
    .size = sizeof(Slice),
    .flags = TYPE_FINAL,
    .ops = {.repr = slice_repr, .compare = slice_compare},
    .create = slice_create,
    .methods = slice_methods,
    .properties = slice_properties,
};

void slice_type_setup(Vm *vm) {
    type_define_core(vm, KIND_SLICE, &slice_def);
}
