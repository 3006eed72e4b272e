/* Who awaits whom: capture_call_graph(), format_call_graph() and print_call_graph(), as CPython 3.14 has
 * them.
 *
 * Nothing is kept for this: the callbacks of a future tell who waits for it. Futures between the two (of a
 * gather(), a shield(), a wait()) are left out: what is shown are tasks, and the future that is asked about.
 */
#include "stdlib/asyncio/asyncio.h"
#include "stdlib/text_stream.h"
#include "stdlib/types/frame_type.h"
#include "stdlib/types/names.h"
#include "vm/code.h"

/* ---- The two classes of a graph ---- */

enum { MOST_FIELDS = 3 };

/* FutureCallGraph, or FrameCallGraphEntry. */
typedef struct Record {
    Obj head;
    Value fields[MOST_FIELDS];
} Record;

typedef struct RecordClass {
    const char *parameters;
    const char *names[MOST_FIELDS];
    int count;
} RecordClass;

enum { GRAPH_FUTURE, GRAPH_CALL_STACK, GRAPH_AWAITED_BY };
static const RecordClass graph_class = {
    "future,call_stack,awaited_by", {"future", "call_stack", "awaited_by"}, 3};
static const RecordClass entry_class = {"frame", {"frame"}, 1};

static void record_trace(Heap *heap, Obj *self) {
    heap_mark_values(heap, ((Record *)self)->fields, MOST_FIELDS);
}

static const NativeLayout graph_layout = {"FutureCallGraph", sizeof(Record), record_trace, NULL};
static const NativeLayout entry_layout = {"FrameCallGraphEntry", sizeof(Record), record_trace, NULL};

static const RecordClass *class_of(Value self) {
    return is_native(self, &graph_layout) ? &graph_class : &entry_class;
}

static Value record_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    const RecordClass *class = type->layout == &graph_layout ? &graph_class : &entry_class;
    Value given[MOST_FIELDS];
    if (!arguments_bind(vm, type->name->chars, class->parameters, 0, class->count, args, argc, keywords,
                        given))
        return NOTHING;
    Record *record = type_allocate(vm, type);
    memcpy(record->fields, given, (size_t) class->count * sizeof(Value));
    return object_value(record);
}

static Value record_repr(Vm *vm, Value self) {
    const RecordClass *class = class_of(self);
    if (!vm_enter_native(vm))
        return NOTHING;
    StringBuilder out;
    builder_init(&out);
    builder_format(vm, &out, "%T(", self);
    for (int i = 0; i < class->count; i++)
        builder_format(vm, &out, "%s%s=%R", i > 0 ? ", " : "", class->names[i], AS(Record, self)->fields[i]);
    builder_add_char(&out, ')');
    return builder_finish(vm, &out);
}

static Value fields_of(Vm *vm, Value self) {
    return object_value(tuple_new(vm, AS(Record, self)->fields, class_of(self)->count));
}

static Value record_compare(Vm *vm, Comparison op, Value left, Value right) {
    if ((op != CMP_EQ && op != CMP_NE) || type_of(vm, left) != type_of(vm, right))
        return NOT_IMPLEMENTED;
    Value a = fields_of(vm, left), b = fields_of(vm, right);
    size_t mark = vm_root_mark(vm);
    vm_root(vm, a);
    vm_root(vm, b);
    int equal = value_equal(vm, a, b);
    vm_root_reset(vm, mark);
    return equal < 0 ? NOTHING : bool_value(equal == (op == CMP_EQ));
}

static bool record_hash(Vm *vm, Value self, int64_t *hash) {
    return value_hash(vm, fields_of(vm, self), hash);
}

static Value get_first(Vm *vm, Value self) {
    (void)vm;
    return AS(Record, self)->fields[0];
}

static Value get_call_stack(Vm *vm, Value self) {
    (void)vm;
    return AS(Record, self)->fields[GRAPH_CALL_STACK];
}

static Value get_awaited_by(Vm *vm, Value self) {
    (void)vm;
    return AS(Record, self)->fields[GRAPH_AWAITED_BY];
}

static const NativePropertyDef graph_properties[] = {
    {"future", get_first, NULL},
    {"call_stack", get_call_stack, NULL},
    {"awaited_by", get_awaited_by, NULL},
    END_OF_PROPERTIES,
};

static const NativePropertyDef entry_properties[] = {
    {"frame", get_first, NULL},
    END_OF_PROPERTIES,
};

#define RECORD_OPS \
    { .repr = record_repr, .compare = record_compare, .hash = record_hash }

static const TypeDef graph_def = {
    .name = "FutureCallGraph",
    .module = "asyncio.graph",
    .kind = KIND_NATIVE,
    .layout = &graph_layout,
    .size = sizeof(Record),
    .flags = TYPE_FINAL,
    .ops = RECORD_OPS,
    .create = record_create,
    .properties = graph_properties,
};

