#include "vm/native.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "vm/dict.h"
#include "vm/function.h"
#include "vm/list.h"
#include "vm/memory.h"
#include "vm/vm.h"

enum {
    MOST_PADDED = 12,
    NEVER_PLAIN = INT32_MAX, /* a plain_min */
};

/* --- Declarations of parameters ------------------------------------------------------------------- */

/* Walks "a,b,/,c,*,d": the next entry from *at, its length; NULL at the end. */
static const char *next_entry(const char **at, size_t *length) {
    const char *start = *at;
    if (!start || !*start)
        return NULL;
    const char *end = strchrnul(start, ',');
    *length = (size_t)(end - start);
    *at = *end ? end + 1 : end;
    return start;
}

static bool is_mark(const char *entry, size_t length, char mark) {
    return length == 1 && *entry == mark;
}

/* How many of the counted positional arguments are not the caller's own doing. */
static int hidden_arguments(const NativeFunction *callee) {
    return callee->owner && !(callee->def->flags & NATIVE_STATIC) ? 1 : 0;
}

static void count_parameters(NativeFunction *function) {
    const char *at = function->def->keywords, *entry;
    size_t length;
    unsigned count = 0;
    bool star_seen = false;
    while ((entry = next_entry(&at, &length))) {
        if (is_mark(entry, length, '/')) {
            function->positional_only_count = (uint8_t)count;
        } else if (is_mark(entry, length, '*')) {
            function->positional_count = (uint8_t)count;
            star_seen = true;
        } else {
            count++;
        }
    }
    function->parameter_count = (uint8_t)count;
    if (!star_seen)
        function->positional_count = (uint8_t)count;
}

/* Which calls need no binding. */
static void find_plain_calls(NativeFunction *function) {
    const NativeDef *def = function->def;
    int self_count = hidden_arguments(function);
    int padded = function->parameter_count + self_count;
    int most = def->keywords ? function->positional_count + self_count : def->max < 0 ? INT32_MAX : def->max;
    bool needs_binding = def->flags & (NATIVE_ANY_KEYWORDS | NATIVE_RAW) || most < def->min ||
                         (def->keywords && (def->max < 0 || padded > MOST_PADDED));
    function->plain_min = needs_binding ? NEVER_PLAIN : def->min;
    function->plain_more = needs_binding ? 0 : (uint32_t)(most - def->min);
    function->plain_padded = def->keywords && !needs_binding ? (uint8_t)padded : 0;
}

/* The plain call with the fewest arguments gives way to a resume. */
static void find_resume(NativeFunction *function) {
    function->resume_count = -1;
    if (!(function->def->flags & NATIVE_RESUMES))
        return;
    function->resume_count = function->plain_min;
    function->resumed_kind = (uint8_t)(function->owner ? function->owner->instance_kind : KIND_GENERATOR);
    function->plain_min = function->plain_more ? function->plain_min + 1 : NEVER_PLAIN;
    function->plain_more = function->plain_more ? function->plain_more - 1 : 0;
}

static Type *shown_type(Vm *vm, const NativeDef *def, const Type *owner) {
    if (!owner || (def->flags & NATIVE_STATIC))
        return vm->types_by_kind[KIND_NATIVE_FUNCTION];
    return def->flags & NATIVE_OPERATION ? vm->wrapper_descriptor_type : vm->method_descriptor_type;
}

Value native_function_new(Vm *vm, const NativeDef *def, Type *owner, String *module) {
    Type *type = shown_type(vm, def, owner);
    NativeFunction *function = heap_allocate(vm->heap, sizeof *function, KIND_NATIVE_FUNCTION, type);
    function->def = def;
    function->owner = owner;
    function->module = module;
    count_parameters(function);
    find_plain_calls(function);
    find_resume(function);
    return object_value(function);
}

