/* The table holds 33,000 names in 190 KB, of which nothing is unpacked: a search reads it from one end to the
 * other.
 *
 * A name is words. All words there are stand in three dictionaries, in the order of the alphabet: each word
 * is a digit that says how many characters are those of the word before, and the other characters in lower
 * case. The most frequent ones have a number of one digit (of 92, the printable characters that need no
 * escape in C), others of two or three. The names follow one another in the order of their code points, which
 * are given as runs. A name begins with a digit that says how many words are those of the name before and how
 * many come new; then come the numbers of these. Names that are made from the code point, Hangul syllables
 * and ideographs, are computed. */
#include "lexer/character_name.h"

#include <stdlib.h>
#include <string.h>

#pragma GCC diagnostic ignored "-Woverlength-strings" /* ISO C asks compilers for 4,095 bytes only */
#include "lexer/character_name_table.h"

enum { MOST_WORDS = 24, LONGEST_NAME = 96, LONGEST_WORD = 64, DIGIT_COUNT = 92, NO_WORD = -1 };

static int digit_value(char c) {
    return c - ' ' - (c > '"') - (c > '?') - (c > '\\');
}

static char to_lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

/* --- Words ------------------------------------------------------------------------------------------------
 */

typedef struct Word {
    const char *chars; /* in lower case */
    size_t length;
    int number; /* of the word; NO_WORD until it is found */
} Word;

static void find_in_dictionary(const char *dictionary, int number, Word *words, int count) {
    char word[LONGEST_WORD];
    while (*dictionary != '~') {
        size_t length = (size_t)digit_value(*dictionary++);
        while (*dictionary == '-' || *dictionary >= '0') {
            if (*dictionary == '~') {
                break;
            }
            word[length++] = *dictionary++;
        }
        for (int i = 0; i < count; i++) {
            if (words[i].length == length && memcmp(words[i].chars, word, length) == 0) {
                words[i].number = number;
            }
        }
        number++;
    }
}

/* Cut a name in lower case into words, and find their numbers; 0 if there are too many or unknown ones. */
static int find_words(const char *name, size_t length, Word *words) {
    int count = 0;
    for (size_t start = 0; start <= length;) {
        const char *space = memchr(name + start, ' ', length - start);
        size_t end = space != NULL ? (size_t)(space - name) : length;
        if (count == MOST_WORDS) {
            return 0;
        }
        words[count++] = (Word){name + start, end - start, NO_WORD};
        start = end + 1;
    }
    find_in_dictionary(words_of_one, 0, words, count);
    find_in_dictionary(words_of_two, ONE_DIGIT_WORDS, words, count);
    find_in_dictionary(words_of_three, ONE_DIGIT_WORDS + TWO_DIGIT_WORDS * DIGIT_COUNT, words, count);
    for (int i = 0; i < count; i++) {
        if (words[i].number == NO_WORD) {
            return 0;
        }
    }
    return count;
}

/* --- Names ------------------------------------------------------------------------------------------------
 */

/* The number of the word at `*cursor`. */
static int read_word(const char **cursor) {
    int first = digit_value(*(*cursor)++);
    if (first < ONE_DIGIT_WORDS) {
        return first;
    }
    first -= ONE_DIGIT_WORDS;
    if (first < TWO_DIGIT_WORDS) {
        return ONE_DIGIT_WORDS + first * DIGIT_COUNT + digit_value(*(*cursor)++);
    }
    int number = (first - TWO_DIGIT_WORDS) * DIGIT_COUNT + digit_value(*(*cursor)++);
    number = number * DIGIT_COUNT + digit_value(*(*cursor)++);
    return ONE_DIGIT_WORDS + TWO_DIGIT_WORDS * DIGIT_COUNT + number;
}

