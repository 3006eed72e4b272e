# getsource(): the text of a definition.
import functools
import inspect


def simple(a,
           b=("x", [1,
                    2])):
    text = """
not the end
"""
    # a comment
    return (a,
b)
    # the last comment


class Outer:
    "doc"

    class Inner:
        x = 1

        def method(self): return 1; # one line

    @staticmethod
    @functools.lru_cache(
        maxsize=3)
    async def decorated():
        if 1:

            pass

        return 2


short = lambda x: x + 1


def one(): return 1
def two():
    def nested():
        return 3

    return nested


for thing in simple, Outer, Outer.Inner, Outer.Inner.method, Outer.decorated, short, one, two, two(), Outer().Inner().method:
    lines, number = inspect.getsourcelines(thing)
    print(number, len(lines))
    print("".join(lines), end="---\n")
print(inspect.getsource(two) == "".join(inspect.getsourcelines(two)[0]))
print(inspect.getsourcefile(one) == inspect.getfile(one) == __file__, inspect.getmodulename("/a/b.py"))
print(inspect.getmodule(one).__name__, inspect.getmodule(Outer).__name__)


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


attempt(inspect.getsource, int)
attempt(inspect.getsource, len)
attempt(inspect.getsource, 3)
space = {}
exec("def made(): pass", space)
attempt(inspect.getsource, space["made"])
