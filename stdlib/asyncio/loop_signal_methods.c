/* loop.add_signal_handler() and remove_signal_handler(). */
#include <errno.h>
#include <signal.h>
#include <string.h>

#include "stdlib/asyncio/asyncio.h"

/* False: raised. */
static bool number_argument(Vm *vm, Value v, int *number) {
    sigset_t all;
    if (!value_is_integer(v)) {
        vm_raise(vm, vm->exceptions.TypeError, "sig must be an int, not %R", v);
        return false;
    }
    int64_t given = value_integer(v);
    sigfillset(&all);
    if (given < 1 || given >= SIGNAL_COUNT || sigismember(&all, (int)given) != 1) {
        vm_raise(vm, vm->exceptions.ValueError, "invalid signal number %R", v);
        return false;
    }
    *number = (int)given;
    return true;
}

/* self, sig, callback, arguments... */
Value loop_add_signal_handler(Vm *vm, Value *args, int argc) {
    Loop *loop = AS(Loop, args[0]);
    int number;
    if (is_coroutine(vm, args[2]) || asyncio_is_coroutine_function(vm, args[2]))
        return vm_raise(vm, vm->exceptions.TypeError, "coroutines cannot be used with add_signal_handler()");
    if (!number_argument(vm, args[1], &number) || !event_loop_check_open(vm, loop))
        return NOTHING;
    if (!thread_is_main(vm->thread))
        return vm_raise(vm, vm->exceptions.RuntimeError,
                        "set_wakeup_fd only works in main thread of the main interpreter");
    Tuple *arguments = argc > 3 ? tuple_new(vm, args + 3, argc - 3) : NULL;
    Handle *handle = handle_new(vm, loop, args[2], arguments, NONE);
    int error = loop_signals_add(vm, loop, number, handle);
    if (error == EINVAL)
        return vm_raise(vm, vm->exceptions.RuntimeError, "sig %d cannot be caught", number);
    return error ? vm_raise_errno(vm, error, NOTHING) : NONE;
}

Value loop_remove_signal_handler(Vm *vm, Value *args, int argc) {
    (void)argc;
    int number;
    if (!number_argument(vm, args[1], &number))
        return NOTHING;
    return bool_value(loop_signals_remove(vm, AS(Loop, args[0]), number));
}
