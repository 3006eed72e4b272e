# Docstrings: what counts as one.
"""Not a docstring: a comment may come before it, and so this is one."""


def one():
    "single quotes"


def several():
    """Lines
      indented as they are
    """
    return 1


def joined():
    "two " "parts"


def none():
    x = "assigned"


def bytes_():
    b"bytes"


def formatted():
    f"formatted"


def later():
    pass
    "later"


def in_parentheses():
    ("parentheses")


def raw():
    r"raw \n"


class C:
    "class"

    def method(self):
        'method'

    class Inner:
        x = 1


async def coroutine():
    "coroutine"


print(repr(__doc__))
for thing in (one, several, joined, none, bytes_, formatted, later, in_parentheses, raw, C, C.method, C.Inner, coroutine, lambda: "x"):
    print(getattr(thing, "__name__"), repr(thing.__doc__))
one.__doc__ = "changed"
C.__doc__ = "changed, too"
print(one.__doc__, C.__doc__)
