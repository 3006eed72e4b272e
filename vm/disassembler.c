#include "vm/disassembler.h"

#include <stdio.h>
#include <stdlib.h>

#include "vm/dict.h"
#include "vm/memory.h"
#include "vm/source_text.h"
#include "vm/vm.h"

enum { NO_REGISTER = 0xffff };
enum { OPERANDS_COLUMN = 28, EFFECT_COLUMN = 52, MAX_CONSTANT_CHARS = 40 };

typedef struct OpcodeInfo {
    const char *name;
    int words;
    const char *operands;
    const char *effect;
} OpcodeInfo;

static const OpcodeInfo opcode_infos[] = {
#define X(name, words, operands, effect) {#name, words, operands, effect},
    OPCODES(X)
#undef X
};

typedef struct Listing {
    Vm *vm;
    const Code *code;
    StringBuilder *out;
    int *labels; /* by word index: the label's number, or 0 */
} Listing;

/* --- What operands stand for */

static void add_register(Listing *listing, int reg) {
    const Code *code = listing->code;
    if (reg < code->local_count && code->local_names[reg] != NULL)
        builder_add_string(listing->out, code->local_names[reg]);
    else if (reg == NO_REGISTER)
        builder_add_char(listing->out, '-');
    else
        builder_format(listing->vm, listing->out, "r%d", reg);
}

static void add_shortened(StringBuilder *out, const String *text) {
    if (text->byte_count <= MAX_CONSTANT_CHARS) {
        builder_add_string(out, text);
        return;
    }
    size_t count = MAX_CONSTANT_CHARS - 3;
    while (count > 0 && (text->chars[count] & 0xc0) == 0x80)
        count--; /* not in the middle of a character */
    builder_add_chars(out, text->chars, count);
    builder_add_c(out, "...");
}

static void add_constant(Listing *listing, int index, bool is_name) {
    StringBuilder *out = listing->out;
    if (index >= (int)listing->code->constant_count) {
        builder_add_c(out, "-");
        return;
    }
    Value constant = listing->code->constants[index];
    if (is_kind(constant, KIND_CODE)) {
        builder_format(listing->vm, out, "<code %S>", AS(Code, constant)->qualname);
    } else if (is_name && is_string(constant)) {
        builder_add_string(out, AS(String, constant));
    } else {
        Value text = value_repr(listing->vm, constant);
        add_shortened(out, AS(String, text));
    }
}

static void add_global(Listing *listing, int slot) {
    const Dict *globals = listing->code->globals;
    if (globals != NULL && slot < (int)globals->used && is_string(globals->entries[slot].key))
        builder_add_string(listing->out, AS(String, globals->entries[slot].key));
    else
        builder_format(listing->vm, listing->out, "global %d", slot);
}

static void add_free(Listing *listing, int index) {
    const Code *code = listing->code;
    if (index < code->capture_count)
        builder_add_string(listing->out, code->free_names[index]);
}

static int operand(Instruction word, int index) {
    switch (index) {
    case 0: return word.a;
    case 1: return word.b;
    case 2: return word.c;
    default: return word.x;
    }
}

/* Does the effect speak of constant `field` as a name (`R[b].K[c]`, `name K[b]`)? */
static bool is_name_operand(const OpcodeInfo *info, int index) {
    char pattern[] = {'K', '[', "abcx"[index], ']', '\0'};
    const char *found = strstr(info->effect, pattern);
    if (found == NULL || found == info->effect)
        return false;
    size_t before = (size_t)(found - info->effect);
    static const char *const words[] = {".", "about ", "name ", "variable ", "method "};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t length = strlen(words[i]);
        if (before >= length && memcmp(found - length, words[i], length) == 0)
            return true;
    }
    return false;
}

/* --- Jumps */

static bool has_jump_word(const OpcodeInfo *info) {
    return strstr(info->effect, "+J") != NULL;
}

