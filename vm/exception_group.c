#include "vm/exception_group.h"

#include "vm/call.h"
#include "vm/list.h"
#include "vm/vm.h"

bool is_exception_group(Vm *vm, Value v) {
    return is_exception(v) && is_instance(vm, v, vm->exceptions.BaseExceptionGroup);
}

static const Tuple *members(Value group) {
    return AS(Tuple, AS(Exception, group)->extra2);
}

/* --- Making ------------------------------------------------------------------------------------------ */

/* Has it items by number? Dicts and sets have not, and an iterator would be used up. */
static bool is_sequence(Vm *vm, Value v) {
    if (is_list(v) || is_tuple(v) || is_string(v) || is_bytes_like(v) || is_kind(v, KIND_RANGE))
        return true;
    if (!is_object(v) || is_dict(v))
        return false;
    const Type *type = as_object(v)->type;
    return type->native_base->flags & TYPE_SEQUENCE ||
           (is_kind(v, KIND_INSTANCE) && type_lookup(vm, as_object(v)->type, vm->names.getitem) != NOTHING);
}

/* A group that is an Exception may hold nothing else: which class it is then. NULL: raised. */
static Type *choose_type(Vm *vm, Type *type, const Tuple *exceptions) {
    Type *exception = vm->exceptions.Exception, *group = vm->exceptions.ExceptionGroup;
    bool all_plain = true;
    for (int64_t i = 0; i < exceptions->count; i++)
        all_plain &= is_instance(vm, exceptions->items[i], exception);
    if (type == vm->exceptions.BaseExceptionGroup)
        return all_plain ? group : type;
    if (all_plain || !type_is_subtype(type, exception))
        return type;
    if (type == group)
        vm_raise(vm, vm->exceptions.TypeError, "Cannot nest BaseExceptions in an ExceptionGroup");
    else
        vm_raise(vm, vm->exceptions.TypeError, "Cannot nest BaseExceptions in '%N'", type);
    return NULL;
}

Value exception_group_new(Vm *vm, Type *type, Value message, Value exceptions) {
    if (!is_sequence(vm, exceptions))
        return vm_raise(vm, vm->exceptions.TypeError, "second argument (exceptions) must be a sequence");
    Tuple *args = tuple_of(vm, 2, message, exceptions);
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(args));
    Tuple *held = tuple_from_iterable(vm, exceptions);
    vm_root_reset(vm, mark);
    if (!held)
        return NOTHING;
    if (held->count == 0)
        return vm_raise(vm, vm->exceptions.ValueError,
                        "second argument (exceptions) must be a non-empty sequence");
    for (int64_t i = 0; i < held->count; i++)
        if (!is_exception(held->items[i]))
            return vm_raise(vm, vm->exceptions.ValueError,
                            "Item %l of second argument (exceptions) is not an exception", i);
    type = choose_type(vm, type, held);
    if (!type)
        return NOTHING;
    Exception *group = exception_allocate(vm, type, args);
    group->extra = message;
    group->extra2 = object_value(held);
    return object_value(group);
}

/* --- Splitting --------------------------------------------------------------------------------------- */

/* What decides on which side an exception goes. */
typedef struct Matcher {
    Value condition; /* a class, a tuple of classes or a callable; NOTHING: `leaves` decides */
    bool is_callable;
    const List *leaves; /* these very exceptions match, and no group does */
} Matcher;

static bool is_exception_class(Value v) {
    return is_type(v) && (AS(Type, v)->flags & TYPE_EXCEPTION);
}

static bool matcher_init(Vm *vm, Matcher *matcher, Value condition) {
    *matcher = (Matcher){.condition = condition};
    bool is_right = is_exception_class(condition);
    if (is_tuple(condition)) {
        is_right = true;
        for (int64_t i = 0; i < AS(Tuple, condition)->count; i++)
            is_right &= is_exception_class(AS(Tuple, condition)->items[i]);
    } else if (is_object(condition) && !is_type(condition)) {
        is_right = matcher->is_callable = value_is_callable(vm, condition);
    }
    if (!is_right)
        vm_raise(vm, vm->exceptions.TypeError,
                 "expected a function, exception type or tuple of exception types");
    return is_right;
}

