/* Integers in and out of digits, and the limit on how many a script may ask for: conversion of very long ones
 * takes more than linear time, with which a hostile input could stop a program. */
#include <stdlib.h>

#include "vm/big_int.h"
#include "vm/limb_text.h"
#include "vm/memory.h"

/* Below so many bits no number has too many digits, whatever the limit. */
enum { NEVER_TOO_LONG = 640 * 3 };

static bool is_limited(Vm *vm, int base) {
    return vm->int_digit_limit > 0 && (base & (base - 1)) != 0;
}

static bool write_big(Vm *vm, StringBuilder *out, Value a, int base) {
    IntegerView view;
    integer_view(a, &view);
    bool limited = is_limited(vm, base) && limbs_bit_length(view.limbs, view.count) > NEVER_TOO_LONG;
    size_t length = 0;
    /* log2(10) > 3.32 */
    if (!limited || (double)limbs_bit_length(view.limbs, view.count) < 3.33 * vm->int_digit_limit + 8) {
        char *text = memory_new(limb_text_most_digits(view.count, base), 1);
        LimbWatch watch = big_int_watch(vm);
        length = limb_text_write(text, view.limbs, view.count, base, &watch);
        if (length > 0 && !(limited && length > (size_t)vm->int_digit_limit)) {
            if (view.negative)
                builder_add_char(out, '-');
            builder_add_chars(out, text, length);
            free(text);
            return true;
        }
        free(text);
        if (length == 0)
            return false;
    }
    vm_raise(
        vm, vm->exceptions.ValueError,
        "Exceeds the limit (%d digits) for integer string conversion; use sys.set_int_max_str_digits() to "
        "increase the limit",
        vm->int_digit_limit);
    return false;
}

static const char DIGITS[] = "0123456789abcdefghijklmnopqrstuvwxyz";

/* Writes a number in front of `end`; answers where it begins. With the base known it divides by multiplying.
 */
static inline char *write_small(char *end, int64_t number, unsigned base) {
    uint64_t magnitude = number < 0 ? -(uint64_t)number : (uint64_t)number;
    do {
        *--end = DIGITS[magnitude % base];
        magnitude /= base;
    } while (magnitude != 0);
    if (number < 0)
        *--end = '-';
    return end;
}

bool integer_write(Vm *vm, StringBuilder *out, Value a, int base) {
    if (!is_small_int(a))
        return write_big(vm, out, a, base);
    char text[66], *end = text + sizeof text;
    char *start = base == 10 ? write_small(end, small_int_value(a), 10)
                             : write_small(end, small_int_value(a), (unsigned)base);
    builder_add_chars(out, start, (size_t)(end - start));
    return true;
}

Value small_int_text(Vm *vm, Value number) {
    char text[20], *end = text + sizeof text;
    char *start = write_small(end, small_int_value(number), 10);
    return object_value(string_new_ascii(vm, start, (size_t)(end - start)));
}

Value integer_from_digits(Vm *vm, bool negative, const uint8_t *digits, size_t count, int base) {
    if (is_limited(vm, base) && count > (size_t)vm->int_digit_limit)
        return vm_raise(
            vm, vm->exceptions.ValueError,
            "Exceeds the limit (%d digits) for integer string conversion: value has %l digits; use "
            "sys.set_int_max_str_digits() to increase the limit",
            vm->int_digit_limit, (int64_t)count);
    int64_t number = 0;
    size_t at = 0;
    while (at < count && number <= (SMALL_INT_MAX - 35) / 36)
        number = number * base + digits[at++];
    if (at == count)
        return small_int(negative ? -number : number);
    BigInt *big = big_int_new(vm, limb_text_most_limbs(count, base));
    if (!big)
        return NOTHING;
    size_t limbs;
    LimbWatch watch = big_int_watch(vm);
    if (!limb_text_read(big->limbs, &limbs, digits, count, base, &watch))
        return NOTHING;
    big->count = (uint32_t)limbs;
    big->negative = negative;
    return big_int_finish(vm, big);
}