/* Where the instruction at `index` may jump to, or -1. */
static int64_t jump_target(const Code *code, uint32_t index) {
    Instruction word = code->instructions[index];
    const OpcodeInfo *info = &opcode_infos[word.op];
    if (has_jump_word(info))
        return (int64_t)index + 2 + code->instructions[index + 1].offset;
    return strchr(info->operands, 'j') != NULL ? (int64_t)index + 1 + word.offset : -1;
}

static void mark_label(Listing *listing, int64_t index) {
    if (index >= 0 && index <= (int64_t)listing->code->instruction_count)
        listing->labels[index] = 1;
}

static void find_labels(Listing *listing) {
    const Code *code = listing->code;
    for (uint32_t i = 0; i < code->instruction_count;
         i += (uint32_t)opcode_infos[code->instructions[i].op].words)
        mark_label(listing, jump_target(code, i));
    for (uint32_t i = 0; i < code->exception_count; i++)
        mark_label(listing, code->exceptions[i].handler);
    int number = 0;
    for (uint32_t i = 0; i <= code->instruction_count; i++) {
        if (listing->labels[i])
            listing->labels[i] = ++number;
    }
}

/* --- One instruction */

static size_t column(const StringBuilder *out) {
    size_t start = out->count;
    while (start > 0 && out->chars[start - 1] != '\n')
        start--;
    return utf8_length(out->chars + start, out->count - start);
}

static void pad_to(StringBuilder *out, size_t width) {
    do {
        builder_add_char(out, ' ');
    } while (column(out) < width);
}

/* The part of an effect that concerns this instruction: "x 0: this; 1: that" is a choice, and remarks on what
 * fields mean are for readers of opcodes.h. */
static const char *select_effect(const char *effect, int x, size_t *length) {
    if (strncmp(effect, "x 0: ", 5) == 0) {
        char choice[] = {(char)('0' + x), ':', ' ', '\0'};
        effect = strstr(effect, choice);
        if (effect == NULL)
            effect = "";
        else
            effect += 3;
        *length = strcspn(effect, ";");
        return effect;
    }
    static const char *const ends[] = {
        "; x ",
        ". x ",
        ". x: ",
        " +2",
        "; b 0xffff",
        ", c 0xffff",
        " (NOTHING",
        "; UnboundLocalError",
        "; NameError",
        ", or NameError",
        ", or if that is NOTHING",
        ", else global slot",
        ", a small integer",
        ", at a safepoint",
        ": called with",
    };
    *length = strlen(effect);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        const char *end = strstr(effect, ends[i]);
        if (end != NULL && (size_t)(end - effect) < *length)
            *length = (size_t)(end - effect);
    }
    return effect;
}

/* Is the register operand one that the instruction, with its x, has no use for? */
static bool is_idle(const OpcodeInfo *info, Instruction word, int index) {
    if (info->operands[index] != 'r' || word.x != 0)
        return false;
    size_t length;
    const char *effect = select_effect(info->effect, word.x, &length);
    for (size_t i = 1; i + 1 < length; i++) {
        if (effect[i] == "abc"[index] && strchr("[ +", effect[i - 1]) != NULL &&
            strchr("]) +", effect[i + 1]) != NULL)
            return false;
    }
    return true;
}

static void add_operands(Listing *listing, uint32_t index, const OpcodeInfo *info) {
    StringBuilder *out = listing->out;
    Instruction word = listing->code->instructions[index];
    const char *separator = "";
    for (int i = 0; i < 4; i++) {
        char letter = info->operands[i];
        int field = operand(word, i);
        if (letter == '.' || letter == 'B' || letter == 'j' || (letter == 'x' && field == 0) ||
            is_idle(info, word, i))
            continue;
        builder_add_c(out, separator);
        separator = ", ";
        switch (letter) {
        case 'r': add_register(listing, field); break;
        case 'k': add_constant(listing, field, is_name_operand(info, i)); break;
        case 'g': add_global(listing, field); break;
        case 'f': add_free(listing, field); break;
        case 'i': builder_format(listing->vm, out, "%d", word.offset); break;
        case 'x': builder_format(listing->vm, out, "x=%d", field); break;
        default: builder_format(listing->vm, out, "%d", field); break;
        }
    }
    int64_t target = jump_target(listing->code, index);
    if (target >= 0)
        builder_format(listing->vm, out, "%s-> L%d", *separator ? " " : "", listing->labels[target]);
}

