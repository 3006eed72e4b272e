# str: split, rsplit, splitlines, partition, rpartition, join.
s = "  a b  c   d "
print(s.split(), s.split(" "), s.split(None, 1), s.split(" ", 3), s.rsplit(None, 1), s.rsplit(" ", 2), s.rsplit())
print("".split(), "".split(","), " ".split(), ",".split(","), "a,b,,c,".split(","), "a,b,c".split(",", 1), "a,b,c".split(",", -1))
print("a--b--c".split("--"), "a--b--c".rsplit("--", 1), "abc".split("abc"), "a\tb\nc\x0bd\x0ce\rf".split(), "a b".split(sep=None))
print("a b c".split(maxsplit=1), "a,b,c".rsplit(",", maxsplit=1), "x y".split(None, 0), "  x y".split(None, 0), "a1b1c".split("1", 0))
print("one\ntwo\r\nthree\rfour\x0bfive\x0csix\x1cseven\x85eight\u2028nine".splitlines())
print("a\nb\n".splitlines(), "a\nb\n".splitlines(True), "\n".splitlines(), "".splitlines(), "a\n\nb".splitlines(keepends=True))
print("k=v=w".partition("="), "k=v=w".rpartition("="), "kv".partition("="), "kv".rpartition("="), "=".partition("="))
print(",".join(["a", "b", "c"]), "".join("xyz"), "-".join([]), "-".join(["only"]), ", ".join({"k": 1, "l": 2}))
print("|".join(str(i) for i in range(4)), "ab".join(("1", "2", "3")), "\n".join(["x", "y"]))
for f in (lambda: ",".join([1]), lambda: ",".join(["a", 2]), lambda: ",".join(5), lambda: "a".split(""), lambda: "a".split(1),
          lambda: "a".partition(""), lambda: "a".partition(1), lambda: ",".join(["a", None, "b"]), lambda: "".join(b"ab")):
    try:
        print(f())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
words = "The quick brown fox jumps over the lazy dog".split()
print(" ".join(reversed(words)), " ".join(w[::-1] for w in words), sorted(words, key=str.lower))
print("日 本　語".split(), "a\u3000b\xa0c".split(), "é,è".split(","))
