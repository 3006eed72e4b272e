/* BaseException and its subclasses: what each keeps, and how it shows itself. */
#include <stdio.h>

#include "stdlib/types/types.h"
#include "vm/call.h"
#include "vm/dict.h"
#include "vm/list.h"

/* --- BaseException -------------------------------------------------------------------------------- */

static int positional_count(int argc, const Tuple *keywords) {
    return argc - (keywords ? (int)keywords->count : 0);
}

static Value base_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    return object_value(exception_allocate(vm, type, tuple_new(vm, args, positional_count(argc, keywords))));
}

static bool check_no_keywords(Vm *vm, Value self, const Tuple *keywords) {
    if (!keywords || keywords->count == 0)
        return true;
    vm_raise(vm, vm->exceptions.TypeError, "%T() takes no keyword arguments", self);
    return false;
}

static bool base_initialize(Vm *vm, Value self, Value *args, int argc, Tuple *keywords) {
    if (!check_no_keywords(vm, self, keywords))
        return false;
    AS(Exception, self)->args = tuple_new(vm, args, argc);
    return true;
}

static Value base_repr(Vm *vm, Value self) {
    const Exception *exception = AS(Exception, self);
    Value args = object_value(exception->args);
    bool single = exception->args->count == 1;
    Value text = value_repr(vm, single ? exception->args->items[0] : args);
    if (text == NOTHING)
        return NOTHING;
    return object_value(string_format(vm, single ? "%T(%S)" : "%T%S", self, AS(String, text)));
}

static Value base_str(Vm *vm, Value self) {
    const Exception *exception = AS(Exception, self);
    if (exception->args->count == 0)
        return object_value(vm->empty_string);
    return value_str(vm,
                     exception->args->count == 1 ? exception->args->items[0] : object_value(exception->args));
}

/* --- Attributes of every exception ---------------------------------------------------------------- */

static Value get_args(Vm *vm, Value self) {
    (void)vm;
    return object_value(AS(Exception, self)->args);
}

static bool set_args(Vm *vm, Value self, Value value) {
    if (value == NOTHING) {
        vm_raise(vm, vm->exceptions.TypeError, "args may not be deleted");
        return false;
    }
    Tuple *args = tuple_from_iterable(vm, value);
    if (args)
        AS(Exception, self)->args = args;
    return args != NULL;
}

static bool check_link(Vm *vm, Value value, const char *name) {
    if (value == NOTHING)
        vm_raise(vm, vm->exceptions.TypeError, "%s may not be deleted", name);
    else if (value != NONE && !is_exception(value))
        vm_raise(vm, vm->exceptions.TypeError, "exception %s must be None or derive from BaseException",
                 strcmp(name, "__cause__") == 0 ? "cause" : "context");
    else
        return true;
    return false;
}

static Value get_cause(Vm *vm, Value self) {
    (void)vm;
    return AS(Exception, self)->cause;
}

static bool set_cause(Vm *vm, Value self, Value value) {
    if (!check_link(vm, value, "__cause__"))
        return false;
    AS(Exception, self)->cause = value;
    AS(Exception, self)->suppress_context = true;
    return true;
}

static Value get_context(Vm *vm, Value self) {
    (void)vm;
    return AS(Exception, self)->context;
}

static bool set_context(Vm *vm, Value self, Value value) {
    if (!check_link(vm, value, "__context__"))
        return false;
    AS(Exception, self)->context = value;
    return true;
}

static Value get_traceback(Vm *vm, Value self) {
    (void)vm;
    return AS(Exception, self)->traceback;
}

static bool set_traceback(Vm *vm, Value self, Value value) {
    if (value == NOTHING) {
        vm_raise(vm, vm->exceptions.TypeError, "__traceback__ may not be deleted");
        return false;
    }
    if (value != NONE && !is_kind(value, KIND_TRACEBACK)) {
        vm_raise(vm, vm->exceptions.TypeError, "__traceback__ must be a traceback or None");
        return false;
    }
    AS(Exception, self)->traceback = value;
    return true;
}

