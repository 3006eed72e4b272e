/* Module os: the processes of the system. */
#include <errno.h>
#include <signal.h>
#include <unistd.h>

#include "stdlib/modules.h"
#include "vm/dict.h"

static Value os_getpid(Vm *vm, Value *args, int argc) {
    (void)vm, (void)args, (void)argc;
    return small_int(getpid());
}

static Value os_getppid(Vm *vm, Value *args, int argc) {
    (void)vm, (void)args, (void)argc;
    return small_int(getppid());
}

static Value os_kill(Vm *vm, Value *args, int argc) {
    (void)argc;
    int64_t process, number;
    if (!value_to_index(vm, args[0], &process) || !value_to_index(vm, args[1], &number))
        return NOTHING;
    if (process != (pid_t)process || number != (int)number)
        return vm_raise(vm, vm->exceptions.OverflowError, "signed integer is greater than maximum");
    if (kill((pid_t)process, (int)number) != 0)
        return vm_raise_errno(vm, errno, NOTHING);
    /* One that was sent to this very process is served before the call returns. */
    return vm_check_interrupts(vm) ? NONE : NOTHING;
}

static bool setup(Vm *vm, Module *module) {
    dict_set_c(vm, module->namespace, "name", string_value(vm, "posix"));
    return true;
}

static const NativeDef functions[] = {
    {"getpid", os_getpid, 0, 0, 0, NULL},
    {"getppid", os_getppid, 0, 0, 0, NULL},
    {"kill", os_kill, 2, 2, 0, "pid,signal,/"},
    {NULL, NULL, 0, 0, 0, NULL},
};

const ModuleDef os_module = {"os", functions, setup};
