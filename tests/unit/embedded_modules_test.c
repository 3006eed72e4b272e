#include <criterion/criterion.h>
#include <string.h>

#include "stdlib/embedded_modules.h"

Test(embedded_modules, are_sorted_and_found_by_name) {
    for (const BuiltinModule *module = embedded_modules; module->name != NULL; module++) {
        cr_expect_eq(embedded_module_find(module->name), module, "%s is not found", module->name);
        cr_expect_eq(strlen(module->source), module->source_length, "%s holds a NUL or its length is wrong",
                     module->name);
        if (module != embedded_modules)
            cr_expect_lt(strcmp(module[-1].name, module->name), 0, "%s is out of order", module->name);
    }
}

Test(embedded_modules, an_unknown_name_is_not_found) {
    cr_expect_null(embedded_module_find("no_such_module"));
    cr_expect_null(embedded_module_find(""));
}
