# A handler's name is unbound on the way out, but what `return` returns is the exception.
def caught(error):
    try:
        raise error
    except ValueError as name:
        return name
    except Exception as name:
        try:
            raise KeyError("inner") from name
        except KeyError as inner:
            return inner


def with_finally():
    try:
        raise ValueError("with finally")
    except ValueError as name:
        return name
    finally:
        name = "assigned on the way out"


def in_loop():
    for i in range(3):
        try:
            raise ValueError(i)
        except ValueError as name:
            if i == 1:
                return name, i


async def coroutine():
    try:
        raise ValueError("in a coroutine")
    except ValueError as name:
        return name


print(repr(caught(ValueError("plain"))))
error = caught(TypeError("outer"))
print(repr(error), repr(error.__cause__))
print(repr(with_finally()), in_loop())
try:
    coroutine().send(None)
except StopIteration as stop:
    print(repr(stop.value))
