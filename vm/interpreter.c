#include "vm/interpreter.h"

#include <math.h>

#include "vm/async_generator.h"
#include "vm/call_setup.h"
#include "vm/delegation.h"
#include "vm/dict.h"
#include "vm/event_loop.h"
#include "vm/exception_group.h"
#include "vm/future.h"
#include "vm/import.h"
#include "vm/inline_cache.h"
#include "vm/interrupt.h"
#include "vm/list.h"
#include "vm/pattern_matching.h"
#include "vm/set.h"
#include "vm/statements.h"
#include "vm/unpacking.h"
#include "vm/variables.h"

/* Computed goto lets the branch predictor learn which opcode follows which; the switch is the portable form
 * of the same loop. */
#if defined(__GNUC__) && !defined(BIDE_SWITCH_DISPATCH)
#define COMPUTED_GOTO 1
#pragma GCC diagnostic ignored "-Wpedantic"
#else
#define COMPUTED_GOTO 0
#endif

#define LIKELY(x)   __builtin_expect(!!(x), 1)
#define UNLIKELY(x) __builtin_expect(!!(x), 0)

/* How many more delegations than calls may be nested: they cost heap, not stack. */
enum { DELEGATIONS_PER_CALL = 200 };

/* What is being handled outside the handlers of `frame`'s chain: by the driver or, where an asynchronous
 * generator runs, by who awaits its next item. */
static inline Value handled_outside(const Thread *thread, Frame *frame) {
    if (frame->in_generator) {
        const Generator *generator = frame_generator(frame);
        if (generator->head.kind == KIND_ASYNC_GENERATOR && generator->root != generator)
            return generator->handled;
    }
    return thread->base_handled;
}

/* The result of + - * / on two flonums; NOTHING: an operand is zero, or the result is no flonum. The numbers
 * stay scaled as far as the operation allows (see flonum_scaled): that is exact, and saves most of the
 * decoding. */
static inline Value flonum_arithmetic(BinaryOperator op, Value left, Value right) {
    if (UNLIKELY(left == FLONUM_ZERO || right == FLONUM_ZERO))
        return NOTHING;
    switch (op) {
    case BINARY_ADD: return flonum_from_scaled(flonum_scaled(left) + flonum_scaled(right));
    case BINARY_SUB: return flonum_from_scaled(flonum_scaled(left) - flonum_scaled(right));
    case BINARY_MUL: return flonum_from_scaled(flonum_scaled(left) * flonum_value(right));
    default: return flonum_from_scaled(flonum_scaled(left) / flonum_value(right));
    }
}

/* Likewise, with zeros; NOTHING: it is no flonum. */
static __attribute__((noinline)) Value flonum_arithmetic_rare(BinaryOperator op, Value left, Value right) {
    double a = flonum_value(left), b = flonum_value(right);
    switch (op) {
    case BINARY_ADD: return flonum_or_nothing(a + b);
    case BINARY_SUB: return flonum_or_nothing(a - b);
    case BINARY_MUL: return flonum_or_nothing(a * b);
    default: return b == 0 ? NOTHING : flonum_or_nothing(a / b);
    }
}

/* The result of + - * / on any two floats; NOTHING: a division by zero. */
static Value float_arithmetic(Vm *vm, BinaryOperator op, double a, double b) {
    switch (op) {
    case BINARY_ADD: return float_value(vm, a + b);
    case BINARY_SUB: return float_value(vm, a - b);
    case BINARY_MUL: return float_value(vm, a * b);
    default: return b == 0 ? NOTHING : float_value(vm, a / b);
    }
}

/* Is an integer of so few bits that a double holds it exactly? */
static bool fits_double(int64_t n) {
    return n >= -(INT64_C(1) << 53) && n <= INT64_C(1) << 53;
}

/* The same on a float and a small integer, or the quotient of two of those; NOTHING: it is something else, or
 * a division by zero. */
static Value mixed_arithmetic(Vm *vm, BinaryOperator op, Value left, Value right) {
    if (both_flonums(left, right))
        return float_arithmetic(vm, op, flonum_value(left), flonum_value(right));
    if (is_flonum(left) && is_small_int(right))
        return float_arithmetic(vm, op, flonum_value(left), (double)small_int_value(right));
    if (is_small_int(left) && is_flonum(right))
        return float_arithmetic(vm, op, (double)small_int_value(left), flonum_value(right));
    if (op == BINARY_DIV && both_small_ints(left, right) && fits_double(small_int_value(left)) &&
        fits_double(small_int_value(right)))
        return float_arithmetic(vm, op, (double)small_int_value(left), (double)small_int_value(right));
    return NOTHING;
}

/* The square of an integer, or a power of a positive number one of whose operands is a float; NOTHING: not
 * that simple, or out of range. */
static Value power_fast(Vm *vm, Value left, Value right) {
    int64_t square;
    if (both_small_ints(left, right)) {
        if (right == small_int(2) &&
            !__builtin_mul_overflow(small_int_value(left), small_int_value(left), &square) &&
            fits_small_int(square))
            return small_int(square);
        return NOTHING;
    }
    if (!(is_flonum(left) || is_small_int(left)) || !(is_flonum(right) || is_small_int(right)))
        return NOTHING;
    double base = is_flonum(left) ? flonum_value(left) : (double)small_int_value(left);
    double power = pow(base, is_flonum(right) ? flonum_value(right) : (double)small_int_value(right));
    return base > 0 && isfinite(power) ? float_value(vm, power) : NOTHING;
}

/* Two strings, and none of them of a subclass. */
static bool both_strings(const Vm *vm, Value left, Value right) {
    const Type *str = vm->types_by_kind[KIND_STRING];
    return is_pointer(left) && is_pointer(right) && as_object(left)->type == str &&
           as_object(right)->type == str;
}

static Value arithmetic_slow(Vm *vm, BinaryOperator op, Value left, Value right, bool in_place) {
    Value result = NOTHING;
    if (op == BINARY_ADD && both_strings(vm, left, right))
        return string_concatenate(vm, AS(String, left), AS(String, right));
    if (op <= BINARY_DIV)
        result = mixed_arithmetic(vm, op, left, right);
    else if (op == BINARY_POW)
        result = power_fast(vm, left, right);
    if (result != NOTHING)
        return result;
    return in_place ? value_in_place(vm, op, left, right) : value_binary(vm, op, left, right);
}

static Value accumulate_slow(Vm *vm, Value left, Value right, Value growing[2]) {
    if (both_strings(vm, left, right))
        return string_grow(vm, AS(String, left), AS(String, right), growing);
    return arithmetic_slow(vm, BINARY_ADD, left, right, true);
}

static inline int64_t floor_modulo(int64_t a, int64_t b) {
    int64_t remainder = a % b;
    return remainder != 0 && (remainder ^ b) < 0 ? remainder + b : remainder;
}

static inline int64_t floor_divide(int64_t a, int64_t b) {
    int64_t quotient = a / b;
    return a % b != 0 && (a ^ b) < 0 ? quotient - 1 : quotient;
}

/* The value of a comparison of two small ints or two flonums; -1: neither. */
static inline int compare_fast(Comparison op, Value left, Value right) {
    if (LIKELY(both_small_ints(left, right))) {
        int64_t a = (int64_t)left, b = (int64_t)right;
        switch (op) {
        case CMP_LT: return a < b;
        case CMP_LE: return a <= b;
        case CMP_EQ: return a == b;
        case CMP_NE: return a != b;
        case CMP_GT: return a > b;
        case CMP_GE: return a >= b;
        }
    }
    if (both_flonums(left, right)) {
        double a = flonum_scaled(left), b = flonum_scaled(right);
        switch (op) {
        case CMP_LT: return a < b;
        case CMP_LE: return a <= b;
        case CMP_EQ: return a == b;
        case CMP_NE: return a != b;
        case CMP_GT: return a > b;
        case CMP_GE: return a >= b;
        }
    }
    return -1;
}

/* The same of two strings, or of a float and an int that is exactly a float; -1: it is something else. */
static int compare_plain(const Vm *vm, Comparison op, Value left, Value right) {
    enum { EXACT_BITS = 53 };
    int order;
    if (both_strings(vm, left, right)) {
        if (op == CMP_EQ || op == CMP_NE)
            return string_equal(AS(String, left), AS(String, right)) == (op == CMP_EQ);
        order = string_compare(AS(String, left), AS(String, right));
    } else {
        Value number = is_small_int(left) ? left : right;
        if (!(is_small_int(left) && is_flonum(right)) && !(is_flonum(left) && is_small_int(right)))
            return -1;
        if (small_int_value(number) >> EXACT_BITS != small_int_value(number) >> 63)
            return -1;
        double a = is_flonum(left) ? flonum_value(left) : (double)small_int_value(left);
        double b = is_flonum(right) ? flonum_value(right) : (double)small_int_value(right);
        order = (a > b) - (a < b);
    }
    switch (op) {
    case CMP_LT: return order < 0;
    case CMP_LE: return order <= 0;
    case CMP_EQ: return order == 0;
    case CMP_NE: return order != 0;
    case CMP_GT: return order > 0;
    default: return order >= 0;
    }
}

/* Values that compare_fast() knows nothing of. */
static int compare_truth_slow(Vm *vm, Comparison op, Value left, Value right) {
    int truth = compare_plain(vm, op, left, right);
    return truth >= 0 ? truth : value_compare_truth(vm, op, left, right);
}

static Value compare_slow(Vm *vm, Comparison op, Value left, Value right) {
    int truth = compare_plain(vm, op, left, right);
    return truth >= 0 ? bool_value(truth) : value_compare(vm, op, left, right);
}

/* 1, 0, or -1 for values that need value_truth(). */
static inline int truth_fast(Value v) {
    if (v == TRUE_VALUE)
        return 1;
    if (v == FALSE_VALUE || v == NONE)
        return 0;
    if (is_small_int(v))
        return v != small_int(0);
    if (is_flonum(v))
        return v != FLONUM_ZERO;
    return -1;
}

/* Is it a list, not of a subclass, that has an item at this index, counted from its beginning? */
static inline bool list_has_index(const Vm *vm, Value object, int64_t index) {
    return is_pointer(object) && as_object(object)->type == vm->types_by_kind[KIND_LIST] &&
           (uint64_t)index < (uint64_t)AS(List, object)->count;
}

