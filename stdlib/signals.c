/* Module _signal: what signal.py is made of. Handlers are plain integers here, 0 for SIG_DFL and 1 for
 * SIG_IGN; signal.py gives them their names. */
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <signal.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

#include "stdlib/modules.h"
#include "stdlib/stdlib_state.h"
#include "vm/dict.h"
#include "vm/interrupt.h"
#include "vm/parking.h"

/* False: raised. */
static bool number_argument(Vm *vm, Value v, int *number) {
    int64_t index;
    if (!value_to_index(vm, v, &index))
        return false;
    if (index < 1 || index >= SIGNAL_COUNT) {
        vm_raise(vm, vm->exceptions.ValueError, "signal number out of range");
        return false;
    }
    *number = (int)index;
    return true;
}

static Value function_of_module(Vm *vm, const char *name) {
    Value module = dict_get_c(vm, vm->modules, "_signal");
    return dict_get_c(vm, AS(Module, module)->namespace, name);
}

static Value handler_of(Vm *vm, int number) {
    Value handler = vm->signal_handlers[number];
    if (handler != NOTHING)
        return handler;
    struct sigaction action = {0};
    if (sigaction(number, NULL, &action) == 0 && action.sa_handler == SIG_IGN)
        return small_int(1);
    return number == SIGINT ? function_of_module(vm, "default_int_handler") : small_int(0);
}

static bool is_callable(Vm *vm, Value v) {
    return is_kind(v, KIND_FUNCTION) || is_kind(v, KIND_NATIVE_FUNCTION) || is_kind(v, KIND_BOUND_METHOD) ||
           is_type(v) || type_of(vm, v)->ops.call;
}

static Value signal_signal(Vm *vm, Value *args, int argc) {
    (void)argc;
    int number;
    Value handler = args[1];
    if (!thread_is_main(vm->thread))
        return vm_raise(vm, vm->exceptions.ValueError,
                        "signal only works in main thread of the main interpreter");
    if (!number_argument(vm, args[0], &number))
        return NOTHING;
    if (handler != small_int(0) && handler != small_int(1) && !is_callable(vm, handler))
        return vm_raise(vm, vm->exceptions.TypeError,
                        "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object");
    if (!vm_check_interrupts(vm))
        return NOTHING;
    Value before = handler_of(vm, number);
    if (number == SIGINT && handler == function_of_module(vm, "default_int_handler"))
        handler = NOTHING;
    int error = interrupt_set_signal(vm, number, handler);
    return error ? vm_raise_errno(vm, error, NOTHING) : before;
}

static Value signal_getsignal(Vm *vm, Value *args, int argc) {
    (void)argc;
    int number;
    return number_argument(vm, args[0], &number) ? handler_of(vm, number) : NOTHING;
}

static Value signal_raise_signal(Vm *vm, Value *args, int argc) {
    (void)argc;
    int64_t number;
    if (!value_to_index(vm, args[0], &number))
        return NOTHING;
    /* The other threads block all signals. */
    if (number != (int)number || pthread_kill(vm->main_thread->native, (int)number) != 0)
        return vm_raise_errno(vm, EINVAL, NOTHING);
    return vm_check_interrupts(vm) ? NONE : NOTHING;
}

static Value signal_default_int_handler(Vm *vm, Value *args, int argc) {
    (void)args, (void)argc;
    return vm_raise(vm, vm->exceptions.KeyboardInterrupt, NULL);
}

static Value signal_strsignal(Vm *vm, Value *args, int argc) {
    (void)argc;
    int number;
    if (!number_argument(vm, args[0], &number))
        return NOTHING;
    const char *text = strsignal(number);
    return text && !strstr(text, "Unknown signal") ? string_value(vm, text) : NONE;
}

static Value signal_pause(Vm *vm, Value *args, int argc) {
    (void)args, (void)argc;
    while (!vm->pending_signals || !thread_is_main(vm->thread))
        thread_park(vm, INFINITY);
    return vm_check_interrupts(vm) ? NONE : NOTHING;
}

static Value signal_valid_signals(Vm *vm, Value *args, int argc) {
    (void)args, (void)argc;
    sigset_t all;
    sigfillset(&all);
    List *numbers = list_new(vm, 0);
    for (int number = 1; number < SIGNAL_COUNT; number++)
        if (sigismember(&all, number) == 1)
            list_append(vm, numbers, small_int(number));
    return object_value(numbers);
}

/* set_wakeup_fd(fd, *, warn_on_full_buffer): returns the one before. That a buffer is full goes without
 * warning. */
static Value signal_set_wakeup_fd(Vm *vm, Value *args, int argc) {
    (void)argc;
    int64_t descriptor;
    int flags = O_NONBLOCK;
    if (!thread_is_main(vm->thread))
        return vm_raise(vm, vm->exceptions.ValueError,
                        "set_wakeup_fd only works in main thread of the main interpreter");
    if (!value_to_index(vm, args[0], &descriptor))
        return NOTHING;
    if (descriptor != (int)descriptor || (descriptor >= 0 && (flags = fcntl((int)descriptor, F_GETFL)) < 0))
        return vm_raise_errno(vm, EBADF, NOTHING);
    if (!(flags & O_NONBLOCK))
        return vm_raise(vm, vm->exceptions.ValueError, "the fd %l must be in non-blocking mode", descriptor);
    int before = vm->wakeup_descriptor;
    vm->wakeup_descriptor = descriptor < 0 ? -1 : (int)descriptor;
    return small_int(before);
}

/* ---- Timers ---- */

static Value signal_alarm(Vm *vm, Value *args, int argc) {
    (void)argc;
    int64_t seconds;
    if (!value_to_index(vm, args[0], &seconds))
        return NOTHING;
    return small_int(alarm((unsigned)seconds));
}

