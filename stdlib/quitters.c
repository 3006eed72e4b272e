/* exit and quit: objects that raise SystemExit when they are called, and say so when they are shown. */
#include "stdlib/builtins.h"
#include "vm/dict.h"

typedef struct Quitter {
    Obj head;
    const char *name;
} Quitter;

static const NativeLayout quitter_layout = {"Quitter", sizeof(Quitter), NULL, NULL};

static Value quitter_repr(Vm *vm, Value self) {
    return object_value(string_format(vm, "Use %s() or Ctrl-D (i.e. EOF) to exit", AS(Quitter, self)->name));
}

static Value quitter_call(Vm *vm, Value self, Value *args, int argc, Tuple *keywords) {
    (void)self;
    if (argc > 1 || (keywords && !string_equal_c(AS(String, keywords->items[0]), "code")))
        return vm_raise(vm, vm->exceptions.TypeError, "Quitter.__call__() takes nothing but an exit code");
    return vm_raise_argument(vm, vm->exceptions.SystemExit, argc == 0 ? NONE : args[0]);
}

static const TypeDef quitter_def = {
    .name = "Quitter",
    .module = "_sitebuiltins",
    .kind = KIND_NATIVE,
    .layout = &quitter_layout,
    .size = sizeof(Quitter),
    .flags = TYPE_NO_INSTANCES,
    .ops = {.repr = quitter_repr, .call = quitter_call},
};

void quitters_setup(Vm *vm) {
    static const char *const names[] = {"exit", "quit"};
    Type *type = type_new_native(vm, &quitter_def, NULL);
    for (size_t n = 0; n < sizeof names / sizeof *names; n++) {
        Quitter *quitter = type_allocate(vm, type);
        quitter->name = names[n];
        dict_set_c(vm, vm->builtins, names[n], object_value(quitter));
    }
}
