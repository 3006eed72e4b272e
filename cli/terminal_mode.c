#include "cli/terminal_mode.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

bool terminal_is_capable(int input, int output) {
    const char *term = getenv("TERM");
    return term && *term && strcmp(term, "dumb") != 0 && isatty(input) && isatty(output);
}

bool terminal_size(int output, int *columns, int *rows) {
    struct winsize size;
    if (output < 0 || ioctl(output, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0)
        return false;
    *columns = size.ws_col;
    *rows = size.ws_row;
    return true;
}

static bool apply_raw(const TerminalMode *mode) {
    struct termios raw = mode->cooked;
    raw.c_iflag &= ~(tcflag_t)(BRKINT | ICRNL | INLCR | IGNCR | INPCK | ISTRIP | IXON);
    raw.c_lflag &= ~(tcflag_t)(ECHO | ECHONL | ICANON | IEXTEN | ISIG);
    if (mode->signals)
        raw.c_lflag |= ISIG;
    raw.c_cflag |= CS8;
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    raw.c_cc[VSUSP] = raw.c_cc[VQUIT] = _POSIX_VDISABLE; /* of the signals only Ctrl-C: Ctrl-Z stays a key */
    return tcsetattr(mode->input, TCSANOW, &raw) == 0;
}

void terminal_enter_raw(TerminalMode *mode) {
    if (mode->input < 0 || mode->raw || tcgetattr(mode->input, &mode->cooked) != 0)
        return;
    mode->signals = false;
    mode->raw = apply_raw(mode);
}

void terminal_leave_raw(TerminalMode *mode) {
    if (!mode->raw)
        return;
    tcsetattr(mode->input, TCSANOW, &mode->cooked);
    mode->raw = false;
}

void terminal_set_signals(TerminalMode *mode, bool on) {
    if (!mode->raw || mode->signals == on)
        return;
    mode->signals = on;
    apply_raw(mode);
}
