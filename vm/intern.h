/* The table of interned strings. It is weak: the collector takes strings out that nobody else holds. */
#ifndef BIDE_VM_INTERN_H
#define BIDE_VM_INTERN_H

#include "vm/object.h"

typedef struct InternTable InternTable;

InternTable *intern_table_new(void);
void intern_table_free(InternTable *table);
/* After marking: forgets the strings that are not marked. */
void intern_table_drop_dead(Heap *heap, InternTable *table);

#endif
