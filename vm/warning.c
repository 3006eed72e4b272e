#include "vm/warning.h"

#include <errno.h>
#include <unistd.h>

#include "vm/call.h"
#include "vm/creation_places.h"
#include "vm/dict.h"

void vm_write_error(Vm *vm, const char *chars, size_t count) {
    if (vm->write_error) {
        vm->write_error(vm, chars, count);
        return;
    }
    while (count > 0) {
        ssize_t written = write(STDERR_FILENO, chars, count);
        if (written < 0) {
            if (errno == EINTR)
                continue;
            return;
        }
        chars += written;
        count -= (size_t)written;
    }
}

/* warnings.warn_explicit(message, category, file, line, module, registry, globals, source) for the place
 * where `frame` stands, NULL: the program's end. False: raised, as a filter may want it. */
static bool warn_at(Vm *vm, Type *category, const Frame *frame, Value message, Value source) {
    size_t mark = vm_root_mark(vm);
    vm_root(vm, message);
    Value module = vm_import(vm, string_intern_c(vm, "warnings"));
    Value function =
        module == NOTHING ? NOTHING : value_get_attribute(vm, module, string_intern_c(vm, "warn_explicit"));
    if (function == NOTHING) {
        vm_root_reset(vm, mark);
        return false;
    }
    uint32_t line = 1;
    Value file = string_value(vm, "sys"), name = file, globals = NONE, registry = NONE;
    if (frame) {
        ptrdiff_t index = frame->pc - frame->code->instructions - 1;
        line = code_position(frame->code, index < 0 ? 0 : (size_t)index).line;
        file = object_value(frame->code->file_name);
        Dict *namespace = frame->function->globals;
        globals = object_value(namespace);
        Value own_name = dict_get_string(namespace, vm->names.name);
        name = own_name == NOTHING ? string_value(vm, "<string>") : own_name;
        registry = dict_get_c(vm, namespace, "__warningregistry__");
        if (registry == NOTHING)
            dict_set_c(vm, namespace, "__warningregistry__", registry = object_value(dict_new(vm)));
    }
    Value args[] = {message, object_value(category), file, small_int(line), name, registry, globals, source};
    enum { COUNT = sizeof args / sizeof *args };
    for (int i = 0; i < COUNT; i++)
        vm_root(vm, args[i]);
    bool ok = vm_call(vm, function, args, COUNT, NULL) != NOTHING;
    vm_root_reset(vm, mark);
    return ok;
}

bool warn_never_awaited(Vm *vm, Value coroutine) {
    String *origin = creation_place_stack(vm, as_object(coroutine));
    String *message = string_format(vm, "coroutine '%s' was never awaited%s%s", generator_qualname(coroutine),
                                    origin ? "\nCoroutine created at (most recent call last)\n" : "",
                                    origin ? origin->chars : "");
    if (origin)
        message = AS(String, string_slice(vm, message, 0, message->length - 1)); /* without the newline */
    return warn_at(vm, vm->exceptions.RuntimeWarning, vm->thread->frame, object_value(message), coroutine);
}