static int matches(Vm *vm, const Matcher *matcher, Value exception) {
    if (matcher->condition == NOTHING) {
        if (is_exception_group(vm, exception))
            return 0;
        for (int64_t i = 0; i < matcher->leaves->count; i++)
            if (matcher->leaves->items[i] == exception)
                return 1;
        return 0;
    }
    if (!matcher->is_callable)
        return exception_matches(vm, exception, matcher->condition);
    Value answer = vm_call1(vm, matcher->condition, exception);
    return answer == NOTHING ? -1 : value_truth(vm, answer);
}

static bool copy_notes(Vm *vm, Value from, Value to) {
    Value notes = AS(Exception, from)->notes;
    if (notes == NOTHING || !is_sequence(vm, notes))
        return true;
    List *copy = list_from_iterable(vm, notes);
    if (copy)
        AS(Exception, to)->notes = object_value(copy);
    return copy != NULL;
}

/* The part of `group` that holds `exceptions`; NONE: there are none. NOTHING: raised. */
static Value derive(Vm *vm, Value group, List *exceptions) {
    if (exceptions->count == 0)
        return NONE;
    Value argument = object_value(exceptions);
    Value part = vm_call_method(vm, group, vm->names.derive, &argument, 1);
    if (part == NOTHING)
        return NOTHING;
    if (!is_exception_group(vm, part))
        return vm_raise(vm, vm->exceptions.TypeError, "derive must return an instance of BaseExceptionGroup");
    const Exception *whole = AS(Exception, group);
    Exception *exception = AS(Exception, part);
    if (whole->traceback != NONE)
        exception->traceback = whole->traceback;
    exception->context = whole->context;
    exception->cause = whole->cause;
    exception->suppress_context = true; /* as ever when a cause is set, be it None */
    size_t mark = vm_root_mark(vm);
    vm_root(vm, part);
    bool ok = copy_notes(vm, group, part);
    vm_root_reset(vm, mark);
    return ok ? part : NOTHING;
}

static bool split(Vm *vm, Value exception, const Matcher *matcher, Value *match, Value *rest);

/* Splits every member into two lists. False: raised. */
static bool split_members(Vm *vm, Value group, const Matcher *matcher, List *matching, List *others) {
    const Tuple *held = members(group);
    for (int64_t i = 0; i < held->count; i++) {
        Value match, rest = NONE;
        if (!split(vm, held->items[i], matcher, &match, others ? &rest : NULL))
            return false;
        if (match != NONE)
            list_append(vm, matching, match);
        if (rest != NONE)
            list_append(vm, others, rest);
    }
    return true;
}

static bool split_group(Vm *vm, Value group, const Matcher *matcher, Value *match, Value *rest) {
    List *matching = list_new(vm, 1), *others = rest ? list_new(vm, 1) : NULL;
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(matching));
    vm_root(vm, rest ? object_value(others) : NOTHING);
    bool ok = split_members(vm, group, matcher, matching, others);
    if (ok)
        ok = (*match = derive(vm, group, matching)) != NOTHING;
    vm_root(vm, *match);
    if (ok && rest)
        ok = (*rest = derive(vm, group, others)) != NOTHING;
    vm_root_reset(vm, mark);
    return ok;
}

static bool split(Vm *vm, Value exception, const Matcher *matcher, Value *match, Value *rest) {
    *match = NONE;
    if (rest)
        *rest = NONE;
    if (!vm_enter_native(vm))
        return false;
    int is_match = matches(vm, matcher, exception);
    if (is_match < 0)
        return false;
    if (is_match)
        *match = exception;
    else if (is_exception_group(vm, exception))
        return split_group(vm, exception, matcher, match, rest);
    else if (rest)
        *rest = exception;
    return true;
}

bool exception_group_split(Vm *vm, Value group, Value condition, Value *match, Value *rest) {
    Matcher matcher;
    return matcher_init(vm, &matcher, condition) && split(vm, group, &matcher, match, rest);
}

/* --- except* ----------------------------------------------------------------------------------------- */

/* Groups cannot be caught as such: every group would be matched by itself. */
static bool check_types(Vm *vm, Value types) {
    if (exception_matches(vm, NONE, types) < 0)
        return false;
    const Value *items = is_tuple(types) ? AS(Tuple, types)->items : &types;
    int64_t count = is_tuple(types) ? AS(Tuple, types)->count : 1;
    for (int64_t i = 0; i < count; i++)
        if (type_is_subtype(AS(Type, items[i]), vm->exceptions.BaseExceptionGroup)) {
            vm_raise(vm, vm->exceptions.TypeError,
                     "catching ExceptionGroup with except* is not allowed. Use except instead.");
            return false;
        }
    return true;
}

