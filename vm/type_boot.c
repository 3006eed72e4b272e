#include "vm/type_boot.h"

#include "vm/dict.h"
#include "vm/list.h"
#include "vm/memory.h"
#include "vm/set.h"
#include "vm/shape.h"
#include "vm/vm.h"

/* What a kind's type is called, how large an instance is (0: that varies), and its flags. A kind whose base
 * is not object comes with the kind of its base. */
typedef struct BootType {
    ObjectKind kind;
    const char *name;
    size_t size;
    uint16_t flags;
    ObjectKind base;
} BootType;

enum { SEALED = TYPE_FINAL | TYPE_NO_INSTANCES };

static const BootType boot_types[] = {
    {KIND_INSTANCE, "object", sizeof(Instance), 0, 0},
    {KIND_TYPE, "type", sizeof(Type), 0, KIND_INSTANCE},
    {KIND_SMALL_INT, "int", 0, 0, KIND_INSTANCE},
    {KIND_FLONUM, "float", 0, 0, KIND_INSTANCE},
    {KIND_BOOL, "bool", 0, TYPE_FINAL, KIND_SMALL_INT},
    {KIND_NONE, "NoneType", 0, TYPE_FINAL, KIND_INSTANCE},
    {KIND_NOT_IMPLEMENTED, "NotImplementedType", 0, TYPE_FINAL, KIND_INSTANCE},
    {KIND_ELLIPSIS, "ellipsis", 0, TYPE_FINAL, KIND_INSTANCE},
    {KIND_STRING, "str", 0, 0, KIND_INSTANCE},
    {KIND_BYTES, "bytes", 0, 0, KIND_INSTANCE},
    {KIND_BYTEARRAY, "bytearray", sizeof(ByteArray), 0, KIND_INSTANCE},
    {KIND_LIST, "list", sizeof(List), 0, KIND_INSTANCE},
    {KIND_TUPLE, "tuple", 0, 0, KIND_INSTANCE},
    {KIND_DICT, "dict", sizeof(Dict), 0, KIND_INSTANCE},
    {KIND_SET, "set", sizeof(Set), 0, KIND_INSTANCE},
    {KIND_FROZENSET, "frozenset", sizeof(Set), 0, KIND_INSTANCE},
    {KIND_SLICE, "slice", sizeof(Slice), TYPE_FINAL, KIND_INSTANCE},
    {KIND_RANGE, "range", sizeof(Range), TYPE_FINAL, KIND_INSTANCE},
    {KIND_CODE, "code", sizeof(Code), SEALED, KIND_INSTANCE},
    {KIND_FUNCTION, "function", 0, SEALED, KIND_INSTANCE},
    {KIND_NATIVE_FUNCTION, "builtin_function_or_method", sizeof(NativeFunction), SEALED, KIND_INSTANCE},
    {KIND_BOUND_METHOD, "method", sizeof(BoundMethod), TYPE_FINAL, KIND_INSTANCE},
    {KIND_CELL, "cell", sizeof(Cell), TYPE_FINAL, KIND_INSTANCE},
    {KIND_STATIC_METHOD, "staticmethod", sizeof(MethodWrapper), 0, KIND_INSTANCE},
    {KIND_CLASS_METHOD, "classmethod", sizeof(MethodWrapper), 0, KIND_INSTANCE},
    {KIND_PROPERTY, "property", sizeof(Property), 0, KIND_INSTANCE},
    {KIND_NATIVE_PROPERTY, "getset_descriptor", sizeof(NativeProperty), SEALED, KIND_INSTANCE},
    {KIND_SUPER, "super", sizeof(Super), 0, KIND_INSTANCE},
    {KIND_MODULE, "module", sizeof(Module), 0, KIND_INSTANCE},
    {KIND_GENERATOR, "generator", 0, SEALED, KIND_INSTANCE},
    {KIND_COROUTINE, "coroutine", 0, SEALED, KIND_INSTANCE},
    {KIND_ASYNC_GENERATOR, "async_generator", 0, SEALED, KIND_INSTANCE},
    {KIND_EXCEPTION, "BaseException", sizeof(Exception), TYPE_EXCEPTION, KIND_INSTANCE},
    {KIND_TRACEBACK, "traceback", sizeof(Traceback), SEALED, KIND_INSTANCE},
    {KIND_LIST_ITERATOR, "list_iterator", sizeof(SequenceIterator), SEALED, KIND_INSTANCE},
    {KIND_TUPLE_ITERATOR, "tuple_iterator", sizeof(SequenceIterator), SEALED, KIND_INSTANCE},
    {KIND_RANGE_ITERATOR, "range_iterator", sizeof(RangeIterator), SEALED, KIND_INSTANCE},
    {KIND_DICT_ITERATOR, "dict_keyiterator", sizeof(DictIterator), SEALED, KIND_INSTANCE},
    {KIND_STRING_ITERATOR, "str_iterator", sizeof(SequenceIterator), SEALED, KIND_INSTANCE},
};

