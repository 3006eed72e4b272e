# with: objects that are no managers; methods are looked up on the class.
class Nothing:
    pass


class OnlyEnter:
    def __enter__(self):
        print("never entered")


class OnlyExit:
    def __exit__(self, *details):
        print("never left")


class OnInstance:
    def __init__(self):
        self.__enter__ = lambda: 1
        self.__exit__ = lambda *details: None


for manager in (5, Nothing(), OnlyEnter(), OnlyExit(), OnInstance()):
    try:
        with manager:
            print("entered")
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)


class ExitRaises:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        raise KeyError("from exit")


try:
    with ExitRaises():
        raise ValueError("inside")
except KeyError as e:
    print(repr(e), repr(e.__context__))


class Swallows:
    def __init__(self, answer):
        self.answer = answer

    def __enter__(self):
        pass

    def __exit__(self, *details):
        return self.answer


for answer in (True, 1, [], "yes", None):
    try:
        with Swallows(answer):
            1 / 0
        print(answer, "swallowed")
    except ZeroDivisionError:
        print(answer, "let it through")
