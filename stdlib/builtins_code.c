/* compile, eval and exec.
 *
 * Code is made for one namespace of globals, whose entries are its slots. So what compile() makes stands for
 * its text: eval() and exec() compile that again for the globals they are given, unless it has been made for
 * them. The outermost names are looked up in a mapping (COMPILE_IN_NAMESPACE), be it the globals or the
 * locals. */
#include "stdlib/arguments.h"
#include "stdlib/builtins.h"
#include "vm/call.h"
#include "vm/code.h"
#include "vm/compile_source.h"
#include "vm/dict.h"

typedef struct TextSpan {
    const char *chars;
    size_t length;
    bool is_decoded;
} TextSpan;

static bool text_of(Value source, TextSpan *text) {
    if (is_string(source)) {
        *text = (TextSpan){AS(String, source)->chars, AS(String, source)->byte_count, true};
    } else if (is_bytes_like(source)) {
        *text = (TextSpan){(const char *)byte_span(source).bytes, byte_span(source).count, false};
    } else {
        return false;
    }
    return true;
}

static Code *compile_text(Vm *vm, TextSpan text, const char *file_name, CompileMode mode, Dict *globals) {
    if (memchr(text.chars, '\0', text.length)) {
        vm_raise(vm, vm->exceptions.SyntaxError, "source code string cannot contain null bytes");
        return NULL;
    }
    SyntaxErrorInfo error = {0};
    Source source;
    bool ok = text.is_decoded ? source_from_text(&source, file_name, text.chars, text.length, &error)
                              : source_from_bytes(&source, file_name, text.chars, text.length, &error);
    if (!ok) {
        raise_syntax_error(vm, &error, file_name, NULL);
        return NULL;
    }
    Code *code = compile_source(vm, &source, globals, mode | COMPILE_IN_NAMESPACE, NULL);
    source_free(&source);
    return code;
}

Value builtin_compile(Vm *vm, Value *args, int argc) {
    (void)argc;
    TextSpan text;
    if (!text_of(args[0], &text))
        return vm_raise(vm, vm->exceptions.TypeError,
                        "compile() arg 1 must be a string, bytes or AST object");
    TextSpan file_name;
    if (!text_of(args[1], &file_name))
        return vm_raise(vm, vm->exceptions.TypeError, "expected str, bytes or os.PathLike object, not %T",
                        args[1]);
    if (!is_string(args[2]))
        return vm_raise(vm, vm->exceptions.TypeError, "compile() argument 'mode' must be str, not %s",
                        argument_type_name(vm, args[2]));
    String *mode_name = AS(String, args[2]);
    CompileMode mode;
    if (string_equal_c(mode_name, "exec"))
        mode = COMPILE_MODULE;
    else if (string_equal_c(mode_name, "eval"))
        mode = COMPILE_EXPRESSION;
    else if (string_equal_c(mode_name, "single"))
        mode = COMPILE_INTERACTIVE;
    else
        return vm_raise(vm, vm->exceptions.ValueError, "compile() mode must be 'exec', 'eval' or 'single'");
    if (args[3] != NOTHING && args[3] != small_int(0))
        return vm_raise(vm, vm->exceptions.ValueError, "compile(): Bide takes no flags");
    Code *code = compile_text(vm, text, file_name.chars, mode, dict_new_stable(vm));
    return code ? object_value(code) : NOTHING;
}

/* --- Running it ----------------------------------------------------------------------------------- */

static bool is_mapping(Vm *vm, Value v) {
    return is_dict(v) || type_lookup(vm, type_of(vm, v), vm->names.getitem) != NOTHING;
}

/* The globals and locals of a call of `name`: the caller's where none are given. False: raised. */
static bool find_namespaces(Vm *vm, const char *name, Value *globals, Value *locals) {
    bool is_exec = name[1] == 'x';
    if (*globals == NOTHING || *globals == NONE) {
        *globals = builtin_globals(vm, NULL, 0);
        if (*globals == NOTHING)
            return false;
        if (*locals == NOTHING || *locals == NONE)
            *locals = builtin_locals(vm, NULL, 0);
    } else if (!is_dict(*globals)) {
        if (is_exec)
            vm_raise(vm, vm->exceptions.TypeError, "exec() globals must be a dict, not %T", *globals);
        else
            vm_raise(vm, vm->exceptions.TypeError,
                     is_mapping(vm, *globals) ? "globals must be a real dict; try eval(code, {}, mapping)"
                                              : "globals must be a dict");
        return false;
    }
    if (*locals == NOTHING || *locals == NONE)
        *locals = *globals;
    if (is_mapping(vm, *locals) && is_object(*locals))
        return true;
    if (is_exec)
        vm_raise(vm, vm->exceptions.TypeError, "locals must be a mapping or None, not %T", *locals);
    else
        vm_raise(vm, vm->exceptions.TypeError, "locals must be a mapping");
    return false;
}

/* The given code, made for these globals. NULL: raised. */
static Code *code_for(Vm *vm, const char *name, Code *code, Dict *globals) {
    if (code->capture_count > 0) {
        vm_raise(vm, vm->exceptions.TypeError, "code object passed to %s() may not contain free variables",
                 name);
        return NULL;
    }
    if (code->globals == globals)
        return code;
    if (!(code->compile_mode & COMPILE_IN_NAMESPACE)) {
        vm_raise(vm, vm->exceptions.TypeError,
                 "%s() of the code of a function is not supported with other globals than its own", name);
        return NULL;
    }
    const SourceText *source = code->source;
    CompileMode mode = code->compile_mode & ~(unsigned)COMPILE_IN_NAMESPACE;
    return compile_text(vm, (TextSpan){source->text, source->length, true}, source->file_name, mode, globals);
}

static Value run(Vm *vm, const char *name, Value *args) {
    Value source = args[0], globals = args[1], locals = args[2];
    CompileMode mode = name[1] == 'x' ? COMPILE_MODULE : COMPILE_EXPRESSION;
    TextSpan text = {0};
    if (!find_namespaces(vm, name, &globals, &locals))
        return NOTHING;
    if (!is_kind(source, KIND_CODE) && !text_of(source, &text))
        return vm_raise(vm, vm->exceptions.TypeError, "%s() arg 1 must be a string, bytes or code object",
                        name);
    Dict *namespace = AS(Dict, globals);
    dict_make_stable(namespace);
    if (args[1] != NOTHING && dict_get_string(namespace, vm->names.builtins) == NOTHING)
        dict_set_string(vm, namespace, vm->names.builtins, object_value(vm->builtins));
    if (mode == COMPILE_EXPRESSION) {
        while (text.length > 0 && (*text.chars == ' ' || *text.chars == '\t')) {
            text.chars++;
            text.length--;
        }
    }
    Code *code = is_kind(source, KIND_CODE) ? code_for(vm, name, AS(Code, source), namespace)
                                            : compile_text(vm, text, "<string>", mode, namespace);
    if (!code)
        return NOTHING;
    /* The code of a function has its locals to itself. */
    Value function = object_value(function_new(vm, code, 0));
    return vm_call(vm, function, &locals, code->compile_mode & COMPILE_IN_NAMESPACE ? 1 : 0, NULL);
}

Value builtin_eval(Vm *vm, Value *args, int argc) {
    (void)argc;
    return run(vm, "eval", args);
}

Value builtin_exec(Vm *vm, Value *args, int argc) {
    (void)argc;
    return run(vm, "exec", args) == NOTHING ? NOTHING : NONE;
}
