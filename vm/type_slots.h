/* What joins the two faces of a type: the C functions in its ops, and the special methods in its namespace.
 *
 * Downwards, a class written in the language gets for every op either the function of a native type in its
 * order, or one from here that looks the special method up and calls it, whichever its order says comes
 * first. Upwards, a native type gets a special method for every op that it defines, so that `list.__len__(x)`
 * and `super().__setitem__(k, v)` work. */
#ifndef BIDE_VM_TYPE_SLOTS_H
#define BIDE_VM_TYPE_SLOTS_H

#include "vm/type.h"

/* Works out ops, create, initialize, constructor, allocator and the flags that follow from special methods
 * anew: for `type`, then for all that derive from it. */
void type_refresh(Vm *vm, Type *type);

/* Puts special methods for the ops of its TypeDef into the namespace of a native type. */
void type_add_operations(Vm *vm, Type *type);

/* type.c, for the files that make up the room's types: */

/* A native type of that name; `def` may be NULL: everything is inherited. `base` is not NULL. */
Type *type_new_named(Vm *vm, const char *name, const char *module, const TypeDef *def, Type *base);
/* A property of a native type, or with `def` NULL a member that __slots__ declares. */
Value native_property_new(Vm *vm, const NativePropertyDef *def, Type *owner, String *name);
/* __dict__ and __weakref__, which a class gets when it first gives its instances attributes. */
extern const NativePropertyDef instance_dict_def, instance_weak_reference_def;
/* Enters `type` among the subclasses of its bases. */
void type_register(Type *type);
/* Finds a name in the order `mro` from index `start` on; sets where. NOTHING and *found_in NULL: absent. */
Value type_lookup_after(Vm *vm, const Tuple *mro, int64_t start, String *name, Dict **found_in,
                        uint32_t *slot);
/* As type_instantiate_begin, but does not ask the metaclass: type.__call__ itself. */
Value type_instantiate_plain(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords, Value *init);

/* The name of an operator's special method: "__add__", "__radd__", "__iadd__". */
String *binary_method_name(Vm *vm, BinaryOperator op);
String *reflected_method_name(Vm *vm, BinaryOperator op);
String *in_place_method_name(Vm *vm, BinaryOperator op);
String *comparison_method_name(Vm *vm, Comparison op);

#endif
