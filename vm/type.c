#include "vm/type.h"

#include <stdlib.h>

#include "vm/call.h"
#include "vm/dict.h"
#include "vm/list.h"
#include "vm/memory.h"
#include "vm/shape.h"
#include "vm/type_slots.h"
#include "vm/vm.h"

Type *type_of(Vm *vm, Value v) {
    if (is_object(v))
        return as_object(v)->type;
    if (is_small_int(v))
        return vm->int_type;
    if (is_flonum(v))
        return vm->float_type;
    switch (v) {
    case NONE: return vm->none_type;
    case TRUE_VALUE:
    case FALSE_VALUE: return vm->bool_type;
    case NOT_IMPLEMENTED: return vm->types_by_kind[KIND_NOT_IMPLEMENTED];
    default: return vm->types_by_kind[KIND_ELLIPSIS];
    }
}

const char *type_shown_name(const Type *type) {
    return (type->flags & TYPE_DOTTED_NAME ? type->shown_name : type->name)->chars;
}

const char *type_name(Vm *vm, Value v) {
    return type_shown_name(type_of(vm, v));
}

/* --- Native types --------------------------------------------------------------------------------- */

static void add_subclass(Type *base, Type *type) {
    for (uint32_t i = 0; i < base->subclass_count; i++)
        if (base->subclasses[i] == type)
            return;
    if (base->subclass_count == base->subclass_capacity) {
        base->subclass_capacity = base->subclass_capacity ? base->subclass_capacity * 2 : 4;
        base->subclasses = memory_resize(base->subclasses, base->subclass_capacity, sizeof(Type *));
    }
    base->subclasses[base->subclass_count++] = type;
}

void type_register(Type *type) {
    for (int64_t i = 0; i < type->bases->count; i++)
        add_subclass(AS(Type, type->bases->items[i]), type);
}

static void set_bases(Vm *vm, Type *type, Type *base) {
    if (!base) {
        type->bases = vm->empty_tuple;
        type->mro = tuple_of(vm, 1, object_value(type));
        return;
    }
    Tuple *above = base->mro;
    type->bases = tuple_of(vm, 1, object_value(base));
    type->mro = tuple_new(vm, NULL, above->count + 1);
    type->mro->items[0] = object_value(type);
    memcpy(type->mro->items + 1, above->items, (size_t)above->count * sizeof(Value));
}

/* Native structs that add nothing to their base's can be joined with other heirs of that base. */
static bool changes_struct(const TypeDef *def, const Type *base) {
    return (def && (def->kind != base->instance_kind || def->layout != base->layout ||
                    (def->size && def->size != base->instance_size)));
}

Value native_property_new(Vm *vm, const NativePropertyDef *def, Type *owner, String *name) {
    Type *type = def ? vm->types_by_kind[KIND_NATIVE_PROPERTY] : vm->member_descriptor_type;
    NativeProperty *property = heap_allocate(vm->heap, sizeof *property, KIND_NATIVE_PROPERTY, type);
    property->def = def;
    property->owner = owner;
    property->name = name;
    return object_value(property);
}

static void add_methods(Vm *vm, Type *type, const TypeDef *def) {
    for (const NativeDef *method = def->methods; method && method->name; method++)
        dict_set_c(vm, type->namespace, method->name, native_function_new(vm, method, type, NULL));
    for (const NativePropertyDef *property = def->properties; property && property->name; property++) {
        String *name = string_intern_c(vm, property->name);
        dict_set_string(vm, type->namespace, name, native_property_new(vm, property, type, name));
    }
    if (def->has_attributes)
        dict_set_string(vm, type->namespace, vm->names.dict,
                        native_property_new(vm, &instance_dict_def, type, vm->names.dict));
}

static void define(Vm *vm, Type *type, const char *name, const char *module, const TypeDef *def, Type *base) {
    type->name = type->qualname = string_intern_c(vm, name);
    if (module || !type->module)
        type->module = string_intern_c(vm, module ? module : "builtins");
    if (!type->namespace)
        type->namespace = dict_new_stable(vm);
    set_bases(vm, type, base);
    type->native_base = type;
    type->def = def;
    type->flags |= TYPE_NATIVE | (base ? base->flags & TYPE_EXCEPTION : 0) | (def ? def->flags : 0);
    type->solid_base = base && !changes_struct(def, base) ? base->solid_base : type;
    type->instance_kind = def ? (uint8_t)def->kind : base ? base->instance_kind : KIND_INSTANCE;
    type->layout = def && def->layout ? def->layout : base ? base->layout : NULL;
    type->instance_size = def && def->size ? (uint32_t)def->size : base ? base->instance_size : 0;
    bool has_attributes = def && def->has_attributes;
    type->attributes_offset = has_attributes ? sizeof(Obj) : base ? base->attributes_offset : 0;
    bool shaped = type->attributes_offset || type->flags & TYPE_SIDE_ATTRIBUTES;
    if ((shaped || type->instance_kind == KIND_INSTANCE) && !type->root_shape)
        type->root_shape = shape_new_root(vm, type);
    if (base)
        add_subclass(base, type);
    type_add_operations(vm, type);
    if (def)
        add_methods(vm, type, def);
    if (def && def->doc)
        dict_set_string(vm, type->namespace, vm->names.doc, string_value(vm, def->doc));
    vm->type_epoch++;
    type_refresh(vm, type);
}

