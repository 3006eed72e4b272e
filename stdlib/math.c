/* Module math: real functions, with the errors of CPython; those of integers are in math_integers.c. */
#include <float.h>
#include <math.h>

#include "stdlib/math_integers.h"
#include "stdlib/modules.h"
#include "vm/big_int.h"
#include "vm/dict.h"

static Value domain_error(Vm *vm) {
    return vm_raise(vm, vm->exceptions.ValueError, "math domain error");
}

/* The result of a function of libm: a nan out of no nan is a domain error, an infinity out of finite
 * arguments a range error where the function `overflows`. */
static Value checked(Vm *vm, double result, bool had_nan, bool had_infinity, bool overflows) {
    if (isnan(result) && !had_nan)
        return domain_error(vm);
    if (isinf(result) && !had_infinity && !had_nan)
        return overflows ? vm_raise(vm, vm->exceptions.OverflowError, "math range error") : domain_error(vm);
    return float_value(vm, result);
}

#define REAL_FUNCTION(name, function, overflows)                        \
    static Value math_##name(Vm *vm, Value *args, int argc) {           \
        (void)argc;                                                     \
        double x;                                                       \
        if (!value_to_double(vm, args[0], &x))                          \
            return NOTHING;                                             \
        return checked(vm, function(x), isnan(x), isinf(x), overflows); \
    }

REAL_FUNCTION(sqrt, sqrt, false)
REAL_FUNCTION(cbrt, cbrt, false)
REAL_FUNCTION(exp, exp, true)
REAL_FUNCTION(exp2, exp2, true)
REAL_FUNCTION(expm1, expm1, true)
REAL_FUNCTION(log1p, log1p, false)
REAL_FUNCTION(sin, sin, false)
REAL_FUNCTION(cos, cos, false)
REAL_FUNCTION(tan, tan, false)
REAL_FUNCTION(asin, asin, false)
REAL_FUNCTION(acos, acos, false)
REAL_FUNCTION(atan, atan, false)
REAL_FUNCTION(sinh, sinh, true)
REAL_FUNCTION(cosh, cosh, true)
REAL_FUNCTION(tanh, tanh, false)
REAL_FUNCTION(asinh, asinh, false)
REAL_FUNCTION(acosh, acosh, false)
REAL_FUNCTION(atanh, atanh, false)
REAL_FUNCTION(erf, erf, false)
REAL_FUNCTION(erfc, erfc, false)
REAL_FUNCTION(fabs, fabs, false)

static double to_degrees(double x) {
    return x * (180.0 / M_PI);
}

static double to_radians(double x) {
    return x * (M_PI / 180.0);
}

REAL_FUNCTION(degrees, to_degrees, false)
REAL_FUNCTION(radians, to_radians, false)

static Value math_gamma(Vm *vm, Value *args, int argc) {
    (void)argc;
    double x;
    if (!value_to_double(vm, args[0], &x))
        return NOTHING;
    if (x == 0 || (x < 0 && x == floor(x)))
        return domain_error(vm);
    return checked(vm, tgamma(x), isnan(x), isinf(x), true);
}

static Value math_lgamma(Vm *vm, Value *args, int argc) {
    (void)argc;
    double x;
    if (!value_to_double(vm, args[0], &x))
        return NOTHING;
    if (x <= 0 && x == floor(x) && !isinf(x))
        return domain_error(vm);
    int sign;
    return checked(vm, isinf(x) ? INFINITY : lgamma_r(x, &sign), isnan(x), isinf(x), true);
}

static bool two_doubles(Vm *vm, Value *args, double *x, double *y) {
    return value_to_double(vm, args[0], x) && value_to_double(vm, args[1], y);
}

static Value math_pow(Vm *vm, Value *args, int argc) {
    (void)argc;
    double x, y;
    if (!two_doubles(vm, args, &x, &y))
        return NOTHING;
    double result = pow(x, y);
    if (isinf(result) && x == 0 && !isinf(y))
        return domain_error(vm);
    return checked(vm, result, isnan(x) || isnan(y), isinf(x) || isinf(y), true);
}

static Value math_fmod(Vm *vm, Value *args, int argc) {
    (void)argc;
    double x, y;
    if (!two_doubles(vm, args, &x, &y))
        return NOTHING;
    if (isinf(y) && isfinite(x))
        return float_value(vm, x);
    return checked(vm, fmod(x, y), isnan(x) || isnan(y), false, false);
}

static Value math_remainder(Vm *vm, Value *args, int argc) {
    (void)argc;
    double x, y;
    if (!two_doubles(vm, args, &x, &y))
        return NOTHING;
    return checked(vm, remainder(x, y), isnan(x) || isnan(y), false, false);
}

