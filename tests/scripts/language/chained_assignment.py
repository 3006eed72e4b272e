# a = b = c: one evaluation, targets from left to right.
class Log:
    def __setattr__(self, name, value):
        print("set", name, value)

    def __setitem__(self, key, value):
        print("item", key, value)


def note(x):
    print("evaluate", x)
    return x


log = Log()
log.a = log[note("key")] = log.b = note("value")
x = y = z = []
x.append(1)
print(y, z is x)
i = 0
items = [0, 0, 0]
i, items[i] = 1, "one"
print(i, items)
i = items[i] = 2
print(i, items)
a, b = b, a = 1, 2
print(a, b)
(c, d), e = f = (1, 2), 3
print(c, d, e, f)
first = [second, *third] = "xyz"
print(first, second, third)
a = (b := 5) + 1
print(a, b)
x = x, = [7]
print(x)
