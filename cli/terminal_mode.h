/* The terminal itself: whether there is one, how large it is, and the mode its driver is in.
 *
 * *Raw* here means: every key arrives at once, unechoed and uninterpreted, Ctrl-C included. Output processing
 * stays as it was, so that other people's "\n" still begins a row while a line is being edited.
 */
#ifndef BIDE_CLI_TERMINAL_MODE_H
#define BIDE_CLI_TERMINAL_MODE_H

#include <stdbool.h>
#include <termios.h>

typedef struct {
    int input; /* the terminal's descriptor; -1 when there is no terminal, and then nothing here has an effect
                */
    bool raw;
    bool signals;          /* Ctrl-C makes a signal although the mode is raw */
    struct termios cooked; /* the mode found when raw mode was entered, to be given back */
} TerminalMode;

/* True when both descriptors are terminals and TERM names one that understands cursor movement. */
bool terminal_is_capable(int input, int output);

/* Asks for the size; answers false, leaving the numbers alone, when it cannot be had. */
bool terminal_size(int output, int *columns, int *rows);

/* Enters raw mode; leaves it. Doing either twice is harmless. */
void terminal_enter_raw(TerminalMode *mode);
void terminal_leave_raw(TerminalMode *mode);

/* In raw mode: lets Ctrl-C make a signal, or arrive as a byte. Costs nothing when it already is so. */
void terminal_set_signals(TerminalMode *mode, bool on);

#endif
