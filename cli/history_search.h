/* Ctrl-R: looking for what is being typed in the history, from the newest entry backwards.
 *
 * A search shows one entry that contains the query, and where in it; when the query is in none, it says so
 * and goes on showing the last entry that fitted.
 */
#ifndef BIDE_CLI_HISTORY_SEARCH_H
#define BIDE_CLI_HISTORY_SEARCH_H

#include <stdbool.h>
#include <stddef.h>

#include "cli/byte_string.h"
#include "cli/history.h"

typedef struct {
    const History *history; /* NULL: no search is going on */
    ByteString query;
    bool found;   /* `entry` and `offset` mean something */
    bool failed;  /* the query as it is now is in no (further) entry */
    size_t entry; /* its number in the history */
    size_t offset;
} HistorySearch;

void history_search_begin(HistorySearch *search, const History *history);
void history_search_end(HistorySearch *search);

/* Adds to the query; takes its last character away. */
void history_search_extend(HistorySearch *search, const char *bytes, size_t length);
void history_search_shorten(HistorySearch *search);

/* Goes on to the next older (newer) entry that differs from the one shown. */
void history_search_older(HistorySearch *search);
void history_search_newer(HistorySearch *search);

#endif
