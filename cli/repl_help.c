#include "cli/repl_help.h"

#include "stdlib/text_stream.h"
#include "vm/call.h"
#include "vm/dict.h"
#include "vm/list.h"

enum { LINE_WIDTH = 76 };

static const char introduction[] =
    "Type a statement and it runs; type an expression and its value is shown (and kept as _).\n"
    "\n"
    "  await asyncio.sleep(1)            await works right here, as do async for and async with\n"
    "  t = asyncio.create_task(main())   a task goes on while you type; what it prints appears above\n"
    "  asyncio.run(main())               runs main() to its end\n"
    "  t.cancel()                        asks a task to stop\n"
    "\n"
    "  Tab       completes names, attributes and modules; after blanks it indents\n"
    "  Up, Down  earlier entries; Ctrl-R searches them\n"
    "  Ctrl-C    drops the line, or stops what runs; tasks in the background go on\n"
    "  Ctrl-D    leaves (so does exit()): all tasks are cancelled first\n"
    "\n"
    "help(x) tells what x is and has. `bide --help` tells how to run files.\n";

static Value help_repr(Vm *vm, Value self) {
    (void)self;
    return string_value(vm, "Type help() for help about the prompt, or help(object) for help about object.");
}

/* Appends the names of what the object has, but those that begin with an underscore, in lines. False: raised.
 */
static bool add_names(Vm *vm, Value object, StringBuilder *text) {
    Value names = vm_call1(vm, dict_get_c(vm, vm->builtins, "dir"), object);
    if (names == NOTHING || !is_list(names))
        return false;
    size_t width = LINE_WIDTH;
    for (int64_t n = 0; n < AS(List, names)->count; n++) {
        Value name = AS(List, names)->items[n];
        if (!is_string(name) || AS(String, name)->chars[0] == '_')
            continue;
        if (width + AS(String, name)->byte_count + 1 > LINE_WIDTH) {
            builder_add_c(text, "\n   ");
            width = 3;
        }
        builder_format(vm, text, " %S", AS(String, name));
        width += AS(String, name)->byte_count + 1;
    }
    builder_add_char(text, '\n');
    return true;
}

static bool describe(Vm *vm, Value object, StringBuilder *text) {
    builder_format(vm, text, "%R", object);
    if (!is_type(object) && !is_kind(object, KIND_MODULE))
        builder_format(vm, text, "  (%T)", object);
    builder_add_char(text, '\n');
    Value doc = value_find_attribute(vm, object, vm->names.doc);
    if (doc == NOTHING && vm_has_exception(vm))
        return false;
    if (doc != NOTHING && is_string(doc))
        builder_format(vm, text, "\n    %S\n", AS(String, doc));
    return add_names(vm, object, text);
}

static Value help_call(Vm *vm, Value self, Value *args, int argc, Tuple *keywords) {
    (void)self;
    if (argc > 1 || keywords)
        return vm_raise(vm, vm->exceptions.TypeError, "help() takes at most one argument");
    StringBuilder text;
    builder_init(&text);
    bool ok = true;
    if (argc == 0)
        builder_add_c(&text, introduction);
    else
        ok = describe(vm, args[0], &text);
    size_t mark = vm_root_mark(vm);
    if (ok) {
        String *string = string_new(vm, text.chars, text.count);
        vm_root(vm, object_value(string));
        ok = text_stream_write_to(vm, text_stream_current(vm, "stdout"), string);
    }
    builder_free(&text);
    vm_root_reset(vm, mark);
    return ok ? NONE : NOTHING;
}

static const NativeLayout help_layout = {"help", sizeof(Obj), NULL, NULL};

static const TypeDef help_def = {
    .name = "Helper",
    .module = "_sitebuiltins",
    .kind = KIND_NATIVE,
    .layout = &help_layout,
    .size = sizeof(Obj),
    .flags = TYPE_NO_INSTANCES,
    .ops = {.repr = help_repr, .call = help_call},
};

void repl_help_setup(Vm *vm, Dict *namespace) {
    Type *type = type_new_native(vm, &help_def, NULL);
    dict_set_c(vm, namespace, "help", object_value(type_allocate(vm, type)));
}
