/* The built-in types: one file each gives a core type its operations, methods and properties.
 *
 * vm_new() makes the core types bare; stdlib_setup() calls every function below once, before any script runs.
 * Each hands type_define_core() a static TypeDef, and makes the native types (iterators, views) that go with
 * its type. */
#ifndef BIDE_STDLIB_TYPES_TYPES_H
#define BIDE_STDLIB_TYPES_TYPES_H

#include "vm/vm.h"

/* object comes first: the others inherit its operations. */
void object_type_setup(Vm *vm);
void type_type_setup(Vm *vm);

/* Functions, descriptors, modules. */
void function_type_setup(Vm *vm); /* builtin_function_or_method, method, code, cell too */
void property_type_setup(Vm *vm); /* staticmethod, classmethod, attributes of native types too */
void super_type_setup(Vm *vm);
void module_type_setup(Vm *vm);
void mapping_proxy_type_setup(Vm *vm);
void union_type_setup(Vm *vm); /* int | None */
void type_alias_setup(Vm *vm); /* type X = int */

/* Exceptions: enters all classes into builtins. */
void exception_types_setup(Vm *vm);
void exception_group_type_setup(Vm *vm);
void frame_type_setup(Vm *vm);
void traceback_type_setup(Vm *vm);

/* Numbers and constants. */
void int_type_setup(Vm *vm); /* bool too */
void float_type_setup(Vm *vm);
void constant_types_setup(Vm *vm); /* None, NotImplemented, Ellipsis */

/* Text and bytes. */
void str_type_setup(Vm *vm);
void bytes_type_setup(Vm *vm);
void byte_array_type_setup(Vm *vm);

/* Containers. */
void list_type_setup(Vm *vm);
void tuple_type_setup(Vm *vm);
void dict_type_setup(Vm *vm);
void dict_views_setup(Vm *vm);
void set_type_setup(Vm *vm); /* frozenset too */
void range_type_setup(Vm *vm);
void slice_type_setup(Vm *vm);

/* Suspended code. */
void generator_types_setup(Vm *vm); /* generator, coroutine, async_generator, and what their methods return */

void generic_alias_setup(Vm *vm); /* list[int] */

/* Iterators. */
void sequence_iterators_setup(Vm *vm);   /* list, tuple, str, range, reversed, iter(callable, sentinel) */
void functional_iterators_setup(Vm *vm); /* enumerate, zip, map, filter */

#endif
