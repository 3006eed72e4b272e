#include "vm/callback_text.h"

#include "vm/dict.h"

enum { LONGEST_OTHER = 30, LONGEST_INTEGER = 40, MOST_ITEMS = 6, MOST_PAIRS = 4, DEEPEST = 6 };

static void write_shortened(const char *chars, size_t count, size_t longest, StringBuilder *out) {
    size_t length = utf8_length(chars, count);
    if (length <= longest) {
        builder_add_chars(out, chars, count);
        return;
    }
    size_t head = (longest - 3) / 2, tail = longest - 3 - head;
    const char *at = chars;
    for (size_t i = 0; i < head; i++)
        utf8_decode(&at);
    builder_add_chars(out, chars, (size_t)(at - chars));
    builder_add_c(out, "...");
    for (size_t i = head; i < length - tail; i++)
        utf8_decode(&at);
    builder_add_chars(out, at, (size_t)(chars + count - at));
}

static void write_value(Vm *vm, Value v, int depth, StringBuilder *out);

static void write_items(Vm *vm, const Value *items, int64_t count, int depth, StringBuilder *out) {
    for (int64_t i = 0; i < count; i++) {
        if (i > 0)
            builder_add_c(out, ", ");
        if (i == MOST_ITEMS) {
            builder_add_c(out, "...");
            return;
        }
        write_value(vm, items[i], depth - 1, out);
    }
}

static void write_dict(Vm *vm, const Dict *dict, int depth, StringBuilder *out) {
    builder_add_char(out, '{');
    uint32_t position = 0;
    int written = 0;
    for (DictEntry *entry; (entry = dict_next(dict, &position)); written++) {
        if (written > 0)
            builder_add_c(out, ", ");
        if (written == MOST_PAIRS) {
            builder_add_c(out, "...");
            break;
        }
        Value value = entry->value;
        write_value(vm, entry->key, depth - 1, out);
        builder_add_c(out, ": ");
        write_value(vm, value, depth - 1, out);
    }
    builder_add_char(out, '}');
}

static void write_value(Vm *vm, Value v, int depth, StringBuilder *out) {
    bool is_exact = is_object(v) && as_object(v)->type == vm->types_by_kind[as_object(v)->kind];
    if (is_exact && (is_list(v) || is_tuple(v))) {
        int64_t count = is_list(v) ? AS(List, v)->count : AS(Tuple, v)->count;
        builder_add_char(out, is_list(v) ? '[' : '(');
        if (depth <= 0 && count > 0)
            builder_add_c(out, "...");
        else
            write_items(vm, is_list(v) ? AS(List, v)->items : AS(Tuple, v)->items, count, depth, out);
        builder_add_c(out, is_list(v) ? "]" : count == 1 ? ",)" : ")");
        return;
    }
    if (is_exact && is_dict(v)) {
        write_dict(vm, AS(Dict, v), depth, out);
        return;
    }
    StringBuilder text;
    builder_init(&text);
    builder_format(vm, &text, "%R", v);
    write_shortened(text.chars, text.count, value_is_integer(v) ? LONGEST_INTEGER : LONGEST_OTHER, out);
    builder_free(&text);
}

void short_repr_write(Vm *vm, Value v, StringBuilder *out) {
    size_t mark = vm_root_mark(vm);
    vm_root(vm, v);
    write_value(vm, v, DEEPEST, out);
    vm_root_reset(vm, mark);
}

static Value attribute(Vm *vm, Value object, const char *name) {
    Value v = value_find_attribute(vm, object, string_intern_c(vm, name));
    if (v == NOTHING)
        vm_clear_exception(vm);
    return v;
}

static void write_arguments(Vm *vm, const Tuple *arguments, const Dict *keywords, StringBuilder *out) {
    builder_add_char(out, '(');
    bool first = true;
    for (int64_t i = 0; arguments && i < arguments->count; i++) {
        if (!first)
            builder_add_c(out, ", ");
        first = false;
        short_repr_write(vm, arguments->items[i], out);
    }
    uint32_t position = 0;
    for (DictEntry *entry; keywords && (entry = dict_next(keywords, &position));) {
        if (!first)
            builder_add_c(out, ", ");
        first = false;
        builder_format(vm, out, "%V=", entry->key);
        short_repr_write(vm, entry->value, out);
    }
    builder_add_char(out, ')');
}

static bool is_partial(Vm *vm, Value v) {
    return is_object(v) && string_equal_c(type_of(vm, v)->name, "partial");
}

Value partial_target(Vm *vm, Value v) {
    while (is_partial(vm, v))
        v = attribute(vm, v, "func");
    return v;
}

/* The name of what is called in the end, with the arguments that partials hold before those of the call. */
static void write_call(Vm *vm, Value callback, const Tuple *arguments, const Dict *keywords,
                       StringBuilder *out) {
    if (is_partial(vm, callback)) {
        Value function = attribute(vm, callback, "func"), held = attribute(vm, callback, "args"),
              held_keywords = attribute(vm, callback, "keywords");
        write_call(vm, function, is_tuple(held) ? AS(Tuple, held) : NULL,
                   is_dict(held_keywords) ? AS(Dict, held_keywords) : NULL, out);
        write_arguments(vm, arguments, keywords, out);
        return;
    }
    Value name = attribute(vm, callback, "__qualname__");
    if (!is_string(name))
        name = attribute(vm, callback, "__name__");
    builder_format(vm, out, is_string(name) ? "%V" : "%R", is_string(name) ? name : callback);
    write_arguments(vm, arguments, keywords, out);
}

void callback_write(Vm *vm, Value callback, Tuple *arguments, StringBuilder *out) {
    size_t mark = vm_root_mark(vm);
    vm_root(vm, callback);
    if (arguments)
        vm_root(vm, object_value(arguments));
    write_call(vm, callback, arguments, NULL, out);
    callback = partial_target(vm, callback);
    if (is_kind(callback, KIND_FUNCTION)) {
        Code *code = AS(Function, callback)->code;
        builder_format(vm, out, " at %S:%d", code->file_name, (int)code->first_line);
    }
    vm_root_reset(vm, mark);
}
