# Subscripts: slices with any parts, tuples of them, ellipsis, keys of every kind.
class Shows:
    def __getitem__(self, key):
        return key


s = Shows()
print(s[1], s[1:2], s[1:2:3], s[:], s[::], s[1:], s[:1], s[::1], s[1, 2], s[1:2, 3], s[..., 1:2], s[(1, 2)], s[1,], s["k"], s[None:None])
print(s[lambda: 0].__class__.__name__, s[1 if True else 2], s[x := 5], x, s[-1:+1:~0], s[a := 1, 2], s[[1]], s[{}])
text, items = "abcdef", list(range(6))
print(text[1:4], text[::-1], text[-3:], text[:-3], text[::2], text[10:], text[4:1], text[4:1:-1], text[-100:100], text[-1])
items[1:3] = "xyz"
items[::3] = [0, 0, 0]
del items[-2:]
items[2:2] = [7, 8]
print(items, slice(1, 5, 2).indices(4), slice(None).indices(3), slice(5)[0:] if False else slice(1, 2) == slice(1, 2))
for bad in ("text[1:2:0]", "text['a']", "items[1.5]", "items[None]", "text[1, 2]", "items[::2].missing", "text[99]", "(1, 2)[2]", "{}[1:2]"):
    try:
        print(eval(bad))
    except Exception as e:
        print(bad, "->", type(e).__name__, e)
try:
    items[::2] = [1]
except ValueError as e:
    print(e)
