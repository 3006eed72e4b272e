# Generators: send, throw, close, return values, and what may go wrong.
def echo():
    try:
        while True:
            try:
                received = yield "ready"
                print("received", received)
            except ValueError as e:
                print("caught", e)
                yield "recovered"
    finally:
        print("closed")


g = echo()
for action in (lambda: next(g), lambda: g.send(1), lambda: g.throw(ValueError("v")), lambda: next(g), lambda: g.close(), lambda: g.close()):
    print(action())
for wrong in (lambda: echo().send(1), lambda: next(g), lambda: g.throw(KeyError("k")), lambda: echo().throw(KeyError("early"))):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as e:
    print(e)


def raises_stop():
    yield 1
    raise StopIteration("inside")


r = raises_stop()
next(r)
try:
    next(r)
except RuntimeError as e:
    print(e, repr(e.__cause__))


def itself():
    yield next(me)


me = itself()
try:
    next(me)
except ValueError as e:
    print(e)


def returns():
    yield
    return 5


g = returns()
next(g)
try:
    next(g)
except StopIteration as e:
    print(e.value, e.args)
print([*returns()], g.gi_frame, g.gi_running)