/* What is not that simple, but still of a dict, a tuple, a string, or at an index counted from the end. */
static Value get_item_slow(Vm *vm, Value object, Value key) {
    if (!is_pointer(object))
        return value_get_item(vm, object, key);
    const Type *type = as_object(object)->type;
    if (type == vm->types_by_kind[KIND_DICT]) {
        Value found = dict_get(vm, AS(Dict, object), key);
        return found != NOTHING || vm_has_exception(vm) ? found
                                                        : vm_raise_argument(vm, vm->exceptions.KeyError, key);
    }
    if (!is_small_int(key))
        return value_get_item(vm, object, key);
    uint64_t index = (uint64_t)small_int_value(key), count;
    const Value *items;
    if (type == vm->types_by_kind[KIND_STRING]) {
        const String *string = AS(String, object);
        index += index < string->length ? 0 : string->length;
        if (index < string->length && string_is_ascii(string))
            return object_value(string_from_code_point(vm, (unsigned char)string->chars[index]));
        return value_get_item(vm, object, key);
    }
    if (type == vm->types_by_kind[KIND_LIST]) {
        count = (uint64_t)AS(List, object)->count;
        items = AS(List, object)->items;
    } else if (type == vm->types_by_kind[KIND_TUPLE]) {
        count = (uint64_t)AS(Tuple, object)->count;
        items = AS(Tuple, object)->items;
    } else {
        return value_get_item(vm, object, key);
    }
    if (index >= count)
        index += count;
    return index < count ? items[index] : value_get_item(vm, object, key);
}

static bool set_item_slow(Vm *vm, Value object, Value key, Value value) {
    if (is_pointer(object) && as_object(object)->type == vm->types_by_kind[KIND_DICT])
        return dict_set(vm, AS(Dict, object), key, value);
    return value_set_item(vm, object, key, value);
}

/* The next character of an ASCII one; NOTHING: it is at its end, or no such iterator. */
static inline Value ascii_iterator_next(Vm *vm, Value iterator) {
    if (as_object(iterator)->kind != KIND_STRING_ITERATOR)
        return NOTHING;
    SequenceIterator *walk = AS(SequenceIterator, iterator);
    if (walk->sequence == NOTHING || walk->index >= AS(String, walk->sequence)->byte_count)
        return NOTHING;
    unsigned char c = (unsigned char)AS(String, walk->sequence)->chars[walk->index];
    if (c >= 0x80)
        return NOTHING;
    walk->index++;
    return object_value(string_from_code_point(vm, c));
}

/* value_contains(), with sets and dicts close at hand. */
static int contains(Vm *vm, Value container, Value item) {
    if (is_pointer(container) && as_object(container)->type == vm->types_by_kind[KIND_SET])
        return set_contains(vm, AS(Set, container), item);
    if (is_pointer(container) && as_object(container)->type == vm->types_by_kind[KIND_DICT])
        return dict_contains(vm, AS(Dict, container), item);
    return value_contains(vm, container, item);
}

/* They are few: a loop is quicker than memcpy(). */
static inline void unpack_items(Value *registers, const Value *items, int count) {
    for (int n = 0; n < count; n++)
        registers[n] = items[n];
}

/* The generator or coroutine that next() or send() has only to resume; NULL: the operand is none. */
static inline Generator *suspended_operand(const NativeFunction *function, Value operand) {
    if (!is_pointer(operand) || as_object(operand)->kind != function->resumed_kind)
        return NULL;
    return AS(Generator, operand)->state == GENERATOR_SUSPENDED ? AS(Generator, operand) : NULL;
}

/* frame_push() and the binding of arguments for a function that takes just these: its registers are filled
 * four at a time, which may reach into the slack behind the stack. */
__attribute__((always_inline)) static inline Frame *frame_push_fast(Vm *vm, Thread *thread, Frame *back,
                                                                    Function *function,
                                                                    const Value *arguments, int count,
                                                                    Value *result) {
    Code *code = function->code;
    Frame *frame = (Frame *)thread->stack_top;
    Value *registers = frame_registers(frame);
    Value *top = registers + code->register_count;
    if (UNLIKELY(thread->depth >= vm->recursion_limit || top > thread->stack_limit)) {
        vm_raise(vm, vm->exceptions.RecursionError, "maximum recursion depth exceeded");
        return NULL;
    }
    thread->depth++;
    thread->stack_top = top;
    frame->pc = code->instructions;
    frame->function = function;
    frame->code = code;
    frame->back = back;
    frame->result = result;
    frame->on_return = RETURN_TO_REGISTER;
    frame->in_generator = false;
    int n = 0;
    for (; n < count; n++)
        registers[n] = arguments[n];
    for (Value *clear = registers + count; clear < top; clear += STACK_SLACK) {
        typedef Value Four __attribute__((vector_size(4 * sizeof(Value)), aligned(8), may_alias));
        *(Four *)clear = (Four){0};
        __asm__("" : "+r"(clear)); /* or the compiler calls memset, which costs more than it does here */
    }
    return frame;
}

/* Is the register which an instruction is about to fill only there for the next one, which awaits it? */
static inline bool is_awaited_at_once(const Frame *frame, const Instruction *next, int result) {
    return next->op == OP_AWAIT && next->b == result && result >= frame->code->local_count;
}

/* May the generator that runs in `frame` delegate, or is it too deep in others? */
static inline bool may_delegate(const Vm *vm, Frame *frame) {
    return frame_generator(frame)->head.aux <= (uint32_t)vm->recursion_limit * DELEGATIONS_PER_CALL;
}

/* Is a call of `code` made for the next instruction to delegate to what it makes? Then that needs no
 * register, and what it is need not be asked. */
static inline bool delegates_to_call(const Vm *vm, Frame *frame, const Instruction *next, int result,
                                     const Code *code) {
    return (is_awaited_at_once(frame, next, result)
                ? (code->flags & CODE_COROUTINE) && !vm->notes_origins
                : next->op == OP_YIELD_FROM && next->b == result && result >= frame->code->local_count &&
                      (code->flags & CODE_GENERATOR)) &&
           may_delegate(vm, frame);
}

/* The __iter__ of an instance, if it is a generator function of self alone; else NULL. */
static inline Function *generator_method(Value v) {
    if (!is_pointer(v) || as_object(v)->kind != KIND_INSTANCE)
        return NULL;
    Value iterate = as_object(v)->type->iterate;
    return function_makes_generator(iterate, 1) ? AS(Function, iterate) : NULL;
}

/* The __init__ of a class whose instances are made as object makes them; NULL: making one takes more. */
static inline const Function *plain_constructor(const Vm *vm, const Type *type) {
    if (type->head.type != vm->types_by_kind[KIND_TYPE] || type->allocator != NOTHING ||
        type->create != vm->object_type->create || type->flags & (TYPE_NO_INSTANCES | TYPE_ABSTRACT) ||
        !is_kind(type->constructor, KIND_FUNCTION))
        return NULL;
    return AS(Function, type->constructor);
}

/* Is it a native class whose instances are complete when they are made (str, range, zip; not list)? */
static inline bool has_no_constructor(const Vm *vm, const Type *type) {
    return type->flags & TYPE_NATIVE && type->initialize == vm->object_type->initialize &&
           !(type->flags & (TYPE_NO_INSTANCES | TYPE_ABSTRACT)) && type->instance_kind != KIND_TYPE &&
           type->head.type == vm->types_by_kind[KIND_TYPE];
}

static inline uint32_t frame_instruction_index(const Frame *frame) {
    ptrdiff_t index = frame->pc - frame->code->instructions - 1;
    return index < 0 ? 0 : (uint32_t)index;
}

/* May the items of this object be read without asking its type (no subclass that overrides __getitem__)? */
static inline bool is_exactly(Vm *vm, Value v, ObjectKind kind) {
    return as_object(v)->type == vm->types_by_kind[kind];
}

