/* super: attributes as the classes after a given one in an object's order define them. */
#include "stdlib/types/types.h"
#include "vm/call.h"
#include "vm/dict.h"
#include "vm/function.h"

static Value super_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    (void)args;
    (void)argc;
    (void)keywords;
    return object_value(type_allocate(vm, type));
}

/* super() within a method: the class is the cell that the compiler gave it, the object its first parameter.
 */
static bool find_caller(Vm *vm, Type **type, Value *object) {
    Frame *frame = vm->thread->frame;
    Type *runtime_error = vm->exceptions.RuntimeError;
    if (!frame || !frame->function) {
        vm_raise(vm, runtime_error, "super(): no current frame");
        return false;
    }
    const Code *code = frame->code;
    if (code->positional_count == 0 && !(code->flags & CODE_VARARGS)) {
        vm_raise(vm, runtime_error, "super(): no arguments");
        return false;
    }
    int first = code->positional_count ? 0 : code->keyword_only_count;
    *object = frame_registers(frame)[first];
    if (is_kind(*object, KIND_CELL))
        *object = AS(Cell, *object)->value;
    if (!code->positional_count && is_tuple(*object))
        *object = AS(Tuple, *object)->count ? AS(Tuple, *object)->items[0] : NOTHING;
    if (*object == NOTHING) {
        vm_raise(vm, runtime_error, "super(): arg[0] deleted");
        return false;
    }
    for (int i = 0; i < code->capture_count; i++) {
        if (code->free_names[i] != vm->names.class_ && !string_equal_c(code->free_names[i], "__class__"))
            continue;
        Value cell = frame->function->cells[i]->value;
        if (cell == NOTHING) {
            vm_raise(vm, runtime_error, "super(): empty __class__ cell");
            return false;
        }
        if (!is_type(cell)) {
            vm_raise(vm, runtime_error, "super(): __class__ is not a type (%T)", cell);
            return false;
        }
        *type = AS(Type, cell);
        return true;
    }
    vm_raise(vm, runtime_error, "super(): __class__ cell not found");
    return false;
}

static bool bind_object(Vm *vm, Super *super, Type *type, Value object) {
    super->type = type;
    super->object = object == NONE ? NOTHING : object;
    if (super->object == NOTHING)
        return true;
    if (is_type(object) && type_is_subtype(AS(Type, object), type))
        super->object_type = AS(Type, object);
    else if (is_instance(vm, object, type))
        super->object_type = type_of(vm, object);
    else
        vm_raise(vm, vm->exceptions.TypeError,
                 "super(type, obj): obj must be an instance or subtype of type");
    return super->object_type != NULL;
}

static bool super_initialize(Vm *vm, Value self, Value *args, int argc, Tuple *keywords) {
    Super *super = AS(Super, self);
    if (keywords) {
        vm_raise(vm, vm->exceptions.TypeError, "super() takes no keyword arguments");
        return false;
    }
    if (argc > 2) {
        vm_raise(vm, vm->exceptions.TypeError, "super expected at most 2 arguments, got %d", argc);
        return false;
    }
    if (argc == 0) {
        Type *type;
        Value object;
        return find_caller(vm, &type, &object) && bind_object(vm, super, type, object);
    }
    if (!is_type(args[0])) {
        vm_raise(vm, vm->exceptions.TypeError, "super() argument 1 must be a type, not %T", args[0]);
        return false;
    }
    return bind_object(vm, super, AS(Type, args[0]), argc == 2 ? args[1] : NOTHING);
}

static Value super_get_attribute(Vm *vm, Value self, String *name) {
    const Super *super = AS(Super, self);
    if (!super->object_type || name == vm->names.class_)
        return attribute_get_generic(vm, self, name);
    Value found = super_find(vm, super, name);
    if (found == NOTHING) {
        found = attribute_find_generic(vm, self, name);
        if (found == NOTHING && !vm_has_exception(vm))
            vm_raise_about_name(vm, vm->exceptions.AttributeError, name, self,
                                "'super' object has no attribute '%S'", name);
        return found;
    }
    bool through_class = super->object == object_value(super->object_type);
    return descriptor_get(vm, found, through_class ? NOTHING : super->object, super->object_type);
}

static Value super_repr(Vm *vm, Value self) {
    const Super *super = AS(Super, self);
    if (!super->object_type)
        return object_value(string_format(vm, "<super: <class '%N'>, NULL>", super->type));
    return object_value(
        string_format(vm, "<super: <class '%N'>, <%N object>>", super->type, super->object_type));
}

static Value super_get(Vm *vm, Value self, Value object, Type *type) {
    (void)type;
    const Super *super = AS(Super, self);
    if (object == NOTHING || super->object_type)
        return self;
    Super *bound = type_allocate(vm, as_object(self)->type);
    return bind_object(vm, bound, super->type, object) ? object_value(bound) : NOTHING;
}

static Value this_class(Vm *vm, Value self) {
    (void)vm;
    return object_value(AS(Super, self)->type);
}

static Value bound_self(Vm *vm, Value self) {
    (void)vm;
    return AS(Super, self)->object == NOTHING ? NONE : AS(Super, self)->object;
}

static Value self_class(Vm *vm, Value self) {
    (void)vm;
    return AS(Super, self)->object_type ? object_value(AS(Super, self)->object_type) : NONE;
}

static const NativePropertyDef properties[] = {
    {"__thisclass__", this_class, NULL},
    {"__self__", bound_self, NULL},
    {"__self_class__", self_class, NULL},
    {NULL, NULL, NULL},
};

static const TypeDef super_def = {
    .name = "super",
    .kind = KIND_SUPER,
    .size = sizeof(Super),
    .ops = {.repr = super_repr, .get_attribute = super_get_attribute, .get = super_get},
    .create = super_create,
    .initialize = super_initialize,
    .properties = properties,
};

void super_type_setup(Vm *vm) {
    type_define_core(vm, KIND_SUPER, &super_def);
}
