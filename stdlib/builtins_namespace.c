/* Built-in functions about names: attributes, namespaces, imports. */
#include "stdlib/builtins.h"
#include "stdlib/types/frame_type.h"
#include "stdlib/types/list_sort.h"
#include "stdlib/types/names.h"
#include "vm/call.h"
#include "vm/code.h"
#include "vm/dict.h"
#include "vm/list.h"

/* --- Attributes ----------------------------------------------------------------------------------- */

static String *attribute_name(Vm *vm, Value v) {
    if (is_string(v))
        return string_intern(vm, AS(String, v));
    vm_raise(vm, vm->exceptions.TypeError, "attribute name must be string, not '%T'", v);
    return NULL;
}

Value builtin_getattr(Vm *vm, Value *args, int argc) {
    String *name = attribute_name(vm, args[1]);
    if (name == NULL)
        return NOTHING;
    if (argc < 3)
        return value_get_attribute(vm, args[0], name);
    Value value = value_find_attribute(vm, args[0], name);
    return value != NOTHING || vm_has_exception(vm) ? value : args[2];
}

Value builtin_hasattr(Vm *vm, Value *args, int argc) {
    (void)argc;
    String *name = attribute_name(vm, args[1]);
    if (name == NULL)
        return NOTHING;
    Value value = value_find_attribute(vm, args[0], name);
    return value == NOTHING && vm_has_exception(vm) ? NOTHING : bool_value(value != NOTHING);
}

Value builtin_setattr(Vm *vm, Value *args, int argc) {
    (void)argc;
    String *name = attribute_name(vm, args[1]);
    return name != NULL && value_set_attribute(vm, args[0], name, args[2]) ? NONE : NOTHING;
}

Value builtin_delattr(Vm *vm, Value *args, int argc) {
    (void)argc;
    String *name = attribute_name(vm, args[1]);
    return name != NULL && value_set_attribute(vm, args[0], name, NOTHING) ? NONE : NOTHING;
}

/* --- Namespaces ----------------------------------------------------------------------------------- */

Value builtin_globals(Vm *vm, Value *args, int argc) {
    (void)args, (void)argc;
    Frame *frame = vm->thread->frame;
    if (frame == NULL)
        return vm_raise(vm, vm->exceptions.SystemError, "globals(): no script is running");
    return object_value(frame->function->globals);
}

Value builtin_locals(Vm *vm, Value *args, int argc) {
    Frame *frame = vm->thread->frame;
    return frame ? frame_locals(vm, frame) : builtin_globals(vm, args, argc);
}

Value builtin_vars(Vm *vm, Value *args, int argc) {
    if (argc == 0)
        return builtin_locals(vm, args, argc);
    Value namespace = value_find_attribute(vm, args[0], vm->names.dict);
    if (namespace == NOTHING && !vm_has_exception(vm))
        return vm_raise(vm, vm->exceptions.TypeError, "vars() argument must have __dict__ attribute");
    return namespace;
}

Value builtin_dir(Vm *vm, Value *args, int argc) {
    Value names;
    if (argc == 0) {
        Value namespace = builtin_locals(vm, args, argc);
        if (namespace != NOTHING && !is_dict(namespace)) /* what exec() was given */
            names = vm_call_method(vm, namespace, vm->names.keys, NULL, 0);
        else
            names = namespace == NOTHING ? NOTHING : list_of_keys(vm, AS(Dict, namespace));
    } else {
        names = vm_call_special(vm, args[0], vm->names.dir, NULL, 0);
    }
    if (names == NOTHING)
        return NOTHING;
    size_t roots = vm_root_mark(vm);
    vm_root(vm, names);
    List *list = list_from_iterable(vm, names);
    bool sorted = false;
    if (list != NULL) {
        vm_root(vm, object_value(list));
        sorted = list_sort(vm, list, NOTHING, false);
    }
    vm_root_reset(vm, roots);
    return sorted ? object_value(list) : NOTHING;
}

/* --- Imports -------------------------------------------------------------------------------------- */

Value builtin___import__(Vm *vm, Value *args, int argc) {
    (void)argc;
    if (!is_string(args[0]))
        return vm_raise(vm, vm->exceptions.TypeError, "__import__() argument 1 must be str, not %T", args[0]);
    if (args[4] != NOTHING && args[4] != small_int(0))
        return vm_raise(vm, vm->exceptions.ImportError, "__import__() with a level is not supported");
    String *name = AS(String, args[0]);
    Value module = vm_import(vm, string_intern(vm, name));
    const char *dot = strchr(name->chars, '.');
    int from_names = args[3] == NOTHING ? 0 : value_truth(vm, args[3]);
    if (module == NOTHING || from_names < 0)
        return NOTHING;
    /* `import a.b` binds a. */
    if (dot == NULL || from_names > 0)
        return module;
    return vm_import(vm, string_intern_chars(vm, name->chars, (size_t)(dot - name->chars)));
}
