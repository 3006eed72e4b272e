/* The class statement: from a namespace and bases to a Type. */
#include <stdlib.h>

#include "vm/call.h"
#include "vm/dict.h"
#include "vm/function.h"
#include "vm/list.h"
#include "vm/memory.h"
#include "vm/shape.h"
#include "vm/type_slots.h"
#include "vm/variables.h"
#include "vm/vm.h"

/* --- The order of resolution (C3) ----------------------------------------------------------------- */

static bool stands_in_tail(Tuple **sequences, const int64_t *heads, int count, Value candidate) {
    for (int i = 0; i < count; i++)
        for (int64_t j = heads[i] + 1; j < sequences[i]->count; j++)
            if (sequences[i]->items[j] == candidate)
                return true;
    return false;
}

/* The first head that stands in no tail; NOTHING: the rest cannot be put in order. */
static Value next_in_order(Tuple **sequences, int64_t *heads, int count, bool *finished) {
    *finished = true;
    for (int i = 0; i < count; i++) {
        if (heads[i] >= sequences[i]->count)
            continue;
        *finished = false;
        Value candidate = sequences[i]->items[heads[i]];
        if (stands_in_tail(sequences, heads, count, candidate))
            continue;
        for (int j = 0; j < count; j++)
            if (heads[j] < sequences[j]->count && sequences[j]->items[heads[j]] == candidate)
                heads[j]++;
        return candidate;
    }
    return NOTHING;
}

static void raise_no_order(Vm *vm, Tuple **sequences, const int64_t *heads, int count) {
    StringBuilder names;
    builder_init(&names);
    Value listed[64];
    int listed_count = 0;
    for (int i = 0; i < count; i++) {
        if (heads[i] >= sequences[i]->count)
            continue;
        Value head = sequences[i]->items[heads[i]];
        bool seen = false;
        for (int j = 0; j < listed_count; j++)
            seen = seen || listed[j] == head;
        if (seen || listed_count == 64)
            continue;
        builder_format(vm, &names, listed_count ? ", %N" : "%N", AS(Type, head));
        listed[listed_count++] = head;
    }
    builder_add_char(&names, '\0');
    vm_raise(vm, vm->exceptions.TypeError,
             "Cannot create a consistent method resolution\norder (MRO) for bases %s", names.chars);
    builder_free(&names);
}

static Tuple *linearize(Vm *vm, Type *type, Tuple *bases) {
    for (int64_t i = 0; i < bases->count; i++)
        for (int64_t j = 0; j < i; j++)
            if (bases->items[j] == bases->items[i]) {
                vm_raise(vm, vm->exceptions.TypeError, "duplicate base class %N", AS(Type, bases->items[i]));
                return NULL;
            }
    int count = (int)bases->count + 1;
    Tuple **sequences = memory_new_zeroed((size_t)count, sizeof *sequences);
    int64_t *heads = memory_new_zeroed((size_t)count, sizeof *heads);
    for (int i = 0; i < count - 1; i++)
        sequences[i] = AS(Type, bases->items[i])->mro;
    sequences[count - 1] = bases;
    List *order = list_new(vm, 8);
    list_append(vm, order, object_value(type));
    bool finished;
    Value next;
    while ((next = next_in_order(sequences, heads, count, &finished)) != NOTHING)
        list_append(vm, order, next);
    if (!finished)
        raise_no_order(vm, sequences, heads, count);
    free(sequences);
    free(heads);
    return finished ? tuple_new(vm, order->items, order->count) : NULL;
}

/* --- The struct of instances ---------------------------------------------------------------------- */

static bool check_bases(Vm *vm, Tuple *bases) {
    for (int64_t i = 0; i < bases->count; i++) {
        if (!is_type(bases->items[i])) {
            vm_raise(vm, vm->exceptions.TypeError, "bases must be types");
            return false;
        }
        Type *base = AS(Type, bases->items[i]);
        if (base->flags & TYPE_FINAL) {
            if (string_equal_c(base->module, "builtins") || base->flags & TYPE_DOTTED_NAME)
                vm_raise(vm, vm->exceptions.TypeError, "type '%N' is not an acceptable base type", base);
            else
                vm_raise(vm, vm->exceptions.TypeError, "type '%S.%N' is not an acceptable base type",
                         base->module, base);
            return false;
        }
    }
    return true;
}

