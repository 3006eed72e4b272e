/* The methods that bytes and bytearray share. What they return is of the same sort as self. */
#ifndef BIDE_STDLIB_TYPES_BYTES_METHODS_H
#define BIDE_STDLIB_TYPES_BYTES_METHODS_H

#include "vm/native.h"

/* One row for a NativeDef: name, min, max, flags, keywords. */
#define BYTES_METHODS(X)                    \
    X(capitalize, 1, 1, 0, NULL)            \
    X(center, 2, 3, 0, NULL)                \
    X(count, 1, -1, 0, NULL)                \
    X(decode, 1, 3, 0, "encoding,errors")   \
    X(endswith, 1, -1, 0, NULL)             \
    X(find, 1, -1, 0, NULL)                 \
    X(expandtabs, 1, 2, 0, "tabsize")      \
    X(fromhex, 2, 2, NATIVE_CLASS, NULL)    \
    X(hex, 1, 3, 0, "sep,bytes_per_sep")    \
    X(index, 1, -1, 0, NULL)                \
    X(isalnum, 1, 1, 0, NULL)               \
    X(isalpha, 1, 1, 0, NULL)               \
    X(isascii, 1, 1, 0, NULL)               \
    X(isdigit, 1, 1, 0, NULL)               \
    X(islower, 1, 1, 0, NULL)               \
    X(isspace, 1, 1, 0, NULL)               \
    X(istitle, 1, 1, 0, NULL)              \
    X(isupper, 1, 1, 0, NULL)               \
    X(join, 2, 2, 0, NULL)                  \
    X(ljust, 2, 3, 0, NULL)                 \
    X(lower, 1, 1, 0, NULL)                 \
    X(lstrip, 1, 2, 0, NULL)                \
    X(maketrans, 2, 2, NATIVE_STATIC, NULL) \
    X(partition, 2, 2, 0, NULL)             \
    X(removeprefix, 2, 2, 0, NULL)          \
    X(removesuffix, 2, 2, 0, NULL)          \
    X(replace, 3, 4, 0, NULL)               \
    X(rfind, 1, -1, 0, NULL)                \
    X(rindex, 1, -1, 0, NULL)               \
    X(rjust, 2, 3, 0, NULL)                 \
    X(rpartition, 2, 2, 0, NULL)            \
    X(rsplit, 1, 3, 0, "sep,maxsplit")      \
    X(rstrip, 1, 2, 0, NULL)                \
    X(split, 1, 3, 0, "sep,maxsplit")       \
    X(splitlines, 1, 2, 0, "keepends")      \
    X(startswith, 1, -1, 0, NULL)           \
    X(strip, 1, 2, 0, NULL)                 \
    X(swapcase, 1, 1, 0, NULL)              \
    X(title, 1, 1, 0, NULL)                 \
    X(translate, 2, 3, 0, "table,/,delete") \
    X(upper, 1, 1, 0, NULL)                 \
    X(zfill, 2, 2, 0, NULL)

#define X(name, min, max, flags, keywords) Value bytes_method_##name(Vm *vm, Value *args, int argc);
BYTES_METHODS(X)
#undef X

#endif
