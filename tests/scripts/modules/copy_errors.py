# copy: what cannot be copied, and hooks that fail.
import asyncio
import copy
import threading


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Fails:
    def __deepcopy__(self, memo):
        raise RuntimeError("not me")


class NoNew:
    def __new__(cls, a):
        return super().__new__(cls)


class Args:
    def __new__(cls, a):
        self = super().__new__(cls)
        self.made_with = a
        return self

    def __getnewargs__(self):
        return ("again",)


t(lambda: copy.deepcopy([Fails()]))
t(lambda: copy.copy(NoNew(1)))
print(copy.copy(Args(1)).__dict__)


def gen():
    yield


t(lambda: copy.copy(gen()))
t(lambda: copy.deepcopy({"g": gen()}))
t(lambda: copy.copy(copy))
t(lambda: copy.copy())


class WithNone:
    pass


w = WithNone()
w.when = None
w.self = [w]
c = copy.deepcopy(w)
print(c.when, c.self[0] is c)
