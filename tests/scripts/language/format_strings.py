# Format specifications of strings and other objects; str.format fields in full.
for spec in ("", "s", "10", "<10", ">10", "^10", "*^10", ".2", "10.2", ">10.3s", "日^6", "05", "=<4", "_>7s", "0<6", ".0", "1"):
    print(repr(spec), repr(format("abcd", spec)), repr(format("é日", spec)), repr(format("", spec)))
for spec in ("d", "+", "=5", ",", "#", "x", "f", "_", " ", ".2f", "%", "=", "+s"):
    try:
        print(repr(spec), format("abc", spec))
    except ValueError as e:
        print(repr(spec), e)


class T:
    class a:
        b = "deep"


print("{} {}".format(1, 2), "{1} {0} {1}".format("a", "b"), "{a} {b}".format(a=1, b=2), "{0} {x}".format(5, x=6), "{{}} {}".format(1))
print("{0[1]} {0[0]}".format([7, 8]), "{d[key]}".format(d={"key": "v"}), "{0.real} {0.imag}".format(5), "{x.a.b}".format(x=T))
print("{!r} {!s} {!a}".format("a", "b", "é"), "{0!r:>6}|{0!s:<5}|".format("x"), "{:{}}|{:{w}.{p}f}".format("a", 5, 3.14159, w=8, p=2))
print("{:>{w}}".format("r", w=4), "{0:{1}{2}}".format(5, "0", 4), "{:%}".format(0.25), "{0}{0}{0}".format("ab"), "{[a][b]}".format({"a": {"b": 1}}))
print("{a[0]} {a[-1]}".format(a={0: "int", "-1": "str"}), "{0[a b]}".format({"a b": "space"}), "{:d}".format(True), "{}".format(True), "{:5}|".format(True))
for text, args, kw in (("{} {}", (1,), {}), ("{0} {}", (1, 2), {}), ("{} {0}", (1, 2), {}), ("{x}", (), {}), ("{", (), {}), ("}", (), {}),
                       ("{0", (1,), {}), ("{!x}", (1,), {}), ("{0.nope}", (1,), {}), ("{0[5]}", ([1],), {}), ("{0[k]}", ({},), {}),
                       ("{:d}", ("s",), {}), ("{2}", (1,), {}), ("{!r", (1,), {}), ("{:{:{}}}", (1, 2, 3), {}), ("{0!rr}", (1,), {})):
    try:
        print(text.format(*args, **kw))
    except Exception as e:
        print(repr(text), type(e).__name__, e)
for v in (None, [1, 2], (1,), {"a": 1}, len, object):
    print(f"{v}", format(v, "") == str(v), end=" ")
    try:
        print(f"{v:>10}")
    except TypeError as e:
        print(e)
print(str.format("{}-{}", 1, 2), "{name}: {n:03d}".format(**{"name": "x", "n": 7}), "{name}".format_map({"name": "m"}))


class Default(dict):
    def __missing__(self, key):
        return f"<{key}>"


print("{a} {b}".format_map(Default(a=1)))
