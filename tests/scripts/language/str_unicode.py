# Code points: indexing, slicing, iteration, comparison, encode and decode.
s = "aé日😀z"
print(len(s), [c for c in s], s[1], s[-2], s[1:4], s[::-1], s[::2], list(enumerate(s)))
print([ord(c) for c in s], [hex(ord(c)) for c in s], chr(233) + chr(26085) + chr(128512))
print(s.encode(), s.encode("utf-8"), len(s.encode()), s.encode("utf-8").decode(), s.encode().decode("utf-8") == s)
print("abc".encode("ascii"), "é".encode("latin-1"), b"\xe9".decode("latin-1"), b"abc".decode("ascii"), "é".encode("UTF8"))
for f in (lambda: "é".encode("ascii"), lambda: "日".encode("latin-1"), lambda: b"\xff".decode(), lambda: b"ab\xe9".decode("utf-8"),
          lambda: b"\xe9".decode("ascii"), lambda: b"abc\xe6\x97".decode(), lambda: "x".encode("nope"), lambda: b"x".decode("nope")):
    try:
        print(f())
    except (UnicodeError, LookupError) as e:
        print(type(e).__name__, e)
print("é".encode("ascii", "ignore"), "é日".encode("ascii", "replace"), "é".encode("ascii", "backslashreplace"))
print(b"a\xffb".decode("utf-8", "replace"), b"a\xffb".decode("utf-8", "ignore"), b"a\xffb".decode("utf-8", errors="ignore"))
print(sorted("zéaZ日"), "z" < "é" < "日" < "😀", max(s), min(s), "😀" in s, s.find("😀"), s.index("z"), s.count("日"))
print(s.replace("日", "[sun]"), s.split("日"), s.partition("😀"), s.upper(), "É".lower(), "Straße".upper(), "ÀÉÎ".swapcase())
print("日本".center(8, "*"), "日本".ljust(5, "."), f"{'日本':>6}|", "%5s|" % "é", "é".zfill(3), "日本語"[1:], "日本語"[-1])
naïve = "identifiers may be Unicode"
变量 = 7
print(naïve, 变量, "naïve".isidentifier(), "变量".isidentifier(), "é" * 3)
print("e\u0301", len("e\u0301"), "\u00e9" == "e\u0301", "ﬁ".upper(), "ŉ".upper(), "İ".lower().encode(), "ſ".upper())
for cp in (0x7F, 0x80, 0x7FF, 0x800, 0xFFFF, 0x10000, 0x10FFFF):
    print(hex(cp), len(chr(cp).encode()), chr(cp).encode())
for f in (lambda: chr(-1), lambda: chr(0x110000), lambda: ord("ab"), lambda: ord(""), lambda: ord(5), lambda: chr("a")):
    try:
        print(f())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