/* The most derived of what the bases add to the struct; all must lie on one line. */
static Type *find_solid_base(Vm *vm, Tuple *bases) {
    Type *winner = vm->object_type;
    for (int64_t i = 0; i < bases->count; i++) {
        Type *solid = AS(Type, bases->items[i])->solid_base;
        if (type_is_subtype(solid, winner)) {
            winner = solid;
        } else if (!type_is_subtype(winner, solid)) {
            vm_raise(vm, vm->exceptions.TypeError, "multiple bases have instance lay-out conflict");
            return NULL;
        }
    }
    return winner;
}

Type *type_best_base(const Type *type) {
    Type *best = AS(Type, type->bases->items[0]);
    for (int64_t i = 1; i < type->bases->count; i++) {
        Type *base = AS(Type, type->bases->items[i]);
        if (base->solid_base != best->solid_base && type_is_subtype(base->solid_base, best->solid_base))
            best = base;
    }
    return best;
}

static Type *find_native_base(Type *type, Type *solid) {
    if (!(solid->flags & TYPE_NATIVE))
        solid = solid->native_base;
    for (int64_t i = 1; i < type->mro->count; i++) {
        Type *ancestor = AS(Type, type->mro->items[i]);
        if ((ancestor->flags & TYPE_NATIVE) && type_is_subtype(ancestor, solid))
            return ancestor;
    }
    return solid;
}

/* What a script sets on a class or a module goes into its namespace. */
static bool has_namespace(const Type *type) {
    return type->instance_kind == KIND_TYPE || type->instance_kind == KIND_MODULE;
}

static bool base_has_dictionary(const Type *base) {
    if ((base->flags & TYPE_NATIVE) || has_namespace(base))
        return base->attributes_offset != 0 || has_namespace(base);
    return (base->attributes_offset || (base->flags & TYPE_SIDE_ATTRIBUTES)) &&
           !(base->flags & TYPE_HAS_SLOTS);
}

static size_t align_word(size_t size) {
    return (size + 7) & ~(size_t)7;
}

/* `any` attribute at all, or `all` names. */
static void lay_out(Vm *vm, Type *type, bool any, bool all) {
    const Type *native = type->native_base;
    type->instance_kind = native->instance_kind;
    type->layout = native->layout;
    type->instance_size = native->instance_size;
    type->attributes_offset = native->attributes_offset;
    switch (native->instance_kind) {
    case KIND_INSTANCE:
        type->instance_size = sizeof(Instance);
        type->attributes_offset = any ? offsetof(Instance, attributes) : 0;
        break;
    case KIND_SMALL_INT:
    case KIND_FLOAT:
    case KIND_FLONUM:
        type->instance_kind = KIND_BOXED;
        type->instance_size = sizeof(Boxed);
        type->attributes_offset = any ? offsetof(Boxed, attributes) : 0;
        break;
    case KIND_STRING:
    case KIND_TUPLE:
    case KIND_BYTES:
        if (any)
            type->flags |= TYPE_SIDE_ATTRIBUTES;
        break;
    case KIND_TYPE:
    case KIND_MODULE: return;
    default:
        if (!native->attributes_offset && any) {
            size_t offset = align_word(native->instance_size);
            type->attributes_offset = (uint16_t)offset;
            type->instance_size = (uint32_t)(offset + sizeof(Attributes));
        }
    }
    /* An instance has a shape even if it takes no attributes: inline caches know its class by it. */
    if (any || type->attributes_offset || type->instance_kind == KIND_INSTANCE)
        type->root_shape = shape_new_root(vm, type);
    if (any && !all)
        type->flags |= TYPE_HAS_SLOTS;
}

/* --- __slots__ ------------------------------------------------------------------------------------ */

typedef struct SlotList {
    List *names;
    bool dictionary, weak_reference;
} SlotList;

static bool is_identifier(const String *name) {
    if (name->byte_count == 0 || (name->chars[0] >= '0' && name->chars[0] <= '9'))
        return false;
    for (uint32_t i = 0; i < name->byte_count; i++) {
        unsigned char c = (unsigned char)name->chars[i];
        if (!(c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
              c >= 0x80))
            return false;
    }
    return true;
}

