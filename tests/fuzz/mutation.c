#include "tests/fuzz/mutation.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void *grow(void *items, size_t count, size_t item_size) {
    items = realloc(items, count * item_size);
    if (!items)
        abort();
    return items;
}

/* --- The corpus */

/* Is the character a part of a word? Those beyond ASCII count. */
static bool is_word(char c) {
    return isalnum((unsigned char)c) || c == '_' || (c & 0x80);
}

/* A plain string of one line is one piece, lest most mutations should leave it open; an f-string is many. */
static size_t piece_length(const char *text, char before) {
    size_t length = 1;
    if ((*text == '"' || *text == '\'') && before != *text && (before | 32) != 'f') {
        length += strcspn(text + 1, *text == '"' ? "\"\n\\" : "'\n\\");
        length = text[length] == *text && length > 1 ? length + 1 : 1;
    } else if (is_word(*text)) {
        while (is_word(text[length]))
            length++;
    } else if (*text == ' ') {
        length = strspn(text, " ");
    }
    return length;
}

static void cut(Script *script, size_t length) {
    script->pieces = grow(NULL, length + 1, sizeof *script->pieces);
    script->line_starts = grow(NULL, length + 1, sizeof *script->line_starts);
    bool at_line_start = true;
    for (const char *text = script->text; *text; text += script->pieces[script->piece_count++].length) {
        script->pieces[script->piece_count] =
            (Piece){text, (uint32_t)piece_length(text, text > script->text ? text[-1] : '\n')};
        if (at_line_start && *text != ' ' && *text != '\n')
            script->line_starts[script->line_start_count++] = script->piece_count;
        at_line_start = *text == '\n';
    }
}

bool corpus_add(Corpus *corpus, const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file)
        return false;
    Script script = {.text = grow(NULL, 1, 1)};
    size_t length = 0, count;
    char block[4096];
    while ((count = fread(block, 1, sizeof block, file)) > 0) {
        script.text = grow(script.text, length + count + 1, 1);
        memcpy(script.text + length, block, count);
        length += count;
    }
    fclose(file);
    script.text[length] = '\0';
    cut(&script, length);
    corpus->scripts = grow(corpus->scripts, (size_t)corpus->script_count + 1, sizeof script);
    corpus->scripts[corpus->script_count++] = script;
    return script.line_start_count > 0;
}

void corpus_free(Corpus *corpus) {
    for (int i = 0; i < corpus->script_count; i++) {
        free(corpus->scripts[i].text);
        free(corpus->scripts[i].pieces);
        free(corpus->scripts[i].line_starts);
    }
    free(corpus->scripts);
    *corpus = (Corpus){0};
}

/* --- Chance */

