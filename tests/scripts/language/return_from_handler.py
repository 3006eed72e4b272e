"""What a return statement returns was evaluated before the handler's name is unbound."""


def name(error):
    try:
        raise error
    except ValueError as caught:
        return caught


def name_in_loop():
    for i in range(3):
        try:
            raise KeyError(i)
        except KeyError as caught:
            if i == 1:
                return caught


def outer_of_two():
    try:
        raise ValueError("outer")
    except ValueError as outer:
        try:
            raise KeyError("inner")
        except KeyError as inner:
            return outer if inner.args == ("other",) else inner


def with_finally():
    caught = None
    try:
        try:
            raise ValueError("v")
        except ValueError as caught:
            return caught
    finally:
        caught = "rebound"


def generator():
    try:
        yield 1
    except ValueError as caught:
        return caught


print(repr(name(ValueError(1))))
print(repr(name_in_loop()))
print(repr(outer_of_two()))
print(repr(with_finally()))
g = generator()
next(g)
try:
    g.throw(ValueError("thrown"))
except StopIteration as stop:
    print(repr(stop.value))
