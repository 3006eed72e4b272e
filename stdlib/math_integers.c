#include "stdlib/math_integers.h"

#include "vm/big_int.h"

/* first * (first + 1) * ... * last: halves of about the same length are quickest to multiply. */
static Value product_of_range(Vm *vm, Value first, int64_t count) {
    if (count == 0)
        return small_int(1);
    if (count <= 8) {
        Value product = first;
        for (int64_t n = 1; n < count && product != NOTHING; n++)
            product = integer_multiply(vm, product, integer_add(vm, first, small_int(n)));
        return product;
    }
    int64_t half = count / 2;
    Value low = product_of_range(vm, first, half);
    Value high = low == NOTHING ? NOTHING
                                : product_of_range(vm, integer_add(vm, first, small_int(half)), count - half);
    return high == NOTHING ? NOTHING : integer_multiply(vm, low, high);
}

/* About how many limbs n! / (n - count)! has, for a first look at whether there can be memory for it. */
static bool check_product_size(Vm *vm, Value n, int64_t count) {
    return big_int_check_size(vm, ((double)integer_bit_length(n) - 2) * (double)count / LIMB_BITS);
}

static Value factorial(Vm *vm, Value n) {
    if (integer_sign(n) < 0)
        return vm_raise(vm, vm->exceptions.ValueError, "factorial() not defined for negative values");
    if (!value_fits_int64(n))
        return vm_raise(vm, vm->exceptions.OverflowError, "factorial() argument should not exceed %l",
                        INT64_MAX);
    int64_t count = value_integer(n);
    return check_product_size(vm, n, count / 2) ? product_of_range(vm, small_int(1), count) : NOTHING;
}

Value math_factorial(Vm *vm, Value *args, int argc) {
    (void)argc;
    if (is_float(args[0]))
        return vm_raise(vm, vm->exceptions.TypeError, "'float' object cannot be interpreted as an integer");
    Value n = integer_from_index(vm, args[0]);
    return n == NOTHING ? NOTHING : factorial(vm, n);
}

Value math_gcd(Vm *vm, Value *args, int argc) {
    Value result = small_int(0);
    for (int n = 0; n < argc && result != NOTHING; n++) {
        size_t mark = vm_root_mark(vm);
        vm_root(vm, result);
        Value number = integer_from_index(vm, args[n]);
        vm_root_reset(vm, mark);
        result = number == NOTHING ? NOTHING : integer_gcd(vm, result, number);
    }
    return result;
}

static Value least_common_multiple(Vm *vm, Value a, Value b) {
    if (a == small_int(0) || b == small_int(0))
        return small_int(0);
    Value divisor = integer_gcd(vm, a, b), rest;
    if (divisor == NOTHING || !integer_divide(vm, a, divisor, &a, &rest))
        return NOTHING;
    Value multiple = integer_multiply(vm, a, b);
    return multiple == NOTHING ? NOTHING : integer_absolute(vm, multiple);
}

Value math_lcm(Vm *vm, Value *args, int argc) {
    Value result = small_int(1);
    for (int n = 0; n < argc && result != NOTHING; n++) {
        size_t mark = vm_root_mark(vm);
        vm_root(vm, result);
        Value number = integer_from_index(vm, args[n]);
        vm_root_reset(vm, mark);
        result = number == NOTHING ? NOTHING : least_common_multiple(vm, result, number);
    }
    return result;
}

Value math_isqrt(Vm *vm, Value *args, int argc) {
    (void)argc;
    Value n = integer_from_index(vm, args[0]);
    if (n == NOTHING)
        return NOTHING;
    if (integer_sign(n) < 0)
        return vm_raise(vm, vm->exceptions.ValueError, "isqrt() argument must be nonnegative");
    return integer_square_root(vm, n);
}

/* The two arguments of comb and perm. False: raised. */
static bool selection(Vm *vm, Value *args, Value *n, Value *k) {
    size_t mark = vm_root_mark(vm);
    *n = integer_from_index(vm, args[0]);
    vm_root(vm, *n);
    *k = *n == NOTHING ? NOTHING : integer_from_index(vm, args[1]);
    vm_root_reset(vm, mark);
    if (*k == NOTHING)
        return false;
    if (integer_sign(*n) >= 0 && integer_sign(*k) >= 0)
        return true;
    vm_raise(vm, vm->exceptions.ValueError, "%s must be a non-negative integer",
             integer_sign(*n) < 0 ? "n" : "k");
    return false;
}

/* n * (n - 1) * ..., `count` factors. */
static Value falling_product(Vm *vm, Value n, int64_t count) {
    if (!check_product_size(vm, n, count / 2))
        return NOTHING;
    return product_of_range(vm, integer_subtract(vm, n, int_value(vm, count - 1)), count);
}

Value math_comb(Vm *vm, Value *args, int argc) {
    (void)argc;
    Value n, k, rest, quotient;
    if (!selection(vm, args, &n, &k))
        return NOTHING;
    if (integer_compare(k, n) > 0)
        return small_int(0);
    Value others = integer_subtract(vm, n, k);
    if (integer_compare(others, k) < 0)
        k = others;
    if (!value_fits_int64(k))
        return vm_raise(vm, vm->exceptions.OverflowError, "min(n - k, k) must not exceed %l", INT64_MAX);
    int64_t count = value_integer(k);
    Value product = falling_product(vm, n, count);
    Value orders = product == NOTHING ? NOTHING : product_of_range(vm, small_int(1), count);
    if (orders == NOTHING || !integer_divide(vm, product, orders, &quotient, &rest))
        return NOTHING;
    return quotient;
}

Value math_perm(Vm *vm, Value *args, int argc) {
    if (argc == 1 || args[1] == NONE)
        return math_factorial(vm, args, 1);
    Value n, k;
    if (!selection(vm, args, &n, &k))
        return NOTHING;
    if (integer_compare(k, n) > 0)
        return small_int(0);
    if (!value_fits_int64(k))
        return vm_raise(vm, vm->exceptions.OverflowError, "k must not exceed %l", INT64_MAX);
    return falling_product(vm, n, value_integer(k));
}