static Value get_suppress_context(Vm *vm, Value self) {
    (void)vm;
    return bool_value(AS(Exception, self)->suppress_context);
}

static bool set_suppress_context(Vm *vm, Value self, Value value) {
    if (value == NOTHING || !is_bool(value)) {
        vm_raise(vm, vm->exceptions.TypeError, "attribute value type must be bool");
        return false;
    }
    AS(Exception, self)->suppress_context = value == TRUE_VALUE;
    return true;
}

static Value get_notes(Vm *vm, Value self) {
    Value notes = AS(Exception, self)->notes;
    if (notes != NOTHING)
        return notes;
    return vm_raise_about_name(vm, vm->exceptions.AttributeError, vm->names.notes, self,
                               "'%T' object has no attribute '__notes__'", self);
}

static bool set_notes(Vm *vm, Value self, Value value) {
    (void)vm;
    AS(Exception, self)->notes = value;
    return true;
}

static Value with_traceback(Vm *vm, Value *args, int argc) {
    (void)argc;
    return set_traceback(vm, args[0], args[1]) ? args[0] : NOTHING;
}

static Value add_note(Vm *vm, Value *args, int argc) {
    (void)argc;
    Exception *exception = AS(Exception, args[0]);
    if (!is_string(args[1]))
        return vm_raise(vm, vm->exceptions.TypeError, "note must be a str, not '%T'", args[1]);
    if (exception->notes == NOTHING)
        exception->notes = object_value(list_new(vm, 1));
    if (!is_list(exception->notes))
        return vm_raise(vm, vm->exceptions.TypeError, "Cannot add note: __notes__ is not a list");
    list_append(vm, AS(List, exception->notes), args[1]);
    return NONE;
}