/* The loop is laid out by hand: clang-format knows neither CASE nor labels that are places to jump to. */
/* clang-format off */
ResumeResult interpreter_run(Vm *vm, InterpreterEntry entry, Value sent, Value thrown, Value *native_result) {
    Thread *const thread = vm->thread;
    Frame *frame = thread->frame;
    Frame *base = frame; /* in scheduler mode: where control is between steps */
    const Instruction *pc = NULL;

/* The registers lie behind the frame, the constants in its code, and the running instruction before pc: none
 * needs a variable of its own (a machine register), and an operand is one load with its scale. */
#define R frame_registers(frame)
#define K frame->code->constants
#define I pc[-1]

    /* What the labels below take: a generator to be resumed... */
    Generator *resumed = NULL;
    ReturnMode resume_mode = RETURN_FROM_SEND;
    Value *resume_result = NULL;
    /* ... a value that is yielded, or returned. */
    Value value = NOTHING;
    GeneratorLink link_mode = LINK_PLAIN;
    Value injected; /* what the scheduler throws into the next task; NOTHING: nothing */

#define LOAD_FRAME() (pc = frame->pc)
#define SAVE() (frame->pc = pc)

#if COMPUTED_GOTO
    static const void *const labels[] = {
#define X(name, words, operands, effect) &&op_##name,
        OPCODES(X)
#undef X
    };
#define CASE(name) op_##name
#define NEXT()                                                                                               \
    do {                                                                                                     \
        uint8_t op_ = pc->op;                                                                                \
        pc++;                                                                                                \
        goto *labels[op_];                                                                                   \
    } while (0)
#else
#define CASE(name) case OP_##name
#define NEXT() goto dispatch
#endif

#define CHECK(expression)                                                                                    \
    do {                                                                                                     \
        if (UNLIKELY(!(expression)))                                                                         \
            goto error;                                                                                      \
    } while (0)

/* Stores the result of an expression that may raise or run scripts. */
#define SET_OR_RAISE(expression)                                                                             \
    do {                                                                                                     \
        SAVE();                                                                                              \
        Value result_ = (expression);                                                                        \
        CHECK(result_ != NOTHING);                                                                           \
        R[I.a] = result_;                                                                                    \
        NEXT();                                                                                              \
    } while (0)

#define SAFEPOINT()                                                                                          \
    do {                                                                                                     \
        if (UNLIKELY(interrupt_is_pending(vm))) {                                                            \
            SAVE();                                                                                          \
            CHECK(vm_safepoint(vm));                                                                         \
        }                                                                                                    \
    } while (0)

/* Goes on with a suspended generator, to which `to_send` is sent. The frame that drives it is saved. */
#define RESUME_SUSPENDED(generator, to_send, mode, result)                                                   \
    do {                                                                                                     \
        Value to_send_ = (to_send);                                                                          \
        Generator *leaf_ = chain_enter(vm, thread, generator, frame, result, mode);                          \
        CHECK(leaf_ != NULL);                                                                                \
        frame = &leaf_->frame;                                                                               \
        LOAD_FRAME();                                                                                        \
        if (UNLIKELY(leaf_->delegate != NOTHING)) {                                                          \
            sent = to_send_;                                                                                 \
            thrown = NOTHING;                                                                                \
            goto run_leaf;                                                                                   \
        }                                                                                                    \
        R[I.a] = to_send_;                                                                                   \
        NEXT();                                                                                              \
    } while (0)

/* The running leaf yields to who drives its root. */
#define YIELD_VALUE(expression)                                                                              \
    do {                                                                                                     \
        Value yielded_ = (expression);                                                                       \
        Generator *leaf_ = frame_generator(frame);                                                           \
        SAVE();                                                                                              \
        if (UNLIKELY(leaf_->closing))                                                                        \
            goto yield_while_closing;                                                                        \
        chain_suspend(thread, leaf_);                                                                        \
        frame = thread->frame = leaf_->frame.back;                                                           \
        if (leaf_->frame.on_return == RETURN_FROM_FOR) {                                                     \
            *leaf_->frame.result = yielded_;                                                                 \
            LOAD_FRAME();                                                                                    \
            pc += pc->offset + 1;                                                                            \
            NEXT();                                                                                          \
        }                                                                                                    \
        if (leaf_->frame.on_return == RETURN_FROM_SEND ||                                                    \
            leaf_->frame.on_return == RETURN_FROM_NEXT_DEFAULT) {                                            \
            *leaf_->frame.result = yielded_;                                                                 \
            LOAD_FRAME();                                                                                    \
            NEXT();                                                                                          \
        }                                                                                                    \
        value = yielded_;                                                                                    \
        resumed = leaf_;                                                                                     \
        goto yield_elsewhere;                                                                                \
    } while (0)

    switch (entry) {
    case ENTER_FRAME: LOAD_FRAME(); break;
    case ENTER_LEAF:
        LOAD_FRAME();
        if (thrown != NOTHING && frame_generator(frame)->root != frame_generator(frame))
            frame_generator(frame)->closing = is_instance(vm, thrown, vm->exceptions.GeneratorExit);
        goto run_leaf;
    case ENTER_SCHEDULER: goto scheduler_next;
    }

#if COMPUTED_GOTO
    NEXT();
#else
dispatch:
    pc++;
    switch ((Opcode)I.op) {
#endif

    CASE(MOVE) : R[I.a] = R[I.b];
    NEXT();

    CASE(LOAD_CONST) : R[I.a] = K[I.b];
    NEXT();

    CASE(LOAD_INT) : R[I.a] = small_int(I.offset);
    NEXT();

    CASE(CHECK_LOCAL) : {
        if (UNLIKELY(R[I.a] == NOTHING)) {
            SAVE();
            raise_unbound_local(vm, K[I.b]);
            goto error;
        }
        NEXT();
    }

    CASE(DELETE_LOCAL) : {
        if (UNLIKELY(R[I.a] == NOTHING && I.b != 0xffff)) {
            SAVE();
            raise_unbound_local(vm, K[I.b]);
            goto error;
        }
        R[I.a] = NOTHING;
        NEXT();
    }

    CASE(NEW_CELL) : R[I.a] = cell_new(vm, R[I.a]);
    NEXT();

    CASE(LOAD_CELL) : {
        Value v = AS(Cell, R[I.b])->value;
        if (UNLIKELY(v == NOTHING)) {
            SAVE();
            raise_unbound_local(vm, K[I.c]);
            goto error;
        }
        R[I.a] = v;
        NEXT();
    }

    CASE(STORE_CELL) : {
        heap_write_barrier(vm->heap, as_object(R[I.a]));
        AS(Cell, R[I.a])->value = R[I.b];
        NEXT();
    }

    CASE(DELETE_CELL) : {
        if (UNLIKELY(AS(Cell, R[I.a])->value == NOTHING)) {
            SAVE();
            raise_unbound_local(vm, K[I.b]);
            goto error;
        }
        heap_write_barrier(vm->heap, as_object(R[I.a]));
        AS(Cell, R[I.a])->value = NOTHING;
        NEXT();
    }

    CASE(LOAD_FREE) : {
        Value v = frame->function->cells[I.b]->value;
        if (UNLIKELY(v == NOTHING)) {
            SAVE();
            raise_unbound_free(vm, K[I.c]);
            goto error;
        }
        R[I.a] = v;
        NEXT();
    }

    CASE(STORE_FREE) : {
        heap_write_barrier(vm->heap, frame->function->cells[I.a]);
        frame->function->cells[I.a]->value = R[I.b];
        NEXT();
    }

    CASE(DELETE_FREE) : {
        Cell *cell = frame->function->cells[I.a];
        if (UNLIKELY(cell->value == NOTHING)) {
            SAVE();
            raise_unbound_free(vm, K[I.b]);
            goto error;
        }
        heap_write_barrier(vm->heap, cell);
        cell->value = NOTHING;
        NEXT();
    }

    CASE(LOAD_GLOBAL) : {
        Value v = frame->function->globals->entries[I.b].value;
        if (UNLIKELY(v == NOTHING)) {
            if (I.c != 0xffff)
                v = vm->builtins->entries[I.c].value;
            if (v == NOTHING) {
                SAVE();
                Dict *globals = frame->function->globals;
                v = global_load_late(vm, globals, globals->entries[I.b].key);
                CHECK(v != NOTHING);
            }
        }
        R[I.a] = v;
        NEXT();
    }

    CASE(STORE_GLOBAL) : {
        DictEntry *slot = &frame->function->globals->entries[I.b];
        heap_write_barrier(vm->heap, frame->function->globals);
        if (UNLIKELY(slot->value == NOTHING))
            dict_set_string(vm, frame->function->globals, AS(String, slot->key), R[I.a]);
        else
            slot->value = R[I.a];
        NEXT();
    }

    CASE(DELETE_GLOBAL) : {
        SAVE();
        CHECK(global_delete(vm, frame->function->globals, I.b));
        NEXT();
    }

    CASE(LOAD_NAME) : {
        Dict *globals = frame->function->globals;
        SET_OR_RAISE(class_name_load(vm, AS(Dict, R[0]), AS(String, K[I.b]), globals));
    }

    CASE(STORE_NAME) : {
        SAVE();
        CHECK(class_name_store(vm, AS(Dict, R[0]), AS(String, K[I.b]), R[I.a]));
        NEXT();
    }

    CASE(DELETE_NAME) : {
        SAVE();
        CHECK(class_name_delete(vm, AS(Dict, R[0]), AS(String, K[I.b])));
        NEXT();
    }

    CASE(LOAD_CLASS_FREE) : {
        SAVE();
        Value v = class_name_find(vm, AS(Dict, R[0]), AS(String, K[I.c]));
        CHECK(v != NOTHING || !vm_has_exception(vm));
        if (v == NOTHING)
            v = frame->function->cells[I.b]->value;
        if (UNLIKELY(v == NOTHING)) {
            raise_unbound_free(vm, K[I.c]);
            goto error;
        }
        R[I.a] = v;
        NEXT();
    }

    /* attributes and items */

    CASE(LOAD_ATTR) : {
        Value v = cached_attribute(vm, pc - 1, R[I.b], K[I.c]);
        if (UNLIKELY(v == NOTHING)) {
            SAVE();
            v = attribute_load(vm, (Instruction *)(pc - 1), R[I.b], AS(String, K[I.c]));
            CHECK(v != NOTHING);
        }
        R[I.a] = v;
        pc += 2;
        NEXT();
    }

    CASE(STORE_ATTR) : {
        if (UNLIKELY(!cached_store(vm, pc - 1, R[I.a], R[I.b]))) {
            SAVE();
            CHECK(attribute_store(vm, (Instruction *)(pc - 1), R[I.a], AS(String, K[I.c]), R[I.b]));
        }
        pc += 2;
        NEXT();
    }

    CASE(DELETE_ATTR) : {
        SAVE();
        CHECK(value_set_attribute(vm, R[I.a], AS(String, K[I.c]), NOTHING));
        NEXT();
    }

    CASE(LOAD_METHOD) : {
        Value self = R[I.b];
        Value v = cached_method(vm, pc - 1, self, K[I.c]);
        if (LIKELY(v != NOTHING)) {
            R[I.a] = v;
            R[I.a + 1] = I.x == CACHE_MODULE ? NOTHING : self;
        } else {
            SAVE();
            Value bound_self = NOTHING;
            v = method_load(vm, (Instruction *)(pc - 1), self, AS(String, K[I.c]), &bound_self);
            CHECK(v != NOTHING);
            R[I.a] = v;
            R[I.a + 1] = bound_self;
        }
        pc += 2;
        NEXT();
    }

    CASE(LOAD_SPECIAL) : {
        SAVE();
        CHECK(special_load(vm, R[I.b], AS(String, K[I.c]), I.x, &R[I.a]));
        NEXT();
    }

    CASE(GET_ITEM) : {
        Value object = R[I.b], key = R[I.c];
        if (LIKELY(is_small_int(key) && list_has_index(vm, object, small_int_value(key)))) {
            R[I.a] = AS(List, object)->items[small_int_value(key)];
            NEXT();
        }
        SET_OR_RAISE(get_item_slow(vm, object, key));
    }

    CASE(GET_ITEM_K) : SET_OR_RAISE(get_item_slow(vm, R[I.b], K[I.c]));

    CASE(GET_ITEM_INT) : {
        Value object = R[I.b];
        if (LIKELY(list_has_index(vm, object, I.c))) {
            R[I.a] = AS(List, object)->items[I.c];
            NEXT();
        }
        SET_OR_RAISE(get_item_slow(vm, object, small_int(I.c)));
    }

    CASE(SET_ITEM) : {
        Value object = R[I.a], key = R[I.b];
        if (LIKELY(is_small_int(key) && list_has_index(vm, object, small_int_value(key)))) {
            heap_write_barrier(vm->heap, as_object(object));
            AS(List, object)->items[small_int_value(key)] = R[I.c];
            NEXT();
        }
        SAVE();
        CHECK(set_item_slow(vm, object, key, R[I.c]));
        NEXT();
    }

    CASE(SET_ITEM_INT) : {
        Value object = R[I.a];
        if (LIKELY(list_has_index(vm, object, I.b))) {
            heap_write_barrier(vm->heap, as_object(object));
            AS(List, object)->items[I.b] = R[I.c];
            NEXT();
        }
        SAVE();
        CHECK(set_item_slow(vm, object, small_int(I.b), R[I.c]));
        NEXT();
    }

    CASE(DELETE_ITEM) : {
        SAVE();
        CHECK(value_set_item(vm, R[I.a], R[I.b], NOTHING));
        NEXT();
    }

    CASE(BUILD_SLICE) : R[I.a] = slice_new(vm, R[I.b], R[I.b + 1], R[I.b + 2]);
    NEXT();

    /* arithmetic */

#define ARITHMETIC_SLOW(operator, left, right)                                                               \
    SET_OR_RAISE(arithmetic_slow(vm, operator, left, right, I.x))

#define ADDITIVE(name, operator, builtin, right_operand, untag)                                              \
    CASE(name) : {                                                                                           \
        Value left = R[I.b], right = right_operand;                                                          \
        int64_t sum;                                                                                         \
        if (LIKELY(both_small_ints(left, right))) {                                                          \
            if (LIKELY(!builtin((int64_t)left, (int64_t)(right - 1), &sum))) {                               \
                R[I.a] = (Value)sum;                                                                         \
                NEXT();                                                                                      \
            }                                                                                                \
        } else if (LIKELY(both_flonums(left, right))) {                                                      \
            Value result = flonum_arithmetic(operator, left, right);                                         \
            if (UNLIKELY(result == NOTHING))                                                                 \
                result = flonum_arithmetic_rare(operator, left, right);                                      \
            if (LIKELY(result != NOTHING)) {                                                                 \
                R[I.a] = result;                                                                             \
                NEXT();                                                                                      \
            }                                                                                                \
        }                                                                                                    \
        ARITHMETIC_SLOW(operator, left, right);                                                              \
    }

    ADDITIVE(ADD, BINARY_ADD, __builtin_add_overflow, R[I.c], )
    ADDITIVE(ADD_K, BINARY_ADD, __builtin_add_overflow, K[I.c], )
    ADDITIVE(SUB, BINARY_SUB, __builtin_sub_overflow, R[I.c], )
    ADDITIVE(SUB_K, BINARY_SUB, __builtin_sub_overflow, K[I.c], )

    CASE(ACCUMULATE) : {
        Value left = R[I.a], right = R[I.c];
        int64_t sum;
        if (LIKELY(both_small_ints(left, right)) &&
            LIKELY(!__builtin_add_overflow((int64_t)left, (int64_t)(right - 1), &sum))) {
            R[I.a] = (Value)sum;
            NEXT();
        }
        if (both_flonums(left, right)) {
            Value result = flonum_arithmetic(BINARY_ADD, left, right);
            if (UNLIKELY(result == NOTHING))
                result = flonum_arithmetic_rare(BINARY_ADD, left, right);
            if (LIKELY(result != NOTHING)) {
                R[I.a] = result;
                NEXT();
            }
        }
        SET_OR_RAISE(accumulate_slow(vm, left, right, &R[I.b]));
    }

#define MULTIPLY(name, right_operand)                                                                        \
    CASE(name) : {                                                                                           \
        Value left = R[I.b], right = right_operand;                                                          \
        int64_t product;                                                                                     \
        if (LIKELY(both_small_ints(left, right))) {                                                          \
            if (LIKELY(!__builtin_mul_overflow((int64_t)(left - 1), small_int_value(right), &product))) {    \
                R[I.a] = (Value)product + 1;                                                                 \
                NEXT();                                                                                      \
            }                                                                                                \
        } else if (LIKELY(both_flonums(left, right))) {                                                      \
            Value result = flonum_arithmetic(BINARY_MUL, left, right);                                       \
            if (UNLIKELY(result == NOTHING))                                                                 \
                result = flonum_arithmetic_rare(BINARY_MUL, left, right);                                    \
            if (LIKELY(result != NOTHING)) {                                                                 \
                R[I.a] = result;                                                                             \
                NEXT();                                                                                      \
            }                                                                                                \
        }                                                                                                    \
        ARITHMETIC_SLOW(BINARY_MUL, left, right);                                                            \
    }

    MULTIPLY(MUL, R[I.c])
    MULTIPLY(MUL_K, K[I.c])

#define DIVIDE(name, right_operand)                                                                          \
    CASE(name) : {                                                                                           \
        Value left = R[I.b], right = right_operand;                                                          \
        if (both_flonums(left, right)) {                                                                     \
            Value result = flonum_arithmetic(BINARY_DIV, left, right);                                       \
            if (UNLIKELY(result == NOTHING))                                                                 \
                result = flonum_arithmetic_rare(BINARY_DIV, left, right);                                    \
            if (LIKELY(result != NOTHING)) {                                                                 \
                R[I.a] = result;                                                                             \
                NEXT();                                                                                      \
            }                                                                                                \
        }                                                                                                    \
        ARITHMETIC_SLOW(BINARY_DIV, left, right);                                                            \
    }

    DIVIDE(DIV, R[I.c])
    DIVIDE(DIV_K, K[I.c])

/* // and % of small ints. The one quotient that does not fit, SMALL_INT_MIN // -1, goes the slow way. */
#define FLOOR_OPERATION(name, operator, right_operand, function)                                             \
    CASE(name) : {                                                                                           \
        Value left = R[I.b], right = right_operand;                                                          \
        if (LIKELY(both_small_ints(left, right)) && LIKELY(small_int_value(right) > 0)) {                    \
            R[I.a] = small_int(function(small_int_value(left), small_int_value(right)));                     \
            NEXT();                                                                                          \
        }                                                                                                    \
        ARITHMETIC_SLOW(operator, left, right);                                                              \
    }

    FLOOR_OPERATION(FLOORDIV, BINARY_FLOORDIV, R[I.c], floor_divide)
    FLOOR_OPERATION(FLOORDIV_K, BINARY_FLOORDIV, K[I.c], floor_divide)
    FLOOR_OPERATION(MOD, BINARY_MOD, R[I.c], floor_modulo)
    FLOOR_OPERATION(MOD_K, BINARY_MOD, K[I.c], floor_modulo)

#define PLAIN_ARITHMETIC(name, operator, right_operand)                                                      \
    CASE(name) : ARITHMETIC_SLOW(operator, R[I.b], right_operand);

    PLAIN_ARITHMETIC(POW, BINARY_POW, R[I.c])
    PLAIN_ARITHMETIC(POW_K, BINARY_POW, K[I.c])
    PLAIN_ARITHMETIC(MATMUL, BINARY_MATMUL, R[I.c])

/* A shift by less than 63 whose result is a small int, which it always is to the right. */
#define SHIFT(name, operator, right_operand, shifted, fits)                                                  \
    CASE(name) : {                                                                                           \
        Value left = R[I.b], right = right_operand;                                                          \
        if (LIKELY(both_small_ints(left, right)) && LIKELY(small_int_value(right) >= 0) &&                   \
            LIKELY(small_int_value(right) < 63)) {                                                           \
            int64_t number = small_int_value(left), result = (int64_t)(shifted);                             \
            if (LIKELY(fits)) {                                                                              \
                R[I.a] = small_int(result);                                                                  \
                NEXT();                                                                                      \
            }                                                                                                \
        }                                                                                                    \
        ARITHMETIC_SLOW(operator, left, right);                                                              \
    }

#define LSHIFT_RESULT (uint64_t)number << small_int_value(right)
#define LSHIFT_FITS   fits_small_int(result) && result >> small_int_value(right) == number
#define RSHIFT_RESULT number >> small_int_value(right)
    SHIFT(LSHIFT, BINARY_LSHIFT, R[I.c], LSHIFT_RESULT, LSHIFT_FITS)
    SHIFT(LSHIFT_K, BINARY_LSHIFT, K[I.c], LSHIFT_RESULT, LSHIFT_FITS)
    SHIFT(RSHIFT, BINARY_RSHIFT, R[I.c], RSHIFT_RESULT, true)
    SHIFT(RSHIFT_K, BINARY_RSHIFT, K[I.c], RSHIFT_RESULT, true)

/* & | ^ keep the tag right, but for ^, which clears it. */
#define BITWISE(name, operator, right_operand, c_operator, tag)                                              \
    CASE(name) : {                                                                                           \
        Value left = R[I.b], right = right_operand;                                                          \
        if (LIKELY(both_small_ints(left, right))) {                                                          \
            R[I.a] = (left c_operator right) | tag;                                                          \
            NEXT();                                                                                          \
        }                                                                                                    \
        ARITHMETIC_SLOW(operator, left, right);                                                              \
    }

    BITWISE(AND, BINARY_AND, R[I.c], &, 1)
    BITWISE(AND_K, BINARY_AND, K[I.c], &, 1)
    BITWISE(OR, BINARY_OR, R[I.c], |, 1)
    BITWISE(OR_K, BINARY_OR, K[I.c], |, 1)
    BITWISE(XOR, BINARY_XOR, R[I.c], ^, 1)
    BITWISE(XOR_K, BINARY_XOR, K[I.c], ^, 1)

    CASE(NEG) : {
        Value v = R[I.b];
        if (LIKELY(is_small_int(v) && small_int_value(v) != SMALL_INT_MIN)) {
            R[I.a] = small_int(-small_int_value(v));
            NEXT();
        }
        if (is_flonum(v) && (v & ~FLONUM_SIGN) != FLONUM_ZERO) { /* -2**-255 has no opposite, either */
            R[I.a] = v ^ FLONUM_SIGN;
            NEXT();
        }
        SET_OR_RAISE(value_unary(vm, UNOP_NEG, v));
    }

    CASE(POS) : SET_OR_RAISE(value_unary(vm, UNOP_POS, R[I.b]));

    CASE(INVERT) : SET_OR_RAISE(value_unary(vm, UNOP_INVERT, R[I.b]));

    CASE(NOT) : {
        int truth = truth_fast(R[I.b]);
        if (UNLIKELY(truth < 0)) {
            SAVE();
            truth = value_truth(vm, R[I.b]);
            CHECK(truth >= 0);
        }
        R[I.a] = bool_value(!truth);
        NEXT();
    }

    /* comparisons */

#define COMPARE(name, comparison)                                                                            \
    CASE(name) : {                                                                                           \
        Value left = R[I.b], right = R[I.c];                                                                 \
        int truth = compare_fast(comparison, left, right);                                                   \
        if (LIKELY(truth >= 0)) {                                                                            \
            R[I.a] = bool_value(truth);                                                                      \
            NEXT();                                                                                          \
        }                                                                                                    \
        SET_OR_RAISE(compare_slow(vm, comparison, left, right));                                             \
    }

    COMPARE(LT, CMP_LT)
    COMPARE(LE, CMP_LE)
    COMPARE(EQ, CMP_EQ)
    COMPARE(NE, CMP_NE)
    COMPARE(GT, CMP_GT)
    COMPARE(GE, CMP_GE)

    CASE(IS) : R[I.a] = bool_value((R[I.b] == R[I.c]) != I.x);
    NEXT();

    CASE(IN) : {
        SAVE();
        int found = contains(vm, R[I.c], R[I.b]);
        CHECK(found >= 0);
        R[I.a] = bool_value(found != I.x);
        NEXT();
    }

    /* jumps */

    CASE(JUMP) : pc += I.offset;
    NEXT();

    CASE(JUMP_BACK) : {
        SAFEPOINT();
        pc += I.offset;
        NEXT();
    }

#define JUMP_IF(name, wanted)                                                                                \
    CASE(name) : {                                                                                           \
        int truth = truth_fast(R[I.a]);                                                                      \
        if (UNLIKELY(truth < 0)) {                                                                           \
            SAVE();                                                                                          \
            truth = value_truth(vm, R[I.a]);                                                                 \
            CHECK(truth >= 0);                                                                               \
        }                                                                                                    \
        if (truth == wanted) {                                                                               \
            if (I.offset < 0)                                                                                \
                SAFEPOINT();                                                                                 \
            pc += I.offset;                                                                                  \
        }                                                                                                    \
        NEXT();                                                                                              \
    }

    JUMP_IF(JUMP_IF_TRUE, 1)
    JUMP_IF(JUMP_IF_FALSE, 0)

/* The word behind a test is the jump it takes when the test comes out as asked. */
#define BRANCH(truth)                                                                                        \
    do {                                                                                                     \
        if ((truth) == I.x) {                                                                                \
            if (pc->offset < 0)                                                                              \
                SAFEPOINT();                                                                                 \
            pc += pc->offset;                                                                                \
        }                                                                                                    \
        pc++;                                                                                                \
        NEXT();                                                                                              \
    } while (0)

#define TEST(name, comparison, right_operand)                                                                \
    CASE(name) : {                                                                                           \
        Value left = R[I.a], right = right_operand;                                                          \
        int truth = compare_fast(comparison, left, right);                                                   \
        if (UNLIKELY(truth < 0)) {                                                                           \
            SAVE();                                                                                          \
            truth = compare_truth_slow(vm, comparison, left, right);                                         \
            CHECK(truth >= 0);                                                                               \
        }                                                                                                    \
        BRANCH(truth);                                                                                       \
    }

    TEST(TEST_LT, CMP_LT, R[I.b])
    TEST(TEST_LE, CMP_LE, R[I.b])
    TEST(TEST_EQ, CMP_EQ, R[I.b])
    TEST(TEST_NE, CMP_NE, R[I.b])
    TEST(TEST_GT, CMP_GT, R[I.b])
    TEST(TEST_GE, CMP_GE, R[I.b])
    TEST(TEST_LT_K, CMP_LT, K[I.b])
    TEST(TEST_LE_K, CMP_LE, K[I.b])
    TEST(TEST_EQ_K, CMP_EQ, K[I.b])
    TEST(TEST_NE_K, CMP_NE, K[I.b])
    TEST(TEST_GT_K, CMP_GT, K[I.b])
    TEST(TEST_GE_K, CMP_GE, K[I.b])

    CASE(TEST_IS) : BRANCH(R[I.a] == R[I.b]);

    CASE(TEST_IN) : {
        SAVE();
        int found = contains(vm, R[I.b], R[I.a]);
        CHECK(found >= 0);
        BRANCH(found);
    }

    CASE(TEST_NONE) : BRANCH(R[I.a] == NONE);

    /* iteration */

    CASE(GET_ITER) : {
        Value v = R[I.b];
        if (is_kind(v, KIND_GENERATOR)) {
            if (I.x)
                generator_mark_temporary(vm, AS(Generator, v));
            R[I.a] = v;
            NEXT();
        }
        SAVE();
        Value iterator = value_iter(vm, v);
        CHECK(iterator != NOTHING);
        if (I.x && is_kind(iterator, KIND_GENERATOR))
            generator_mark_temporary(vm, AS(Generator, iterator));
        R[I.a] = iterator;
        NEXT();
    }

    CASE(FOR_ITER) : {
        SAFEPOINT();
        Value iterator = R[I.b];
        const Instruction *body = pc + pc->offset + 1;
        if (as_object(iterator)->kind == KIND_GENERATOR) {
            SAVE();
            resumed = AS(Generator, iterator);
            if (LIKELY(resumed->state == GENERATOR_SUSPENDED))
                RESUME_SUSPENDED(resumed, NONE, RETURN_FROM_FOR, &R[I.a]);
            if (LIKELY(resumed->state != GENERATOR_FINISHED)) {
                sent = NONE;
                thrown = NOTHING;
                resume_mode = RETURN_FROM_FOR;
                resume_result = &R[I.a];
                goto resume;
            }
        }
        Value item = iterator_next_simple(iterator);
        if (LIKELY(item != NOTHING)) {
            R[I.a] = item;
            pc = body;
            NEXT();
        }
        item = ascii_iterator_next(vm, iterator);
        if (item != NOTHING) {
            R[I.a] = item;
            pc = body;
            NEXT();
        }
        SAVE();
        if (body->op == OP_UNPACK && body->b == I.a && I.a >= frame->code->local_count) {
            /* The item is only made to be taken apart. */
            Type *type = type_of(vm, iterator);
            if (type->ops.next_items && type->flags & TYPE_NATIVE) {
                heap_write_barrier(vm->heap, as_object(iterator));
                switch (type->ops.next_items(vm, iterator, &R[body->a], body->c)) {
                case ITEMS_NEXT: pc = body + 1; NEXT();
                case ITEMS_EXHAUSTED: pc++; NEXT();
                case ITEMS_RAISED: goto error;
                case ITEMS_OTHER_COUNT: break;
                }
            }
        }
        Value next = value_next(vm, iterator);
        if (LIKELY(next != NOTHING)) {
            R[I.a] = next;
            pc = body;
            NEXT();
        }
        CHECK(!vm_has_exception(vm));
        pc++;
        NEXT();
    }

    CASE(CLOSE_ITER) : {
        if (is_kind(R[I.a], KIND_GENERATOR) && AS(Generator, R[I.a])->temporary) {
            SAVE();
            CHECK(generator_close(vm, R[I.a]));
        }
        NEXT();
    }

    CASE(GET_AITER) : SET_OR_RAISE(async_iterator_get(vm, R[I.b]));

    CASE(FOR_AITER) : {
        Value iterator = R[I.b];
        SAVE();
        if (is_kind(iterator, KIND_ASYNC_GENERATOR)) {
            Generator *generator = AS(Generator, iterator);
            CHECK(async_generator_check_idle(vm, generator, "anext"));
            if (generator->state == GENERATOR_FINISHED) {
                pc += pc->offset + 1;
                NEXT();
            }
            async_generator_hook(vm, generator);
            pc++;
            SAVE();
            resumed = generator;
            sent = NONE;
            thrown = NOTHING;
            link_mode = LINK_FOR_AITER;
            goto link;
        }
        value = async_next_get(vm, iterator);
        CHECK(value != NOTHING);
        pc++;
        SAVE();
        goto delegate;
    }

    CASE(END_ASYNC_FOR) : {
        if (!is_instance(vm, R[I.a], vm->exceptions.StopAsyncIteration)) {
            thread->exception = R[I.a];
            SAVE();
            goto unwind_without_entry;
        }
        NEXT();
    }

    CASE(CLOSE_AITER) : {
        if (is_kind(R[I.a], KIND_ASYNC_GENERATOR))
            async_generator_drop(vm, AS(Generator, R[I.a]));
        NEXT();
    }

    /* building */

    CASE(BUILD_TUPLE) : R[I.a] = object_value(tuple_new(vm, &R[I.b], I.c));
    NEXT();

    CASE(BUILD_LIST) : R[I.a] = object_value(list_from(vm, &R[I.b], I.c));
    NEXT();

    CASE(BUILD_SET) : {
        SAVE();
        Value set = set_from_registers(vm, &R[I.b], I.c);
        CHECK(set != NOTHING);
        R[I.a] = set;
        NEXT();
    }

    CASE(BUILD_DICT) : {
        SAVE();
        Value dict = dict_from_registers(vm, &R[I.b], I.c);
        CHECK(dict != NOTHING);
        R[I.a] = dict;
        NEXT();
    }

    CASE(BUILD_STRING) : R[I.a] = string_join_registers(vm, &R[I.b], I.c);
    NEXT();

    CASE(FORMAT_VALUE) : SET_OR_RAISE(format_field(vm, R[I.b], I.c == 0xffff ? NOTHING : R[I.c], I.x));

    CASE(LIST_APPEND) : list_append(vm, AS(List, R[I.a]), R[I.b]);
    NEXT();

    CASE(LIST_EXTEND) : {
        SAVE();
        CHECK(spread_items(vm, AS(List, R[I.a]), R[I.b]));
        NEXT();
    }

    CASE(LIST_TO_TUPLE) : {
        if (!I.x) {
            R[I.a] = object_value(tuple_new(vm, AS(List, R[I.b])->items, AS(List, R[I.b])->count));
            NEXT();
        }
        SET_OR_RAISE(arguments_tuple(vm, R[I.b], R[I.c]));
    }

    CASE(SET_ADD) : {
        SAVE();
        CHECK(set_add(vm, AS(Set, R[I.a]), R[I.b]));
        NEXT();
    }

    CASE(SET_UPDATE) : {
        SAVE();
        CHECK(set_update(vm, AS(Set, R[I.a]), R[I.b]));
        NEXT();
    }

    CASE(DICT_SET) : {
        SAVE();
        CHECK(dict_set(vm, AS(Dict, R[I.a]), R[I.b], R[I.c]));
        NEXT();
    }

    CASE(DICT_UPDATE) : {
        SAVE();
        CHECK(spread_mapping(vm, AS(Dict, R[I.a]), R[I.b]));
        NEXT();
    }

    CASE(DICT_MERGE) : {
        SAVE();
        CHECK(spread_keywords(vm, AS(Dict, R[I.a]), R[I.b], R[I.c]));
        NEXT();
    }

    CASE(UNPACK) : {
        Value source = R[I.b];
        if (LIKELY(is_tuple(source) && AS(Tuple, source)->count == I.c)) {
            unpack_items(&R[I.a], AS(Tuple, source)->items, I.c);
            NEXT();
        }
        if (is_list(source) && is_exactly(vm, source, KIND_LIST) && AS(List, source)->count == I.c) {
            unpack_items(&R[I.a], AS(List, source)->items, I.c);
            NEXT();
        }
        SAVE();
        CHECK(unpack_exactly(vm, source, &R[I.a], I.c));
        NEXT();
    }

    CASE(UNPACK_STAR) : {
        SAVE();
        CHECK(unpack_star(vm, R[I.b], &R[I.a], I.c, I.x));
        NEXT();
    }

    /* functions and calls */

    CASE(MAKE_FUNCTION) : R[I.a] = function_make(vm, frame, AS(Code, K[I.b]), &R[I.c], I.x);
    NEXT();

    CASE(LOAD_BUILD_CLASS) : R[I.a] = vm->build_class;
    NEXT();

    CASE(LOAD_TYPE_ALIAS) : R[I.a] = vm->make_type_alias;
    NEXT();

    {
        /* All calls meet here: callee, arguments, and in resume_result where the result goes. */
        Value callee;
        Value *arguments;
        int count;
        Tuple *keywords;

        CASE(CALL) : callee = R[I.a];
        arguments = &R[I.a + 1];
        count = I.b;
        goto call_positional;

        CASE(CALL_LOCAL) : callee = R[I.b];
        arguments = &R[I.a + 1];
        count = I.x;
        goto call_positional;

        CASE(CALL_METHOD) : callee = R[I.a];
        arguments = &R[I.a + 1];
        count = I.b + 1;
        if (UNLIKELY(*arguments == NOTHING)) {
            arguments++;
            count--;
        }

    call_positional:
        SAFEPOINT();
        if (UNLIKELY(!is_pointer(callee)))
            goto call_anything;
        if (LIKELY(as_object(callee)->kind == KIND_FUNCTION)) {
        call_function:;
            Function *function = AS(Function, callee);
            Code *code = function->code;
            if (LIKELY(count == code->simple_arguments)) {
                SAVE();
                Frame *next = frame_push_fast(vm, thread, frame, function, arguments, count, &R[I.c]);
                CHECK(next != NULL);
                frame = thread->frame = next;
                pc = code->instructions;
                NEXT();
            }
            if (count == code->simple_suspended_arguments) {
                if (delegates_to_call(vm, frame, pc, I.c, code)) {
                    pc++;
                    SAVE();
                    resumed = generator_make(vm, function, code,
                                             I.op == OP_AWAIT ? KIND_COROUTINE : KIND_GENERATOR, arguments,
                                             count);
                    goto delegate_to_new;
                }
                SAVE(); /* where it is made may be noted */
                R[I.c] = object_value(generator_new(vm, function, arguments, count));
                NEXT();
            }
        } else if (as_object(callee)->kind == KIND_NATIVE_FUNCTION) {
        call_native:;
            const NativeFunction *native = AS(NativeFunction, callee);
            if (LIKELY(native_call_is_plain(native, arguments, count))) {
                if (native->await && is_awaited_at_once(frame, pc, I.c) && !scheduler_is_observed(vm)) {
                    /* The coroutine that is made here would be awaited by the next instruction. */
                    heap_write_barrier_values(vm->heap, arguments, count);
                    Value awaited = native->await(vm, arguments, count);
                    if (awaited == GIVE_WAY) {
                        pc++;
                        frame_generator(frame)->delegate = GIVE_WAY;
                        value = NONE;
                        goto yield_value;
                    }
                    if (awaited != NOTHING) {
                        R[pc->a] = awaited;
                        pc++;
                        NEXT();
                    }
                }
            call_plain_native:
                SAVE();
                Value result = native_call_plain(vm, native, arguments, count);
                CHECK(result != NOTHING);
                if (UNLIKELY(result == TAIL_REQUEST)) {
                    resume_result = &R[I.c];
                    goto tail;
                }
                R[I.c] = result;
                NEXT();
            }
            if (count == native->resume_count) {
                Generator *generator = suspended_operand(native, arguments[0]);
                if (LIKELY(generator != NULL)) {
                    SAVE();
                    RESUME_SUSPENDED(generator, count > 1 ? arguments[1] : NONE, RETURN_FROM_SEND, &R[I.c]);
                }
                if (native_accepts_self(native, arguments, count))
                    goto call_plain_native;
            }
        } else if (as_object(callee)->kind == KIND_BOUND_METHOD) {
            /* Self goes in front of the arguments, over a register that is not needed any more. The function
             * must stay alive without its bound method: a frame holds its own, a native one is not looked at
             * again. */
            const BoundMethod *method = AS(BoundMethod, callee);
            if (method->head.aux == (uint32_t)count + 1 &&
                LIKELY(AS(Generator, method->self)->state == GENERATOR_SUSPENDED)) {
                SAVE();
                RESUME_SUSPENDED(AS(Generator, method->self), count > 0 ? arguments[0] : NONE,
                                 RETURN_FROM_SEND, &R[I.c]);
            }
            if (is_kind(method->callable, KIND_NATIVE_FUNCTION) &&
                !AS(NativeFunction, method->callable)->closure) {
                callee = method->callable;
                *--arguments = method->self;
                count++;
                goto call_native;
            }
            if (is_kind(method->callable, KIND_FUNCTION)) {
                callee = method->callable;
                *--arguments = method->self;
                count++;
                goto call_function;
            }
        } else if (as_object(callee)->kind == KIND_TYPE) {
            Type *type = AS(Type, callee);
            const Function *constructor = plain_constructor(vm, type);
            if (constructor && constructor->code->simple_arguments == count + 1) {
                SAVE();
                /* The new instance waits in R[a], and is the first argument. */
                R[I.a] = *--arguments = object_value(type_allocate(vm, type));
                Frame *next = frame_push_fast(vm, thread, frame, AS(Function, type->constructor), arguments,
                                              count + 1, &R[I.a]);
                CHECK(next != NULL);
                next->on_return = RETURN_INSTANCE;
                frame = thread->frame = next;
                pc = constructor->code->instructions;
                NEXT();
            }
            if (has_no_constructor(vm, type)) {
                SAVE();
                Value made = type->create(vm, type, arguments, count, NULL);
                CHECK(made != NOTHING);
                if (UNLIKELY(is_pointer(made) && as_object(made)->type != type)) {
                    made = type_initialize_at_once(vm, type, made, arguments, count);
                    CHECK(made != NOTHING);
                }
                R[I.c] = made;
                NEXT();
            }
        }
    call_anything:
        keywords = NULL;
        resume_result = &R[I.c];
        goto call;

        CASE(CALL_KEYWORDS) : callee = R[I.a];
        arguments = &R[I.a + 1];
        count = I.b;
        goto call_keywords;

        CASE(CALL_METHOD_KEYWORDS) : callee = R[I.a];
        arguments = &R[I.a + 1];
        count = I.b + 1;
        if (*arguments == NOTHING) {
            arguments++;
            count--;
        }
    call_keywords:
        SAFEPOINT();
        keywords = AS(Tuple, K[I.c]);
        resume_result = &R[I.a];

    call:
        SAVE();
        {
            Frame *pushed = NULL;
            Value *waiting = &R[I.a]; /* for a new instance, until its __init__ has returned */
            switch (call_begin(vm, callee, arguments, count, keywords, RETURN_TO_REGISTER, waiting,
                               &pushed)) {
            case CALL_DONE: *resume_result = *waiting; NEXT();
            case CALL_FRAME:
                if (pushed->on_return == RETURN_TO_REGISTER)
                    pushed->result = resume_result;
                frame = thread->frame = pushed;
                LOAD_FRAME();
                NEXT();
            case CALL_TAIL: goto tail;
            case CALL_RAISED: goto error;
            }
        }

        CASE(CALL_SPREAD) : SAFEPOINT();
        SAVE();
        {
            Frame *pushed = NULL;
            resume_result = &R[I.a];
            switch (call_spread(vm, &R[I.a], I.x, &pushed)) {
            case CALL_DONE: NEXT();
            case CALL_FRAME:
                frame = thread->frame = pushed;
                LOAD_FRAME();
                NEXT();
            case CALL_TAIL: goto tail;
            case CALL_RAISED: goto error;
            }
        }
    }

tail:
    /* A native function asks for a generator to be resumed in its place; the result goes to *resume_result.
     */
    resumed = thread->tail.generator;
    sent = thread->tail.sent;
    thrown = thread->tail.thrown;
    resume_mode = thread->tail.mode;
    if (resume_mode == RETURN_FROM_NEXT_DEFAULT)
        R[I.a] = thread->tail.default_value;
    goto resume;

#define RETURN_VALUE(expression)                                                                             \
    do {                                                                                                     \
        Value returned_ = (expression);                                                                      \
        if (LIKELY(frame->on_return == RETURN_TO_REGISTER)) { /* so it lies in no generator */               \
            Value *result_ = frame->result;                                                                  \
            thread->stack_top = (Value *)frame;                                                              \
            thread->depth--;                                                                                 \
            frame = thread->frame = frame->back;                                                             \
            *result_ = returned_;                                                                            \
            LOAD_FRAME();                                                                                    \
            NEXT();                                                                                          \
        }                                                                                                    \
        value = returned_;                                                                                   \
        goto return_elsewhere;                                                                               \
    } while (0)

    CASE(RETURN_NONE) : RETURN_VALUE(NONE);

    CASE(RETURN) : RETURN_VALUE(R[I.a]);

return_elsewhere:
    if (frame->in_generator) {
        SAVE();
        goto generator_return;
    }
    {
        Frame *returned = frame;
        thread->stack_top = (Value *)returned;
        thread->depth--;
        frame = thread->frame = returned->back;
        switch ((ReturnMode)returned->on_return) {
        case RETURN_INSTANCE:
            LOAD_FRAME();
            if (UNLIKELY(value != NONE)) {
                vm_raise(vm, vm->exceptions.TypeError, "__init__() should return None, not '%T'", value);
                goto error;
            }
            if (I.op == OP_CALL || I.op == OP_CALL_LOCAL || I.op == OP_CALL_METHOD)
                R[I.c] = R[I.a];
            NEXT();
        default: /* RETURN_TO_NATIVE: the other modes are generators' */
            *native_result = value;
            return RESUME_RETURNED;
        }
    }

    /* generators and coroutines */

    CASE(YIELD) : YIELD_VALUE(R[I.b]);

    CASE(YIELD_FROM) : {
        SAVE();
        Function *iterate = generator_method(R[I.b]);
        if (iterate && may_delegate(vm, frame)) {
            resumed = generator_make(vm, iterate, iterate->code, KIND_GENERATOR, &R[I.b], 1);
            goto delegate_to_new;
        }
        value = delegate_get(vm, R[I.b], frame->code->flags);
        CHECK(value != NOTHING);
        goto delegate;
    }

    CASE(AWAIT) : {
        SAVE();
        value = R[I.b];
        if (is_kind(value, KIND_NATIVE_COROUTINE)) {
            frame_generator(frame)->delegate = value;
            sent = NONE;
            thrown = NOTHING;
            goto step_delegate;
        }
        if (UNLIKELY(!is_kind(value, KIND_COROUTINE))) {
            value = awaitable_get(vm, value, I.x);
            CHECK(value != NOTHING);
        }
        goto delegate;
    }

    CASE(ASYNC_YIELD) : {
        Generator *self = frame_generator(frame);
        value = R[I.b];
        SAVE();
        if (self->root == self && !self->delegator) {
            /* Driven by hand (step.send()): the driver tells an item from a suspension by the state. */
            self->item_ready = true;
            goto yield_value;
        }
        bool ignored_close = self->link == LINK_ACLOSE;
        chain_step_out(vm, self);
        Generator *outer = chain_unlink(thread, self);
        frame = thread->frame = &outer->frame;
        LOAD_FRAME();
        if (UNLIKELY(ignored_close)) {
            vm_raise(vm, vm->exceptions.RuntimeError, "async generator ignored GeneratorExit");
            goto error;
        }
        R[I.a] = value;
        NEXT();
    }

    /* exceptions */

    CASE(ENTER_HANDLER) : {
        /* NOTHING stands for the driver's: it may be another one by the time this handler is left. */
        R[I.a + 1] = thread->handled == handled_outside(thread, frame) ? NOTHING : thread->handled;
        thread->handled = R[I.a];
        NEXT();
    }

    CASE(LEAVE_HANDLER) :
        thread->handled = R[I.a + 1] == NOTHING ? handled_outside(thread, frame) : R[I.a + 1];
    NEXT();

    CASE(TEST_EXCEPTION) : {
        SAVE();
        int matches = exception_matches(vm, R[I.a], R[I.b]);
        CHECK(matches >= 0);
        BRANCH(matches);
    }

    CASE(CATCH_GROUP) : {
        SAVE();
        int matches = exception_group_catch(vm, R[I.b], &R[I.a], &R[I.a + 1]);
        CHECK(matches >= 0);
        if (matches)
            thread->handled = R[I.a + 1];
        BRANCH(matches);
    }

    CASE(REJOIN_GROUP) :
        SET_OR_RAISE(exception_group_rejoin(vm, R[I.a], AS(List, R[I.b]), R[I.b + 1]));

    CASE(RAISE) : {
        SAVE();
        if (I.x == 2) {
            if (raise_again(vm))
                goto unwind_without_entry;
        } else {
            raise_statement(vm, R[I.a], I.x == 1 ? R[I.b] : NOTHING);
        }
        goto error;
    }

    CASE(RERAISE) : {
        thread->exception = R[I.a];
        SAVE();
        goto unwind_without_entry;
    }

    CASE(LOAD_ASSERTION_ERROR) : R[I.a] = object_value(vm->exceptions.AssertionError);
    NEXT();

    CASE(EXIT_ARGUMENTS) : {
        Value exception = R[I.b];
        R[I.a] = object_value(as_object(exception)->type);
        R[I.a + 1] = exception;
        R[I.a + 2] = AS(Exception, exception)->traceback;
        NEXT();
    }

    /* patterns */

/* Goes on where a pattern matches, takes the jump where it does not. */
#define MATCH(expression)                                                                                    \
    do {                                                                                                     \
        SAVE();                                                                                              \
        int matches_ = (expression);                                                                         \
        CHECK(matches_ >= 0);                                                                                \
        if (!matches_)                                                                                       \
            pc += pc->offset;                                                                                \
        pc++;                                                                                                \
        NEXT();                                                                                              \
    } while (0)

    CASE(TEST_SEQUENCE) : MATCH(pattern_is_sequence(vm, R[I.a], I.b, I.x));

    CASE(MATCH_MAPPING) : MATCH(pattern_match_mapping(vm, R[I.b], AS(Tuple, R[I.a]), &R[I.a]));

    CASE(MATCH_CLASS) : MATCH(pattern_match_class(vm, R[I.b], R[I.a], I.x, AS(Tuple, K[I.c]), &R[I.a]));

    /* imports, annotations and the rest */

    CASE(IMPORT) : SET_OR_RAISE(import_module(vm, AS(String, K[I.b]), K[I.c], I.x, frame->function->globals));

    CASE(IMPORT_FROM) : SET_OR_RAISE(import_from(vm, R[I.b], AS(String, K[I.c])));

    CASE(IMPORT_STAR) : {
        SAVE();
        bool in_namespace = frame->code->flags & CODE_CLASS_BODY;
        CHECK(import_star(vm, R[I.a], in_namespace ? AS(Dict, R[0]) : frame->function->globals));
        NEXT();
    }

    CASE(SETUP_ANNOTATIONS) : {
        bool in_class = frame->code->flags & CODE_CLASS_BODY;
        SAVE();
        CHECK(annotations_setup(vm, in_class ? AS(Dict, R[0]) : frame->function->globals));
        NEXT();
    }

    CASE(DROP_ARGUMENTS) : {
        if (UNLIKELY(thread->newest_generator != NULL)) {
            SAVE();
            argument_drop(vm, frame, I.a);
        }
        goto drop;
    }

    CASE(DROP) : {
    drop:
        if (UNLIKELY(is_kind(R[I.a], KIND_COROUTINE) || is_kind(R[I.a], KIND_NATIVE_COROUTINE))) {
            SAVE();
            Value dropped = R[I.a];
            R[I.a] = NOTHING;
            CHECK(coroutine_drop(vm, dropped));
        }
        NEXT();
    }

    CASE(ECHO) : {
        SAVE();
        CHECK(echo_value(vm, R[I.a]));
        NEXT();
    }

#if !COMPUTED_GOTO
    case OPCODE_COUNT: break;
    }
#endif

    /* -----------------------------------------------------------------------------------------------------
     * Generators. `resume` drives a chain from its root; `delegate` goes inwards; `yield_value`,
     * `generator_return` and an exception go outwards. */

resume:
    /* Takes: resumed, sent, thrown, resume_mode, resume_result. The frame that drives it is saved. */
    if (UNLIKELY(resumed->state != GENERATOR_SUSPENDED)) {
        if (resumed->state == GENERATOR_FINISHED) {
            if (thrown != NOTHING && resume_mode != RETURN_FROM_CLOSE) {
                thread->exception = thrown;
                goto error;
            }
            value = NONE;
            goto driver_return_without_frame;
        }
        if (resumed->state == GENERATOR_CREATED) {
            if (thrown == NOTHING && sent != NONE) {
                vm_raise(vm, vm->exceptions.TypeError, "can't send non-None value to a just-started %s",
                         generator_kind_name(resumed));
                goto error;
            }
            if (resume_mode == RETURN_FROM_CLOSE) {
                generator_set_finished(vm, resumed);
                value = NONE;
                goto driver_return_without_frame;
            }
        }
    }
    {
        Generator *leaf = chain_enter(vm, thread, resumed, frame, resume_result, resume_mode);
        CHECK(leaf != NULL);
        frame = &leaf->frame;
        LOAD_FRAME();
        if (UNLIKELY(thrown != NOTHING) && leaf != resumed &&
            is_instance(vm, thrown, vm->exceptions.GeneratorExit))
            leaf->closing = true;
    }

run_leaf:
    /* Goes on with the leaf whose frame is loaded: hands it `sent`, or raises `thrown` in it. */
    {
        Generator *leaf = frame_generator(frame);
        if (leaf->delegate != NOTHING) {
            if (UNLIKELY(leaf->delegate != GIVE_WAY))
                goto step_delegate;
            leaf->delegate = NOTHING;
            sent = NONE;
        }
        if (UNLIKELY(thrown != NOTHING)) {
            /* What the driver is handling is not its context, what the chain is handling is. */
            if (thread->handled == handled_outside(thread, frame))
                thread->exception = thrown;
            else
                vm_raise_value(vm, thrown);
            thrown = NOTHING;
            if (pc == frame->code->instructions)
                goto unwind_unstarted;
            goto error;
        }
        if (pc != frame->code->instructions)
            R[I.a] = sent;
        NEXT();
    }

delegate_to_new:
    /* The leaf delegates to `resumed`, which has just been made for that. */
    {
        resumed->unseen = true;
        chain_attach(frame_generator(frame), resumed, resumed);
        frame = thread->frame = &resumed->frame;
        LOAD_FRAME();
        NEXT();
    }

delegate:
    /* The leaf delegates to `value`, as delegate_get() or awaitable_get() made it. */
    sent = NONE;
    thrown = NOTHING;
    if (is_kind(value, KIND_COROUTINE) || is_kind(value, KIND_GENERATOR)) {
        resumed = AS(Generator, value);
        if (UNLIKELY(resumed->state == GENERATOR_FINISHED)) {
            if (is_kind(value, KIND_COROUTINE)) {
                vm_raise(vm, vm->exceptions.RuntimeError, "cannot reuse already awaited coroutine");
                goto error;
            }
            R[I.a] = NONE;
            NEXT();
        }
        link_mode = LINK_PLAIN;
        goto link;
    }
    if (is_native(value, &async_generator_step_layout)) {
        AsyncGeneratorStep *step = AS(AsyncGeneratorStep, value);
        bool done = false;
        CHECK(async_step_begin(vm, step, &done));
        if (done) {
            R[I.a] = NONE;
            NEXT();
        }
        resumed = step->generator;
        sent = step->sent;
        thrown = step->thrown;
        link_mode = step->link;
        goto link;
    }
    frame_generator(frame)->delegate = value;
    goto step_delegate;

link:
    /* Makes `resumed` the delegate of the running leaf and goes on inside it with `sent` or `thrown`. */
    {
        Generator *outer = frame_generator(frame);
        if (UNLIKELY(!may_delegate(vm, frame))) {
            vm_raise(vm, vm->exceptions.RecursionError, "maximum recursion depth exceeded");
            goto error;
        }
        Generator *leaf = chain_link(vm, outer, resumed, link_mode);
        if (UNLIKELY(!leaf)) {
            if (resumed->head.kind == KIND_COROUTINE) {
                vm_raise(vm, vm->exceptions.RuntimeError, "coroutine is being awaited already");
                goto error;
            }
            outer->delegate = object_value(resumed);
            goto step_delegate;
        }
        if (resumed->head.kind == KIND_ASYNC_GENERATOR)
            chain_step_in(vm, resumed);
        frame = thread->frame = &leaf->frame;
        LOAD_FRAME();
        goto run_leaf;
    }

step_delegate:
    /* The leaf's delegate is not linked: it is stepped with `sent` or `thrown`. */
    {
        Generator *leaf = frame_generator(frame);
        Value result = NOTHING;
        ResumeResult outcome = delegate_step(vm, leaf->delegate, sent, thrown, &result);
        thrown = NOTHING;
        switch (outcome) {
        case RESUME_YIELDED: value = result; goto yield_value;
        case RESUME_RETURNED:
            leaf->delegate = NOTHING;
            R[I.a] = result;
            NEXT();
        case RESUME_RAISED:
            leaf->delegate = NOTHING;
            goto error;
        }
    }

yield_value:
    /* The running leaf yields `value` to who drives its root. */
    YIELD_VALUE(value);

yield_while_closing:
    /* A delegate that yields while it is being closed is an error in the delegator (PEP 380). */
    {
        Generator *leaf = frame_generator(frame);
        leaf->closing = false;
        Generator *outer = chain_unlink(thread, leaf);
        frame = thread->frame = &outer->frame;
        LOAD_FRAME();
        vm_raise(vm, vm->exceptions.RuntimeError, "generator ignored GeneratorExit");
        goto error;
    }

yield_elsewhere:
    /* Generator `resumed` has yielded `value` to what is no loop or call that takes it. */
    switch ((ReturnMode)resumed->frame.on_return) {
    case RETURN_TO_SCHEDULER: resumed = scheduler_step_yielded(vm, value, &injected); goto scheduler_resume;
    case RETURN_FROM_CLOSE:
        LOAD_FRAME();
        vm_raise(vm, vm->exceptions.RuntimeError, "%s ignored GeneratorExit", generator_kind_name(resumed));
        goto error;
    case RETURN_TO_WALK:
        if (!generator_walk_item(vm, thread->walk, value))
            return vm_has_exception(vm) ? RESUME_RAISED : RESUME_YIELDED;
        resumed = chain_enter(vm, thread, thread->walk->generator, frame, NULL, RETURN_TO_WALK);
        if (UNLIKELY(!resumed))
            return RESUME_RAISED;
        frame = &resumed->frame;
        LOAD_FRAME();
        sent = NONE;
        thrown = NOTHING;
        goto run_leaf;
    default: *native_result = value; return RESUME_YIELDED;
    }

generator_return:
    /* The running leaf returns `value`: to its delegator, or to who drives it. */
    {
        Generator *leaf = frame_generator(frame);
        Frame *left = frame;
        bool closing = leaf->closing;
        GeneratorLink link = leaf->link;
        Generator *outer = chain_finish(thread, leaf);
        if (outer) {
            frame = thread->frame = &outer->frame;
            LOAD_FRAME();
            if (LIKELY(link == LINK_PLAIN && !closing)) {
                R[I.a] = value;
                if (leaf->unseen)
                    heap_give_back(vm->heap, leaf, generator_size(leaf->frame.code));
                NEXT();
            }
            if (UNLIKELY(closing)) {
                outer->closing = outer->root != outer;
                vm_raise(vm, vm->exceptions.GeneratorExit, NULL);
                goto error;
            }
            switch (link) {
            case LINK_PLAIN: R[I.a] = value; break;
            case LINK_ACLOSE: R[I.a] = NONE; break;
            case LINK_FOR_AITER: pc += pc[-1].offset; break;
            case LINK_ASEND:
            case LINK_ATHROW: vm_raise(vm, vm->exceptions.StopAsyncIteration, NULL); goto error;
            }
            NEXT();
        }
        resume_mode = left->on_return;
        resume_result = left->result;
        resumed = leaf;
        frame = thread->frame = left->back;
    }

driver_return_without_frame:
    /* Generator `resumed` has returned `value` to the frame that drives it, now loaded. */
    if (frame)
        LOAD_FRAME();
    switch (resume_mode) {
    case RETURN_FROM_FOR: pc++; NEXT();
    case RETURN_FROM_SEND: vm_raise_stop_iteration(vm, value); goto error;
    case RETURN_FROM_NEXT_DEFAULT: *resume_result = R[I.a]; NEXT();
    case RETURN_FROM_CLOSE: *resume_result = NONE; NEXT();
    case RETURN_TO_SCHEDULER:
        if (!scheduler_step_done(vm, RESUME_RETURNED, value))
            return RESUME_RAISED;
        goto scheduler_next;
    default: *native_result = value; return RESUME_RETURNED;
    }

    /* -----------------------------------------------------------------------------------------------------
     * Exceptions. */

unwind_unstarted:
    /* Thrown into a generator that has not begun: no handler of its own can catch that. */
    exception_add_traceback(vm, thread->exception, frame->code, 0);
    AS(Traceback, AS(Exception, thread->exception)->traceback)->line = frame->code->first_line;
    goto leave_frame;

error:
    SAVE();
    exception_add_traceback(vm, thread->exception, frame->code, frame_instruction_index(frame));
unwind_without_entry:
    for (;;) {
        const ExceptionEntry *handler = code_find_handler(frame->code, frame_instruction_index(frame));
        if (handler) {
            R[handler->exception_register] = thread->exception;
            thread->exception = NOTHING;
            frame->pc = frame->code->instructions + handler->handler;
            LOAD_FRAME();
            NEXT();
        }
leave_frame:;
        Frame *left = frame;
        if (!left->in_generator) {
            thread->stack_top = (Value *)left;
            thread->depth--;
            frame = thread->frame = left->back;
            if (left->on_return == RETURN_TO_NATIVE)
                return RESUME_RAISED;
        } else {
            Generator *leaf = frame_generator(left);
            generator_convert_stop(vm, leaf);
            GeneratorLink link = leaf->link;
            bool closing = leaf->closing;
            Generator *outer = chain_finish(thread, leaf);
            if (outer) {
                frame = thread->frame = &outer->frame;
                LOAD_FRAME();
                if (closing)
                    outer->closing =
                        outer->root != outer && vm_exception_is(vm, vm->exceptions.GeneratorExit);
                if (link == LINK_ACLOSE && (vm_exception_is(vm, vm->exceptions.GeneratorExit) ||
                                            vm_exception_is(vm, vm->exceptions.StopAsyncIteration))) {
                    vm_clear_exception(vm);
                    R[I.a] = NONE;
                    NEXT();
                }
            } else {
                frame = thread->frame = left->back;
                switch ((ReturnMode)left->on_return) {
                case RETURN_TO_WALK:
                case RETURN_TO_NATIVE: return RESUME_RAISED;
                case RETURN_TO_SCHEDULER:
                    if (!scheduler_step_done(vm, RESUME_RAISED, NOTHING))
                        return RESUME_RAISED;
                    goto scheduler_next;
                case RETURN_FROM_CLOSE:
                    if (vm_exception_is(vm, vm->exceptions.GeneratorExit) ||
                        vm_exception_is(vm, vm->exceptions.StopIteration)) {
                        vm_clear_exception(vm);
                        *left->result = NONE;
                        LOAD_FRAME();
                        NEXT();
                    }
                    break;
                default: break;
                }
            }
        }
        exception_add_traceback(vm, thread->exception, frame->code, frame_instruction_index(frame));
    }

    /* -----------------------------------------------------------------------------------------------------
     * The event loop's turn: tasks are resumed here without leaving this function. */

scheduler_next:
    frame = thread->frame = base;
    resumed = scheduler_next_step(vm, &injected);
scheduler_resume:
    {
        if (UNLIKELY(!resumed)) {
            *native_result = NONE;
            return vm_has_exception(vm) ? RESUME_RAISED : RESUME_RETURNED;
        }
        sent = NONE;
        thrown = injected;
        Generator *leaf = chain_enter(vm, thread, resumed, base, NULL, RETURN_TO_SCHEDULER);
        if (UNLIKELY(!leaf)) {
            if (!scheduler_step_done(vm, RESUME_RAISED, NOTHING))
                return RESUME_RAISED;
            goto scheduler_next;
        }
        frame = &leaf->frame;
        LOAD_FRAME();
        if (UNLIKELY(interrupt_is_pending(vm))) {
            size_t mark = vm_root_mark(vm);
            vm_root(vm, thrown);
            bool ok = vm_safepoint(vm);
            vm_root_reset(vm, mark);
            /* What the safepoint raises (Ctrl-C) is thrown into the task: what it waits for learns of it. */
            if (UNLIKELY(!ok))
                thrown = vm_take_exception(vm);
        }
        goto run_leaf;
    }
}