Value native_closure_new(Vm *vm, const NativeDef *def, Type *owner, NativeClosurePointer closure,
                         Value extra) {
    Value function = native_function_new(vm, def, owner, NULL);
    AS(NativeFunction, function)->closure = closure;
    AS(NativeFunction, function)->plain_min = NEVER_PLAIN;
    AS(NativeFunction, function)->extra = extra;
    return function;
}

void native_function_set_await(Value function, NativeAwaitPointer await) {
    AS(NativeFunction, function)->await = await;
}

/* --- Errors --------------------------------------------------------------------------------------- */

/* "print", "list.append": as messages name it. */
static const char *shown_name(const NativeFunction *callee, char *buffer, size_t size) {
    if (callee->owner && !(callee->def->flags & NATIVE_OPERATION))
        snprintf(buffer, size, "%s.%s", callee->owner->name->chars, callee->def->name);
    else if (callee->module && !string_equal_c(callee->module, "builtins"))
        snprintf(buffer, size, "%s.%s", callee->module->chars, callee->def->name);
    else
        snprintf(buffer, size, "%s", callee->def->name);
    return buffer;
}

static bool is_like_script(const NativeFunction *callee) {
    return callee->def->flags & NATIVE_LIKE_SCRIPT ||
           (callee->owner && callee->owner->flags & TYPE_LIKE_SCRIPT);
}

/* "Lock.acquire() ..." */
static Value raise_like_script(Vm *vm, const NativeFunction *callee, const char *format, ...) {
    StringBuilder text;
    builder_init(&text);
    if (callee->owner)
        builder_format(vm, &text, "%S.", callee->owner->qualname);
    builder_format(vm, &text, "%s() ", callee->def->name);
    va_list list;
    va_start(list, format);
    builder_format_list(vm, &text, format, list);
    va_end(list);
    return vm_raise_argument(vm, vm->exceptions.TypeError, builder_finish(vm, &text));
}

/* Too many positional arguments, or too few for one whose parameters have no names. Self counts. */
static Value raise_like_script_count(Vm *vm, const NativeFunction *callee, int given, int keyword_only) {
    const NativeDef *def = callee->def;
    int most = def->keywords ? callee->positional_count + hidden_arguments(callee) : def->max;
    if (given < def->min)
        return raise_like_script(vm, callee, "missing %d required positional argument%s", def->min - given,
                                 def->min - given == 1 ? "" : "s");
    char range[64], more[96] = "";
    if (def->min < most)
        snprintf(range, sizeof range, "from %d to %d", def->min, most);
    else
        snprintf(range, sizeof range, "%d", most);
    if (keyword_only)
        snprintf(more, sizeof more, " positional argument%s (and %d keyword-only argument%s)",
                 given == 1 ? "" : "s", keyword_only, keyword_only == 1 ? "" : "s");
    return raise_like_script(vm, callee, "takes %s positional argument%s but %d%s %s given", range,
                             most == 1 && def->min == most ? "" : "s", given, more,
                             given == 1 && !keyword_only ? "was" : "were");
}

static Value raise_count(Vm *vm, const NativeFunction *callee, int given) {
    const NativeDef *def = callee->def;
    if (is_like_script(callee))
        return raise_like_script_count(vm, callee, given, 0);
    int hidden = hidden_arguments(callee);
    int min = def->min - hidden, max = def->max < 0 ? -1 : def->max - hidden;
    given -= hidden;
    char name[128];
    Type *type_error = vm->exceptions.TypeError;
    if (def->flags & NATIVE_OPERATION) {
        if (min == max)
            return vm_raise(vm, type_error, "expected %d argument%s, got %d", max, max == 1 ? "" : "s",
                            given);
    } else if (min == max && max == 0) {
        return vm_raise(vm, type_error, "%s() takes no arguments (%d given)",
                        shown_name(callee, name, sizeof name), given);
    } else if (min == max && max == 1) {
        return vm_raise(vm, type_error, "%s() takes exactly one argument (%d given)",
                        shown_name(callee, name, sizeof name), given);
    }
    bool too_few = given < min;
    int bound = too_few ? min : max;
    return vm_raise(vm, type_error, "%s expected %s%d argument%s, got %d", def->name,
                    min == max ? ""
                    : too_few  ? "at least "
                               : "at most ",
                    bound, bound == 1 ? "" : "s", given);
}

