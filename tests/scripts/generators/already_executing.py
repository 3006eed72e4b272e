# A generator that is running, or delegated to by a running one, cannot be resumed.
def selfish():
    for act in (lambda: next(me), lambda: me.send(1), lambda: me.throw(KeyError), lambda: me.close(), lambda: list(me)):
        try:
            act()
        except ValueError as e:
            print(e)
    yield "survived"
    print(me.gi_running)


me = selfish()
print(me.gi_running, next(me), me.gi_running, list(me))


def inner():
    try:
        yield 1
        try:
            next(outer_gen)
        except ValueError as e:
            print("from inner:", e)
        yield 2
    finally:
        print("inner finally")


def outer():
    yield from inner()
    yield 3


outer_gen = outer()
print(list(outer_gen))


def delegate_to_self():
    try:
        yield from ds
    except ValueError as e:
        print("self:", e)
    yield "after"


ds = delegate_to_self()
print(next(ds))


def ping():
    yield "ping"
    yield from pong_gen


def pong():
    yield "pong"
    try:
        yield from ping_gen
    except ValueError as e:
        print("cycle:", e)
        yield "pong recovered"


ping_gen, pong_gen = ping(), pong()
print(next(ping_gen))
print(next(ping_gen))
print(next(ping_gen))
print(list(ping_gen))


class Reenter:
    def __iter__(self):
        return self

    def __next__(self):
        return next(gen)


def through_iterator():
    for x in Reenter():
        yield x


gen = through_iterator()
try:
    next(gen)
except ValueError as e:
    print("iterator:", e)
print(next(gen, "finished by the error"))


def in_key():
    yield sorted([2, 1], key=lambda v: next(keyed, v))


keyed = in_key()
try:
    next(keyed)
except ValueError as e:
    print("key:", e)
