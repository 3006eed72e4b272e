/* print and input. */
#include "stdlib/builtins.h"
#include "stdlib/stdlib_state.h"
#include "stdlib/text_stream.h"
#include "vm/call.h"

/* The str in an argument that may be None; NULL: raised. */
static String *text_argument(Vm *vm, Value v, const char *name, const char *otherwise) {
    if (v == NOTHING || v == NONE)
        return string_intern_c(vm, otherwise);
    if (is_string(v))
        return AS(String, v);
    vm_raise(vm, vm->exceptions.TypeError, "%s must be None or a string, not %T", name, v);
    return NULL;
}

static bool print_value(Vm *vm, Value file, Value v) {
    Value text = value_str(vm, v);
    if (text == NOTHING)
        return false;
    size_t roots = vm_root_mark(vm);
    vm_root(vm, text);
    bool written = text_stream_write_to(vm, file, AS(String, text));
    vm_root_reset(vm, roots);
    return written;
}

/* Natively: sep, end, file, flush, then what is to be printed. */
Value builtin_print(Vm *vm, Value *args, int argc) {
    String *separator = text_argument(vm, args[0], "sep", " ");
    String *end = separator == NULL ? NULL : text_argument(vm, args[1], "end", "\n");
    if (end == NULL)
        return NOTHING;
    Value file = args[2];
    if (file == NOTHING || file == NONE) {
        file = text_stream_current(vm, "stdout");
        if (file == NONE)
            return NONE;
        if (file == NOTHING)
            return vm_raise(vm, vm->exceptions.RuntimeError, "lost sys.stdout");
    }
    size_t roots = vm_root_mark(vm);
    vm_root(vm, file);
    vm_root(vm, object_value(separator));
    vm_root(vm, object_value(end));
    bool fine = true;
    for (int i = 4; fine && i < argc; i++) {
        if (i > 4)
            fine = text_stream_write_to(vm, file, separator);
        fine = fine && print_value(vm, file, args[i]);
    }
    fine = fine && text_stream_write_to(vm, file, end);
    if (fine && args[3] != NOTHING) {
        int flush = value_truth(vm, args[3]);
        fine = flush >= 0 && (flush == 0 || vm_call_method(vm, file, vm->names.flush, NULL, 0) != NOTHING);
    }
    vm_root_reset(vm, roots);
    return fine ? NONE : NOTHING;
}

/* The line without its end; EOFError when there is none. */
static Value finish_line(Vm *vm, Value line) {
    if (line == NOTHING)
        return NOTHING;
    if (!is_string(line))
        return vm_raise(vm, vm->exceptions.TypeError, "object.readline() returned non-string");
    String *string = AS(String, line);
    if (string->byte_count == 0)
        return vm_raise(vm, vm->exceptions.EOFError, "EOF when reading a line");
    size_t count = string->byte_count;
    if (string->chars[count - 1] == '\n')
        count--;
    return object_value(string_new(vm, string->chars, count));
}

Value builtin_input(Vm *vm, Value *args, int argc) {
    Value output = text_stream_current(vm, "stdout"), input = text_stream_current(vm, "stdin");
    if (input == NOTHING || input == NONE)
        return vm_raise(vm, vm->exceptions.RuntimeError, "input(): lost sys.stdin");
    if (output == NOTHING || output == NONE)
        return vm_raise(vm, vm->exceptions.RuntimeError, "input(): lost sys.stdout");
    size_t roots = vm_root_mark(vm);
    vm_root(vm, output);
    vm_root(vm, input);
    bool fine = argc == 0 || print_value(vm, output, args[0]);
    fine = fine && vm_call_method(vm, output, vm->names.flush, NULL, 0) != NOTHING;
    Value line = NOTHING;
    if (fine) {
        TextStream *stream = as_text_stream(input);
        line = stream != NULL ? text_stream_read_line(vm, stream, -1)
                              : vm_call_method(vm, input, string_intern_c(vm, "readline"), NULL, 0);
    }
    vm_root_reset(vm, roots);
    return finish_line(vm, line);
}