static Value raise_no_keywords(Vm *vm, const NativeFunction *callee, const String *keyword) {
    char name[128];
    if (is_like_script(callee))
        return raise_like_script(vm, callee, "got an unexpected keyword argument '%S'", keyword);
    return vm_raise(vm, vm->exceptions.TypeError, "%s%s() takes no keyword arguments",
                    callee->def->flags & NATIVE_OPERATION ? "wrapper " : "",
                    shown_name(callee, name, sizeof name));
}

/* --- Binding -------------------------------------------------------------------------------------- */

/* The place of the parameter called `name` among all, or -1. */
static int find_parameter(const NativeFunction *callee, const String *name) {
    const char *at = callee->def->keywords, *entry;
    size_t length;
    int index = 0;
    while ((entry = next_entry(&at, &length))) {
        if (is_mark(entry, length, '/') || is_mark(entry, length, '*'))
            continue;
        if (length == name->byte_count && memcmp(entry, name->chars, length) == 0)
            return index;
        index++;
    }
    return -1;
}

static void parameter_name(const NativeFunction *callee, int wanted, char *out, size_t size) {
    const char *at = callee->def->keywords, *entry;
    size_t length;
    int index = 0;
    *out = '\0';
    while ((entry = next_entry(&at, &length))) {
        if (is_mark(entry, length, '/') || is_mark(entry, length, '*'))
            continue;
        if (index++ == wanted) {
            snprintf(out, size, "%.*s", (int)length, entry);
            return;
        }
    }
}

typedef struct Binding {
    NativeFunction *callee;
    const Value *args;
    int positional, self_count;
    Tuple *keywords;
    Value *bound; /* self, the parameters, then whatever else the layout has */
    Value other;  /* a Dict of keywords without a parameter, or NOTHING */
} Binding;

static bool bind_keywords(Vm *vm, Binding *b) {
    NativeFunction *callee = b->callee;
    for (int64_t i = 0; b->keywords && i < b->keywords->count; i++) {
        String *name = AS(String, b->keywords->items[i]);
        Value value = b->args[b->positional + i];
        int index = find_parameter(callee, name);
        if (index < callee->positional_only_count && index >= 0)
            index = -1;
        if (index < 0 && (callee->def->flags & NATIVE_ANY_KEYWORDS)) {
            if (b->other == NOTHING)
                b->other = object_value(dict_new(vm));
            dict_set_string(vm, AS(Dict, b->other), name, value);
            continue;
        }
        if (index < 0 && is_like_script(callee)) {
            raise_like_script(vm, callee, "got an unexpected keyword argument '%S'", name);
            return false;
        }
        if (index < 0) {
            vm_raise(vm, vm->exceptions.TypeError, "'%S' is an invalid keyword argument for %s()", name,
                     callee->def->name);
            return false;
        }
        Value *place = &b->bound[b->self_count + index];
        if (*place != NOTHING && is_like_script(callee)) {
            raise_like_script(vm, callee, "got multiple values for argument '%S'", name);
            return false;
        }
        if (*place != NOTHING) {
            vm_raise(vm, vm->exceptions.TypeError, "argument for %s() given by name ('%S') and position (%d)",
                     callee->def->name, name, index + 1);
            return false;
        }
        *place = value;
    }
    return true;
}

