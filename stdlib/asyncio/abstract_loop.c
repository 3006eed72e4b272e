/* asyncio.AbstractEventLoop: the class of all loops, whose methods only say that they are missing. */
#include "stdlib/asyncio/asyncio.h"

static Value refuse(Vm *vm, Value *args, int argc) {
    (void)args, (void)argc;
    return vm_raise(vm, vm->exceptions.NotImplementedError, NULL);
}

#define ABSTRACT(name) \
    { name, refuse, 1, -1, NATIVE_ANY_KEYWORDS, NULL }

static const NativeDef methods[] = {
    ABSTRACT("run_forever"),
    ABSTRACT("run_until_complete"),
    ABSTRACT("stop"),
    ABSTRACT("close"),
    ABSTRACT("is_running"),
    ABSTRACT("is_closed"),
    ABSTRACT("time"),
    ABSTRACT("call_soon"),
    ABSTRACT("call_soon_threadsafe"),
    ABSTRACT("call_later"),
    ABSTRACT("call_at"),
    ABSTRACT("create_future"),
    ABSTRACT("create_task"),
    ABSTRACT("set_task_factory"),
    ABSTRACT("get_task_factory"),
    ABSTRACT("set_exception_handler"),
    ABSTRACT("get_exception_handler"),
    ABSTRACT("call_exception_handler"),
    ABSTRACT("default_exception_handler"),
    ABSTRACT("get_debug"),
    ABSTRACT("set_debug"),
    ABSTRACT("shutdown_asyncgens"),
    ABSTRACT("shutdown_default_executor"),
    ABSTRACT("add_reader"),
    ABSTRACT("add_writer"),
    ABSTRACT("remove_reader"),
    ABSTRACT("remove_writer"),
    ABSTRACT("add_signal_handler"),
    ABSTRACT("remove_signal_handler"),
    ABSTRACT("run_in_executor"),
    ABSTRACT("set_default_executor"),
    ABSTRACT("connect_accepted_socket"),
    ABSTRACT("connect_read_pipe"),
    ABSTRACT("connect_write_pipe"),
    ABSTRACT("create_connection"),
    ABSTRACT("create_datagram_endpoint"),
    ABSTRACT("create_server"),
    ABSTRACT("create_unix_connection"),
    ABSTRACT("create_unix_server"),
    ABSTRACT("getaddrinfo"),
    ABSTRACT("getnameinfo"),
    ABSTRACT("sock_accept"),
    ABSTRACT("sock_connect"),
    ABSTRACT("sock_recv"),
    ABSTRACT("sock_recv_into"),
    ABSTRACT("sock_recvfrom"),
    ABSTRACT("sock_recvfrom_into"),
    ABSTRACT("sock_sendall"),
    ABSTRACT("sock_sendto"),
    ABSTRACT("subprocess_exec"),
    ABSTRACT("subprocess_shell"),
    END_OF_FUNCTIONS,
};

static const NativeLayout layout = {"AbstractEventLoop", sizeof(Obj), NULL, NULL};

static Value create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    (void)args, (void)argc, (void)keywords;
    return object_value(type_allocate(vm, type));
}

static const TypeDef def = {
    .name = "AbstractEventLoop",
    .module = "asyncio.events",
    .kind = KIND_NATIVE,
    .layout = &layout,
    .size = sizeof(Obj),
    .create = create,
    .methods = methods,
};

Type *abstract_loop_setup(Vm *vm, Module *module) {
    return asyncio_add_type(vm, module, &def, NULL);
}