/* The value of "a+1+b" for an instruction, reading up to a character that belongs to no sum. */
static int sum_operands(const char **text, Instruction word) {
    int sum = 0;
    for (;; (*text)++) {
        char c = **text;
        if (c >= 'a' && c <= 'c')
            sum += operand(word, c - 'a');
        else if (c == 'x')
            sum += word.x;
        else if (c >= '0' && c <= '9')
            sum += c - '0';
        else if (c != '+')
            return sum;
    }
}

/* No registers at all: in an argument list nothing is to be seen of them, not even a comma. */
static void add_nothing(StringBuilder *out, bool is_argument) {
    if (!is_argument)
        builder_add_c(out, "nothing");
    else if (out->count >= 2 && memcmp(out->chars + out->count - 2, ", ", 2) == 0)
        out->count -= 2;
}

/* "R[...]" or "R[... .. ...)": one register, or a row of them. `text` is behind the bracket; answers what
 * follows. */
static const char *add_register_reference(Listing *listing, const char *text, Instruction word) {
    int first = sum_operands(&text, word);
    if (strncmp(text, " .. ", 4) != 0) {
        add_register(listing, first);
        return text + 1;
    }
    text += 4;
    int last = sum_operands(&text, word) - (*text == ')');
    if (last < first) {
        add_nothing(listing->out, text[1] == ')');
    } else {
        add_register(listing, first);
        if (last > first) {
            builder_add_c(listing->out, " .. ");
            add_register(listing, last);
        }
    }
    return text + 1;
}

static bool starts(const char *text, const char *end, const char *prefix) {
    size_t length = strlen(prefix);
    return (size_t)(end - text) >= length && memcmp(text, prefix, length) == 0;
}

/* The effect with names and values in place of R[a], K[b], G[c] and the like. */
static void add_effect(Listing *listing, uint32_t index, const OpcodeInfo *info) {
    StringBuilder *out = listing->out;
    Instruction word = listing->code->instructions[index];
    size_t length;
    const char *text = select_effect(info->effect, word.x, &length), *end = text + length;
    while (text < end) {
        bool is_field = text[0] != '\0' && text + 3 < end + 1 && text[1] == '[';
        if (is_field && text[0] == 'R') {
            text = add_register_reference(listing, text + 2, word);
        } else if (is_field && text[0] == 'K' && text[3] == ']') {
            add_constant(listing, operand(word, text[2] - 'a'), is_name_operand(info, text[2] - 'a'));
            text += 4;
        } else if (is_field && text[0] == 'G' && text[3] == ']') {
            add_global(listing, operand(word, text[2] - 'a'));
            text += 4;
        } else if (is_field && text[0] == 'F' && text[3] == ']') {
            add_free(listing, operand(word, text[2] - 'a'));
            text += 4;
        } else if (starts(text, end, " == x, take the jump +J")) {
            builder_format(listing->vm, out, " is %s, jump", word.x ? "true" : "false");
            text += strlen(" == x, take the jump +J");
        } else if (starts(text, end, "take the jump +J")) {
            builder_add_c(out, "jump");
            text += strlen("take the jump +J");
        } else if (starts(text, end, "pc += offset")) {
            builder_add_c(out, "jump");
            text += strlen("pc += offset");
        } else if (starts(text, end, "offset")) {
            builder_format(listing->vm, out, "%d", word.offset);
            text += strlen("offset");
        } else {
            builder_add_char(out, *text++);
        }
    }
}