/* Checks the counts of a call before its keywords are looked at. */
static bool check_counts(Vm *vm, const Binding *b) {
    const NativeFunction *callee = b->callee;
    const char *name = callee->def->name;
    Type *type_error = vm->exceptions.TypeError;
    int given = b->positional - b->self_count, keywords = b->keywords ? (int)b->keywords->count : 0;
    int all = callee->parameter_count, most = callee->positional_count;
    int least = callee->def->min - b->self_count;
    if (least > callee->positional_only_count)
        least = callee->positional_only_count;
    if (!(callee->def->flags & NATIVE_ANY_KEYWORDS) && given + keywords > all && all > 0) {
        vm_raise(vm, type_error, "%s() takes at most %d %sargument%s (%d given)", name, all,
                 given == 0 ? "keyword " : "", all == 1 ? "" : "s", given + keywords);
    } else if (given > most) {
        if (most == 0)
            vm_raise(vm, type_error, "%s() takes no positional arguments", name);
        else
            vm_raise(vm, type_error, "%s() takes %s %d positional argument%s (%d given)", name,
                     callee->def->min - b->self_count < most ? "at most" : "exactly", most,
                     most == 1 ? "" : "s", given);
    } else if (given < least) {
        vm_raise(vm, type_error, "%s() takes %s %d positional argument%s (%d given)", name,
                 least < most ? "at least" : "exactly", least, least == 1 ? "" : "s", given);
    } else {
        return true;
    }
    return false;
}

/* "missing 2 required positional arguments: 'a' and 'b'" */
static bool raise_missing_like_script(Vm *vm, const Binding *b) {
    int required = b->callee->def->min - b->self_count, missing = 0, written = 0;
    for (int i = 0; i < required; i++)
        missing += b->bound[b->self_count + i] == NOTHING;
    StringBuilder names;
    builder_init(&names);
    for (int i = 0; i < required; i++) {
        if (b->bound[b->self_count + i] != NOTHING)
            continue;
        char name[64];
        parameter_name(b->callee, i, name, sizeof name);
        if (written > 0)
            builder_add_c(&names, written < missing - 1 ? ", " : missing == 2 ? " and " : ", and ");
        builder_format(vm, &names, "'%s'", name);
        written++;
    }
    builder_add_char(&names, '\0');
    raise_like_script(vm, b->callee, "missing %d required positional argument%s: %s", missing,
                      missing == 1 ? "" : "s", names.chars);
    builder_free(&names);
    return false;
}

/* What a function written in the language checks, once the keywords are bound. */
static bool check_like_script(Vm *vm, const Binding *b) {
    int given = b->positional, most = b->callee->positional_count + b->self_count, keyword_only = 0;
    for (int i = b->callee->positional_count; i < b->callee->parameter_count; i++)
        keyword_only += b->bound[b->self_count + i] != NOTHING;
    if (given > most) {
        raise_like_script_count(vm, b->callee, given, keyword_only);
        return false;
    }
    for (int i = 0; i < b->callee->def->min - b->self_count; i++)
        if (b->bound[b->self_count + i] == NOTHING)
            return raise_missing_like_script(vm, b);
    return true;
}

static bool check_required(Vm *vm, const Binding *b) {
    const NativeDef *def = b->callee->def;
    for (int i = 0; i < def->min - b->self_count; i++) {
        if (b->bound[b->self_count + i] != NOTHING)
            continue;
        char name[64];
        parameter_name(b->callee, i, name, sizeof name);
        vm_raise(vm, vm->exceptions.TypeError, "%s() missing required argument '%s' (pos %d)", def->name,
                 name, i + 1);
        return false;
    }
    return true;
}

static Value call_bound(Vm *vm, NativeFunction *callee, Value *args, int argc) {
    heap_write_barrier_values(vm->heap, args, argc);
    return callee->closure ? callee->closure(vm, callee, args, argc, NULL)
                           : callee->def->function(vm, args, argc);
}

Value native_function_call_padded(Vm *vm, const NativeFunction *callee, const Value *args, int argc) {
    Value padded[MOST_PADDED];
    int n = 0;
    for (; n < argc; n++)
        padded[n] = args[n];
    for (; n < callee->plain_padded; n++)
        padded[n] = NOTHING;
    return callee->def->function(vm, padded, callee->plain_padded);
}