/* `__x` in class Spam is _Spam__x. */
static String *mangle(Vm *vm, const String *class_name, String *name) {
    if (name->byte_count < 3 || name->chars[0] != '_' || name->chars[1] != '_' ||
        (name->chars[name->byte_count - 1] == '_' && name->chars[name->byte_count - 2] == '_'))
        return name;
    const char *stripped = class_name->chars;
    while (*stripped == '_')
        stripped++;
    return *stripped ? string_format(vm, "_%s%S", stripped, name) : name;
}

/* Takes one of the special names among __slots__, which no base may have given already. */
static bool take_special_slot(Vm *vm, bool *taken, bool may, const char *complaint) {
    if (*taken || !may) {
        vm_raise(vm, vm->exceptions.TypeError, "%s", complaint);
        return false;
    }
    *taken = true;
    return true;
}

static bool has_items(const Type *type) {
    uint8_t kind = type->native_base->instance_kind;
    return kind == KIND_TUPLE || kind == KIND_SMALL_INT || kind == KIND_BYTES;
}

static bool any_base_has_dictionary(const Type *type) {
    for (int64_t i = 0; i < type->bases->count; i++)
        if (base_has_dictionary(AS(Type, type->bases->items[i])))
            return true;
    return false;
}

static bool read_slot_names(Vm *vm, Type *type, const List *items, SlotList *out) {
    Type *type_error = vm->exceptions.TypeError;
    Type *best = type_best_base(type);
    bool may_add_dictionary = !base_has_dictionary(best);
    bool may_add_weak =
        !has_items(type) &&
        type_lookup(vm, best, string_intern_c(vm, instance_weak_reference_def.name)) == NOTHING;
    for (int64_t i = 0; i < items->count; i++) {
        if (!is_string(items->items[i])) {
            vm_raise(vm, type_error, "__slots__ items must be strings, not '%T'", items->items[i]);
            return false;
        }
        String *name = string_intern(vm, AS(String, items->items[i]));
        if (!is_identifier(name)) {
            vm_raise(vm, type_error, "__slots__ must be identifiers");
            return false;
        }
        if (name == vm->names.dict) {
            if (!take_special_slot(vm, &out->dictionary, may_add_dictionary,
                                   "__dict__ slot disallowed: we already got one"))
                return false;
            continue;
        }
        if (string_equal_c(name, "__weakref__")) {
            if (!take_special_slot(vm, &out->weak_reference, may_add_weak,
                                   "__weakref__ slot disallowed: either we already got one, or "
                                   "__itemsize__ != 0"))
                return false;
            continue;
        }
        name = string_intern(vm, mangle(vm, type->name, name));
        if (dict_get_string(type->namespace, name) != NOTHING) {
            vm_raise(vm, vm->exceptions.ValueError, "'%S' in __slots__ conflicts with class variable", name);
            return false;
        }
        list_append(vm, out->names, object_value(name));
    }
    return true;
}

/* Reads __slots__, before anything else of the class is known but its bases. */
static bool read_slots(Vm *vm, Type *type, SlotList *out) {
    *out = (SlotList){.names = list_new(vm, 0), .dictionary = true, .weak_reference = true};
    vm_root(vm, object_value(out->names));
    Value slots = dict_get_string(type->namespace, vm->names.slots);
    if (slots == NOTHING)
        return true;
    List *items = is_string(slots) ? list_from(vm, &slots, 1) : list_from_iterable(vm, slots);
    if (!items)
        return false;
    if (items->count > 0 && has_items(type)) {
        vm_raise(vm, vm->exceptions.TypeError, "nonempty __slots__ not supported for subtype of '%N'",
                 type_best_base(type));
        return false;
    }
    out->dictionary = out->weak_reference = false;
    return read_slot_names(vm, type, items, out);
}

static void add_members(Vm *vm, Type *type, const List *names) {
    for (int64_t i = 0; i < names->count; i++) {
        String *name = AS(String, names->items[i]);
        dict_set_string(vm, type->namespace, name, native_property_new(vm, NULL, type, name));
    }
}

static void add_property(Vm *vm, Type *type, const NativePropertyDef *def) {
    String *name = string_intern_c(vm, def->name);
    if (dict_get_string(type->namespace, name) == NOTHING)
        dict_set_string(vm, type->namespace, name, native_property_new(vm, def, type, name));
}

