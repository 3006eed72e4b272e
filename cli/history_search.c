#include "cli/history_search.h"

#include <string.h>

#include "lexer/char_width.h"

void history_search_begin(HistorySearch *search, const History *history) {
    history_search_end(search);
    search->history = history;
}

void history_search_end(HistorySearch *search) {
    byte_string_free(&search->query);
    *search = (HistorySearch){0};
}

/* Does entry number `index` contain the query? Then it is what the search shows. */
static bool try_entry(HistorySearch *search, size_t index) {
    size_t length;
    const char *text = history_get(search->history, index, &length);
    const char *match = memmem(text, length, search->query.data, search->query.length);
    if (!match)
        return false;
    search->entry = index;
    search->offset = (size_t)(match - text);
    search->found = true;
    search->failed = false;
    return true;
}

/* Looks through the entries before `end`, newest first. */
static void search_back(HistorySearch *search, size_t end) {
    search->failed = false;
    if (search->query.length == 0)
        return;
    while (end > 0)
        if (try_entry(search, --end))
            return;
    search->failed = true;
}

static bool same_entry(const HistorySearch *search, size_t a, size_t b) {
    size_t a_length, b_length;
    const char *a_text = history_get(search->history, a, &a_length);
    const char *b_text = history_get(search->history, b, &b_length);
    return a_length == b_length && memcmp(a_text, b_text, a_length) == 0;
}

void history_search_extend(HistorySearch *search, const char *bytes, size_t length) {
    byte_string_append(&search->query, bytes, length);
    search_back(search, search->found ? search->entry + 1 : history_count(search->history));
}

void history_search_shorten(HistorySearch *search) {
    ByteString *query = &search->query;
    if (query->length == 0)
        return;
    query->length = cluster_before(query->data, query->length, query->length);
    query->data[query->length] = '\0';
    search->found = false;
    search_back(search, history_count(search->history));
}

void history_search_older(HistorySearch *search) {
    size_t end = search->found ? search->entry : history_count(search->history);
    while (search->found && end > 0 && same_entry(search, end - 1, search->entry))
        end--;
    search_back(search, end);
}

void history_search_newer(HistorySearch *search) {
    if (!search->found || search->query.length == 0)
        return;
    size_t shown = search->entry;
    for (size_t index = shown + 1; index < history_count(search->history); index++)
        if (!same_entry(search, index, shown) && try_entry(search, index))
            return;
    search->failed = true;
}
