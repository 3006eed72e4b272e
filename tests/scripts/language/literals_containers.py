# Displays: trailing commas, nesting, repeated keys, order of evaluation, emptiness.
def note(x):
    print(x, end=" ")
    return x


print((), (1,), 1, (1), ((1)), (1, 2,), ((1,),), [], [1,], {}, {1}, {1,}, {1: 2,}, {"a": {}}, [[]], ({},))
print({1: "a", 1: "b", 1.0: "c", True: "d"}, {1, 1.0, True}, {"a": 1, "b": 2, "a": 3})
print([note(1), note(2)], {note(3): note(4), note(5): note(6)}, {note(7)}, (note(8), note(9)))
x = 1, 2
y = 1,
x2 = (1, (2, 3), [4, {5: (6,)}])
print(x, y, x2, *x, sep=";")
print({**{}, "k": 1}, {*(), 1}, [*[]], (*(),), {(1, 2): "tuple key", frozenset({1}): "set key", None: 0, ...: 1})
print(type({}), type({1}), type(set()), type(()), type(((),)), ... is Ellipsis, NotImplemented)
for bad in ("{[]: 1}", "{{}}", "{[1]}", "{(1, [2]): 3}", "{1: 2}[3]", "[1][1]", "(1,)[-2]"):
    try:
        eval(bad)
    except Exception as e:
        print(bad, type(e).__name__, e)
