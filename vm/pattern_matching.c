#include "vm/pattern_matching.h"

#include "vm/call.h"
#include "vm/dict.h"
#include "vm/list.h"

/* Does its class, or one it is made from, say that instances match patterns of this kind? The classes
 * Sequence and Mapping of collections.abc do. */
static bool declares(Vm *vm, Value subject, const char *kind) {
    Value declared = type_lookup(vm, type_of(vm, subject), string_intern_c(vm, "_abc_pattern"));
    return declared != NOTHING && is_string(declared) && string_equal_c(AS(String, declared), kind);
}

static bool has_native_flag(Value subject, unsigned flag) {
    return is_object(subject) && as_object(subject)->type->native_base &&
           as_object(subject)->type->native_base->flags & flag;
}

int pattern_is_sequence(Vm *vm, Value subject, int count, bool at_least) {
    bool is_sequence = is_list(subject) || is_tuple(subject) || is_kind(subject, KIND_RANGE) ||
                       has_native_flag(subject, TYPE_SEQUENCE) || declares(vm, subject, "sequence");
    if (!is_sequence)
        return 0;
    int64_t length = value_length(vm, subject);
    if (length < 0)
        return -1;
    return at_least ? length >= count : length == count;
}

/* Keys that are attributes of something may turn out equal. */
static bool has_duplicates(Vm *vm, Tuple *keys) {
    for (int64_t i = 0; i < keys->count; i++) {
        for (int64_t j = 0; j < i; j++) {
            int equal = value_equal(vm, keys->items[i], keys->items[j]);
            if (equal > 0)
                vm_raise(vm, vm->exceptions.ValueError, "mapping pattern checks duplicate key (%R)",
                         keys->items[i]);
            if (equal != 0)
                return true;
        }
    }
    return false;
}

/* The value of a key, by the method get(); `absent`: there is none. */
static Value get_from_mapping(Vm *vm, Value subject, Value key, Value absent) {
    if (type_of(vm, subject) == vm->types_by_kind[KIND_DICT]) {
        Value value = dict_get(vm, AS(Dict, subject), key);
        return value == NOTHING && !vm_has_exception(vm) ? absent : value;
    }
    Value get = value_get_attribute(vm, subject, string_intern_c(vm, "get"));
    return get == NOTHING ? NOTHING : vm_call(vm, get, (Value[]){key, absent}, 2, NULL);
}

int pattern_match_mapping(Vm *vm, Value subject, Tuple *keys, Value *values) {
    if (!is_dict(subject) && !has_native_flag(subject, TYPE_MAPPING) && !declares(vm, subject, "mapping"))
        return 0;
    int64_t length = value_length(vm, subject);
    if (length < keys->count)
        return length < 0 ? -1 : 0;
    if (has_duplicates(vm, keys))
        return -1;
    size_t mark = vm_root_mark(vm);
    Value absent = object_value(list_new(vm, 0)); /* like nothing else */
    vm_root(vm, absent);
    for (int64_t i = 0; i < keys->count; i++) {
        Value value = get_from_mapping(vm, subject, keys->items[i], absent);
        if (value == NOTHING || value == absent) {
            vm_root_reset(vm, mark);
            return value == NOTHING ? -1 : 0;
        }
        vm_root(vm, value);
    }
    *values = object_value(tuple_new(vm, vm->thread->roots + mark + 1, keys->count));
    vm_root_reset(vm, mark);
    return 1;
}

/* The types whose one positional sub-pattern is matched against the subject itself. */
static bool matches_itself(Vm *vm, const Type *class) {
    static const uint8_t kinds[] = {KIND_BOOL,   KIND_BYTES,     KIND_BYTEARRAY, KIND_DICT,
                                    KIND_FLONUM, KIND_FROZENSET, KIND_SMALL_INT, KIND_LIST,
                                    KIND_SET,    KIND_STRING,    KIND_TUPLE};
    for (size_t i = 0; i < sizeof kinds; i++) {
        if (type_is_subtype(class, vm->types_by_kind[kinds[i]]))
            return true;
    }
    return false;
}

/* Adds the subject's attribute to the roots: 1, 0 (it has none of this name), -1. */
static int take_attribute(Vm *vm, Value subject, String *name) {
    Value value = value_find_attribute(vm, subject, name);
    if (value == NOTHING)
        return vm_has_exception(vm) ? -1 : 0;
    vm_root(vm, value);
    return 1;
}

static int raise_too_many(Vm *vm, const Type *class, int allowed, int given) {
    vm_raise(vm, vm->exceptions.TypeError, "%S() accepts %d positional sub-pattern%s (%d given)", class->name,
             allowed, allowed == 1 ? "" : "s", given);
    return -1;
}

static bool is_among(const Value *names, int64_t count, String *name) {
    for (int64_t i = 0; i < count; i++) {
        if (string_equal(AS(String, names[i]), name))
            return true;
    }
    return false;
}

static int take_positional(Vm *vm, Value subject, Type *class, int count, Tuple *names) {
    Value arguments = type_lookup(vm, class, string_intern_c(vm, "__match_args__"));
    if (arguments == NOTHING) {
        if (!matches_itself(vm, class))
            return raise_too_many(vm, class, 0, count);
        if (count > 1)
            return raise_too_many(vm, class, 1, count);
        vm_root(vm, subject);
        return 1;
    }
    if (!is_tuple(arguments)) {
        vm_raise(vm, vm->exceptions.TypeError, "%S.__match_args__ must be a tuple (got %T)", class->name,
                 arguments);
        return -1;
    }
    Tuple *tuple = AS(Tuple, arguments);
    if (count > tuple->count)
        return raise_too_many(vm, class, (int)tuple->count, count);
    for (int i = 0; i < count; i++) {
        if (!is_string(tuple->items[i])) {
            vm_raise(vm, vm->exceptions.TypeError, "__match_args__ elements must be strings (got %T)",
                     tuple->items[i]);
            return -1;
        }
        String *name = AS(String, tuple->items[i]);
        if (is_among(tuple->items, i, name) || is_among(names->items, names->count, name)) {
            vm_raise(vm, vm->exceptions.TypeError, "%S() got multiple sub-patterns for attribute %R",
                     class->name, tuple->items[i]);
            return -1;
        }
        int found = take_attribute(vm, subject, name);
        if (found <= 0)
            return found;
    }
    return 1;
}

int pattern_match_class(Vm *vm, Value subject, Value class, int positional, Tuple *names, Value *values) {
    if (!is_type(class)) {
        vm_raise(vm, vm->exceptions.TypeError, "called match pattern must be a type");
        return -1;
    }
    int matches = value_is_instance(vm, subject, class);
    if (matches <= 0)
        return matches;
    size_t mark = vm_root_mark(vm);
    if (positional > 0)
        matches = take_positional(vm, subject, AS(Type, class), positional, names);
    for (int64_t i = 0; matches > 0 && i < names->count; i++)
        matches = take_attribute(vm, subject, AS(String, names->items[i]));
    if (matches > 0)
        *values = object_value(tuple_new(vm, vm->thread->roots + mark, positional + names->count));
    vm_root_reset(vm, mark);
    return matches;
}