static Value math_atan2(Vm *vm, Value *args, int argc) {
    (void)argc;
    double x, y;
    return two_doubles(vm, args, &y, &x) ? float_value(vm, atan2(y, x)) : NOTHING;
}

static Value math_copysign(Vm *vm, Value *args, int argc) {
    (void)argc;
    double x, y;
    return two_doubles(vm, args, &x, &y) ? float_value(vm, copysign(x, y)) : NOTHING;
}

static Value math_nextafter(Vm *vm, Value *args, int argc) {
    (void)argc;
    double x, y;
    return two_doubles(vm, args, &x, &y) ? float_value(vm, nextafter(x, y)) : NOTHING;
}

static Value math_ulp(Vm *vm, Value *args, int argc) {
    (void)argc;
    double x;
    if (!value_to_double(vm, args[0], &x))
        return NOTHING;
    if (isnan(x))
        return args[0];
    x = fabs(x);
    if (isinf(x))
        return float_value(vm, x);
    double next = nextafter(x, INFINITY);
    return float_value(vm, isinf(next) ? x - nextafter(x, -INFINITY) : next - x);
}

static Value math_ldexp(Vm *vm, Value *args, int argc) {
    (void)argc;
    double x;
    if (!value_to_double(vm, args[0], &x))
        return NOTHING;
    if (!value_is_integer(args[1]))
        return vm_raise(vm, vm->exceptions.TypeError, "Expected an int as second argument to ldexp.");
    int64_t exponent = value_integer(args[1]);
    int clamped = exponent > 100000 ? 100000 : exponent < -100000 ? -100000 : (int)exponent;
    return checked(vm, ldexp(x, clamped), isnan(x), isinf(x), true);
}

static Value math_frexp(Vm *vm, Value *args, int argc) {
    (void)argc;
    double x;
    if (!value_to_double(vm, args[0], &x))
        return NOTHING;
    int exponent = 0;
    double mantissa = isfinite(x) ? frexp(x, &exponent) : x;
    return object_value(tuple_of(vm, 2, float_value(vm, mantissa), small_int(exponent)));
}

static Value math_modf(Vm *vm, Value *args, int argc) {
    (void)argc;
    double x, whole;
    if (!value_to_double(vm, args[0], &x))
        return NOTHING;
    double fraction = modf(x, &whole);
    return object_value(tuple_of(vm, 2, float_value(vm, fraction), float_value(vm, whole)));
}

static Value math_isnan(Vm *vm, Value *args, int argc) {
    (void)argc;
    double x;
    return value_to_double(vm, args[0], &x) ? bool_value(isnan(x)) : NOTHING;
}

static Value math_isinf(Vm *vm, Value *args, int argc) {
    (void)argc;
    double x;
    return value_to_double(vm, args[0], &x) ? bool_value(isinf(x)) : NOTHING;
}

static Value math_isfinite(Vm *vm, Value *args, int argc) {
    (void)argc;
    double x;
    return value_to_double(vm, args[0], &x) ? bool_value(isfinite(x)) : NOTHING;
}

static Value math_isclose(Vm *vm, Value *args, int argc) {
    (void)argc;
    double a, b, relative = 1e-9, absolute = 0;
    if (!two_doubles(vm, args, &a, &b))
        return NOTHING;
    if (args[2] != NOTHING && !value_to_double(vm, args[2], &relative))
        return NOTHING;
    if (args[3] != NOTHING && !value_to_double(vm, args[3], &absolute))
        return NOTHING;
    if (relative < 0 || absolute < 0)
        return vm_raise(vm, vm->exceptions.ValueError, "tolerances must be non-negative");
    if (a == b)
        return TRUE_VALUE;
    if (isinf(a) || isinf(b))
        return FALSE_VALUE;
    double difference = fabs(a - b);
    return bool_value(difference <= fabs(relative * b) || difference <= fabs(relative * a) ||
                      difference <= absolute);
}

/* ---- Logarithms ---- */

/* An int beyond the floats is taken apart first. False: raised. */
static bool logarithm(Vm *vm, Value v, double (*function)(double), double *out) {
    double x;
    int64_t exponent = 0;
    if (value_is_integer(v) && !is_small_int(integer_plain(v)))
        x = integer_frexp(integer_plain(v), &exponent);
    else if (!value_to_double(vm, v, &x))
        return false;
    if (x <= 0) {
        domain_error(vm);
        return false;
    }
    if (exponent <= DBL_MAX_EXP)
        *out = function(ldexp(x, (int)exponent));
    else
        *out = function(x) + function(2.0) * (double)exponent;
    return true;
}

static Value math_log(Vm *vm, Value *args, int argc) {
    double x, base;
    if (!logarithm(vm, args[0], log, &x))
        return NOTHING;
    if (argc == 1)
        return float_value(vm, x);
    if (!logarithm(vm, args[1], log, &base))
        return NOTHING;
    if (base == 0)
        return vm_raise(vm, vm->exceptions.ZeroDivisionError, "float division by zero");
    return float_value(vm, x / base);
}

