#include <criterion/criterion.h>

#include "vm/dict.h"
#include "vm/list.h"
#include "vm/shape.h"
#include "vm/vm.h"

static Vm *vm;

static void set_up(void) {
    vm = vm_new(NULL);
}

static void tear_down(void) {
    vm_free(vm);
}

TestSuite(shape, .init = set_up, .fini = tear_down);

/* Exceptions have attributes, and need no class of the test's own. */
static Exception *new_object(void) {
    Type *type = vm->exceptions.ValueError;
    Exception *object = heap_allocate(vm->heap, sizeof(Exception), KIND_EXCEPTION, type);
    object->attributes.shape = type->root_shape;
    vm_root(vm, object_value(object));
    return object;
}

static void set(Exception *object, const char *name, int64_t value) {
    attributes_set(vm, &object->head, &object->attributes, string_from_c(vm, name), small_int(value));
}

static Value get(Exception *object, const char *name) {
    return attributes_get(&object->attributes, string_intern_c(vm, name));
}

static bool delete (Exception *object, const char *name) {
    return attributes_delete(vm, &object->head, &object->attributes, string_from_c(vm, name));
}

static const char *names(Exception *object) {
    List *list = attributes_names(vm, &object->attributes);
    StringBuilder b;
    builder_init(&b);
    for (int64_t i = 0; i < list->count; i++)
        builder_format(vm, &b, "%S ", AS(String, list->items[i]));
    return AS(String, builder_finish(vm, &b))->chars;
}

Test(shape, objects_with_the_same_attributes_share_one) {
    Exception *a = new_object(), *b = new_object(), *c = new_object();
    set(a, "x", 1);
    set(a, "y", 2);
    set(b, "x", 10);
    set(b, "y", 20);
    set(c, "y", 200);
    set(c, "x", 100);
    cr_expect_eq(a->attributes.shape, b->attributes.shape);
    cr_expect_neq(a->attributes.shape, c->attributes.shape);
    cr_expect_eq(get(a, "y"), small_int(2));
    cr_expect_eq(get(b, "x"), small_int(10));
    cr_expect_eq(get(c, "x"), small_int(100));
    cr_expect_eq(get(c, "z"), NOTHING);
    Shape *before = a->attributes.shape;
    set(a, "x", 7);
    cr_expect_eq(a->attributes.shape, before);
    cr_expect_eq(get(a, "x"), small_int(7));
    cr_expect_str_eq(names(c), "y x ");
}

Test(shape, deleting_gives_the_shape_of_an_object_that_never_had_it) {
    Exception *a = new_object(), *b = new_object();
    const char *letters[] = {"p", "q", "r", "s"};
    for (int i = 0; i < 4; i++) {
        set(a, letters[i], i);
        if (i != 1)
            set(b, letters[i], i);
    }
    cr_expect(delete (a, "q"));
    cr_expect_not(delete (a, "q"));
    cr_expect_eq(a->attributes.shape, b->attributes.shape);
    cr_expect_eq(get(a, "s"), small_int(3));
    set(a, "q", 9);
    cr_expect_str_eq(names(a), "p r s q ");
    cr_expect(delete (a, "q") && delete (a, "s") && delete (a, "r") && delete (a, "p"));
    cr_expect_eq(a->attributes.shape, vm->exceptions.ValueError->root_shape);
}

Test(shape, many_attributes_are_found_and_too_many_become_a_dict) {
    Exception *object = new_object();
    for (int i = 0; i < 200; i++) {
        set(object, string_format(vm, "attribute %d", i)->chars, i);
        cr_expect_eq(object->attributes.shape->is_dictionary, i >= SHAPE_MAX_SLOTS);
        for (int j = 0; j <= i; j++)
            cr_assert_eq(get(object, string_format(vm, "attribute %d", j)->chars), small_int(j));
        cr_assert_eq(get(object, "attribute"), NOTHING);
        if (i % 50 == 0)
            heap_collect(vm->heap);
    }
    cr_expect_eq(attributes_names(vm, &object->attributes)->count, 200);
}

Test(shape, the_dict_of_an_object_is_alive) {
    Exception *object = new_object();
    set(object, "x", 1);
    set(object, "y", 2);
    Dict *dict = attributes_dict(vm, &object->head, &object->attributes);
    cr_expect_eq(attributes_dict(vm, &object->head, &object->attributes), dict);
    cr_expect_eq(dict->count, 2);
    dict_set_c(vm, dict, "z", small_int(3));
    cr_expect_eq(get(object, "z"), small_int(3));
    set(object, "x", 5);
    cr_expect_eq(dict_get_c(vm, dict, "x"), small_int(5));
    cr_expect(delete (object, "y"));
    cr_expect_str_eq(names(object), "x z ");
    heap_collect(vm->heap);
    cr_expect_eq(get(object, "z"), small_int(3));
    Exception *other = new_object();
    attributes_dict(vm, &other->head, &other->attributes);
    cr_expect_eq(other->attributes.shape, object->attributes.shape, "one for the whole class");
}

Test(shape, objects_of_varying_size_have_attributes_beside_the_heap) {
    Type *type = heap_allocate(vm->heap, sizeof(Type), KIND_TYPE, vm->types_by_kind[KIND_TYPE]);
    type->flags = TYPE_SIDE_ATTRIBUTES;
    type->root_shape = shape_new_root(vm, type);
    String *strings[100];
    for (int i = 0; i < 100; i++) {
        strings[i] = string_format(vm, "string %d", i);
        strings[i]->head.type = type;
        uint32_t hash = string_hash(strings[i]);
        cr_expect_null(attributes_of(vm, &strings[i]->head));
        Attributes *attributes = attributes_to_change(vm, &strings[i]->head);
        for (int j = 0; j < 6; j++)
            attributes_set(vm, &strings[i]->head, attributes, string_format(vm, "n%d", j),
                           object_value(string_format(vm, "value %d %d", i, j)));
        cr_expect_eq(strings[i]->head.aux, hash);
        if (i % 2)
            vm_root(vm, object_value(strings[i]));
    }
    for (int round = 0; round < 2; round++) {
        heap_collect(vm->heap);
        for (int i = 1; i < 100; i += 2) {
            Value value = attributes_get(attributes_of(vm, &strings[i]->head), string_intern_c(vm, "n5"));
            cr_assert(string_equal(AS(String, value), string_format(vm, "value %d 5", i)));
        }
    }
    cr_expect_null(attributes_of(vm, &vm->empty_string->head));
}
