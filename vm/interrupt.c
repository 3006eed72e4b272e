#include "vm/interrupt.h"

#include <signal.h>

static Vm *volatile interrupted_vm;

static void on_signal(int number) {
    (void)number;
    Vm *vm = interrupted_vm;
    if (vm)
        vm->interrupts = 1;
}

void interrupt_install(Vm *vm) {
    interrupted_vm = vm;
    struct sigaction action = {0};
    if (sigaction(SIGINT, NULL, &action) == 0 && action.sa_handler == SIG_IGN)
        return;
    action.sa_handler = vm ? on_signal : SIG_DFL;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
}

bool interrupt_take(Vm *vm) {
    if (!vm->interrupts)
        return false;
    vm->interrupts = 0;
    return true;
}

void interrupt_set_handler(Vm *vm, InterruptHandler handler) {
    vm->interrupt_handler = handler;
}

bool vm_check_interrupts(Vm *vm) {
    if (!interrupt_take(vm))
        return true;
    if (vm->interrupt_handler)
        return vm->interrupt_handler(vm);
    vm_raise(vm, vm->exceptions.KeyboardInterrupt, NULL);
    return false;
}
