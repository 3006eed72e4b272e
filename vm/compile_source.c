#include "vm/compile_source.h"

#include "lexer/arena.h"
#include "parser/parser.h"
#include "vm/list.h"
#include "vm/warning.h"

/* The column in characters, counted from 1, of byte `column` in a line. */
static int64_t character_column(const Source *source, int line, int column) {
    size_t length = 0;
    const char *text = source_line(source, line, &length);
    if (!text || column < 0)
        return column + 1;
    size_t bytes = (size_t)column < length ? (size_t)column : length;
    return (int64_t)utf8_length(text, bytes) + 1 + ((int64_t)column - (int64_t)bytes);
}

/* `keeps_newline`: the line that the exception quotes ends with one. */
static void raise_error(Vm *vm, const SyntaxErrorInfo *error, const char *file_name, const Source *source,
                        bool keeps_newline) {
    Type *types[] = {vm->exceptions.SyntaxError, vm->exceptions.IndentationError, vm->exceptions.TabError};
    vm_raise(vm, types[error->kind], "%s", error->message);
    if (error->line == 0) /* the text could not even be read: the message says where */
        return;
    Exception *exception = AS(Exception, vm->thread->exception);
    Value text = NONE, line = small_int(error->line), offset = NONE, end_line = NONE, end_offset = NONE;
    size_t length = 0;
    const char *chars = source ? source_line(source, error->line, &length) : NULL;
    if (chars) {
        String *line_text = string_new(vm, chars, length);
        text = object_value(keeps_newline ? string_format(vm, "%S\n", line_text) : line_text);
    }
    if (source && error->column >= 0) {
        offset = small_int(character_column(source, error->line, error->column));
        end_line = small_int(error->end_line);
        end_offset = error->end_line > 0
                         ? small_int(character_column(source, error->end_line, error->end_column))
                         : small_int(0);
    }
    Value file = file_name ? string_value(vm, file_name) : NONE;
    exception->extra = object_value(tuple_of(vm, 6, file, line, offset, text, end_line, end_offset));
    exception->args = tuple_of(vm, 2, exception->args->items[0], exception->extra);
}

void raise_syntax_error(Vm *vm, const SyntaxErrorInfo *error, const char *file_name, const Source *source) {
    raise_error(vm, error, file_name, source, true);
}

/* Interactive code outside the prompt is a single statement, or several on one line. */
static bool check_single(const Node *module, SyntaxErrorInfo *error) {
    NodeList body = module->Module.body;
    for (int32_t i = 1; i < body.count; i++) {
        Position first = body.items[i - 1]->position, next = body.items[i]->position;
        if (next.line != first.end_line) {
            syntax_error_set(error, ERROR_SYNTAX, first.end_line, first.end_column, first.end_line,
                             first.end_column + 1,
                             "multiple statements found while compiling a single statement");
            return false;
        }
    }
    return true;
}

static void report_warnings(Vm *vm, const SyntaxWarningList *warnings, const Source *source, Code *code) {
    for (int n = 0; n < warnings->count; n++) {
        const SyntaxWarning *warning = &warnings->items[n];
        if (warning->kind != WARNING_SYNTAX)
            continue;
        StringBuilder out;
        builder_init(&out);
        size_t length = 0;
        const char *line = source_line(source, warning->line, &length);
        while (line && length > 0 && (*line == ' ' || *line == '\t')) {
            line++;
            length--;
        }
        builder_format(vm, &out, "%S:%d: SyntaxWarning: %s\n  ", code->file_name, warning->line,
                       warning->message);
        builder_add_chars(&out, line, length);
        builder_add_char(&out, '\n');
        vm_write_error(vm, out.chars, out.count);
        builder_free(&out);
    }
}

Code *compile_source(Vm *vm, const Source *source, Dict *globals, CompileMode mode, bool *incomplete) {
    Arena arena;
    arena_init(&arena);
    SyntaxErrorInfo error = {0};
    SyntaxWarningList warnings = {0};
    unsigned plain_mode = mode & ~(unsigned)COMPILE_IN_NAMESPACE;
    ParseMode parse_mode = plain_mode == COMPILE_INTERACTIVE  ? PARSE_INTERACTIVE
                           : plain_mode == COMPILE_EXPRESSION ? PARSE_EXPRESSION
                                                              : PARSE_FILE;
    bool is_single = mode == (COMPILE_INTERACTIVE | COMPILE_IN_NAMESPACE);
    unsigned flags = mode == COMPILE_INTERACTIVE ? PARSE_TOP_LEVEL_AWAIT : 0;
    Code *code = NULL;
    Node *module = parser_parse(&arena, source, parse_mode, flags, &error, &warnings);
    if (module && (!is_single || check_single(module, &error)) &&
        scope_analyze(&arena, source, module, flags, &error, &warnings)) {
        SourceText *text = source_text_new(source->name, source->text, source->length);
        code = compile_module(vm, module, text, globals, mode);
        source_text_release(text);
        if (code)
            report_warnings(vm, &warnings, source, code);
    } else {
        if (incomplete)
            *incomplete = error.incomplete;
        raise_error(vm, &error, source->name, source, plain_mode != COMPILE_EXPRESSION);
    }
    arena_free(&arena);
    return code;
}
