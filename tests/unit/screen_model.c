#include "tests/unit/screen_model.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lexer/char_width.h"

void screen_append_row(const Screen *screen, int row, char *out) {
    int last = screen->columns - 1;
    while (last >= 0 && (!screen->cells[row][last][0] || strcmp(screen->cells[row][last], " ") == 0))
        last--;
    for (int column = 0; column <= last; column++) {
        const char *cell = screen->cells[row][column];
        if (cell[0] != '\1')
            strcat(out, cell[0] ? cell : " ");
    }
    strcat(out, "\n");
}

static void screen_line_feed(Screen *screen) {
    screen->wrap_due = false;
    if (screen->row + 1 < screen->rows) {
        screen->row++;
        return;
    }
    if (strlen(screen->scrolled) < sizeof screen->scrolled - 8000)
        screen_append_row(screen, 0, screen->scrolled);
    memmove(screen->cells[0], screen->cells[1], sizeof screen->cells[0] * (size_t)(screen->rows - 1));
    memset(screen->cells[screen->rows - 1], 0, sizeof screen->cells[0]);
}

static void screen_blank(Screen *screen, int row, int from, int to) {
    for (int column = from; column < to; column++)
        screen->cells[row][column][0] = '\0';
}

static void screen_print(Screen *screen, const char *bytes, size_t length, uint32_t code_point) {
    int width = char_width(code_point);
    if (width == 0) {
        int column = screen->wrap_due ? screen->column : screen->column - 1;
        if (column >= 0 && screen->cells[screen->row][column][0] == '\1')
            column--;
        if (column >= 0 && strlen(screen->cells[screen->row][column]) + length < 40)
            strncat(screen->cells[screen->row][column], bytes, length);
        return;
    }
    if (screen->wrap_due || screen->column + width > screen->columns) {
        screen->column = 0;
        screen_line_feed(screen);
    }
    char *cell = screen->cells[screen->row][screen->column];
    if (cell[0] == '\1') /* half a wide character is none */
        screen->cells[screen->row][screen->column - 1][0] = '\0';
    int after = screen->column + width;
    if (after < screen->columns && screen->cells[screen->row][after][0] == '\1')
        screen->cells[screen->row][after][0] = '\0';
    snprintf(cell, 40, "%.*s", (int)length, bytes);
    if (width == 2)
        strcpy(screen->cells[screen->row][screen->column + 1], "\1");
    screen->column = after;
    if (after == screen->columns) {
        screen->column--;
        screen->wrap_due = true;
    }
}

static void screen_csi(Screen *screen, const char *parameters, char letter) {
    int number = *parameters ? atoi(parameters) : letter == 'J' || letter == 'K' ? 0 : 1;
    switch (letter) {
    case 'A': screen->row = screen->row - number < 0 ? 0 : screen->row - number; break;
    case 'B':
        screen->row = screen->row + number >= screen->rows ? screen->rows - 1 : screen->row + number;
        break;
    case 'G': screen->column = number > screen->columns ? screen->columns - 1 : number - 1; break;
    case 'H': screen->row = screen->column = 0; break;
    case 'J':
        cr_assert(number == 0 || number == 2);
        if (number == 0)
            screen_blank(screen, screen->row, screen->column, screen->columns);
        for (int row = number == 0 ? screen->row + 1 : 0; row < screen->rows; row++)
            screen_blank(screen, row, 0, screen->columns);
        break;
    case 'K':
        cr_assert(number == 0);
        screen_blank(screen, screen->row, screen->column, screen->columns);
        break;
    case 'h':
    case 'l':
        cr_assert_str_eq(parameters, "?2004");
        screen->paste_marks = letter == 'h';
        return;
    default: cr_assert_fail("unexpected code: CSI %s %c", parameters, letter);
    }
    screen->wrap_due = false;
}

/* Handles one code or character; answers its length, or 0 if it is not complete. */
static size_t screen_take(Screen *screen, const char *bytes, size_t length) {
    unsigned char byte = (unsigned char)bytes[0];
    if (byte == '\r') {
        screen->column = 0;
        screen->wrap_due = false;
        return 1;
    }
    if (byte == '\n') {
        screen_line_feed(screen);
        return 1;
    }
    if (byte == 0x1B) {
        size_t end = 2;
        while (end < length && ((unsigned char)bytes[end] < 0x40))
            end++;
        if (end >= length)
            return 0;
        cr_assert_eq(bytes[1], '[');
        char parameters[32];
        snprintf(parameters, sizeof parameters, "%.*s", (int)(end - 2), bytes + 2);
        screen_csi(screen, parameters, bytes[end]);
        return end + 1;
    }
    cr_assert(byte >= 0x20 && byte != 0x7F, "unexpected control character %d", byte);
    if (char_announced_length(byte) > length)
        return 0;
    uint32_t code_point;
    size_t used = char_decode(bytes, length, &code_point);
    cr_assert_neq(code_point, CHAR_INVALID);
    screen_print(screen, bytes, used, code_point);
    return used;
}

void screen_write(void *data, const char *bytes, size_t length) {
    Screen *screen = data;
    screen->bytes += length;
    char *all = malloc(screen->left_over_length + length);
    memcpy(all, screen->left_over, screen->left_over_length);
    memcpy(all + screen->left_over_length, bytes, length);
    length += screen->left_over_length;
    size_t at = 0, used;
    while (at < length && (used = screen_take(screen, all + at, length - at)) > 0)
        at += used;
    screen->left_over_length = length - at;
    cr_assert(screen->left_over_length < sizeof screen->left_over);
    memcpy(screen->left_over, all + at, screen->left_over_length);
    free(all);
}

char *screen_text(const Screen *screen) {
    char *text = calloc(1, SCREEN_MOST_ROWS * SCREEN_MOST_COLUMNS * SCREEN_CELL_SIZE);
    for (int row = 0; row < screen->rows; row++)
        screen_append_row(screen, row, text);
    size_t length = strlen(text);
    while (length > 0 && text[length - 1] == '\n')
        text[--length] = '\0';
    return text;
}
