#include "vm/vm.h"

#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>

#include "vm/clock.h"
#include "vm/dict.h"
#include "vm/event_loop.h"
#include "vm/intern.h"
#include "vm/list.h"
#include "vm/memory.h"
#include "vm/shape.h"
#include "vm/side_attributes.h"
#include "vm/type_boot.h"

enum {
    RECURSION_LIMIT = 1000,
    STACK_BYTES = 256 * 1024 * 1024, /* of address space; a page costs memory only once it is used */
    STACK_BYTES_AT_LEAST = 1024 * 1024,
    NATIVE_RESERVE = 256 * 1024, /* of the C stack: for what runs without asking how deep it is */
};

static void reserve_stack(Thread *thread) {
    for (size_t bytes = STACK_BYTES; bytes >= STACK_BYTES_AT_LEAST; bytes /= 2) {
        void *stack =
            mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (stack != MAP_FAILED) {
            thread->stack = thread->stack_top = stack;
            thread->stack_limit = thread->stack + bytes / sizeof(Value);
            return;
        }
    }
    memory_exhausted();
}

/* How far down the C stack may reach. It began not far above `here`. */
static char *native_limit(char *here) {
    struct rlimit limit;
    size_t bytes = 8 * 1024 * 1024, reserve = NATIVE_RESERVE;
    if (getrlimit(RLIMIT_STACK, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY)
        bytes = limit.rlim_cur;
    if (bytes < 4 * reserve)
        reserve = bytes / 4;
    return here - (bytes - reserve);
}

static Thread *thread_new(Vm *vm) {
    Thread *thread = memory_new_zeroed(1, sizeof(Thread));
    thread->vm = vm;
    thread->handled = NONE;
    thread->base_handled = NONE;
    thread->native_limit = native_limit((char *)__builtin_frame_address(0));
    reserve_stack(thread);
    return thread;
}

static void thread_free(Thread *thread) {
    munmap(thread->stack, (size_t)((char *)thread->stack_limit - (char *)thread->stack));
    free(thread->roots);
    free(thread);
}

Vm *vm_new(FindBuiltinModule find) {
    Vm *vm = memory_new_zeroed(1, sizeof(Vm));
    vm->heap = heap_new(vm);
    vm->thread = thread_new(vm);
    vm->find_builtin_module = find;
    vm->recursion_limit = RECURSION_LIMIT;
    vm->clock = clock_new(false);
    vm->interned = intern_table_new();
    vm->side_attributes = side_attributes_new();
    type_boot_all(vm);
    vm->build_class = class_builder_new(vm);
    vm->builtins = dict_new_stable(vm);
    vm->modules = dict_new(vm);
    vm->path = list_new(vm, 0);
    vm->arguments = list_new(vm, 0);
    return vm;
}

void vm_free(Vm *vm) {
    heap_free(vm->heap);
    scheduler_free(vm);
    free(vm->clock);
    side_attributes_free(vm->side_attributes); /* asks the shapes */
    shapes_free(vm);
    intern_table_free(vm->interned);
    thread_free(vm->thread);
    free(vm);
}

void vm_root_grow(Vm *vm) {
    Thread *thread = vm->thread;
    thread->root_capacity = thread->root_capacity ? thread->root_capacity * 2 : 64;
    thread->roots = memory_resize(thread->roots, thread->root_capacity, sizeof(Value));
}
