/* Follows what others print, to know where on its row of the terminal they leave the cursor. */
#ifndef BIDE_CLI_OUTPUT_COLUMN_H
#define BIDE_CLI_OUTPUT_COLUMN_H

#include <stdbool.h>
#include <stddef.h>

typedef struct {
    int column;    /* since the last newline; larger than the terminal's width when the row was wrapped */
    bool row_used; /* something stands on this row, even if the cursor went back to its start */
    enum { OUTPUT_TEXT, OUTPUT_AFTER_ESCAPE, OUTPUT_IN_CSI, OUTPUT_IN_OSC } state;
} OutputColumn;

void output_column_note(OutputColumn *output, const char *bytes, size_t length);

#endif
