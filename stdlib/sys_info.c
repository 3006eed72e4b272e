#include "stdlib/sys_info.h"

#include <float.h>

#include "vm/dict.h"
#include "vm/list.h"

#define ITEM(index)                                 \
    static Value item_##index(Vm *vm, Value self) { \
        (void)vm;                                   \
        return AS(Tuple, self)->items[index];       \
    }
ITEM(0)
ITEM(1)
ITEM(2)
ITEM(3)
ITEM(4)
ITEM(5)
ITEM(6)
ITEM(7)
ITEM(8)
ITEM(9)
ITEM(10)

/* "sys.NAME(first=1, second=2)": the names are those of the type's properties, in order. */
static Value info_repr(Vm *vm, Value self) {
    const TypeDef *def = type_of(vm, self)->def;
    StringBuilder out;
    builder_init(&out);
    builder_format(vm, &out, "sys.%s(", def->name);
    for (int i = 0; def->properties[i].name; i++)
        builder_format(vm, &out, "%s%s=%R", i == 0 ? "" : ", ", def->properties[i].name,
                       AS(Tuple, self)->items[i]);
    builder_add_char(&out, ')');
    return builder_finish(vm, &out);
}

static void add(Vm *vm, Dict *namespace, const TypeDef *def, Tuple *info) {
    info->head.type = type_new_native(vm, def, vm->types_by_kind[KIND_TUPLE]);
    dict_set_c(vm, namespace, def->name, object_value(info));
}

#define INFO_DEF(info_name)                                                                  \
    {                                                                                        \
        .name = #info_name, .module = "sys", .kind = KIND_TUPLE, .flags = TYPE_NO_INSTANCES, \
        .ops = {.repr = info_repr}, .properties = info_name##_properties                     \
    }

static const NativePropertyDef version_info_properties[] = {
    {"major", item_0, NULL},        {"minor", item_1, NULL},  {"micro", item_2, NULL},
    {"releaselevel", item_3, NULL}, {"serial", item_4, NULL}, {NULL, NULL, NULL},
};
static const TypeDef version_info_def = INFO_DEF(version_info);

/* As CPython counts digits: a script sees no other ones. */
static const NativePropertyDef int_info_properties[] = {
    {"bits_per_digit", item_0, NULL},
    {"sizeof_digit", item_1, NULL},
    {"default_max_str_digits", item_2, NULL},
    {"str_digits_check_threshold", item_3, NULL},
    {NULL, NULL, NULL},
};
static const TypeDef int_info_def = INFO_DEF(int_info);

static const NativePropertyDef float_info_properties[] = {
    {"max", item_0, NULL},   {"max_exp", item_1, NULL},  {"max_10_exp", item_2, NULL},
    {"min", item_3, NULL},   {"min_exp", item_4, NULL},  {"min_10_exp", item_5, NULL},
    {"dig", item_6, NULL},   {"mant_dig", item_7, NULL}, {"epsilon", item_8, NULL},
    {"radix", item_9, NULL}, {"rounds", item_10, NULL},  {NULL, NULL, NULL},
};
static const TypeDef float_info_def = INFO_DEF(float_info);

static const NativePropertyDef hash_info_properties[] = {
    {"width", item_0, NULL},     {"modulus", item_1, NULL},   {"inf", item_2, NULL},
    {"nan", item_3, NULL},       {"imag", item_4, NULL},      {"algorithm", item_5, NULL},
    {"hash_bits", item_6, NULL}, {"seed_bits", item_7, NULL}, {"cutoff", item_8, NULL},
    {NULL, NULL, NULL},
};
static const TypeDef hash_info_def = INFO_DEF(hash_info);

void sys_info_setup(Vm *vm, Dict *namespace) {
    add(vm, namespace, &version_info_def,
        tuple_of(vm, 5, small_int(3), small_int(11), small_int(0), string_value(vm, "final"), small_int(0)));
    add(vm, namespace, &int_info_def,
        tuple_of(vm, 4, small_int(30), small_int(4), small_int(vm->int_digit_limit), small_int(640)));
    add(vm, namespace, &float_info_def,
        tuple_of(vm, 11, float_value(vm, DBL_MAX), small_int(DBL_MAX_EXP), small_int(DBL_MAX_10_EXP),
                 float_value(vm, DBL_MIN), small_int(DBL_MIN_EXP), small_int(DBL_MIN_10_EXP),
                 small_int(DBL_DIG), small_int(DBL_MANT_DIG), float_value(vm, DBL_EPSILON),
                 small_int(FLT_RADIX), small_int(1)));
    add(vm, namespace, &hash_info_def,
        tuple_of(vm, 9, small_int(64), small_int(((int64_t)1 << 61) - 1), small_int(314159), small_int(0),
                 small_int(1000003), string_value(vm, "siphash13"), small_int(64), small_int(128),
                 small_int(0)));
}
