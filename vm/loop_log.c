#include "vm/loop_log.h"

#include "vm/call.h"
#include "vm/dict.h"
#include "vm/list.h"
#include "vm/warning.h"

static const char *const method_names[] = {
    [LOOP_LOG_DEBUG] = "debug", [LOOP_LOG_WARNING] = "warning", [LOOP_LOG_ERROR] = "error"};

/* logging.getLogger("asyncio").LEVEL("%s", message, exc_info=exception) */
static bool log_through(Vm *vm, Value logging, LoopLogLevel level, Value message, Value exception) {
    Value name = string_value(vm, "asyncio");
    vm_root(vm, name);
    Value logger = vm_call_method(vm, logging, string_intern_c(vm, "getLogger"), &name, 1);
    if (logger == NOTHING)
        return false;
    vm_root(vm, logger);
    Value method = value_get_attribute(vm, logger, string_intern_c(vm, method_names[level]));
    if (method == NOTHING)
        return false;
    vm_root(vm, method);
    if (exception == NOTHING)
        exception = level == LOOP_LOG_ERROR ? FALSE_VALUE : NONE;
    Value args[] = {string_value(vm, "%s"), message, exception};
    Tuple *keywords = tuple_of(vm, 1, string_value(vm, "exc_info"));
    vm_root(vm, args[0]);
    vm_root(vm, object_value(keywords));
    return vm_call(vm, method, args, 3, keywords) != NOTHING;
}

void loop_log(Vm *vm, LoopLogLevel level, String *message, Value exception) {
    Value logging = dict_get_c(vm, vm->modules, "logging");
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(message));
    vm_root(vm, exception);
    bool is_logged = logging != NOTHING && log_through(vm, logging, level, object_value(message), exception);
    if (vm_has_exception(vm))
        vm_clear_exception(vm);
    if (!is_logged && level != LOOP_LOG_DEBUG) {
        StringBuilder out;
        builder_init(&out);
        builder_format(vm, &out, "%S\n", message);
        if (exception != NOTHING)
            exception_format_plainly(vm, exception, &out);
        vm_write_error(vm, out.chars, out.count);
        builder_free(&out);
    }
    vm_root_reset(vm, mark);
}
