/* The built-in functions. builtins.c lists them; the files of builtins_*.c hold them. */
#ifndef BIDE_STDLIB_BUILTINS_H
#define BIDE_STDLIB_BUILTINS_H

#include "vm/vm.h"

/* Fills vm->builtins: functions, types, constants. False: raised. */
bool builtins_setup(Vm *vm);

/* Adds exit and quit, which also say at the prompt what they are for. */
void quitters_setup(Vm *vm);

/* X(name, min, max, flags, keywords): the function `name` is builtin_NAME. See native.h for the layout of
 * arguments. */
#define BUILTIN_OBJECT_FUNCTIONS(X) \
    X(abs, 1, 1, 0, NULL)           \
    X(ascii, 1, 1, 0, NULL)         \
    X(bin, 1, 1, 0, NULL)           \
    X(callable, 1, 1, 0, NULL)      \
    X(chr, 1, 1, 0, NULL)           \
    X(divmod, 2, 2, 0, NULL)        \
    X(format, 1, 2, 0, NULL)        \
    X(hash, 1, 1, 0, NULL)          \
    X(hex, 1, 1, 0, NULL)           \
    X(id, 1, 1, 0, NULL)            \
    X(isinstance, 2, 2, 0, NULL)    \
    X(issubclass, 2, 2, 0, NULL)    \
    X(len, 1, 1, 0, NULL)           \
    X(oct, 1, 1, 0, NULL)           \
    X(ord, 1, 1, 0, NULL)           \
    X(pow, 2, 3, 0, "base,exp,mod") \
    X(repr, 1, 1, 0, NULL)          \
    X(round, 1, 2, 0, "number,ndigits")

#define BUILTIN_ITERATION_FUNCTIONS(X)                     \
    X(all, 1, 1, 0, NULL)                                  \
    X(any, 1, 1, 0, NULL)                                  \
    X(iter, 1, 2, 0, NULL)                                 \
    X(max, 0, -1, 0, "*,default,key")                      \
    X(min, 0, -1, 0, "*,default,key")                      \
    X(next, 1, 2, NATIVE_RESUMES, NULL)                    \
    X(sorted, 0, -1, NATIVE_ANY_KEYWORDS, "*,key,reverse") \
    X(sum, 1, 2, 0, "iterable,/,start")

#define BUILTIN_NAMESPACE_FUNCTIONS(X)                           \
    X(__import__, 1, 5, 0, "name,globals,locals,fromlist,level") \
    X(delattr, 2, 2, 0, NULL)                                    \
    X(dir, 0, 1, 0, NULL)                                        \
    X(getattr, 2, 3, 0, NULL)                                    \
    X(globals, 0, 0, 0, NULL)                                    \
    X(hasattr, 2, 2, 0, NULL)                                    \
    X(locals, 0, 0, 0, NULL)                                     \
    X(setattr, 3, 3, 0, NULL)                                    \
    X(vars, 0, 1, 0, NULL)

#define BUILTIN_CODE_FUNCTIONS(X)                                           \
    X(compile, 3, 6, 0, "source,filename,mode,flags,dont_inherit,optimize") \
    X(eval, 1, 3, 0, "source,/,globals,locals")                             \
    X(exec, 1, 3, 0, "source,/,globals,locals")

#define BUILTIN_OUTPUT_FUNCTIONS(X) \
    X(input, 0, 1, 0, NULL)         \
    X(print, 0, -1, 0, "*,sep,end,file,flush")

#define BUILTIN_ASYNC_FUNCTIONS(X) \
    X(aiter, 1, 1, 0, NULL)        \
    X(anext, 1, 2, 0, NULL)

#define BUILTIN_FUNCTIONS(X)       \
    BUILTIN_OBJECT_FUNCTIONS(X)    \
    BUILTIN_ITERATION_FUNCTIONS(X) \
    BUILTIN_ASYNC_FUNCTIONS(X)     \
    BUILTIN_NAMESPACE_FUNCTIONS(X) BUILTIN_CODE_FUNCTIONS(X) BUILTIN_OUTPUT_FUNCTIONS(X)

#define X(name, min, max, flags, keywords) Value builtin_##name(Vm *vm, Value *args, int argc);
BUILTIN_FUNCTIONS(X)
#undef X

#endif
