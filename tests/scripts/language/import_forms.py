# import in all its forms, of built-in modules and of the files beside the script.
import math
import math as m
from math import pi, sqrt as root
import _mod_a
import _mod_a as again
from _mod_a import value, function as fn, Thing
from _mod_a import (
    value as v2,
    changing,
)
from _mod_star import *

print(math.floor(2.5), m is math, pi == math.pi, root(16))
print(_mod_a.value, again is _mod_a, value, fn(2), Thing().name, v2, changing)
_mod_a.changing = "changed"
print(changing, _mod_a.changing, _mod_a.read_changing())
_mod_a.set_changing("by function")
print(_mod_a.changing)
print(public, also, "_hidden" in globals(), "not_listed" in globals())
print(_mod_a.__name__, __name__, _mod_a.__doc__, type(_mod_a).__name__)


def inside():
    import _mod_a as local
    from string import digits
    return local.value, digits


print(inside())
import sys

print("_mod_a" in sys.modules, sys.modules["_mod_a"] is _mod_a, "math" in sys.modules, "_mod_b" in sys.modules)
import _mod_b

print(_mod_b.from_a, _mod_b.twice(4))
for name in ("no_such_module", "math.nothing"):
    try:
        if name == "no_such_module":
            import no_such_module
        else:
            import math.nothing
    except ImportError as e:
        print(type(e).__name__, e, e.name)
try:
    from math import nothing_here
except ImportError as e:
    print(type(e).__name__, str(e).split(" (")[0])
try:
    math.nope
except AttributeError as e:
    print(e)
try:
    _mod_a.nope
except AttributeError as e:
    print(e)
try:
    import _mod_broken
except ZeroDivisionError as e:
    print("while importing:", e, "_mod_broken" in sys.modules)
try:
    import _mod_syntax
except SyntaxError as e:
    print(e.msg, e.lineno)
import collections as c, string, heapq as h

print(c.deque([1]), string.digits, h.nsmallest(1, [3, 2]))
print(getattr(math, "pi") == pi, hasattr(math, "zz"), _mod_a.__dict__["value"])
