# A call that raises leaves the variable that was to take its result alone.


class Fails:
    def __init__(self, fail):
        self.fail = fail
        if fail:
            raise ValueError("no instance")

    def method(self, fail=False):
        if fail:
            raise ValueError("no result")
        return "result"


def fails_later():
    yield 1
    raise ValueError("no item")


def construct(fail):
    value = "old"
    try:
        value = Fails(fail)
    except ValueError as error:
        print(error)
    return value


def next_with_default():
    items = fails_later()
    value = next(items, "default")
    print(value)
    try:
        value = next(items, "default")
    except ValueError as error:
        print(error)
    print(value)
    value = next(items, "default")
    print(value)


def call_method(target, fail):
    value = "old"
    try:
        value = target.method(fail)
    except ValueError as error:
        print(error)
    print(value)
    value = target.method
    value = value()
    print(value)
    value = target.method(fail=False)
    print(value)


def sends():
    def echo():
        got = None
        while True:
            got = yield got

    value = echo()
    send = value.send
    value = send(None)
    print(value)
    value = send("sent")
    print(value)
    throw = send.__self__.throw
    try:
        value = throw(KeyError("thrown"))
    except KeyError as error:
        print(repr(error))
    print(value)


print(type(construct(False)).__name__, construct(True))
next_with_default()
call_method(Fails(False), False)
call_method(Fails(False), True)
sends()
print(Fails(fail=False).method(), [Fails(0).method() for _ in range(2)])