Type *type_new_named(Vm *vm, const char *name, const char *module, const TypeDef *def, Type *base) {
    Type *metatype = vm->types_by_kind[KIND_TYPE];
    Type *type = heap_allocate(vm->heap, sizeof *type, KIND_TYPE, metatype);
    define(vm, type, name, module, def, base);
    return type;
}

Type *type_new_native(Vm *vm, const TypeDef *def, Type *base) {
    Type *type = type_new_named(vm, def->name, def->module, def, base ? base : vm->object_type);
    if (type->flags & TYPE_DOTTED_NAME)
        type_name_with_module(vm, type);
    return type;
}

void type_name_with_module(Vm *vm, Type *type) {
    heap_write_barrier(vm->heap, type);
    type->shown_name = string_format(vm, "%S.%S", type->module, type->name);
    type->flags |= TYPE_DOTTED_NAME;
}

void type_define(Vm *vm, Type *type, const TypeDef *def) {
    Type *base = type->bases->count > 0 ? AS(Type, type->bases->items[0]) : NULL;
    define(vm, type, def->name, def->module, def, base);
}

void type_define_core(Vm *vm, ObjectKind kind, const TypeDef *def) {
    type_define(vm, vm->types_by_kind[kind], def);
}

/* --- Lookup --------------------------------------------------------------------------------------- */

void type_cache_clear(Vm *vm) {
    memset(vm->type_cache, 0, sizeof vm->type_cache);
}

Value type_lookup_after(Vm *vm, const Tuple *mro, int64_t start, String *name, Dict **found_in,
                        uint32_t *slot) {
    (void)vm;
    for (int64_t i = start; i < mro->count; i++) {
        Dict *namespace = AS(Type, mro->items[i])->namespace;
        int64_t at = dict_find_slot(namespace, name);
        if (at >= 0 && namespace->entries[at].value != NOTHING) {
            *found_in = namespace;
            *slot = (uint32_t)at;
            return namespace->entries[at].value;
        }
    }
    *found_in = NULL;
    return NOTHING;
}

Value type_lookup(Vm *vm, Type *type, String *name) {
    if (!(name->head.flags & OBJ_INTERNED))
        name = string_intern(vm, name);
    uintptr_t mixed = ((uintptr_t)type >> 4) * 31 ^ ((uintptr_t)name >> 4);
    TypeCacheEntry *entry = &vm->type_cache[(mixed ^ mixed >> 10) % TYPE_CACHE_SIZE];
    if (entry->type == type && entry->name == name && entry->epoch == vm->type_epoch)
        return entry->namespace ? entry->namespace->entries[entry->slot].value : NOTHING;
    Value value = type_lookup_after(vm, type->mro, 0, name, &entry->namespace, &entry->slot);
    entry->type = type;
    entry->name = name;
    entry->epoch = vm->type_epoch;
    return value;
}

/* --- Attributes of classes ------------------------------------------------------------------------ */

/* A value that is only ever handed out as it is: replacing it by another changes nothing that anyone has
 * cached. */
static bool is_plain(Vm *vm, Value v) {
    if (!is_object(v))
        return true;
    switch (as_object(v)->kind) {
    case KIND_FUNCTION:
    case KIND_NATIVE_FUNCTION:
    case KIND_STATIC_METHOD:
    case KIND_CLASS_METHOD:
    case KIND_PROPERTY:
    case KIND_NATIVE_PROPERTY: return false;
    default: break;
    }
    const TypeOps *ops = &type_of(vm, v)->ops;
    return !ops->get && !ops->set;
}

static bool is_special_name(const String *name) {
    return name->byte_count > 4 && name->chars[0] == '_' && name->chars[1] == '_';
}

