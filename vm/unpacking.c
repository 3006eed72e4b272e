#include "vm/unpacking.h"

#include "vm/dict.h"
#include "vm/list.h"
#include "vm/set.h"

static Value unpack_iterator(Vm *vm, Value source) {
    Type *type = type_of(vm, source);
    if (!type->ops.iter && !type->ops.get_item)
        return vm_raise(vm, vm->exceptions.TypeError, "cannot unpack non-iterable %T object", source);
    return value_iter(vm, source);
}

bool unpack_exactly(Vm *vm, Value source, Value *target, int count) {
    if (is_list(source) || is_tuple(source)) {
        int64_t length = is_list(source) ? AS(List, source)->count : AS(Tuple, source)->count;
        if (length == count) {
            memmove(target, is_list(source) ? AS(List, source)->items : AS(Tuple, source)->items,
                    (size_t)count * sizeof(Value));
            return true;
        }
    }
    Value iterator = unpack_iterator(vm, source);
    if (iterator == NOTHING)
        return false;
    size_t mark = vm_root_mark(vm);
    vm_root(vm, iterator);
    bool ok = true;
    for (int i = 0; ok && i < count; i++) {
        Value item = value_next(vm, iterator);
        if (item == NOTHING) {
            if (!vm_has_exception(vm))
                vm_raise(vm, vm->exceptions.ValueError, "not enough values to unpack (expected %d, got %d)",
                         count, i);
            ok = false;
        } else {
            vm_root(vm, item); /* the targets may be variables: they change together, or not at all */
        }
    }
    if (ok) {
        if (value_next(vm, iterator) != NOTHING)
            vm_raise(vm, vm->exceptions.ValueError, "too many values to unpack (expected %d)", count);
        ok = !vm_has_exception(vm);
    }
    if (ok)
        values_copy(target, vm->thread->roots + mark + 1, (size_t)count);
    vm_root_reset(vm, mark);
    return ok;
}

bool unpack_star(Vm *vm, Value source, Value *target, int before, int after) {
    Value iterator = unpack_iterator(vm, source);
    if (iterator == NOTHING)
        return false;
    size_t mark = vm_root_mark(vm);
    vm_root(vm, iterator);
    List *all = list_new(vm, before + after);
    vm_root(vm, object_value(all));
    Value item = NOTHING;
    while (all->count < before && (item = value_next(vm, iterator)) != NOTHING)
        list_append(vm, all, item);
    bool ok = all->count < before ? !vm_has_exception(vm) : list_extend(vm, all, iterator);
    vm_root_reset(vm, mark);
    if (!ok)
        return false;
    if (all->count < before + after) {
        vm_raise(vm, vm->exceptions.ValueError, "not enough values to unpack (expected at least %d, got %d)",
                 before + after, (int)all->count);
        return false;
    }
    int64_t middle = all->count - before - after;
    values_copy(target, all->items, (size_t)before);
    target[before] = object_value(list_from(vm, all->items + before, middle));
    values_copy(target + before + 1, all->items + before + middle, (size_t)after);
    return true;
}

bool spread_items(Vm *vm, List *list, Value source) {
    Type *type = type_of(vm, source);
    if (!type->ops.iter && !type->ops.get_item) {
        vm_raise(vm, vm->exceptions.TypeError, "Value after * must be an iterable, not %T", source);
        return false;
    }
    return list_extend(vm, list, source);
}

/* "f()" or "m.f()": how error messages name what is called. */
static Value callee_text(Vm *vm, Value callee) {
    if (is_kind(callee, KIND_BOUND_METHOD))
        callee = AS(BoundMethod, callee)->callable;
    StringBuilder text;
    builder_init(&text);
    if (is_kind(callee, KIND_FUNCTION)) {
        Function *function = AS(Function, callee);
        if (is_string(function->module))
            builder_format(vm, &text, "%S.", AS(String, function->module));
        builder_format(vm, &text, "%S()", function->qualname);
    } else if (is_kind(callee, KIND_TYPE)) {
        Type *type = AS(Type, callee);
        if (type->module && !(type->flags & TYPE_NATIVE))
            builder_format(vm, &text, "%S.", type->module);
        builder_format(vm, &text, "%S()", type->qualname);
    } else if (is_kind(callee, KIND_NATIVE_FUNCTION)) {
        builder_format(vm, &text, "%s()", AS(NativeFunction, callee)->def->name);
    } else {
        builder_format(vm, &text, "%T object", callee);
    }
    return builder_finish(vm, &text);
}