enum { BOOT_TYPE_COUNT = sizeof boot_types / sizeof boot_types[0] };

static Type *new_type(Vm *vm) {
    return heap_allocate(vm->heap, sizeof(Type), KIND_TYPE, vm->types_by_kind[KIND_TYPE]);
}

static void add_subclass(Type *base, Type *type) {
    if (base->subclass_count == base->subclass_capacity) {
        base->subclass_capacity = base->subclass_capacity ? base->subclass_capacity * 2 : 4;
        base->subclasses = memory_resize(base->subclasses, base->subclass_capacity, sizeof(Type *));
    }
    base->subclasses[base->subclass_count++] = type;
}

/* Fills in what every type has. `base` is NULL for object alone. */
static void set_up(Vm *vm, Type *type, const char *name, Type *base, ObjectKind kind, size_t size,
                   uint16_t flags) {
    type->name = type->qualname = string_intern_c(vm, name);
    type->namespace = dict_new_stable(vm);
    type->native_base = type;
    type->solid_base = base && base->instance_kind == kind ? base->solid_base : type;
    type->instance_kind = (uint8_t)kind;
    type->instance_size = (uint32_t)size;
    type->flags = TYPE_NATIVE | flags;
    if (kind == KIND_EXCEPTION) {
        type->attributes_offset = offsetof(Exception, attributes);
        type->root_shape = shape_new_root(vm, type);
    }
    if (!base) {
        type->bases = vm->empty_tuple;
        type->mro = tuple_of(vm, 1, object_value(type));
        return;
    }
    type->bases = tuple_of(vm, 1, object_value(base));
    type->mro = tuple_new(vm, NULL, base->mro->count + 1);
    type->mro->items[0] = object_value(type);
    memcpy(type->mro->items + 1, base->mro->items, (size_t)base->mro->count * sizeof(Value));
    add_subclass(base, type);
}

/* More types of one kind: what a script is told about native functions depends on where they were found. */
static void make_descriptor_types(Vm *vm) {
    Type *object = vm->object_type;
    vm->method_descriptor_type = new_type(vm);
    vm->wrapper_descriptor_type = new_type(vm);
    vm->method_wrapper_type = new_type(vm);
    vm->member_descriptor_type = new_type(vm);
    set_up(vm, vm->method_descriptor_type, "method_descriptor", object, KIND_NATIVE_FUNCTION,
           sizeof(NativeFunction), SEALED);
    set_up(vm, vm->wrapper_descriptor_type, "wrapper_descriptor", object, KIND_NATIVE_FUNCTION,
           sizeof(NativeFunction), SEALED);
    set_up(vm, vm->method_wrapper_type, "method-wrapper", object, KIND_BOUND_METHOD, sizeof(BoundMethod),
           SEALED);
    set_up(vm, vm->member_descriptor_type, "member_descriptor", object, KIND_NATIVE_PROPERTY,
           sizeof(NativeProperty), SEALED);
}

