# print: sep, end, file, flush, and conversions by __str__.
# python: 3.11
import sys

print()
print("a", 1, 2.5, None, True, [1], sep="-")
print("no newline", end="")
print("|same line", end="|\n")
print("a", "b", sep="")
print("a", "b", sep="\n")
print(*range(5))
print(*"abc", sep=", ", end=".\n")
print("x", sep="ignored")
print("", "", sep="|")
print(sep="x")
print(end="only end\n")
print("to stdout", file=sys.stdout)
print("none means stdout", file=None, sep=None, end=None)
print("flushed", flush=True)
print([1, "two", 'th"ree'], ("t",), {"k": "v"}, {"s"}, "s", 'it\'s')


class S:
    def __str__(self):
        return "S!"

    def __repr__(self):
        return "R!"


print(S(), [S()], {S(): S()}, (S(),))


class Writer:
    def __init__(self):
        self.parts = []
        self.flushes = 0

    def write(self, text):
        self.parts.append(text)

    def flush(self):
        self.flushes += 1


w = Writer()
print("a", 1, sep="+", end="!", file=w)
print("b", file=w, flush=True)
print(file=w)
print(w.parts, w.flushes)


class Raises:
    def __str__(self):
        raise ValueError("str failed")


class NoWrite:
    pass


for f in (lambda: print(sep=5), lambda: print(end=5), lambda: print(1, foo=2), lambda: print("before", Raises()), lambda: print(1, file=NoWrite()), lambda: print(1, file=5)):
    try:
        f()
    except Exception as e:
        print("|", type(e).__name__, e)
n = sys.stdout.write("written\n")
print(n, sys.stdout.write(""), sys.stdout.write("é日\n"))
sys.stdout.flush()
print(print("value of print"), print is print, print.__name__)
for i in range(3):
    print(i, end=" " if i < 2 else "\n")
print("tab\tsep", "new\nline", "uni é", "\x41", r"\n", sep=" | ")
print("%s-%s" % ("a", "b"), "{}".format("c"), f"{'d'}", "e" "f", "g" + "h", "i" * 3)
