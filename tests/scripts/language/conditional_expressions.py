# a if b else c: nesting, precedence, laziness.
def note(x):
    print("<%s>" % x, end="")
    return x


print(note(1) if note(True) else note(2), note(1) if note(0) else note(2))
for n in (-1, 0, 1):
    print("negative" if n < 0 else "zero" if n == 0 else "positive")
print((1 if True else 2) + 3, 1 if True else 2 + 3, 1 if False else 2 + 3, [0 if x % 2 else x for x in range(4)])
print((lambda: 1 if False else 2)(), (lambda x: x if x else "none")(0), 1 if [] else 2 if () else 3 if "" else 4)
print(not 1 if 0 else 2, 5 if not 0 else 6, (1, 2) if True else 3, {"a" if True else "b": 1})
x = y = 5 if True else 6
print(x, y, x if x > y else y if y > x else "equal")
print("yes" if 1 < 2 < 3 and not False or 1 / 0 else "no")
