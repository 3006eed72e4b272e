/* Text of floats: the shortest that reads back as the same number, the fixed formats e, f and g, and reading.
 *
 * The C library's printf and strtod round exactly; what is done here is to find the shortest precision, and
 * to lay the digits out as the language does (at least two exponent digits, ".0" where nothing else tells a
 * float). */
#ifndef BIDE_STDLIB_FORMAT_FLOAT_TEXT_H
#define BIDE_STDLIB_FORMAT_FLOAT_TEXT_H

#include "vm/vm.h"

enum { FLOAT_TEXT_SIZE = 32 }; /* enough for any shortest text, with its NUL */

/* repr(number): "0.1", "1e+16", "inf", "-0.0". Returns the length. */
int float_text_repr(double number, char out[FLOAT_TEXT_SIZE]);

/* The shortest significant digits that read back as `number` (finite), without sign, point or trailing zeros
 * ("0" for zero), and where the point stands: the number is 0.DIGITS * 10 ** *point. Returns how many. */
int float_text_shortest(double number, char digits[FLOAT_TEXT_SIZE], int *point);

/* Appends |number| in format 'e', 'f', 'g' (lower case; finite) with `precision` digits; `alternate` keeps
 * the point and, for 'g', trailing zeros. */
void float_text_fixed(StringBuilder *out, double number, char format, int precision, bool alternate);

/* Reads what float() accepts: white space around it, underscores between digits, inf, infinity, nan. False:
 * none of these. */
bool float_text_parse(const char *text, size_t count, double *number);

#endif
