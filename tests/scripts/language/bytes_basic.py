# bytes: literals, indexing, slicing, methods, conversions, errors.
b = b"hello world"
print(b, b[0], b[-1], b[1:5], b[::-1], len(b), list(b[:3]), bytes([104, 105]), bytes(3), bytes("é", "utf-8"), bytes(b), b"", bytes())
print(b"\x00\x7f\x80\xff\n\t\r\\'", b'"', b"'", b"'\"", repr(b"abc"), str(b"abc"), b"\101\x41", rb"\x41", b"a" b"b")
print(b + b"!", b"ab" * 3, b"l" in b, 104 in b, b"lo w" in b, b == b"hello world", b < b"hellp", b != "hello world", hash(b) == hash(bytes(b)))
print(b.upper(), b.title(), b.capitalize(), b.replace(b"l", b"L"), b.find(b"o"), b.rfind(b"o"), b.index(b"w"), b.count(b"l"), b.find(111))
print(b.split(), b.split(b"o"), b"a,b,c".split(b",", 1), b"x".join([b"1", b"2"]), b.startswith(b"he"), b.endswith((b"x", b"ld")))
print(b"  pad ".strip(), b"xxaxx".strip(b"x"), b"a".center(5, b"*"), b"a".ljust(3), b"7".zfill(3), b.partition(b" "), b"A".lower(), b"aB".swapcase())
print(b.hex(), b"\x01\xff".hex(" "), bytes.fromhex("01 ff 0A"), b"abc".isalpha(), b"123".isdigit(), b" ".isspace(), b"a1".isalnum(), b"AB".isupper())
print(b"a\nb\r\nc".splitlines(), b.decode(), b"caf\xc3\xa9".decode("utf-8"), "é".encode(), b"%d %s" % (5, b"x"), b"k=%(v)d" % {b"v": 1})
print([x for x in b"abc"], max(b"abc"), sorted(b"cab"), sum(b"\x01\x02"), bytes(range(5)), bytes(x * 2 for x in (1, 2)), tuple(b"xy"))
print(b"abc".removeprefix(b"a"), b"abc".removesuffix(b"c"), b"a-b".translate(bytes.maketrans(b"-", b"+")), b"x" if b"" else "empty false")
for f in (lambda: b[99], lambda: b + "s", lambda: "s" + b, lambda: bytes("x"), lambda: bytes([256]), lambda: bytes([-1]), lambda: bytes(-1),
          lambda: bytes(["a"]), lambda: b.index(b"zz"), lambda: b"".join(["a"]), lambda: b"a" < "a", lambda: bytes.fromhex("0g"), lambda: "a" in b,
          lambda: b.find("a"), lambda: 300 in b, lambda: bytes(1.5), lambda: b["a"]):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
try:
    b[0] = 1
except TypeError as e:
    print(e)
for i, chunk in enumerate([b[k:k + 4] for k in range(0, len(b), 4)]):
    print(i, chunk, chunk.hex())