static Value math_log2(Vm *vm, Value *args, int argc) {
    (void)argc;
    double x;
    return logarithm(vm, args[0], log2, &x) ? float_value(vm, x) : NOTHING;
}

static Value math_log10(Vm *vm, Value *args, int argc) {
    (void)argc;
    double x;
    return logarithm(vm, args[0], log10, &x) ? float_value(vm, x) : NOTHING;
}

/* ---- Rounding to integers ---- */

static Value round_with(Vm *vm, Value v, String *special, double (*function)(double)) {
    if (value_is_integer(v))
        return integer_plain(v);
    if (!is_float(v)) {
        Value result = vm_call_special(vm, v, special, NULL, 0);
        if (result != NOTHING || vm_has_exception(vm))
            return result;
        if (!function)
            return vm_raise(vm, vm->exceptions.TypeError, "type %T doesn't define __trunc__ method", v);
    }
    double x;
    return value_to_double(vm, v, &x) ? integer_from_double(vm, function ? function(x) : trunc(x)) : NOTHING;
}

static Value math_floor(Vm *vm, Value *args, int argc) {
    (void)argc;
    return round_with(vm, args[0], vm->names.floor, floor);
}

static Value math_ceil(Vm *vm, Value *args, int argc) {
    (void)argc;
    return round_with(vm, args[0], vm->names.ceil, ceil);
}

static Value math_trunc(Vm *vm, Value *args, int argc) {
    (void)argc;
    return round_with(vm, args[0], vm->names.trunc, NULL);
}

/* ---- Over iterables ---- */

/* Sums without error: `partials` are non-overlapping doubles whose sum is exact (Shewchuk, "Adaptive
 * Precision Floating-Point Arithmetic", 1997). */
typedef struct ExactSum {
    double partials[64];
    int count;
    double special;  /* the sum of infinities and nans... */
    double infinite; /* ...and of infinities alone */
    bool has_special, overflowed;
} ExactSum;

static void exact_sum_add(ExactSum *sum, double x) {
    if (!isfinite(x)) {
        sum->special += x;
        sum->infinite += isinf(x) ? x : 0;
        sum->has_special = true;
        return;
    }
    int kept = 0;
    for (int n = 0; n < sum->count; n++) {
        double y = sum->partials[n];
        if (fabs(x) < fabs(y)) {
            double swap = x;
            x = y;
            y = swap;
        }
        volatile double high = x + y;
        volatile double low = y - (high - x);
        if (low != 0)
            sum->partials[kept++] = low;
        x = high;
    }
    sum->overflowed = sum->overflowed || isinf(x);
    sum->partials[kept] = x;
    sum->count = kept + 1;
}

static double exact_sum_result(const ExactSum *sum) {
    if (sum->has_special)
        return sum->special;
    int n = sum->count;
    if (n == 0)
        return 0;
    volatile double high = sum->partials[--n], low = 0;
    while (n > 0) {
        double x = high, y = sum->partials[--n];
        high = x + y;
        low = y - (high - x);
        if (low != 0)
            break;
    }
    /* Round half to even over the partial that is left. */
    if (n > 0 && ((low < 0 && sum->partials[n - 1] < 0) || (low > 0 && sum->partials[n - 1] > 0))) {
        double twice = low * 2, rounded = high + twice;
        if (twice == rounded - high)
            high = rounded;
    }
    return high;
}

static bool add_item(Vm *vm, Value item, void *state) {
    double x;
    if (!value_to_double(vm, item, &x))
        return false;
    exact_sum_add(state, x);
    return true;
}

static Value math_fsum(Vm *vm, Value *args, int argc) {
    (void)argc;
    ExactSum sum = {.count = 0};
    if (!value_for_each(vm, args[0], add_item, &sum))
        return NOTHING;
    if (isnan(sum.infinite))
        return vm_raise(vm, vm->exceptions.ValueError, "-inf + inf in fsum");
    if (sum.overflowed)
        return vm_raise(vm, vm->exceptions.OverflowError, "intermediate overflow in fsum");
    return float_value(vm, exact_sum_result(&sum));
}

typedef struct Product {
    Value value;
    size_t root;
} Product;

static bool multiply_item(Vm *vm, Value item, void *state) {
    Product *product = state;
    product->value = value_binary(vm, BINARY_MUL, product->value, item);
    if (product->value == NOTHING)
        return false;
    vm->thread->roots[product->root] = product->value;
    return true;
}

static Value math_prod(Vm *vm, Value *args, int argc) {
    (void)argc;
    Product product = {.value = args[1] != NOTHING ? args[1] : small_int(1), .root = vm_root_mark(vm)};
    vm_root(vm, product.value);
    bool ok = value_for_each(vm, args[0], multiply_item, &product);
    vm_root_reset(vm, product.root);
    return ok ? product.value : NOTHING;
}

