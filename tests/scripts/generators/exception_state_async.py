# What is being handled inside and outside asynchronous generators, and the context of exceptions thrown in.
import sys


def k():
    return sys.exc_info()[0] and sys.exc_info()[0].__name__


async def ag():
    try: raise KeyError("a")
    except KeyError:
        yield 1
        print("in", k())
        yield 2
        print("in", k())
        try: raise TypeError("b")
        except TypeError as e: print(repr(e.__context__))
        yield 3
    print("after", k())
    yield 4
async def co():
    async for x in ag(): print(x, k())
    try: raise OSError
    except OSError:
        async for x in ag(): print(x, k())
        print(k())
    print(k())
def run(c):
    try:
        while True: c.send(None)
    except StopIteration: pass
run(co())
async def consume(agen):
    try:
        1/0
    except ZeroDivisionError:
        await agen.__anext__()
        print(k())
    print(k())
    try: await agen.athrow(ValueError("t"))
    except ValueError as e: print(repr(e.__context__))
run(consume(ag()))
def g():
    while True:
        try: yield k()
        except Exception as e: print("got", repr(e), repr(e.__context__), k())
x=g(); next(x)
try: 1/0
except ZeroDivisionError:
    print(x.throw(ValueError(1)))
    try: raise KeyError
    except KeyError: print(x.throw(TypeError(2)))
    print(x.send(None))
print(x.send(None))