/* The types themselves come first, without a name: whatever is made after that has its type. */
static void make_core_types(Vm *vm) {
    for (int i = 0; i < BOOT_TYPE_COUNT; i++)
        vm->types_by_kind[boot_types[i].kind] = new_type(vm);
    Type *metatype = vm->types_by_kind[KIND_TYPE];
    for (int i = 0; i < BOOT_TYPE_COUNT; i++)
        vm->types_by_kind[boot_types[i].kind]->head.type = metatype;
    vm->types_by_kind[KIND_FLOAT] = vm->types_by_kind[KIND_FLONUM];
    vm->types_by_kind[KIND_BIG_INT] = vm->types_by_kind[KIND_SMALL_INT];
    vm->types_by_kind[KIND_NATIVE_COROUTINE] = vm->types_by_kind[KIND_COROUTINE];
    vm->object_type = vm->types_by_kind[KIND_INSTANCE];
    vm->int_type = vm->types_by_kind[KIND_SMALL_INT];
    vm->bool_type = vm->types_by_kind[KIND_BOOL];
    vm->float_type = vm->types_by_kind[KIND_FLOAT];
    vm->none_type = vm->types_by_kind[KIND_NONE];
}

static void make_names(Vm *vm) {
    vm->empty_string = string_intern_c(vm, "");
    for (uint32_t c = 0; c < 128; c++)
        string_from_code_point(vm, c); /* fills vm->ascii_strings */
    vm->empty_tuple = tuple_new(vm, NULL, 0);
#define X(field, text) vm->names.field = string_intern_c(vm, text);
    VM_NAMES(X)
#undef X
}

static Type *new_exception_class(Vm *vm, const char *name, Type *base) {
    Type *type = new_type(vm);
    set_up(vm, type, name, base, KIND_EXCEPTION, sizeof(Exception), TYPE_EXCEPTION);
    return type;
}

/* The one class here with two bases: a group of Exceptions is an Exception, too. */
static void make_group_an_exception(Vm *vm) {
    Type *group = vm->exceptions.ExceptionGroup, *base = vm->exceptions.BaseExceptionGroup;
    Type *second = vm->exceptions.Exception;
    group->bases = tuple_of(vm, 2, object_value(base), object_value(second));
    group->mro = tuple_of(vm, 5, object_value(group), object_value(base), object_value(second),
                          object_value(vm->exceptions.BaseException), object_value(vm->object_type));
    add_subclass(second, group);
}

static void make_exception_classes(Vm *vm) {
    vm->exceptions.BaseException = vm->types_by_kind[KIND_EXCEPTION];
#define X(name, base)         \
    if (!vm->exceptions.name) \
        vm->exceptions.name = new_exception_class(vm, #name, vm->exceptions.base);
    EXCEPTION_CLASSES(X)
#undef X
    make_group_an_exception(vm);
}

/* Where a script finds them; the rest belong to the module builtins. */
static void set_modules(Vm *vm) {
    String *builtins = string_intern_c(vm, "builtins");
    for (int i = 0; i < BOOT_TYPE_COUNT; i++)
        vm->types_by_kind[boot_types[i].kind]->module = builtins;
#define X(name, base) vm->exceptions.name->module = builtins;
    EXCEPTION_CLASSES(X)
#undef X
    vm->exceptions.CancelledError->module = string_intern_c(vm, "asyncio.exceptions");
}

void type_boot_all(Vm *vm) {
    make_core_types(vm);
    make_names(vm);
    for (int i = 0; i < BOOT_TYPE_COUNT; i++) {
        const BootType *boot = &boot_types[i];
        Type *type = vm->types_by_kind[boot->kind];
        Type *base = boot->kind == KIND_INSTANCE ? NULL : vm->types_by_kind[boot->base];
        set_up(vm, type, boot->name, base, boot->kind, boot->size, boot->flags);
    }
    make_descriptor_types(vm);
    make_exception_classes(vm);
    set_modules(vm);
}