bool type_set_attribute(Vm *vm, Type *type, String *name, Value value) {
    if (!(name->head.flags & OBJ_INTERNED))
        name = string_intern(vm, name);
    if (type->flags & TYPE_NATIVE) {
        vm_raise(vm, vm->exceptions.TypeError, "cannot set '%S' attribute of immutable type '%N'", name,
                 type);
        return false;
    }
    Value old = dict_get_string(type->namespace, name);
    if (value == NOTHING) {
        if (!dict_delete_string(vm, type->namespace, name)) {
            vm_raise_about_name(vm, vm->exceptions.AttributeError, name, object_value(type),
                                "type object '%N' has no attribute '%S'", type, name);
            return false;
        }
        vm->type_epoch++;
    } else {
        dict_set_string(vm, type->namespace, name, value);
        if (old == NOTHING || !is_plain(vm, old) || !is_plain(vm, value))
            vm->type_epoch++;
    }
    if (name == vm->names.abstractmethods) {
        int abstract = value == NOTHING ? 0 : value_truth(vm, value);
        if (abstract < 0)
            return false;
        type->flags = (uint16_t)(abstract ? type->flags | TYPE_ABSTRACT : type->flags & ~TYPE_ABSTRACT);
    } else if (is_special_name(name)) {
        type_refresh(vm, type);
    }
    return true;
}

/* --- Relations ------------------------------------------------------------------------------------ */

bool type_is_subtype(const Type *type, const Type *ancestor) {
    if (type == ancestor)
        return true;
    const Tuple *mro = type->mro;
    for (int64_t i = 1; i < mro->count; i++)
        if (mro->items[i] == object_value(ancestor))
            return true;
    return false;
}

bool is_instance(Vm *vm, Value v, Type *type) {
    return type_is_subtype(type_of(vm, v), type);
}

bool is_native(Value v, const NativeLayout *layout) {
    return is_kind(v, KIND_NATIVE) && as_object(v)->type->layout == layout;
}

/* Asks a special method (__instancecheck__, __subclasscheck__) of `types`; 2: it has none of its own. */
static int ask_type(Vm *vm, Value v, Value types, String *method) {
    Type *metatype = type_of(vm, types);
    if (metatype == vm->types_by_kind[KIND_TYPE])
        return 2;
    Value found = type_lookup(vm, metatype, method);
    if (found == NOTHING || (is_kind(found, KIND_NATIVE_FUNCTION) &&
                             AS(NativeFunction, found)->owner == vm->types_by_kind[KIND_TYPE]))
        return 2;
    Value answer = vm_call_special(vm, types, method, &v, 1);
    return answer == NOTHING ? -1 : value_truth(vm, answer);
}

static int check_any(Vm *vm, Value v, Value types, int (*check)(Vm *vm, Value v, Value types)) {
    Tuple *tuple = AS(Tuple, types);
    for (int64_t i = 0; i < tuple->count; i++) {
        int result = check(vm, v, tuple->items[i]);
        if (result != 0)
            return result;
    }
    return 0;
}

int value_is_instance(Vm *vm, Value v, Value types) {
    if (is_type(types)) {
        if (type_of(vm, v) == AS(Type, types))
            return 1;
        int answer = ask_type(vm, v, types, vm->names.instancecheck);
        return answer == 2 ? is_instance(vm, v, AS(Type, types)) : answer;
    }
    if (is_tuple(types)) {
        if (!vm_enter_native(vm))
            return -1;
        return check_any(vm, v, types, value_is_instance);
    }
    int answer = ask_type(vm, v, types, vm->names.instancecheck);
    if (answer == 2) {
        vm_raise(vm, vm->exceptions.TypeError,
                 "isinstance() arg 2 must be a type, a tuple of types, or a union");
        return -1;
    }
    return answer;
}

static int check_subclass(Vm *vm, Value type, Value types) {
    if (is_type(types)) {
        int answer = ask_type(vm, type, types, vm->names.subclasscheck);
        return answer == 2 ? type_is_subtype(AS(Type, type), AS(Type, types)) : answer;
    }
    if (is_tuple(types)) {
        if (!vm_enter_native(vm))
            return -1;
        return check_any(vm, type, types, check_subclass);
    }
    int answer = ask_type(vm, type, types, vm->names.subclasscheck);
    if (answer == 2) {
        vm_raise(vm, vm->exceptions.TypeError,
                 "issubclass() arg 2 must be a class, a tuple of classes, or a union");
        return -1;
    }
    return answer;
}

int value_is_subclass(Vm *vm, Value type, Value types) {
    if (!is_type(type)) {
        vm_raise(vm, vm->exceptions.TypeError, "issubclass() arg 1 must be a class");
        return -1;
    }
    return check_subclass(vm, type, types);
}

/* --- Instances ------------------------------------------------------------------------------------ */

void *type_allocate(Vm *vm, Type *type) {
    if (type->instance_kind == KIND_INSTANCE) {
        size_t slots = type->attributes_offset ? type->slots_hint : 0;
        Instance *instance =
            heap_allocate(vm->heap, sizeof(Instance) + slots * sizeof(Value), KIND_INSTANCE, type);
        instance->attributes.shape = type->root_shape;
        instance->attributes.slots = instance->inline_slots;
        instance->head.aux = (uint32_t)slots;
        return instance;
    }
    Obj *object = heap_allocate(vm->heap, type->instance_size, type->instance_kind, type);
    if (type->attributes_offset)
        ((Attributes *)((char *)object + type->attributes_offset))->shape = type->root_shape;
    return object;
}