static bool find_in_names(const Word *words, int count, uint32_t *code_point) {
    const char *cursor = names;
    int matching = 0; /* how many words of the name before are those that we look for */
    for (size_t run = 0; run < sizeof runs / sizeof *runs; run++) {
        for (uint32_t i = 0; i < runs[run].count; i++) {
            int head = digit_value(*cursor++);
            int shared = head / NEW_WORDS, fresh = head % NEW_WORDS;
            if (fresh == 0) {
                fresh = digit_value(*cursor++);
            }
            matching = matching < shared ? matching : shared;
            for (int j = shared; j < shared + fresh; j++) {
                int number = read_word(&cursor);
                matching += matching == j && j < count && words[j].number == number;
            }
            if (matching == count && shared + fresh == count) {
                *code_point = runs[run].first + i;
                return true;
            }
        }
    }
    return false;
}

/* --- Computed names ---------------------------------------------------------------------------------------
 */

/* Take the longest of `parts` that the text begins with; its index, or -1. */
static int take_part(const char *const *parts, int count, const char **cursor, const char *end) {
    int best = -1;
    size_t best_length = 0;
    for (int i = 0; i < count; i++) {
        size_t length = strlen(parts[i]);
        if (length <= (size_t)(end - *cursor) && memcmp(*cursor, parts[i], length) == 0 &&
            (best < 0 || length > best_length)) {
            best = i;
            best_length = length;
        }
    }
    *cursor += best_length;
    return best;
}

/* HANGUL SYLLABLE GAGG: an initial, a vowel, a final. */
static bool find_syllable(const char *cursor, const char *end, uint32_t *code_point) {
    static const char *const initials[] = {"G",  "GG", "N", "D",  "DD", "R", "M", "B", "BB", "S",
                                           "SS", "",   "J", "JJ", "C",  "K", "T", "P", "H"};
    static const char *const vowels[] = {"A",  "AE", "YA", "YAE", "EO", "E",  "YEO", "YE", "O",  "WA", "WAE",
                                         "OE", "YO", "U",  "WEO", "WE", "WI", "YU",  "EU", "YI", "I"};
    static const char *const finals[] = {"",   "G",  "GG", "GS", "N",  "NJ", "NH", "D", "L",  "LG",
                                         "LM", "LB", "LS", "LT", "LP", "LH", "M",  "B", "BS", "S",
                                         "SS", "NG", "J",  "C",  "K",  "T",  "P",  "H"};
    enum { FIRST = 0xac00, VOWELS = sizeof vowels / sizeof *vowels, FINALS = sizeof finals / sizeof *finals };
    int initial = take_part(initials, sizeof initials / sizeof *initials, &cursor, end);
    int vowel = take_part(vowels, VOWELS, &cursor, end);
    int final = take_part(finals, FINALS, &cursor, end);
    if (initial < 0 || vowel < 0 || final < 0 || cursor != end) {
        return false;
    }
    *code_point = FIRST + (uint32_t)((initial * VOWELS + vowel) * FINALS + final);
    return true;
}

/* A prefix, then the number in hexadecimal digits. */
static bool find_computed(const char *name, size_t length, uint32_t *code_point) {
    static const char hangul[] = "HANGUL SYLLABLE ";
    if (length > strlen(hangul) && memcmp(name, hangul, strlen(hangul)) == 0) {
        return find_syllable(name + strlen(hangul), name + length, code_point);
    }
    for (size_t i = 0; i < sizeof computed / sizeof *computed; i++) {
        size_t prefix = strlen(computed[i].prefix), digits = length - prefix;
        if (length <= prefix || memcmp(name, computed[i].prefix, prefix) != 0 || digits < 4 || digits > 5) {
            continue;
        }
        char number[8] = {0};
        memcpy(number, name + prefix, digits);
        uint32_t value = (uint32_t)strtoul(number, NULL, 16);
        if (strspn(number, "0123456789ABCDEF") == digits && value >= computed[i].first &&
            value <= computed[i].last) {
            *code_point = value;
            return true;
        }
    }
    return false;
}

bool character_by_name(const char *name, size_t length, uint32_t *code_point) {
    char lower[LONGEST_NAME];
    if (length == 0 || length > sizeof lower) {
        return false;
    }
    if (find_computed(name, length, code_point)) {
        return true;
    }
    for (size_t i = 0; i < length; i++) {
        lower[i] = to_lower(name[i]);
    }
    Word words[MOST_WORDS];
    int count = find_words(lower, length, words);
    return count > 0 && find_in_names(words, count, code_point);
}
