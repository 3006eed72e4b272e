/* `int | None`: types.UnionType. */
#include "stdlib/stdlib_state.h"
#include "stdlib/types/names.h"
#include "stdlib/types/types.h"
#include "vm/hashing.h"
#include "vm/list.h"

typedef struct Union {
    Obj head;
    Tuple *types;
} Union;

/* "int", "list[int]", "None", "mymodule.Thing": as the repr of the whole shows a part. */
static bool add_part(Vm *vm, StringBuilder *out, Value part) {
    if (part == ELLIPSIS) {
        builder_add_c(out, "...");
    } else if (part == object_value(vm->none_type) || part == NONE) {
        builder_add_c(out, "None");
    } else if (is_type(part)) {
        const Type *type = AS(Type, part);
        if (type->module && !string_equal_c(type->module, "builtins"))
            builder_format(vm, out, "%S.", type->module);
        builder_add_string(out, type->qualname);
    } else {
        Value text = value_repr(vm, part);
        if (text == NOTHING)
            return false;
        builder_add_string(out, AS(String, text));
    }
    return true;
}

static bool add_parts(Vm *vm, StringBuilder *out, const Tuple *parts, const char *separator) {
    for (int64_t i = 0; i < parts->count; i++) {
        if (i)
            builder_add_c(out, separator);
        if (!add_part(vm, out, parts->items[i])) {
            builder_free(out);
            return false;
        }
    }
    return true;
}

static void union_trace(Heap *heap, Obj *self) {
    heap_mark_object(heap, ((Union *)self)->types);
}

static const NativeLayout union_layout = {"types.UnionType", sizeof(Union), union_trace, NULL};

static bool may_join(Vm *vm, Value v) {
    return v == NONE || is_type(v) || is_native(v, &union_layout) || is_type_alias(v) ||
           (is_object(v) && as_object(v)->type == stdlib_state(vm)->generic_alias_type);
}

static bool add_member(Vm *vm, List *members, Value v) {
    if (is_native(v, &union_layout)) {
        const Tuple *types = AS(Union, v)->types;
        for (int64_t i = 0; i < types->count; i++)
            if (!add_member(vm, members, types->items[i]))
                return false;
        return true;
    }
    if (v == NONE)
        v = object_value(vm->none_type);
    for (int64_t i = 0; i < members->count; i++) {
        int equal = value_equal(vm, members->items[i], v);
        if (equal != 0)
            return equal > 0;
    }
    list_append(vm, members, v);
    return true;
}

Value union_new(Vm *vm, Value left, Value right) {
    if (!may_join(vm, left) || !may_join(vm, right))
        return NOT_IMPLEMENTED;
    List *members = list_new(vm, 2);
    if (!add_member(vm, members, left) || !add_member(vm, members, right))
        return NOTHING;
    if (members->count == 1)
        return members->items[0];
    Union *joined = type_allocate(vm, stdlib_state(vm)->union_type);
    joined->types = tuple_new(vm, members->items, members->count);
    return object_value(joined);
}

Value union_operator(Vm *vm, BinaryOperator op, Value left, Value right) {
    return op == BINARY_OR ? union_new(vm, left, right) : NOT_IMPLEMENTED;
}

static Value union_repr(Vm *vm, Value self) {
    StringBuilder text;
    builder_init(&text);
    return add_parts(vm, &text, AS(Union, self)->types, " | ") ? builder_finish(vm, &text) : NOTHING;
}

static int holds_all(Vm *vm, const Tuple *some, const Tuple *others) {
    for (int64_t i = 0; i < some->count; i++) {
        int found = value_contains(vm, object_value(others), some->items[i]);
        if (found <= 0)
            return found;
    }
    return 1;
}

static Value union_compare(Vm *vm, Comparison op, Value left, Value right) {
    if ((op != CMP_EQ && op != CMP_NE) || !is_native(right, &union_layout))
        return NOT_IMPLEMENTED;
    const Tuple *a = AS(Union, left)->types, *b = AS(Union, right)->types;
    int equal = a->count == b->count ? holds_all(vm, a, b) : 0;
    return equal < 0 ? NOTHING : bool_value(equal == (op == CMP_EQ));
}

static bool union_hash(Vm *vm, Value self, int64_t *hash) {
    const Tuple *types = AS(Union, self)->types;
    *hash = 0;
    for (int64_t i = 0; i < types->count; i++) {
        int64_t of_item;
        if (!value_hash(vm, types->items[i], &of_item))
            return false;
        *hash ^= of_item;
    }
    return true;
}

static Value union_instance_check(Vm *vm, Value *args, int argc) {
    (void)argc;
    int result = value_is_instance(vm, args[1], object_value(AS(Union, args[0])->types));
    return result < 0 ? NOTHING : bool_value(result);
}

static Value union_subclass_check(Vm *vm, Value *args, int argc) {
    (void)argc;
    int result = value_is_subclass(vm, args[1], object_value(AS(Union, args[0])->types));
    return result < 0 ? NOTHING : bool_value(result);
}

static Value union_arguments(Vm *vm, Value self) {
    (void)vm;
    return object_value(AS(Union, self)->types);
}

static const NativeDef union_methods[] = {
    {"__instancecheck__", union_instance_check, 2, 2, 0, NULL},
    {"__subclasscheck__", union_subclass_check, 2, 2, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

static const NativePropertyDef union_properties[] = {
    {"__args__", union_arguments, NULL},
    {NULL, NULL, NULL},
};

static const TypeDef union_def = {
    .name = "UnionType",
    .module = "types",
    .kind = KIND_NATIVE,
    .layout = &union_layout,
    .size = sizeof(Union),
    .flags = TYPE_FINAL | TYPE_NO_INSTANCES,
    .ops = {.repr = union_repr,
            .compare = union_compare,
            .hash = union_hash,
            .binary = union_operator,
            .reflected = union_operator},
    .methods = union_methods,
    .properties = union_properties,
    .binary_operators = 1u << BINARY_OR,
};

void union_type_setup(Vm *vm) {
    stdlib_state(vm)->union_type = type_new_native(vm, &union_def, NULL);
}
