#include "lexer/char_width.h"

typedef struct {
    uint32_t first, last;
} CharRange;

#include "lexer/char_width_table.h"

enum {
    ZERO_WIDTH_JOINER = 0x200D,
    EMOJI_PRESENTATION = 0xFE0F,
};

static bool in_ranges(const CharRange *ranges, size_t count, uint32_t code_point) {
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (code_point > ranges[middle].last)
            low = middle + 1;
        else if (code_point < ranges[middle].first)
            high = middle;
        else
            return true;
    }
    return false;
}

int char_width(uint32_t code_point) {
    if (code_point < 0x300)
        return 1;
    if (in_ranges(ZERO_WIDTH, sizeof ZERO_WIDTH / sizeof *ZERO_WIDTH, code_point))
        return 0;
    return in_ranges(DOUBLE_WIDTH, sizeof DOUBLE_WIDTH / sizeof *DOUBLE_WIDTH, code_point) ? 2 : 1;
}

size_t char_announced_length(unsigned char first) {
    if (first >= 0xC2 && first <= 0xDF)
        return 2;
    if ((first & 0xF0) == 0xE0)
        return 3;
    return first >= 0xF0 && first <= 0xF4 ? 4 : 1;
}

size_t char_decode(const char *bytes, size_t length, uint32_t *code_point) {
    static const uint32_t SMALLEST[] = {0, 0, 0x80, 0x800, 0x10000};
    unsigned char first = (unsigned char)bytes[0];
    *code_point = first;
    if (first < 0x80)
        return 1;
    *code_point = CHAR_INVALID;
    size_t needed = char_announced_length(first);
    if (needed == 1 || needed > length)
        return 1;
    uint32_t value = first & (0x7F >> needed);
    for (size_t i = 1; i < needed; i++) {
        unsigned char next = (unsigned char)bytes[i];
        if ((next & 0xC0) != 0x80)
            return 1;
        value = value << 6 | (next & 0x3F);
    }
    if (value < SMALLEST[needed] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
        return 1;
    *code_point = value;
    return needed;
}

static bool is_control(uint32_t code_point) {
    return code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0);
}

static bool is_regional_indicator(uint32_t code_point) {
    return code_point >= 0x1F1E6 && code_point <= 0x1F1FF;
}

static bool is_emoji_modifier(uint32_t code_point) {
    return code_point >= 0x1F3FB && code_point <= 0x1F3FF;
}

static bool is_pictograph(uint32_t code_point) {
    return (code_point >= 0x2190 && code_point <= 0x2BFF) || (code_point >= 0x1F000 && code_point <= 0x1FAFF);
}

Cluster cluster_at(const char *text, size_t length, size_t at) {
    Cluster cluster = {0};
    cluster.length = char_decode(text + at, length - at, &cluster.first);
    if (cluster.first == CHAR_INVALID) {
        cluster.width = 1;
        return cluster;
    }
    if (is_control(cluster.first))
        return cluster;
    cluster.width = char_width(cluster.first);

    uint32_t previous = cluster.first;
    bool flag_open = is_regional_indicator(cluster.first);
    while (at + cluster.length < length) {
        unsigned char byte = (unsigned char)text[at + cluster.length];
        if (byte < 0xC0)
            break; /* ASCII, or invalid: neither extends a cluster */
        uint32_t next;
        size_t bytes = char_decode(text + at + cluster.length, length - at - cluster.length, &next);
        if (next == CHAR_INVALID || is_control(next))
            break;
        if (next == EMOJI_PRESENTATION && cluster.width == 1) {
            cluster.width = 2;
            cluster.disputed = true;
        } else if (char_width(next) == 0) {
            /* a mark on top of what is there */
        } else if (flag_open && is_regional_indicator(next)) {
            flag_open = false;
            cluster.width = 2;
            cluster.disputed = true;
        } else if (is_pictograph(cluster.first) && is_pictograph(next) &&
                   (is_emoji_modifier(next) || previous == ZERO_WIDTH_JOINER)) {
            cluster.width = 2;
            cluster.disputed = true;
        } else {
            break;
        }
        previous = next;
        cluster.length += bytes;
    }
    return cluster;
}

size_t cluster_before(const char *text, size_t length, size_t at) {
    if (at == 0)
        return 0;
    /* An ASCII character always begins a cluster, so it is a safe place to count from. */
    size_t start = at - 1;
    while (start > 0 && (unsigned char)text[start] >= 0x80)
        start--;
    for (;;) {
        size_t next = start + cluster_at(text, length, start).length;
        if (next >= at)
            return start;
        start = next;
    }
}

int text_columns(const char *text, size_t length) {
    int columns = 0;
    for (size_t at = 0; at < length;) {
        Cluster cluster = cluster_at(text, length, at);
        columns += cluster.width;
        at += cluster.length;
    }
    return columns;
}
