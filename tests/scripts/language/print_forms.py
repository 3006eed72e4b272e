# print: sep, end, file, flush, nothing, everything as text.
import io
import sys

print()
print("a", "b", 1, None, [1, "x"], sep="|")
print("no newline", end="")
print(" ...", end="\n\n")
print(*"abc", sep="\n")
print(1, 2, sep="", end="!\n")
print("to stdout", file=sys.stdout, flush=True)
print("None means the default", file=None, sep=None, end=None)
buffer = io.StringIO()
print("into a buffer", 5, file=buffer, end=";")
print(repr(buffer.getvalue()), print("inner"))


class Writer:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)


w = Writer()
print("a", 1, sep="-", file=w)
print(w.parts)


class Bad:
    def __str__(self):
        return 5


for bad in (lambda: print(Bad()), lambda: print(1, sep=2), lambda: print(1, end=b""), lambda: print(1, other=2), lambda: print(1, file=5)):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
