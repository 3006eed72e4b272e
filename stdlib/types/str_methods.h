/* The methods of str: its table (str_type.c) and the files that hold them, each with one kind. All are native
 * functions: args[0] is a str. */
#ifndef BIDE_STDLIB_TYPES_STR_METHODS_H
#define BIDE_STDLIB_TYPES_STR_METHODS_H

#include "vm/vm.h"

/* X(name, min, max, flags, keywords): method `name` is the function str_method_NAME. */
#define STR_SEARCH_METHODS(X)      \
    X(count, 1, -1, 0, NULL)       \
    X(endswith, 1, -1, 0, NULL)    \
    X(find, 1, -1, 0, NULL)        \
    X(index, 1, -1, 0, NULL)       \
    X(replace, 3, 4, 0, NULL)      \
    X(rfind, 1, -1, 0, NULL)       \
    X(rindex, 1, -1, 0, NULL)      \
    X(startswith, 1, -1, 0, NULL)  \
    X(removeprefix, 2, 2, 0, NULL) \
    X(removesuffix, 2, 2, 0, NULL)

#define STR_SPLIT_METHODS(X)           \
    X(join, 2, 2, 0, NULL)             \
    X(lstrip, 1, 2, 0, NULL)           \
    X(partition, 2, 2, 0, NULL)        \
    X(rpartition, 2, 2, 0, NULL)       \
    X(rsplit, 1, 3, 0, "sep,maxsplit") \
    X(rstrip, 1, 2, 0, NULL)           \
    X(split, 1, 3, 0, "sep,maxsplit")  \
    X(splitlines, 1, 2, 0, "keepends") \
    X(strip, 1, 2, 0, NULL)

#define STR_CASE_METHODS(X)        \
    X(capitalize, 1, 1, 0, NULL)   \
    X(casefold, 1, 1, 0, NULL)     \
    X(isalnum, 1, 1, 0, NULL)      \
    X(isalpha, 1, 1, 0, NULL)      \
    X(isascii, 1, 1, 0, NULL)      \
    X(isdecimal, 1, 1, 0, NULL)    \
    X(isdigit, 1, 1, 0, NULL)      \
    X(isidentifier, 1, 1, 0, NULL) \
    X(islower, 1, 1, 0, NULL)      \
    X(isnumeric, 1, 1, 0, NULL)    \
    X(isprintable, 1, 1, 0, NULL)  \
    X(isspace, 1, 1, 0, NULL)      \
    X(istitle, 1, 1, 0, NULL)      \
    X(isupper, 1, 1, 0, NULL)      \
    X(lower, 1, 1, 0, NULL)        \
    X(swapcase, 1, 1, 0, NULL)     \
    X(title, 1, 1, 0, NULL)        \
    X(upper, 1, 1, 0, NULL)

#define STR_LAYOUT_METHODS(X)                  \
    X(center, 2, 3, 0, NULL)                   \
    X(encode, 1, 3, 0, "encoding,errors")      \
    X(expandtabs, 1, 2, 0, "tabsize")          \
    X(format, 1, -1, NATIVE_ANY_KEYWORDS, "*") \
    X(format_map, 2, 2, 0, NULL)               \
    X(ljust, 2, 3, 0, NULL)                    \
    X(maketrans, 1, 3, NATIVE_STATIC, NULL)    \
    X(rjust, 2, 3, 0, NULL)                    \
    X(translate, 2, 2, 0, NULL)                \
    X(zfill, 2, 2, 0, NULL)

#define STR_METHODS(X) STR_SEARCH_METHODS(X) STR_SPLIT_METHODS(X) STR_CASE_METHODS(X) STR_LAYOUT_METHODS(X)

#define X(name, min, max, flags, keywords) Value str_method_##name(Vm *vm, Value *args, int argc);
STR_METHODS(X)
#undef X

/* `v` itself when it is a plain str, else a plain copy of it. */
Value str_plain(Vm *vm, Value v);

/* The argument must be a str, as find() and its kin say it. False: raised TypeError. */
bool str_check(Vm *vm, Value v);

#endif
