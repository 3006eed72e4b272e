# Slices: reading with every sign of start, stop and step; assigning; deleting.
# python: 3.11
s = "abcdefghij"
for sl in (slice(None), slice(2, 5), slice(-3, None), slice(None, -7), slice(None, None, 2), slice(None, None, -1),
           slice(8, 2, -2), slice(-1, -5, -1), slice(5, 2), slice(100), slice(-100, 3), slice(3, 100), slice(100, None, -3),
           slice(None, None, 100), slice(0, 0), slice(2, None, -1), slice(True, None)):
    print(sl, s[sl], list(s)[sl], tuple(s[:4])[sl], range(10)[sl], b"abcdefghij"[sl], sl.indices(10))
lst = list(range(8))
lst[2:4] = ["x"]
print(lst)
lst[1:1] = [10, 11]
print(lst)
lst[::3] = "PQR"
print(lst)
lst[-2:] = ()
print(lst)
lst[5:2] = ["mid"]
print(lst)
lst[:0] = lst[-1:]
print(lst)
lst[::-1] = list(range(len(lst)))
print(lst)
lst[len(lst):] = [99]
lst[:2] = (i for i in "ab")
print(lst)
lst[:] = lst
print(lst)
del lst[1::2]
print(lst)
del lst[::-2]
print(lst)
del lst[-100:100]
print(lst)
lst = list(range(10))
for bad in ("ext", "none", "zero", "type"):
    try:
        if bad == "ext":
            lst[::2] = [1]
        elif bad == "none":
            lst[1:2] = 5
        elif bad == "zero":
            lst[::0]
        else:
            lst["a":]
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)


class Shows:
    def __getitem__(self, key):
        return key


sh = Shows()
print(sh[1], sh[1:2], sh[::], sh[1:2, 3], sh[...], sh[:, ::2], sh[()], sh[1,], sh["a":"b"], sh[None:])
sl = slice(1, 10, 2)
print(sl.start, sl.stop, sl.step, sl == slice(1, 10, 2), slice(5).indices(3), slice(None, None, -1).indices(4))


class I:
    def __index__(self):
        return 2


print(s[I()], s[I():], s[:I()], [0, 1, 2][I()], "ab" * I(), range(10)[I()])
for seq in ([1], (1,), "a", b"a", range(1)):
    for idx in (5, -5, "0", None, 1.0):
        try:
            seq[idx]
        except (IndexError, TypeError) as e:
            print(type(e).__name__, e)
