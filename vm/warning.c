#include "vm/warning.h"

#include <errno.h>
#include <unistd.h>

#include "vm/creation_places.h"
#include "vm/dict.h"
#include "vm/source_text.h"

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

/* The same warning at the same place is given once. */
static bool is_first(Vm *vm, String *text) {
    if (!vm->warnings_given)
        vm->warnings_given = dict_new(vm);
    if (dict_get_string(vm->warnings_given, text) != NOTHING)
        return false;
    dict_set_string(vm, vm->warnings_given, text, NONE);
    return true;
}

static void warn_at(Vm *vm, const char *category, Code *code, uint32_t instruction, const char *message,
                    const char *after) {
    uint32_t line = code ? code_position(code, instruction).line : 1;
    String *text = string_format(vm, "%s:%d: %s: %s\n", code ? code->file_name->chars : "sys", (int)line,
                                 category, message);
    if (!is_first(vm, text))
        return;
    StringBuilder out;
    builder_init(&out);
    builder_add_string(&out, text);
    size_t length;
    const char *source = code && code->source ? source_text_line(code->source, (int)line, &length) : NULL;
    if (source) {
        while (length > 0 && (*source == ' ' || *source == '\t')) {
            source++;
            length--;
        }
        builder_add_c(&out, "  ");
        builder_add_chars(&out, source, length);
        builder_add_char(&out, '\n');
    }
    builder_add_c(&out, after);
    vm_write_error(vm, out.chars, out.count);
    builder_free(&out);
}

void vm_warn(Vm *vm, Type *category, Code *code, uint32_t instruction, const char *format, ...) {
    StringBuilder message;
    builder_init(&message);
    va_list list;
    va_start(list, format);
    builder_format_list(vm, &message, format, list);
    va_end(list);
    builder_add_char(&message, '\0');
    warn_at(vm, category->name->chars, code, instruction, message.chars, "");
    builder_free(&message);
}

void warn_never_awaited(Vm *vm, Value coroutine) {
    Frame *frame = vm->thread->frame;
    String *origin = creation_place_stack(vm, as_object(coroutine));
    String *message = string_format(vm, "coroutine '%s' was never awaited%s%s", generator_qualname(coroutine),
                                    origin ? "\nCoroutine created at (most recent call last)\n" : "",
                                    origin ? origin->chars : "");
    if (origin)
        message = AS(String, string_slice(vm, message, 0, message->length - 1)); /* without the newline */
    ptrdiff_t index = frame ? frame->pc - frame->code->instructions - 1 : 0;
    warn_at(vm, "RuntimeWarning", frame ? frame->code : NULL, index < 0 ? 0 : (uint32_t)index, message->chars,
            "RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n");
}