static Value raise_timer_error(Vm *vm) {
    vm_raise_errno(vm, errno, NOTHING);
    as_object(vm->thread->exception)->type = AS(Type, function_of_module(vm, "ItimerError"));
    return NOTHING;
}

static Value interval_value(Vm *vm, const struct itimerval *timer) {
    double delay = (double)timer->it_value.tv_sec + (double)timer->it_value.tv_usec * 1e-6;
    double interval = (double)timer->it_interval.tv_sec + (double)timer->it_interval.tv_usec * 1e-6;
    return object_value(tuple_of(vm, 2, float_value(vm, delay), float_value(vm, interval)));
}

static bool seconds_argument(Vm *vm, Value v, struct timeval *out) {
    double seconds;
    if (!value_to_double(vm, v, &seconds))
        return false;
    double whole = floor(seconds);
    *out = (struct timeval){.tv_sec = (time_t)whole, .tv_usec = (suseconds_t)((seconds - whole) * 1e6)};
    return true;
}

static Value signal_setitimer(Vm *vm, Value *args, int argc) {
    int64_t which;
    struct itimerval timer = {0}, before = {0};
    if (!value_to_index(vm, args[0], &which) || !seconds_argument(vm, args[1], &timer.it_value) ||
        (argc > 2 && !seconds_argument(vm, args[2], &timer.it_interval)))
        return NOTHING;
    if (setitimer((__itimer_which_t)which, &timer, &before) != 0)
        return raise_timer_error(vm);
    return interval_value(vm, &before);
}

static Value signal_getitimer(Vm *vm, Value *args, int argc) {
    (void)argc;
    int64_t which;
    struct itimerval timer = {0};
    if (!value_to_index(vm, args[0], &which))
        return NOTHING;
    if (getitimer((__itimer_which_t)which, &timer) != 0)
        return raise_timer_error(vm);
    return interval_value(vm, &timer);
}

/* ---- The module ---- */

static const struct SignalName {
    const char *name;
    int number;
} signal_names[] = {
    {"SIGHUP", SIGHUP},       {"SIGINT", SIGINT},       {"SIGQUIT", SIGQUIT}, {"SIGILL", SIGILL},
    {"SIGTRAP", SIGTRAP},     {"SIGABRT", SIGABRT},     {"SIGBUS", SIGBUS},   {"SIGFPE", SIGFPE},
    {"SIGKILL", SIGKILL},     {"SIGUSR1", SIGUSR1},     {"SIGSEGV", SIGSEGV}, {"SIGUSR2", SIGUSR2},
    {"SIGPIPE", SIGPIPE},     {"SIGALRM", SIGALRM},     {"SIGTERM", SIGTERM},
#ifdef SIGSTKFLT
    {"SIGSTKFLT", SIGSTKFLT},
#endif
    {"SIGCHLD", SIGCHLD},     {"SIGCONT", SIGCONT},     {"SIGSTOP", SIGSTOP}, {"SIGTSTP", SIGTSTP},
    {"SIGTTIN", SIGTTIN},     {"SIGTTOU", SIGTTOU},     {"SIGURG", SIGURG},   {"SIGXCPU", SIGXCPU},
    {"SIGXFSZ", SIGXFSZ},     {"SIGVTALRM", SIGVTALRM}, {"SIGPROF", SIGPROF}, {"SIGWINCH", SIGWINCH},
    {"SIGIO", SIGIO},
#ifdef SIGPWR
    {"SIGPWR", SIGPWR},
#endif
    {"SIGSYS", SIGSYS},
};

static bool setup(Vm *vm, Module *module) {
    Dict *namespace = module->namespace, *signals = dict_new(vm);
    for (size_t i = 0; i < sizeof signal_names / sizeof *signal_names; i++)
        dict_set_c(vm, signals, signal_names[i].name, small_int(signal_names[i].number));
    dict_set_c(vm, signals, "SIGRTMIN", small_int(SIGRTMIN));
    dict_set_c(vm, signals, "SIGRTMAX", small_int(SIGRTMAX));
    dict_set_c(vm, namespace, "signals", object_value(signals));
    dict_set_c(vm, namespace, "NSIG", small_int(SIGNAL_COUNT));
    dict_set_c(vm, namespace, "ITIMER_REAL", small_int(ITIMER_REAL));
    dict_set_c(vm, namespace, "ITIMER_VIRTUAL", small_int(ITIMER_VIRTUAL));
    dict_set_c(vm, namespace, "ITIMER_PROF", small_int(ITIMER_PROF));
    Type *error = exception_class_new(vm, "itimer_error", "signal", vm->exceptions.OSError);
    dict_set_c(vm, namespace, "ItimerError", object_value(error));
    return true;
}

static const NativeDef functions[] = {
    {"signal", signal_signal, 2, 2, 0, NULL},
    {"getsignal", signal_getsignal, 1, 1, 0, NULL},
    {"raise_signal", signal_raise_signal, 1, 1, 0, NULL},
    {"default_int_handler", signal_default_int_handler, 2, 2, 0, NULL},
    {"strsignal", signal_strsignal, 1, 1, 0, NULL},
    {"set_wakeup_fd", signal_set_wakeup_fd, 1, 1, 0, "fd,*,warn_on_full_buffer"},
    {"pause", signal_pause, 0, 0, 0, NULL},
    {"valid_signals", signal_valid_signals, 0, 0, 0, NULL},
    {"alarm", signal_alarm, 1, 1, 0, NULL},
    {"setitimer", signal_setitimer, 2, 3, 0, NULL},
    {"getitimer", signal_getitimer, 1, 1, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

const ModuleDef signals_module = {"_signal", functions, setup};
