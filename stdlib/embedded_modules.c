#include "stdlib/embedded_modules.h"

#include <string.h>

const BuiltinModule *embedded_module_find(const char *name) {
    for (const BuiltinModule *module = embedded_modules; module->name != NULL; module++) {
        if (strcmp(module->name, name) == 0)
            return module;
    }
    return NULL;
}
