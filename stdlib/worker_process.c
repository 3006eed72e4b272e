/* Module _processes: a forked copy of the program that runs one function. */
#include <errno.h>
#include <unistd.h>

#include "stdlib/modules.h"
#include "stdlib/text_stream.h"
#include "vm/finalization.h"

/* The child's whole life. Only the thread that forked is left in it. */
static _Noreturn void run_child(Vm *vm, Value function) {
    thread_after_fork(vm);
    int status = 0;
    if (vm_call0(vm, function) == NOTHING) {
        status = 1;
        if (vm_exception_is(vm, vm->exceptions.KeyboardInterrupt))
            vm_clear_exception(vm); /* the parent got it, too, and has more to say */
        else
            report_ignored_exception(vm, "in a worker process:", function);
    }
    if (!text_stream_flush_standard(vm))
        vm_clear_exception(vm);
    _exit(status);
}

static Value start(Vm *vm, Value *args, int argc) {
    (void)argc;
    if (!text_stream_flush_standard(vm)) /* else both would write what is in the buffers */
        return NOTHING;
    pid_t process = fork();
    if (process == 0)
        run_child(vm, args[0]);
    return process < 0 ? vm_raise_errno(vm, errno, NOTHING) : small_int(process);
}

static const NativeDef functions[] = {
    {"start", start, 1, 1, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

const ModuleDef worker_process_module = {"_processes", functions, NULL};
