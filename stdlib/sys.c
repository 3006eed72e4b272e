/* Module sys: what a script may know and set of the interpreter. */
#include <limits.h>
#include <unistd.h>

#include "stdlib/modules.h"
#include "stdlib/stdlib_state.h"
#include "stdlib/sys_info.h"
#include "stdlib/types/frame_type.h"
#include "vm/dict.h"
#include "vm/version.h"

static Value sys_exit(Vm *vm, Value *args, int argc) {
    if (argc == 0 || args[0] == NONE)
        return vm_raise(vm, vm->exceptions.SystemExit, NULL);
    return vm_raise_argument(vm, vm->exceptions.SystemExit, args[0]);
}

static Value sys_getrecursionlimit(Vm *vm, Value *args, int argc) {
    (void)args, (void)argc;
    return small_int(vm->recursion_limit);
}

static Value sys_setrecursionlimit(Vm *vm, Value *args, int argc) {
    (void)argc;
    int32_t limit;
    if (!value_to_c_int(vm, args[0], &limit))
        return NOTHING;
    if (limit < 1)
        return vm_raise(vm, vm->exceptions.ValueError, "recursion limit must be greater or equal than 1");
    if (vm->thread->depth >= limit)
        return vm_raise(
            vm, vm->exceptions.RecursionError,
            "cannot set the recursion limit to %d at the recursion depth %d: the limit is too low",
            (int)limit, vm->thread->depth);
    vm->recursion_limit = limit;
    return NONE;
}

static Value sys_exc_info(Vm *vm, Value *args, int argc) {
    (void)args, (void)argc;
    Value handled = vm->thread->handled;
    if (handled == NONE)
        return object_value(tuple_of(vm, 3, NONE, NONE, NONE));
    return object_value(
        tuple_of(vm, 3, object_value(as_object(handled)->type), handled, AS(Exception, handled)->traceback));
}

static Value sys_exception(Vm *vm, Value *args, int argc) {
    (void)args, (void)argc;
    return vm->thread->handled;
}

static Value sys_getframe(Vm *vm, Value *args, int argc) {
    int64_t depth = 0;
    if (argc > 0 && !value_to_index(vm, args[0], &depth))
        return NOTHING;
    Value view = frame_view_running(vm, depth);
    return view != NOTHING ? view : vm_raise(vm, vm->exceptions.ValueError, "call stack is not deep enough");
}

/* The name of the module whose code runs `depth` calls up from the caller. */
static Value sys_getframemodulename(Vm *vm, Value *args, int argc) {
    int64_t depth = 0;
    if (argc > 0 && !value_to_index(vm, args[0], &depth))
        return NOTHING;
    Frame *frame = vm->thread->frame;
    for (; frame && depth > 0; depth--)
        frame = frame->back;
    Value name = frame ? dict_get_string(frame->function->globals, vm->names.name) : NOTHING;
    return name == NOTHING ? NONE : name;
}

static Value sys_intern(Vm *vm, Value *args, int argc) {
    (void)argc;
    if (!is_string(args[0]))
        return vm_raise(vm, vm->exceptions.TypeError, "intern() argument must be str, not %T", args[0]);
    return object_value(string_intern(vm, AS(String, args[0])));
}

static Value sys_getsizeof(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    return is_object(args[0]) ? small_int(as_object(args[0])->type->instance_size) : small_int(sizeof(Value));
}

static Value sys_getdefaultencoding(Vm *vm, Value *args, int argc) {
    (void)args, (void)argc;
    return string_value(vm, "utf-8");
}

/* ---- How long an int may be as text ---- */

enum { LEAST_DIGIT_LIMIT = 640 };

static Value sys_get_int_max_str_digits(Vm *vm, Value *args, int argc) {
    (void)args, (void)argc;
    return small_int(vm->int_digit_limit);
}

static Value sys_set_int_max_str_digits(Vm *vm, Value *args, int argc) {
    (void)argc;
    int32_t limit;
    if (!value_to_c_int(vm, args[0], &limit))
        return NOTHING;
    if (limit != 0 && limit < LEAST_DIGIT_LIMIT)
        return vm_raise(vm, vm->exceptions.ValueError, "maxdigits must be 0 or larger than %d",
                        (int)LEAST_DIGIT_LIMIT);
    vm->int_digit_limit = limit;
    return NONE;
}

/* The program's own file: "" where the system does not tell. */
static Value executable(Vm *vm) {
    char path[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path);
    return object_value(string_new(vm, path, length > 0 ? (size_t)length : 0));
}

static bool setup(Vm *vm, Module *module) {
    Dict *namespace = module->namespace;
    StdlibState *state = stdlib_state(vm);
    dict_set_c(vm, namespace, "argv", object_value(vm->arguments));
    dict_set_c(vm, namespace, "path", object_value(vm->path));
    dict_set_c(vm, namespace, "modules", object_value(vm->modules));
    dict_set_c(vm, namespace, "stdin", state->standard_input);
    dict_set_c(vm, namespace, "stdout", state->standard_output);
    dict_set_c(vm, namespace, "stderr", state->standard_error);
    dict_set_c(vm, namespace, "__stdin__", state->standard_input);
    dict_set_c(vm, namespace, "__stdout__", state->standard_output);
    dict_set_c(vm, namespace, "__stderr__", state->standard_error);
    sys_info_setup(vm, namespace);
    dict_set_c(vm, namespace, "version", string_value(vm, "3.11.0 (Bide " BIDE_VERSION ")"));
    dict_set_c(vm, namespace, "hexversion", small_int(0x030b00f0));
    dict_set_c(vm, namespace, "platform", string_value(vm, "linux"));
    dict_set_c(vm, namespace, "byteorder", string_value(vm, "little"));
    dict_set_c(vm, namespace, "maxsize", int_value(vm, INT64_MAX));
    dict_set_c(vm, namespace, "maxunicode", small_int(0x10ffff));
    dict_set_c(vm, namespace, "executable", executable(vm));
    dict_set_c(vm, namespace, "ps1", string_value(vm, ">>> "));
    dict_set_c(vm, namespace, "ps2", string_value(vm, "... "));
    return true;
}

static const NativeDef functions[] = {
    {"exit", sys_exit, 0, 1, 0, NULL},
    {"getrecursionlimit", sys_getrecursionlimit, 0, 0, 0, NULL},
    {"setrecursionlimit", sys_setrecursionlimit, 1, 1, 0, NULL},
    {"get_int_max_str_digits", sys_get_int_max_str_digits, 0, 0, 0, NULL},
    {"set_int_max_str_digits", sys_set_int_max_str_digits, 1, 1, 0, "maxdigits"},
    {"exc_info", sys_exc_info, 0, 0, 0, NULL},
    {"exception", sys_exception, 0, 0, 0, NULL},
    {"_getframe", sys_getframe, 0, 1, 0, NULL},
    {"_getframemodulename", sys_getframemodulename, 0, 1, 0, NULL},
    {"intern", sys_intern, 1, 1, 0, NULL},
    {"getsizeof", sys_getsizeof, 1, 2, 0, NULL},
    {"getdefaultencoding", sys_getdefaultencoding, 0, 0, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

const ModuleDef sys_module = {"sys", functions, setup};
