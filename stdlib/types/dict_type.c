/* dict. */
#include "stdlib/arguments.h"
#include "stdlib/types/dict_views.h"
#include "stdlib/types/sequences.h"
#include "stdlib/types/types.h"
#include "vm/call.h"
#include "vm/dict.h"
#include "vm/list.h"

static Value dict_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    (void)args, (void)argc, (void)keywords;
    return object_value(type_allocate(vm, type));
}

/* dict.update(positional, **keywords) for arguments as a call gives them. */
static bool dict_update_arguments(Vm *vm, const char *name, Dict *dict, Value *args, int argc,
                                  Tuple *keywords) {
    int keyword_count = keywords == NULL ? 0 : (int)keywords->count;
    int positional = argc - keyword_count;
    if (!arguments_check_positional(vm, name, positional, NULL, 0, 1))
        return false;
    if (positional == 1 && !dict_update(vm, dict, args[0]))
        return false;
    for (int i = 0; i < keyword_count; i++)
        dict_set_string(vm, dict, AS(String, keywords->items[i]), args[positional + i]);
    return true;
}

static bool dict_initialize(Vm *vm, Value self, Value *args, int argc, Tuple *keywords) {
    return dict_update_arguments(vm, "dict", AS(Dict, self), args, argc, keywords);
}

static Value dict_repr(Vm *vm, Value self) {
    Dict *dict = AS(Dict, self);
    if (dict->count == 0)
        return string_value(vm, "{}");
    int entered = repr_enter(vm, self);
    if (entered <= 0)
        return entered < 0 ? NOTHING : string_value(vm, "{...}");
    StringBuilder out;
    builder_init(&out);
    builder_add_char(&out, '{');
    uint32_t position = 0;
    DictEntry *entry;
    bool fine = true;
    while (fine && (entry = dict_next(dict, &position)) != NULL) {
        if (out.count > 1)
            builder_add_chars(&out, ", ", 2);
        Value value = entry->value;
        size_t roots = vm_root_mark(vm);
        vm_root(vm, entry->key);
        vm_root(vm, value);
        Value text = value_repr(vm, entry->key);
        if (text != NOTHING) {
            builder_add_string(&out, AS(String, text));
            builder_add_chars(&out, ": ", 2);
            text = value_repr(vm, value);
            if (text != NOTHING)
                builder_add_string(&out, AS(String, text));
        }
        fine = text != NOTHING;
        vm_root_reset(vm, roots);
    }
    repr_leave(self);
    if (!fine) {
        builder_free(&out);
        return NOTHING;
    }
    builder_add_char(&out, '}');
    return builder_finish(vm, &out);
}

static int64_t dict_len(Vm *vm, Value self) {
    (void)vm;
    return AS(Dict, self)->count;
}

static int dict_truth(Vm *vm, Value self) {
    (void)vm;
    return AS(Dict, self)->count != 0;
}

/* 1: equal; 0; -1: raised. */
static int dict_equal(Vm *vm, Dict *a, Dict *b) {
    if (a->count != b->count)
        return 0;
    if (!vm_enter_native(vm))
        return -1;
    uint32_t position = 0;
    DictEntry *entry;
    while ((entry = dict_next(a, &position)) != NULL) {
        bool raised = false;
        size_t roots = vm_root_mark(vm);
        Value value = entry->value;
        vm_root(vm, entry->key);
        vm_root(vm, value);
        DictEntry *other = dict_find(vm, b, entry->key, entry->hash, &raised);
        int equal = raised ? -1 : 0;
        if (other != NULL) {
            vm_root(vm, other->value);
            equal = value_equal(vm, value, other->value);
        }
        vm_root_reset(vm, roots);
        if (equal <= 0)
            return equal;
    }
    return 1;
}

