# sys: argv, version_info, modules, streams, limits and exit.
# args: one two --three
import sys

print(sys.argv[1:], len(sys.argv), sys.argv[0].endswith("sys_bits.py"), type(sys.argv).__name__)
print(sys.version_info[0], sys.version_info.major, sys.version_info >= (3, 8), len(sys.version_info), isinstance(sys.version_info, tuple))
print(isinstance(sys.path, list), "sys" in sys.modules, sys.modules["sys"] is sys, "nope" in sys.modules, sys.modules["__main__"].__name__)
print(sys.getrecursionlimit())
sys.setrecursionlimit(500)
print(sys.getrecursionlimit())
for bad in (0, -1, "a", 1.5):
    try:
        sys.setrecursionlimit(bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
sys.setrecursionlimit(1000)
sys.stdout.write("written ")
print(sys.stdout.write("abc\n"), sys.stdout.flush())
try:
    sys.stdout.write(5)
except TypeError as e:
    print(e)
print(sys.exc_info(), sys.__name__, sys.stdout is not sys.stderr)
for code in (None, 0, 3, "message", [1], True):
    try:
        sys.exit(code)
    except SystemExit as e:
        print(repr(e), repr(e.code))
try:
    sys.exit()
except SystemExit as e:
    print(e.code, e.args)
try:
    sys.exit(1, 2)
except TypeError as e:
    print(e)
print("to stderr is not compared", file=sys.stderr)
main = sys.modules["__main__"]
main.injected = "set through sys.modules"
print(injected, main.__name__, hasattr(main, "sys"))


class Tee:
    def __init__(self, out):
        self.out, self.seen = out, []

    def write(self, text):
        self.seen.append(text)

    def flush(self):
        pass


old = sys.stdout
sys.stdout = tee = Tee(old)
print("captured", 1)
sys.stdout = old
print(tee.seen)
print("exit status follows")
sys.exit(7)