static const TypeDef entry_def = {
    .name = "FrameCallGraphEntry",
    .module = "asyncio.graph",
    .kind = KIND_NATIVE,
    .layout = &entry_layout,
    .size = sizeof(Record),
    .flags = TYPE_FINAL,
    .ops = RECORD_OPS,
    .create = record_create,
    .properties = entry_properties,
};

void call_graph_setup(Vm *vm, Module *module) {
    asyncio_types(vm)->future_call_graph = asyncio_add_type(vm, module, &graph_def, NULL);
    asyncio_types(vm)->frame_call_graph_entry = asyncio_add_type(vm, module, &entry_def, NULL);
}

/* ---- Who waits ---- */

static void add_once(Vm *vm, List *list, Value v) {
    for (int64_t i = 0; i < list->count; i++)
        if (list->items[i] == v)
            return;
    list_append(vm, list, v);
}

/* Appends the tasks that wait for `future` to `tasks`, each once; `seen`: the futures that were gone through.
 */
static void add_waiting_tasks(Vm *vm, Future *future, List *tasks, List *seen) {
    int64_t before = seen->count;
    add_once(vm, seen, object_value(future));
    if (future_is_done(future) || seen->count == before)
        return;
    uint32_t count;
    const ReadyTarget *targets = future_callbacks(future, &count);
    List *through = list_new(vm, 0);
    for (uint32_t i = 0; i < count; i++) {
        void *object = ready_object(targets[i]);
        switch (ready_kind(targets[i])) {
        case READY_WAKEUP:
        case READY_GATHERED:
        case READY_SET_RESULT:
        case READY_RELEASE: list_append(vm, through, object_value(object)); break;
        case READY_COMPLETION:
            asyncio_waiting_by_shield(vm, object, through);
            asyncio_waiting_by_wait(vm, object, through);
            asyncio_waiting_by_as_completed(vm, object, through);
            asyncio_waiting_by_task_group(vm, object, through);
            break;
        default: break; /* callbacks of scripts may do anything */
        }
    }
    for (int64_t i = 0; i < through->count; i++) {
        if (is_task(through->items[i]))
            add_once(vm, tasks, through->items[i]);
        else
            add_waiting_tasks(vm, AS(Future, through->items[i]), tasks, seen);
    }
}

/* ---- Capturing ---- */

/* What all parts of a graph have in common. Nothing below calls a script. */
typedef struct GraphCapture {
    int64_t depth; /* so many frames of what runs are left out, less one */
    int64_t limit; /* of each call stack: > 0 the outermost so many, < 0 the innermost */
    bool limited;
    List *path; /* the futures around: who awaits himself, in the end, is shown once */
} GraphCapture;

static Tuple *call_stack_of(Vm *vm, const GraphCapture *capture, const Future *future) {
    if (!is_task(object_value(future)) || (capture->limited && capture->limit == 0))
        return vm->empty_tuple;
    const Task *task = (const Task *)future;
    List *frames = asyncio_call_stack(vm, task);
    int64_t first = 0, end = frames->count;
    if (task == vm->thread->current_task)
        first = capture->depth - 1 < end ? capture->depth - 1 : end;
    if (capture->limited && capture->limit > 0 && end - first > capture->limit)
        first = end - capture->limit;
    if (capture->limited && capture->limit < 0 && end - first > -capture->limit)
        end = first - capture->limit;
    Tuple *stack = tuple_new(vm, NULL, end - first);
    for (int64_t i = first; i < end; i++) {
        Record *entry = type_allocate(vm, asyncio_types(vm)->frame_call_graph_entry);
        entry->fields[0] = frames->items[i];
        stack->items[i - first] = object_value(entry);
    }
    return stack;
}

static Value capture_future(Vm *vm, GraphCapture *capture, Future *future) {
    if (!vm_enter_native(vm))
        return NOTHING;
    List *tasks = list_new(vm, 0), *awaited_by = list_new(vm, 0);
    add_waiting_tasks(vm, future, tasks, list_new(vm, 0));
    list_append(vm, capture->path, object_value(future));
    for (int64_t i = 0; i < tasks->count; i++) {
        bool around = false;
        for (int64_t j = 0; j < capture->path->count; j++)
            around |= capture->path->items[j] == tasks->items[i];
        Value graph = around ? NONE : capture_future(vm, capture, AS(Future, tasks->items[i]));
        if (graph == NOTHING)
            return NOTHING;
        if (!around)
            list_append(vm, awaited_by, graph);
    }
    capture->path->count--;
    Record *graph = type_allocate(vm, asyncio_types(vm)->future_call_graph);
    graph->fields[GRAPH_FUTURE] = object_value(future);
    graph->fields[GRAPH_CALL_STACK] = object_value(call_stack_of(vm, capture, future));
    graph->fields[GRAPH_AWAITED_BY] = object_value(tuple_new(vm, awaited_by->items, awaited_by->count));
    return object_value(graph);
}

