# chr and ord, and simple ciphers with them.
# python: 3.11
print(ord("a"), ord("A"), ord("é"), ord("日"), ord("😀"), ord("\n"), ord(b"x"), chr(97), chr(233), chr(26085), chr(128512), repr(chr(0)), repr(chr(0x10FFFF)), chr(True).encode())
print([chr(c) for c in range(65, 75)], "".join(map(chr, range(97, 123))), [ord(c) for c in "Hello"], all(ord(chr(i)) == i for i in range(0, 55000, 97)))


def caesar(text, k):
    out = []
    for ch in text:
        if ch.isalpha() and ch.isascii():
            base = ord("A") if ch.isupper() else ord("a")
            out.append(chr((ord(ch) - base + k) % 26 + base))
        else:
            out.append(ch)
    return "".join(out)


secret = caesar("Hello, World!", 3)
print(secret, caesar(secret, -3), caesar("xyz ABC é", 13), caesar("abc", -29))
for f in (lambda: chr(-1), lambda: chr(1114112), lambda: chr("a"), lambda: chr(1.0), lambda: chr(), lambda: ord(""), lambda: ord("ab"), lambda: ord(97), lambda: ord(None), lambda: ord(b"ab"), lambda: ord(), lambda: ord("a", "b"), lambda: chr(2 ** 40), lambda: ord([])):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class X:
    def __index__(self):
        return 66


print(chr(X()), ord("a") ^ ord(" ") , chr(ord("a") ^ 32), sorted("bAc", key=ord), max("xyz", key=ord), {c: ord(c) for c in "abc"})
print("".join(chr(0x1F600 + i) for i in range(5)), "\u0041" == chr(65), f"{ord('€'):#06x} U+{ord('é'):04X}", bytes(map(ord, "abc")))