static const NativeDef base_methods[] = {
    {"with_traceback", with_traceback, 2, 2, 0, NULL},
    {"add_note", add_note, 2, 2, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

static const NativePropertyDef base_properties[] = {
    {"args", get_args, set_args},
    {"__cause__", get_cause, set_cause},
    {"__context__", get_context, set_context},
    {"__traceback__", get_traceback, set_traceback},
    {"__suppress_context__", get_suppress_context, set_suppress_context},
    {"__notes__", get_notes, set_notes},
    {NULL, NULL, NULL},
};

/* BaseException has a __setattr__ of its own, which comes before that of a class behind it in the order. */
static bool base_set_attribute(Vm *vm, Value self, String *name, Value value) {
    return attribute_set_generic(vm, self, name, value);
}

static const TypeDef base_def = {
    .name = "BaseException",
    .doc = "Common base class for all exceptions",
    .kind = KIND_EXCEPTION,
    .size = sizeof(Exception),
    .flags = TYPE_EXCEPTION,
    .ops = {.repr = base_repr, .str = base_str, .set_attribute = base_set_attribute},
    .create = base_create,
    .initialize = base_initialize,
    .methods = base_methods,
    .properties = base_properties,
    .has_attributes = true,
};

/* --- What special classes keep in extra, extra2, extra3 ------------------------------------------- */

static Value value_or_none(Value v) {
    return v == NOTHING ? NONE : v;
}

static Value get_extra(Vm *vm, Value self) {
    (void)vm;
    return value_or_none(AS(Exception, self)->extra);
}

static bool set_extra(Vm *vm, Value self, Value value) {
    (void)vm;
    AS(Exception, self)->extra = value;
    return true;
}

static Value get_extra2(Vm *vm, Value self) {
    (void)vm;
    return value_or_none(AS(Exception, self)->extra2);
}

static bool set_extra2(Vm *vm, Value self, Value value) {
    (void)vm;
    AS(Exception, self)->extra2 = value;
    return true;
}

static Value get_extra3(Vm *vm, Value self) {
    (void)vm;
    return value_or_none(AS(Exception, self)->extra3);
}

static bool set_extra3(Vm *vm, Value self, Value value) {
    (void)vm;
    AS(Exception, self)->extra3 = value;
    return true;
}

/* Takes keyword arguments `first` and `second` into extra and extra2; the rest is as in BaseException. */
static bool initialize_with_keywords(Vm *vm, Value self, Value *args, int argc, const Tuple *keywords,
                                     const char *class_name, const char *first, const char *second) {
    Exception *exception = AS(Exception, self);
    int positional = positional_count(argc, keywords);
    for (int i = positional; i < argc; i++) {
        const String *name = AS(String, keywords->items[i - positional]);
        if (string_equal_c(name, first)) {
            exception->extra = args[i];
        } else if (second && string_equal_c(name, second)) {
            exception->extra2 = args[i];
        } else {
            vm_raise(vm, vm->exceptions.TypeError, "'%S' is an invalid keyword argument for %s()", name,
                     class_name);
            return false;
        }
    }
    exception->args = tuple_new(vm, args, positional);
    return true;
}

static bool name_error_initialize(Vm *vm, Value self, Value *args, int argc, Tuple *keywords) {
    return initialize_with_keywords(vm, self, args, argc, keywords, "NameError", "name", NULL);
}

static bool attribute_error_initialize(Vm *vm, Value self, Value *args, int argc, Tuple *keywords) {
    return initialize_with_keywords(vm, self, args, argc, keywords, "AttributeError", "name", "obj");
}

static bool import_error_initialize(Vm *vm, Value self, Value *args, int argc, Tuple *keywords) {
    return initialize_with_keywords(vm, self, args, argc, keywords, "ImportError", "name", "path");
}

static bool stop_iteration_initialize(Vm *vm, Value self, Value *args, int argc, Tuple *keywords) {
    if (!base_initialize(vm, self, args, argc, keywords))
        return false;
    AS(Exception, self)->extra = argc > 0 ? args[0] : NONE;
    return true;
}

static bool system_exit_initialize(Vm *vm, Value self, Value *args, int argc, Tuple *keywords) {
    if (!base_initialize(vm, self, args, argc, keywords))
        return false;
    Exception *exception = AS(Exception, self);
    exception->extra = argc == 0 ? NONE : argc == 1 ? args[0] : object_value(exception->args);
    return true;
}

static Value message_of(Vm *vm, Value self) {
    (void)vm;
    const Tuple *args = AS(Exception, self)->args;
    return args->count == 1 ? args->items[0] : NONE;
}

static const NativePropertyDef value_property[] = {{"value", get_extra, set_extra}, {NULL, NULL, NULL}};
static const NativePropertyDef code_property[] = {{"code", get_extra, set_extra}, {NULL, NULL, NULL}};
static const NativePropertyDef name_property[] = {{"name", get_extra, set_extra}, {NULL, NULL, NULL}};
static const NativePropertyDef attribute_properties[] = {
    {"name", get_extra, set_extra}, {"obj", get_extra2, set_extra2}, {NULL, NULL, NULL}};
static const NativePropertyDef import_properties[] = {{"name", get_extra, set_extra},
                                                      {"path", get_extra2, set_extra2},
                                                      {"msg", message_of, NULL},
                                                      {NULL, NULL, NULL}};

/* --- KeyError ------------------------------------------------------------------------------------- */

/* A missing key is shown as it is written, so that '' and ' ' can be seen. */
static Value key_error_str(Vm *vm, Value self) {
    const Tuple *args = AS(Exception, self)->args;
    return args->count == 1 ? value_repr(vm, args->items[0]) : base_str(vm, self);
}

/* --- OSError -------------------------------------------------------------------------------------- */

static void fill_os_error(Vm *vm, Exception *exception, Value *args, int count) {
    if (count >= 2 && count <= 5) {
        exception->extra = args[0];
        exception->extra2 = args[1];
        if (count >= 3 && args[2] != NONE) {
            exception->extra3 = args[2];
            exception->args = tuple_new(vm, args, 2);
        }
    }
}

static Value os_error_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    int count = positional_count(argc, keywords);
    if (type == vm->exceptions.OSError && count >= 2 && is_small_int(args[0]))
        type = exception_type_of_errno(vm, small_int_value(args[0]));
    Exception *exception = exception_allocate(vm, type, tuple_new(vm, args, count));
    fill_os_error(vm, exception, args, count);
    return object_value(exception);
}

static bool os_error_initialize(Vm *vm, Value self, Value *args, int argc, Tuple *keywords) {
    if (!base_initialize(vm, self, args, argc, keywords))
        return false;
    fill_os_error(vm, AS(Exception, self), args, argc);
    return true;
}

static Value os_error_str(Vm *vm, Value self) {
    const Exception *exception = AS(Exception, self);
    if (exception->extra == NOTHING || exception->extra2 == NOTHING)
        return base_str(vm, self);
    Value number = value_str(vm, exception->extra), text = value_str(vm, exception->extra2);
    if (number == NOTHING || text == NOTHING)
        return NOTHING;
    if (exception->extra3 == NOTHING)
        return object_value(string_format(vm, "[Errno %S] %S", AS(String, number), AS(String, text)));
    return object_value(
        string_format(vm, "[Errno %S] %S: %R", AS(String, number), AS(String, text), exception->extra3));
}

static const NativePropertyDef os_error_properties[] = {
    {"errno", get_extra, set_extra},
    {"strerror", get_extra2, set_extra2},
    {"filename", get_extra3, set_extra3},
    {NULL, NULL, NULL},
};

/* --- SyntaxError ---------------------------------------------------------------------------------- */

/* extra is the place: (file name, line, offset, text, end line, end offset); extra2 the message. */
enum { PLACE_FILE, PLACE_LINE, PLACE_OFFSET, PLACE_TEXT, PLACE_END_LINE, PLACE_END_OFFSET, PLACE_COUNT };

static bool syntax_error_initialize(Vm *vm, Value self, Value *args, int argc, Tuple *keywords) {
    if (!base_initialize(vm, self, args, argc, keywords))
        return false;
    Exception *exception = AS(Exception, self);
    exception->extra2 = argc >= 1 ? args[0] : NONE;
    if (argc != 2)
        return true;
    Tuple *given = tuple_from_iterable(vm, args[1]);
    if (!given)
        return false;
    if (given->count != 4 && given->count != 6) {
        vm_raise(vm, vm->exceptions.TypeError, "function takes %s %d arguments (%d given)",
                 given->count < 4   ? "at least"
                 : given->count > 6 ? "at most"
                                    : "exactly",
                 given->count < 4 ? 4 : 6, (int)given->count);
        return false;
    }
    Tuple *place = tuple_new(vm, NULL, PLACE_COUNT);
    for (int i = 0; i < PLACE_COUNT; i++)
        place->items[i] = i < given->count ? given->items[i] : NONE;
    exception->extra = object_value(place);
    return true;
}

static Value place_item(Value self, int index) {
    Value place = AS(Exception, self)->extra;
    return is_tuple(place) && AS(Tuple, place)->count > index ? AS(Tuple, place)->items[index] : NONE;
}

static bool set_place_item(Vm *vm, Value self, int index, Value value) {
    Tuple *place = tuple_new(vm, NULL, PLACE_COUNT);
    for (int i = 0; i < PLACE_COUNT; i++)
        place->items[i] = place_item(self, i);
    place->items[index] = value_or_none(value);
    AS(Exception, self)->extra = object_value(place);
    return true;
}

#define PLACE_PROPERTY(name, index)                           \
    static Value get_##name(Vm *vm, Value self) {             \
        (void)vm;                                             \
        return place_item(self, index);                       \
    }                                                         \
    static bool set_##name(Vm *vm, Value self, Value value) { \
        return set_place_item(vm, self, index, value);        \
    }

