#include "vm/interrupt.h"

#include <errno.h>
#include <signal.h>
#include <unistd.h>

#include "vm/call.h"
#include "vm/interpreter_lock.h"
#include "vm/poller.h"

static Vm *volatile interrupted_vm;

/* What does not fit is lost: whoever reads has enough to wake up for. */
static void write_number(int descriptor, int number) {
    const unsigned char byte = (unsigned char)number;
    int error = errno;
    ssize_t written = write(descriptor, &byte, 1);
    (void)written;
    errno = error;
}

static void on_signal(int number) {
    Vm *vm = interrupted_vm;
    if (!vm)
        return;
    atomic_fetch_or(&vm->pending_signals, 1ull << (number - 1));
    interrupt_request(vm, INTERRUPT_SIGNAL);
    sem_post(&vm->main_thread->wakeups);
    if (vm->main_thread->poller)
        poller_wake(vm->main_thread->poller);
    if (vm->wakeup_descriptor >= 0)
        write_number(vm->wakeup_descriptor, number);
}

void interrupt_request(Vm *vm, int what) {
    atomic_fetch_or(&vm->interrupts, what);
}

void interrupt_clear(Vm *vm, int what) {
    atomic_fetch_and(&vm->interrupts, ~what);
}

void interrupt_thread_changed(Vm *vm) {
    if (thread_is_main(vm->thread) && vm->pending_signals)
        interrupt_request(vm, INTERRUPT_SIGNAL);
}

static int set_action(int number, void (*handler)(int)) {
    struct sigaction action = {0};
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    return sigaction(number, &action, NULL) == 0 ? 0 : errno;
}

static bool is_ignored(int number) {
    struct sigaction action = {0};
    return sigaction(number, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}

void interrupt_install(Vm *vm) {
    interrupted_vm = vm;
    if (!is_ignored(SIGINT))
        set_action(SIGINT, vm ? on_signal : SIG_DFL);
}

int interrupt_set_signal(Vm *vm, int number, Value handler) {
    bool ignored = handler == small_int(1);
    bool by_system = ignored || handler == small_int(0) || (handler == NOTHING && number != SIGINT);
    int error = set_action(number, !by_system ? on_signal : ignored ? SIG_IGN : SIG_DFL);
    if (!error)
        vm->signal_handlers[number] = handler;
    return error;
}

bool interrupt_is_default(const Vm *vm) {
    return vm->signal_handlers[SIGINT] == NOTHING && !is_ignored(SIGINT);
}

void interrupt_set_handler(Vm *vm, InterruptHandler handler) {
    vm->interrupt_handler = handler;
}

void interrupt_forget(Vm *vm) {
    atomic_fetch_and(&vm->pending_signals, ~(1ull << (SIGINT - 1)));
}

/* False: raised. */
static bool serve(Vm *vm, int number) {
    Value handler = vm->signal_handlers[number];
    if (handler == small_int(0) || handler == small_int(1))
        return true; /* it arrived before it was set aside */
    if (handler != NOTHING)
        return vm_call2(vm, handler, small_int(number), vm->running_frame ? vm->running_frame(vm) : NONE) !=
               NOTHING;
    if (vm->interrupt_handler)
        return vm->interrupt_handler(vm);
    vm_raise(vm, vm->exceptions.KeyboardInterrupt, NULL);
    return false;
}

bool interrupt_check_quietly(Vm *vm) {
    const uint64_t bit = 1ull << (SIGINT - 1);
    if (!(vm->interrupts & INTERRUPT_SIGNAL) || !thread_is_main(vm->thread) || !interrupt_is_default(vm))
        return true;
    return !(atomic_fetch_and(&vm->pending_signals, ~bit) & bit) || serve(vm, SIGINT);
}

bool vm_check_interrupts(Vm *vm) {
    if (!vm->interrupts)
        return true;
    if (vm->interrupts & INTERRUPT_SWITCH)
        interpreter_yield(vm);
    interrupt_clear(vm, INTERRUPT_SIGNAL);
    if (!thread_is_main(vm->thread))
        return true;
    uint64_t pending = atomic_exchange(&vm->pending_signals, 0);
    while (pending) {
        int number = __builtin_ctzll(pending) + 1;
        pending &= pending - 1;
        if (serve(vm, number))
            continue;
        /* Those that are left are for the next safepoint. */
        if (pending) {
            atomic_fetch_or(&vm->pending_signals, pending);
            interrupt_request(vm, INTERRUPT_SIGNAL);
        }
        return false;
    }
    return true;
}
