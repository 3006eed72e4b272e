/* Mutation: programs that are almost right.
 *
 * A Corpus holds scripts, cut into pieces (words, blanks, line ends, single characters). A mutated input is a
 * run of whole lines of one script in which a few pieces are deleted, doubled, swapped, replaced, put in from
 * elsewhere or from a list of what is likely to hurt, nested deep, indented otherwise, or broken byte by
 * byte. The same seed and number make the same input on every machine, so an input that was found bad is
 * named by them.
 */
#ifndef BIDE_TESTS_FUZZ_MUTATION_H
#define BIDE_TESTS_FUZZ_MUTATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct Piece {
    const char *chars; /* not NUL-terminated; owned by the corpus, or a constant */
    uint32_t length;
} Piece;

typedef struct Script {
    char *text;
    Piece *pieces;
    int piece_count;
    int *line_starts; /* the pieces that begin a line without indentation */
    int line_start_count;
} Script;

typedef struct Corpus {
    Script *scripts;
    int script_count;
} Corpus;

/* An input; its memory is used again for the next one. */
typedef struct MutatedInput {
    char *bytes; /* may hold NUL bytes */
    size_t length, capacity;
    Piece *pieces;
    int piece_count, piece_capacity;
} MutatedInput;

/* Add the script at `path`; false when it cannot be read (errno says why) or is empty. */
bool corpus_add(Corpus *corpus, const char *path);
void corpus_free(Corpus *corpus);

/* Make the input with this number; `corpus` must hold a script. The input owns its bytes until the next call.
 */
void mutation_make(const Corpus *corpus, uint64_t seed, uint64_t number, MutatedInput *input);
void mutation_free(MutatedInput *input);

#endif
