#include <criterion/criterion.h>

#include "vm/code.h"
#include "vm/dict.h"
#include "vm/list.h"
#include "vm/vm.h"

static Vm *vm;

static void set_up(void) {
    vm = vm_new(NULL);
}

static void tear_down(void) {
    vm_free(vm);
}

TestSuite(heap, .init = set_up, .fini = tear_down);

static size_t live_objects(void) {
    heap_collect(vm->heap);
    return heap_statistics(vm->heap).live_objects;
}

/* A class of the test's own, whose instances have no attributes. */
static Type *new_type(const NativeLayout *layout, uint16_t flags) {
    Type *type = heap_allocate(vm->heap, sizeof(Type), KIND_TYPE, vm->types_by_kind[KIND_TYPE]);
    type->name = type->qualname = string_from_c(vm, "Thing");
    type->layout = layout;
    type->flags = flags;
    return type;
}

Test(heap, objects_of_every_size_are_zeroed_and_apart) {
    enum { COUNT = 2000 };
    static unsigned char *objects[COUNT];
    static size_t sizes[COUNT];
    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < COUNT; i++) {
            sizes[i] = sizeof(Obj) + (size_t)(i * 7 % 900);
            objects[i] = heap_allocate(vm->heap, sizes[i], KIND_RANGE, vm->types_by_kind[KIND_RANGE]);
            cr_assert_eq((uintptr_t)objects[i] % 16, 0);
            for (size_t at = sizeof(Obj); at < sizes[i]; at++)
                cr_assert_eq(objects[i][at], 0);
            memset(objects[i] + sizeof(Obj), i & 0xff, sizes[i] - sizeof(Obj));
        }
        for (int i = 0; i < COUNT; i++)
            for (size_t at = sizeof(Obj); at < sizes[i]; at++)
                cr_assert_eq(objects[i][at], i & 0xff);
        heap_collect(vm->heap);
    }
}

Test(heap, what_is_reachable_survives_and_the_rest_goes) {
    size_t before = live_objects();
    List *kept = list_new(vm, 0);
    vm_root(vm, object_value(kept));
    for (int i = 0; i < 1000; i++) {
        list_append(vm, kept, object_value(string_format(vm, "kept %d", i)));
        string_format(vm, "dropped %d", i);
    }
    cr_expect_eq(live_objects(), before + 1001);
    for (int i = 0; i < 5; i++)
        heap_collect(vm->heap);
    for (int i = 0; i < 1000; i++)
        cr_assert(string_equal(AS(String, kept->items[i]), string_format(vm, "kept %d", i)));
    vm_root_reset(vm, 0);
    cr_expect_eq(live_objects(), before);
}

Test(heap, cycles_are_collected) {
    size_t before = live_objects();
    List *a = list_new(vm, 0), *b = list_new(vm, 0);
    list_append(vm, a, object_value(b));
    list_append(vm, b, object_value(a));
    cr_expect_eq(live_objects(), before);
}

Test(heap, a_long_chain_is_marked_without_recursion) {
    size_t before = live_objects();
    Value chain = NONE;
    for (int i = 0; i < 1000000; i++)
        chain = object_value(tuple_of(vm, 1, chain));
    vm_root(vm, chain);
    cr_expect_eq(live_objects(), before + 1000000);
    vm_root_reset(vm, 0);
    cr_expect_eq(live_objects(), before);
}

Test(heap, cells_are_used_again) {
    for (int i = 0; i < 200000; i++)
        list_new(vm, 0);
    heap_collect(vm->heap);
    struct HeapChunk *chunks = vm->heap->chunks;
    for (int round = 0; round < 10; round++) {
        for (int i = 0; i < 200000; i++)
            list_new(vm, 0);
        heap_collect(vm->heap);
    }
    cr_expect_eq(vm->heap->chunks, chunks);
}

#if !defined(BIDE_GC_STRESS) && !defined(BIDE_GC_VERIFY)
Test(heap, arrays_bring_the_next_collection_nearer) {
    cr_expect_not(heap_should_step(vm->heap));
    list_new(vm, 2 * 1024 * 1024);
    cr_expect(heap_should_step(vm->heap));
    heap_collect(vm->heap);
    cr_expect_not(heap_should_step(vm->heap));
    size_t small = heap_statistics(vm->heap).threshold;
    vm_root(vm, object_value(list_new(vm, 4 * 1024 * 1024)));
    heap_collect(vm->heap);
    cr_expect_gt(heap_statistics(vm->heap).threshold, 3 * small);
}

Test(heap, garbage_takes_no_more_room_the_longer_it_is_made) {
    for (int i = 0; i < 3000000; i++) {
        list_new(vm, i % 3);
        if (heap_should_step(vm->heap))
            heap_step(vm->heap);
    }
    cr_expect_gt(heap_statistics(vm->heap).collections, 20);
    cr_expect_lt(heap_statistics(vm->heap).peak_bytes, 8 * 1024 * 1024);
}
#endif