PLACE_PROPERTY(filename, PLACE_FILE)
PLACE_PROPERTY(lineno, PLACE_LINE)
PLACE_PROPERTY(offset, PLACE_OFFSET)
PLACE_PROPERTY(text, PLACE_TEXT)
PLACE_PROPERTY(end_lineno, PLACE_END_LINE)
PLACE_PROPERTY(end_offset, PLACE_END_OFFSET)

static Value syntax_error_message(Vm *vm, Value self) {
    (void)vm;
    const Exception *exception = AS(Exception, self);
    if (exception->extra2 != NOTHING)
        return exception->extra2;
    return exception->args->count ? exception->args->items[0] : NONE;
}

static Value syntax_error_str(Vm *vm, Value self) {
    Value message = value_str(vm, syntax_error_message(vm, self));
    if (message == NOTHING)
        return NOTHING;
    Value file = place_item(self, PLACE_FILE), line = place_item(self, PLACE_LINE);
    bool has_line = value_is_integer(line);
    const char *base = NULL;
    if (is_string(file)) {
        base = strrchr(AS(String, file)->chars, '/');
        base = base ? base + 1 : AS(String, file)->chars;
    }
    if (base && has_line)
        return object_value(
            string_format(vm, "%S (%s, line %l)", AS(String, message), base, value_integer(line)));
    if (base)
        return object_value(string_format(vm, "%S (%s)", AS(String, message), base));
    if (has_line)
        return object_value(string_format(vm, "%S (line %l)", AS(String, message), value_integer(line)));
    return message;
}