static bool is_exception_or_none(Value v) {
    return v == NONE || is_exception(v);
}

/* Asks the group itself, whose class may have a split() of its own. False: raised. */
static bool ask_to_split(Vm *vm, Value group, Value types, Value *match, Value *rest) {
    Value pair = vm_call_method(vm, group, vm->names.split, &types, 1);
    if (pair == NOTHING)
        return false;
    if (!is_tuple(pair)) {
        vm_raise(vm, vm->exceptions.TypeError, "%T.split must return a tuple, not %T", group, pair);
        return false;
    }
    const Tuple *parts = AS(Tuple, pair);
    if (parts->count < 2) {
        vm_raise(vm, vm->exceptions.TypeError, "%T.split must return a 2-tuple, got tuple of size %l", group,
                 parts->count);
        return false;
    }
    for (int i = 0; i < 2; i++)
        if (!is_exception_or_none(parts->items[i])) {
            vm_raise(vm, vm->exceptions.TypeError, "%T.split must return exceptions or None, not %T", group,
                     parts->items[i]);
            return false;
        }
    *match = parts->items[0];
    if (*match != NONE)
        *rest = parts->items[1]; /* else it stays the very exception that it was */
    return true;
}

int exception_group_catch(Vm *vm, Value types, Value *rest, Value *match) {
    if (!check_types(vm, types))
        return -1;
    if (*rest == NONE)
        return 0;
    bool is_group = is_exception_group(vm, *rest);
    int is_match = exception_matches(vm, *rest, types);
    if (is_match == 1) {
        Value exceptions = object_value(tuple_of(vm, 1, *rest));
        *match = is_group ? *rest
                          : exception_group_new(vm, vm->exceptions.BaseExceptionGroup,
                                                object_value(vm->empty_string), exceptions);
        *rest = NONE;
    } else if (is_match == 0 && is_group) {
        if (!ask_to_split(vm, *rest, types, match, rest))
            return -1;
        is_match = *match != NONE;
    }
    return is_match;
}

/* False: raised. */
static bool collect_leaves(Vm *vm, Value exception, List *leaves) {
    if (!vm_enter_native(vm))
        return false;
    if (!is_exception_group(vm, exception)) {
        list_append(vm, leaves, exception);
        return true;
    }
    bool ok = true;
    for (int64_t i = 0; ok && i < members(exception)->count; i++)
        ok = collect_leaves(vm, members(exception)->items[i], leaves);
    return ok;
}

/* Is it a part of `original` that has been raised again as it was? */
static bool is_raised_again(Value exception, Value original) {
    const Exception *part = AS(Exception, exception), *whole = AS(Exception, original);
    return part->traceback == whole->traceback && part->cause == whole->cause &&
           part->context == whole->context;
}

Value exception_group_rejoin(Vm *vm, Value original, List *raised, Value rest) {
    if (!is_exception_group(vm, original))
        return rest != NONE ? rest : raised->count > 0 ? raised->items[0] : NONE;
    List *fresh = list_new(vm, raised->count), *leaves = list_new(vm, 0);
    bool ok = rest == NONE || collect_leaves(vm, rest, leaves);
    for (int64_t i = 0; ok && i < raised->count; i++) {
        if (is_raised_again(raised->items[i], original))
            ok = collect_leaves(vm, raised->items[i], leaves);
        else
            list_append(vm, fresh, raised->items[i]);
    }
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(fresh));
    vm_root(vm, object_value(leaves));
    Value again = NONE;
    if (ok && leaves->count > 0)
        ok = split(vm, original, &(Matcher){.condition = NOTHING, .leaves = leaves}, &again, NULL);
    vm_root_reset(vm, mark);
    if (!ok)
        return NOTHING;
    if (again != NONE)
        list_append(vm, fresh, again);
    if (fresh->count < 2)
        return fresh->count > 0 ? fresh->items[0] : NONE;
    return exception_group_new(vm, vm->exceptions.BaseExceptionGroup, object_value(vm->empty_string),
                               object_value(fresh));
}
