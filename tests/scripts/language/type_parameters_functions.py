# def f[T]: type parameters of functions.
# python: 3.13
import asyncio


def first[T](items: list[T], default: T = None) -> T:
    return items[0] if items else default


def everything[T: int, *Ts, **P](x: T) -> T:
    return T, Ts, P


def deco(f):
    print("deco", f.__name__, f.__type_params__)
    return f


@deco
def defaults[T](a=1, *, b: T = 2):
    return a, b


def shadowed[T]():
    T = 3
    return T


def outer():
    z = 3

    def inner[T](x: T):
        def innermost():
            return z, T
        return innermost()
    return inner


async def coroutine[T](x: T):
    await asyncio.sleep(0)
    return T


def generator[T](x: T):
    yield T
    yield x


print(first([1, 2]), first([]), first.__type_params__, first.__annotations__)
print(everything(1), everything.__type_params__, everything.__qualname__, everything.__closure__ is None)
print([type(p) for p in everything.__type_params__])
print(defaults(), defaults(5, b=6), defaults.__defaults__, defaults.__kwdefaults__, defaults.__annotations__)
print(shadowed(), shadowed.__type_params__)
print(outer()(1), outer().__qualname__, outer().__code__.co_freevars)
print(asyncio.run(coroutine(1)), list(generator(2)))
print((lambda: 0).__type_params__, deco.__type_params__)
deco.__type_params__ = (1,)
print(deco.__type_params__)
try:
    deco.__type_params__ = 1
except TypeError as e:
    print(e)
