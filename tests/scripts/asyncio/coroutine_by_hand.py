"""A coroutine driven without a loop: send, throw, close, StopIteration.value, its attributes."""


class Suspend:
    def __init__(self, word):
        self.word = word

    def __await__(self):
        answer = yield self.word
        return answer


async def inner():
    try:
        print("answer", await Suspend("first"))
        print("answer", await Suspend("second"))
    except ValueError as error:
        print("thrown", error)
        print("answer", await Suspend("third"))
    finally:
        print("inner finally")
    return "inner result"


async def outer():
    return "outer " + await inner()


coroutine = outer()
print(type(coroutine).__name__, coroutine.cr_running, coroutine.cr_await, coroutine.__name__, coroutine.__qualname__)
print(coroutine.send(None))
print(type(coroutine.cr_await).__name__)
print(coroutine.send(1))
print(coroutine.throw(ValueError("catch")))
try:
    coroutine.send(3)
except StopIteration as stop:
    print("returned", stop.value)
try:
    coroutine.send(None)
except RuntimeError as error:
    print("RuntimeError", error)
coroutine = outer()
try:
    coroutine.send("early")
except TypeError as error:
    print("TypeError", error)
coroutine.send(None)
coroutine.close()
coroutine.close()
coroutine = outer()
coroutine.close()
try:
    coroutine.throw(KeyError("after close"))
except (KeyError, RuntimeError) as error:
    print(type(error).__name__, error)
coroutine = outer()
try:
    coroutine.throw(KeyError("before start"))
except KeyError as error:
    print("KeyError", error)
