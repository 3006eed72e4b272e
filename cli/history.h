/* What was entered at the prompt, in this session and in earlier ones.
 *
 * The entries of the file (oldest first) come in when the history is opened; each new one is appended to the
 * file at once, so nothing is lost in a crash, and sessions that run side by side add to one file without
 * harm: a session appends under a lock, and shortening the file replaces it whole, under the same lock.
 * Entries that other sessions add meanwhile are seen by the next session.
 *
 * In the file an entry is one line: a newline inside it is written \n and a backslash \\. The file is
 * readable by its owner only. Trouble with the file is never an error: then the history lives in memory
 * alone.
 */
#ifndef BIDE_CLI_HISTORY_H
#define BIDE_CLI_HISTORY_H

#include <stddef.h>

typedef struct History History;

enum { HISTORY_USUAL_LIMIT = 2000 };

/* The file a session should use: $BIDE_HISTORY, or .bide_history in the home directory. NULL when there is
 * none (no home, or BIDE_HISTORY set to nothing: keep no file). The caller frees the answer. */
char *history_default_path(void);

/* Opens a history that keeps the newest `limit` (1 or more) entries in memory and in the file. `path` may be
 * NULL: in memory only. Never NULL. */
History *history_open(const char *path, size_t limit);

/* Cuts the file down to its limit if it has grown beyond, and frees the history. */
void history_close(History *history);

/* Adds an entry, which may have several lines; trailing newlines are dropped. A blank entry, or one equal to
 * the newest, is not added. */
void history_add(History *history, const char *text, size_t length);

size_t history_count(const History *history);

/* Entry number `index` (0 is the oldest), NUL-terminated; `length` may be NULL. Valid until the next
 * history_add. */
const char *history_get(const History *history, size_t index, size_t *length);

#endif