static bool calls_itself(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    (void)args;
    return type == vm->types_by_kind[KIND_TYPE] && argc == 1 && !keywords;
}

static bool check_instantiable(Vm *vm, Type *type) {
    if (type->flags & TYPE_NO_INSTANCES) {
        if (string_equal_c(type->module, "builtins"))
            vm_raise(vm, vm->exceptions.TypeError, "cannot create '%S' instances", type->qualname);
        else
            vm_raise(vm, vm->exceptions.TypeError, "cannot create '%S.%S' instances", type->module,
                     type->qualname);
        return false;
    }
    return true;
}

/* Calls `function` with `first` in front of the arguments. */
static Value call_with_first(Vm *vm, Value function, Value first, Value *args, int argc, Tuple *keywords) {
    Value few[8];
    Value *all = argc < 8 ? few : memory_new((size_t)argc + 1, sizeof(Value));
    all[0] = first;
    if (argc > 0)
        memcpy(all + 1, args, (size_t)argc * sizeof(Value));
    size_t mark = vm_root_mark(vm);
    vm_root(vm, first);
    Value result = vm_call(vm, function, all, argc + 1, keywords);
    vm_root_reset(vm, mark);
    if (all != few)
        free(all);
    return result;
}

static Value unwrap_static(Value v) {
    return is_kind(v, KIND_STATIC_METHOD) ? AS(MethodWrapper, v)->callable : v;
}

/* Calls an __init__ that is not native. */
static bool call_constructor(Vm *vm, Value constructor, Value instance, Value *args, int argc,
                             Tuple *keywords) {
    size_t mark = vm_root_mark(vm);
    vm_root(vm, instance);
    Value result;
    const TypeOps *ops = &type_of(vm, constructor)->ops;
    if (ops->get) {
        Value bound = ops->get(vm, constructor, instance, type_of(vm, instance));
        vm_root(vm, bound);
        result = bound == NOTHING ? NOTHING : vm_call(vm, bound, args, argc, keywords);
    } else {
        result = vm_call(vm, constructor, args, argc, keywords);
    }
    vm_root_reset(vm, mark);
    if (result == NOTHING)
        return false;
    if (result != NONE)
        vm_raise(vm, vm->exceptions.TypeError, "__init__() should return None, not '%T'", result);
    return result == NONE;
}

/* __init__ of an instance that __new__ has made, but for one that is a function of the language: *init. */
static Value initialize(Vm *vm, Type *type, Value instance, Value *args, int argc, Tuple *keywords,
                        Value *init) {
    Type *made = type_of(vm, instance);
    if (made != type && !type_is_subtype(made, type))
        return instance;
    if (made->constructor != NOTHING) {
        if (is_kind(made->constructor, KIND_FUNCTION)) {
            *init = made->constructor;
            return instance;
        }
        return call_constructor(vm, made->constructor, instance, args, argc, keywords) ? instance : NOTHING;
    }
    if (made->initialize != vm->object_type->initialize) {
        size_t mark = vm_root_mark(vm);
        vm_root(vm, instance);
        bool initialized = made->initialize(vm, instance, args, argc, keywords);
        vm_root_reset(vm, mark);
        if (!initialized)
            return NOTHING;
    }
    return instance;
}

Value type_instantiate_begin(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords, Value *init) {
    *init = NOTHING;
    Type *metatype = type->head.type;
    if (metatype != vm->types_by_kind[KIND_TYPE] &&
        metatype->ops.call != vm->types_by_kind[KIND_TYPE]->ops.call)
        return metatype->ops.call(vm, object_value(type), args, argc, keywords);
    return type_instantiate_plain(vm, type, args, argc, keywords, init);
}

Value type_instantiate_plain(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords, Value *init) {
    *init = NOTHING;
    Value instance;
    if (calls_itself(vm, type, args, argc, keywords))
        return object_value(type_of(vm, args[0]));
    if (!check_instantiable(vm, type))
        return NOTHING;
    if (type->allocator != NOTHING)
        instance =
            call_with_first(vm, unwrap_static(type->allocator), object_value(type), args, argc, keywords);
    else
        instance = type->create(vm, type, args, argc, keywords);
    return instance == NOTHING ? NOTHING : initialize(vm, type, instance, args, argc, keywords, init);
}

Value type_initialize_at_once(Vm *vm, Type *type, Value instance, Value *args, int argc) {
    Value init = NOTHING;
    instance = initialize(vm, type, instance, args, argc, NULL, &init);
    if (instance != NOTHING && init != NOTHING && !call_constructor(vm, init, instance, args, argc, NULL))
        return NOTHING;
    return instance;
}