/* The length of a vector, scaled so that squares neither overflow nor vanish. */
static double vector_length(const double *v, int64_t count) {
    double largest = 0;
    for (int64_t n = 0; n < count; n++) {
        if (isinf(v[n]))
            return INFINITY;
        if (fabs(v[n]) > largest || isnan(v[n]))
            largest = isnan(v[n]) ? NAN : fabs(v[n]);
    }
    if (largest == 0 || isnan(largest))
        return largest;
    long double sum = 0;
    for (int64_t n = 0; n < count; n++)
        sum += ((long double)v[n] / largest) * ((long double)v[n] / largest);
    return (double)(sqrtl(sum) * largest);
}

static Value math_hypot(Vm *vm, Value *args, int argc) {
    double few[16];
    double *v = argc <= 16 ? few : malloc((size_t)argc * sizeof(double));
    bool ok = true;
    for (int n = 0; ok && n < argc; n++)
        ok = value_to_double(vm, args[n], &v[n]);
    Value result = ok ? float_value(vm, vector_length(v, argc)) : NOTHING;
    if (v != few)
        free(v);
    return result;
}

static Value math_dist(Vm *vm, Value *args, int argc) {
    (void)argc;
    size_t mark = vm_root_mark(vm);
    Tuple *p = tuple_from_iterable(vm, args[0]);
    if (!p)
        return NOTHING;
    vm_root(vm, object_value(p));
    Tuple *q = tuple_from_iterable(vm, args[1]);
    vm_root_reset(vm, mark);
    if (!q)
        return NOTHING;
    if (p->count != q->count)
        return vm_raise(vm, vm->exceptions.ValueError, "both points must have the same number of dimensions");
    double *v = malloc(((size_t)p->count + 1) * sizeof(double));
    bool ok = true;
    for (int64_t n = 0; ok && n < p->count; n++) {
        double x, y = 0;
        ok = value_to_double(vm, p->items[n], &x) && value_to_double(vm, q->items[n], &y);
        v[n] = x - y;
    }
    Value result = ok ? float_value(vm, vector_length(v, p->count)) : NOTHING;
    free(v);
    return result;
}

#define ONE(name) \
    { #name, math_##name, 1, 1, 0, NULL }
#define TWO(name) \
    { #name, math_##name, 2, 2, 0, NULL }

static const NativeDef functions[] = {
    ONE(sqrt),
    ONE(cbrt),
    ONE(exp),
    ONE(exp2),
    ONE(expm1),
    ONE(log1p),
    ONE(sin),
    ONE(cos),
    ONE(tan),
    ONE(asin),
    ONE(acos),
    ONE(atan),
    ONE(sinh),
    ONE(cosh),
    ONE(tanh),
    ONE(asinh),
    ONE(acosh),
    ONE(atanh),
    ONE(erf),
    ONE(erfc),
    ONE(fabs),
    ONE(degrees),
    ONE(radians),
    ONE(gamma),
    ONE(lgamma),
    TWO(pow),
    TWO(fmod),
    TWO(remainder),
    TWO(atan2),
    TWO(copysign),
    TWO(nextafter),
    ONE(ulp),
    TWO(ldexp),
    ONE(frexp),
    ONE(modf),
    ONE(isnan),
    ONE(isinf),
    ONE(isfinite),
    ONE(log2),
    ONE(log10),
    ONE(floor),
    ONE(ceil),
    ONE(trunc),
    ONE(factorial),
    ONE(isqrt),
    TWO(comb),
    ONE(fsum),
    TWO(dist),
    {"isclose", math_isclose, 2, 2, 0, "a,b,*,rel_tol,abs_tol"},
    {"log", math_log, 1, 2, 0, NULL},
    {"perm", math_perm, 1, 2, 0, NULL},
    {"gcd", math_gcd, 0, -1, 0, NULL},
    {"lcm", math_lcm, 0, -1, 0, NULL},
    {"hypot", math_hypot, 0, -1, 0, NULL},
    {"prod", math_prod, 1, 1, 0, "iterable,/,*,start"},
    {NULL, NULL, 0, 0, 0, NULL},
};

static bool setup(Vm *vm, Module *module) {
    dict_set_c(vm, module->namespace, "pi", float_value(vm, M_PI));
    dict_set_c(vm, module->namespace, "e", float_value(vm, M_E));
    dict_set_c(vm, module->namespace, "tau", float_value(vm, 2 * M_PI));
    dict_set_c(vm, module->namespace, "inf", float_value(vm, INFINITY));
    dict_set_c(vm, module->namespace, "nan", float_value(vm, NAN));
    return true;
}

const ModuleDef math_module = {"math", functions, setup};
