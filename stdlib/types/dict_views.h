/* dict_keys, dict_values and dict_items: windows on a dict that follow its changes. */
#ifndef BIDE_STDLIB_TYPES_DICT_VIEWS_H
#define BIDE_STDLIB_TYPES_DICT_VIEWS_H

#include "vm/dict.h"

Value dict_view_new(Vm *vm, Dict *dict, DictPart part);

/* An iterator of the type that scripts see for that part and direction. */
Value dict_part_iterator_new(Vm *vm, Dict *dict, DictPart part, bool reversed);

#endif