Test(heap, interned_strings_are_forgotten_when_nobody_holds_them) {
    String *kept = string_intern_c(vm, "a name that is kept");
    vm_root(vm, object_value(kept));
    for (int i = 0; i < 5000; i++)
        string_intern(vm, string_format(vm, "passing name %d", i));
    size_t live = live_objects();
    cr_expect_eq(string_intern_c(vm, "a name that is kept"), kept);
    string_intern_c(vm, "passing name 7");
    cr_expect_eq(live_objects(), live);
}

/* --- In steps ------------------------------------------------------------------------------------- */

#ifndef BIDE_GC_STRESS

/* Begins a cycle: the roots are read, and nothing else. */
static void begin_cycle(void) {
    cr_assert_eq(vm->heap->phase, HEAP_IDLE);
    while (vm->heap->phase != HEAP_MARKING)
        heap_step(vm->heap);
}

static void end_cycle(void) {
    while (vm->heap->phase != HEAP_IDLE)
        heap_step(vm->heap);
}

/* A list that only another one holds, which no register or root sees. */
static List *new_hidden_list(List **holder) {
    List *hidden = list_new(vm, 0), *shell = list_new(vm, 0);
    *holder = list_new(vm, 0);
    list_append(vm, hidden, object_value(string_format(vm, "hidden %d", 1)));
    list_append(vm, *holder, object_value(hidden));
    list_append(vm, shell, object_value(*holder));
    vm_root(vm, object_value(shell));
    return hidden;
}

Test(heap, a_cycle_of_steps_frees_what_was_unreachable_when_it_began) {
    size_t before = live_objects();
    List *kept = list_new(vm, 0);
    vm_root(vm, object_value(kept));
    for (int i = 0; i < 20000; i++) {
        list_append(vm, kept, object_value(string_format(vm, "kept %d", i)));
        string_format(vm, "dropped %d", i);
    }
    size_t collections = heap_statistics(vm->heap).collections;
    while (heap_statistics(vm->heap).collections == collections) {
        heap_step(vm->heap);
        list_new(vm, 1);
    }
    cr_expect_lt(heap_statistics(vm->heap).live_objects, before + 21000 + 20000);
    for (int i = 0; i < 20000; i++)
        cr_assert(string_equal(AS(String, kept->items[i]), string_format(vm, "kept %d", i)));
    cr_expect_eq(live_objects(), before + 20001);
}

Test(heap, what_the_snapshot_held_lives_even_if_it_moves) {
    List *holder, *hidden = new_hidden_list(&holder);
    begin_cycle();
    heap_write_barrier(vm->heap, holder);
    holder->count = 0;
    vm_root(vm, object_value(tuple_of(vm, 1, object_value(hidden))));
    end_cycle();
    list_new(vm, 0);
    cr_expect(string_equal(AS(String, hidden->items[0]), string_format(vm, "hidden %d", 1)));
}

Test(heap, what_is_made_while_marking_lives) {
    begin_cycle();
    List *made = list_new(vm, 0);
    list_append(vm, made, object_value(string_format(vm, "made %d", 1)));
    end_cycle();
    cr_expect(string_equal(AS(String, made->items[0]), string_format(vm, "made %d", 1)));
}

Test(heap, an_interned_string_found_while_marking_lives) {
    String *name = string_intern_c(vm, "a name that nobody holds");
    begin_cycle();
    cr_expect_eq(string_intern_c(vm, "a name that nobody holds"), name);
    end_cycle();
    cr_expect_eq(string_intern_c(vm, "a name that nobody holds"), name);
}

Test(heap, a_dead_object_is_not_revived) {
    List *holder;
    Obj *hidden = &new_hidden_list(&holder)->head;
    begin_cycle();
    vm_root_reset(vm, 0);
    cr_expect(heap_revive(vm->heap, hidden));
    end_cycle();
    heap_collect(vm->heap);
    hidden = &new_hidden_list(&holder)->head;
    vm_root_reset(vm, 0);
    while (vm->heap->phase != HEAP_SWEEPING)
        heap_step(vm->heap);
    cr_expect_not(heap_revive(vm->heap, hidden));
    end_cycle();
}

Test(heap, cells_are_swept_when_they_are_needed) {
    for (int i = 0; i < 100000; i++)
        list_new(vm, 0);
    while (vm->heap->phase != HEAP_SWEEPING)
        heap_step(vm->heap);
    struct HeapChunk *chunks = vm->heap->chunks;
    for (int i = 0; i < 50000; i++)
        list_new(vm, 0);
    cr_expect_eq(vm->heap->chunks, chunks);
    end_cycle();
}

#endif

/* --- Finalizing ----------------------------------------------------------------------------------- */

Test(heap, an_object_with_del_is_offered_once) {
    Type *type = new_type(NULL, TYPE_HAS_DEL);
    vm_root(vm, object_value(type));
    Obj *object = heap_allocate(vm->heap, sizeof(Obj), KIND_INSTANCE, type);
    vm_root(vm, object_value(object));
    heap_collect(vm->heap);
    cr_expect_null(heap_take_finalizable(vm->heap));
    vm_root_reset(vm, 1);
    size_t before = live_objects();
    cr_expect_eq(live_objects(), before, "it lives on while it waits");
    cr_expect_eq(heap_take_finalizable(vm->heap), object);
    cr_expect_null(heap_take_finalizable(vm->heap));
    cr_expect_eq(live_objects(), before - 1);
    cr_expect_null(heap_take_finalizable(vm->heap));
}

