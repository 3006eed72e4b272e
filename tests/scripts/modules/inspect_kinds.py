# The is... functions, on everything that there is.
import asyncio
import functools
import inspect
import math
import sys
import types


class C:
    __slots__ = ("slot",)

    def method(self):
        pass

    @property
    def prop(self):
        return 1

    @classmethod
    def of_class(cls):
        pass


def generator():
    yield


async def coroutine():
    pass


async def async_generator():
    yield


@types.coroutine
def awaitable_generator():
    yield


class Waits:
    def __await__(self):
        yield


made = coroutine()
things = {
    "module": math, "class": C, "int": int, "function": generator, "lambda": lambda: 0, "method": C().method,
    "function of a class": C.method, "class method": C.of_class, "len": len, "append": [].append,
    "list.append": list.append, "int.__add__": int.__add__, "[].__len__": [].__len__, "property": C.prop,
    "slot": C.slot, "generator function": generator, "generator": generator(), "coroutine function": coroutine,
    "coroutine": made, "async generator function": async_generator, "async generator": async_generator(),
    "types.coroutine": awaitable_generator, "its generator": awaitable_generator(), "__await__": Waits(),
    "partial": functools.partial(coroutine), "code": generator.__code__, "frame": sys._getframe(), "3": 3,
    "asyncio.sleep": asyncio.sleep,
}
checks = [name for name in (
    "ismodule isclass isfunction ismethod isbuiltin isroutine ismethodwrapper ismethoddescriptor isdatadescriptor "
    "isgetsetdescriptor ismemberdescriptor isgeneratorfunction isgenerator iscoroutinefunction iscoroutine "
    "isawaitable isasyncgenfunction isasyncgen iscode isframe istraceback isabstract").split()]
for title, thing in things.items():
    if title == "asyncio.sleep":
        print(title, inspect.iscoroutinefunction(thing))
    else:
        print(title + ":", *[name for name in checks if getattr(inspect, name)(thing)])
made.close()
