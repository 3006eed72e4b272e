#include "cli/repl.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "cli/line_editor.h"
#include "cli/program.h"
#include "cli/repl_complete.h"
#include "cli/repl_help.h"
#include "stdlib/stdlib_state.h"
#include "stdlib/text_stream.h"
#include "stdlib/thread/thread.h"
#include "vm/compile_source.h"
#include "vm/context.h"
#include "vm/dict.h"
#include "vm/event_loop.h"
#include "vm/finalization.h"
#include "vm/import.h"
#include "vm/interrupt.h"
#include "vm/list.h"
#include "vm/version.h"
#include "vm/warning.h"

/* The name of what is typed, in tracebacks, which quote it. */
#define PROMPT_NAME "<prompt>"

typedef struct Repl {
    SchedulerObserver observer; /* first: it is told of tasks that fail */
    Vm *vm;
    Loop *loop;
    Module *main;
    Editor *editor;
    History *history;
    ReplScope scope;
    StringBuilder text; /* the lines of the statement that is being entered */
    bool editing;       /* between editor_begin and its event: output goes above the line */
    Task *awaited;      /* what was typed runs in it; NULL: none does */
    bool interrupted;   /* Ctrl-C ended the slice */
    double step_begun;  /* when the task that runs began its step, on the loop's clock */
    List *failed;       /* tasks that raised while nobody waited for them, not yet reported */
    int status;
    bool leaving;
} Repl;

/* ---- Output: through the editor, so that it knows where the cursor is ---- */

static bool write_output(void *state, const char *chars, size_t count) {
    Repl *repl = state;
    if (repl->editing) {
        editor_resize(repl->editor);
        editor_print_above(repl->editor, chars, count);
        return true;
    }
    editor_note_output(repl->editor, chars, count);
    while (count > 0) {
        ssize_t written = write(STDOUT_FILENO, chars, count);
        if (written < 0 && errno != EINTR)
            return false;
        if (written > 0) {
            chars += written;
            count -= (size_t)written;
        }
    }
    return true;
}

/* What a script reads from the terminal stands on the screen as well. */
static bool note_input(void *state, const char *chars, size_t count) {
    editor_note_output(((Repl *)state)->editor, chars, count);
    return true;
}

static bool display(Vm *vm, String *text) {
    size_t mark = vm_root_mark(vm);
    String *line = string_format(vm, "%S\n", text);
    vm_root(vm, object_value(line));
    bool ok = text_stream_write_to(vm, text_stream_current(vm, "stdout"), line);
    vm_root_reset(vm, mark);
    return ok;
}

static void flush(Repl *repl) {
    if (!text_stream_flush_standard(repl->vm))
        vm_clear_exception(repl->vm);
}

/* Reports the pending exception; SystemExit leaves. */
static void report(Repl *repl) {
    Vm *vm = repl->vm;
    if (vm_exception_is(vm, vm->exceptions.SystemExit)) {
        repl->status = program_status_of_exception(vm);
        repl->leaving = true;
        return;
    }
    flush(repl);
    size_t mark = vm_root_mark(vm);
    Value exception = vm_take_exception(vm);
    vm_root(vm, exception);
    StringBuilder text;
    builder_init(&text);
    exception_format(vm, exception, &text);
    vm_write_error(vm, text.chars, text.count);
    builder_free(&text);
    vm_root_reset(vm, mark);
    flush(repl);
}

/* The same for what was running when Ctrl-C was pressed: the terminal has shown ^C. */
static void report_below(Repl *repl) {
    if (vm_exception_is(repl->vm, repl->vm->exceptions.KeyboardInterrupt) && editor_is_rich(repl->editor))
        vm_write_error(repl->vm, "\n", 1);
    report(repl);
}

/* ---- Ctrl-C while the loop runs ---- */

/* A task whose step takes longer than this, in seconds, is what the user wants to stop. */
#define LONG_STEP 0.1

/* Ctrl-C is meant for what was typed, not for the background task that happens to take its short step just
 * now: so the slice only ends. A step that does not end is interrupted by a KeyboardInterrupt. */
static bool on_interrupt(Vm *vm) {
    Repl *repl = (Repl *)vm->scheduler->observer;
    Task *running = vm->thread->current_task;
    if (running && (running == repl->awaited || repl->interrupted ||
                    event_loop_time(vm) - repl->step_begun > LONG_STEP)) {
        vm_raise(vm, vm->exceptions.KeyboardInterrupt, NULL);
        return false;
    }
    repl->interrupted = true;
    repl->loop->stopping = true;
    return true;
}

/* ---- Tasks in the background ---- */

