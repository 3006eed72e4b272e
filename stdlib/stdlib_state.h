/* What the standard library remembers for one vm: types it made, streams, names it looks up. It lives in
 * vm->stdlib.
 *
 * Whatever a script could drop (`del builtins.zip`) and native code still needs is kept alive with
 * stdlib_keep(). */
#ifndef BIDE_STDLIB_STDLIB_STATE_H
#define BIDE_STDLIB_STDLIB_STATE_H

#include "vm/vm.h"

typedef struct StdlibState {
    Obj head; /* the collector traces it like any other object */
    Type *ascii_iterator_type, *bytes_iterator_type, *byte_array_iterator_type, *set_iterator_type,
        *list_reverse_iterator_type, *callable_iterator_type;
    Type *reversed_type, *enumerate_type, *zip_type, *map_type, *filter_type;
    Type *dict_view_types[3];        /* by DictPart */
    Type *dict_iterator_types[2][3]; /* by whether it is reversed, and DictPart */
    Type *generic_alias_type, *union_type, *type_alias_type, *mapping_proxy_type, *frame_type;
    Type *long_range_iterator_type;
    Type *text_stream_type, *unsupported_operation;
    Value standard_input, standard_output, standard_error; /* the text streams a program begins with */
    Type *lock_type, *thread_handle_type;                  /* of module _thread */
    String *sys_name;                                      /* "sys" */
    struct SocketState *sockets; /* malloc'ed; NULL until the module is imported: see socket/socket.h */
    Value *kept;                 /* see stdlib_keep */
    size_t kept_count, kept_capacity;
} StdlibState;

static inline StdlibState *stdlib_state(Vm *vm) {
    return vm->stdlib;
}

/* Keeps a value alive as long as the vm. */
void stdlib_keep(Vm *vm, Value v);

#endif
