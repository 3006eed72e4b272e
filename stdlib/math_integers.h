/* The functions of module math that take integers, of any size. Each is a native function (see native.h). */
#ifndef BIDE_STDLIB_MATH_INTEGERS_H
#define BIDE_STDLIB_MATH_INTEGERS_H

#include "vm/vm.h"

Value math_factorial(Vm *vm, Value *args, int argc);
Value math_gcd(Vm *vm, Value *args, int argc);
Value math_lcm(Vm *vm, Value *args, int argc);
Value math_isqrt(Vm *vm, Value *args, int argc);
Value math_comb(Vm *vm, Value *args, int argc);
Value math_perm(Vm *vm, Value *args, int argc);

#endif