static Value bind_and_call(Vm *vm, NativeFunction *callee, Value *args, int argc, Tuple *keywords) {
    const NativeDef *def = callee->def;
    Binding b = {
        callee, args,   argc - (keywords ? (int)keywords->count : 0), hidden_arguments(callee), keywords,
        NULL,   NOTHING};
    int fixed = callee->parameter_count + b.self_count;
    bool variable = def->max < 0, like_script = is_like_script(callee);
    if (!variable && !like_script && !check_counts(vm, &b))
        return NOTHING;
    int extra_count = variable ? b.positional - b.self_count : 0;
    size_t room = (size_t)fixed + 1 + (size_t)(extra_count > 0 ? extra_count : 0);
    Value few[16];
    b.bound = room <= 16 ? few : memory_new(room, sizeof(Value));
    memset(b.bound, 0, room * sizeof(Value));
    int most = callee->positional_count + b.self_count;
    int leading = variable ? b.self_count : b.positional > most ? most : b.positional;
    values_copy(b.bound, args, (size_t)leading);
    Value result = NOTHING;
    if (bind_keywords(vm, &b) &&
        (variable || (like_script ? check_like_script(vm, &b) : check_required(vm, &b)))) {
        int count = fixed;
        size_t mark = vm_root_mark(vm);
        if (def->flags & NATIVE_ANY_KEYWORDS) {
            vm_root(vm, b.other);
            b.bound[count++] = b.other;
        }
        if (extra_count > 0) {
            values_copy(b.bound + count, args + b.self_count, (size_t)extra_count);
            count += extra_count;
        }
        result = call_bound(vm, callee, b.bound, count);
        vm_root_reset(vm, mark);
    }
    if (b.bound != few)
        free(b.bound);
    return result;
}

/* Is the first argument what the method is for? It always is when it was found through that argument. */
static bool check_self(Vm *vm, NativeFunction *callee, Value *args, int positional) {
    const NativeDef *def = callee->def;
    Type *type_error = vm->exceptions.TypeError;
    if (positional < 1) {
        if (def->flags & NATIVE_OPERATION)
            vm_raise(vm, type_error, "descriptor '%s' of '%N' object needs an argument", def->name,
                     callee->owner);
        else
            vm_raise(vm, type_error, "unbound method %N.%s() needs an argument", callee->owner, def->name);
        return false;
    }
    if (is_instance(vm, args[0], callee->owner))
        return true;
    if (def->flags & NATIVE_OPERATION)
        vm_raise(vm, type_error, "descriptor '%s' requires a '%N' object but received a '%T'", def->name,
                 callee->owner, args[0]);
    else
        vm_raise(vm, type_error, "descriptor '%s' for '%N' objects doesn't apply to a '%T' object", def->name,
                 callee->owner, args[0]);
    return false;
}

Value native_function_call(Vm *vm, NativeFunction *callee, Value *args, int argc, Tuple *keywords) {
    const NativeDef *def = callee->def;
    int positional = argc - (keywords ? (int)keywords->count : 0);
    if (native_function_binds(callee) && !(positional > 0 && type_of(vm, args[0]) == callee->owner) &&
        !check_self(vm, callee, args, positional))
        return NOTHING;
    if (def->flags & NATIVE_RAW) {
        heap_write_barrier_values(vm->heap, args, argc);
        return callee->closure(vm, callee, args, argc, keywords);
    }
    if (!def->keywords && !(def->flags & NATIVE_ANY_KEYWORDS)) {
        if (positional != argc)
            return raise_no_keywords(vm, callee, AS(String, keywords->items[0]));
        if (argc < def->min || (def->max >= 0 && argc > def->max))
            return raise_count(vm, callee, argc);
        return call_bound(vm, callee, args, argc);
    }
    return bind_and_call(vm, callee, args, argc, keywords);
}