/* A task fails. If nobody waits for it, the slice is to end, so that it can be reported at once: in a program
 * that would be when the task is collected, but here a variable keeps it, if only `_`. */
static void observe(Vm *vm, SchedulerObserver *self, const SchedulerEvent *event) {
    Repl *repl = (Repl *)self;
    uint32_t waiting;
    if (event->kind == EVENT_STEP_BEGUN)
        repl->step_begun = event->time;
    if (event->kind != EVENT_TASK_RAISED || event->task->future.loop != repl->loop)
        return;
    future_callbacks(&event->task->future, &waiting);
    if (waiting > 0)
        return;
    list_append(vm, repl->failed, object_value(event->task));
    repl->loop->stopping = true;
}

static void report_failed(Repl *repl) {
    Vm *vm = repl->vm;
    List *failed = repl->failed;
    if (failed->count == 0)
        return;
    for (int64_t n = 0; n < failed->count; n++) {
        Future *future = AS(Future, failed->items[n]);
        Value exception = future_take_exception(vm, future);
        bool is_known = is_instance(vm, exception, vm->exceptions.KeyboardInterrupt) ||
                        is_instance(vm, exception, vm->exceptions.SystemExit);
        if (!is_known)
            event_loop_report_about(vm, future->loop, "Task exception was never retrieved", exception,
                                    "future", object_value(future));
    }
    failed->count = 0;
    flush(repl);
}

/* Runs tasks as event_loop_run_slice() does, and reports those that fail. */
static LoopPause run_slice(Repl *repl, int input, Future *until) {
    repl->interrupted = false;
    interrupt_set_handler(repl->vm, on_interrupt);
    LoopPause pause = event_loop_run_slice(repl->vm, repl->loop, input, until);
    interrupt_set_handler(repl->vm, NULL);
    size_t mark = vm_root_mark(repl->vm);
    Value pending = repl->vm->thread->exception;
    repl->vm->thread->exception = NOTHING;
    vm_root(repl->vm, pending);
    report_failed(repl);
    vm_clear_exception(repl->vm);
    repl->vm->thread->exception = pending;
    vm_root_reset(repl->vm, mark);
    return pause;
}

/* Cancels all tasks and lets them finish. Ctrl-C ends the waiting. */
static void cancel_tasks(Repl *repl) {
    Vm *vm = repl->vm;
    const PendingTasks *pending = &vm->scheduler->pending;
    while (pending->count > 0) {
        uint32_t place = 0;
        for (Task *task; (task = pending_tasks_next(pending, &place));)
            if (task_cancel(vm, task, NONE) < 0)
                vm_clear_exception(vm);
        Task *task = pending_tasks_first(pending);
        LoopPause pause = run_slice(repl, -1, &task->future);
        bool is_enough = repl->interrupted ||
                         (pause == LOOP_RAISED && vm_exception_is(vm, vm->exceptions.KeyboardInterrupt));
        if (pause == LOOP_RAISED)
            report(repl);
        if (is_enough)
            return;
    }
}

/* ---- Running what was entered ---- */

/* Runs tasks until `task` is done. Ctrl-C cancels it and leaves the other tasks alone. */
static void await_task(Repl *repl, Task *task) {
    Vm *vm = repl->vm;
    bool is_cancelled = false;
    repl->awaited = task;
    LoopPause pause;
    while ((pause = run_slice(repl, -1, &task->future)) != LOOP_DONE) {
        if (repl->interrupted) {
            is_cancelled = true;
            if (task_cancel(vm, task, NONE) < 0)
                vm_clear_exception(vm);
        }
        if (pause == LOOP_RAISED && future_is_done(&task->future))
            vm_clear_exception(vm);
        else if (pause == LOOP_RAISED)
            report_below(repl);
        if (repl->leaving)
            break;
    }
    repl->awaited = NULL;
    Value result;
    if (future_is_done(&task->future) &&
        future_step(vm, object_value(task), NOTHING, &result) == RESUME_RAISED) {
        if (is_cancelled && vm_exception_is(vm, vm->exceptions.CancelledError)) {
            vm_clear_exception(vm);
            vm_raise(vm, vm->exceptions.KeyboardInterrupt, NULL);
        }
        report_below(repl);
    }
}

static void run_code(Repl *repl, Code *code) {
    Vm *vm = repl->vm;
    size_t mark = vm_root_mark(vm);
    vm->thread->running_loop = repl->loop;
    Value result = vm_run_module(vm, code);
    if (result == NOTHING) {
        report_below(repl);
    } else if (is_kind(result, KIND_COROUTINE)) {
        /* There was an await at the top: what was entered is a task of its own. */
        /* What a line that awaits sets is for the lines after it. */
        Value context = object_value(context_at(vm, &vm->thread->context));
        Task *task = task_new(vm, repl->loop, result, string_value(vm, "prompt"), context);
        vm_root(vm, object_value(task));
        await_task(repl, task);
    }
    vm_root_reset(vm, mark);
    flush(repl);
}

