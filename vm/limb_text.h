/* Naturals of any size in and out of digits.
 *
 * A base that is a power of two is a matter of shifting. For the others a number is halved: split at (or put
 * together from) a power of the base about as long as half of it, so that conversion costs what
 * multiplication and division of large numbers cost, not the square of the length. */
#ifndef BIDE_VM_LIMB_TEXT_H
#define BIDE_VM_LIMB_TEXT_H

#include "vm/limbs.h"

/* No number of `count` limbs has more digits in `base` (2 to 36) than that. */
size_t limb_text_most_digits(size_t count, int base);

/* Writes the digits of `a`, which is trimmed, in lower case; zero is "0". Returns how many; 0: given up.
 * `out` has room for the most there can be. `a` is left as it is. */
size_t limb_text_write(char *out, const Limb *a, size_t count, int base, const LimbWatch *watch);

/* No number of that many digits has more limbs than that. */
size_t limb_text_most_limbs(size_t digits, int base);

/* The number with these digits (values, not characters; the first is the most significant). `out` has
 * limb_text_most_limbs(); *out_count is trimmed. False: given up. */
bool limb_text_read(Limb *out, size_t *out_count, const uint8_t *digits, size_t count, int base,
                    const LimbWatch *watch);

#endif
