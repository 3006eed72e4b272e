#!/usr/bin/env python3
"""Writes lexer/character_name_table.h from the names of characters that Python carries (module unicodedata).

    lexer/character_name_table.py > lexer/character_name_table.h

The form is told in lexer/character_name.c.
"""
import collections
import sys
import unicodedata

# The digits: printable, and none that a C string would have to escape.
DIGITS = "".join(chr(c) for c in range(0x20, 0x7f) if chr(c) not in '"\\?')
assert len(DIGITS) == 92
ONE, TWO = 56, 30  # How many first digits make a word of one digit, of two; the others make one of three.
SHARED, NEW = 9, 10
COMPUTED = ["CJK UNIFIED IDEOGRAPH", "CJK COMPATIBILITY IDEOGRAPH", "TANGUT IDEOGRAPH", "NUSHU CHARACTER",
            "KHITAN SMALL SCRIPT CHARACTER"]

# Second names, which unicodedata knows but does not list: those it does not know are left out.
ALIASES = """
NULL,NUL,START OF HEADING,SOH,START OF TEXT,STX,END OF TEXT,ETX,END OF TRANSMISSION,EOT,ENQUIRY,ENQ,ACKNOWLEDGE,ACK,
ALERT,BEL,BACKSPACE,BS,CHARACTER TABULATION,HORIZONTAL TABULATION,HT,TAB,LINE FEED,NEW LINE,END OF LINE,LF,NL,EOL,
LINE TABULATION,VERTICAL TABULATION,VT,FORM FEED,FF,CARRIAGE RETURN,CR,SHIFT OUT,LOCKING-SHIFT ONE,SO,SHIFT IN,
LOCKING-SHIFT ZERO,SI,DATA LINK ESCAPE,DLE,DEVICE CONTROL ONE,DC1,DEVICE CONTROL TWO,DC2,DEVICE CONTROL THREE,DC3,
DEVICE CONTROL FOUR,DC4,NEGATIVE ACKNOWLEDGE,NAK,SYNCHRONOUS IDLE,SYN,END OF TRANSMISSION BLOCK,ETB,CANCEL,CAN,
END OF MEDIUM,EOM,EM,SUBSTITUTE,SUB,ESCAPE,ESC,INFORMATION SEPARATOR FOUR,FILE SEPARATOR,FS,
INFORMATION SEPARATOR THREE,GROUP SEPARATOR,GS,INFORMATION SEPARATOR TWO,RECORD SEPARATOR,RS,
INFORMATION SEPARATOR ONE,UNIT SEPARATOR,US,SP,DELETE,DEL,PADDING CHARACTER,PAD,HIGH OCTET PRESET,HOP,
BREAK PERMITTED HERE,BPH,NO BREAK HERE,NBH,INDEX,IND,NEXT LINE,NEL,START OF SELECTED AREA,SSA,END OF SELECTED AREA,ESA,
CHARACTER TABULATION SET,HORIZONTAL TABULATION SET,HTS,CHARACTER TABULATION WITH JUSTIFICATION,HTJ,
LINE TABULATION SET,VERTICAL TABULATION SET,VTS,PARTIAL LINE FORWARD,PARTIAL LINE DOWN,PLD,PARTIAL LINE BACKWARD,
PARTIAL LINE UP,PLU,REVERSE LINE FEED,REVERSE INDEX,RI,SINGLE SHIFT TWO,SINGLE-SHIFT-2,SS2,SINGLE SHIFT THREE,
SINGLE-SHIFT-3,SS3,DEVICE CONTROL STRING,DCS,PRIVATE USE ONE,PRIVATE USE-1,PU1,PRIVATE USE TWO,PRIVATE USE-2,PU2,
SET TRANSMIT STATE,STS,CANCEL CHARACTER,CCH,MESSAGE WAITING,MW,START OF GUARDED AREA,START OF PROTECTED AREA,SPA,
END OF GUARDED AREA,END OF PROTECTED AREA,EPA,START OF STRING,SOS,SINGLE GRAPHIC CHARACTER INTRODUCER,SGC,
SINGLE CHARACTER INTRODUCER,SCI,CONTROL SEQUENCE INTRODUCER,CSI,STRING TERMINATOR,ST,OPERATING SYSTEM COMMAND,OSC,
PRIVACY MESSAGE,PM,APPLICATION PROGRAM COMMAND,APC,NBSP,SHY,LATIN CAPITAL LETTER GHA,LATIN SMALL LETTER GHA,CGJ,ALM,SAM,
FVS1,FVS2,FVS3,FVS4,MVS,ZWSP,ZWNJ,ZWJ,LRM,RLM,LRE,RLE,PDF,LRO,RLO,NNBSP,MMSP,WJ,LRI,RLI,FSI,PDI,
WEIERSTRASS ELLIPTIC FUNCTION,MICR ON US SYMBOL,MICR DASH SYMBOL,BYTE ORDER MARK,BOM,ZWNBSP,
PRESENTATION FORM FOR VERTICAL RIGHT WHITE LENTICULAR BRACKET
"""