Value arguments_tuple(Vm *vm, Value source, Value callee) {
    Type *type = type_of(vm, source);
    if (type == vm->types_by_kind[KIND_TUPLE])
        return source;
    if (!type->ops.iter && !type->ops.get_item)
        return vm_raise(vm, vm->exceptions.TypeError, "%V argument after * must be an iterable, not %T",
                        callee_text(vm, callee), source);
    Tuple *tuple = tuple_from_iterable(vm, source);
    return tuple ? object_value(tuple) : NOTHING;
}

bool spread_mapping(Vm *vm, Dict *dict, Value source) {
    if (!is_dict(source) && value_find_attribute(vm, source, vm->names.keys) == NOTHING) {
        if (!vm_has_exception(vm))
            vm_raise(vm, vm->exceptions.TypeError, "'%T' object is not a mapping", source);
        return false;
    }
    return dict_update(vm, dict, source);
}

bool spread_keywords(Vm *vm, Dict *dict, Value source, Value callee) {
    if (!is_dict(source)) {
        if (value_find_attribute(vm, source, vm->names.keys) == NOTHING) {
            if (!vm_has_exception(vm))
                vm_raise(vm, vm->exceptions.TypeError, "%V argument after ** must be a mapping, not %T",
                         callee_text(vm, callee), source);
            return false;
        }
        Dict *copy = dict_new(vm);
        size_t mark = vm_root_mark(vm);
        vm_root(vm, object_value(copy));
        bool ok = dict_update(vm, copy, source);
        vm_root_reset(vm, mark);
        if (!ok)
            return false;
        source = object_value(copy);
    }
    uint32_t position = 0;
    for (DictEntry *entry; (entry = dict_next(AS(Dict, source), &position));) {
        if (!is_string(entry->key))
            continue;
        String *name = string_intern(vm, AS(String, entry->key));
        if (dict_get_string(dict, name) != NOTHING) {
            vm_raise(vm, vm->exceptions.TypeError, "%V got multiple values for keyword argument '%S'",
                     callee_text(vm, callee), name);
            return false;
        }
        dict_set_string(vm, dict, name, entry->value);
    }
    position = 0;
    for (DictEntry *entry; (entry = dict_next(AS(Dict, source), &position));) {
        if (!is_string(entry->key)) {
            vm_raise(vm, vm->exceptions.TypeError, "keywords must be strings");
            return false;
        }
    }
    return true;
}

CallOutcome call_spread(Vm *vm, Value *registers, bool has_keywords, Frame **pushed) {
    Tuple *positional = AS(Tuple, registers[1]);
    Dict *named = has_keywords ? AS(Dict, registers[2]) : NULL;
    if (!named || named->count == 0)
        return call_begin(vm, registers[0], positional->items, (int)positional->count, NULL,
                          RETURN_TO_REGISTER, registers, pushed);
    /* The convention wants values and names apart. The names' tuple and the joined arguments are kept alive
     * by the registers that spread them. */
    int64_t count = positional->count + named->count;
    Tuple *arguments = tuple_new(vm, NULL, count);
    Tuple *keywords = tuple_new(vm, NULL, named->count);
    values_copy(arguments->items, positional->items, (size_t)positional->count);
    uint32_t position = 0;
    int64_t n = 0;
    for (DictEntry *entry; (entry = dict_next(named, &position)); n++) {
        keywords->items[n] = entry->key;
        arguments->items[positional->count + n] = entry->value;
    }
    registers[1] = object_value(arguments);
    registers[2] = object_value(keywords);
    return call_begin(vm, registers[0], arguments->items, (int)count, keywords, RETURN_TO_REGISTER, registers,
                      pushed);
}

Value set_from_registers(Vm *vm, const Value *items, int count) {
    Set *set = set_new(vm);
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(set));
    bool ok = true;
    for (int i = 0; ok && i < count; i++)
        ok = set_add(vm, set, items[i]);
    vm_root_reset(vm, mark);
    return ok ? object_value(set) : NOTHING;
}

Value dict_from_registers(Vm *vm, const Value *pairs, int count) {
    Dict *dict = dict_new(vm);
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(dict));
    bool ok = true;
    for (int i = 0; ok && i < count; i++)
        ok = dict_set(vm, dict, pairs[2 * i], pairs[2 * i + 1]);
    vm_root_reset(vm, mark);
    return ok ? object_value(dict) : NOTHING;
}
