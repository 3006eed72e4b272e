#include "stdlib/stdlib.h"

#include <stdlib.h>

#include "stdlib/builtins.h"
#include "stdlib/embedded_modules.h"
#include "stdlib/modules.h"
#include "stdlib/stdlib_state.h"
#include "stdlib/text_stream.h"
#include "stdlib/types/types.h"
#include "vm/memory.h"

/* --- State ---------------------------------------------------------------------------------------- */

static void state_trace(Heap *heap, Obj *self) {
    StdlibState *state = (StdlibState *)self;
    Type *const types[] = {
        state->bytes_iterator_type,
        state->byte_array_iterator_type,
        state->set_iterator_type,
        state->list_reverse_iterator_type,
        state->reversed_type,
        state->enumerate_type,
        state->callable_iterator_type,
        state->zip_type,
        state->map_type,
        state->filter_type,
        state->dict_view_types[0],
        state->dict_view_types[1],
        state->dict_view_types[2],
        state->generic_alias_type,
        state->union_type,
        state->type_alias_type,
        state->mapping_proxy_type,
        state->frame_type,
        state->text_stream_type,
        state->lock_type,
        state->thread_handle_type,
    };
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        heap_mark_object(heap, types[i]);
    heap_mark(heap, state->standard_input);
    heap_mark(heap, state->standard_output);
    heap_mark(heap, state->standard_error);
    heap_mark_object(heap, state->sys_name);
    heap_mark_values(heap, state->kept, state->kept_count);
}

static void state_finalize(Vm *vm, Obj *self) {
    (void)vm;
    free(((StdlibState *)self)->kept);
    free(((StdlibState *)self)->sockets);
}

static const NativeLayout state_layout = {"standard library", sizeof(StdlibState), state_trace,
                                          state_finalize};

static const TypeDef state_def = {
    .name = "standard library",
    .kind = KIND_NATIVE,
    .layout = &state_layout,
    .size = sizeof(StdlibState),
    .flags = TYPE_NO_INSTANCES,
};

static void mark_state(Heap *heap, void *state) {
    heap_mark_object(heap, state);
}

void stdlib_keep(Vm *vm, Value v) {
    StdlibState *state = stdlib_state(vm);
    if (state->kept_count == state->kept_capacity) {
        state->kept_capacity = state->kept_capacity == 0 ? 32 : state->kept_capacity * 2;
        state->kept = memory_resize(state->kept, state->kept_capacity, sizeof(Value));
    }
    state->kept[state->kept_count++] = v;
}

/* --- Setup ---------------------------------------------------------------------------------------- */

static void types_setup(Vm *vm) {
    object_type_setup(vm);
    type_type_setup(vm);
    function_type_setup(vm);
    property_type_setup(vm);
    super_type_setup(vm);
    module_type_setup(vm);
    mapping_proxy_type_setup(vm);
    union_type_setup(vm);
    type_alias_setup(vm);
    exception_types_setup(vm);
    exception_group_type_setup(vm);
    frame_type_setup(vm);
    traceback_type_setup(vm);
    int_type_setup(vm);
    float_type_setup(vm);
    constant_types_setup(vm);
    str_type_setup(vm);
    bytes_type_setup(vm);
    byte_array_type_setup(vm);
    list_type_setup(vm);
    tuple_type_setup(vm);
    dict_type_setup(vm);
    dict_views_setup(vm);
    set_type_setup(vm);
    range_type_setup(vm);
    slice_type_setup(vm);
    generic_alias_setup(vm);
    sequence_iterators_setup(vm);
    functional_iterators_setup(vm);
    generator_types_setup(vm);
}

bool stdlib_setup(Vm *vm) {
    Type *state_type = type_new_native(vm, &state_def, NULL);
    StdlibState *state = type_allocate(vm, state_type);
    vm->stdlib = state;
    heap_add_root_marker(vm->heap, mark_state, state);
    state->sys_name = string_intern_c(vm, "sys");
    stdlib_keep(vm, object_value(state_type));
    types_setup(vm);
    text_stream_setup(vm);
    return builtins_setup(vm);
}

/* --- Modules -------------------------------------------------------------------------------------- */

static const BuiltinModule native_modules[] = {
    {"_collections", &collections_module, NULL, 0},
    {"_functools", &function_tools_module, NULL, 0},
    {"_heapq", &heap_moves_module, NULL, 0},
    {"_io", &io_module, NULL, 0},
    {"_processes", &worker_process_module, NULL, 0},
    {"_random", &twister_module, NULL, 0},
    {"_signal", &signals_module, NULL, 0},
    {"_atexit", &exit_functions_module, NULL, 0},
    {"_thread", &thread_module, NULL, 0},
    {"_traceback", &traceback_text_module, NULL, 0},
    {"_types", &type_tools_module, NULL, 0},
    {"_socket", &socket_module, NULL, 0},
    {"_streams", &streams_module, NULL, 0},
    {"asyncio", &asyncio_module, NULL, 0},
    {"builtins", &builtins_module, NULL, 0},
    {"contextvars", &contextvars_module, NULL, 0},
    {"errno", &errno_module, NULL, 0},
    {"itertools", &itertools_module, NULL, 0},
    {"math", &math_module, NULL, 0},
    {"posix", &posix_module, NULL, 0},
    {"select", &select_module, NULL, 0},
    {"sys", &sys_module, NULL, 0},
    {"time", &time_module, NULL, 0},
};

enum { NATIVE_MODULE_COUNT = sizeof native_modules / sizeof *native_modules };

const BuiltinModule *stdlib_find_module(const char *name) {
    for (int i = 0; i < NATIVE_MODULE_COUNT; i++)
        if (strcmp(native_modules[i].name, name) == 0)
            return &native_modules[i];
    return embedded_module_find(name);
}

const char *stdlib_module_name(size_t index) {
    if (index < NATIVE_MODULE_COUNT)
        return native_modules[index].name;
    return embedded_modules[index - NATIVE_MODULE_COUNT].name;
}
