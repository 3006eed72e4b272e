# with: __exit__ runs on return, break, continue and in generators.
class Logged:
    def __enter__(self):
        print("in")
        return self

    def __exit__(self, kind, *details):
        print("out", kind and kind.__name__)


def returns():
    with Logged():
        return "returned"


def loops():
    for i in range(3):
        with Logged():
            if i == 0:
                continue
            break
    return i


def generator():
    with Logged():
        yield 1
        yield 2


print(returns(), loops())
g = generator()
print(next(g))
g.close()
g = generator()
next(g)
try:
    g.throw(KeyError("thrown"))
except KeyError as e:
    print("through", e)
for x in generator():
    print(x)
