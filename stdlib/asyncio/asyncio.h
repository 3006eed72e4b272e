/* Module asyncio, in C on top of the vm's event loop: one file for each type or function, module.c puts them
 * together.
 *
 * What is a coroutine in CPython's asyncio is a NativeCoroutine here, a small state machine that goes through
 * the same suspensions, so that tasks take turns in the same order. */
#ifndef BIDE_STDLIB_ASYNCIO_ASYNCIO_H
#define BIDE_STDLIB_ASYNCIO_ASYNCIO_H

#include "stdlib/arguments.h"
#include "vm/async_generator.h"
#include "vm/call.h"
#include "vm/context.h"
#include "vm/delegation.h"
#include "vm/dict.h"
#include "vm/event_loop.h"
#include "vm/list.h"

#define END_OF_FUNCTIONS \
    { NULL, NULL, 0, 0, 0, NULL }
#define END_OF_PROPERTIES \
    { NULL, NULL, NULL }

/* Types that the module's own functions make objects of; in vm->scheduler->library. */
typedef struct AsyncioTypes {
    Type *future_iterator, *lock, *event, *condition, *broken_barrier_error, *timeout, *queue, *queue_empty,
        *queue_full, *queue_shut_down, *as_completed, *runner_type, *policy_type, *default_policy_type,
        *future_call_graph, *frame_call_graph_entry;
    Value default_policy; /* NOTHING: nobody has asked for it yet */
    Type *completion;     /* of Completions that no script ever sees */
    Value all_completed, first_completed, first_exception;
    bool arguments_are_marked; /* a gather() is looking at its own: see OBJ_SEEN */
    /* Of module _streams, once it is imported. */
    Type *transport, *stream_reader, *stream_writer, *stream_protocol, *buffered_protocol;
    Value incomplete_read_error, limit_overrun_error;
} AsyncioTypes;

static inline AsyncioTypes *asyncio_types(Vm *vm) {
    return vm->scheduler->library;
}

/* Each file's share of the module's setup: makes its types and enters them into the module. */
void future_type_setup(Vm *vm, Module *module);
void task_type_setup(Vm *vm, Module *module);
void handle_type_setup(Vm *vm, Module *module);
void loop_type_setup(Vm *vm, Module *module);
void lock_setup(Vm *vm, Module *module);
void event_setup(Vm *vm, Module *module);
void semaphore_setup(Vm *vm, Module *module);
void condition_setup(Vm *vm, Module *module);
void barrier_setup(Vm *vm, Module *module);
void queue_setup(Vm *vm, Module *module);
void timeout_setup(Vm *vm, Module *module);
void task_group_setup(Vm *vm, Module *module);
void as_completed_setup(Vm *vm, Module *module);
void runner_setup(Vm *vm, Module *module);
void policy_setup(Vm *vm, Module *module);
Type *abstract_loop_setup(Vm *vm, Module *module);
void call_graph_setup(Vm *vm, Module *module);

/* Functions of the module, defined in the file of their name. */
Value asyncio_sleep(Vm *vm, Value *args, int argc);
Value asyncio_gather(Vm *vm, Value *args, int argc);
Value asyncio_wait(Vm *vm, Value *args, int argc);
Value asyncio_wait_for(Vm *vm, Value *args, int argc);
Value asyncio_shield(Vm *vm, Value *args, int argc);
Value asyncio_as_completed(Vm *vm, Value *args, int argc);
Value asyncio_run(Vm *vm, Value *args, int argc);
Value asyncio_timeout(Vm *vm, Value *args, int argc);
Value asyncio_timeout_at(Vm *vm, Value *args, int argc);
Value asyncio_create_task_function(Vm *vm, Value *args, int argc);
Value asyncio_loop_create_task(Vm *vm, Value *args, int argc);
Value asyncio_eager_task_factory(Vm *vm, Value *args, int argc);
Value asyncio_create_eager_task_factory(Vm *vm, Value *args, int argc);
Value asyncio_capture_call_graph(Vm *vm, Value *args, int argc);
Value asyncio_format_call_graph(Vm *vm, Value *args, int argc);
Value asyncio_print_call_graph(Vm *vm, Value *args, int argc);
Value asyncio_all_tasks(Vm *vm, Value *args, int argc);
Value asyncio_current_task(Vm *vm, Value *args, int argc);

/* Methods of the loop that are not defined in loop_type.c. */
Value loop_add_signal_handler(Vm *vm, Value *args, int argc);
Value loop_remove_signal_handler(Vm *vm, Value *args, int argc);

/* The frames (FrameView) of all that a task is in the midst of, innermost first: down to its own coroutine.
 */
List *asyncio_call_stack(Vm *vm, const Task *task);

/* What a coroutine in C awaits by stepping it itself; NONE: it is of another kind, or awaits nothing so. */
Value asyncio_awaited_by_wrapper(const NativeCoroutine *coroutine);
Value asyncio_awaited_by_wait_for(const NativeCoroutine *coroutine);

/* Who waits, through a callback in C, for the future that it is a callback of: appends the task, or the
 * future that he waits for instead. Nothing where the callback is of another kind. */
void asyncio_waiting_by_shield(Vm *vm, const Completion *completion, List *waiting);
void asyncio_waiting_by_wait(Vm *vm, const Completion *completion, List *waiting);
void asyncio_waiting_by_as_completed(Vm *vm, const Completion *completion, List *waiting);
void asyncio_waiting_by_task_group(Vm *vm, const Completion *completion, List *waiting);

