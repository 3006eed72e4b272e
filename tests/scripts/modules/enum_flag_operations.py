# Flags combined, IntEnum as int, StrEnum as str, the functional form.
import enum


class Perm(enum.Flag):
    R = enum.auto()
    W = enum.auto()
    X = enum.auto()
    RW = R | W


class Level(enum.IntEnum):
    LOW = 1
    HIGH = 2


class Word(enum.StrEnum):
    HELLO = enum.auto()
    BYE = "good-bye"


print(Perm.R | Perm.X, ~Perm.R, Perm(0), Perm.R & Perm.W, Perm.RW ^ Perm.R, Perm.R in Perm.RW, bool(Perm.R & Perm.X))
print(list(Perm.RW), len(Perm), Perm(5), Perm["RW"], Perm.RW.name, (Perm.R | Perm.X).name, Perm.RW.value, repr(Perm(3)))
print(Level.LOW + 1, Level.HIGH > Level.LOW, sorted(Level, reverse=True), Level(2), f"{Level.LOW}", str(Level.LOW), repr(Level.LOW), [10, 20, 30][Level.LOW])
print(Word.HELLO, Word.BYE.upper(), Word("hello"), Word.HELLO == "hello", f"{Word.BYE:>10}")
Colour = enum.Enum("Colour", "RED GREEN", start=5)
print(list(Colour), Colour.RED.value, Colour["GREEN"], Colour.__members__)
for attempt in lambda: Perm(8), lambda: Level(9), lambda: Colour["BLUE"], lambda: Colour.BLUE, lambda: Perm.R | 1, lambda: Colour.RED < Colour.GREEN:
    try:
        print(attempt())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")
