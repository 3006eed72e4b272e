# Closures: cells are shared, late binding in loops, nonlocal at several depths.
def counter(start=0):
    n = start

    def up():
        nonlocal n
        n += 1
        return n

    def down():
        nonlocal n
        n -= 1
        return n

    return up, down, lambda: n


up, down, get = counter(10)
print(up(), up(), down(), get())
other = counter()[0]
print(other(), other(), get())
print([f() for f in [lambda: i for i in range(3)]])
print([f() for f in [lambda i=i: i for i in range(3)]])
fs = []
for j in range(3):
    fs.append(lambda: j)
print([f() for f in fs])
j = 99
print([f() for f in fs])


def deep():
    a = 1

    def two():
        b = 2

        def three():
            nonlocal a, b
            a += 10
            b += 20

            def four():
                return a, b

            return four

        return three()

    return two(), lambda: a


four, geta = deep()
print(four(), geta())


def early():
    def inner():
        return later

    try:
        inner()
    except NameError as e:
        print(type(e).__name__, e)
    later = "now set"
    return inner()


print(early())


def param_cell(x, *args, **kw):
    def show():
        return x, args, kw

    x += 1
    args += (0,)
    return show


print(param_cell(1, 2, k=3)())


def make_adders():
    return {n: (lambda x: x + n) for n in (1, 10)}, [(lambda x, n=n: x + n) for n in (1, 10)]


late, early_bound = make_adders()
print([f(1) for f in late.values()], [f(1) for f in early_bound])
print(len(up.__closure__), up.__closure__[0].cell_contents, up.__code__.co_freevars)


class K:
    factor = 3

    def method(self):
        return [self.factor * k for k in range(3)], (lambda: __class__.__name__)()


print(K().method())
compose = lambda f, g: lambda x: f(g(x))
print(compose(lambda x: x + 1, lambda x: x * 2)(5))
