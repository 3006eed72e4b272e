/* Sorting: stable, by natural runs that are merged, so that what is nearly in order costs nearly nothing.
 *
 * While it is sorted a list is empty to whoever looks, as in CPython; a comparison that fills it is found
 * out. Lists whose keys are all small ints, all floats or all plain strings are compared without calling
 * anything. */
#ifndef BIDE_STDLIB_TYPES_LIST_SORT_H
#define BIDE_STDLIB_TYPES_LIST_SORT_H

#include "vm/vm.h"

/* list.sort(key=key, reverse=reverse); `key` may be NOTHING or None. False: raised; the list then holds its
 * items in their old order. The list is rooted by the caller. */
bool list_sort(Vm *vm, List *list, Value key, bool reverse);

#endif
