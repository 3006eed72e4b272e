/* Module time: the vm's clock, and the calendar of the C library. */
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <time.h>

#include "stdlib/modules.h"
#include "vm/clock.h"
#include "vm/dict.h"

static Value time_time(Vm *vm, Value *args, int argc) {
    (void)args, (void)argc;
    return float_value(vm, clock_time(vm->clock));
}

static Value time_time_ns(Vm *vm, Value *args, int argc) {
    (void)args, (void)argc;
    return int_value(vm, clock_time_ns(vm->clock));
}

static Value time_monotonic(Vm *vm, Value *args, int argc) {
    (void)args, (void)argc;
    return float_value(vm, clock_monotonic(vm->clock));
}

static Value time_monotonic_ns(Vm *vm, Value *args, int argc) {
    (void)args, (void)argc;
    return int_value(vm, clock_monotonic_ns(vm->clock));
}

static double process_seconds(const Vm *vm) {
    struct timespec used;
    if (vm->clock->is_virtual || clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used) != 0)
        return 0;
    return (double)used.tv_sec + (double)used.tv_nsec * 1e-9;
}

static Value time_process_time(Vm *vm, Value *args, int argc) {
    (void)args, (void)argc;
    return float_value(vm, process_seconds(vm));
}

static Value time_process_time_ns(Vm *vm, Value *args, int argc) {
    (void)args, (void)argc;
    return int_value(vm, (int64_t)(process_seconds(vm) * 1e9));
}

/* A number of seconds: a float, or what __index__ accepts. False: raised. */
static bool to_seconds(Vm *vm, Value v, double *seconds) {
    if (is_float(v)) {
        *seconds = float_number(v);
        return true;
    }
    int64_t whole;
    if (!value_to_index(vm, v, &whole))
        return false;
    *seconds = (double)whole;
    return true;
}

static Value time_sleep(Vm *vm, Value *args, int argc) {
    (void)argc;
    double seconds;
    if (!to_seconds(vm, args[0], &seconds))
        return NOTHING;
    if (isnan(seconds))
        return vm_raise(vm, vm->exceptions.ValueError, "Invalid value NaN (not a number)");
    if (seconds < 0)
        return vm_raise(vm, vm->exceptions.ValueError, "sleep length must be non-negative");
    return clock_sleep(vm, seconds) ? NONE : NOTHING;
}

/* ---- struct_time: a tuple of nine with names ---- */

static Type *struct_time_type(Vm *vm) {
    Value module = dict_get_c(vm, vm->modules, "time");
    return AS(Type, dict_get_c(vm, AS(Module, module)->namespace, "struct_time"));
}

static Value struct_time_new(Vm *vm, const struct tm *broken) {
    int fields[] = {broken->tm_year + 1900,    broken->tm_mon + 1,  broken->tm_mday,
                    broken->tm_hour,           broken->tm_min,      broken->tm_sec,
                    (broken->tm_wday + 6) % 7, broken->tm_yday + 1, broken->tm_isdst};
    Tuple *tuple = tuple_new(vm, NULL, 9);
    tuple->head.type = struct_time_type(vm);
    for (int n = 0; n < 9; n++)
        tuple->items[n] = small_int(fields[n]);
    return object_value(tuple);
}

static const char *const field_names[] = {"tm_year", "tm_mon",  "tm_mday", "tm_hour", "tm_min",
                                          "tm_sec",  "tm_wday", "tm_yday", "tm_isdst"};

#define FIELD(name, index)                           \
    static Value struct_##name(Vm *vm, Value self) { \
        (void)vm;                                    \
        return AS(Tuple, self)->items[index];        \
    }

FIELD(tm_year, 0)
FIELD(tm_mon, 1)
FIELD(tm_mday, 2)
FIELD(tm_hour, 3)
FIELD(tm_min, 4)
FIELD(tm_sec, 5)
FIELD(tm_wday, 6)
FIELD(tm_yday, 7)
FIELD(tm_isdst, 8)

static Value struct_time_repr(Vm *vm, Value self) {
    StringBuilder text;
    builder_init(&text);
    builder_add_c(&text, "time.struct_time(");
    for (int n = 0; n < 9; n++)
        builder_format(vm, &text, "%s%s=%R", n ? ", " : "", field_names[n], AS(Tuple, self)->items[n]);
    builder_add_char(&text, ')');
    return builder_finish(vm, &text);
}

