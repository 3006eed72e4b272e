# The messages of the errors that beginners meet most.
# python: 3.11
five, none, text, items = 5, None, "a", [1]
tests = [
    lambda: 1 + "a", lambda: "a" + 1, lambda: "a" * "b", lambda: [1] + 1, lambda: None + 1, lambda: {} + {}, lambda: "5" - 2, lambda: "5" / 2, lambda: -"a", lambda: len(5), lambda: five[0], lambda: none[0], lambda: "abc"[10], lambda: [][0], lambda: [1, 2, 3][-4], lambda: (1,)[5], lambda: {}["k"], lambda: {1: 2}[3],
    lambda: text["a"], lambda: items["a"], lambda: items[1.5], lambda: "abc".foo, lambda: None.foo, lambda: (5).foo(), lambda: [].push(1), lambda: int("abc"), lambda: int("1.5"), lambda: float("x"), lambda: int([]), lambda: int(None), lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: undefined, lambda: "x" < 1, lambda: [1, "a"] < [1, 2], lambda: sorted([1, "a"]), lambda: max([]), lambda: sum(["a"]),
    lambda: [1, 2].index(5), lambda: [1].remove(2), lambda: "abc".index("z"), lambda: (1,).index(2), lambda: {1}.remove(2), lambda: [].pop(), lambda: {}.popitem(), lambda: {}.pop("x"), lambda: set().pop(), lambda: {[]: 1}, lambda: {[1]}, lambda: {{}: 1}, lambda: hash([]), lambda: range(1.5), lambda: range("a"), lambda: list(5), lambda: tuple(None), lambda: dict([1]), lambda: set(5), lambda: iter(5), lambda: next([]), lambda: [x for x in 5],
    lambda: chr(-1), lambda: ord("ab"), lambda: "%d" % "x", lambda: "%s %s" % 1, lambda: "{} {}".format(1), lambda: "{x}".format(), lambda: format(5, "z"), lambda: ",".join([1]), lambda: "a".split(""), lambda: "abc".encode("nope"), lambda: b"\xff".decode(), lambda: round("a"), lambda: abs("a"), lambda: isinstance(1, 5), lambda: (lambda x: x)(), lambda: five(), lambda: text(), lambda: items(0), lambda: print(1, sep=5), lambda: callable, lambda: int("9", 5),
    lambda: "abc".replace("a"), lambda: [].append(), lambda: [3, 1].sort(5), lambda: zip([1], 5), lambda: enumerate(5), lambda: map(1, [1]).__next__(), lambda: reversed(5), lambda: all(5), lambda: divmod(1, 0), lambda: pow(2, -1, 4), lambda: 1 << -1, lambda: [1] * [2], lambda: 2 ** "a", lambda: 1 in 5, lambda: 1 in "a", lambda: not_defined_either(), lambda: type(5, 5), lambda: int.nope, lambda: object().x, lambda: super(), lambda: iter(int, 0) and 5 @ 5,
]
for i, test in enumerate(tests):
    try:
        value = test()
        print(i, "no error", type(value).__name__)
    except Exception as e:
        print(i, f"{type(e).__name__}: {e}")