static Value dict_compare(Vm *vm, Comparison op, Value left, Value right) {
    if (!is_dict(left) || !is_dict(right) || (op != CMP_EQ && op != CMP_NE))
        return NOT_IMPLEMENTED;
    int equal = left == right ? 1 : dict_equal(vm, AS(Dict, left), AS(Dict, right));
    return equal < 0 ? NOTHING : bool_value(equal == (op == CMP_EQ));
}

static Value dict_get_item(Vm *vm, Value self, Value key) {
    Value value = dict_get(vm, AS(Dict, self), key);
    if (value != NOTHING || vm_has_exception(vm))
        return value;
    if (as_object(self)->type != vm->types_by_kind[KIND_DICT]) {
        value = vm_call_special(vm, self, vm->names.missing, &key, 1);
        if (value != NOTHING || vm_has_exception(vm))
            return value;
    }
    return vm_raise_argument(vm, vm->exceptions.KeyError, key);
}

static bool dict_set_item(Vm *vm, Value self, Value key, Value value) {
    if (value != NOTHING)
        return dict_set(vm, AS(Dict, self), key, value);
    int deleted = dict_delete(vm, AS(Dict, self), key);
    if (deleted == 0)
        vm_raise_argument(vm, vm->exceptions.KeyError, key);
    return deleted > 0;
}

static int dict_contains_key(Vm *vm, Value self, Value key) {
    return dict_contains(vm, AS(Dict, self), key);
}

static Value dict_iter(Vm *vm, Value self) {
    return dict_iterator_new(vm, AS(Dict, self), DICT_KEYS);
}

static Value dict_binary(Vm *vm, BinaryOperator op, Value left, Value right) {
    if (op != BINARY_OR || !is_dict(left) || !is_dict(right))
        return NOT_IMPLEMENTED;
    Dict *result = dict_copy(vm, AS(Dict, left));
    size_t roots = vm_root_mark(vm);
    vm_root(vm, object_value(result));
    bool fine = dict_update(vm, result, right);
    vm_root_reset(vm, roots);
    return fine ? object_value(result) : NOTHING;
}

static Value dict_in_place(Vm *vm, BinaryOperator op, Value left, Value right) {
    if (op != BINARY_OR)
        return NOT_IMPLEMENTED;
    return dict_update(vm, AS(Dict, left), right) ? left : NOTHING;
}

/* --- Methods -------------------------------------------------------------------------------------- */

static Value dict_method_clear(Vm *vm, Value *args, int argc) {
    (void)argc;
    dict_clear(vm, AS(Dict, args[0]));
    return NONE;
}

static Value dict_method_copy(Vm *vm, Value *args, int argc) {
    (void)argc;
    return object_value(dict_copy(vm, AS(Dict, args[0])));
}

static Value dict_method_get(Vm *vm, Value *args, int argc) {
    Value value = dict_get(vm, AS(Dict, args[0]), args[1]);
    if (value != NOTHING || vm_has_exception(vm))
        return value;
    return argc > 2 ? args[2] : NONE;
}

static Value dict_method_setdefault(Vm *vm, Value *args, int argc) {
    return dict_set_default(vm, AS(Dict, args[0]), args[1], argc > 2 ? args[2] : NONE);
}

static Value dict_method_pop(Vm *vm, Value *args, int argc) {
    Value value = dict_pop(vm, AS(Dict, args[0]), args[1]);
    if (value != NOTHING || vm_has_exception(vm))
        return value;
    return argc > 2 ? args[2] : vm_raise_argument(vm, vm->exceptions.KeyError, args[1]);
}

static Value dict_method_popitem(Vm *vm, Value *args, int argc) {
    (void)argc;
    DictEntry entry;
    if (!dict_pop_last(vm, AS(Dict, args[0]), &entry))
        return vm_raise(vm, vm->exceptions.KeyError, "popitem(): dictionary is empty");
    return object_value(tuple_of(vm, 2, entry.key, entry.value));
}