static const NativePropertyDef syntax_error_properties[] = {
    {"msg", syntax_error_message, set_extra2},
    {"filename", get_filename, set_filename},
    {"lineno", get_lineno, set_lineno},
    {"offset", get_offset, set_offset},
    {"text", get_text, set_text},
    {"end_lineno", get_end_lineno, set_end_lineno},
    {"end_offset", get_end_offset, set_end_offset},
    {NULL, NULL, NULL},
};

/* --- UnicodeDecodeError, UnicodeEncodeError ------------------------------------------------------- */

static bool unicode_error_initialize(Vm *vm, Value self, Value *args, int argc, Tuple *keywords) {
    if (!base_initialize(vm, self, args, argc, keywords))
        return false;
    if (argc == 5)
        return true;
    vm_raise(vm, vm->exceptions.TypeError, "function takes exactly 5 arguments (%d given)", argc);
    return false;
}

static Value unicode_item(Value self, int index) {
    const Tuple *args = AS(Exception, self)->args;
    return args->count > index ? args->items[index] : NONE;
}

static Value get_encoding(Vm *vm, Value self) {
    (void)vm;
    return unicode_item(self, 0);
}

static Value get_object(Vm *vm, Value self) {
    (void)vm;
    return unicode_item(self, 1);
}

static Value get_start(Vm *vm, Value self) {
    (void)vm;
    return unicode_item(self, 2);
}

static Value get_end(Vm *vm, Value self) {
    (void)vm;
    return unicode_item(self, 3);
}

static Value get_reason(Vm *vm, Value self) {
    (void)vm;
    return unicode_item(self, 4);
}