static Generator *new_coroutine(uint8_t state, Code *code) {
    size_t size = sizeof(Generator) + code->register_count * sizeof(Value);
    Generator *coroutine = heap_allocate(vm->heap, size, KIND_COROUTINE, vm->types_by_kind[KIND_COROUTINE]);
    coroutine->state = state;
    coroutine->frame.code = code;
    coroutine->root = coroutine->leaf = coroutine;
    return coroutine;
}

Test(heap, coroutines_that_never_ran_and_chains_with_handlers_are_offered) {
    Code *plain = code_new(vm), *handling = code_new(vm);
    vm_root(vm, object_value(plain));
    vm_root(vm, object_value(handling));
    plain->register_count = 4;
    handling->exceptions = malloc(sizeof(ExceptionEntry));
    handling->exceptions[0] = (ExceptionEntry){0, 1, 1, 0};
    handling->exception_count = 1;

    new_coroutine(GENERATOR_SUSPENDED, plain);
    new_coroutine(GENERATOR_FINISHED, handling);
    heap_collect(vm->heap);
    cr_expect_null(heap_take_finalizable(vm->heap));

    Generator *never_ran = new_coroutine(GENERATOR_CREATED, plain);
    heap_collect(vm->heap);
    cr_expect_eq(heap_take_finalizable(vm->heap), &never_ran->head);
    cr_expect_null(heap_take_finalizable(vm->heap));

    Generator *outer = new_coroutine(GENERATOR_SUSPENDED, plain);
    Generator *inner = new_coroutine(GENERATOR_SUSPENDED, handling);
    outer->linked = true;
    outer->delegate = object_value(inner);
    inner->delegator = inner->root = outer;
    heap_collect(vm->heap);
    cr_expect_eq(heap_take_finalizable(vm->heap), &outer->head);
    cr_expect_null(heap_take_finalizable(vm->heap));
}

Test(heap, registers_of_running_frames_are_roots) {
    Code *code = code_new(vm);
    code->register_count = 2;
    Frame *frame = (Frame *)(void *)vm->thread->stack;
    frame->code = code;
    frame_registers(frame)[1] = object_value(list_new(vm, 3));
    vm->thread->frame = frame;
    size_t live = live_objects();
    vm->thread->frame = NULL;
    cr_expect_eq(live_objects(), live - 2);
}

/* --- What other rooms tell the collector ---------------------------------------------------------- */

typedef struct Box {
    Obj head;
    Value held;
    char *memory;
} Box;

static int boxes_finalized;

static void box_trace(Heap *heap, Obj *self) {
    heap_mark(heap, ((Box *)self)->held);
}

static void box_finalize(Vm *the_vm, Obj *self) {
    (void)the_vm;
    free(((Box *)self)->memory);
    boxes_finalized++;
}

static const NativeLayout box_layout = {"Box", sizeof(Box), box_trace, box_finalize};

Test(heap, native_objects_are_traced_and_finalized_even_with_their_type) {
    Type *type = new_type(&box_layout, 0);
    Box *box = heap_allocate(vm->heap, sizeof(Box), KIND_NATIVE, type);
    box->memory = malloc(100);
    box->held = object_value(list_new(vm, 1));
    vm_root(vm, object_value(box));
    size_t live = live_objects();
    cr_expect_eq(boxes_finalized, 0);
    vm_root_reset(vm, 0);
    cr_expect_eq(live_objects(), live - 4, "the box, the list, the type and its name");
    cr_expect_eq(boxes_finalized, 1);
}

static void mark_state(Heap *heap, void *state) {
    heap_mark_object(heap, state);
}

static void clear_if_dead(Heap *heap, void *state) {
    List **weak = state;
    if (*weak && !heap_is_marked(heap, &(*weak)->head))
        *weak = NULL;
}

Test(heap, root_markers_and_weak_tables_are_asked) {
    List *strong = list_new(vm, 0), *weak = list_new(vm, 0), *weak_too = strong;
    heap_add_root_marker(vm->heap, mark_state, strong);
    heap_add_weak_table(vm->heap, clear_if_dead, &weak);
    heap_add_weak_table(vm->heap, clear_if_dead, &weak_too);
    heap_collect(vm->heap);
    cr_expect_null(weak);
    cr_expect_eq(weak_too, strong);
}

Test(heap, classes_do_not_keep_their_subclasses) {
    Type *base = new_type(NULL, 0), *kept = new_type(NULL, 0);
    vm_root(vm, object_value(base));
    vm_root(vm, object_value(kept));
    base->subclasses = malloc(2 * sizeof(Type *));
    base->subclasses[0] = new_type(NULL, 0);
    base->subclasses[1] = kept;
    base->subclass_count = base->subclass_capacity = 2;
    heap_collect(vm->heap);
    cr_expect_eq(base->subclass_count, 1);
    cr_expect_eq(base->subclasses[0], kept);
}