/* Natively: [self], the other keywords, then all positional arguments. */
static Value dict_method_update(Vm *vm, Value *args, int argc) {
    Dict *dict = AS(Dict, args[0]);
    if (!arguments_check_positional(vm, "update", argc - 2, NULL, 0, 1))
        return NOTHING;
    if (argc > 2 && !dict_update(vm, dict, args[2]))
        return NOTHING;
    if (args[1] != NOTHING && !dict_update(vm, dict, args[1]))
        return NOTHING;
    return NONE;
}

static Value dict_method_fromkeys(Vm *vm, Value *args, int argc) {
    Value value = argc > 2 ? args[2] : NONE;
    Type *type = AS(Type, args[0]);
    bool plain = type == vm->types_by_kind[KIND_DICT];
    size_t roots = vm_root_mark(vm);
    Value result = plain ? object_value(dict_new(vm)) : vm_call0(vm, args[0]);
    vm_root(vm, result);
    Value iterator = result == NOTHING ? NOTHING : value_iter(vm, args[1]);
    vm_root(vm, iterator);
    bool fine = iterator != NOTHING;
    while (fine) {
        Value key = value_next(vm, iterator);
        if (key == NOTHING)
            break;
        size_t item_roots = vm_root_mark(vm);
        vm_root(vm, key);
        fine = plain ? dict_set(vm, AS(Dict, result), key, value) : value_set_item(vm, result, key, value);
        vm_root_reset(vm, item_roots);
    }
    vm_root_reset(vm, roots);
    return fine && !vm_has_exception(vm) ? result : NOTHING;
}

static Value dict_method_keys(Vm *vm, Value *args, int argc) {
    (void)argc;
    return dict_view_new(vm, AS(Dict, args[0]), DICT_KEYS);
}

static Value dict_method_values(Vm *vm, Value *args, int argc) {
    (void)argc;
    return dict_view_new(vm, AS(Dict, args[0]), DICT_VALUES);
}

static Value dict_method_items(Vm *vm, Value *args, int argc) {
    (void)argc;
    return dict_view_new(vm, AS(Dict, args[0]), DICT_ITEMS);
}

static Value dict_method_reversed(Vm *vm, Value *args, int argc) {
    (void)argc;
    return dict_part_iterator_new(vm, AS(Dict, args[0]), DICT_KEYS, true);
}

static const NativeDef dict_methods[] = {
    {"clear", dict_method_clear, 1, 1, 0, NULL},
    {"copy", dict_method_copy, 1, 1, 0, NULL},
    {"fromkeys", dict_method_fromkeys, 2, 3, NATIVE_CLASS, NULL},
    {"get", dict_method_get, 2, 3, 0, NULL},
    {"items", dict_method_items, 1, 1, 0, NULL},
    {"keys", dict_method_keys, 1, 1, 0, NULL},
    {"pop", dict_method_pop, 2, 3, 0, NULL},
    {"popitem", dict_method_popitem, 1, 1, 0, NULL},
    {"setdefault", dict_method_setdefault, 2, 3, 0, NULL},
    {"update", dict_method_update, 1, -1, NATIVE_ANY_KEYWORDS, "*"},
    {"values", dict_method_values, 1, 1, 0, NULL},
    {"__reversed__", dict_method_reversed, 1, 1, 0, NULL},
    {"__class_getitem__", generic_alias_method, 2, 2, NATIVE_CLASS, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

static const TypeDef dict_def = {
    .name = "dict",
    .doc = "dict(mapping or pairs, **names): values by key, in the order in which the keys came.",
    .kind = KIND_DICT,
    .size = sizeof(Dict),
    .ops =
        {
            .repr = dict_repr,
            .truth = dict_truth,
            .compare = dict_compare,
            .len = dict_len,
            .get_item = dict_get_item,
            .set_item = dict_set_item,
            .contains = dict_contains_key,
            .iter = dict_iter,
            .binary = dict_binary,
            .in_place = dict_in_place,
        },
    .create = dict_create,
    .initialize = dict_initialize,
    .methods = dict_methods,
};

void dict_type_setup(Vm *vm) {
    type_define_core(vm, KIND_DICT, &dict_def);
}