static void add_character(Vm *vm, StringBuilder *out, Value object, int64_t at) {
    char escaped[16] = "?";
    if (is_bytes_like(object) && at < (int64_t)byte_span(object).count) {
        snprintf(escaped, sizeof escaped, "0x%02x", byte_span(object).bytes[at]);
        builder_format(vm, out, "byte %s", escaped);
    } else if (is_string(object) && at < AS(String, object)->length) {
        uint32_t c = string_code_point_at(AS(String, object), at);
        snprintf(escaped, sizeof escaped, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
        builder_format(vm, out, "character '%s'", escaped);
    }
}

static Value unicode_error_str(Vm *vm, Value self) {
    Value start = unicode_item(self, 2), end = unicode_item(self, 3);
    if (AS(Exception, self)->args->count != 5 || !is_small_int(start) || !is_small_int(end))
        return base_str(vm, self);
    Value object = unicode_item(self, 1);
    int64_t from = small_int_value(start), to = small_int_value(end);
    bool decodes = is_instance(vm, self, vm->exceptions.UnicodeDecodeError);
    StringBuilder text;
    builder_init(&text);
    builder_format(vm, &text, "'%V' codec can't %s ", unicode_item(self, 0), decodes ? "decode" : "encode");
    if (to - from == 1) {
        add_character(vm, &text, object, from);
        builder_format(vm, &text, " in position %l", from);
    } else {
        builder_format(vm, &text, "%s in position %l-%l", decodes ? "bytes" : "characters", from, to - 1);
    }
    builder_format(vm, &text, ": %V", unicode_item(self, 4));
    return builder_finish(vm, &text);
}

static const NativePropertyDef unicode_properties[] = {
    {"encoding", get_encoding, NULL}, {"object", get_object, NULL}, {"start", get_start, NULL},
    {"end", get_end, NULL},           {"reason", get_reason, NULL}, {NULL, NULL, NULL},
};

/* --- The classes that are more than a name -------------------------------------------------------- */

#define EXCEPTION_DEF(...) \
    { .kind = KIND_EXCEPTION, .size = sizeof(Exception), .flags = TYPE_EXCEPTION, __VA_ARGS__ }

static const TypeDef stop_iteration_def =
    EXCEPTION_DEF(.name = "StopIteration", .initialize = stop_iteration_initialize,
                  .properties = value_property);
static const TypeDef system_exit_def =
    EXCEPTION_DEF(.name = "SystemExit", .initialize = system_exit_initialize, .properties = code_property);
static const TypeDef name_error_def =
    EXCEPTION_DEF(.name = "NameError", .initialize = name_error_initialize, .properties = name_property);
static const TypeDef attribute_error_def =
    EXCEPTION_DEF(.name = "AttributeError", .initialize = attribute_error_initialize,
                  .properties = attribute_properties);
static const TypeDef import_error_def =
    EXCEPTION_DEF(.name = "ImportError", .initialize = import_error_initialize,
                  .properties = import_properties);
static const TypeDef key_error_def = EXCEPTION_DEF(.name = "KeyError", .ops = {.str = key_error_str});
static const TypeDef os_error_def =
    EXCEPTION_DEF(.name = "OSError", .ops = {.str = os_error_str}, .create = os_error_create,
                  .initialize = os_error_initialize, .properties = os_error_properties);
static const TypeDef syntax_error_def =
    EXCEPTION_DEF(.name = "SyntaxError", .ops = {.str = syntax_error_str},
                  .initialize = syntax_error_initialize, .properties = syntax_error_properties);
static const TypeDef decode_error_def =
    EXCEPTION_DEF(.name = "UnicodeDecodeError", .ops = {.str = unicode_error_str},
                  .initialize = unicode_error_initialize, .properties = unicode_properties);
static const TypeDef encode_error_def =
    EXCEPTION_DEF(.name = "UnicodeEncodeError", .ops = {.str = unicode_error_str},
                  .initialize = unicode_error_initialize, .properties = unicode_properties);

static void add_to_builtins(Vm *vm) {
#define X(name, base)                                         \
    if (vm->exceptions.name != vm->exceptions.CancelledError) \
        dict_set_c(vm, vm->builtins, #name, object_value(vm->exceptions.name));
    EXCEPTION_CLASSES(X)
#undef X
    dict_set_c(vm, vm->builtins, "EnvironmentError", object_value(vm->exceptions.OSError));
    dict_set_c(vm, vm->builtins, "IOError", object_value(vm->exceptions.OSError));
}

void exception_types_setup(Vm *vm) {
    type_define_core(vm, KIND_EXCEPTION, &base_def);
    type_define(vm, vm->exceptions.StopIteration, &stop_iteration_def);
    type_define(vm, vm->exceptions.SystemExit, &system_exit_def);
    type_define(vm, vm->exceptions.NameError, &name_error_def);
    type_define(vm, vm->exceptions.AttributeError, &attribute_error_def);
    type_define(vm, vm->exceptions.ImportError, &import_error_def);
    type_define(vm, vm->exceptions.KeyError, &key_error_def);
    type_define(vm, vm->exceptions.OSError, &os_error_def);
    type_define(vm, vm->exceptions.SyntaxError, &syntax_error_def);
    type_define(vm, vm->exceptions.UnicodeDecodeError, &decode_error_def);
    type_define(vm, vm->exceptions.UnicodeEncodeError, &encode_error_def);
    add_to_builtins(vm);
}
