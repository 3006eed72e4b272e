/* "Did you mean": the nearest name by edit distance, as CPython weighs it. */
#include <limits.h>

#include "vm/call.h"
#include "vm/code.h"
#include "vm/dict.h"
#include "vm/list.h"
#include "vm/standard_modules.h"
#include "vm/traceback.h"
#include "vm/vm.h"

enum {
    MAX_CANDIDATES = 750,
    MAX_LENGTH = 40, /* longer middles are not compared */
    MOVE_COST = 2,
    CASE_COST = 1, /* of a letter that differs in case alone */
};

/* --- Distance ------------------------------------------------------------------------------------- */

static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static int substitution_cost(char a, char b) {
    if ((a & 31) != (b & 31))
        return MOVE_COST;
    if (a == b)
        return 0;
    return lower(a) == lower(b) ? CASE_COST : MOVE_COST;
}

static int smaller(int a, int b) {
    return a < b ? a : b;
}

/* The cost of turning `a` into `b`, or anything above `limit`. One row of the table is kept. */
static int edit_distance(const char *a, int a_length, const char *b, int b_length, int limit) {
    while (a_length && b_length && *a == *b)
        a++, b++, a_length--, b_length--;
    while (a_length && b_length && a[a_length - 1] == b[b_length - 1])
        a_length--, b_length--;
    if (a_length == 0 || b_length == 0)
        return (a_length + b_length) * MOVE_COST;
    if (a_length > MAX_LENGTH || b_length > MAX_LENGTH)
        return limit + 1;
    if (b_length < a_length) {
        const char *text = a;
        int length = a_length;
        a = b, a_length = b_length;
        b = text, b_length = length;
    }
    if ((b_length - a_length) * MOVE_COST > limit)
        return limit + 1;
    int row[MAX_LENGTH];
    for (int i = 0; i < a_length; i++)
        row[i] = (i + 1) * MOVE_COST;
    int result = 0;
    for (int j = 0; j < b_length; j++) {
        int distance = result = j * MOVE_COST;
        int least = INT_MAX;
        for (int i = 0; i < a_length; i++) {
            int substitute = distance + substitution_cost(b[j], a[i]);
            distance = row[i];
            int insert_or_delete = smaller(result, distance) + MOVE_COST;
            row[i] = result = smaller(insert_or_delete, substitute);
            least = smaller(least, result);
        }
        if (least > limit)
            return limit + 1;
    }
    return result;
}

/* --- Candidates ----------------------------------------------------------------------------------- */

static String *nearest(const List *candidates, const String *name) {
    if (candidates->count >= MAX_CANDIDATES)
        return NULL;
    String *best = NULL;
    int best_distance = INT_MAX;
    for (int64_t i = 0; i < candidates->count; i++) {
        if (!is_string(candidates->items[i]))
            return NULL;
        String *candidate = AS(String, candidates->items[i]);
        if (string_compare(candidate, name) == 0)
            continue;
        int limit = ((int)name->byte_count + (int)candidate->byte_count + 3) * MOVE_COST / 6;
        limit = smaller(limit, best_distance - 1);
        int distance = edit_distance(name->chars, (int)name->byte_count, candidate->chars,
                                     (int)candidate->byte_count, limit);
        if (distance > limit)
            continue;
        best = candidate;
        best_distance = distance;
    }
    return best;
}

static String *nearest_key(Vm *vm, const Dict *namespace, const String *name) {
    List *keys = list_new(vm, namespace->count);
    uint32_t position = 0;
    for (DictEntry *entry; (entry = dict_next(namespace, &position));)
        list_append(vm, keys, entry->key);
    return nearest(keys, name);
}

static String *nearest_local(Vm *vm, const Code *code, const String *name) {
    List *names = list_new(vm, code->local_count);
    for (int i = 0; i < code->local_count; i++)
        if (i < code->parameter_count || !code_is_cell_variable(code, i)) /* the others are not asked about */
            list_append(vm, names, object_value(code->local_names[i]));
    return nearest(names, name);
}

/* Names known where the exception was raised: the function's, the module's, the built-in ones. */
static String *suggest_name(Vm *vm, const Exception *exception, const String *name) {
    if (exception->traceback == NONE)
        return NULL;
    const Traceback *entry = AS(Traceback, exception->traceback);
    while (entry->next != NONE)
        entry = AS(Traceback, entry->next);
    String *found = nearest_local(vm, entry->code, name);
    if (!found && entry->code->globals)
        found = nearest_key(vm, entry->code->globals, name);
    return found ? found : nearest_key(vm, vm->builtins, name);
}

static void sort_names(List *names) {
    for (int64_t i = 1; i < names->count; i++) {
        Value name = names->items[i];
        int64_t at = i;
        for (; at > 0 && string_compare(AS(String, names->items[at - 1]), AS(String, name)) > 0; at--)
            names->items[at] = names->items[at - 1];
        names->items[at] = name;
    }
}

static String *suggest_attribute(Vm *vm, Value object, const String *name) {
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object);
    Value listed = vm_call_special(vm, object, vm->names.dir, NULL, 0);
    List *names = listed == NOTHING ? NULL : list_from_iterable(vm, listed);
    vm_root_reset(vm, mark);
    if (!names) {
        vm_clear_exception(vm);
        return NULL;
    }
    if (names->count >= MAX_CANDIDATES)
        return NULL;
    for (int64_t i = 0; i < names->count; i++)
        if (!is_string(names->items[i]))
            return NULL;
    sort_names(names);
    return nearest(names, name);
}

/* A module's name that may be misspelt. */
static String *suggest_module(Vm *vm, const String *name) {
    return is_standard_module(name) || strchr(name->chars, '.')
               ? NULL
               : nearest(standard_module_names_like(vm, name), name);
}

String *suggestion_for(Vm *vm, Value exception) {
    const Exception *e = AS(Exception, exception);
    if (e->extra == NOTHING || !is_string(e->extra))
        return NULL;
    const String *name = AS(String, e->extra);
    if (is_instance(vm, exception, vm->exceptions.AttributeError))
        return e->extra2 == NOTHING || e->extra2 == NONE ? NULL : suggest_attribute(vm, e->extra2, name);
    if (is_instance(vm, exception, vm->exceptions.UnboundLocalError))
        return NULL;
    if (is_instance(vm, exception, vm->exceptions.ModuleNotFoundError))
        return suggest_module(vm, name);
    return is_instance(vm, exception, vm->exceptions.NameError) ? suggest_name(vm, e, name) : NULL;
}