/* Compiles what has been entered so far. NULL: not yet a statement (*incomplete), or wrong (the exception is
 * pending). */
static Code *compile_entered(Repl *repl, const char *text, size_t length, bool *incomplete) {
    SyntaxErrorInfo error = {0};
    Source source;
    *incomplete = false;
    if (!source_from_bytes(&source, PROMPT_NAME, text, length, &error)) {
        raise_syntax_error(repl->vm, &error, PROMPT_NAME, NULL);
        return NULL;
    }
    Code *code = compile_source(repl->vm, &source, repl->main->namespace, COMPILE_INTERACTIVE, incomplete);
    source_free(&source);
    return code;
}

static void clear_text(Repl *repl) {
    repl->text.count = 0;
}

/* Runs what has been entered if it is a whole statement. `at_end`: no more lines come, so it must be. */
static void run_entered(Repl *repl, bool at_end) {
    Vm *vm = repl->vm;
    bool incomplete;
    Code *code = compile_entered(repl, repl->text.chars, repl->text.count, &incomplete);
    if (!code && incomplete && !at_end) {
        vm_clear_exception(vm);
        return;
    }
    if (repl->history)
        history_add(repl->history, repl->text.chars, repl->text.count);
    clear_text(repl);
    size_t mark = vm_root_mark(vm);
    if (code) {
        vm_root(vm, object_value(code));
        run_code(repl, code);
    } else {
        report(repl);
        editor_drop_waiting(repl->editor);
    }
    vm_root_reset(vm, mark);
}

static bool is_blank(const char *line, size_t length) {
    for (size_t n = 0; n < length; n++)
        if (line[n] != ' ' && line[n] != '\t' && line[n] != '\r' && line[n] != '\f')
            return false;
    return true;
}

static bool begins_with_word(const char *line, size_t length, const char *word) {
    size_t count = strlen(word);
    return length >= count && strncmp(line, word, count) == 0 &&
           (length == count || strchr(" \t:(", line[count]) != NULL);
}

/* Does an unindented line go on with the compound statement above it? */
static bool continues_statement(const char *line, size_t length) {
    static const char *const words[] = {"else", "elif", "except", "except*", "finally", "case"};
    for (size_t n = 0; n < sizeof words / sizeof *words; n++)
        if (begins_with_word(line, length, words[n]))
            return true;
    return false;
}

static void add_line(Repl *repl, const char *line, size_t length) {
    builder_add_chars(&repl->text, line, length);
    builder_add_char(&repl->text, '\n');
}

/* In a pasted script an unindented line ends the block above it, with no blank line between. */
static void close_block_above(Repl *repl, const char *line, size_t length) {
    if (repl->text.count == 0 || length == 0 || strchr(" \t#)]}", line[0]) ||
        continues_statement(line, length))
        return;
    bool incomplete;
    size_t count = repl->text.count;
    builder_add_char(&repl->text, '\n');
    Code *code = compile_entered(repl, repl->text.chars, repl->text.count, &incomplete);
    if (code)
        run_entered(repl, true);
    else
        repl->text.count = count;
    vm_clear_exception(repl->vm);
}

/* A blank line ends a block, unless it stands inside a pasted one. */
static bool block_goes_on(Repl *repl) {
    size_t length = 0;
    const char *next = editor_peek_line(repl->editor, &length);
    return next &&
           (is_blank(next, length) || next[0] == ' ' || next[0] == '\t' || continues_statement(next, length));
}

static void take_line(Repl *repl, const char *line, size_t length) {
    if (is_blank(line, length)) {
        if (repl->text.count == 0)
            return;
        add_line(repl, "", 0);
        if (!block_goes_on(repl))
            run_entered(repl, false);
        return;
    }
    close_block_above(repl, line, length);
    if (repl->leaving)
        return;
    add_line(repl, line, length);
    run_entered(repl, false);
}

/* ---- Waiting for keys and tasks ---- */

