# "\N{...}": characters by name, in any case; names that are computed; aliases; in f-strings.
x = "value"
print(ascii("\N{EM DASH}\N{em dash}\N{Greek Small Letter Alpha}\N{SNOWMAN}\N{PILE OF POO}\N{LATIN SMALL LETTER E WITH ACUTE}"))
print(ascii("\N{HANGUL SYLLABLE GA}\N{HANGUL SYLLABLE A}\N{HANGUL SYLLABLE GAGG}\N{HANGUL SYLLABLE HIH}"))
print(ascii("\N{CJK UNIFIED IDEOGRAPH-4E00}\N{CJK UNIFIED IDEOGRAPH-20000}\N{CJK COMPATIBILITY IDEOGRAPH-F900}"))
print(ascii("\N{LINE FEED}\N{NULL}\N{BEL}\N{ESC}\N{NO-BREAK SPACE}\N{NBSP}\N{BYTE ORDER MARK}\N{VS1}\N{VS256}"))
print(ascii("\N{DIGIT ONE}\N{EGYPTIAN HIEROGLYPH A001}\N{MATHEMATICAL BOLD SMALL X}\N{RIGHTWARDS ARROW}\N{FULL STOP}"))
print(ascii("\N{ARABIC LIGATURE UIGHUR KIRGHIZ YEH WITH HAMZA ABOVE WITH ALEF MAKSURA ISOLATED FORM}"))
print(ascii("\N{SPACE}\N{EXCLAMATION MARK}\N{TILDE}\N{DELETE}\N{NEXT LINE}\N{TAG LATIN SMALL LETTER A}\N{VARIATION SELECTOR-256}"))
print(ascii(f"\N{EURO SIGN}{x}\N{LEFT CURLY BRACKET}{x!r:\N{ASTERISK}>9}\N{RIGHT CURLY BRACKET}"))
print("\\N{EM DASH}", r"\N{EM DASH}", rf"\N{x}", b"\N{EM DASH}")
for name in ("EM  DASH", " EM DASH", "EM DASH ", "EM_DASH", "nothing", "hangul syllable ga", "HANGUL SYLLABLE", "HANGUL SYLLABLE GAX",
             "CJK UNIFIED IDEOGRAPH-4e00", "CJK UNIFIED IDEOGRAPH-1", "CJK UNIFIED IDEOGRAPH-0041", "KEYCAP DIGIT ONE", "", "A" * 300):
    try:
        print(ascii(eval('"\\N{%s}"' % name)))
    except SyntaxError as e:
        print(e.msg)
for text in (r"'\N'", r"'\N{'", r"'\NEM'", r"'\N{}'", r"'a\N {EM DASH}'", r"'\N{EM DASH'"):
    try:
        print(ascii(eval(text)))
    except SyntaxError as e:
        print(e.msg)
