#include "stdlib/embedded_modules.h"

#include <string.h>

const EmbeddedModule *embedded_module_find(const char *name) {
    for (const EmbeddedModule *module = embedded_modules; module->name != NULL; module++) {
        if (strcmp(module->name, name) == 0)
            return module;
    }
    return NULL;
}
