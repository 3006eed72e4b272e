# sys.exit from inside handlers, with statements and generators.
# record: stderr
import sys


class CM:
    def __enter__(self):
        print("enter")

    def __exit__(self, kind, value, tb):
        print("exit", kind.__name__, value)


def gen():
    try:
        yield 1
    finally:
        print("generator closed")


def f():
    with CM():
        for x in gen():
            try:
                raise ValueError("swallowed by exit")
            except ValueError:
                sys.exit(42)


try:
    f()
except Exception:
    print("SystemExit is not an Exception")