static void add_instruction(Listing *listing, uint32_t index) {
    StringBuilder *out = listing->out;
    const OpcodeInfo *info = &opcode_infos[listing->code->instructions[index].op];
    char label[16] = "";
    if (listing->labels[index])
        snprintf(label, sizeof label, "L%d:", listing->labels[index]);
    char start[48];
    snprintf(start, sizeof start, "%5s %5u  %s", label, (unsigned)index, info->name);
    builder_add_c(out, start);
    pad_to(out, OPERANDS_COLUMN);
    add_operands(listing, index, info);
    pad_to(out, EFFECT_COLUMN);
    builder_add_c(out, "; ");
    add_effect(listing, index, info);
    while (out->count > 0 && out->chars[out->count - 1] == ' ')
        out->count--;
    builder_add_char(out, '\n');
}

/* --- The whole */

static void add_source_line(Listing *listing, uint32_t line) {
    size_t length = 0;
    const char *text = NULL;
    if (listing->code->source != NULL)
        text = source_text_line(listing->code->source, (int)line, &length);
    char number[16];
    snprintf(number, sizeof number, "\n%4u |", (unsigned)line);
    builder_add_c(listing->out, number);
    if (length > 0) {
        builder_add_char(listing->out, ' ');
        builder_add_chars(listing->out, text, length);
    }
    builder_add_char(listing->out, '\n');
}

static void add_header(Listing *listing) {
    const Code *code = listing->code;
    StringBuilder *out = listing->out;
    const char *kind = code->flags & CODE_MODULE            ? "module"
                       : code->flags & CODE_CLASS_BODY      ? "class body"
                       : code->flags & CODE_ASYNC_GENERATOR ? "asynchronous generator"
                       : code->flags & CODE_COROUTINE       ? "coroutine"
                       : code->flags & CODE_GENERATOR       ? "generator"
                                                            : "function";
    builder_format(listing->vm, out, "== %S (%s, %S:%d, %d registers)\n", code->qualname, kind,
                   code->file_name, (int)code->first_line, (int)code->register_count);
    if (code->local_count > 0 && !(code->flags & CODE_MODULE)) {
        builder_add_c(out, "   locals:");
        for (int i = 0; i < code->local_count; i++)
            builder_format(listing->vm, out, "%s %S", i > 0 ? "," : "", code->local_names[i]);
        builder_add_char(out, '\n');
    }
    if (code->capture_count > 0) {
        builder_add_c(out, "   free variables:");
        for (int i = 0; i < code->capture_count; i++)
            builder_format(listing->vm, out, "%s %S", i > 0 ? "," : "", code->free_names[i]);
        builder_add_char(out, '\n');
    }
}

static void add_exception_table(Listing *listing) {
    const Code *code = listing->code;
    if (code->exception_count == 0)
        return;
    builder_add_c(listing->out, "\n   exceptions (the last line that covers an instruction counts):\n");
    for (uint32_t i = 0; i < code->exception_count; i++) {
        const ExceptionEntry *entry = &code->exceptions[i];
        builder_format(listing->vm, listing->out, "      in %d .. %d: put it in ", (int)entry->start,
                       (int)entry->end - 1);
        add_register(listing, entry->exception_register);
        builder_format(listing->vm, listing->out, ", go to L%d\n", listing->labels[entry->handler]);
    }
}

static void disassemble_one(Vm *vm, const Code *code, StringBuilder *out) {
    Listing listing = {.vm = vm, .code = code, .out = out};
    listing.labels = memory_new_zeroed((size_t)code->instruction_count + 1, sizeof(int));
    find_labels(&listing);
    add_header(&listing);
    uint32_t line = 0;
    for (uint32_t i = 0; i < code->instruction_count;
         i += (uint32_t)opcode_infos[code->instructions[i].op].words) {
        uint32_t own = code_position(code, i).line;
        if (own != line && own != 0) {
            line = own;
            add_source_line(&listing, line);
        }
        add_instruction(&listing, i);
    }
    add_exception_table(&listing);
    free(listing.labels);
}

void disassemble(Vm *vm, const Code *code, StringBuilder *out) {
    disassemble_one(vm, code, out);
    for (uint32_t i = 0; i < code->constant_count; i++) {
        if (is_kind(code->constants[i], KIND_CODE)) {
            builder_add_char(out, '\n');
            disassemble(vm, AS(Code, code->constants[i]), out);
        }
    }
}