/* Methods of Task. */
Value asyncio_task_get_stack(Vm *vm, Value *args, int argc);
Value asyncio_task_print_stack(Vm *vm, Value *args, int argc);
/* The module's __getattr__ and __dir__, for what is loaded when it is first asked for. */
Value asyncio_find_later(Vm *vm, Value *args, int argc);
Value asyncio_list_names(Vm *vm, Value *args, int argc);
/* Gives a loop type the methods that are written in the language: create_connection() and its kin. */
void asyncio_add_later_methods(Vm *vm, Type *loop_type);

/* await asyncio.sleep(0): the short cut, and the coroutine that it saves, as it is while it gives way. */
Value asyncio_sleep_await(Vm *vm, Value *args, int argc);
Value asyncio_sleep_giving_way(Vm *vm);

/* What becomes of a loop's executor: a coroutine that waits for its threads, and what close() does, which is
 * not to wait. NOTHING, false: raised. */
Value asyncio_shutdown_executor(Vm *vm, Loop *loop, Value timeout);
bool asyncio_close_executor(Vm *vm, Loop *loop);

/* Makes a native type and enters it into the module; it lives as long as the vm. */
Type *asyncio_add_type(Vm *vm, Module *module, const TypeDef *def, Type *base);
/* Likewise an exception class. `module_name` is its __module__. */
Type *asyncio_add_exception(Vm *vm, Module *module, const char *name, const char *module_name, Type *base);

/* asyncio.iscoroutinefunction(v) */
bool asyncio_is_coroutine_function(Vm *vm, Value v);

/* The running loop; NULL: raised RuntimeError "no running event loop". */
Loop *asyncio_running_loop(Vm *vm);

/* get_event_loop(), new_event_loop() and set_event_loop(), as the event loop policy has it. NULL, false:
 * raised. */
Loop *asyncio_get_loop(Vm *vm);
Loop *asyncio_new_loop(Vm *vm);
bool asyncio_set_loop(Vm *vm, Value loop);

/* An argument that has to be a loop. NULL: raised TypeError. */
Loop *asyncio_loop_required(Vm *vm, Value argument);
/* What a parameter `loop` means: NOTHING and None are *loop's default. False: raised TypeError. */
bool asyncio_loop_argument(Vm *vm, Value argument, Loop **loop);

/* What a parameter `context` means: NOTHING and None are NONE. NOTHING: raised TypeError, it is no Context.
 */
Value asyncio_context_argument(Vm *vm, Value argument);

/* loop.create_task(): asks the task factory, if there is one. `name` and `context` NOTHING or NONE: none.
 * NOTHING: raised. */
Value asyncio_create_task(Vm *vm, Loop *loop, Value coroutine, Value name, Value context);

/* The same for asyncio.create_task() and TaskGroup.create_task(), where a task that is given a name has used
 * up a number all the same. */
Value asyncio_create_renamed_task(Vm *vm, Loop *loop, Value coroutine, Value name, Value context);

/* Pending tasks of a loop, in order of creation. */
List *asyncio_pending_tasks(Vm *vm, Loop *loop);

/* A number of seconds as `delay <= 0` and `now + delay` take it. False: raised TypeError. */
bool asyncio_seconds_argument(Vm *vm, Value v, double *seconds);

/* A number of seconds as `now + delay` alone takes it. False: raised TypeError. */
bool asyncio_delay_argument(Vm *vm, Value v, double *seconds);

/* ensure_future(): `v` itself if it is a future, else a task of it. `loop` NULL: the current one. NULL:
 * raised. */
Future *asyncio_ensure_future(Vm *vm, Value v, Loop *loop);

/* A task's name as given: str(name). NOTHING: raised. */
Value asyncio_name_argument(Vm *vm, Value name);

/* The method that the class of `self`, written in the language, has in place of a native one; NOTHING: none.
 */
Value asyncio_overridden(Vm *vm, Value self, const char *name);

/* Gives the coroutine function `name` of a module or type its short cut (see native.h). It is for instances
 * of just that type, so that what subclasses override need not be looked for. */
void asyncio_set_await(Vm *vm, const Dict *namespace, const char *name, NativeAwaitPointer await);

/* May a future of this loop (NULL: there is none yet) be given a result, without that raising anything? */
static inline bool asyncio_can_wake(const Loop *loop) {
    return !loop || !loop->closed;
}

/* "<Lock object at 0x...": begins a repr of that kind with the type's full name. */
void asyncio_write_object(Vm *vm, Value self, StringBuilder *out);

/* What a coroutine of a task is called, and where it stands: "main() running at file.py:3". */
void asyncio_write_coroutine(Vm *vm, Value coroutine, StringBuilder *out);

/* The name alone: "main". */
void asyncio_write_coroutine_name(Vm *vm, Value coroutine, StringBuilder *out);

/* The index-th future that a coroutine of wait() or of a TaskGroup's end still waits for, and the one that
 * one of wait_for() waits for; NULL: there is none, or it is another coroutine. */
Future *wait_awaited(const NativeCoroutine *coroutine, uint32_t index);
Future *task_group_awaited(const NativeCoroutine *coroutine, uint32_t index);
Future *wait_for_awaited(const NativeCoroutine *coroutine);

/* For Scheduler.find_awaited: whom, besides the future at which it is suspended, a native coroutine waits
 * for. False: nobody (else). */
bool asyncio_find_awaited(NativeCoroutine *coroutine, uint32_t index, AwaitedFuture *found);

/* A native coroutine that awaits anything: asks for the awaitable's iterator once, then steps it. */
bool asyncio_await_begin(Vm *vm, Value awaitable, Value *inner); /* false: raised */
ResumeResult asyncio_await_step(Vm *vm, Value inner, Value sent, Value thrown, Value *result);

/* A Completion of def->size bytes, zeroed, that no script ever sees. */
void *completion_new(Vm *vm, const CompletionDef *def);

#endif
