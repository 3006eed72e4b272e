#include "cli/output_column.h"

#include "lexer/char_width.h"

enum { TAB_STOP = 8 };

/* The byte is part of an escape sequence: colours and titles take no columns. */
static void note_code(OutputColumn *output, unsigned char byte) {
    if (output->state == OUTPUT_AFTER_ESCAPE)
        output->state = byte == '[' ? OUTPUT_IN_CSI : byte == ']' ? OUTPUT_IN_OSC : OUTPUT_TEXT;
    else if (output->state == OUTPUT_IN_CSI && byte >= 0x40)
        output->state = OUTPUT_TEXT;
    else if (output->state == OUTPUT_IN_OSC && (byte == '\a' || byte == '\\'))
        output->state = OUTPUT_TEXT;
}

void output_column_note(OutputColumn *output, const char *bytes, size_t length) {
    for (size_t at = 0; at < length;) {
        unsigned char byte = (unsigned char)bytes[at];
        if (output->state != OUTPUT_TEXT) {
            note_code(output, byte);
            at++;
        } else if (byte >= 0x20 && byte != 0x7F) {
            Cluster cluster = cluster_at(bytes, length, at);
            output->column += cluster.width;
            output->row_used = true;
            at += cluster.length;
        } else {
            if (byte == '\n' || byte == '\r')
                output->column = 0;
            if (byte == '\n')
                output->row_used = false;
            if (byte == '\t')
                output->column += TAB_STOP - output->column % TAB_STOP;
            else if (byte == '\b' && output->column > 0)
                output->column--;
            else if (byte == 0x1B)
                output->state = OUTPUT_AFTER_ESCAPE;
            at++;
        }
    }
}