/* Instances whose struct varies in size have no room for what weak references need. */
static bool may_be_referenced_weakly(Vm *vm, Type *type) {
    switch (type->native_base->instance_kind) {
    case KIND_TUPLE:
    case KIND_SMALL_INT:
    case KIND_BYTES:
    case KIND_SET:
    case KIND_FROZENSET: return false;
    default: return type_lookup(vm, type, string_intern_c(vm, instance_weak_reference_def.name)) == NOTHING;
    }
}

static void find_layout(Vm *vm, Type *type, const SlotList *slots) {
    bool any = false, had_dictionary = any_base_has_dictionary(type);
    for (int64_t i = 0; i < type->bases->count; i++) {
        const Type *base = AS(Type, type->bases->items[i]);
        any = any || base->attributes_offset || (base->flags & TYPE_SIDE_ATTRIBUTES);
    }
    bool own_slots = slots->names->count > 0, all = had_dictionary || slots->dictionary;
    lay_out(vm, type, any || all || own_slots, all);
    add_members(vm, type, slots->names);
    if (slots->dictionary && !had_dictionary)
        add_property(vm, type, &instance_dict_def);
    if (slots->weak_reference && may_be_referenced_weakly(vm, type))
        add_property(vm, type, &instance_weak_reference_def);
    if (own_slots)
        type->solid_base = type;
}

/* --- The namespace -------------------------------------------------------------------------------- */

static bool take_qualname(Vm *vm, Type *type) {
    Value qualname = dict_get_string(type->namespace, vm->names.qualname);
    type->qualname = type->name;
    if (qualname == NOTHING)
        return true;
    if (!is_string(qualname)) {
        vm_raise(vm, vm->exceptions.TypeError, "type __qualname__ must be a str, not %T", qualname);
        return false;
    }
    type->qualname = AS(String, qualname);
    dict_delete_string(vm, type->namespace, vm->names.qualname);
    return true;
}

/* The module is that of the code which runs the class statement, or calls type(). */
static void set_module(Vm *vm, Type *type) {
    Value module = dict_get_string(type->namespace, vm->names.module);
    if (module == NOTHING && vm->thread->frame && vm->thread->frame->code->globals)
        module = dict_get_string(vm->thread->frame->code->globals, vm->names.name);
    if (module == NOTHING)
        module = object_value(string_intern_c(vm, "builtins"));
    dict_set_string(vm, type->namespace, vm->names.module, module);
    type->module = is_string(module) ? AS(String, module) : vm->names.main;
}

static void wrap_method(Vm *vm, Type *type, String *name, ObjectKind kind) {
    Value function = dict_get_string(type->namespace, name);
    if (!is_kind(function, KIND_FUNCTION))
        return;
    MethodWrapper *wrapper = heap_allocate(vm->heap, sizeof *wrapper, kind, vm->types_by_kind[kind]);
    wrapper->callable = function;
    dict_set_string(vm, type->namespace, name, object_value(wrapper));
}

static void complete_namespace(Vm *vm, Type *type) {
    Dict *namespace = type->namespace;
    if (dict_get_string(namespace, vm->names.doc) == NOTHING)
        dict_set_string(vm, namespace, vm->names.doc, NONE);
    if (dict_get_string(namespace, vm->names.eq) != NOTHING &&
        dict_get_string(namespace, vm->names.hash) == NOTHING)
        dict_set_string(vm, namespace, vm->names.hash, NONE);
    wrap_method(vm, type, vm->names.new_, KIND_STATIC_METHOD);
    wrap_method(vm, type, vm->names.init_subclass, KIND_CLASS_METHOD);
    wrap_method(vm, type, vm->names.class_getitem, KIND_CLASS_METHOD);
    Value cell = dict_get_string(namespace, vm->names.classcell);
    if (is_kind(cell, KIND_CELL)) {
        AS(Cell, cell)->value = object_value(type);
        dict_delete_string(vm, namespace, vm->names.classcell);
    }
}

/* --- What the class's parts are told -------------------------------------------------------------- */

