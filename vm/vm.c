#include "vm/vm.h"

#include <stdlib.h>

#include "vm/clock.h"
#include "vm/creation_places.h"
#include "vm/dict.h"
#include "vm/event_loop.h"
#include "vm/import.h"
#include "vm/intern.h"
#include "vm/interpreter_lock.h"
#include "vm/list.h"
#include "vm/memory.h"
#include "vm/shape.h"
#include "vm/side_attributes.h"
#include "vm/type_boot.h"

enum { RECURSION_LIMIT = 1000, INT_DIGIT_LIMIT = 4300 };

Vm *vm_new(FindBuiltinModule find) {
    Vm *vm = memory_new_zeroed(1, sizeof(Vm));
    vm->heap = heap_new(vm);
    vm->thread = vm->main_thread = vm->threads = thread_new_main(vm);
    vm->thread_count = vm->awake_count = 1;
    vm->lock = interpreter_lock_new(vm->thread);
    vm->find_builtin_module = find;
    vm->recursion_limit = RECURSION_LIMIT;
    vm->wakeup_descriptor = -1;
    vm->int_digit_limit = INT_DIGIT_LIMIT;
    vm->clock = clock_new(false);
    vm->interned = intern_table_new();
    vm->side_attributes = side_attributes_new();
    type_boot_all(vm);
    vm->build_class = class_builder_new(vm);
    vm->builtins = dict_new_stable(vm);
    vm->modules = dict_new(vm);
    vm->path = list_new(vm, 0);
    list_append(vm, vm->path, string_value(vm, IMPORT_LIBRARY));
    vm->arguments = list_new(vm, 0);
    return vm;
}

void vm_free(Vm *vm) {
    heap_free(vm->heap);
    scheduler_free(vm);
    free(vm->clock);
    creation_places_free(vm);
    side_attributes_free(vm->side_attributes); /* asks the shapes */
    shapes_free(vm);
    intern_table_free(vm->interned);
    interpreter_lock_free(vm->lock);
    thread_free_main(vm->thread);
    free(vm);
}

void vm_root_grow(Vm *vm) {
    Thread *thread = vm->thread;
    thread->root_capacity = thread->root_capacity ? thread->root_capacity * 2 : 64;
    thread->roots = memory_resize(thread->roots, thread->root_capacity, sizeof(Value));
}
