# string: the constants, and what is made with them.
import string

print(string.ascii_lowercase, string.ascii_uppercase, string.ascii_letters, string.digits, string.hexdigits, string.octdigits)
print(string.punctuation, repr(string.whitespace), repr(string.printable), len(string.printable))
print(string.ascii_letters == string.ascii_lowercase + string.ascii_uppercase, "x" in string.ascii_lowercase, all(c.isdigit() for c in string.digits))


def rot13(text):
    lower, upper = string.ascii_lowercase, string.ascii_uppercase
    table = str.maketrans(lower + upper, lower[13:] + lower[:13] + upper[13:] + upper[:13])
    return text.translate(table)


print(rot13("Hello, World!"), rot13(rot13("Round Trip")))


def base(n, b):
    digits = string.digits + string.ascii_lowercase
    out = ""
    while True:
        n, r = divmod(n, b)
        out = digits[r] + out
        if not n:
            return out


print(base(255, 16), base(255, 2), base(123456789, 36), base(0, 7), int(base(98765, 36), 36))
words = "It's a test, isn't it? Yes: it is!"
print("".join(c for c in words if c not in string.punctuation), words.translate(str.maketrans("", "", string.punctuation)).lower().split())
print({name: len(getattr(string, name)) for name in ("ascii_letters", "punctuation", "whitespace", "hexdigits")}, string.__name__)
pangram = "The quick brown fox jumps over the lazy dog"
print(set(string.ascii_lowercase) <= set(pangram.lower()), sorted(set(string.ascii_lowercase) - set("hello world"))[:5])
print([string.ascii_uppercase[i:i + 5] for i in range(0, 26, 5)], string.ascii_lowercase[::-5], string.digits.index("7"))
