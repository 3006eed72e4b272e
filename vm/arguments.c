/* Binding the arguments of a call to the parameters of a script function, and saying what is wrong with them.
 */
#include "vm/call.h"
#include "vm/dict.h"
#include "vm/function.h"
#include "vm/list.h"
#include "vm/vm.h"

static bool raise_text(Vm *vm, const Function *function, StringBuilder *text) {
    builder_add_char(text, '\0');
    vm_raise(vm, vm->exceptions.TypeError, "%S() %s", function->qualname, text->chars);
    builder_free(text);
    return false;
}

/* --- Too few -------------------------------------------------------------------------------------- */

/* "'a'", "'a' and 'b'", "'a', 'b', and 'c'" */
static void add_names(Vm *vm, StringBuilder *text, String *const *names, int count) {
    for (int i = 0; i < count; i++) {
        if (i > 0)
            builder_add_c(text, i < count - 1 ? ", " : count == 2 ? " and " : ", and ");
        builder_format(vm, text, "'%S'", names[i]);
    }
}

/* The parameters [start, end) that have no value are missing. */
static bool raise_missing(Vm *vm, const Function *function, const Value *registers, int start, int end,
                          const char *kind) {
    String *missing[256];
    int count = 0;
    for (int i = start; i < end && count < 256; i++)
        if (registers[i] == NOTHING)
            missing[count++] = function->code->local_names[i];
    StringBuilder text;
    builder_init(&text);
    builder_format(vm, &text, "missing %d required %s argument%s: ", count, kind, count == 1 ? "" : "s");
    add_names(vm, &text, missing, count);
    return raise_text(vm, function, &text);
}

/* --- Too many ------------------------------------------------------------------------------------- */

static bool raise_too_many(Vm *vm, const Function *function, const Value *registers, int given) {
    const Code *code = function->code;
    int keyword_only = 0;
    for (int i = 0; i < code->keyword_only_count; i++)
        if (registers[code->positional_count + i] != NOTHING)
            keyword_only++;
    int defaults = function->defaults ? (int)function->defaults->count : 0;
    int most = code->positional_count;
    StringBuilder text;
    builder_init(&text);
    if (defaults)
        builder_format(vm, &text, "takes from %d to %d positional arguments but %d", most - defaults, most,
                       given);
    else
        builder_format(vm, &text, "takes %d positional argument%s but %d", most, most == 1 ? "" : "s", given);
    if (keyword_only)
        builder_format(vm, &text, " positional argument%s (and %d keyword-only argument%s)",
                       given == 1 ? "" : "s", keyword_only, keyword_only == 1 ? "" : "s");
    builder_add_c(&text, given == 1 && !keyword_only ? " was given" : " were given");
    return raise_text(vm, function, &text);
}

/* --- Keywords ------------------------------------------------------------------------------------- */

static int find_parameter(const Code *code, String *name, int start, int end) {
    for (int i = start; i < end; i++)
        if (code->local_names[i] == name)
            return i;
    for (int i = start; i < end; i++)
        if (string_equal(code->local_names[i], name))
            return i;
    return -1;
}

static bool raise_unknown_keyword(Vm *vm, const Function *function, const Tuple *keywords, String *name) {
    const Code *code = function->code;
    StringBuilder text;
    builder_init(&text);
    int count = 0;
    for (int i = 0; i < code->positional_only_count; i++)
        for (int64_t j = 0; j < keywords->count; j++)
            if (string_equal(code->local_names[i], AS(String, keywords->items[j])))
                builder_format(vm, &text, "%s%S", count++ ? ", " : "", code->local_names[i]);
    if (count == 0) {
        builder_format(vm, &text, "got an unexpected keyword argument '%S'", name);
        return raise_text(vm, function, &text);
    }
    StringBuilder all;
    builder_init(&all);
    builder_add_c(&all, "got some positional-only arguments passed as keyword arguments: '");
    builder_add_chars(&all, text.chars, text.count);
    builder_add_char(&all, '\'');
    builder_free(&text);
    return raise_text(vm, function, &all);
}

static bool bind_keywords(Vm *vm, const Function *function, Value *registers, const Value *values,
                          const Tuple *keywords) {
    const Code *code = function->code;
    int named_end = code->positional_count + code->keyword_only_count;
    Dict *others = NULL;
    if (code->flags & CODE_VARKEYWORDS)
        others = AS(Dict, registers[code->parameter_count - 1]);
    for (int64_t i = 0; i < keywords->count; i++) {
        if (!is_string(keywords->items[i])) {
            vm_raise(vm, vm->exceptions.TypeError, "%S() keywords must be strings", function->qualname);
            return false;
        }
        String *name = AS(String, keywords->items[i]);
        int index = find_parameter(code, name, code->positional_only_count, named_end);
        if (index < 0) {
            if (!others)
                return raise_unknown_keyword(vm, function, keywords, name);
            dict_set_string(vm, others, name, values[i]);
        } else if (registers[index] != NOTHING) {
            vm_raise(vm, vm->exceptions.TypeError, "%S() got multiple values for argument '%S'",
                     function->qualname, name);
            return false;
        } else {
            registers[index] = values[i];
        }
    }
    return true;
}

/* --- Defaults ------------------------------------------------------------------------------------- */

static bool fill_positional(Vm *vm, const Function *function, Value *registers, int given) {
    int count = function->code->positional_count;
    int defaults = function->defaults ? (int)function->defaults->count : 0;
    int required = count - defaults;
    for (int i = given; i < required; i++)
        if (registers[i] == NOTHING)
            return raise_missing(vm, function, registers, 0, required, "positional");
    for (int i = given > required ? given : required; i < count; i++)
        if (registers[i] == NOTHING)
            registers[i] = function->defaults->items[i - required];
    return true;
}

static bool fill_keyword_only(Vm *vm, const Function *function, Value *registers) {
    const Code *code = function->code;
    int start = code->positional_count, end = start + code->keyword_only_count;
    bool missing = false;
    for (int i = start; i < end; i++) {
        if (registers[i] == NOTHING && function->keyword_defaults)
            registers[i] = dict_get_string(function->keyword_defaults, code->local_names[i]);
        missing = missing || registers[i] == NOTHING;
    }
    return !missing || raise_missing(vm, function, registers, start, end, "keyword-only");
}

bool function_bind_arguments(Vm *vm, Function *function, Value *registers, const Value *args, int argc,
                             Tuple *keywords) {
    const Code *code = function->code;
    int count = code->positional_count;
    if (code->flags & CODE_CLASS_BODY) {
        registers[0] = args[0]; /* its namespace */
        return true;
    }
    int given = argc - (keywords ? (int)keywords->count : 0);
    int taken = given < count ? given : count;
    for (int i = 0; i < taken; i++)
        registers[i] = args[i];
    for (int i = taken; i < code->parameter_count; i++)
        registers[i] = NOTHING;
    int rest = count + code->keyword_only_count;
    if (code->flags & CODE_VARARGS)
        registers[rest++] = object_value(tuple_new(vm, args + taken, given - taken));
    if (code->flags & CODE_VARKEYWORDS)
        registers[rest] = object_value(dict_new(vm));
    if (keywords && !bind_keywords(vm, function, registers, args + given, keywords))
        return false;
    if (given > count && !(code->flags & CODE_VARARGS))
        return raise_too_many(vm, function, registers, given);
    if (given < count && !fill_positional(vm, function, registers, given))
        return false;
    return code->keyword_only_count == 0 || fill_keyword_only(vm, function, registers);
}
