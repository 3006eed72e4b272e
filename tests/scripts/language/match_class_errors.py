# match: what is wrong with a class pattern shows only when it is tried.
class Two:
    __match_args__ = ("a", "b")
    a = b = 1


class BadArgs:
    __match_args__ = ["a"]


class NotNames:
    __match_args__ = (1,)


class Twice:
    __match_args__ = ("a", "a")
    a = 1


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


def too_many(x):
    match x:
        case Two(1, 1, 1):
            return "matched"
    return "passed over"


def no_args(x):
    match x:
        case object(1):
            return "matched"


def bad_args(x):
    match x:
        case BadArgs(1):
            return "matched"


def not_names(x):
    match x:
        case NotNames(1):
            return "matched"


def twice(x):
    match x:
        case Two(1, a=1):
            return "matched"


def declared_twice(x):
    match x:
        case Twice(1, 1):
            return "matched"


def no_class(x):
    match x:
        case attempt():
            return "matched"


def two_ints(x):
    match x:
        case int(1, 2):
            return "matched"


for f, x in ((too_many, Two()), (too_many, 5), (no_args, 1), (bad_args, BadArgs()), (not_names, NotNames()), (twice, Two()),
             (declared_twice, Twice()), (no_class, 1), (two_ints, 1), (two_ints, "1")):
    attempt(lambda: f(x))
