#include "lexer/identifier.h"

#include <stddef.h>

typedef struct CodePointRange {
    uint32_t first, last;
} CodePointRange;

#include "lexer/identifier_table.h"

static bool contains(const CodePointRange *ranges, size_t count, uint32_t code_point) {
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (code_point > ranges[middle].last) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < count && code_point >= ranges[low].first;
}

#define CONTAINS(ranges, code_point) contains(ranges, sizeof ranges / sizeof *ranges, code_point)

static bool is_ascii_letter(uint32_t code_point) {
    return (code_point | 32) - 'a' < 26 || code_point == '_';
}

bool identifier_can_start(uint32_t code_point) {
    return code_point < 0x80 ? is_ascii_letter(code_point) : CONTAINS(start_ranges, code_point);
}

bool identifier_can_continue(uint32_t code_point) {
    if (code_point < 0x80) {
        return is_ascii_letter(code_point) || code_point - '0' < 10;
    }
    return CONTAINS(start_ranges, code_point) || CONTAINS(continue_ranges, code_point);
}

bool identifier_is_changed(uint32_t code_point) {
    return code_point >= 0x80 && CONTAINS(changed_ranges, code_point);
}

bool code_point_is_invisible(uint32_t code_point) {
    return code_point < 0x80 ? code_point <= ' ' || code_point == 0x7f
                             : CONTAINS(invisible_ranges, code_point);
}
