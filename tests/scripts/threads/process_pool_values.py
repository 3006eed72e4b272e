"""What can be passed to another process and back, and what is refused; and that three workers work at the same time."""
import collections
import dataclasses
import enum
import functools
import operator
import os
import threading
import time
from concurrent.futures import ProcessPoolExecutor


class Colour(enum.Enum):
    RED = 1


class Mode(enum.IntFlag):
    A = 1
    B = 2


Pair = collections.namedtuple("Pair", "x y")


@dataclasses.dataclass
class Data:
    a: int
    b: list = dataclasses.field(default_factory=list)


@dataclasses.dataclass(frozen=True)
class Frozen:
    a: int


class Slots:
    __slots__ = ("a", "b")

    def __init__(self):
        self.a = 1

    def __repr__(self):
        return f"Slots {self.a} {hasattr(self, 'b')}"


class ListOfMine(list):
    def __init__(self, *args):
        super().__init__(*args)
        self.extra = 1


class IntOfMine(int):
    pass


class Reduced:
    def __init__(self, value):
        self.value = value

    def __reduce__(self):
        return Reduced, (self.value + 1,)


class Stateful:
    def __getstate__(self):
        return 5

    def __setstate__(self, state):
        self.state = state


class Made:
    def __new__(cls, x):
        made = object.__new__(cls)
        made.x = x
        return made

    def __getnewargs__(self):
        return 7,


class Odd(Exception):
    def __init__(self, a, b):
        super().__init__(a)
        self.b = b

    def __reduce__(self):
        return Odd, (self.args[0], self.b)


def identity(value):
    return value


def wait_for_others(folder, name, count):
    open(os.path.join(folder, name), "w").close()
    end = time.monotonic() + 20
    while len(os.listdir(folder)) < count and time.monotonic() < end:
        time.sleep(0.01)
    return len(os.listdir(folder))


def main():
    values = [
        Colour.RED, Mode.A | Mode.B, Pair(1, 2), Data(1, [2]), Frozen(3), Slots(), ListOfMine([1, 2]), IntOfMine(5),
        collections.OrderedDict(a=1), collections.Counter("aab"), collections.deque([1, 2], maxlen=5),
        collections.defaultdict(list, {1: [2]}), Reduced(1), Stateful(), Made(1), Odd(1, 2), bytearray(b"ab"), Colour,
        [Colour, "a", Data, "a", "a"], NotImplemented, ..., -0.0, 10 ** 30, OSError(2, "No such file"), KeyError("k"),
        UnicodeDecodeError("utf-8", b"x", 0, 1, "why"), StopIteration(3), ExceptionGroup("g", [ValueError(1)]),
        functools.partial(pow, 2), operator.itemgetter(1), print, identity, "\ud800", (n for n in ()), open(os.devnull),
        threading.Lock(), property(),
    ]
    with ProcessPoolExecutor(1) as pool:
        for value in values:
            try:
                result = pool.submit(identity, value).result()
            except Exception as error:
                print(type(value).__name__, "->", type(error).__name__, error)
                continue
            state = vars(result) if type(result).__module__ == "__main__" and hasattr(result, "__dict__") else ""
            print(type(result).__name__, repr(result).partition(" at 0x")[0].encode("utf-8", "replace").decode(),
                  state if isinstance(state, dict) and not isinstance(result, enum.Enum) else "")
    folder = f"/tmp/bide-test-{os.getpid()}"
    os.mkdir(folder)
    with ProcessPoolExecutor(3) as pool:
        print(list(pool.map(wait_for_others, [folder] * 3, "abc", [3] * 3)))
    for name in "abc":
        os.remove(os.path.join(folder, name))
    os.rmdir(folder)


if __name__ == "__main__":
    main()