static void wrap_set_name_error(Vm *vm, Type *type, Value value, Value name) {
    Value cause = vm_take_exception(vm);
    vm_root(vm, cause);
    vm_raise(vm, vm->exceptions.RuntimeError, "Error calling __set_name__ on '%T' instance %R in '%N'", value,
             name, type);
    Exception *exception = AS(Exception, vm->thread->exception);
    exception->cause = exception->context = cause;
    exception->suppress_context = true;
}

static bool tell_names(Vm *vm, Type *type) {
    Dict *snapshot = dict_copy(vm, type->namespace);
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(snapshot));
    bool ok = true;
    uint32_t position = 0;
    DictEntry *entry;
    while (ok && (entry = dict_next(snapshot, &position))) {
        Value value = entry->value;
        if (is_kind(value, KIND_PROPERTY))
            AS(Property, value)->name = entry->key;
        if (!is_object(value) || type_lookup(vm, as_object(value)->type, vm->names.set_name) == NOTHING)
            continue;
        Value args[2] = {object_value(type), entry->key};
        Value result = vm_call_special(vm, value, vm->names.set_name, args, 2);
        if (result == NOTHING) {
            ok = false;
            wrap_set_name_error(vm, type, value, args[1]);
        }
    }
    vm_root_reset(vm, mark);
    return ok;
}

/* super(type, type).__init_subclass__(**keywords) */
static bool tell_parent(Vm *vm, Type *type, Dict *keywords) {
    Dict *found_in;
    uint32_t slot;
    Value method = type_lookup_after(vm, type->mro, 1, vm->names.init_subclass, &found_in, &slot);
    if (method == NOTHING)
        return true;
    int count = keywords ? (int)keywords->count : 0;
    if (count == 0 && is_kind(method, KIND_NATIVE_FUNCTION))
        return true;
    Value bound = descriptor_get(vm, method, NOTHING, type);
    if (bound == NOTHING)
        return false;
    size_t mark = vm_root_mark(vm);
    vm_root(vm, bound);
    Tuple *names = tuple_new(vm, NULL, count);
    List *values = list_new(vm, count);
    vm_root(vm, object_value(names));
    vm_root(vm, object_value(values));
    uint32_t position = 0;
    for (int i = 0; i < count; i++) {
        DictEntry *entry = dict_next(keywords, &position);
        names->items[i] = entry->key;
        list_append(vm, values, entry->value);
    }
    Value result = vm_call(vm, bound, values->items, count, count ? names : NULL);
    vm_root_reset(vm, mark);
    return result != NOTHING;
}

/* --- Making the type ------------------------------------------------------------------------------ */

static bool build(Vm *vm, Type *type) {
    if (!check_bases(vm, type->bases))
        return false;
    type->solid_base = find_solid_base(vm, type->bases);
    if (!type->solid_base)
        return false;
    type->native_base = find_native_base(type, type->solid_base); /* as far as its bases tell */
    SlotList slots;
    if (!read_slots(vm, type, &slots))
        return false;
    set_module(vm, type);
    if (!take_qualname(vm, type))
        return false;
    Tuple *order = linearize(vm, type, type->bases);
    if (!order)
        return false;
    type->mro = order;
    type->native_base = find_native_base(type, type->solid_base);
    type->flags = 0;
    for (int64_t i = 0; i < type->bases->count; i++)
        type->flags |= AS(Type, type->bases->items[i])->flags & TYPE_EXCEPTION;
    find_layout(vm, type, &slots);
    return true;
}

Type *type_new_class_of(Vm *vm, Type *metatype, String *name, Tuple *bases, Dict *namespace, Dict *keywords) {
    Type *type = heap_allocate(vm->heap, sizeof *type, KIND_TYPE, metatype);
    if (bases->count == 0)
        bases = tuple_of(vm, 1, object_value(vm->object_type));
    type->name = string_intern(vm, name);
    type->bases = bases;
    type->namespace = namespace;
    type->mro = vm->empty_tuple;
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(type));
    vm_root(vm, keywords ? object_value(keywords) : NONE);
    bool ok = build(vm, type);
    if (ok) {
        complete_namespace(vm, type);
        type_register(type);
        vm->type_epoch++;
        type_refresh(vm, type);
        ok = tell_names(vm, type) && tell_parent(vm, type, keywords);
    }
    vm_root_reset(vm, mark);
    return ok ? type : NULL;
}

