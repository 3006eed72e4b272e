/* The exception table of a code: which instructions a handler protects.
 *
 * A region is what stands between the braces of a `try`, so to say, less the code that runs on the way out of
 * it (a `finally` body before a `return`, a call of __exit__): there it is closed and reopened, and so may
 * fill in several entries. Regions nest as blocks do, and their depth orders the table: outer entries first.
 */
#include <stdlib.h>

#include "vm/compiler_internal.h"

void region_begin(Unit *unit, Region *region, int exception_register) {
    *region = (Region){
        .outer = unit->region,
        .depth = unit->region == NULL ? 0 : unit->region->depth + 1,
        .exception_register = exception_register,
        .start = unit->count,
        .is_open = true,
        .entries = -1,
    };
    unit->region = region;
}

static void add_entry(Unit *unit, Region *region) {
    if (unit->entry_count == unit->entry_capacity) {
        unit->entry_capacity = unit->entry_capacity ? unit->entry_capacity * 2 : 8;
        unit->entries = memory_resize(unit->entries, unit->entry_capacity, sizeof *unit->entries);
    }
    unit->entries[unit->entry_count] = (RegionEntry){
        .entry = {.start = region->start,
                  .end = unit->count,
                  .handler = (uint32_t)(region->entries + 1),
                  .exception_register = (uint16_t)region->exception_register},
        .depth = region->depth,
    };
    region->entries = unit->entry_count++;
}

void region_close(Unit *unit, Region *region) {
    if (!region->is_open)
        return;
    if (region->start < unit->count)
        add_entry(unit, region);
    region->is_open = false;
    unit->region = region->outer;
}

void region_reopen(Unit *unit, Region *region) {
    region->start = unit->count;
    region->is_open = true;
    unit->region = region;
}

void region_bind_handler(Unit *unit, Region *region, const uint64_t *assigned) {
    unit->is_reachable = region->entries >= 0;
    assigned_restore(unit, assigned);
    region_set_handler(unit, region, unit->count);
}

void region_set_handler(Unit *unit, Region *region, uint32_t position) {
    for (int64_t i = region->entries; i >= 0;) {
        ExceptionEntry *entry = &unit->entries[i].entry;
        i = (int64_t)entry->handler - 1;
        entry->handler = position;
    }
}

static int compare_entries(const void *left, const void *right) {
    const RegionEntry *a = left, *b = right;
    if (a->depth != b->depth)
        return a->depth - b->depth;
    return a->entry.start < b->entry.start ? -1 : a->entry.start > b->entry.start;
}

void exception_table_finish(Unit *unit) {
    if (unit->entry_count == 0)
        return;
    qsort(unit->entries, unit->entry_count, sizeof *unit->entries, compare_entries);
    ExceptionEntry *table = memory_new(unit->entry_count, sizeof *table);
    for (uint32_t i = 0; i < unit->entry_count; i++)
        table[i] = unit->entries[i].entry;
    unit->code->exceptions = table;
    unit->code->exception_count = unit->entry_count;
}
