/* Module _thread: the table, and the functions that make no object. */
#include <signal.h>
#include <unistd.h>

#include "stdlib/modules.h"
#include "stdlib/stdlib_state.h"
#include "stdlib/thread/thread.h"
#include "vm/dict.h"
#include "vm/finalization.h"
#include "vm/interrupt.h"
#include "vm/warning.h"

static Value get_ident(Vm *vm, Value *args, int argc) {
    (void)args, (void)argc;
    return small_int(thread_identity(vm->thread));
}

static Value get_native_id(Vm *vm, Value *args, int argc) {
    (void)vm, (void)args, (void)argc;
    return small_int(gettid());
}

static Value main_ident(Vm *vm, Value *args, int argc) {
    (void)args, (void)argc;
    return small_int(thread_identity(vm->main_thread));
}

static Value count(Vm *vm, Value *args, int argc) {
    (void)args, (void)argc;
    return small_int(vm->thread_count - 1);
}

static Value exit_thread(Vm *vm, Value *args, int argc) {
    (void)args, (void)argc;
    return vm_raise(vm, vm->exceptions.SystemExit, NULL);
}

/* As if Ctrl-C had been pressed. */
static Value interrupt_main(Vm *vm, Value *args, int argc) {
    (void)args, (void)argc;
    pthread_kill(vm->main_thread->native, SIGINT);
    return NONE;
}

/* Writes a line and the exception's traceback to standard error. */
static Value report_exception(Vm *vm, Value *args, int argc) {
    (void)argc;
    StringBuilder out;
    builder_init(&out);
    builder_format(vm, &out, "%V\n", args[0]);
    if (is_exception(args[1]))
        exception_format(vm, args[1], &out);
    vm_write_error(vm, out.chars, out.count);
    builder_free(&out);
    return NONE;
}

static Value format_exception(Vm *vm, Value *args, int argc) {
    (void)argc;
    StringBuilder out;
    builder_init(&out);
    if (is_exception(args[0]))
        exception_format(vm, args[0], &out);
    return builder_finish(vm, &out);
}

void thread_finish_all(Vm *vm) {
    Value module = dict_get_c(vm, vm->modules, "threading");
    if (module != NOTHING && vm_call_method(vm, module, string_intern_c(vm, "_shutdown"), NULL, 0) == NOTHING)
        report_ignored_exception(vm, "in", module);
}

static const NativeDef functions[] = {
    {"allocate_lock", thread_allocate_lock, 0, 0, 0, NULL},
    {"start_new_thread", thread_start_new, 2, 3, 0, NULL},
    {"start_joinable_thread", thread_start_joinable, 1, 1, 0, NULL},
    {"_announce", thread_announce, 0, 0, 0, NULL},
    {"get_ident", get_ident, 0, 0, 0, NULL},
    {"get_native_id", get_native_id, 0, 0, 0, NULL},
    {"_get_main_thread_ident", main_ident, 0, 0, 0, NULL},
    {"_count", count, 0, 0, 0, NULL},
    {"exit", exit_thread, 0, 0, 0, NULL},
    {"interrupt_main", interrupt_main, 0, 0, 0, NULL},
    {"_format_exception", format_exception, 1, 1, 0, NULL},
    {"_report_exception", report_exception, 2, 2, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

static bool setup(Vm *vm, Module *module) {
    thread_lock_setup(vm, module);
    thread_local_setup(vm, module);
    thread_handle_setup(vm, module);
    dict_set_c(vm, module->namespace, "error", object_value(vm->exceptions.RuntimeError));
    return true;
}

const ModuleDef thread_module = {"_thread", functions, setup};
