# Strings as sequences: walking, membership, comparing, indexing code points.
text = "héllo wörld 😀"
print(len(text), list(text)[-3:], text[1], text[-1] == "😀", "wör" in text, "x" not in text, "" in text, text.index("😀"))
for i, c in enumerate("aé"):
    print(i, c, ord(c), chr(ord(c)) == c, c.isalpha())
print("abc" < "abd", "a" < "B", "Z" < "a", "" < "a", "é" > "z", "10" < "9", max("hello"), min("hello"), sorted("hello"), list(reversed("abc")))
print("".join(reversed("stressed")), "-".join("abc"), dict(enumerate("ab")), set("aab") == {"a", "b"}, [*"xy"], tuple("z"), list(zip("ab", "cd")))
first, *rest = "word"
print(first, rest, "a" * 3 + "b" * 0 + "c" * -1, "ab" * 2 == "abab", "a" "b" == "ab", str(text) is text, "%s" % text == text)
print([w.capitalize() for w in "the quick fox".split()], "abc"[::-1], "abcdef"[1:5:2], "abc".find("z"), "é" == "e\u0301", len("e\u0301"))
for bad in ("'abc'[3]", "'abc'['a']", "1 in 'abc'", "'a' + b'b'", "'abc'[0] = 'x'", "''.join([1])", "ord('ab')", "chr(-1)", "chr(1114112)"):
    try:
        exec(bad) if "=" in bad else print(eval(bad))
    except Exception as e:
        print(bad, "->", type(e).__name__, e)
