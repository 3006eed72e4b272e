# Class bodies: their own namespace, what functions in them see, statements of all kinds.
x = "global"


class A:
    print("in body", x, __name__, __qualname__)
    x = "class"
    print("now", x)

    def method(self):
        return x, self.x

    for i in range(3):
        exec(f"name_{i} = {i}")
    if True:
        conditional = i
    try:
        1 / 0
    except ZeroDivisionError as error:
        caught = str(error)
    with open(__file__) as file:
        opened = file.closed
    del i, file
    y = [x for _ in range(1)]
    z = (lambda: x)()
    import math as m
    pi = round(m.pi, 2)

    class Inner:
        try:
            sees = y
        except NameError as e:
            sees = str(e)


a = A()
print(a.method(), A.name_2, A.conditional, A.caught, A.opened, A.y, A.z, A.pi, A.Inner.sees, hasattr(A, "i"), hasattr(A, "error"))


def function():
    x = "function"

    class B:
        seen = x
        x = "shadow"
        global g
        g = "set from a class body"

        def get(self):
            nonlocal x
            x += "!"
            return x
    return B


B = function()
print(B.seen, B.x, g, B().get(), B().get())


class Private:
    __hidden = 1

    def __secret(self):
        return self.__hidden

    def reveal(self, __arg=2):
        return self.__secret(), __arg

    _Private__manual = 3


p = Private()
print(p.reveal(), p._Private__hidden, Private._Private__manual, [n for n in dir(p) if "Private" in n])
try:
    p.__hidden
except AttributeError as e:
    print(e)
