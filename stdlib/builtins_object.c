/* Built-in functions about one object: its text, its number, its type. */
#include <math.h>

#include "stdlib/arguments.h"
#include "stdlib/builtins.h"
#include "stdlib/types/int_arithmetic.h"
#include "vm/call.h"

Value builtin_abs(Vm *vm, Value *args, int argc) {
    (void)argc;
    if (is_small_int(args[0])) {
        int64_t number = small_int_value(args[0]);
        return int_value(vm, number < 0 ? -number : number);
    }
    return value_unary(vm, UNOP_ABS, args[0]);
}

Value builtin_ascii(Vm *vm, Value *args, int argc) {
    (void)argc;
    return value_ascii(vm, args[0]);
}

Value builtin_repr(Vm *vm, Value *args, int argc) {
    (void)argc;
    return value_repr(vm, args[0]);
}

Value builtin_callable(Vm *vm, Value *args, int argc) {
    (void)argc;
    return bool_value(value_is_callable(vm, args[0]));
}

Value builtin_len(Vm *vm, Value *args, int argc) {
    (void)argc;
    int64_t length = value_length(vm, args[0]);
    return length < 0 ? NOTHING : int_value(vm, length);
}

Value builtin_hash(Vm *vm, Value *args, int argc) {
    (void)argc;
    int64_t hash;
    return value_hash(vm, args[0], &hash) ? int_value(vm, hash) : NOTHING;
}

Value builtin_id(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    return small_int((int64_t)(args[0] & (uint64_t)SMALL_INT_MAX));
}

Value builtin_isinstance(Vm *vm, Value *args, int argc) {
    (void)argc;
    int is = value_is_instance(vm, args[0], args[1]);
    return is < 0 ? NOTHING : bool_value(is);
}

Value builtin_issubclass(Vm *vm, Value *args, int argc) {
    (void)argc;
    int is = value_is_subclass(vm, args[0], args[1]);
    return is < 0 ? NOTHING : bool_value(is);
}

Value builtin_format(Vm *vm, Value *args, int argc) {
    if (argc < 2)
        return value_format(vm, args[0], vm->empty_string);
    if (!is_string(args[1]))
        return vm_raise(vm, vm->exceptions.TypeError, "format() argument 2 must be str, not %s",
                        argument_type_name(vm, args[1]));
    return value_format(vm, args[0], AS(String, args[1]));
}

/* --- Characters and digits ------------------------------------------------------------------------ */

Value builtin_chr(Vm *vm, Value *args, int argc) {
    (void)argc;
    int32_t code_point;
    if (!value_to_c_int(vm, args[0], &code_point))
        return NOTHING;
    if (code_point < 0 || code_point > 0x10ffff)
        return vm_raise(vm, vm->exceptions.ValueError, "chr() arg not in range(0x110000)");
    return object_value(string_from_code_point(vm, (uint32_t)code_point));
}

Value builtin_ord(Vm *vm, Value *args, int argc) {
    (void)argc;
    int64_t length;
    if (is_string(args[0])) {
        length = AS(String, args[0])->length;
        if (length == 1)
            return small_int(string_code_point_at(AS(String, args[0]), 0));
    } else if (is_bytes_like(args[0])) {
        length = (int64_t)byte_span(args[0]).count;
        if (length == 1)
            return small_int(byte_span(args[0]).bytes[0]);
    } else {
        return vm_raise(vm, vm->exceptions.TypeError, "ord() expected string of length 1, but %T found",
                        args[0]);
    }
    return vm_raise(vm, vm->exceptions.TypeError, "ord() expected a character, but string of length %l found",
                    length);
}

/* "-0x1f": sign, prefix, digits. */
static Value with_base(Vm *vm, Value v, int base, char letter) {
    Value number = integer_from_index(vm, v);
    if (number == NOTHING)
        return NOTHING;
    StringBuilder text;
    builder_init(&text);
    if (integer_sign(number) < 0)
        builder_add_char(&text, '-');
    builder_add_char(&text, '0');
    builder_add_char(&text, letter);
    number = integer_absolute(vm, number);
    if (number != NOTHING && integer_write(vm, &text, number, base))
        return builder_finish(vm, &text);
    builder_free(&text);
    return NOTHING;
}

Value builtin_bin(Vm *vm, Value *args, int argc) {
    (void)argc;
    return with_base(vm, args[0], 2, 'b');
}

Value builtin_oct(Vm *vm, Value *args, int argc) {
    (void)argc;
    return with_base(vm, args[0], 8, 'o');
}

Value builtin_hex(Vm *vm, Value *args, int argc) {
    (void)argc;
    return with_base(vm, args[0], 16, 'x');
}

/* --- Arithmetic ----------------------------------------------------------------------------------- */

Value builtin_divmod(Vm *vm, Value *args, int argc) {
    (void)argc;
    return value_binary(vm, BINARY_DIVMOD, args[0], args[1]);
}

Value builtin_pow(Vm *vm, Value *args, int argc) {
    (void)argc;
    Value base = args[0], exponent = args[1], modulus = args[2];
    if (modulus == NOTHING || modulus == NONE)
        return value_binary(vm, BINARY_POW, base, exponent);
    if (value_is_integer(base) && value_is_integer(exponent) && value_is_integer(modulus))
        return integer_power_modulo(vm, integer_plain(base), integer_plain(exponent), integer_plain(modulus));
    if (!(type_of(vm, base)->flags & TYPE_NATIVE) &&
        !is_kind(type_lookup(vm, type_of(vm, base), vm->names.pow), KIND_NATIVE_FUNCTION)) {
        Value rest[] = {exponent, modulus};
        Value result = vm_call_special(vm, base, vm->names.pow, rest, 2);
        if ((result != NOTHING && result != NOT_IMPLEMENTED) || vm_has_exception(vm))
            return result;
    }
    /* Ints know nothing of what is none, floats refuse. */
    Type *real = vm->float_type;
    if (is_instance(vm, base, real) || is_instance(vm, exponent, real) || is_instance(vm, modulus, real))
        return vm_raise(vm, vm->exceptions.TypeError,
                        "pow() 3rd argument not allowed unless all arguments are integers");
    return vm_raise(vm, vm->exceptions.TypeError,
                    "unsupported operand type(s) for ** or pow(): '%T', '%T', '%T'", base, exponent, modulus);
}

Value builtin_round(Vm *vm, Value *args, int argc) {
    (void)argc;
    if (args[1] == NOTHING && is_flonum(args[0]))
        return integer_from_double(vm, rint(flonum_value(args[0])));
    bool plain = args[1] == NOTHING || args[1] == NONE;
    Value result = vm_call_special(vm, args[0], vm->names.round, plain ? NULL : &args[1], plain ? 0 : 1);
    if (result == NOTHING && !vm_has_exception(vm))
        return vm_raise(vm, vm->exceptions.TypeError, "type %T doesn't define __round__ method", args[0]);
    return result;
}
