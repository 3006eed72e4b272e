# suppress, redirect_stdout, nullcontext, closing, chdir.
import contextlib
import io
import os

with contextlib.suppress(KeyError, ValueError):
    {}["x"]
    print("not reached")
out = io.StringIO()
with contextlib.redirect_stdout(out):
    print("hidden")
print(repr(out.getvalue()))
with contextlib.nullcontext(3) as three:
    print(three)


class Thing:
    def close(self):
        print("closed")


with contextlib.closing(Thing()) as thing:
    print(type(thing).__name__)
here = os.getcwd()
with contextlib.chdir("/"):
    print(os.getcwd())
print(os.getcwd() == here)
try:
    with contextlib.chdir("/no/such/folder"):
        pass
except FileNotFoundError as e:
    print(e)


@contextlib.contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    except ZeroDivisionError:
        print("swallowed")
    finally:
        print(f"</{name}>")


with tag("b") as t:
    print(t)
    1 / 0


@tag("deco")
def work():
    print("working")


work(), work()
