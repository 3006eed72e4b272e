/* malloc and its kin for those who could do nothing about a failure: they never return NULL. Running out of
 * memory ends the process with a message. Free with free(). */
#ifndef BIDE_VM_MEMORY_H
#define BIDE_VM_MEMORY_H

#include <stddef.h>

/* `count` elements of `size` bytes, not initialised. */
void *memory_new(size_t count, size_t size);
/* Likewise, all zero. */
void *memory_new_zeroed(size_t count, size_t size);
/* realloc: what `memory` held (it may be NULL), now with room for `count` elements of `size` bytes. */
void *memory_resize(void *memory, size_t count, size_t size);
/* Says so on standard error and ends the process. */
_Noreturn void memory_exhausted(void);

#endif
