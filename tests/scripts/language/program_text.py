# A program: word counts, wrapping, justification, caesar cipher, run-length encoding, palindromes, anagrams.
TEXT = """The quick brown fox jumps over the lazy dog. The dog sleeps; the fox
does not! "Why not?" asks the dog - and the fox, quick as ever, is gone."""


def words(text):
    current = ""
    for ch in text.lower():
        if ch.isalpha():
            current += ch
        elif current:
            yield current
            current = ""
    if current:
        yield current


counts = {}
for w in words(TEXT):
    counts[w] = counts.get(w, 0) + 1
for w, n in sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:6]:
    print(f"{w:>6} {n:2d} {'#' * n}")


def wrap(text, width):
    line = ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def justify(line, width):
    parts = line.split()
    if len(parts) == 1:
        return line.ljust(width)
    gaps, spaces = len(parts) - 1, width - sum(map(len, parts))
    each, extra = divmod(spaces, gaps)
    return "".join(p + " " * (each + (i < extra) if i < gaps else 0) for i, p in enumerate(parts))


for line in wrap(TEXT, 30):
    print("|" + justify(line, 30) + "|", "|" + line.center(30) + "|")


def rle(s):
    out, i = [], 0
    while i < len(s):
        j = i
        while j < len(s) and s[j] == s[i]:
            j += 1
        out.append(f"{j - i if j - i > 1 else ''}{s[i]}")
        i = j
    return "".join(out)


def unrle(s):
    out, n = "", ""
    for ch in s:
        if ch.isdigit():
            n += ch
        else:
            out += ch * int(n or 1)
            n = ""
    return out


for s in ("aaabccd", "", "zzzzzzzzzzzz", "abc"):
    print(repr(s), rle(s), unrle(rle(s)) == s)


def palindrome(s):
    s = [c.lower() for c in s if c.isalnum()]
    return s == s[::-1]


print([p for p in ("A man, a plan, a canal: Panama", "hello", "Was it a car or a cat I saw?", "") if palindrome(p)])
groups = {}
for w in "listen silent enlist google elgoog abc cab bca xyz".split():
    groups.setdefault("".join(sorted(w)), []).append(w)
print([g for g in groups.values() if len(g) > 1])
print(TEXT.title()[:40], TEXT.swapcase()[-30:], TEXT.count("the"), len(TEXT.splitlines()), TEXT.replace("fox", "cat")[16:30], sep="\n")
vowels = {v: TEXT.lower().count(v) for v in "aeiou"}
print(vowels, max(vowels, key=vowels.get), "".join(c for c in TEXT if c.isupper()), TEXT.translate({ord(c): None for c in "aeiou"})[:30])
