"""What open() and its files refuse, in CPython's words."""
import io
import os

path = "/tmp/bide-file-errors-%d" % os.getpid()


def attempt(function, *args, **kwargs):
    try:
        print("no error:", function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, str(error).replace(path, "PATH"))


attempt(open, "/no/such/file")
attempt(open, "/tmp")
attempt(open, "/tmp", "w")
attempt(open, path, "q")
attempt(open, path, "rw")
attempt(open, path, "rbt")
attempt(open, path, "")
attempt(open, path, "+")
attempt(open, path, "rb", encoding="utf-8")
attempt(open, path, "rb", errors="strict")
attempt(open, path, "rb", newline="\n")
attempt(open, path, "r", 0)
attempt(open, path, "w", newline="x")
attempt(open, path, 5)
attempt(open, -1)
attempt(open, 1.5)
attempt(open, path, "w", encoding="no-such-encoding")
with open(path, "w") as file:
    attempt(file.read)
    attempt(file.write, b"bytes")
    attempt(file.write, 5)
    attempt(next, file)
attempt(file.write, "x")
attempt(file.flush)
with open(path) as file:
    attempt(file.write, "x")
attempt(file.read)
attempt(file.readline)
attempt(iter, file)
attempt(file.__enter__)
with open(path, "rb") as file:
    attempt(file.write, b"x")
attempt(file.read)
with open(path, "wb") as file:
    attempt(file.write, "text")
    attempt(file.read)
attempt(file.write, b"")
print(issubclass(io.UnsupportedOperation, (OSError,)))
os.remove(path)
