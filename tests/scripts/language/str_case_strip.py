# str: case, stripping, padding and the is... tests.
words = ["hello world", "HELLO", "Hello World", "hELLO-wORLD it's 3rd", "", "ß", "éCOLE", "123", "ǆ", "ΑΣ"]
for w in words:
    print(repr(w), w.upper(), w.lower(), w.title(), w.capitalize(), w.swapcase(), w.casefold())
for w in ["abc", "ABC", "Abc Def", "a1", "12", "1.5", "", " ", "\t\n", "abc def", "é", "²", "½", "٣", "_x", "1x", "class", "A b"]:
    print(repr(w), [w.isalpha(), w.isdigit(), w.isalnum(), w.isdecimal(), w.isnumeric(), w.isspace()],
          [w.isupper(), w.islower(), w.istitle(), w.isidentifier(), w.isascii(), w.isprintable()])
s = "  \t hi there \n"
print(repr(s.strip()), repr(s.lstrip()), repr(s.rstrip()), repr("xxhixx".strip("x")), repr("abcba".strip("ab")))
print(repr("xyhiyx".lstrip("yx")), repr("xyhiyx".rstrip("yx")), repr("hi".strip("")), repr("hi".strip(None)), repr("\u3000hi\xa0".strip()))
print([s.center(9, c) for s, c in (("ab", " "), ("abc", "*"), ("abcdefghijk", "-"))], "ab".center(5), "a".center(4, "."), "abc".center(6, "."))
print("ab".ljust(5) + "|", "ab".rjust(5) + "|", "ab".ljust(5, "."), "ab".rjust(5, "."), "ab".ljust(1), "é".rjust(3, "日"))
print("42".zfill(5), "-42".zfill(5), "+42".zfill(6), "".zfill(3), "abc".zfill(2), "--1".zfill(5))
print(repr("a\tbc\td".expandtabs()), repr("a\tb".expandtabs(4)), repr("\t".expandtabs(0)), repr("ab\n\tc".expandtabs(3)))
for f in (lambda: "a".center(5, "xy"), lambda: "a".ljust("5"), lambda: "a".strip(5), lambda: "a".center(), lambda: "a".zfill("x"),
          lambda: "a".upper(1)):
    try:
        print(f())
    except TypeError as e:
        print(e)
print("abc" * 3, 2 * "ab", "ab" * 0, "ab" * -1, "a" "b" 'c', "x" + "y", "abc"[1], "abc"[-1], "日本語"[1], "日本語"[::-1], len("日本語"))
print("a" < "b", "A" < "a", "abc" == "abc", "é" == "é", "e\u0301" == "é", max("hello"), min("hello"), sorted("hello"))