static Value struct_time_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    if (argc != 1 || keywords)
        return vm_raise(vm, vm->exceptions.TypeError, "structseq() takes one sequence");
    Tuple *items = tuple_from_iterable(vm, args[0]);
    if (!items)
        return NOTHING;
    if (items->count < 9 || items->count > 11) /* the last two are the zone's, which is not kept */
        return vm_raise(vm, vm->exceptions.TypeError,
                        "time.struct_time() takes an at %s-sequence (%d-sequence given)",
                        items->count < 9 ? "least 9" : "most 11", (int)items->count);
    Tuple *made = tuple_new(vm, items->items, 9);
    made->head.type = type;
    return object_value(made);
}

/* ---- The calendar ---- */

/* The argument in whole seconds, or now. */
static bool seconds_argument(Vm *vm, Value *args, int argc, time_t *seconds) {
    double given = clock_time(vm->clock);
    if (argc > 0 && args[0] != NONE && !to_seconds(vm, args[0], &given))
        return false;
    *seconds = (time_t)floor(given);
    return true;
}

static Value time_localtime(Vm *vm, Value *args, int argc) {
    time_t seconds;
    struct tm broken;
    if (!seconds_argument(vm, args, argc, &seconds))
        return NOTHING;
    return localtime_r(&seconds, &broken) ? struct_time_new(vm, &broken) : vm_raise_errno(vm, errno, NOTHING);
}

static Value time_gmtime(Vm *vm, Value *args, int argc) {
    time_t seconds;
    struct tm broken;
    if (!seconds_argument(vm, args, argc, &seconds))
        return NOTHING;
    return gmtime_r(&seconds, &broken) ? struct_time_new(vm, &broken) : vm_raise_errno(vm, errno, NOTHING);
}

static bool broken_argument(Vm *vm, const char *function, Value v, struct tm *broken) {
    if (!is_tuple(v)) {
        vm_raise(vm, vm->exceptions.TypeError, "Tuple or struct_time argument required");
        return false;
    }
    if (AS(Tuple, v)->count != 9) {
        vm_raise(vm, vm->exceptions.TypeError, "%s(): illegal time tuple argument", function);
        return false;
    }
    int64_t fields[9];
    for (int n = 0; n < 9; n++)
        if (!value_to_index(vm, AS(Tuple, v)->items[n], &fields[n]))
            return false;
    *broken = (struct tm){.tm_year = (int)fields[0] - 1900,
                          .tm_mon = (int)fields[1] - 1,
                          .tm_mday = (int)fields[2],
                          .tm_hour = (int)fields[3],
                          .tm_min = (int)fields[4],
                          .tm_sec = (int)fields[5],
                          .tm_wday = (int)(fields[6] + 1) % 7,
                          .tm_yday = (int)fields[7] - 1,
                          .tm_isdst = (int)fields[8]};
    return true;
}

static Value time_mktime(Vm *vm, Value *args, int argc) {
    (void)argc;
    struct tm broken;
    return broken_argument(vm, "mktime", args[0], &broken) ? float_value(vm, (double)mktime(&broken))
                                                           : NOTHING;
}

/* The broken-down time in an optional argument, or now. */
static bool broken_or_now(Vm *vm, const char *function, Value *args, int argc, int at, struct tm *broken) {
    if (argc > at)
        return broken_argument(vm, function, args[at], broken);
    time_t now = (time_t)floor(clock_time(vm->clock));
    return localtime_r(&now, broken) != NULL;
}

static Value time_strftime(Vm *vm, Value *args, int argc) {
    struct tm broken;
    if (!is_string(args[0]))
        return vm_raise(vm, vm->exceptions.TypeError, "strftime() argument 1 must be str, not %T", args[0]);
    if (!broken_or_now(vm, "strftime", args, argc, 1, &broken))
        return NOTHING;
    if (AS(String, args[0])->byte_count == 0)
        return args[0];
    /* strftime() returns 0 both for an empty result and for a buffer that is too small: a leading blank tells
     * them apart. */
    String *format = string_format(vm, " %S", AS(String, args[0]));
    for (size_t size = 256;; size *= 4) {
        char *text = malloc(size);
        size_t count = strftime(text, size, format->chars, &broken);
        if (count > 0) {
            Value result = object_value(string_new(vm, text + 1, count - 1));
            free(text);
            return result;
        }
        free(text);
    }
}

