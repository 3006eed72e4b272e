# Bounds, constraints and defaults are evaluated when they are asked for, once.
# python: 3.13
def noisy(x):
    print("evaluated", x)
    return x


def f[T: noisy(int), U: (noisy(str), bytes), V = noisy(3), *Ts = *tuple[int, str], **P = [int]]():
    pass


T, U, V, Ts, P = f.__type_params__
print("nothing yet", T.has_default(), V.has_default(), Ts.has_default())
print(T.__bound__, T.__bound__, T.__constraints__, T.__default__)
print(U.__constraints__, U.__bound__)
print(V.__default__, V.__default__, Ts.__default__, P.__default__)
print(T.__name__, T.__covariant__, T.__contravariant__, T.__infer_variance__, repr(T), Ts, P)


def later[T: Undefined](x):
    return T


variable = later(1)
try:
    variable.__bound__
except NameError as e:
    print(e)
Undefined = dict
print(variable.__bound__)


class Names:
    Local = int

    def method[T: Local](self, x: Local, y: T) -> Local:
        return x

    type Alias = list[Local]
    type Generic[Key] = dict[Key, Local]


print(Names.method.__annotations__, Names.method.__type_params__[0].__bound__)
print(Names.Alias.__value__, Names.Generic.__value__, Names.Generic.__type_params__)


def recursive[Node: "Tree", Tree: list[Node]]():
    pass


print([p.__bound__ for p in recursive.__type_params__])
