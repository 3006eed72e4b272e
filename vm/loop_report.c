/* What the loop does about exceptions that nobody is there to handle. */
#include "vm/call.h"
#include "vm/creation_places.h"
#include "vm/dict.h"
#include "vm/event_loop.h"
#include "vm/loop_log.h"

static bool is_exit(Vm *vm) {
    return vm_exception_is(vm, vm->exceptions.KeyboardInterrupt) ||
           vm_exception_is(vm, vm->exceptions.SystemExit);
}

static String *without_newline(Vm *vm, String *text) {
    bool ends_in_newline = text->byte_count > 0 && text->chars[text->byte_count - 1] == '\n';
    return ends_in_newline ? string_new(vm, text->chars, text->byte_count - 1) : text;
}

void event_loop_report_default(Vm *vm, Dict *context) {
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(context));
    Value message = dict_get_c(vm, context, "message"), exception = dict_get_c(vm, context, "exception");
    StringBuilder out;
    builder_init(&out);
    int truth = message == NOTHING ? 0 : value_truth(vm, message);
    if (truth < 0)
        vm_clear_exception(vm);
    if (truth != 0)
        builder_format(vm, &out, "%V", message);
    else
        builder_add_c(&out, "Unhandled exception in event loop");
    /* The rest, sorted by key. */
    String *last = NULL;
    for (;;) {
        DictEntry *next = NULL;
        uint32_t position = 0;
        for (DictEntry *entry; (entry = dict_next(context, &position));) {
            if (!is_string(entry->key) || string_equal_c(AS(String, entry->key), "message") ||
                string_equal_c(AS(String, entry->key), "exception"))
                continue;
            if (last && string_compare(AS(String, entry->key), last) <= 0)
                continue;
            if (!next || string_compare(AS(String, entry->key), AS(String, next->key)) < 0)
                next = entry;
        }
        if (!next)
            break;
        last = AS(String, next->key);
        if (string_equal_c(last, "source_traceback") && is_string(next->value))
            builder_format(vm, &out, "\n%S: Object created at (most recent call last):\n%S", last,
                           without_newline(vm, AS(String, next->value)));
        else
            builder_format(vm, &out, "\n%S: %R", last, next->value);
    }
    String *text = AS(String, builder_finish(vm, &out));
    loop_log(vm, LOOP_LOG_ERROR, text, exception != NOTHING && is_exception(exception) ? exception : NOTHING);
    vm_root_reset(vm, mark);
}

bool event_loop_report(Vm *vm, Loop *loop, Dict *context) {
    if (loop->exception_handler == NONE) {
        event_loop_report_default(vm, context);
        return true;
    }
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(context));
    bool ok = true;
    if (vm_call2(vm, loop->exception_handler, object_value(loop), object_value(context)) == NOTHING) {
        if (is_exit(vm)) {
            ok = false;
        } else {
            Value exception = vm_take_exception(vm);
            vm_root(vm, exception);
            Dict *unhandled = dict_new(vm);
            dict_set_c(vm, unhandled, "message", string_value(vm, "Unhandled error in exception handler"));
            dict_set_c(vm, unhandled, "exception", exception);
            dict_set_c(vm, unhandled, "context", object_value(context));
            event_loop_report_default(vm, unhandled);
        }
    }
    vm_root_reset(vm, mark);
    return ok;
}

bool event_loop_report_about(Vm *vm, Loop *loop, const char *message, Value exception, const char *key,
                             Value object) {
    Dict *context = dict_new(vm);
    if (key && !exception)
        dict_set_c(vm, context, key, object);
    dict_set_c(vm, context, "message", string_value(vm, message));
    if (exception != NOTHING)
        dict_set_c(vm, context, "exception", exception);
    if (key)
        dict_set_c(vm, context, key, object);
    String *stack = key ? creation_place_stack(vm, as_object(object)) : NULL;
    if (stack)
        dict_set_c(vm, context, "source_traceback", object_value(stack));
    return event_loop_report(vm, loop, context);
}