static Value asctime_of(Vm *vm, const struct tm *broken) {
    char text[64];
    size_t count = strftime(text, sizeof text, "%a %b", broken);
    snprintf(text + count, sizeof text - count, " %2d %02d:%02d:%02d %d", broken->tm_mday, broken->tm_hour,
             broken->tm_min, broken->tm_sec, broken->tm_year + 1900);
    return string_value(vm, text);
}

static Value time_asctime(Vm *vm, Value *args, int argc) {
    struct tm broken;
    return broken_or_now(vm, "asctime", args, argc, 0, &broken) ? asctime_of(vm, &broken) : NOTHING;
}

static Value time_ctime(Vm *vm, Value *args, int argc) {
    time_t seconds;
    struct tm broken;
    if (!seconds_argument(vm, args, argc, &seconds) || !localtime_r(&seconds, &broken))
        return NOTHING;
    return asctime_of(vm, &broken);
}

/* The reading is done by a module in the language, which datetime shares. */
static Value time_strptime(Vm *vm, Value *args, int argc) {
    Value module = vm_import(vm, string_intern_c(vm, "_strptime"));
    if (module == NOTHING)
        return NOTHING;
    Value given[] = {args[0], argc > 1 ? args[1] : string_value(vm, "%a %b %d %H:%M:%S %Y")};
    size_t mark = vm_root_mark(vm);
    vm_root(vm, given[1]);
    Value fields = vm_call_method(vm, module, string_intern_c(vm, "time_fields"), given, 2);
    vm_root_reset(vm, mark);
    return fields == NOTHING ? NOTHING : struct_time_create(vm, struct_time_type(vm), &fields, 1, NULL);
}

static bool setup(Vm *vm, Module *module) {
    static const NativePropertyDef properties[] = {
        {"tm_year", struct_tm_year, NULL},   {"tm_mon", struct_tm_mon, NULL},
        {"tm_mday", struct_tm_mday, NULL},   {"tm_hour", struct_tm_hour, NULL},
        {"tm_min", struct_tm_min, NULL},     {"tm_sec", struct_tm_sec, NULL},
        {"tm_wday", struct_tm_wday, NULL},   {"tm_yday", struct_tm_yday, NULL},
        {"tm_isdst", struct_tm_isdst, NULL}, {NULL, NULL, NULL},
    };
    static const TypeDef def = {
        .name = "struct_time",
        .module = "time",
        .kind = KIND_TUPLE,
        .flags = TYPE_DOTTED_NAME,
        .ops = {.repr = struct_time_repr},
        .create = struct_time_create,
        .properties = properties,
    };
    Type *type = type_new_native(vm, &def, vm->types_by_kind[KIND_TUPLE]);
    dict_set_c(vm, module->namespace, "struct_time", object_value(type));
    tzset();
    dict_set_c(vm, module->namespace, "timezone", small_int(timezone));
    dict_set_c(vm, module->namespace, "daylight", small_int(daylight));
    dict_set_c(vm, module->namespace, "tzname",
               object_value(tuple_of(vm, 2, string_value(vm, tzname[0]), string_value(vm, tzname[1]))));
    return true;
}

static const NativeDef functions[] = {
    {"time", time_time, 0, 0, 0, NULL},
    {"time_ns", time_time_ns, 0, 0, 0, NULL},
    {"monotonic", time_monotonic, 0, 0, 0, NULL},
    {"monotonic_ns", time_monotonic_ns, 0, 0, 0, NULL},
    {"perf_counter", time_monotonic, 0, 0, 0, NULL},
    {"perf_counter_ns", time_monotonic_ns, 0, 0, 0, NULL},
    {"process_time", time_process_time, 0, 0, 0, NULL},
    {"process_time_ns", time_process_time_ns, 0, 0, 0, NULL},
    {"sleep", time_sleep, 1, 1, 0, NULL},
    {"localtime", time_localtime, 0, 1, 0, NULL},
    {"gmtime", time_gmtime, 0, 1, 0, NULL},
    {"mktime", time_mktime, 1, 1, 0, NULL},
    {"strftime", time_strftime, 1, 2, 0, NULL},
    {"strptime", time_strptime, 1, 2, 0, NULL},
    {"asctime", time_asctime, 0, 1, 0, NULL},
    {"ctime", time_ctime, 0, 1, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

const ModuleDef time_module = {"time", functions, setup};