enum { PARAMETER_FUTURE, PARAMETER_DEPTH, PARAMETER_LIMIT };

/* The graph that future, *, depth, limit ask for; NONE: there is no current task. NOTHING: raised. */
static Value capture(Vm *vm, const Value *args, const char *function) {
    GraphCapture capture = {1, 0, args[PARAMETER_LIMIT] != NOTHING && args[PARAMETER_LIMIT] != NONE,
                            list_new(vm, 0)};
    if (args[PARAMETER_DEPTH] != NOTHING && !value_to_index(vm, args[PARAMETER_DEPTH], &capture.depth))
        return NOTHING;
    if (capture.limited && !value_to_index(vm, args[PARAMETER_LIMIT], &capture.limit))
        return NOTHING;
    if (capture.depth < 1)
        capture.depth = 1;
    Value future = args[PARAMETER_FUTURE];
    if (future == NOTHING || future == NONE) {
        if (!vm->thread->running_loop)
            return vm_raise(
                vm, vm->exceptions.RuntimeError,
                "%s() is called outside of a running event loop and no future to introspect was provided",
                function);
        if (!vm->thread->current_task)
            return NONE;
        future = object_value(vm->thread->current_task);
    }
    if (!is_future(future))
        return vm_raise(vm, vm->exceptions.TypeError,
                        "%R object does not appear to be compatible with asyncio.Future", future);
    return capture_future(vm, &capture, AS(Future, future));
}

/* future, *, depth, limit */
Value asyncio_capture_call_graph(Vm *vm, Value *args, int argc) {
    (void)argc;
    return capture(vm, args, "capture_call_graph");
}

/* ---- In words ---- */

static void write_frame(Vm *vm, const FrameView *frame, StringBuilder *out) {
    if (frame->native) {
        builder_format(vm, out, "File '<asyncio>', in async %s()", frame->native->def->qualname);
        return;
    }
    const Generator *generator = frame->generator;
    const char *kind = !generator                               ? ""
                       : generator->head.kind == KIND_COROUTINE ? "async "
                       : generator->head.kind == KIND_GENERATOR ? "generator "
                                                                : "async generator ";
    builder_format(vm, out, "File '%S', line %d, in %s%S()", frame->code->file_name,
                   (int)frame_view_line(frame), kind, frame->code->qualname);
}

static void write_graph(Vm *vm, const Record *graph, int level, StringBuilder *out) {
    Value future = graph->fields[GRAPH_FUTURE];
    const Tuple *stack = AS(Tuple, graph->fields[GRAPH_CALL_STACK]);
    const Tuple *awaited_by = AS(Tuple, graph->fields[GRAPH_AWAITED_BY]);
    char indent[128];
    int width = level * 4 < (int)sizeof indent - 1 ? level * 4 : (int)sizeof indent - 1;
    memset(indent, ' ', (size_t)width);
    indent[width] = '\0';
    builder_format(vm, out, "%s%s* ", out->count > 0 ? "\n" : "", indent);
    if (is_task(future))
        builder_format(vm, out, "Task(name=%R, id=", object_value(task_name(vm, AS(Task, future))));
    else
        builder_add_c(out, "Future(id=");
    builder_add_address(out, future);
    builder_add_char(out, ')');
    if (stack->count > 0)
        builder_format(vm, out, "\n%s  + Call stack:", indent);
    for (int64_t i = 0; i < stack->count; i++) {
        builder_format(vm, out, "\n%s  |   ", indent);
        write_frame(vm, AS(FrameView, AS(Record, stack->items[i])->fields[0]), out);
    }
    if (awaited_by->count > 0)
        builder_format(vm, out, "\n%s  + Awaited by:", indent);
    for (int64_t i = 0; i < awaited_by->count; i++)
        write_graph(vm, AS(Record, awaited_by->items[i]), level + 1, out);
}

/* NOTHING: raised. */
static Value format(Vm *vm, const Value *args, const char *function) {
    Value graph = capture(vm, args, function);
    if (graph == NOTHING || graph == NONE)
        return graph == NONE ? object_value(vm->empty_string) : NOTHING;
    StringBuilder out;
    builder_init(&out);
    write_graph(vm, AS(Record, graph), 0, &out);
    return builder_finish(vm, &out);
}

/* future, *, depth, limit */
Value asyncio_format_call_graph(Vm *vm, Value *args, int argc) {
    (void)argc;
    return format(vm, args, "format_call_graph");
}

/* future, *, depth, limit, file */
Value asyncio_print_call_graph(Vm *vm, Value *args, int argc) {
    (void)argc;
    Value text = format(vm, args, "print_call_graph"), file = args[3];
    if (text == NOTHING)
        return NOTHING;
    if (file == NOTHING || file == NONE)
        file = text_stream_current(vm, "stdout");
    String *line = string_format(vm, "%V\n", text);
    return text_stream_write_to(vm, file, line) ? NONE : NOTHING;
}
