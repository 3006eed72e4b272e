"""Writes char_width_table.h from the Unicode data that comes with Python: python3 lexer/char_width_table.py > ...

A code point is narrow unless a table says otherwise. Unassigned code points between two ranges of the same kind
are taken into them: that keeps the tables short, and a later assignment there is likely of the same kind.
"""
import unicodedata

LAST = 0x10FFFF
JAMO_JOINING = [(0x1160, 0x11FF), (0xD7B0, 0xD7FF)]         # vowels and finals, drawn inside the initial's cell
IGNORABLE = [(0xE0000, 0xE0FFF)]
VISIBLE_FORMATS = {0xAD, 0x6DD, 0x70F, 0x8E2, 0x110BD, 0x110CD, *range(0x600, 0x606), 0x890, 0x891}
IDEOGRAPHS = [(0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2FFFD), (0x30000, 0x3FFFD)]


def inside(code, ranges):
    return any(first <= code <= last for first, last in ranges)


def kind(code):
    category = unicodedata.category(chr(code))
    if inside(code, JAMO_JOINING) or inside(code, IGNORABLE):
        return 'zero'
    if category in ('Mn', 'Me', 'Cf') and code not in VISIBLE_FORMATS:
        return 'zero'
    if inside(code, IDEOGRAPHS):
        return 'wide'
    if category == 'Cn':
        return None
    return 'wide' if unicodedata.east_asian_width(chr(code)) in 'WF' else 'narrow'


def ranges_of(wanted):
    ranges, start, last = [], None, None
    for code in range(0x300, LAST + 1):
        found = kind(code)
        if found == wanted:
            start = code if start is None else start
            last = code
        elif found is not None and start is not None:
            ranges.append((start, last))
            start = None
    if start is not None:
        ranges.append((start, last))
    return ranges


def write(name, ranges):
    print(f'\nstatic const CharRange {name}[] = {{')
    line = '   '
    for first, last in ranges:
        cell = f' {{{first:#x}, {last:#x}}},'
        if len(line) + len(cell) > 108:
            print(line)
            line = '   '
        line += cell
    print(line)
    print('};')


print('/* Written by char_width_table.py from the Unicode %s character data. Do not edit by hand. */'
      % unicodedata.unidata_version)
print('/* clang-format off */')
write('ZERO_WIDTH', ranges_of('zero'))
write('DOUBLE_WIDTH', ranges_of('wide'))