/* Edits one line while tasks run. */
static EditorEvent read_line(Repl *repl) {
    Vm *vm = repl->vm;
    const char *prompt = repl->text.count ? "... " : ">>> ";
    flush(repl);
    EditorEvent event = editor_begin(repl->editor, prompt, "... ");
    repl->editing = event == EDITOR_NEED_MORE;
    while (event == EDITOR_NEED_MORE) {
        editor_signals(repl->editor, true);
        LoopPause pause = run_slice(repl, STDIN_FILENO, NULL);
        editor_signals(repl->editor, false);
        flush(repl);
        if (pause == LOOP_INPUT_READY) {
            editor_resize(repl->editor);
            event = editor_read_ready(repl->editor);
        } else if (repl->interrupted ||
                   (pause == LOOP_RAISED && vm_exception_is(vm, vm->exceptions.KeyboardInterrupt))) {
            event = editor_interrupt(repl->editor);
        } else if (pause == LOOP_RAISED) {
            editor_hide(repl->editor);
            report(repl);
            editor_show(repl->editor);
            if (repl->leaving)
                event = EDITOR_END_OF_INPUT;
        }
    }
    repl->editing = false;
    return event;
}

static void set_sink(Value stream, TextSink sink, Repl *repl) {
    if (as_text_stream(stream))
        text_stream_set_sink(as_text_stream(stream), sink, repl);
}

static void take_streams(Repl *repl, bool take) {
    StdlibState *stdlib = stdlib_state(repl->vm);
    set_sink(stdlib->standard_output, take ? write_output : NULL, repl);
    set_sink(stdlib->standard_error, take ? write_output : NULL, repl);
    set_sink(stdlib->standard_input, take && isatty(STDIN_FILENO) ? note_input : NULL, repl);
}

static void begin_editor(Repl *repl) {
    char *path = history_default_path();
    repl->history = history_open(path, HISTORY_USUAL_LIMIT);
    free(path);
    repl->scope = (ReplScope){repl->vm, repl->main->namespace};
    EditorOptions options = {
        .input = STDIN_FILENO,
        .output = STDOUT_FILENO,
        .history = repl->history,
        .completer = repl_complete,
        .completer_data = &repl->scope,
    };
    repl->editor = editor_new(&options);
}

/* asyncio is imported, and its loop is there before the first await. */
static void begin_loop(Repl *repl) {
    Vm *vm = repl->vm;
    String *asyncio = string_intern_c(vm, "asyncio");
    dict_set_string(vm, repl->main->namespace, asyncio, vm_import(vm, asyncio));
    repl->loop = event_loop_new(vm);
    vm_root(vm, object_value(repl->loop));
    repl->loop->interactive = true;
    vm->thread->current_loop = repl->loop;
    vm->thread->running_loop = repl->loop;
    repl->failed = list_new(vm, 0);
    vm_root(vm, object_value(repl->failed));
    repl->observer.observe = observe;
    scheduler_observe(vm, &repl->observer);
}

static void begin(Repl *repl) {
    Vm *vm = repl->vm;
    builder_init(&repl->text);
    repl->main = module_new(vm, vm->names.main);
    dict_set_string(vm, vm->modules, vm->names.main, object_value(repl->main));
    dict_set_string(vm, repl->main->namespace, vm->names.builtins, dict_get_c(vm, vm->modules, "builtins"));
    begin_editor(repl);
    begin_loop(repl);
    repl_help_setup(vm, repl->main->namespace);
    vm->display = display;
    take_streams(repl, true);
    static const char banner[] =
        "Bide " BIDE_VERSION ": asyncio is imported, and await works at the prompt.\n"
        "Type help() for help; Ctrl-D leaves.\n";
    write_output(repl, banner, sizeof banner - 1);
}

static void end(Repl *repl) {
    Vm *vm = repl->vm;
    cancel_tasks(repl);
    thread_finish_all(vm);
    finalize_at_exit(vm);
    flush(repl);
    take_streams(repl, false);
    vm->thread->running_loop = NULL;
    scheduler_observe(vm, NULL);
    event_loop_close(vm, repl->loop);
    editor_free(repl->editor);
    history_close(repl->history);
    builder_free(&repl->text);
}

int repl_run(Vm *vm, const Program *program) {
    Repl repl = {.vm = vm};
    program_prepare(vm, program);
    begin(&repl);
    while (!repl.leaving) {
        switch (read_line(&repl)) {
        case EDITOR_LINE: {
            size_t length;
            const char *line = editor_line(repl.editor, &length);
            char *copy = strndup(line, length);
            take_line(&repl, copy, strlen(copy));
            free(copy);
            break;
        }
        case EDITOR_INTERRUPT:
            clear_text(&repl);
            interrupt_forget(vm);
            if (!vm_has_exception(vm)) /* else Ctrl-C has stopped a task */
                vm_raise(vm, vm->exceptions.KeyboardInterrupt, NULL);
            report(&repl);
            break;
        case EDITOR_END_OF_INPUT:
            if (repl.text.count)
                run_entered(&repl, true);
            repl.leaving = true;
            break;
        case EDITOR_NEED_MORE: break;
        }
    }
    end(&repl);
    return repl.status;
}