/* Of `first` and the types of all bases, the one that derives from all the others; NULL: raised. */
static Type *most_derived_metatype(Vm *vm, Type *first, Tuple *bases) {
    Type *winner = first;
    for (int64_t i = 0; i < bases->count; i++) {
        Type *metatype = type_of(vm, bases->items[i]);
        if (type_is_subtype(winner, metatype))
            continue;
        if (!type_is_subtype(metatype, winner)) {
            vm_raise(
                vm, vm->exceptions.TypeError,
                "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of "
                "the metaclasses of all its bases");
            return NULL;
        }
        winner = metatype;
    }
    return winner;
}

Type *type_new_class(Vm *vm, String *name, Tuple *bases, Dict *namespace, Dict *keywords) {
    Type *metatype = most_derived_metatype(vm, vm->types_by_kind[KIND_TYPE], bases);
    return metatype ? type_new_class_of(vm, metatype, name, bases, namespace, keywords) : NULL;
}

/* --- The class statement -------------------------------------------------------------------------- */

/* Replaces bases that are not types by what their __mro_entries__ says; NULL: raised. */
static Tuple *resolve_bases(Vm *vm, Tuple *bases) {
    bool changed = false;
    List *resolved = list_new(vm, bases->count);
    vm_root(vm, object_value(resolved));
    for (int64_t i = 0; i < bases->count; i++) {
        Value base = bases->items[i];
        Value method = is_type(base) ? NOTHING : value_find_attribute(vm, base, vm->names.mro_entries);
        if (method == NOTHING) {
            if (vm_has_exception(vm))
                return NULL;
            list_append(vm, resolved, base);
            continue;
        }
        Value entries = vm_call1(vm, method, object_value(bases));
        if (entries == NOTHING)
            return NULL;
        if (!is_tuple(entries)) {
            vm_raise(vm, vm->exceptions.TypeError, "__mro_entries__ must return a tuple");
            return NULL;
        }
        changed = true;
        for (int64_t j = 0; j < AS(Tuple, entries)->count; j++)
            list_append(vm, resolved, AS(Tuple, entries)->items[j]);
    }
    return changed ? tuple_new(vm, resolved->items, resolved->count) : bases;
}

/* The namespace for the class body: a fresh one, or what the metaclass prepares. */
static Dict *prepare_namespace(Vm *vm, Value metatype, String *name, Tuple *bases, Value *values, int count,
                               Tuple *names) {
    if (metatype == object_value(vm->types_by_kind[KIND_TYPE]))
        return dict_new_stable(vm);
    Value method = value_find_attribute(vm, metatype, vm->names.prepare);
    if (method == NOTHING)
        return vm_has_exception(vm) ? NULL : dict_new_stable(vm);
    if (is_kind(method, KIND_NATIVE_FUNCTION))
        return dict_new_stable(vm);
    vm_root(vm, method);
    Value *args = memory_new_zeroed((size_t)count + 2, sizeof(Value));
    args[0] = object_value(name);
    args[1] = object_value(bases);
    values_copy(args + 2, values, (size_t)count);
    Value prepared = vm_call(vm, method, args, count + 2, names);
    free(args);
    if (prepared == NOTHING)
        return NULL;
    if (!is_dict(prepared)) {
        vm_raise(vm, vm->exceptions.TypeError,
                 "%N.__prepare__() must return a mapping that is a dict, not %T",
                 is_type(metatype) ? AS(Type, metatype) : type_of(vm, metatype), prepared);
        return NULL;
    }
    return AS(Dict, prepared);
}

typedef struct ClassStatement {
    String *name;
    Tuple *bases;
    Value metatype;
    Value *values; /* of the keywords but for metaclass= */
    Tuple *names;  /* theirs; NULL: none */
    int count;
} ClassStatement;

static bool find_metatype(Vm *vm, ClassStatement *statement) {
    if (statement->metatype == NOTHING)
        statement->metatype = object_value(statement->bases->count ? type_of(vm, statement->bases->items[0])
                                                                   : vm->types_by_kind[KIND_TYPE]);
    if (!is_type(statement->metatype) ||
        !type_is_subtype(AS(Type, statement->metatype), vm->types_by_kind[KIND_TYPE]))
        return true;
    Type *winner = most_derived_metatype(vm, AS(Type, statement->metatype), statement->bases);
    if (winner)
        statement->metatype = object_value(winner);
    return winner != NULL;
}