def is_known(name):
    """Some names unicodedata gives but does not find."""
    try:
        return bool(unicodedata.lookup(name))
    except KeyError:
        return False


def is_computed(name, code):
    return name.startswith("HANGUL SYLLABLE ") or any(name == "%s-%04X" % (prefix, code) for prefix in COMPUTED)


def computed_ranges():
    for prefix in COMPUTED:
        found = []
        for code in range(0x110000):
            if unicodedata.name(chr(code), "") == "%s-%04X" % (prefix, code):
                if found and found[-1][1] == code - 1:
                    found[-1][1] = code
                else:
                    found.append([code, code])
        for first, last in found:
            if is_known("%s-%04X" % (prefix, first)):
                yield prefix, first, last


def named():
    """Pairs of code point and words: in the order of the code points, then the aliases."""
    for code in range(0x110000):
        name = unicodedata.name(chr(code), "")
        if name and not is_computed(name, code):
            yield code, name.split(" ")
    for alias in ALIASES.replace("\n", "").split(",") + ["VS%d" % number for number in range(1, 257)]:
        if is_known(alias):
            yield ord(unicodedata.lookup(alias)), alias.split(" ")


def shared(one, other, most):
    count = 0
    while count < most and count < len(one) and count < len(other) and one[count] == other[count]:
        count += 1
    return count


def front_coded(words):
    """Sorted words: a digit for how many characters are those of the word before, then the others."""
    before, text = "", []
    for word in words:
        count = shared(word, before, 11)  # Then the digit is no character of a word.
        text.append(DIGITS[count] + word[count:].lower())
        before = word
    return "".join(text) + "~"  # No word has this letter.


def print_text(name, text):
    print("static const char %s[] =" % name)
    for start in range(0, len(text), 104):
        print('    "%s"%s' % (text[start:start + 104], ";" if start + 104 >= len(text) else ""))
    print()


def main():
    entries, before, used = [], [], collections.Counter()
    for code, words in named():
        count = shared(words, before, SHARED - 1)
        entries.append((code, count, words[count:]))
        used.update(words[count:])
        before = words
    ranked = [word for word, _ in used.most_common()]
    limits = [0, ONE, ONE + TWO * 92, len(ranked)]
    classes = [sorted(ranked[low:high]) for low, high in zip(limits, limits[1:])]
    assert len(classes[2]) <= (92 - ONE - TWO) * 92 * 92
    digits = {}
    for place, word in enumerate(classes[0]):
        digits[word] = DIGITS[place]
    for place, word in enumerate(classes[1]):
        digits[word] = DIGITS[ONE + place // 92] + DIGITS[place % 92]
    for place, word in enumerate(classes[2]):
        digits[word] = DIGITS[ONE + TWO + place // 8464] + DIGITS[place // 92 % 92] + DIGITS[place % 92]
    runs, text = [], []
    for code, count, words in entries:
        if runs and runs[-1][0] + runs[-1][1] == code:
            runs[-1][1] += 1
        else:
            runs.append([code, 1])
        if 0 < len(words) < NEW:
            text.append(DIGITS[count * NEW + len(words)])
        else:
            text.append(DIGITS[count * NEW] + DIGITS[len(words)])
        text.extend(digits[word] for word in words)
    print("/* Generated by lexer/character_name_table.py from Unicode %s: change that, not this. */" %
          unicodedata.unidata_version)
    print("/* clang-format off */")
    print("enum { ONE_DIGIT_WORDS = %d, TWO_DIGIT_WORDS = %d, NEW_WORDS = %d };\n" % (ONE, TWO, NEW))
    for number, words in zip(("one", "two", "three"), classes):
        print_text("words_of_%s" % number, front_coded(words))
    print_text("names", "".join(text))
    print("static const struct { uint32_t first, count; } runs[] = {")
    line = "   "
    for code, count in runs:
        item = " {0x%x, %d}," % (code, count)
        if len(line) + len(item) > 108:
            print(line)
            line = "   "
        line += item
    print(line + "\n};\n")
    print("static const struct { const char *prefix; uint32_t first, last; } computed[] = {")
    for prefix, first, last in computed_ranges():
        print('    {"%s-", 0x%x, 0x%x},' % (prefix, first, last))
    print("};")
    sizes = [len("".join(text)), sum(len(front_coded(words)) for words in classes), len(runs) * 8]
    print("%d names, %d words; bytes: %s" % (len(entries), len(ranked), sizes), file=sys.stderr)


main()
