# import: dotted, as, from, stars in parentheses, in functions and classes, what is bound.
import os.path
import os.path as p
import math, random as r, collections.abc as abc
from math import (
    floor,
    ceil as up,
)
from os import path as q, getcwd
from collections import OrderedDict as OD, namedtuple as nt,  \
    deque

print(os.path is p is q, math.floor(1.5) == floor(1.5), up(1.2), r.__name__, abc.__name__, OD.__name__, callable(getcwd))


def inside():
    import math as local
    from math import sqrt
    return local is math, sqrt(16), "local" in globals()


print(inside())


class Body:
    import math
    from math import pi


print(Body.math is math, round(Body.pi, 3))
for code in ("import missing_module", "from math import missing_name", "import math.nothing", "from os.path import missing", "import os.missing"):
    try:
        exec(code)
    except ImportError as e:
        print(code, "->", type(e).__name__, e.name)
import sys
print("math" in sys.modules, sys.modules["math"] is math, __import__("math") is math, __import__("os.path") is os)