static Value make_class(Vm *vm, ClassStatement *statement, Dict *namespace) {
    if (statement->metatype == object_value(vm->types_by_kind[KIND_TYPE])) {
        Dict *keywords = NULL;
        if (statement->count) {
            keywords = dict_new(vm);
            for (int i = 0; i < statement->count; i++)
                dict_set_string(vm, keywords, AS(String, statement->names->items[i]), statement->values[i]);
        }
        Type *type = type_new_class_of(vm, vm->types_by_kind[KIND_TYPE], statement->name, statement->bases,
                                       namespace, keywords);
        return type ? object_value(type) : NOTHING;
    }
    Value *args = memory_new_zeroed((size_t)statement->count + 3, sizeof(Value));
    args[0] = object_value(statement->name);
    args[1] = object_value(statement->bases);
    args[2] = object_value(namespace);
    values_copy(args + 3, statement->values, (size_t)statement->count);
    Value result = vm_call(vm, statement->metatype, args, statement->count + 3, statement->names);
    free(args);
    return result;
}

static Value run_statement(Vm *vm, ClassStatement *statement, Value body, Tuple *original_bases) {
    if (!find_metatype(vm, statement))
        return NOTHING;
    vm_root(vm, statement->metatype);
    Dict *namespace = prepare_namespace(vm, statement->metatype, statement->name, statement->bases,
                                        statement->values, statement->count, statement->names);
    if (!namespace)
        return NOTHING;
    vm_root(vm, object_value(namespace));
    if (vm_call1(vm, body, object_value(namespace)) == NOTHING)
        return NOTHING;
    if (statement->bases != original_bases &&
        !class_name_store(vm, namespace, vm->names.orig_bases, object_value(original_bases)))
        return NOTHING;
    Value cell = dict_get_string(namespace, vm->names.classcell);
    vm_root(vm, cell);
    Value result = make_class(vm, statement, namespace);
    if (is_type(result) && is_kind(cell, KIND_CELL) && AS(Cell, cell)->value == NOTHING)
        AS(Cell, cell)->value = result;
    return result;
}

Value type_build_class(Vm *vm, Value *args, int argc, Tuple *keywords) {
    int keyword_count = keywords ? (int)keywords->count : 0;
    int base_count = argc - keyword_count - 2;
    size_t mark = vm_root_mark(vm);
    for (int i = 0; i < argc; i++)
        vm_root(vm, args[i]);
    ClassStatement statement = {.name = AS(String, args[1]), .metatype = NOTHING};
    Tuple *original_bases = tuple_new(vm, args + 2, base_count);
    vm_root(vm, object_value(original_bases));
    Value *values = memory_new_zeroed((size_t)keyword_count + 1, sizeof(Value));
    List *names = list_new(vm, keyword_count);
    for (int i = 0; i < keyword_count; i++) {
        Value value = args[2 + base_count + i];
        if (string_equal(AS(String, keywords->items[i]), vm->names.metaclass)) {
            statement.metatype = value;
            continue;
        }
        values[statement.count++] = value;
        list_append(vm, names, keywords->items[i]);
    }
    statement.values = values;
    statement.names = statement.count ? tuple_new(vm, names->items, names->count) : NULL;
    vm_root(vm, statement.names ? object_value(statement.names) : NONE);
    statement.bases = resolve_bases(vm, original_bases);
    Value result = NOTHING;
    if (statement.bases) {
        vm_root(vm, object_value(statement.bases));
        result = run_statement(vm, &statement, args[0], original_bases);
    }
    free(values);
    vm_root_reset(vm, mark);
    return result;
}

static Value build_class_closure(Vm *vm, NativeFunction *callee, Value *args, int argc, Tuple *keywords) {
    (void)callee;
    return type_build_class(vm, args, argc, keywords);
}

Value class_builder_new(Vm *vm) {
    static const NativeDef def = {"__build_class__", NULL, 2, -1, NATIVE_RAW, NULL};
    return native_closure_new(vm, &def, NULL, build_class_closure, NOTHING);
}
