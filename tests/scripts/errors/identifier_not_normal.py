# bide-only: CPython changes such identifiers to the form NFKC; Bide refuses them.
for text in ("\u00b5 = 1", "x.\ufb01n", "def f(\u00aa): pass", "import \uff41", "caf\u00e9 = 1", "\u0394\u03c4 = 2", "cafe\u0301 = 1"):
    try:
        compile(text, "<text>", "exec")
        print(ascii(text), "is right")
    except SyntaxError as e:
        print(ascii(text), e.offset, ascii(e.msg))
