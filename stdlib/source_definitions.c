/* Module _source: functions made from text, for modules that write code (dataclasses). */
#include "stdlib/modules.h"
#include "vm/compile_source.h"
#include "vm/dict.h"
#include "vm/import.h"

/* define(text, names, module): runs the text in a new namespace that has the names (a dict) from the start
 * and belongs to the module of that name; returns the namespace. */
static Value define(Vm *vm, Value *args, int argc) {
    (void)argc;
    if (!is_string(args[0]) || !is_dict(args[1]) || !is_string(args[2]))
        return vm_raise(vm, vm->exceptions.TypeError, "define() takes a str, a dict and a str");
    const String *text = AS(String, args[0]);
    Module *module = module_new(vm, AS(String, args[2]));
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(module));
    uint32_t position = 0;
    for (DictEntry *entry; (entry = dict_next(AS(Dict, args[1]), &position));)
        if (is_string(entry->key))
            dict_set_string(vm, module->namespace, AS(String, entry->key), entry->value);
    SyntaxErrorInfo error = {0};
    Source source;
    if (!source_from_bytes(&source, "<string>", text->chars, text->byte_count, &error)) {
        raise_syntax_error(vm, &error, "<string>", NULL);
        vm_root_reset(vm, mark);
        return NOTHING;
    }
    Code *code = compile_source(vm, &source, module->namespace, COMPILE_MODULE, NULL);
    source_free(&source);
    bool ok = code && vm_run_module(vm, code) != NOTHING;
    vm_root_reset(vm, mark);
    return ok ? object_value(module->namespace) : NOTHING;
}

static const NativeDef functions[] = {
    {"define", define, 3, 3, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

const ModuleDef source_definitions_module = {"_source", functions, NULL};
