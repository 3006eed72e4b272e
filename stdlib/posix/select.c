/* Module select: which of several descriptors are ready. */
#include <stdlib.h>

#include "stdlib/posix/posix.h"
#include "vm/call.h"
#include "vm/descriptor_wait.h"
#include "vm/memory.h"

enum { GROUPS = 3 };

/* A descriptor, or what has fileno(). False: raised. */
static bool descriptor_of(Vm *vm, Value v, int *descriptor) {
    if (value_is_integer(v))
        return posix_int_argument(vm, v, descriptor);
    Value method = value_find_attribute(vm, v, string_intern_c(vm, "fileno"));
    if (method == NOTHING) {
        if (!vm_has_exception(vm))
            vm_raise(vm, vm->exceptions.TypeError, "argument must be an int, or have a fileno() method.");
        return false;
    }
    Value number = vm_call0(vm, method);
    return number != NOTHING && posix_int_argument(vm, number, descriptor);
}

static bool read_timeout(Vm *vm, Value v, double *seconds) {
    *seconds = -1;
    if (v == NOTHING || v == NONE)
        return true;
    if (!value_to_double(vm, v, seconds))
        return false;
    if (*seconds >= 0)
        return true;
    vm_raise(vm, vm->exceptions.ValueError, "timeout must be non-negative");
    return false;
}

/* select(rlist, wlist, xlist, timeout=None) */
static Value select_select(Vm *vm, Value *args, int argc) {
    static const short wanted[GROUPS] = {POLLIN, POLLOUT, POLLPRI};
    static const short counts_as[GROUPS] = {~POLLOUT, ~POLLIN, POLLPRI};
    double seconds;
    List *groups[GROUPS];
    if (!read_timeout(vm, argc > 3 ? args[3] : NONE, &seconds))
        return NOTHING;
    size_t mark = vm_root_mark(vm), count = 0;
    bool ok = true;
    for (int g = 0; ok && g < GROUPS; g++) {
        groups[g] = list_from_iterable(vm, args[g]);
        ok = groups[g] != NULL;
        vm_root(vm, ok ? object_value(groups[g]) : NOTHING);
        count += ok ? (size_t)groups[g]->count : 0;
    }
    Value result = NOTHING;
    struct pollfd *watched = ok ? memory_new_zeroed(count + 1, sizeof *watched) : NULL;
    size_t at = 0;
    for (int g = 0; ok && g < GROUPS; g++)
        for (int64_t i = 0; ok && i < groups[g]->count; i++, at++) {
            watched[at].events = wanted[g];
            ok = descriptor_of(vm, groups[g]->items[i], &watched[at].fd);
        }
    if (ok && descriptors_wait(vm, watched, count, seconds) != DESCRIPTORS_RAISED) {
        Value ready[GROUPS];
        at = 0;
        for (int g = 0; g < GROUPS; g++) {
            List *found = list_new(vm, 0);
            ready[g] = object_value(found);
            for (int64_t i = 0; i < groups[g]->count; i++, at++)
                if (watched[at].revents & counts_as[g])
                    list_append(vm, found, groups[g]->items[i]);
        }
        result = object_value(tuple_new(vm, ready, GROUPS));
    }
    free(watched);
    vm_root_reset(vm, mark);
    return result;
}

static const NativeDef functions[] = {
    {"select", select_select, 3, 4, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

static bool setup(Vm *vm, Module *module) {
    dict_set_c(vm, module->namespace, "error", object_value(vm->exceptions.OSError));
    return true;
}

const ModuleDef select_module = {"select", functions, setup};
