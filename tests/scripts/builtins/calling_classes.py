# Calling built-in classes: what is made may be of another class, whose __init__ is called then.
class Loud(str):
    def __new__(cls, *args):
        return super().__new__(cls, "loud")

    def __init__(self, *args):
        print("  __init__ with", len(args), "arguments")


class Plain:
    def __str__(self):
        return Loud()


class Broken(str):
    def __init__(self, *args):
        if args:
            raise ValueError("no arguments, please")


class BreaksLate:
    def __str__(self):
        return Broken.__new__(Broken)


class Number(int):
    pass


class Answer:
    def __int__(self):
        return 42

    def __index__(self):
        return 3

    def __str__(self):
        return 5


def error(action):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)


print(type(str(Plain())).__name__)
error(lambda: str(BreaksLate()))
print(type(str(Loud())).__name__)
print(type(int(Number(5))).__name__, int(Answer()), float(Answer()), range(Answer()), list(range(1, Answer())))
error(lambda: str(Answer()))
error(lambda: int("x"))
error(lambda: int())
error(lambda: range())
error(lambda: range("1"))
error(lambda: range(1, 2, 3, 4))
error(lambda: range(1, 2, 0))
error(lambda: bool(1, 2))
error(lambda: bool([]))
error(lambda: type(5))
error(lambda: type(1, 2))
error(lambda: object(1))
error(lambda: type(None)())
error(lambda: type(iter([]))())
error(lambda: type(len)())
error(lambda: tuple(5))
error(lambda: (tuple("ab"), frozenset([1]), float("2")))
for number in (0, 7, 10, -1, -10, 99, 100, 12345678901234567, 2 ** 62 - 1, -(2 ** 62), 2 ** 62, 2 ** 64):
    print(str(number), repr(number), f"{number}", len(str(number)), str(number) == "%d" % number)
