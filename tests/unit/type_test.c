// Types: layout, order of resolution, the lookup cache, ops that follow special methods.
#include <criterion/criterion.h>

#include "stdlib/stdlib.h"
#include "vm/call.h"
#include "vm/dict.h"
#include "vm/list.h"
#include "vm/shape.h"
#include "vm/vm.h"

static Vm *vm;

static void set_up(void) {
    vm = vm_new(stdlib_find_module);
    cr_assert(stdlib_setup(vm));
}

static void tear_down(void) {
    vm_free(vm);
}

TestSuite(type, .init = set_up, .fini = tear_down);

static String *name(const char *chars) {
    return string_intern_c(vm, chars);
}

static Type *class_from(const char *class_name, Tuple *bases, Dict *namespace) {
    return type_new_class(vm, name(class_name), bases, namespace, NULL);
}

static Type *class_of(const char *class_name, int count, Type *first, Type *second) {
    Value bases[] = {first ? object_value(first) : NONE, second ? object_value(second) : NONE};
    return class_from(class_name, tuple_new(vm, bases, count), dict_new_stable(vm));
}

static Type *with_slots(const char *slot, Type *base) {
    Dict *namespace = dict_new_stable(vm);
    dict_set_c(vm, namespace, "__slots__", object_value(tuple_of(vm, 1, string_value(vm, slot))));
    return class_from("Slotted", tuple_of(vm, 1, object_value(base)), namespace);
}

static void expect_raised(Type *type, const char *message) {
    cr_assert(vm_exception_is(vm, type), "not a %s", type->name->chars);
    Value text = value_str(vm, vm_take_exception(vm));
    cr_assert_str_eq(AS(String, text)->chars, message);
}

Test(type, type_of_every_kind_of_value) {
    cr_assert_eq(type_of(vm, small_int(1)), vm->int_type);
    cr_assert_eq(type_of(vm, float_value(vm, 1.5)), vm->float_type);
    cr_assert_eq(type_of(vm, float_value(vm, 1e300)), vm->float_type);
    cr_assert_eq(type_of(vm, TRUE_VALUE), vm->bool_type);
    cr_assert_eq(type_of(vm, NONE), vm->none_type);
    cr_assert_str_eq(type_name(vm, ELLIPSIS), "ellipsis");
    cr_assert_str_eq(type_name(vm, object_value(vm->int_type)), "type");
}

Test(type, order_of_a_diamond) {
    Type *a = class_of("A", 0, NULL, NULL);
    Type *b = class_of("B", 1, a, NULL), *c = class_of("C", 1, a, NULL);
    Type *d = class_of("D", 2, b, c);
    Type *expected[] = {d, b, c, a, vm->object_type};
    cr_assert_eq(d->mro->count, 5);
    for (int i = 0; i < 5; i++)
        cr_assert_eq(d->mro->items[i], object_value(expected[i]));
    cr_assert(type_is_subtype(d, a));
    cr_assert_not(type_is_subtype(b, c));
}

Test(type, bases_that_have_no_order_are_refused) {
    Type *a = class_of("A", 0, NULL, NULL), *b = class_of("B", 1, a, NULL);
    cr_assert_null(class_of("C", 2, a, b));
    expect_raised(vm->exceptions.TypeError,
                  "Cannot create a consistent method resolution\norder (MRO) for bases A, B");
    cr_assert_null(class_of("C", 2, a, a));
    expect_raised(vm->exceptions.TypeError, "duplicate base class A");
    cr_assert_null(class_of("C", 1, vm->bool_type, NULL));
    expect_raised(vm->exceptions.TypeError, "type 'bool' is not an acceptable base type");
    cr_assert_null(class_of("C", 2, vm->int_type, vm->types_by_kind[KIND_LIST]));
    expect_raised(vm->exceptions.TypeError, "multiple bases have instance lay-out conflict");
}

Test(type, instances_get_the_struct_of_their_native_base) {
    Type *plain = class_of("Plain", 0, NULL, NULL);
    cr_assert_eq(plain->instance_kind, KIND_INSTANCE);
    Type *stack = class_of("Stack", 1, vm->types_by_kind[KIND_LIST], NULL);
    cr_assert_eq(stack->instance_kind, KIND_LIST);
    cr_assert_eq(stack->native_base, vm->types_by_kind[KIND_LIST]);
    cr_assert_geq(stack->attributes_offset, sizeof(List));
    Value v = vm_call0(vm, object_value(stack));
    cr_assert(is_list(v));
    cr_assert(value_set_attribute(vm, v, name("top"), small_int(3)));
    cr_assert_eq(value_get_attribute(vm, v, name("top")), small_int(3));
    Type *error = class_of("MyError", 2, vm->exceptions.KeyError, vm->exceptions.ValueError);
    cr_assert_eq(error->attributes_offset, offsetof(Exception, attributes));
    cr_assert(error->flags & TYPE_EXCEPTION);
}

