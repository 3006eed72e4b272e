#include "stdlib/arguments.h"

const char *argument_type_name(Vm *vm, Value v) {
    return v == NONE ? "None" : type_name(vm, v);
}

bool arguments_check_search(Vm *vm, const char *name, int argc) {
    int given = argc - 1;
    if (given >= 1 && given <= 3)
        return true;
    vm_raise(vm, vm->exceptions.TypeError, "%s() takes at %s argument%s (%d given)", name,
             given < 1 ? "least 1" : "most 3", given < 1 ? "" : "s", given);
    return false;
}

bool arguments_check_positional(Vm *vm, const char *name, int argc, Tuple *keywords, int min, int max) {
    Type *type_error = vm->exceptions.TypeError;
    if (keywords != NULL && keywords->count != 0) {
        vm_raise(vm, type_error, "%s() takes no keyword arguments", name);
        return false;
    }
    if (argc >= min && argc <= max)
        return true;
    int limit = argc < min ? min : max;
    const char *bound = min == max ? "" : argc < min ? "at least " : "at most ";
    vm_raise(vm, type_error, "%s expected %s%d argument%s, got %d", name, bound, limit, limit == 1 ? "" : "s",
             argc);
    return false;
}

int arguments_check_new(Vm *vm, const char *name, const Type *type, int argc, Tuple *keywords, int min,
                        int max) {
    int positional = argc - (keywords == NULL ? 0 : (int)keywords->count);
    Tuple *refused = type->constructor == NOTHING ? keywords : NULL;
    return arguments_check_positional(vm, name, positional, refused, min, max) ? positional : -1;
}

/* The index of a keyword among the comma-separated names, or -1. */
static int find_parameter(const char *parameters, const String *keyword) {
    int index = 0;
    for (const char *at = parameters;; index++) {
        size_t length = strcspn(at, ",");
        if (length == keyword->byte_count && memcmp(at, keyword->chars, length) == 0)
            return index;
        if (at[length] == '\0')
            return -1;
        at += length + 1;
    }
}

static int count_parameters(const char *parameters) {
    int count = 1;
    for (const char *at = parameters; *at != '\0'; at++)
        count += *at == ',';
    return count;
}

bool arguments_bind(Vm *vm, const char *name, const char *parameters, int positional_only, int required,
                    const Value *args, int argc, Tuple *keywords, Value *out) {
    Type *type_error = vm->exceptions.TypeError;
    int max = count_parameters(parameters);
    int keyword_count = keywords == NULL ? 0 : (int)keywords->count;
    int positional = argc - keyword_count;
    if (argc > max) {
        vm_raise(vm, type_error, "%s() takes at most %d %sargument%s (%d given)", name, max,
                 positional == 0 ? "keyword " : "", max == 1 ? "" : "s", argc);
        return false;
    }
    for (int i = 0; i < max; i++)
        out[i] = i < positional ? args[i] : NOTHING;
    for (int i = 0; i < keyword_count; i++) {
        String *keyword = AS(String, keywords->items[i]);
        int index = find_parameter(parameters, keyword);
        if (index < positional_only) {
            vm_raise(vm, type_error, "'%S' is an invalid keyword argument for %s()", keyword, name);
            return false;
        }
        if (out[index] != NOTHING) {
            vm_raise(vm, type_error, "argument for %s() given by name ('%S') and position (%d)", name,
                     keyword, index + 1);
            return false;
        }
        out[index] = args[positional + i];
    }
    for (int i = 0; i < required; i++) {
        if (out[i] != NOTHING)
            continue;
        const char *at = parameters;
        for (int skipped = 0; skipped < i; skipped++)
            at = strchr(at, ',') + 1;
        String *missing = string_new(vm, at, strcspn(at, ","));
        vm_raise(vm, type_error, "%s() missing required argument '%S' (pos %d)", name, missing, i + 1);
        return false;
    }
    return true;
}

/* Counts self. */
static bool raise_too_many(Vm *vm, const char *name, int required, int max, int positional) {
    StringBuilder text;
    builder_init(&text);
    builder_format(vm, &text, "%s() takes ", name);
    if (required < max)
        builder_format(vm, &text, "from %d to ", required + 1);
    builder_format(vm, &text, "%d positional argument%s but %d were given", max + 1, max == 0 ? "" : "s",
                   positional + 1);
    vm_raise_argument(vm, vm->exceptions.TypeError, builder_finish(vm, &text));
    return false;
}

static bool raise_missing(Vm *vm, const char *name, const char *parameters, int required,
                          const Value *given) {
    StringBuilder names;
    builder_init(&names);
    int missing = 0, left = 0;
    for (int i = 0; i < required; i++)
        left += given[i] == NOTHING;
    for (int i = 0; i < required; i++, parameters += strcspn(parameters, ",") + 1) {
        if (given[i] != NOTHING)
            continue;
        if (missing++ > 0)
            builder_add_c(&names, missing < left ? ", " : left > 2 ? ", and " : " and ");
        builder_add_char(&names, '\'');
        builder_add_chars(&names, parameters, strcspn(parameters, ","));
        builder_add_char(&names, '\'');
    }
    vm_raise(vm, vm->exceptions.TypeError, "%s() missing %d required positional argument%s: %V", name,
             missing, missing == 1 ? "" : "s", builder_finish(vm, &names));
    return false;
}

bool arguments_bind_initializer(Vm *vm, const char *name, const char *parameters, int required,
                                const Value *args, int argc, Tuple *keywords, Value *out) {
    Type *type_error = vm->exceptions.TypeError;
    int max = count_parameters(parameters);
    int keyword_count = keywords == NULL ? 0 : (int)keywords->count;
    int positional = argc - keyword_count;
    for (int i = 0; i < max; i++)
        out[i] = i < positional ? args[i] : NOTHING;
    for (int i = 0; i < keyword_count; i++) {
        String *keyword = AS(String, keywords->items[i]);
        int index = find_parameter(parameters, keyword);
        if (index < 0 || out[index] != NOTHING) {
            vm_raise(vm, type_error,
                     index < 0 ? "%s() got an unexpected keyword argument '%S'"
                               : "%s() got multiple values for argument '%S'",
                     name, keyword);
            return false;
        }
        out[index] = args[positional + i];
    }
    if (positional > max)
        return raise_too_many(vm, name, required, max, positional);
    for (int i = 0; i < required; i++)
        if (out[i] == NOTHING)
            return raise_missing(vm, name, parameters, required, out);
    return true;
}
