# Modules that import each other, star imports without __all__, and main guards.
import _cycle_a
import _cycle_b

print(_cycle_a.other(), _cycle_b.other())
from _star_plain import *

print(one, two, func(), "_private" in globals(), math.floor(1.5))
one = "rebound here"
import _star_plain

print(_star_plain.one, one)
_star_plain.one += 10
print(_star_plain.one, _star_plain._private)


def main():
    print("main runs")
    return 0


if __name__ == "__main__":
    main()
else:
    print("imported")
for k in ("one", "_cycle_a", "subtract"):
    print(k, k in globals())
del _cycle_a
try:
    _cycle_a
except NameError as e:
    print(e)
import _cycle_a

print(_cycle_a.name)