/* SplitMix64: a step and a scramble. */
static uint64_t next_random(uint64_t *state) {
    uint64_t z = *state += 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

/* From 0 to limit - 1. */
static int below(uint64_t *state, int limit) {
    return limit > 0 ? (int)(next_random(state) % (uint64_t)limit) : 0;
}

static const char *const spice[] = {"(",
                                    ")",
                                    "[",
                                    "]",
                                    "{",
                                    "}",
                                    ":",
                                    ",",
                                    "*",
                                    "**",
                                    "=",
                                    ":=",
                                    "==",
                                    "->",
                                    ".",
                                    "...",
                                    ";",
                                    "@",
                                    "!",
                                    "\\",
                                    "'",
                                    "\"",
                                    "'''",
                                    "\"\"\"",
                                    "#",
                                    "\n",
                                    "\n    ",
                                    "\n\t",
                                    "\t",
                                    "\f",
                                    "\r",
                                    " ",
                                    "  ",
                                    "f'",
                                    "f'{",
                                    "f\"\"\"{",
                                    "}'",
                                    "!r",
                                    ":{",
                                    "{{",
                                    "}}",
                                    "rb'",
                                    "b'\\xff'",
                                    "'\\N{DASH}'",
                                    "'\\u12'",
                                    "f'{x!r:>{y}}'",
                                    "f'{f\"{1}\"}'",
                                    "not",
                                    "in",
                                    "is",
                                    "and",
                                    "or",
                                    "if",
                                    "else",
                                    "elif",
                                    "for",
                                    "while",
                                    "async",
                                    "await",
                                    "yield",
                                    "yield from",
                                    "lambda",
                                    "lambda x: ",
                                    "return",
                                    "raise",
                                    "from",
                                    "import",
                                    "as",
                                    "with",
                                    "try:",
                                    "except",
                                    "except*",
                                    "finally:",
                                    "else:",
                                    "del",
                                    "global",
                                    "nonlocal",
                                    "class",
                                    "def",
                                    "assert",
                                    "pass",
                                    "break",
                                    "continue",
                                    "match x:",
                                    "case",
                                    "case _:",
                                    "type",
                                    "type X = ",
                                    "[T]",
                                    "[T: int = str]",
                                    "[*Ts, **P]",
                                    "None",
                                    "True",
                                    "0",
                                    "0x",
                                    "0b2",
                                    "1_000",
                                    "1__0",
                                    "1e400",
                                    "1.5.2",
                                    "007",
                                    "12abc",
                                    "99999999999999999999",
                                    "x",
                                    "_",
                                    "__class__",
                                    "super()",
                                    "x for x in y",
                                    "x := 1",
                                    "async for x in y",
                                    "$",
                                    "?",
                                    "`",
                                    "<>",
                                    "\xc2\xa0",
                                    "\xe2\x80\x9c",
                                    "\xc3\xa9",
                                    "\xef\xac\x81",
                                    "\xef\xbb\xbf",
                                    "\xff",
                                    "\xed\xa0\x80",
                                    "print ",
                                    "exec ",
                                    "*a, b = ",
                                    "a = b = ",
                                    "x: int",
                                    "# coding: latin-1\n",
                                    "from __future__ import annotations\n"};

/* Two of a kind make one level. */
static const char *const nests[][2] = {{"(", ")"},
                                       {"[", "]"},
                                       {"{", "}"},
                                       {"-", ""},
                                       {"not ", ""},
                                       {"f(", ")"},
                                       {"x[", "]"},
                                       {"lambda: ", ""},
                                       {"await ", ""},
                                       {"f'{", "}'"},
                                       {"x if y else ", ""},
                                       {"a + (", ")"},
                                       {"[x for x in ", "]"},
                                       {"*", ""},
                                       {"x.", "y"},
                                       {"if x:\n", ""}};

static Piece random_spice(uint64_t *state) {
    const char *chars = spice[below(state, sizeof spice / sizeof *spice)];
    return (Piece){chars, (uint32_t)strlen(chars)};
}

static const Script *random_script(const Corpus *corpus, uint64_t *state) {
    const Script *script;
    do {
        script = &corpus->scripts[below(state, corpus->script_count)];
    } while (script->line_start_count == 0);
    return script;
}

/* --- The pieces of an input */

/* Put `count` pieces in at `at`; they may be the input's own. */
static void insert(MutatedInput *input, int at, const Piece *pieces, int count) {
    Piece *copy = grow(NULL, (size_t)count + 1, sizeof *copy);
    if (count > 0)
        memcpy(copy, pieces, (size_t)count * sizeof *copy);
    if (input->piece_count + count > input->piece_capacity) {
        input->piece_capacity = 2 * (input->piece_count + count);
        input->pieces = grow(input->pieces, (size_t)input->piece_capacity, sizeof *input->pieces);
    }
    memmove(input->pieces + at + count, input->pieces + at, (size_t)(input->piece_count - at) * sizeof *copy);
    memcpy(input->pieces + at, copy, (size_t)count * sizeof *copy);
    input->piece_count += count;
    free(copy);
}

static void delete (MutatedInput *input, int at, int count) {
    if (count > input->piece_count - at)
        count = input->piece_count - at;
    memmove(input->pieces + at, input->pieces + at + count,
            (size_t)(input->piece_count - at - count) * sizeof *input->pieces);
    input->piece_count -= count;
}

/* Whole lines from one script: mostly a few, sometimes all of them. */
static void take_lines(const Corpus *corpus, uint64_t *state, MutatedInput *input) {
    enum { MOST_PIECES = 400 };
    const Script *script = random_script(corpus, state);
    int first = below(state, script->line_start_count);
    int last = first + 1 + below(state, 8);
    int start = script->line_starts[first];
    int end = last < script->line_start_count ? script->line_starts[last] : script->piece_count;
    if (below(state, 50) == 0) {
        start = 0;
        end = script->piece_count;
    } else if (end - start > MOST_PIECES) {
        end = start + MOST_PIECES;
    }
    input->piece_count = 0;
    insert(input, 0, script->pieces + start, end - start);
}

static void nest(uint64_t *state, MutatedInput *input, int at) {
    static const int depths[] = {3, 12, 60, 250, 3000};
    int way = below(state, sizeof nests / sizeof *nests);
    int depth = depths[below(state, sizeof depths / sizeof *depths)];
    for (int side = 1; side >= 0; side--) {
        Piece piece = {nests[way][side], (uint32_t)strlen(nests[way][side])};
        Piece *pieces = grow(NULL, (size_t)depth, sizeof *pieces);
        for (int i = 0; i < depth; i++)
            pieces[i] = piece;
        int width = side && at < input->piece_count ? 1 : 0;
        insert(input, at + width, pieces, depth);
        free(pieces);
    }
}

/* The line that holds the piece gets another indentation. */
static void indent(uint64_t *state, MutatedInput *input, int at) {
    static const char *const blanks[] = {"", " ", "  ", "    ", "        ", "\t", " \t", "     "};
    while (at > 0 && input->pieces[at - 1].chars[0] != '\n')
        at--;
    if (at < input->piece_count && input->pieces[at].chars[0] == ' ')
        delete (input, at, 1);
    const char *chars = blanks[below(state, sizeof blanks / sizeof *blanks)];
    insert(input, at, &(Piece){chars, (uint32_t)strlen(chars)}, 1);
}

static void mutate(const Corpus *corpus, uint64_t *state, MutatedInput *input) {
    int at = below(state, input->piece_count), other = below(state, input->piece_count);
    if (input->piece_count == 0) {
        insert(input, 0, &(Piece){"x", 1}, 1);
        return;
    }
    switch (below(state, 12)) {
    case 0:
    case 1: delete (input, at, 1 + below(state, 3)); break;
    case 2: {
        int count = 1 + below(state, 12);
        if (count > input->piece_count - at)
            count = input->piece_count - at;
        insert(input, at, input->pieces + at, count);
        break;
    }
    case 3: {
        Piece piece = input->pieces[at];
        input->pieces[at] = input->pieces[other];
        input->pieces[other] = piece;
        break;
    }
    case 4:
    case 5: {
        Piece piece = random_spice(state);
        insert(input, at, &piece, 1);
        break;
    }
    case 6: input->pieces[at] = random_spice(state); break;
    case 7: {
        const Script *script = random_script(corpus, state);
        int start = below(state, script->piece_count), count = 1 + below(state, 20);
        if (count > script->piece_count - start)
            count = script->piece_count - start;
        insert(input, at, script->pieces + start, count);
        break;
    }
    case 8: indent(state, input, at); break;
    case 9: input->pieces[at] = input->pieces[other]; break;
    case 10:
        if (below(state, 4) == 0)
            nest(state, input, at);
        else
            delete (input, at, 1);
        break;
    default:
        if (below(state, 3) == 0)
            input->piece_count = at;
        else
            input->pieces[at] = random_spice(state);
        break;
    }
}

static void join(MutatedInput *input) {
    input->length = 0;
    for (int i = 0; i < input->piece_count; i++) {
        Piece piece = input->pieces[i];
        if (input->length + piece.length >= input->capacity) {
            input->capacity = 2 * (input->length + piece.length + 1);
            input->bytes = grow(input->bytes, input->capacity, 1);
        }
        memcpy(input->bytes + input->length, piece.chars, piece.length);
        input->length += piece.length;
    }
}

void mutation_make(const Corpus *corpus, uint64_t seed, uint64_t number, MutatedInput *input) {
    uint64_t state = seed * 0xd1342543de82ef95u + number;
    next_random(&state);
    take_lines(corpus, &state, input);
    int count = 1 + below(&state, below(&state, 3) ? 2 : 8);
    for (int i = 0; i < count; i++)
        mutate(corpus, &state, input);
    join(input);
    if (below(&state, 12) == 0) {
        for (int i = 1 + below(&state, 3); i > 0 && input->length > 0; i--)
            input->bytes[below(&state, (int)input->length)] = (char)below(&state, 256);
    }
}

void mutation_free(MutatedInput *input) {
    free(input->bytes);
    free(input->pieces);
    *input = (MutatedInput){0};
}
