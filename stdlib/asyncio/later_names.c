/* What asyncio has in the language itself, streams, servers, transports..., is loaded when a script first
 * asks for it, so that a script that does not need it starts no slower. The module's __getattr__ finds its
 * names, and the loop's methods that are written there call them. */
#include "stdlib/asyncio/asyncio.h"
#include "stdlib/forwarding.h"

typedef struct LaterName {
    const char *name, *module;
} LaterName;

static const LaterName names[] = {
    {"AbstractServer", "asyncio.connections"},
    {"BaseProtocol", "asyncio.protocols"},
    {"BaseTransport", "asyncio.transports"},
    {"BufferedProtocol", "asyncio.protocols"},
    {"DatagramProtocol", "asyncio.protocols"},
    {"DatagramTransport", "asyncio.transports"},
    {"IncompleteReadError", "asyncio.streams"},
    {"LimitOverrunError", "asyncio.streams"},
    {"Protocol", "asyncio.protocols"},
    {"ReadTransport", "asyncio.transports"},
    {"Server", "asyncio.connections"},
    {"StreamReader", "asyncio.streams"},
    {"StreamReaderProtocol", "asyncio.streams"},
    {"StreamWriter", "asyncio.streams"},
    {"SubprocessProtocol", "asyncio.protocols"},
    {"SubprocessTransport", "asyncio.transports"},
    {"Transport", "asyncio.transports"},
    {"WriteTransport", "asyncio.transports"},
    {"create_subprocess_exec", "asyncio.subprocess"},
    {"create_subprocess_shell", "asyncio.subprocess"},
    {"open_connection", "asyncio.streams"},
    {"open_unix_connection", "asyncio.streams"},
    {"run_coroutine_threadsafe", "asyncio.threads"},
    {"start_server", "asyncio.streams"},
    {"start_unix_server", "asyncio.streams"},
    {"to_thread", "asyncio.threads"},
    {"wrap_future", "asyncio.threads"},
};

enum { NAME_COUNT = sizeof names / sizeof *names };

Value asyncio_find_later(Vm *vm, Value *args, int argc) {
    (void)argc;
    if (!is_string(args[0]))
        return vm_raise(vm, vm->exceptions.TypeError, "attribute name must be string, not '%T'", args[0]);
    String *name = AS(String, args[0]);
    for (int i = 0; i < NAME_COUNT; i++)
        if (string_equal_c(name, names[i].name)) {
            Value found = forwarding_find(vm, names[i].module, name);
            if (found != NOTHING)
                dict_set_string(vm, AS(Module, dict_get_c(vm, vm->modules, "asyncio"))->namespace,
                                string_intern(vm, name), found);
            return found;
        }
    /* asyncio.subprocess and its like, asked for without an import of their own. */
    String *dotted = string_format(vm, "asyncio.%S", name);
    if (vm->find_builtin_module(dotted->chars)) {
        size_t mark = vm_root_mark(vm);
        vm_root(vm, object_value(dotted));
        Value package = vm_import(vm, dotted);
        vm_root_reset(vm, mark);
        return package == NOTHING ? NOTHING : dict_get_string(vm->modules, string_intern(vm, dotted));
    }
    Value module = dict_get_c(vm, vm->modules, "asyncio");
    return vm_raise_about_name(vm, vm->exceptions.AttributeError, name, module,
                               "module 'asyncio' has no attribute '%S'", name);
}

/* dir(asyncio) */
Value asyncio_list_names(Vm *vm, Value *args, int argc) {
    (void)args, (void)argc;
    Dict *all = dict_new(vm);
    Dict *namespace = AS(Module, dict_get_c(vm, vm->modules, "asyncio"))->namespace;
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(all));
    dict_update(vm, all, object_value(namespace));
    for (int i = 0; i < NAME_COUNT; i++)
        dict_set_c(vm, all, names[i].name, NONE);
    List *list = list_from_iterable(vm, object_value(all));
    vm_root_reset(vm, mark);
    return list ? object_value(list) : NOTHING;
}

/* ---- Methods of the loop ---- */

static Value call_threads(Vm *vm, const char *name, Value *args, int argc) {
    Value function = forwarding_find(vm, "asyncio.threads", string_intern_c(vm, name));
    return function == NOTHING ? NOTHING : vm_call(vm, function, args, argc, NULL);
}

bool asyncio_close_executor(Vm *vm, Loop *loop) {
    Value self = object_value(loop);
    return !is_object(loop->executors) || call_threads(vm, "close_executor", &self, 1) != NOTHING;
}

Value asyncio_shutdown_executor(Vm *vm, Loop *loop, Value timeout) {
    Value args[] = {object_value(loop), timeout == NOTHING ? NONE : timeout};
    return call_threads(vm, "shutdown_default_executor", args, 2);
}

#define LATER(name) \
    { name, NULL, 1, -1, NATIVE_RAW, NULL }

static void add_from(Vm *vm, Type *loop_type, const NativeDef *methods, size_t count, const char *module) {
    for (size_t i = 0; i < count; i++)
        dict_set_c(vm, loop_type->namespace, methods[i].name,
                   forwarding_new(vm, &methods[i], loop_type, module));
}

void asyncio_add_later_methods(Vm *vm, Type *loop_type) {
    static const NativeDef methods[] = {
        LATER("connect_accepted_socket"),
        LATER("connect_read_pipe"),
        LATER("connect_write_pipe"),
        LATER("create_connection"),
        LATER("create_datagram_endpoint"),
        LATER("create_server"),
        LATER("create_unix_connection"),
        LATER("create_unix_server"),
        LATER("getaddrinfo"),
        LATER("getnameinfo"),
        LATER("sock_accept"),
        LATER("sock_connect"),
        LATER("sock_recv"),
        LATER("sock_recv_into"),
        LATER("sock_recvfrom"),
        LATER("sock_recvfrom_into"),
        LATER("sock_sendall"),
        LATER("sock_sendto"),
    };
    static const NativeDef thread_methods[] = {
        LATER("run_in_executor"),
        LATER("set_default_executor"),
    };
    static const NativeDef process_methods[] = {
        LATER("subprocess_exec"),
        LATER("subprocess_shell"),
    };
    add_from(vm, loop_type, methods, sizeof methods / sizeof *methods, "asyncio.connections");
    add_from(vm, loop_type, thread_methods, sizeof thread_methods / sizeof *thread_methods,
             "asyncio.threads");
    add_from(vm, loop_type, process_methods, sizeof process_methods / sizeof *process_methods,
             "asyncio.process_transports");
}