Test(type, slots_take_the_place_of_a_dictionary) {
    Type *slotted = with_slots("x", vm->object_type);
    Value v = vm_call0(vm, object_value(slotted));
    cr_assert(value_set_attribute(vm, v, name("x"), small_int(1)));
    cr_assert_eq(value_get_attribute(vm, v, name("x")), small_int(1));
    cr_assert_not(value_set_attribute(vm, v, name("y"), small_int(1)));
    expect_raised(vm->exceptions.AttributeError, "'Slotted' object has no attribute 'y'");
    cr_assert_eq(value_find_attribute(vm, v, vm->names.dict), NOTHING);
    cr_assert_null(class_of("Both", 2, with_slots("a", vm->object_type), with_slots("b", vm->object_type)));
    expect_raised(vm->exceptions.TypeError, "multiple bases have instance lay-out conflict");
}

Test(type, lookup_sees_every_change) {
    Type *a = class_of("A", 0, NULL, NULL), *b = class_of("B", 1, a, NULL);
    cr_assert_eq(type_lookup(vm, b, name("x")), NOTHING);
    cr_assert(type_set_attribute(vm, a, name("x"), small_int(1)));
    cr_assert_eq(type_lookup(vm, b, name("x")), small_int(1));
    uint32_t epoch = vm->type_epoch;
    cr_assert(type_set_attribute(vm, a, name("x"), small_int(2)));
    cr_assert_eq(vm->type_epoch, epoch, "a plain value in place of another must not throw caches away");
    cr_assert_eq(type_lookup(vm, b, name("x")), small_int(2));
    cr_assert(type_set_attribute(vm, b, name("x"), small_int(3)));
    cr_assert_eq(type_lookup(vm, b, name("x")), small_int(3));
    cr_assert(type_set_attribute(vm, b, name("x"), NOTHING));
    cr_assert_eq(type_lookup(vm, b, name("x")), small_int(2));
    cr_assert_neq(vm->type_epoch, epoch);
    cr_assert_not(type_set_attribute(vm, vm->int_type, name("x"), NONE));
    expect_raised(vm->exceptions.TypeError, "cannot set 'x' attribute of immutable type 'int'");
}

Test(type, ops_follow_special_methods_in_subclasses) {
    Type *a = class_of("A", 0, NULL, NULL), *b = class_of("B", 1, a, NULL);
    Value v = vm_call0(vm, object_value(b));
    cr_assert_null(b->ops.len);
    Value len = value_get_attribute(vm, object_value(vm->types_by_kind[KIND_TUPLE]), vm->names.len);
    cr_assert(type_set_attribute(vm, a, vm->names.len, len));
    cr_assert_not_null(b->ops.len);
    cr_assert_eq(value_length(vm, v), -1);
    expect_raised(vm->exceptions.TypeError,
                  "descriptor '__len__' requires a 'tuple' object but received a 'B'");
    cr_assert(type_set_attribute(vm, a, vm->names.len, NOTHING));
    cr_assert_null(b->ops.len);
}

Test(type, natives_offer_their_ops_as_methods) {
    Value list = object_value(list_from(vm, (Value[]){small_int(7)}, 1));
    Value type = object_value(vm->types_by_kind[KIND_LIST]);
    cr_assert_eq(vm_call_method(vm, type, vm->names.len, &list, 1), small_int(1));
    cr_assert_eq(vm_call2(vm, value_get_attribute(vm, type, vm->names.contains), list, small_int(7)),
                 TRUE_VALUE);
    cr_assert_eq(type_lookup(vm, vm->types_by_kind[KIND_LIST], vm->names.hash), NONE);
    cr_assert_eq(value_find_attribute(vm, list, name("__sub__")), NOTHING);
    Value two = small_int(2);
    cr_assert_eq(vm_call_method(vm, small_int(5), vm->names.add, &two, 1), small_int(7));
}

Test(type, a_class_shares_shapes_among_instances) {
    Type *a = class_of("A", 0, NULL, NULL);
    vm_root(vm, object_value(a));
    Value v = vm_call0(vm, object_value(a));
    vm_root(vm, v);
    Value w = vm_call0(vm, object_value(a));
    vm_root(vm, w);
    cr_assert(value_set_attribute(vm, v, name("x"), NONE));
    cr_assert(value_set_attribute(vm, w, name("x"), NONE));
    cr_assert_eq(AS(Instance, v)->attributes.shape, AS(Instance, w)->attributes.shape);
    Value u = vm_call0(vm, object_value(a));
    cr_assert_eq(as_object(u)->aux, 1, "room for what earlier instances turned out to need");
}
